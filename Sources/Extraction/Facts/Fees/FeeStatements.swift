// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// An amount that a clause or a label gives for a month, a year or the term.
struct FeeStatement {
  var amount: Decimal
  var basis: PriceBasis
  var tokens: Range<Int>
  /// `The annual fee shall be`: said as a fee, not only by a rate behind the amount.
  var isNamed: Bool
  /// "all three together", "in all": the sum of what was named before.
  var isWhole: Bool
  /// Alone in a row, a line or an item of a list.
  var isListed: Bool
  /// Of support or maintenance beside the subscription: a part of what it costs, never the whole.
  var isSide: Bool

  /// What it is a year; nil where the term's length is not known.
  func yearly(months: Decimal?) -> Decimal? {
    switch basis {
    case .month: amount * 12
    case .year: amount
    case .term: months.flatMap { $0 > 0 ? amount * 12 / $0 : nil }
    case .span(let length): amount * 12 / Decimal(length)
    default: nil
    }
  }
}

/// Finds the amounts by which clauses and labels say what the subscription costs, and over what time.
struct FeeStatements {
  let context: DocumentContext
  let term: Term
  let tables: [TableReading]

  /// No document states its fees further on than among so many amounts.
  private static let mostAmounts = 200

  /// In text order; what grants, offers, limits and prices of one cost is left out.
  func read() -> [FeeStatement] {
    var found: [FeeStatement] = []
    var count = 0
    for mention in context.values {
      guard case .money(let amount, _) = mention.value, amount > 0 else { continue }
      count += 1
      if count > Self.mostAmounts { break }
      let sentence = context.sentence(of: mention.tokens.lowerBound)
        .clamped(to: max(0, mention.tokens.lowerBound - 40)..<(mention.tokens.upperBound + 40))
      if let statement = statement(amount, mention.tokens, sentence) { found.append(statement) }
    }
    return found
  }

  private func statement(_ amount: Decimal, _ tokens: Range<Int>, _ sentence: Range<Int>) -> FeeStatement? {
    let end = max(tokens.upperBound, min(sentence.upperBound, tokens.upperBound + 9))
    let after = context.words(tokens.upperBound..<end)
    var label = before(tokens, sentence)
    if named(label) == nil, let above = above(tokens), named(above) != nil { label = above }
    guard !isOfUnit(after), !isPart(tokens, sentence), !isOfOneYear(after) else { return nil }
    let named = named(label)
    guard let basis = rate(after) ?? named, basis != .unknown, !isOfOther(tokens, sentence, after) else { return nil }
    let words = context.words(label)
    let isWhole =
      words.suffix(8).contains(where: Self.wholes.contains) || Self.inAll.contains { after.starts(with: $0) }
      || rate(after) != nil && after.contains(run: "in all")
    return FeeStatement(
      amount: amount, basis: basis, tokens: tokens, isNamed: named != nil || namesSubscription(words), isWhole: isWhole,
      isListed: isListed(tokens), isSide: isSide(tokens, sentence))
  }

  // MARK: Rates behind the amount

  private static let wholes: WordSet = [
    "together", "total", "totals", "altogether", "sum", "aggregate", "all", "combined", "come", "comes", "amount",
    "pay",
    "pays", "thus",
  ]
  private static let inAll = [["in", "all"], ["in", "total"], ["altogether"], ["all", "told"], ["together"]]
  private static let yearly = [
    "a year", "per year", "per annum", "p . a", "pa", "each year", "annually", "yearly", "per contract year",
    "a contract year", "every year", "for each contract year", "in each of", "for each of", "in each contract year",
    "/ year", "/ yr", "in each academic year", "per academic year", "per calendar year", "per subscription year",
    "per licence year", "per license year", "in every year", "in each year", "for each year", "per order year",
    "a annum",
  ]
  .map { $0.split(separator: " ").map(String.init) }
  private static let monthly = [
    "a month", "per month", "/ month", "/ mo", "monthly", "each month", "every month", "per calendar month",
    "a calendar month", "pcm", "in each month", "are due each month", "for each month",
  ]
  .map { $0.split(separator: " ").map(String.init) }

  /// What follows an amount: `a year`, `per month`, `in all`, `for the two years`.
  private func rate(_ after: [String]) -> PriceBasis? {
    var after = after
    while let first = after.first, [",", ")", "(", "thus", "plus", "vat", "net"].contains(first), after.count > 1 {
      after.removeFirst()
    }
    if Self.monthly.contains(where: { after.starts(with: $0) }) { return .month }
    if Self.yearly.contains(where: { after.starts(with: $0) }) { return .year }
    if Self.inAll.contains(where: { after.starts(with: $0) }) { return .term }
    if after.count > 2, ["for", "over"].contains(after[0]), ["the", "all"].contains(after[1]),
      after.dropFirst(2).prefix(4).contains(where: { ["months", "years", "term", "duration", "period"].contains($0) })
    {
      return .term
    }
    // "and to $90,000 for the three", behind what each year comes to
    if after.count > 3, after[0] == "for", ["the", "all"].contains(after[1]), Ordinals.cardinal(after[2]) != nil,
      [".", ",", ";", ")"].contains(after[3])
    {
      return .term
    }
    return nil
  }

