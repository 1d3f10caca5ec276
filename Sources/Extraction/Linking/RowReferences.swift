// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Finds sentences that speak of a table's row by its reference: "Item 6.", "Hours under B3", "rows B and C"; the notes
/// that a row points to ("Note 1", "†", a letter in its column of notes) and the clauses ("see clause 4").
struct RowReferences {
  private let context: DocumentContext
  private let knowledge: DocumentKnowledge
  private let mentions: RowMentions
  private let underTables: TableNotes
  /// Where labels of two words or letters glued to figures ("b 3") stand, outside their own columns.
  private let glued: [String: [Int]]
  /// All of these places, ascending.
  private let gluedPlaces: [Int]
  /// Sentences by the mark that they name behind `item`, `line`, `row` …, outside tables.
  private let byLabel: [String: [Range<Int>]]
  /// Where the tables stand that have a row with a mark, by the mark; first tokens, ascending.
  private let tables: [String: [Int]]
  /// Blocks of notes by their number.
  private let notes: [String: Int]
  /// Blocks of notes by the letter of the row that they speak of.
  private let lettered: [String: Int]
  /// The first block under each label: "4", "c.2".
  private let clauses: [String: Int]
  /// All blocks under a short label ("b", "ii"), in text order.
  private let labelled: [String: [Int]]

  init(_ context: DocumentContext, _ knowledge: DocumentKnowledge, _ endNotes: EndNotes) {
    self.context = context
    self.knowledge = knowledge
    mentions = RowMentions(context: context)
    underTables = TableNotes(context, knowledge, endNotes)
    var byLabel: [String: [Range<Int>]] = [:]
    var notes: [String: Int] = [:]
    var lettered: [String: Int] = [:]
    var clauses: [String: Int] = [:]
    var labelled: [String: [Int]] = [:]
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
      let mark = NoteMarks.mark(context.source.string(label))
      if clauses[mark] == nil { clauses[mark] = index }
      if mark.utf8.count <= 4 { labelled[mark, default: []].append(index) }
      let isNote = context.outline.ancestors(of: index).contains { ancestor in
        context.stream.tokens(ofBlock: ancestor).prefix(6).contains {
          context.isOne($0, of: "notes|note|footnotes")
        }
      }
      let digits = mark.filter(\.isNumber)
      if isNote, !digits.isEmpty, notes[digits] == nil { notes[digits] = index }
      if isNote, digits.isEmpty, mark.utf8.count <= 2, lettered[mark] == nil { lettered[mark] = index }
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
    glued = Self.places(of: Set(tables.keys.filter { $0.utf8.contains(0x20) }), context)
    gluedPlaces = glued.values.joined().sorted()
    self.byLabel = byLabel
    self.notes = notes
    self.lettered = lettered
    self.clauses = clauses
    self.labelled = labelled
  }

  /// Blocks that are notes to rows of the tables: they speak of the rows that bear their marks alone.
  var noteBlocks: Set<Int> { underTables.blocks }

  /// Sentences for a row; `name` stands in the heading where columns name what is granted.
  func sentences(for place: Candidate.Place, name: Range<Int>) -> [Range<Int>] {
    let reading = knowledge.tables[place.table]
    let row = reading.rows[place.row]
    var found: [Range<Int>] = []
    if let label = mentions.label(of: row, reading) {
      found += referring(to: label, row, reading)
      // "f. The hours are worked off by …" under "Notes to the lines"
      if let note = lettered[label], note > row.block, !underTables.blocks.contains(note) {
        found += context.sentences(ofBlock: note)
      }
    }
    for cell in row.cells where !cell.isEmpty {
      for token in cell where context.isOne(token, of: "note|notes") && token + 1 < cell.upperBound {
        if let block = notes[context.folded(token + 1)] ?? lettered(behind: token, in: cell, row),
          !underTables.blocks.contains(block)
        {
          found += context.sentences(ofBlock: block)
        }
      }
      found += clause(in: cell)
    }
    let heading = reading.headers.first { $0.overlaps(name) } ?? 0..<0
    return found + underTables.sentences(for: row, heading: heading, reading)
  }

