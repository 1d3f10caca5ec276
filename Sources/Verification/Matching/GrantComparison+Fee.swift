// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// Promised free, charged in the contract.
extension GrantComparison {
  mutating func compareFee() {
    if let price = grant.price { comparePrice(price) }
    guard grant.isFree else { return }
    if let fee = entitlement.fee, (fee.amount ?? 0) > 0 || (fee.percent ?? 0) > 0 {
      // "Is included at a fee of 10 %": the share is owed, whatever else the sentence says.
      let isOwed = fee.amount == nil && (fee.percent ?? 0) > 0
      if isOwed || fee.amount != 0 && !isWaived { add(.fee, "free", PlainWords.fee(fee)) }
      return
    }
    if entitlement.fee == nil, mayBePricedRow { isIncomparable = true }
    guard let charge = charges.first, !isWaived else { return }
    add(.fee, "free", charge.wording)
  }

  /// "Archive storage │ 5 TB │ 4,800": the row ends with a number that nothing has read, and that may be its price.
  private var mayBePricedRow: Bool {
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    guard
      let row = neighbours.clauses.first(where: { clause in clause.isRow && grants.contains { clause.overlaps($0) } }),
      !row.isFree, let last = row.evidence.quote.split(whereSeparator: { $0 == " " || $0 == "|" || $0 == "\t" }).last
    else { return false }
    let digits = last.filter(\.isNumber)
    guard digits.count > 2, last.allSatisfy({ $0.isNumber || ",.'’".contains($0) }),
      last.contains(where: { ",.'’".contains($0) }),
      let number = Decimal(string: digits)
    else { return false }
    let own = [entitlement.quantity?.amount, entitlement.value?.amount].compactMap { $0 }
    return !own.contains { $0 == number || $0 * 100 == number }
  }

  /// Promised at a price: more is asked, or nobody can tell by which period the contract counts.
  private mutating func comparePrice(_ price: PromisedPrice) {
    if let unit = price.unit { return comparePrice(price, ofOne: unit) }
    guard let fee = entitlement.fee else {
      if let charge = charges.first(where: { isMore($0, than: price) }) { add(.fee, price.wording, charge.wording) }
      return
    }
    if let promised = price.percent {
      if let share = fee.percent, share > promised { add(.fee, price.wording, PlainWords.fee(fee)) }
      return
    }
    guard let promised = price.amount, let asked = fee.amount, asked > promised else { return }
    if let a = price.currency, let b = fee.currency, a != b {
      add(.fee, price.wording, PlainWords.fee(fee))
      return
    }
    // A line's total is for all of its years.
    let years = price.isYearly ? feeYears : 1
    if asked == promised * years { return }
    // A yearly price is worked out over whole years where these are known.
    if price.isYearly, feeYears.isWhole, feeYears > 1, asked < promised * years { return }
    if asked > promised * years || isYearlyFee {
      add(.fee, price.wording, PlainWords.fee(fee))
    } else {
      isIncomparable = true
    }
  }

  /// "At $95 an hour": against what the contract asks for one, said so or worked out of the whole fee.
  private mutating func comparePrice(_ price: PromisedPrice, ofOne unit: String) {
    guard let promised = price.amount, entitlement.fee?.amount != 0 else { return }
    let isOwn = UnitNames.same(entitlement.quantity?.unit, unit, entitlement.kind)
    var asked = neighbours.clauses.flatMap(\.unitPrices).first { $0.unit == unit }?.amount
    if asked == nil, isOwn, let fee = entitlement.fee?.amount, let count = entitlement.quantity?.amount, count > 0 {
      asked = fee / count
    }
    if let asked {
      if asked > promised {
        add(.fee, "\(price.wording) for one", PlainWords.money(asked, entitlement.fee?.currency ?? facts.currency))
      }
    } else if entitlement.fee != nil || !charges.isEmpty {
      isIncomparable = true
    }
  }

