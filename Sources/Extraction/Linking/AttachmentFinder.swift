// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Finds in a sentence whatever may belong to a grant: times, fees, recurrence, what happens to the unused, purpose.
struct AttachmentFinder {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  func attachments(in sentence: Range<Int>, from scope: Attachment.Scope) -> [Attachment] {
    let passage = PassageText(context, sentence)
    var found: [Attachment] = []
    let times = TimeFinder(passage, knowledge: knowledge)
    for statement in times.statements(in: sentence) where !isOfPart(statement.tokens, passage) {
      found.append(Attachment(content: .time(statement), tokens: statement.tokens, from: scope))
    }
    for value in context.values(in: sentence) {
      if case .recurrence(let stated) = value.value, !isRate(value, passage) {
        // "in each of the two calendar years 2027 and 2028"
        let isCalendar = value.tokens.lowerBound..<value.tokens.upperBound + 5
        let every =
          stated == .contract_year && isCalendar.contains { passage.word($0) == "calendar" } ? .calendar_year : stated
        found.append(Attachment(content: .recurrence(every), tokens: value.tokens, from: scope))
        if let span = RecurrenceSpan(passage: passage, parser: times.parser).period(of: value, every) {
          let tokens = value.tokens.lowerBound..<span.end
          let statement = TimeStatement(role: .during, period: span.period, tokens: tokens)
          found.append(Attachment(content: .time(statement), tokens: tokens, from: scope))
        }
      }
    }
    let renewals = Renewals(passage: passage)
    if let tokens = renewals.anniversary(in: sentence), renewals.isSaid(in: sentence) {
      found.append(Attachment(content: .recurrence(.contract_year), tokens: tokens, from: scope))
    }
    for list in ContractYearList.all(in: passage, parser: times.parser) {
      let statement = TimeStatement(role: .during, period: list.period, tokens: list.tokens)
      found.append(Attachment(content: .time(statement), tokens: list.tokens, from: scope))
      found.append(Attachment(content: .recurrence(.contract_year), tokens: list.tokens, from: scope))
    }
    for list in YearList.all(in: passage) {
      let statement = TimeStatement(role: .during, period: YearList.span(list.years), tokens: list.tokens)
      found.append(Attachment(content: .time(statement), tokens: list.tokens, from: scope))
      found.append(Attachment(content: .recurrence(.calendar_year), tokens: list.tokens, from: scope))
    }
    for list in MonthList.all(in: passage) {
      let statement = TimeStatement(role: .during, period: list.span, tokens: list.tokens)
      found.append(Attachment(content: .time(statement), tokens: list.tokens, from: scope))
      if list.isEach { found.append(Attachment(content: .recurrence(.month), tokens: list.tokens, from: scope)) }
    }
    found += byRule(in: sentence, passage: passage, from: scope)
    found += purposes(in: sentence, passage: passage, from: scope)
    found += fees(in: sentence, passage: passage, from: scope)
    return found.sorted { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
  }

  /// "fifty credits, 25 of which (of which 25) must be used in the first year" bounds only those 25.
  private func isOfPart(_ tokens: Range<Int>, _ passage: PassageText) -> Bool {
    for back in 1...10 {
      let at = tokens.lowerBound - back
      if [".", ";", ""].contains(passage.word(at)) { return false }
      if passage.has(["of", "which|them|these|those"], at: at) {
        return [at - 1, at + 2].contains {
          passage.value(at: $0) != nil || Ordinals.cardinal(passage.word($0)) != nil || Int(passage.word($0)) != nil
        }
      }
    }
    return false
  }

  /// "invoiced monthly", "reviewed each quarter", "at the end of each Contract Year" recur, but grant nothing again.
  private func isRate(_ value: ValueMention, _ passage: PassageText) -> Bool {
    // "the subscription fees per year" are a rate.
    if Self.rates.contains(passage.word(value.tokens.lowerBound - 1))
      || Self.rates.contains(passage.word(value.tokens.upperBound))
    {
      return true
    }
    for back in 1...4 {
      let word = passage.word(value.tokens.lowerBound - back)
      if ["end", "invoiced", "billed", "payable", "anniversary", "close", "expiry", "start"].contains(word) {
        return word != "start"
      }
    }
    return false
  }

