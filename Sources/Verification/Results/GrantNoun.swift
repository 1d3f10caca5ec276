// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// What a promise grants as a contract would name it: "60 hours of consulting services", "a success fund of EUR 9,000".
struct GrantNoun {
  let grant: PromisedGrant
  let kind: Kind

  init(_ grant: PromisedGrant, _ kind: Kind) {
    self.grant = grant
    self.kind = kind
  }

  /// With its number or sum.
  var phrase: String {
    if kind == "support_plan" { return plan }
    if kind == "complimentary_product" { return product }
    if let value = grant.value { return worth(value) }
    if grant.isUnlimited { return plural.hasSuffix("s") ? "an unlimited number of \(plural)" : "unlimited \(plural)" }
    guard let quantity = grant.quantity else { return isFund ? "\(fund) of [currency] [amount]" : "[number] \(plural)" }
    return counted(quantity)
  }

  /// Without a number: "training credits", "success fund".
  var plural: String {
    if kind == "support_plan" { return plan }
    if kind == "complimentary_product" { return grant.product ?? name ?? "complimentary product" }
    if isFund { return fund.split(separator: " ").dropFirst().joined(separator: " ") }
    let noun = noun
    let counted = [
      "credit", "voucher", "session", "seat", "sandbox", "call", "exam", "attempt", "workshop", "review", "pass",
      "class", "clinic", "check", "environment", "tenant", "instance", "accelerator",
    ]
    return counted.contains { noun.lowercased().hasSuffix($0) } ? PlainWords.plural(noun, 2) : noun
  }

  // MARK: Numbers and sums

  private func counted(_ quantity: Quantity) -> String {
    let per = quantity.per.map { " per \($0)" } ?? ""
    if kind == "storage" { return "\(storage(quantity)) of \(noun)" + per }
    let number = PlainWords.amount(quantity.amount)
    // "20 hours for development".
    if kind == "development_credit", let unit = quantity.unit, unit == "hour" || unit == "day",
      NameWords.of(noun).contains("for")
    {
      return "\(number) \(PlainWords.plural(unit, quantity.amount)) of development work\(per)"
    }
    guard let unit = quantity.unit, !counts(unit) else {
      return "\(number) \(quantity.amount == 1 ? singular : plural)\(per)"
    }
    return "\(number) \(PlainWords.plural(unit, quantity.amount)) of \(uncounted)\(per)"
  }

  /// Whether the noun itself is what is counted: "exam vouchers", "training days".
  private func counts(_ unit: String) -> Bool {
    NameWords.of(noun).contains { $0.hasPrefix(unit) }
      || ["credit", "voucher", "session", "sandbox", "call"].contains(unit)
        && NameWords.of(plural).last.map { $0.hasPrefix(unit.prefix(4)) } ?? false
      || kind == "certification_voucher" && ["voucher", "exam", "attempt"].contains(unit)
      || kind == "accelerator" && unit == "session" || kind == "sandbox" && unit == "sandbox"
  }

  /// `2 TB` where it is so many whole ones.
  private func storage(_ quantity: Quantity) -> String {
    if quantity.unit == "gb", quantity.amount >= 1000 {
      let whole = PlainWords.amount(quantity.amount / 1000)
      if !whole.contains(".") { return "\(whole) TB" }
    }
    return "\(PlainWords.amount(quantity.amount)) \(PlainWords.plural(quantity.unit ?? "gb", quantity.amount))"
  }

  private func worth(_ value: EntitlementValue) -> String {
    let share = value.formula.map {
      "\($0.percent)% of " + ($0.of.map { "the " + PlainWords.spaced($0) } ?? "[which fees]")
    }
    let sum = value.amount.map { PlainWords.money($0, value.currency ?? "[currency]") } ?? share ?? "[amount]"
    if isFund { return "\(fund) of \(sum)" }
    guard let quantity = grant.quantity else { return "\(plural) worth \(sum)" }
    return "\(counted(quantity)) worth \(sum)"
  }

  // MARK: Names

  private var isFund: Bool { kind == "success_fund" || kind == "partner_voucher" }

  private var fund: String {
    let own = name.map { NameWords.without(["the", "a", "an"], $0) }
    if kind == "partner_voucher" {
      let heads = ["voucher", "fund", "credit", "subsidy", "contribution"]
      return own.flatMap { NameWords.endsIn(heads, $0) ? article($0) : nil } ?? "a partner voucher"
    }
    if let own, NameWords.endsIn(["fund", "budget", "funding", "allowance"], own) { return article(own) }
    // "Adoption money" and "onboarding pot" are funds.
    let words = (grant.name ?? "").split(separator: " ")
    if words.count == 2, NameWords.endsIn(["money", "pot"], grant.name ?? "") { return article("\(words[0]) fund") }
    return "a success fund"
  }

