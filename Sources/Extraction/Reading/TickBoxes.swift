// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Boxes of a form, drawn ("☐", "□", "☒") or typed ("[ ]", "( )", "[x]"): what stands behind one that is not ticked has
/// not been chosen.
extension DocumentContext {
  private static let ticked: WordSet = ["☒", "☑", "■", "✓", "✔"]
  private static let empty: WordSet = ["☐", "□", "◻", "▢"]
  private static let crosses: WordSet = ["x", "✓", "✔", "✗", "✘", "*", "×"]

  /// A box, and whether it is ticked.
  struct TickBox {
    var tokens: Range<Int>
    var isTicked: Bool
  }

  private func isSign(_ token: Int) -> Bool { stream.tokens[token].tokenClass == .sign }

  /// The box that starts at a token.
  private func box(at token: Int) -> TickBox? {
    guard isSign(token) else { return nil }
    switch source.utf8[Int(stream.tokens[token].start)] {
    case 0xE2:
      let word = folded(token)
      if Self.empty.contains(word) { return TickBox(tokens: token..<(token + 1), isTicked: false) }
      return Self.ticked.contains(word) ? TickBox(tokens: token..<(token + 1), isTicked: true) : nil
    case 0x5B, 0x28: return typedBox(at: token)
    default: return nil
    }
  }

  /// "[ ]", "( )", "[x]" where a choice may start: at the beginning of a line, cell or list item, behind a colon or where
  /// another box stands in the line. "within [ ] days" is a gap to be filled in.
  private func typedBox(at token: Int) -> TickBox? {
    let closing: UInt8 = isSign(token, 0x5B) ? 0x5D : 0x29
    guard token + 1 < stream.count else { return nil }
    if isSign(token + 1, closing) {
      return opensChoice(token) ? TickBox(tokens: token..<(token + 2), isTicked: false) : nil
    }
    guard token + 2 < stream.count, isSign(token + 2, closing), isOne(token + 1, of: Self.crosses) else { return nil }
    // "(x)" is a list's label as well.
    return closing == 0x5D || opensChoice(token) ? TickBox(tokens: token..<(token + 3), isTicked: true) : nil
  }

  private func opensChoice(_ token: Int) -> Bool {
    let flags = stream.tokens[token].flags
    if token == 0 || flags.contains(.lineStart) || flags.contains(.cellStart) || flags.contains(.blockStart) {
      return true
    }
    if [":", "-", "–", "—", "•", "|"].contains(folded(token - 1)) { return true }
    return (max(0, token - 12)..<token).contains { at in
      folded(at) == "]" && at > 0 && (folded(at - 1) == "[" || at > 1 && folded(at - 2) == "[")
    }
  }

  private func boxes(in range: Range<Int>) -> [TickBox] {
    var found: [TickBox] = []
    for token in range {
      if let box = box(at: token), box.tokens.upperBound <= range.upperBound { found.append(box) }
    }
    return found
  }

  /// The one choice that is ticked among several of a cell or line: "☐ 50 ☒ 150 ☐ 300 users" gives `150`; the range
  /// itself where there is no such choice.
  func chosen(_ range: Range<Int>) -> Range<Int> {
    guard range.count > 3, range.count <= 80 else { return range }
    let boxes = boxes(in: range)
    guard boxes.count > 1, boxes.filter(\.isTicked).count == 1, let at = boxes.firstIndex(where: \.isTicked) else {
      return range
    }
    let end = at + 1 < boxes.count ? boxes[at + 1].tokens.lowerBound : range.upperBound
    let choice = boxes[at].tokens.upperBound..<end
    // `☒ yes ☐ no` is a box itself, told elsewhere.
    if choice.isEmpty || choice.count == 1 && ["yes", "no"].contains(folded(choice.lowerBound)) { return range }
    return choice
  }

  /// Whether a cell opens with an empty box.
  func opensUnticked(_ cell: Range<Int>) -> Bool {
    cell.first.flatMap(box(at:)).map { !$0.isTicked } ?? false
  }

  /// Whether a box in the cell is ticked.
  func holdsTick(_ cell: Range<Int>) -> Bool { boxes(in: cell.prefixRange(80)).contains(where: \.isTicked) }

  /// Whether the nearest box before a token in its line or cell is empty.
  func isUnticked(_ token: Int) -> Bool { tick(before: token) == false }

  /// Whether the nearest box before a token in its line or cell is ticked.
  func isTicked(_ token: Int) -> Bool { tick(before: token) == true }

  private func tick(before token: Int) -> Bool? {
    var at = token
    while at > max(-1, token - 24) {
      let here = stream.tokens[at]
      if here.tokenClass == .sign {
        let first = source.utf8[Int(here.start)]
        switch first {
        case 0xE2, 0x5B, 0x28:
          if let box = box(at: at), box.tokens.upperBound <= token { return box.isTicked }
        // "☐ monthly; Supplier grants …": another clause's box.
        case 0x2E, 0x3B: if at < token, here.range.count == 1 { return nil }
        default: break
        }
      }
      if !here.flags.isDisjoint(with: [.blockStart, .cellStart]) { return tickOfRow(token) }
      at -= 1
    }
    return nil
  }

  /// `[ ] | Option A | 50 Training Credits`: the box that fills the first cell of a row speaks for all of it.
  private func tickOfRow(_ token: Int) -> Bool? {
    let row = stream.block(of: token)
    guard isTableRow(row) else { return nil }
    let tokens = stream.tokens(ofBlock: row)
    guard let first = tokens.first.flatMap(box(at:)), first.tokens.upperBound <= token,
      stream.tokens[first.tokens.upperBound].flags.contains(.cellStart)
    else { return nil }
    return first.isTicked
  }
}
