// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Words that call the day on which the last party signed: `the date of the last signature below`, `signature by both
/// parties`, "when both parties have signed". Terms start on it like on a day that is given.
struct SigningDay {
  let context: DocumentContext

  private static let before: WordSet = [
    "the", "a", "date", "day", "dates", "of", "on", "which", "when", "once", "last", "later", "latest", "final",
    "second", "two", "both", "parties", "party", "all", "by", "have", "has", "it", "upon", "is", "are", "been",
    "mutual",
    "to", "full", "its", "them", "each", "that", "these", "sign", "sides", "their",
  ]
  private static let behind: WordSet = [
    "by", "both", "parties", "party", "the", "of", "this", "order", "form", "last", "latest", "later", "signature",
    "signatures", "signed", "date", "dates", "below", "hereof", "hereto", "hereunder", "above", "it", "all", "two",
    "day", "to", "agreement", "document", "sides", "final",
  ]
  /// What says that it is the last signature which counts, or none but the whole paper's.
  private static let whole: WordSet = [
    "last", "later", "latest", "both", "all", "final", "second", "two", "parties", "mutual", "full",
  ]
  private static let days: WordSet = ["date", "day", "dates", "upon", "on", "when", "once"]

  /// Where such words stand in a range.
  func mentions(in range: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for token in range where token >= found.last?.upperBound ?? 0 && context.isSigning(token) {
      if context.folded(token).hasPrefix("signif") { continue }
      if let phrase = phrase(around: token, in: range) { found.append(phrase) }
    }
    return found
  }

  private func phrase(around token: Int, in range: Range<Int>) -> Range<Int>? {
    var low = token
    while low > range.lowerBound, context.isOne(low - 1, of: Self.before) { low -= 1 }
    var high = token + 1
    while high < range.upperBound, context.isOne(high, of: Self.behind) { high += 1 }
    // "the date of signature by Customer" is one party's.
    guard !context.isOne(high - 1, of: "by") || high == range.upperBound else { return nil }
    while high - 1 > token, context.isOne(high - 1, of: "of|the|this|to") { high -= 1 }
    let words = low..<high
    guard words.contains(where: { context.isOne($0, of: Self.whole) }) || namesDay(words, at: token) else { return nil }
    return isCountedFrom(low, in: range) ? nil : words
  }

  /// `the date of signature`, `upon signature of this Order`, `the signature date`
  private func namesDay(_ words: Range<Int>, at token: Int) -> Bool {
    guard !context.isOne(token, of: "sign|signs|signed") else { return false }
    return (words.lowerBound..<token).contains { context.isOne($0, of: Self.days) }
      || token + 1 < words.upperBound && context.isOne(token + 1, of: "date|day")
  }

  /// "thirty days after the date of signature" is another day; "36 months from it" counts from this one.
  private func isCountedFrom(_ low: Int, in range: Range<Int>) -> Bool {
    guard low > range.lowerBound, context.isOne(low - 1, of: "after|following|from|of|before|to") else { return false }
    if context.isOne(low - 1, of: "before") { return true }
    // "prior to"
    if context.isOne(low - 1, of: "to") { return low - 1 > range.lowerBound && context.folded(low - 2) == "prior" }
    let near = max(range.lowerBound, low - 8)..<low
    guard let length = context.durations(in: near).last, low - length.tokens.upperBound <= 2 else { return false }
    return length.duration.months.map { $0 < 6 } ?? true
  }
}

extension DocumentContext {
  /// `signed`, `countersignature`, `executed`; asked of every word, and so by its first letters first.
  func isSigning(_ token: Int) -> Bool {
    let here = stream.tokens[token]
    if here.flags.contains(.plain) {
      let first = source.utf8[Int(here.start)] | 0x20
      guard first == 0x73 || first == 0x63 || first == 0x65 || first == 0x61 else { return false }
      if isOne(token, of: Self.acts) { return true }
      guard here.range.count >= 4, first == 0x73 || first == 0x63 else { return false }
    }
    let word = folded(token)
    return word.hasPrefix("sign") || word.hasPrefix("countersign") || Self.acts.contains(word)
  }

  private static let acts: WordSet = ["executed", "execution", "acceptance", "acceptances"]
}
