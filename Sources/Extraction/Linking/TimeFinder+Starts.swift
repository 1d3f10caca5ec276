// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Days from which something may be used: `from`, `not before`, `opens on`.
extension TimeFinder {
  func startIntroducer(at token: Int) -> Int? {
    passage.all(of: Self.starts, at: token).first.map { token + $0.count } ?? withEffectFrom(token)
  }

  /// Past `w.e.f.`, as Indian orders write "with effect from".
  func withEffectFrom(_ token: Int) -> Int? {
    if passage.isOne(token, of: "wef|w.e.f|w.e.f.") { return passage.word(token + 1) == "." ? token + 2 : token + 1 }
    guard passage.has(["w", ".", "e", ".", "f"], at: token) else { return nil }
    return passage.word(token + 5) == "." ? token + 6 : token + 5
  }

  static let starts: WordPatterns = [
    ["starting|beginning|commencing", "on|with|from|at|in"], ["effective", "from|as", "of"], ["effective", "from"],
    ["starts|begins|commences|start|begin|commence", "on|with|at"], ["takes|take", "effect", "on|with|from|at"],
    ["as", "from|of"], ["with", "effect", "from"],
    ["from", "and", "including"], ["from", "and", "after"], ["from"], ["starting"], ["beginning"], ["commencing"],
    ["available|usable|valid", "as", "of|from|at"], ["available|usable|valid", "from"],
    ["available|usable|redeemable", "after|on"],
    ["usable", "after"], ["for", "the", "time", "from"], ["for", "the", "period", "from"],
  ]

  func startStatement(at token: Int) -> TimeStatement? {
    if let later = thereafter(at: token) ?? notBefore(at: token) { return later }
    if let later = afterPeriod(at: token) { return later }
    // "The hours start to run when the last party has signed"
    if passage.isOne(token, of: "when|once"), let signed = parser.partySignature(at: token + 1),
      (1...6).contains(where: {
        passage.isOne(token - $0, of: "start|starts|begin|begins|run|runs|opens|open|available")
      })
    {
      return make(.start, point: signed.value, token, signed.end)
    }
    guard let at = startIntroducer(at: token) else { return nil }
    // "the first hundred days from the Start Date": counted from it, by a length that nothing reads.
    if passage.word(token) == "from", passage.isOne(token - 1, of: Self.lengthUnits) { return nil }
    guard let point = parser.point(at: at) else { return firstOf(at: at, token) }
    // "three months counted from …" is a length; "beginning 90 days after …" a day.
    if case .after = point.value, !passage.isOne(token, of: "beginning|starting|commencing|available|usable|effective")
    {
      return nil
    }
    return make(.start, point: point.value, token, point.end)
  }

  /// "Thereafter one sandbox is kept for the rest of the term": from the day behind what the sentence before closes.
  private func thereafter(at token: Int) -> TimeStatement? {
    guard passage.isOne(token, of: "thereafter|afterwards"), passage.context.sentence(of: token).lowerBound == token
    else { return nil }
    let closing =
      parser.antecedentPeriod.map { TimePoint.endOf($0) }
      ?? (parser.antecedentCloses ? parser.antecedent : nil)
    let behind = (1..<24).map { passage.word(token + $0) }.prefix { ![".", ";", ""].contains($0) }
    guard let closing, !behind.contains(where: Self.ceasing.contains), behind.contains(where: Self.keeping.contains)
    else { return nil }
    return make(.start, point: .shifted(1, closing), token, token + 1)
  }

  private static let keeping: WordSet = [
    "kept", "retained", "provided", "provides", "granted", "grants", "receives", "available", "maintained", "left",
    "supplied", "remains", "continues", "keeps", "included", "has", "applies",
  ]
  private static let ceasing: WordSet = [
    "lapse", "lapses", "expire", "expires", "not", "cannot", "nobody", "none", "void", "forfeited", "lost", "cease",
    "ceases",
    "renew", "renews", "price", "charged", "invoiced", "billed", "may", "nothing", "order", "longer", "deleted",
  ]

