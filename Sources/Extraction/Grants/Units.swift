// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Which units count for which kinds.
enum Units {
  private static let accepted: [String: Set<String>] = [
    "training_credit": [
      "credit", "day", "seat", "class", "pass", "voucher", "unit", "session", "hour", "place", "course", "person day",
      "participant day", "participant hour", "point",
    ],
    "certification_voucher": ["voucher", "exam", "attempt", "credit"],
    "development_credit": ["credit", "hour", "day"],
    "partner_voucher": ["voucher"],
    "services_hours": ["hour", "day", "person day", "person hour"],
    "accelerator": ["session", "accelerator", "hour"],
    "sandbox": ["sandbox", "tenant", "instance", "environment", "org"],
    "api_capacity": ["call", "request", "transaction"],
    "storage": ["gb", "tb", "mb"],
    "usage_credit": [
      "credit", "unit", "request", "message", "token", "dbu", "order", "conversation", "action", "envelope", "contact",
      "page", "dyno", "session", "assist", "resolution",
    ],
    "complimentary_product": ["user", "license", "licence", "month", "seat", "subscription"],
  ]

  /// Things of which there is no half.
  static func comesInPieces(_ unit: String?) -> Bool {
    ["voucher", "seat", "exam", "sandbox", "session", "user", "pass", "class", "envelope"].contains(unit)
  }

  static func accepts(_ unit: String, kind: Kind) -> Bool { accepted[kind.rawValue]?.contains(unit) ?? false }

  /// Terabytes and megabytes in gigabytes (1 TB = 1,000 GB, as storage is sold), places as seats.
  static func normalised(_ amount: Decimal, unit: String, kind: Kind, per: String?) -> Quantity {
    switch (unit, kind.rawValue) {
    case ("tb", _): Quantity(amount: amount * 1000, unit: "gb", per: per)
    case ("mb", _): Quantity(amount: amount / 1000, unit: "gb", per: per)
    case ("place", _): Quantity(amount: amount, unit: "seat", per: per)
    case ("request", "api_capacity"), ("transaction", "api_capacity"): Quantity(amount: amount, unit: "call", per: per)
    case (_, "sandbox"): Quantity(amount: amount, unit: "sandbox", per: per)
    case ("person day", _), ("participant day", _): Quantity(amount: amount, unit: "day", per: per)
    case ("person hour", _), ("participant hour", _): Quantity(amount: amount, unit: "hour", per: per)
    case ("attempt", "certification_voucher"): Quantity(amount: amount, unit: "exam", per: per)
    case (_, "accelerator"): Quantity(amount: amount, unit: "session", per: per)
    case ("license", "complimentary_product"), ("licence", "complimentary_product"), ("seat", "complimentary_product"),
      ("subscription", "complimentary_product"):
      Quantity(amount: amount, unit: "user", per: per)
    default: Quantity(amount: amount, unit: unit, per: per)
    }
  }
}
