// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Finds what a passage says of when something may be used: `from … through …`, `within six months of …`,
/// `until …`, `must be redeemed by …`, `in the first Contract Year`.
struct TimeFinder {
  let passage: PassageText
  private(set) var parser: TimeParser

  init(_ passage: PassageText, knowledge: DocumentKnowledge) {
    self.passage = passage
    parser = TimeParser(passage: passage, knowledge: knowledge)
  }

  /// All statements in the tokens, in order, not overlapping.
  func statements(in range: Range<Int>) -> [TimeStatement] {
    var found: [TimeStatement] = []
    var finder = self
    var at = range.lowerBound
    while at < range.upperBound {
      if let statement = finder.statement(at: at), statement.tokens.upperBound <= range.upperBound + 1 {
        if !TimeAsides(passage: passage).isAboutOtherThings(statement) { found.append(statement) }
        if let point = statement.point { finder.parser.antecedent = point }
        if let period = statement.period { finder.parser.antecedentPeriod = period }
        at = max(statement.tokens.upperBound, at + 1)
      } else {
        at += 1
      }
    }
    return found
  }

  private func statement(at token: Int) -> TimeStatement? {
    if let moved = moved(at: token) { return moved }
    if let later = forbiddenBefore(at: token) { return later }
    if let range = fromTo(at: token) { return range }
    if let last = lastDay(at: token) { return last }
    if let end = endStatement(at: token) { return chosen(end) }
    if let during = during(at: token) { return permitted(chosen(during)) }
    if let start = startStatement(at: token) { return start }
    return nil
  }

  // MARK: From … to …

  private func fromTo(at token: Int) -> TimeStatement? {
    if let months = months(at: token) { return months }
    var at = token
    if passage.word(token) == "between" {
      if let range = yearless(from: token + 1, joinedBy: ["and"]) {
        return make(.during, period: range.value, token, range.end)
      }
      guard let first = parser.point(at: token + 1), passage.word(first.end) == "and" else { return nil }
      var follower = parser
      follower.antecedent = first.value
      guard let second = follower.point(at: first.end + 1) else { return nil }
      return make(.during, period: .between(first.value, second.value), token, second.end)
    }
    if let after = startIntroducer(at: token) { at = after } else if passage.value(at: token) == nil { return nil }
    if let range = yearless(from: at, joinedBy: Self.rangeEnds) {
      return make(.during, period: range.value, token, range.end)
    }
    guard let first = parser.point(at: at) else { return nil }
    var next = first.end
    while [",", "and", "ending", "expiring", "continuing"].contains(passage.word(next)) { next += 1 }
    var follower = parser
    follower.antecedent = first.value
    let isEnding = ["ending", "expiring"].contains(passage.word(next - 1))
    guard let introducer = rangeEnd(at: next) ?? (isEnding ? next : nil), let second = follower.point(at: introducer)
    else { return nil }
    return make(.during, period: .between(first.value, second.value), token, second.end)
  }

  /// "from February 2031 to January 2032": from the first day of the one to the last of the other.
  private func months(at token: Int) -> TimeStatement? {
    let isBetween = passage.word(token) == "between"
    guard let at = isBetween ? token + 1 : startIntroducer(at: token), let first = month(at: at) else { return nil }
    guard let next = isBetween ? first.end + 1 : rangeEnd(at: first.end), let last = month(at: next) else { return nil }
    return make(.during, period: .between(.startOf(first.period), .endOf(last.period)), token, last.end)
  }

  private func month(at token: Int) -> (period: TimePeriod, end: Int)? {
    guard let value = passage.value(at: token), case .date(let date) = value.value, date.day == nil,
      let month = date.month, let year = date.year
    else { return nil }
    return (.month(month, year: year), value.tokens.upperBound)
  }

  private static let movingVerbs: WordSet = [
    "moved", "extended", "postponed", "prolonged", "changed", "deferred", "brought", "shortened", "replaced",
  ]

  /// "is moved from March 31 to December 31": the later day is the deadline now.
  private func moved(at token: Int) -> TimeStatement? {
    guard Self.movingVerbs.contains(passage.word(token)) || isAgreedExtension(at: token),
      !(1...3).contains(where: { ["may", "can", "could", "might"].contains(passage.word(token - $0)) })
    else { return nil }
    var at = token + 1
    if passage.word(at) == "forward" { at += 1 }
    if ["this", "that", "the", "such", "its"].contains(passage.word(at)) { at += 2 }
    if passage.word(at) == "from", let old = parser.point(at: at + 1) { at = old.end }
    guard ["to", "until", "by"].contains(passage.word(at)), let new = parser.point(at: at + 1), case .date = new.value
    else {
      return nil
    }
    return make(.end, point: new.value, token, new.end)
  }

  private static let rangeEnds: WordSet = ["through", "until", "to", "till", "thru", "on", "-", "–", "by", "at"]

