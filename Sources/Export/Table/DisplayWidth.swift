// SPDX-License-Identifier: GPL-3.0-or-later

/// How many columns of a terminal a text takes, and what of it a terminal may see.
package enum DisplayWidth {
  /// East Asian wide and full-width characters take two columns, combining marks and joiners none (Unicode Standard
  /// Annex 11).
  package static func of(_ text: String) -> Int {
    var width = 0
    var isJoined = false
    for scalar in text.unicodeScalars {
      if !isJoined { width += of(scalar) }
      // What follows a zero-width joiner melts into the sign before it.
      isJoined = scalar.value == 0x200D
    }
    return width
  }

  package static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xAD ? 0 : 1 }
    if isZero(scalar) { return 0 }
    return isWide(scalar) ? 2 : 1
  }

  private static func isZero(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Medial and final Hangul letters, and the tones of emoji, join what stands before them.
    case 0x1160...0x11FF, 0x1F3FB...0x1F3FF: return true
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return true
    // Two of them make a flag.
    case 0x1F1E6...0x1F1FF: return false
    default: return scalar.properties.isEmojiPresentation
    }
  }

  /// The text on one line and safe for a terminal: runs of spaces and line breaks are one space, other controls and
  /// marks that turn the writing direction are `\u{FFFD}`, so that no document or file name commands the terminal.
  package static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isSpaced = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x20:
        if !isSpaced { result.append(" ") }
        isSpaced = true
        continue
      case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: result.append("\u{FFFD}")
      default: result.append(scalar)
      }
      isSpaced = false
    }
    if result.last == " " { result.removeLast() }
    return String(result)
  }
}