  private func byRule(in sentence: Range<Int>, passage: PassageText, from scope: Attachment.Scope) -> [Attachment] {
    var found: [Attachment] = []
    for match in context.matches(in: sentence) {
      let rule = context.patterns.rules[match.rule]
      func add(_ content: Attachment.Content, _ tokens: Range<Int>? = nil) {
        found.append(Attachment(content: content, tokens: tokens ?? match.tokens, from: scope, rule: match.rule))
      }
      if context.cue(match)?.sense == .free { add(.free) }
      guard rule.role == .link else { continue }
      switch rule.subject {
      case "unused":
        if let unused = rule.gives["unused"].flatMap(UnusedHandling.init(rawValue:)), !isDenied(match, passage, unused)
        {
          add(.unused(unused))
        }
      case "transferable": add(.transferable(rule.gives["transferable"] == "true"))
      case "swappable": add(.swappable(rule.gives["swappable"] == "true"))
      case "purpose":
        if let words = purpose(after: match.tokens.upperBound, in: sentence, passage) ?? ownPurpose(match, passage) {
          add(.purpose(words))
        }
      case "condition": add(.condition(sentence))
      default: break
      }
    }
    return found
  }

  /// "are not refunded", "shall not roll over": a positive wording right behind a `not` means its opposite.
  private func isDenied(_ match: PhraseMatch, _ passage: PassageText, _ unused: UnusedHandling) -> Bool {
    if isOfContract(match.tokens, passage, unused) { return true }
    if unused == .forfeited {
      // "Section 4 of the Order Form is deleted" speaks of the paper.
      let before = wordsBefore(match.tokens.lowerBound, passage)
      return before.contains(where: Self.papers.contains) && !before.contains(where: Self.leavings.contains)
    }
    // "what is not used is refunded" denies the use, not the refund.
    let isInside = match.tokens.contains {
      Self.denials.contains(passage.word($0)) && !Self.uses.contains(passage.word($0 + 1))
    }
    return isInside || (1...3).contains { Self.denials.contains(passage.word(match.tokens.lowerBound - $0)) }
  }

  /// "After that the arrangement lapses", "Rolls into a fresh window": what ends or goes on is the contract.
  private func isOfContract(_ tokens: Range<Int>, _ passage: PassageText, _ unused: UnusedHandling) -> Bool {
    var at = tokens.lowerBound - 1
    if at < passage.range.lowerBound {
      return unused == .rolls_over && ["a", "an", "another"].contains(passage.word(tokens.upperBound))
    }
    while ["shall", "will", "then", "itself", "also", "automatically"].contains(passage.word(at)) { at -= 1 }
    guard Self.contracts.contains(passage.word(at)), ["the", "this", "our", "such"].contains(passage.word(at - 1))
    else {
      return false
    }
    return !Self.joints.contains(passage.word(at - 2))
  }

  private static let contracts: WordSet = [
    "arrangement", "agreement", "order", "contract", "letter", "quote", "quotation", "offer", "proposal",
    "subscription",
    "deal",
  ]
  private static let joints: WordSet = [
    "of", "under", "in", "to", "with", "from", "for", "by", "on", "per", "after", "before", "at", "until",
  ]

  /// The nine words before a token, without what stands in brackets: "Article 5 (ten days a year) is deleted".
  private func wordsBefore(_ token: Int, _ passage: PassageText) -> [String] {
    var words: [String] = []
    var depth = 0
    var at = token - 1
    while at >= passage.range.lowerBound, at >= token - 40, words.count < 9 {
      let word = passage.word(at)
      if word == ")" { depth += 1 }
      if depth == 0 { words.append(word) }
      if word == "(", depth > 0 { depth -= 1 }
      at -= 1
    }
    return words
  }

  private static let papers: WordSet = [
    "section", "clause", "paragraph", "exhibit", "schedule", "sentence", "words", "article", "annex", "provision",
  ]
  private static let leavings: WordSet = [
    "unused", "remaining", "balance", "remainder", "rest", "not", "undrawn", "unspent", "credits", "hours", "vouchers",
    "fund", "seats", "days", "sessions", "unredeemed", "whatever", "what", "amount", "those", "that", "which",
  ]
  private static let denials: Set<String> = ["not", "no", "nor", "never", "neither", "nothing", "without", "cannot"]
  private static let uses: Set<String> = [
    "used", "been", "consumed", "drawn", "redeemed", "spent", "taken", "booked", "yet", "retrieved", "claimed",
    "call", "called", "delivered", "worked", "set", "use", "consume", "draw", "attended", "filled", "take",
  ]
  private static let purposeStops: Set<String> = [
    ".", ";", ",", ":", "and", "which", "that", "until", "by", "within", "during", "unless", "provided", "(", "valid",
    "as", "from", "at", "up", "before", "taken", "provided",
  ]

