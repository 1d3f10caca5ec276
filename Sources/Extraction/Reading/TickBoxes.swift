// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Boxes of a form: what stands behind one that is not ticked has not been chosen.
extension DocumentContext {
  private static let ticked: WordSet = ["☒", "☑"]

  private func isSign(_ token: Int) -> Bool { stream.tokens[token].tokenClass == .sign }

  /// The one choice that is ticked among several of a cell or line: "☐ 50 ☒ 150 ☐ 300 users" gives `150`; the range
  /// itself where there is no such choice.
  func chosen(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 3, range.count <= 80 else { return range }
    var boxes: [(token: Int, isTicked: Bool)] = []
    for token in range where isSign(token) && source.utf8[stream.tokens[token].range].first == 0xE2 {
      let word = folded(token)
      if Self.ticked.contains(word) { boxes.append((token, true)) } else if word == "☐" { boxes.append((token, false)) }
    }
    guard boxes.count > 1, boxes.filter(\.isTicked).count == 1, let at = boxes.firstIndex(where: \.isTicked) else {
      return range
    }
    let end = at + 1 < boxes.count ? boxes[at + 1].token : range.upperBound
    let choice = (boxes[at].token + 1)..<end
    // `☒ yes ☐ no` is a box itself, told elsewhere.
    if choice.isEmpty || choice.count == 1 && ["yes", "no"].contains(folded(choice.lowerBound)) { return range }
    return choice
  }

  /// Whether the nearest box before a token in its line or cell is empty.
  func isUnticked(_ token: Int) -> Bool {
    var at = token
    while at > max(0, token - 16) {
      let flags = stream.tokens[at].flags
      let isSign = at < token && isSign(at)
      let first = isSign ? source.utf8[Int(stream.tokens[at].start)] : 0
      if first == 0xE2 {
        let word = folded(at)
        if word == "☐" { return true }
        if Self.ticked.contains(word) { return false }
      }
      if flags.contains(.blockStart) || flags.contains(.cellStart) { return false }
      // "☐ monthly; Supplier grants …": another clause's box.
      if isSign, first == 0x2E || first == 0x3B, stream.tokens[at].range.count == 1 { return false }
      at -= 1
    }
    return false
  }
}
