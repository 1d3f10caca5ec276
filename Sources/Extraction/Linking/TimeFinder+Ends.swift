// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Days by which something must be used: `until`, `on or before`, `lapses on`.
extension TimeFinder {
  static let ends: [(pattern: WordPattern, role: TimeStatement.Role)] = [
    (["until|till", "but", "not|excluding", "including|on|including"], .endBefore),
    (["until|till|to", ",", "but", "not", "on|including", ","], .endBefore),
    (["until|till", ",", "but", "excluding", ","], .endBefore), (["until|till", "but", "excluding"], .endBefore),
    (["up", "to", "but", "not", "including"], .endBefore),
    (["up", "to", "but", "excluding"], .endBefore),
    (["until", "and", "including"], .end), (["up", "to", "and", "including"], .end), (["on", "or", "before"], .end),
    (["no|not", "later", "than", "on|by|at"], .end), (["no|not", "later", "than"], .end),
    (["not|none|nor", "after"], .end), (["not", "beyond"], .end), (["when"], .end),
    (["as", "long", "as"], .end), (["once"], .end), (["as", "soon", "as"], .end),
    (["at", "the", "latest", "by|on"], .end),
    (["last", "usable|redeemable|valid|available|bookable", "on|until|by"], .end), (["no|not", "less", "than"], .end),
    (["until|till|by", "latest"], .end), (["at", "latest", "by|on|until|till"], .end),
    (["in", "any", "event|case", "by|on|until"], .end), (["at", "the", "latest", "until|till"], .end),
    (["at", "the", "latest"], .end), (["latest", "by|until|on"], .end),
    (["by", "no", "later", "than"], .end), (["prior", "to"], .endBefore), (["valid", "until|to|through|till"], .end),
    (["through|right|on|down", "to"], .end), (["right", "up", "to"], .end),
    (["up", "to"], .end), (["upto"], .end), (["up", "till|until"], .end), (["until"], .end), (["till"], .end),
    (["through"], .end), (["thru"], .end), (["by"], .end),
    (["before"], .endBefore),
    (
      [
        "expire|expires|expired|lapse|lapses|end|ends|ending|terminate|terminates|forfeited|expiring|closes|closed|shuts|ceases|cease|lapsed|cancelled|sunset|sunsets|stop|stops",
        "on|at|with|as|upon",
      ],
      .end
    ),
    (["lapse|lapses|expire|expires|cease|ceases|end|ends", "with", "effect", "from|on"], .endBefore),
    (["event|case|circumstances", "after|beyond"], .end),
    (["run|runs|ran", "out", "on|at|with|upon"], .end), (["comes|come", "to", "an", "end", "on|at|with|upon"], .end),
    (["ends|end|lapses|lapse|expires|expire|closes|stops", "together", "with"], .end),
    (["shut|closed|withdrawn|stopped|finished|exhausted", "by|on"], .end),
    // Not "handed over on".
    (["is|are|be", "over", "by|on"], .end),
    (["cease|ceases", "to", "be", "available|valid|usable", "on|at|with|after|from|upon"], .end),
    (
      [
        "cease|ceases|stop|stops", "to", "apply|be|have|exist|count", "effect|force|available|applicable",
        "on|at|with|after|from|upon",
      ], .end
    ),
    (["cease|ceases|stop|stops", "to", "apply|exist|count", "on|at|with|after|from|upon"], .end),
    (["limited|restricted|confined", "in", "time", "to|until"], .end), (["limited|restricted", "until"], .end),
    (["survive|survives|outlive|outlives|outlast|outlasts"], .end),
    (["cease|ceases"], .end), (["expiring"], .end), (["exp", "."], .end), (["exp", ":"], .end), (["exp"], .end),
    (["by", "date", ":|is"], .end), (["by", ":"], .end), (["later|longer", "than"], .end), (["as", "at"], .end),
    (["continues|continue|runs|run|lasts|extends|extend|goes|kept|stays", "to|through|until|till"], .end),
    (["continues|runs|goes", "on", "to|until|through"], .end), (["past|beyond"], .end),
    (["expire|expires|lapse|lapses|end|ends", "as", "of"], .end), (["as", "of"], .end),
    (["gone|void|worthless", "on|from|as"], .endBefore),
    (["claim|claims|redemption|booking|use", "on"], .end), (["handed|given", "back", "at|on|by"], .end),
    (["switched|turned|shut", "off", "at|on|by"], .end),
    (["taken", "down|back|away", "at|on|by"], .end), (["takes|take", "it|them", "back|away", "at|on|by"], .end),
    (["deactivated|decommissioned", "at|on|by"], .end),
    (["expiry|expiration", "date", ":"], .end),
    (["expiry|expiration|expires|expire|lapses|lapse|ends|sunset|deadline", ":"], .end),
    (["expire|expires|lapse|lapses|end|ends|terminate|terminates|sunset|sunsets|die|dies"], .end),
    (["remaining|left|unused|remain|not|unspent|undrawn|unclaimed|unredeemed", "on|at|after"], .end), (["after"], .end),
    (["at"], .end), (["on"], .end),
    (["with"], .end), (["nlt"], .end), (["to", "exist", "on|at|with"], .end),
    (["pass|passes|go|goes|fall|falls", "out", "of", "existence|use|force|validity", "on|at|with|upon"], .end),
    (["lapse|lapses|expire|expires|end|ends|closes|shuts"], .end),
  ]

