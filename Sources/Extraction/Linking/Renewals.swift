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
    return false
  }

  private func isAgain(_ token: Int) -> Bool {
    (token..<(token + 3)).contains { passage.isOne($0, of: "again|anew|afresh") }
  }
}
