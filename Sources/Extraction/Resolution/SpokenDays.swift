// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Days that need other words to be known: `close of business on 30 June`, `that date`, `whichever is earlier`.
extension TimeParser {
  private static let clockOpeners: WordSet = ["midnight", "noon", "cob", "eod", "close", "end", "the"]
  private static let clockWords: WordSet = [
    "midnight", "noon", "cob", "eod", "close", "end", "of", "business", "day", "the", "working", "trading", "p", "m",
    "a",
    "pm", "am", ".", ":", "eastern", "pacific", "central", "mountain", "standard", "daylight", "time", "gmt", "utc",
    "cet", "cest", "ist", "bst", "est", "edt", "pst", "pdt", "et", "pt", "ct", "aest", "hours", "hrs", "local", "(",
    ")",
    ",", "hour", "o'clock",
  ]

  private static let zones: WordSet = [
    "gmt", "utc", "cet", "cest", "ist", "bst", "est", "edt", "pst", "pdt", "aest", "eastern", "pacific", "mountain",
  ]

  /// Past the time of day in front of a date: `midnight on`, `close of business on`, `11:59 p.m. Eastern Time on`.
  func pastClock(_ token: Int) -> Int? {
    let first = passage.word(token)
    let isNumeral = first.utf8.count <= 5 && first.utf8.first.map { (0x30...0x39).contains($0) } ?? false
    guard isNumeral || Self.clockOpeners.contains(first), passage.value(at: token).map({ !$0.isDate }) ?? true else {
      return nil
    }
    var saysClock = false
    for at in token..<(token + 14) {
      let word = passage.word(at)
      // "the day on which …" is no time of day.
      if saysClock, at > token, word == "on" { return passage.word(at + 1) == "which" ? nil : at + 1 }
      if let value = passage.value(at: at), case .date(let date) = value.value, date.date != nil {
        return saysClock && at > token ? at : nil
      }
      // "the close of 30 November 2031", "the end of 30 June"
      let isClose = (word == "close" || word == "end") && passage.word(at + 1) == "of"
      if isClose
        || ["midnight", "noon", "cob", "eod", "business", "trading", "pm", "am", "p", "a", "hours", "hrs", "day"]
          .contains(word)
      {
        saysClock = true
      }
      // "23:59 GMT on"
      if at > token, word == ":" || Self.zones.contains(word) { saysClock = true }
      let isDigits = !word.isEmpty && word.utf8.allSatisfy { (0x30...0x3A).contains($0) || $0 == 0x2E }
      guard Self.clockWords.contains(word) || isDigits else { return nil }
    }
    return nil
  }

  /// `that date`, `such day`, `the said date`: the day that was named before in the sentence.
  func saidDay(at token: Int) -> Parsed<TimePoint>? {
    if let antecedent, let end = pointing(at: token) {
      // "until 31 August; from then on": from the day behind it.
      let isOpening = antecedentCloses && passage.word(token) == "then" && antecedent.isDayOfCalendar
      return (isOpening ? .shifted(1, antecedent) : antecedent, end)
    }
    if let end = untilThen(at: token), let day = antecedent ?? dateBefore(token) { return (day, end) }
    var at = passage.word(token) == "the" ? token + 1 : token
    guard passage.isOne(at, of: "that|such|said|same|aforesaid|aforementioned") else { return nil }
    at += 1
    guard passage.isOne(at, of: "date|day"),
      !passage.isOne(at + 1, of: "that|which|when|on|of")
    else { return nil }
    if let antecedent { return (antecedent, at + 1) }
    for back in 1...40 {
      if let value = passage.value(at: token - back), case .date(let date) = value.value, date.date != nil {
        return (.date(date), at + 1)
      }
      // "We mail it on the first day of the subscription, and it works for six months counted from that day."
      if let edge = edge(at: token - back, depth: 3), edge.end <= token { return (edge.value, at + 1) }
      if let named = named(at: token - back), named.end <= token { return (named.value, at + 1) }
    }
    return nil
  }

  /// `until then`, `up to then`, `not used by then`: past the word.
  private func untilThen(at token: Int) -> Int? {
    passage.word(token) == "then" && passage.isOne(token - 1, of: "until|till|by|to|before") ? token + 1 : nil
  }

  private func dateBefore(_ token: Int) -> TimePoint? {
    for back in 1...40 {
      if let value = passage.value(at: token - back), case .date(let date) = value.value, date.date != nil {
        return .date(date)
      }
    }
    return nil
  }

