// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// How much a pair of name and amount grants.
extension CandidateFinder {
  /// Pieces that many kinds come in, whatever unit their name has.
  static let counted: WordSet = [
    "seat", "session", "hour", "day", "voucher", "pass", "attempt", "exam", "class",
  ]

  /// "On-site administrator training, 3 days": a name that counts by the day without saying so takes a length and nothing
  /// else; nil for all other names.
  func isLengthOfTraining(_ amount: ValueMention, _ pair: Pair) -> Bool? {
    guard pair.kind == "training_credit", pair.isWeak, pair.name.unit == "day",
      !pair.name.tokens.contains(where: { context.isOne($0, of: "day|days|mandays|personday|persondays") })
    else { return nil }
    guard case .duration(let duration) = amount.value, duration.unit == .hour || duration.unit == .day,
      !duration.isBusiness, duration.amount >= 1
    else { return false }
    return !Deadlines.isDeadline(amount, isDays: duration.unit == .day, context)
  }

  /// "500 GB each, that is to say 1,500 GB in total": the total is what is granted.
  func isTotal(_ pair: Pair) -> Bool {
    guard let amount = pair.amount, amount.tokens.upperBound + 1 < context.stream.count else { return false }
    let behind = (context.folded(amount.tokens.upperBound), context.folded(amount.tokens.upperBound + 1))
    return (behind.0 == "in" && ["total", "all", "aggregate"].contains(behind.1)) || behind.0 == "altogether"
  }

