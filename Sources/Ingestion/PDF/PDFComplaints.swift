// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Turns what the library complained of into problems of the document.
enum PDFComplaints {
  static let most = 8

  static func problems(_ complaints: (list: [PDFDocument.Complaint], total: Int)) -> [Problem] {
    var result: [Problem] = []
    for complaint in complaints.list {
      let message = clean(complaint.message)
      if result.contains(where: { $0.message == message }) { continue }
      result.append(.init(.damaged, message, page: complaint.page.map { $0 + 1 }))
      if result.count == most { break }
    }
    return result
  }

  /// The message without positions and without what it quotes from the file.
  static func clean(_ message: String) -> String {
    var text: [UInt8] = []
    var quote: UInt8?
    for byte in message.utf8 {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case 0x27, 0x22:
        quote = byte
        text += Array("…".utf8)
      case 0x3C:
        quote = 0x3E
        text += Array("…".utf8)
      case 0x0A, 0x0D: text.append(0x20)
      default: text.append(byte)
      }
    }
    while text.last == 0x20 { text.removeLast() }
    return "The PDF is damaged: " + String(decoding: text, as: UTF8.self)
  }
}
