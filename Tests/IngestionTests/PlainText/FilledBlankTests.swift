// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Blanks filled in within a line of text")
struct FilledBlankTests {
  @Test(
    "blanks filled in within a line of text are no columns",
    arguments: [
      "The keeper lends the society   40   lamps at no charge, to be back by May 4, 2027.",
      "The keeper lends the society      forty (40)      lamps at no charge until   May 4, 2027",
      "The keeper will give to   Weir Mill Ltd   a total of   40   lamps, at no charge.",
    ])
  func filledBlanks(_ line: String) {
    let text = read(line)
    #expect(text.lines.count == 3)
    #expect(!text.utf8.contains(0x09))
  }

  @Test(
    "labels, and cells that stand under each other, keep their gaps",
    arguments: [
      "Lantern 4, with its wick: 8 days      Between May and June      nil",
      "Payment terms for lamps        net thirty days from the day of the bill",
      "Oiled lamp         40    each, with its wick and glass\nLong rope          12    each, tarred at both of its ends",
    ])
  func meantGaps(_ lines: String) {
    #expect(read(lines).utf8.contains(0x09))
  }

  /// Lines between a heading and a last line.
  private func read(_ lines: String) -> SourceText {
    PlainTextReader.read(Array("Lamps\n\n\(lines)\n\nThe end of the text.".utf8))
  }
}