  private func purpose(after token: Int, in sentence: Range<Int>, _ passage: PassageText) -> Range<Int>? {
    var end = token
    while end < sentence.upperBound, end - token < 14, !Self.purposeStops.contains(passage.word(end)) { end += 1 }
    guard end > token, !namesOnlyWhoGetsIt(token..<end, passage) else { return nil }
    if let value = passage.value(at: token), value.tokens.upperBound >= end { return nil }
    return token..<end
  }

  /// "a fund for training and coaching": the phrase's own noun is the purpose.
  private func ownPurpose(_ match: PhraseMatch, _ passage: PassageText) -> Range<Int>? {
    guard match.tokens.count == 2, passage.word(match.tokens.lowerBound) == "for",
      passage.word(match.tokens.upperBound) == "and"
    else { return nil }
    return match.tokens.dropFirst(1)
  }

  /// "available to Customer for use", "to the Customer Group": who gets it is not what it is for.
  private func namesOnlyWhoGetsIt(_ words: Range<Int>, _ passage: PassageText) -> Bool {
    let at = passage.word(words.lowerBound) == "the" ? words.lowerBound + 1 : words.lowerBound
    guard Self.persons.contains(passage.word(at)) else { return false }
    return words.upperBound - at <= 2 || Self.prepositions.contains(passage.word(at + 1))
  }

  private static let persons: WordSet = ["customer", "client", "you", "subscriber", "licensee", "it", "them"]
  private static let prepositions: WordSet = ["for", "in", "at", "as", "on", "with", "under", "free", "and", "of"]
  private static let rates: Set<String> = ["fees", "fee", "charges", "price", "cost", "spend", "subscription"]
  private static let noGerunds: Set<String> = [
    "during", "including", "pending", "nothing", "anything", "everything", "following", "training",
  ]

  /// "for loading alumni records", "for moving its knowledge articles".
  private func purposes(in sentence: Range<Int>, passage: PassageText, from scope: Attachment.Scope) -> [Attachment] {
    var found: [Attachment] = []
    for token in sentence where passage.word(token) == "for" {
      guard isAim(token + 1, passage), let words = purpose(after: token + 1, in: sentence, passage) else { continue }
      found.append(Attachment(content: .purpose(words), tokens: token..<words.upperBound, from: scope))
    }
    return found
  }

  private static let determiners: Set<String> = ["the", "its", "their", "your", "our"]
  /// What stands behind "for" without being an aim: times, prices, parties.
  private static let noAims: Set<String> = [
    "term", "subscription", "period", "year", "years", "order", "fees", "fee", "first", "second", "third", "remainder",
    "rest",
    "duration", "whole", "entire", "purposes", "purpose", "avoidance", "account", "benefit", "price", "same", "time",
    "use",
    "customer", "supplier", "vendor", "provider", "client", "initial", "full", "next", "last", "life", "length",
    "month", "months", "quarter", "contract",
    "balance",
    "total", "current", "relevant", "applicable", "sum", "amount", "products", "product", "services", "service",
  ]

  /// "for loading records", "for the introduction of forms", "for its grid planners", "for Customer's controllers".
  private func isAim(_ token: Int, _ passage: PassageText) -> Bool {
    let next = passage.word(token)
    if next.utf8.count > 5, next.hasSuffix("ing"), !Self.noGerunds.contains(next) { return true }
    if passage.word(token + 1) == "'s" {
      return !Self.noAims.contains(passage.word(token + 2)) && passage.value(at: token + 2) == nil
    }
    if Self.determiners.contains(next) {
      return !Self.noAims.contains(passage.word(token + 1)) && passage.value(at: token + 1) == nil
    }
    // ", for process redesign and staff communication": apart from the rest by its comma.
    return passage.word(token - 2) == "," && passage.value(at: token) == nil && !Self.noAims.contains(next)
      && next.utf8.count > 3
  }

  // MARK: Fees

