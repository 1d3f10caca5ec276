// SPDX-License-Identifier: GPL-3.0-or-later

/// The cells of a CSV text (RFC 4180, and semicolons, tabs or bars instead of commas), with the line each row starts on.
struct CSVTable {
  struct Row {
    var cells: [String]
    /// One-based.
    var line: Int
  }
  private(set) var rows: [Row] = []
  /// A quotation mark was opened and never closed.
  private(set) var isCut = false

  init(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    if let named = Self.namedSeparator(bytes) {
      parse(bytes[named.end...], separator: named.sign, firstLine: 2)
    } else {
      parse(bytes[...], separator: Self.separator(bytes), firstLine: 1)
    }
  }

  /// A first line `sep=;`, which spreadsheets write to say what stands between cells, and where it ends.
  private static func namedSeparator(_ bytes: [UInt8]) -> (sign: UInt8, end: Int)? {
    let sign = bytes.starts(with: Array("\"sep=".utf8)) ? 5 : 4
    guard bytes.count > sign, bytes.prefix(sign).suffix(4).map({ $0 | 0x20 }) == Array("sep=".utf8).map({ $0 | 0x20 })
    else { return nil }
    var end = sign + 1
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x22 { end += 1 }
    if end < bytes.count, bytes[end] == 0x0D { end += 1 }
    guard end < bytes.count, bytes[end] == 0x0A || bytes[end - 1] == 0x0D else { return nil }
    return (bytes[sign], bytes[end] == 0x0A ? end + 1 : end)
  }

  /// Of comma, semicolon, tab and bar the one that stands most often in the first row, outside quotation marks.
  private static func separator(_ bytes: [UInt8]) -> UInt8 {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D, !counts.isEmpty { break }
      if [0x2C, 0x3B, 0x09, 0x7C].contains(byte) { counts[byte, default: 0] += 1 }
    }
    return [0x2C, 0x3B, 0x09, 0x7C].max { counts[$0, default: 0] < counts[$1, default: 0] } ?? 0x2C
  }

  private mutating func parse(_ bytes: ArraySlice<UInt8>, separator: UInt8, firstLine: Int) {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    var line = firstLine
    var start = firstLine
    var at = bytes.startIndex
    func endCell() {
      cells.append(String(decoding: cell, as: UTF8.self))
      cell.removeAll(keepingCapacity: true)
    }
    func endRow() {
      endCell()
      if cells.contains(where: { !$0.isBlank }) { rows.append(Row(cells: cells, line: start)) }
      cells.removeAll()
      start = line
    }
    while at < bytes.endIndex {
      let byte = bytes[at]
      at += 1
      if byte == 0x0A { line += 1 }
      if isQuoted {
        if byte != 0x22 {
          cell.append(byte)
        } else if at < bytes.endIndex, bytes[at] == 0x22 {
          cell.append(0x22)
          at += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22, !cell.contains(where: { $0 > 0x20 }) {
        cell.removeAll()
        isQuoted = true
      } else if byte == separator {
        endCell()
      } else if byte == 0x0A || byte == 0x0D {
        if byte == 0x0D, at < bytes.endIndex, bytes[at] == 0x0A {
          at += 1
          line += 1
        }
        endRow()
      } else {
        cell.append(byte)
      }
    }
    isCut = isQuoted
    endRow()
  }
}

extension String {
  /// Whether nothing but white space is in it.
  var isBlank: Bool { !unicodeScalars.contains { !$0.properties.isWhitespace } }

  /// White space folded to single spaces, none at the ends.
  var tidied: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map { String(String.UnicodeScalarView($0)) }.joined(
      separator: " ")
  }

  /// Without white space at its ends.
  var trimmed: String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }
}
