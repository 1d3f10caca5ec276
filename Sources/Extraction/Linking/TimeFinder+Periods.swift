// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Stretches in which something may be used: `during Contract Year 2`, `for nine months from …`, `throughout`.
extension TimeFinder {
  func during(at token: Int) -> TimeStatement? {
    let word = passage.word(token)
    if passage.has(["w", "/", "in|i"], at: token) {
      return relative(at: token + 3, introducer: "within", from: token)
    }
    if Self.introducers.contains(word) || word == "up" {
      if let list = quarters(at: parser.skipArticle(token + 1)) {
        return make(.during, period: list.value, token, list.end)
      }
      // "over the twelve months of the first contract year"
      let at = passage.word(token + 1) == "the" ? token + 2 : token + 1
      if let whole = parser.allParts(at: at) { return make(.during, period: whole.value, token, whole.end) }
      if let relative = relative(at: token + 1, introducer: word, from: token) { return relative }
      if let rest = remainder(at: token + 1, from: token) { return rest }
      if let shorter = shorter(at: token) { return shorter }
      // "in each of the first eighteen months"
      if word == "of",
        passage.word(token - 1) == "each"
          || passage.isOne(token - 1, of: "month|quarter|week")
            && (2...3).contains(where: { passage.isOne(token - $0, of: "each|every") }),
        let period = parser.period(at: token + 1),
        case .first = period.value
      {
        return make(.during, period: period.value, token, period.end)
      }
      if word != "of" || isDayWithin(token), let period = parser.period(at: token + 1), !isEach(token + 1) {
        // "for the second contract year onward"
        if passage.has(["onward|onwards"], at: period.end)
          || passage.has(["and", "onward|onwards|after|later"], at: period.end)
        {
          return make(.start, point: .startOf(period.value), token, period.end + 1)
        }
        // "in that year and the next"
        if let year = period.value.contractYear, passage.has(["and", "the|in", "next|following|the"], at: period.end) {
          let at = passage.word(period.end + 1) == "in" ? period.end + 3 : period.end + 2
          if passage.isOne(at, of: "next|following"),
            [".", ",", ";", ")", "", "one", "year"].contains(passage.word(at + 1))
          {
            return make(.during, period: .contractYears(year, year + 1), token, at + 1)
          }
        }
        if word != "of", let joined = joined(period) { return make(.during, period: joined.value, token, joined.end) }
        return make(.during, period: period.value, token, period.end)
      }
    }
    // "They last as long as the subscriptions do"
    if passage.has(["last|run|runs|remain|remains|stay|stays|continue|continues", "as|so", "long", "as"], at: token),
      let term = parser.term(at: token + 1)
    {
      return make(.during, period: term.value, token, term.end)
    }
    // "Benefits of the first contract year:"
    if word == "of", Self.granted.contains(passage.word(token - 1)), let period = parser.period(at: token + 1),
      !isEach(token + 1), period.value.isStretch, [":", ""].contains(passage.word(period.end))
    {
      return make(.during, period: period.value, token, period.end)
    }
    // "This applies to the first contract year only", "is granted for … alone"
    if word == "to",
      passage.isOne(token - 1, of: "applies|apply|applicable|extends|extend|relates|relate"),
      let period = parser.period(at: token + 1), period.value != .term,
      passage.isOne(period.end, of: "only|alone") || passage.word(token - 2) == "only"
        || passage.has(["and", "no|not"], at: period.end)
    {
      return make(.during, period: period.value, token, period.end)
    }
    // "Use of the credits is limited to calendar year 2031"
    if word == "to", passage.isOne(token - 1, of: "limited|restricted|confined"),
      let period = parser.period(at: token + 1), period.value != .term
    {
      return make(.during, period: period.value, token, period.end)
    }
    // "must be assigned by 31 August; the person then has twelve months"
    if ["has", "have"].contains(word), passage.isOne(token - 1, of: "then|thereafter"),
      let base = parser.antecedent, let value = passage.value(at: token + 1), case .duration(let length) = value.value,
      length.months != nil, passage.isOne(value.tokens.upperBound, of: "to|for|in")
    {
      return make(.end, point: .after(length, base), token, value.tokens.upperBound)
    }
    // "From then on Client has seven months to present it", "The period for using them is fifteen months"
    if Self.lasting.contains(word),
      passage.value(at: token + 1) != nil || passage.value(at: token + 2) != nil || isSpanOfUse(before: token),
      word == "has" || word == "have"
        || word == "last"
          && passage.isOne(token - 1, of: "they|these|credits|vouchers|hours|days|sessions|seats|users")
        || isSpanOfUse(before: token)
    {
      if let relative = relative(at: token + 1, introducer: word, from: token) { return relative }
      if let span = spanOfUse(behind: token) { return span }
    }
    // "The hours are for the first year; the fund, throughout."
    if word == "throughout", [".", ";", ")", "", ","].contains(passage.word(token + 1)) {
      return make(.during, period: .term, token, token + 1)
    }
    // "Year 1 only."
    if passage.isOne(token + 2, of: "only|alone") || passage.isOne(token + 3, of: "only|alone"),
      let period = parser.period(at: token), !isEach(token), period.value.contractYear != nil,
      passage.isOne(period.end, of: "only|alone")
    {
      return make(.during, period: period.value, token, period.end)
    }
    // "is available one year long, starting 1 May"
    if let at = lifeLength(at: token) { return relative(at: at, introducer: "valid", from: token) }
    if ["available", "usable", "open", "valid", "redeemable"].contains(word), let value = passage.value(at: token + 1),
      case .duration = value.value, passage.word(value.tokens.upperBound) == "long"
    {
      return relative(at: token + 1, introducer: "valid", from: token)
    }
    if let life = lifeOf(at: token) { return life }
    if let told = lengthOfThings(at: token) { return told }
    // "twelve months from the Effective Date" without a word before it.
    if let value = passage.value(at: token), case .duration = value.value {
      return relative(at: token, introducer: "", from: token)
    }
    // "Gold Support (first year only)"
    if passage.word(token - 1) == "(", let period = parser.period(at: token), !isEach(token),
      passage.word(period.end) == ")" || passage.has(["only", ")"], at: period.end)
    {
      return make(.during, period: period.value, token, period.end)
    }
    // "Partner voucher: the first two Contract Years."
    if passage.word(token - 1) == ":", let period = parser.period(at: token), !isEach(token),
      [".", ";", ",", "", "only"].contains(passage.word(period.end)), period.value != .term
    {
      return make(.during, period: period.value, token, period.end)
    }
    // "10 technicians, first four months of the order", "coaching at no charge, the first two quarters"
    if [",", "–", "—"].contains(passage.word(token - 1)), let period = parser.period(at: parser.skipArticle(token)),
      !isEach(token), period.value.isOpening,
      [".", ";", ",", "", ")"].contains(passage.word(period.end)) || opensLine(period.end)
    {
      return make(.during, period: period.value, token, period.end)
    }
    // "Contract Year 2:" at a sentence's or cell's start.
    if passage.context.sentence(of: token).lowerBound == token,
      let named = parser.namedPeriod(at: parser.skipArticle(token)),
      passage.word(named.end) == ":" || Self.bringing.contains(passage.word(named.end))
    {
      return make(.during, period: named.value, token, named.end)
    }
    if let labelled = labelledPeriod(at: token) { return labelled }
    if passage.context.sentence(of: token).lowerBound == token, let period = parser.period(at: token), !isEach(token),
      period.value.isNamed(passage.word(period.end)) || isWhole(period.end, token) && period.value != .term,
      !Self.beginning.contains(passage.word(period.end))
    {
      return make(.during, period: period.value, token, period.end)
    }
    return nil
  }

