// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Contract years: `Contract Year 2`, `the first two years of the Term`, `Y1-Y3`.
extension TimeParser {
  /// `the last Contract Year`, `the final year of the Term`, `the last two contract years`.
  func lastYears(at token: Int) -> Parsed<TimePeriod>? {
    let isClosing = passage.has(["closing|concluding", "year"], at: token)
    guard passage.isOne(token, of: "last|final") || isClosing else { return nil }
    let count = Ordinals.cardinal(passage.word(token + 1)) ?? 1
    let at = count > 1 ? token + 2 : token + 1
    let isNamed = Self.yearKinds.contains(passage.word(at))
    guard let end = yearWord(at: at, numbered: false),
      isNamed || passage.word(token) == "final" || isClosing || passage.word(at + 1) == "of" && end > at + 1
    else { return nil }
    return (.last(CalendarDuration(amount: Decimal(12 * count), unit: .month), of: .term), end)
  }

  /// `Y1`, `Yr 2` of a table, `Y1–Y2`.
  private func shortYears(at token: Int) -> Parsed<TimePeriod>? {
    guard let first = shortYear(at: token) else { return nil }
    // "yr 1-3"
    if passage.range.contains(token + 2), passage.context.stream.tokens[token + 2].flags.contains(.hyphenBefore),
      let last = Int(passage.word(token + 2)), last > first, last <= 10
    {
      return (.contractYears(first, last), token + 3)
    }
    if passage.isOne(token + 2, of: "-|–|to|and|&|+|/|through") {
      let other = shortYear(at: token + 3)
      if let last = other ?? Int(passage.word(token + 3)), last > first, last <= 10 {
        return (.contractYears(first, last), token + (other == nil ? 4 : 5))
      }
    }
    return (.contractYears(first, first), token + 2)
  }

  /// `the 1st year`, `2nd Contract Year`.
  private func figuredYear(at token: Int) -> Parsed<TimePeriod>? {
    let word = passage.word(token)
    var at = token + 1
    var figures = word
    if Int(word) != nil, passage.isOne(at, of: "st|nd|rd|th"), passage.context.isGlued(token) {
      at += 1
    } else if ["st", "nd", "rd", "th"].contains(where: word.hasSuffix) {
      figures = String(word.dropLast(2))
    } else {
      return nil
    }
    guard let number = Int(figures), (1...20).contains(number), let end = yearWord(at: at, numbered: false) else {
      return nil
    }
    return (.contractYears(number, number), end)
  }

  private func shortYear(at token: Int) -> Int? {
    guard passage.isOne(token, of: "y|yr|yrs|cy"), let number = Int(passage.word(token + 1)),
      (1...10).contains(number), passage.context.isGlued(token) || passage.isOne(token, of: "yr|yrs")
    else { return nil }
    return number
  }

  /// `Contract Year 2`, `the first contract year`, `Year 1`, `first two Contract Years`, `Contract Years 1 and 2`.
  func contractYears(at token: Int) -> Parsed<TimePeriod>? {
    if let years = shortYears(at: token) ?? elidedYear(at: token) ?? figuredYear(at: token) { return years }
    var at = token
    var first: Int?
    var count = 1
    if passage.word(at) == "final" || passage.word(at) == "last" {
      return nil
    }
    // "in the opening year", "the first of these years"
    if passage.has(["opening", "year"], at: at) { return (.contractYears(1, 1), at + 2) }
    if let number = Ordinals.value(passage.word(at)), passage.has(["of", "these|those|the|its", "years"], at: at + 1) {
      return (.contractYears(number, number), at + 4)
    }
    if let ordinal = Ordinals.value(passage.word(at)) {
      first = ordinal
      at += 1
      var last = ordinal
      while passage.isOne(at, of: "and|or|,|the|to|through") {
        let isRange = passage.word(at) == "to" || passage.word(at) == "through"
        var after = at + 1
        while passage.isOne(after, of: "the|in|during|for") { after += 1 }
        guard let next = Ordinals.value(passage.word(after)), next == last + 1 || isRange else { break }
        last = next
        at = after + 1
      }
      count = last - ordinal + 1
      if ordinal == 1, let number = Ordinals.cardinal(passage.word(at)) {
        count = number
        at += 1
        if passage.word(at) == "(", passage.word(at + 2) == ")" { at += 3 }
      }
    }
    guard let yearEnd = yearWord(at: at, numbered: first == nil) else { return nil }
    at = yearEnd
    if first == nil {
      guard let number = Int(passage.word(at)) ?? Ordinals.cardinal(passage.word(at)), (1...20).contains(number) else {
        return nil
      }
      first = number
      at += 1
      if passage.word(at) == "(", Int(passage.word(at + 1)) != nil, passage.word(at + 2) == ")" { at += 3 }
      // "contract years 1-2": the hyphen is no word of its own.
      let isHyphened =
        passage.word(yearEnd - 1) == "years" && passage.range.contains(at)
        && passage.context.stream.tokens[at].flags.contains(.hyphenBefore) && Int(passage.word(at)) != nil
      if isHyphened || passage.isOne(at, of: "and|to|through|-|–|&|or") {
        var after = isHyphened ? at : at + 1
        if let again = yearWord(at: after, numbered: true) { after = again }
        // "25 credits in Year 2 and 10 hours in Year 3": a number of other things.
        let isList =
          passage.word(yearEnd - 1) == "years" || !passage.isOne(at, of: "and|&|or") || after > at + 1
        if let next = Int(passage.word(after)) ?? Ordinals.cardinal(passage.word(after)), next > number, next <= 20,
          isList || next == number + 1 && passage.value(at: after).map({ $0.tokens.count == 1 }) ?? true
        {
          count = next - number + 1
          at = after + 1
        }
      }
    }
    guard let first, count > 0 else { return nil }
    return (.contractYears(first, first + count - 1), at)
  }

