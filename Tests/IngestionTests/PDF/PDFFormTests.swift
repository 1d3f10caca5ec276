// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Testing

@testable import Ingestion

@Suite("Forms in PDF")
struct PDFFormTests {
  /// A page of text, and a form of these fields on its first page.
  private func read(_ fields: [String], appearances: [String] = [], needs: Bool = false) -> SourceText {
    var sketch = PDFSketch()
    let numbers = appearances.map {
      sketch.add(
        stream: "/Tx BMC BT /F 10 Tf 2 4 Td (\($0)) Tj ET EMC",
        "/Type/XObject/Subtype/Form/BBox[0 0 200 16]/Resources<</Font<</F 3 0 R>>>>")
    }
    let widgets = fields.enumerated().map { index, field in
      let appearance = index < numbers.count ? "/AP<</N \(numbers[index]) 0 R>>" : ""
      return sketch.add(
        "<</Type/Annot/Subtype/Widget/Rect[72 \(600 - 40 * index) 272 \(616 - 40 * index)]\(appearance)\(field)>>")
    }
    let list = widgets.map { "\($0) 0 R" }.joined(separator: " ")
    sketch.catalog =
      "/AcroForm<</Fields[\(list)]/DR<</Font<</F 3 0 R>>>>/DA(/F 10 Tf 0 g)\(needs ? "/NeedAppearances true" : "")>>"
    sketch.page(PDFSketch.line("The keeper fills this in"), "/Annots[\(list)]")
    return DocumentReader.read(sketch.bytes, fileName: "form.pdf").text
  }

  @Test("what was filled in is text; what is hidden is not")
  func values() {
    let text = TextPrinting.plain(
      read(
        ["/FT/Tx/T(a)/V(Lamp oil)/F 4", "/FT/Tx/T(b)/V(Secret wick)/F 2"], appearances: ["Lamp oil", "Secret wick"]))
    #expect(text.contains("Lamp oil"))
    #expect(!text.contains("Secret wick"))
  }

  @Test("a value without an appearance of its own is text too")
  func valueWithoutAppearance() {
    let text = TextPrinting.plain(read(["/FT/Tx/T(a)/V(Lamp oil)/F 4/DA(/F 10 Tf 0 g)"], needs: true))
    #expect(text.contains("Lamp oil"))
  }

  @Test("signature fields: signed and unsigned, with name, day and page")
  func signatures() {
    let signed =
      "/FT/Sig/T(Buyer)/F 4/V<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/adbe.pkcs7.detached"
      + "/Name(Ida \\(Lamp\\) Keeper)/M(D:20270305231500-08'00')/ByteRange[0 10 20 10]/Contents<3003020101>>>"
    let fields = read([signed, "/FT/Sig/T(Seller)/F 4"]).signatureFields
    #expect(
      fields == [
        .init(
          name: "Buyer", isSigned: true, signer: "Ida (Lamp) Keeper",
          date: CalendarDate(year: 2027, month: 3, day: 5), page: 1),
        .init(name: "Seller", isSigned: false, signer: nil, date: nil, page: 1),
      ])
  }

  @Test("a signature of a kind that the library cannot check is one all the same")
  func unknownKind() {
    let signed =
      "/FT/Sig/T(Buyer)/F 4/V<</Type/Sig/Filter/Other.Maker/SubFilter/other.kind"
      + "/M(D:20270305)/ByteRange[0 10 20 10]/Contents<3003020101>>>"
    let fields = read([signed]).signatureFields
    #expect(fields.map(\.isSigned) == [true])
    #expect(fields.first?.date == CalendarDate(year: 2027, month: 3, day: 5))
  }

  @Test(
    "dates of signing",
    arguments: [
      ("D:20270305231500-08'00'", "2027-03-05", 8 * 3600), ("D:20270305231500Z", "2027-03-05", 0),
      ("20270305", "2027-03-05", 0), ("D:20271301", nil, 0), ("", nil, 0),
    ] as [(String, String?, Int64)])
  func dates(_ text: String, _ day: String?, _ behind: Int64) {
    let time = SignatureDictionary.time(Array(text.utf8))
    #expect(time?.day.description == day)
    #expect(time.map { $0.universal - $0.local == behind } != false)
  }
}
