// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// The content of one cell.
enum CSVCell: Equatable {
  case empty
  /// Written as it is: a number never runs as a formula.
  case number(Decimal)
  /// Quoted where RFC 4180 wants it, and made harmless where a spreadsheet would run it as a formula.
  case text(String)

  /// A cell that is empty where there is nothing.
  static func text(optional text: String?) -> CSVCell { text.map(CSVCell.text) ?? .empty }
  static func number(optional number: Decimal?) -> CSVCell { number.map(CSVCell.number) ?? .empty }
  /// `true`, `false` or empty.
  static func flag(_ flag: Bool?) -> CSVCell { flag.map { .text($0 ? "true" : "false") } ?? .empty }
  static func list(_ texts: [String]) -> CSVCell { texts.isEmpty ? .empty : .text(texts.joined(separator: "; ")) }

  func write(to bytes: inout [UInt8]) {
    switch self {
    case .empty: break
    case .number(let number): if number.isFinite { bytes += Array(number.description.utf8) }
    case .text(let text): Self.write(Array(text.utf8), to: &bytes)
    }
  }

  private static func write(_ text: [UInt8], to bytes: inout [UInt8]) {
    let isQuoted = text.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    if isQuoted { bytes.append(0x22) }
    // An apostrophe makes spreadsheets take the cell as text (OWASP, "CSV Injection").
    if runsAsFormula(text) { bytes.append(0x27) }
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(0x22) }
  }

  /// Whether a spreadsheet would take the text for a formula: it starts, after spaces, with `=`, `+`, `-`, `@` or one of
  /// their full-width forms, or with a tab or line break, and is no plain number.
  static func runsAsFormula(_ text: [UInt8]) -> Bool {
    guard let at = text.firstIndex(where: { $0 != 0x20 }) else { return false }
    let rest = text[at...]
    switch rest[at] {
    case 0x09, 0x0A, 0x0D, 0x3D, 0x40: return true
    case 0x2B, 0x2D: return !isPlainNumber(rest)
    // U+FF0B, U+FF0D, U+FF1D, U+FF20.
    case 0xEF: return fullWidthSigns.contains { rest.starts(with: $0) }
    default: return false
    }
  }

  private static let fullWidthSigns = ["\u{FF0B}", "\u{FF0D}", "\u{FF1D}", "\u{FF20}"].map { Array($0.utf8) }

  /// A sign, digits, and at most one decimal point between digits.
  private static func isPlainNumber(_ text: ArraySlice<UInt8>) -> Bool {
    let parts = text.dropFirst().split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
