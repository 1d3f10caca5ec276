// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// How much each thing that a promise names is promised of: what a grant's own reading finds, else the nearest number.
extension PromiseMentions {
  func complete(_ mention: inout PromiseMention, among all: [PromiseMention], candidates: [Candidate]) {
    let sentence = context.sentence(of: mention.tokens.lowerBound)
    let tokens = mention.tokens
    let kind = mention.kind
    if let candidate = candidates.first(where: {
      $0.kind == kind && $0.name.tokens.overlaps(tokens) && $0.hasSubstance
    }) {
      mention.quantity = candidate.quantity
      // "Sixty hours not exceeding EUR 6,000": what is counted has a price.
      let isPriced = candidate.quantity != nil && candidate.money.map { isPrice($0) } ?? false
      mention.money = isPriced ? nil : candidate.money
      mention.share = candidate.share.map { ($0.percent, base(behind: candidate.tokens) ?? $0.base) }
      mention.tier = mention.tier ?? candidate.tier
    }
    // Nobody hands out thousands of vouchers: "a partner voucher of 25k" tells what it is worth.
    if mention.kind == "partner_voucher", mention.money == nil, let count = mention.quantity?.amount, count >= 500 {
      mention.sum = count
      mention.quantity = nil
    }
    if !mention.hasAmount, mention.kind != "support_plan" { takeNearest(&mention, among: all, sentence) }
    takeCreditOfSum(&mention)
    if !mention.hasAmount, mention.unit != nil, all.count == 1, let times = times(in: sentence) {
      mention.quantity = Quantity(amount: times, unit: mention.unit)
    }
    if !mention.hasAmount, mention.kind != "support_plan", mention.kind != "complimentary_product" {
      let before = max(0, mention.tokens.lowerBound - 2)..<mention.tokens.lowerBound
      mention.isUnlimited = before.contains { context.folded($0) == "unlimited" }
    }
  }

  /// "A pilot credit of 25k", "a 25k pilot credit": one credit, and what it is worth.
  private func takeCreditOfSum(_ mention: inout PromiseMention) {
    guard ["usage_credit", "development_credit"].contains(mention.kind.rawValue), mention.money == nil,
      let count = mention.quantity, count.unit == "credit", count.amount >= 500,
      context.folded(mention.tokens.upperBound - 1) == "credit"
    else { return }
    mention.sum = count.amount
    mention.quantity = nil
  }

  private func isPrice(_ sum: ValueMention) -> Bool {
    let before = sum.tokens.lowerBound - 1
    return before >= 0
      && context.isOne(before, of: "exceeding|exceed|than|maximum|max|under|below|at|@")
  }

  /// The fees that a share is of, where the packs know them by name.
  private func base(behind share: Range<Int>) -> String? {
    context.names.first { $0.list == "fee_base" && $0.tokens.lowerBound >= share.lowerBound }?.entry
  }

  /// The nearest number before the name, else behind it, that belongs to no other name, date, length or price.
  private func takeNearest(_ mention: inout PromiseMention, among all: [PromiseMention], _ sentence: Range<Int>) {
    let values = context.values(in: sentence).filter { value in
      !all.contains { $0.tokens != mention.tokens && isBetween($0.tokens, value.tokens, mention.tokens) }
    }
    let sorted = values.sorted { distance($0.tokens, mention.tokens) < distance($1.tokens, mention.tokens) }
    for value in sorted where distance(value.tokens, mention.tokens) <= reach(value) {
      switch value.value {
      case .money where mention.money == nil && mention.kind.takesMoney && !isUnitPrice(value): mention.money = value
      case .quantity(let amount, let unit, let per)
      where mention.quantity == nil && Units.accepts(unit, kind: mention.kind):
        mention.quantity = Units.normalised(amount, unit: unit, kind: mention.kind, per: per)
      case .duration(let length) where mention.quantity == nil && isWorkingTime(length, mention):
        mention.quantity = Quantity(amount: length.amount, unit: length.unit.rawValue)
      case .quantity(let amount, let unit, let per)
      where mention.quantity == nil && ["piece", "pc", "pcs", "unit", "item"].contains(unit) && mention.unit != nil:
        mention.quantity = Quantity(amount: amount, unit: mention.unit, per: per)
      case .percent(let percent) where mention.kind.takesMoney && isShare(value, of: mention):
        mention.share = (percent, base(behind: value.tokens))
      case .number(let number)
      where mention.kind == "partner_voucher" && number >= 500 && isCount(value, mention)
        || mention.kind == "success_fund" && number >= 500 && (isBeside(value, mention) || isBareSum(value)):
        // Nobody hands out thousands of vouchers or funds: it is what one is worth.
        mention.sum = number
      case .number(let number)
      where mention.isWeak && mention.kind.takesMoney && number >= 1000 && isSumFor(value, mention):
        mention.sum = number
      case .number(let number) where mention.quantity == nil && isCount(value, mention):
        mention.quantity = Quantity(amount: number, unit: mention.unit, per: rate(behind: value))
      default: continue
      }
      if mention.hasAmount { return }
    }
  }

