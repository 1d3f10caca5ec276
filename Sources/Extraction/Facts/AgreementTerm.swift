// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Reads how long an agreement lasts from its term clause: "shall remain in effect for two years from the date
/// hereof", "until the third anniversary of the Effective Date", "shall expire on December 31, 2028".
struct AgreementTermReader {
  let context: DocumentContext
  let places: FactPlaces

  /// What a clause says of the term.
  struct Clause {
    var months: Decimal?
    var isAnniversary = false
    var start: CalendarDate?
    var end: CalendarDate?
    /// The words that say so, from the phrase on.
    var tokens: Range<Int>
    /// The higher the more plainly it is the agreement itself whose end is said.
    var weight: Int
  }

  /// The clause that says most plainly when the agreement ends; the first of equals.
  func read() -> Clause? {
    var best: Clause?
    for clause in clauses() where best.map({ clause.weight > $0.weight }) ?? true { best = clause }
    return best
  }

  /// Every clause that says something of it, in text order.
  func clauses() -> [Clause] {
    places.matches("term").compactMap { match in
      let form = places.gives(match, "form") ?? ""
      return form == "order" || form.isEmpty ? nil : clause(match, form)
    }
  }

  /// `agreementDate` and `effective` are what relative clauses count from. `isCounted`: only the length is given, and
  /// the last day is worked out.
  func term(agreementDate: CalendarDate?, effective: CalendarDate?) -> (term: Term, isCounted: Bool) {
    var term = Term()
    guard let clause = read() ?? headed() else {
      return (stated(agreementDate: agreementDate, effective: effective), false)
    }
    term.months = clause.months
    term.start = clause.start ?? effective ?? agreementDate
    term.end = clause.end
    if clause.isAnniversary, term.end == nil, let months = clause.months?.wholeNumber {
      term.end = term.start?.adding(months: months)
      return (term, false)
    }
    let isCounted = term.end == nil
    if term.end == nil || term.months == nil { TermReader.complete(&term) }
    return (term, isCounted && term.end != nil)
  }

  /// "Term. Three years: 1 May 2031 to 30 April 2034": two days right behind the heading of the clause.
  private func headed() -> Clause? {
    for match in places.matches("term") where places.gives(match, "form") == "heading" {
      let block = context.stream.tokens(ofBlock: context.stream.block(of: match.tokens.lowerBound))
      guard (block.lowerBound..<match.tokens.lowerBound).allSatisfy({ !context.isWord($0) }) else { continue }
      let range = match.tokens.upperBound..<min(block.upperBound, match.tokens.upperBound + 24)
      let dates = context.dates(in: range)
      guard dates.count >= 2, dates[0].date < dates[1].date else { continue }
      let gap = context.words(dates[0].tokens.upperBound..<dates[1].tokens.lowerBound)
      guard (1...3).contains(gap.count), gap.contains(where: Self.joining.contains) else { continue }
      return Clause(months: nil, start: dates[0].date, end: dates[1].date, tokens: range, weight: 1)
    }
    return nil
  }

  private static let joining: WordSet = ["to", "until", "through", "till", "thru", "-", "–", "—"]

  /// What a short agreement says in one place, without a set phrase, of a time that begins with it.
  private func stated(agreementDate: CalendarDate?, effective: CalendarDate?) -> Term {
    var term = Term()
    guard context.stream.count < 8000, let near = effective ?? agreementDate,
      let found = TermStatements(context, effective: effective).best(documentDate: near, atLeast: 4),
      found.weight >= 5 || found.weight == 4 && found.span.start != nil && found.span.end != nil,
      let whole = found.span.completed, near.adding(months: -2) < whole.start, whole.start < near.adding(months: 6)
    else { return term }
    (term.start, term.end) = whole
    term.months = whole.start.months(through: whole.end).map { Decimal($0) }
    return term
  }

  // MARK: One clause

  private func clause(_ match: PhraseMatch, _ form: String) -> Clause? {
    let sentence = context.sentence(of: match.tokens.lowerBound)
    let limit = min(
      context.stream.count, max(sentence.upperBound, match.tokens.upperBound + 12), match.tokens.upperBound + 75)
    let range = match.tokens.upperBound..<max(match.tokens.upperBound, limit)
    guard !isForeign(match, sentence) else { return nil }
    var weight = Self.weights[form] ?? 1
    let isWeak = weight < 4
    if isUnderTermHeading(match) { weight += 2 }
    let start = startDate(in: match.tokens.lowerBound..<range.upperBound)
    if start != nil { weight += 1 }
    if let end = endDate(in: range, match) {
      return Clause(
        months: nil, start: start, end: end, tokens: match.tokens.lowerBound..<range.upperBound, weight: weight + 1)
    }
    guard let length = length(in: range, match) else { return nil }
    if length.anchored { weight += 1 }
    if isWeak, !length.anchored { return nil }
    return Clause(
      months: length.months, isAnniversary: length.isAnniversary, start: start, end: nil,
      tokens: match.tokens.lowerBound..<range.upperBound, weight: weight)
  }

  /// The block opens with `Term`, `10.1 Term.`, `Duration of Agreement`.
  private func isUnderTermHeading(_ match: PhraseMatch) -> Bool {
    let block = context.stream.block(of: match.tokens.lowerBound)
    let opening = context.words(context.stream.tokens(ofBlock: block).prefixRange(9))
    if opening.contains("term") || opening.contains("duration") { return true }
    guard let heading = context.outline.ancestors(of: block).first else { return false }
    let words = context.words(context.stream.tokens(ofBlock: heading).prefixRange(10))
    return words.contains("term") || words.contains("duration")
  }