  /// The promise's own name where a contract could use it, else the kind's.
  private var noun: String {
    if let name, !grant.isKindVague || NameWords.of(name).count > 1, isCountable(name) { return name }
    if kind == "storage", let name, name.lowercased().contains("archive") { return "\(name) storage" }
    return switch kind.rawValue {
    case "training_credit": "training"
    case "certification_voucher": "exam voucher"
    case "services_hours": "consulting services"
    case "accelerator": "expert coaching session"
    case "api_capacity": "API call"
    case "storage": "storage"
    case "usage_credit": "usage credit"
    default: PlainWords.kind(kind)
    }
  }

  /// "API capacity" and "archive" name what is measured, not what it is measured in.
  private func isCountable(_ name: String) -> Bool {
    switch kind.rawValue {
    case "api_capacity": ["call", "request"].contains { name.lowercased().contains($0) }
    case "storage": ["storage", "space"].contains { name.lowercased().contains($0) }
    default: true
    }
  }

  /// What hours or days are of: no unit in it.
  private var uncounted: String {
    switch kind.rawValue {
    case "services_hours" where NameWords.of(noun).count < 2: "consulting services"
    case "training_credit" where name == nil: "training"
    default: noun
    }
  }

  private var singular: String {
    let noun = noun
    for (ending, other) in [
      ("vouchers", "voucher"), ("sandboxes", "sandbox"), ("classes", "class"), ("passes", "pass"),
    ]
    where noun.hasSuffix(ending) { return noun.dropLast(ending.count) + other }
    return noun.hasSuffix("s") && !noun.hasSuffix("ss") && NameWords.of(noun).last != "services"
      ? String(noun.dropLast()) : noun
  }

  /// Nil where people talk ("two days of my time") and contracts do not.
  private var name: String? {
    guard let name = grant.name, !NameWords.isSpoken(name) else { return nil }
    // The capital is the sentence's: "Training credits worth …".
    let isOrdinary = name.dropFirst().allSatisfy { !$0.isUppercase }
    return isOrdinary && grant.text.hasPrefix(name) && kind != "support_plan" && kind != "complimentary_product"
      ? name.prefix(1).lowercased() + name.dropFirst() : name
  }

  private var plan: String {
    let words = name.map(NameWords.of) ?? []
    let last = words.last ?? ""
    let isNamed = words.contains {
      ["support", "success", "plan", "package", "care", "service", "services"].contains($0)
    }
    if let name, words.count > 1, isNamed, !["trial", "level", "tier"].contains(last) {
      if words.first.map({ ["a", "an", "the"].contains($0) }) ?? false { return name }
      return ["plan", "package", "programme", "program"].contains(last)
        ? "the \(NameWords.titled(name))" : NameWords.titled(name)
    }
    let trial = last == "trial" ? "a trial of " : ""
    if let tier = grant.tier, tier != .other {
      return trial + "the \(NameWords.titled(PlainWords.tier(tier))) support plan"
    }
    return name.map { trial + "the \($0) support plan" } ?? "a support plan"
  }

  /// "Larch Reports for 20 users", "two months of the subscription".
  private var product: String {
    let name = grant.product
    guard let quantity = grant.quantity else { return name ?? self.name ?? "[product]" }
    let number = PlainWords.amount(quantity.amount)
    if quantity.unit == "month" {
      return "\(number) \(PlainWords.plural("month", quantity.amount)) of \(name ?? "the subscription")"
    }
    let unit = PlainWords.plural(quantity.unit ?? "user", quantity.amount)
    return name.map { "\($0) for \(number) \(unit)" } ?? "\(number) additional \(unit) of [product]"
  }

  private func article(_ name: String) -> String {
    let first = name.first.map { $0.lowercased() } ?? ""
    // Letters that are spoken with a vowel: "an SI voucher".
    let isInitials = name.prefix { $0 != " " }.allSatisfy(\.isUppercase) && "FHLMNRSX".contains(name.first ?? "A")
    return ("aeiou".contains(first) || isInitials ? "an " : "a ") + name
  }
}

/// Words of names, for telling what a contract could use.
enum NameWords {
  static func of(_ text: String) -> [String] { NameMatch.words(text) }

  /// Somebody's own way of putting it: pronouns, verbs, directions.
  static func isSpoken(_ text: String) -> Bool {
    let spoken: Set<String> = [
      "my", "our", "your", "his", "her", "their", "towards", "toward", "to", "spend", "money", "something", "bill",
      "invoice", "invoices", "time", "env", "envs", "help", "pot", "cert", "certs", "free", "worth",
    ]
    return of(text).contains(where: spoken.contains)
  }

  static func endsIn(_ words: [String], _ text: String) -> Bool {
    guard let last = of(text).last else { return false }
    return words.contains { last == $0 || last == $0 + "s" }
  }

  static func without(_ words: Set<String>, _ text: String) -> String {
    let parts = text.split(separator: " ")
    return parts.drop { words.contains($0.lowercased()) }.joined(separator: " ")
  }

  /// Every word with a capital, as plans are written.
  static func titled(_ text: String) -> String {
    text.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }
}
