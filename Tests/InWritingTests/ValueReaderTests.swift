// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing

@Suite struct ValueReaderTests {
  private func lines(_ text: String) -> [String] {
    var bytes: [UInt8] = []
    ValueReader().jsonLines(Array(text.utf8)) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `Each line is a text of its own, counted from one`() {
    #expect(
      lines("é costs €5.50\n\nno values\r\n12 months") == [
        #"{"line": 1, "values": [{"type": "money", "text": "€5.50", "start": 8, "end": 13, "amount": 5.5, "currency": "EUR"}]}"#,
        #"{"line": 2, "values": []}"#, #"{"line": 3, "values": []}"#,
        #"{"line": 4, "values": [{"type": "duration", "text": "12 months", "start": 0, "end": 9, "amount": 12, "unit": "month", "months": 12}]}"#,
      ])
  }

  @Test func `No text has no lines`() { #expect(lines("") == []) }
}