  private static let weights = ["agreement": 4, "initial": 4, "obligations": 2, "ends": 1]

  private static let foreign: WordSet = [
    "during", "after", "upon", "throughout", "survive", "following", "notwithstanding", "if", "quarter",
  ]

  /// "survives termination", "after termination of employment": not the agreement's own end.
  private func isForeign(_ match: PhraseMatch, _ sentence: Range<Int>) -> Bool {
    let before = context.words(max(sentence.lowerBound, match.tokens.lowerBound - 7)..<match.tokens.lowerBound)
    return before.suffix(3).contains { Self.foreign.contains($0) } || before.contains("survive")
  }

  private func startDate(in range: Range<Int>) -> CalendarDate? {
    for date in context.dates(in: range) {
      let before = context.words(max(range.lowerBound, date.tokens.lowerBound - 5)..<date.tokens.lowerBound)
      if before.contains(where: TermReader.opening.contains) || before.suffix(2) == ["on", "the"] { return date.date }
    }
    return nil
  }

  /// A date behind `until`, `through`, `expire on`.
  private func endDate(in range: Range<Int>, _ match: PhraseMatch) -> CalendarDate? {
    let ends = [
      "expire", "expires", "terminate", "terminates", "end", "ends", "ending", "expiring", "terminating", "conclude",
    ]
    for date in context.dates(in: range) {
      let from = max(match.tokens.lowerBound, date.tokens.lowerBound - 9)
      let before = context.words(from..<date.tokens.lowerBound)
      let near = Array(before.suffix(4))
      if near.contains(where: { ["until", "through", "till", "thru"].contains($0) }) { return date.date }
      if near.contains("on") || near.contains("at") || near.last.map(ends.contains) == true || near.contains("be"),
        before.contains(where: ends.contains)
      {
        if let opening = before.lastIndex(where: TermReader.opening.contains),
          let closing = before.lastIndex(where: ends.contains), opening > closing
        {
          continue
        }
        return date.date
      }
    }
    return nil
  }

  private struct Length {
    var months: Decimal
    var isAnniversary: Bool
    /// Counts from the agreement's own date.
    var anchored: Bool
  }

  /// The first length of time of the clause that is its own, not a notice period or a later restriction.
  private func length(in range: Range<Int>, _ match: PhraseMatch) -> Length? {
    if let anniversary = anniversary(in: range) { return anniversary }
    for found in context.durations(in: match.tokens.lowerBound..<range.upperBound) {
      guard let months = found.duration.months, months > 0, !found.duration.isBusiness else { continue }
      let after = context.words(found.tokens.upperBound..<min(context.stream.count, found.tokens.upperBound + 12))
      let before = context.words(
        max(
          match.tokens.lowerBound, found.tokens.lowerBound - 14)..<max(match.tokens.lowerBound, found.tokens.lowerBound)
      )
      if isNotice(after, before) { continue }
      if isAfterEnd(after) || after.first == "thereafter" && before.contains("survive") { return nil }
      return Length(months: months, isAnniversary: false, anchored: isAnchored(after))
    }
    return nil
  }

  private func isNotice(_ after: [String], _ before: [String]) -> Bool {
    let own = after.prefix(4).prefix { !["unless", "until", ",", ";", "."].contains($0) }
    if own.contains(where: { ["notice", "prior", "advance", "written"].contains($0) }) { return true }
    if before.suffix(3).contains(where: { ["least", "within"].contains($0) }) { return true }
    return before.contains {
      ["renewal", "renew", "renewed", "extended", "solicit", "hire", "acquire", "employ"].contains($0)
    }
  }

  /// "two years after termination", "five years following disclosure": it counts from what may come at any time.
  private func isAfterEnd(_ after: [String]) -> Bool {
    let window = after.prefix(14).prefix { ![",", ";", ".", "unless"].contains($0) }
    guard window.contains(where: { ["after", "from", "following", "of"].contains($0) }), !window.contains("hereof")
    else {
      return false
    }
    return window.contains { Self.openEvents.contains($0) }
  }

  private static let openEvents: WordSet = [
    "termination", "terminates", "expiration", "disclosure", "disclosed", "receipt", "received", "cessation",
    "discussions", "employment", "last", "closing", "conclusion", "ceases", "ceased", "cease", "occurrence",
    "separation", "resignation", "retirement", "later", "completion",
  ]

  private func isAnchored(_ after: [String]) -> Bool {
    let window = after.prefix(10)
    guard
      let at = window.firstIndex(where: {
        ["from", "after", "following", "commencing", "beginning", "of"].contains($0)
      })
    else {
      return false
    }
    let rest = window[at...]
    return rest.contains { ["hereof", "date", "effective", "execution", "this", "signing", "first"].contains($0) }
  }

  /// `the third (3rd) anniversary of the date hereof`, `the two-year anniversary`.
  private func anniversary(in range: Range<Int>) -> Length? {
    guard let first = context.firstIndex(of: "anniversary", in: range) else { return nil }
    for token in first..<range.upperBound where context.folded(token) == "anniversary" {
      let from = max(range.lowerBound - 4, token - 8)
      let before = context.words(from..<token)
      let after = context.words((token + 1)..<min(context.stream.count, token + 9))
      guard !after.contains(where: { ["termination", "closing", "disclosure"].contains($0) }) else { return nil }
      for word in before.reversed() {
        if let years = Ordinals.value(word) {
          return Length(months: Decimal(years * 12), isAnniversary: true, anchored: true)
        }
      }
      if let duration = context.durations(in: from..<token).last?.duration.months {
        return Length(months: duration, isAnniversary: true, anchored: true)
      }
    }
    return nil
  }
}
