// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Money that a sign or word names which several currencies bear: "$", "dollars", "francs".
enum MoneyWords: CaseIterable {
  case dollar, franc, crown, peso, rupee, pound

  private var words: Set<String> {
    switch self {
    case .dollar: ["dollar", "dollars", "buck", "bucks"]
    case .franc: ["franc", "francs", "franken"]
    case .crown: ["crown", "crowns", "krone", "kroner", "krona", "kronor", "kr"]
    case .peso: ["peso", "pesos"]
    case .rupee: ["rupee", "rupees"]
    case .pound: ["pound", "pounds", "quid"]
    }
  }

  private var sign: Character? {
    switch self {
    case .dollar: "$"
    case .pound: "£"
    default: nil
    }
  }

  /// ISO 4217 codes of what it may mean.
  var codes: Set<String> {
    switch self {
    case .dollar: PlainWords.dollars
    case .franc: ["CHF", "XOF", "XAF", "XPF"]
    case .crown: ["SEK", "NOK", "DKK", "ISK", "CZK"]
    case .peso: ["MXN", "CLP", "COP", "ARS", "PHP", "UYU"]
    case .rupee: ["INR", "PKR", "LKR", "NPR", "MUR"]
    case .pound: ["GBP", "EGP"]
    }
  }

  /// What a text speaks of.
  static func of(_ text: String) -> Set<MoneyWords> {
    let words = Set(NameMatch.words(text))
    return Set(allCases.filter { !$0.words.isDisjoint(with: words) || $0.sign.map(text.contains) ?? false })
  }

  /// What the document of a share of fees calls money; empty where the promise names no sum or the document its currency.
  static func ofFees(_ entitlement: Entitlement, promised: PromisedGrant, in set: ContractSet) -> Set<MoneyWords> {
    guard entitlement.value?.formula != nil, promised.value?.amount != nil, entitlement.value?.currency == nil,
      let contract = set.contract(of: entitlement.document), contract.result.facts.currency == nil
    else { return [] }
    return contract.clauses.reduce(into: []) { $0.formUnion(of($1.evidence.quote)) }
  }
}

extension GrantComparison {
  /// Bare dollars, francs or crowns against money that cannot be any, on either side: nobody knows what was meant, but
  /// it was not the same.
  func isInForeignMoney(_ promised: EntitlementValue) -> Bool {
    guard promised.amount != nil else { return false }
    let own = entitlement.value?.currency ?? facts.currency
    if let code = promised.currency {
      // "USD 20,000" says the same as "$20,000 (US)".
      guard own == nil, let meant = contractedMoney else { return false }
      return !meant.codes.contains(code)
    }
    let said = MoneyWords.of(grant.text)
    guard said.count == 1, let word = said.first else { return false }
    if let own { return !word.codes.contains(own) }
    return contractedMoney.map { $0 != word } ?? false
  }

  /// The one sort of money that the grant's own words name, else all the words that are quoted of it.
  private var contractedMoney: MoneyWords? {
    let quotes = entitlement.evidence.filter { $0.role == .grant }.map(\.quote)
    var found = quotes.reduce(into: Set<MoneyWords>()) { $0.formUnion(MoneyWords.of($1)) }
    if found.isEmpty {
      for clause in neighbours.clauses { found.formUnion(MoneyWords.of(clause.evidence.quote)) }
    }
    if found.isEmpty, entitlement.value?.formula != nil { found = feeMoney }
    return found.count == 1 ? found.first : nil
  }
}
