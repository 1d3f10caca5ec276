// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// A promise laid beside one entitlement, field by field.
struct GrantComparison {
  let grant: PromisedGrant
  let entitlement: Entitlement
  let facts: DocumentFacts
  let neighbours: Neighbourhood
  /// Amounts to compare with, where several entitlements are taken together.
  var total: Quantity?
  var totalValue: EntitlementValue?

  private(set) var differences: [Difference] = []
  /// A field that nothing can compare: hours with days where no text says how many make one.
  private(set) var isIncomparable = false

  init(
    _ grant: PromisedGrant, _ entitlement: Entitlement, in set: ContractSet, total: Quantity? = nil,
    totalValue: EntitlementValue? = nil
  ) {
    self.grant = grant
    self.entitlement = entitlement
    facts = set.termFacts(of: entitlement.document)
    neighbours = Neighbourhood(entitlement, in: set)
    self.total = total
    self.totalValue = totalValue
    compareTier()
    compareSort()
    compareQuantity()
    compareValue()
    compareRecurrence()
    compareFee()
    compareValidity()
    compareConditions()
  }

  /// Heavier is worse; for choosing among several entitlements.
  var weight: Int {
    differences.reduce(isIncomparable ? 6 : 0) { sum, difference in
      switch difference.field {
      case .tier, .kind: sum + 9
      case .quantity, .value: sum + 5
      case .fee, .recurrence: sum + 3
      default: sum + 2
      }
    }
  }

  mutating func add(_ field: Difference.Field, _ promised: String?, _ contracted: String?) {
    differences.append(Difference(field, promised: promised, contracted: contracted))
  }

  // MARK: Tier and sort

  private static let ranks: [Tier: Int] = [.standard: 0, .premier: 1, .premier_plus: 2, .signature: 3]

  private mutating func compareTier() {
    guard grant.kind == "support_plan", let promised = grant.tier, !grant.isKindVague else { return }
    let contracted = entitlement.tier ?? .other
    if let a = Self.ranks[promised], let b = Self.ranks[contracted] {
      if b < a { add(.tier, PlainWords.tier(promised), PlainWords.tier(contracted)) }
      return
    }
    if promised == .other, contracted == .other, Self.samePlan(grant.name, entitlement.name) { return }
    add(.tier, grant.name, entitlement.name)
  }

  private static func samePlan(_ a: String?, _ b: String?) -> Bool {
    let idle: Set<String> = [
      "support", "plan", "success", "package", "care", "services", "service", "technical", "customer", "trial", "level",
    ]
    let (x, y) = (Set(NameMatch.words(a)).subtracting(idle), Set(NameMatch.words(b)).subtracting(idle))
    return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
  }

  /// A full copy is more than a developer sandbox. Where one side does not say which sort, nothing differs.
  private mutating func compareSort() {
    guard grant.kind == "sandbox", let a = Self.sandboxRank(grant.name ?? grant.text),
      let b = Self.sandboxRank(
        [entitlement.name, entitlement.evidence.first?.quote].compactMap { $0 }.joined(separator: " ")), b < a
    else { return }
    add(.kind, grant.name, entitlement.name)
  }

  private static func sandboxRank(_ text: String) -> Int? {
    let words = Set(NameMatch.words(text))
    if words.contains("full") { return 3 }
    if words.contains("partial") { return 2 }
    return words.contains("developer") || words.contains("dev") ? 0 : nil
  }

  // MARK: How much

  private mutating func compareQuantity() {
    if grant.isUnlimited {
      let contracted = total ?? entitlement.quantity
      let isUnlimited = entitlement.evidence.contains { $0.quote.lowercased().contains("unlimited") }
      if contracted != nil || !isUnlimited { add(.quantity, "unlimited", PlainWords.quantity(contracted)) }
      return
    }
    guard let promised = grant.quantity else { return }
    let contracted = total ?? entitlement.quantity
    guard let amount = amount(in: promised.unit, of: contracted) else {
      if contracted == nil, entitlement.value == nil {
        if entitlement.kind != "sandbox" || promised.amount > 1 { add(.quantity, PlainWords.quantity(promised), nil) }
      } else {
        isIncomparable = true
      }
      return
    }
    if rate(amount, contracted?.per, promised.per) < promised.amount, !coversOverTime(promised.amount, amount) {
      add(.quantity, PlainWords.quantity(promised), PlainWords.quantity(contracted) ?? PlainWords.amount(amount))
    }
  }

  /// 50 in each of two years are a hundred in all, where the promise names no period of its own.
  private func coversOverTime(_ promised: Decimal, _ amount: Decimal) -> Bool {
    guard grant.recurrence == nil, let recurrence = entitlement.recurrence, recurrence.periods.count > 1 else {
      return false
    }
    return amount * Decimal(recurrence.periods.count) >= promised
  }

