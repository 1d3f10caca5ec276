// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

extension TokenStream {
  /// Tokens of all lines that are no furniture, in one pass over the bytes.
  public init(_ source: SourceText, vocabulary: Vocabulary) {
    // Few texts have more tokens than a quarter of their bytes, none has more than bytes.
    let bytes = source.utf8.count
    var tokens =
      Self.tokens(of: source, vocabulary, room: bytes / 4 + 64)
      ?? Self.tokens(of: source, vocabulary, room: bytes + 64) ?? []
    let starts = tokens.withUnsafeMutableBufferPointer { Self.markStarts($0, blocks: source.blocks) }
    self.init(source: source, tokens: tokens, blockStarts: starts)
  }

  /// Nil where there was not enough room.
  private static func tokens(of source: SourceText, _ vocabulary: Vocabulary, room: Int) -> [Token]? {
    var isWhole = false
    let tokens = [Token](unsafeUninitializedCapacity: room) { tokens, count in
      source.utf8.withUnsafeBufferPointer { bytes in
        ByteClass.table.withUnsafeBufferPointer { classes in
          vocabulary.withTables { words in
            var scanner = Scanner(bytes: bytes, classes: classes, words: words, vocabulary: vocabulary, into: tokens)
            isWhole = scanner.scan(source)
            count = scanner.used
          }
        }
      }
    }
    return isWhole ? tokens : nil
  }

  /// Marks where blocks and sentences start; gives the first token of each block.
  private static func markStarts(_ tokens: UnsafeMutableBufferPointer<Token>, blocks: [SourceBlock]) -> [Int] {
    var starts: [Int] = []
    starts.reserveCapacity(blocks.count + 1)
    var token = 0
    for block in blocks {
      while token < tokens.count, Int(tokens[token].start) < block.range.lowerBound { token += 1 }
      starts.append(token)
      if token < tokens.count, Int(tokens[token].start) < block.range.upperBound {
        tokens[token].flags.formUnion([.blockStart, .sentenceStart])
      }
    }
    starts.append(tokens.count)
    if !tokens.isEmpty { tokens[0].flags.formUnion([.blockStart, .sentenceStart]) }
    SentenceRules.mark(tokens)
    return starts
  }
}

