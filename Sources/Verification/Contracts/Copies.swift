// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Documents that are one order given twice: a PDF beside its HTML, the signed form beside its draft. Their grants count
/// once.
struct Copies {
  /// By the id of the copy, the document that it repeats.
  let originals: [String: DocumentFacts]

  init(_ documents: [DocumentFacts], _ entitlements: [Entitlement]) {
    var originals: [String: DocumentFacts] = [:]
    let grants = Dictionary(grouping: entitlements, by: \.document).mapValues { $0.map(Self.key).sorted() }
    var earlier: [String: [DocumentFacts]] = [:]
    for document in documents {
      guard let number = Self.number(of: document) else { continue }
      for other in earlier[number] ?? []
      where originals[other.id] == nil && other.id != document.id && document.hasParties(of: other) {
        let (a, b) = (Self.isSigned(document), Self.isSigned(other))
        guard a != b || grants[document.id] ?? [] == grants[other.id] ?? [] else { continue }
        // Of a form and its draft the one that all have signed stands.
        if a, !b { originals[other.id] = document } else { originals[document.id] = other }
        break
      }
      earlier[number, default: []].append(document)
    }
    self.originals = originals
  }

  /// Whether an entitlement stands in a document that only repeats another.
  func holds(_ entitlement: Entitlement) -> Bool { originals[entitlement.document] != nil }

  /// What is said of a document that only repeats another.
  func problem(of document: DocumentFacts) -> Problem? {
    originals[document.id].map { original in
      Problem(
        .duplicateOf,
        "\(document.path) gives the order \(document.orderNumber ?? "") of \(original.path) again: its grants count once."
      )
    }
  }

  /// By which an order is known again; nil for amendments, and where there is none.
  private static func number(of document: DocumentFacts) -> String? {
    guard document.amends.isEmpty, document.type != .amendment, document.status != .failed,
      let number = document.orderNumber.map(OrderNumber.bare), !number.isEmpty
    else { return nil }
    return number
  }

  private static func isSigned(_ document: DocumentFacts) -> Bool { document.signature.status == .executed }

  /// What is granted, by which two readings of one clause are known as the same.
  private static func key(_ entitlement: Entitlement) -> String {
    let parts: [String?] = [
      entitlement.kind.rawValue, entitlement.tier?.rawValue,
      entitlement.quantity.map { "\($0.amount) \($0.unit ?? "")" },
      entitlement.value?.amount.map { "\($0)" }, entitlement.validity.end.map { "\($0)" },
      entitlement.recurrence?.every.rawValue,
    ]
    return parts.map { $0 ?? "-" }.joined(separator: "|")
  }
}
