// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import Testing

@testable import Patterns

/// The matcher against a slow one that tries everything, on random phrases and texts.
@Suite struct ReferenceTests {
  /// One way to match: from, to, tokens in gaps.
  private struct Way: Hashable {
    var start: Int, end: Int, gaps: Int
  }

  @Test(arguments: 0..<60)
  func findsWhatTryingEverythingFinds(seed: Int) throws {
    var random = SeededNumbers(seed: UInt64(seed) &+ 1)
    // A last word of its own makes the end of a phrase one place.
    let phrases = (0..<8).map { _ in Self.phrase(&random, depth: 2) + " " + ["a", "b", "c", "d"][random.below(4)] }
    let reader = try Reader(phrases: phrases)
    for _ in 0..<40 {
      let words = (0..<(1 + random.below(14))).map { _ in ["a", "b", "c", "d", "x"][random.below(5)] }
      let found = try matches(reader, words)
      for (rule, node) in reader.patterns.packs.nodes.enumerated() {
        let expected = Self.chosen(Self.ways(node[0], words.map { reader.patterns.packs.words.id(of: $0) }))
        #expect(found.filter { $0.rule == rule }.map(\.tokens) == expected, "\(phrases[rule]) in \(words)")
      }
    }
  }

  private func matches(_ reader: Reader, _ words: [String]) throws -> [PhraseMatch] {
    let stream = reader.stream(words.joined(separator: " "))
    try #require(stream.count == words.count)
    var matcher = Matcher(reader.patterns)
    return matcher.matches(in: stream, values: []).matches
  }

  // MARK: Random phrases

  private static func phrase(_ random: inout SeededNumbers, depth: Int) -> String {
    let parts = (0..<(1 + random.below(3))).map { _ -> String in
      switch random.below(depth > 0 ? 6 : 3) {
      case 0, 1, 2: ["a", "b", "c"][random.below(3)]
      case 3: "(\(phrase(&random, depth: depth - 1))|\(phrase(&random, depth: depth - 1)))"
      case 4: "[\(phrase(&random, depth: depth - 1))|\(phrase(&random, depth: depth - 1))]"
      default: "a ...\(1 + random.below(3)) b"
      }
    }
    return parts.joined(separator: " ")
  }

  // MARK: Trying everything

  private static func ways(_ node: PhraseNode, _ words: [Vocabulary.WordID]) -> Set<Way> {
    var ways: Set<Way> = []
    for start in words.indices {
      for (end, gaps) in ends(node, words, from: start).map({ ($0[0], $0[1]) }) {
        ways.insert(Way(start: start, end: end, gaps: gaps))
      }
    }
    return ways
  }

  /// Pairs of an end and the tokens in gaps.
  private static func ends(_ node: PhraseNode, _ words: [Vocabulary.WordID], from start: Int) -> Set<[Int]> {
    switch node {
    case .word(let allowed): return start < words.count && allowed.contains(words[start]) ? [[start + 1, 0]] : []
    case .slot: return []
    case .gap(let size): return Set((0...size).filter { start + $0 <= words.count }.map { [start + $0, $0] })
    case .choice(let list): return list.reduce(into: []) { $0.formUnion(ends($1, words, from: start)) }
    case .sequence(let parts):
      var reached: Set<[Int]> = [[start, 0]]
      for part in parts {
        reached = reached.reduce(into: []) { next, place in
          for end in ends(part, words, from: place[0]) { next.insert([end[0], place[1] + end[1]]) }
        }
      }
      return reached
    }
  }

  /// Of each end the fewest gaps, then the first start; of each start the fewest gaps, then the last end.
  private static func chosen(_ ways: Set<Way>) -> [Range<Int>] {
    var byEnd: [Int: Way] = [:]
    for way in ways {
      if let other = byEnd[way.end], (other.gaps, other.start) <= (way.gaps, way.start) { continue }
      byEnd[way.end] = way
    }
    var byStart: [Int: Way] = [:]
    for way in byEnd.values {
      if let other = byStart[way.start], (other.gaps, -other.end) <= (way.gaps, -way.end) { continue }
      byStart[way.start] = way
    }
    return byStart.values.sorted { $0.start < $1.start }.map { $0.start..<$0.end }
  }
}

/// Numbers that are the same in every run.
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func below(_ limit: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(limit))
  }
}
