// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Ingestion

@Suite("Small raised figures of PDF")
struct RaisedFigureTests {
  /// `^` raises and shrinks, `_` lowers and shrinks what follows up to the next blank or `~`.
  private func line(_ marked: String) -> String {
    var content = "BT 72 700 Td /F 12 Tf "
    var open = ""
    func show() { if !open.isEmpty { content += "(\(open)) Tj " } }
    var isSmall = false
    for character in marked {
      switch character {
      case "^", "_":
        show()
        content += "/F 7 Tf \(character == "^" ? "4" : "-2") Ts "
        (open, isSmall) = ("", true)
      case " " where isSmall, "~":
        show()
        content += "/F 12 Tf 0 Ts "
        (open, isSmall) = (character == " " ? " " : "", false)
      default: open.append(character)
      }
    }
    show()
    var sketch = PDFSketch()
    sketch.page(content + "ET")
    let text = DocumentReader.read(sketch.bytes, fileName: "sketch.pdf").text
    return text.lines.map { text.string($0.range) }.joined(separator: "\n")
  }

  @Test(
    "marks of notes and exponents are no digits of what stands before them",
    arguments: [
      ("The keeper gets 40^2 lamps", "The keeper gets 40² lamps"),
      ("oil for USD 5,000^14~, each year", "oil for USD 5,000¹⁴, each year"),
      ("lamps^3 and 90 m^2 of floor", "lamps³ and 90 m² of floor"), ("^1 Until 4 May 2027", "¹ Until 4 May 2027"),
      ("^1~Until 4 May 2027", "¹Until 4 May 2027"), ("a fund ^4 of oil", "a fund ⁴ of oil"),
    ])
  func raised(_ marked: String, _ expected: String) { #expect(line(marked) == expected) }

  @Test(
    "figures that are lowered, the halves of a fraction and letters stay as they are",
    arguments: [("H_2 and oil", "H2 and oil"), ("2^1~/_2 hours", "2 1/2 hours"), ("the 1^st lamp", "the 1st lamp")])
  func other(_ marked: String, _ expected: String) { #expect(line(marked) == expected) }
}
