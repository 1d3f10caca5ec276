// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Promises of a CSV file: one a row, columns by their names in any order and case.
struct CSVPromises {
  let file: PromiseFile

  func read(_ text: String) throws(PromiseFileError) -> PromiseList {
    let table = CSVTable(text)
    guard let header = table.rows.first else { throw .empty }
    let names = header.cells.map(\.tidied)
    let fields = names.map(PromiseColumn.named)
    guard fields.contains(.text) else { throw .noTextColumn(names) }
    guard table.rows.count > 1 else { throw .empty }
    var list = PromiseList(format: .csv, promises: [])
    for row in table.rows.dropFirst() {
      var found = PromiseFields()
      found.line = row.line
      for (index, cell) in row.cells.enumerated() {
        let cell = cell.trimmed
        guard !cell.isEmpty else { continue }
        if index < fields.count, let field = fields[index] {
          field.set(cell.tidied, &found)
        } else {
          found.others.append(.init(name: index < names.count ? names[index] : "column \(index + 1)", value: cell))
        }
      }
      guard !found.text.isEmpty else {
        list.problems.append(.init(.noText, "Line \(row.line) of the promises file has no text; it was left out."))
        continue
      }
      list.promises.append(file.promise(found, number: list.promises.count + 1))
    }
    if table.isCut {
      list.problems.append(
        .init(.truncated, "A quotation mark in the promises file is never closed; its last rows may have run together.")
      )
    }
    return list
  }
}

extension Problem.Code {
  /// A row or object of a promises file says nothing.
  static let noText: Self = "no_text"
}

/// The columns that promises have, by the names that people give them.
enum PromiseColumn: CaseIterable {
  case id, text, kind, quantity, value, validUntil, source

  private var names: [String] {
    switch self {
    case .id: ["id", "no", "nr", "number", "#", "ref", "reference"]
    case .text: ["text", "promise", "promised", "what", "statement", "commitment", "wording", "description"]
    case .kind: ["kind", "type"]
    case .quantity: ["quantity", "qty"]
    case .value: ["value", "worth"]
    case .validUntil: ["valid_until", "validuntil", "until", "expires", "valid_to", "valid_through"]
    case .source: ["source", "said_by", "who", "where"]
    }
  }

  /// Nil for a column that this program does not know.
  static func named(_ name: String) -> PromiseColumn? {
    let key = String(decoding: name.lowercased().utf8.map { $0 == 0x20 || $0 == 0x2D ? 0x5F : $0 }, as: UTF8.self)
    return allCases.first { $0.names.contains(key) }
  }

  func set(_ text: String, _ fields: inout PromiseFields) {
    switch self {
    case .id: fields.id = text
    case .text: fields.text = text
    case .kind: fields.kind = text
    case .quantity: fields.quantity = .words(text)
    case .value: fields.value = .words(text)
    case .validUntil: fields.validUntil = text
    case .source: fields.source = text
    }
  }
}
