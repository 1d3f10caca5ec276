// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Reads tables that set an order's former state beside its new one: "Before | From the Change Date".
struct ChangeColumns {
  let context: DocumentContext

  private static let former: Set<String> = [
    "before", "previous", "previously", "former", "old", "existing", "prior", "was", "current",
  ]
  private static let nothing: Set<String> = [
    "none", "nil", "removed", "deleted", "withdrawn", "cancelled", "n/a", "no",
  ]

  /// A column that shows what was: no grant of this document.
  func isFormer(_ column: Int, _ reading: TableReading) -> Bool {
    guard let header = reading.headers[safe: column], !header.isEmpty, header.count <= 5,
      Self.former.contains(context.folded(header.lowerBound))
    else { return false }
    return reading.headers.enumerated().contains { index, other in
      index > column
        && other.contains {
          ["from", "after", "new", "now", "revised", "amended", "change"].contains(context.folded($0))
        }
    }
  }

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

  /// The row's new state says that there is none any more.
  func isDropped(_ row: TableReading.Row, _ reading: TableReading) -> Bool {
    row.cells.enumerated().contains { column, cell in
      isNewState(column, reading) && !cell.isEmpty && Self.nothing.contains(context.folded(cell.lowerBound))
    }
  }

  private func isNewState(_ column: Int, _ reading: TableReading) -> Bool {
    column > 0 && isFormer(column - 1, reading)
  }
}
