// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Ingestion
import InventoryModel

/// Promises of a CSV file: one a row, columns by their names in any order and case.
struct CSVPromises {
  let file: PromiseFile

  func read(_ text: String) throws(PromiseFileError) -> PromiseList {
    let table = CSVTable(text)
    guard !table.rows.isEmpty else { throw .empty }
    let heads = CSVHeader(table.rows)
    var names = heads.names
    var columns = PromiseColumns(names)
    var rows = table.rows[heads.end...]
    var isHeadless = false
    if !heads.isCertain {
      var index = columns.index(of: .text)
      if index == nil { index = textColumn(rows, columns) ?? textColumn(table.rows[...], columns) }
      guard let index else { throw .noTextColumn(names) }
      if columns.index(of: .text) == nil { columns.setText(index) }
      // The first line promises something itself: there is no header.
      if promises(names[index]) {
        isHeadless = true
        rows = table.rows[...]
        names = names.indices.map { "column \($0 + 1)" }
        columns = PromiseColumns(names)
        columns.setText(index)
      }
    }
    if let doubled = columns.doubled { throw .doubledColumn(doubled.name) }
    guard !rows.isEmpty else { throw .empty }
    if columns.aliased.contains(.kind), !hasKinds(rows, columns) { columns.forget(.kind) }
    var list = PromiseList(format: .csv, promises: [])
    if isHeadless {
      list.problems.append(
        .init(.noHeader, "The promises file has no line of column names; its first line was read as a promise."))
    }
    for row in table.rows[..<heads.first] where row.cells.contains(where: promises) {
      list.problems.append(
        .init(.noHeader, "Line \(row.line) of the promises file stands above the column names; it was left out."))
    }
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
    let currency = currency(of: row, names)
    for (index, cell) in row.cells.enumerated() {
      let cell = cell.trimmed
      guard !cell.isEmpty else { continue }
      if index < names.count, let field = columns.fields[index] {
        let isSum = field == .value && !cell.contains { $0.isLetter || $0.isCurrencySymbol || $0 == "%" }
        let unit = isSum ? currency ?? Self.currency(in: names[index]) : nil
        field.set((unit.map { "\($0) " } ?? "") + cell.tidied, &found)
        found.names[field] = names[index]
      } else {
        found.others.append(.init(name: index < names.count ? names[index] : "column \(index + 1)", value: cell))
      }
    }
    list.append(found, place: "line \(row.line)", file: file)
    guard let last = list.promises.last, last.line == row.line, let field = unknownAmount(of: last, columns) else {
      return
    }
    list.promises[list.promises.count - 1].unread.append(field)
    list.promises[list.promises.count - 1].doubt = .unread_field
    list.problems.append(.init(.unreadField, "Line \(row.line) of the promises file: \(field)"))
  }

  /// A column by a name that nobody knows, with a number in it where the words have none: passing over it would make the
  /// promise land.
  private func unknownAmount(of promise: Promise, _ columns: PromiseColumns) -> Promise.UnreadField? {
    guard promise.grants.count == 1, let grant = promise.grants.first, !grant.hasAmount, grant.kind != "support_plan",
      promise.doubt == nil, columns.index(of: .quantity) == nil || columns.index(of: .value) == nil
    else { return nil }
    for other in promise.others where !PromiseColumns.isAside(other.name) {
      let bare = other.value.replacing(",", with: "").replacing(".", with: "").replacing("'", with: "")
      guard !bare.isEmpty, bare.allSatisfy({ $0 >= "0" && $0 <= "9" }) else { continue }
      return Promise.UnreadField(
        column: other.name, words: other.value,
        expected: "a column that is known; call it 'quantity' or 'value' if it says how much", isDecisive: true)
    }
    return nil
  }

  /// What stands beside the amount in a column of currencies.
  private func currency(of row: CSVTable.Row, _ names: [String]) -> String? {
    let index = names.firstIndex { PromiseColumns.currencies.contains(PromiseColumn.key($0)) }
    return index.flatMap { $0 < row.cells.count ? Self.currency(in: row.cells[$0]) : nil }
  }

  /// "Value USD", "Amount (EUR)".
  private static func currency(in words: String) -> String? {
    words.split { !$0.isLetter }.map(String.init).first { $0.utf8.count == 3 && $0.allSatisfy(\.isUppercase) }
  }

  /// Whether a cell says how much of something, or names what nobody calls a column.
  private func promises(_ cell: String) -> Bool {
    file.extractor.readPromise(SourceText(line: cell.tidied)).grants.contains { grant in
      grant.hasAmount || !grant.isKindVague && grant.kind == "support_plan" && grant.tier != nil
    }
  }

  /// The column, by whatever name, whose cells name what contracts grant in most of its rows.
  private func textColumn(_ rows: ArraySlice<CSVTable.Row>, _ columns: PromiseColumns) -> Int? {
    let sample = rows.prefix(20)
    let counts = columns.fields.indices.map { index -> Int in
      guard columns.fields[index] == nil else { return 0 }
      return sample.count { row in
        guard index < row.cells.count, !row.cells[index].isBlank else { return false }
        let reading = file.extractor.readPromise(SourceText(line: row.cells[index].tidied))
        return reading.grants.contains { !$0.isKindVague || $0.hasAmount }
      }
    }
    guard let most = counts.max(), most > 0, most * 2 >= sample.count else { return nil }
    return counts.firstIndex(of: most)
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
    let columns = PromiseColumns(header.cells.map(\.tidied), isStrict: true)
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
  /// A table of promises has no line of column names, or not at its top.
  public static let noHeader: Self = "no_header"
  /// A column or member of a promises file holds what cannot be understood.
  public static let unreadField: Self = "unread_field"
}
