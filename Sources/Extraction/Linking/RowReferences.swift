// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Finds sentences that speak of a table's row by its reference: "Item 6.", "Hours under B3", "rows B and C"; the notes
/// that a row points to ("Note 1", "†", a letter in its column of notes) and the clauses ("see clause 4").
struct RowReferences {
  private let context: DocumentContext
  private let knowledge: DocumentKnowledge
  private let mentions: RowMentions
  /// Sentences by the mark that they name behind `item`, `line`, `row` …, outside tables.
  private let byLabel: [String: [Range<Int>]]
  /// Where the tables stand that have a row with a mark, by the mark; first tokens, ascending.
  private let tables: [String: [Int]]
  /// Blocks of notes by their number.
  private let notes: [String: Int]
  /// The first block under each label: "4", "c.2".
  private let clauses: [String: Int]

  init(_ context: DocumentContext, _ knowledge: DocumentKnowledge) {
    self.context = context
    self.knowledge = knowledge
    mentions = RowMentions(context: context)
    var byLabel: [String: [Range<Int>]] = [:]
    var notes: [String: Int] = [:]
    var clauses: [String: Int] = [:]
    for (index, block) in context.source.blocks.enumerated() {
      let tokens = context.stream.tokens(ofBlock: index)
      var isRow = false
      if case .tableRow = block.role { isRow = true }
      if !isRow {
        for (label, at) in mentions.labels(in: tokens) {
          let sentence = context.sentence(of: at)
          if byLabel[label]?.last != sentence { byLabel[label, default: []].append(sentence) }
        }
      }
      guard let label = block.label else { continue }
      let mark = Self.mark(context.source.string(label))
      if clauses[mark] == nil { clauses[mark] = index }
      let isNote = context.outline.ancestors(of: index).contains { ancestor in
        context.stream.tokens(ofBlock: ancestor).prefix(6).contains {
          ["notes", "note", "footnotes"].contains(context.folded($0))
        }
      }
      let digits = mark.filter(\.isNumber)
      if isNote, !digits.isEmpty, notes[digits] == nil { notes[digits] = index }
    }
    var tables: [String: [Int]] = [:]
    for reading in knowledge.tables where reading.role != .labels && reading.role != .signatures {
      let start = Self.start(reading, context)
      for row in reading.rows {
        guard let label = mentions.label(of: row, reading), tables[label]?.last != start else { continue }
        tables[label, default: []].append(start)
      }
    }
    self.tables = tables
    self.byLabel = byLabel
    self.notes = notes
    self.clauses = clauses
  }

  /// A label without its brackets and dots, in lower case.
  private static func mark(_ label: String) -> String {
    let trimmed = label.utf8.filter { !" ().:[]".utf8.contains($0) || $0 == 0x2E }
    var mark = String(decoding: trimmed, as: UTF8.self).lowercased()
    while mark.hasSuffix(".") { mark.removeLast() }
    return mark
  }

  func sentences(for place: Candidate.Place) -> [Range<Int>] {
    let reading = knowledge.tables[place.table]
    let row = reading.rows[place.row]
    var found: [Range<Int>] = []
    if let label = mentions.label(of: row, reading) { found += referring(to: label, row, reading) }
    for cell in row.cells where !cell.isEmpty {
      for token in cell where ["note", "notes"].contains(context.folded(token)) && token + 1 < cell.upperBound {
        if let block = notes[context.folded(token + 1)] { found += context.sentences(ofBlock: block) }
      }
      found += clause(in: cell)
    }
    for mark in noteMarks(row, reading) { found += note(mark, under: reading) }
    return found
  }

  /// Blocks that are notes to rows of the tables: they speak of the rows that bear their marks alone.
  func noteBlocks() -> Set<Int> {
    var found: Set<Int> = []
    for reading in knowledge.tables where reading.role != .labels && reading.role != .signatures {
      var marks: Set<String> = []
      for row in reading.rows { marks.formUnion(noteMarks(row, reading)) }
      if marks.isEmpty { continue }
      for block in reading.blocks.upperBound..<min(reading.blocks.upperBound + 14, context.source.blocks.count) {
        if context.outline.isHeading[block] { break }
        if case .tableRow = context.source.blocks[block].role { break }
        guard let first = context.sentences(ofBlock: block).first else { continue }
        let label = context.source.blocks[block].label.map { Self.mark(context.source.string($0)) }
        if let mark = label ?? opener(first), marks.contains(mark) { found.insert(block) }
      }
    }
    return found
  }

  // MARK: By its mark

  private func referring(to label: String, _ row: TableReading.Row, _ reading: TableReading) -> [Range<Int>] {
    let sentences = (byLabel[label] ?? []).filter { isMeant(label, $0, reading) }.flatMap(wholeItem)
    let words = label.split(separator: " ").map(String.init)
    guard reading.columns.contains(.reference), words.count >= 2 else { return sentences }
    // "B3": letters and digits, glued. Anywhere but in the row itself.
    let own = context.stream.tokens(ofBlock: row.block)
    var found = sentences
    for token in 0..<max(0, context.stream.count - words.count) where !own.contains(token) {
      if (0..<words.count).allSatisfy({ context.folded(token + $0) == words[$0] }) {
        found.append(context.sentence(of: token))
      }
    }
    return found
  }