/// Cuts lines into tokens. Words of plain letters are read eight bytes at a time; `WordScanner` reads the others.
struct Scanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let classes: UnsafeBufferPointer<ByteClass>
  let words: Vocabulary.Tables
  let vocabulary: Vocabulary
  /// Bytes of the word that is under way, folded.
  var folded: [UInt8] = []
  var joins: [Range<Int>] = []
  var nextJoin = 0
  /// Where `joins[nextJoin]` begins; far away where there is none.
  var joinAt = Int.max
  /// Where the word that is under way over a hyphenated line's end is to be gone on with.
  var resumeAt = -1
  private let tokens: UnsafeMutableBufferPointer<Token>
  /// How many tokens were read.
  private(set) var used = 0
  private var pending: Token.Flags = []

  init(
    bytes: UnsafeBufferPointer<UInt8>, classes: UnsafeBufferPointer<ByteClass>, words: Vocabulary.Tables,
    vocabulary: Vocabulary, into tokens: UnsafeMutableBufferPointer<Token>
  ) {
    self.bytes = bytes
    self.classes = classes
    self.words = words
    self.vocabulary = vocabulary
    self.tokens = tokens
  }

  /// Reads all lines, as long as there is room; gives whether there was.
  mutating func scan(_ source: SourceText) -> Bool {
    joins = source.joins
    for line in source.lines where !line.isFurniture {
      passJoins(before: line.range.lowerBound)
      // A line has no more tokens than bytes.
      guard used + line.range.count + 1 <= tokens.count else { return false }
      scan(line.range)
    }
    return true
  }

  mutating func passJoins(before at: Int) {
    while nextJoin < joins.count, joins[nextJoin].lowerBound < at { nextJoin += 1 }
    joinAt = nextJoin < joins.count ? joins[nextJoin].lowerBound : Int.max
  }

  private mutating func scan(_ line: Range<Int>) {
    var at = line.lowerBound
    if resumeAt >= 0 {
      // The first word of this line was read with the last of the line before.
      at = max(at, resumeAt)
      resumeAt = -1
      pending = []
    } else {
      pending.formUnion([.spaceBefore, .lineStart])
    }
    let end = line.upperBound
    while at < end {
      switch classes[Int(bytes[at])] {
      case .letter:
        at = word(at, end)
        // Behind most words stands one space.
        if at < end, bytes[at] == 0x20 {
          pending.insert(.spaceBefore)
          at += 1
        }
      case .space:
        pending.insert(.spaceBefore)
        at += 1
      case .sign:
        append(at, at + 1, words.signs[Int(bytes[at])], .sign, .plain)
        at += 1
      case .digit: at = number(at, end)
      case .tab:
        pending.formUnion([.spaceBefore, .cellStart])
        at += 1
      case .quote:
        quote(at, 1, end)
        at += 1
      case .hyphen:
        hyphen(at, 1, line)
        at += 1
      case .wide: at = wide(at, line)
      case .ignored: at += 1
      }
    }
  }

  private mutating func wide(_ at: Int, _ line: Range<Int>) -> Int {
    let end = line.upperBound
    let (kind, width) = ByteClass.ofWide(bytes, at, end)
    switch kind {
    case .space: pending.insert(.spaceBefore)
    case .letter: return anyWord(at, end)
    case .quote: quote(at, width, end)
    case .hyphen: hyphen(at, width, line)
    case .sign:
      let sign = Fold.folded(Array(bytes[at..<(at + width)]))
      append(at, at + width, vocabulary.find(sign), .sign)
    default: break
    }
    return at + width
  }

  // MARK: Words and numbers

  /// A word of plain letters; any other goes the slower way.
  @inline(__always)
  private mutating func word(_ at: Int, _ end: Int) -> Int {
    guard at + 16 <= bytes.count else { return anyWord(at, end) }
    let all = load(at)
    var length = Self.letters(all.low)
    if length == 8 { length += Self.letters(all.high) }
    length = min(length, end - at)
    let next = at + length
    let isPlain =
      next != joinAt
      && (next == end || bytes[next] < 0x80 && bytes[next] != 0x27 && classes[Int(bytes[next])] != .letter)
    guard isPlain else { return anyWord(at, end) }
    let bit: UInt64 = 0x2020_2020_2020_2020
    let mask = Self.mask(length)
    let raw = Vocabulary.Key(low: all.low & mask.low, high: all.high & mask.high)
    let id = words.find(Vocabulary.Key(low: raw.low | bit & mask.low, high: raw.high | bit & mask.high))
    var flags = Token.Flags.plain
    if bytes[at] & 0x20 == 0 {
      flags.insert(.capitalised)
      if length > 1, raw.low & bit == 0, raw.high & bit == 0 { flags.insert(.allCapitals) }
    }
    append(at, next, id, .word, flags)
    return next
  }

  /// Sixteen bytes.
  @inline(__always)
  private func load(_ at: Int) -> Vocabulary.Key {
    let raw = UnsafeRawBufferPointer(bytes)
    return Vocabulary.Key(
      low: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)),
      high: UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self)))
  }

  /// How many of eight bytes, from the first on, are letters of ASCII.
  @inline(__always)
  private static func letters(_ eight: UInt64) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let low = (eight | (ones &* 0x20)) & (ones &* 0x7F)
    // The highest bit of each byte: below `a`, beyond `z`, outside ASCII.
    let others = ~(low &+ (ones &* 0x1F)) | (low &+ (ones &* 0x05)) | eight
    return (others & (ones &* 0x80)).trailingZeroBitCount / 8
  }

  @inline(__always)
  private static func mask(_ length: Int) -> Vocabulary.Key {
    Vocabulary.Key(
      low: length >= 8 ? ~0 : (1 << UInt64(8 * length)) - 1,
      high: length >= 16 ? ~0 : length <= 8 ? 0 : (1 << UInt64(8 * (length - 8))) - 1)
  }

  private mutating func number(_ start: Int, _ end: Int) -> Int {
    var at = start + 1
    var isPlain = true
    while at < end {
      let byte = bytes[at]
      if byte >= 0x30 && byte <= 0x39 {
        at += 1
        continue
      }
      var width = 0
      if byte == 0x2C || byte == 0x2E || byte == 0x27 { width = 1 }
      if byte == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 { width = 3 }
      guard width > 0, at + width < end, bytes[at + width] >= 0x30, bytes[at + width] <= 0x39 else { break }
      if width > 1 { isPlain = false }
      at += width
    }
    let id: Vocabulary.WordID
    isPlain = isPlain && at - start <= 16
    if isPlain, start + 16 <= bytes.count {
      let (all, mask) = (load(start), Self.mask(at - start))
      id = words.find(Vocabulary.Key(low: all.low & mask.low, high: all.high & mask.high))
    } else {
      id = vocabulary.find(Fold.folded(Array(bytes[start..<at])))
    }
    append(start, at, id, .number, isPlain ? .plain : [])
    return at
  }

  // MARK: Tokens

  @inline(__always)
  mutating func append(
    _ start: Int, _ end: Int, _ word: Vocabulary.WordID, _ tokenClass: Token.Class, _ extra: Token.Flags = []
  ) {
    tokens.initializeElement(
      at: used,
      to: Token(start: Int32(start), end: Int32(end), word: word, flags: pending.union(extra), tokenClass: tokenClass))
    used += 1
    pending = []
  }

  private mutating func quote(_ at: Int, _ width: Int, _ end: Int) {
    let after = at + width
    let opens = after < end && bytes[after] != 0x20 && bytes[after] != 0x09 && bytes[after] != 0x0A
    if opens, pending.contains(.spaceBefore) || used == 0 || tokens[used - 1].tokenClass == .sign {
      pending.insert(.quoteBefore)
    } else if used > 0 {
      tokens[used - 1].flags.insert(.quoteAfter)
    }
  }

  private mutating func hyphen(_ at: Int, _ width: Int, _ line: Range<Int>) {
    let after = at + width
    let isGlued =
      at > line.lowerBound && after < line.upperBound && !pending.contains(.spaceBefore)
      && isWordish(after, line.upperBound)
    if isGlued {
      pending.insert(.hyphenBefore)
    } else {
      append(at, after, words.signs[0x2D], .sign, width == 1 ? .plain : [])
    }
  }

  private func isWordish(_ at: Int, _ end: Int) -> Bool {
    switch classes[Int(bytes[at])] {
    case .letter, .digit: true
    case .wide: ByteClass.ofWide(bytes, at, end).0 == .letter
    default: false
    }
  }
}