  private func isMore(_ charge: ContractClause.Charge, than price: PromisedPrice) -> Bool {
    if let share = charge.percent, let promised = price.percent { return share > promised }
    guard let asked = charge.amount, let promised = price.amount else { return false }
    return asked > promised
  }

  private var feeYears: Decimal {
    guard let start = entitlement.validity.start, let end = entitlement.validity.end,
      let months = start.months(through: end), months > 12
    else { return 1 }
    return Decimal(months) / 12
  }

  private var isYearlyFee: Bool {
    let said = entitlement.evidence.filter { $0.role == .fee || $0.role == .grant }.map { $0.quote.lowercased() }
    return feeYears == 1
      || said.contains { quote in
        ["per year", "a year", "each year", "annual", "yearly", "per annum", "/year"].contains { quote.contains($0) }
      }
  }

  /// What the clauses around ask for it. Where it is said to be free, only its own clause can take that back.
  private var charges: [ContractClause.Charge] {
    // Of a sum that the vendor pays, no price is asked.
    guard !["success_fund", "partner_voucher"].contains(entitlement.kind.rawValue) else { return [] }
    let grants = entitlement.evidence.filter { $0.role == .grant }.map { ($0.start, $0.end) }
    return neighbours.clauses.flatMap { clause -> [ContractClause.Charge] in
      // What a note to its row asks is asked for it.
      let isNote = clause.label?.hasPrefix("note:") ?? false && neighbours.pointed.contains(clause, at: \.evidence)
      let isOwn = isNote || grants.contains { clause.overlaps($0) }
      let isNamed = entitlement.fee?.amount != 0 && clause.names(inAnyWay: entitlement)
      guard isOwn || isNamed || asksForIt(clause, grants) else { return [] }
      return clause.charges.filter(isMeant)
    } + amendedCharges
  }

  /// "30 GB are included. For this EUR 500 per month are charged": the sentence behind it takes it up and asks for it.
  private func asksForIt(_ clause: ContractClause, _ grants: [(start: Int, end: Int)]) -> Bool {
    guard !clause.isRow, !clause.isOptional, !clause.isFree, !clause.isFurtherGrant, clause.unused == nil,
      let own = neighbours.clauses.first(where: { own in grants.contains { own.overlaps($0) } }),
      own.block == clause.block,
      own.evidence.start < clause.evidence.start
    else { return false }
    let words = Set(NameMatch.words(clause.evidence.quote))
    guard
      !words.isDisjoint(with: [
        "charged", "invoiced", "billed", "charges", "invoices", "bills", "due", "payable", "applies", "apply", "charge",
        "fee", "price", "cost", "costs", "pays", "pay", "payment", "owes", "surcharge", "priced",
      ])
    else { return false }
    return clause.takesUp || clause.names(inAnyWay: entitlement)
      || !words.isDisjoint(with: ["this", "these", "it", "them", "they", "thereof"])
  }

  /// What an amendment asks for it, though it leaves the grant itself alone.
  private var amendedCharges: [ContractClause.Charge] {
    guard grant.isFree || grant.price != nil else { return [] }
    return amendingClauses.filter { !$0.isFree && $0.names(entitlement) }.flatMap { $0.charges.filter(isMeant) }
  }

  private func isMeant(_ charge: ContractClause.Charge) -> Bool {
    if let kind = charge.kind, kind != entitlement.kind { return false }
    if let tier = charge.tier, let own = entitlement.tier, tier != own { return false }
    return !charge.isLater || !grant.timing.isEmpty
  }

  /// The fee is waived for at least as long as was promised.
  var isWaived: Bool {
    neighbours.clauses.contains { clause in
      guard clause.isFree else { return false }
      if grant.timing.shares(periodWith: clause.timing) { return true }
      guard let promised = grant.timing.resolved(by: facts), let free = clause.timing.resolved(by: facts),
        let wanted = promised.end(from: promised.start ?? facts.term.start), let end = free.end(from: facts.term.start)
      else { return false }
      return end >= wanted
    }
  }
}

extension Decimal {
  fileprivate var isWhole: Bool { !"\(self)".contains(".") }
}
