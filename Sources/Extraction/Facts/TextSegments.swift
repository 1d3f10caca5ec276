// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis
import ValueRecognition

/// A cell, or a line's stretch between wide gaps: what stands on a page as one piece.
struct TextSegment {
  var tokens: Range<Int>
  /// Running number of the printed line, or table row, that it stands in.
  var line: Int
  /// Its place among the segments of that line, or the table's column.
  var column: Int
}

extension TokenStream {
  /// The tokens from which a document speaks of itself: title, labels and preamble.
  var head: Range<Int> { 0..<min(count, 1600) }

  /// Segments of a stretch of tokens, in order.
  func segments(_ range: Range<Int>) -> [TextSegment] {
    var found: [TextSegment] = []
    var line = -1
    var column = 0
    var start = range.lowerBound
    func close(_ end: Int) {
      if end > start { found.append(TextSegment(tokens: start..<end, line: line, column: column)) }
      start = end
    }
    let borders: Token.Flags = [.lineStart, .blockStart, .cellStart]
    for token in range {
      let flags = tokens[token].flags
      guard token == range.lowerBound || !flags.isDisjoint(with: borders) else { continue }
      if flags.contains(.lineStart) || flags.contains(.blockStart) || token == range.lowerBound {
        close(token)
        // The line of a table's cell goes on: its first token says so by standing at a cell's start only.
        line += 1
        column = 0
      } else {
        close(token)
        column += 1
      }
    }
    close(range.upperBound)
    return found
  }
}

extension DocumentContext {
  /// Segments of a stretch of tokens, in order.
  func segments(_ range: Range<Int>) -> [TextSegment] { stream.segments(range) }

  /// Whole days that are given in a range, with the tokens that give them.
  func dates(in range: Range<Int>) -> [(date: CalendarDate, tokens: Range<Int>)] {
    values(in: range).compactMap { mention in
      guard mention.tokens.upperBound <= range.upperBound, case .date(let value) = mention.value, let date = value.date
      else { return nil }
      return (date, mention.tokens)
    }
  }

  /// Lengths of time in a range.
  func durations(in range: Range<Int>) -> [(duration: CalendarDuration, tokens: Range<Int>)] {
    values(in: range).compactMap { mention in
      guard mention.tokens.upperBound <= range.upperBound, case .duration(let duration) = mention.value else {
        return nil
      }
      return (duration, mention.tokens)
    }
  }

  /// The words of a range in lower case, signs included.
  func words(_ range: Range<Int>) -> [String] { range.map { folded($0) } }

  /// The first place of a word, given in lower case.
  func firstIndex(of word: String, in range: Range<Int>) -> Int? {
    let id = vocabulary.id(of: word)
    for token in range where stream.tokens[token].word == id {
      // A word that the vocabulary has not is spelled out.
      if id != Vocabulary.unknown || mayBegin(token, like: word) && folded(token) == word { return token }
    }
    return nil
  }

  /// Whether a token's first letter is that of a word, or none of ASCII: asked before the token is spelled out.
  private func mayBegin(_ token: Int, like word: String) -> Bool {
    let first = source.utf8[Int(stream.tokens[token].start)]
    return first >= 0x80 || first | 0x20 == (word.utf8.first ?? 0) | 0x20
  }

  // Rules look at neighbours: before the first token and behind the last stands nothing of any sort.

  func isCapitalised(_ token: Int) -> Bool { has(.capitalised, at: token) }

  func hasSpaceBefore(_ token: Int) -> Bool { has(.spaceBefore, at: token) }

  private func has(_ flag: Token.Flags, at token: Int) -> Bool {
    stream.tokens.indices.contains(token) && stream.tokens[token].flags.contains(flag)
  }

  func isWord(_ token: Int) -> Bool {
    stream.tokens.indices.contains(token) && stream.tokens[token].tokenClass == .word
  }

  /// Whether a token is this sign of ASCII: asked without spelling it out.
  func isSign(_ token: Int, _ sign: UInt8) -> Bool {
    guard stream.tokens.indices.contains(token) else { return false }
    let token = stream.tokens[token]
    return token.tokenClass == .sign && token.range.count == 1 && source.utf8[Int(token.start)] == sign
  }

  /// The tokens from which a document speaks of itself: title, labels and preamble.
  var head: Range<Int> { stream.head }
}

extension String {
  /// Whether the bytes of another string stand in it.
  func containsBytes(of other: String) -> Bool {
    var (text, part) = (self, other)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard let first = part.first else { return true }
        guard text.count >= part.count else { return false }
        return (0...(text.count - part.count)).contains { start in
          text[start] == first && part.indices.allSatisfy { text[start + $0] == part[$0] }
        }
      }
    }
  }
}

extension Array where Element == String {
  /// Where a run of words begins, from an index on.
  func firstIndex(of run: [String], from start: Int = 0) -> Int? {
    guard !run.isEmpty, count >= run.count, start <= count - run.count else { return nil }
    for at in start...(count - run.count) where self[at] == run[0] && self[at..<(at + run.count)].elementsEqual(run) {
      return at
    }
    return nil
  }

  /// Whether words stand in a row; single spaces part them in `run`.
  func contains(run: String) -> Bool { index(ofRun: run) != nil }

  /// Where the words of `run`, parted by single spaces, stand for the first time.
  func index(ofRun run: String) -> Int? {
    var run = run
    return run.withUTF8 { run in
      guard !run.isEmpty else { return nil }
      let head = run.firstIndex(of: 0x20) ?? run.count
      return indices.first { self[$0].utf8.count == head && isRun(run, at: $0) }
    }
  }

  private func isRun(_ run: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    var index = index
    var at = 0
    while at <= run.count {
      guard index < count else { return false }
      for byte in self[index].utf8 {
        guard at < run.count, run[at] == byte else { return false }
        at += 1
      }
      guard at == run.count || run[at] == 0x20 else { return false }
      at += 1
      index += 1
    }
    return true
  }
}

extension DocumentContext {
  /// A name as the text writes it, with plain spaces and hyphens.
  func name(_ range: Range<Int>) -> String {
    var name = String.UnicodeScalarView()
    for scalar in text(range).unicodeScalars {
      switch scalar.value {
      case 0xA0, 0x2007, 0x202F: name.append(" ")
      case 0x2010, 0x2011: name.append("-")
      default: name.append(scalar)
      }
    }
    return String(name)
  }
}