  /// "for a fee of CHF 96,400", "charged at 20 % of the User Fees, but not more than $150,000".
  private func fees(in sentence: Range<Int>, passage: PassageText, from scope: Attachment.Scope) -> [Attachment] {
    var found: [Attachment] = []
    // A price that is waived is none.
    let isWaived = sentence.contains { ["waived", "waives", "waive"].contains(passage.word($0)) }
    for value in context.values(in: sentence) {
      switch value.value {
      case .money where isWaived && isFee(value, passage): continue
      case .money(let amount, let currency) where isSumOfRate(value, sentence, passage):
        found.append(Attachment(content: .fee(amount, currency), tokens: value.tokens, from: scope))
      case .money(let amount, let currency) where saysWhatItIs(value, passage):
        found.append(Attachment(content: .worth(amount, currency), tokens: value.tokens, from: scope))
      case .money(let amount, let currency) where isFee(value, passage):
        if saysLimit(before: value, passage) {
          found.append(Attachment(content: .cap(amount), tokens: value.tokens, from: scope))
        } else if isEach(value, passage) {
          found.append(Attachment(content: .feeEach(amount, currency), tokens: value.tokens, from: scope))
        } else {
          found.append(Attachment(content: .fee(amount, currency), tokens: value.tokens, from: scope))
        }
      case .money(let amount, _) where saysLimit(before: value, passage):
        found.append(Attachment(content: .cap(amount), tokens: value.tokens, from: scope))
      case .money(let amount, let currency) where isEach(value, passage):
        if saysWorthEach(value, passage) {
          found.append(Attachment(content: .worthEach(amount, currency), tokens: value.tokens, from: scope))
        } else if isAt(value, passage) {
          found.append(Attachment(content: .feeEach(amount, currency), tokens: value.tokens, from: scope))
        }
      case .money(let amount, let currency) where saysWorth(value, passage):
        found.append(Attachment(content: .worth(amount, currency), tokens: value.tokens, from: scope))
      case .percent(let percent) where isShare(value, passage):
        found.append(Attachment(content: .feeShare(percent, base(after: value)), tokens: value.tokens, from: scope))
      default: break
      }
    }
    return found
  }

  /// "at CHF 1,600 per day, CHF 16,000 in total": what a rate comes to is paid.
  private func isSumOfRate(_ sum: ValueMention, _ sentence: Range<Int>, _ passage: PassageText) -> Bool {
    guard
      passage.has(["in", "total|all|sum"], at: sum.tokens.upperBound)
        || ["altogether", "together"].contains(passage.word(sum.tokens.upperBound))
    else { return false }
    let near = max(sentence.lowerBound, sum.tokens.lowerBound - 10)..<sum.tokens.lowerBound
    return context.values(in: near).contains { rate in
      guard case .money = rate.value, ["per", "a", "an", "/"].contains(passage.word(rate.tokens.upperBound)) else {
        return false
      }
      return ["day", "hour", "session", "seat", "unit", "attempt", "person"].contains(
        passage.word(rate.tokens.upperBound + 1))
    }
  }

  private func isFee(_ mention: ValueMention, _ passage: PassageText) -> Bool {
    let start = mention.tokens.lowerBound
    let fee: Set<String> = [
      "fee", "price", "cost", "costs", "charge", "pay", "pays", "paying", "charged", "prepays", "fees", "invoiced",
    ]
    let value: Set<String> = ["worth", "value", "valued", "up"]
    // "4 % of the fees of $90,000": what it is a share of.
    if passage.word(start - 1) == "of", fee.contains(passage.word(start - 2)),
      (3...9).contains(where: { ["%", "percent"].contains(passage.word(start - $0)) })
    {
      return false
    }
    if passage.word(start - 1) == "for", !["of", "worth"].contains(passage.word(mention.tokens.upperBound)) {
      return true
    }
    for back in 1...6 {
      let word = passage.word(start - back)
      if value.contains(word) || [".", ";"].contains(word) { return false }
      // What it would cost elsewhere is no fee.
      if fee.contains(word) { return !Self.elsewhere.contains(passage.word(start - back - 1)) }
      if word == "sum", passage.word(start - back - 1) == "lump" { return true }
      if word == "payment", passage.word(start - back - 1) == "against" { return true }
      if word == "surcharge" { return true }
    }
    return false
  }

  private static let elsewhere: Set<String> = [
    "list", "catalogue", "catalog", "normal", "regular", "usual", "standard", "street",
  ]

