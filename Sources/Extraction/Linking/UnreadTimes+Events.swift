// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Ends that an event brings about, and lengths whose number nothing reads.
extension UnreadTimes {
  private static let lapsing: WordSet = [
    "lapse", "lapses", "expire", "expires", "end", "ends", "cease", "ceases", "close", "closes", "stop", "stops",
    "over",
    "void", "forfeited", "lost", "gone", "disappear", "disappears", "vanish", "vanishes", "die", "dies", "cancelled",
    "withdrawn", "perish", "run", "out",
  ]
  private static let ownEnds: WordSet = [
    "they", "it", "used", "unused", "not", "all", "consumed", "redeemed", "exhausted", "spent", "none", "that", "those",
    "these", "either", "both", "any",
  ]

  /// "They lapse as soon as Customer hires a second administrator", "The fund closes the moment a partner leaves", "They end
  /// with the trial".
  func lapseByEvent(in sentence: Range<Int>, _ isRead: (Range<Int>) -> Bool) -> Range<Int>? {
    for token in sentence {
      let before = passage.word(token - 1)
      guard Self.lapsing.contains(before) || before == "go" || before == "goes" else { continue }
      var width = 0
      if passage.has(["as", "soon", "as"], at: token) {
        width = 3
      } else if passage.has(["the", "moment|minute|instant"], at: token)
        || passage.has(["together|along", "with"], at: token)
      {
        width = 2
      } else if passage.isOne(token, of: "when|once")
        || passage.isOne(token, of: "with|at|upon") && Self.ending.contains(before) && isEvent(token + 1)
      {
        width = 1
      }
      guard width > 0, !isRead(token..<(token + width)),
        !Self.ownEnds.contains(passage.word(token + width)), !isOfTerm(token + width - 1),
        !(token..<min(sentence.upperBound, token + 14)).contains(where: { Self.spent.contains(passage.word($0)) })
      else { continue }
      return (token - 1)..<min(sentence.upperBound, token + width + 5)
    }
    return nil
  }

  private static let ending: WordSet = [
    "lapse", "lapses", "expire", "expires", "end", "ends", "cease", "ceases", "close", "closes", "die", "dies",
    "perish", "perishes", "disappear", "disappears", "vanish", "vanishes",
  ]

  /// What an end may come with: `the trial`, `its pilot`, and no amount or manner.
  private func isEvent(_ token: Int) -> Bool {
    passage.isOne(token, of: "the|its|their|his|her|this|that|our|your")
      && !passage.isOne(
        token + 1, of: "same|latest|rate|price|discretion|request|cost|expense|vendor|supplier|customer")
  }

  /// "within a reasonable time", "in due time": no time that anybody can tell.
  func vague(in sentence: Range<Int>) -> Range<Int>? {
    if let part = partOfYear(in: sentence) { return part }
    for token in sentence where passage.isOne(token, of: "within|in") {
      let at = passage.isOne(token + 1, of: "a|an") ? token + 2 : token + 1
      guard passage.has(["reasonable|appropriate|due|fair|suitable", "time|period|term"], at: at),
        (1...8).contains(where: { TimeFinder.using.contains(passage.word(token - $0)) })
      else { continue }
      return token..<(at + 2)
    }
    return nil
  }

  /// "to be used by early 2031", "usable until late summer 2031": a part of a year that no day closes.
  private func partOfYear(in sentence: Range<Int>) -> Range<Int>? {
    for token in sentence where passage.isOne(token, of: "early|late|mid") {
      guard passage.isOne(token - 1, of: "by|until|till|through|before|to|in|during|from"),
        (1...3).contains(where: { (Int(passage.word(token + $0)) ?? 0) > 1990 }),
        (1...8).contains(where: { TimeFinder.using.contains(passage.word(token - $0)) })
          || passage.isOne(token - 2, of: "usable|available|valid|redeemable|open|good")
      else { continue }
      return (token - 1)..<min(sentence.upperBound, token + 3)
    }
    return nil
  }

  /// "They are used in Phase 2": a stretch by a name and a number that nothing dates.
  func numberedStretch(in sentence: Range<Int>, _ isRead: (Range<Int>) -> Bool) -> Range<Int>? {
    for token in sentence where passage.isOne(token, of: "phase|stage|season|window|wave|leg|segment|sprint") {
      guard passage.context.isCapitalised(token), !isRead(token..<(token + 1)),
        passage.isOne(token - 1, of: "in|during|for|within|throughout|until|through|from"),
        Int(passage.word(token + 1)) != nil || Ordinals.cardinal(passage.word(token + 1)) != nil
          || passage.isOne(token + 1, of: "i|ii|iii|iv|a|b|c"),
        (1...8).contains(where: { TimeFinder.using.contains(passage.word(token - $0)) })
          || passage.isOne(token - 2, of: "are|is|valid|usable|available|open")
      else { continue }
      return (token - 1)..<(token + 2)
    }
    return nil
  }

  /// "in the year in which the first site goes live": a stretch that an event gives.
  func eventUnit(in sentence: Range<Int>, _ isRead: (Range<Int>) -> Bool) -> Range<Int>? {
    for token in sentence
    where passage.has(
      ["in|during|within", "the", "year|quarter|month|week|half|season|period", "in|when|that"], at: token)
    {
      guard passage.word(token + 3) != "in" || passage.word(token + 4) == "which", !isRead(token..<(token + 4)) else {
        continue
      }
      return token..<min(sentence.upperBound, token + 8)
    }
    return nil
  }

  private static let spent: WordSet = [
    "used", "consumed", "redeemed", "exhausted", "spent", "breach", "breaches", "pay", "pays", "leaves", "terminates",
    "terminated", "terminate", "notice",
  ]

  private static let units: WordSet = ["days", "weeks", "months", "years"]

  /// "within the first hundred days from the Start Date", "for a good dozen months after it": a length by a number that is
  /// not read.
  func openLength(in sentence: Range<Int>, _ isRead: (Range<Int>) -> Bool) -> Range<Int>? {
    for token in sentence where Self.units.contains(passage.word(token)) {
      guard passage.isOne(token + 1, of: "from|after|following"), !isRead((token - 1)..<(token + 1)),
        (1...5).contains(where: { passage.isOne(token - $0, of: "within|for|during|in|over") }),
        !(1...4).contains(where: { passage.value(at: token - $0) != nil }),
        passage.word(token - 1) != "working", passage.word(token - 1) != "business"
      else { continue }
      return (token - 1)..<min(sentence.upperBound, token + 4)
    }
    return nil
  }
}
