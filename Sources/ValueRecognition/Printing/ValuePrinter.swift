// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis

extension ValueRecogniser {
  /// What `inwriting values` prints for a text: no bare numbers; of overlapping values the longest, then by type.
  public func printedValues(in stream: TokenStream) -> [PrintedValue] {
    let mentions = Self.resolved(mentions(in: stream))
    var printed: [PrintedValue] = []
    printed.reserveCapacity(mentions.count)
    var byte = 0
    var scalars = 0
    let bytes = stream.source.utf8
    func count(to target: Int) -> Int {
      while byte < target {
        if bytes[byte] & 0xC0 != 0x80 { scalars += 1 }
        byte += 1
      }
      return scalars
    }
    for mention in mentions {
      let start = count(to: mention.bytes.lowerBound)
      let end = count(to: mention.bytes.upperBound)
      let text = stream.source.string(mention.bytes)
      if let value = PrintedValue(mention, text: text, start: start, end: end) { printed.append(value) }
    }
    return printed
  }

  /// Values without bare numbers (but for those whose form tells what they are) and without those that overlap a longer one; in text order.
  public static func resolved(_ mentions: [ValueMention]) -> [ValueMention] {
    let candidates = mentions.filter { $0.value.rank > 0 || $0.form != .plain }
    let byLength = candidates.indices.sorted { a, b in
      let (x, y) = (candidates[a], candidates[b])
      if x.tokens.count != y.tokens.count { return x.tokens.count > y.tokens.count }
      if x.value.rank != y.value.rank { return x.value.rank > y.value.rank }
      return a < b
    }
    var taken: Set<Int> = []
    var kept: [Int] = []
    for index in byLength {
      let tokens = candidates[index].tokens
      // Longer ones come first: one that overlaps this covers its first or last token.
      guard !taken.contains(tokens.lowerBound), !taken.contains(tokens.upperBound - 1) else { continue }
      taken.formUnion(tokens)
      kept.append(index)
    }
    return kept.sorted().map { candidates[$0] }
  }
}

extension Value {
  /// Which of two readings of the same words stands; 0 is not printed.
  fileprivate var rank: Int {
    switch self {
    case .number: 0
    case .quantity: 1
    case .recurrence: 2
    case .percent: 3
    case .duration: 4
    case .money: 5
    case .date: 6
    }
  }
}