  /// Of several tables with rows of the same mark the last before the sentence is meant, else the first behind it.
  private func isMeant(_ label: String, _ sentence: Range<Int>, _ reading: TableReading) -> Bool {
    let alike = tables[label] ?? []
    guard alike.count > 1 else { return true }
    let meant = alike.last { $0 < sentence.lowerBound } ?? alike[0]
    return meant == Self.start(reading, context)
  }

  private static func start(_ reading: TableReading, _ context: DocumentContext) -> Int {
    reading.rows.first.map { context.stream.tokens(ofBlock: $0.block).lowerBound } ?? 0
  }

  /// "Item 6. The consultant is available …": where the reference opens an item, the whole item speaks of the row.
  private func wholeItem(_ sentence: Range<Int>) -> [Range<Int>] {
    let block = context.stream.block(of: sentence.lowerBound)
    let tokens = context.stream.tokens(ofBlock: block)
    guard sentence.lowerBound - tokens.lowerBound < 4, sentence.count <= 4 else { return [sentence] }
    return context.sentences(ofBlock: block)
  }

  // MARK: Clauses

  private static let clauseWords: WordSet = ["clause", "section", "paragraph", "para", "article", "§", "cl", "sec"]

  /// "see paragraph 4", "see C.2": the clause and what stands under it.
  private func clause(in cell: Range<Int>) -> [Range<Int>] {
    guard cell.count <= 24, let see = cell.first(where: { ["see", "cf", "per"].contains(context.folded($0)) }) else {
      return []
    }
    var at = see + 1
    let isSaid = at < cell.upperBound && Self.clauseWords.contains(context.folded(at))
    if isSaid { at += 1 }
    if at < cell.upperBound, context.folded(at) == "." { at += 1 }
    var mark = ""
    var last = at
    while at < cell.upperBound, mark.utf8.count < 6 {
      if !mark.isEmpty, context.stream.tokens[at].start != context.stream.tokens[last].end { break }
      let word = context.folded(at)
      if ["(", ")", ","].contains(word) { break }
      mark += word
      last = at
      at += 1
    }
    mark = Self.mark(mark)
    guard mark.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) || isSaid, let block = clauses[mark] else {
      return []
    }
    return ([block] + context.outline.descendants(of: block).prefix(8)).flatMap { context.sentences(ofBlock: $0) }
  }

  // MARK: Notes

  /// Marks of notes on a row: signs behind its words, what stands in its column of notes.
  private func noteMarks(_ row: TableReading.Row, _ reading: TableReading) -> Set<String> {
    var marks: Set<String> = []
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
      for token in cell where RowScale.marks.contains(context.folded(token)) { marks.insert(context.folded(token)) }
      if reading.columns[safe: column] == .note || isHeadedNote(reading, column), cell.count <= 6 {
        for token in cell where context.stream.tokens[token].tokenClass != .sign {
          let word = context.folded(token)
          if word.utf8.count <= 2 { marks.insert(word) }
        }
      }
    }
    return marks
  }

  private func isHeadedNote(_ reading: TableReading, _ column: Int) -> Bool {
    guard let heading = reading.headers[safe: column], heading.count <= 2 else { return false }
    return heading.contains { ["note", "notes", "footnote", "fn", "rule"].contains(context.folded($0)) }
  }

  /// The sentences of the note with a mark, in the few blocks under the table: from the one that opens with it to the
  /// next that opens with another.
  private func note(_ mark: String, under reading: TableReading) -> [Range<Int>] {
    let first = reading.blocks.upperBound
    guard first > 0, first < context.source.blocks.count else { return [] }
    var found: [Range<Int>] = []
    var isOpen = false
    for block in first..<min(first + 14, context.source.blocks.count) {
      if context.outline.isHeading[block] { break }
      if case .tableRow = context.source.blocks[block].role { break }
      let label = context.source.blocks[block].label.map { Self.mark(context.source.string($0)) }
      for (number, sentence) in context.sentences(ofBlock: block).enumerated() {
        if let opened = number == 0 ? label ?? opener(sentence) : opener(sentence) { isOpen = opened == mark }
        if isOpen { found.append(sentence) }
      }
    }
    return found
  }

  /// "A – …", "* …", "(1) …", "Note 2: …".
  private func opener(_ sentence: Range<Int>) -> String? {
    var at = sentence.lowerBound
    if ["note", "notes", "footnote"].contains(context.folded(at)) { at += 1 }
    guard at < sentence.upperBound else { return nil }
    if RowScale.marks.contains(context.folded(at)) { return context.folded(at) }
    if ["(", "["].contains(context.folded(at)) { at += 1 }
    guard at + 1 < sentence.upperBound else { return nil }
    let word = context.folded(at)
    guard word.utf8.count <= 2, [")", "]", "-", "–", "—", ":", ".", "="].contains(context.folded(at + 1)) else {
      return nil
    }
    return word
  }
}
