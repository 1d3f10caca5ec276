// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Days of an order that lie behind the end of its term and that nothing accounts for: few orders name any, and where one
/// does the term was most often read from the wrong words. Among the labels of the head it leaves the end open; elsewhere
/// what rests on the end has two readings.
struct TermDoubts {
  let context: DocumentContext

  /// A later day than the term's end among the labels of the head, where no label gave the end: it is not known then.
  func settle(_ facts: inout DocumentFacts, _ labels: [Label]) {
    guard applies(facts), let end = facts.term.end,
      !labels.contains(where: { isOfTerm($0) && gives(end, $0.value) }),
      let late = late(facts).first(where: { $0.tokens.lowerBound < Self.headLength && isLabelled($0.tokens) })
    else { return }
    tell(late, &facts)
    facts.term.end = nil
    facts.term.months = nil
  }

  /// Marks what runs for the term where a later day stands in words that gave nothing.
  func apply(to result: inout ExtractionResult) {
    guard applies(result.facts), let end = result.facts.term.end else { return }
    let resting = result.entitlements.indices.filter {
      result.entitlements[$0].validity.basis == .term && result.entitlements[$0].validity.end == end
    }
    guard !resting.isEmpty else { return }
    let proven = result.entitlements.flatMap { $0.evidence.map { $0.start..<max($0.start, $0.end) } }
    let late = late(result.facts).first { day in
      let start = context.evidence(.validity, day.tokens).start
      return !proven.contains { $0.contains(start) }
    }
    guard let late else { return }
    tell(late, &result.facts)
    for index in resting { result.entitlements[index].certainty = .ambiguous }
  }

  private func applies(_ facts: DocumentFacts) -> Bool {
    context.isOfOrderLength && facts.type != .agreement && facts.type != .other && facts.term.end != nil
  }

  private func isOfTerm(_ label: Label) -> Bool { label.kind == .termEnd || label.kind == .term }

  /// The day itself, or a length that it was counted from.
  private func gives(_ end: CalendarDate, _ value: Range<Int>) -> Bool {
    !context.durations(in: value).isEmpty || context.dates(in: value).contains { $0.date == end }
  }

  /// A line or cell of few words, not a clause.
  private func isLabelled(_ tokens: Range<Int>) -> Bool {
    context.headSegments.contains { $0.tokens.contains(tokens.lowerBound) && $0.tokens.count <= 14 }
  }

  private static let headLength = 110
  private static let most = 16

  private func late(_ facts: DocumentFacts) -> [(date: CalendarDate, tokens: Range<Int>)] {
    guard let end = facts.term.end else { return [] }
    let from = end.adding(days: 40), to = end.adding(months: 180)
    return Array(
      context.dates(in: 0..<context.stream.count).lazy
        .filter { from < $0.date && $0.date < to && !isAccountedFor($0.tokens) }.prefix(Self.most))
  }

  private func tell(_ late: (date: CalendarDate, tokens: Range<Int>), _ facts: inout DocumentFacts) {
    guard let end = facts.term.end else { return }
    let problem = Problem(
      .conflictingValues, "the term was read to end on \(end), but '\(context.text(late.tokens))' is later",
      page: context.page(of: late.tokens.lowerBound))
    if !facts.problems.contains(problem) { facts.problems.append(problem) }
  }

  /// A day of an option, a renewal, or of prices and other things that outlast the term.
  private func isAccountedFor(_ tokens: Range<Int>) -> Bool {
    let near = context.surroundings(of: tokens)
    if near.contains(where: { context.isOne($0, of: Self.others) }) { return true }
    // A grant's own day.
    let sentence = context.sentence(of: tokens.lowerBound).clamped(to: near)
    return context.names(in: sentence).contains { $0.kind != nil && !$0.isWeak }
  }

  private static let others: WordSet = [
    "option", "optional", "options", "exercised", "renewal", "renewals", "renew", "renewed", "renews", "extended",
    "extend", "extension", "price", "prices", "rates", "discount", "warranty", "certificate", "licence", "license",
    "insurance", "master", "framework", "agreement", "former", "audit", "data", "records", "lease", "rent", "survives",
    "survive", "confidential", "should", "if", "further", "next", "follow",
  ]
}
