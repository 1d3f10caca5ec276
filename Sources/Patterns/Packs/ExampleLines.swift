// SPDX-License-Identifier: GPL-3.0-or-later

/// A pack's text without its examples and near misses: nearly a third of the packs, which only those who prove them read.
enum ExampleLines {
  /// Empties the lines that stand under `examples:` and `rejects:`, so that all others keep their numbers. Those in
  /// brackets on one line stay, and so does all of a text that holds block scalars, where these words may be a text's own.
  static func emptied(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      var out: [UInt8] = []
      out.reserveCapacity(bytes.count)
      // Column of the key whose lines are being left out; -1 where none is.
      var open = -1
      var start = 0
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let line = bytes[start..<end]
        if endsInBlockMark(line) { return String(decoding: bytes, as: UTF8.self) }
        let indent = line.firstIndex { $0 != 0x20 } ?? end
        if open >= 0, indent < end {
          let column = indent - start
          let isItem = bytes[indent] == 0x2D && (indent + 1 == end || bytes[indent + 1] == 0x20)
          if column < open || column == open && !isItem { open = -1 }
        }
        if open < 0 {
          out.append(contentsOf: line)
          if isKey(bytes[indent..<end]) { open = indent - start }
        }
        if end < bytes.count { out.append(0x0A) }
        start = end + 1
      }
      return String(decoding: out, as: UTF8.self)
    }
  }

  private static let keys: [StaticString] = ["examples:", "rejects:"]

  private static func isKey(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    // Most lines are longer than any of the keys.
    guard (8...12).contains(line.count) else { return false }
    let word = trimmed(line)
    return keys.contains { word.elementsEqual(UnsafeBufferPointer(start: $0.utf8Start, count: $0.utf8CodeUnitCount)) }
  }

  /// `|`, `>-`: the lines below are one text.
  private static func endsInBlockMark(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = trimmed(line)
    while let last = rest.last, last == 0x2D || last == 0x2B || last >= 0x30 && last <= 0x39 { rest = rest.dropLast() }
    guard let mark = rest.last, mark == 0x7C || mark == 0x3E, let before = rest.dropLast().last else { return false }
    return before == 0x20 || before == 0x3A
  }

  private static func trimmed(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    var line = line
    while let last = line.last, last == 0x20 || last == 0x0D || last == 0x09 { line = line.dropLast() }
    return line
  }
}
