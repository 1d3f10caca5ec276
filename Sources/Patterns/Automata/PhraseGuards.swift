// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Some of the bits of a set of parts that phrases need: those of one lane. A set is a few lanes one behind the other, for
/// a word stands for few of all the parts.
struct GuardLane: BitwiseCopyable {
  var bits: UInt64
  var lane: Int32
  /// Not 0 at the last of its set.
  var isLast: Int32
}

/// Gives bits to the parts that phrases need besides their anchors: a phrase is not tried where one is not near.
struct PhraseGuards {
  /// A part that a phrase needs, and where from its anchor's first token it begins.
  struct Need: BitwiseCopyable {
    var bit: Int16
    var low: Int16, high: Int16

    /// What every phrase has.
    static let none = Need(bit: Int16(PhraseGuards.none), low: 0, high: 0)
  }
  /// What a phrase needs, `none` where it needs less.
  struct Needs: BitwiseCopyable {
    var first = Need.none, second = Need.none, third = Need.none
  }

  /// What each word, by its number in the vocabulary, and each span class stands for; ascending.
  private var ofWord: [[Int]]
  private var ofSpan: [[Int]]
  private var bits: [[Int]: Int] = [:]

  /// The bit that stands for no part: it is set everywhere.
  static let none = 0

  /// Parts that most sentences have help little.
  private static let mostCommon: Float = 30

  init(words: Int, classes: Int) {
    ofWord = [[Int]](repeating: [], count: words)
    ofSpan = [[Int]](repeating: [], count: classes)
  }

  /// The three rarest parts that a phrase needs; `parts` with the anchor first.
  mutating func add(_ parts: [AnchorChoice], ids: [Vocabulary.WordID], classes: SpanClasses) -> Needs {
    guard let anchor = parts.first else { return Needs() }
    let needed = parts.dropFirst().prefix(3).filter { $0.cost <= Self.mostCommon }.map { part -> Need in
      let place = part.place(from: anchor)
      // Packs with more parts, or longer phrases, than a need has room for are only tried more often.
      guard let bit = Int16(exactly: bit(of: part, ids: ids, classes: classes)),
        let low = Int16(exactly: place.lowerBound), let high = Int16(exactly: place.upperBound)
      else { return .none }
      return Need(bit: bit, low: low, high: high)
    }
    func need(_ index: Int) -> Need { index < needed.count ? needed[index] : .none }
    return Needs(first: need(0), second: need(1), third: need(2))
  }

  private mutating func bit(of part: AnchorChoice, ids: [Vocabulary.WordID], classes: SpanClasses) -> Int {
    let words = Set(part.words.map { Int(ids[Int($0)]) }).sorted()
    let spans = Set(part.slots.flatMap(classes.classes)).sorted()
    let key = words + [-1] + spans
    if let bit = bits[key] { return bit }
    let bit = bits.count + 1
    bits[key] = bit
    for word in words { ofWord[word].append(bit) }
    for span in spans { ofSpan[span].append(bit) }
    return bit
  }

  /// All sets one after the other, each once and the empty one first; by word and by span class where its set begins.
  /// `lanes`: of how many a set of all bits is made.
  func tables() -> (lanes: Int, sets: [GuardLane], ofWord: [Int32], ofSpan: [Int32]) {
    var sets = [GuardLane(bits: 0, lane: 0, isLast: 1)]
    var starts: [[Int]: Int32] = [[]: 0]
    func start(of list: [Int]) -> Int32 {
      if let start = starts[list] { return start }
      let start = sets.count
      for bit in list {
        let lane = Int32(bit / 64)
        if sets.count == start || sets[sets.count - 1].lane != lane {
          sets.append(GuardLane(bits: 0, lane: lane, isLast: 0))
        }
        sets[sets.count - 1].bits |= 1 << UInt64(bit % 64)
      }
      sets[sets.count - 1].isLast = 1
      starts[list] = Int32(start)
      return Int32(start)
    }
    let (words, spans) = (ofWord.map(start), ofSpan.map(start))
    return (bits.count / 64 + 1, sets, words, spans)
  }
}
