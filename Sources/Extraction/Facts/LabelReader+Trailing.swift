// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Labels that stand on the line of another, or at the end of what belongs to it.
extension LabelReader {
  /// `6 Wharf Road, Start: | 1 May 2031`: a label that ends the cell of another's value, with a colon behind it.
  func trailing(_ segments: [TextSegment]) -> [Label] {
    var found: [Label] = []
    for (segment, next) in zip(segments, segments.dropFirst()) where segment.line == next.line {
      let colon = segment.tokens.upperBound - 1
      guard segment.tokens.count > 2, context.stream.tokens[colon].tokenClass == .sign, context.folded(colon) == ":",
        let date = context.dates(in: next.tokens.prefixRange(6)).first, date.tokens.lowerBound == next.tokens.lowerBound
      else { continue }
      for length in stride(from: min(4, segment.tokens.count - 1), through: 1, by: -1) {
        let start = colon - length
        guard context.isCapitalised(start), start > segment.tokens.lowerBound,
          let kind = LabelNames.kind(context.words(start..<colon).joined(separator: " ")),
          [.termStart, .termEnd].contains(kind)
        else { continue }
        found.append(Label(kind: kind, name: start..<(colon + 1), value: next.tokens))
        break
      }
    }
    return found
  }

  /// Labels of the term that stand behind another on the same line, right before a day: `Order K-7 Service Start 1 May
  /// 2031 Service End 30 April 2032`.
  func inner(_ segments: [TextSegment], _ known: [Label]) -> [Label] {
    var found: [Label] = []
    for segment in segments where segment.tokens.count <= 60 {
      for date in context.dates(in: segment.tokens) {
        let low = max(segment.tokens.lowerBound + 1, date.tokens.lowerBound - LabelNames.longest - 1)
        guard low < date.tokens.lowerBound else { continue }
        for start in low..<date.tokens.lowerBound where context.isCapitalised(start) || opensPart(start) {
          let words = context.words(start..<date.tokens.lowerBound).filter { ![":", "."].contains($0) }
          guard words.count >= 2 || partsLine(start - 1),
            let kind = LabelNames.kind(words.joined(separator: " ")), [.termStart, .termEnd].contains(kind)
          else { continue }
          // "from the beginning of the Order Term until …": what a shorter piece of it would say is no label either.
          if context.isOne(start - 1, of: Self.joints) { break }
          found.append(Label(kind: kind, name: start..<date.tokens.lowerBound, value: date.tokens))
          break
        }
      }
    }
    found += segments.compactMap(around) + trailing(segments) + segments.flatMap(parties)
    return found.filter { label in !known.contains { $0.value.overlaps(label.value) && $0.kind == label.kind } }
  }

  /// "at the prices of Schedule A until 30 June 2031" goes on a sentence.
  private static let joints: WordSet = ["of", "under", "in", "with", "to", "by", "the", "this", "from", "for", "at"]

  /// `Order K-7 · Start 1 May 2031 · End 30 April 2033`: a sign that parts what stands on a line.
  private func partsLine(_ token: Int) -> Bool { context.isOne(token, of: "·|•|;|,|–|—|/") }

  /// `Go-ahead: 1 May 2031; final day: 30 April 2033`
  private func opensPart(_ token: Int) -> Bool { token > 0 && context.folded(token - 1) == ";" }

  private static let parties: [String: LabelKind] = [
    "customer": .customer, "client": .customer, "buyer": .customer, "purchaser": .customer, "subscriber": .customer,
    "licensee": .customer, "vendor": .vendor, "supplier": .vendor, "seller": .vendor, "provider": .vendor,
    "licensor": .vendor, "reseller": .vendor,
  ]

  /// `Supplier: Quill Works plc. Customer: Harbour Trust.`: a second party's label on the line of the first.
  private func parties(_ segment: TextSegment) -> [Label] {
    guard segment.tokens.count <= 90 else { return [] }
    var found: [Label] = []
    for token in segment.tokens.dropFirst(3).dropLast(2) where context.isCapitalised(token) {
      guard context.isSign(token + 1, 0x3A), let kind = Self.parties[context.folded(token)],
        !context.isWord(token - 1) || context.isOne(token - 1, of: "ltd|inc|plc|llc|gmbh|corp")
      else { continue }
      var end = token + 2
      while end < segment.tokens.upperBound, end < token + 16,
        !(context.folded(end) == ":" && Self.parties[context.folded(end - 1)] != nil)
      {
        end += 1
      }
      found.append(Label(kind: kind, name: token..<(token + 2), value: (token + 2)..<end))
    }
    return found
  }

  /// `Commencement 1 May 2031 Date`: a label of two lines beside a value that stands between them.
  private func around(_ segment: TextSegment) -> Label? {
    guard segment.tokens.count <= 9, let date = context.dates(in: segment.tokens).first,
      date.tokens.lowerBound > segment.tokens.lowerBound, date.tokens.upperBound < segment.tokens.upperBound
    else { return nil }
    let name = segment.tokens.lowerBound..<date.tokens.lowerBound
    let words = context.words(name) + context.words(date.tokens.upperBound..<segment.tokens.upperBound)
    guard words.last == "date" || words.last == "day", let kind = LabelNames.kind(words.joined(separator: " ")) else {
      return nil
    }
    return Label(kind: kind, name: name, value: date.tokens)
  }
}