  private static let yearKinds: WordSet = [
    "contract", "subscription", "order", "enrollment", "enrolment", "service", "commitment", "term", "licence",
    "license", "agreement", "membership", "policy", "capacity", "programme", "program", "addendum", "renewal",
    "commit", "supply", "school", "academic", "coverage", "cover", "hosting", "operating", "operational", "access",
    "usage", "support", "maintenance",
  ]

  /// `both contract years`, `all three Contract Years`.
  func allYears(at token: Int) -> Parsed<TimePeriod>? {
    var at = token + 1
    var count = 2
    if passage.word(token) == "all" {
      guard let number = Ordinals.cardinal(passage.word(at)), number > 1 else { return nil }
      count = number
      at += 1
    } else if passage.word(token) != "both" {
      return nil
    }
    guard passage.isOne(at + 1, of: "year|years"), let end = yearWord(at: at, numbered: true) else {
      return nil
    }
    return (.contractYears(1, count), end)
  }

  private static let fourQuarters: WordPattern = ["four|4", "quarters"]

  /// `four quarters of the first contract year`, `twelve months of Contract Year 2`: all of it.
  func allParts(at token: Int, depth: Int = 0) -> Parsed<TimePeriod>? {
    let end: Int
    if let value = passage.value(at: token), case .duration(let duration) = value.value, duration.months == 12 {
      end = value.tokens.upperBound
    } else if passage.has(Self.fourQuarters, at: token) {
      end = token + 2
    } else {
      return nil
    }
    guard passage.word(end) == "of", let whole = period(at: end + 1, depth: depth + 1) else { return nil }
    guard case .contractYears(let first, let last) = whole.value, first == last else { return nil }
    return whole
  }

  /// Past `contract year(s)` or one of its other names; a bare `year` only before a number or after an ordinal.
  private func yearWord(at token: Int, numbered: Bool) -> Int? {
    func isYear(_ token: Int) -> Bool { passage.word(token) == "year" || passage.word(token) == "years" }
    if isYear(token + 1), Self.yearKinds.contains(passage.word(token)) { return token + 2 }
    if isYear(token + 1), !knowledge.ownYears.isEmpty, knowledge.ownYears[passage.word(token)] == .contract {
      return token + 2
    }
    if passage.has(["annual|yearly", "period|periods"], at: token) { return token + 2 }
    guard isYear(token) else { return nil }
    if numbered { return token + 1 }
    // `the first year of the Term`
    if passage.word(token + 1) == "of" {
      for ahead in 2...4 {
        if let anchor = passage.anchor(at: token + ahead), anchor.entry == "term" { return anchor.tokens.upperBound }
        if passage.word(token + ahead) == "term" { return token + ahead + 1 }
        if let end = runningThing(at: token + ahead) { return end }
      }
    }
    return token + 1
  }
}
