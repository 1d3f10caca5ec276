// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// Stretches that are named one after the other, with or without quotation marks: `Year A (the first twelve months), Year
/// B (the next twelve months) and Year C (the remainder)`, `The Build Stage lasts until 30 June 2031. The Run Stage follows
/// it`, `Season One runs from … to …, Season Two from … to …`.
extension PeriodNames {
  /// Names and what is said right behind each, where that is a stretch of days and nothing else.
  func readSequences(into found: inout [String: TimePeriod]) {
    guard context.isOfOrderLength else { return }
    var last: (period: TimePeriod, sentence: Int)?
    var at = 0
    while at < context.stream.count, found.count < Self.most {
      guard let name = sequenceName(at) else {
        at += 1
        continue
      }
      at = name.upperBound
      let sentence = context.sentence(of: name.lowerBound)
      let goesOn = last?.sentence == sentence.lowerBound && isJoined(name, sentence)
      let words = context.words(name).joined(separator: " ")
      if let known = found[words] {
        last = (known, sentence.lowerBound)
        continue
      }
      guard
        let said = said(behind: name, sentence, found, last?.period, goesOn: goesOn)
          ?? explained(name, sentence, found, last?.period)
      else { continue }
      enter(words, said.period, into: &found)
      last = (said.period, sentence.lowerBound)
      at = max(at, said.end)
      readFollowers(at, sentence, said.period, into: &found)
    }
  }

  /// `…, Season Two`, `… and the Run Stage`: one of a list.
  private func isJoined(_ name: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var at = name.lowerBound - 1
    if sentence.contains(at), context.folded(at) == "the" { at -= 1 }
    return sentence.contains(at) && context.isOne(at, of: ",|;|and|(")
  }

  /// A name, and its like with the number in figures or in words.
  private func enter(_ name: String, _ period: TimePeriod, into found: inout [String: TimePeriod]) {
    found[name] = period
    var words = name.split(separator: " ").map(String.init)
    guard let last = words.popLast() else { return }
    let figures = ["one", "two", "three", "four", "five", "six", "seven", "eight"]
    let other = figures.firstIndex(of: last).map { String($0 + 1) } ?? Int(last).flatMap { figures[safe: $0 - 1] }
    guard let other else { return }
    let like = (words + [other]).joined(separator: " ")
    if found[like] == nil { found[like] = period }
  }

  /// `a Stub Period of six months …, followed by two Order Years`: years that are counted from its end.
  private func readFollowers(
    _ token: Int, _ sentence: Range<Int>, _ before: TimePeriod, into found: inout [String: TimePeriod]
  ) {
    let near = token..<max(token, min(sentence.upperBound, token + 10))
    guard
      let by = near.dropFirst().first(where: { context.folded($0) == "by" && context.folded($0 - 1) == "followed" }),
      let noun = near.first(where: { $0 > by + 1 && context.folded($0) == "years" && context.isCapitalised($0) }),
      noun - by <= 4, let count = Ordinals.cardinal(context.folded(by + 1)) ?? Int(context.folded(by + 1)),
      (1...8).contains(count)
    else { return }
    let name = context.words((by + 2)..<noun) + ["year"]
    for number in 1...count {
      let start = TimePoint.shifted(1, .endOf(before))
      let length = CalendarDuration(amount: Decimal(12 * number), unit: .month)
      let whole = TimePeriod.duration(length, from: start)
      let year = CalendarDuration(amount: 12, unit: .month)
      enter((name + [String(number)]).joined(separator: " "), .last(year, of: whole), into: &found)
    }
  }

