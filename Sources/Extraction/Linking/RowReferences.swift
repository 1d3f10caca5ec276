// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Finds sentences that speak of a table's row by its reference: "Item 6.", "Hours under B3", "line 4", "Note 1".
struct RowReferences {
  private let context: DocumentContext
  private let knowledge: DocumentKnowledge
  /// Sentences by the number after `item`, `line`, `row` …
  private let byNumber: [String: [Range<Int>]]
  /// Blocks of notes by their number.
  private let notes: [String: Int]

  init(_ context: DocumentContext, _ knowledge: DocumentKnowledge) {
    self.context = context
    self.knowledge = knowledge
    var byNumber: [String: [Range<Int>]] = [:]
    let nouns: Set<String> = ["item", "line", "row", "position", "pos", "ref", "entry"]
    if knowledge.tables.contains(where: { $0.columns.contains(.reference) }) {
      for token in 0..<max(0, context.stream.count - 1) where nouns.contains(context.folded(token)) {
        let number = context.folded(token + 1)
        guard Int(number) != nil else { continue }
        byNumber[number, default: []].append(context.sentence(of: token))
      }
    }
    self.byNumber = byNumber
    var notes: [String: Int] = [:]
    for (index, block) in context.source.blocks.enumerated() {
      guard let label = block.label else { continue }
      let isNote = context.outline.ancestors(of: index).contains { ancestor in
        context.stream.tokens(ofBlock: ancestor).prefix(6).contains {
          ["notes", "note", "footnotes"].contains(context.folded($0))
        }
      }
      guard isNote else { continue }
      let digits = context.source.string(label).filter(\.isNumber)
      if !digits.isEmpty, notes[digits] == nil { notes[digits] = index }
    }
    self.notes = notes
  }

  func sentences(for place: Candidate.Place) -> [Range<Int>] {
    let reading = knowledge.tables[place.table]
    let row = reading.rows[place.row]
    var found: [Range<Int>] = []
    if let column = reading.columns.firstIndex(of: .reference), let cell = row.cells[safe: column], !cell.isEmpty {
      found += referring(to: cell)
    }
    for cell in row.cells {
      for token in cell where ["note", "notes"].contains(context.folded(token)) && token + 1 < cell.upperBound {
        if let block = notes[context.folded(token + 1)] { found += context.sentences(ofBlock: block) }
      }
    }
    return found
  }

  private func referring(to cell: Range<Int>) -> [Range<Int>] {
    let words = cell.map { context.folded($0) }.filter { $0 != "." && $0 != ")" }
    if words.count == 1, let number = words.first, Int(number) != nil {
      return (byNumber[number] ?? []).flatMap(wholeItem)
    }
    guard words.count >= 2 else { return [] }
    // "B3": letters and digits, glued. Anywhere but in the table itself.
    var found: [Range<Int>] = []
    for token in 0..<max(0, context.stream.count - words.count) where !cell.contains(token) {
      if (0..<words.count).allSatisfy({ context.folded(token + $0) == words[$0] }) {
        found.append(context.sentence(of: token))
      }
    }
    return found
  }

  /// "Item 6. The consultant is available …": where the reference opens an item, the whole item speaks of the row.
  private func wholeItem(_ sentence: Range<Int>) -> [Range<Int>] {
    let block = context.stream.block(of: sentence.lowerBound)
    let tokens = context.stream.tokens(ofBlock: block)
    guard sentence.lowerBound - tokens.lowerBound < 4, sentence.count <= 4 else { return [sentence] }
    return context.sentences(ofBlock: block)
  }
}
