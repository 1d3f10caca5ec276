// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Export

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("abc", 3), ("", 0), ("é", 1), ("e\u{301}", 1), ("研修", 4), ("ｶﾅ", 2), ("Ａ", 2), ("한글", 4), ("\u{200B}x", 1),
    ("✅", 2),
    ("👩\u{200D}💻", 2), ("👍🏽", 2), ("→", 1), ("·", 1), ("€", 1), ("\u{1112}\u{1161}\u{11AB}", 2),
  ])
  func `Columns that a text takes`(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("", 5, [""]), ("abcdefgh", 3, ["abc", "def", "gh"]),
    ("研修研修", 5, ["研修", "研修"]), ("研", 1, ["研"]), ("ab cd", 2, ["ab", "cd"]),
    ("acme/orders/x", 8, ["acme/", "orders/x"]), ("a bbbbbb", 4, ["a", "bbbb", "bb"]),
  ])
  func `Lines of a width`(text: String, width: Int, lines: [String]) {
    #expect(TextWrap.lines(text, width: width) == lines)
  }

  @Test(arguments: [("a\n b\t c ", "a b c"), ("a\u{1B}[31m", "a\u{FFFD}[31m"), ("\u{202E}x", "\u{FFFD}x")])
  func `Text that a terminal may see`(text: String, printable: String) {
    #expect(DisplayWidth.printable(text) == printable)
  }
}