  /// "starts on 1 September and stops a year later"
  private func later(at token: Int) -> TimeStatement? {
    guard
      passage.isOne(token, of: "stops|stop|ends|end|closes|close|expires|expire|lapses|lapse"),
      let point = parser.point(at: token + 1) ?? parser.point(at: token + 2), passage.word(point.end - 1) == "later"
    else { return nil }
    return make(.end, point: point.value, token, point.end)
  }

  /// "None can be used once 31 March 2031 has passed", "with an expiry of 30 June 2031", "expiration date (30 June 2031)".
  private func passedDay(at token: Int) -> TimeStatement? {
    let word = passage.word(token)
    if ["once", "when", "after"].contains(word) {
      guard let value = passage.value(at: token + 1), value.isDate, let point = parser.point(at: token + 1),
        passage.has(["has|have", "passed|elapsed|gone|expired"], at: point.end)
          || passage.has(["is|are", "over|past"], at: point.end),
        saysItEnds(around: token)
      else { return nil }
      return make(.end, point: point.value, token, point.end + 2)
    }
    // "Ordering deadline 31 October 2031"
    if ["deadline", "cutoff"].contains(word) {
      let at = passage.isOne(token + 1, of: ":|of|is|on|–|-") ? token + 2 : token + 1
      guard let value = passage.value(at: at), value.isDate, let point = parser.point(at: at), case .date = point.value
      else { return nil }
      return make(.end, point: point.value, token, point.end)
    }
    // "with a final draw date of 30 September 2031"
    if ["final", "last", "latest", "closing"].contains(word),
      let date = (1...3).first(where: { passage.isOne(token + $0, of: "date|day") }),
      passage.isOne(token + date + 1, of: "of|:|being|is"),
      let point = parser.point(at: token + date + 2), point.value.isDayOfCalendar
    {
      return make(.end, point: point.value, token, point.end)
    }
    // "Last day to sit an exam with one: 14 February 2031", "final date for bookings – 1 May 2031"
    if ["final", "last", "latest", "closing"].contains(word),
      let date = (1...2).first(where: { passage.isOne(token + $0, of: "date|day") }),
      passage.isOne(token + date + 1, of: "to|for|on|by"),
      let sign = (2...12).first(where: { passage.isOne(token + date + $0, of: ":|–|—|is|.|,|;") }),
      passage.isOne(token + date + sign, of: ":|–|—|is"),
      let point = parser.point(at: token + date + sign + 1), point.value.isDayOfCalendar
    {
      return make(.end, point: point.value, token, point.end)
    }
    // "The last class may take place on 30 June 2031"
    if ["last", "latest", "final"].contains(word), Self.held.contains(passage.word(token + 1)),
      let modal = (2...5).first(where: {
        passage.isOne(token + $0, of: "may|can|must|has|shall|will")
      }),
      let on = (1...5).first(where: { passage.isOne(token + modal + $0, of: "on|by") }),
      let point = parser.point(at: token + modal + on + 1), case .date = point.value
    {
      return make(.end, point: point.value, token, point.end)
    }
    guard ["expiry", "expiration"].contains(word) else { return nil }
    var at = passage.isOne(token + 1, of: "date|day") ? token + 2 : token + 1
    guard passage.isOne(at, of: "of|(|on|is|being") else { return nil }
    at += 1
    guard let point = parser.point(at: at), case .date = point.value else { return nil }
    return make(.end, point: point.value, token, point.end)
  }

