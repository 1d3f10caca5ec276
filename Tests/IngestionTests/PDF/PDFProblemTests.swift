// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Testing

@testable import Ingestion

@Suite("What keeps a PDF from being read")
struct PDFProblemTests {
  private func read(_ bytes: [UInt8]) -> DocumentReading { DocumentReader.read(bytes, fileName: "sketch.pdf") }

  private static let image =
    "<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
    + "\nstream\nA\nendstream"

  private static func scan(_ content: [String]) -> PDFSketch {
    var sketch = PDFSketch()
    let image = sketch.add(Self.image)
    for content in content {
      sketch.page("q 600 0 0 800 0 0 cm /I Do Q\n" + content, resources: "/XObject<</I \(image) 0 R>>")
    }
    return sketch
  }

  @Test("encrypted without a password")
  func encrypted() {
    var sketch = PDFSketch()
    sketch.page(PDFSketch.line("Hidden"))
    let key = String(repeating: "5A", count: 32)
    sketch.trailer = "/Encrypt<</Filter/Standard/V 1/R 2/O<\(key)>/U<\(key)>/P -4>>/ID[<00><00>]"
    let reading = read(sketch.bytes)
    #expect(reading.status == .failed)
    #expect(reading.text.problems.map(\.code) == [.encrypted])
  }

  @Test("malformed", arguments: ["%PDF-1.7\nnothing of a PDF", "%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n"])
  func malformed(_ file: String) {
    let reading = read(Array(file.utf8))
    #expect(reading.status == .failed)
    #expect(reading.text.problems.map(\.code) == [.malformed] || reading.text.problems.map(\.code) == [.noPages])
    #expect(reading.text.utf8.isEmpty)
  }

  @Test("cut off in the middle: damaged or malformed, never good")
  func cutOff() {
    var sketch = PDFSketch()
    for number in 0..<9 { sketch.page(PDFSketch.line("Page number \(number) of the lantern book")) }
    let bytes = sketch.bytes
    for share in 1..<12 {
      let reading = read(Array(bytes.prefix(bytes.count * share / 12)))
      #expect(reading.status != .ok)
      #expect(!reading.text.problems.isEmpty)
    }
  }

  @Test("no pages at all")
  func noPages() {
    let reading = read(PDFSketch().bytes)
    #expect(reading.status == .failed)
    #expect(reading.text.problems.map(\.code).contains(.noPages))
  }

  @Test("a scan has failed, and each page says why")
  func scan() {
    let reading = read(Self.scan(["", ""]).bytes)
    #expect(reading.status == .failed)
    #expect(reading.text.problems.map(\.code) == [.pageWithoutText, .pageWithoutText])
    #expect(reading.text.problems.map(\.page) == [1, 2])
  }

  @Test("an envelope id stamped on a scan is no text of it")
  func stampedScan() {
    let stamp = PDFSketch.line("DocuSign Envelope ID: 7C0FFEE0-0001", x: 30, y: 780, size: 8)
    let reading = read(Self.scan([stamp, stamp]).bytes)
    #expect(reading.status == .failed)
    #expect(reading.text.problems.map(\.code) == [.pageWithoutText, .pageWithoutText])
  }

  @Test("one scanned page among others makes the reading partial")
  func partial() {
    let reading = read(Self.scan(["", PDFSketch.line("This page has its words, though it is an image too")]).bytes)
    #expect(reading.status == .partial)
    #expect(reading.text.problems.map(\.page) == [1])
  }

  @Test("a page on which nothing is drawn is no loss, one with drawn letters is")
  func blank() {
    var sketch = PDFSketch()
    sketch.page(PDFSketch.line("Some text"))
    sketch.page("")
    // A white ground shows nothing either.
    sketch.page("1 1 1 rg 0 0 600 800 re f")
    #expect(read(sketch.bytes).status == .ok)
    sketch.page("0 0 0 rg 100 100 300 20 re f")
    #expect(read(sketch.bytes).text.problems.map(\.page) == [4])
  }

  @Test("a document of blank pages has no text, and says so")
  func empty() {
    var sketch = PDFSketch()
    sketch.page("")
    let reading = read(sketch.bytes)
    #expect(reading.status == .failed)
    #expect(reading.text.problems.map(\.code) == [.empty])
  }

  @Test("the library's complaints become problems with their page, without what they quote")
  func complaints() {
    var sketch = PDFSketch()
    sketch.page(PDFSketch.line("Fine"))
    sketch.page(PDFSketch.line("Less so") + "1 2 secretword\n")
    let problems = read(sketch.bytes).text.problems
    #expect(problems.map(\.code) == [.damaged])
    #expect(problems.map(\.page) == [2])
    #expect(problems.allSatisfy { !$0.message.contains("secretword") && !$0.message.contains("position") })
  }

  @Test(
    "how a complaint reads",
    arguments: [
      ("Syntax error at position 602: Unknown operator 'abc'\n", "Unknown operator …."),
      ("Syntax warning at position -1: Bad number", "Bad number."),
      ("Couldn't read xref table", "Couldn't read xref table."),
      ("Syntax error at position 7: Illegal character <2d> in hex string", "Illegal character … in hex string."),
    ])
  func cleaning(_ message: String, _ clean: String) { #expect(PDFComplaints.clean(message) == clean) }
}
