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

  /// "They lapse as soon as Customer hires a second administrator", "The fund closes the moment a partner leaves".
  func lapseByEvent(in sentence: Range<Int>, _ isRead: (Range<Int>) -> Bool) -> Range<Int>? {
    for token in sentence {
      let width =
        passage.has(["as", "soon", "as"], at: token)
        ? 3
        : passage.has(["the", "moment|minute|instant"], at: token) ? 2 : passage.isOne(token, of: "when|once") ? 1 : 0
      guard width > 0, Self.lapsing.contains(passage.word(token - 1)), !isRead(token..<(token + width)),
        !Self.ownEnds.contains(passage.word(token + width)), !isOfTerm(token + width - 1),
        !(token..<min(sentence.upperBound, token + 14)).contains(where: { Self.spent.contains(passage.word($0)) })
      else { continue }
      return (token - 1)..<min(sentence.upperBound, token + width + 5)
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
