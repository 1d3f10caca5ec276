// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Ingestion
import InventoryModel

/// Promises of a CSV file: one a row, columns by their names in any order and case.
struct CSVPromises {
  let file: PromiseFile

  func read(_ text: String) throws(PromiseFileError) -> PromiseList {
    let table = CSVTable(text)
    guard let header = table.rows.first else { throw .empty }
    let names = header.cells.map(\.tidied)
    var columns = PromiseColumns(names)
    guard columns.index(of: .text) != nil else { throw .noTextColumn(names) }
    if let doubled = columns.doubled { throw .doubledColumn(doubled.name) }
    let rows = table.rows.dropFirst()
    guard !rows.isEmpty else { throw .empty }
    if columns.aliased.contains(.kind), !hasKinds(rows, columns) { columns.forget(.kind) }
    var list = PromiseList(format: .csv, promises: [])
    for row in rows { append(row, names, columns, to: &list) }
    if table.isCut {
      list.problems.append(
        .init(.truncated, "A quotation mark in the promises file is never closed; its last rows may have run together.")
      )
    }
    if list.promises.isEmpty { throw .noTexts }
    return list
  }

  private func append(_ row: CSVTable.Row, _ names: [String], _ columns: PromiseColumns, to list: inout PromiseList) {
    var found = PromiseFields()
    found.line = row.line
    for (index, cell) in row.cells.enumerated() {
      let cell = cell.trimmed
      guard !cell.isEmpty else { continue }
      if index < names.count, let field = columns.fields[index] {
        field.set(cell.tidied, &found)
        found.names[field] = names[index]
      } else {
        found.others.append(.init(name: index < names.count ? names[index] : "column \(index + 1)", value: cell))
      }
    }
    list.append(found, place: "line \(row.line)", file: file)
  }

  /// Whether a column called "type" tells kinds at all, and not "verbal" or "mail".
  private func hasKinds(_ rows: ArraySlice<CSVTable.Row>, _ columns: PromiseColumns) -> Bool {
    guard let index = columns.index(of: .kind) else { return false }
    return rows.contains { row in
      index < row.cells.count && file.extractor.kind(named: SourceText(line: row.cells[index].tidied)) != nil
    }
  }

  /// Whether a text without a telling name is a table of promises: its first row names the text's column and another
  /// one, or that column alone by its own name, and there are rows below it.
  static func isTable(_ text: String) -> Bool {
    // A table of Markdown is one of notes.
    if text.utf8.first(where: { $0 > 0x20 }) == 0x7C { return false }
    // Enough for a header and a row; a row that is cut off here is one all the same.
    let table = CSVTable(String(decoding: text.utf8.prefix(20_000), as: UTF8.self))
    guard table.rows.count > 1, let header = table.rows.first else { return false }
    let columns = PromiseColumns(header.cells.map(\.tidied))
    guard columns.index(of: .text) != nil else { return false }
    if header.cells.count == 1 { return !columns.aliased.contains(.text) }
    return columns.fields.count { $0 != nil } > 1
      || !columns.aliased.contains(.text) && header.cells.allSatisfy { $0.utf8.count <= 40 }
  }
}

extension PromiseList {
  /// Appends what a row or object gives; one that says nothing becomes a problem. `place` is where it stands.
  mutating func append(_ fields: PromiseFields, place: String, file: PromiseFile) {
    var fields = fields
    if fields.text.isEmpty { fields.text = fields.wording }
    guard !fields.text.isEmpty else {
      problems.append(.init(.noText, "\(place.capitalisedFirst) of the promises file has no text; it was left out."))
      return
    }
    let promise = file.promise(fields, number: promises.count + problems.count { $0.code == .noText } + 1)
    for field in promise.unread {
      problems.append(.init(.unreadField, "\(place.capitalisedFirst) of the promises file: \(field)"))
    }
    promises.append(promise)
  }
}

extension Problem.Code {
  /// A row or object of a promises file says nothing.
  public static let noText: Self = "no_text"
  /// A column or member of a promises file holds what cannot be understood.
  public static let unreadField: Self = "unread_field"
}
