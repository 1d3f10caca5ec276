// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where a text stops being JSON, for a message: decoders say only that it is none.
struct JSONFault {
  /// One-based; the column counts characters of UTF-8.
  struct Place: Hashable {
    var line: Int
    var column: Int
  }

  private let bytes: [UInt8]
  private var at = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The place of the first byte that no JSON text has there; the end where something is missing.
  static func first(in bytes: [UInt8]) -> Place {
    var scanner = JSONFault(bytes)
    scanner.scan()
    return scanner.place
  }

  private var place: Place {
    let before = bytes[..<min(at, bytes.count)]
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return Place(
      line: before.count { $0 == 0x0A } + 1, column: before[start...].count { $0 & 0xC0 != 0x80 } + 1)
  }

  /// What may come next.
  private enum Expected { case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd }

  /// Walks on to the first fault, without recursion: hostile files nest deeply.
  private mutating func scan() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    var open: [UInt8] = []
    var expected = Expected.value
    while true {
      skipSpace()
      guard at < bytes.count else { return }
      let byte = bytes[at]
      switch (expected, byte) {
      case (.value, 0x7B), (.valueOrEnd, 0x7B), (.value, 0x5B), (.valueOrEnd, 0x5B):
        open.append(byte)
        expected = byte == 0x7B ? .keyOrEnd : .valueOrEnd
        at += 1
      case (.valueOrEnd, 0x5D), (.keyOrEnd, 0x7D), (.commaOrEnd, 0x5D), (.commaOrEnd, 0x7D):
        guard open.last == (byte == 0x5D ? 0x5B : 0x7B) else { return }
        open.removeLast()
        expected = .commaOrEnd
        at += 1
      case (.key, 0x22), (.keyOrEnd, 0x22):
        guard string() else { return }
        expected = .colon
      case (.colon, 0x3A):
        expected = .value
        at += 1
      case (.commaOrEnd, 0x2C) where !open.isEmpty:
        expected = open.last == 0x7B ? .key : .value
        at += 1
      case (.value, _), (.valueOrEnd, _):
        guard byte == 0x22 ? string() : word() else { return }
        expected = .commaOrEnd
      default: return
      }
    }
  }

  private mutating func skipSpace() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  /// Goes behind a string; false at a sign that it cannot hold, or where it never ends.
  private mutating func string() -> Bool {
    at += 1
    while at < bytes.count {
      let byte = bytes[at]
      if byte == 0x22 {
        at += 1
        return true
      }
      if byte < 0x20 { return false }
      at += byte == 0x5C ? 2 : 1
    }
    return false
  }

  /// Goes behind a number or one of the three words.
  private mutating func word() -> Bool {
    for word in ["true", "false", "null"] where bytes[at...].starts(with: Array(word.utf8)) {
      at += word.utf8.count
      return true
    }
    guard bytes[at] == 0x2D || bytes[at] >= 0x30 && bytes[at] <= 0x39 else { return false }
    let signs: Set<UInt8> = [0x2B, 0x2D, 0x2E, 0x45, 0x65]
    while at < bytes.count, bytes[at] >= 0x30 && bytes[at] <= 0x39 || signs.contains(bytes[at]) { at += 1 }
    return true
  }
}