  /// "none before Order Start", "not earlier than", "opens on", "on 1 September 2026" after a verb that gives.
  private func notBefore(at token: Int) -> TimeStatement? {
    for pattern in passage.all(of: Self.laterStarts, at: token) {
      // "Expiry: none before the End Date"
      if passage.isOne(token - 2, of: "expiry|expiration|lapse") { continue }
      // "Should a credit still be open on 31 July, it is cancelled."
      if passage.isOne(token, of: "open"),
        (1...3).contains(where: { passage.isOne(token - $0, of: "still|left") })
      {
        continue
      }
      if passage.isOne(token, of: "opens|open"), let period = parser.period(at: token + pattern.count),
        period.value.isStretch
      {
        return make(.start, point: .startOf(period.value), token, period.end)
      }
      let at = token + pattern.count
      guard
        let point = parser.point(at: at)
          // "for the first time in the second contract year", "not until Contract Year 2"
          ?? parser.period(at: at).flatMap({ period -> TimeParser.Parsed<TimePoint>? in
            guard period.value.isStretch || period.value.contractYear != nil,
              !passage.isOne(token, of: "available|usable|valid")
            else { return nil }
            return (.startOf(period.value), period.end)
          })
      else { continue }
      // "no request received on or after 1 November shall be honoured"
      if passage.has(["on", "or", "after"], at: token), isShutOut(before: token, behind: point.end) {
        return make(.endBefore, point: point.value, token, point.end)
      }
      return make(.start, point: point.value, token, point.end)
    }
    // "Such access shall commence 1 May 2031"
    if passage.isOne(token, of: "commence|commences|begin|begins|start|starts"),
      let value = passage.value(at: token + 1),
      value.isDate, !passage.isOne(token - 1, of: "to|the|date"), let point = parser.point(at: token + 1),
      case .date = point.value
    {
      return make(.start, point: point.value, token, point.end)
    }
    if let clipped = clippedStart(at: token) { return clipped }
    // "Window: opens 1 July 2031, closes 30 June 2032"
    if passage.word(token) == "opens", let value = passage.value(at: token + 1), value.isDate,
      let point = parser.point(at: token + 1)
    {
      return make(.start, point: point.value, token, point.end)
    }
    // "Add-On Start" holds no preposition.
    guard passage.isOne(token, of: "on|at|with|upon"),
      !passage.context.stream.tokens[token].flags.contains(.hyphenBefore), let point = parser.point(at: token + 1)
    else {
      return nil
    }
    switch point.value {
    case .date, .anchor, .named, .anniversary: if !passage.isOne(token, of: "on|upon") { return nil }
    // "At the opening of Contract Year 2 Supplier hands over …"
    case .startOf: return gives(around: token..<point.end) ? make(.start, point: point.value, token, point.end) : nil
    default: return nil
    }
    let sentence = passage.context.sentence(of: token)
    if isOfPaper(token, sentence) { return nil }
    // "On 1 March 2027 Supplier adds another 15 credits"
    let isOpening =
      token == sentence.lowerBound
      && (point.end..<min(sentence.upperBound, point.end + 8)).contains { Self.giving.contains(passage.word($0)) }
    guard
      isOpening
        || (max(sentence.lowerBound, token - 16)..<token).contains(where: { Self.giving.contains(passage.word($0)) })
    else { return nil }
    return make(.start, point: point.value, token, point.end)
  }

  static let papers: WordSet = [
    "plan", "proposal", "letter", "offer", "decision", "workshop", "meeting", "report", "quote", "quotation", "email",
    "mail", "notice", "resolution", "presentation", "request", "statement", "call", "memo", "memorandum", "tender",
    "bid", "minutes", "roadmap", "assessment", "application", "invoice", "undertaking", "briefing", "agreement",
  ]
  static let made: WordSet = [
    "delivered", "sent", "made", "given", "issued", "presented", "submitted", "agreed", "held", "released", "posted",
    "mailed", "emailed", "handed", "circulated", "signed", "adopted", "taken", "received",
  ]

  func isPaper(_ token: Int) -> Bool {
    Self.papers.contains(passage.word(token))
      || passage.isOne(token, of: "data|prices|price|figures|list|catalogue|order")
  }

  /// "On the basis of the plan delivered on 20 March", "the decision made on 4 April": a day of that paper.
  private func isOfPaper(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token - 2 > sentence.lowerBound, Self.made.contains(passage.word(token - 1)) else { return false }
    return (2...4).contains { back in
      Self.papers.contains(passage.word(token - back))
        && !(2..<back).contains { passage.isOne(token - $0, of: "is|are|was|were|be|shall|will") }
    }
  }

  private static let coming: WordSet = [
    "received", "made", "submitted", "presented", "lodged", "dated", "filed", "placed", "given", "arriving", "sent",
    "used", "redeemed", "drawn", "booked", "claimed", "entertained", "accepted", "honoured", "honored", "performed",
  ]

  /// Nothing that comes then is accepted: "no draw request received …", "requests made … are not honoured".
  func isShutOut(before token: Int, behind end: Int) -> Bool {
    guard Self.coming.contains(passage.word(token - 1)) else { return false }
    let isNone = (2...8).contains { passage.isOne(token - $0, of: "no|none|nothing|nor|not|neither") }
    let isRefused = (0..<7).contains {
      passage.isOne(end + $0, of: "not|refused|rejected|void|disregarded|invalid|late|never")
    }
    return isNone || isRefused
  }

