// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Grants that a sentence means by the labels that they stand under.
extension GeneralTerms {
  /// "The items in 1 and 2", "benefits under 2.1 and 2.3", "items (a) to (c)": what stands under those labels.
  func labelled(in sentence: Range<Int>, _ block: Int) -> [Int]? {
    for token in sentence.prefix(24) where context.isOne(token, of: Self.labelledThings) {
      // "Save for what is granted in 1.1": of all others.
      if (max(sentence.lowerBound, token - 3)..<token).contains(where: {
        context.isOne($0, of: "save|except|besides|but|excluding|than|apart")
      }) {
        continue
      }
      var at = token + 1
      // "what we give under 3", "everything listed in 3"
      if let joint = (at..<min(sentence.upperBound, at + 4)).first(where: {
        context.isOne($0, of: "in|under")
      }), context.values(in: at..<joint).isEmpty {
        at = joint
      }
      if at < sentence.upperBound, context.isOne(token, of: "nos|no"), context.folded(at) == "." { at += 1 }
      let isJoined = at < sentence.upperBound && context.isOne(at, of: "in|under|of|at")
      if isJoined { at += 1 } else if context.isOne(token, of: Self.wholeThings) { continue }
      if at < sentence.upperBound, PlaceReferences.nouns.contains(context.folded(at).droppingPlural) { at += 1 }
      var labels: [String] = []
      var outer: String?
      while at < sentence.upperBound, labels.count < 12, let (label, end) = label(at: at, sentence) {
        at = end
        // "1(a)": the item under the clause of that number.
        if at < sentence.upperBound, context.folded(at) == "(", let (inner, close) = self.label(at: at, sentence) {
          outer = label
          labels.append(inner)
          at = close
        } else {
          labels.append(label)
        }
        // "Items 1 to 3"
        if at + 1 < sentence.upperBound, outer == nil, context.isOne(at, of: "to|through|-|–"),
          let first = labels.last, let (last, end) = self.label(at: at + 1, sentence)
        {
          labels += Self.between(first, last)
          at = end
        }
        guard at < sentence.upperBound, context.isOne(at, of: "and|,|&|or") else { break }
        at += 1
        if at < sentence.upperBound, context.folded(at) == "and" { at += 1 }
      }
      guard !labels.isEmpty, !isOfPaper(at, sentence) else { continue }
      let meant = candidates.indices.filter { index in
        guard blocks[index] != block, candidates[index].place == nil,
          let own = context.source.blocks[blocks[index]].label
        else { return false }
        return labels.contains(NoteMarks.mark(context.source.string(own)))
          && (outer.map { isUnder($0, blocks[index]) } ?? true)
      }
      if !meant.isEmpty { return meant }
    }
    return nil
  }

  /// "section 1.1 of the Data Policy": of another paper.
  private func isOfPaper(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token + 1 < sentence.upperBound, context.folded(token) == "of" else { return false }
    return (token + 1..<min(token + 5, sentence.upperBound)).contains {
      context.isOne($0, of: PlaceReferences.papers)
    }
  }

  private static let romans = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
  ]

  /// The labels from one to another: `1` to `3`, `a` to `c`, `i` to `iii`.
  static func between(_ first: String, _ last: String) -> [String] {
    // "i to v" are five: next to each other among letters they would be fourteen.
    if let low = romans.firstIndex(of: first), let high = romans.firstIndex(of: last), low < high {
      return Array(romans[low...high])
    }
    if let low = Int(first), let high = Int(last), low < high, high - low < 20 { return (low...high).map(String.init) }
    // "2.2 to 2.5"
    let (from, to) = (first.split(separator: "."), last.split(separator: "."))
    if from.count > 1, from.count == to.count, from.dropLast() == to.dropLast(),
      let low = from.last.flatMap({ Int($0) }), let high = to.last.flatMap({ Int($0) }), low < high, high - low < 20
    {
      return (low...high).map { from.dropLast().joined(separator: ".") + ".\($0)" }
    }
    guard first.utf8.count == 1, last.utf8.count == 1, let low = first.utf8.first, let high = last.utf8.first,
      low < high
    else { return [last] }
    return (low...high).map { String(UnicodeScalar($0)) }
  }

  /// Whether a block stands under one with that label.
  private func isUnder(_ label: String, _ block: Int) -> Bool {
    context.outline.ancestors(of: block).contains { ancestor in
      if let own = context.source.blocks[ancestor].label {
        return NoteMarks.mark(context.source.string(own)) == label
      }
      return context.stream.tokens(ofBlock: ancestor).first.map { context.folded($0) == label } ?? false
    }
  }

  private static let wholeThings: WordSet = ["everything", "all", "anything", "nothing", "whatever"]
  private static let labelledThings: WordSet = [
    "services", "service", "what", "everything", "all", "anything", "nothing", "whatever",
    "item", "items", "benefits", "benefit", "incentives", "incentive", "grants", "extras", "entitlements", "those",
    "allowances", "points", "nos", "numbers", "bullets", "no", "measures", "measure", "concessions", "concession",
    "advantages", "accommodations", "arrangements", "courtesies", "contributions", "commitments", "offerings",
  ]

  /// `2`, `2.1`, `(a)`: as the label of a block has it.
  private func label(at token: Int, _ sentence: Range<Int>) -> (String, Int)? {
    let isOpen = context.folded(token) == "("
    var at = isOpen ? token + 1 : token
    guard at < sentence.upperBound else { return nil }
    var text = context.folded(at)
    // "C.1": a letter with a number behind it.
    let isLettered = !isOpen && text.utf8.count == 1 && context.isWord(at) && context.isCapitalised(at)
    let isNumber = Self.isFigure(text) || isLettered
    guard isNumber || text.utf8.count == 1 && isOpen && context.isWord(at) else { return nil }
    at += 1
    while isNumber, at + 1 < sentence.upperBound, context.folded(at) == ".", Int(context.folded(at + 1)) != nil,
      !context.hasSpaceBefore(at + 1)
    {
      text += "." + context.folded(at + 1)
      at += 2
    }
    if isOpen {
      guard at < sentence.upperBound, context.folded(at) == ")" else { return nil }
      at += 1
    }
    // "Items A and B"
    if isLettered, text.utf8.count == 1 {
      let before = context.folded(token - 1)
      guard Self.labelledThings.contains(before) || ["and", ",", "&", "or"].contains(before) else { return nil }
    }
    return (text, at)
  }

  /// `2`, `2.1`
  private static func isFigure(_ text: String) -> Bool {
    text.utf8.count <= 6 && text.utf8.first.map { (0x30...0x39).contains($0) } ?? false
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
  }
}
