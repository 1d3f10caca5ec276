// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// The notes under tables: "A – …", "* …", "(1) …", and the rows that bear their marks.
struct TableNotes {
  private let context: DocumentContext
  /// Sentences by mark, for each table by the block behind its last.
  private var sentences: [Int: [String: [Range<Int>]]] = [:]
  /// Blocks that open with the mark of a row.
  private(set) var blocks: Set<Int> = []

  /// The blocks behind tables whose rows bear the marks of notes at their labels: "1) Query credits", "Seats 2)".
  private var labelled: Set<Int> = []

  /// By the letter, for each table by the block behind its last.
  private var keys: [Int: [String: Range<Int>]] = [:]

  /// No table has notes further down than this.
  private static let reach = 14

  private let endNotes: EndNotes
  private let areas: NoteAreas

  init(_ context: DocumentContext, _ knowledge: DocumentKnowledge, _ endNotes: EndNotes) {
    self.context = context
    self.endNotes = endNotes
    areas = NoteAreas(context)
    for reading in knowledge.tables where reading.role != .labels && reading.role != .signatures {
      if opensWithBracket(reading.blocks.upperBound) { labelled.insert(reading.blocks.upperBound) }
      readKeys(under: reading)
      var marks: Set<String> = []
      for row in reading.rows { marks.formUnion(self.marks(row, reading)) }
      for heading in reading.headers { marks.formUnion(named(in: heading)) }
      if !marks.isEmpty { read(under: reading, marks, sums: sums(under: reading, knowledge)) }
    }
  }

  /// The rows of a table of nothing but sums that follows a table.
  private func sums(under reading: TableReading, _ knowledge: DocumentKnowledge) -> Range<Int> {
    let first = reading.blocks.upperBound
    let next = knowledge.tables.first { (first...(first + 1)).contains($0.blocks.lowerBound) }
    guard let next, next.rows.count <= 6, next.rows.contains(where: { isTotal($0) }) else { return 0..<0 }
    return next.blocks
  }

  private func isTotal(_ row: TableReading.Row) -> Bool {
    row.isSummary
      || row.cells.first { !$0.isEmpty }.map { context.words($0.prefixRange(3)).contains("total") } ?? false
  }

  /// `NOTES TO THE LINES`
  private func isHeadedNotes(_ block: Int) -> Bool { NoteAreas.isHeading(block, context) }

  /// A cell of nothing but a mark in brackets: `(N1)`, `[2]`.
  private func bracketed(_ cell: Range<Int>) -> String? {
    guard (3...4).contains(cell.count), context.isOne(cell.lowerBound, of: "(|["),
      context.isOne(cell.upperBound - 1, of: ")|]")
    else { return nil }
    let word = context.words((cell.lowerBound + 1)..<(cell.upperBound - 1)).joined()
    return word.utf8.count <= 3 && context.stream.tokens[cell.lowerBound + 1].tokenClass != .sign ? word : nil
  }

  /// What a key under a table says of the letter that stands in a cell of the row: "A = first twelve months; B = …".
  func keys(for row: TableReading.Row, _ reading: TableReading) -> [Range<Int>] {
    guard let keys = keys[reading.blocks.upperBound] else { return [] }
    return row.cells.compactMap { cell in cell.count == 1 ? keys[context.folded(cell.lowerBound)] : nil }
  }

  /// The parts of a block of keys, by their letter: two at least, each behind `=`, `:` or a dash.
  private mutating func readKeys(under reading: TableReading) {
    let first = reading.blocks.upperBound
    var letters: Set<String> = []
    for row in reading.rows {
      for cell in row.cells.dropFirst() where cell.count == 1 {
        let word = context.folded(cell.lowerBound)
        if word.utf8.count == 1, context.isWord(cell.lowerBound), context.isCapitalised(cell.lowerBound) {
          letters.insert(word)
        }
      }
    }
    guard letters.count > 1, first > 0, first < context.source.blocks.count, keys[first] == nil else { return }
    for block in first..<min(first + 4, context.source.blocks.count) {
      if context.isTableRow(block) || context.outline.isHeading[block] { break }
      let tokens = context.stream.tokens(ofBlock: block)
      let starts = tokens.dropLast().filter {
        letters.contains(context.folded($0)) && context.isCapitalised($0)
          && context.isOne($0 + 1, of: "=|:|–|—")
      }
      for (start, next) in zip(starts, starts.dropFirst() + [tokens.upperBound]) {
        var end = next
        while end > start + 2, context.isOne(end - 1, of: ";|,|.") { end -= 1 }
        if end > start + 2 { keys[first, default: [:]][context.folded(start)] = (start + 2)..<end }
      }
    }
  }

  /// What the notes say that a row points to, or the heading over its grant.
  func sentences(for row: TableReading.Row, heading: Range<Int>, _ reading: TableReading) -> [Range<Int>] {
    guard let notes = sentences[reading.blocks.upperBound] else { return [] }
    return marks(row, reading).union(named(in: heading)).sorted().flatMap { notes[$0] ?? [] }
  }

  /// The first block under a table is a note: `1) …`.
  private func opensWithBracket(_ block: Int) -> Bool {
    guard block > 0, block < context.source.blocks.count else { return false }
    if context.outline.isHeading[block] {
      return isHeadedNotes(block) ? opensWithBracket(block + 1) : areas.hasBrackets
    }
    if let label = context.source.blocks[block].label { return context.source.string(label).contains(")") }
    let tokens = context.stream.tokens(ofBlock: block)
    return tokens.count > 2 && context.folded(tokens.lowerBound + 1) == ")"
      && context.folded(tokens.lowerBound).utf8.count <= 2
  }

