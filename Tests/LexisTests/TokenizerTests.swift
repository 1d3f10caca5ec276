// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Lexis

@Suite struct TokenizerTests {
  /// Tokens with a mark before them: ` ` space, `-` hyphen, `"` quotation mark; behind them `"` too.
  @Test(arguments: [
    ("Supplier grants 100 credits.", ["Supplier", " grants", " 100", " credits", "."]),
    ("on-site 24-month", ["on", "-site", " 24", "-month"]),
    ("on - site", ["on", " -", " site"]),
    ("-5", ["-", "5"]),
    ("2020–2025", ["2020", "–", "2025"]),
    (
      "1,250.00 190'770 190’770 4.2. 5,",
      [
        "1,250.00", " 190'770", " 190’770", " 4.2", ".", " 5", ",",
      ]
    ),
    ("Supplier's Supplier’s suppliers'", ["Supplier", "'s", " Supplier", "’s", " suppliers\""]),
    ("don't O’Neil it's", ["don't", " O’Neil", " it", "'s"]),
    ("“Fund” (the \"Fund\")", ["\"Fund\"", " (", "the", " \"Fund\"", ")"]),
    ("50K $5 5%", ["50", "K", " $", "5", " 5", "%"]),
    ("CHF\u{00A0}5 a\u{200B}b co\u{00AD}op", ["CHF", " 5", " a", "b", " co", "op"]),
    ("Zürich ÉCLAT naïve 中文", ["Zürich", " ÉCLAT", " naïve", " 中文"]),
    ("a\tb", ["a", " b"]),
    ("confidentialityagreements internationalisation", ["confidentialityagreements", " internationalisation"]),
    ("…§ 4 ™ ®", ["…", "§", " 4"]),
    ("", []), (" \t ", []), ("'", []), ("’s", ["\"s"]),
  ])
  func cuts(text: String, tokens: [String]) {
    let stream = TokenStream(line: text, Vocabulary())
    #expect(
      stream.tokens.map { token in
        let flags = token.flags
        let isFirst = flags.contains(.lineStart)
        let before = flags.contains(.hyphenBefore) ? "-" : flags.contains(.spaceBefore) && !isFirst ? " " : ""
        return before + (flags.contains(.quoteBefore) ? "\"" : "") + stream.source.string(token.range)
          + (flags.contains(.quoteAfter) ? "\"" : "")
      } == tokens)
  }

  @Test(arguments: [
    ("The", true, false), ("THE", true, true), ("A", true, false), ("the", false, false), ("tHE", false, false),
    ("Éclat", true, false), ("ÉÀ", true, true), ("éa", false, false), ("IBM's", true, true),
    ("INTERNATIONALISATION", true, true), ("Internationalisation", true, false), ("O’NEIL", true, true),
  ])
  func seesCapitals(word: String, isCapitalised: Bool, isAllCapitals: Bool) {
    // With and without sixteen bytes behind it: the fast way and the slow.
    for text in [word, word + " and some more words"] {
      let flags = TokenStream(line: text, Vocabulary()).tokens[0].flags
      #expect(flags.contains(.capitalised) == isCapitalised)
      #expect(flags.contains(.allCapitals) == isAllCapitals)
    }
  }

  @Test(arguments: [
    "Customer", "CUSTOMER", "customer", "Ökonomie", "ÖKONOMIE", "don’t", "Don't", "internationalisation",
    "Internationalisation", "exactlysixteenbb", "a", "%", "24", "1,000", "€", "–", "1’000",
  ])
  func knowsWordsInAnyCase(word: String) {
    var vocabulary = Vocabulary()
    let id = vocabulary.intern(word)
    #expect(id != Vocabulary.unknown)
    for text in [word, word + " and some more words", "some words and then " + word] {
      #expect(TokenStream(line: text, vocabulary).tokens.contains { $0.word == id }, "\(text)")
    }
    #expect(vocabulary.id(of: word) == id)
    #expect(vocabulary.intern(word) == id)
  }

  @Test func joinsWordsOverLines() {
    let text = "the Sup-\nplier's and pre-\nferred part-\nner"
    var vocabulary = Vocabulary()
    let supplier = vocabulary.intern("supplier")
    let partner = vocabulary.intern("partner")
    var source = SourceText(text: text)
    source.joins = [7..<9, 37..<39]
    let stream = TokenStream(source, vocabulary: vocabulary)
    #expect(
      stream.tokens.map { stream.text(stream.index(of: $0)) } == [
        "the", "Supplier", "'s", "and", "pre", "-", "ferred", "partner",
      ])
    #expect(stream.tokens[1].word == supplier)
    #expect(stream.tokens[7].word == partner)
    #expect(
      stream.tokens.map { $0.flags.contains(.lineStart) } == [true, false, false, false, false, false, true, false])
    #expect(stream.text(0..<4) == "the Supplier's and")
  }

  @Test func leavesFurnitureOut() {
    var source = SourceText(text: "one two\nPage 3\nthree")
    source.lines[1].isFurniture = true
    source.blocks = [SourceBlock(role: .paragraph, range: 0..<20, page: 1)]
    let stream = TokenStream(source, vocabulary: Vocabulary())
    #expect(stream.count == 3)
    #expect(stream.text(0..<3) == "one two three")
    #expect(stream.bytes(1..<3) == 4..<20)
    #expect(stream.bytes(1..<1) == 4..<4)
    #expect(stream.bytes(3..<3) == 20..<20)
  }

  @Test func knowsBlocks() {
    var source = SourceText(text: "one two\n…\nthree\tfour")
    source.blocks = [0..<7, 8..<8, 12..<22].map { SourceBlock(role: .paragraph, range: $0, page: 1) }
    source.lines.remove(at: 1)
    let stream = TokenStream(source, vocabulary: Vocabulary())
    #expect(stream.blockStarts == [0, 2, 2, 4])
    #expect((0..<4).map { stream.block(of: $0) } == [0, 0, 2, 2])
    #expect(stream.tokens(ofBlock: 1).isEmpty)
    #expect(stream.tokens.map { $0.flags.contains(.blockStart) } == [true, false, true, false])
    #expect(stream.tokens.map { $0.flags.contains(.cellStart) } == [false, false, false, true])
  }

  /// Whatever bytes come, tokens stand in order inside the text and cover every letter and digit of ASCII.
  @Test(arguments: 0..<40)
  func survivesAnyBytes(seed: Int) {
    var state = UInt64(seed + 1) &* 0x9E37_79B9_7F4A_7C15
    let bytes = (0..<400).map { _ -> UInt8 in
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return [0x61, 0x41, 0x20, 0x27, 0x2D, 0xE2, 0x80, 0x99, 0xC3, 0x89, 0x31, 0x2E, 0x0A, 0xFF, 0xF0, 0x94][
        Int(state % 16)]
    }
    var source = SourceText(text: "")
    source.utf8 = bytes
    source.lines = SourceText.lines(of: bytes)
    let stream = TokenStream(source, vocabulary: Vocabulary())
    var covered = Set<Int>()
    var last = 0
    for token in stream.tokens {
      #expect(Int(token.start) >= last && token.start < token.end && Int(token.end) <= bytes.count)
      last = Int(token.end)
      covered.formUnion(token.range)
    }
    for (at, byte) in bytes.enumerated() where byte == 0x61 || byte == 0x41 || byte == 0x31 {
      // A broken character may swallow what stands behind it.
      let before = bytes[max(0, at - 3)..<at]
      #expect(covered.contains(at) || before.contains { $0 >= 0xC2 }, "\(at)")
    }
  }

  @Test func cutsPhrasesLikeText() {
    #expect(
      Vocabulary.words(of: "Go-Live's 24x7 (a/b)") == ["go", "live", "'s", "24", "x", "7", "(", "a", "/", "b", ")"])
    #expect(Vocabulary.words(of: "'s") == ["'s"])
    #expect(Vocabulary.words(of: "–") == ["-"])
    #expect(Vocabulary.words(of: "“”") == [])
  }
}

extension TokenStream {
  /// One line, one block.
  init(line: String, _ vocabulary: Vocabulary) { self.init(SourceText(text: line), vocabulary: vocabulary) }

  fileprivate func index(of token: Token) -> Range<Int> {
    let index = tokens.firstIndex { $0.start == token.start } ?? 0
    return index..<(index + 1)
  }
}

extension SourceText {
  /// Lines at line breaks, all of one block.
  init(text: String) {
    let bytes = Array(text.utf8)
    self.init(
      utf8: bytes, lines: Self.lines(of: bytes),
      blocks: [SourceBlock(role: .paragraph, range: 0..<bytes.count, page: 1)])
  }

  static func lines(of bytes: [UInt8]) -> [SourceLine] {
    var lines: [SourceLine] = []
    var start = 0
    for (at, byte) in (bytes + [0x0A]).enumerated() where byte == 0x0A {
      if at > start { lines.append(SourceLine(range: start..<at, page: 1)) }
      start = at + 1
    }
    return lines
  }
}
