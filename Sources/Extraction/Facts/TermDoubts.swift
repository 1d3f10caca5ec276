// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Days of an order that lie behind the end of its term and that nothing accounts for: few orders name any, and where one
/// does the term was most often read from the wrong words. In the head it leaves the end open; elsewhere what rests on
/// the end has two readings.
struct TermDoubts {
  let context: DocumentContext

  /// A later day than the term's end in the head: the end is not known then.
  func settle(_ facts: inout DocumentFacts) {
    guard applies(facts), let late = late(facts).first(where: { $0.tokens.lowerBound < Self.headLength }) else {
      return
    }
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
    let block = context.block(of: tokens.lowerBound)
    let near = max(block.lowerBound, tokens.lowerBound - 24)..<min(block.upperBound, tokens.upperBound + 8)
    return near.contains { Self.others.contains(context.folded($0)) }
  }

  private static let others: WordSet = [
    "option", "optional", "options", "exercised", "renewal", "renewals", "renew", "renewed", "renews", "extended",
    "extend", "extension", "price", "prices", "rates", "discount", "warranty", "certificate", "licence", "license",
    "insurance", "master", "framework", "agreement", "former", "should", "if", "further", "next", "follow",
  ]
}
