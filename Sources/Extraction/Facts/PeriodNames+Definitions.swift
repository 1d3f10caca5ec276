// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// What the words around a name say of the stretch of time that it stands for.
extension PeriodNames {
  /// `The parties call the time until 31 July 2031 the Launch Window`.
  func readCalled(into found: inout [String: TimePeriod]) {
    guard context.isOfOrderLength else { return }
    var at = 0
    while found.count < Self.most, let call = next(of: ["call", "calls"], from: at) {
      at = call + 1
      let sentence = context.sentence(of: call)
      var start = call + 1
      while start < sentence.upperBound,
        context.isOne(start, of: "the|time|period|months|span|weeks|stretch")
      {
        start += 1
      }
      guard start < sentence.upperBound else { continue }
      let finder = finder(call..<start, sentence)
      let statement = finder.statement(at: start)
      guard let period = finder.parser.period(at: start)?.value ?? statement.flatMap(span),
        let end = finder.parser.period(at: start)?.end ?? statement?.tokens.upperBound, end + 1 < sentence.upperBound
      else { continue }
      let open = context.isOne(end, of: "the|our|a") ? end + 1 : end
      guard open < sentence.upperBound, context.isCapitalised(open) else { continue }
      var last = open
      while last + 1 < sentence.upperBound, last - open < 3, context.isCapitalised(last + 1), context.isWord(last + 1) {
        last += 1
      }
      let name = context.words(open..<(last + 1)).joined(separator: " ")
      if found[name] == nil { found[name] = period }
    }
  }

  private func next(of words: [String], from token: Int) -> Int? {
    let range = token..<context.stream.count
    return words.compactMap { context.firstIndex(of: $0, in: range) }.min()
  }

  /// `The months from January to June 2031 are referred to as the Introduction Period`.
  func readUnquoted(into found: inout [String: TimePeriod]) {
    let all = context.stream.tokens.indices
    guard context.isOfOrderLength,
      ["called", "referred", "named", "months", "weeks"].contains(where: {
        context.firstIndex(of: $0, in: all) != nil
      })
    else { return }
    for token in context.stream.tokens.indices.dropFirst(4) where context.isCapitalised(token) {
      guard context.isOne(token - 1, of: "the|called|as|named"), found.count < Self.most else { continue }
      let mark = context.isOne(token - 1, of: "the") ? token - 2 : token - 1
      guard context.isOne(mark, of: "called|as|named|are|is") else { continue }
      let sentence = context.sentence(of: token)
      guard let range = ownName(token, sentence), let said = saidBefore(range, sentence),
        let period = whole(said, range, sentence)
      else { continue }
      let name = context.words(range).joined(separator: " ")
      guard found[name] == nil else { continue }
      found[name] = period
      readRest(behind: range.upperBound, period, into: &found)
    }
  }

  /// Capitalised words up to the end of their clause; not `Order Term` and its like.
  private func ownName(_ token: Int, _ sentence: Range<Int>) -> Range<Int>? {
    var end = token
    while end < sentence.upperBound, end - token < 4, context.isCapitalised(end), context.isWord(end) { end += 1 }
    guard end > token else { return nil }
    let closes = end >= sentence.upperBound || context.isOne(end, of: ".|,|;|)|and")
    let last = context.folded(end - 1)
    guard closes || Self.last.contains(last), !["term", "date", "day", "agreement", "order", "party"].contains(last)
    else { return nil }
    return end - token > 1 || context.folded(token).utf8.count > 3 ? token..<end : nil
  }

  /// `…; everything after is the Running Half`, `what follows is the Run Period`: the time behind the one just named.
  private func readRest(behind token: Int, _ before: TimePeriod, into found: inout [String: TimePeriod]) {
    var at = token
    let limit = min(context.stream.count, context.block(of: max(0, token - 1)).upperBound, token + 14)
    while at < limit, context.isOne(at, of: ";|,|.|and|the") { at += 1 }
    guard at + 3 < limit, context.isOne(at, of: Self.rests),
      let verb = (at..<limit).first(where: { context.isOne($0, of: "is|are|called") })
    else { return }
    var name = verb + 1
    while name < limit, context.isOne(name, of: "called|the|named") { name += 1 }
    guard name < limit, let range = ownName(name, context.sentence(of: name)) else { return }
    let words = context.words(range).joined(separator: " ")
    if found[words] == nil { found[words] = .between(.shifted(1, .endOf(before)), .endOf(.term)) }
  }

  private static let rests: WordSet = [
    "everything", "what", "remainder", "rest", "time", "those", "all", "whatever", "remaining",
  ]

  /// `(Einführungsphase, hereinafter "Introduction")`: the bracket that the name stands in behind other words.
  func hereinafter(_ token: Int) -> Int? {
    let from = max(context.sentence(of: token).lowerBound, token - 7)
    guard let open = (from..<token).last(where: { context.isSign($0, 0x28) }),
      (open..<token).contains(where: { context.isOne($0, of: Self.hereinafter) }),
      !(open..<token).contains(where: { context.isSign($0, 0x29) })
    else { return nil }
    return open
  }

  private static let hereinafter: WordSet = ["hereinafter", "hereafter", "called", "below", "also"]