  private static let times: WordSet = [
    "year", "years", "month", "months", "annum", "contract", "calendar", "order", "subscription", "academic", "yr",
    "mo", "licence",
    "license", "term",
  ]

  /// `a vehicle a month`, `per user per month`, `each per annum`: the price of one.
  private func isOfUnit(_ after: [String]) -> Bool {
    guard let first = after.first else { return false }
    if ["each", "apiece"].contains(first), !Self.times.contains(after[safe: 1] ?? "") { return true }
    if after.prefix(4).contains("each"), Self.times.contains(after[safe: 1] ?? ""),
      let at = after.prefix(4).firstIndex(of: "each"), !Self.times.contains(after[safe: at + 1] ?? ""),
      after[..<at].allSatisfy({ ["a", "per", "month", "year", "annum"].contains($0) })
    {
      return true
    }
    guard ["per", "a", "an", "/", "for"].contains(first), let next = after[safe: 1], !Self.times.contains(next) else {
      return false
    }
    return first == "per" || first == "/"
      || after.dropFirst(2).prefix(3).contains { ["month", "year", "annum", "monthly", "yearly"].contains($0) }
        && first != "for"
      || first == "for" && ["each", "every"].contains(next)
        && !after.prefix(8).contains(where: Self.times.contains)
  }

  /// `EUR 40,000 in Contract Year 1`: one year's fee of several.
  private func isOfOneYear(_ after: [String]) -> Bool {
    guard after.count > 1, ["in", "for", "during"].contains(after[0]) else { return false }
    return after.prefix(4).contains { ["contract", "year", "first", "second", "third"].contains($0) }
      && !after.prefix(3).contains { ["each", "every", "the", "any"].contains($0) }
      || after.prefix(4).contains { ["first", "second", "third"].contains($0) }
  }

  /// `60,000 + 7,200 = 67,200`: the parts of a sum that follows.
  private func isPart(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let rest = tokens.upperBound..<max(tokens.upperBound, min(sentence.upperBound, tokens.upperBound + 20))
    return context.firstIndex(of: "=", in: rest) != nil
      || tokens.lowerBound > sentence.lowerBound && context.isOne(tokens.lowerBound - 1, of: "x|×")
  }

  // MARK: Names before the amount

