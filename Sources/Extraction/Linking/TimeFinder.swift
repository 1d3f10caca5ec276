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
    allStatements(in: range).lazy.filter { !$0.isAside }.map(\.statement)
  }

  /// What the sentence before spoke of, for "that date" and "thereafter".
  mutating func recall(_ statement: TimeStatement?) {
    guard let statement else { return }
    parser.antecedent = statement.point
    parser.antecedentCloses = statement.role == .end
    // A day alone ("go-live is planned for 15 May") is nothing that opens then.
    let isBare = passage.context.values(in: statement.tokens).first?.tokens.lowerBound == statement.tokens.lowerBound
    parser.antecedentOpens = statement.role == .start && !isBare
    parser.antecedentPeriod = statement.period
  }

  /// All statements, and whether each says nothing of how long a grant lasts.
  func allStatements(in range: Range<Int>) -> [(statement: TimeStatement, isAside: Bool)] {
    var found: [(statement: TimeStatement, isAside: Bool)] = []
    let asides = TimeAsides(passage: passage)
    var finder = self
    var at = range.lowerBound
    while at < range.upperBound {
      let last = found.last?.statement
      if let statement = finder.statement(at: at).map({ finder.likeBefore($0, last) })
        ?? finder.elliptical(at: at, last),
        statement.tokens.upperBound <= range.upperBound + 1
      {
        found.append((statement, asides.isAboutOtherThings(statement)))
        if let point = statement.point {
          finder.parser.antecedent = point
          finder.parser.antecedentOpens = statement.role == .start
          finder.parser.antecedentCloses = statement.role == .end
        }
        if let period = statement.period { finder.parser.antecedentPeriod = period }
        at = max(statement.tokens.upperBound, at + 1)
      } else {
        at += 1
      }
    }
    return found
  }

  func statement(at token: Int) -> TimeStatement? {
    if let moved = moved(at: token) { return moved }
    if let later = forbiddenBefore(at: token) { return later }
    if let range = fromTo(at: token) ?? onward(at: token) { return chosen(range) }
    if let last = lastDay(at: token) ?? firstAndLast(at: token) ?? lastBillDay(at: token) { return last }
    if let lasting = whileLasting(at: token) { return lasting }
    if let sum = added(at: token) { return sum }
    if let end = endStatement(at: token) { return prolonged(chosen(end)) }
    if let opening = opensLater(at: token) { return opening }
    if let during = during(at: token) { return permitted(prolonged(chosen(during))) }
    if let start = startStatement(at: token) { return start }
    return nil
  }

  // MARK: From … to …

  func fromTo(at token: Int) -> TimeStatement? {
    if let months = months(at: token) { return months }
    var at = token
    if passage.word(token) == "between" {
      if let range = yearless(from: token + 1, joinedBy: ["and"]) {
        return make(.during, period: range.value, token, range.end)
      }
      if let months = parser.monthsBetween(at: token + 1) {
        return make(.during, period: months.value, token, months.end)
      }
      guard let first = parser.point(at: token + 1), passage.word(first.end) == "and" else { return nil }
      var follower = parser
      follower.antecedent = first.value
      guard
        let second = follower.point(at: first.end + 1) ?? apposition(at: first.end + 1, "until")
          ?? sameYear(at: first.end + 1, as: first.value)
      else { return nil }
      return make(.during, period: .between(first.value, second.value), token, second.end)
    }
    if passage.has(["from", "the", "first", "to|until|through", "the", "last", "day", "of"], at: token),
      let whole = parser.period(at: token + 8)
    {
      return make(.during, period: whole.value, token, whole.end)
    }
    // "at any time after 30 June 2031 and before 1 July 2032"
    let after = passage.has(["usable|available|valid|redeemable", "after"], at: token) ? token + 1 : token
    if passage.word(after) == "after", passage.value(at: after + 1)?.isDate ?? false,
      let first = parser.point(at: after + 1), passage.has(["and|but", "before|until|by"], at: first.end),
      let last = parser.point(at: first.end + 2)
    {
      let isBefore = passage.word(first.end + 1) == "before"
      let end = isBefore ? TimePoint.shifted(-1, last.value) : last.value
      return make(.during, period: .between(.shifted(1, first.value), end), token, last.end)
    }
    if let after = startIntroducer(at: token) { at = after } else if passage.value(at: token) == nil { return nil }
    // "from the 7th to the 12th month"
    if at > token, let months = parser.longSlices(at: passage.word(at) == "the" ? at + 1 : at, depth: 0),
      case .last = months.value
    {
      return make(.during, period: months.value, token, months.end)
    }
    if let range = yearless(from: at, joinedBy: Self.rangeEnds) {
      return make(.during, period: range.value, token, range.end)
    }
    let isOpen = at > token || passage.word(token - 1) == ":"
    guard let first = parser.point(at: at) ?? (isOpen ? edge(at: at, isStart: true) : nil) else { return nil }
    // "from 1 October 2031, 6 months"
    if at > token, passage.word(first.end) == ",", case .date = first.value,
      let value = passage.value(at: first.end + 1), case .duration(let length) = value.value, length.months != nil,
      [".", ",", ";", ")", ""].contains(passage.word(value.tokens.upperBound))
    {
      return make(.during, period: .duration(length, from: first.value), token, value.tokens.upperBound)
    }
    var next = first.end
    while passage.isOne(next, of: ",|and|but|only|continuing|running") || passage.isOne(next, of: Self.endings) {
      next += 1
    }
    var follower = parser
    follower.antecedent = first.value
    let isEnding = passage.isOne(next - 1, of: Self.endings)
    // "8/1/25-1/31/26"
    if next == first.end, case .date = first.value, passage.value(at: next)?.isDate ?? false,
      passage.context.stream.tokens[next].flags.contains(.hyphenBefore), let last = parser.point(at: next),
      case .date = last.value
    {
      return make(.during, period: .between(first.value, last.value), token, last.end)
    }
    if let behind = excludedEnd(at: next), let day = follower.point(at: behind) {
      return make(.during, period: .between(first.value, .shifted(-1, day.value)), token, day.end)
    }
    guard let introducer = rangeEnd(at: next) ?? (isEnding ? next : nil),
      let second = follower.point(at: introducer) ?? edge(at: introducer, isStart: false)
        ?? sameYear(at: introducer, as: first.value)
    else { return nil }
    return make(.during, period: .between(first.value, second.value), token, second.end)
  }

  /// Past "to but excluding", "until (but not including)": the day behind it is the first that is out.
  private func excludedEnd(at token: Int) -> Int? {
    guard passage.isOne(token, of: "to|until|till|through") else { return nil }
    var at = passage.has(["up", "to"], at: token) ? token + 2 : token + 1
    while passage.isOne(at, of: "(|,|but|and"), at < token + 4 { at += 1 }
    if passage.isOne(at, of: "excluding|exclusive|before") {
      at += 1
    } else if passage.has(["not|without", "including|inclusive"], at: at) {
      at += 2
    } else {
      return nil
    }
    while passage.isOne(at, of: ")|,|of"), at < token + 9 { at += 1 }
    return at
  }

  /// "from Fiscal Year 2028 to the end of the services", "from May through Contract Year 2".
  private func edge(at token: Int, isStart: Bool) -> (value: TimePoint, end: Int)? {
    guard let period = parser.period(at: token), period.value.isStretch else { return nil }
    return (isStart ? .startOf(period.value) : .endOf(period.value), period.end)
  }

  /// "from February 2031 to January 2032": from the first day of the one to the last of the other.
  func months(at token: Int) -> TimeStatement? {
    let isBetween = passage.word(token) == "between"
    let isIn = passage.has(["in|during|over|for", "the", "months|period|time", "of|from"], at: token)
    let isBare = passage.has(["in|during|over|for", "the", "period|months|time"], at: token)
    let opens = isBetween ? token + 1 : isIn ? token + 4 : isBare ? token + 3 : startIntroducer(at: token)
    guard let at = opens ?? (isMonthAlone(token) ? token : nil) else { return nil }
    if let bare = bareMonths(at: at) { return make(.during, period: bare.value, token, bare.end) }
    guard let first = month(at: at) else { return nil }
    let ending = passage.word(first.end) == "and" || passage.word(first.end) == "," ? first.end + 1 : first.end
    let isEnding = passage.has(["ending|finishing|closing|concluding|expiring", "in|with|at"], at: ending)
    guard let next = isBetween ? first.end + 1 : isEnding ? ending + 2 : rangeEnd(at: first.end),
      let last = month(at: next)
    else { return nil }
    return make(.during, period: .between(.startOf(first.period), .endOf(last.period)), token, last.end)
  }

  /// "20 vouchers, Apr 2026 – Mar 2027", "(April 2026 to March 2027)": a stretch that opens its clause.
  private func isMonthAlone(_ token: Int) -> Bool {
    passage.value(at: token)?.isDate ?? false
      && [",", "(", ":", ";", "–", "-", "[", ""].contains(passage.word(token - 1))
  }

  func month(at token: Int) -> (period: TimePeriod, end: Int)? {
    guard let value = passage.value(at: token), case .date(let date) = value.value, date.day == nil,
      let month = date.month, let year = date.year
    else { return nil }
    return (.month(month, year: year), value.tokens.upperBound)
  }

  private static let endings: WordChoice =
    "ending|expiring|terminating|concluding|closing|finishing|lapsing|determining|ends|expires|terminates|closes|lapses"

  private static let rangeEnds: WordSet = ["through", "until", "to", "till", "thru", "on", "-", "–", "by", "at", "/"]

  func rangeEnd(at token: Int) -> Int? {
    guard Self.rangeEnds.contains(passage.word(token)) else { return nil }
    if passage.word(token) == "on" || passage.word(token) == "by" || passage.word(token) == "at" {
      return passage.isOne(token - 1, of: Self.endings) ? token + 1 : nil
    }
    if passage.has(["and", "including"], at: token + 1) { return token + 3 }
    return token + 1
  }
}
