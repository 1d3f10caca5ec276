// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis
import Patterns

/// One place to sign, as the document shows it.
struct SignatureLine {
  /// Words over it that say for whom: `CASCADIA INSURANCE`, `For the Customer`.
  var heading: Range<Int>?
  var name: Range<Int>?
  var title: Range<Int>?
  var date: CalendarDate?
  /// Something stands on the line.
  var isSigned = false
  /// There is a line, or a key for one.
  var hasLine = false
  /// First token.
  var start: Int
}

/// Reads signature blocks: one below the other or side by side, with keys (`By:`, `Name:`) or in plain lines.
struct SignatureBlockReader {
  let context: DocumentContext
  let areas: [Range<Int>]

  init(_ context: DocumentContext, _ places: FactPlaces) {
    self.context = context
    areas = Self.areas(context, places)
  }

  /// All places to sign, in text order.
  func lines() -> [SignatureLine] {
    var found: [SignatureLine] = []
    for area in areas { found += columns(area).flatMap(read) }
    return found.filter { $0.hasLine || $0.isSigned }.sorted { $0.start < $1.start }
  }

  // MARK: Where

  /// Stretches around marks and keys, a few lines before the first and behind the last.
  private static func areas(_ context: DocumentContext, _ places: FactPlaces) -> [Range<Int>] {
    var areas: [Range<Int>] = []
    // A document that speaks of signatures everywhere is no reason to read it all.
    for match in places.matches("signature").suffix(400) where places.gives(match, "place") != "closing" {
      let isKey = context.stream.tokens[match.tokens.lowerBound].flags.contains(.lineStart)
        || context.stream.tokens[match.tokens.lowerBound].flags.contains(.cellStart)
        || places.gives(match, "place") == "mark"
      guard isKey else { continue }
      let low = max(0, match.tokens.lowerBound - 45)
      let high = min(context.stream.count, match.tokens.upperBound + 70)
      if let last = areas.last, last.upperBound >= low {
        areas[areas.count - 1] = last.lowerBound..<max(last.upperBound, high)
      } else {
        areas.append(low..<high)
      }
    }
    return areas.suffix(6).map { widened($0, context) }
  }

  /// To whole blocks.
  private static func widened(_ range: Range<Int>, _ context: DocumentContext) -> Range<Int> {
    guard !range.isEmpty else { return range }
    let low = context.block(of: range.lowerBound).lowerBound
    let high = context.block(of: range.upperBound - 1).upperBound
    return (range.lowerBound - low < 40 ? low : range.lowerBound)..<(high - range.upperBound < 60 ? high : range.upperBound)
  }

  // MARK: Columns

  /// Segments of each column of an area. Lines of one segment all stand in one column.
  private func columns(_ area: Range<Int>) -> [[Range<Int>]] {
    let segments = context.segments(area)
    var lines: [[TextSegment]] = []
    for segment in segments {
      if let last = lines.last?.first, last.line == segment.line { lines[lines.count - 1].append(segment) } else { lines.append([segment]) }
    }
    // Keys with their values in the next cell: `By: | /s/ A | By: | /s/ B`.
    var columns: [Int: [Range<Int>]] = [:]
    var order: [Int] = []
    for line in lines {
      let pairs = paired(line)
      let isSide = pairs.count > 1
      for (index, range) in pairs.enumerated() {
        let column = isSide ? index : sideColumn(pairs, columns)
        if columns[column] == nil { order.append(column) }
        columns[column, default: []].append(range)
      }
    }
    return order.sorted().compactMap { columns[$0] }
  }

  private func sideColumn(_ pairs: [Range<Int>], _ columns: [Int: [Range<Int>]]) -> Int { 0 }

  /// Joins a cell that is only a key with the cell behind it.
  private func paired(_ line: [TextSegment]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < line.count {
      let tokens = line[index].tokens
      if index + 1 < line.count, let key = SignatureKey.at(tokens.lowerBound, in: tokens, context), key.end == tokens.upperBound,
        SignatureKey.at(line[index + 1].tokens.lowerBound, in: line[index + 1].tokens, context) == nil
      {
        found.append(tokens.lowerBound..<line[index + 1].tokens.upperBound)
        index += 2
      } else {
        found.append(tokens)
        index += 1
      }
    }
    return found
  }

  // MARK: One column

  private struct Piece {
    var key: SignatureKey?
    var tokens: Range<Int>
    /// Begins a line.
    var opens: Bool
  }

  private func read(_ column: [Range<Int>]) -> [SignatureLine] {
    var pieces: [Piece] = []
    for segment in column { pieces += split(segment) }
    var lines: [SignatureLine] = []
    var current = SignatureLine(start: column.first?.lowerBound ?? 0)
    var heading: Range<Int>?
    func close() {
      if current.hasLine || current.isSigned { lines.append(current) }
      current = SignatureLine(start: current.start)
    }
    for (index, piece) in pieces.enumerated() {
      var value = piece.tokens
      switch piece.key {
      case .mark?:
        if current.hasLine { close() }
        // The line may hold the key alone and the next one what was signed.
        if value.isEmpty, index + 1 < pieces.count, pieces[index + 1].key == nil,
          SignatureKey.isMark(pieces[index + 1].tokens.lowerBound, pieces[index + 1].tokens.upperBound, context)
        {
          value = pieces[index + 1].tokens
        }
        current.heading = heading
        current.start = piece.tokens.lowerBound
        current.hasLine = true
        sign(&current, value)
      case .name?: if !isEmpty(value) { current.name = clean(value) }
      case .title?: if !isEmpty(value) { current.title = clean(value) }
      case .nameAndTitle?: if !isEmpty(value) { current.name = clean(value) }
      case .date?:
        current.date = context.dates(in: value).first?.date
        if !current.hasLine, current.date != nil, current.name != nil { current.isSigned = true }
      case nil:
        free(value, &current, &heading, close: close)
      }
    }
    close()
    return lines
  }

