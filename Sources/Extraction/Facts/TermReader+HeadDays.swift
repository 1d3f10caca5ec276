// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Two days in the head of an order that lie a year or more in whole half-years apart, to the day, are its first and its last: few pairs of
/// days do so by chance, and whatever their labels say ("Opening Day", "up to and including") they need no word for it.
extension TermReader {
  /// `Transition Date 1 May 2031 | Expires 30 April 2034`: the days say by themselves which of them opens the term.
  func fillFromNamedDays(_ term: inout Term, _ labels: [Label]) {
    guard term.end == nil, term.months == nil else { return }
    let end = labels.first { $0.kind == .termEnd && $0.isBareEnd(context) }
    guard let end = end.flatMap({ context.dates(in: $0.value).first?.date }) else { return }
    let days = labels.filter { $0.kind == .namedDate }.compactMap { context.dates(in: $0.value).first?.date }
    let start = term.start ?? days.first
    guard let start, start.adding(months: 2) < end else { return }
    term.start = start
    term.end = end
  }

  /// What the labels gave, which such a pair must keep.
  struct LabelledDays {
    var start: CalendarDate?
    var end: CalendarDate?
  }

  /// Takes such a pair where the term is not known in full, or is a part of it that no label gave.
  func widenByHeadDays(_ term: inout Term, labelled: LabelledDays, documentDate: CalendarDate?) {
    if labelled.start != nil, labelled.end != nil { return }
    let known = [term.start, term.end].compactMap { $0 }
    var best: (start: CalendarDate, end: CalendarDate)?
    var isOnly = true
    for pair in headPairs() {
      if let start = labelled.start, start != pair.start { continue }
      if let end = labelled.end, end != pair.end { continue }
      guard known.allSatisfy({ pair.start <= $0 && $0 <= pair.end }), pair.end > documentDate ?? pair.start else {
        continue
      }
      if best != nil { isOnly = false }
      if let best, best.start.adding(months: 1) <= pair.start || best.end >= pair.end { continue }
      best = pair
    }
    guard let best, !known.isEmpty || isOnly else { return }
    (term.start, term.end) = best
    term.months = best.start.months(through: best.end).map { Decimal($0) }
  }

  private static let headLength = 260
  private static let most = 24

  private func headPairs() -> [(start: CalendarDate, end: CalendarDate)] {
    let days = context.dates(in: 0..<min(context.stream.count, Self.headLength)).prefix(Self.most)
      .filter { !isOfOther($0.tokens) }.map(\.date)
    var pairs: [(start: CalendarDate, end: CalendarDate)] = []
    for start in days {
      for end in days where start < end {
        guard let months = start.months(through: end), months % 6 == 0, months >= 12, months <= 120 else { continue }
        pairs.append((start, end))
      }
    }
    return pairs.sorted { ($0.end.dayNumber - $0.start.dayNumber) > ($1.end.dayNumber - $1.start.dayNumber) }
  }

  /// A day of a grant, an option, an offer or another paper.
  private func isOfOther(_ tokens: Range<Int>) -> Bool {
    let near = context.surroundings(of: tokens)
    if near.contains(where: { context.isOne($0, of: Self.otherPapers) }) { return true }
    let sentence = context.sentence(of: tokens.lowerBound).clamped(to: near)
    return TermWeights(context: context, isRenewal: spans.isRenewal).speaksOfOther(sentence)
      || context.names(in: near).contains { $0.kind != nil && $0.kind != "support_plan" && !$0.isWeak }
  }

  private static let otherPapers: WordSet = [
    "option", "optional", "options", "exercised", "offer", "quote", "master", "framework", "former", "previous",
    "replaced", "dated", "delivered", "delivery", "deliver", "meeting", "implementation", "complete", "completed",
    "since", "hardware", "workshop", "audit", "installed", "installation", "acceptance", "board", "site",
  ]
}
