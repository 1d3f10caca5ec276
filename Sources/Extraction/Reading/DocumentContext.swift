// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Everything that was found in a document's words before anyone asks what it means: tokens, values, names, phrase
/// matches, sentences, sections and cells. All ranges are of token indices unless they say bytes.
///
/// A class, for many readers hold it: handing it on is one count, not twenty.
final class DocumentContext: Sendable {
  let source: SourceText
  let stream: TokenStream
  /// Sorted by first token.
  let values: [ValueMention]
  let names: [NameSpan]
  /// Of the rules that are looked for everywhere, sorted by first token.
  let matches: [PhraseMatch]
  private let asides = AskedMatches(.asides)
  private let links = AskedMatches(.links)
  /// The words as phrases see them: `stream`, but for the customer's own names.
  let matched: TokenStream
  let patterns: CompiledPatterns
  let vocabulary: Vocabulary
  private let recogniser: ValueRecogniser
  let factSubjects: FactSubjects
  /// By rule, what it says as a cue.
  let cueRules: [Cue?]
  let outline: Outline
  /// First tokens of sentences, ascending; a block's, cell's or sentence's start.
  let sentenceStarts: [Int]
  /// Tokens with a quotation mark before them, ascending.
  let quotes: [Int]
  /// Segments of the head, which many readers go through.
  let headSegments: [TextSegment]
  private let offsets: ScalarOffsets

  /// Short enough for an order form: readers of what only these word freely leave longer contracts alone.
  var isOfOrderLength: Bool { stream.count < 6000 }

  init(_ source: SourceText, extractor: Extractor) {
    self.source = source
    patterns = extractor.patterns
    vocabulary = extractor.vocabulary
    recogniser = extractor.recogniser
    factSubjects = extractor.factSubjects
    cueRules = extractor.cueRules
    stream = TokenStream(source, vocabulary: extractor.vocabulary)
    matched = stream
    values = extractor.recogniser.mentions(in: stream)
    var matcher = Matcher(patterns)
    let found = matcher.matches(in: stream, values: Self.spans(values[...]), of: .everywhere)
    names = found.names
    matches = found.matches
    outline = Outline(source, stream: stream)
    (sentenceStarts, quotes) = Self.places(in: stream)
    headSegments = stream.segments(stream.head)
    offsets = ScalarOffsets(source.utf8)
  }

  /// The same document whose phrases are matched anew in other words for some tokens.
  init(_ other: DocumentContext, matching stream: TokenStream) {
    (source, patterns, vocabulary, recogniser) = (other.source, other.patterns, other.vocabulary, other.recogniser)
    (factSubjects, cueRules) = (other.factSubjects, other.cueRules)
    (self.stream, values) = (other.stream, other.values)
    (outline, sentenceStarts, quotes) = (other.outline, other.sentenceStarts, other.quotes)
    (headSegments, offsets) = (other.headSegments, other.offsets)
    matched = stream
    var matcher = Matcher(patterns)
    (names, matches) = matcher.matches(in: stream, values: Self.spans(values[...]), of: .everywhere)
  }

  /// Values that slots can take, with their places in the list.
  static func spans(_ values: ArraySlice<ValueMention>) -> [TypedSpan] {
    values.indices.compactMap { TypedSpan(values[$0], index: $0) }
  }

  /// What many readers begin at, in one pass.
  private static func places(in stream: TokenStream) -> (sentenceStarts: [Int], quotes: [Int]) {
    var (starts, quotes): ([Int], [Int]) = ([], [])
    starts.reserveCapacity(stream.count / 16)
    stream.tokens.withUnsafeBufferPointer { tokens in
      for (i, token) in tokens.enumerated()
      where !token.flags.isDisjoint(with: [.sentenceStart, .cellStart, .blockStart, .quoteBefore]) {
        if !token.flags.isDisjoint(with: [.sentenceStart, .cellStart, .blockStart]) { starts.append(i) }
        if token.flags.contains(.quoteBefore) { quotes.append(i) }
      }
    }
    return (starts, quotes)
  }

  // MARK: Places

  /// The sentence (within its block and cell) that a token stands in.
  func sentence(of token: Int) -> Range<Int> {
    let next = sentenceStarts.partition { $0 > token }
    let start = next > 0 ? sentenceStarts[next - 1] : 0
    return start..<(next < sentenceStarts.count ? sentenceStarts[next] : stream.count)
  }

  /// The block's tokens.
  func block(of token: Int) -> Range<Int> { stream.tokens(ofBlock: stream.block(of: token)) }

  /// Tokens within a byte range.
  func tokens(inBytes bytes: Range<Int>) -> Range<Int> {
    let low = stream.tokens.partition { Int($0.start) >= bytes.lowerBound }
    let high = stream.tokens.partition { Int($0.start) >= bytes.upperBound }
    return low..<max(low, high)
  }

  /// One-based page of a byte offset.
  func page(ofByte byte: Int) -> Int {
    let next = source.pages.partition { $0.range.lowerBound > byte }
    return next > 0 ? source.pages[next - 1].number : 1
  }

  func page(of token: Int) -> Int { token < stream.count ? page(ofByte: Int(stream.tokens[token].start)) : 1 }

  // MARK: What stands in a range

  /// Values that lie wholly in the range, in order.
  func values(in range: Range<Int>) -> ArraySlice<ValueMention> {
    let low = values.partition { $0.tokens.lowerBound >= range.lowerBound }
    let high = values.partition { $0.tokens.lowerBound >= range.upperBound }
    return values[low..<max(low, high)]
  }

  /// What words say of the figures that they stand over: "in thousands", "Rs. in lakh".
  func scale(in range: Range<Int>) -> AmountScale? { recogniser.scale(in: range, of: stream) }

