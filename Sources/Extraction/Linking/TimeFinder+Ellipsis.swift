// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Days that stand beside other words: what a verb before them says of both, what they stand for.
extension TimeFinder {
  /// "The credits lapse on 30 June, the vouchers on 31 March": what is left out is said just before.
  func elliptical(at token: Int, _ last: TimeStatement?) -> TimeStatement? {
    if let respective = respective(at: token, last) { return respective }
    guard let last, last.role == .end, passage.isOne(token, of: "on|by|until|with|at"),
      isElliptical(from: last.tokens.upperBound, to: token)
    else { return nil }
    // "until the first anniversary of the Start Date, the voucher until the second"
    if case .anniversary(_, let base)? = last.point, passage.word(token + 1) == "the",
      let number = Ordinals.value(passage.word(token + 2)),
      [".", ",", ";", ")", "", "one"].contains(passage.word(token + 3))
    {
      return make(.end, point: .anniversary(number, of: base), token, token + 3)
    }
    guard let point = parser.point(at: token + 1) else { return nil }
    return make(.end, point: point.value, token, point.end)
  }

  /// "valid until 31 December 2026 and 31 March 2027 respectively"
  private func respective(at token: Int, _ last: TimeStatement?) -> TimeStatement? {
    guard let last, last.role == .end || last.role == .endBefore, last.tokens.upperBound == token,
      passage.isOne(token, of: "and|,"), let point = parser.point(at: token + 1), case .date = point.value,
      (point.end..<(point.end + 12)).contains(where: { passage.word($0) == "respectively" })
    else { return nil }
    return make(last.role, point: point.value, token, point.end)
  }

  func likeBefore(_ statement: TimeStatement, _ last: TimeStatement?) -> TimeStatement {
    guard statement.role == .start, let last, last.role == .end, passage.word(statement.tokens.lowerBound) == "on",
      isElliptical(from: last.tokens.upperBound, to: statement.tokens.lowerBound)
    else { return statement }
    var like = statement
    like.role = .end
    return like
  }

  private func isElliptical(from start: Int, to end: Int) -> Bool {
    guard start < end, end - start <= 6, passage.isOne(start, of: ",|and|;") else { return false }
    return (start..<end).contains { passage.isOne($0, of: "the|those|all|exam|its") }
      && !(start..<end).contains { Self.verbs.contains(passage.word($0)) }
  }

  private static let verbs: WordSet = [
    "is", "are", "was", "may", "can", "shall", "will", "must", "opens", "starts", "begins", "has", "have", "it", "they",
    "from", "pays", "gives", "sends",
  ]

  /// "until Thanksgiving Day, November 25, 2031", "up to the equinox, that is, 23 September 2031": the day behind what
  /// nothing reads.
  func apposition(at token: Int, _ introducer: String) -> (value: TimePoint, end: Int)? {
    guard ["until", "till", "through", "by", "to", "before"].contains(introducer),
      passage.value(at: token).map({ !$0.isDate }) ?? true
    else {
      return nil
    }
    for at in (token + 1)..<(token + 9) {
      let word = passage.word(at)
      if [".", ";", "", "or", "and"].contains(word) { return nil }
      guard word == "," || word == "(" || word == "–" || word == "-" || word == "i" else { continue }
      var day = word == "i" ? at : at + 1
      if passage.isOne(day, of: "that|which"),
        let verb = (1...4).first(where: { passage.isOne(day + $0, of: "is|falls|means") }),
        verb == 1 || passage.isOne(day + 1, of: "here|for|in|this|by")
      {
        // ", which for this purpose is 31 March 2031"
        day += verb + 1
      }
      if passage.has([",", "the", "last", "of", "them", "on"], at: day) { day += 6 }
      if passage.has(["i", ".", "e", "."], at: day) { day += 4 }
      if passage.isOne(day, of: "namely|i.e|viz|ie|i.e.") { day += 1 }
      while passage.isOne(day, of: ",|on|:") { day += 1 }
      guard let value = passage.value(at: day), case .date(let date) = value.value, date.date != nil else { continue }
      return (.date(date), value.tokens.upperBound)
    }
    return nil
  }

  /// "until four weeks after that year has ended, 28 January 2032, so that …", "…, that is, on 28 January 2032": the day
  /// that the document itself works out stands against ours.
  func dayGiven(behind token: Int, for point: TimePoint) -> (value: TimePoint, end: Int)? {
    guard !point.isDayOfCalendar, passage.word(token) == "," else { return nil }
    var at = token + 1
    if passage.has(["that|which", "is"], at: at) { at += 2 }
    if passage.isOne(at, of: "namely|i.e|i.e.|viz") { at += 1 }
    while passage.isOne(at, of: ",|on|:") { at += 1 }
    guard let value = passage.value(at: at), case .date(let date) = value.value, date.date != nil,
      [",", ".", ";", ")", ""].contains(passage.word(value.tokens.upperBound))
    else { return nil }
    return (.date(date), value.tokens.upperBound)
  }
}
