// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// How much, what it is worth, and how often.
extension GrantComparison {
  mutating func compareQuantity() {
    if grant.isUnlimited {
      let isUnlimited = entitlement.evidence.contains { $0.quote.lowercased().contains("unlimited") }
      if entitlement.quantity != nil || !isUnlimited {
        add(.quantity, "unlimited", PlainWords.quantity(entitlement.quantity))
      }
      return
    }
    guard let promised = grant.quantity ?? freeMonths, moneyInCredits == nil else { return }
    if let own = monthsOfUse, promised.unit == "month" {
      if Decimal(own) < promised.amount {
        add(.validity, PlainWords.quantity(promised), PlainWords.validity(entitlement.validity))
      }
      return
    }
    guard let amount = amount(in: promised.unit) else {
      if entitlement.quantity == nil, entitlement.value == nil {
        if entitlement.kind != "sandbox" || promised.amount > 1 { add(.quantity, PlainWords.quantity(promised), nil) }
      } else {
        isIncomparable = true
      }
      return
    }
    guard isShort(comparable(amount, ownPer: entitlement.quantity?.per), of: promised.amount) else { return }
    addShortfall(
      .quantity, !isShort(amount, of: promised.amount) && promised.per == nil, more(PlainWords.quantity(promised)),
      PlainWords.quantity(entitlement.quantity) ?? PlainWords.amount(amount))
  }

  /// "More than 40" is not met by 40.
  private func isShort(_ amount: Decimal, of promised: Decimal) -> Bool {
    grant.isExceeded ? amount <= promised : amount < promised
  }

  private func more(_ wording: String?) -> String? { grant.isExceeded ? wording.map { "more than \($0)" } : wording }

  /// "Vault free for four months" against "three free months": the length is the amount.
  private var freeMonths: Quantity? {
    guard entitlement.kind == "complimentary_product", entitlement.quantity?.unit == "month",
      let months = grant.timing.resolved(by: facts)?.months
    else { return nil }
    return Quantity(amount: Decimal(months), unit: "month")
  }

  /// "Free for six months" against a product that is free from one day to another.
  private var monthsOfUse: Int? {
    guard entitlement.kind == "complimentary_product", entitlement.quantity?.unit != "month",
      let start = entitlement.validity.start, let end = entitlement.validity.end
    else { return nil }
    return start.months(through: end)
  }

  /// What is granted comes to less. `isAsMuch`: as much at a time, and so only less often.
  private mutating func addShortfall(
    _ field: Difference.Field, _ isAsMuch: Bool, _ promised: String?, _ contracted: String?
  ) {
    let (wanted, given) = (grant.recurrence, entitlement.recurrence?.every)
    // "12 days, every quarter" against "12 days, every contract year": without the rhythm both read alike.
    let differs = wanted.map(Rates.period) != given.map(Rates.period)
    func timed(_ text: String?, _ every: Recurrence.Every?) -> String? {
      guard differs, let text, let every else { return text }
      return "\(text) \(PlainWords.every(every))"
    }
    let isRarer = isAsMuch && differs && wanted != nil && given != nil
    add(isRarer ? .recurrence : field, timed(promised, wanted), timed(contracted, given))
  }

  /// An amount of the contract counted by the promise's own period: 500,000 a month are 6,000,000 a year. Where the
  /// promise names none, all that is granted within the promised time.
  func comparable(_ amount: Decimal, ownPer: String?) -> Decimal {
    let wanted = grant.quantity?.per ?? grant.recurrence.map(Rates.period)
    let own = ownPer ?? entitlement.recurrence.map { Rates.period($0.every) }
    guard let own else { return amount }
    if let wanted { return Rates.converted(amount, from: own, to: wanted) }
    guard ownPer == nil else { return amount }
    // "18 vouchers" and six in each of three years: just the sum was promised.
    if let periods = entitlement.recurrence?.periods.count, grant.timing.isEmpty, !grant.saysAtOnce,
      grant.quantity?.amount == amount * Decimal(periods)
        || grant.value?.amount == amount * Decimal(periods) && entitlement.conditions.unused != .forfeited
    {
      return amount * Decimal(periods)
    }
    return amount * Decimal(periodsInTime)
  }

