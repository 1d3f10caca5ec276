// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Turns what was linked to a candidate into its validity: nearer statements win; what does not resolve stays open,
/// with the words that say so.
struct ValidityBuilder {
  let context: DocumentContext
  let resolver: TimeResolver

  struct Outcome {
    var validity: Validity
    /// The attachments that it rests on.
    var used: [Attachment] = []
    /// Statements that did not resolve: their anchor's date is not given.
    var isOpen = false
  }

  func outcome(_ candidate: Candidate, _ attachments: [Attachment]) -> Outcome {
    if let issued = candidate.issued, resolver.knowledge.anchors["purchase"] == nil {
      // "twelve months from the day of its issue"
      var knowledge = resolver.knowledge
      knowledge.anchors["purchase"] = issued
      let own = TimeResolver(term: resolver.term, knowledge: knowledge, isAmendment: resolver.isAmendment)
      return ValidityBuilder(context: context, resolver: own).outcome(candidate, attachments)
    }
    if let renewed = candidate.renewed, let period = resolver.days(renewed.span) {
      let basis: Validity.Basis = renewed.every == .contract_year ? .contract_year : .dates
      return Outcome(validity: Validity(start: period.start, end: period.end, basis: basis))
    }
    let timed = attachments.filter { if case .time = $0.content { true } else { false } }
    if let outcome = ofPeriod(candidate, timed) { return outcome }
    let ownRow = candidate.end.map { end in
      Outcome(
        validity: Validity(
          start: candidate.start ?? resolver.grantStart, end: end, redeemBy: candidate.redeemBy, basis: .line_item))
    }
    for scope in [Attachment.Scope.sentence, .item, .row, .section, .document] {
      let here = timed.filter { $0.from == scope }
      guard !here.isEmpty, var outcome = combine(here, candidate, others: timed) else { continue }
      settleStart(&outcome, candidate, timed)
      revise(&outcome, by: timed.filter { $0.from == .item && follows($0, candidate) })
      if let ownRow { return narrower(outcome, ownRow) }
      return outcome
    }
    if let ownRow { return ownRow }
    if let started = startOnly(candidate, timed) { return started }
    guard let start = candidate.start ?? resolver.grantStart else { return Outcome(validity: Validity()) }
    return Outcome(validity: Validity(start: start, end: resolver.term.end, basis: .term))
  }

  // MARK: Under a period

  private static let overrides: Set<String> = ["notwithstanding", "irrespective", "regardless", "despite", "deviation"]

  /// The days of the period that the grant stands under in a ramp or a table, as clauses narrow them; nil where it
  /// stands under none.
  private func ofPeriod(_ candidate: Candidate, _ timed: [Attachment]) -> Outcome? {
    guard let span = candidate.span ?? candidate.contractYear.map({ .contractYears($0, $0) }) else { return nil }
    let basis: Validity.Basis = if case .contractYears = span { .contract_year } else { .dates }
    guard var days = resolver.days(span) else {
      // A year of a table whose days are unknown is not the deadline of another clause.
      return candidate.place == nil ? nil : Outcome(validity: Validity(basis: basis), isOpen: true)
    }
    if let start = resolver.term.start, let end = resolver.term.end, days.start <= end, start <= days.end {
      days = Period(start: max(days.start, start), end: min(days.end, end))
    }
    let whole = Outcome(validity: Validity(start: days.start, end: days.end, basis: basis))
    guard candidate.place != nil else { return whole }
    let stated = timed.filter { $0.from <= .row }
    let overriding = stated.filter { attachment in
      context.sentence(of: attachment.tokens.lowerBound).contains { Self.overrides.contains(context.folded($0)) }
    }
    if var outcome = combine(overriding, candidate, others: timed), outcome.validity.end != nil {
      settleStart(&outcome, candidate, timed)
      return outcome
    }
    return candidate.kind == "support_plan" ? whole : narrowed(whole, days, stated)
  }

  /// A day within the period by which it must be used up, or the first of its date behind it.
  private func narrowed(_ whole: Outcome, _ days: Period, _ stated: [Attachment]) -> Outcome {
    for attachment in stated {
      guard case .time(let statement) = attachment.content else { continue }
      func ended(_ day: CalendarDate, _ basis: Validity.Basis) -> Outcome {
        var outcome = whole
        outcome.validity.end = day
        outcome.validity.basis = basis
        outcome.validity.text = context.text(attachment.tokens)
        outcome.used = [attachment]
        return outcome
      }
      switch statement.role {
      case .end where statement.point?.isBehind == true:
        guard case .behind(let month, let day)? = statement.point,
          let end = days.end.next(month: month, day: day)
        else { continue }
        return ended(end, .dates)
      case .during:
        // "for nine months from the Order Start Date", in the year that begins on it
        guard case .duration(_, let from?)? = statement.period, from != .anchor("unknown"),
          let own = statement.period.flatMap({ resolver.days($0) }), own.start == days.start, own.end < days.end
        else { continue }
        return ended(own.end, .duration)
      case .end, .endBefore, .redeemBy:
        guard let point = statement.point, case .date = point, var day = resolver.day(point) else { continue }
        if statement.role == .endBefore { day = day.adding(days: -1) }
        guard day > days.start, day < days.end else { continue }
        return ended(day, .dates)
      default: continue
      }
    }
    return whole
  }

