// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Times that a sentence takes over from another grant: "The same period applies to the vouchers", "to be used in the
/// same time", "within the time allowed for the credits", "The limit in section 8 applies here as well".
struct BorrowedTimes {
  let context: DocumentContext
  let candidates: [Candidate]
  let references: CandidateReferences

  private static let spans: WordSet = [
    "period", "time", "window", "deadline", "limit", "date", "expiry", "day", "term", "validity",
  ]
  /// Words of use, of which a borrowed time must be the time.
  private static let using: WordSet = [
    "use", "used", "usable", "uses", "booked", "book", "redeemed", "redeem", "redeemable", "valid", "available",
    "lapse", "lapses", "expire", "expires", "end", "ends", "apply", "applies", "consumed", "drawn", "taken", "claimed",
    "called", "holds", "hold", "good", "runs", "run", "spent", "attended", "exercised", "worked", "open", "lasts",
  ]
  private static let paying: WordSet = [
    "invoice", "invoices", "invoiced", "paid", "pay", "pays", "payment", "payments", "payable", "billed", "billing",
  ]
  private static let allowed: WordSet = [
    "allowed", "given", "set", "fixed", "allotted", "available", "agreed", "stated", "granted", "applicable",
    "prescribed", "named",
  ]

  func link(_ given: inout [[Attachment]]) {
    let whole = 0..<context.stream.count
    guard candidates.count > 1, context.isOfOrderLength,
      ["same", "allowed", "likewise", "given", "set"].contains(where: { context.firstIndex(of: $0, in: whole) != nil })
    else { return }
    for block in context.source.blocks.indices {
      for sentence in context.bodies(ofBlock: block) where sentence.count <= 60 {
        guard let (token, isSame) = phrase(in: sentence) else { continue }
        for (receiver, source) in pairs(sentence, block, token, isSame) {
          borrow(receiver, source, sentence, &given)
        }
      }
    }
  }

  /// Where the sentence points at a time that was said of another grant; whether it says "the same".
  private func phrase(in sentence: Range<Int>) -> (token: Int, isSame: Bool)? {
    for token in sentence where token + 1 < sentence.upperBound {
      let word = context.folded(token)
      if word == "same", context.isOne(token + 1, of: Self.spans) {
        // "by the same date of the next year", "the same day each month" tell days of their own.
        let next = token + 2 < sentence.upperBound ? context.folded(token + 2) : ""
        return ["of", "each", "every"].contains(next) ? nil : (token, true)
      }
      // "during the same six months"
      if word == "same", token > sentence.lowerBound + 1, context.folded(token - 1) == "the",
        context.isOne(token - 2, of: "during|in|within|over|throughout|for"),
        context.durations(in: (token + 1)..<min(sentence.upperBound, token + 6)).first?.tokens.lowerBound == token + 1
      {
        return (token, true)
      }
      if Self.spans.contains(word), context.isOne(token + 1, of: Self.allowed), token + 2 < sentence.upperBound,
        context.isOne(token + 2, of: "for|to")
      {
        return (token, false)
      }
    }
    return nil
  }

  private func pairs(
    _ sentence: Range<Int>, _ block: Int, _ token: Int, _ isSame: Bool
  ) -> [(receiver: Int, source: Int)] {
    let length = context.durations(in: sentence).filter { $0.duration.months != nil }
    let isOfLength = length.count == 1 && length[0].tokens.lowerBound == token + 1
    guard isOfLength || sentence.contains(where: { context.isOne($0, of: Self.using) }),
      !sentence.contains(where: { context.isOne($0, of: Self.paying) }), context.dates(in: sentence).isEmpty,
      isOfLength || length.isEmpty
    else { return [] }
    let here = candidates.indices.filter { sentence.contains(candidates[$0].tokens.lowerBound) }
    let behind = token..<sentence.upperBound
    let named = references.named(in: sentence, block: block) ?? []
    let before = candidates.indices.filter { candidates[$0].tokens.lowerBound < sentence.lowerBound }
    // "in the same period as the credits", "within the time allowed for the vouchers": whose time it is stands behind.
    let isOf = !isSame || behind.contains { context.folded($0) == "as" }
    if isOf {
      let sources = Set(references.named(in: behind, block: block) ?? []).subtracting(here)
      guard sources.count == 1, let source = sources.first else { return [] }
      let receivers = here.isEmpty ? before.last.map { [$0] } ?? [] : Array(here)
      return receivers.filter { $0 != source }.map { ($0, source) }
    }
    // "The same period applies to the vouchers": of the grant spoken of before.
    let receivers = !here.isEmpty ? Array(here) : !named.isEmpty ? named : before.last.map { [$0] } ?? []
    guard let first = receivers.min(), let source = before.last(where: { $0 < first && !receivers.contains($0) }) else {
      return []
    }
    return receivers.map { ($0, source) }
  }

  private func borrow(_ receiver: Int, _ source: Int, _ sentence: Range<Int>, _ given: inout [[Attachment]]) {
    given[receiver].removeAll { ($0.isTime || $0.isUnreadTime) && sentence.contains($0.tokens.lowerBound) }
    guard !given[receiver].contains(where: { $0.isTime && $0.from <= .row && $0.refused == nil }) else { return }
    given[receiver] += given[source].filter { $0.isTime && $0.refused == nil && $0.from <= .section }.map { time in
      var own = time
      own.from = .item
      return own
    }
  }
}