  private func rangeEnd(at token: Int) -> Int? {
    guard Self.rangeEnds.contains(passage.word(token)) else { return nil }
    if passage.word(token) == "on" || passage.word(token) == "by" || passage.word(token) == "at" {
      return ["ending", "expiring"].contains(passage.word(token - 1)) ? token + 1 : nil
    }
    if passage.has(["and", "including"], at: token + 1) { return token + 3 }
    return token + 1
  }

  private func startIntroducer(at token: Int) -> Int? {
    passage.all(of: Self.starts, at: token).first { _ in true }.map { token + $0.count }
  }

  private static let starts: WordPatterns = [
    ["starting|beginning|commencing", "on|with|from|at"], ["effective", "from|as", "of"], ["effective", "from"],
    ["starts|begins|commences", "on|with|at"], ["as", "from|of"], ["with", "effect", "from"],
    ["from", "and", "including"], ["from"], ["starting"], ["beginning"], ["commencing"],
    ["available|usable|valid", "as", "of|from|at"], ["available|usable|valid", "from"], ["available", "after|on"],
    ["usable", "after"], ["for", "the", "time", "from"], ["for", "the", "period", "from"],
  ]

  private func startStatement(at token: Int) -> TimeStatement? {
    if let later = notBefore(at: token) { return later }
    if let later = afterPeriod(at: token) { return later }
    guard let at = startIntroducer(at: token) else { return nil }
    guard let point = parser.point(at: at) else { return firstOf(at: at, token) }
    if case .after = point.value { return nil }
    return make(.start, point: point.value, token, point.end)
  }

  /// "none before Order Start", "not earlier than", "opens on", "on 1 September 2026" after a verb that gives.
  private func notBefore(at token: Int) -> TimeStatement? {
    for pattern in passage.all(of: Self.laterStarts, at: token) {
      guard let point = parser.point(at: token + pattern.count) else { continue }
      return make(.start, point: point.value, token, point.end)
    }
    guard ["on", "at", "with", "upon"].contains(passage.word(token)), let point = parser.point(at: token + 1) else {
      return nil
    }
    switch point.value {
    case .date, .anchor, .named: if passage.word(token) != "on" { return nil }
    // "At the opening of Contract Year 2 Supplier hands over …"
    case .startOf: return gives(around: token..<point.end) ? make(.start, point: point.value, token, point.end) : nil
    default: return nil
    }
    let sentence = passage.context.sentence(of: token)
    guard (max(sentence.lowerBound, token - 16)..<token).contains(where: { Self.giving.contains(passage.word($0)) })
    else { return nil }
    return make(.start, point: point.value, token, point.end)
  }

  func gives(around tokens: Range<Int>) -> Bool {
    (1...16).contains { Self.giving.contains(passage.word(tokens.lowerBound - $0)) }
      || (0..<6).contains { Self.giving.contains(passage.word(tokens.upperBound + $0)) }
  }

  private static let laterStarts: WordPatterns = [
    ["none|not|nor", "before|earlier"], ["no|not", "earlier|sooner", "than"], ["opens|open", "on|at|with"],
    ["opens|open", "for", "redemption|use", "on|at|with"], ["available|usable|valid", "from|as"],
  ]
  private static let giving: WordSet = [
    "apply", "applies", "credit", "credits", "load", "loads", "loaded", "grant", "grants", "granted", "provide",
    "provides",
    "provided", "provision", "provisions", "available", "issue", "issues", "issued", "deliver", "delivers", "transfer",
    "sets",
    "starts", "start", "begin", "begins", "opens", "add", "adds", "added", "adding", "hand", "hands", "activate",
    "activates", "activated",
  ]

  // MARK: Ends

