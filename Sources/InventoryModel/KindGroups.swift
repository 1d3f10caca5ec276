// SPDX-License-Identifier: GPL-3.0-or-later

/// Kinds that behave alike wherever they are read, compared or proposed.
extension Kind {
  /// Given as a sum of money or drawn down like one: a fund, a voucher, prepaid usage.
  package var isFunded: Bool { Self.funded.contains(self) }

  /// A sum of money may say how much is granted.
  package var takesMoney: Bool { Self.worthMoney.contains(self) }

  /// Had for as long as it runs and not used up, so that nothing of it is left over and its name says its purpose.
  package var isStanding: Bool { Self.standing.contains(self) }

  private static let funded: Set<Kind> = ["success_fund", "partner_voucher", "usage_credit"]
  private static let worthMoney = funded.union(["development_credit", "training_credit"])
  private static let standing: Set<Kind> = [
    "support_plan", "sandbox", "storage", "api_capacity", "complimentary_product",
  ]
}
