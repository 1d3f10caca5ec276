// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Finds in a sentence whatever may belong to a grant: times, fees, recurrence, what happens to the unused, purpose.
struct AttachmentFinder {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  func attachments(in sentence: Range<Int>, from scope: Attachment.Scope) -> [Attachment] {
    let passage = PassageText(context, sentence)
    var found: [Attachment] = []
    var times = TimeFinder(passage, knowledge: knowledge)
    times.recall(SpokenBefore(context: context, knowledge: knowledge).time(for: sentence, passage))
    let unread = UnreadTimes(passage: passage, knowledge: knowledge)
    var spoken = times.allStatements(in: sentence)
    let cap = scope == .sentence ? nil : PeriodCaps(passage: passage).first(in: sentence)
    if let cap { spoken.removeAll { cap.overlaps($0.statement.tokens) } }
    if let years = knowledge.yearsOfTerm {
      // "users in Years 7 and 8" of a school, where the term has two
      spoken.removeAll { if case .contractYears(let first, _)? = $0.statement.period { first > years } else { false } }
    }
    if !spoken.isEmpty, unread.isInParts(sentence) {
      // What ends in parts ends on no one day.
      let first = spoken[0].statement.tokens
      spoken.removeAll { $0.statement.role != .start }
      found.append(Attachment(content: .unreadTime, tokens: first, from: scope))
    } else if spoken.contains(where: { $0.statement.role == .start }), unread.unsetDay(in: sentence) != nil {
      // "on a date to be agreed, not before 30 June"
      spoken.removeAll { $0.statement.role == .start }
    }
    func add(during period: TimePeriod, _ tokens: Range<Int>, every: Recurrence.Every? = nil) {
      let statement = TimeStatement(role: .during, period: period, tokens: tokens)
      found.append(Attachment(content: .time(statement), tokens: tokens, from: scope))
      if let every { found.append(Attachment(content: .recurrence(every), tokens: tokens, from: scope)) }
    }
    let exceptions = PeriodExceptions(passage: passage, parser: times.parser, knowledge: knowledge).all(in: sentence)
    spoken.removeAll { one in exceptions.contains { $0.tokens.overlaps(one.statement.tokens) } }
    for exception in exceptions {
      if let rest = exception.rest {
        add(during: rest, exception.tokens)
      } else {
        found.append(Attachment(content: .unreadTime, tokens: exception.tokens, from: scope))
      }
    }
    for (statement, isAside) in spoken where !isAside {
      // When a part must be used bounds the whole no more than a condition does.
      let content: Attachment.Content =
        isOfPart(statement.tokens, passage) ? .condition(sentence) : .time(statement)
      found.append(Attachment(content: content, tokens: statement.tokens, from: scope))
    }
    for (statement, _) in spoken where passage.word(statement.tokens.lowerBound - 1) == "each" {
      // "in each of the first eighteen months"
      guard case .first(let length, of: .term)? = statement.period, length.unit == .month else { continue }
      found.append(Attachment(content: .recurrence(.month), tokens: statement.tokens, from: scope))
    }
    for value in context.values(in: sentence) {
      if case .recurrence(let stated) = value.value, !isRate(value, passage) {
        // "in each of the two calendar years 2027 and 2028"
        let isCalendar = value.tokens.lowerBound..<value.tokens.upperBound + 5
        // "in each of the years 2031, 2032 and 2033"
        let isNumbered = isCalendar.contains { token in
          passage.word(token) == "years" && Int(passage.word(token + 1)).map { (1990...2100).contains($0) } ?? false
        }
        let every =
          stated == .contract_year && (isNumbered || isCalendar.contains { passage.word($0) == "calendar" })
          ? .calendar_year : stated
        found.append(Attachment(content: .recurrence(every), tokens: value.tokens, from: scope))
        if let span = RecurrenceSpan(passage: passage, parser: times.parser).period(of: value, every) {
          add(during: span.period, value.tokens.lowerBound..<span.end)
        }
      }
    }
    for spoken in SpokenRecurrences(passage: passage, knowledge: knowledge).all(in: sentence) {
      found.append(Attachment(content: .recurrence(spoken.every), tokens: spoken.tokens, from: scope))
    }
    if let yearly = Anniversaries(passage: passage, parser: times.parser).recurrence(
      in: sentence, isGrant: scope == .sentence)
    {
      found.append(Attachment(content: .recurrence(.contract_year), tokens: yearly.tokens, from: scope))
      if let period = yearly.period { add(during: period, yearly.tokens) }
    }
    for list in ContractYearList.all(in: passage, parser: times.parser) {
      add(during: list.period, list.tokens, every: .contract_year)
    }
    if let list = YearlyDays.first(in: passage) { add(during: list.period, list.tokens, every: .contract_year) }
    if let list = OwnYearList.first(in: passage, parser: times.parser) {
      add(during: list.period, list.tokens, every: .fiscal_year)
    }
    for list in YearList.all(in: passage) {
      add(during: YearList.span(list.years), list.tokens, every: .calendar_year)
    }
    for list in MonthList.all(in: passage) { add(during: list.span, list.tokens, every: list.isEach ? .month : nil) }
    if let cap {
      found.removeAll { cap.overlaps($0.tokens) }
      found.append(Attachment(content: .condition(sentence), tokens: cap, from: scope))
    }
    let read = spoken.map(\.statement.tokens) + found.map(\.tokens)
    if let words = unread.first(in: sentence, read: read, isGrant: scope == .sentence),
      !(cap?.overlaps(words) ?? false),
      // "3 % of the fees for one Contract Year": a sum.
      !passage.isOne(words.lowerBound, of: "fees|fee|charges|price|prices")
    {
      found.append(Attachment(content: .unreadTime, tokens: words, from: scope))
    }
    let ruled = Self.fuller(byRule(in: sentence, passage: passage, from: scope), passage)
    found += ruled
    if !ruled.contains(where: { if case .unused = $0.content { true } else { false } }),
      let remainder = RemainderClauses(passage: passage).attachment(in: sentence, from: scope)
    {
      found.append(remainder)
    }
    if !ruled.contains(where: { if case .free = $0.content { true } else { false } }),
      let free = FreeClauses(
        passage: passage, buyers: knowledge.customerNames, sellers: knowledge.vendorNames
      ).attachment(in: sentence, from: scope)
    {
      found.append(free)
    }
    found += PurposeFinder(passage: passage, buyers: knowledge.customerNames).purposes(in: sentence, from: scope)
    found += Recipients(passage: passage, buyers: knowledge.customerNames).purposes(in: sentence, from: scope)
    found += FeeFinder(passage: passage).fees(in: sentence, from: scope)
    // "converted into days at the rate of eight hours for one day": no time.
    if let swap = found.first(where: { if case .swappable = $0.content { true } else { false } }) {
      found.removeAll { one in
        one.tokens.lowerBound > swap.tokens.lowerBound && (one.isTime || one.isUnreadTime)
          && context.durations(in: one.tokens).contains { $0.duration.unit == .day || $0.duration.unit == .hour }
          && context.isOne(one.tokens.lowerBound, of: "for|to|against")
      }
    }
    if scope != .sentence, found.contains(where: Self.saysMore), tellsOfOthers(sentence) {
      found.removeAll(where: Self.saysMore)
    }
    // What an empty box stands before has not been chosen.
    found.removeAll { context.isUnticked($0.tokens.lowerBound) }
    return found.sorted { ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound) }
  }

  private static func saysMore(_ one: Attachment) -> Bool {
    switch one.content {
    case .purpose, .worth, .worthEach: true
    default: false
    }
  }

  private static let asides: Set<String> = ["example.opening", "reference.experience"]

  /// A sentence about another order, an offer, the customer's own work or an example says of no grant what it is worth or
  /// for.
  private func tellsOfOthers(_ sentence: Range<Int>) -> Bool {
    sentence.count <= 80
      && context.cues(in: sentence).contains { match, cue in
        guard case .objection(let reason) = cue.sense else { return false }
        return reason == .optional_purchase && cue.reach != "after" || reason == .customer_obligation
          || reason == .not_effective || Self.asides.contains(context.patterns.rules[match.rule].id)
      }
  }

  /// "fifty credits, 25 of which (of which 25) must be used in the first year" bounds only those 25.
  private func isOfPart(_ tokens: Range<Int>, _ passage: PassageText) -> Bool {
    for back in 1...10 {
      let at = tokens.lowerBound - back
      if [".", ";", ""].contains(passage.word(at)) { return false }
      if isLeast(at, passage) { return true }
      if passage.has(["of", "which|them|these|those"], at: at) {
        // "Each of these three benefits ends …"
        if passage.isOne(at - 1, of: "each|all|every|any|none") { return false }
        let part = pastBound(at + 2, passage)
        if passage.isOne(part, of: Self.someOf) || passage.isOne(at - 1, of: Self.someOf) { return true }
        return [at - 1, part].contains {
          passage.value(at: $0) != nil || Ordinals.cardinal(passage.word($0)) != nil || Int(passage.word($0)) != nil
        }
      }
    }
    return false
  }

  private static let gatherings: WordSet = [
    "review", "reviews", "meeting", "meetings", "report", "reports", "reporting", "qbr", "qbrs", "newsletter",
    "statement", "statements", "billing", "invoicing", "steering", "committee", "board", "calendar", "call", "calls",
  ]

  /// "At least two days must be taken by 30 June", not "at least ten days before".
  private func isLeast(_ token: Int, _ passage: PassageText) -> Bool {
    guard
      passage.has(["at", "least"], at: token) || passage.has(["no|not", "fewer|less", "than"], at: token)
        || passage.has(["a", "minimum", "of"], at: token),
      let value = passage.value(at: pastBound(token, passage))
    else { return false }
    let behind = value.tokens.upperBound
    if passage.isOne(behind, of: "before|prior|ahead|'|’|'s|notice|in|of|from|after|following|%") { return false }
    switch value.value {
    case .number, .quantity: return true
    case .duration(let length): return length.unit == .day || length.unit == .hour
    default: return false
    }
  }

  private static let someOf: WordChoice = "half|third|some|most|several|part|many|few"

  /// Past "at least", "no fewer than", "a minimum of".
  private func pastBound(_ token: Int, _ passage: PassageText) -> Int {
    var at = token
    while at < token + 4,
      passage.isOne(at, of: "at|least|most|no|not|fewer|less|more|than|a|minimum|maximum|of|only|up|to")
    {
      at += 1
    }
    return at
  }

  /// "invoiced monthly", "reviewed each quarter", "at the end of each Contract Year" recur, but grant nothing again.
  private func isRate(_ value: ValueMention, _ passage: PassageText) -> Bool {
    // "the subscription fees per year" are a rate.
    let start = value.tokens.lowerBound
    // "free of cost p.a."
    let isOfNone = (2...3).contains { passage.isOne(start - $0, of: "free|no|without|nil|zero") }
    if Self.rates.contains(passage.word(start - 1)) && !isOfNone
      || Self.rates.contains(passage.word(value.tokens.upperBound))
    {
      return true
    }
    // "in each quarterly business review", "QBRs are held every quarter"
    if (0..<2).contains(where: { Self.gatherings.contains(passage.word(value.tokens.upperBound + $0)) })
      || passage.isOne(start - 1, of: "held|meets|meet|convenes|published|reviewed")
        && (2...5).contains(where: { Self.gatherings.contains(passage.word(start - $0)) })
    {
      return true
    }
    // "unless ordered at $210 a month each": what it costs after that.
    if let price = passage.context.values(in: max(0, value.tokens.lowerBound - 4)..<value.tokens.lowerBound).last,
      case .money = price.value, price.tokens.upperBound == value.tokens.lowerBound,
      passage.isOne(price.tokens.lowerBound - 1, of: "at|@|costs|cost|priced")
    {
      return true
    }
    for back in 1...4 {
      let word = passage.word(value.tokens.lowerBound - back)
      if [
        "end", "%", "percent", "doubles", "rises", "grows", "invoiced", "billed", "payable", "anniversary", "close",
        "expiry", "start",
      ].contains(word) {
        return word != "start"
      }
    }
    return false
  }

  /// "keeps what remains" is less than "keeps what remains open for another month": of what is said of a remainder the
  /// words that hold all others.
  private static func fuller(_ found: [Attachment], _ passage: PassageText) -> [Attachment] {
    let unused = found.filter { if case .unused = $0.content { true } else { false } }
    guard unused.count > 1 else { return found }
    // "stays with Vendor, unless Client asks for more time": what the exception allows is what may become of it.
    if let other = unused.first(where: { if case .unused(.extendable) = $0.content { true } else { false } }),
      (max(passage.range.lowerBound, other.tokens.lowerBound - 12)..<other.tokens.lowerBound).contains(where: {
        passage.isOne($0, of: "unless|except|save")
      })
    {
      return found.filter { if case .unused(.forfeited) = $0.content { false } else { true } }
    }
    return found.filter { one in
      guard case .unused(let handling) = one.content else { return true }
      return !unused.contains { other in
        guard case .unused(.extendable) = other.content, handling == .forfeited else { return false }
        return other.tokens.lowerBound <= one.tokens.lowerBound && other.tokens.upperBound >= one.tokens.upperBound
          && other.tokens.count > one.tokens.count
      }
    }
  }

  private func byRule(in sentence: Range<Int>, passage: PassageText, from scope: Attachment.Scope) -> [Attachment] {
    var found: [Attachment] = []
    let purposes = PurposeFinder(passage: passage, buyers: knowledge.customerNames)
    for match in context.allMatches(in: sentence) {
      let rule = context.patterns.rules[match.rule]
      func add(_ content: Attachment.Content, _ tokens: Range<Int>? = nil) {
        found.append(Attachment(content: content, tokens: tokens ?? match.tokens, from: scope, rule: match.rule))
      }
      if context.cue(match)?.sense == .free, !isLeftover(match.tokens, passage) { add(.free) }
      guard rule.role == .link else { continue }
      switch rule.subject {
      case "unused":
        guard let unused = rule.gives["unused"].flatMap(UnusedHandling.init(rawValue:)) else { break }
        let clauses = UnusedClauses(passage: passage, buyers: knowledge.customerNames)
        if unused == .rolls_over, clauses.isOfNone(match.tokens) {
          add(.unused(.forfeited))
        } else if !clauses.isDenied(match, unused) {
          add(.unused(unused))
        }
      case "transferable":
        if scope != .sentence, UnusedClauses(passage: passage).isOfAnotherSubject(match.tokens) { continue }
        add(.transferable(rule.gives["transferable"] == "true"))
      case "swappable":
        if scope != .sentence, UnusedClauses(passage: passage).isOfAnotherSubject(match.tokens) { continue }
        add(.swappable(rule.gives["swappable"] == "true"))
      case "purpose":
        if purposes.isCustomers(match) { continue }
        if let words = purposes.purpose(after: purposes.start(of: match), in: sentence) ?? purposes.ownPurpose(match) {
          add(DeniedAims(passage: passage).isDenied(words) ? .condition(sentence) : .purpose(words))
        }
      case "condition": add(.condition(sentence))
      default: break
      }
    }
    return found
  }

  /// "Any part that is not billed by June", "whatever is not invoiced": left over, not free.
  private func isLeftover(_ tokens: Range<Int>, _ passage: PassageText) -> Bool {
    guard passage.isOne(tokens.upperBound - 1, of: "billed|invoiced|charged") else { return false }
    if passage.isOne(tokens.lowerBound - 1, of: "what|whatever|part|portion|amount|much") { return true }
    return passage.isOne(tokens.lowerBound - 1, of: "that|which")
      && passage.isOne(tokens.lowerBound - 2, of: "part|portion|amount|amounts|sum|sums|rest|balance|anything")
  }

  private static let rates: WordSet = ["fees", "fee", "charges", "price", "cost", "spend", "subscription"]
}
