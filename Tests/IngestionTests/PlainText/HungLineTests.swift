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
}