  private static let held: WordSet = [
    "class", "course", "session", "exam", "workshop", "day", "hour", "booking", "attempt", "seat", "redemption",
  ]

  func endStatement(at token: Int) -> TimeStatement? {
    if let end = toTheEnd(at: token) { return end }
    if let removed = removedAfter(at: token) { return removed }
    if let passed = passedLength(at: token) ?? passedDay(at: token) ?? later(at: token) { return passed }
    guard let starting = Self.endsByWord[passage.word(token)] else { return nil }
    for index in starting where passage.has(Self.ends[index].pattern, at: token) {
      let (pattern, role) = Self.ends[index]
      let at = token + pattern.count
      let first = pattern.count == 1 ? passage.word(token) : ""
      if let edge = whenPeriodOpens(first, token, at) { return edge }
      // "No entitlement survives 31 May": only what does not.
      if Self.surviving.contains(first), !isDenied(before: token) {
        if let later = outlasted(at, token) { return later }
        continue
      }
      if Self.doubtful.contains(first) || passage.has(["as", "of|at"], at: token), !saysItEnds(around: token),
        !hasClosed(before: token), !opensBeforeEnd(token, behind: pastPoint(at)), !isNoLonger(behind: pastPoint(at)),
        !isRefused(before: token), !isShutOut(before: token, behind: pastPoint(at)), !isRefusedForWork(before: token),
        !isNotObliged(before: token)
      {
        continue
      }
      // "sixty days before the End Date" is another day.
      if role == .endBefore, isCountedBack(token) { continue }
      // "None before the End Date" ends nothing.
      if role == .endBefore, passage.isOne(token - 1, of: "none|not|nor") || isNeverEnding(before: token) { continue }
      guard
        let point = parser.point(at: at) ?? closingPeriod(at: at) ?? printedDay(at: at, first)
          ?? apposition(at: at, passage.word(at - 1))
      else { continue }
      if Self.edgeOnly.contains(first), !hasClosed(before: token), !isLeftover(around: token),
        !opensBeforeEnd(token, behind: pastPoint(at))
      {
        guard case .endOf = point.value else { continue }
      }
      // "What is left on the Start Date of the second year": of that day, not until it.
      if Self.leftovers.contains(passage.word(token)), !saysItEnds(around: token, besidesLeftovers: true) {
        if case .endOf = point.value {} else { continue }
      }
      // "Premier Support runs from 1 January; until then Standard Support applies."
      if parser.antecedentOpens, passage.word(at) == "then" {
        // "They are available from Year 2 on; until then Customer works with free courses": of nothing granted.
        guard namesGrant(around: token) else { return nil }
        return make(.endBefore, point: point.value, token, point.end)
      }
      // "until Contract Year 2 begins"
      if passage.isOne(at - 1, of: "until|till"), case .startOf(let period) = point.value, period.contractYear != nil {
        return make(.endBefore, point: point.value, token, point.end)
      }
      // "by thirty days" is no date; "by the anniversary" is.
      if let day = dayGiven(behind: point.end, for: point.value) {
        return make(role == .endBefore ? .end : role, point: day.value, token, day.end)
      }
      // "before the end of Contract Year 2" is on its last day at the latest; not "cannot be exchanged before the end".
      if role == .endBefore, point.value.isEndOfPeriod, !isDenied(before: token),
        // "until, but excluding, the end of Contract Year 2"
        !(token..<at).contains(where: { passage.isOne($0, of: "but|excluding") }),
        !(1...9).contains(where: { passage.word(token - $0) == "cannot" })
      {
        return make(.end, point: point.value, token, point.end)
      }
      return make(role, point: point.value, token, point.end)
    }
    return nil
  }

