// SPDX-License-Identifier: GPL-3.0-or-later

/// One line of notes, a chat export or a mail body, with what its first signs say.
struct NoteLine {
  /// One-based.
  var number: Int
  /// How many `>` stood before it.
  var depth: Int
  var indent: Int
  /// Without quotation signs, bullet and spaces.
  var text: String
  var isBullet: Bool
  /// A bullet that is a number: `2.`
  var isNumbered = false
  /// How deep a bullet stands: deeper ones belong to it.
  var level = 0
  /// A heading by Markdown's signs: `## Agreed`, `**Agreed**`.
  var isMarkedHeading = false
  /// Cells between bars; nil for a line that is no row.
  var cells: [String]?
  var isBlank: Bool { text.isEmpty }

  init(_ line: Substring, number: Int) {
    self.number = number
    var bytes = Array(line.utf8)[...]
    depth = 0
    indent = 0
    while let first = bytes.first {
      if first == 0x20 || first == 0x09 {
        indent += 1
        bytes.removeFirst()
      } else if first == 0x3E {
        depth += 1
        indent = 0
        bytes.removeFirst()
      } else if first == 0x0D {
        bytes.removeFirst()
      } else {
        break
      }
    }
    let label = Self.bullet(bytes)
    isBullet = label > 0
    isNumbered = label > 0 && bytes.first.map { $0 >= 0x30 && $0 <= 0x39 } ?? false
    text = String(decoding: bytes.dropFirst(label), as: UTF8.self).tidied
    level = indent
    readMarks()
  }

  /// Signs of Markdown and of outlines.
  private mutating func readMarks() {
    let signs = text.prefix { $0 == "#" }.count
    if !isBullet, signs > 0, signs < 7, text.dropFirst(signs).first == " " {
      text = String(text.dropFirst(signs + 1))
      isMarkedHeading = true
    }
    // `** item` of an outline stands below `* heading`.
    let stars = text.prefix { $0 == "*" }.count
    if !isBullet, stars > 1, text.dropFirst(stars).first == " " {
      text = String(text.dropFirst(stars + 1))
      isBullet = true
      level += stars - 1
    }
    if text.hasPrefix("**"), text.hasSuffix("**") || text.hasSuffix("**:"), text.count > 5 {
      text = text.replacing("**", with: "")
      isMarkedHeading = !isBullet
    }
    guard text.contains("|") else { return }
    // Bars at both ends belong to no cell.
    var parts = text.split(separator: "|", omittingEmptySubsequences: false).map { String($0).tidied }
    if text.hasPrefix("|") { parts.removeFirst() }
    if text.hasSuffix("|"), !parts.isEmpty { parts.removeLast() }
    if parts.count > 1 { cells = parts }
  }

  /// The length of a bullet, number or check box with the space behind it; 0 where there is none.
  private static func bullet(_ bytes: ArraySlice<UInt8>) -> Int {
    let bytes = Array(bytes.prefix(12))
    for sign in [
      "-", "*", "+", "•", "–", "—", "·", "o", "▪", "‣", "◦", "→", "->", "=>", "[ ]", "[x]", "- [ ]", "- [x]", "* [ ]",
    ].reversed() {
      let sign = Array(sign.utf8)
      if bytes.starts(with: sign), bytes.count > sign.count,
        bytes[sign.count] == 0x20 || bytes[sign.count] == 0x09 || bytes[sign.count] == 0xC2
      {
        return sign.count + 1
      }
    }
    // `1.`, `2)`, `(a)`, `iv.`
    var at = bytes.first == 0x28 ? 1 : 0
    let start = at
    while at < bytes.count, at - start < 3, isLabelSign(bytes[at]) { at += 1 }
    guard at > start, at + 1 < bytes.count, bytes[at] == 0x2E || bytes[at] == 0x29, bytes[at + 1] == 0x20 else {
      return 0
    }
    let isNumber = bytes[start..<at].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    return isNumber || at - start == 1 ? at + 2 : 0
  }

  private static func isLabelSign(_ byte: UInt8) -> Bool {
    byte >= 0x30 && byte <= 0x39 || byte >= 0x61 && byte <= 0x7A
  }
}

/// What kind of part of the notes a line stands in, by its heading.
enum NoteSection: Hashable {
  case none, offers, asks, tasks, rejected
  /// What was agreed, whoever writes it down.
  case recap
  /// The same where the heading tells of no offer: counts in what the customer writes.
  case told
}

/// Words that somebody said: a bullet, a sentence, a chat message.
struct Statement {
  var text: String
  var line: Int
  var section = NoteSection.none
  var isBullet = false
  /// The heading says that all below it is free.
  var isFree = false
  /// How deep a bullet stands.
  var level = 0
  /// How many headings stand above.
  var part = 0
  /// As the file names them.
  var speaker: String?
  var company: String?
  var time: String?
  /// Words above it all that have a date.
  var day: String?
  /// Messages by time: a larger number is later. Lines of one note have the same.
  var message = 0
  var side = Side.unknown
  /// The line that it answers, where a mail's reply stands between quoted lines.
  var question: String?
  /// It goes on with the answer of the sentence before it: "No, sorry. Fifteen is what I can do."
  var goesOn = false
}

/// Whose words they are.
enum Side: Hashable { case vendor, customer, unknown }