  /// What stands without a key: a mark, a heading, or name, title and date by their order.
  private func free(_ range: Range<Int>, _ current: inout SignatureLine, _ heading: inout Range<Int>?, close: () -> Void) {
    if let mark = markStart(in: range) {
      if current.isSigned { close() }
      current.heading = current.heading ?? heading
      if !current.hasLine { current.start = range.lowerBound }
      current.hasLine = true
      current.isSigned = true
      setName(&current, from: (mark + 3)..<range.upperBound)
      return
    }
    if isSeal(range) {
      current.heading = current.heading ?? heading
      current.hasLine = true
      sign(&current, range)
      return
    }
    if context.words(range).allSatisfy({ SignatureKey.isBlank($0) }) {
      if !current.hasLine {
        current.heading = heading
        current.start = range.lowerBound
        current.hasLine = true
      }
      return
    }
    if isHeading(range) {
      if current.hasLine { close() }
      heading = range
      return
    }
    guard current.hasLine else { return }
    if let date = context.dates(in: range).first, range.count <= date.tokens.count + 4 {
      current.date = current.date ?? date.date
    } else if current.title == nil, range.count <= 14 {
      if let name = current.name, sameWords(name, range.prefixRange(name.count)) {
        let rest = range.dropFirst(name.count + 1)
        if !rest.isEmpty { current.title = rest }
      } else if current.name == nil {
        setName(&current, from: range)
      } else {
        current.title = range
      }
    }
  }

  private func split(_ segment: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    var at = segment.lowerBound
    var start = at
    var key: SignatureKey?
    while at < segment.upperBound {
      if let found = SignatureKey.at(at, in: segment, context), at == segment.lowerBound || context.hasSpaceBefore(at) {
        if at > start || key != nil { pieces.append(Piece(key: key, tokens: start..<at, opens: start == segment.lowerBound)) }
        key = found.key
        start = found.end
        at = max(found.end, at + 1)
      } else {
        at += 1
      }
    }
    if segment.upperBound > start || key != nil {
      pieces.append(Piece(key: key, tokens: min(start, segment.upperBound)..<segment.upperBound, opens: start == segment.lowerBound))
    }
    return pieces
  }

  // MARK: What a range holds

  private func sign(_ line: inout SignatureLine, _ value: Range<Int>) {
    if isEmpty(value) { return }
    line.isSigned = true
    let start = markStart(in: value).map { $0 + 3 } ?? value.lowerBound
    setName(&line, from: start..<value.upperBound)
  }

  private func setName(_ line: inout SignatureLine, from range: Range<Int>) {
    var low = range.lowerBound
    if low < range.upperBound, context.folded(low) == "gez" || context.folded(low) == "signed" { low += 1 }
    if low < range.upperBound, context.folded(low) == "." { low += 1 }
    var high = range.upperBound
    if let bracket = (low..<high).first(where: { context.folded($0) == "(" }) { high = bracket }
    if let comma = (low..<high).first(where: { context.folded($0) == "," }), high - comma > 1,
      CompanyForms.end(at: comma + 1, limit: high, in: context) == nil,
      !["jr", "ii", "iii", "sr", "md", "phd", "m", "ph"].contains(context.folded(comma + 1))
    {
      if line.title == nil { line.title = (comma + 1)..<high }
      high = comma
    }
    guard high > low, high - low <= 8 else { return }
    line.name = line.name ?? low..<high
  }

  private func clean(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    while low < range.upperBound, SignatureKey.isBlank(context.folded(low)) { low += 1 }
    return low..<range.upperBound
  }

  private func markStart(in range: Range<Int>) -> Int? {
    range.prefix(30).first { SignatureKey.isMark($0, range.upperBound, context) }
  }

  private func isSeal(_ range: Range<Int>) -> Bool {
    guard range.count <= 10, range.count >= 4 else { return false }
    let words = context.words(range.suffixRange(3))
    return words == ["(", "seal", ")"] || words == ["(", "docusigned", ")"] || words == ["(", "signed", ")"]
  }

  /// Nothing but lines, dots or brackets.
  private func isEmpty(_ range: Range<Int>) -> Bool {
    range.allSatisfy { context.stream.tokens[$0].tokenClass == .sign }
  }

  private func isHeading(_ range: Range<Int>) -> Bool {
    guard range.count <= 24 else { return false }
    let words = context.words(range)
    if let first = words.first, ["for", "customer", "vendor", "supplier", "client", "company", "licensor", "licensee", "accepted", "agreed", "buyer", "seller", "employee", "executive", "employer"].contains(first) {
      return true
    }
    return NameReader(context: context).organisation(in: range) != nil
  }

  private func sameWords(_ a: Range<Int>, _ b: Range<Int>) -> Bool { context.words(a) == context.words(b) }
}

extension Range where Bound == Int {
  func suffixRange(_ count: Int) -> Range<Int> { Swift.max(lowerBound, upperBound - count)..<upperBound }
}