  /// The words before an amount: of its sentence; where it opens its cell or a column, or ends a reckoning in it, those
  /// of the cell before.
  private func before(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Range<Int> {
    var at = tokens.lowerBound
    if at > sentence.lowerBound, context.folded(at - 1) == "=" {
      let first = context.values(in: sentence).first { if case .money = $0.value { true } else { false } }
      at = first?.tokens.lowerBound ?? sentence.lowerBound
    }
    // `Annual fees ........... 900.00`: the dots may part sentences.
    var words = at
    while words > 0, context.isOne(words - 1, of: ".|…"),
      context.stream.block(of: words - 1) == context.stream.block(of: at)
    {
      words -= 1
    }
    if at - words > 2 || words < at && context.folded(words) == "…" {
      var low = words
      while low > 0, words - low < 12, !context.stream.tokens[low].flags.contains(.lineStart) { low -= 1 }
      return low..<at
    }
    if at > sentence.lowerBound { return max(sentence.lowerBound, at - 12)..<at }
    guard at > 0, context.stream.tokens[at].flags.contains(.cellStart) else { return at..<at }
    var low = at - 1
    while low > 0, at - low <= 12,
      context.stream.tokens[low].flags.isDisjoint(with: [.lineStart, .cellStart, .blockStart])
    {
      low -= 1
    }
    return at - low <= 12 ? low..<at : at..<at
  }

  private static let links: WordSet = [
    ":", "shall", "be", "is", "are", "amounts", "amount", "to", "of", "=", "will", "comes", "come", "at", "the", "a",
    "an", ".", "in", "total", "(", "net", "thus", "now", "due", "payable", "…",
  ]

  /// What a phrase of the packs says right before the amount, links between them allowed: "the annual subscription fee
  /// shall be"; `in all` by itself.
  func named(_ label: Range<Int>) -> PriceBasis? {
    guard !label.isEmpty else { return nil }
    var end = label.upperBound
    while end > label.lowerBound, context.isOne(end - 1, of: Self.links) { end -= 1 }
    // `Annual contract value (ACV):`
    if end > label.lowerBound, context.folded(end - 1) == ")",
      let open = (max(label.lowerBound, end - 7)..<end).last(where: { context.folded($0) == "(" })
    {
      end = open
    }
    // `Annual contract value` is no `contract value`: the longer one counts.
    var longest: (from: Int, basis: PriceBasis)?
    for match in context.matches(in: label) where match.tokens.upperBound >= end {
      let rule = context.patterns.rules[match.rule]
      guard rule.role == .fact, match.tokens.upperBound <= label.upperBound,
        match.tokens.lowerBound < longest?.from ?? .max
      else { continue }
      switch rule.subject {
      case "fees_monthly": longest = (match.tokens.lowerBound, .month)
      case "fees_annual": longest = (match.tokens.lowerBound, .year)
      case "fees_total": longest = (match.tokens.lowerBound, .term)
      default: continue
      }
    }
    if let longest { return longest.basis }
    let last = context.words(label.upperBound - min(2, label.count)..<label.upperBound)
    return ["in all", "in total"].contains(last.joined(separator: " ")) ? .term : nil
  }

  private static let fees: WordSet = [
    "fee", "fees", "price", "charge", "charges", "remuneration", "subscription", "cost",
  ]
  private static let kinds: WordSet = [
    "subscription", "licence", "license", "software", "platform", "service", "services", "joint", "the", "our",
    "minimum",
  ]

  /// "the subscription fee is", before what it is a year.
  private func namesSubscription(_ before: [String]) -> Bool {
    var words = before[...]
    while let last = words.last, Self.links.contains(last), words.count > 1 { words = words.dropLast() }
    guard let last = words.last, Self.fees.contains(last) else { return false }
    guard let kind = before.dropLast(before.count - words.count + 1).last else { return true }
    return Self.kinds.contains(kind) && kind != "minimum"
  }

  // MARK: Years

  /// "The fees are 48,000 in the first, 54,000 in the second and 60,000 in the third year": the sum of as many amounts
  /// as the term has years, each said of its own.
  func rampByOrdinals() -> Decimal? {
    guard let months = term.months?.wholeNumber, months % 12 == 0, (2...10).contains(months / 12) else { return nil }
    var sum: Decimal = 0
    var next = 1
    var sentence = 0..<0
    for mention in context.values.lazy.filter({ if case .money = $0.value { true } else { false } }).prefix(
      Self.mostAmounts)
    {
      guard case .money(let amount, _) = mention.value else { continue }
      if !sentence.contains(mention.tokens.lowerBound) {
        sentence = context.sentence(of: mention.tokens.lowerBound)
        (sum, next) = (0, 1)
        let opening = context.words(sentence.lowerBound..<mention.tokens.lowerBound)
        if opening.count > 24 || !opening.contains(where: Self.fees.contains)
          || opening.contains(where: Self.notFees.contains)
        {
          next = 0
        }
      }
      let after = context.words(
        mention.tokens
          .upperBound..<max(
            mention.tokens.upperBound, min(sentence.upperBound, mention.tokens.upperBound + 5)))
      guard next > 0, ["in", "for", "during"].contains(after.first ?? ""),
        after.contains(where: { Ordinals.value($0) == next })
          || after.contains("year") && after.contains(where: { ($0 == "\(next)") || Ordinals.cardinal($0) == next })
      else {
        next = 0
        continue
      }
      sum += amount
      if next == months / 12 { return sum }
      next += 1
    }
    return nil
  }

  private static let notFees: WordSet = [
    "if", "option", "support", "success", "fund", "voucher", "credit", "credits", "may", "renewal", "cap", "list",
  ]

  /// "48,000 in the first year, 54,000 in the second, in all 102,000": the sum of as many amounts as the term has years.
  func ramp() -> Decimal? {
    guard let months = term.months?.wholeNumber, months % 12 == 0, (2...10).contains(months / 12) else { return nil }
    let years = months / 12
    var last: [(amount: Decimal, end: Int)] = []
    for mention in context.values.lazy.filter({ if case .money = $0.value { true } else { false } }).prefix(
      Self.mostAmounts)
    {
      guard case .money(let amount, _) = mention.value else { continue }
      let before = context.words(max(0, mention.tokens.lowerBound - 5)..<mention.tokens.lowerBound)
      if last.count >= years, last.suffix(years).reduce(0, { $0 + $1.amount }) == amount,
        before.contains(where: Self.wholes.contains), let first = last.suffix(years).first,
        mention.tokens.lowerBound - first.end <= 120
      {
        return amount
      }
      last.append((amount, mention.tokens.upperBound))
    }
    return nil
  }
}
