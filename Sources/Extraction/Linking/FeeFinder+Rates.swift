// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What rates come to, and whose half of them is paid.
extension FeeFinder {
  /// "at CHF 1,600 per day, CHF 16,000 in total": what a rate comes to is paid.
  func isSumOfRate(_ sum: ValueMention, _ sentence: Range<Int>) -> Bool {
    guard
      passage.has(["in", "total|all|sum"], at: sum.tokens.upperBound)
        || passage.isOne(sum.tokens.upperBound, of: "altogether|together")
        || passage.has(["i.e", ".|,"], at: sum.tokens.lowerBound - 2)
        || passage.has(["i.e", ".", ","], at: sum.tokens.lowerBound - 3)
        || passage.has(["that|which", "is", ","], at: sum.tokens.lowerBound - 3)
        || passage.has(["that|which", "is"], at: sum.tokens.lowerBound - 2)
        || passage.isOne(sum.tokens.lowerBound - 1, of: "so|thus") || isOverTerm(sum)
    else { return false }
    let near = max(sentence.lowerBound, sum.tokens.lowerBound - 10)..<sum.tokens.lowerBound
    // "at half price, that is $900 in total"
    if (near.lowerBound..<max(near.lowerBound, near.upperBound - 1)).contains(where: {
      passage.has(["half|reduced|special|package|discounted", "price|rate|fee"], at: $0)
    }) {
      return true
    }
    return context.values(in: near).contains { rate in
      if case .money = rate.value, passage.isOne(rate.tokens.upperBound, of: "each|apiece") { return true }
      guard case .money = rate.value, passage.isOne(rate.tokens.upperBound, of: "per|a|an|/") else {
        return false
      }
      return Self.rated.contains(passage.word(rate.tokens.upperBound + 1))
    }
  }

  /// "$700 a month, $14,700 over the twenty-one months"
  private func isOverTerm(_ sum: ValueMention) -> Bool {
    passage.word(sum.tokens.lowerBound - 1) != "and"
      && passage.isOne(sum.tokens.upperBound, of: "over|for|across|through")
      && passage.isOne(sum.tokens.upperBound + 1, of: "the|all|its")
      && (2...6).contains { passage.isOne(sum.tokens.upperBound + $0, of: "months|years|term|order|quarters|period") }
  }

  /// "$900 a year"
  func isYearly(_ rate: ValueMention) -> Bool {
    passage.has(["a|per|each", "year|month|quarter"], at: rate.tokens.upperBound)
  }

  private static let rated: WordSet = [
    "day", "hour", "session", "seat", "unit", "attempt", "person", "year", "month", "quarter",
  ]

  /// "$200 less 50 %", "$200 less a discount of 50 %": what is left to pay.
  func reduced(_ amount: Decimal, behind value: ValueMention) -> Decimal {
    guard passage.isOne(value.tokens.upperBound, of: "less|minus") else { return amount }
    for step in 1...4 {
      if case .percent(let percent)? = passage.value(at: value.tokens.upperBound + step)?.value, percent <= 100 {
        return amount * (100 - percent) / 100
      }
    }
    return amount
  }

  /// "at $90 per day, half of which is borne by Supplier": the customer pays the other half.
  func isHalved(_ rate: ValueMention, _ sentence: Range<Int>) -> Bool {
    let end = min(rate.tokens.upperBound + 10, sentence.upperBound)
    let behind = rate.tokens.upperBound..<max(rate.tokens.upperBound, end)
    return behind.contains { token in
      passage.has(["half", "of", "which|it|that|this"], at: token)
        && passage.has(["borne|carried|met|paid|absorbed|covered", "by"], at: token + 4)
        && !passage.isOne(token + 6, of: "customer|client|you")
    }
  }

  /// "the first twenty free of charge, the remainder at $90 an hour", "$90 thereafter": the price of a part.
  func isOfRest(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    if passage.isOne(value.tokens.upperBound, of: "thereafter|afterwards")
      || passage.has(
        ["a|an|per", "hour|day|session|seat|credit", "thereafter|afterwards"], at: value.tokens.upperBound)
    {
      return true
    }
    guard passage.isOne(value.tokens.lowerBound - 1, of: "at|for") else { return false }
    return passage.isOne(value.tokens.lowerBound - 2, of: "remainder|rest|others|remaining")
      && sentence.contains { passage.word($0) == "first" }
  }

  /// "20 % of Atlas Core." as a note to a row: its share of a line that goes by its name.
  func opens(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let before = sentence.lowerBound..<value.tokens.lowerBound
    guard passage.word(value.tokens.upperBound) == "of", sentence.count <= 18 else { return false }
    let of = value.tokens.upperBound + 1
    // "* 18 % of the fees for Desk", "e Calculated as 16 % of the total of Schedule A"
    let isOfFees = (of..<min(of + 8, sentence.upperBound)).contains {
      passage.isOne($0, of: "fee|fees|price|prices|total|charges|sum|line|lines|product|products|schedule|table")
    }
    return before.count <= 5
      && before.allSatisfy {
        !context.isWord($0) || passage.word($0).utf8.count <= 2 || Self.reckoning.contains(passage.word($0))
      }
      && (context.isCapitalised(of) || isOfFees)
  }

  private static let reckoning: WordSet = [
    "calculated", "computed", "charged", "priced", "equal", "equals", "being", "fee", "price", "charge", "reckoned",
    "note",
  ]
}
