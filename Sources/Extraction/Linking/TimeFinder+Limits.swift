// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Limits that are said in a roundabout way: by what is forbidden, by a last day, by a choice of two days.
extension TimeFinder {
  static let using: WordSet = [
    "used", "redeemed", "consumed", "booked", "drawn", "claimed", "spent", "carried", "attended", "taken", "availed",
    "use", "redeem", "consume", "book", "draw", "claim", "spend", "attend", "utilised", "utilized", "exercised",
    "applied", "scheduled", "held", "performed", "delivered", "called", "requested",
  ]

  /// Whether use is forbidden just before a token: "may not be redeemed", "no credit can be used", "cannot be drawn".
  func isForbidden(before token: Int) -> Bool {
    guard let verb = (1...4).first(where: { Self.using.contains(passage.word(token - $0)) }) else { return false }
    var isModal = false
    var isDenied = false
    for back in (verb + 1)...(verb + 7) {
      let word = passage.word(token - back)
      if word == "cannot" { return true }
      // "They are not charged and can be called on until 31 October": what is denied is something else.
      if isModal, ["and", "but"].contains(word) { break }
      if ["may", "can", "shall", "must", "will"].contains(word) { isModal = true }
      if ["no", "not", "none", "neither", "never", "nothing"].contains(word) {
        // "at no additional charge and may be used"
        isDenied =
          isDenied || word != "no"
          || !(1...3).contains { passage.isOne(token - back + $0, of: "charge|cost|fee|price") }
      }
      if [".", ";", ""].contains(word) { break }
    }
    return isModal && isDenied
  }

  /// "They may not be used before 1 May": the day on which they may.
  func forbiddenBefore(at token: Int) -> TimeStatement? {
    let width =
      passage.isOne(token, of: "before|until") ? 1 : passage.has(["prior", "to"], at: token) ? 2 : 0
    if width > 0, let excluded = impossible(before: token, width) { return excluded }
    guard width > 0,
      isForbidden(before: token) || isUnavailable(before: token) || isRefusedForWork(before: token),
      let point = parser.point(at: token + width)
    else { return nil }
    return make(.start, point: point.value, token, point.end)
  }

  /// "A start before 1 May is not possible."
  private func impossible(before token: Int, _ width: Int) -> TimeStatement? {
    guard
      passage.isOne(token - 1, of: "start|use|redemption|booking|usage|claim|attendance"),
      let point = parser.point(at: token + width),
      passage.has(["is|are", "not", "possible|permitted|allowed|foreseen"], at: point.end)
        || passage.has(["is|are", "impossible|excluded"], at: point.end)
    else { return nil }
    return make(.start, point: point.value, token, point.end)
  }

  /// "No credit may be used in the last six months of the term": it may until then.
  func permitted(_ statement: TimeStatement) -> TimeStatement? {
    let start = statement.tokens.lowerBound
    // "They are not available in the first six months": they are behind them.
    if case .first? = statement.period, let period = statement.period,
      passage.word(statement.tokens.upperBound) != "only",
      isUnavailable(before: start) || isForbidden(before: start),
      !(1...5).contains(where: { Self.savings.contains(passage.word(start - $0)) })
    {
      return make(.start, point: .shifted(1, .endOf(period)), start, statement.tokens.upperBound)
    }
    guard isForbidden(before: start) || isWithheld(before: start), passage.word(statement.tokens.upperBound) != "only"
    else {
      return statement
    }
    if (1...5).contains(where: { Self.savings.contains(passage.word(start - $0)) }) { return statement }
    guard case .last? = statement.period, let period = statement.period else { return nil }
    return make(.endBefore, point: .startOf(period), statement.tokens.lowerBound, statement.tokens.upperBound)
  }

  /// "Credits are not granted for the last contract year", "no longer provided in …".
  private func isWithheld(before token: Int) -> Bool {
    passage.isOne(token - 1, of: "granted|provided|issued|given|included|supplied|credited")
      && passage.isOne(token - 2, of: "not|longer|never")
  }

  /// "They will not be available before …".
  private func isUnavailable(before token: Int) -> Bool {
    passage.isOne(token - 1, of: "available|usable|valid")
      && (2...4).contains { passage.isOne(token - $0, of: "not|cannot") }
  }

  /// "to be used within six months of …": the deadline is one of use.
  func isOfUse(before token: Int) -> Bool {
    (1...5).contains { Self.using.contains(passage.word(token - $0)) }
  }

  static let savings: WordSet = ["except", "other", "save", "unless", "but", "only", "than", "outside"]

  /// "The parties agree to extend this period until …".
  func isAgreedExtension(at token: Int) -> Bool {
    passage.isOne(token, of: "extend|prolong|postpone") && passage.word(token - 1) == "to"
      && (2...4).contains { passage.isOne(token - $0, of: "agree|agreed") }
  }

