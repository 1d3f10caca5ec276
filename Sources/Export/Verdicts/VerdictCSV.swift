// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Verification

/// Verdicts as CSV: one row a promise, columns in a fixed order; columns of the promises file that this program does
/// not know come last, in the order in which they are met.
enum VerdictCSV {
  static func utf8(_ verification: Verification) -> [UInt8] {
    var others: [String] = []
    for promise in verification.promises {
      for other in promise.promise.others where !others.contains(other.name) { others.append(other.name) }
    }
    var bytes = CSVFormat.row((names + others).map { .text($0) })
    let paths = Dictionary(verification.documents.map { ($0.id, $0.path) }) { first, _ in first }
    for promise in verification.promises { bytes += CSVFormat.row(cells(promise, others, paths)) }
    return bytes
  }

  private static let names = [
    "id", "text", "source", "verdict", "fields", "reason", "disclaimed", "kind", "quantity_amount", "quantity_unit",
    "quantity_per", "value_amount", "value_currency", "validity", "recurrence", "entitlement", "differences",
    "document",
    "page", "quote", "wording",
  ]

  private static func cells(_ verdict: PromiseVerdict, _ others: [String], _ paths: [String: String]) -> [CSVCell] {
    let grant = verdict.promise.grants.first
    let evidence = verdict.evidence.first
    var cells: [CSVCell] = [
      .text(verdict.promise.id), .text(verdict.promise.text), .text(optional: verdict.promise.source),
      .text(verdict.verdict.rawValue), .list(verdict.differences.map(\.field.rawValue)), .text(verdict.reason),
      .flag(verdict.isDisclaimed), .text(optional: grant?.kind?.rawValue), .number(optional: grant?.quantity?.amount),
      .text(optional: grant?.quantity?.unit), .text(optional: grant?.quantity?.per),
      .number(optional: grant?.value?.amount), .text(optional: grant?.value?.currency),
      .text(optional: grant?.timing.lastDay?.description ?? grant?.timing.wording),
      .text(optional: grant?.recurrence?.rawValue), .list(verdict.entitlements),
      .list(verdict.differences.map(VerdictWording.difference)),
      .text(optional: evidence.map { paths[$0.document] ?? $0.document }),
      .number(optional: evidence.map { .init($0.evidence.page) }), .text(optional: evidence?.evidence.quote),
      .text(optional: verdict.wording),
    ]
    for name in others { cells.append(.text(optional: verdict.promise.others.first { $0.name == name }?.value)) }
    return cells
  }
}