  /// "See note (ii)", "Note B": the item with that mark behind the table.
  private func lettered(behind note: Int, in cell: Range<Int>, _ row: TableReading.Row) -> Int? {
    let at = context.folded(note + 1) == "(" ? note + 2 : note + 1
    guard at < cell.upperBound else { return nil }
    let mark = context.folded(at)
    guard mark.utf8.count <= 4 else { return nil }
    if let found = (labelled[mark] ?? []).first(where: { $0 > row.block && $0 < row.block + Self.most }) {
      return found
    }
    // A letter by itself before a paragraph is not always taken for a label.
    return (row.block + 1..<min(row.block + Self.most, context.source.blocks.count)).first { block in
      let tokens = context.stream.tokens(ofBlock: block)
      return tokens.count > 2 && context.folded(tokens.lowerBound) == mark
        && context.isOne(tokens.lowerBound + 1, of: ".|)|:")
    }
  }

  /// What a key under the table says of the letter in a cell of the row.
  func keys(for place: Candidate.Place) -> [Range<Int>] {
    let reading = knowledge.tables[place.table]
    return underTables.keys(for: reading.rows[place.row], reading)
  }

  // MARK: By its mark

  private func referring(to label: String, _ row: TableReading.Row, _ reading: TableReading) -> [Range<Int>] {
    let sentences = (byLabel[label] ?? []).prefix(Self.most).filter { isMeant(label, $0, reading) }.flatMap(wholeItem)
    // "B3": letters and digits, glued. Anywhere but in the row itself.
    let own = context.stream.tokens(ofBlock: row.block)
    return sentences
      + (glued[label] ?? []).prefix(Self.most).filter { !own.contains($0) }.flatMap {
        wholeItem(part(of: context.sentence(of: $0), around: $0))
      }
  }

  /// No row is spoken of more often than this.
  private static let most = 60

  private static func places(of labels: Set<String>, _ context: DocumentContext) -> [String: [Int]] {
    guard !labels.isEmpty else { return [:] }
    let openers = Set(labels.compactMap { $0.split(separator: " ").first.map(String.init) })
    var found: [String: [Int]] = [:]
    for token in 0..<context.stream.count where openers.contains(context.folded(token)) {
      var label = context.folded(token)
      for next in (token + 1)..<min(token + 3, context.stream.count) {
        label += " " + context.folded(next)
        if labels.contains(label), context.isWholeCode(token..<(next + 1)) {
          found[label, default: []].append(token)
        }
      }
    }
    return found
  }

  /// "B-1, twelve months; B-2, eighteen months": the part between semicolons that the code stands in.
  private func part(of sentence: Range<Int>, around token: Int) -> Range<Int> {
    guard sentence.contains(where: { context.folded($0) == ";" }) else { return sentence }
    let first = gluedPlaces.partition { $0 >= sentence.lowerBound }
    guard first + 1 < gluedPlaces.count, gluedPlaces[first + 1] < sentence.upperBound else { return sentence }
    let low = (sentence.lowerBound..<token).last { context.folded($0) == ";" }.map { $0 + 1 } ?? sentence.lowerBound
    let high = (token..<sentence.upperBound).first { context.folded($0) == ";" } ?? sentence.upperBound
    return low..<high
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
    let isTitle =
      sentence.count <= 14 && context.folded(sentence.upperBound - 1) == "."
      && context.folded(sentence.upperBound - 2) == ")"
    guard sentence.lowerBound - tokens.lowerBound < 4, sentence.count <= 4 || isTitle else { return [sentence] }
    return context.sentences(ofBlock: block)
  }

  // MARK: Clauses

  private static let clauseWords: WordSet = ["clause", "section", "paragraph", "para", "article", "§", "cl", "sec"]

  /// "see paragraph 4", "see C.2": the clause and what stands under it.
  private func clause(in cell: Range<Int>) -> [Range<Int>] {
    guard cell.count <= 24 else { return [] }
    let said = cell.first { context.isOne($0, of: Self.clauseWords) }
    guard let see = said ?? cell.first(where: { context.isOne($0, of: "see|cf") }) else { return [] }
    let isSaid = said != nil
    var at = see + 1
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
    mark = NoteMarks.mark(mark)
    guard mark.utf8.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) || isSaid, let block = clauses[mark] else {
      return []
    }
    let below = ((block + 1)..<min(block + 9, context.source.blocks.count)).prefix {
      context.outline.ancestors(of: $0).contains(block)
    }
    return ([block] + below).flatMap { context.sentences(ofBlock: $0).prefix(24) }
  }
}
