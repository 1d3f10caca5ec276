// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Lexis

/// Reads tables of signatures with a column for each party: keys stand in the first column (`Name`, `Signature`), the
/// parties over the others. A party whose cells are empty has not signed.
struct SignatureTables {
  let context: DocumentContext

  private static let mostColumns = 6
  private static let mostRows = 14

  /// The places to sign of a table, and the tokens that it holds.
  struct Reading {
    var lines: [SignatureLine]
    var tokens: Range<Int>
  }

  /// Tables within a stretch of tokens.
  func readings(in area: Range<Int>) -> [Reading] {
    context.outline.tableBlocks.indices.compactMap { table in
      guard let blocks = context.outline.tableBlocks[safe: table], !blocks.isEmpty,
        context.stream.tokens(ofBlock: blocks.lowerBound).overlaps(area), isSmall(table)
      else { return nil }
      return reading(TableCells(context, table: table))
    }
  }

  private func isSmall(_ table: Int) -> Bool {
    let source = context.source.tables[table]
    return (3...Self.mostColumns).contains(source.columns) && (3...Self.mostRows).contains(source.rows.count)
  }

  private func reading(_ cells: TableCells) -> Reading? {
    let keys = cells.rows.map { row -> SignatureKey? in
      guard let first = row.first, !first.isEmpty else { return nil }
      return SignatureKey.at(first.lowerBound, in: first, context).flatMap { $0.end == first.upperBound ? $0.key : nil }
    }
    guard let head = cells.rows.firstIndex(where: { $0.dropFirst().allSatisfy { !$0.isEmpty } }),
      keys[head] == nil, cells.rows[head][0].count <= 3, keys[(head + 1)...].contains(.mark),
      keys[(head + 1)...].compactMap({ $0 }).count >= 2
    else { return nil }
    let lines = (1..<cells.columns).map { line($0, cells, head, keys) }
    guard let first = cells.rows.joined().first(where: { !$0.isEmpty }),
      let last = cells.rows.joined().last(where: { !$0.isEmpty })
    else { return nil }
    return Reading(lines: lines, tokens: first.lowerBound..<last.upperBound)
  }

  private func line(_ column: Int, _ cells: TableCells, _ head: Int, _ keys: [SignatureKey?]) -> SignatureLine {
    let heading = cells.rows[head][column]
    var line = SignatureLine(heading: heading, isForOther: true, hasLine: true, start: heading.lowerBound)
    let fields = SignaturePlaceholders(context: context)
    for row in (head + 1)..<cells.rows.count {
      let cell = cells.rows[row][column]
      guard let key = keys[row], !cells.isBlank(cell) else { continue }
      switch key {
      // `Signed │ 3 May 2031`
      case .mark where context.isDay(cell):
        line.date = context.dates(in: cell).first?.date
      case .mark: line.isSigned = !fields.isUnsigned(cell)
      case .name, .nameAndTitle: line.name = fields.isField(cell) ? nil : cell
      case .title: line.title = fields.isField(cell) ? nil : cell
      case .date: line.date = context.dates(in: cell).first?.date
      case .party: continue
      }
    }
    return line
  }
}

extension DocumentContext {
  /// `3 May 2031`, `on the 3rd day of May 2031`: a day and nothing else.
  func isDay(_ range: Range<Int>) -> Bool {
    guard let date = dates(in: range).first else { return false }
    return date.tokens.upperBound == range.upperBound && date.tokens.lowerBound - range.lowerBound <= 2
      && (range.lowerBound..<date.tokens.lowerBound).allSatisfy { isOne($0, of: "on|the") }
  }
}
