// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Finds in running text what reads like a grant: a kind's name with its number, value or share beside it.
struct CandidateFinder {
  let context: DocumentContext
  let patterns: CompiledPatterns
  /// How many contract years the term has; nil where it is not known.
  let contractYears: Int?

  init(_ context: DocumentContext, contractYears: Int? = nil) {
    self.context = context
    self.contractYears = contractYears
    patterns = context.patterns
  }

  func isLabel(_ amount: ValueMention) -> Bool { AmountFit(context: context).isLabel(amount) }

  /// Candidates of one sentence, in text order; each number and value serves one name only, the nearest.
  func candidates(in sentence: Range<Int>) -> [Candidate] {
    var pairs: [Pair] = []
    for match in context.matches(in: sentence) {
      let rule = patterns.rules[match.rule]
      guard rule.role == .grant, let pair = pair(match, rule: rule) else { continue }
      pairs.append(pair)
    }
    let merged = merge(select(pairs), sentence: sentence).map { ManagerHours(context: context).told($0) }
    let ramp = RampReader(context: context, contractYears: contractYears).ramp(in: sentence, among: merged)
    return Restated.last(ramp ?? merged, context).map { candidate in
      var candidate = candidate
      candidate.isFurther = isFurther(candidate)
      return candidate
    }
  }

  /// The ramp of a run-in title ("Training seats.") whose steps stand in the sentence behind it.
  func ramp(titled name: NameSpan, in sentence: Range<Int>) -> [Candidate]? {
    guard !context.names(in: sentence).contains(where: { $0.kind != nil && !$0.isWeak }) else { return nil }
    return RampReader(context: context, contractYears: contractYears).ramp(in: sentence, among: [], titled: name)
  }

  /// The grant of a run-in title ("Adoption Fund.") whose amount stands in the sentence behind it.
  func candidate(titled name: NameSpan, in sentence: Range<Int>) -> Candidate? {
    guard let kind = name.kind, !context.names(in: sentence).contains(where: { $0.kind != nil && !$0.isWeak }) else {
      return nil
    }
    for value in context.values(in: sentence) {
      let pair = Pair(
        kind: kind, name: name, amount: value, base: nil, rule: nil, tokens: value.tokens, hasArticle: false,
        isWeak: name.isWeak)
      guard fits(pair) else { continue }
      switch value.value {
      case .money where kind == "success_fund" || kind == "partner_voucher" || kind == "usage_credit":
        var found = seed(pair, sentence: sentence)
        found.money = value
        found.tokens = value.tokens
        found.isArticleOnly = true
        return found
      case .percent(let percent) where isShareOfUnknown(pair):
        var found = seed(pair, sentence: sentence)
        found.share = (percent, shareBase(after: value))
        found.tokens = value.tokens
        found.isArticleOnly = true
        return found
      case .quantity(_, let unit, _) where unit == self.unit(of: pair) || Self.counted.contains(unit) && !name.isWeak:
        return counted(pair, value, sentence)
      case .number where BareCounts(context: context).isCount(value, of: kind, in: sentence):
        return counted(pair, value, sentence)
      default: continue
      }
    }
    return nil
  }

  private func counted(_ pair: Pair, _ value: ValueMention, _ sentence: Range<Int>) -> Candidate {
    var found = seed(pair, sentence: sentence)
    found.quantity = quantity(pair)
    found.tokens = value.tokens
    found.isArticleOnly = true
    return found
  }

  /// A name and, perhaps, one amount that a rule puts together.
  struct Pair {
    var kind: Kind
    var name: NameSpan
    var amount: ValueMention?
    var base: String?
    /// Nil where no rule but the title over it says so.
    var rule: Int?
    var tokens: Range<Int>
    var hasArticle: Bool
    var isWeak: Bool
    /// Tokens between name and amount; a number before its noun beats one behind another noun.
    var distance: Int {
      guard let amount else { return 0 }
      if amount.tokens.upperBound <= name.tokens.lowerBound {
        return (name.tokens.lowerBound - amount.tokens.upperBound) * 2
      }
      return max(0, amount.tokens.lowerBound - name.tokens.upperBound) * 2 + 1
    }
  }

