// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Reads what a clause asks the customer to pay for something that it grants: "at USD 150 per hour", "the surcharge is
/// EUR 900 a month", "at 40% off", "at the then current rate". What a thing is worth, what it would cost otherwise, and
/// what more of it costs, are no charges.
struct ChargeReader {
  let context: DocumentContext

  func charges(in tokens: Range<Int>) -> [ContractClause.Charge] {
    var found: [ContractClause.Charge] = []
    for value in context.values(in: tokens) {
      let part = part(around: value.tokens, in: tokens)
      switch value.value {
      case .money(let amount, let currency)
      where amount > 0 && isPrice(value.tokens, part) && !isOther(value.tokens, part):
        found.append(charge(value.tokens, part, tokens, amount: amount, currency: currency))
      case .percent(let percent) where percent > 0:
        if isDiscount(value.tokens, part) {
          if percent < 100, !isOfMore(part.lowerBound..<value.tokens.lowerBound) {
            found.append(charge(value.tokens, part, tokens, percent: 100 - percent, isDiscount: true))
          }
        } else if isShareOfFees(value.tokens, part), !isOther(value.tokens, part) {
          found.append(charge(value.tokens, part, tokens, percent: percent))
        }
      default: continue
      }
    }
    for name in context.names(in: tokens) where name.list == "contract_charge" {
      let part = part(around: name.tokens, in: tokens)
      guard !isOther(name.tokens, part) else { continue }
      found.append(charge(name.tokens, part, tokens))
    }
    return found
  }

  private func charge(
    _ tokens: Range<Int>, _ part: Range<Int>, _ clause: Range<Int>, amount: Decimal? = nil, currency: String? = nil,
    percent: Decimal? = nil, isDiscount: Bool = false
  ) -> ContractClause.Charge {
    let before = part.lowerBound..<tokens.lowerBound
    let near = max(clause.lowerBound, tokens.lowerBound - 60)..<tokens.lowerBound
    let named = context.names(in: near).last { $0.kind != nil }
    return ContractClause.Charge(
      amount: amount, currency: currency, percent: percent, isDiscount: isDiscount, kind: named?.kind,
      tier: named?.tier.flatMap(Tier.init(rawValue:)),
      isLater: words(before).contains { ["thereafter", "afterwards", "then", "after"].contains($0) },
      wording: context.text(wording(tokens, part)))
  }

  private func wording(_ tokens: Range<Int>, _ part: Range<Int>) -> Range<Int> {
    max(part.lowerBound, tokens.lowerBound - 6)..<min(part.upperBound, tokens.upperBound + 6)
  }

  private func words(_ range: Range<Int>) -> [String] { range.map { context.folded($0) } }

  /// Up to a semicolon, and no further than the words that can belong to the value.
  private func part(around tokens: Range<Int>, in clause: Range<Int>) -> Range<Int> {
    var low = tokens.lowerBound
    while low > clause.lowerBound, tokens.lowerBound - low < 16, !context.isOne(low - 1, of: ";|but") {
      low -= 1
    }
    var high = tokens.upperBound
    while high < clause.upperBound, high - tokens.upperBound < 10, !context.isOne(high, of: ";|but") {
      high += 1
    }
    return low..<high
  }

  // MARK: Money

  private static let nouns: Set<String> = [
    "fee", "price", "charge", "surcharge", "cost", "rate", "payment", "fees", "supplement", "consideration", "prices",
    "contribution", "uplift",
  ]
  private static let verbs: Set<String> = [
    "charged", "charges", "charge", "invoice", "invoices", "invoiced", "bill", "bills", "billed", "cost", "costs",
    "pays", "payable", "priced",
  ]

  private func isPrice(_ value: Range<Int>, _ part: Range<Int>) -> Bool {
    let before = part.lowerBound..<value.lowerBound
    guard let last = before.last else { return false }
    let word = context.folded(last)
    if word == "at" || word == "@" { return true }
    if isPricedLine(value, before: last, part) { return true }
    for token in before.suffix(7).reversed() {
      let word = context.folded(token)
      if [",", "(", ")"].contains(word), token < value.lowerBound - 2 { break }
      if Self.verbs.contains(word) { return !isOfOrder(token, part) }
      if Self.nouns.contains(word) { return !isOfOrder(token, part) }
    }
    // "A surcharge of", "USD 6,400 surcharge", "USD 900 per month are payable".
    let behind = words(value.upperBound..<min(part.upperBound, value.upperBound + 6))
    return behind.contains { ["surcharge", "payable", "invoiced", "charged", "billed"].contains($0) }
  }

  /// "Archive storage of 4 TB, EUR 400 per month": the sum by a period right behind what is no sum of money itself.
  private func isPricedLine(_ value: Range<Int>, before last: Int, _ part: Range<Int>) -> Bool {
    guard context.isOne(last, of: ",|:|–|-|("), value.upperBound + 1 < part.upperBound,
      context.isOne(value.upperBound, of: "per|a|each|/|every"),
      let kind = context.names(in: part.lowerBound..<value.lowerBound).last(where: { $0.kind != nil })?.kind
    else { return false }
    let next = context.folded(value.upperBound + 1)
    return PricePeriods.opens(with: next) && Self.rented.contains(kind.rawValue)
      || next == "contract" && Self.rented.contains(kind.rawValue)
  }

  private static let rented: Set<String> = ["storage", "sandbox", "api_capacity", "support_plan"]

  /// The annual fee and the subscription fee are those of the order.
  private func isOfOrder(_ token: Int, _ part: Range<Int>) -> Bool {
    let order: Set<String> = [
      "annual", "subscription", "licence", "license", "platform", "total", "yearly", "base", "software", "order",
    ]
    return words(max(part.lowerBound, token - 3)..<token).contains { order.contains($0) }
  }