  /// A length stands right before the word.
  private func isCountedBack(_ token: Int) -> Bool {
    let near = max(passage.range.lowerBound, token - 6)..<token
    guard passage.isOne(token - 1, of: "days|months|weeks|years|day|month|week|year|quarters|quarter|prior") else {
      return false
    }
    return passage.context.durations(in: near).contains { $0.tokens.upperBound == token }
  }

  private static let surviving: WordSet = ["survive", "survives", "outlive", "outlives", "outlast", "outlasts"]

  private func isDenied(before token: Int) -> Bool {
    (1...9).contains { passage.isOne(token - $0, of: "no|none|not|never|nothing|neither") }
  }

  /// "are forfeited after 30 June", "the balance as of the end of Contract Year 2 reverts".
  static let doubtful: WordSet = [
    "later", "longer", "after", "at", "on", "with", "when", "past", "beyond", "once",
  ]

  /// Words that close a period only before its end: "at the end of Contract Year 2", "when the term is over".
  private static let edgeOnly: WordSet = ["at", "on", "with", "when", "once"]

  /// Which patterns can start with a word.
  private static let endsByWord: [String: [Int]] = {
    var found: [String: [Int]] = [:]
    for (index, entry) in ends.enumerated() {
      for word in entry.pattern.openers { found[word, default: []].append(index) }
    }
    return found
  }()

  private static let leftovers: WordSet = [
    "remaining", "left", "unused", "remain", "unspent", "undrawn", "unclaimed", "unredeemed",
  ]

  /// "They close on 30 April", "Supplier switches it off on 30 September", "It will be shut down on that day".
  private func hasClosed(before token: Int) -> Bool {
    guard let back = (1...4).first(where: { Self.closing.contains(passage.word(token - $0)) }) else { return false }
    // "It is switched on on 1 July."
    if passage.has(["switched|switches", "on"], at: token - back) { return false }
    return !(1..<back).contains { passage.isOne(token - $0, of: ",|.|;|and|or|:") }
  }

  private func pastPoint(_ token: Int) -> Int { parser.point(at: token)?.end ?? token }

  /// "After 30 November it is no longer available", "From 1 May they can no longer be used".
  private func isNoLonger(behind token: Int) -> Bool {
    (0..<7).contains { passage.has(["no", "longer"], at: token + $0) || passage.word(token + $0) == "cannot" }
  }

  /// "No claim is accepted after 28 February."
  func isRefused(before token: Int, within reach: Int = 3) -> Bool {
    guard let verb = (1...reach).first(where: { Self.accepting.contains(passage.word(token - $0)) }) else {
      return false
    }
    return (verb + 1...verb + 8).contains { passage.isOne(token - $0, of: "no|none|nothing|not") }
  }

  /// "Nothing is paid from it for work done before 1 May or after 30 June."
  func isRefusedForWork(before token: Int) -> Bool {
    (1...12).contains {
      passage.isOne(token - $0, of: "done|performed|carried|rendered|incurred|ordered")
    }
      && isRefused(before: token, within: 20)
  }

