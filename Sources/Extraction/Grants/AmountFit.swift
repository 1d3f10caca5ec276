// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Whether an amount beside a name can be how much of it is granted: not a label, a price, a deadline or a part of
/// something else.
struct AmountFit {
  let context: DocumentContext

  func fits(_ amount: ValueMention, kind: Kind, unit: String?, isWeak: Bool, hasBase: Bool) -> Bool {
    if ProductNames(context: context).isYear(amount) || isOfCarrying(amount) { return false }
    switch amount.value {
    case .number(let number):
      if ["support_plan", "storage", "success_fund"].contains(kind.rawValue) { return false }
      if kind == "services_hours", isWeak || Deadlines.isDeadline(amount, isDays: false, context) { return false }
      if isPronoun(amount) || isOfFurtherLot(amount) { return false }
      if number < 1 || (Units.comesInPieces(unit) && number.wholeNumber == nil) { return false }
      // "1.4 Credits that were applied": the number of the clause.
      if number < 100, number.wholeNumber == nil, Self.countedWhole.contains(kind.rawValue) { return false }
      // A number that belongs to a duration, date, price or share says nothing of how many.
      return !isPartOfOther(amount, unit: unit) && !isLabel(amount) && !isPartitive(amount) && !isOld(amount)
    case .quantity(_, let counted, _):
      // "three months of the module for 40 users": how long, not how many.
      if kind == "complimentary_product", counted == "month", unit != "month" { return false }
      return Units.accepts(counted, kind: kind) && !isOld(amount) && !isOfFurtherLot(amount)
        && !(kind == "services_hours"
          && (Deadlines.isDeadline(amount, isDays: counted == "day", context) || isLengthOfDay(amount)))
    case .duration(let duration):
      // "One strip buys half a day": what a piece is worth, not how much is given.
      if duration.amount < 1, amount.tokens.lowerBound > 0,
        context.isOne(amount.tokens.lowerBound - 1, of: "buys|covers|equals|pays|is")
      {
        return false
      }
      return kind == "services_hours" && (duration.unit == .hour || duration.unit == .day)
        && (!duration.isBusiness || isFor(amount) || hours(behind: amount) != nil) && !isLengthOfDay(amount)
        && !Deadlines.isDeadline(amount, isDays: duration.unit == .day, context)
    case .money(let value, _):
      return value > 0 && !becomesAnother(amount)
        && !["support_plan", "storage", "sandbox", "api_capacity"].contains(kind.rawValue)
        && !isPrice(amount, kind) && !isOfExpenses(amount)
        && !(isFor(amount) && AmountFit.countedKinds.contains(kind.rawValue))
    // A plan costs its share of the fees; a fund is worth it.
    case .percent: return hasBase && kind != "support_plan"
    default: return false
    }
  }

  /// "carry-forward of up to 12 hours": how much of it may go over.
  private func isOfCarrying(_ amount: ValueMention) -> Bool {
    let at = amount.tokens.lowerBound
    guard at > 2, context.isOne(at - 1, of: "to|of|than|most|exceeding|maximum") else { return false }
    return (max(0, at - 6)..<at).contains {
      context.isOne($0, of: "rollover|carryover")
        || context.isOne($0, of: "carry|roll|rolled|carried") && context.isOne($0 + 1, of: "over|forward|-")
    }
  }

  /// "Six working days of eight hours each": how long a day is.
  private func hours(behind amount: ValueMention) -> ValueMention? {
    let end = amount.tokens.upperBound
    guard end + 1 < context.stream.count, context.isOne(end, of: "of|("),
      case .duration(let days) = amount.value, days.unit == .day
    else { return nil }
    return context.values(in: (end + 1)..<min(end + 4, context.stream.count)).first { value in
      if case .duration(let length) = value.value { return length.unit == .hour && value.tokens.lowerBound == end + 1 }
      return false
    }
  }

  private func isLengthOfDay(_ amount: ValueMention) -> Bool {
    switch amount.value {
    case .duration(let length) where length.unit == .hour: break
    case .quantity(_, "hour", _): break
    default: return false
    }
    let start = amount.tokens.lowerBound
    return context.values(in: max(0, start - 5)..<start).contains { hours(behind: $0)?.tokens == amount.tokens }
  }

  /// "$10 for each further 1,000 credits": how much more has a price.
  private func isOfFurtherLot(_ amount: ValueMention) -> Bool {
    let at = amount.tokens.lowerBound
    guard at > 1, context.isOne(at - 1, of: "further|additional|extra|excess|started|commenced") else { return false }
    return context.isOne(at - 2, of: "each|every|per|any")
  }

