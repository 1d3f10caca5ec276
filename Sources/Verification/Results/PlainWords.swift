// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// Fields as people read them in differences and proposed clauses.
public enum PlainWords {
  /// `10,000 calls per day`; nil where there is none.
  public static func quantity(_ quantity: Quantity?) -> String? {
    guard let quantity else { return nil }
    var text = amount(quantity.amount)
    if let unit = quantity.unit { text += " " + plural(unit, quantity.amount) }
    if let per = quantity.per { text += " per \(per)" }
    return text
  }

  /// `USD 20,000`, or the share where the sum is not known.
  public static func value(_ value: EntitlementValue?) -> String? {
    guard let value else { return nil }
    if let sum = value.amount { return money(sum, value.currency) }
    return value.formula.map { "\($0.percent)%" + ($0.of.map { " of " + spaced($0) } ?? "") }
  }

  /// `USD 20,000`, or the number alone where the currency is not known.
  public static func money(_ sum: Decimal, _ currency: String?) -> String {
    (currency.map { $0 + " " } ?? "") + amount(sum)
  }

  /// `free`, a sum or a share; nil where nothing is said.
  public static func fee(_ fee: Fee?) -> String? {
    guard let fee else { return nil }
    if let sum = fee.amount { return sum == 0 ? "free" : money(sum, fee.currency) }
    return fee.percent.map { "\($0)%" + (fee.of.map { " of " + spaced($0) } ?? "") }
  }

  /// `2025-02-01 to 2026-01-31`, or the document's own words where the end is open.
  public static func validity(_ validity: Validity) -> String? {
    switch (validity.start, validity.end) {
    case (let start?, let end?): "\(start) to \(end)"
    case (nil, let end?): "until \(end)"
    default: validity.text
    }
  }

  /// ISO 4217 codes of what a bare "$" may mean.
  static let dollars: Set<String> = [
    "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "BRL", "CLP", "COP", "ARS",
  ]

  /// `every contract year`.
  public static func every(_ every: Recurrence.Every) -> String { "every " + spaced(every.rawValue) }
  /// `premier plus`.
  public static func tier(_ tier: Tier) -> String { spaced(tier.rawValue) }
  /// `training credit`.
  public static func kind(_ kind: Kind) -> String { spaced(kind.rawValue) }

  /// The exact decimal with commas between thousands.
  public static func amount(_ amount: Decimal) -> String {
    let parts = amount.description.split(separator: ".", maxSplits: 1)
    var grouped = ""
    let whole = parts.first ?? "0"
    for (index, digit) in whole.utf8.enumerated() {
      if index > 0, (whole.utf8.count - index) % 3 == 0, digit != 0x2D { grouped += "," }
      grouped.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return grouped + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// A word of the model with spaces for its underscores.
  public static func spaced(_ word: String) -> String { String(word.map { $0 == "_" ? " " : $0 }) }

  static func plural(_ unit: String, _ amount: Decimal) -> String {
    if ["kb", "mb", "gb", "tb"].contains(unit) { return unit.uppercased() }
    if amount == 1 { return unit }
    return ["s", "x", "ch", "sh"].contains { unit.hasSuffix($0) }
      ? unit + "es" : unit.hasSuffix("ry") ? unit.dropLast() + "ies" : unit + "s"
  }
}
