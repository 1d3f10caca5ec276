// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import Ingestion
import InventoryModel
import Testing

@testable import Extraction

/// Order forms around a table, read to the end; each entitlement in one line.
enum TableSample {
  /// A table in HTML; a row of one cell spans all columns. The first row is the heading unless `isHeaded` is false.
  static func table(_ rows: [[String]], isHeaded: Bool = true) -> String {
    let width = rows.map(\.count).max() ?? 1
    var html = "<table>"
    for (number, row) in rows.enumerated() {
      let tag = number == 0 && isHeaded ? "th" : "td"
      let span = row.count == 1 ? " colspan=\"\(width)\"" : ""
      html += "<tr>" + row.map { "<\(tag)\(span)>\($0)</\(tag)>" }.joined() + "</tr>"
    }
    return html + "</table>"
  }

  /// An order of three years from 1 May 2027 in euro with `body` in it.
  static func order(_ body: String) -> String {
    let labels = [
      ["Supplier", "Farnholt Software Ltd"], ["Customer", "Tarn Valley Dairies Ltd"], ["Order start", "1 May 2027"],
      ["Order end", "30 April 2030"], ["Currency", "EUR"],
    ]
    return "<html><body><h1>ORDER FORM T-7731</h1>\(table(labels, isHeaded: false))\(body)</body></html>"
  }

  static func read(_ text: String, fileName: String = "order.html") -> ExtractionResult {
    let facts = DocumentFacts(id: "sha256:0", path: fileName, format: fileName.hasSuffix("html") ? .html : .text)
    guard let extractor = FactSample.extractor else {
      Issue.record("the packs cannot be read")
      return ExtractionResult(facts: facts)
    }
    return extractor.extract(DocumentReader.read(Array(text.utf8), fileName: fileName).text, facts: facts)
  }

  /// The entitlements of an order with `body` in it.
  static func grants(_ body: String) -> [String] { read(order(body)).entitlements.map(line) }

  /// `kind amount unit[/per] [value N CUR] [fee N] start..end [every × periods] [unused]`, only what is known.
  static func line(_ entitlement: Entitlement) -> String {
    var parts = [entitlement.kind.rawValue]
    if let quantity = entitlement.quantity {
      parts.append("\(quantity.amount) \(quantity.unit ?? "?")" + (quantity.per.map { "/\($0)" } ?? ""))
    }
    if let value = entitlement.value {
      parts.append("value " + (value.amount.map { "\($0)" } ?? "?") + " " + (value.currency ?? "?"))
    }
    if let fee = entitlement.fee?.amount { parts.append("fee \(fee)") }
    let validity = entitlement.validity
    parts.append("\(validity.start?.description ?? "?")..\(validity.end?.description ?? "?")")
    if let recurrence = entitlement.recurrence {
      parts.append("\(recurrence.every.rawValue) × \(recurrence.periods.count)")
    }
    if let unused = entitlement.conditions.unused { parts.append(unused.rawValue) }
    return parts.joined(separator: " ")
  }
}
