// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// When something may be used, as a promise or clause says it; days are worked out against a contract's own dates.
public struct PromisedTiming: Sendable, Hashable {
  var statements: [TimeStatement] = []
  /// A length that is tied to nothing: "18 months to use them".
  var length: CalendarDuration?
  /// "For the whole term".
  public internal(set) var isWholeTerm = false
  /// "From day one", "as soon as you sign": not from a later day of the contract on.
  public internal(set) var isFromStart = false
  /// The last day, where a month or a column gives it.
  public var lastDay: CalendarDate?
  /// The words that say it.
  public var wording: String?

  /// Nothing said.
  public init() {}

  /// Until that day and including it.
  public init(lastDay: CalendarDate) { self.lastDay = lastDay }

  /// Whether its words alone say when, under any contract: a last day that lacks its year does not.
  public var isSettled: Bool {
    !isEmpty
      && (lastDay != nil || length != nil || isWholeTerm || statements.contains { $0.point != nil || $0.period != nil })
  }

  /// Whether it says when it ends or how long it lasts.
  var hasEnd: Bool {
    lastDay != nil || length != nil || isWholeTerm || statements.contains { $0.role != .start }
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { statements.isEmpty && length == nil && !isWholeTerm && lastDay == nil }

  /// Whether it names a time to be granted through ("in the first two years"), and not only a last day.
  public var isThroughout: Bool { isWholeTerm || statements.contains { $0.role == .during } }

  /// The days and length that the words mean under a contract with these dates; nil where nothing is said. A part that
  /// the contract's dates do not settle stays nil.
  public func resolved(by facts: DocumentFacts) -> ResolvedTiming? {
    guard !isEmpty else { return nil }
    let resolver = TimeResolver(term: facts.term, knowledge: Self.knowledge(facts))
    var found = ResolvedTiming()
    for statement in statements { read(statement, resolver, &found) }
    if isWholeTerm {
      found.isWholeTerm = true
      found.start = found.start ?? facts.term.start
      found.end = latest(found.end, facts.term.end)
    }
    if let lastDay { found.end = lastDay }
    if let length, found.end == nil { found.note(length) }
    return found
  }

  /// Whether it runs as long as the contract does, by these words.
  public var coversTerm: Bool { isWholeTerm }

  /// The tokens of the promise that say it.
  var tokens: [Range<Int>] { statements.map(\.tokens) }

  /// The longest length in months that is said, whatever it counts from; nil where none is.
  public var months: Int? {
    var found = length?.months.map { [$0] } ?? []
    for statement in statements {
      switch (statement.period, statement.point) {
      case (.duration(let duration, _)?, _), (.first(let duration, _)?, _), (_, .after(let duration, _)?):
        if let months = duration.months { found.append(months) }
      case (.contractYears(let first, let last)?, _): found.append(Decimal((last - first + 1) * 12))
      default: continue
      }
    }
    return found.max()?.wholeNumber
  }

  /// Whether the same period is said by name, such as the first contract year.
  public func shares(periodWith other: PromisedTiming) -> Bool {
    let periods = statements.compactMap(\.period)
    return !periods.isEmpty && periods.allSatisfy { period in other.statements.contains { $0.period == period } }
  }

  private func read(_ statement: TimeStatement, _ resolver: TimeResolver, _ found: inout ResolvedTiming) {
    switch statement.role {
    case .start:
      found.start = statement.point.flatMap { resolver.day($0) } ?? found.start
      if case .anchor("signature_date")? = statement.point { found.isFromSignature = true }
      found.isStartOpen = found.start == nil
    case .end, .redeemBy, .endBefore:
      guard var day = statement.point.flatMap({ resolver.day($0, asEnd: true) }) else {
        return noteLength(statement, &found)
      }
      if statement.role == .endBefore { day = day.adding(days: -1) }
      found.end = latest(found.end, day)
    case .during:
      guard let period = statement.period else { return }
      if let days = resolver.days(period) {
        found.start = days.start
        found.end = latest(found.end, days.end)
        found.isStartSaid = true
      } else {
        noteLength(statement, &found)
      }
    }
  }

  /// What counts from something that is not known still has a length.
  private func noteLength(_ statement: TimeStatement, _ found: inout ResolvedTiming) {
    switch statement.period {
    case .duration(let duration, _)?, .first(let duration, _)?: found.note(duration)
    case .contractYears(let first, let last)?:
      found.months = found.months ?? (last - first + 1) * 12
    default:
      if case .after(let duration, _)? = statement.point { found.note(duration) }
    }
  }

  private func latest(_ a: CalendarDate?, _ b: CalendarDate?) -> CalendarDate? {
    guard let a, let b else { return a ?? b }
    return max(a, b)
  }

  private static func knowledge(_ facts: DocumentFacts) -> DocumentKnowledge {
    var knowledge = DocumentKnowledge()
    knowledge.anchors["effective_date"] = facts.effectiveDate ?? facts.term.start
    knowledge.anchors["term_start"] = facts.term.start ?? facts.effectiveDate
    knowledge.anchors["term_end"] = facts.term.end
    let signed = facts.signature.signers.compactMap(\.date).max() ?? facts.agreementDate
    for key in ["signature_date", "order_date", "purchase"] { knowledge.anchors[key] = signed }
    knowledge.contractYearStart = facts.term.start ?? facts.effectiveDate
    return knowledge
  }
}

/// Days and lengths that a contract's dates gave a promise's words.
public struct ResolvedTiming: Sendable, Hashable {
  /// First and last day, both inclusive; nil where the contract's dates do not settle it.
  public var start: CalendarDate?, end: CalendarDate?
  /// The length where no day could be worked out.
  public var months: Int?, days: Int?
  /// The words say that it lasts as long as the contract.
  public var isWholeTerm = false
  /// The words name the first day as well ("in the second contract year").
  public var isStartSaid = false

  /// It begins when the contract is signed, which may be before the subscription does.
  public var isFromSignature = false
  /// A first day is said, and the contract's dates do not settle it.
  public var isStartOpen = false

  /// Only the first day is said.
  public var isOpenEnded: Bool {
    start != nil && end == nil && months == nil && days == nil && !isWholeTerm && !isStartSaid
  }

  /// The last day of what starts on `day`; the end that was said where one was.
  public func end(from day: CalendarDate?) -> CalendarDate? {
    if let end { return end }
    guard let day else { return nil }
    if let months { return day.end(ofMonths: months) }
    return days.map { day.adding(days: $0 - 1) }
  }

  mutating func note(_ duration: CalendarDuration) {
    months = months ?? duration.months?.wholeNumber
    if months == nil { days = days ?? duration.days?.wholeNumber }
  }
}