  private func pair(_ match: PhraseMatch, rule: PhraseRule) -> Pair? {
    var name: NameSpan?
    var amount: ValueMention?
    var base: String?
    for capture in match.captures {
      if let index = capture.nameIndex {
        let span = context.names[index]
        if span.kind != nil { name = span } else if span.list == "fee_base" { base = span.entry }
      } else if let index = capture.valueIndex {
        // Of a range no more is certain than its lower end.
        amount = context.values[index].atLeast
      }
    }
    guard let name, let named = name.kind, !isOfCompany(name) else { return nil }
    if let given = amount {
      amount = counted(given, with: name)
      if amount == nil { return nil }
    }
    guard FirmNames(context: context).mayName(name) else { return nil }
    let kind = rule.subject == "any" ? named : Kind(rawValue: rule.subject)
    guard rule.subject == "any" || named == kind else { return nil }
    let isOne = amount == nil && rule.subject == "any"
    // "$900 towards Professional Services": money for them is a fund.
    let isTowards = kind == "services_hours" && rule.subject == "any" && amount.map { leadsTowards($0, name) } ?? false
    return Pair(
      kind: isTowards ? "success_fund" : kind, name: name, amount: amount, base: base, rule: match.rule,
      tokens: match.tokens, hasArticle: isOne,
      isWeak: name.isWeak)
  }

  /// Drops pairs whose amount suits another name better, and amounts that do not fit the kind.
  private func select(_ pairs: [Pair]) -> [Pair] {
    let fitting = pairs.filter(fits)
    // Only pairs with the same tokens are rivals: a sentence without end may hold thousands.
    var claims: [Int: [Int]] = [:]
    for (index, pair) in fitting.enumerated() {
      for token in pair.amount?.tokens ?? 0..<0 { claims[token, default: []].append(index) }
    }
    return fitting.filter { pair in
      guard let amount = pair.amount else { return true }
      return !amount.tokens.lazy.flatMap({ claims[$0] ?? [] }).contains { index in
        let other = fitting[index]
        if other.name.tokens == pair.name.tokens { return false }
        if pair.isWeak != other.isWeak { return pair.isWeak }
        if other.distance != pair.distance { return other.distance < pair.distance }
        return other.name.tokens.count > pair.name.tokens.count
      }
    }
  }

  private func fits(_ pair: Pair) -> Bool {
    guard let amount = pair.amount else { return true }
    // A plan's share of the fees is its price.
    if case .percent = amount.value, pair.kind == "support_plan" || isPriceShare(amount, pair) { return false }
    if amount.isMoneyOrShare, isInPurpose(amount, pair) { return false }
    // "Uploads are limited to 2 GB; storage is …": what stands before a semicolon counts something else.
    // And "the rate for consulting is $180; a day has 8 hours".
    let (ends, starts) = (amount.tokens.upperBound, amount.tokens.lowerBound)
    let between =
      ends <= pair.name.tokens.lowerBound
      ? ends..<pair.name.tokens.lowerBound : pair.name.tokens.upperBound..<max(pair.name.tokens.upperBound, starts)
    if between.contains(where: { context.folded($0) == ";" }) { return false }
    if let isLength = isLengthOfTraining(amount, pair) { return isLength }
    if WorkingRules(context: context).tells(amount, of: pair.name.tokens, counting: unit(of: pair)) { return false }
    return AmountFit(context: context).fits(
      amount, kind: pair.kind, unit: unit(of: pair), isWeak: pair.isWeak,
      hasBase: pair.base != nil || isShareOfUnknown(pair))
  }

