// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Units that count the same thing.
public enum UnitNames {
  private static let groups: [String: [Set<String>]] = [
    "certification_voucher": [["voucher", "exam", "attempt", "credit", "test", "certification"]],
    "training_credit": [["seat", "place", "ticket", "spot", "enrollment"], ["credit", "unit"]],
    "usage_credit": [["credit", "unit"]], "development_credit": [["credit", "unit"]],
    "accelerator": [["session", "accelerator", "workshop", "call", "review"]],
    "sandbox": [["sandbox", "environment", "org", "tenant", "instance"]],
    "api_capacity": [["call", "request", "transaction", "query"]],
    "complimentary_product": [["user", "license", "licence", "seat", "subscription"]],
  ]

  /// Whether both count the same thing of a kind; a missing unit counts whatever the other does.
  public static func same(_ a: String?, _ b: String?, _ kind: Kind) -> Bool {
    guard let a, let b, a != b else { return true }
    return groups[kind.rawValue]?.contains { $0.contains(a) && $0.contains(b) } ?? false
  }
}
