// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// What the statements of one scope say together.
extension ValidityBuilder {
  /// What the statements of one scope say together; nil where none of them bounds the validity.
  func combine(_ attachments: [Attachment], _ candidate: Candidate, others: [Attachment]) -> Outcome? {
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
        guard let period = statement.period, !isOver(period) else { continue }
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

  /// "(Jan. 2025)": a month that was over before the order began.
  private func isOver(_ period: TimePeriod) -> Bool {
    switch period {
    case .month, .quarter, .half, .calendarYear: break
    default: return false
    }
    guard let end = resolver.days(period)?.end,
      let opens = [resolver.term.start, resolver.knowledge.anchors["order_date"]].compactMap({ $0 }).min()
    else { return false }
    return end < opens
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
    let within = isCut ? [] : deadlines(within: known)
    let chosen =
      (isCut ? cut : within.isEmpty ? known : within).max { ($0.day ?? .distantPast) < ($1.day ?? .distantPast) }
      ?? ends[0]
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

  /// "for Contract Year 1, to be called down by two months before its end": days to use it by within the years that it
  /// is given for.
  private func deadlines(
    within known: [(day: CalendarDate?, basis: Validity.Basis, attachment: Attachment)]
  ) -> [(day: CalendarDate?, basis: Validity.Basis, attachment: Attachment)] {
    let years = known.compactMap { one -> Period? in
      guard case .time(let statement) = one.attachment.content, statement.role == .during,
        case .contractYears? = statement.period
      else { return nil }
      return statement.period.flatMap { resolver.days($0) }
    }
    guard years.count == 1, let year = years.first else { return [] }
    return known.filter { one in
      guard case .time(let statement) = one.attachment.content, statement.role == .end || statement.role == .endBefore,
        let day = one.day
      else { return false }
      return year.start < day && day < year.end && !isOrdering(one.attachment, butCalls: true)
    }
  }

  /// Whether a time begins with an event whose day the document does not give.
  func opensUnknown(_ attachment: Attachment) -> Bool {
    guard case .time(let statement) = attachment.content else { return false }
    func isUnknown(_ point: TimePoint) -> Bool {
      switch point {
      case .anchor(let key): ["go_live", "launch", "acceptance", "event"].contains(key) && resolver.day(point) == nil
      case .after(_, let base), .shifted(_, let base): isUnknown(base)
      default: false
      }
    }
    switch (statement.role, statement.period) {
    case (.start, _): return statement.point.map(isUnknown) ?? false
    case (.during, .between(let first, _)?): return isUnknown(first)
    default: return false
    }
  }

  private func collect(
    _ period: TimePeriod, _ attachment: Attachment, _ candidate: Candidate, _ others: [Attachment],
    _ starts: inout [(CalendarDate?, Attachment)],
    _ ends: inout [(day: CalendarDate?, basis: Validity.Basis, attachment: Attachment)]
  ) {
    var period = period
    // "trains the clerks for four days": how much, not how long.
    if case .duration(let duration, nil) = period, duration.unit == .day, candidate.quantity?.unit == "day",
      duration.amount == candidate.quantity?.amount
    {
      return
    }
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
  func isWholeTerm(_ duration: CalendarDuration, _ attachment: Attachment) -> Bool {
    guard let months = duration.months, months == resolver.term.months else { return false }
    return attachment.tokens.prefix(4).contains { context.isOne($0, of: "the|these|those|all") }
  }

  private func countsFromIssue(_ attachment: Attachment) -> Bool {
    let end = attachment.tokens.upperBound
    return (end - 2..<min(end + 9, context.stream.count)).contains { context.isOne($0, of: Self.issuing) }
  }

  static let issuing: WordSet = [
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
    return candidate.kind.isStanding
  }
}
