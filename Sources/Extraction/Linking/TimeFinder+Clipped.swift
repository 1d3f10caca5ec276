// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Times in clipped words: "Loaded 1-Sep-31. Good for 12 months", "Start 3 May 2031, 6 months", "Life: 9 months".
extension TimeFinder {
  private static let openings: WordSet = [
    "loaded", "issued", "credited", "posted", "released", "activated", "delivered", "live", "available", "landed",
    "lands", "drops", "dropped", "provisioned", "assigned", "opens", "opened", "open", "starts", "start", "begins",
    "begin", "enabled", "unlocked", "switched", "effective", "commencing", "beginning", "starting",
  ]

  /// A word of opening that begins a clause, with the day right behind it.
  func clippedStart(at token: Int) -> TimeStatement? {
    guard Self.openings.contains(passage.word(token)), opensClause(token),
      let value = passage.value(at: token + 1), case .date(let date) = value.value, date.day != nil,
      let point = parser.point(at: token + 1), fromTo(at: token + 1) == nil
    else { return nil }
    var next = point.end
    while next < point.end + 4, passage.isOne(next, of: ",|;|and|runs|run|for|lasts|valid|good|life|usable|:|then") {
      next += 1
    }
    if next > point.end, let behind = passage.value(at: next), case .duration(let length) = behind.value,
      length.months != nil || length.unit == .day || length.unit == .week,
      [".", ",", ";", ")", ""].contains(passage.word(behind.tokens.upperBound))
    {
      return make(.during, period: .duration(length, from: point.value), token, behind.tokens.upperBound)
    }
    return make(.start, point: point.value, token, point.end)
  }

  /// What stands in the next line of an item set line by line.
  func opensLine(_ token: Int) -> Bool {
    token < passage.context.stream.count && passage.context.stream.tokens[token].flags.contains(.lineStart)
      && passage.context.isCapitalised(token)
  }

  private func opensClause(_ token: Int) -> Bool {
    passage.context.stream.tokens[token].flags.contains(.sentenceStart)
      || [",", ";", ":", "(", ".", "-", "–", "—", "and", ""].contains(passage.word(token - 1))
  }

  /// The first token of the length that a word for a life stands before: "life: 12 months", "shelf life 12 months".
  func lifeLength(at token: Int) -> Int? {
    guard passage.isOne(token, of: "life|lifetime|lifespan|validity") else { return nil }
    var at = token + 1
    while at < token + 4, passage.isOne(at, of: ":|is|of|-|–|=") { at += 1 }
    guard let value = passage.value(at: at), case .duration(let length) = value.value, length.unit != .hour else {
      return nil
    }
    return at
  }
}

extension TimeFinder {
  /// "Q1 and Q2 2031", "Q3 to Q4 2031", "first and second quarters of 2031": quarters that follow each other.
  func quarters(at token: Int) -> (value: TimePeriod, end: Int)? {
    guard var last = quarter(at: token) else { return nil }
    let first = last.number
    while passage.isOne(last.end, of: "and|or|&|to|through|until|-|–|,|/"), let next = quarter(at: last.end + 1),
      next.number > last.number
    {
      last = next
    }
    guard last.number > first else { return nil }
    var at = last.end
    while at < last.end + 3, passage.isOne(at, of: "quarter|quarters|of|calendar|in") { at += 1 }
    guard let year = Int(passage.word(at)), (1990...2100).contains(year) else { return nil }
    return (.between(.startOf(.quarter(first, year: year)), .endOf(.quarter(last.number, year: year))), at + 1)
  }

  private func quarter(at token: Int) -> (number: Int, end: Int)? {
    let word = passage.word(token)
    if word == "q", let number = Int(passage.word(token + 1)), (1...4).contains(number) { return (number, token + 2) }
    if word.utf8.count == 2, word.hasPrefix("q"), let number = Int(word.dropFirst()), (1...4).contains(number) {
      return (number, token + 1)
    }
    guard let number = Ordinals.value(word), (1...4).contains(number),
      passage.isOne(token + 1, of: "quarter|quarters|and|or|to|through|&")
    else { return nil }
    return (
      number, passage.word(token + 1) == "quarter" && passage.isOne(token + 2, of: "and|or|to") ? token + 2 : token + 1
    )
  }
}

extension UnreadTimes {
  private static let carrying: WordSet = [
    "carried", "carry", "carries", "roll", "rolls", "rolled", "moved", "move", "moves", "added", "transferred", "taken",
    "brought", "rollover", "carryover", "pass", "passes", "passed", "goes", "go",
  ]

  /// "is not carried to the next twelve months": where what is left does not go.
  func isGoalOfLeftover(_ tokens: Range<Int>) -> Bool {
    passage.isOne(tokens.lowerBound - 1, of: "next|following|subsequent|coming|another")
      && (2...9).contains { Self.carrying.contains(passage.word(tokens.lowerBound - $0)) }
  }
}

extension TimePeriod {
  /// "The first four months", "the first contract year": a stretch that is told by where it begins.
  var isOpening: Bool {
    switch self {
    case .first: true
    case .contractYears(1, _): true
    default: false
    }
  }
}