  private func amount(in unit: String?, of contracted: Quantity?) -> Decimal? {
    if let contracted {
      if UnitNames.same(contracted.unit, unit, entitlement.kind) { return contracted.amount }
      guard let unit, let own = contracted.unit else { return contracted.amount }
      for clause in neighbours.clauses {
        for equal in clause.equivalences {
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
    }
    // A sum at a price of one unit is so many units.
    guard let value = (totalValue ?? entitlement.value)?.amount, let price = unitPrice(unit), price > 0 else {
      return nil
    }
    return value / price
  }

  private func unitPrice(_ unit: String?) -> Decimal? {
    for clause in neighbours.clauses {
      for price in clause.unitPrices where unit == nil || UnitNames.same(price.unit, unit, entitlement.kind) {
        return price.amount
      }
    }
    return nil
  }

  /// Calls per day and per month by the days of a month.
  private func rate(_ amount: Decimal, _ own: String?, _ wanted: String?) -> Decimal {
    let days: [String: Decimal] = ["day": 1, "week": 7, "month": 30, "year": 365]
    guard let own, let wanted, own != wanted, let a = days[own], let b = days[wanted] else { return amount }
    return amount * b / a
  }

  private mutating func compareValue() {
    guard let promised = grant.value else { return }
    let contracted = totalValue ?? entitlement.value
    if let share = promised.formula {
      if let own = contracted?.formula, own.of == share.of || share.of == nil {
        if own.percent < share.percent { add(.value, PlainWords.value(promised), PlainWords.value(contracted)) }
      } else {
        isIncomparable = true
      }
      return
    }
    guard let wanted = promised.amount else { return }
    var amount = contracted?.amount
    if amount == nil, let quantity = entitlement.quantity, let price = unitPrice(quantity.unit) {
      amount = quantity.amount * price
    }
    guard let amount else {
      if contracted == nil, entitlement.quantity == nil {
        add(.value, PlainWords.value(promised), nil)
      } else {
        isIncomparable = true
      }
      return
    }
    if let a = promised.currency, let b = contracted?.currency, a != b {
      add(.value, PlainWords.value(promised), PlainWords.value(contracted))
    } else if amount < wanted, !coversOverTime(wanted, amount) {
      let own = PlainWords.value(contracted) ?? PlainWords.money(amount, promised.currency)
      add(.value, PlainWords.value(promised), own)
    }
  }

  // MARK: How often

  private static let months: [Recurrence.Every: Int] = [
    .contract_year: 12, .calendar_year: 12, .fiscal_year: 12, .half_year: 6, .quarter: 3, .month: 1,
  ]

  private mutating func compareRecurrence() {
    guard let promised = grant.recurrence, let wanted = Self.months[promised],
      !["api_capacity", "storage", "sandbox", "support_plan"].contains(entitlement.kind.rawValue)
    else { return }
    if let own = entitlement.recurrence {
      if let months = Self.months[own.every], months > wanted {
        add(.recurrence, PlainWords.every(promised), PlainWords.every(own.every))
      }
      return
    }
    if total == nil, !grantsAllPeriods(wanted) {
      differences.removeAll { $0.field == .quantity || $0.field == .value }
      let isLess = isLessThanOnce
      if isLess { compareQuantity() }
      add(.recurrence, PlainWords.every(promised), "once")
    }
  }

  private var isLessThanOnce: Bool {
    guard let wanted = grant.quantity, let own = amount(in: wanted.unit, of: entitlement.quantity) else { return false }
    return own < wanted.amount
  }

  /// Once, but as much as all the periods together.
  private func grantsAllPeriods(_ months: Int) -> Bool {
    guard let start = facts.term.start, let end = facts.term.end, let whole = start.months(through: end), whole > months
    else {
      return facts.term.months.map { $0 <= Decimal(months) } ?? false
    }
    let count = Decimal((whole + months - 1) / months)
    if let wanted = grant.quantity, let own = amount(in: wanted.unit, of: entitlement.quantity) {
      return own >= wanted.amount * count
    }
    if let wanted = grant.value?.amount, let own = entitlement.value?.amount { return own >= wanted * count }
    return false
  }

  // MARK: Price

  private mutating func compareFee() {
    guard grant.isFree, let fee = entitlement.fee else { return }
    if fee.amount == 0 { return }
    guard (fee.amount ?? 0) > 0 || (fee.percent ?? 0) > 0, !isWaived else { return }
    add(.fee, "free", PlainWords.fee(fee))
  }

  /// The fee is waived for at least as long as was promised.
  private var isWaived: Bool {
    neighbours.clauses.contains { clause in
      guard clause.isFree else { return false }
      if grant.timing.shares(periodWith: clause.timing) { return true }
      guard let promised = grant.timing.resolved(by: facts), let free = clause.timing.resolved(by: facts),
        let wanted = promised.end(from: promised.start ?? facts.term.start), let end = free.end(from: facts.term.start)
      else { return false }
      return end >= wanted
    }
  }

  // MARK: When

  private mutating func compareValidity() {
    guard let promised = grant.timing.resolved(by: facts) else { return }
    let own = entitlement.validity
    let start = own.start ?? facts.term.start
    let wording = grant.timing.wording ?? grant.timing.lastDay.map { "until \($0)" }
    if promised.isStartSaid, let wanted = promised.start, let start, start > wanted {
      add(.validity, wording, PlainWords.validity(own))
      return
    }
    let wanted = promised.end(from: promised.isStartSaid ? promised.start ?? start : start)
    if let wanted, let end = own.end {
      if end < wanted { add(.validity, wording, PlainWords.validity(own)) }
    } else if !isKnownLongEnough(wanted) {
      add(.validity, wording, own.end.map { "until \($0)" } ?? own.text)
    }
  }

  /// Where days cannot be compared: by lengths, by the same words, by what the clauses around say. What is tied to
  /// nothing runs for the term.
  private func isKnownLongEnough(_ wanted: CalendarDate?) -> Bool {
    let timings = neighbours.clauses.map(\.timing)
    if timings.contains(where: { grant.timing.shares(periodWith: $0) }) { return true }
    if let wanted, timings.contains(where: { ($0.resolved(by: facts)?.end ?? .init(dayNumber: -700_000)) >= wanted }) {
      return true
    }
    if let months = grant.timing.months {
      if let own = timings.compactMap(\.months).max() { return own >= months }
      if let start = entitlement.validity.start, let end = entitlement.validity.end {
        return start.end(ofMonths: months) <= end
      }
    }
    return entitlement.validity.end == nil && (entitlement.validity.text == nil || entitlement.validity.basis == .term)
  }
}
