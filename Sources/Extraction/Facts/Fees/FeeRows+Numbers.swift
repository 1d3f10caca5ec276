// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// Rows that say of a line, by its number, that it is paid once.
extension FeeRows {
  /// "Line 6, billed once │ 900" under the lines: the sixth line is paid once, and the row itself costs nothing more.
  func markedByNumber(_ rows: [FeeRow]) -> [FeeRow] {
    var rows = rows
    for index in rows.indices.reversed() where rows[index].isBare {
      guard let name = rows[index].cells.first(where: { !$0.isEmpty && !cells.isBlank($0) }), name.count <= 12 else {
        continue
      }
      let words = context.words(name)
      guard words.count > 2, Self.lineNouns.contains(words[0]), saysOnce(words),
        let line = rows[..<index].firstIndex(where: { isNumbered($0, words[1]) }),
        !rows[line].amounts.compactMap({ $0 }).filter({ amount in rows[index].amounts.contains(amount) }).isEmpty
      else { continue }
      rows[line].kind = .once
      rows.remove(at: index)
    }
    return rows
  }

  private static let lineNouns: WordSet = ["line", "item", "position", "row"]

  private func isNumbered(_ row: FeeRow, _ number: String) -> Bool {
    guard row.kind == .line || row.kind == .once, let first = row.cells.first, first.count == 1 else { return false }
    return context.folded(first.lowerBound) == number
  }
}
