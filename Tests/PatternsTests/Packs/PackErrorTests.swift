// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import Testing

@testable import Patterns

/// What a wrong pack is answered with.
@Suite struct PackErrorTests {
  private static let head = "pack: a/1\n"
  private static let rule = "    examples: [x]\n    rejects: [y]\n"

  @Test func showsTheLineACaretAndASuggestion() {
    let text = "pack: a/1\nrules:\n  - id: one\n    granst: any\n    phrase: \"give {number}\"\n" + Self.rule
    let error = PackError(faults: faults(text))
    #expect(
      error.description == """
        a.yaml:3:9: error: rule `one` does not say `grants`
         3 |   - id: one
           |         ^
        a.yaml:4:5: error: unknown key `granst` in a rule of `rules`, did you mean `grants`?
         4 |     granst: any
           |     ^
        2 faults in the patterns: correct the places named above
        """)
  }

  @Test func keepsTabsUnderTheCaret() {
    let found = faults("pack: a/1\nwords:\n  give: [\"a\",\t\"{when}\"]\n")
    #expect(
      found.map(\.description) == [
        "a.yaml:3:17: error: unknown slot `when`\n 3 |   give: [\"a\",\t\"{when}\"]\n   |              \t  ^"
      ])
  }

  @Test func tellsAllFaultsOfAllFilesInOrder() {
    let second = """
      pack: b/1
      cues:
        - {id: one, cue: negatd, phrase: "(a|b", examples: [x], rejects: [y]}
        - {id: one, cue: negated, phrase: "{nmber} a", examples: [x]}
      """
    let found = faults("pack: a\nkind: {}\n", second)
    #expect(
      found.map { "\($0.file):\($0.line):\($0.column) \($0.message) [\($0.suggestion ?? "")]" } == [
        "a.yaml:1:7 `pack` must be a name and a version, as `mine/1` []",
        "a.yaml:2:1 unknown key `kind` in a pack [kinds]",
        "b1.yaml:3:20 unknown cue `negatd` [negated]",
        "b1.yaml:3:37 this `(` is not closed []",
        "b1.yaml:4:10 rule `one` has no near miss under `rejects` []",
        "b1.yaml:4:10 the id `one` is already used in line 3 []",
        "b1.yaml:4:39 unknown slot `nmber` [number]",
      ])
  }

  /// Where a text has one fault, its place and words.
  @Test(arguments: [
    ("words:\n  a: [\"x ...\"]", "2:10 a phrase cannot end with a gap"),
    ("words:\n  a: [\"...4 x\"]", "2:8 a phrase cannot begin with a gap"),
    ("words:\n  a: [\"[x] [y]\"]", "2:8 this phrase matches even where nothing stands"),
    ("words:\n  a: [\"\"]", "2:8 an empty phrase"),
    ("words:\n  a: [x y|z]", "2:10 a `|` stands outside brackets"),
    ("words:\n  a: [\"x )\"]", "2:10 `)` closes nothing"),
    ("words:\n  a: [\"x [y\"]", "2:10 this `[` is not closed"),
    ("words:\n  a: [\"x {y\"]", "2:10 this `{` is not closed"),
    ("words:\n  a: [\"x ...99 y\"]", "2:10 a gap holds 1 to 40 tokens"),
    ("words:\n  a: [\"x ()\"]", "2:10 nothing stands in these brackets"),
    ("words:\n  a: [\"x [y](s)\"]", "2:13 an ending cannot follow `]`: write it inside"),
    ("words:\n  a: [\"(x|{b})(s)\"]\n  b: [y]", "2:15 an ending needs a word before it in every alternative"),
    ("words:\n  a: [\"{b}(s)\"]\n  b: [y]", "2:11 a slot takes no ending"),
    ("words:\n  a: [\"x {}\"]", "2:11 a slot without a name"),
    ("words:\n  a: [\"x {number}\"]", "2:8 a name holds words and lists of words only, no values and no kinds"),
    ("words:\n  a: [\"x {b}\"]\n  b: [\"y {a}\"]", "3:8 a list of words that holds itself: `a` in `b` in `a`"),
    ("words:\n  a: [\"x {a}\"]", "2:8 a list of words that holds itself: `a` in `a`"),
    ("words:\n  a: [x]\n  a: [y]", "3:3 the key `a` stands twice in one mapping"),
    ("words: {a: [x], a: [y]}", "1:17 the key `a` stands twice in one mapping"),
    ("words:\n  money: [x]", "2:3 `money` already names another slot"),
    ("words:\n  Big: [x]", "2:3 the name of a list of words holds small letters, digits and `_` only"),
    ("words:\n  a: x", "2:6 `a` must be a list"),
    ("words:\n  a: [{unit: day}]", "2:7 a name without `phrase`"),
    ("words:\n  a: [{phrase: x, weak: maybe}]", "2:25 `weak` must be true or false"),
    ("kinds:\n  k: [x]", "2:6 a kind must be a mapping of keys to values"),
    ("kinds:\n  k: {names: [x], unti: a}", "2:19 unknown key `unti` in a kind"),
    ("kinds:\n  k: {names: [x], unit: Credit}", "2:25 a unit is a singular noun in small letters, not `Credit`"),
    (
      "kinds:\n  k: {names: [x], unit: training day}",
      "2:25 a unit is a singular noun in small letters, not `training day`"
    ),
    ("kinds:\n  k: {names: [{phrase: x, unit: activities}]}", "2:33 a unit is a singular noun, not `activities`"),
    ("kinds:\n  support_plan: {names: [{phrase: x, tier: premiere}]}", "2:44 unknown tier `premiere`"),
    ("kinds:\n  k: {names: [{phrase: x, tier: premier}]}", "2:33 only names of `support_plan` have a tier"),
    ("words:\n  a: [{phrase: x, tier: premier}]", "2:25 only names of `support_plan` have a tier"),
    ("words:\n  a: [x]\n b: [y]", "3:2 not YAML: while parsing a block mapping, did not find expected key"),
  ])
  func findsFaults(text: String, fault: String) {
    // The pack's own line comes last, so that lines count from 1.
    let found = faults(text + "\npack: a/1\n")
    #expect(found.map { "\($0.line):\($0.column) \($0.message)" }.first == fault)
    #expect(found.count == 1 || fault.contains("YAML"))
  }

  @Test(arguments: [
    ("id: one, cue: negated, phrase: a, rejects: [y]", "rule `one` has no example under `examples`"),
    ("id: one, cue: negated, phrase: a, examples: [y]", "rule `one` has no near miss under `rejects`"),
    ("id: one, cue: negated, examples: [x], rejects: [y]", "rule `one` has no phrase"),
    ("id: one, phrase: a, examples: [x], rejects: [y]", "rule `one` does not say `cue`"),
    ("cue: negated, phrase: a, examples: [x], rejects: [y]", "a rule without `id`"),
    (
      "id: One, cue: negated, phrase: a, examples: [x], rejects: [y]",
      "an id holds small letters, digits, `.`, `-` and `_` only"
    ),
    ("id: one, cue: negated, reach: afar, phrase: a, examples: [x], rejects: [y]", "unknown reach `afar`"),
    (
      "id: one, cue: negated, priority: high, phrase: a, examples: [x], rejects: [y]",
      "`priority` must be a whole number"
    ),
    (
      "id: one, cue: negated, phrase: '{name}', examples: [x], rejects: [y]",
      "a phrase needs a word, a value or a kind besides `{name}`"
    ),
    ("id: one, cue: negated, phrase: a, examples: [{txt: b}], rejects: [y]", "an example without `text`"),
    ("id: one, cue: negated, phrase: a, examples: [x], rejects: ['']", "a near miss is missing"),
  ])
  func findsFaultsOfRules(rule: String, fault: String) {
    let found = faults(Self.head + "cues:\n  - {\(rule)}\n")
    #expect(found.contains { $0.message == fault }, "\(found)")
  }

  /// Under `gives` of an example of a grant.
  @Test(arguments: [
    ("quantitty: 5", "5:43 unknown field `quantitty`", "quantity"), ("colour: red", "5:43 unknown field `colour`", ""),
    ("kind: foo", "5:49 unknown kind `foo`", ""), ("kind: voucer", "5:49 unknown kind `voucer`", "voucher"),
    ("quantity: abc", "5:53 `quantity` must be a number without sign or separator, or null", ""),
    ("value: '5'", "5:51 `value` must be a number without sign or separator, or null", ""),
    ("tier: premiere", "5:49 unknown tier `premiere`", "premier"), ("per: weak", "5:48 unknown per `weak`", ""),
    ("unit: credits", "5:49 a unit is a singular noun, not `credits`", "credit"),
    ("currency: usd", "5:53 `currency` must be a code of three capitals, as `USD`", ""),
    ("every: quater", "5:50 unknown every `quater`", "quarter"),
    ("unused: lost", "5:51 unknown unused `lost`", ""),
    ("transferable: yes", "5:57 `transferable` must be true, false or null", ""),
    ("name: 7", "5:49 `name` must be a text: put it in quotation marks", ""),
    ("", "5:42 `gives` says nothing: leave it out", ""),
  ])
  func findsFaultsOfWhatExamplesGive(gives: String, fault: String, suggestion: String) {
    let found = faults(
      "pack: a/1\nkinds: {voucher: {names: [x]}, support_plan: {names: [y]}}\nrules:\n"
        + "  - {id: one, grants: any, phrase: x,\n     examples: [{text: x, gives:         {\(gives)}}], rejects: [y]}\n"
    )
    #expect(found.map { "\($0.line):\($0.column) \($0.message)" } == [fault])
    #expect((found.first?.suggestion ?? "") == suggestion)
  }

  @Test(arguments: ["kind: voucher", "quantity: 5, unit: null", "transferable: false, swappable: null", "per: year"])
  func takesWhatExamplesGive(gives: String) {
    let text = "pack: a/1\nkinds: {voucher: {names: [x]}}\nrules:\n  - {id: one, grants: any, phrase: x, "
    #expect(faults(text + "examples: [{text: x, gives: {\(gives)}}], rejects: [y]}\n") == [])
  }

  @Test(arguments: [
    (
      "cues:\n  - {id: one, cue: negated, gives: {unused: forfeited}, ",
      "3:37 a rule of `cues` gives nothing but its subject"
    ),
    ("links:\n  - {id: one, links: unused, gives: {unsued: forfeited}, ", "3:38 nothing reads `unsued`"),
    ("links:\n  - {id: one, links: unused, gives: {unused: forfeitd}, ", "3:46 unknown unused `forfeitd`"),
  ])
  func findsFaultsOfWhatRulesGive(rule: String, fault: String) {
    let found = faults(Self.head + rule + "phrase: x, examples: [x], rejects: [y]}\n")
    #expect(found.map { "\($0.line):\($0.column) \($0.message)" } == [fault])
  }

  @Test func onlyGrantsGive() {
    let found = faults(
      Self.head
        + "cues:\n  - {id: one, cue: negated, phrase: x, examples: [{text: x, gives: {fee: 0}}], rejects: [y]}\n")
    #expect(
      found.map(\.message) == ["only examples of grants say what they give: of others it is asked whether they match"])
  }

  @Test(arguments: ["[", "(", "x [y "]) func capsBrackets(open: String) {
    let found = faults(Self.head + "words:\n  a: ['\(String(repeating: open, count: 15_000))']\n")
    #expect(found.map(\.message) == ["more than 24 brackets stand in one another"])
  }

  @Test func showsThePartOfALongLine() {
    let long = String(repeating: "x ", count: 5000)
    let found = faults(Self.head + "words:\n  a: ['\(long){nope} \(long)']\n")
    let lines = found.first?.description.split(separator: "\n").map { Array($0.unicodeScalars) } ?? []
    #expect(lines.count == 3 && lines[1].count < 260)
    let caret = lines.last?.firstIndex(of: "^") ?? 0
    #expect(lines.count == 3 && String(String.UnicodeScalarView(lines[1][caret...].prefix(4))) == "nope")
  }

  @Test func capsListsInLists() {
    var text = Self.head + "words:\n  a0: [x]\n"
    for depth in 1...3000 { text += "  a\(depth): ['y {a\(depth - 1)}']\n" }
    let found = faults(text)
    #expect(found.first?.message == "more than 16 lists of words stand in one another")
    #expect(found.first?.line == 19)
  }

  @Test func anAliasShowsItsFaultOnce() {
    let found = faults("pack: a/1\nwords:\n  a: &n [{phrase: x, weak: maybe}]\n  b: *n\n  c: *n\n")
    #expect(found.map(\.message) == ["`weak` must be true or false"])
  }

  private static let sound = Array("pack: a/1\nwords: {a: [é]}\n".utf8)

  private func encodingFaults(_ bytes: [UInt8]) -> [String] {
    do {
      _ = try PackSet.load(files: [PackFile(path: "a.yaml", bytes: bytes)], schema: schema)
      return []
    } catch {
      return error.faults.map { "\($0.line):\($0.column) \($0.message)" }
    }
  }

  @Test func aByteOrderMarkIsNoFault() {
    #expect(encodingFaults(Self.sound) == [])
    #expect(encodingFaults([0xEF, 0xBB, 0xBF] + Self.sound) == [])
  }

  @Test(arguments: [[0xFF, 0xFE], [0xFE, 0xFF], []] as [[UInt8]]) func packsAreNotUTF16(mark: [UInt8]) {
    let bytes = mark + Self.sound.flatMap { mark == [0xFE, 0xFF] ? [0, $0] : [$0, 0] }
    #expect(encodingFaults(bytes) == ["1:1 the file is written in UTF-16: save it as UTF-8"])
  }

  @Test func bytesThatAreNoUTF8AreFaults() {
    let bytes = Self.sound + Array("about: \"ü".utf8) + [0xE9] + Array("\"\n# ".utf8) + [0xC3] + Array("\n".utf8)
    #expect(
      encodingFaults(bytes) == [
        "3:10 not UTF-8: no text holds the byte 0xE9 here; save the file as UTF-8",
        "4:3 not UTF-8: no text holds the byte 0xC3 here; save the file as UTF-8",
      ])
  }

  @Test func capsStates() {
    let phrase = "x " + Array(repeating: "...40 y", count: 14).joined(separator: " ")
    let found = faults(Self.head + "words:\n  a: [\"\(phrase)\"]\n")
    #expect(found.map(\.message) == ["the phrase has 575 states, more than 512: shorten its gaps or split it"])
  }

  @Test func capsTheStatesOfNamesTogether() throws {
    // Each of the many first gaps may have ended at any token: the sets of positions double with every word.
    let words = "words:\n  a: [\"x ...20 (x|y) ...20 (x|y) ...20 (x|y) ...20 z\"]\n"
    var vocabulary = Vocabulary()
    let set = try load(Self.head + words)
    let error = #expect(throws: PackError.self) { try CompiledPatterns(set, vocabulary: &vocabulary, mostStates: 500) }
    #expect(error?.faults.first?.message.hasPrefix("the names have more than 500 states") == true)
  }

  @Test func readsOnAfterAKeyThatStandsTwice() {
    let found = faults(
      "pack: a/1\nwords:\n  a: [x]\n  b: [y]\n  a: ['{nope}']\nkinds:\n  k: {unit: a, names: [], unit: b}\n  l: {nmes: []}\n"
    )
    #expect(
      found.map { "\($0.line):\($0.column) \($0.message)" } == [
        "5:3 the key `a` stands twice in one mapping", "5:9 unknown slot `nope`",
        "7:27 the key `unit` stands twice in one mapping", "8:7 unknown key `nmes` in a kind",
      ])
  }

  @Test func aliasesCannotMakeAFileEndless() {
    var text = "pack: a/1\nwords:\n  a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for depth in 1...9 {
      let before = "*a\(depth - 1)"
      text += "  a\(depth): &a\(depth) {" + (0..<9).map { "k\($0): \(before)" }.joined(separator: ", ") + "}\n"
    }
    text += "kinds: {k: *a9}\n"
    #expect(faults(text).contains { $0.message.contains("must be a list") })
  }

  @Test func kindsOfSeveralPacksAreJoined() throws {
    let set = try load(
      "pack: a/1\nkinds:\n  k: {about: A kind., unit: credit, names: [one]}\n",
      "pack: b/1\nkinds:\n  k: {names: [two]}\n")
    #expect(set.kinds.count == 1)
    #expect(set.kinds[0].names.map(\.phrase) == ["one", "two"])
    #expect(set.kinds[0].names.map(\.file) == ["a.yaml", "b1.yaml"])
    #expect(set.kinds[0].unit == "credit")
    let other = faults(
      "pack: a/1\nkinds:\n  k: {unit: credit, names: []}\n", "pack: b/1\nkinds:\n  k: {unit: day, names: []}\n")
    #expect(other.map(\.message) == ["the kind `k` has another unit at a.yaml:3; give one unit, or one a name"])
  }
}
