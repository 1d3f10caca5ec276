// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// How a JSON text looks. The same tree gives the same bytes in each of them.
public enum JSONLayout: Sendable {
  /// On one line, as JSON lines need it.
  case line
  /// Two spaces a level; what fits into a hundred columns stands on one line.
  case readable
}

extension JSONValue {
  /// The text in UTF-8, without a line break at its end.
  public func utf8(_ layout: JSONLayout = .readable) -> [UInt8] {
    var writer = JSONWriter(layout: layout)
    writer.write(self, level: 0)
    return writer.bytes
  }

  /// The text, without a line break at its end.
  public func text(_ layout: JSONLayout) -> String { String(decoding: utf8(layout), as: UTF8.self) }
}

private struct JSONWriter {
  let layout: JSONLayout
  var bytes: [UInt8] = []

  /// The longest object or array that stands on one line, in bytes.
  private static let lineWidth = 100

  init(layout: JSONLayout) { self.layout = layout }

  mutating func write(_ value: JSONValue, level: Int) {
    switch value {
    case .null: append("null")
    case .bool(let flag): append(flag ? "true" : "false")
    // JSON has no word for what is not a number.
    case .number(let number): append(number.isFinite ? number.description : "null")
    case .string(let text): writeString(text)
    case .array(let elements):
      writeList(elements, open: 0x5B, close: 0x5D, level: level, spread: isSpread(value, level)) {
        writer, element, level in
        writer.write(element, level: level)
      }
    case .object(let members):
      writeList(members, open: 0x7B, close: 0x7D, level: level, spread: isSpread(value, level)) {
        writer, member, level in
        writer.writeString(member.key)
        writer.append(": ")
        writer.write(member.value, level: level)
      }
    }
  }

  private mutating func writeList<Element>(
    _ list: [Element], open: UInt8, close: UInt8, level: Int, spread: Bool,
    each: (inout JSONWriter, Element, Int) -> Void
  ) {
    bytes.append(open)
    for (index, element) in list.enumerated() {
      if index > 0 { append(spread ? "," : ", ") }
      if spread { breakLine(level + 1) }
      each(&self, element, level + 1)
    }
    if spread { breakLine(level) }
    bytes.append(close)
  }

  /// Lists that do not fit are spread over lines, and the whole of a text always is.
  private func isSpread(_ value: JSONValue, _ level: Int) -> Bool {
    if layout == .line { return false }
    switch value {
    case .array(let elements) where elements.isEmpty: return false
    case .object(let members) where members.isEmpty: return false
    default: return level == 0 || room(value, Self.lineWidth) == nil
    }
  }

  /// What is left of `room` bytes after the value on one line, or nil where it does not fit. Looks at no more of the
  /// value than fits.
  private func room(_ value: JSONValue, _ room: Int) -> Int? {
    var left = room
    switch value {
    case .null: left -= 4
    case .bool: left -= 5
    case .number: left -= 8
    case .string(let text): left -= text.utf8.count + 2
    case .array(let elements):
      left -= 2
      for element in elements {
        guard left > 0, let rest = self.room(element, left - 2) else { return nil }
        left = rest
      }
    case .object(let members):
      left -= 2
      for member in members {
        guard left > 0, let rest = self.room(member.value, left - member.key.utf8.count - 6) else { return nil }
        left = rest
      }
    }
    return left >= 0 ? left : nil
  }

  private mutating func breakLine(_ level: Int) {
    bytes.append(0x0A)
    for _ in 0..<(2 * level) { bytes.append(0x20) }
  }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func writeString(_ text: String) {
    bytes.append(0x22)
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      // Nearly all texts stand as they are.
      let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }
      if isPlain { bytes.append(contentsOf: utf8) }
      return isPlain
    }
    if !isPlain { writeEscaped(text) }
    bytes.append(0x22)
  }

  private mutating func writeEscaped(_ text: String) {
    for byte in text.utf8 {
      switch byte {
      case 0x22: append("\\\"")
      case 0x5C: append("\\\\")
      case 0x0A: append("\\n")
      case 0x0D: append("\\r")
      case 0x09: append("\\t")
      case 0..<0x20, 0x7F: writeEscape(byte)
      default: bytes.append(byte)
      }
    }
  }

  private mutating func writeEscape(_ byte: UInt8) {
    let digits = Array("0123456789abcdef".utf8)
    append("\\u00")
    bytes.append(digits[Int(byte >> 4)])
    bytes.append(digits[Int(byte & 15)])
  }
}
