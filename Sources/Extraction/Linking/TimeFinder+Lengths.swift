// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Lengths with what they count from: `within six months of`, `the year following`, `for the remainder of`.
extension TimeFinder {
  /// A duration with what it counts from, or alone after `for` and `within`.
  func relative(at start: Int, introducer: String, from token: Int) -> TimeStatement? {
    var at = start
    while passage.isOne(
      at,
      of:
        "a|the|an|period|of|up|to|term|further|additional|another|other|initial|fixed|limited|single|introductory|total"
    ), at < start + 5 {
      if passage.value(at: at) != nil { break }
      at += 1
    }
    if let year = yearFollowing(at: at, introducer: introducer, from: token) { return year }
    guard let value = passage.value(at: at), case .duration(let duration) = value.value, duration.unit != .hour else {
      return nil
    }
    // "For a month in which less than 99.9 % is reached": whenever that happens.
    if passage.isOne(value.tokens.lowerBound - 1, of: "a|any|each|every")
      || passage.isOne(value.tokens.lowerBound, of: "a|any|each|every|one"),
      passage.has(["in|during|for", "which"], at: value.tokens.upperBound)
        || passage.isOne(value.tokens.upperBound, of: "where|when")
    {
      return nil
    }
    // "For up to ninety days a year": how much of each year, no length of time.
    if passage.has(["a|an|per|each|every", "year|quarter|month|week|contract|calendar"], at: value.tokens.upperBound) {
      return nil
    }
    if let prolonged = parser.lengthThereafter(duration, at: value.tokens.upperBound) {
      return make(.end, point: prolonged.value, token, prolonged.end)
    }
    if let later = afterThat(duration, at: value.tokens.upperBound, from: token) { return later }
    if let counted = firstOfWhich(at: value.tokens.upperBound) {
      return make(.during, period: .duration(duration, from: counted.value), token, counted.end)
    }
    if let last = lastOfWhich(at: value.tokens.upperBound), duration.months != nil {
      return make(.during, period: Self.period(of: duration, endingOn: last.value), token, last.end)
    }
    if let ended = lengthEnding(duration, value.tokens.upperBound, introducer, from: token) { return ended }
    var next = value.tokens.upperBound
    // "a 12-month life from the Start Date"
    if Self.lives.contains(passage.word(next)) { next += 1 }
    if passage.isOne(next, of: "immediately|directly|next"),
      passage.isOne(next + 1, of: "following|after|from")
    {
      next += 1
    }
    if passage.isOne(next, of: "immediately|directly") { next += 1 }
    while passage.isOne(
      next,
      of: ",|each|both|all|counted|reckoned|computed|counting|calculated|measured|starting|beginning|commencing|running"
    ) {
      next += 1
    }
    if passage.has(["that|which", "begin|begins|start|starts|commence|commences|run|runs|follow|follows"], at: next) {
      next += 2
      // "a life of twelve months that starts on the day on which Supplier opens the account": nobody knows when.
      if passage.isOne(next - 1, of: "begin|begins|start|starts|commence|commences"),
        passage.isOne(next, of: "on|with|from|at|when|once"), parser.point(at: next + 1) == nil,
        parser.monthStart(at: next + 1) == nil, parser.period(at: next + 1) == nil
      {
        return make(.during, period: .duration(duration, from: .anchor("unknown")), token, next + 1)
      }
      // "that follow upon and include the Order Date"
      while passage.isOne(next, of: "upon|and|include|including|immediately|directly") {
        next += 1
      }
    }
    if passage.has(["to", "run|start|begin"], at: next) { next += 2 }
    // "6 mos. of start"
    if passage.word(next) == ".", passage.isOne(next + 1, of: "of|from|after|following") { next += 1 }
    if let at = withEffectFrom(next), let base = parser.point(at: at) {
      return make(.during, period: .duration(duration, from: base.value), token, base.end)
    }
    let word = passage.word(next)
    if next > value.tokens.upperBound, word != "of", passage.word(next - 1) != "." {
      if let base = parser.point(at: next) {
        return make(.during, period: .duration(duration, from: base.value), token, base.end)
      }
      if passage.isOne(next - 1, of: "follow|follows") {
        return make(.during, period: .duration(duration, from: .anchor("unknown")), token, next)
      }
    }
    // "25 days of cut-over consulting" are a quantity.
    let isCount = word == "of" && introducer.isEmpty && duration.months == nil
    if !isCount, ["after", "from", "following", "of", "on", "with", "at", "as", "in", "past", "post"].contains(word) {
      let skip = passage.has(["as", "of|from"], at: next) ? 2 : 1
      // "for six months from May 2031"
      if ["from", "with", "in"].contains(word), word == "from" || next > value.tokens.upperBound,
        let base = parser.monthStart(at: next + skip)
      {
        return make(.during, period: .duration(duration, from: base.value), token, base.end)
      }
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
    if isOfUse(introducer, behind: value.tokens.upperBound), duration.months != nil || duration.unit == .day {
      return make(.during, period: .duration(duration, from: nil), token, value.tokens.upperBound)
    }
    // "A course lasts two days."
    if introducer.hasPrefix("last"), duration.months == nil, (duration.days ?? 0) < 28 { return nil }
    guard ["for", "valid", "over", "lasts", "last", "lasting", "spans"].contains(introducer),
      duration.months != nil || duration.unit == .day
    else {
      return nil
    }
    return make(.during, period: .duration(duration, from: nil), token, value.tokens.upperBound)
  }

  /// "Client has seven months to present it", "six months in which to redeem".
  private func isOfUse(_ introducer: String, behind end: Int) -> Bool {
    guard ["has", "have", "gets", "is", "are", "runs"].contains(introducer) else { return false }
    if introducer == "is" || introducer == "are" {
      return passage.word(end) == "" || passage.isOne(end, of: ".|;|,|)")
    }
    var at = passage.has(["in|during", "which"], at: end) || passage.has(["time"], at: end) ? end + 1 : end
    if passage.word(at) == "which" { at += 1 }
    guard passage.isOne(at, of: "to|for") else { return false }
    return (1...2).contains {
      Self.using.contains(passage.word(at + $0)) || Self.presenting.contains(passage.word(at + $0))
    }
  }

  private static let presenting: WordSet = [
    "present", "presenting", "using", "redeeming", "booking", "call", "take", "do",
  ]

  private static let things: WordSet = [
    "credit", "voucher", "hour", "session", "seat", "fund", "sandbox", "item", "line", "row", "position", "benefit",
    "incentive", "extra", "entitlement", "attempt", "allowance", "storage", "serial", "clin", "package", "pas", "day",
    "validity",
  ]

  /// "Credits and vouchers: 12 months", "Serials i and ii: 18 months from the Start Date": how long what stands before
  /// the colon lasts.
  func lengthOfThings(at token: Int) -> TimeStatement? {
    if let listed = listedLength(at: token) { return listed }
    guard passage.word(token - 1) == ":" || passage.word(token - 1) == "," && isBehindCode(token - 1),
      let value = passage.value(at: token), case .duration(let duration) = value.value,
      duration.months != nil || (duration.days ?? 0) >= 28
    else { return nil }
    let end = value.tokens.upperBound
    guard ["", ".", ";", ",", ")", "only", "each"].contains(passage.word(end)) else { return nil }
    let sentence = passage.context.sentence(of: token)
    var low = token - 1
    while low > sentence.lowerBound, !passage.isOne(low - 1, of: ";|."), token - low < 10 { low -= 1 }
    guard
      passage.word(token - 1) == ","
        || (low..<(token - 1)).contains(where: { Self.things.contains(passage.word($0).droppingPlural) })
    else { return nil }
    return make(.during, period: .duration(duration, from: nil), token, end)
  }

  /// "Validity: credits two years, vouchers one year": how long each of several things lasts.
  private func listedLength(at token: Int) -> TimeStatement? {
    guard Self.things.contains(passage.word(token - 1).droppingPlural), passage.word(token - 1).hasSuffix("s"),
      let value = passage.value(at: token), case .duration(let duration) = value.value, duration.months != nil,
      [",", ";", ".", "and", ""].contains(passage.word(value.tokens.upperBound))
    else { return nil }
    let sentence = passage.context.sentence(of: token)
    guard
      sentence.prefix(5).contains(where: {
        passage.isOne($0, of: "validity|duration|durations|lifetime|periods|limits|expiry|valid")
      })
    else { return nil }
    return make(.during, period: .duration(duration, from: nil), token, value.tokens.upperBound)
  }

  /// "B-1, twelve months; B-2, eighteen months": a code of letters and figures opens the clause.
  private func isBehindCode(_ comma: Int) -> Bool {
    let tokens = passage.context.stream.tokens
    guard passage.range.contains(comma - 1), passage.range.contains(comma - 2), tokens[comma - 1].tokenClass == .number
    else { return false }
    let open = passage.word(comma - 2) == "-" ? comma - 3 : comma - 2
    guard passage.range.contains(open), passage.word(open).utf8.count <= 4, passage.context.isCapitalised(open) else {
      return false
    }
    return open == passage.range.lowerBound || passage.isOne(open - 1, of: ";|:|,")
  }

  static let lives: WordSet = [
    "period", "life", "lifetime", "validity", "window", "expiry", "term", "lifespan",
  ]

  static let used: WordSet = ["module", "modules", "access", "use", "usage", "edition", "licence", "license"]

  /// "for the twelve months ending 30 April": counted back from their last day.
  func lengthEnding(_ duration: CalendarDuration, _ token: Int, _ introducer: String, from start: Int)
    -> TimeStatement?
  {
    guard duration.months != nil, Self.periodWords.contains(introducer) else { return nil }
    let at = passage.word(token) == "period" ? token + 1 : token
    let width =
      passage.has(["ending|expiring", "on|with|at"], at: at) ? 2 : passage.has(["ending|expiring|to"], at: at) ? 1 : 0
    guard width > 0, let last = parser.point(at: at + width) else { return nil }
    return make(.during, period: Self.period(of: duration, endingOn: last.value), start, last.end)
  }

  /// Six months that end on 30 June begin on 1 January: counted back from the day behind their last.
  private static func period(of duration: CalendarDuration, endingOn last: TimePoint) -> TimePeriod {
    .between(.before(duration, .shifted(1, last)), last)
  }

  /// Behind a length: ", the last day of which is 31 December 2031", ", of which 31 December is the last".
  private func lastOfWhich(at token: Int) -> (value: TimePoint, end: Int)? {
    let at = passage.word(token) == "," ? token + 1 : token
    if passage.has(["of", "which"], at: at), let day = parser.point(at: at + 2),
      passage.has(["is|being|forms|counts", "the|as", "last"], at: day.end)
    {
      return (day.value, passage.isOne(day.end + 3, of: "day|month") ? day.end + 4 : day.end + 3)
    }
    let ofWhich = passage.has(["of", "which", "the", "last|final"], at: at)
    guard ofWhich || passage.has(["the", "last|final"], at: at) else { return nil }
    var next = ofWhich ? at + 4 : at + 2
    if passage.isOne(next, of: "day|month|one") { next += 1 }
    if !ofWhich {
      guard passage.has(["of", "which|them|these"], at: next) else { return nil }
      next += 2
    }
    guard passage.isOne(next, of: "is|being|falls|ends|closes") else { return nil }
    return parser.point(at: passage.isOne(next + 1, of: "on|with|in") ? next + 2 : next + 1)
  }

  /// "for the remainder of calendar year 2031", "over the rest of Contract Year 1": up to its end.
  func remainder(at start: Int, from token: Int) -> TimeStatement? {
    let at = passage.word(start) == "the" ? start + 1 : start
    guard passage.has(["remainder|rest|balance", "of"], at: at), let whole = parser.period(at: at + 2) else {
      return nil
    }
    return make(.end, point: .endOf(whole.value), token, whole.end)
  }

  /// "on any working day of the first Contract Year"; not the first or last of its days.
  func isDayWithin(_ token: Int) -> Bool {
    passage.isOne(token - 1, of: "day|days|time|part|course")
      && !(2...3).contains { passage.isOne(token - $0, of: "first|last|final|each|every") }
  }

  /// "in the six months after that": from the end of what was named just before.
  func afterThat(_ duration: CalendarDuration, at token: Int, from start: Int) -> TimeStatement? {
    guard passage.has(["after|following", "that|this|which|those|these"], at: token),
      [".", ",", ";", "", ")"].contains(passage.word(token + 2))
    else { return nil }
    let base = parser.antecedentPeriod.map { TimePoint.shifted(1, .endOf($0)) } ?? parser.antecedent
    return base.map { make(.during, period: .duration(duration, from: $0), start, token + 2) }
  }

  /// "within the year following signature": twelve months from the day that is named.
  func yearFollowing(at token: Int, introducer: String, from start: Int) -> TimeStatement? {
    let months = passage.word(token) == "year" ? 12 : passage.word(token) == "month" ? 1 : 0
    guard months > 0, Self.periodWords.contains(introducer), passage.word(token - 1) == "the" else { return nil }
    let width =
      passage.has(["following|after|from"], at: token + 1)
      ? 1 : passage.has(["that|which", "follows|succeeds"], at: token + 1) ? 2 : 0
    guard width > 0, let base = parser.point(at: token + 1 + width) else { return nil }
    let length = CalendarDuration(amount: Decimal(months), unit: .month)
    return make(.during, period: .duration(length, from: base.value), start, base.end)
  }

  static let periodWords: WordSet = ["for", "in", "during", "over", "throughout", "within", ""]
}
