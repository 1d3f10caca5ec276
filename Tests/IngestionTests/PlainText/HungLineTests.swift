// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite struct HungLineTests {
  @Test("an item that is set line by line stays one")
  func hungLines() {
    let text = PlainTextReader.read(
      Array(
        """
        EXTRAS THAT COME WITH THE ORDER, ALL OF THEM

        A.  Lantern credits
            500 a month
            August 2031 through July 2032
            Not carried into the next month.
            For: night walks
        B.  Oil
            Two barrels
        """.utf8))
    let items = text.blocks.filter { if case .listItem = $0.role { true } else { false } }
    #expect(items.count == 2)
    #expect(items.first.map { text.string($0.range) }?.hasSuffix("For: night walks") == true)
  }

  @Test("a short title over text that fills its lines is a heading")
  func titleOverText() {
    let text = PlainTextReader.read(
      Array(
        """
        5.  Lighting assistance
            Quill's lamplighters shall, without any fee, assist the harbour's
            own people for up to ninety nights. The nights may be taken within
            five months of the day on which the order starts.
        6.  Oil and wicks
            The two barrels of oil are counted together. Wicks are cut by the
            harbour and stay its own.
        """.utf8))
    let headings = text.blocks.filter { if case .heading = $0.role { true } else { false } }
    #expect(headings.map { text.string($0.range) } == ["5. Lighting assistance", "6. Oil and wicks"])
  }
}