  /// "15k success fund", "success fund: 15k".
  private func isBeside(_ value: ValueMention, _ mention: PromiseMention) -> Bool {
    let isOther = context.values(in: value.tokens).contains { other in
      switch other.value {
      case .number, .quantity: false
      default: true
      }
    }
    return !isOther
      && (value.tokens.upperBound == mention.tokens.lowerBound || isLabelled(value, by: mention)
        || isRightBehind(value, mention))
  }

  /// "Over 40k a year", "25k for customer success": a large number that counts nothing.
  private func isBareSum(_ value: ValueMention) -> Bool {
    let next = value.tokens.upperBound
    let isOther = context.values(in: context.sentence(of: value.tokens.lowerBound)).contains { other in
      if case .duration = other.value { return other.tokens.overlaps(value.tokens) }
      if case .date = other.value { return other.tokens.overlaps(value.tokens) }
      return false
    }
    guard !isOther else { return false }
    return next >= context.stream.count || context.isOne(next, of: Self.sumFollowers)
  }

  /// "25k for training", "20k towards consulting": thousands for something count none of it.
  private func isSumFor(_ value: ValueMention, _ mention: PromiseMention) -> Bool {
    let next = value.tokens.upperBound
    guard next < mention.tokens.lowerBound, isBareSum(value) else { return false }
    return context.isOne(next, of: "for|toward|towards")
  }

  private static let sumFollowers: WordSet = [
    "a", "per", "each", "every", "in", "for", "of", "annually", "yearly", "toward", "towards", "as", "/", "p", "to",
    "on", ",", ".", "which", "that",
  ]

  /// "Sandbox (full) x3", "3x sandbox".
  private func times(in sentence: Range<Int>) -> Decimal? {
    for token in sentence.dropLast() {
      let (first, second) = (context.folded(token), context.folded(token + 1))
      guard !context.hasSpaceBefore(token + 1) || first == "×" else { continue }
      if ["x", "×"].contains(first), let count = Int(second) { return Decimal(count) }
      if ["x", "×"].contains(second), let count = Int(first) { return Decimal(count) }
    }
    return nil
  }

  private func reach(_ value: ValueMention) -> Int {
    if case .percent = value.value { return 40 }
    return 14
  }

  /// "Ten percent of what you spend"; right beside a fund ("4% success fund", "success fund 5% a year") it is of the fees.
  private func isShare(_ value: ValueMention, of mention: PromiseMention) -> Bool {
    let next = value.tokens.upperBound
    if next == context.stream.count || context.folded(next) == "of" { return true }
    let isBeside = next == mention.tokens.lowerBound || value.tokens.lowerBound == mention.tokens.upperBound
    return isBeside && mention.kind.isFunded
  }

  private func isWorkingTime(_ length: CalendarDuration, _ mention: PromiseMention) -> Bool {
    ["services_hours", "development_credit"].contains(mention.kind.rawValue) && !length.isBusiness
      && (length.unit == .hour || length.unit == .day)
  }

  /// "EUR 400 each", "$90 per seat" is a price and no worth.
  private func isUnitPrice(_ value: ValueMention) -> Bool {
    let next = value.tokens.upperBound
    guard next < context.stream.count else { return false }
    if context.isOne(next, of: "each|apiece") {
      // "EUR 400 each year"
      return next + 1 >= context.stream.count || !PricePeriods.opens(with: context.folded(next + 1))
    }
    guard context.isOne(next, of: "per|a|an|/"), next + 1 < context.stream.count else { return false }
    return !PricePeriods.opens(with: context.folded(next + 1))
  }

