// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Reads days and periods from the words at a place: `the first anniversary of the Effective Date`,
/// `Contract Year 2`, `the end of the calendar quarter in which Contract Year 1 ends`.
struct TimeParser {
  let passage: PassageText
  let knowledge: DocumentKnowledge

  /// What "its" and "that date" mean here: the day that was named just before.
  var antecedent: TimePoint?
  /// Something opens on that day, so that "until then" is until the day before.
  var antecedentOpens = false
  /// That day closes what was spoken of.
  var antecedentCloses = false
  /// What "the same period" means here.
  var antecedentPeriod: TimePeriod?

  init(passage: PassageText, knowledge: DocumentKnowledge, antecedent: TimePoint? = nil) {
    self.passage = passage
    self.knowledge = knowledge
    self.antecedent = antecedent
  }

  typealias Parsed<T> = (value: T, end: Int)

  /// A day that is named at `token`; nil where the words there name none.
  func point(at token: Int, depth: Int = 0) -> Parsed<TimePoint>? {
    guard depth < 5 else { return nil }
    if let behind = pastClock(token) { return point(at: behind, depth: depth + 1) }
    if let said = saidDay(at: token) ?? dayThatIs(at: token, depth: depth) ?? partySignature(at: token) { return said }
    var at = skipArticle(token)
    // "the day that is nine months after", "the date falling six months from"
    if passage.isOne(at, of: "day|date") || passage.word(at - 1) == "date" {
      let behind = passage.word(at) == "day" || passage.word(at) == "date" ? at + 1 : at
      if passage.has(["that|which", "is|falls|lies"], at: behind) { at = behind + 2 }
      // "the day the subscription begins", "the date on which the first contract year ends"
      let clause = passage.has(["on", "which"], at: behind) || passage.has(["when|that"], at: behind)
      let event = passage.has(["on", "which"], at: behind) ? behind + 2 : clause ? behind + 1 : behind
      if let edge = closing(at: event, depth: depth + 1) { return edge }
      if passage.isOne(behind, of: "falling|lying") { at = behind + 1 }
    }
    if let weekday = weekday(at: at) ?? dayOfNext(at: at) ?? halfway(at: at, depth: depth) { return weekday }
    if let counted = countedDay(at: at, depth: depth) ?? elapsed(at: at) { return counted }
    if let choice = choice(at: at, depth: depth) { return choice }
    if let neighbour = neighbour(at: at, depth: depth) { return neighbour }
    if let closing = closing(at: token, depth: depth) { return closing }
    if let value = passage.value(at: at) ?? passage.value(at: token) {
      switch value.value {
      case .date(let date) where date.year != nil && date.month != nil && date.day != nil:
        return (.date(date), value.tokens.upperBound)
      case .date(let date) where date.year == nil:
        if let placed = dayOfYear(date, behind: value.tokens.upperBound, depth: depth) ?? behind(date, value.tokens) {
          return placed
        }
      case .duration(let duration):
        if let shifted = shifted(duration, after: value.tokens.upperBound, depth: depth) { return shifted }
      default: break
      }
    }
    if let end = yearEnd(at: at) { return end }
    if let named = named(at: at) { return named }
    if let anniversary = anniversary(at: at, depth: depth) { return anniversary }
    if let edge = edge(at: at, depth: depth) { return edge }
    // "the date of last signature" is a name that starts with the date.
    if let anchor = (token...at).reversed().lazy.compactMap({ passage.anchor(at: $0) }).first,
      !passage.isOne(anchor.tokens.upperBound, of: "year|years|quarter")
    {
      let key = anchor.entry ?? "unknown"
      if let day = apposed(behind: anchor.tokens.upperBound) { return day }
      return (.anchor(key), anchor.tokens.upperBound)
    }
    return bareStart(at: at)
  }

  /// `the Order End Date (28 February 2028)`: the day that the brackets give.
  private func apposed(behind token: Int) -> Parsed<TimePoint>? {
    let open = passage.word(token) == "date" ? token + 1 : token
    guard passage.word(open) == "(" else { return nil }
    let at = passage.isOne(open + 1, of: "being|namely|currently|i.e") ? open + 2 : open + 1
    guard let value = passage.value(at: at), case .date(let date) = value.value, date.date != nil,
      passage.word(value.tokens.upperBound) == ")"
    else { return nil }
    return (.date(date), value.tokens.upperBound + 1)
  }

  /// `the 31 May that follows`, `the 31 December following its end`, `the next 31 May`.
  func behind(_ date: DateValue, _ tokens: Range<Int>) -> Parsed<TimePoint>? {
    guard let month = date.month, let day = date.day else { return nil }
    let end = tokens.upperBound
    let point = TimePoint.behind(month: month, day: day)
    if passage.has(["that|which", "follows"], at: end) { return (point, end + 2) }
    if passage.has(["following", "its", "end|close|expiry"], at: end) { return (point, end + 3) }
    if passage.has(["next", "following"], at: end) { return (point, end + 2) }
    return passage.has(["the", "next|following"], at: tokens.lowerBound - 2) ? (point, end) : nil
  }