  // MARK: Shares

  private func isShareOfFees(_ value: Range<Int>, _ part: Range<Int>) -> Bool {
    let behind = words(value.upperBound..<min(part.upperBound, value.upperBound + 8))
    guard
      behind.contains(where: { ["fee", "fees", "price", "prices", "spend", "charges", "rate", "value"].contains($0) })
    else { return false }
    let before = part.lowerBound..<value.lowerBound
    guard let last = before.last else { return true }
    if context.isOne(last, of: "at|@|:|-|–|—") { return true }
    // "Premier Plus Support | 18 per cent of the annual charges": the plan and at once what it costs.
    if context.names(in: before).contains(where: { $0.kind != nil && value.lowerBound - $0.tokens.upperBound <= 1 }) {
      return true
    }
    return words(before.suffix(6)).contains { Self.verbs.contains($0) || Self.nouns.contains($0) }
  }

  private func isDiscount(_ value: Range<Int>, _ part: Range<Int>) -> Bool {
    let behind = words(value.upperBound..<min(part.upperBound, value.upperBound + 3))
    if behind.first == "off"
      || behind.contains(where: { ["discount", "rebate", "reduction", "discounted"].contains($0) })
    {
      return true
    }
    let before = words((part.lowerBound..<value.lowerBound).suffix(4))
    return before.contains { ["discount", "discounted", "rebate", "reduced"].contains($0) }
  }

  // MARK: What is no charge for it

  private static let takings: Set<String> = [
    "accepts", "accepted", "taken", "exchanged", "exchanges", "honoured", "honored", "honours", "honors", "reckoned",
  ]

  private func isOther(_ value: Range<Int>, _ part: Range<Int>) -> Bool {
    let before = part.lowerBound..<value.lowerBound
    let worth: Set<String> = [
      "valued", "value", "worth", "regular", "regularly", "normally", "normal", "usually", "otherwise", "instead",
      "waives", "waived", "waive", "waiving", "savings", "saving", "list", "rather", "not", "equals", "counted",
      "fixed", "deemed", "converted", "equivalent", "no", "without",
    ]
    if words(before.suffix(9)).contains(where: { worth.contains($0) }) {
      // "Not included but charged at", "not free; USD 40 each": only a denial of the charge itself counts.
      let near = words(before.suffix(9))
      let denials: Set<String> = ["not", "no", "without"]
      if near.contains(where: { worth.contains($0) && !denials.contains($0) }) { return true }
      let last = near.lastIndex { denials.contains($0) } ?? 0
      if near.count - last <= 3 { return true }
    }
    // "A credit is taken at GBP 100 for that purpose": what it is worth.
    if words(before.suffix(9)).contains(where: { ["credit", "credits", "unit", "units", "voucher"].contains($0) }),
      words(before.suffix(14)).contains(where: { Self.takings.contains($0) })
    {
      return true
    }
    let behind = words(value.upperBound..<min(part.upperBound, value.upperBound + 8))
    if behind.prefix(5).contains(where: { ["waived", "value", "worth"].contains($0) }) { return true }
    // "One dollar for each dollar that Customer spends" is paid to it.
    if let each = behind.firstIndex(where: { ["each", "every"].contains($0) }), each + 1 < behind.count,
      ["dollar", "euro", "pound", "franc", "krone", "krona"].contains(behind[each + 1])
    {
      return true
    }
    return isOfMore(before) || isOfMore(value.upperBound..<min(part.upperBound, value.upperBound + 4))
  }

  /// "Additional hours", "beyond the 40 hours", "travel expenses": something besides what is granted.
  private func isOfMore(_ range: Range<Int>) -> Bool {
    for token in range {
      let word = context.folded(token)
      if [
        "beyond", "exceeding", "excess", "overage", "overages", "expenses", "travel", "exceed", "exceeds", "renewal",
        "exceeded",
      ].contains(word) {
        return true
      }
      guard ["additional", "further", "extra", "more"].contains(word), token + 1 < context.stream.count else {
        continue
      }
      let next = context.folded(token + 1)
      if !Self.nouns.contains(next), next != "charges", next != "costs", next != "than" { return true }
    }
    return false
  }
}

/// The yearly fee where a clause gives it in words that no other reader takes: "for an annual fee of GBP 90,000".
struct AnnualFeeReader {
  let context: DocumentContext

  /// Nil where there is none or more than one.
  func fee() -> EntitlementValue? {
    var found: [EntitlementValue] = []
    for value in context.values {
      guard case .money(let amount, let currency) = value.value, amount > 0 else { continue }
      let sentence = context.sentence(of: value.tokens.lowerBound)
      let before = max(sentence.lowerBound, value.tokens.lowerBound - 8)..<value.tokens.lowerBound
      let words = before.map { context.folded($0) }
      guard let fee = words.lastIndex(where: { ["fee", "fees"].contains($0) }) else { continue }
      let ahead = (value.tokens.upperBound..<min(sentence.upperBound, value.tokens.upperBound + 3)).map {
        context.folded($0)
      }
      let isYearly =
        words[max(0, fee - 3)..<fee].contains { ["annual", "yearly"].contains($0) }
        || ["year", "annum", "annually", "yearly"].contains(where: { ahead.contains($0) })
          && words[max(0, fee - 3)..<fee].contains { ["subscription", "licence", "license", "platform"].contains($0) }
      guard isYearly, words[fee...].count <= 6 else { continue }
      let sum = EntitlementValue(amount: amount, currency: currency)
      if !found.contains(sum) { found.append(sum) }
      if found.count > 1 { return nil }
    }
    return found.first
  }
}
