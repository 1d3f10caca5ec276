// SPDX-License-Identifier: GPL-3.0-or-later

/// From a pack's bytes to its text. Packs are UTF-8; some editors put a byte order mark before it.
enum PackEncoding {
  /// Bytes that are no text, and where; one-based, the column in Unicode scalars.
  struct Damage: Sendable, Hashable {
    var line: Int, column: Int
    var message: String
  }

  /// The text, and what is wrong with it: with damage, the text is good only to show the lines.
  static func decode(_ bytes: [UInt8]) -> (text: String, damage: [Damage]) {
    if let name = wideEncoding(bytes) {
      return ("", [Damage(line: 1, column: 1, message: "the file is written in \(name): save it as UTF-8")])
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return (text, []) }
    var damage: [Damage] = []
    let lines = content.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where String(validating: line, as: UTF8.self) == nil {
      damage.append(damaged(line, number + 1))
    }
    return (String(decoding: content, as: UTF8.self), damage)
  }

  /// UTF-16 and UTF-32 by their mark, or by the zeros that they put beside ASCII.
  private static func wideEncoding(_ bytes: [UInt8]) -> String? {
    let head = Array(bytes.prefix(4))
    if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] { return "UTF-32" }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    guard head.count == 4, head.contains(where: { $0 != 0 }) else { return nil }
    switch head.map({ $0 == 0 }) {
    case [false, true, false, true], [true, false, true, false]: return "UTF-16"
    case [false, true, true, true], [true, true, true, false]: return "UTF-32"
    default: return nil
    }
  }

  /// The first byte of a line that does not belong to UTF-8.
  private static func damaged(_ line: ArraySlice<UInt8>, _ number: Int) -> Damage {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = line.makeIterator()
    var column = 1
    var at = line.startIndex
    while case .valid(let scalar) = parser.parseScalar(from: &rest) {
      column += 1
      at += scalar.count
    }
    let byte = String(line[min(at, line.endIndex - 1)], radix: 16, uppercase: true)
    return Damage(
      line: number, column: column, message: "not UTF-8: no text holds the byte 0x\(byte) here; save the file as UTF-8")
  }
}
