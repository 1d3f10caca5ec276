// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis

@testable import Patterns

/// Words that the packs of these tests may use.
let schema = PackSchema(
  cues: ["negated", "granted"], links: ["unused"], facts: ["governing_law"],
  gives: ["unused": ["forfeited", "refundable"]])

func load(_ texts: String...) throws -> PackSet {
  let files = texts.enumerated().map {
    PackFile(path: $0.offset == 0 ? "a.yaml" : "b\($0.offset).yaml", text: $0.element)
  }
  return try PackSet.load(files: files, schema: schema)
}

/// The faults of packs, nil where they have none.
func faults(_ texts: String...) -> [PackFault] {
  let files = texts.enumerated().map {
    PackFile(path: $0.offset == 0 ? "a.yaml" : "b\($0.offset).yaml", text: $0.element)
  }
  do {
    _ = try PackSet.load(files: files, schema: schema)
    return []
  } catch {
    return error.faults
  }
}

/// A pack with one kind, two lists and rules of these phrases, each under the cue `negated` and the id `r0`, `r1`, ….
func pack(_ phrases: [String], kinds: String = "", words: String = "") -> String {
  var text = """
    pack: a/1
    words:
      give: ["give(s)", "hand(s) over"]
      when:
        start: ["start date", "date"]
        end: ["end date"]
    \(words)
    kinds:
      training_credit:
        unit: credit
        names: ["training credit(s)", {phrase: "credit(s)", weak: true}, {phrase: "training day(s)", unit: day}]
      voucher:
        names: ["exam voucher(s)", "training credit voucher(s)"]
    \(kinds)
    cues:

    """
  for (number, phrase) in phrases.enumerated() {
    text += "  - {id: r\(number), cue: negated, phrase: '\(phrase.replacingQuotes)', examples: [x], rejects: [y]}\n"
  }
  return text
}

extension String {
  /// For YAML's single quotes.
  fileprivate var replacingQuotes: String {
    split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
  }
}

/// A pack made ready, and a way to match texts with it.
struct Reader {
  let patterns: CompiledPatterns
  let vocabulary: Vocabulary

  init(patterns: CompiledPatterns, vocabulary: Vocabulary) {
    self.patterns = patterns
    self.vocabulary = vocabulary
  }

  init(_ text: String) throws {
    var vocabulary = Vocabulary()
    patterns = try CompiledPatterns(load(text), vocabulary: &vocabulary)
    self.vocabulary = vocabulary
  }

  init(phrases: [String], words: String = "") throws { try self.init(pack(phrases, words: words)) }

  /// Lines are blocks of their own.
  func stream(_ text: String) -> TokenStream {
    let bytes = Array(text.utf8)
    var lines: [SourceLine] = []
    var start = 0
    for (at, byte) in (bytes + [0x0A]).enumerated() where byte == 0x0A {
      if at > start { lines.append(SourceLine(range: start..<at, page: 1)) }
      start = at + 1
    }
    let blocks = lines.map { SourceBlock(role: .paragraph, range: $0.range, page: 1) }
    return TokenStream(SourceText(utf8: bytes, lines: lines, blocks: blocks), vocabulary: vocabulary)
  }

  /// Numbers as numbers, `$` and a number as money, a number and `%` as a share. Indices count from 100.
  static func values(_ stream: TokenStream) -> [TypedSpan] {
    var values: [TypedSpan] = []
    func add(_ slot: SlotType, _ tokens: Range<Int>) {
      values.append(TypedSpan(slot: slot, tokens: tokens, index: 100 + values.count))
    }
    for (i, token) in stream.tokens.enumerated() where token.tokenClass == .number {
      if i > 0, stream.text(i - 1..<i) == "$" { add(.money, i - 1..<i + 1) }
      add(.number, i..<i + 1)
      if i + 1 < stream.count, stream.text(i + 1..<i + 2) == "%" { add(.percent, i..<i + 2) }
    }
    return values
  }

  /// `rule: words | slot=words …` of each match, in order.
  func matches(_ text: String) -> [String] {
    let stream = stream(text)
    var matcher = Matcher(patterns)
    return matcher.matches(in: stream, values: Self.values(stream)).matches.map { match in
      let captures = match.captures.map { "\($0.slot.word)=\(stream.text($0.tokens))" }
      return "\(patterns.rules[match.rule].id): \(stream.text(match.tokens))"
        + (captures.isEmpty ? "" : " | \(captures.joined(separator: " "))")
    }
  }

  /// `kind: words` of each name, with `weak`, unit and tier behind.
  func names(_ text: String) -> [String] {
    let stream = stream(text)
    var matcher = Matcher(patterns)
    return matcher.matches(in: stream, values: []).names.map { name in
      let what = name.kind?.rawValue ?? [name.list, name.entry].compactMap(\.self).joined(separator: ".")
      let notes = [name.isWeak ? "weak" : nil, name.unit, name.tier].compactMap(\.self).map { " (\($0))" }
      return "\(what): \(stream.text(name.tokens))\(notes.joined())"
    }
  }
}

extension SlotType {
  /// As phrases write it.
  var word: String {
    switch self {
    case .kind(let kind): kind.rawValue
    case .anyKind: "kind"
    case .list(let list): list
    case .entry(let list, let entry): "\(list).\(entry)"
    default: "\(self)"
    }
  }
}