  /// Whether a scale stands there, be it that of a figure: "5 lakh".
  func holdsScale(_ range: Range<Int>) -> Bool { recogniser.holdsScale(in: range, of: stream) }

  func names(in range: Range<Int>) -> ArraySlice<NameSpan> {
    let low = names.partition { $0.tokens.lowerBound >= range.lowerBound }
    let high = names.partition { $0.tokens.lowerBound >= range.upperBound }
    return names[low..<max(low, high)]
  }

  /// Matches that start in the range, in order; of the rules that are looked for everywhere.
  func matches(in range: Range<Int>) -> ArraySlice<PhraseMatch> {
    let low = matches.partition { $0.tokens.lowerBound >= range.lowerBound }
    let high = matches.partition { $0.tokens.lowerBound >= range.upperBound }
    return matches[low..<max(low, high)]
  }

  /// The same of all rules but those that link.
  func unlinkedMatches(in range: Range<Int>) -> [PhraseMatch] {
    [PhraseMatch](matches(in: range)).merged(with: asides.matches(in: range, of: self))
  }

  /// Matches of all rules that start in the range, in order.
  func allMatches(in range: Range<Int>) -> [PhraseMatch] {
    unlinkedMatches(in: range).merged(with: links.matches(in: range, of: self))
  }

  /// The text of tokens as it stands, hyphenation undone, white space folded.
  func text(_ range: Range<Int>) -> String { stream.text(range) }

  func word(_ token: Int) -> Vocabulary.WordID { stream.tokens[token].word }

  // MARK: Evidence

  /// Evidence for tokens: page, Unicode scalar offsets into the printed text, words, one box a line.
  func evidence(_ role: Evidence.Role, _ range: Range<Int>) -> Evidence {
    let bytes = stream.bytes(range)
    return Evidence(
      role: role, page: page(ofByte: bytes.lowerBound), start: offsets.scalars(at: bytes.lowerBound),
      end: offsets.scalars(at: bytes.upperBound), quote: text(range), boxes: boxes(bytes))
  }

  func lead(_ reason: Lead.Reason, _ range: Range<Int>) -> Lead {
    let bytes = stream.bytes(range)
    return Lead(
      page: page(ofByte: bytes.lowerBound), start: offsets.scalars(at: bytes.lowerBound),
      end: offsets.scalars(at: bytes.upperBound), quote: text(range), reason: reason)
  }

  private func boxes(_ bytes: Range<Int>) -> [Box] {
    guard !source.words.isEmpty else { return [] }
    let low = source.words.partition { Int($0.end) > bytes.lowerBound }
    var boxes: [Box] = []
    var line = -1
    for word in source.words[low...] {
      if Int(word.start) >= bytes.upperBound { break }
      let box = Box(x0: Double(word.x0), y0: Double(word.y0), x1: Double(word.x1), y1: Double(word.y1)).rounded
      let at = source.lines.partition { $0.range.upperBound > Int(word.start) }
      if at < source.lines.count, source.lines[at].isFurniture { continue }
      if at == line, let last = boxes.last, abs(last.y0 - box.y0) < 4 {
        boxes[boxes.count - 1] = last.union(box)
      } else {
        boxes.append(box)
        line = at
      }
    }
    return boxes
  }
}

extension DocumentContext {
  /// Whether a block is a row of a table.
  func isTableRow(_ block: Int) -> Bool {
    if case .tableRow = source.blocks[block].role { true } else { false }
  }

  /// The words around a value in its block: two dozen before it, eight behind.
  func surroundings(of tokens: Range<Int>) -> Range<Int> {
    let block = block(of: tokens.lowerBound)
    return max(block.lowerBound, tokens.lowerBound - 24)..<min(block.upperBound, tokens.upperBound + 8)
  }
}

extension Box {
  /// To a tenth of a point: enough to draw it, and the same on every machine.
  var rounded: Box {
    func r(_ x: Double) -> Double { (x * 10).rounded() / 10 }
    return Box(x0: r(x0), y0: r(y0), x1: r(x1), y1: r(y1))
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element fulfils the condition, where all that fulfil it stand behind all that do not.
  func partition(_ condition: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let mid = (low + high) / 2
      if condition(self[mid]) { high = mid } else { low = mid + 1 }
    }
    return low
  }
}

/// From byte offsets to offsets in Unicode scalars, with a sample every 1024 bytes.
struct ScalarOffsets {
  private let utf8: [UInt8]
  private let samples: [Int]

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var samples: [Int] = []
    samples.reserveCapacity(utf8.count / 1024 + 1)
    var count = 0
    utf8.withUnsafeBufferPointer { bytes in
      let raw = UnsafeRawBufferPointer(bytes)
      var i = 0
      while i < bytes.count {
        samples.append(count)
        let end = Swift.min(i + 1024, bytes.count)
        // Eight bytes at a time: bytes within a character have the upper bits 10.
        while i + 8 <= end {
          let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
          count += 8
          i += 8
          if word & 0x8080_8080_8080_8080 == 0 { continue }
          count -= ((word >> 7) & ~(word >> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
        }
        while i < end {
          if bytes[i] & 0xC0 != 0x80 { count += 1 }
          i += 1
        }
      }
    }
    self.samples = samples
  }

  func scalars(at byte: Int) -> Int {
    guard !samples.isEmpty else { return 0 }
    let sample = Swift.min(byte / 1024, samples.count - 1)
    var count = samples[sample]
    var i = sample * 1024
    while i < byte, i < utf8.count {
      if utf8[i] & 0xC0 != 0x80 { count += 1 }
      i += 1
    }
    return count
  }
}