  // MARK: Rows with days of their own

  /// A row's own dates stand unless the text narrows them to a day that it gives.
  private func narrower(_ stated: Outcome, _ row: Outcome) -> Outcome {
    guard let end = stated.validity.end, let rowEnd = row.validity.end, end < rowEnd, let start = row.validity.start,
      end > start
    else { return row }
    var narrowed = stated
    narrowed.validity.start = max(stated.validity.start ?? start, start)
    return narrowed
  }

  /// Only a start is said: the grant runs from it to the end of the term.
  private func startOnly(_ candidate: Candidate, _ timed: [Attachment]) -> Outcome? {
    for attachment in timed {
      guard case .time(let statement) = attachment.content, statement.role == .start, let point = statement.point,
        let day = resolver.day(point)
      else { continue }
      return Outcome(
        validity: Validity(start: day, end: resolver.term.end, basis: .term, text: context.text(attachment.tokens)),
        used: [attachment])
    }
    return nil
  }

  /// What the statements of one scope say together; nil where none of them bounds the validity.
  private func combine(_ attachments: [Attachment], _ candidate: Candidate, others: [Attachment]) -> Outcome? {
    var ends: [(day: CalendarDate?, basis: Validity.Basis, attachment: Attachment)] = []
    var starts: [(CalendarDate?, Attachment)] = []
    for attachment in attachments {
      guard case .time(let statement) = attachment.content else { continue }
      switch statement.role {
      case .start:
        guard let point = statement.point else { continue }
        starts.append((resolver.day(point), attachment))
      case .end, .endBefore, .redeemBy:
        guard let point = statement.point else { continue }
        var day = resolver.day(point, asEnd: true)
        if statement.role == .endBefore { day = day?.adding(days: -1) }
        // What ended before the document was made is no deadline of what it grants.
        if let day, let made = resolver.knowledge.anchors["order_date"], day < made { continue }
        ends.append((day, basis(point), attachment))
      case .during:
        guard let period = statement.period else { continue }
        collect(period, attachment, candidate, others, &starts, &ends)
      }
    }
    guard !ends.isEmpty else { return nil }
    var outcome = bounded(starts, ends)
    // What is given anew in each year begins with the first of those that are named.
    if candidate.recurs != nil, let first = starts.compactMap(\.0).min(), let start = outcome.validity.start {
      outcome.validity.start = min(first, start)
    }
    return outcome
  }

  private func bounded(
    _ starts: [(CalendarDate?, Attachment)],
    _ ends: [(day: CalendarDate?, basis: Validity.Basis, attachment: Attachment)]
  ) -> Outcome {
    var outcome = Outcome(validity: Validity())
    let known = ends.filter { $0.day != nil }
    // "during the Subscription Term, but not after 31 March 2031": the day cuts the term.
    let cut = known.filter { $0.basis != .term && isLimit($0.attachment) && !isOrdering($0.attachment) }
    let isCut = !cut.isEmpty && known.contains { $0.basis == .term }
    let chosen = (isCut ? cut : known).max { ($0.day ?? .distantPast) < ($1.day ?? .distantPast) } ?? ends[0]
    outcome.validity.end = chosen.day
    outcome.validity.basis = chosen.basis
    outcome.validity.text = context.text(chosen.attachment.tokens)
    outcome.used = [chosen.attachment]
    if let earlier = known.first(where: { $0.day != chosen.day && isOrdering($0.attachment) }) {
      outcome.validity.redeemBy = earlier.day
      outcome.used.append(earlier.attachment)
    }
    outcome.isOpen = known.isEmpty
    // The start that is said with the end goes before others.
    if let start = starts.first(where: { $0.0 != nil && $0.1.tokens == chosen.attachment.tokens })
      ?? starts.first(where: { $0.0 != nil })
    {
      outcome.validity.start = start.0
      if start.1.tokens != chosen.attachment.tokens { outcome.used.append(start.1) }
    }
    if let start = outcome.validity.start, let end = outcome.validity.end, start > end { outcome.validity.start = nil }
    return outcome
  }

