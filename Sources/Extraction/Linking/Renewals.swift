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
    return isRhythm(in: sentence) || isRepeated(in: sentence) || isOfPeriod(sentence)
  }

  private static let again: WordSet = ["same", "anew", "afresh", "again", "new", "repeats", "repeat", "full", "once"]

  /// "Customer receives the same number in every further Contract Year", "A new set is credited on every anniversary".
  private func isRepeated(in sentence: Range<Int>) -> Bool {
    guard sentence.count <= 40, let rhythm = rhythm(in: sentence),
      let mark = sentence.first(where: { Self.again.contains(passage.word($0)) }),
      !sentence.contains(where: { Self.prices.contains(passage.word($0)) || passage.isOne($0, of: "not|no|never|most") }
      ),
      // "once in every Contract Year", not "once it has been reviewed each quarter"
      passage.word(mark) != "once" || (1...2).contains(rhythm.lowerBound - mark)
    else { return false }
    return sentence.contains {
      Self.givingVerbs.contains(passage.word($0)) || Self.verbs.contains(passage.word($0))
        || passage.isOne($0, of: "receives|receive|gets|grants|provides|credits|supplies|issues|gives|repeats")
    }
  }

  /// "The quantity is annual", "The credits are an annual allowance", "This is a monthly quantity": of what was granted.
  private func isOfPeriod(_ sentence: Range<Int>) -> Bool {
    guard sentence.count <= 16, let subject = sentence.prefix(3).first(where: { isSubject($0) }),
      let verb = ((subject + 1)..<(subject + 6)).first(where: { passage.isOne($0, of: "is|are|refers|refer|relates") }),
      !sentence.contains(where: { Self.prices.contains(passage.word($0)) || passage.isOne($0, of: "not|no|invoiced") })
    else { return false }
    let behind = (verb + 1)..<(verb + 6)
    return behind.contains {
      passage.isOne($0, of: "annual|yearly|quarterly|monthly")
        && (passage.isOne(
          $0 + 1,
          of:
            ".|,|;|one|ones|allowance|quantity|figure|figures|quantities|entitlement|allotment|number|grant|amount|quota"
        )
          || passage.word($0 + 1).isEmpty)
    } || passage.has(["to", "one|a|each|every|any", "contract|subscription|service|order", "year"], at: verb + 1)
  }

  private func isSubject(_ token: Int) -> Bool {
    Self.figures.contains(passage.word(token)) || Self.subjects.contains(passage.word(token))
  }

  /// Where the first value that recurs stands; "every anniversary" recurs as well.
  private func rhythm(in sentence: Range<Int>) -> Range<Int>? {
    let value = passage.context.values(in: sentence).first { if case .recurrence = $0.value { true } else { false } }
    if let value { return value.tokens }
    return sentence.first {
      passage.has(["each|every", "anniversary"], at: $0)
        || passage.has(["each|every", "further|following|subsequent|later", "contract"], at: $0)
    }.map { $0..<($0 + 2) }
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