  /// The mark at a label's start or end: "1) Query credits", "Seats 2)", or a cell that holds no more.
  private func labelMark(_ cell: Range<Int>) -> String? {
    guard cell.count >= 2 else { return nil }
    let places = [(cell.lowerBound, cell.lowerBound + 1), (cell.upperBound - 2, cell.upperBound - 1)]
    for (mark, bracket) in places where context.folded(bracket) == ")" {
      let word = context.folded(mark)
      guard word.utf8.count <= 2, context.stream.tokens[mark].tokenClass != .sign, !context.hasSpaceBefore(bracket),
        mark == cell.lowerBound || context.folded(mark - 1) != "("
      else { continue }
      return word
    }
    return nil
  }

  /// `Training credits (a)`: a letter in brackets that ends a label.
  private func letterInText(_ open: Int, _ cell: Range<Int>) -> String? {
    guard open > cell.lowerBound, open + 3 == cell.upperBound, context.isOne(open + 2, of: ")|]"),
      context.isWord(open - 1) || context.folded(open) == "["
    else { return nil }
    let word = context.folded(open + 1)
    return word.utf8.count == 1 && context.isWord(open + 1) && !["s", "k", "m"].contains(word) ? word : nil
  }

  /// `Implementation hours (2)`: a figure in brackets behind words; that of "five (5) vouchers" repeats the word.
  private func markInText(_ open: Int, _ cell: Range<Int>) -> String? {
    guard open > cell.lowerBound, context.isOne(open + 2, of: ")|]"),
      context.folded(open - 1) != context.folded(open + 1), Ordinals.cardinal(context.folded(open - 1)) == nil,
      context.folded(open + 1).utf8.count <= 2,
      let number = Int(context.folded(open + 1)), (1...30).contains(number)
    else { return nil }
    return context.folded(open + 1)
  }

  /// `36 [N2]`
  private func codeInText(_ open: Int, _ cell: Range<Int>) -> String? {
    guard let (mark, end) = NoteMarks(context).coded(at: open + 1, in: cell), end < cell.upperBound,
      context.isOne(end, of: ")|]")
    else { return nil }
    return mark
  }

  /// The notes that a cell names: "Hosting credits (Note 1)".
  private func named(in cell: Range<Int>) -> Set<String> {
    var marks: Set<String> = []
    for token in cell.dropLast() where context.isOne(token, of: "note|notes|footnote") {
      let word = context.folded(token + 1)
      if word.utf8.count <= 2, context.stream.tokens[token + 1].tokenClass != .sign { marks.insert(word) }
    }
    return marks
  }

  /// Each note goes from the sentence that opens with its mark to the next that opens with another.
  private mutating func read(under reading: TableReading, _ marks: Set<String>, sums: Range<Int>) {
    let first = reading.blocks.upperBound
    guard first > 0, first < context.source.blocks.count, sentences[first] == nil else { return }
    var found: [String: [Range<Int>]] = [:]
    var open: String?
    let opener = NoteMarks(context)
    for block in first..<min(first + Self.reach, context.source.blocks.count) {
      if context.outline.isHeading[block] {
        if open == nil, isHeadedNotes(block) { continue }
        break
      }
      // The sums may stand apart from the lines that they add up.
      if context.isTableRow(block) {
        if open == nil, sums.contains(block) { continue }
        break
      }
      let label = context.source.blocks[block].label.map { NoteMarks.mark(context.source.string($0)) }
      // "Extras (no charge)" over items, behind notes that are items themselves: another matter begins.
      if open != nil, label == nil, isOverItems(block) { break }
      for (number, sentence) in context.sentences(ofBlock: block).enumerated() {
        if let opened = (number == 0 ? label : nil) ?? opener.opener(of: sentence)
          ?? opener.bareOpener(of: sentence, among: marks)
        {
          open = opened
        }
        guard let open, marks.contains(open) else { continue }
        if number == 0 { blocks.insert(block) }
        found[open, default: []].append(sentence)
      }
    }
    for mark in marks where found[mark] == nil {
      guard let note = areas.note(mark, behind: first) else {
        found[mark] = endNotes.sentences(mark)
        continue
      }
      blocks.formUnion(note.blocks)
      found[mark] = note.sentences
    }
    sentences[first] = found
  }

  private func isOverItems(_ block: Int) -> Bool {
    guard block + 1 < context.source.blocks.count, case .listItem = context.source.blocks[block + 1].role else {
      return false
    }
    return context.outline.parents[block + 1] == block
  }

  /// Marks of notes on a row: signs behind its words, what stands in its column of notes.
  private func marks(_ row: TableReading.Row, _ reading: TableReading) -> Set<String> {
    var marks: Set<String> = []
    for (column, cell) in row.cells.enumerated() where !cell.isEmpty && cell.count <= 60 {
      for token in cell { if let mark = NoteMarks(context).sign(at: token, in: cell) { marks.insert(mark) } }
      marks.formUnion(named(in: cell))
      if let mark = bracketed(cell) { marks.insert(mark) }
      for token in cell.dropLast(2) where context.isOne(token, of: "(|[") {
        if let mark = markInText(token, cell) ?? letterInText(token, cell) ?? codeInText(token, cell) {
          marks.insert(mark)
        }
      }
      if labelled.contains(reading.blocks.upperBound), let mark = labelMark(cell) { marks.insert(mark) }
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
    return heading.contains { context.isOne($0, of: "note|notes|footnote|fn|rule") }
  }
}
