// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Lines that look like a title and are none.
extension AgreementDateReader {
  /// "Order K-118 was signed on 3 June 2030": in an amendment what was done then was done with the other paper.
  func wasMade(_ before: [String]) -> Bool {
    guard isAmendment, !before.contains("this"), let verb = before.lastIndex(where: Self.made.contains), verb > 0 else {
      return false
    }
    return ["was", "were", "been"].contains(before[verb - 1])
  }

  /// `Customer since`, `Quote valid until` over a day: whose day it is.
  func isLabel(_ range: Range<Int>) -> Bool {
    guard let last = range.last, range.count <= 6, context.isCapitalised(range.lowerBound) else { return false }
    let word = context.folded(last) == ":" ? last - 1 : last
    return context.folded(last) == ":" || context.isOne(word, of: Self.labelEnds)
  }

  private static let labelEnds: WordSet = [
    "since", "until", "by", "from", "to", "start", "end", "starts", "ends", "begins", "expires", "expiry", "through",
    "renewal", "delivery", "due", "created", "printed", "valid",
  ]

  /// "electronically signed by Ada Quill on 3 May 2031": one party's day.
  func isSigner(_ words: Range<Int>) -> Bool {
    words.lowerBound > 0 && context.isOne(words.lowerBound - 1, of: "electronically|digitally")
      || words.contains { context.isOne($0, of: "electronically|digitally") }
      || context.isOne(words.lowerBound, of: "signed") && words.count > 1
        && context.isOne(words.lowerBound + 1, of: "by")
        && words.contains { context.isOne($0, of: "on") }
        && !words.contains { context.isOne($0, of: "both|parties|all|authorized|authorised|duly|their") }
  }

  /// "On 3 May 2031, Quill Works Ltd and Harbour Trust entered into this Order Form."
  func onDay(_ verb: Range<Int>, _ sentence: Range<Int>) -> Stated? {
    guard context.isOne(sentence.lowerBound, of: "on"), verb.upperBound < sentence.upperBound,
      context.isOne(verb.upperBound, of: "this|the"),
      let date = context.dates(in: sentence.prefixRange(12)).first,
      date.tokens.lowerBound <= sentence.lowerBound + 2
    else { return nil }
    return Stated(date: date.date, tokens: date.tokens)
  }

  private static let made: WordSet = [
    "signed", "made", "executed", "concluded", "entered", "dated", "agreed", "placed",
  ]

  /// Where a letter begins to speak: `Dear Ms Quill`, `Ladies and Gentlemen:`, else its subject.
  func salutation(_ limit: Int) -> Int? {
    if let dear = context.firstIndex(of: "dear", in: 0..<limit) { return dear }
    if let ladies = context.firstIndex(of: "ladies", in: 0..<limit), context.folded(ladies + 1) == "and" {
      return ladies
    }
    return (0..<limit).first {
      context.isOne($0, of: "re|sirs|gentlemen|madam") && $0 + 1 < limit && context.isOne($0 + 1, of: ":|,")
    }
  }

  /// "… amend the Master | Agreement of 3 May 2030": running text that a line broke.
  func goesOn(_ token: Int) -> Bool {
    let before = context.sentence(of: token).lowerBound..<token
    return before.count > 6 && before.suffix(8).contains { context.isOne($0, of: "the|of|and|amend|to|under|as") }
  }
}