  /// How often a recurring grant is made within the promised time. Where the promise names no time it is once: a fund of
  /// 26,000 is not met by 24,000 a year.
  var periodsInTime: Int {
    guard let periods = entitlement.recurrence?.periods, !periods.isEmpty, !grant.saysAtOnce else { return 1 }
    guard let promised = grant.timing.resolved(by: facts) else { return grant.saysSum ? periods.count : 1 }
    let start = promised.isStartSaid ? promised.start : nil
    let end = promised.end(from: promised.start ?? facts.term.start)
    let within = periods.filter { period in
      (start.map { period.end >= $0 } ?? true) && (end.map { period.start <= $0 } ?? true)
    }
    return max(1, within.count)
  }

  /// The entitlement's amount in the promise's unit; nil where nothing tells how one turns into the other.
  func amount(in unit: String?) -> Decimal? {
    if let contracted = entitlement.quantity {
      // "An allowance of USD 16,000, at USD 200 for one credit": the one credit is only the measure.
      if contracted.amount == 1, let value = ownSum, let price = unitPrice(unit), price > 0, value > price {
        return value / price
      }
      if UnitNames.same(contracted.unit, unit, entitlement.kind) { return contracted.amount }
      // Free seats in a course, whatever kind they were taken for.
      if grant.kind != entitlement.kind, contracted.unit == "seat", unit == "user" { return contracted.amount }
      guard let unit, let own = contracted.unit else { return contracted.amount }
      for equal in neighbours.clauses.flatMap(\.equivalences) {
        if UnitNames.same(equal.unit, own, entitlement.kind), UnitNames.same(equal.other, unit, entitlement.kind) {
          return contracted.amount * equal.factor
        }
        if UnitNames.same(equal.unit, unit, entitlement.kind), UnitNames.same(equal.other, own, entitlement.kind),
          equal.factor > 0
        {
          return contracted.amount / equal.factor
        }
      }
    }
    // A sum at a price of one unit is so many units.
    guard let value = ownSum, let price = unitPrice(unit), price > 0 else { return nil }
    return value / price
  }

  private func unitPrice(_ unit: String?) -> Decimal? {
    for price in neighbours.clauses.flatMap(\.unitPrices)
    where unit == nil || price.unit == "each" || UnitNames.same(price.unit, unit, entitlement.kind) {
      return price.amount
    }
    return nil
  }

  // MARK: Worth

  /// What the entitlement is worth, worked out of its share of the fees where its document did not give them.
  var ownSum: Decimal? { sum(of: entitlement.value) }

  private func sum(of value: EntitlementValue?) -> Decimal? {
    if let amount = value?.amount { return amount }
    guard let share = value?.formula else { return nil }
    guard share.of == "total_fees" else { return annualFee?.amount.map { $0 * share.percent / 100 } }
    let whole = facts.term.months.flatMap { months in annualFee?.amount.map { $0 * months / 12 } }
    return (facts.fees.total ?? whole ?? annualFee?.amount).map { $0 * share.percent / 100 }
  }

  /// "24k in promotional credits" against credits that are granted by their worth: a sum of money.
  private var moneyInCredits: EntitlementValue? {
    guard entitlement.kind == "usage_credit", entitlement.quantity == nil, entitlement.value?.amount != nil,
      grant.value == nil, let promised = grant.quantity, promised.unit == "credit", promised.amount >= 500,
      grant.text.lowercased().contains(" in "), let name = grant.name,
      grant.text.lowercased().contains(" in \(name.lowercased())")
    else { return nil }
    return EntitlementValue(amount: promised.amount, currency: entitlement.value?.currency)
  }