  private static let ends: [(pattern: WordPattern, role: TimeStatement.Role)] = [
    (["until", "and", "including"], .end), (["up", "to", "and", "including"], .end), (["on", "or", "before"], .end),
    (["no|not", "later", "than"], .end), (["not|none|nor", "after"], .end), (["not", "beyond"], .end), (["when"], .end),
    (["as", "long", "as"], .end), (["at", "the", "latest", "by|on"], .end),
    (["until|till|by", "latest"], .end), (["at", "latest", "by|on|until|till"], .end),
    (["at", "the", "latest", "until|till"], .end), (["at", "the", "latest"], .end), (["latest", "by|until|on"], .end),
    (["by", "no", "later", "than"], .end), (["prior", "to"], .endBefore), (["valid", "until|to|through|till"], .end),
    (["up", "to"], .end), (["until"], .end), (["till"], .end), (["through"], .end), (["thru"], .end), (["by"], .end),
    (["before"], .endBefore),
    (
      [
        "expire|expires|expired|lapse|lapses|end|ends|ending|terminate|terminates|forfeited|expiring|closes|closed|ceases|cease|lapsed|cancelled|stop|stops",
        "on|at|with|as|upon",
      ],
      .end
    ),
    (["lapse|lapses|expire|expires|cease|ceases|end|ends", "with", "effect", "from|on"], .endBefore),
    (["event|case|circumstances", "after|beyond"], .end),
    (["run|runs|ran", "out", "on|at|with|upon"], .end),
    (["cease|ceases", "to", "be", "available|valid|usable", "on|at|with|after|from|upon"], .end),
    (["cease|ceases"], .end), (["expiring"], .end), (["exp", "."], .end), (["exp", ":"], .end), (["exp"], .end),
    (["by", "date", ":|is"], .end), (["by", ":"], .end), (["later|longer", "than"], .end), (["as", "at"], .end),
    (["past|beyond"], .end),
    (["expire|expires|lapse|lapses|end|ends", "as", "of"], .end), (["as", "of"], .end),
    (["gone|void|worthless", "on|from|as"], .endBefore),
    (["handed|given", "back", "at|on|by"], .end), (["switched|turned|shut", "off", "at|on|by"], .end),
    (["taken", "down", "at|on|by"], .end), (["deactivated|decommissioned", "at|on|by"], .end),
    (["expiry|expiration", "date", ":"], .end), (["expire|expires|lapse|lapses|end|ends"], .end),
    (["remaining|left|unused|remain|not", "on|at|after"], .end), (["after"], .end), (["at"], .end), (["on"], .end),
    (["with"], .end), (["nlt"], .end), (["to", "exist", "on|at|with"], .end),
    (["lapse|lapses|expire|expires|end|ends"], .end),
  ]

  private func endStatement(at token: Int) -> TimeStatement? {
    guard let starting = Self.endsByWord[passage.word(token)] else { return nil }
    for index in starting where passage.has(Self.ends[index].pattern, at: token) {
      let (pattern, role) = Self.ends[index]
      let at = token + pattern.count
      let first = pattern.count == 1 ? passage.word(token) : ""
      if Self.doubtful.contains(first) || passage.has(["as", "of|at"], at: token), !saysItEnds(around: token) {
        continue
      }
      guard let point = parser.point(at: at) ?? closingPeriod(at: at) ?? printedDay(at: at, first) else { continue }
      if Self.edgeOnly.contains(first) {
        guard case .endOf = point.value else { continue }
      }
      // "by thirty days" is no date; "by the anniversary" is.
      return make(role, point: point.value, token, point.end)
    }
    return nil
  }

  /// "are forfeited after 30 June", "the balance as of the end of Contract Year 2 reverts".
  private static let doubtful: WordSet = ["later", "longer", "after", "at", "on", "with", "when", "past", "beyond"]
  /// Words that close a period only before its end: "at the end of Contract Year 2", "when the term is over".
  private static let edgeOnly: WordSet = ["at", "on", "with", "when"]
  /// Which patterns can start with a word.
  private static let endsByWord: [String: [Int]] = {
    var found: [String: [Int]] = [:]
    for (index, entry) in ends.enumerated() {
      for word in entry.pattern.openers { found[word, default: []].append(index) }
    }
    return found
  }()

  private func saysItEnds(around token: Int) -> Bool {
    return (1...8).contains { Self.lapsing.contains(passage.word(token - $0)) } || isForbidden(before: token)
      || (3...16).contains { Self.endingWords.contains(passage.word(token + $0)) }
  }

  private static let lapsing: WordSet = [
    "forfeited", "lapse", "lapses", "expire", "expires", "removed", "lost", "void", "gone", "available", "unused",
    "undrawn", "balance", "remaining", "cancelled", "switched", "ends", "end", "used", "amounts", "amount",
  ]
  private static let endingWords: WordSet = [
    "forfeited", "lapse", "lapses", "expire", "expires", "removed", "lost", "void", "reverts", "revert", "fall",
    "extinguished",
  ]

  // MARK: Periods

  private func during(at token: Int) -> TimeStatement? {
    let word = passage.word(token)
    if Self.introducers.contains(word) || word == "up" {
      // "over the twelve months of the first contract year"
      let at = passage.word(token + 1) == "the" ? token + 2 : token + 1
      if let whole = parser.allParts(at: at) { return make(.during, period: whole.value, token, whole.end) }
      if let relative = relative(at: token + 1, introducer: word, from: token) { return relative }
      if word != "of", let period = parser.period(at: token + 1), !isEach(token + 1) {
        return make(.during, period: period.value, token, period.end)
      }
    }
    // "twelve months from the Effective Date" without a word before it.
    if let value = passage.value(at: token), case .duration = value.value {
      return relative(at: token, introducer: "", from: token)
    }
    // "Gold Support (first year only)"
    if passage.word(token - 1) == "(", let period = parser.period(at: token), !isEach(token),
      passage.word(period.end) == ")" || passage.has(["only", ")"], at: period.end)
    {
      return make(.during, period: period.value, token, period.end)
    }
    // "Contract Year 2:" at a sentence's or cell's start.
    if passage.context.sentence(of: token).lowerBound == token, let period = parser.period(at: token), !isEach(token),
      case .contractYears = period.value, !Self.beginning.contains(passage.word(period.end))
    {
      return make(.during, period: period.value, token, period.end)
    }
    return nil
  }

