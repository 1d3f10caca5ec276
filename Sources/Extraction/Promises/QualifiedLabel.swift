// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// "Vouchers (exam): 6", "Credits (training) – 40": what qualifies a noun stands behind it in lists.
enum QualifiedLabel {
  /// The qualifier before its noun; nil where the text does not begin so.
  static func turned(_ text: String) -> String? {
    let words = text.split(separator: " ", maxSplits: 8)
    guard words.count > 1, words[0].allSatisfy(\.isLetter), words[1].first == "(" else { return nil }
    guard let close = text.firstIndex(of: ")"), let open = text.firstIndex(of: "("), open < close else { return nil }
    let qualifier = text[text.index(after: open)..<close]
    guard qualifier.utf8.count < 40, !qualifier.isEmpty, qualifier.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" })
    else { return nil }
    return "\(qualifier) \(words[0])\(text[text.index(after: close)...])"
  }

  /// A line as a text of one paragraph.
  static func text(_ line: String) -> SourceText {
    let bytes = Array(line.utf8)
    let range = 0..<bytes.count
    return SourceText(
      utf8: bytes, pages: [.init(number: 1, range: range)], lines: [.init(range: range, page: 1)],
      blocks: [.init(role: .paragraph, range: range, label: nil, page: 1)])
  }
}