  mutating func compareValue() {
    guard var promised = grant.value ?? moneyInCredits else { return }
    let contracted = entitlement.value
    if isInForeignMoney(promised) { isIncomparable = true }
    // "$35,000" is in the contract's own dollars.
    if promised.amount != nil { promised.currency = promised.currency ?? contracted?.currency ?? facts.currency }
    if let share = promised.formula, let own = contracted?.formula, own.of == share.of || share.of == nil {
      if isShort(own.percent, of: share.percent) {
        add(.value, more(PlainWords.value(promised)), PlainWords.value(contracted))
      }
      return
    }
    guard let wanted = sum(of: promised) else {
      isIncomparable = true
      return
    }
    var amount = ownSum
    if amount == nil, let quantity = entitlement.quantity, let price = unitPrice(quantity.unit) {
      amount = quantity.amount * price
    }
    guard let amount else {
      // "Twelve days, worth 14,400", and too few of them: that much is known.
      if grant.quantity != nil, differences.contains(where: { $0.field == .quantity }) { return }
      if contracted == nil, entitlement.quantity == nil {
        add(.value, PlainWords.value(promised), nil)
      } else {
        isIncomparable = true
      }
      return
    }
    let own = contracted?.amount == nil ? PlainWords.money(amount, contracted?.currency ?? facts.currency) : nil
    if let a = promised.currency, let b = contracted?.currency, a != b {
      add(.value, PlainWords.value(promised), PlainWords.value(contracted))
    } else if isShort(comparable(amount, ownPer: nil), of: wanted) {
      addShortfall(
        .value, !isShort(amount, of: wanted), more(PlainWords.value(promised)), own ?? PlainWords.value(contracted))
    }
  }

  // MARK: How often

  mutating func compareRecurrence() {
    guard let promised = grant.recurrence, let wanted = Rates.months(Rates.period(promised)),
      !["api_capacity", "storage", "sandbox", "support_plan"].contains(entitlement.kind.rawValue)
    else { return }
    if let own = entitlement.recurrence {
      // As much in a year as twelve times a month is no less; where no amount is promised, the rhythm counts.
      if !grant.hasAmount, let months = Rates.months(Rates.period(own.every)), months > wanted {
        add(.recurrence, PlainWords.every(promised), PlainWords.every(own.every))
      }
      return
    }
    if !grantsAllPeriods(wanted) {
      differences.removeAll { $0.field == .quantity || $0.field == .value }
      if isLessThanOnce { compareQuantity() }
      add(.recurrence, PlainWords.every(promised), "once")
    }
  }

  private var isLessThanOnce: Bool {
    guard let wanted = grant.quantity, let own = amount(in: wanted.unit) else { return false }
    return own < wanted.amount
  }

  /// Once, but as much as all the periods together.
  private func grantsAllPeriods(_ months: Int) -> Bool {
    guard let start = facts.term.start, let end = facts.term.end, let whole = start.months(through: end), whole > months
    else {
      return facts.term.months.map { $0 <= Decimal(months) } ?? false
    }
    let count = Decimal((whole + months - 1) / months)
    if let wanted = grant.quantity, let own = amount(in: wanted.unit) { return own >= wanted.amount * count }
    if let wanted = grant.value?.amount, let own = ownSum { return own >= wanted * count }
    return false
  }
}

/// Amounts by one period and by another.
enum Rates {
  /// `year`, `half_year`, `quarter` or `month`.
  static func period(_ every: Recurrence.Every) -> String {
    switch every {
    case .contract_year, .calendar_year, .fiscal_year: "year"
    case .half_year: "half_year"
    case .quarter: "quarter"
    case .month: "month"
    }
  }

  static func months(_ period: String) -> Int? {
    ["month": 1, "quarter": 3, "half_year": 6, "year": 12][period]
  }

  /// Days of a period; a month has thirty.
  private static func days(_ period: String) -> Decimal? {
    ["day": 1, "week": 7, "month": 30, "quarter": 91, "half_year": 182, "year": 365][period]
  }

  /// The amount itself where a period is not known.
  static func converted(_ amount: Decimal, from own: String, to wanted: String) -> Decimal {
    if own == wanted { return amount }
    if let a = months(own), let b = months(wanted) { return amount * Decimal(b) / Decimal(a) }
    guard let a = days(own), let b = days(wanted) else { return amount }
    return amount * b / a
  }
}
