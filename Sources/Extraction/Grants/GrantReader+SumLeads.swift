// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Leads from money that is given under a name that no pack knows.
extension GrantReader {
  /// Sentences that give "credits", a "voucher" or a "fund" with a value, of whatever kind; in an order form whatever sum
  /// or share is given.
  func unnamed(_ taken: inout Set<Int>, isOrder: Bool) -> [Rest] {
    rest(.granted, &taken) { sentence in
      let isNamed = sentence.contains { context.isOne($0, of: Self.things) }
      guard isNamed ? hasAmount(sentence) : isOrder && givesSum(sentence) else { return nil }
      let reason = reason(sentence)
      return reason == .no_template || reason == .conditional ? reason : nil
    }
  }

  /// "Publisher allots two percent of the Yearly Price", "worth $48,000 at our rate card": a sum or share that is no price.
  private func givesSum(_ sentence: Range<Int>) -> Bool {
    guard !sentence.contains(where: { context.isOne($0, of: Self.otherSums) || context.isOne($0, of: Self.otherTimes) })
    else { return false }
    return context.values(in: sentence).contains { value in
      let (before, behind) = (value.tokens.lowerBound - 1, value.tokens.upperBound)
      if before >= 0, context.isOne(before, of: "at|@|than|exceed|exceeding|by|plus|less|is") { return false }
      switch value.value {
      case .money:
        return behind >= context.stream.count
          || !context.isOne(behind, of: "per|a|each|an|every|/|for|monthly|annually")
      case .percent:
        return behind < context.stream.count && context.isOne(behind, of: "of")
          && sentence.contains { context.isOne($0, of: "up|amount|amounting|equal|equals|sum|give|gives|allots|pays") }
      default: return false
      }
    }
  }

  /// "Go-live kitty: $7.5K", "Language fund of $12,000 a year": money that has a purse of its own, in a line or a clause.
  func funds(_ taken: inout Set<Int>, _ granted: [Candidate]) -> [Rest] {
    var found: [Rest] = []
    for value in context.values {
      guard case .money = value.value else { continue }
      let sentence = context.sentence(of: value.tokens.lowerBound)
      let near = sentence.clamped(to: max(0, value.tokens.lowerBound - 8)..<(value.tokens.upperBound + 6))
      guard sentence.count < 60, !taken.contains(sentence.lowerBound),
        near.contains(where: { context.isOne($0, of: Self.purses) }),
        !sentence.contains(where: { context.isOne($0, of: Self.otherSums) }),
        !granted.contains(where: { sentence.contains($0.tokens.lowerBound) }), reason(sentence) == .no_template
      else { continue }
      taken.insert(sentence.lowerBound)
      found.append(Rest(tokens: sentence, reason: .no_template, kind: nil, refusal: nil))
    }
    return found
  }

  private static let purses: WordSet = [
    "fund", "kitty", "pot", "pool", "purse", "allowance", "bursary", "subsidy", "reserve", "wallet", "bucket",
    "envelope", "stipend", "sponsorship", "contribution", "bonus", "grant", "incentive", "budget", "voucher", "coupon",
  ]
  /// Words of renewals and of notices.
  private static let otherTimes: WordSet = [
    "renew", "renews", "renewal", "renewed", "increase", "unless", "terminate", "terminated", "expiry", "paid",
    "payable",
    "notice",
  ]
  /// What a sum may be given for that is no benefit of the order.
  private static let otherSums: WordSet = [
    "liability", "liable", "damages", "indemnify", "indemnifies", "insurance", "insured", "tax", "taxes", "vat", "gst",
    "interest", "late", "overdue", "uptime", "availability", "downtime", "outage", "breach", "penalty", "penalties",
    "invoice", "invoices", "invoiced", "refund", "refunds", "deposit", "travel",
  ]

  private static let things: WordSet = [
    "credit", "credits", "voucher", "vouchers", "coupon", "coupons", "fund", "funds",
  ]

  func hasAmount(_ tokens: Range<Int>) -> Bool {
    context.values(in: tokens).contains { value in
      switch value.value {
      case .money, .quantity: true
      default: false
      }
    }
  }
}