  /// "after the first Contract Year", "following the end of Contract Year 1": from the day behind it.
  func afterPeriod(at token: Int) -> TimeStatement? {
    guard passage.isOne(token, of: "after|following"), passage.value(at: token - 1) == nil,
      !isLeft(before: token)
    else { return nil }
    if let period = parser.namedPeriod(at: parser.skipArticle(token + 1)), case .between = period.value {
      return make(.start, point: .shifted(1, .endOf(period.value)), token, period.end)
    }
    if let period = parser.period(at: token + 1), case .contractYears = period.value {
      if isNoMore(behind: period.end) { return make(.end, point: .endOf(period.value), token, period.end) }
      return make(.start, point: .shifted(1, .endOf(period.value)), token, period.end)
    }
    guard let point = parser.point(at: token + 1), case .endOf(let period) = point.value, case .contractYears = period,
      gives(around: token..<point.end)
    else { return nil }
    return make(.start, point: .shifted(1, point.value), token, point.end)
  }

  private static let usingAtAll: WordSet = [
    "use", "using", "usage", "redeem", "redeeming", "redemption", "book", "booking", "attend", "attending",
    "attendance", "order", "ordering", "consume", "consuming", "consumption", "claim", "claiming", "register",
    "registering", "schedule", "scheduling", "utilisation", "utilization", "call", "draw", "drawing", "availing",
  ]

  /// "The last day to book is 31 December", "the final date for use shall be 30 June".
  func lastDay(at token: Int) -> TimeStatement? {
    let width =
      passage.word(token) == "is" || passage.word(token) == ":"
      ? 1 : passage.has(["shall|will", "be"], at: token) ? 2 : 0
    if let being = lastDayBeing(at: token) ?? lastEvent(at: token) { return being }
    guard width > 0 else { return nil }
    // "For the fund the date is 31 October."
    if passage.isOne(passage.range.lowerBound, of: "for"), passage.isOne(token - 1, of: "date|day|deadline|limit"),
      passage.word(token - 2) == "the", token - passage.range.lowerBound <= 9,
      let point = parser.point(at: token + width)
    {
      return make(.end, point: point.value, token, point.end)
    }
    var names = false
    for back in 1...12 {
      let word = passage.word(token - back)
      if [".", ";"].contains(word) { return nil }
      if Self.usingAtAll.contains(word) || Self.using.contains(word) { names = true }
      // "Deadline for use: …", "Booking deadline: …", "There is a deadline for them: …"
      let isCutoff = word == "cutoff" || word == "off" && passage.word(token - back - 1) == "cut"
      if word == "deadline" || isCutoff,
        names || passage.has(["for", "it|them|these|this|that|those|its|their|doing"], at: token - back + 1)
          || Self.usingAtAll.contains(passage.word(token - back - 1))
          || passage.has(
            ["for|of", "the|all|these|any|each|every", "benefits|benefit|items|entitlements|allowances|grants"],
            at: token - back + 1)
          || passage.isOne(token - back - 1, of: "delivery|consumption|reservation"),
        let point = parser.point(at: token + width)
      {
        return make(.end, point: point.value, token, point.end)
      }
      if passage.has(["first|earliest", "day|date|use|redemption|draw|claim|booking|call"], at: token - back) {
        let names = names || passage.word(token - back + 1) != "day" && passage.word(token - back + 1) != "date"
        guard names || pointsAtUse(token - back + 2), let point = parser.point(at: token + width) else { return nil }
        return make(.start, point: point.value, token, point.end)
      }
      guard passage.has(["last|final|latest", "day|date|use|redemption|draw|claim|booking|call"], at: token - back)
      else {
        continue
      }
      guard names || pointsAtUse(token - back + 2), let point = parser.point(at: token + width) else { return nil }
      return make(.end, point: point.value, token, point.end)
    }
    return nil
  }

  /// "You activate them there, and the final day for doing so is 31 January."
  private func pointsAtUse(_ token: Int) -> Bool {
    passage.has(["for|to|of", "doing|do|this|that|it"], at: token)
  }

  /// "beginning 1 April 2031, the last day being 31 March 2032"
  private func lastDayBeing(at token: Int) -> TimeStatement? {
    guard passage.has(["last|final", "day|date", "being|is"], at: token), passage.word(token - 1) == "the",
      passage.word(token + 2) == "being" || passage.word(token - 2) == "and", let point = parser.point(at: token + 3)
    else { return nil }
    return make(.end, point: point.value, token, point.end)
  }

  /// "The last class takes place on 30 September", "the final session is held by 31 May".
  private func lastEvent(at token: Int) -> TimeStatement? {
    guard passage.isOne(token, of: "takes|is|are|ends"),
      (2...4).contains(where: {
        passage.has(["last|final", "class|session|course|seat|exam|workshop|day|sitting|attempt|hour"], at: token - $0)
      })
    else { return nil }
    let at =
      passage.has(["takes", "place"], at: token)
      ? token + 2
      : passage.has(["is|are", "held|given|offered|taught|worked|performed|delivered"], at: token)
        ? token + 2 : token + 1
    guard passage.isOne(at, of: "on|by"), let point = parser.point(at: at + 1) else { return nil }
    return make(.end, point: point.value, token, point.end)
  }

