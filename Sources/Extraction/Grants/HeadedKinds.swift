// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns

/// Half a name ("100 credits", "12 vouchers") under a heading that says it whole: "Training Credits", "Exam Vouchers". It
/// stays half a name: "a class takes two credits" grants none, whatever the heading.
struct HeadedKinds {
  let context: DocumentContext

  private static let longestTitle = 12

  func told(_ candidate: Candidate) -> Candidate {
    if let one = toldBefore(candidate) { return one }
    guard candidate.isWeak, candidate.place == nil, let noun = candidate.name.tokens.last,
      let name = title(over: candidate, endingIn: context.folded(noun).droppingPlural), name.kind != candidate.kind,
      let kind = name.kind
    else { return candidate }
    var one = candidate
    one.kind = kind
    one.name.kind = kind
    one.name.unit = name.unit
    if let unit = name.unit ?? context.patterns.unit(of: kind) { one.quantity?.unit = unit }
    return one
  }

  /// "Training 20 credits, certification 4 vouchers": what stands right before the number says of what they are.
  private func toldBefore(_ candidate: Candidate) -> Candidate? {
    let start = candidate.tokens.lowerBound
    guard candidate.isWeak, candidate.place == nil, candidate.name.tokens.count == 1, let quantity = candidate.quantity,
      start < candidate.name.tokens.lowerBound, start > candidate.sentence.lowerBound,
      let unit = quantity.unit
    else { return nil }
    let word = context.isOne(start - 1, of: ":|-|–|—|(|,") ? start - 2 : start - 1
    guard word >= candidate.sentence.lowerBound,
      word == candidate.sentence.lowerBound || context.isOne(word - 1, of: ",|;|:|and|.|-|–|•|*|plus|)"),
      let name = RowKinds.name(of: word..<(word + 1), unit: unit, context), let kind = name.kind
    else { return nil }
    var one = candidate
    one.kind = kind
    one.name.kind = kind
    one.name.unit = unit
    return one
  }

  /// The one name of a kind in the nearest heading, or in the short title that opens the paragraph.
  private func title(over candidate: Candidate, endingIn noun: String) -> NameSpan? {
    let start = candidate.sentence.lowerBound
    let block = context.stream.block(of: start)
    var titles = openings(of: block, before: start)
    if let heading = context.outline.ancestors(of: block).first(where: { context.outline.isHeading[$0] }) {
      titles.append(context.stream.tokens(ofBlock: heading))
    }
    // A line of a few words that nothing marks as a heading.
    if block > 0, !context.isTableRow(block - 1) {
      let line = context.stream.tokens(ofBlock: block - 1)
      if line.count <= 6, line.last.map({ !context.isOne($0, of: ".|;|,") }) ?? false { titles.append(line) }
    }
    for title in titles where title.count <= Self.longestTitle {
      let names = context.names(in: title).filter { $0.kind != nil && !$0.isWeak }
      guard !names.isEmpty else { continue }
      guard Set(names.map(\.kind)).count == 1, let name = names.max(by: { $0.tokens.count < $1.tokens.count }),
        let last = name.tokens.last, context.folded(last).droppingPlural == noun
      else { return nil }
      return name
    }
    return nil
  }

  /// The short sentences that open a block, past the clause's number: "3. Training Credits."
  private func openings(of block: Int, before start: Int) -> [Range<Int>] {
    let tokens = context.stream.tokens(ofBlock: block)
    var found: [Range<Int>] = []
    var at = tokens.lowerBound
    while at < start, found.count < 3 {
      let sentence = context.sentence(of: at).clamped(to: tokens)
      guard !sentence.isEmpty, sentence.upperBound <= start, sentence.count <= Self.longestTitle,
        context.isOne(sentence.upperBound - 1, of: ".|:|-|)")
      else { break }
      found.append(sentence)
      at = sentence.upperBound
    }
    return found
  }
}
