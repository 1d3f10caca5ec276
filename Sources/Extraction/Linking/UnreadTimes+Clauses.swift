// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Words that bound a time by what nothing here dates: `to the end of Season One`, `while the team is on site`, `on a date
/// to be agreed`.
extension UnreadTimes {
  private static let limits: WordSet = ["to", "until", "till", "by", "before", "through", "and", "upto", "for", "at"]
  private static let edges: WordSet = ["end", "close", "expiry", "conclusion", "lapse"]
  private static let remainders: WordSet = ["balance", "rest", "remainder"]
  private static let during: WordSet = ["for", "during", "over", "in", "throughout", "within"]

  /// "to the end of Season One", "between the Opening Day and the end of three months from …", "for the balance of the
  /// school year", "to the last day of their second season".
  func openEdge(in sentence: Range<Int>, _ isRead: (Range<Int>) -> Bool) -> Range<Int>? {
    for token in sentence {
      let word = passage.word(token)
      // "in the dates of the line"
      if word == "dates", passage.has(["in|within|between|during", "the|its|those|these"], at: token - 2),
        !isRead(token..<(token + 1))
      {
        return (token - 2)..<(token + 1)
      }
      guard Self.edges.contains(word) || Self.remainders.contains(word) || word == "last" || word == "final" else {
        continue
      }
      let isDay = passage.has(["last|final", "day|date", "of"], at: token)
      guard isDay || passage.word(token + 1) == "of", !isRead(token..<(token + 2)) else { continue }
      let article = passage.isOne(token - 1, of: "the|its") ? 1 : 0
      let opener = passage.word(token - 1 - article)
      let opens = Self.remainders.contains(word) ? Self.during.contains(opener) : Self.limits.contains(opener)
      // "at the end of each month": again and again.
      let behind = token + (isDay ? 3 : 2)
      guard opens, opener != "for" || Self.remainders.contains(word), opener != "at",
        !passage.isOne(behind, of: "each|every|any|a|month"),
        !passage.isOne(behind + 1, of: "month|quarter|day|week"), !isOfTerm(token + 1),
        !isLastYear(behind)
      else { continue }
      return (token - 1 - article)..<min(sentence.upperBound, behind + 4)
    }
    return nil
  }

  /// "to the end of Commit Year 3" of three years says no less than the term.
  private func isLastYear(_ token: Int) -> Bool {
    guard let start = knowledge.anchors["term_start"], let end = knowledge.anchors["term_end"],
      let year = (token..<(token + 4)).first(where: { passage.word($0) == "year" }),
      let number = Int(passage.word(year + 1)) ?? Ordinals.cardinal(passage.word(year + 1))
    else { return false }
    return start.months(through: end) == number * 12
  }

  private static let happening: WordSet = [
    "is", "are", "has", "have", "opens", "open", "goes", "go", "starts", "begins", "closes", "moves", "takes", "comes",
    "stays", "remains", "works", "lasts", "runs", "exists", "operates", "stand", "stands", "continues", "changes",
    "connects", "leaves", "stops", "finishes", "completes", "was", "were",
  ]
  private static let usedUp: WordSet = [
    "used", "consumed", "taken", "spent", "redeemed", "drawn", "booked", "called", "claimed", "available", "usable",
    "valid", "open", "held", "lapse", "lapses", "expire", "expires", "applied",
  ]

  /// "to be used before the new plant opens its gates", "consumed while the team is on site", "available for as long as
  /// the office exists".
  func openEvent(in sentence: Range<Int>, _ isRead: (Range<Int>) -> Bool) -> Range<Int>? {
    for token in sentence {
      let width: Int
      switch passage.word(token) {
      case "while", "whilst", "before": width = 1
      case "long": width = passage.has(["as|so", "long", "as"], at: token - 1) ? 2 : 0
      default: width = 0
      }
      guard width > 0, !isRead(token..<(token + 1)),
        (1...4).contains(where: { Self.usedUp.contains(passage.word(token - $0)) }),
        passage.isOne(token + width, of: "the|our|its|your|their|this|a"),
        !passage.isOne(token + width + 1, of: "balance|credit|fee|price|customer|client|supplier|vendor"),
        !isOfTerm(token + width - 1),
        (2...6).contains(where: { Self.happening.contains(passage.word(token + width + $0)) })
      else { continue }
      return token..<min(sentence.upperBound, token + width + 6)
    }
    return nil
  }

  private static let setting: WordSet = [
    "agreed", "determined", "set", "fixed", "notified", "announced", "communicated", "named", "chosen", "decided",
  ]
  private static let ends: WordSet = [
    "expire", "expires", "lapse", "lapses", "close", "closes", "end", "ends", "last", "final", "expiry", "closing",
    "use", "used", "redeemed", "until",
  ]

  /// "They expire on a date to be agreed", "their last day is agreed upon later", "the day on which it closes will be set by
  /// the committee".
  func unsetDay(in sentence: Range<Int>) -> Range<Int>? {
    for token in sentence where passage.isOne(token, of: "day|date") {
      let behind = (token + 1)..<(token + 10)
      guard let verb = behind.first(where: { Self.setting.contains(passage.word($0)) }),
        (token + 1..<verb).contains(where: { passage.isOne($0, of: "be|is|been") }),
        (token + 1..<verb).contains(where: { passage.isOne($0, of: "to|will|shall|yet") })
          || passage.isOne(verb + 1, of: "later|then|separately")
          || passage.isOne(verb + 2, of: "later|then|separately"),
        ((token - 6)..<(token + 7)).contains(where: { Self.ends.contains(passage.word($0)) })
      else { continue }
      return token..<min(sentence.upperBound, verb + 1)
    }
    return nil
  }

  private static let others: WordSet = ["rest", "remainder", "other", "balance", "remaining", "half", "residue"]
  private static let shares: WordSet = ["third", "thirds", "quarters", "fifth", "fifths"]

  /// "Half of it may be claimed by D1, the rest by D2", "one third lapses on D1, one third on D2": no day ends all of it.
  func isInParts(_ sentence: Range<Int>) -> Bool {
    guard passage.context.dates(in: sentence).count > 1 else { return false }
    return sentence.contains { token in
      let word = passage.word(token)
      if Self.shares.contains(word) { return passage.isOne(token - 1, of: "one|two|a|three") }
      // "half of which is meant for the regional offices" parts no time.
      guard word == "half", sentence.contains(where: { Self.others.contains(passage.word($0)) && $0 != token }) else {
        return false
      }
      return passage.isOne(token + 1, of: "of|to|by|may|must|is|lapses|expires|can|until|from|before")
        && !passage.isOne(token - 1, of: "first|second|calendar|each|every|year|last|and")
        && passage.value(at: token + 2) == nil
    }
  }
}