  private func isCount(_ value: ValueMention, _ mention: PromiseMention) -> Bool {
    guard !["success_fund", "storage", "support_plan"].contains(mention.kind.rawValue) else { return false }
    // "In year two we top your credits up": the number of a year.
    if value.tokens.lowerBound > 0, context.isOne(value.tokens.lowerBound - 1, of: Self.counted) { return false }
    // Right before its noun, a word or two between: "ten free exam vouchers"; or behind a label: "Exam vouchers: 10".
    let isBefore =
      value.tokens.upperBound <= mention.tokens.lowerBound
      && mention.tokens.lowerBound - value.tokens.upperBound <= 4
    if isOfPeople(value, behind: mention) { return true }
    guard isBefore || isLabelled(value, by: mention) || isRightBehind(value, mention) else { return false }
    return !context.values(in: context.sentence(of: value.tokens.lowerBound)).contains { other in
      guard other.tokens.overlaps(value.tokens) else { return false }
      switch other.value {
      case .number, .quantity: return false
      default: return true
      }
    }
  }

  private static let counted: WordSet = ["year", "quarter", "phase", "month", "week", "section", "clause", "item"]

  private static let followers: WordSet = [
    ",", ".", ";", ")", "/", "per", "a", "each", "in", "for", "until", "valid", "free", "and", "at", "pcs", "pieces",
    "units", "of", "p", "every", "with", "through", "total", "till", "til", "thru", "plus", "usable", "good", "from",
    "&",
    "+", "to", "?", "!",
  ]

  /// "Training credits 120", "coaching sessions 12/yr", "exam vouchers (30 pcs)", "exam vouchers, thirty of them".
  private func isRightBehind(_ value: ValueMention, _ mention: PromiseMention) -> Bool {
    var at = mention.tokens.upperBound
    if at < context.stream.count, context.isOne(at, of: "(|,|x|×|at|of") { at += 1 }
    guard value.tokens.lowerBound == at else { return false }
    let next = value.tokens.upperBound
    return next >= context.stream.count || context.isOne(next, of: Self.followers)
  }

  /// "The exams for seven of our staff", "exams for 12 administrators": one for each.
  private func isOfPeople(_ value: ValueMention, behind mention: PromiseMention) -> Bool {
    guard mention.kind == "certification_voucher", value.tokens.lowerBound == mention.tokens.upperBound + 1,
      context.folded(mention.tokens.upperBound) == "for"
    else { return false }
    let next = value.tokens.upperBound..<min(value.tokens.upperBound + 4, context.stream.count)
    return next.contains { context.isOne($0, of: Self.people) }
  }

  private static let people: WordSet = [
    "people", "staff", "employees", "colleagues", "administrators", "admins", "users", "operators", "persons",
    "engineers", "members", "developers", "analysts", "consultants", "technicians", "clerks", "managers", "team",
    "candidates", "learners", "agents",
  ]

  private func isLabelled(_ value: ValueMention, by mention: PromiseMention) -> Bool {
    if let start = colon(behind: mention.tokens), value.tokens.lowerBound == start { return true }
    guard mention.tokens.lowerBound == 0, let start = labelEnd(behind: mention.tokens) else { return false }
    return value.tokens.lowerBound == start
  }

  /// "100k/day", "500 per month": the period of a bare number.
  private func rate(behind value: ValueMention) -> String? {
    let next = value.tokens.upperBound
    guard next + 1 < context.stream.count, context.isOne(next, of: "/|per|a|each") else { return nil }
    return ["day", "hour", "minute", "second"].first { $0 == context.folded(next + 1) }
  }

  private func isBetween(_ name: Range<Int>, _ value: Range<Int>, _ own: Range<Int>) -> Bool {
    value.upperBound <= own.lowerBound
      ? name.lowerBound >= value.upperBound && name.upperBound <= own.lowerBound
      : name.lowerBound >= own.upperBound && name.upperBound <= value.lowerBound
  }

  private func distance(_ value: Range<Int>, _ name: Range<Int>) -> Int {
    if value.overlaps(name) { return 0 }
    if value.upperBound <= name.lowerBound { return (name.lowerBound - value.upperBound) * 2 }
    return (value.lowerBound - name.upperBound) * 2 + 1
  }
}
