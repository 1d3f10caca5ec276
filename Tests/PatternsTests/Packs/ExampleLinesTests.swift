// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Patterns

/// Packs read without what proves them.
@Suite struct ExampleLinesTests {
  @Test func emptiesWhatStandsUnderTheKeysAndNothingElse() {
    let text = """
      rules:
        - id: one
          examples:
            - "a"

            - text: b
              gives:
                fee: 0
          rejects:
          - c
          phrase: "d"
        - id: two
          rejects: [e]
          examples:
            - f
      facts: []
      """
    let (before, after) = (lines(text), lines(ExampleLines.emptied(text)))
    let kept = [0, 1, 2, 8, 10, 11, 12, 13, 15]
    #expect(after == before.indices.map { kept.contains($0) ? before[$0] : "" })
  }

  private func lines(_ text: String) -> [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }

  @Test(arguments: ["about: |\n  examples:\n    more\n", "about: >-\n  rejects:\n    - x\n"])
  func leavesTextsAlone(_ text: String) { #expect(ExampleLines.emptied(text) == text) }

  @Test func rulesOfASoundPackAreTheSame() throws {
    let file = PackFile(
      path: "a.yaml",
      text:
        "pack: a/1\nkinds:\n  x: {names: [x]}\nrules:\n  - id: one\n    grants: x\n    examples:\n      - give 1 x\n"
        + "    rejects:\n      - y\n    phrase: give {number} x\n")
    let (whole, bare) = (
      try PackSet.load(files: [file], schema: schema),
      try PackSet.load(files: [file], schema: schema, keepsExamples: false)
    )
    #expect(whole.examples.count == 2 && bare.examples.isEmpty)
    #expect(whole.rules.map(\.line) == bare.rules.map(\.line) && bare.rules.count == 1)
  }

  /// Whoever mends a pack is told all at once, also of its examples.
  @Test func wrongPacksAreToldOfWhole() {
    let file = PackFile(
      path: "a.yaml",
      text: "pack: a/1\nrules:\n  - id: one\n    examples:\n      - {txt: a}\n    rejects: [b]\n    phrase: (c\n")
    #expect(throws: PackError.self) { try PackSet.load(files: [file], schema: schema, keepsExamples: false) }
    do {
      _ = try PackSet.load(files: [file], schema: schema, keepsExamples: false)
    } catch {
      #expect(error.description.contains("an example without `text`"))
    }
  }

  @Test func aRuleWithoutExamplesIsStillToldOf() {
    let file = PackFile(
      path: "a.yaml", text: "pack: a/1\nkinds:\n  x: {names: [x]}\nrules:\n  - {id: one, grants: x, phrase: give x}\n")
    #expect(throws: PackError.self) { try PackSet.load(files: [file], schema: schema, keepsExamples: false) }
  }
}
