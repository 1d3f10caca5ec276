// SPDX-License-Identifier: GPL-3.0-or-later

/// One of several words in lower case, written `"end|close"`. They are compared where they are written, so that a choice
/// costs nothing to make and nothing to drop.
struct WordChoice: ExpressibleByStringLiteral {
  private let text: StaticString

  init(stringLiteral text: StaticString) { self.text = text }

  /// The words, spelled out.
  var words: [String] { "\(text)".split(separator: "|").map(String.init) }

  /// Whether a word in lower case is among them.
  func allows(_ word: String) -> Bool {
    var word = word
    return word.withUTF8 { allows($0) }
  }

  /// The same for a word's bytes, where letters of ASCII may be of either case.
  func allows(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first?.lower else { return false }
    return text.withUTF8Buffer { text in
      var at = 0
      while at + word.count <= text.count {
        if text[at] == first, Self.ends(text, at + word.count), word.stands(in: text, at: at) { return true }
        while at < text.count, text[at] != Self.bar { at += 1 }
        at += 1
      }
      return false
    }
  }

  private static func ends(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    at == text.count || text[at] == bar
  }

  private static let bar: UInt8 = 0x7C
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these bytes, in lower case, stand in others, which reach as far, from an index on.
  @inline(__always)
  func stands(in other: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for index in 0..<count where self[index].lower != other[start + index] { return false }
    return true
  }
}

extension UInt8 {
  /// The small letter of a capital of ASCII; everything else as it is.
  @inline(__always)
  var lower: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}
