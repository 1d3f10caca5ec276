// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// A mistake in a phrase: at a byte of its text.
struct PhraseFault: Error {
  var offset: Int
  var message: String
  var suggestion: String?
}

/// Reads a phrase:
/// - words and signs stand for themselves, without regard to case; a space and a hyphen between words are the same;
/// - `(a|b c|)` is a choice, an empty alternative makes it optional; `[a|b]` may be missing; both nest;
/// - an ending in brackets right behind a word belongs to it: `credit(s)` may have it, `class(|es|s)` and
///   `remed(y|ies)` choose one; behind a choice it belongs to the last word of each alternative;
/// - `...4` is a gap of at most four tokens, `...` of at most six;
/// - `{money}` is a slot, `{date|anchor}` takes either;
/// - round brackets around slots alone, without `|`, stand for themselves: `{kind} ({number})`; any other sign that
///   means something here is written in braces: `{(}`, `{|}`, `{[}`.
struct PhraseParser {
  static let defaultGap = 6
  static let longestGap = 40
  /// Nobody reads deeper brackets, and each costs the stack.
  static let deepestBrackets = 24

  private let bytes: [UInt8]
  private var at = 0
  private var depth = 0
  private let slots: [String: SlotType]
  private var words: Vocabulary
  /// Unknown slots; what follows them is read all the same.
  private var faults: [PhraseFault] = []

  /// Reads a phrase; gives what it says with the faults found in it, of which a mistake of form is the last.
  /// New words get their numbers in `words`.
  static func parse(
    _ text: String, slots: [String: SlotType], words: inout Vocabulary
  ) -> (node: PhraseNode, faults: [PhraseFault]) {
    var parser = PhraseParser(text, slots: slots, words: words)
    // Only one owner may have the vocabulary, lest each new word copy it.
    words = Vocabulary()
    defer { words = parser.words }
    do {
      let node = try parser.phrase()
      return (node, parser.faults)
    } catch {
      return (.empty, parser.faults + [error])
    }
  }

  private init(_ text: String, slots: [String: SlotType], words: Vocabulary) {
    bytes = Array(text.utf8)
    self.slots = slots
    self.words = words
  }

  private mutating func phrase() throws(PhraseFault) -> PhraseNode {
    let parts = try sequence()
    if at < bytes.count {
      let message =
        bytes[at] == 0x7C ? "a `|` stands outside brackets" : "`\(Character(Unicode.Scalar(bytes[at])))` closes nothing"
      throw PhraseFault(offset: at, message: message)
    }
    let node = PhraseNode.inOrder(parts)
    if parts.isEmpty { throw PhraseFault(offset: 0, message: "an empty phrase") }
    if node.beginsWithGap { throw PhraseFault(offset: 0, message: "a phrase cannot begin with a gap") }
    if node.endsWithGap {
      let gap = bytes.indices.last(where: isGap) ?? 0
      throw PhraseFault(offset: gap, message: "a phrase cannot end with a gap")
    }
    if node.isNullable { throw PhraseFault(offset: 0, message: "this phrase matches even where nothing stands") }
    return node
  }

  /// Elements up to a `|`, a closing bracket or the end.
  private mutating func sequence() throws(PhraseFault) -> [PhraseNode] {
    var parts: [PhraseNode] = []
    while true {
      skipSpaces()
      guard at < bytes.count else { return parts }
      switch bytes[at] {
      case 0x7C, 0x29, 0x5D, 0x7D: return parts
      case 0x28: parts.append(try group())
      case 0x5B: parts.append(try optional())
      case 0x7B: parts.append(try slotOrSign())
      default:
        if isGap(at) { parts.append(try gap()) } else { parts.append(try wordRun()) }
      }
    }
  }

  // MARK: Brackets

