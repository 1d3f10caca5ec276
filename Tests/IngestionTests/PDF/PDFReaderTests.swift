// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Testing

@testable import Ingestion

@Suite("Reading PDF")
struct PDFReaderTests {
  private func read(_ sketch: PDFSketch) -> DocumentReading {
    DocumentReader.read(sketch.bytes, fileName: "sketch.pdf")
  }

  private func read(_ content: String, _ entries: String = "") -> DocumentReading {
    var sketch = PDFSketch()
    sketch.page(content, entries)
    return read(sketch)
  }

  @Test("lines, words and their boxes from the top left corner")
  func words() {
    let reading = read(PDFSketch.line("Nine lanterns", y: 700))
    #expect(reading.status == .ok)
    #expect(reading.text.problems.isEmpty)
    #expect(TextPrinting.plain(reading.text).contains("Nine lanterns"))
    #expect(reading.text.words.count == 2)
    guard let word = reading.text.words.first else { return }
    #expect(abs(word.x0 - 72) < 1)
    #expect(word.y0 > 80 && word.y0 < 100 && word.y1 > 99 && word.y1 < 106)
    #expect(reading.text.pages.first?.height == 800)
  }

  @Test("a gap without a space parts words, a small one does not")
  func gaps() {
    let reading = read("BT /F 12 Tf 72 700 Td [(4.)-500(Lamps)-20(hade)] TJ ET")
    #expect(reading.text.string(reading.text.lines[0].range) == "4. Lampshade")
  }

  @Test("letters set apart are one word")
  func letterSpacing() {
    let reading = read(
      "BT /F 14 Tf 6 Tc 72 700 Td (LANTERN FORM) Tj 0 Tc ET\n" + PDFSketch.line("A B C are three plans", y: 650))
    #expect(reading.text.lines.map { reading.text.string($0.range) } == ["LANTERN FORM", "A B C are three plans"])
  }

  @Test("ligatures are spelled out, and soft hyphens without width are gone")
  func ligatures() {
    let map = """
      /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def
      1 begincodespacerange <00> <ff> endcodespacerange
      3 beginbfchar <01> <FB01> <02> <FB03> <03> <00AD> endbfchar
      endcmap end end
      """
    let widths = (1...3).map { $0 == 3 ? "0" : "500" }.joined(separator: " ")
    var sketch = PDFSketch(
      font: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 1/LastChar 3/Widths[\(widths)]"
        + "/Encoding<</Differences[1/fi/ffi/hyphen]>>/ToUnicode 4 0 R>>")
    sketch.add(stream: map)
    sketch.page("BT /F 12 Tf 72 700 Td (\\001\\002) Tj ET")
    #expect(read(sketch).text.utf8.starts(with: Array("fiffi\n".utf8).dropLast()))
    sketch.page("BT /F 12 Tf 72 700 Td (\\001\\003\\001) Tj ET")
    #expect(TextPrinting.plain(read(sketch).text).hasSuffix("fifi"))
  }

  @Test("a bold line is a heading", arguments: ["Helvetica-Bold", "Helvetica"])
  func bold(_ font: String) {
    var sketch = PDFSketch(font: "<</Type/Font/Subtype/Type1/BaseFont/\(font)>>")
    let plain = sketch.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
    let body = (0..<6).map {
      "BT /G 12 Tf 72 \(660 - 14 * $0) Td (Lanterns are lit at dusk and put out at dawn by the keeper of them) Tj ET\n"
    }
    sketch.page(PDFSketch.line("What is lit", y: 690) + body.joined(), fonts: "/G \(plain) 0 R")
    let role = read(sketch).text.blocks.first?.role
    #expect((role == .heading(level: 2)) == (font == "Helvetica-Bold"))
  }