  /// What a definition says behind its verb, where it may tell a time.
  func behindVerb(_ range: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    guard range.upperBound < sentence.upperBound else { return nil }
    let behind = range.upperBound..<min(sentence.upperBound, range.upperBound + 3)
    let elided = isElided(range, sentence) ? range.upperBound - 1 : nil
    guard let verb = behind.first(where: { context.isOne($0, of: Self.verbs) }) ?? elided else { return nil }
    let rest = (verb + 1)..<max(verb + 1, min(sentence.upperBound, verb + 32))
    guard mayTellTime(rest), let first = rest.first else { return nil }
    return context.isOne(first, of: "for|to") ? (first + 1)..<rest.upperBound : rest
  }

  /// So many tokens back a verb may stand that is not said again.
  static let elisionReach = 60

  /// `a "Renewal Year" is a period of twelve months, and a "Renewal Quarter" a period of three`: the verb is said once.
  private func isElided(_ range: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard range.upperBound + 2 < sentence.upperBound, context.isOne(range.upperBound, of: "a|an|the|that|any|each"),
      range.lowerBound - sentence.lowerBound > 5,
      (range.lowerBound - 3..<range.lowerBound).contains(where: { context.isOne($0, of: "and|,|;") })
    else { return false }
    let near = max(sentence.lowerBound, range.lowerBound - Self.elisionReach)..<range.lowerBound
    return near.contains { context.isOne($0, of: "is|means|are") }
  }

  /// `"Pilot" means the period of four months commencing on …`: a stretch right behind the verb.
  func opened(_ rest: Range<Int>, _ range: Range<Int>, _ sentence: Range<Int>) -> TimePeriod? {
    let finder = finder(range, sentence)
    var at = rest.lowerBound
    if let period = finder.parser.period(at: at), period.value != .term, period.value.isBounded { return period.value }
    while at < rest.upperBound, at < rest.lowerBound + 5,
      context.isOne(at, of: "the|a|period|time|months|span|stretch|weeks")
    {
      at += 1
    }
    guard let statement = finder.statement(at: at), let period = statement.period else { return nil }
    // "P1" = 1 May 2031 - 31 July 2031
    if at == rest.lowerBound { if case .between(.date, .date) = period {} else { return nil } }
    return span(statement)
  }

  /// The stretch that words name from their beginning, or from a little behind it, to their end.
  func whole(_ before: Range<Int>, _ range: Range<Int>, _ sentence: Range<Int>) -> TimePeriod? {
    let finder = finder(range, sentence)
    let values = context.values(in: before)
    for start in before where start < before.lowerBound + 4 || context.folded(start - 1) == "," {
      if values.contains(where: { $0.tokens.dropFirst().contains(start) }) { continue }
      if let period = finder.parser.period(at: start), period.end >= before.upperBound - 1, period.value != .term,
        period.value.isBounded
      {
        return period.value
      }
      if let statement = finder.statement(at: start), statement.tokens.upperBound >= before.upperBound - 1,
        statement.period != nil
      {
        return span(statement)
      }
    }
    return nil
  }

  /// `a first part of twelve months ("Build Year") and a second of twenty-four months ("Run Period")`: parts of the term
  /// in their order.
  func part(before open: Int, _ sentence: Range<Int>) -> TimePeriod? {
    let lengths = context.durations(in: max(sentence.lowerBound, open - 40)..<open)
    guard let last = lengths.last, last.tokens.upperBound >= open - 1, let length = last.duration.months else {
      return nil
    }
    let words = context.words(max(sentence.lowerBound, last.tokens.lowerBound - 5)..<last.tokens.lowerBound)
    func says(_ set: WordSet) -> Bool { words.contains(where: set.contains) }
    if says(["first", "initial", "opening"]),
      !says(["of", "from"]) || says(["part", "phase", "stage", "period", "leg"])
    {
      return .first(last.duration, of: .term)
    }
    guard says(["second", "following", "further", "next", "then", "remaining"]), lengths.count == 2,
      let before = lengths[0].duration.months
    else { return nil }
    let until = CalendarDuration(amount: before + length, unit: .month)
    return .last(CalendarDuration(amount: length, unit: .month), of: .first(until, of: .term))
  }

  /// `Period A is the first twelve months of the Term and Period B is the eighteen months that come after them`: a stretch
  /// with a letter or number, named without quotation marks.
  func readNumbered(into found: inout [String: TimePeriod]) {
    guard context.isOfOrderLength else { return }
    var before: TimePeriod?
    for token in context.stream.tokens.indices.dropLast(4) {
      guard context.isCapitalised(token), context.isOne(token, of: Self.numbered), found.count < Self.most,
        context.folded(token + 1).utf8.count <= 2 || context.isOne(token + 1, of: "one|two|three|four"),
        context.isOne(token + 2, of: "is|means|comprises|covers")
      else { continue }
      let name = context.words(token..<(token + 2)).joined(separator: " ")
      let sentence = context.sentence(of: token)
      guard found[name] == nil, let rest = behindVerb(token..<(token + 2), sentence) else { continue }
      let finder = finder(token..<(token + 2), sentence)
      if let period = finder.parser.period(at: rest.lowerBound), period.value != .term, period.value.isBounded {
        found[name] = period.value
        before = period.value
      } else if let first = before, let length = context.durations(in: rest.prefixRange(5)).first,
        rest.contains(where: { context.isOne($0, of: "after|follow|follows|following|then|next") })
      {
        let start = TimePoint.shifted(1, .endOf(first))
        let period = TimePeriod.between(start, .after(length.duration, start))
        found[name] = period
        before = period
      }
    }
  }

  private static let numbered: WordSet = ["period", "phase", "stage", "window", "season", "tranche", "segment"]
}