  private mutating func group() throws(PhraseFault) -> PhraseNode {
    let start = at
    at += 1
    let alternatives = try alternatives(until: 0x29, opened: start)
    if alternatives.count == 1, holdsSlotsOnly(alternatives[0]) {
      return .inOrder([sign("(")] + alternatives[0] + [sign(")")])
    }
    if alternatives.allSatisfy({ $0.isEmpty }) {
      throw PhraseFault(offset: start, message: "nothing stands in these brackets")
    }
    guard at < bytes.count, bytes[at] == 0x28, let endings = ending(at) else {
      return .anyOf(alternatives.map(PhraseNode.inOrder))
    }
    var ended: [PhraseNode] = []
    for parts in alternatives {
      guard case .word(let words)? = parts.last else {
        throw PhraseFault(offset: at, message: "an ending needs a word before it in every alternative")
      }
      ended.append(.inOrder(parts.dropLast() + [.word(with(endings, words))]))
    }
    skipEnding()
    return .anyOf(ended)
  }

  private mutating func optional() throws(PhraseFault) -> PhraseNode {
    let start = at
    at += 1
    let alternatives = try alternatives(until: 0x5D, opened: start)
    if alternatives.allSatisfy({ $0.isEmpty }) {
      throw PhraseFault(offset: start, message: "nothing stands in these brackets")
    }
    if at < bytes.count, bytes[at] == 0x28, ending(at) != nil {
      throw PhraseFault(offset: at, message: "an ending cannot follow `]`: write it inside")
    }
    return .anyOf(alternatives.map(PhraseNode.inOrder) + [.empty])
  }