  /// "Wave 1 comes with 12 sessions."
  private static let bringing: WordSet = ["comes", "includes", "brings", "has", "contains", "holds", "offers", "gives"]
  private static let granted: WordSet = [
    "benefits", "grants", "entitlements", "allowances", "extras", "incentives", "services", "items", "goodies", "perks",
  ]
  private static let introducers: WordSet = [
    "in", "during", "for", "within", "over", "throughout", "of", "inside", "valid", "covering", "namely", "viz",
    "lasts", "lasting", "spans",
  ]
  /// "during the Pilot Period and the first half of Order Year One": two stretches with names, from the first day of the
  /// one to the last of the other.
  private func joined(_ first: (value: TimePeriod, end: Int)) -> (value: TimePeriod, end: Int)? {
    let isYear = first.value.contractYear != nil
    guard first.value.isOwn || isYear, passage.word(first.end) == "and" else { return nil }
    let at = passage.has(["in|during|throughout|over"], at: first.end + 1) ? first.end + 2 : first.end + 1
    guard let last = parser.period(at: at), last.value.isOwn, last.value != first.value,
      [".", ",", ";", ")", "", "only"].contains(passage.word(last.end))
    else { return nil }
    return (.between(.startOf(first.value), .endOf(last.value)), last.end)
  }

