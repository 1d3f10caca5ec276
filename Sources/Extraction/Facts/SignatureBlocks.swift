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
  /// Signed `By:` someone, or with a title: not in one's own name.
  var isForOther = false
  /// Something stands on the line.
  var isSigned = false
  /// There is a line, or a key for one.
  var hasLine = false
  /// Only the word "Signed:", which may stand over the blocks and be none.
  var mayIntroduce = false
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
    for area in areas {
      let tables = SignatureTables(context: context).readings(in: area)
      let inline = InlineSigning(context: context).readings(in: area)
      var lines = tables.flatMap(\.lines) + inline.map(\.line)
      for column in columns(area, except: tables.map(\.tokens) + inline.map(\.tokens)) {
        var reader = SignatureColumn(context, start: column.first?.lowerBound ?? 0)
        lines += reader.read(column)
      }
      // It introduces the blocks of both parties; beside one alone the other has yet to sign.
      if lines.count(where: { !$0.mayIntroduce }) > 1 { lines.removeAll(where: \.mayIntroduce) }
      found += lines
    }
    return found.filter { $0.hasLine || $0.isSigned }.sorted { $0.start < $1.start }
  }

  // MARK: Where

  /// Stretches around marks and keys, a few lines before the first and behind the last.
  private static func areas(_ context: DocumentContext, _ places: FactPlaces) -> [Range<Int>] {
    var areas: [Range<Int>] = []
    // A document that speaks of signatures everywhere is no reason to read it all.
    for match in places.matches("signature").suffix(400) {
      let place = places.gives(match, "place")
      let isFirst = !context.stream.tokens[match.tokens.lowerBound].flags.isDisjoint(with: [.lineStart, .cellStart])
      guard place == "mark" || isFirst && place != "closing" && !goesOn(match.tokens.lowerBound, context) else {
        continue
      }
      let low = max(0, match.tokens.lowerBound - 45)
      let high = min(context.stream.count, match.tokens.upperBound + 70)
      if let last = areas.last, last.upperBound >= low {
        areas[areas.count - 1] = last.lowerBound..<max(last.upperBound, high)
      } else {
        areas.append(low..<high)
      }
    }
    if areas.isEmpty { areas = blanks(context) }
    return areas.suffix(6).map { widened($0, context) }
  }

  /// A line that goes on a sentence begins with the word of a key.
  private static func goesOn(_ token: Int, _ context: DocumentContext) -> Bool {
    token > 0 && !context.isCapitalised(token) && context.isWord(token - 1)
      && context.stream.tokens[token].flags.isDisjoint(with: [.blockStart, .cellStart, .sentenceStart])
  }

  /// Where no key or mark stands, the last lines that are left open: `Quill Works Ltd: ________`.
  private static func blanks(_ context: DocumentContext) -> [Range<Int>] {
    let bytes = context.source.utf8
    guard let last = bytes.lastIndex(of: 0x5F), last > 3, bytes[(last - 3)..<last].allSatisfy({ $0 == 0x5F }),
      let token = context.tokens(inBytes: last..<(last + 1)).first
    else { return [] }
    return [max(0, token - 200)..<min(context.stream.count, token + 20)]
  }

  /// To whole blocks, or at least to a whole first line: `29 February 2028` alone does not say whose day it is.
  private static func widened(_ range: Range<Int>, _ context: DocumentContext) -> Range<Int> {
    guard !range.isEmpty else { return range }
    var low = range.lowerBound
    let block = context.block(of: low).lowerBound
    if low - block < 40 { low = block }
    while low > block, range.lowerBound - low < 60, !context.stream.tokens[low].flags.contains(.lineStart) { low -= 1 }
    let high = context.block(of: range.upperBound - 1).upperBound
    return low..<(high - range.upperBound < 60 ? high : range.upperBound)
  }

  // MARK: Columns

  /// Segments of each column of an area, but for what was read as a table. Lines of one segment all stand in one column.
  private func columns(_ area: Range<Int>, except tables: [Range<Int>]) -> [[Range<Int>]] {
    let segments = context.segments(area).filter { segment in !tables.contains { $0.overlaps(segment.tokens) } }
    var lines: [[TextSegment]] = []
    for segment in segments {
      if let last = lines.last?.first, last.line == segment.line {
        lines[lines.count - 1].append(segment)
      } else {
        lines.append([segment])
      }
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

  /// `Title: | Authorised signatory`: behind a colon what is no key with a colon itself is a value.
  private func isValue(_ range: Range<Int>, of key: Range<Int>) -> Bool {
    guard SignatureKey.at(range.lowerBound, in: range, context) != nil else { return true }
    return context.folded(key.upperBound - 1) == ":" && context.firstIndex(of: ":", in: range) == nil
  }

  /// `End Date: | 30 April 2031`: a day of the order, and none over a signature.
  private func isDayOfOrder(_ range: Range<Int>, behind label: Range<Int>) -> Bool {
    guard !context.dates(in: range).isEmpty, context.dates(in: label).isEmpty,
      SignatureKey.at(label.lowerBound, in: label, context) == nil
    else { return false }
    return context.isOne(label.upperBound - 1, of: ":") || label.contains { context.isOne($0, of: Self.dating) }
  }

  private static let dating: WordSet = [
    "date", "day", "start", "end", "term", "from", "until", "expiry", "expiration", "commencement", "effective",
    "valid",
  ]

  /// Joins a cell that is only a key with the cell behind it.
  private func paired(_ line: [TextSegment]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < line.count {
      let tokens = line[index].tokens
      if index + 1 < line.count, let key = SignatureKey.at(tokens.lowerBound, in: tokens, context),
        key.end == tokens.upperBound, isValue(line[index + 1].tokens, of: tokens)
      {
        found.append(tokens.lowerBound..<line[index + 1].tokens.upperBound)
        index += 2
      } else if index + 1 < line.count, isDayOfOrder(line[index + 1].tokens, behind: tokens) {
        found.append(tokens)
        index += 2
      } else {
        found.append(tokens)
        index += 1
      }
    }
    return found
  }
}

extension Range where Bound == Int {
  func suffixRange(_ count: Int) -> Range<Int> { Swift.max(lowerBound, upperBound - count)..<upperBound }
}