  /// "Supplier is not obliged to perform hours requested after 15 June."
  private func isNotObliged(before token: Int) -> Bool {
    guard
      let at = (2...12).first(where: {
        passage.isOne(token - $0, of: "obliged|bound|required|obligated")
      }),
      passage.isOne(token - at - 1, of: "not|longer|nor")
    else { return false }
    let between = (1..<at).map { passage.word(token - $0) }
    // "to perform the hours on site after 15 June": not there, perhaps elsewhere.
    return !between.contains { Self.unobliged.contains($0) }
      && between.contains {
        Self.using.contains($0) || ["perform", "honour", "honor", "accept", "provide"].contains($0)
      }
  }

  private static let unobliged: WordSet = [
    "buy", "purchase", "renew", "pay", "order", "on", "at", "in", "by", "via", "outside", "with", "from", "free",
    "onsite", "remotely", "more",
  ]

  private static let accepting: WordSet = [
    "accepted", "honoured", "honored", "processed", "entertained", "considered", "admitted", "paid", "reimbursed",
    "granted", "recognised", "recognized", "possible",
  ]

  /// "Credits that are still there on 30 June disappear."
  private func isLeftover(around token: Int) -> Bool {
    (1...4).contains { passage.isOne(token - $0, of: "still|there|open|unused|left|remaining") }
      && saysItEnds(around: token, besidesLeftovers: true)
  }

  private static let closing: WordSet = [
    "stale", "runs", "run", "complete", "completed", "concluded", "concludes", "finishes", "finished",
    "close", "closes", "closed", "shut", "shuts", "switches", "switched", "end", "ends", "expire", "expires", "lapse",
    "lapses", "stop", "stops", "cease", "ceases", "die", "dies", "dead", "void", "deleted", "withdrawn", "removed",
    "deactivated", "deactivates", "terminates", "retired", "retires", "disappears", "vanishes", "away", "suspended",
  ]

  /// "On 31 October the sandbox is deleted."
  private func opensBeforeEnd(_ token: Int, behind end: Int) -> Bool {
    guard passage.word(token) == "on", passage.context.sentence(of: token).lowerBound == token else { return false }
    return (1...7).contains { width in
      guard passage.isOne(end + width - 1, of: "is|are") else {
        return Self.closingAlone.contains(passage.word(end + width))
      }
      return Self.closing.contains(passage.word(end + width)) || passage.word(end + width) == "taken"
    }
  }

  private static let closingAlone: WordSet = [
    "expires", "expire", "lapse", "lapses", "closes", "ends", "stops", "shuts",
  ]

  func saysItEnds(around token: Int, besidesLeftovers: Bool = false) -> Bool {
    if besidesLeftovers { return (2...20).contains { Self.endingWords.contains(passage.word(token + $0)) } }
    return (1...8).contains { Self.lapsing.contains(passage.word(token - $0)) } || isForbidden(before: token)
      || (3...16).contains {
        Self.endingWords.contains(passage.word(token + $0))
          || passage.has(["of", "no", "value|use|worth|effect"], at: token + $0)
      }
  }

  static let lapsing: WordSet = [
    "forfeited", "lapse", "lapses", "expire", "expires", "removed", "lost", "void", "gone", "available", "unused",
    "undrawn", "balance", "remaining", "cancelled", "switched", "ends", "end", "used", "amounts", "amount", "shut",
    "closed", "closes", "shuts", "stops", "stopped", "withdrawn", "deleted", "struck", "there", "left", "dies",
    "dead", "switches", "close", "die", "lose", "loses", "lost",
  ]

  static let endingWords: WordSet = [
    "forfeited", "lapse", "lapses", "expire", "expires", "removed", "lost", "void", "reverts", "revert", "fall",
    "extinguished", "voided", "deleted", "struck", "cancelled", "withdrawn", "dead", "gone", "wiped", "clawed", "dies",
    "worthless", "closed", "erased", "disappear", "disappears", "vanish", "vanishes", "perish", "perishes", "deemed",
    "written", "become", "becomes", "stay", "stays", "belong", "belongs", "returned", "released", "back",
  ]
}
