// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import ValueRecognition

/// Reads tables that set an order's former state beside its new one: "Before | From the Change Date".
struct ChangeColumns {
  let context: DocumentContext

  private static let former: WordSet = [
    "before", "previous", "previously", "former", "old", "existing", "prior", "was", "current", "hitherto", "expiring",
    "ending", "today", "proposed", "requested", "quoted", "asked",
  ]
  /// "Words that go", "Text struck out".
  private static let going: WordSet = [
    "go", "goes", "going", "deleted", "removed", "struck", "replaced", "outgoing",
  ]
  private static let coming: WordSet = [
    "from", "after", "new", "now", "revised", "amended", "change", "come", "comes", "coming", "inserted", "replacement",
    "incoming", "substitute", "substituted", "becomes", "become", "renewal", "renewed", "agreed", "granted",
    "confirmed",
    "this", "future",
  ]
  private static let nothing: WordSet = [
    "none", "nil", "removed", "deleted", "withdrawn", "cancelled", "n/a", "no",
  ]

  /// A column that shows what was: no grant of this document.
  func isFormer(_ column: Int, _ reading: TableReading) -> Bool {
    if isOfOtherPaper(column, reading) { return true }
    guard let header = reading.headers[safe: column], !header.isEmpty, header.count <= 5,
      context.isOne(header.lowerBound, of: Self.former)
        || context.isOne(header.upperBound - 1, of: Self.former)
        || header.contains(where: { context.isOne($0, of: Self.going) })
        || header.count <= 3 && context.folded(header.upperBound - 1) == "now"
          && context.isOne(header.lowerBound, of: "until|till|to|up")
    else { return false }
    return reading.headers.enumerated().contains { index, other in
      index > column
        && other.contains {
          context.isOne($0, of: Self.coming)
        }
    }
  }

  /// `K-4471 (until 31 August 2031) │ This Renewal Order`: what the paper gave that this one follows.
  private func isOfOtherPaper(_ column: Int, _ reading: TableReading) -> Bool {
    guard column > 0, let header = reading.headers[safe: column], (1...12).contains(header.count),
      let next = reading.headers[safe: column + 1], (2...6).contains(next.count),
      context.isOne(next.lowerBound, of: "this"), context.isOne(next.upperBound - 1, of: Self.papers),
      !context.isOne(header.lowerBound, of: "this")
    else { return false }
    return header.contains { context.isOne($0, of: Self.papers) }
      || OrderNumbers.number(at: header.lowerBound, limit: header.upperBound, in: context).map { $0.text.contains("-") }
        ?? false
  }

  private static let papers: WordSet = [
    "order", "form", "agreement", "contract", "renewal", "amendment", "quote", "term", "subscription", "year",
  ]

  /// A column of passages as they read now: each is a clause, to be read as running text.
  func isRewording(_ reading: TableReading) -> Bool {
    reading.headers.contains { header in
      guard (1...6).contains(header.count) else { return false }
      let words = header.map { context.folded($0) }
      return Self.rewordings.contains { words.contains(run: $0) }
    }
  }

  private static let rewordings = [
    "now reads", "reads now", "new wording", "new text", "amended text", "shall read", "to read", "as amended",
    "replacement text", "replacement wording", "revised text", "revised wording", "reads as follows",
  ]

  /// A cell that counts: in a quantity column, or in a column of the new state.
  func counts(_ column: Int, _ cell: Range<Int>, _ reading: TableReading) -> Bool {
    if isFormer(column, reading) { return false }
    if reading.columns[safe: column] == .quantity { return true }
    return isNewState(column, reading)
  }

  /// The row's new state says that there is none any more: "removed", "7. Intentionally left blank".
  func isDropped(_ row: TableReading.Row, _ reading: TableReading) -> Bool {
    row.cells.enumerated().contains { column, cell in
      isNewState(column, reading) && !cell.isEmpty
        && (context.isOne(cell.lowerBound, of: Self.nothing)
          || context.mark(cell) == .nothing && hadSome(row.cells[safe: column - 1] ?? 0..<0)
          || cell.count <= 9 && cell.contains { context.isOne($0, of: Self.blanks) })
    }
  }

  /// A `–` or `0` behind a number: none is left of what there was.
  private func hadSome(_ former: Range<Int>) -> Bool {
    let mark = context.mark(former)
    return !former.isEmpty && (mark == .included || mark == nil && !context.values(in: former).isEmpty)
  }

  private static let blanks: WordSet = ["blank", "deleted", "omitted"]

  /// A column that numbers the sections that a row changes: "6 (advisory days)" counts nothing.
  func numbersSections(_ column: Int, _ reading: TableReading) -> Bool {
    guard let header = reading.headers[safe: column], header.count <= 4 else { return false }
    return header.contains { context.isOne($0, of: Self.sections) }
  }

  private static let sections: WordSet = ["section", "clause", "article", "paragraph", "provision", "§"]

  func isNewState(_ column: Int, _ reading: TableReading) -> Bool {
    column > 0 && isFormer(column - 1, reading)
  }
}
