// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// A clause that makes several grants: which of its words belong to which.
struct SharedClause {
  /// The words of the clause from what tells the grant (its amount, else its name) to where the next one begins; the
  /// whole clause where it makes one grant, or where nothing tells them apart.
  let own: String
  let isShared: Bool

  init(_ entitlement: Entitlement, in set: ContractSet) {
    let place = entitlement.evidence.first { $0.role == .grant }
    let quote = place?.quote ?? ""
    let siblings = (set.contract(of: entitlement.document)?.result.entitlements ?? []).filter { other in
      other.id != entitlement.id && other.evidence.first { $0.role == .grant }?.start == place?.start
    }
    isShared = !siblings.isEmpty
    guard isShared, let start = Self.place(of: entitlement, in: quote) else {
      own = quote
      return
    }
    let next = siblings.compactMap { Self.place(of: $0, in: quote) }.filter { $0 > start }.min()
    own = String(quote[start..<(next ?? quote.endIndex)])
  }

  private static func place(of entitlement: Entitlement, in quote: String) -> String.Index? {
    let amounts = [entitlement.quantity?.amount, entitlement.value?.amount].compactMap { $0 }.map(PlainWords.amount)
    for word in amounts + [entitlement.name].compactMap({ $0 }) {
      if let found = quote.range(of: word) { return found.lowerBound }
    }
    return nil
  }
}