  /// "What is outstanding when the second Contract Year opens is cancelled" ends; "available once Contract Year 2
  /// opens" starts. What another clause says, behind a semicolon, counts for neither.
  func whenPeriodOpens(_ word: String, _ token: Int, _ at: Int) -> TimeStatement? {
    guard ["when", "once"].contains(word), let point = parser.point(at: at), case .startOf(let period) = point.value,
      period != .term
    else { return nil }
    let before = clause((1...10).map { passage.word(token - $0) })
    let isDenied = before.contains { Self.denials.contains($0) }
    let isLeft = before.contains { ["unused", "undrawn", "balance", "remaining", "left"].contains($0) }
    let given = before.prefix(6).prefix { !["and", "or", "but", ","].contains($0) }
    if !isDenied, !isLeft,
      given.contains(where: { Self.opening.contains($0) })
        || given.first.map(Self.taken.contains) == true && given.dropFirst().first == "be"
    {
      return make(.start, point: point.value, token, point.end)
    }
    let behind = clause((0..<14).map { passage.word(point.end + $0) })
    let ends =
      before.prefix(8).contains {
        ["available", "used"].contains($0) ? isDenied : Self.lapsing.contains($0)
      }
      || behind.contains {
        Self.endingWords.contains($0) && !["become", "becomes", "stay", "stays", "released"].contains($0)
      } || isForbidden(before: token)
    return ends ? make(.endBefore, point: point.value, token, point.end) : nil
  }

  private func clause(_ words: [String]) -> ArraySlice<String> { words.prefix { ![";", ".", ""].contains($0) } }

  private static let lengthUnits: WordChoice = "days|weeks|months|years|quarters"

  private static let denials: WordSet = [
    "not", "longer", "never", "cannot", "cease", "ceases", "nor", "neither", "none",
  ]
  private static let opening: WordSet = [
    "available", "released", "usable", "credited", "unlocked", "issued", "accessible", "activated", "opened", "loaded",
    "provided", "granted", "delivered",
  ]
  private static let taken: WordSet = ["used", "booked", "redeemed", "taken", "drawn", "claimed"]

  func gives(around tokens: Range<Int>) -> Bool {
    (1...16).contains { Self.giving.contains(passage.word(tokens.lowerBound - $0)) }
      || (0..<6).contains { Self.giving.contains(passage.word(tokens.upperBound + $0)) }
  }

  private static let laterStarts: WordPatterns = [
    ["for", "the", "first", "time", "on|from|in"], ["at", "the", "earliest", "on|from|by|at|in"],
    ["earliest", "on|from|by"], ["not", "prior", "to"],
    ["none|not|nor", "before|earlier"], ["no|not", "earlier|sooner", "than"], ["opens|open", "on|at|with"],
    ["opens|open", "for", "redemption|use", "on|at|with"], ["on", "or", "after"], ["not", "until"],
    ["available|usable|valid", "from|as"],
  ]

  static let giving: WordSet = [
    "apply", "applies", "credit", "credits", "load", "loads", "loaded", "grant", "grants", "granted", "provide",
    "provides",
    "provided", "provision", "provisions", "provisioned", "installed", "deposited", "made", "created", "available",
    "issue", "issues", "issued", "deliver", "delivers", "transfer",
    "sets",
    "delivered", "emailed", "sent", "handed", "posted", "released", "dispatched", "mailed", "opened", "keeps", "kept",
    "starts", "start", "begin", "begins", "opens", "add", "adds", "added", "adding", "hand", "hands", "activate",
    "activates", "activated", "credited", "booked", "mailed", "transferred", "placed", "switched", "enabled",
    "unlocked", "entered", "enters", "appears", "appear", "arrives", "receives", "gets", "obtains",
  ]

  /// "after this Order Form has been signed", "from the day on which both parties have signed".
  func signing(at token: Int) -> (value: TimePoint, end: Int)? {
    var at = token
    while passage.isOne(at, of: "the|this|its|such"), at < token + 2 { at += 1 }
    // "the date on which this Order becomes effective"
    if passage.isOne(at, of: "date|day"), passage.has(["on", "which"], at: at + 1) {
      at += passage.isOne(at + 3, of: "the|this|such") ? 4 : 3
    }
    guard passage.isOne(at, of: "order|agreement|contract|form|amendment|schedule") else {
      return nil
    }
    if passage.word(at + 1) == "form" { at += 1 }
    if passage.has(["becomes|is", "effective|binding"], at: at + 1) { return (.anchor("effective_date"), at + 3) }
    if passage.has(["takes", "effect"], at: at + 1) { return (.anchor("effective_date"), at + 3) }
    if passage.has(["comes|enters", "into", "force|effect"], at: at + 1) { return (.anchor("effective_date"), at + 4) }
    for verb in (at + 1)..<(at + 6) {
      if passage.isOne(verb, of: "signed|executed|countersigned") {
        return (.anchor("signature_date"), verb + 1)
      }
      guard passage.isOne(verb, of: "is|has|have|been|was|fully|duly|are") else {
        return nil
      }
    }
    return nil
  }
}
