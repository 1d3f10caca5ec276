// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Sentences that give several grants a time each.
extension GeneralTerms {
  private static let heads: WordSet = ["deadlines", "deadline", "expiry", "expiration", "limits", "dates", "validity"]

  /// "Deadlines: training credits 31 May 2031, success fund 30 November 2031."
  func link(deadlines sentence: Range<Int>, _ given: inout [[Attachment]]) -> Bool {
    guard sentence.prefix(3).contains(where: { context.isOne($0, of: Self.heads) }) else { return false }
    let dates = context.dates(in: sentence)
    guard dates.count > 1 else { return false }
    let names = context.names(in: sentence).filter { $0.kind != nil && !$0.isWeak }
    var linked = false
    for name in names {
      guard let date = dates.first(where: { $0.tokens.lowerBound >= name.tokens.upperBound }),
        date.tokens.lowerBound - name.tokens.upperBound <= 3
      else { continue }
      let statement = TimeStatement(
        role: .end, point: .date(DateValue(date.date)), tokens: name.tokens.upperBound..<date.tokens.upperBound)
      for index in candidates.indices
      where candidates[index].kind == name.kind && !given[index].contains(where: \.isTime) {
        given[index].append(
          Attachment(content: .time(statement), tokens: date.tokens, from: .section))
        linked = true
      }
    }
    return linked
  }

  /// "Item A through 31 December 2031; item B through 30 June 2031": each part speaks of its own.
  func link(parted sentence: Range<Int>, _ block: Int, _ given: inout [[Attachment]]) -> Bool {
    guard context.dates(in: sentence).count > 1 else { return false }
    let things = sentence.filter { context.isOne($0, of: "item|items|point|nos|no") }
    guard things.count > 1 else { return false }
    var linked = false
    let found = finder.attachments(in: sentence, from: .section).filter { $0.isTime }
    for (thing, next) in zip(things, things.dropFirst() + [sentence.upperBound]) {
      let part = thing..<next
      guard let meant = labelled(in: part, block) else { continue }
      for index in meant where !given[index].contains(where: { $0.isTime && $0.from < .section }) {
        given[index].removeAll { $0.isTime && sentence.contains($0.tokens.lowerBound) }
        given[index] += found.filter { part.contains($0.tokens.lowerBound) }
        linked = true
      }
    }
    return linked
  }

  /// "All of these expire on 31 December" behind a list: what the item before it grants.
  func before(_ sentence: Range<Int>, _ block: Int) -> [Int]? {
    guard sentence.count > 4, sentence.lowerBound - context.stream.tokens(ofBlock: block).lowerBound <= 20 else {
      return nil
    }
    let start = context.bodyStart(ofBlock: block)
    guard sentence.lowerBound - start <= 8, sentence.contains(where: { context.isWord($0) }),
      sentence.lowerBound == start || context.folded(sentence.lowerBound - 1) == "."
    else { return nil }
    let words = sentence.prefix(4).map { context.folded($0) }
    // "The above is available during the first six months."
    if words[0] == "the", ["above", "foregoing", "aforesaid", "aforementioned"].contains(words[1]),
      Self.behindAll.contains(words[2])
    {
      return run(before: block)
    }
    // "Anything you have not used of this by 30 September is gone."
    if ["anything", "everything", "whatever"].contains(words[0]),
      sentence.prefix(10).contains(where: { context.isOne($0, of: "this|these|them|above") })
    {
      return run(before: block)
    }
    // "Nothing in the preceding paragraph may be used after …"
    if let preceding = preceding(sentence, block) { return preceding }
    let isBoth =
      ["both", "all", "neither"].contains(words[0]) && Self.behindAll.contains(words[1])
      || ["they", "these"].contains(words[0]) && ["all", "both"].contains(words[1])
      || words[0] == "all" && ["three", "four", "five"].contains(words[1])
      || ["all", "each", "any", "none"].contains(words[0]) && words[1] == "of" && words[2] == "the"
        && ["foregoing", "above", "aforesaid"].contains(words[3])
    let isAll =
      isBoth
      || ["all", "each", "every", "none", "any"].contains(words[0]) && words[1] == "of"
        && ["these", "them", "those"].contains(words[2]) && !context.isCapitalised(sentence.lowerBound + 3)
        && context.isWord(sentence.lowerBound + 3) && Self.behindAll.contains(words[3])
    guard isAll, let last = candidates.indices.last(where: { blocks[$0] < block }) else { return nil }
    guard !candidates.contains(where: { context.stream.block(of: $0.tokens.lowerBound) == block }) else { return nil }
    let item = context.outline.item(of: blocks[last])
    let alike = candidates.indices.filter { blocks[$0] < block && context.outline.item(of: blocks[$0]) == item }
    // "Both go away on 31 May" behind two paragraphs that grant one thing each.
    let both = alike.count < 2 && words[0] == "both" ? run(before: block) : []
    if both.count == 2 { return both }
    return alike.count > 1 ? alike : following(before: block, last)
  }

  private static let behindAll: WordSet = [
    "is", "are", "must", "may", "can", "shall", "will", "expire", "expires", "lapse", "lapses", "end", "ends", "have",
    "has", "runs", "run", "go", "goes", "stop", "stops", "cease", "ceases", "close", "closes", "start", "starts",
    "begin",
    "begins", "stay", "stays", "remain", "remains", "last", "lasts", "terminate", "disappear", "apply", "applies",
    "need",
    "needs", "open", "opens",
  ]

  /// What the paragraphs right before a block grant, back to a heading or to the label that they stand under.
  private func run(before block: Int) -> [Int] {
    var first = block
    while first > 0, block - first < 12 {
      let before = first - 1
      if context.outline.isHeading[before] { break }
      first = before
      let isItem = if case .listItem = context.source.blocks[before].role { true } else { false }
      if context.source.blocks[before].label != nil, !isItem { break }
    }
    return candidates.indices.filter { (first..<block).contains(blocks[$0]) }
  }

  private static let paragraphs: WordSet = [
    "paragraph", "clause", "sentence", "list", "table", "item", "section", "bullets",
  ]

  /// "in the preceding paragraph", "of the table above": what the block right before grants.
  private func preceding(_ sentence: Range<Int>, _ block: Int) -> [Int]? {
    guard
      sentence.prefix(10).dropFirst().contains(where: {
        context.isOne($0, of: Self.paragraphs)
          && (context.isOne($0 - 1, of: "preceding|previous|foregoing")
            || $0 + 1 < sentence.upperBound && context.isOne($0 + 1, of: "above|before"))
      }), let last = candidates.indices.last(where: { blocks[$0] < block }), block - blocks[last] <= 2
    else { return nil }
    if candidates[last].place == nil, context.source.blocks[blocks[last]].label == nil {
      return candidates.indices.filter { blocks[$0] == blocks[last] }
    }
    return following(before: block, last)
  }

  /// The list or run of items right before a block.
  private func following(before block: Int, _ last: Int) -> [Int] {
    var first = block - 1
    if context.isTableRow(first) {
      while first > 0, context.isTableRow(first - 1) { first -= 1 }
    }
    while first > 0, case .listItem = context.source.blocks[first].role { first -= 1 }
    let meant = candidates.indices.filter { (first..<block).contains(blocks[$0]) }
    return meant.isEmpty ? [last] : meant
  }
}