  /// `from it`, `from then on`, `since then`, `from this day`: past the words that point back at a day.
  private func pointing(at token: Int) -> Int? {
    let before = passage.word(token - 1)
    if Self.countingWords.contains(before), let end = Self.issueWords(passage, at: token) { return end }
    switch passage.word(token) {
    case "then" where (before == "from" || before == "since") && passage.word(token - 2) != "and":
      return passage.word(token + 1) == "on" ? token + 2 : token + 1
    case "it" where ["from", "with", "after"].contains(before):
      let isCounted = Self.counting.contains(passage.word(token - 2)) || passage.word(token + 1) == ","
      return isCounted && Self.behindPronoun.contains(passage.word(token + 1)) ? token + 1 : nil
    case "this" where passage.isOne(token + 1, of: "day|date"): return token + 2
    default: return nil
    }
  }

  private static let countingWords: WordSet = ["from", "after", "of", "since", "following"]

  /// Past `issue`, `its issue`, `the posting`, `they were loaded`.
  static func issueWords(_ passage: PassageText, at token: Int) -> Int? {
    var at = token
    while passage.isOne(at, of: "its|their|the|being|date|day|of|that"), at < token + 4 {
      at += 1
    }
    if passage.isOne(at, of: "issue|issuance|posting|placing|crediting|loading|allocation|mailing|handover|opening") {
      return at + 1
    }
    // "after they were loaded", "after being issued"
    if passage.isOne(at, of: "it|they"),
      passage.isOne(at + 1, of: "was|were|is|are|has|have")
    {
      at += passage.word(at + 2) == "been" ? 3 : 2
    } else if passage.word(at - 1) != "being" {
      return nil
    }
    return issuedWords.contains(passage.word(at)) ? at + 1 : nil
  }

  private static let issuedWords: WordSet = [
    "issued", "loaded", "credited", "posted", "placed", "mailed", "sent", "granted", "opened", "allotted", "allocated",
    "delivered", "made", "released", "handed", "set", "founded", "established", "created",
  ]

  private static let counting: WordSet = [
    "begin", "begins", "start", "starts", "beginning", "starting", "run", "runs", "counted", "reckoned", "months",
    "weeks", "days", "year", "years", "month",
  ]
  private static let behindPronoun: WordSet = ["", ".", ",", ";", ")", "and", "or", "on", "only", "in", "to"]

  /// `three months thereafter`: from the day, or from the end of the period, that was named before.
  func lengthThereafter(_ duration: CalendarDuration, at token: Int) -> Parsed<TimePoint>? {
    // "and, six months on, is closed again"
    let isOn = passage.word(token) == "on" && passage.isOne(token + 1, of: ",|.|;")
    guard isOn || passage.isOne(token, of: "later|thereafter|afterwards|hence") else { return nil }
    if let antecedent { return (.after(duration, antecedent), token + 1) }
    guard let antecedentPeriod else { return nil }
    return (.after(duration, .shifted(1, .endOf(antecedentPeriod))), token + 1)
  }

  private static let choosing: WordSet = [
    "earlier", "earliest", "sooner", "soonest", "first", "later", "latest", "last",
  ]

  /// `…, or 31 March 2031, whichever is earlier`: the other day, and which of the two it takes.
  func alternative(to first: TimePoint, at token: Int) -> Parsed<TimePoint>? {
    var at = token
    while passage.isOne(at, of: ",|;|or|and|either|(|)|on|by|until|upon|at|before|when|once|with"), at < token + 5 {
      at += 1
    }
    // "or, if earlier, at the end of …"
    if passage.has(["if", "earlier|later|sooner", ","], at: at), at > token {
      let isLater = passage.word(at + 1) == "later"
      var next = at + 3
      while passage.isOne(next, of: "on|by|until|at|upon|with"), next < at + 5 { next += 1 }
      guard let other = point(at: next) else { return nil }
      return (isLater ? .later([first, other.value]) : .earlier([first, other.value]), other.end)
    }
    guard at > token, (token..<at).contains(where: { passage.isOne($0, of: "or|and") }),
      let second = point(at: at)
    else { return nil }
    for ahead in 0..<3 where passage.word(second.end + ahead) == "whichever" {
      for word in (second.end + ahead + 1)...(second.end + ahead + 5) where Self.choosing.contains(passage.word(word)) {
        let isLater = passage.isOne(word, of: "later|latest|last")
        return (isLater ? .later([first, second.value]) : .earlier([first, second.value]), word + 1)
      }
    }
    return nil
  }
}

extension DocumentContext {
  /// Whether the next token stands right behind this one: `Y1`, `Q2`.
  func isGlued(_ token: Int) -> Bool {
    token + 1 < stream.count && stream.tokens[token].end == stream.tokens[token + 1].start
  }
}

extension ValueMention {
  var isDate: Bool { if case .date = value { true } else { false } }
}