  private static let introducers: WordSet = [
    "in", "during", "for", "within", "over", "throughout", "of", "inside", "valid", "covering",
  ]
  private static let each: WordSet = ["each", "every", "any", "per", "next", "following"]
  private static let beginning: WordSet = [
    "begins", "starts", "commences", "runs", "is", "means", "goes", "opens", "begin", "start", "run",
  ]

  private func isEach(_ token: Int) -> Bool {
    (token..<(token + 3)).contains { Self.each.contains(passage.word($0)) }
  }

  /// A duration with what it counts from, or alone after `for` and `within`.
  private func relative(at start: Int, introducer: String, from token: Int) -> TimeStatement? {
    var at = start
    while ["a", "the", "an", "period", "of", "up", "to", "term", "further", "additional", "another", "other"]
      .contains(passage.word(at)), at < start + 5
    {
      if passage.value(at: at) != nil { break }
      at += 1
    }
    guard let value = passage.value(at: at), case .duration(let duration) = value.value, duration.unit != .hour else {
      return nil
    }
    if let prolonged = parser.lengthThereafter(duration, at: value.tokens.upperBound) {
      return make(.end, point: prolonged.value, token, prolonged.end)
    }
    if let ended = lengthEnding(duration, value.tokens.upperBound, introducer, from: token) { return ended }
    var next = value.tokens.upperBound
    if passage.word(next) == "period" { next += 1 }
    if ["immediately", "directly"].contains(passage.word(next)) { next += 1 }
    while [",", "counted", "counting", "calculated", "measured", "starting", "beginning", "commencing", "running"]
      .contains(
        passage.word(next))
    {
      next += 1
    }
    if passage.has(["that|which", "begin|begins|start|starts|commence|commences|run|runs|follow|follows"], at: next) {
      next += 2
    }
    if passage.has(["to", "run|start|begin"], at: next) { next += 2 }
    let word = passage.word(next)
    if next > value.tokens.upperBound, word != "of" {
      if let base = parser.point(at: next) {
        return make(.during, period: .duration(duration, from: base.value), token, base.end)
      }
      if ["follow", "follows"].contains(passage.word(next - 1)) {
        return make(.during, period: .duration(duration, from: .anchor("unknown")), token, next)
      }
    }
    if ["after", "from", "following", "of", "on", "with", "at", "as"].contains(word) {
      let skip = passage.has(["as", "of|from"], at: next) ? 2 : 1
      if let base = parser.point(at: next + skip) {
        return make(.during, period: .duration(duration, from: base.value), token, base.end)
      }
      if let whole = parser.period(at: next + skip), case .contractYears = whole.value, word != "of" {
        let base = TimePoint.shifted(1, .endOf(whole.value))
        return make(.during, period: .duration(duration, from: base), token, whole.end)
      }
      let isLong = duration.months != nil || (duration.days ?? 0) >= 28
      if let days = signing(at: next + skip) {
        return make(.during, period: .duration(duration, from: days.value), token, days.end)
      }
      if word == "after" || word == "from" || word == "following"
        || word == "of" && introducer == "within" && isLong && isOfUse(before: token)
      {
        // Counted from something that is no known anchor: the end stays open.
        return make(.during, period: .duration(duration, from: .anchor("unknown")), token, next + skip)
      }
    }
    if passage.word(next) == "before" || passage.has(["prior", "to"], at: next) { return nil }
    // "three months of the Payroll module": as long as that.
    if introducer.isEmpty, word == "of", duration.months != nil,
      (2...5).contains(where: { Self.used.contains(passage.word(next + $0)) })
    {
      return make(.during, period: .duration(duration, from: nil), token, value.tokens.upperBound)
    }
    guard ["for", "valid", "over"].contains(introducer), duration.months != nil || duration.unit == .day else {
      return nil
    }
    return make(.during, period: .duration(duration, from: nil), token, value.tokens.upperBound)
  }

  private static let used: WordSet = ["module", "modules", "access", "use", "usage", "edition", "licence", "license"]

  func make(
    _ role: TimeStatement.Role, point: TimePoint? = nil, period: TimePeriod? = nil, _ start: Int, _ end: Int
  ) -> TimeStatement {
    TimeStatement(role: role, point: point, period: period, tokens: start..<max(end, start + 1))
  }
}