  /// "ends with the first Contract Year", "lapses after Contract Year 2"; "opens with the third and shuts with the fourth".
  func closingPeriod(at token: Int) -> (value: TimePoint, end: Int)? {
    if let through = throughPeriod(at: token) { return through }
    guard passage.isOne(token - 1, of: "with|after") else { return nil }
    if let period = parser.period(at: token) { return (.endOf(period.value), period.end) }
    // "They open with the second contract year and close with it."
    if passage.has(["it|that"], at: token), [".", ",", ";", ")", ""].contains(passage.word(token + 1)),
      let opened = yearBehindAntecedent
    {
      return (.endOf(opened), token + 1)
    }
    guard case .contractYears(let first, _)? = parser.antecedentPeriod ?? yearBehindAntecedent,
      passage.word(token) == "the",
      let number = Ordinals.value(passage.word(token + 1)), number >= first,
      [".", ",", ";", ")", ""].contains(passage.word(token + 2))
    else { return nil }
    return (.endOf(.contractYears(number, number)), token + 2)
  }

  private var yearBehindAntecedent: TimePeriod? {
    if case .startOf(let period)? = parser.antecedent { period } else { nil }
  }

  /// "until the date printed on the voucher": a day that another paper gives.
  func printedDay(at token: Int, _ introducer: String) -> (value: TimePoint, end: Int)? {
    guard ["until", "by", "before", "till"].contains(introducer) else { return nil }
    let at = passage.word(token) == "the" ? token + 1 : token
    guard
      passage.has(
        ["date|day|deadline", "set|stated|shown|printed|given|indicated|specified|notified|communicated|named"], at: at)
        || passage.has(["expiry|expiration", "date", "set|stated|shown|printed|given|indicated|specified"], at: at)
    else { return nil }
    return (.anchor("unknown"), at + 2)
  }

  /// "from Contract Year 2 onwards", "beginning with the second": the first day of it.
  func firstOf(at token: Int, _ start: Int) -> TimeStatement? {
    let isBare = passage.word(start) == "from"
    if let period = parser.period(at: token) {
      guard period.value.isStretch, passage.word(period.end) != "to", !isLeft(before: start) else { return nil }
      let goesOn = passage.isOne(period.end, of: "onwards|onward|on|forward|forwards")
      var isMonth = false
      if case .slice(_, months: 1, of: .term) = period.value { isMonth = true }
      // "from April 2031", not "the letter from April 2031"
      if case .month = period.value, !isPaper(start - 1), !passage.isOne(period.end, of: "until|till|through|-|–") {
        isMonth = true
      }
      guard !isBare || goesOn || isMonth || opensWithYear(period, start) else { return nil }
      return make(.start, point: .startOf(period.value), start, goesOn ? period.end + 1 : period.end)
    }
    // "each Contract Year, beginning with the second"
    let at = passage.word(token) == "the" ? token + 1 : token
    guard !isBare, let number = Ordinals.value(passage.word(at)), number > 1,
      [",", ".", ";", ")", "", "one", "at", "free"].contains(passage.word(at + 1)),
      (1...6).contains(where: { passage.word(start - $0) == "year" })
    else { return nil }
    return make(.start, point: .startOf(.contractYears(number, number)), start, at + 1)
  }

  /// "unused credits from Contract Year 1": whence something comes, not when it may be used.
  private func isLeft(before token: Int) -> Bool {
    (1...7).contains {
      passage.isOne(token - $0, of: "unused|carried|rolled|remaining|transferred|left|price|prices|fee|fees|increase")
    }
  }

  /// What stands with "or 31 March, whichever is earlier" behind it.
  func chosen(_ statement: TimeStatement) -> TimeStatement {
    let end = statement.tokens.upperBound
    var chosen = statement
    // "ends with the first contract year, but not before 30 November 2031"
    if let point = statement.point, statement.role == .end {
      let at = passage.isOne(end, of: ",|(") ? end + 1 : end
      let width =
        passage.has(["but|though|yet", "not|never", "before"], at: at)
        ? 3 : passage.has(["but|though|yet", "not|no|never", "earlier|sooner", "than"], at: at) ? 4 : 0
      if width > 0, let other = parser.point(at: at + width) {
        chosen.point = .later([point, other.value])
        chosen.tokens = statement.tokens.lowerBound..<other.end
        return chosen
      }
    }
    if let point = statement.point, statement.role != .start, let other = parser.alternative(to: point, at: end) {
      chosen.point = other.value
      chosen.tokens = statement.tokens.lowerBound..<other.end
    } else if case .duration(let duration, let from?)? = statement.period, from != .anchor("unknown"),
      let other = parser.alternative(to: .after(duration, from), at: end)
    {
      chosen.period = .between(from, other.value)
      chosen.tokens = statement.tokens.lowerBound..<other.end
    } else if case .between(let first, let last)? = statement.period, let other = parser.alternative(to: last, at: end)
    {
      chosen.period = .between(first, other.value)
      chosen.tokens = statement.tokens.lowerBound..<other.end
    }
    return chosen
  }
}

extension TimePeriod {
  /// Years, quarters and months by name: what one can say to begin with.
  var isStretch: Bool {
    switch self {
    case .contractYears, .calendarYear, .fiscalYear, .quarter, .month, .half, .quarterOf, .slice, .last: true
    default: false
    }
  }
}