  private func collect(
    _ period: TimePeriod, _ attachment: Attachment, _ candidate: Candidate, _ others: [Attachment],
    _ starts: inout [(CalendarDate?, Attachment)],
    _ ends: inout [(day: CalendarDate?, basis: Validity.Basis, attachment: Attachment)]
  ) {
    var period = period
    if case .duration(let duration, nil) = period, isWholeTerm(duration, attachment) {
      starts.append((statedStart(others).flatMap { resolver.day($0) } ?? resolver.grantStart, attachment))
      ends.append((resolver.term.end, .term, attachment))
      return
    }
    if case .duration(let duration, nil) = period {
      // "for twelve months": from the grant's own start where one is said; the whole term where it is as long; what
      // runs with the subscription runs from its start; else it stays open.
      if let start = statedStart(others) {
        period = .duration(duration, from: start)
      } else if let day = candidate.issued {
        period = .duration(duration, from: .date(DateValue(year: day.year, month: day.month, day: day.day)))
      } else if runsWithTerm(candidate, duration), let day = candidate.start ?? resolver.grantStart {
        period = .duration(duration, from: .date(DateValue(year: day.year, month: day.month, day: day.day)))
      } else {
        ends.append((nil, .duration, attachment))
        return
      }
    }
    if case .duration(let duration, .anchor(let key)?) = period, key == "unknown" || key == "purchase",
      resolver.day(.anchor(key)) == nil, countsFromIssue(attachment),
      let day = candidate.start ?? statedStart(others).flatMap({ resolver.day($0) })
    {
      // "for six months from the day on which it is made": the day that the grant itself gives.
      period = .duration(duration, from: .date(DateValue(year: day.year, month: day.month, day: day.day)))
    }
    if case .between(let a, let b) = period {
      starts.append((resolver.day(a), attachment))
      ends.append((resolver.day(b, asEnd: true), .dates, attachment))
      return
    }
    let days = resolver.days(period)
    // "for 30 days after the end of the term" prolongs; it does not begin then.
    if !period.isTail { starts.append((days?.start, attachment)) }
    ends.append((days?.end, basis(period), attachment))
  }

  /// "For the two years" of an order of two years means all of it, wherever in it the grant begins.
  private func isWholeTerm(_ duration: CalendarDuration, _ attachment: Attachment) -> Bool {
    guard let months = duration.months, months == resolver.term.months else { return false }
    return attachment.tokens.prefix(4).contains { ["the", "these", "those", "all"].contains(context.folded($0)) }
  }

  private func countsFromIssue(_ attachment: Attachment) -> Bool {
    let end = attachment.tokens.upperBound
    return (end - 2..<min(end + 9, context.stream.count)).contains { Self.issuing.contains(context.folded($0)) }
  }

  private static let issuing: WordSet = [
    "issue", "issued", "issuance", "made", "posted", "posting", "grant", "granted", "credited", "loaded", "delivered",
    "delivery", "allocation", "allocated", "provided", "received",
  ]

  private func statedStart(_ others: [Attachment]) -> TimePoint? {
    for other in others {
      guard case .time(let statement) = other.content, statement.role == .start, let point = statement.point else {
        continue
      }
      return point
    }
    return nil
  }

  private func runsWithTerm(_ candidate: Candidate, _ duration: CalendarDuration) -> Bool {
    if let months = duration.months, months == resolver.term.months { return true }
    return ["support_plan", "complimentary_product", "sandbox", "storage", "api_capacity"].contains(
      candidate.kind.rawValue)
  }

  /// Where only an end is said the grant runs from the term's start, if that is before it.
  private func settleStart(_ outcome: inout Outcome, _ candidate: Candidate, _ timed: [Attachment]) {
    guard outcome.validity.start == nil, let end = outcome.validity.end else { return }
    for attachment in timed {
      guard case .time(let statement) = attachment.content, statement.role == .start, let point = statement.point,
        let day = resolver.day(point), day <= end
      else { continue }
      outcome.validity.start = day
      outcome.used.append(attachment)
      return
    }
    if let start = candidate.start ?? resolver.grantStart, start <= end { outcome.validity.start = start }
  }

  /// Whether the deadline is one to order by: "must be requested by", "a statement of work signed within".
  func isOrdering(_ attachment: Attachment) -> Bool {
    let words: Set<String> = [
      "ordered", "order", "requested", "booked", "scheduled", "registered", "created", "claimed", "issued", "signed",
      "executed", "redeemed", "activated", "reserved", "create", "request", "redeem", "register", "registers", "book",
      "orders", "books", "place", "places", "placed", "bookings", "booking", "registration", "registrations",
      "orders", "ordering",
    ]
    let sentence = context.sentence(of: attachment.tokens.lowerBound)
    let low = max(sentence.lowerBound, attachment.tokens.lowerBound - 8)
    return (low..<attachment.tokens.lowerBound).contains { words.contains(context.folded($0)) }
  }

  func basis(_ point: TimePoint) -> Validity.Basis {
    switch point {
    case .after, .before, .anniversary, .shifted: .duration
    case .endOf(let period), .startOf(let period): basis(period)
    case .anchor(let key): key.hasPrefix("term") ? .term : .dates
    default: .dates
    }
  }

  private func basis(_ period: TimePeriod) -> Validity.Basis {
    switch period {
    case .contractYears, .quarterOf: .contract_year
    case .term, .halfOfTerm: .term
    case .duration, .first, .last: .duration
    default: .dates
    }
  }
}

extension CalendarDate {
  /// Before any date of a contract; for comparisons only.
  static let distantPast = CalendarDate(dayNumber: -700_000)
}
