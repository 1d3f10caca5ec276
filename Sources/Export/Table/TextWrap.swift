// SPDX-License-Identifier: GPL-3.0-or-later

/// Text broken into lines of a width.
package enum TextWrap {
  /// Lines of at most `width` columns, broken at spaces, and inside words that are wider than a line. At least one line.
  package static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ") {
      let wordWidth = DisplayWidth.of(String(word))
      if used > 0, used + 1 + wordWidth <= width {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if used > 0 { lines.append(line) }
      (line, used) = (String(word), wordWidth)
      while used > width {
        let cut = head(of: line, width: width)
        lines.append(String(line.unicodeScalars[..<cut]))
        line = String(line.unicodeScalars[cut...])
        used = DisplayWidth.of(line)
      }
    }
    if used > 0 || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The text, or its beginning with `…` where it is wider.
  package static func cut(_ text: String, width: Int) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    return String(text.unicodeScalars[..<head(of: text, width: width - 1)]) + "…"
  }

  /// The text with spaces behind it up to `width` columns, or before it.
  package static func padded(_ text: String, width: Int, toRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return toRight ? spaces + text : text + spaces
  }

  /// Where the part that fits into `width` columns ends: after at least one scalar, and never between a letter and its
  /// marks. A good place to break a path or number is taken where one stands in the second half.
  private static func head(of text: String, width: Int) -> String.Index {
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    var used = 0
    var good: String.Index?
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = used + DisplayWidth.of(scalar)
      if next > width, index > scalars.startIndex { break }
      used = next
      index = scalars.index(after: index)
      if "/_-".unicodeScalars.contains(scalar), used * 2 > width { good = index }
    }
    return index == scalars.endIndex ? index : good ?? index
  }
}
