// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Sentences that say that what was granted comes again: "The allowance refreshes every quarter", "The hours are granted
/// anew at the start of each Contract Year", "The balance resets on each anniversary".
struct Renewals {
  let passage: PassageText

  private static let verbs: WordSet = [
    "renewed", "renews", "renew", "reset", "resets", "refreshed", "refreshes", "refresh", "replenished",
    "replenishes", "replenish", "reissued", "regranted", "repeated", "repeats", "recurs", "recur", "reloaded",
    "restored", "reinstated", "topped",
  ]
  private static let givingVerbs: WordSet = [
    "granted", "given", "provided", "available", "credited", "allotted", "allocated", "issued", "made", "loaded",
    "supplied", "furnished", "delivered", "released", "offered",
  ]
  private static let subjects: WordSet = [
    "allotment", "allowance", "hours", "credits", "balance", "pool", "number", "they", "it", "these", "those",
    "amount", "entitlement", "quantity", "budget", "fund", "same", "vouchers", "days", "sessions", "seats", "quota",
    "grant", "following", "passes", "quantities", "allotments", "allocation", "each", "benefits",
  ]

  /// Whether a sentence says so, with one of what is granted for its subject.
  func isSaid(in sentence: Range<Int>) -> Bool {
    for token in sentence.prefix(120) {
      let word = passage.word(token)
      let isVerb = Self.verbs.contains(word)
      guard isVerb || Self.givingVerbs.contains(word) && isAgain(token + 1) else { continue }
      if (1...7).contains(where: { Self.subjects.contains(passage.word(token - $0)) }) { return true }
    }
    return isRhythm(in: sentence)
  }

  private static let figures: WordSet = [
    "number", "numbers", "quantity", "quantities", "figure", "figures", "amount", "amounts", "this", "these", "they",
    "it", "above", "foregoing", "allotment", "allowance", "entitlement", "grant", "sum",
  ]
  private static let between: WordSet = [
    "in", "for", "to", "during", "of", "at", "over", "within", "the", "start", "beginning", ",", "and", "again", "anew",
    "afresh", "separately", "on",
  ]
  private static let applying: WordSet = [
    "is", "are", "applies", "apply", "holds", "hold", "counts", "count", "granted", "given", "available", "understood",
    "meant", "stands", "refers", "relates", "stated", "provided",
  ]
  private static let prices: WordSet = [
    "price", "prices", "fee", "fees", "charge", "charges", "invoice", "invoices", "invoiced", "payable", "rate",
    "report", "reported", "reviewed", "review", "billed", "paid", "cost", "costs", "adjusted", "uplift",
  ]

  /// "The number stated is per Contract Year", "This applies afresh in each Contract Year": of a figure, how often it is
  /// given.
  private func isRhythm(in sentence: Range<Int>) -> Bool {
    guard sentence.count <= 40,
      let subject = sentence.prefix(4).first(where: { Self.figures.contains(passage.word($0)) }),
      let rhythm = passage.context.values(in: sentence).first(where: {
        if case .recurrence = $0.value { $0.tokens.lowerBound > subject } else { false }
      }), !sentence.contains(where: { Self.prices.contains(passage.word($0)) })
    else { return false }
    var at = rhythm.tokens.lowerBound - 1
    while at > subject, Self.between.contains(passage.word(at)) { at -= 1 }
    return at > subject && Self.applying.contains(passage.word(at))
  }

  private func isAgain(_ token: Int) -> Bool {
    (token..<(token + 3)).contains { passage.isOne($0, of: "again|anew|afresh") }
  }
}
