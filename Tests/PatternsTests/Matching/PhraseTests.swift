// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Testing

@testable import Patterns

@Suite struct PhraseTests {
  @Test(arguments: [
    // A number takes the nearest name, a name the nearest number before it.
    (
      "{number} ...4 {kind}", "50 training credits and 20 exam vouchers",
      [
        "r0: 50 training credits | number=50 kind=training credits",
        "r0: 20 exam vouchers | number=20 kind=exam vouchers",
      ]
    ),
    (
      "{number} ...4 {kind}", "50 good training credits, exam vouchers",
      [
        "r0: 50 good training credits | number=50 kind=training credits"
      ]
    ),
    ("{number} ...4 {kind}", "5 6 training credits", ["r0: 6 training credits | number=6 kind=training credits"]),
    ("{number} ...1 {voucher}", "5 training credits", []),
    ("{number} ...1 {voucher}", "5 exam vouchers", ["r0: 5 exam vouchers | number=5 voucher=exam vouchers"]),
    // Gaps stay in the sentence, block and cell.
    ("{number} ...4 {kind}", "We have 5. Training credits lapse.", []),
    ("{number} ...4 {kind}", "5\ntraining credits", []),
    ("{number} ...4 {kind}", "5\ttraining credits", []),
    // The longest of several readings from one token, and no second match at its tail.
    ("[not|never] [be] used", "shall not be used", ["r0: not be used"]),
    ("a [b] [c]", "a b c", ["r0: a b c"]),
    ("(may|can) ...3 buy", "may or may buy", ["r0: may buy"]),
    ("(may|can) ...3 buy", "can buy, can buy", ["r0: can buy", "r0: can buy"]),
    (
      "{when} ...2 {when.end}", "from the start date to the end date",
      [
        "r0: start date to the end date | when=start date when.end=end date"
      ]
    ),
    ("{money} ...2 {percent}", "$5 or 10% of it", ["r0: $5 or 10% | money=$5 percent=10%"]),
    ("paid {money|number}", "paid $5", ["r0: paid $5 | money=$5"]),
    ("law of {name}", "the law of New South Wales applies", ["r0: law of New South Wales | name=New South Wales"]),
    ("of {name} and", "State of New York and", ["r0: of New York and | name=New York"]),
    ("{give}", "he gives", ["r0: gives | give=gives"]),
    ("lapse", "They lapse. They lapse!", ["r0: lapse", "r0: lapse"]),
  ])
  func finds(phrase: String, text: String, matches: [String]) throws {
    #expect(try Reader(phrases: [phrase]).matches(text) == matches)
  }

