// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns

/// Grants whose amount the paper leaves open: "a success fund of $[***]", "training credits in a number to be agreed".
/// They are held with a gap; without an amount nothing else would find them.
struct OpenAmounts {
  let context: DocumentContext

  /// So many tokens may stand between a name and the mark that leaves its amount open.
  private static let farthest = 14

  /// The candidates of a sentence, with what it grants without an amount: a sentence that gave none says it of its
  /// nearest name, and what only an article counts ("a number of credits to be agreed") is not one.
  func told(_ found: [Candidate], in sentence: Range<Int>) -> [Candidate] {
    guard let mark = mark(in: sentence) else { return found }
    if found.isEmpty { return candidate(mark, in: sentence).map { [$0] } ?? [] }
    return beside(found, in: sentence)
      + found.map { one in
        if let capped = capped(one, mark) { return capped }
        guard one.isArticleOnly, distance(one.name.tokens, mark) <= Self.farthest else { return one }
        var open = one
        (open.quantity, open.isArticleOnly, open.isOpenAmount) = (nil, false, true)
        return open
      }
  }

  /// "an amount to be agreed, not exceeding $25,000": what it may not exceed is not what it is.
  private func capped(_ one: Candidate, _ mark: PhraseMatch) -> Candidate? {
    guard let money = one.money, mark.tokens.upperBound <= money.tokens.lowerBound,
      money.tokens.lowerBound - mark.tokens.upperBound <= 8,
      distance(one.name.tokens, mark) <= Self.farthest,
      (mark.tokens.upperBound..<money.tokens.lowerBound).contains(where: { context.isOne($0, of: Self.limits) })
    else { return nil }
    var open = one
    (open.money, open.isOpenAmount) = (nil, true)
    return open
  }

  private static let limits: WordSet = [
    "exceed", "exceeding", "exceeds", "maximum", "most", "more", "to", "cap", "capped", "ceiling", "limit", "limited",
  ]

  /// "30 training credits and [●] consulting hours": marks right before a name that nothing was read of.
  private func beside(_ found: [Candidate], in sentence: Range<Int>) -> [Candidate] {
    let marks = context.cues(in: sentence).filter { $0.cue.sense == .openAmount }.map(\.match)
    return context.names(in: sentence).compactMap { name in
      guard let kind = name.kind, !name.isWeak, kind != "support_plan",
        let mark = marks.first(where: { $0.tokens.upperBound == name.tokens.lowerBound }),
        !found.contains(where: { $0.kind == kind || $0.tokens.overlaps(name.tokens) })
      else { return nil }
      return open(kind, name, mark, sentence)
    }
  }

  private func open(_ kind: Kind, _ name: NameSpan, _ mark: PhraseMatch, _ sentence: Range<Int>) -> Candidate {
    var open = Candidate(
      kind: kind, name: name, tokens: name.tokens, sentence: sentence, isWeak: false, rules: [mark.rule])
    open.isOpenAmount = true
    return open
  }

  /// Whether a mark or words in one of these cells leave open what should stand there.
  func isOpen(_ cells: some Sequence<Range<Int>>) -> Bool {
    cells.contains { cell in mark(in: cell) != nil || isToBeAgreed(cell) }
  }

  private static let openers: WordSet = ["to", "as"]
  private static let verbs: WordSet = [
    "agreed", "confirmed", "determined", "decided", "defined", "specified", "advised", "settled", "negotiated",
  ]

  /// "To be agreed", "as agreed" in a cell by itself.
  private func isToBeAgreed(_ cell: Range<Int>) -> Bool {
    guard (2...7).contains(cell.count), context.isOne(cell.lowerBound, of: Self.openers) else { return false }
    return cell.contains { context.isOne($0, of: Self.verbs) }
  }

  private func mark(in sentence: Range<Int>) -> PhraseMatch? {
    context.cues(in: sentence).first { $0.cue.sense == .openAmount }?.match
  }

  private func candidate(_ mark: PhraseMatch, in sentence: Range<Int>) -> Candidate? {
    guard context.says([.granted, .free], in: sentence) else { return nil }
    let names = context.names(in: sentence).filter { $0.kind != nil && !$0.isWeak && $0.kind != "support_plan" }
    guard let name = names.min(by: { distance($0.tokens, mark) < distance($1.tokens, mark) }), let kind = name.kind,
      distance(name.tokens, mark) <= Self.farthest
    else { return nil }
    return open(kind, name, mark, sentence)
  }

  private func distance(_ name: Range<Int>, _ mark: PhraseMatch) -> Int {
    max(0, mark.tokens.lowerBound - name.upperBound, name.lowerBound - mark.tokens.upperBound)
  }
}