  private static let lasting: WordSet = ["has", "have", "is", "runs", "last"]

  /// "The period for using them is …", "their lifetime is …".
  func isSpanOfUse(before token: Int) -> Bool {
    (1...6).contains {
      passage.isOne(token - $0, of: "lifetime|validity|lifespan")
        || passage.isOne(token - $0, of: "period|time|window|term")
          && (passage.has(["for|of|to", "using|use|redeeming|redemption|use|redeem|usage|booking"], at: token - $0 + 1)
            || passage.isOne(token - $0 - 1, of: "redemption|usage|use|booking"))
    }
  }

  /// "Availability: months 1-12", "Validity: Contract Year 2".
  private func labelledPeriod(at token: Int) -> TimeStatement? {
    guard passage.word(token - 1) == ":",
      passage.isOne(token - 2, of: "availability|validity|valid|period|when|use|usage|usable|timing|window|redeemable"),
      !isEach(token), let period = parser.period(at: token), period.value != .term,
      [".", ",", ";", ")", "", "only"].contains(passage.word(period.end))
    else { return nil }
    return make(.during, period: period.value, token, period.end)
  }

  static let each: WordSet = ["each", "every", "any", "per", "next", "following"]
  static let beginning: WordSet = [
    "begins", "starts", "commences", "runs", "is", "means", "goes", "opens", "begin", "start", "run",
  ]

  /// "Months 7 to 12 of the Term": nothing else stands in the cell.
  private func isWhole(_ end: Int, _ start: Int) -> Bool {
    let cell = passage.context.sentence(of: start)
    return end >= cell.upperBound - 1
      && (end - start >= 2 || end == cell.upperBound && parser.namedPeriod(at: start) != nil)
  }

  func isEach(_ token: Int) -> Bool {
    (token..<(token + 3)).contains { Self.each.contains(passage.word($0)) }
  }

  func make(
    _ role: TimeStatement.Role, point: TimePoint? = nil, period: TimePeriod? = nil, _ start: Int, _ end: Int
  ) -> TimeStatement {
    TimeStatement(role: role, point: point, period: period, tokens: start..<max(end, start + 1))
  }
}

extension TimePeriod {
  /// By a name of the document's own, or a part of such a stretch.
  fileprivate var isOwn: Bool {
    switch self {
    case .between, .first, .last, .slice: true
    case .duration(_, let from): from != nil
    default: false
    }
  }

  /// What a sentence or a cell may open with: a contract year, or another stretch with a colon behind it.
  fileprivate func isNamed(_ next: String) -> Bool {
    if case .contractYears = self { return true }
    guard [":", "–", "-", "—"].contains(next) else { return false }
    if case .between = self { return true }
    return isStretch
  }
}