  /// What a phrase needs is looked for near its anchor, stretch by stretch: wherever in a long sentence it stands.
  @Test(arguments: 0...40)
  func findsPhrasesAtAnyPlaceOfALongSentence(place: Int) throws {
    let reader = try Reader(phrases: ["vendor ...4 supplies ...4 {kind} ...3 lapse"])
    let filling = [String](repeating: "word", count: place).joined(separator: " ")
    let text = "\(filling) vendor of long standing supplies them with training credits that soon lapse \(filling)"
    #expect(
      reader.matches(text) == [
        "r0: vendor of long standing supplies them with training credits that soon lapse | kind=training credits"
      ])
    let apart = "vendor \(filling) and more of the same supplies them with training credits that soon lapse"
    #expect(reader.matches(apart).isEmpty)
  }

  @Test func matchesOfAllRulesComeByTokenThenRule() throws {
    let reader = try Reader(phrases: ["credits lapse", "training credits", "{kind}", "training ...2 lapse"])
    #expect(
      reader.matches("training credits lapse") == [
        "r1: training credits", "r2: training credits | kind=training credits",
        "r3: training credits lapse",
        "r0: credits lapse",
      ])
  }

  @Test func severalPhrasesOfARuleGiveOneMatch() throws {
    let reader = try Reader(
      """
      pack: a/1
      cues:
        - id: one
          cue: negated
          reach: after
          priority: 3
          phrase: "not"
          phrases: ["not used", "is not used"]
          examples: [x]
          rejects: [y]
      """)
    #expect(reader.matches("it is not used here") == ["one: is not used"])
    let rule = reader.patterns.rules[0]
    #expect(rule.qualifiedID == "a/one")
    #expect(rule.role == .cue && rule.subject == "negated" && rule.reach == "after" && rule.priority == 3)
    #expect(rule.gives.isEmpty && rule.line == 3 && rule.phrases.count == 3)
  }

  @Test func capturesSayWhatTheyTook() throws {
    let reader = try Reader(phrases: ["{number} ...4 {kind|give}"])
    let stream = reader.stream("We give 7 credits")
    var matcher = Matcher(reader.patterns)
    let found = matcher.matches(in: stream, values: [TypedSpan(slot: .number, tokens: 2..<3, index: 42)])
    #expect(found.names.map(\.tokens) == [1..<2, 3..<4])
    #expect(
      found.matches == [
        PhraseMatch(
          rule: 0, tokens: 2..<4,
          captures: [
            PhraseMatch.Capture(slot: .number, tokens: 2..<3, valueIndex: 42),
            PhraseMatch.Capture(slot: .anyKind, tokens: 3..<4, nameIndex: 1),
          ])
      ])
  }

  @Test func linksAreFoundApartAndTakeTheirPlace() throws {
    let reader = try Reader(
      """
      pack: a/1
      kinds: {k: {names: [credits]}}
      cues:
        - {id: c, cue: negated, phrase: "no {k}", examples: [x], rejects: [y]}
        - {id: d, cue: negated, phrase: "(free|lapse)", examples: [x], rejects: [y]}
      links:
        - {id: l, links: unused, gives: {unused: forfeited}, phrase: "(lapse|no)", examples: [x], rejects: [y]}
        - {id: m, links: unused, gives: {unused: forfeited}, phrase: "{k} ...2 lapse", examples: [x], rejects: [y]}
      """)
    #expect(
      reader.matches("free credits lapse. No credits") == [
        "d: free", "m: credits lapse | k=credits", "d: lapse", "l: lapse", "c: No credits | k=credits", "l: No",
      ])
    let stream = reader.stream("no credits lapse")
    var matcher = Matcher(reader.patterns)
    func rules(_ part: Matcher.Part) -> [String] {
      matcher.matches(in: stream, values: [], of: part).matches.map { reader.patterns.rules[$0.rule].id }
    }
    #expect(rules(.everywhere) == ["c", "d"] && rules(.links) == ["l", "m", "l"])
  }

  @Test func sentencesAreAskedAboutOneAtATime() throws {
    let reader = try Reader(phrases: ["{number} x", "x {number}"])
    let stream = reader.stream("1 x\nx 2 x\n3 x")
    var matcher = Matcher(reader.patterns)
    let values = Reader.values(stream)
    #expect(matcher.matches(in: stream, values: values).matches.map(\.tokens) == [0..<2, 2..<4, 3..<5, 5..<7])
    let second = matcher.matches(in: stream, sentences: 2..<5, values: values, of: .everywhere).matches
    #expect(second.map(\.tokens) == [2..<4, 3..<5])
    #expect(second.map(\.captures.first?.valueIndex) == [101, 101])
  }

  @Test func valuesThatFitNowhereFillNoSlot() throws {
    let reader = try Reader(phrases: ["{number} x", "x {number}"])
    let stream = reader.stream("a x. B x")
    var matcher = Matcher(reader.patterns)
    let spans = [3..<5, 0..<4, 2..<2, 4..<90, 0..<1].enumerated().map {
      TypedSpan(slot: .number, tokens: $0.element, index: $0.offset)
    }
    let found = matcher.matches(in: stream, values: spans).matches
    #expect(found.map(\.tokens) == [0..<2])
    #expect(found.first?.captures.first?.valueIndex == 4)
  }

  @Test func factsAndLinksAreRules() throws {
    let set = try load(
      """
      pack: a/1
      links:
        - {id: l, links: unused, gives: {unused: forfeited}, phrase: lapse, examples: [x], rejects: [y]}
      facts:
        - {id: f, fact: governing_law, phrase: "laws of {name}", examples: [x], rejects: [y]}
      kinds: {k: {names: [z]}}
      rules:
        - {id: g, grants: k, phrase: "{number} {k}", examples: [{text: x, gives: {fee: 5, swappable: true, "name": null}}], rejects: [y]}
      """)
    #expect(set.rules.map(\.role) == [.grant, .link, .fact])
    #expect(set.examples.map(\.rule) == [0, 0, 1, 1, 2, 2])
    #expect(set.examples.map(\.isReject) == [false, true, false, true, false, true])
    #expect(set.examples[0].gives == [.fee: .number(5), .swappable: .flag(true), .name: PackScalar.none])
    #expect(set.examples[0].line == 8)
  }

  /// More phrases than there are bits for what they need besides their anchors.
  @Test func manyPhrasesAreAllTried() throws {
    let phrases = (0..<400).map { "left\($0) ...3 right\($0)" }
    let reader = try Reader(phrases: phrases)
    for number in [0, 127, 128, 255, 256, 399] {
      #expect(reader.matches("a left\(number) b right\(number) c") == ["r\(number): left\(number) b right\(number)"])
      #expect(reader.matches("a left\(number) b right\((number + 1) % 400) c") == [])
      #expect(reader.matches("a left\(number). B right\(number) c") == [])
    }
  }

  @Test func anEmptyTextHasNothing() throws {
    let reader = try Reader(phrases: ["x"])
    #expect(reader.matches("") == [])
    #expect(reader.names("") == [])
  }

  @Test func wordsThatCameAfterThePacksAreUnknownToThem() throws {
    let reader = try Reader(phrases: ["x"])
    var vocabulary = reader.vocabulary
    let late = vocabulary.intern("latecomer")
    #expect(Int(late) >= reader.patterns.phrases(of: .everywhere).words.count)
    let stream = TokenStream(reader.stream("latecomer x").source, vocabulary: vocabulary)
    var matcher = Matcher(reader.patterns)
    #expect(matcher.matches(in: stream, values: []).matches.map(\.tokens) == [1..<2])
  }
}
