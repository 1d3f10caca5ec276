// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Turns what the library complained of into problems of the document.
enum PDFComplaints {
  static let most = 8

  static func problems(_ complaints: (list: [PDFDocument.Complaint], total: Int)) -> [Problem] {
    var result: [Problem] = []
    for complaint in complaints.list {
      let (code, message) = read(complaint.message)
      if result.contains(where: { $0.message == message }) { continue }
      result.append(.init(code, message, page: complaint.page.map { $0 + 1 }))
      if result.count == most { break }
    }
    return result
  }

  private static let warning = "Syntax warning"

  /// A warning is about what the library could do without; all else may have cost text.
  private static func read(_ message: String) -> (Problem.Code, String) {
    let text = clean(message)
    if message.hasPrefix(warning) { return (.irregular, "The PDF is irregular: \(text)") }
    return (.damaged, "The PDF is damaged: \(text)")
  }

  /// The message without its kind and position, and without what it quotes from the file.
  static func clean(_ message: String) -> String {
    var bytes = Array(message.utf8)[...]
    // "Syntax error at position 602: Too few …"
    let mark = Array(" at position ".utf8)
    if let end = bytes.firstIndex(of: 0x3A), end < 60, bytes[..<end].contains(0x20),
      bytes.indices.prefix(40).contains(where: { bytes[$0...].starts(with: mark) })
    {
      bytes = bytes[(end + 1)...].drop { $0 == 0x20 }
    }
    var text: [UInt8] = []
    var quote: UInt8?
    for byte in bytes {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case 0x27 where text.last == 0x20 || text.isEmpty, 0x22:
        quote = byte
        text += Array("…".utf8)
      case 0x3C:
        quote = 0x3E
        text += Array("…".utf8)
      case ..<0x20: text.append(0x20)
      default: text.append(byte)
      }
    }
    while text.last == 0x20 || text.last == 0x2E { text.removeLast() }
    return String(decoding: text, as: UTF8.self) + "."
  }
}

extension Problem.Code {
  /// The library met something that it could do without: nothing is missing.
  static let irregular: Self = "irregular"
}