  /// "travel expenses of up to $4,000"
  private func isOfExpenses(_ amount: ValueMention) -> Bool {
    let at = amount.tokens.lowerBound
    return (max(0, at - 6)..<at).reversed().prefix { !context.isOne($0, of: ".|;") }.contains {
      context.isOne($0, of: "expenses|accommodation|lodging|mileage|insurance|liability|insured")
    }
  }

  /// Of these nobody gives a few and a half.
  private static let countedWhole: WordSet = [
    "usage_credit", "training_credit", "development_credit", "api_capacity",
  ]

  /// "the one that opens in June": no count.
  func isPronoun(_ amount: ValueMention) -> Bool {
    let (at, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    guard amount.tokens.count == 1, context.folded(at) == "one" else { return false }
    // "credits of one Contract Year": one of the times.
    if at > 0, context.folded(at - 1) == "of",
      (end..<min(end + 2, context.stream.count)).contains(where: { context.isOne($0, of: Self.times) })
    {
      return true
    }
    return at > 0 && context.isOne(at - 1, of: "the|this|that|each|every|which")
      || end < context.stream.count && context.isOne(end, of: "that|which|another|?")
  }

  private static let times: WordSet = ["year", "quarter", "month", "half", "period", "season", "term"]

  /// What is counted has its price behind `for`: "ten hours for $1,500"; a fund or voucher its worth.
  private static let countedKinds: WordSet = [
    "services_hours", "accelerator", "sandbox", "complimentary_product", "certification_voucher", "training_credit",
  ]

  /// A sum right behind `for`, not "for $100 of usage".
  func isFor(_ amount: ValueMention) -> Bool {
    let start = amount.tokens.lowerBound
    let end = amount.tokens.upperBound
    // "for the sum of $900"
    if start > 3, context.folded(start - 1) == "of", context.isOne(start - 2, of: "sum|price|amount|total|fee|charge"),
      (3...5).contains(where: { start > $0 && context.folded(start - $0) == "for" })
    {
      return true
    }
    return start > 0 && context.folded(start - 1) == "for"
      && !(end < context.stream.count && context.isOne(end, of: "of|worth"))
  }

  /// "is increased from 10 to 25", "120 instead of 80": what it was before.
  private func isOld(_ amount: ValueMention) -> Bool {
    let start = amount.tokens.lowerBound
    guard start > 1 else { return false }
    let before = context.folded(start - 1)
    if before == "of", context.isOne(start - 2, of: "instead|place|lieu") { return true }
    if becomesAnother(amount) { return true }
    guard before == "from" else { return false }
    let behind = amount.tokens.upperBound..<min(amount.tokens.upperBound + 3, context.stream.count)
    return behind.contains { context.isOne($0, of: "to|by") }
  }

  /// "The fund of $7,000 in clause 6 becomes $9,000"
  private func becomesAnother(_ amount: ValueMention) -> Bool {
    let end = context.sentence(of: amount.tokens.lowerBound).upperBound
    let behind = amount.tokens.upperBound..<max(amount.tokens.upperBound, min(amount.tokens.upperBound + 30, end - 1))
    guard let verb = behind.first(where: { context.isOne($0, of: "becomes|become") }) else { return false }
    return context.values(in: (verb + 1)..<(verb + 2)).contains { other in
      switch (other.value, amount.value) {
      case (.money, .money), (.number, .number), (.quantity, .quantity), (.number, .quantity), (.quantity, .number):
        true
      default: false
      }
    }
  }

  /// "one of our architects", "three units of API calls": no count of the thing itself.
  private func isPartitive(_ amount: ValueMention) -> Bool {
    let at = amount.tokens.upperBound
    guard at + 1 < context.stream.count else { return false }
    let packing: Set<String> = ["unit", "pack", "block", "bundle", "lot", "package", "set"]
    if context.folded(at) == "of", case .number(1) = amount.value {
      return context.isOne(at + 1, of: "our|its|the|their|your|these|those|any")
    }
    return packing.contains(context.folded(at).droppingPlural) && context.folded(at + 1) == "of"
  }

  /// Inside a longer value: the 12 of "12 months".
  private func isPartOfOther(_ amount: ValueMention, unit: String?) -> Bool {
    // No value is longer than this.
    let reach = (amount.tokens.lowerBound - 64)..<amount.tokens.upperBound
    return context.values(in: context.sentence(of: amount.tokens.lowerBound).clamped(to: reach)).contains { other in
      guard other.tokens.lowerBound <= amount.tokens.lowerBound, other.tokens.upperBound >= amount.tokens.upperBound
      else {
        return false
      }
      switch other.value {
      // "Each holds up to 20 GB": no 20 of what is named.
      case .quantity(_, let other, _): return Self.volumes.contains(other) && other != unit
      case .number, .recurrence: return false
      case .duration(let duration): return duration.unit.rawValue != unit
      default: return true
      }
    }
  }

  private static let volumes: WordSet = ["gb", "tb", "mb", "kb", "minute", "second"]
  private static let shortLabels: WordSet = ["no", "nr", "art", "pos", "cl", "para", "v", "sec", "sl", "sr", "ln"]

  /// "Section 4", "Exhibit 2", "Year 1", "line 3".
  func isLabel(_ amount: ValueMention) -> Bool {
    let at = amount.tokens.lowerBound
    let block = context.source.blocks[context.stream.block(of: at)]
    if let label = block.label, label.contains(Int(context.stream.tokens[at].start)) { return true }
    guard at > 0, context.stream.tokens[at].flags.isDisjoint(with: [.blockStart, .cellStart]) else {
      return numbersClause(amount)
    }
    if numbersInlineClause(amount) { return true }
    // "The minimum is 36 months. Forty credits …": another sentence labels nothing.
    if context.stream.tokens[at].flags.contains(.sentenceStart) {
      return context.folded(at - 1) == "." && at > 1 && context.isOne(at - 2, of: Self.shortLabels)
    }
    // "in each half of the term six (6) seats": in words and figures nothing is labelled.
    if amount.tokens.count > 2, context.isOne(at - 1, of: "term|months|year") { return false }
    // "At the start of each year 3,000,000 credits …": no year, line or section has such a number.
    if (amount.value.amount ?? 0) >= 10_000 { return false }
    let labels: Set<String> = [
      "section", "clause", "exhibit", "schedule", "appendix", "annex", "paragraph", "article", "year", "line", "item",
      "items", "lines", "row", "table", "note", "notes", "cl", "cls", "clauses", "sections", "para", "§", "part",
      "point", "nr",
      "pos", "art", "position", "positions", "schedule", "schedules", "months", "term", "exhibits", "attachment",
      "annexure", "addendum", "amendment", "rev", "revision",
      "v", "page", "level", "tier", "severity", "version", "no", "phase", "#", "sl", "sr", "ln",
    ]
    if ProductNames(context: context).isFigure(amount) { return true }
    // "positions 10 and 20": the second is as much a label as the first; "besides line 4, ten hours" counts.
    // "From Year 2, 20 credits": a comma ends what the year opens.
    let isBehindYear = at > 2 && context.isOne(at - 1, of: ",") && context.isOne(at - 3, of: "year|months|phase")
    if at > 2, !isBehindYear, context.isOne(at - 1, of: "and|,|or|to"), labels.contains(context.folded(at - 3)),
      Int(context.folded(at - 2)) != nil, Int(context.folded(at)) != nil
    {
      return true
    }
    // "in the Final Year 115 training credits": no year has such a number, but one of the calendar.
    if context.folded(at - 1) == "year", let number = amount.value.amount, number > 12, !(1990...2100).contains(number)
    {
      return false
    }
    return labels.contains(context.folded(at - 1))
      || labels.contains(at > 1 && context.folded(at - 1) == "." ? context.folded(at - 2) : "")
  }

  /// "“4.2 Supplier credits the account with …": the number of a clause that is quoted.
  private func numbersClause(_ amount: ValueMention) -> Bool {
    let token = context.stream.tokens[amount.tokens.lowerBound]
    guard case .number(let number) = amount.value, number.wholeNumber == nil, amount.tokens.count == 1,
      token.flags.contains(.blockStart), amount.tokens.upperBound < context.stream.count
    else { return false }
    return context.source.utf8[token.range].contains(0x2E)
      && context.stream.tokens[amount.tokens.upperBound].flags.contains(.capitalised)
  }

  /// Behind "each" a sum comes again, and a month is one of these too.
  private static let rhythms: WordSet = [
    "contract", "calendar", "fiscal", "financial", "year", "subscription", "service", "order", "quarter", "half",
    "month", "semester", "period",
  ]
  /// What a sum is given for anew; "a month" makes a price of it.
  private static let spans: WordSet = [
    "contract", "calendar", "fiscal", "year", "annum", "subscription", "order", "enrollment", "quarter",
  ]

  /// A price of the thing, not its worth: "at $100 each", "a fee of", "cost $90".
  /// "Four days are part of the $6,500": a price that holds them.
  private func isOfWhole(_ start: Int) -> Bool {
    start > 2 && context.isOne(start - 1, of: "the|these|those") && context.isOne(start - 2, of: "of|in|by|within|with")
      && context.isOne(start - 3, of: "part|included|covered|contained|comprised|within|inside|paid")
  }

  private func isPrice(_ amount: ValueMention, _ kind: Kind) -> Bool {
    let start = amount.tokens.lowerBound
    let end = amount.tokens.upperBound
    if end < context.stream.count {
      let next = context.folded(end)
      // "$20,000 each calendar quarter" comes again; "$90 each" is a price.
      let isSpan = next == "each" && end + 1 < context.stream.count && context.isOne(end + 1, of: Self.rhythms)
      if !isSpan, ["each", "apiece", "/"].contains(next) { return true }
      // "$900 are payable on signature"
      if ["is", "are"].contains(next), end + 1 < context.stream.count,
        context.isOne(end + 1, of: "payable|due|invoiced|charged|billed")
      {
        return true
      }
      // "for which $900 will be invoiced"
      if ["will", "shall"].contains(next), end + 2 < context.stream.count, context.folded(end + 1) == "be",
        context.isOne(end + 2, of: "payable|due|invoiced|charged|billed")
      {
        return true
      }
      // "$200 for every credit"
      if next == "for", end + 2 < context.stream.count, context.isOne(end + 1, of: "every|each|any"),
        !context.isOne(end + 2, of: Self.spans)
      {
        return true
      }
      if next == "per" || next == "a" || next == "an", end + 1 < context.stream.count {
        let unit = context.folded(end + 1)
        if !Self.spans.contains(unit) { return true }
      }
    }
    if isInBrackets(amount) && isBought(start) || isOfWhole(start) { return true }
    // "The price for 20 exam vouchers is $3,000"
    let isSaid = start > 0 && context.isOne(start - 1, of: "is|are")
    let item = context.stream.block(of: start)
    let isItem = if case .listItem = context.source.blocks[item].role { true } else { false }
    for back in 1...(isSaid ? 9 : 5) where start - back >= 0 {
      // What the lead-in over a list ends with is no word of the item's.
      if isItem, context.stream.block(of: start - back) != item { return false }
      let word = context.folded(start - back)
      // "Supplier pays $900 of what the partner bills"
      if ["pays", "pay"].contains(word), ["success_fund", "partner_voucher"].contains(kind), end < context.stream.count,
        context.isOne(end, of: "of|to|toward|towards|into|for")
      {
        return false
      }
      // "ten credits against payment of $900"
      if word == "payment", !kind.isFunded { return true }
      // "ten hours against a lump sum of $900"
      if word == "sum", !kind.isFunded, start - back > 2, context.isOne(start - back - 1, of: "lump|fixed|flat"),
        (2...3).contains(where: { start - back > $0 && context.isOne(start - back - $0, of: "against|for|at") })
      {
        return true
      }
      // "Pays the fees of the builder, up to $900"
      if kind == "partner_voucher", ["fees", "costs", "charge", "cost", "fee"].contains(word),
        context.isOne(start - back + 1, of: "of|from")
      {
        continue
      }
      if [
        "fee", "price", "cost", "costs", "charge", "priced", "rate", "fees", "pays", "pay", "paid", "invoiced",
        "compensation",
      ].contains(word) {
        // "Free of charge $900 of training credits"
        if isWaived(start - back) { continue }
        return true
      }
      // "pays a success fund of $8,000": the price word is about the fund.
      if ["value", "worth", "amount", "fund", "voucher", "budget", "allowance", ".", ";"].contains(word) {
        return false
      }
    }
    // "its contribution ends at $900"
    if start > 1, context.folded(start - 1) == "at",
      context.isOne(start - 2, of: "ends|end|stops|stop|capped|limited|caps|peaks")
    {
      return false
    }
    return start > 0 && context.isOne(start - 1, of: "at|@")
  }

  /// "At no additional cost", "without charge", "free of charge".
  private func isWaived(_ price: Int) -> Bool {
    guard context.isOne(price, of: "fee|fees|price|cost|costs|charge") else { return false }
    return (1...3).contains { back in
      price - back >= 0 && context.isOne(price - back, of: "no|without|zero|nil")
        || back == 1 && price > 1 && context.folded(price - 1) == "of" && context.folded(price - 2) == "free"
    }
  }

  private func isInBrackets(_ amount: ValueMention) -> Bool {
    let (start, end) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    return start > 0 && end < context.stream.count && context.folded(start - 1) == "(" && context.folded(end) == ")"
  }

  /// "Customer purchases ten hours ($900)": in its sentence somebody buys before it.
  private func isBought(_ token: Int) -> Bool {
    let sentence = context.sentence(of: token)
    return (max(sentence.lowerBound, token - 14)..<token).contains { context.isOne($0, of: Self.purchases) }
  }

  private static let purchases: WordSet = ["purchases", "buys", "orders", "purchase", "buy", "purchased", "ordered"]
}
