// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Whether a promise and an entitlement can mean the same thing, by kind and name.
enum NameMatch {
  static func fits(_ grant: PromisedGrant, _ entitlement: Entitlement) -> Bool {
    guard isCompatible(grant, entitlement) else { return goesBySameName(grant, entitlement) }
    switch entitlement.kind {
    case "usage_credit": return sameCredits(grant.name, entitlement.name)
    case "storage": return !areApart(grant.name, entitlement.name, "file", "data")
    case "complimentary_product": return sameProduct(grant, entitlement)
    default: return true
    }
  }

  /// A sum that the contract gives the very name that was promised ("the Adoption Fund"), a seat in the course that was
  /// promised free of charge: whatever kind either side takes it for.
  private static func goesBySameName(_ grant: PromisedGrant, _ entitlement: Entitlement) -> Bool {
    guard let kind = grant.kind else { return false }
    if kind == "complimentary_product", let product = grant.product, entitlement.quantity?.unit == "seat" {
      return entitlement.evidence.contains { ContractSet.holds($0.quote, product) }
    }
    if grant.isKindVague, isMoneyFor(grant, entitlement) { return true }
    guard !grant.isKindVague, grant.value != nil, entitlement.value != nil, let name = grant.name,
      words(name).count > 1
    else { return false }
    return entitlement.evidence.contains { evidence in
      let quote = evidence.quote.lowercased().map { "“”\u{201F}".contains($0) ? "\"" : $0 }
      return String(quote).contains("\"\(name.lowercased())\"")
    }
  }

  /// "25k for training" against a sum "for training or services": what it is for is named, and no kind.
  private static func isMoneyFor(_ grant: PromisedGrant, _ entitlement: Entitlement) -> Bool {
    guard grant.quantity == nil, grant.value?.amount != nil, let name = grant.name, !name.isEmpty,
      entitlement.quantity == nil, entitlement.value?.amount != nil
    else { return false }
    return entitlement.evidence.contains { $0.role == .grant && ContractSet.holds($0.quote, " for \(name)") }
      || Set(words(entitlement.purpose)).isSuperset(of: words(name))
  }

  private static func isCompatible(_ grant: PromisedGrant, _ entitlement: Entitlement) -> Bool {
    guard let kind = grant.kind else { return false }
    if kind == entitlement.kind { return true }
    let pair: Set<Kind> = [kind, entitlement.kind]
    // "The vouchers": of exams or for a partner.
    if pair == ["partner_voucher", "certification_voucher"] { return grant.isBareVoucher }
    // Prepaid hours of developers are both, by whichever name.
    if pair == ["development_credit", "services_hours"] {
      let quote = entitlement.evidence.first?.quote ?? ""
      // Hours of whatever work are no sum of money for development.
      let isCounted =
        grant.quantity != nil || words(grant.name).contains { ["hour", "hours", "day", "days"].contains($0) }
      if isCounted, entitlement.quantity == nil, !quote.lowercased().contains("hour") { return false }
      let stems = Stems.of(quote).union(grant.words)
      return stems.contains { $0.hasPrefix("develo") || $0.hasPrefix("progra") || $0.hasPrefix("custom") }
    }
    return false
  }

  /// Flex credits are no AI credits; "usage", "consumption" and the like say nothing of which.
  static func sameCredits(_ a: String?, _ b: String?) -> Bool {
    let (x, y) = (credit(a), credit(b))
    return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y) || abbreviates(x, b) || abbreviates(y, a)
  }

  /// "PoC" for "proof of concept": a short word made of the first letters of the other's words.
  private static func abbreviates(_ short: Set<String>, _ long: String?) -> Bool {
    let initials = String(words(long).filter { !$0.hasPrefix("credit") }.compactMap(\.first))
    return short.contains { (2...4).contains($0.count) && initials.contains($0) }
  }

  static func credit(_ name: String?) -> Set<String> {
    let idle: Set<String> = [
      "credit", "credits", "usage", "consumption", "platform", "universal", "prepaid", "promotional", "cloud", "unit",
      "units", "the", "additional", "free", "welcome", "promo", "of", "for", "services", "eligible",
    ]
    return Set(words(name)).subtracting(idle)
  }

  private static func areApart(_ a: String?, _ b: String?, _ one: String, _ other: String) -> Bool {
    let (x, y) = (Set(words(a)), Set(words(b)))
    return x.contains(one) && y.contains(other) || x.contains(other) && y.contains(one)
  }

  private static func sameProduct(_ grant: PromisedGrant, _ entitlement: Entitlement) -> Bool {
    // Free months are no free users.
    if let a = grant.quantity?.unit, let b = entitlement.quantity?.unit, (a == "month") != (b == "month") {
      return false
    }
    guard let product = grant.product else { return true }
    let texts = [entitlement.name ?? ""] + entitlement.evidence.map(\.quote)
    return texts.contains { ContractSet.holds($0, product) }
  }

  static func words(_ name: String?) -> [String] {
    (name ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  /// How many words of the promise the entitlement's own words share.
  static func likeness(_ grant: PromisedGrant, _ entitlement: Entitlement) -> Int {
    let words = Stems.of(
      ([entitlement.name, entitlement.purpose].compactMap { $0 } + entitlement.evidence.map(\.quote)).joined(
        separator: " "))
    let names = Set(self.words(grant.name)).intersection(self.words(entitlement.name))
    return words.intersection(grant.words).count + names.count
  }
}
