// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// What words of lapse, roll-over and refund are said of, where that is not what was granted.
extension UnusedClauses {
  private static let contracts: WordSet = [
    "subscription", "subscriptions", "agreement", "contract", "order", "renewal", "quote", "quotation", "proposal",
    "licence", "licences", "license", "licenses", "invoice", "invoices", "discount", "discounts", "price", "prices",
    "rate", "rates", "pricing", "obligation", "obligations", "confidentiality", "penalty", "interest", "warranty",
    "warranties", "liability", "deposit", "objection", "objections",
    "commitment", "commitments", "minimum", "minimums", "target", "targets", "shortfall", "right", "rights", "remedies",
    "claims", "licensing", "overpayment", "overpayments",
  ]
  private static let counted: WordSet = [
    "hour", "hours", "credit", "credits", "voucher", "vouchers", "seat", "seats", "session", "sessions", "days",
    "exam", "exams", "fund", "budget", "allowance", "allowances", "pass", "passes", "attempts", "classes", "calls",
    "units", "points", "allotment", "entitlement", "entitlements", "benefits", "unused", "undrawn", "unspent",
  ]

  /// "Customer's subscription rolls over into terms of 12 months": the sentence's own subject is the contract, a price or
  /// a duty, and its verb is what was found.
  func isOfAnotherSubject(_ tokens: Range<Int>) -> Bool {
    let sentence = passage.context.sentence(of: tokens.lowerBound)
    guard sentence.count < 80, let subject = SentenceSubject(sentence, in: passage.context),
      Self.contracts.contains(passage.word(subject.head)), tokens.upperBound > subject.verb,
      tokens.lowerBound - subject.verb <= (passage.isOne(subject.head + 1, of: "that|which") ? 12 : 4)
    else { return false }
    return !(sentence.lowerBound..<tokens.upperBound).contains { Self.counted.contains(passage.word($0)) }
  }

  private static let paying: WordSet = [
    "subscription", "prepaid", "licence", "license", "software", "unearned", "recurring", "annual", "platform",
    "maintenance", "hosting",
  ]

  /// "The unused portion of prepaid subscription fees is refunded": of what the order costs.
  func isOfOrderFees(_ tokens: Range<Int>) -> Bool {
    let sentence = passage.context.sentence(of: tokens.lowerBound)
    let near = max(sentence.lowerBound, tokens.lowerBound - 8)..<min(sentence.upperBound, tokens.upperBound + 8)
    let isOfFees = near.dropFirst().contains { token in
      passage.isOne(token, of: "fee|fees|charges") && Self.paying.contains(passage.word(token - 1))
    }
    // "the unused portion" of them counts nothing.
    return isOfFees
      && !near.contains { Self.counted.contains(passage.word($0)) && !passage.isOne($0, of: "unused|unspent") }
  }

  private static let otherLosses: WordSet = [
    "discount", "discounts", "deposit", "right", "rights", "guarantee", "claim", "claims", "access", "warranty", "seat",
    "bonus", "rebate", "exclusivity", "benefit", "licence", "license", "data", "interest", "remedy", "position",
  ]
  private static let losing: WordSet = ["forfeit", "forfeits", "forfeited", "lose", "loses", "waives", "waive"]

  /// "If Client pays late, it forfeits the discount": what is lost stands behind.
  func losesSomethingElse(_ tokens: Range<Int>) -> Bool {
    guard let verb = tokens.last(where: { Self.losing.contains(passage.word($0)) }),
      passage.isOne(verb + 1, of: "the|its|any|all|this|that|every|their|your")
    else { return false }
    return (verb + 2...verb + 3).contains { at in
      Self.otherLosses.contains(passage.word(at))
        // "forfeits any right to the unused hours"
        && !(at + 1...at + 6).contains { Self.counted.contains(passage.word($0)) }
    }
  }

  private static let nones: WordSet = ["none", "neither", "no", "nothing"]
  private static let exceptions: WordSet = ["other", "except", "excepting", "excluding", "save", "apart", "not", "but"]
  private static let reach = 32

  /// "None of the foregoing, other than the hours, rolls over": the sentence's first word denies what it finds.
  func isOfNone(_ tokens: Range<Int>) -> Bool {
    let sentence = passage.context.sentence(of: tokens.lowerBound)
    guard let first = sentence.first(where: { passage.context.isWord($0) }), Self.nones.contains(passage.word(first)),
      tokens.lowerBound > first, tokens.lowerBound - first <= Self.reach,
      !passage.isOne(first + 1, of: "later|more|less|fewer|sooner|earlier|longer|doubt|matter|need")
    else { return false }
    var isInside = false
    for token in first..<tokens.lowerBound {
      let word = passage.word(token)
      if [";", ":", "."].contains(word) { return false }
      guard word == "," else { continue }
      if isInside {
        isInside = false
      } else if Self.exceptions.contains(passage.word(token + 1)) {
        isInside = true
      } else {
        return false
      }
    }
    return true
  }
}
