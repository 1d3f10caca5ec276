// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Finds which rows of a table words speak of: "row A", "items 1 to 3", "lines 2 and 4", "the first two rows".
struct RowMentions {
  let context: DocumentContext

  private static let nouns: WordSet = [
    "row", "rows", "line", "lines", "item", "items", "position", "positions", "pos", "entry", "entries", "ref", "ln",
    "clin", "clins", "serial", "serials", "ser", "remark", "remarks", "numbers", "nos",
    "sl", "sr", "#", "sku", "code",
  ]

  private static let roman: WordSet = ["ii", "iii", "iv", "vi", "vii", "viii", "ix", "xi", "xii"]

  /// The mark that a row goes by: what stands in its column of references, else what opens its first cell ("C.", "5.1").
  func label(of row: TableReading.Row, _ reading: TableReading) -> String? {
    if let column = reading.columns.firstIndex(of: .reference), let cell = row.cells[safe: column], !cell.isEmpty {
      let words = context.words(cell).filter { ![".", ")", "("].contains($0) }
      return (1...3).contains(words.count) ? words.joined(separator: " ") : nil
    }
    guard let cell = row.cells.first(where: { !$0.isEmpty }), cell.count > 2 else { return nil }
    let opens = context.folded(cell.lowerBound) == "("
    let at = cell.lowerBound + (opens ? 1 : 0)
    let word = context.folded(at)
    guard context.isOne(at + 1, of: ".|)|:|-|–"), at + 2 < cell.upperBound,
      word.utf8.count == 1 && word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) || (Int(word) ?? 200) < 200
    else { return nil }
    return word
  }

  /// Labels that a passage names behind "row", "items" and the like, each with the token where it stands.
  func labels(in range: Range<Int>) -> [(label: String, at: Int)] {
    var found: [(String, Int)] = []
    for noun in range where context.isOne(noun, of: Self.nouns) {
      var at = noun + 1
      let isRemark = context.isOne(noun, of: "remark|remarks")
      if isRemark, at < range.upperBound, context.isOne(at, of: "on|to") { at += 1 }
      while at < range.upperBound, context.isOne(at, of: ".|no|nos|#|number|numbers") { at += 1 }
      var last: Int?
      while at < range.upperBound, found.count < 200, let (label, end) = label(at: at, range) {
        if let last, let number = Int(label), number > last, number - last < 50 {
          for between in (last + 1)..<number { found.append((String(between), at)) }
        }
        found.append((label, at))
        at = end
        let joint = at < range.upperBound ? context.folded(at) : ""
        guard [",", "and", "&", "or", "to", "-", "–", "through", "until"].contains(joint) else { break }
        last = ["to", "-", "–", "through", "until"].contains(joint) ? Int(label) : nil
        at += 1
        if joint == ",", at < range.upperBound, context.isOne(at, of: "and|or") { at += 1 }
        if at < range.upperBound, context.isOne(at, of: Self.nouns) { at += 1 }
      }
    }
    return found
  }

  /// A number, a single letter, or letters glued to a number ("B3").
  private func label(at token: Int, _ range: Range<Int>) -> (String, Int)? {
    let word = context.folded(token)
    if context.stream.tokens[token].tokenClass == .number { return (word, token + 1) }
    guard word.utf8.count <= 3, context.isWord(token) else { return nil }
    if word.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { return (word, token + 1) }
    if Self.roman.contains(word) { return (word, token + 1) }
    guard word.utf8.count == 1 else { return nil }
    if token + 1 < range.upperBound, context.stream.tokens[token + 1].tokenClass == .number,
      context.stream.tokens[token].end == context.stream.tokens[token + 1].start
    {
      return (word + " " + context.folded(token + 1), token + 2)
    }
    // "row a" is a label, "item a customer" is not.
    return context.isCapitalised(token) || word != "a" ? (word, token + 1) : nil
  }

  /// The rows of a table that a sentence names by their marks or by where they stand.
  func rows(in sentence: Range<Int>, of reading: TableReading) -> Set<Int> {
    let grants = reading.rows.indices.filter { !reading.rows[$0].isSummary && !reading.rows[$0].isGroup }
    var found = byPlace(sentence, grants)
    let labels = labels(in: sentence)
    guard !labels.isEmpty else { return found }
    var byLabel: [String: [Int]] = [:]
    for row in grants {
      if let label = label(of: reading.rows[row], reading) { byLabel[label, default: []].append(row) }
    }
    for (label, _) in labels { found.formUnion(byLabel[label] ?? []) }
    return found
  }

  /// "the first row", "the first two lines", "the last item".
  private func byPlace(_ sentence: Range<Int>, _ rows: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    for token in sentence where token + 1 < sentence.upperBound {
      let word = context.folded(token)
      let isLast = word == "last"
      guard isLast || Ordinals.value(word) != nil, !rows.isEmpty else { continue }
      var at = token + 1
      var count = 1
      if let number = Ordinals.cardinal(context.folded(at)) ?? Int(context.folded(at)), at + 1 < sentence.upperBound {
        count = number
        at += 1
      }
      guard context.isOne(at, of: Self.nouns), count > 0, count <= rows.count else { continue }
      if isLast {
        found.formUnion(rows.suffix(count))
        continue
      }
      guard let first = Ordinals.value(word), first - 1 + count <= rows.count else { continue }
      found.formUnion(rows[(first - 1)..<(first - 1 + count)])
    }
    return found
  }
}
