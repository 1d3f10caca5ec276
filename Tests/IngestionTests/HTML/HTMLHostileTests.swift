// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Testing

@testable import Ingestion

@Suite("HTML: encodings and hostile pages")
struct HTMLHostileTests {
  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }
  private static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  @Test(
    "encodings give the same text",
    arguments: [
      (Array("<p>Gebühr 5 £".utf8), nil), ([0xEF, 0xBB, 0xBF] + Array("<p>Gebühr 5 £".utf8), "koi8-r"),
      (utf16("\u{FEFF}<p>Gebühr 5 £", bigEndian: true), nil), (utf16("\u{FEFF}<p>Gebühr 5 £", bigEndian: false), "x"),
      (utf16("<p>Gebühr 5 £", bigEndian: false), nil), (latin("<p>Gebühr 5 £"), nil),
      (latin("<meta charset=iso-8859-1><p>Gebühr 5 £"), nil),
      (latin("<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=iso-8859-15'><p>Gebühr 5 £"), nil),
      (latin("<?xml version='1.0' encoding='iso-8859-9'?><p>Gebühr 5 £"), nil), (latin("<p>Gebühr 5 £"), "ISO-8859-15"),
      (Array("<meta charset=windows-1252><p>Gebühr 5 £".utf8), nil),
      (latin("<meta charset=utf-16><p>Gebühr 5 £"), nil),
      (latin("<!-- <meta charset=koi8-r> --><meta charset=latin1><p>Gebühr 5 £"), nil),
    ] as [([UInt8], String?)])
  func encodings(_ bytes: [UInt8], _ charset: String?) {
    let text = HTMLReader.read(bytes, charset: charset)
    #expect(TextPrinting.plain(text) == "Gebühr 5 £")
    #expect(text.problems.isEmpty)
  }

  @Test("bytes that are not the UTF-8 that the page claims are read, and told of")
  func claimedUTF8() {
    let text = HTMLReader.read(Self.latin("<meta charset=utf-8><p>Gebühr 5 £"), charset: nil)
    #expect(TextPrinting.plain(text) == "Gebühr 5 £")
    #expect(text.problems.map(\.code) == [.encodingDoubtful])
  }

  @Test("Cyrillic by its name, and names that are none")
  func named() {
    #expect(TextPrinting.plain(HTMLReader.read([0xC4, 0xC1], charset: "koi8-r")) == "да")
    #expect(HTMLReader.read(Array("<p>é".utf8), charset: "no-such").problems.map(\.code) == [.encodingDoubtful])
  }

  @Test("damage is reported and the rest read")
  func damaged() {
    let text = HTMLReader.read(Array("<meta charset=utf-8><p>é ü ".utf8) + [0xFF] + Array("ok".utf8), charset: nil)
    #expect(TextPrinting.plain(text) == "é ü \u{FFFD}ok")
    #expect(text.problems.map(\.code) == [.encodingDoubtful])
  }

  @Test(
    "hostile pages are read to their end",
    arguments: [
      String(repeating: "<div>", count: 100_000), String(repeating: "<b><i>", count: 50_000),
      String(repeating: "<table><tr><td>", count: 20_000), String(repeating: "</b>", count: 100_000),
      String(repeating: "<ul><li>", count: 30_000), String(repeating: "<a href='", count: 30_000) + "'>",
      String(repeating: "<!", count: 100_000), String(repeating: "<!--", count: 50_000) + "-->",
      String(repeating: "&", count: 200_000), String(repeating: "<dl><dd>", count: 10_000),
      "<p " + String(repeating: "a b=c ", count: 50_000) + ">",
      "<table>" + String(repeating: "<td rowspan=0>x", count: 1000) + String(repeating: "<tr><td>y", count: 2000)
        + "</table>",
      "<table><tr>" + String(repeating: "<td colspan=1000>x", count: 200) + String(repeating: "<tr><td>y", count: 3000)
        + "</table>",
      "<style>" + String(repeating: "b b b b .x{display:none}", count: 5000) + "</style>"
        + String(repeating: "<b class=x>", count: 5000),
    ])
  func hostile(_ source: String) {
    let text = HTMLReader.read(Array((source + "<p style='display:block'>The end").utf8), charset: nil)
    #expect(TextPrinting.plain(text).hasSuffix("The end") || !text.problems.isEmpty)
  }
}
