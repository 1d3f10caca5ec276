// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Bounds that two clauses draw: what outlasts another thing, the first and the last of several, years that open a
/// sentence.
extension TimeFinder {
  /// Whether the clause around a token names something that may be granted.
  func namesGrant(around token: Int) -> Bool {
    var clause = token..<token
    while clause.lowerBound > passage.range.lowerBound, clause.count < 30,
      !passage.isOne(clause.lowerBound - 1, of: ";|.")
    {
      clause = clause.lowerBound - 1..<clause.upperBound
    }
    while clause.upperBound < passage.range.upperBound, clause.count < 60, !passage.isOne(clause.upperBound, of: ";|.")
    {
      clause = clause.lowerBound..<clause.upperBound + 1
    }
    return passage.context.names(in: clause).contains { $0.kind != nil }
  }

  /// "They survive the end of the term by six months."
  func outlasted(_ at: Int, _ token: Int) -> TimeStatement? {
    guard let point = parser.point(at: at), passage.isOne(point.end, of: "by|for"),
      let value = passage.value(at: passage.isOne(point.end + 1, of: "another|a|an") ? point.end + 2 : point.end + 1),
      case .duration(let length) = value.value, length.unit != .hour
    else { return nil }
    // From the day behind the term's last.
    let base = point.value == .anchor("term_end") ? TimePoint.endOf(.term) : point.value
    return make(.end, point: .after(length, base), token, value.tokens.upperBound)
  }

  /// "first on 1 May 2031 and last on 30 April 2032"; "The first may be held at once, the last on 15 December".
  func firstAndLast(at token: Int) -> TimeStatement? {
    func day(at token: Int) -> (value: TimePoint, end: Int)? {
      guard passage.isOne(token, of: "on|from|by"), let point = parser.point(at: token + 1), point.value.isDayOfCalendar
      else { return nil }
      return point
    }
    if passage.word(token) == "first", let open = day(at: token + 1),
      let last = (open.end..<open.end + 5).first(where: { passage.word($0) == "last" }), let close = day(at: last + 1)
    {
      return make(.during, period: .between(open.value, close.value), token, close.end)
    }
    guard passage.word(token) == "last", passage.word(token - 1) == "the",
      (2...30).contains(where: { passage.word(token - $0) == "first" }), let close = day(at: token + 1)
    else { return nil }
    return make(.end, point: close.value, token, close.end)
  }

  /// "an invoice dated 30 November 2031 or earlier", "Invoices dated after 31 October are not paid from it".
  func lastBillDay(at token: Int) -> TimeStatement? {
    if passage.value(at: token)?.isDate ?? false {
      guard let point = parser.point(at: token), passage.has(["or", "earlier|before|sooner"], at: point.end) else {
        return nil
      }
      return make(.end, point: point.value, token, point.end + 2)
    }
    guard passage.has(["dated|issued|incurred|rendered|performed", "after"], at: token),
      let point = parser.point(at: token + 2), case .date = point.value,
      passage.has(["is|are|cannot|will|shall"], at: point.end),
      (point.end..<point.end + 4).contains(where: {
        passage.isOne($0, of: "not|cannot|never|rejected|refused|excluded")
      })
    else { return nil }
    return make(.end, point: point.value, token + 1, point.end)
  }

  /// "From Year 2, Customer receives …", "20 credits a year at no charge from Contract Year 2"; not the "credits from
  /// Contract Year 2".
  func opensWithYear(_ period: (value: TimePeriod, end: Int), _ start: Int) -> Bool {
    guard let year = period.value.contractYear, year > 1,
      [",", ".", ";", ")", ""].contains(passage.word(period.end))
    else { return false }
    return passage.context.sentence(of: start).lowerBound == start
      || passage.isOne(
        start - 1, of: ",|(|charge|cost|free|year|annum|annually|yearly|available|provided|included|granted")
  }
}