  /// `the day before the first anniversary of …`, `the day after …`.
  func neighbour(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    if passage.has(["eve", "of"], at: token) {
      if let base = point(at: token + 2, depth: depth + 1) { return (.shifted(-1, base.value), base.end) }
      guard let period = period(at: token + 2, depth: depth + 1) else { return nil }
      return (.shifted(-1, .startOf(period.value)), period.end)
    }
    guard passage.isOne(token, of: "day|date") else { return nil }
    let at = passage.isOne(token + 1, of: "immediately|directly|just|right|next") ? token + 2 : token + 1
    guard passage.isOne(at, of: "before|after|preceding|following|prior"),
      let base = point(at: passage.has(["prior", "to"], at: at) ? at + 2 : at + 1, depth: depth + 1)
    else { return nil }
    let isBefore = passage.isOne(at, of: "before|preceding|prior")
    return (.shifted(isBefore ? -1 : 1, base.value), base.end)
  }

  static let closers: WordSet = [
    "ends", "end", "expires", "expire", "closes", "close", "terminates", "lapses", "finishes", "ended", "expired",
  ]

  static let orders: WordSet = [
    "order", "subscription", "agreement", "contract", "enrollment", "enrolment", "term", "schedule", "service",
    "services",
  ]

  /// `the order ends`, `the Subscription Term closes`, `the first contract year is over`.
  func closing(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    var at = token
    while passage.isOne(at, of: "the|this|its|such|that"), at < token + 2 { at += 1 }
    if let anchor = passage.anchor(at: at), anchor.entry == "term", let end = closer(at: anchor.tokens.upperBound) {
      return (.endOf(.term), end)
    }
    if Self.orders.contains(passage.word(at)) {
      let next = passage.word(at + 1) == "form" ? at + 2 : at + 1
      if let end = closer(at: next), passage.word(end) != "date" { return (.endOf(.term), end) }
      if passage.isOne(next, of: "begins|starts|commences|opens") { return (.startOf(.term), next + 1) }
    }
    if let period = period(at: token, depth: depth + 1) {
      if let end = closer(at: period.end) { return (.endOf(period.value), end) }
      // "the second Contract Year begins"
      if Self.openers.contains(passage.word(period.end)) { return (.startOf(period.value), period.end + 1) }
    }
    return nil
  }

  static let openers: WordSet = ["begins", "starts", "commences", "opens", "begin", "start"]

  private func closer(at token: Int) -> Int? {
    if Self.closers.contains(passage.word(token)) { return token + 1 }
    if passage.has(["is", "over|ended"], at: token)
      || passage.has(["has", "ended|expired|run|closed|finished|passed|elapsed|lapsed|gone"], at: token)
    {
      return token + 2
    }
    if passage.has(["comes", "to", "an", "end"], at: token) { return token + 4 }
    if passage.has(["runs", "out"], at: token) { return token + 2 }
    // "shuts six months before the first Contract Year does"
    if passage.isOne(token, of: "does|do"), [".", ",", ";", ")", ""].contains(passage.word(token + 1)),
      (1...18).contains(where: {
        Self.closers.contains(passage.word(token - $0)) || passage.word(token - $0) == "shuts"
      })
    {
      return token + 1
    }
    return nil
  }

  func skipArticle(_ token: Int) -> Int {
    var at = token
    while passage.isOne(at, of: "the|its|such|this|that|a|an|date|of"), at < token + 3 {
      if passage.word(at) == "of" && at == token { break }
      at += 1
    }
    return at
  }

  func choice(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    guard let (isEarlier, start) = chooser(at: token) else { return nil }
    var at = start
    var points: [TimePoint] = []
    var end = at
    while points.count < 4 {
      at = skipLabel(at)
      // "or the time from then to 15 August"
      if let behind = pastSpan(at), !points.isEmpty { at = behind }
      guard let next = point(at: at, depth: depth + 1) else { break }
      points.append(next.value)
      end = next.end
      at = next.end
      while passage.isOne(at, of: ",|;|and|or") { at += 1 }
    }
    // "the first to occur of 30 June 2031 and the exhaustion of the fund": a day all the same.
    if points.count == 1, isEarlier, at > end, let spent = pastExhaustion(skipLabel(at)) { return (points[0], spent) }
    guard points.count > 1 else { return nil }
    return (isEarlier ? .earlier(points) : .later(points), end)
  }