  /// "3 % of the fees, which is $25,000": what the share comes to, not a price.
  private func saysWhatItIs(_ value: ValueMention, _ passage: PassageText) -> Bool {
    let start = value.tokens.lowerBound
    // "which is $25,000 a year and $75,000 over the three years"
    if passage.word(start - 1) == "and", passage.has(["over|for", "the"], at: value.tokens.upperBound) {
      return (3...8).contains { passage.has(["which|that|this", "is|equals|makes"], at: start - $0) }
    }
    return passage.has(["which|that|this", "is|equals|makes"], at: start - 2)
      || passage.has(["amounts|comes", "to"], at: start - 2) || passage.has(["i.e", ".|,"], at: start - 2)
  }

  /// "$50 each", "EUR 200 per credit": the price or worth of one piece.
  private func isEach(_ value: ValueMention, _ passage: PassageText) -> Bool {
    let at = value.tokens.upperBound
    if ["each", "apiece"].contains(passage.word(at)) || passage.word(value.tokens.lowerBound - 1) == "@" {
      return true
    }
    guard ["per", "a", "/"].contains(passage.word(at)) else { return false }
    return Self.pieces.contains(passage.word(at + 1).droppingPlural)
  }

  /// "at $50 a day", "at a reduced rate of $50 per day".
  private func isAt(_ value: ValueMention, _ passage: PassageText) -> Bool {
    var at = value.tokens.lowerBound - 1
    while at > value.tokens.lowerBound - 6, Self.rating.contains(passage.word(at)) { at -= 1 }
    return ["at", "for", "@"].contains(passage.word(at))
  }

  private static let rating: WordSet = [
    "a", "an", "the", "discounted", "reduced", "special", "preferential", "fixed", "agreed", "flat", "rate", "of",
    "daily", "hourly", "day",
  ]
  private static let pieces: Set<String> = [
    "credit", "voucher", "hour", "day", "seat", "session", "exam", "attempt", "sandbox", "piece", "head", "person",
    "class",
    "pass", "workshop",
  ]

  private func saysWorthEach(_ value: ValueMention, _ passage: PassageText) -> Bool {
    (1...4).contains { ["worth", "value", "valued"].contains(passage.word(value.tokens.lowerBound - $0)) }
  }

  /// "an aggregate worth of $20,000", "has a value of", "the Fund is $23,000", "amounts to".
  private func saysWorth(_ value: ValueMention, _ passage: PassageText) -> Bool {
    let start = value.tokens.lowerBound
    let after = passage.word(value.tokens.upperBound)
    if ["each", "apiece", "per", "/", "a", "an"].contains(after) { return false }
    // "a resit is £80": what more of it costs.
    if passage.word(start - 1) == "is", Self.more.contains(passage.word(start - 2)) { return false }
    if ["is", "amounts", "comes", "equals"].contains(passage.word(start - 1))
      || passage.has(["amounts|comes", "to"], at: start - 2)
    {
      return true
    }
    for back in 1...4 {
      let word = passage.word(start - back)
      if ["worth", "value", "valued"].contains(word) {
        return !["per", "each"].contains(passage.word(start - back - 1))
      }
      if [".", ";", "for"].contains(word) { return false }
    }
    return false
  }

  private static let more: WordSet = ["resit", "retake", "repeat", "replacement", "extra", "price", "fee", "charge"]

  /// "not more than", "up to", "maximum of", "capped at", "does not exceed" right before an amount.
  func saysLimit(before value: ValueMention, _ passage: PassageText) -> Bool {
    let words: Set<String> = ["maximum", "exceed", "exceeding", "cap", "capped", "most", "ceiling", "limit"]
    for back in 1...5 {
      let word = passage.word(value.tokens.lowerBound - back)
      if words.contains(word) { return true }
      if word == "more",
        (1...4).contains(where: { ["not", "no", "never"].contains(passage.word(value.tokens.lowerBound - back - $0)) })
      {
        return true
      }
      if [".", ";"].contains(word) { return false }
    }
    return false
  }

  private func isShare(_ value: ValueMention, _ passage: PassageText) -> Bool {
    guard ["of", "on"].contains(passage.word(value.tokens.upperBound)) else { return false }
    if base(after: value) != nil { return true }
    // "for a fee of ten percent of the monthly usage charges": a share of what no pack names.
    return (1...4).contains {
      ["fee", "price", "charge", "charged", "pay", "pays", "costs"].contains(passage.word(value.tokens.lowerBound - $0))
    }
  }

  private func base(after value: ValueMention) -> String? {
    let end = value.tokens.upperBound
    for name in context.names(in: end..<min(end + 8, context.stream.count)) where name.list == "fee_base" {
      return name.entry
    }
    return nil
  }
}