  /// "Supplier pays Brightwater Consulting Ltd": a part of a company's name.
  func isOfCompany(_ name: NameSpan) -> Bool {
    let (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
    guard start > 0, end < context.stream.count, context.isCapitalised(start), context.isCapitalised(start - 1),
      !context.stream.tokens[start].flags.contains(.sentenceStart)
    else { return false }
    return context.isCapitalised(end) && context.isOne(end, of: Self.companies)
  }

  private static let companies: WordSet = [
    "ltd", "limited", "gmbh", "inc", "llc", "plc", "ag", "bv", "b.v", "nv", "sarl", "srl", "corp", "oy", "aps", "kg",
    "llp", "pty", "pte", "partners", "associates", "group", "ab",
  ]

  /// "40 credits for 8% of the annual fees", "priced at 8% of …": what is paid for them, not what they are worth. "2% of the
  /// fees for the onboarding" names a purpose.
  func isPriceShare(_ amount: ValueMention, _ pair: Pair) -> Bool {
    let start = amount.tokens.lowerBound
    let (name, isFund) = (pair.name.tokens, pair.kind == "success_fund" || pair.kind == "partner_voucher")
    if name.lowerBound >= amount.tokens.upperBound {
      return pair.kind == "services_hours" && pair.isWeak && name.lowerBound > 1
        && (context.isOne(name.lowerBound - 1, of: "for")
          || context.isOne(name.lowerBound - 2, of: "for")
            && context.isOne(name.lowerBound - 1, of: "the|its|your|their"))
    }
    guard !isFund, start > 1, start - name.upperBound <= 24 else { return false }
    if context.isOne(start - 1, of: "for|against") { return true }
    if context.isOne(start - 1, of: "at"),
      pair.kind != "usage_credit" || context.isOne(name.upperBound - 1, of: "credits")
    {
      return true
    }
    return (name.upperBound..<start).suffix(6).contains { context.isOne($0, of: Self.askings) }
  }

  /// "40 hours against payment of $900 towards the rollout", "… worth $900 for the introduction of the planning module": the
  /// sum belongs to what stands before it, and the weak name to what that is for.
  func isInPurpose(_ amount: ValueMention, _ pair: Pair) -> Bool {
    let start = amount.tokens.lowerBound
    guard pair.isWeak, pair.name.tokens.lowerBound >= amount.tokens.upperBound, start > 2 else { return false }
    if pair.kind == "success_fund" {
      return context.isOne(start - 1, of: "of")
        && context.isOne(start - 2, of: "payment|fee|price|charge|cost|remuneration")
        || context.isOne(start - 1, of: "against")
    }
    guard pair.kind == "complimentary_product" || pair.kind == "services_hours" else { return false }
    let between = amount.tokens.upperBound..<pair.name.tokens.lowerBound
    guard let aim = between.first(where: { context.isOne($0, of: "for|towards|toward") }) else { return false }
    return (aim..<between.upperBound).suffix(5).contains { context.isOne($0, of: "of|into|in") }
  }

  /// Words that ask a price for what stands before them.
  static let askings: WordSet = [
    "priced", "charged", "billed", "invoiced", "fee", "price", "charge", "cost", "costs", "rate", "payment", "pays",
    "paying",
  ]

  /// "6 TB of retained history": where the unit begins the name, the number counts by it; nil where the amount is that of
  /// something else.
  func counted(_ amount: ValueMention, with name: NameSpan) -> ValueMention? {
    guard name.kind == "storage", VolumeNames.opens(name.tokens, in: context) else { return amount }
    guard amount.tokens.lowerBound < name.tokens.lowerBound else { return nil }
    // "Each sandbox holds 1 GB of data" tells of what else is granted, "loads 40 GB of files" of work.
    let sentence = context.sentence(of: amount.tokens.lowerBound)
    let before = max(sentence.lowerBound, amount.tokens.lowerBound - 6)..<amount.tokens.lowerBound
    let isOther = context.isOne(sentence.lowerBound, of: "each|every|per")
    guard !isOther, !before.contains(where: { context.isOne($0, of: Self.moves) }) else { return nil }
    let reach = amount.tokens.lowerBound..<min(name.tokens.lowerBound + 2, amount.tokens.upperBound + 6)
    return context.values(in: reach).first { value in
      guard case .quantity(_, let unit, _) = value.value, Units.accepts(unit, kind: "storage") else { return false }
      return value.tokens.lowerBound <= amount.tokens.lowerBound
        && (name.tokens.lowerBound...(name.tokens.lowerBound + 2)).contains(value.tokens.upperBound)
    }
  }

  private static let moves: WordSet = [
    "migrates", "migrate", "migrating", "imports", "import", "importing", "loads", "load", "loading", "moves", "move",
    "moving", "transfers", "transfer", "transferring", "converts", "convert", "converting", "scans", "scanning",
    "digitises", "digitizes", "delivers", "deliver", "each", "every", "per",
  ]

  func unit(of pair: Pair) -> String? { pair.name.unit ?? patterns.unit(of: pair.kind) }

  func quantity(_ pair: Pair) -> Quantity? {
    guard let amount = pair.amount else { return nil }
    // "70,000 calls per day": the name itself may say it.
    let within = pair.name.tokens.first { context.isOne($0, of: "per|a|each") }.flatMap(rate(after:))
    let per = within ?? rate(after: max(amount.tokens.upperBound, pair.name.tokens.upperBound))
    switch amount.value {
    case .number(let number):
      return Quantity(amount: number, unit: unit(of: pair), per: pair.kind == "api_capacity" ? per : nil)
    case .quantity(let number, let unit, let stated):
      return Units.normalised(
        number, unit: unit, kind: pair.kind, per: pair.kind == "api_capacity" ? stated ?? per : nil)
    case .duration(let duration):
      return Quantity(amount: duration.amount, unit: duration.unit.rawValue)
    default: return nil
    }
  }

  /// `per day`, `a month`, `/ day`, `daily` right behind.
  func rate(after token: Int) -> String? {
    // Past the noun of "1,000,000 calls per day" where the number alone was taken.
    let isNoun =
      token < context.stream.count
      && ["call", "request", "transaction"].contains(context.folded(token).droppingPlural)
    let token = isNoun ? token + 1 : token
    guard token + 1 < context.stream.count else { return nil }
    let first = context.folded(token)
    if first == "daily" { return "day" }
    if first == "monthly" { return "month" }
    guard ["per", "a", "each", "/", "every", "in"].contains(first) else { return nil }
    // "per 24 hours", "in each 24-hour period"
    if (1...2).contains(where: { token + $0 < context.stream.count && context.folded(token + $0) == "24" }) {
      return "day"
    }
    for ahead in 1...2 where token + ahead < context.stream.count {
      let word = context.folded(token + ahead)
      if ["day", "month", "year"].contains(word) { return word }
    }
    return nil
  }

  /// The sum of money leads to the name by `towards`.
  func leadsTowards(_ amount: ValueMention, _ name: NameSpan) -> Bool {
    guard case .money = amount.value, amount.tokens.upperBound < name.tokens.lowerBound,
      name.tokens.lowerBound - amount.tokens.upperBound <= 10
    else { return false }
    if context.isOne(amount.tokens.upperBound, of: "toward|towards") { return true }
    // "a sum of $900 is earmarked for workshops"
    let between = amount.tokens.upperBound..<name.tokens.lowerBound
    return between.contains { context.isOne($0, of: "earmarked|reserved|dedicated|allocated|allotted|pledged") }
      && between.contains { context.isOne($0, of: "for|to") }
  }
}
