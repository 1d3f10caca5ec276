// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
import Ingestion
import PromiseReading

/// Why a tracker's file could not be read.
public enum UsageFileError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty
  case binary
  /// The header's names.
  case noKeyColumn([String])
  case noAmountColumn([String])

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .empty: "the tracker's file is empty"
    case .binary: "the tracker's file is no text: give a CSV file"
    case .noKeyColumn(let names):
      "the tracker's file has no column 'entitlement' or 'kind'; its columns are \(Self.list(names))"
    case .noAmountColumn(let names):
      "the tracker's file has no column 'used' or 'remaining'; its columns are \(Self.list(names))"
    }
  }

  private static func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }
}

/// Reads the CSV of a tracker: an entitlement's id or a kind, what was used, what remains.
public struct UsageFile: Sendable {
  let extractor: Extractor
  /// A reader that knows numbers and sums as contracts write them.
  public init(extractor: Extractor) { self.extractor = extractor }

  /// One row a line that names something; amounts with or without unit. Throws `UsageFileError`.
  public func read(_ bytes: [UInt8]) throws(UsageFileError) -> [UsageRow] {
    let decoded = DecodedText(bytes)
    guard !decoded.isBinary else { throw .binary }
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    let rows = CSVRows.read(decoded.text)
    guard let header = rows.first else { throw .empty }
    let names = header.cells.map { $0.lowercased() }
    let keys = Self.columns(
      ["entitlement", "entitlement_id", "entitlement id", "id", "kind", "type", "name", "item", "benefit", "product"],
      names)
    let used = Self.columns(["used", "consumed", "spent", "redeemed", "drawn"], names).first
    let remaining = Self.columns(
      ["remaining", "left", "unused", "balance", "remainder", "leftover", "available"], names
    ).first
    guard !keys.isEmpty else { throw .noKeyColumn(header.cells) }
    guard used != nil || remaining != nil else { throw .noAmountColumn(header.cells) }
    return rows.dropFirst().compactMap { row in
      let given = keys.compactMap { cell(row, $0) }
      guard let key = given.first else { return nil }
      let cells = (used: used.flatMap { cell(row, $0) }, remaining: remaining.flatMap { cell(row, $0) })
      let values = (used: cells.used.flatMap(amount), remaining: cells.remaining.flatMap(amount))
      var unreadable: [String] = []
      if let text = cells.remaining, values.remaining == nil { unreadable.append(text) }
      if let text = cells.used, values.used == nil { unreadable.append(text) }
      return UsageRow(
        key: key, used: values.used, remaining: values.remaining, line: row.line,
        currency: [cells.remaining, cells.used].compactMap { $0 }.lazy.compactMap(currency).first,
        unreadable: unreadable, otherKeys: Array(given.dropFirst()))
    }
  }

  /// By their whole names, else by a word of them: "Qty used", "Balance (EUR)".
  private static func columns(_ wanted: [String], _ names: [String]) -> [Int] {
    let whole = wanted.compactMap(names.firstIndex)
    let words = names.map { $0.split { !$0.isLetter }.map(String.init) }
    let partly = wanted.compactMap { word in words.firstIndex { $0.contains(word) } }
    return whole + partly.filter { !whole.contains($0) }
  }

  private func cell(_ row: CSVRows.Row, _ index: Int) -> String? {
    index < row.cells.count && !row.cells[index].isEmpty ? row.cells[index] : nil
  }

  private func currency(_ text: String) -> String? { extractor.promisedValue(SourceText(line: text))?.currency }

  /// `1'250`, `EUR 750.50`, `-5`, `(5)`.
  private func amount(_ text: String) -> Decimal? {
    let bare = text.filter { !$0.isWhitespace }
    let isNegative =
      ["-", "\u{2212}", "\u{2013}"].contains { bare.hasPrefix($0) } || bare.hasPrefix("(") && bare.hasSuffix(")")
    let number =
      extractor.promisedValue(SourceText(line: text))?.amount
      ?? extractor.promisedQuantity(SourceText(line: text), kind: nil, unit: nil)?.amount
    return number.map { isNegative && $0 > 0 ? -$0 : $0 }
  }
}