  @Test("a turned page is read upright", arguments: [90, 180, 270])
  func turnedPage(_ degrees: Int) {
    let text =
      PDFSketch.line("First line of the page: no 31 at a gate", y: 500) + PDFSketch.line("Second line of it", y: 480)
    let matrix = [90: "0 1 -1 0 600 0", 180: "-1 0 0 -1 600 800", 270: "0 -1 1 0 0 800"][degrees] ?? ""
    // The text stands so that it is upright once the page is shown turned.
    let reading = read("q \(matrix) cm\n\(text)Q", "/Rotate \(degrees)")
    #expect(
      reading.text.lines.map { reading.text.string($0.range) } == [
        "First line of the page: no 31 at a gate", "Second line of it",
      ])
  }

  @Test("text that runs up or down an upright page is read upright, its boxes stay on the page")
  func turnedText() {
    let text = PDFSketch.line("First line along the page", x: 40, y: 400) + PDFSketch.line("Second line", x: 40, y: 380)
    for matrix in ["0 1 -1 0 600 0", "0 -1 1 0 0 800"] {
      let reading = read("q \(matrix) cm\n\(text)Q")
      #expect(reading.text.lines.map { reading.text.string($0.range) } == ["First line along the page", "Second line"])
      let words = reading.text.words
      #expect(words.allSatisfy { $0.y1 - $0.y0 > $0.x1 - $0.x0 && $0.x1 <= 600 && $0.y1 <= 800 })
    }
  }

  @Test("a stamp along the margin does not mix with the lines, and is furniture where it is repeated")
  func margin() {
    var sketch = PDFSketch()
    for page in 1...2 {
      let lines = (0..<8).map { PDFSketch.line("Lantern number \(page * 10 + $0) hangs here", y: 600 - 14 * $0) }
      sketch.page(lines.joined() + "BT /F 8 Tf 0 1 -1 0 30 480 Tm (Copy for the gatekeeper) Tj ET")
    }
    let text = read(sketch).text
    #expect(text.furniture == ["Copy for the gatekeeper", "Copy for the gatekeeper"])
    #expect(text.lines.filter { !$0.isFurniture }.count == 16)
  }

  @Test("a cropped page: what is cut off is not read, and boxes count from the shown corner")
  func cropped() {
    let reading = read(
      PDFSketch.line("Shown", x: 120, y: 700) + PDFSketch.line("Cut", x: 20, y: 700), "/CropBox[100 100 500 720]")
    #expect(reading.text.string(reading.text.lines[0].range) == "Shown")
    #expect(reading.text.words.count == 1)
    #expect((reading.text.words.first?.x0).map { abs($0 - 20) < 1 } == true)
    #expect(reading.text.pages.first?.width == 400)
  }

  @Test("an output intent changes nothing, and its name in text stays")
  func outputIntent() {
    let line = PDFSketch.line("The key /OutputIntents [1] is text here")
    var plain = PDFSketch()
    plain.page(line)
    var intent = plain
    let profile = intent.add(stream: "not a profile", "/N 3")
    intent.catalog =
      "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(X)/DestOutputProfile \(profile) 0 R>>]"
    let reading = read(intent)
    #expect(TextPrinting.plain(reading.text) == TextPrinting.plain(read(plain).text))
    #expect(TextPrinting.plain(reading.text).contains("/OutputIntents [1]"))
    // The broken profile was not looked at.
    #expect(reading.text.problems.isEmpty)
  }

  @Test("documents are read on several threads at once, each with its own complaints")
  func threads() async {
    let good = PDFSketch.line("All is well here")
    let bad = PDFSketch.line("One operator is unknown") + "1 2 frobnicate\n"
    let counts = await withTaskGroup(of: (Bool, Int).self) { group in
      for number in 0..<24 {
        group.addTask {
          var sketch = PDFSketch()
          for _ in 0..<5 { sketch.page(number % 2 == 0 ? good : bad) }
          let reading = DocumentReader.read(sketch.bytes, fileName: "a.pdf")
          return (number % 2 == 0, reading.text.problems.count { $0.code == .damaged })
        }
      }
      return await group.reduce(into: [(Bool, Int)]()) { $0.append($1) }
    }
    #expect(counts.allSatisfy { isGood, count in isGood ? count == 0 : count > 0 })
  }
}
