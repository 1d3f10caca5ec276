// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

extension TokenStream {
  /// Tokens of all lines that are no furniture, in one pass over the bytes.
  public init(_ source: SourceText, vocabulary: Vocabulary) {
    var scanner = Scanner(vocabulary: vocabulary, capacity: source.utf8.count / 5)
    source.utf8.withUnsafeBufferPointer { bytes in
      var nextJoin = 0
      for line in source.lines where !line.isFurniture {
        while nextJoin < source.joins.count, source.joins[nextJoin].upperBound <= line.range.lowerBound {
          nextJoin += 1
        }
        scanner.scan(bytes, line: line.range, joins: source.joins, firstJoin: nextJoin)
      }
    }
    self = scanner.finish(source)
  }
}

/// What a run of bytes is to the tokenizer.
enum ByteClass: UInt8 { case space, letter, digit, quote, hyphen, ignored, sign, tab }

struct Scanner {
  let vocabulary: Vocabulary
  let sentences: SentenceRules
  var tokens: [Token] = []
  var pending: Token.Flags = [.spaceBefore, .lineStart]
  /// Where the word that is under way over a hyphenated line's end is to be gone on with.
  private var resumeAt = -1
  private var folded: [UInt8] = []

  init(vocabulary: Vocabulary, capacity: Int) {
    self.vocabulary = vocabulary
    sentences = SentenceRules(vocabulary)
    tokens.reserveCapacity(capacity)
    folded.reserveCapacity(64)
  }

  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, line: Range<Int>, joins: [Range<Int>], firstJoin: Int) {
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
      let byte = bytes[at]
      switch Self.classOf(bytes, at, end) {
      case (.space, let width):
        pending.insert(.spaceBefore)
        at += width
      case (.tab, let width):
        pending.formUnion([.spaceBefore, .cellStart])
        at += width
      case (.letter, _):
        at = word(bytes, at, end, joins, firstJoin)
      case (.digit, _):
        at = number(bytes, at, end)
      case (.quote, let width):
        quote(before: at + width < end && !isSpace(bytes[at + width]))
        at += width
      case (.hyphen, let width):
        let glued =
          at > line.lowerBound && at + width < end && !pending.contains(.spaceBefore)
          && isWordish(bytes, at + width, end)
        if glued { pending.insert(.hyphenBefore) } else { sign(bytes, at, width, folded: 0x2D) }
        at += width
      case (.ignored, let width): at += width
      case (.sign, let width):
        sign(bytes, at, width, folded: width == 1 ? byte : nil)
        at += width
      }
    }
  }

  mutating func finish(_ source: SourceText) -> TokenStream {
    var starts: [Int] = []
    starts.reserveCapacity(source.blocks.count + 1)
    var token = 0
    for block in source.blocks {
      while token < tokens.count, Int(tokens[token].start) < block.range.lowerBound { token += 1 }
      starts.append(token)
      if token < tokens.count, Int(tokens[token].start) < block.range.upperBound {
        tokens[token].flags.formUnion([.blockStart, .sentenceStart])
      }
    }
    starts.append(tokens.count)
    if !tokens.isEmpty { tokens[0].flags.formUnion([.blockStart, .sentenceStart]) }
    sentences.mark(&tokens)
    return TokenStream(source: source, tokens: tokens, blockStarts: starts)
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  private func isWordish(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let found = Self.classOf(bytes, at, end).0
    return found == .letter || found == .digit
  }

  private mutating func append(
    _ start: Int, _ end: Int, _ word: Vocabulary.WordID, _ tokenClass: Token.Class,
    _ extra: Token.Flags = []
  ) {
    tokens.append(
      Token(start: Int32(start), end: Int32(end), word: word, flags: pending.union(extra), tokenClass: tokenClass))
    pending = []
  }

  private mutating func quote(before: Bool) {
    if before, pending.contains(.spaceBefore) || tokens.isEmpty || tokens[tokens.count - 1].tokenClass == .sign {
      pending.insert(.quoteBefore)
    } else if !tokens.isEmpty {
      tokens[tokens.count - 1].flags.insert(.quoteAfter)
    }
  }

  private mutating func sign(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int, folded byte: UInt8?) {
    let id: Vocabulary.WordID
    if let byte {
      id = withUnsafePointer(to: byte) {
        vocabulary.find(UnsafeBufferPointer(start: $0, count: 1), hash: Vocabulary.step(Vocabulary.seed, byte))
      }
    } else {
      let slice = UnsafeBufferPointer(rebasing: bytes[at..<(at + width)])
      id = vocabulary.find(slice, hash: Vocabulary.hash(slice))
    }
    append(at, at + width, id, .sign)
  }

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = start
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
      at += width
    }
    let slice = UnsafeBufferPointer(rebasing: bytes[start..<at])
    append(start, at, vocabulary.find(slice, hash: Vocabulary.hash(slice)), .number)
    return at
  }

  /// Reads a word, going on over a hyphenated line's end where the text has a join there.
  private mutating func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ joins: [Range<Int>], _ firstJoin: Int
  ) -> Int {
    folded.removeAll(keepingCapacity: true)
    var hash = Vocabulary.seed
    var at = start
    var limit = end
    var join = firstJoin
    var capitals = 0
    var letters = 0
    while join < joins.count, joins[join].lowerBound < start { join += 1 }
    while at < bytes.count {
      if join < joins.count, at == joins[join].lowerBound {
        at = joins[join].upperBound
        limit = bytes.count
        join += 1
        continue
      }
      guard at < limit else { break }
      let byte = bytes[at]
      let lower = Fold.lower(byte)
      if lower >= 0x61 && lower <= 0x7A {
        if lower != byte { capitals += 1 }
        letters += 1
        folded.append(lower)
        hash = Vocabulary.step(hash, lower)
        at += 1
      } else if byte >= 0x80 {
        let (kind, width) = Self.classOf(bytes, at, limit)
        if kind == .quote, width == 3, apostrophe(bytes, at, width, limit) {
          if possessive(bytes, at + width, limit) { break }
          folded.append(0x27)
          hash = Vocabulary.step(hash, 0x27)
          at += width
          continue
        }
        guard kind == .letter else { break }
        letters += 1
        for k in 0..<width {
          var b = bytes[at + k]
          if k == 1, bytes[at] == 0xC3 {
            let l = Fold.lowerLatin(b)
            if l != b { capitals += 1 }
            b = l
          }
          folded.append(b)
          hash = Vocabulary.step(hash, b)
        }
        at += width
      } else if byte == 0x27, apostrophe(bytes, at, 1, limit) {
        if possessive(bytes, at + 1, limit) { break }
        folded.append(0x27)
        hash = Vocabulary.step(hash, 0x27)
        at += 1
      } else {
        break
      }
    }
    var flags: Token.Flags = []
    let first = bytes[start]
    if (first >= 0x41 && first <= 0x5A) || (first == 0xC3 && Fold.lowerLatin(bytes[start + 1]) != bytes[start + 1]) {
      flags.insert(.capitalised)
    }
    if letters > 1, capitals == letters { flags.insert(.allCapitals) }
    let id = folded.withUnsafeBufferPointer { vocabulary.find($0, hash: hash) }
    append(start, at, id, .word, flags)
    if at > end {
      resumeAt = at
      return end
    }
    // `'s` is a token of its own.
    let width = apostropheWidth(bytes, at, limit)
    if width > 0, possessive(bytes, at + width, limit) {
      let s: [UInt8] = [0x27, 0x73]
      let possessiveID = s.withUnsafeBufferPointer { vocabulary.find($0, hash: Vocabulary.hash($0)) }
      append(at, at + width + 1, possessiveID, .word)
      return at + width + 1
    }
    return at
  }

  private func apostropheWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    guard at < end else { return 0 }
    if bytes[at] == 0x27 { return 1 }
    if bytes[at] == 0xE2, at + 2 < end, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 { return 3 }
    return 0
  }

  /// Whether an apostrophe here has a letter after it, so that it belongs to a word.
  private func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int, _ end: Int) -> Bool {
    apostropheWidth(bytes, at, end) == width && at + width < end && Self.classOf(bytes, at + width, end).0 == .letter
  }

  /// An `s` that ends the word after an apostrophe.
  private func possessive(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    guard at < end, bytes[at] | 0x20 == 0x73 else { return false }
    guard at + 1 < end else { return true }
    let next = Self.classOf(bytes, at + 1, end).0
    return next != .letter && next != .digit
  }
}