  /// One candidate a name, with all that its pairs say.
  private func merge(_ pairs: [Pair], sentence: Range<Int>) -> [Candidate] {
    var byName: [Int: [Pair]] = [:]
    for pair in pairs { byName[pair.name.tokens.lowerBound, default: []].append(pair) }
    let longest = pairs.map(\.name.tokens.count).max() ?? 0
    var candidates: [Candidate] = []
    for start in byName.keys.sorted() where !isInside(byName[start]?.first, byName, longest) {
      let group = byName[start] ?? []
      let numbers = group.filter { $0.amount.map { !$0.isMoneyOrShare } ?? false }.sorted {
        (isTotal($0) ? 0 : 1, $0.distance) < (isTotal($1) ? 0 : 1, $1.distance)
      }
      var candidate = seed(group[0], sentence: sentence)
      for pair in group {
        if let rule = pair.rule { candidate.rules.append(rule) }
        switch pair.amount?.value {
        case .money? where candidate.money == nil || pair.distance < candidate.moneyDistance(pair.name):
          candidate.money = pair.amount
          candidate.tokens = candidate.tokens.union(pair.tokens)
        case .percent(let percent)? where candidate.share == nil || pair.base != nil:
          candidate.share = (percent, pair.base ?? pair.amount.map(shareBase(after:)) ?? "annual_fees")
          candidate.tokens = candidate.tokens.union(pair.tokens)
        default: break
        }
      }
      candidate.noteDoubts(of: candidate.money)
      if let nearest = numbers.first {
        candidate.quantity = quantity(nearest)
        candidate.isArticleOnly = false
        // "20,000 credits for $1,000": of what is counted a sum behind `for` is the price.
        if candidate.kind == "usage_credit", let money = candidate.money, AmountFit(context: context).isFor(money) {
          candidate.money = nil
        }
        // "12 training days, EUR 14,400 in total": what stands behind the number and its thing is the price.
        if let money = candidate.money, money.tokens.lowerBound >= nearest.tokens.upperBound,
          FeeFinder(passage: PassageText(context, sentence)).isListed(money, sentence)
        {
          candidate.money = nil
        }
        if let money = candidate.money, FeeFinder(passage: PassageText(context, sentence)).isPaid(money, in: sentence) {
          candidate.money = nil
        }
        candidate.noteDoubts(of: nearest.amount)
        candidate.tokens = candidate.tokens.union(nearest.tokens)
      } else if group.contains(where: \.hasArticle), candidate.money == nil, candidate.share == nil,
        !["support_plan", "success_fund", "partner_voucher", "storage", "api_capacity", "usage_credit"].contains(
          candidate.kind.rawValue)
      {
        candidate.quantity = Quantity(amount: 1, unit: unit(of: group[0]))
        candidate.isArticleOnly = true
      }
      if let nearest = numbers.first, let amount = nearest.amount {
        for elided in ElidedNames(context: context).before(amount, of: nearest.name, in: sentence) {
          var one = candidate
          one.quantity?.amount = elided.amount
          one.name.tokens = elided.modifier
          one.tokens = elided.tokens
          candidates.append(one)
        }
        for other in numbersBefore(amount, in: sentence) {
          var one = candidate
          var pair = nearest
          pair.amount = other
          one.quantity = quantity(pair).map { Quantity(amount: $0.amount, unit: candidate.quantity?.unit ?? $0.unit) }
          one.tokens = other.tokens
          candidates.append(one)
        }
      }
      candidates.append(candidate)
      // "fifty hours in Contract Year 1 and a further twenty hours": a second number with the same name.
      for extra in numbers.dropFirst() where isFurther(extra, than: numbers[0]) {
        var second = candidate
        second.quantity = quantity(extra)
        second.tokens = extra.amount?.tokens ?? extra.tokens
        candidates.append(second)
      }
    }
    return candidates.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// A name within or across a longer one of the same kind says the same thing. `longest` is the length of the longest
  /// name in tokens.
  private func isInside(_ pair: Pair?, _ groups: [Int: [Pair]], _ longest: Int) -> Bool {
    guard let pair else { return false }
    return ((pair.name.tokens.lowerBound - longest)..<pair.name.tokens.upperBound).contains { start in
      guard let other = groups[start]?.first, other.kind == pair.kind, other.name.tokens != pair.name.tokens else {
        return false
      }
      guard other.name.tokens.overlaps(pair.name.tokens) else { return false }
      return (other.name.tokens.count, -other.name.tokens.lowerBound) > (
        pair.name.tokens.count, -pair.name.tokens.lowerBound
      )
    }
  }

  /// "2 % of the Renewal total": a share of what no pack names.
  private func isShareOfUnknown(_ pair: Pair) -> Bool {
    guard let amount = pair.amount, case .percent = amount.value,
      pair.kind.isFunded,
      amount.tokens.upperBound < context.stream.count
    else { return false }
    return context.folded(amount.tokens.upperBound) == "of"
  }

  /// What a share is a share of, in the document's words.
  private func shareBase(after amount: ValueMention) -> String {
    let start = amount.tokens.upperBound + 1
    var end = start
    let limit = min(start + 12, context.sentence(of: amount.tokens.lowerBound).upperBound)
    let stops: Set<String> = [
      ",", ";", ".", "(", "but", "up", "not", "though", "rounded", "capped", "which", "with", "to", "is", "and", "at",
    ]
    while end < limit, !stops.contains(context.folded(end)) { end += 1 }
    return end > start ? context.text(start..<end) : "fees"
  }

  /// "forty and twenty-five seats respectively": the numbers right before the one beside the name.
  private func numbersBefore(_ amount: ValueMention, in sentence: Range<Int>) -> [ValueMention] {
    // No list is longer: a sentence without end must not be read anew for each of its numbers.
    let near = sentence.clamped(to: (amount.tokens.lowerBound - 40)..<(amount.tokens.upperBound + 40))
    guard near.contains(where: { context.folded($0) == "respectively" }) else { return [] }
    var found: [ValueMention] = []
    var start = amount.tokens.lowerBound
    while start - 1 > sentence.lowerBound, context.isOne(start - 1, of: "and|,|or") {
      let end = context.folded(start - 2) == "," ? start - 2 : start - 1
      let ahead = context.values(in: max(sentence.lowerBound, end - 6)..<end)
      // "30 credits and 12 vouchers, until May and June respectively": a number with a noun of its own is its own.
      guard let other = ahead.last(where: { $0.tokens.upperBound == end }), case .number = other.value else { break }
      found.append(other)
      start = other.tokens.lowerBound
    }
    return found.reversed()
  }

  private func seed(_ pair: Pair, sentence: Range<Int>) -> Candidate {
    Candidate(
      kind: pair.kind, name: pair.name, tokens: pair.name.tokens, sentence: sentence,
      tier: pair.name.tier.flatMap(Tier.init(rawValue:)), isWeak: pair.isWeak, rules: [])
  }

  private static let mores: WordSet = ["further", "another", "additional", "again", "more", "extra"]

  /// "A further ten vouchers", "ten more vouchers", said of the number, not of the name ("additional storage").
  private func isFurther(_ candidate: Candidate) -> Bool {
    let start = candidate.tokens.lowerBound
    let around = max(candidate.sentence.lowerBound, start - 2)..<min(start + 3, candidate.sentence.upperBound)
    return around.contains {
      !candidate.name.tokens.contains($0) && context.isOne($0, of: Self.mores)
    }
  }

  private func isFurther(_ pair: Pair, than first: Pair) -> Bool {
    guard let a = first.amount, let b = pair.amount, b.tokens.lowerBound > a.tokens.upperBound else { return false }
    return (1...2).contains { back in
      let at = b.tokens.lowerBound - back
      return at >= 0 && context.isOne(at, of: "further|additional|another|then")
    }
  }
}