  private mutating func alternatives(until close: UInt8, opened: Int) throws(PhraseFault) -> [[PhraseNode]] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestBrackets else {
      throw PhraseFault(offset: opened, message: "more than \(Self.deepestBrackets) brackets stand in one another")
    }
    var list: [[PhraseNode]] = []
    repeat {
      if !list.isEmpty { at += 1 }
      if let words = singleWords(until: close) { list.append([.word(words)]) } else { list.append(try sequence()) }
    } while at < bytes.count && bytes[at] == 0x7C
    guard at < bytes.count, bytes[at] == close else {
      let sign = Character(Unicode.Scalar(bytes[opened]))
      throw PhraseFault(offset: opened, message: "this `\(sign)` is not closed")
    }
    at += 1
    return list
  }

  /// The alternatives from here on that are one word each, without any other mark: most of all in packs, so that they
  /// are read in one go. Leaves the sign behind the last of them.
  private mutating func singleWords(until close: UInt8) -> [Vocabulary.WordID]? {
    var list: [Vocabulary.WordID] = []
    var next = at
    while true {
      while next < bytes.count, isSpace(bytes[next]) { next += 1 }
      let start = next
      while next < bytes.count, isLetter(bytes[next]) { next += 1 }
      let end = next
      while next < bytes.count, isSpace(bytes[next]) { next += 1 }
      guard end > start, next < bytes.count, bytes[next] == 0x7C || bytes[next] == close else { break }
      let word = words.intern(letters: bytes[start..<end])
      if !list.contains(word) { list.append(word) }
      at = next
      guard bytes[next] == 0x7C else { break }
      next += 1
    }
    return list.isEmpty ? nil : list
  }

  private func holdsSlotsOnly(_ parts: [PhraseNode]) -> Bool {
    !parts.isEmpty
      && parts.allSatisfy { part in
        if case .slot = part { return true }
        return false
      }
  }

  // MARK: Endings

  /// The endings in the brackets that open here, nil where these are no endings but a choice or something else.
  private func ending(_ open: Int) -> [[UInt8]]? {
    var end = open + 1
    while end < bytes.count, isLetter(bytes[end]) || bytes[end] == 0x7C { end += 1 }
    guard end < bytes.count, bytes[end] == 0x29, end > open + 1 else { return nil }
    let list = bytes[(open + 1)..<end].split(separator: 0x7C, omittingEmptySubsequences: false)
      .map { $0.map { $0 | 0x20 } }
    return list.count == 1 ? [[]] + list : list
  }

  private mutating func skipEnding() {
    while at < bytes.count, bytes[at] != 0x29 { at += 1 }
    at += 1
  }

  private mutating func with(_ endings: [[UInt8]], _ stems: [Vocabulary.WordID]) -> [Vocabulary.WordID] {
    var ended: [Vocabulary.WordID] = []
    for stem in stems {
      let bytes = words.folded(stem)
      for ending in endings {
        let word = words.intern(folded: bytes + ending)
        if !ended.contains(word) { ended.append(word) }
      }
    }
    return ended
  }

  // MARK: Words, gaps, slots

  private mutating func wordRun() throws(PhraseFault) -> PhraseNode {
    let start = at
    while at < bytes.count, !isSpace(bytes[at]), !isSyntax(bytes[at]), !isGap(at) { at += 1 }
    let run = bytes[start..<at]
    var list: [Vocabulary.WordID]
    if run.allSatisfy(isLetter) {
      list = [words.intern(letters: run)]
    } else {
      list = Vocabulary.words(of: String(decoding: run, as: UTF8.self)).map { words.intern($0) }
    }
    guard let last = list.last else {
      if run.allSatisfy({ $0 == 0x22 || $0 >= 0x80 }) { return .empty }
      throw PhraseFault(offset: start, message: "no word can be read here")
    }
    if at < bytes.count, bytes[at] == 0x28, let byte = run.last, isLetter(byte), let endings = ending(at) {
      skipEnding()
      list.removeLast()
      return .inOrder(list.map { .word([$0]) } + [.word(with(endings, [last]))])
    }
    return list.count == 1 ? .word(list) : .inOrder(list.map { .word([$0]) })
  }

  private mutating func sign(_ sign: String) -> PhraseNode { .word([words.intern(sign)]) }

  private mutating func gap() throws(PhraseFault) -> PhraseNode {
    let start = at
    at += 3
    var size = 0
    var digits = 0
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39, digits < 6 {
      size = size * 10 + Int(bytes[at] - 0x30)
      digits += 1
      at += 1
    }
    if digits == 0 { size = Self.defaultGap }
    guard size >= 1, size <= Self.longestGap else {
      throw PhraseFault(offset: start, message: "a gap holds 1 to \(Self.longestGap) tokens")
    }
    return .gap(size)
  }

  private mutating func slotOrSign() throws(PhraseFault) -> PhraseNode {
    let start = at
    if at + 2 < bytes.count, bytes[at + 2] == 0x7D, isSyntax(bytes[at + 1]) || bytes[at + 1] == 0x2E {
      let sign = String(decoding: [bytes[at + 1]], as: UTF8.self)
      at += 3
      return self.sign(sign)
    }
    guard let close = bytes[at...].firstIndex(of: 0x7D) else {
      throw PhraseFault(offset: start, message: "this `{` is not closed")
    }
    var types: [SlotType] = []
    var nameStart = start + 1
    for name in bytes[nameStart..<close].split(separator: 0x7C, omittingEmptySubsequences: false) {
      let text = String(decoding: name, as: UTF8.self)
      if let type = slots[text] {
        types.append(type)
      } else {
        let message = text.isEmpty ? "a slot without a name" : "unknown slot `\(text)`"
        let suggestion = Suggestion.nearest(to: text, among: slots.keys)
        faults.append(PhraseFault(offset: nameStart, message: message, suggestion: suggestion))
        types.append(.anyKind)
      }
      nameStart += name.count + 1
    }
    at = close + 1
    if at < bytes.count, bytes[at] == 0x28, ending(at) != nil {
      throw PhraseFault(offset: at, message: "a slot takes no ending")
    }
    return .slot(types)
  }

  // MARK: Bytes

  private mutating func skipSpaces() { while at < bytes.count, isSpace(bytes[at]) { at += 1 } }

  private func isGap(_ i: Int) -> Bool {
    i + 2 < bytes.count && bytes[i] == 0x2E && bytes[i + 1] == 0x2E && bytes[i + 2] == 0x2E
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private func isSyntax(_ byte: UInt8) -> Bool {
    byte == 0x28 || byte == 0x29 || byte == 0x5B || byte == 0x5D || byte == 0x7B || byte == 0x7D || byte == 0x7C
  }

  private func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
}
