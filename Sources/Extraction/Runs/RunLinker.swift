// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// What an amendment says of earlier grants.
public struct AmendmentStatement: Sendable, Hashable {
  /// What happens to the earlier grants: others stand in their place, or none.
  public enum Effect: String, Sendable, Hashable { case replaces, ends }
  /// What happens to them.
  public var effect: Effect
  /// Nil: all kinds of the amended order.
  public var kind: Kind?
  /// A statement about one kind, or about all.
  public init(effect: Effect, kind: Kind?) {
    self.effect = effect
    self.kind = kind
  }
}

/// Links the documents of one run: an earlier grant that a later document replaces or ends stays, with
/// `superseded_by` set.
public enum RunLinker {
  /// `results` stand in document order; only `superseded_by` of entitlements changes.
  public static func link(_ results: inout [ExtractionResult]) {
    for later in results.indices {
      let facts = results[later].facts
      guard !facts.amends.isEmpty, !results[later].amendments.isEmpty else { continue }
      for earlier in results.indices where earlier != later {
        guard let number = results[earlier].facts.orderNumber, facts.amends.contains(where: { same($0, number) }) else {
          continue
        }
        for statement in results[later].amendments {
          for index in results[earlier].entitlements.indices
          where statement.kind == nil || results[earlier].entitlements[index].kind == statement.kind {
            results[earlier].entitlements[index].supersededBy = facts.id
          }
        }
      }
    }
  }

  private static func same(_ a: String, _ b: String) -> Bool { folded(a) == folded(b) }
  private static func folded(_ text: String) -> [UInt8] {
    text.lowercased().utf8.filter { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x61 && $0 <= 0x7A) }
  }
}
