// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Patterns

/// The unknown slot's place in all the ways to write a text in YAML.
@Suite struct PackLinesTests {
  @Test(arguments: [
    ("  a:\n    - x {nope}", 3, 10),
    ("  a: [\"x {nope}\"]", 2, 11),
    ("  a: ['x {nope}']", 2, 11),
    ("  a: ['it''s {nope}']", 2, 15),
    ("  a: [\"\\u00e9 \\\"q\\\" {nope}\"]", 2, 22),
    ("  a: [\"é {nope}\"]", 2, 11),
    ("  a:\n    - |\n      x\n      {nope}", 5, 8),
    ("  a:\n    - >-\n      x y\n      z {nope}", 5, 10),
    ("  a:\n    - \"x\n      y {nope}\"", 4, 10),
    ("  a:\n    - x\n      y {nope}", 4, 10),
    ("  a:\n    - \"x \\\n      {nope}\"", 4, 8),
  ])
  func findsTheColumn(words: String, line: Int, column: Int) {
    let found = faults("words:\n" + words + "\npack: a/1\n")
    #expect(found.map { "\($0.line):\($0.column) \($0.message)" } == ["\(line):\(column) unknown slot `nope`"])
  }
}
