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
      if saysClock, at > token, word == "on" { return at + 1 }
      if let value = passage.value(at: at), case .date(let date) = value.value, date.date != nil {
        return saysClock && at > token ? at : nil
      }
      if ["midnight", "noon", "cob", "eod", "business", "trading", "pm", "am", "p", "a", "hours", "hrs", "day"]
        .contains(word)
      {
        saysClock = true
      }
      let isDigits = !word.isEmpty && word.utf8.allSatisfy { (0x30...0x3A).contains($0) || $0 == 0x2E }
      guard Self.clockWords.contains(word) || isDigits else { return nil }
    }
    return nil
  }

  /// `that date`, `such day`, `the said date`: the day that was named before in the sentence.
  func saidDay(at token: Int) -> Parsed<TimePoint>? {
    var at = passage.word(token) == "the" ? token + 1 : token
    guard ["that", "such", "said", "same", "aforesaid", "aforementioned"].contains(passage.word(at)) else { return nil }
    at += 1
    guard ["date", "day"].contains(passage.word(at)),
      !["that", "which", "when", "on", "of"].contains(passage.word(at + 1))
    else { return nil }
    if let antecedent { return (antecedent, at + 1) }
    for back in 1...40 {
      if let value = passage.value(at: token - back), case .date(let date) = value.value, date.date != nil {
        return (.date(date), at + 1)
      }
    }
    return nil
  }

  /// `three months thereafter`: from the day, or from the end of the period, that was named before.
  func lengthThereafter(_ duration: CalendarDuration, at token: Int) -> Parsed<TimePoint>? {
    guard ["later", "thereafter", "afterwards"].contains(passage.word(token)) else { return nil }
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
    while [",", ";", "or", "and", "either", "(", ")", "on", "by", "until", "upon", "at", "before"]
      .contains(passage.word(at)), at < token + 5
    {
      at += 1
    }
    guard at > token, (token..<at).contains(where: { ["or", "and"].contains(passage.word($0)) }),
      let second = point(at: at)
    else { return nil }
    for ahead in 0..<3 where passage.word(second.end + ahead) == "whichever" {
      for word in (second.end + ahead + 1)...(second.end + ahead + 5) where Self.choosing.contains(passage.word(word)) {
        let isLater = ["later", "latest", "last"].contains(passage.word(word))
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
