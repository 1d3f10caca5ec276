// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Ingestion
import InventoryModel
import Testing

@testable import Extraction

/// Reads what clauses grant in an order form from 2026-03-01 to 2028-02-28, and says each grant in one line.
enum GrantSample {
  static func result(
    _ clauses: String, end: String = "28 February 2028", supplier: String = "Marrow & Finch Software Ltd",
    customer: String = "Nettle Bay Ferries Ltd"
  ) -> ExtractionResult? {
    guard let extractor = FactSample.extractor else {
      Issue.record("the packs cannot be read")
      return nil
    }
    let text = """
      ORDER FORM Q-7731

      Supplier:         \(supplier)
      Customer:         \(customer)
      Order Start Date: 1 March 2026
      Order End Date:   \(end)
      Currency:         USD

      \(clauses)

      """
    let reading = DocumentReader.read(Array(text.utf8), fileName: "sample.txt")
    return extractor.extract(reading.text, facts: DocumentFacts(id: "sha256:0", path: "sample.txt", format: .text))
  }

  /// `kind amount unit | value | fee | start..end | every×periods | unused`; what is unknown is left out.
  static func lines(_ clauses: String, end: String = "28 February 2028") -> [String] {
    lines(result(clauses, end: end))
  }

  static func lines(_ result: ExtractionResult?) -> [String] { (result?.entitlements ?? []).map(line) }

  /// Why each clause that looks like a grant gave none.
  static func reasons(_ clauses: String) -> [String] {
    (result(clauses)?.facts.leads ?? []).map(\.reason.rawValue)
  }

  private static func line(_ entitlement: Entitlement) -> String {
    var parts = [entitlement.kind.rawValue]
    if let quantity = entitlement.quantity {
      let per = quantity.per.map { " a \($0)" } ?? ""
      parts[0] += " \(quantity.amount) \(quantity.unit ?? "?")\(per)"
    }
    if let value = entitlement.value { parts.append("worth \(value.amount.map { "\($0)" } ?? "?")") }
    if let fee = entitlement.fee { parts.append("fee \(fee.amount.map { "\($0)" } ?? "\(fee.percent ?? 0)%")") }
    let start = entitlement.validity.start.map { "\($0)" } ?? "?"
    let end = entitlement.validity.end.map { "\($0)" } ?? "?"
    parts.append("\(start)..\(end)")
    if let recurrence = entitlement.recurrence {
      parts.append("\(recurrence.every.rawValue)×\(recurrence.periods.count)")
    }
    if let unused = entitlement.conditions.unused { parts.append(unused.rawValue) }
    return parts.joined(separator: " | ")
  }
}