  private static let numbered: WordSet = [
    "year", "season", "half", "phase", "stage", "period", "wave", "leg", "cycle", "block", "step", "window", "quarter",
    "part", "instalment", "tranche", "sprint", "chapter", "segment", "lap", "round",
  ]
  private static let numbers: WordSet = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "a", "b", "c", "d", "e", "f", "i", "ii", "iii",
    "iv", "v", "1", "2", "3", "4", "5", "6", "7", "8",
  ]
  private static let openers: WordSet = [
    "the", "a", "an", "in", "during", "for", "and", "from", "each", "this", "that", "within", "throughout", "both",
    "first", "second", "contract",
  ]

  /// `Season One`, `Order Year Two`, `Stub Period`: a capitalised noun of time with its number or letter, or with a word of
  /// its own before it.
  private func sequenceName(_ token: Int) -> Range<Int>? {
    guard context.isCapitalised(token) else { return nil }
    if let plain = plainName(token) { return plain }
    guard context.isOne(token, of: Self.numbered) else { return nil }
    var start = token
    while start > 0, token - start < 2, context.isCapitalised(start - 1), context.isWord(start - 1),
      !context.isOne(start - 1, of: Self.openers),
      context.stream.tokens[start].flags.isDisjoint(with: [.lineStart, .blockStart, .cellStart, .sentenceStart])
    {
      start -= 1
    }
    let next = token + 1
    if next < context.stream.count, context.isOne(next, of: Self.numbers),
      context.isCapitalised(next) || context.stream.tokens[next].tokenClass == .number,
      context.stream.tokens[next].flags.isDisjoint(with: [.blockStart, .cellStart, .sentenceStart])
    {
      return start..<(next + 1)
    }
    return start < token && !context.isOne(token, of: "year|quarter") ? start..<(token + 1) : nil
  }

  /// `the Ramp is the time up to …`, `and the Plateau the time after it`: one word that a stretch is said of.
  private func plainName(_ token: Int) -> Range<Int>? {
    guard token > 0, token + 3 < context.stream.count, context.isOne(token - 1, of: Self.article),
      context.isWord(token), context.stream.tokens[token].range.count > 3
    else { return nil }
    let verb = context.isOne(token + 1, of: Self.being) ? token + 2 : token + 1
    guard context.folded(verb) == "the", context.isOne(verb + 1, of: Self.stretches) else { return nil }
    return token..<(token + 1)
  }

  private static let article: WordSet = ["the"]
  private static let being: WordSet = ["is", "means", "covers", "being"]
  private static let stretches: WordSet = ["time", "period", "stretch", "span", "months", "weeks"]

  private static let saying: WordSet = [
    "is", "means", "runs", "lasts", "covers", "are", "comprises", "spans", "goes", "extends", "stands", "takes",
    "being", ":", "=", "(", "of", ",",
  ]
  private static let leading: WordSet = ["for", "to", "in", "over", "up", "of"]

  /// The stretch that stands behind a name and its verb or in its bracket; `before` is the one that was named last.
  private func said(
    behind name: Range<Int>, _ sentence: Range<Int>, _ found: [String: TimePeriod], _ before: TimePeriod?, goesOn: Bool
  ) -> (period: TimePeriod, end: Int)? {
    var at = name.upperBound
    guard at < sentence.upperBound else { return nil }
    let isBracket = context.folded(at) == "("
    let passage = PassageText(context, name.lowerBound..<min(sentence.upperBound, name.upperBound + 40))
    var knowledge = DocumentKnowledge()
    knowledge.namedPeriods = found
    var finder = TimeFinder(passage, knowledge: knowledge)
    finder.recall(before.map { TimeStatement(role: .during, point: nil, period: $0, tokens: name) })
    if let before, let next = following(at, passage, before) { return next }
    let isSaid = context.isOne(at, of: Self.saying)
    guard isSaid || goesOn else { return nil }
    if isSaid { at += 1 }
    while at < sentence.upperBound, at < name.upperBound + 3, context.isOne(at, of: Self.leading) { at += 1 }
    guard at < sentence.upperBound else { return nil }
    let isPlain = passage.isOne(name.upperBound, of: "of|,")
    if let before, let next = rest(at, passage, finder.parser, before) { return closed(next, isBracket, passage) }
    // "the time up to 31 December 2031": from the start of the order.
    if passage.has(["the", "time|period|stretch|span", "until|till|up|to|before"], at: at),
      let end = finder.statement(at: at + 2) ?? finder.endStatement(at: at + 2), let point = end.point,
      end.role == .end || end.role == .endBefore
    {
      let last = end.role == .end ? point : .shifted(-1, point)
      return closed((.between(.startOf(.term), last), end.tokens.upperBound), isBracket, passage)
    }
    if let between = finder.statement(at: at), let period = between.period, isBounded(period) {
      return closed((period, between.tokens.upperBound), isBracket, passage)
    }
    guard !isPlain, let period = finder.parser.period(at: at), isBounded(period.value) else { return nil }
    return closed((period.value, period.end), isBracket, passage)
  }

  /// `The "Stub Period" fits the budget: it is the six months that end on …`: what a pronoun says of a name in quotation
  /// marks.
  private func explained(
    _ name: Range<Int>, _ sentence: Range<Int>, _ found: [String: TimePeriod], _ before: TimePeriod?
  ) -> (period: TimePeriod, end: Int)? {
    guard context.stream.tokens[name.lowerBound].flags.contains(.quoteBefore) else { return nil }
    let limit = min(context.stream.count, context.block(of: name.lowerBound).upperBound, name.upperBound + 40)
    guard name.upperBound + 2 < limit else { return nil }
    for token in (name.upperBound + 1)..<(limit - 1) {
      if context.stream.tokens[token].flags.contains(.quoteBefore) { return nil }
      guard context.isOne(token, of: "it|this|that"), context.isOne(token + 1, of: Self.saying),
        context.isOne(token - 1, of: ":|;|,|.")
      else { continue }
      return said(behind: token..<(token + 1), token..<limit, found, before, goesOn: false)
    }
    return nil
  }

  private func isBounded(_ period: TimePeriod) -> Bool {
    switch period {
    case .between, .first, .last, .slice: true
    case .duration(_, let from): from != nil
    default: false
    }
  }

  /// In a bracket nothing else may stand.
  private func closed(_ said: (TimePeriod, Int), _ isBracket: Bool, _ passage: PassageText) -> (
    period: TimePeriod, end: Int
  )? {
    !isBracket || passage.isOne(said.1, of: ")|,|;") ? (said.0, said.1) : nil
  }

  /// `follows it and lasts until the End Date`, `follows and runs for twelve months`: from the end of the one before.
  private func following(_ token: Int, _ passage: PassageText, _ before: TimePeriod) -> (
    period: TimePeriod, end: Int
  )? {
    guard passage.isOne(token, of: "follows|follow|succeeds") else { return nil }
    var at = token + 1
    while passage.isOne(at, of: "it|on|that|immediately|,|and|runs|lasts|goes|for"),
      at < token + 7
    {
      at += 1
    }
    let start = TimePoint.shifted(1, .endOf(before))
    if let value = passage.value(at: at), case .duration(let length) = value.value, length.months != nil {
      return (.duration(length, from: start), value.tokens.upperBound)
    }
    guard passage.isOne(at, of: "until|till|to|through"),
      let end = TimeParser(passage: passage, knowledge: DocumentKnowledge()).point(at: at + 1)
    else { return nil }
    return (.between(start, end.value), end.end)
  }

  /// `the next twelve months`, `the six months after that`, `the twelve months that follow it`, `the remainder`.
  private func rest(_ token: Int, _ passage: PassageText, _ parser: TimeParser, _ before: TimePeriod) -> (
    period: TimePeriod, end: Int
  )? {
    var at = token
    while passage.isOne(at, of: "the|a|then"), at < token + 2 { at += 1 }
    let start = TimePoint.shifted(1, .endOf(before))
    // "Phase II what remains of the term"
    if passage.has(["what|whatever", "remains|is"], at: at) {
      at += passage.has(["left|over"], at: at + 2) ? 3 : 2
      if passage.word(at) == "of", let whole = parser.period(at: at + 1) {
        return (.between(start, .endOf(whole.value)), whole.end)
      }
      return (.between(start, .endOf(.term)), at)
    }
    if passage.isOne(at, of: "remainder|rest|remaining|balance|time|everything|whatever") {
      let isRest = passage.word(at) != "time" || passage.has(["thereafter|after"], at: at + 1)
      guard isRest else { return nil }
      at += 1
      if passage.word(at - 1) == "remaining", passage.value(at: at) == nil,
        !passage.isOne(at, of: "time|term")
      {
        return nil
      }
      if let value = passage.value(at: at), case .duration(let length) = value.value, length.months != nil {
        return (.duration(length, from: start), value.tokens.upperBound)
      }
      while passage.isOne(at, of: "time|thereafter|after|that|of|it|the"), at < token + 6 {
        if passage.word(at) == "of", let whole = parser.period(at: at + 1) {
          return (.between(start, .endOf(whole.value)), whole.end)
        }
        at += 1
      }
      return (.between(start, .endOf(.term)), at)
    }
    let isNext = passage.isOne(at, of: "next|following|subsequent|second|third|further")
    if isNext { at += 1 }
    guard let value = passage.value(at: at), case .duration(let length) = value.value, length.months != nil else {
      return nil
    }
    at = value.tokens.upperBound
    if passage.has(["after|following", "that|it|this"], at: at)
      || passage.has(["that|which", "follow|follows|succeed"], at: at)
    {
      // "the twelve months that follow the Stub Period" names its own.
      let behind = passage.word(at + 2)
      if ["the", "a"].contains(behind) || passage.context.isCapitalised(min(at + 2, context.stream.count - 1)),
        let own = parser.namedPeriod(at: parser.skipArticle(at + 2), inAnyCase: true)
      {
        return (.duration(length, from: .shifted(1, .endOf(own.value))), own.end)
      }
      return (.duration(length, from: start), passage.word(at + 2) == "it" ? at + 3 : at + 2)
    }
    if passage.word(at) == "thereafter" { return (.duration(length, from: start), at + 1) }
    guard isNext, [")", ",", ";", ".", "", "and"].contains(passage.word(at)) else { return nil }
    return (.duration(length, from: start), at)
  }
}