  /// Past `earlier of`, `first to occur of`, `whichever of these comes sooner:`, and whether it takes the earlier.
  private func chooser(at token: Int) -> (isEarlier: Bool, end: Int)? {
    var at = token
    let isWhichever = passage.word(at) == "whichever"
    if isWhichever {
      at += 1
      while passage.isOne(at, of: "of|these|the|following|two|days|dates|is|comes|occurs|falls|happens"), at < token + 8
      {
        at += 1
      }
    }
    let word = passage.word(at)
    let isFirst = word == "first" && (isWhichever || passage.has(["to", "occur|come|happen"], at: at + 1))
    let isLast = word == "last" && (isWhichever || passage.has(["to", "occur|come|happen"], at: at + 1))
    let isEarlier = ["earlier", "earliest", "sooner", "soonest", "shorter", "shortest"].contains(word) || isFirst
    guard isEarlier || ["later", "latest", "longer", "longest"].contains(word) || isLast else { return nil }
    at += 1
    if isWhichever {
      guard passage.isOne(at, of: ":|,|of") else { return nil }
      return (isEarlier, at + 1)
    }
    if passage.has(["to", "occur|come|happen", "of"], at: at) { return (isEarlier, at + 3) }
    guard passage.word(at) == "of" || passage.word(at) == "to" else { return nil }
    at += 1
    while passage.isOne(at, of: "these|the|two|three|following|dates|days|events"),
      passage.isOne(at + 1, of: "two|three|following|dates|days|events|:")
    {
      at += 1
    }
    if passage.isOne(at, of: "following|dates|days|events") { at += 1 }
    if passage.has(["two|the|these", "spans|periods|times|stretches"], at: at) { at += 2 }
    return (isEarlier, passage.word(at) == ":" ? at + 1 : at)
  }

  private func pastExhaustion(_ token: Int) -> Int? {
    let at = passage.word(token) == "the" || passage.word(token) == "its" ? token + 1 : token
    guard passage.isOne(at, of: "exhaustion|depletion|consumption") else { return nil }
    return at + 1
  }

  /// Past `(i)`, `(a)`, `a)`.
  private func skipLabel(_ token: Int) -> Int {
    if passage.word(token) == "(", passage.word(token + 2) == ")" { return token + 3 }
    return token
  }

  func shifted(_ duration: CalendarDuration, after token: Int, depth: Int) -> Parsed<TimePoint>? {
    var at = token
    while passage.isOne(at, of: "period|calendar") { at += 1 }
    let word = passage.word(at)
    if let prolonged = lengthThereafter(duration, at: at) { return prolonged }
    // "starts on 1 September and stops a year later"
    if word == "later", let antecedent { return (.after(duration, antecedent), at + 1) }
    // "one month into the term", "two months into Contract Year 2"
    if word == "into", let whole = period(at: at + 1, depth: depth + 1),
      whole.value == .term || whole.value.contractYear != nil
    {
      return (.after(duration, .startOf(whole.value)), whole.end)
    }
    let after = ["after", "from", "following", "of", "beyond", "past", "since"].contains(word)
    guard after || word == "before" || passage.has(["prior", "to"], at: at) else { return nil }
    at += word == "prior" ? 2 : 1
    if passage.has(["and", "including"], at: at) { at += 2 }
    if after, word != "of", word != "from", let whole = namedPeriod(at: skipArticle(at), inAnyCase: true) {
      return (.after(duration, .shifted(1, .endOf(whole.value))), whole.end)
    }
    guard let base = point(at: at, depth: depth + 1) else { return nil }
    return (after ? .after(duration, base.value) : .before(duration, base.value), base.end)
  }

  func named(at token: Int) -> Parsed<TimePoint>? {
    // Names of one to six words, the longest that the document defines.
    var best: Parsed<TimePoint>?
    var text = ""
    for length in 1...6 where passage.range.contains(token + length - 1) {
      text += (length > 1 ? " " : "") + passage.word(token + length - 1)
      // "the first anniversary of" another day than that of the name "First Anniversary"
      if text.hasSuffix("anniversary"), passage.word(token + length) == "of" { continue }
      if knowledge.definedDates[text] != nil { best = (.named(text), token + length) }
    }
    return best
  }

  func anniversary(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    var at = token
    var number = 1
    if let ordinal = Ordinals.value(passage.word(at)) {
      number = ordinal
      at += 1
      if passage.word(at) == "(", passage.word(at + 2) == ")" { at += 3 }
      if passage.word(at) == "(", passage.word(at + 3) == ")" { at += 4 }
    }
    guard passage.isOne(at, of: "anniversary|birthday") else { return nil }
    if passage.isOne(at + 1, of: "of|from"), let base = point(at: at + 2, depth: depth + 1) {
      return (.anniversary(number, of: base.value), base.end)
    }
    // "until its first anniversary", "the first anniversary thereof".
    guard let antecedent else { return nil }
    return (.anniversary(number, of: antecedent), passage.word(at + 1) == "thereof" ? at + 2 : at + 1)
  }

}
