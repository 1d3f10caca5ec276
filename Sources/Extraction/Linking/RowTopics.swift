// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Tells of which row or thing of a table a sentence below it speaks, by how it opens. Made once for a table, for there
/// may be many rows and many sentences.
struct RowTopics {
  enum Topic: Equatable {
    /// The row with whose label it opens: "Skills Packs are non-refundable".
    case row(Int)
    /// The word before its colon, where the table has that word: "Seats: to be taken up within the year".
    case word(String)
  }

  private let context: DocumentContext
  /// The first two words of rows' labels; -1 where several rows have them.
  private var rows: [[String]: Int] = [:]
  private var words: Set<String> = []

  init(_ context: DocumentContext, _ reading: TableReading) {
    self.context = context
    for (index, row) in reading.rows.enumerated() {
      if let label = row.cells.first(where: { !$0.isEmpty }), let opening = Self.opening(label, context) {
        rows[opening] = rows[opening] == nil ? index : -1
      }
      for cell in row.cells { words.formUnion(cell.map { context.folded($0).droppingPlural }) }
    }
    for header in reading.headers { words.formUnion(header.map { context.folded($0).droppingPlural }) }
  }

  func topic(of sentence: Range<Int>) -> Topic? {
    if let opening = Self.opening(sentence, context), let row = rows[opening], row >= 0 { return .row(row) }
    guard let colon = sentence.prefix(4).first(where: { context.folded($0) == ":" }), colon > sentence.lowerBound,
      context.isWord(colon - 1)
    else { return nil }
    let word = context.folded(colon - 1).droppingPlural
    return words.contains(word) ? .word(word) : nil
  }

  private static func opening(_ range: Range<Int>, _ context: DocumentContext) -> [String]? {
    let words = range.prefixRange(2).map { context.isWord($0) ? context.folded($0).droppingPlural : "" }
    return words.count == 2 && !words.contains("") ? words : nil
  }
}
