// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel

/// The fields of an entitlement as people read them. A field that is not known is an empty text.
package enum EntitlementWording {
  /// `training credit`.
  package static func kind(_ kind: Kind) -> String { spaced(kind.rawValue) }

  /// `100 credits`, `10,000 calls/day`.
  package static func quantity(_ quantity: Quantity?) -> String {
    guard let quantity else { return "" }
    var text = amount(quantity.amount)
    if let unit = quantity.unit { text += " " + plural(unit, quantity.amount) }
    if let per = quantity.per { text += "/" + per }
    return text
  }

  /// `USD 20,000`, `5% of annual fees = USD 50,000`.
  package static func value(_ value: EntitlementValue?) -> String {
    guard let value else { return "" }
    let worth = value.amount.map { money($0, value.currency) }
    guard let formula = value.formula else { return worth ?? "" }
    let share = share(formula.percent, of: formula.of)
    return worth.map { "\(share) = \($0)" } ?? share
  }

  /// `free`, `USD 1,200`, `8% of annual fees`.
  package static func fee(_ fee: Fee?) -> String {
    guard let fee else { return "" }
    if fee.amount == 0 { return "free" }
    let cost = fee.amount.map { money($0, fee.currency) }
    guard let percent = fee.percent else { return cost ?? "" }
    let share = share(percent, of: fee.of)
    return cost.map { "\(share) = \($0)" } ?? share
  }

  /// `each contract year (3)`.
  package static func recurrence(_ recurrence: Recurrence?) -> String {
    guard let recurrence else { return "" }
    let count = recurrence.periods.isEmpty ? "" : " (\(recurrence.periods.count))"
    return "each \(spaced(recurrence.every.rawValue))\(count)"
  }

  /// What one should know besides: how often, what becomes of the rest, what is open or in doubt.
  package static func notes(_ entitlement: Entitlement) -> [String] {
    var notes: [String] = []
    if let tier = entitlement.tier { notes.append("\(spaced(tier.rawValue)) tier") }
    if entitlement.recurrence != nil { notes.append(recurrence(entitlement.recurrence)) }
    if let date = entitlement.validity.redeemBy { notes.append("order by \(date)") }
    switch entitlement.conditions.unused {
    case .forfeited: notes.append("unused: forfeited")
    case .rolls_over: notes.append("unused: rolls over")
    case .refundable: notes.append("unused: refundable")
    case .extendable: notes.append("unused: extendable")
    case nil: break
    }
    if !entitlement.gaps.isEmpty {
      notes.append("open: " + entitlement.gaps.map { spaced($0.rawValue) }.joined(separator: ", "))
    }
    if entitlement.supersededBy != nil { notes.append("superseded") }
    if entitlement.certainty == .ambiguous { notes.append("ambiguous") }
    return notes
  }

  /// `USD 1,234.50`; `? 1,234.50` where the currency is not known.
  package static func money(_ amount: Decimal, _ currency: String?) -> String {
    "\(currency ?? "?") \(cents(amount))"
  }

  /// An amount of money without its currency: it has no places or two, so that 1.5 is written 1.50.
  package static func cents(_ amount: Decimal) -> String {
    let text = self.amount(amount)
    let isTenth = text.utf8.dropLast().last == 0x2E
    return isTenth ? text + "0" : text
  }

  /// The exact decimal with commas between thousands.
  package static func amount(_ amount: Decimal) -> String {
    let text = amount.description
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return text }
    var grouped = ""
    for (index, digit) in whole.utf8.enumerated() {
      if index > 0, (whole.utf8.count - index) % 3 == 0 { grouped += "," }
      grouped.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return (isNegative ? "-" : "") + grouped + (parts.count > 1 ? "." + parts[1] : "")
  }

  /// `annual_fees` as `annual fees`.
  package static func spaced(_ word: String) -> String {
    String(decoding: word.utf8.map { $0 == 0x5F ? 0x20 : $0 }, as: UTF8.self)
  }

  private static func share(_ percent: Decimal, of: String?) -> String {
    "\(percent)%" + (of.map { " of " + spaced($0) } ?? "")
  }

  private static func plural(_ unit: String, _ amount: Decimal) -> String {
    // Units of memory are written in capitals, one of them too.
    let plural = Counted.plural(unit)
    return amount == 1 && plural != unit.uppercased() ? unit : plural
  }
}
