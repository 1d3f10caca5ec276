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
    /// Words of time stand there that nothing reads.
    var isUnread = false
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
    let attachments = withoutRepeats(attachments)
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
      if ownRow == nil, scope > .row, let unread = unread(candidate, attachments, before: scope) { return unread }
      settleStart(&outcome, candidate, timed)
      revise(&outcome, by: timed.filter { $0.from == .item && follows($0, candidate) })
      if scope == .sentence || scope == .item {
        consume(&outcome, by: timed.filter { $0.from == .item })
        lastOnceClaimed(&outcome, by: attachments.filter { ($0.isTime || $0.isUnreadTime) && $0.from <= .item })
      }
      if let ownRow { return isDefault(outcome) ? ownRow : narrower(outcome, ownRow) }
      // "Unless otherwise stated": it is stated otherwise.
      if isDefault(outcome) {
        let stated = timed.filter { time in !outcome.used.contains { $0.tokens == time.tokens } && !isDefault(time) }
        if var other = combine(stated, candidate, others: timed), other.validity.end != nil {
          settleStart(&other, candidate, timed)
          return other
        }
      }
      return outcome
    }
    if let ownRow { return ownRow }
    if let unread = unread(candidate, attachments, before: nil) { return unread }
    if let started = startOnly(candidate, timed) { return started }
    guard let start = candidate.start ?? resolver.grantStart else { return Outcome(validity: Validity()) }
    return Outcome(validity: Validity(start: start, end: resolver.term.end, basis: .term))
  }

  // MARK: Under a period

  private static let overrides: WordSet = ["notwithstanding", "irrespective", "regardless", "despite", "deviation"]

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
      context.sentence(of: attachment.tokens.lowerBound).contains { context.isOne($0, of: Self.overrides) }
    }
    if var outcome = combine(overriding, candidate, others: timed), outcome.validity.end != nil {
      settleStart(&outcome, candidate, timed)
      return outcome
    }
    return candidate.kind == "support_plan" ? whole : narrowed(whole, days, stated)
  }

  /// A day within the period by which it must be used up, or the first of its date behind it.
  func narrowed(_ whole: Outcome, _ days: Period, _ stated: [Attachment]) -> Outcome {
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

  // MARK: Words that nothing reads

  /// The words of time that nothing reads, where they stand near enough to be the grant's: its end is open.
  private func unread(_ candidate: Candidate, _ attachments: [Attachment], before scope: Attachment.Scope?) -> Outcome?
  {
    // A deadline within each of the periods in which it is given anew ends none of them.
    let recurs =
      candidate.recurs != nil || attachments.contains { if case .recurrence = $0.content { true } else { false } }
    let found = attachments.first {
      $0.isUnreadTime && $0.from <= .row && $0.from < (scope ?? .section) && !(recurs && $0.from > .sentence)
        && $0.refused == nil
        && !$0.tokens.overlaps(candidate.place == nil ? candidate.tokens : candidate.name.tokens)
    }
    guard let found, mayEnd(candidate.kind, found) else { return nil }
    var outcome = Outcome(
      validity: Validity(basis: .none, text: context.text(found.tokens)), used: [found], isOpen: true, isUnread: true)
    // What is said of its start stands.
    if let started = startOnly(candidate, attachments) {
      outcome.validity.start = started.validity.start
      outcome.used += started.used
    }
    return outcome
  }

  /// What is not used up is bound by a day or an event, not by lengths: "an answer within two days".
  private func mayEnd(_ kind: Kind, _ words: Attachment) -> Bool {
    !kind.isStanding || context.durations(in: words.tokens).isEmpty
  }

  // MARK: Rows with days of their own

  /// "for one year unless the table says otherwise": the row says otherwise.
  private func isDefault(_ outcome: Outcome) -> Bool {
    outcome.used.contains(where: isDefault)
  }

  private func isDefault(_ attachment: Attachment) -> Bool {
    do {
      let sentence = context.sentence(of: attachment.tokens.lowerBound)
      return sentence.contains { token in
        context.isOne(token, of: "unless|where|save|except")
          && (token..<min(sentence.upperBound, token + 9)).contains {
            context.isOne($0, of: "otherwise|stated|given|shown|states|shows|gives|names|differently")
          }
      }
    }
  }

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
    // "available from go-live": the day is not known, and the term's first is not it.
    guard let open = timed.first(where: { $0.from <= .row && opensUnknown($0) }) else { return nil }
    return Outcome(
      validity: Validity(start: nil, end: resolver.term.end, basis: .term, text: context.text(open.tokens)),
      used: [open], isOpen: true)
  }

  /// Where only an end is said the grant runs from the term's start, if that is before it.
  /// "Credits can be used for five months from that date. Credits still there after five months are removed": the same
  /// length again, which counts from nothing that is named, says nothing new.
  private func withoutRepeats(_ attachments: [Attachment]) -> [Attachment] {
    guard attachments.contains(where: \.isUnreadTime) else { return attachments }
    var lengths: [CalendarDuration] = []
    for attachment in attachments {
      if case .time(let statement) = attachment.content, case .duration(let length, _?)? = statement.period {
        lengths.append(length)
      }
    }
    guard !lengths.isEmpty else { return attachments }
    return attachments.filter { attachment in
      guard attachment.isUnreadTime else { return true }
      let own = context.durations(in: attachment.tokens)
      return own.isEmpty || !context.dates(in: attachment.tokens).isEmpty
        || !own.allSatisfy { one in lengths.contains(one.duration) }
    }
  }

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
    if let open = timed.first(where: { $0.from <= .row && opensUnknown($0) }) {
      outcome.isOpen = true
      outcome.validity.text = context.text(open.tokens)
      return
    }
    if let start = candidate.start ?? resolver.grantStart, start <= end { outcome.validity.start = start }
  }

  /// Whether the deadline is one to order by: "must be requested by", "a statement of work signed within".
  /// `butCalls`: what is called, drawn or redeemed is used.
  func isOrdering(_ attachment: Attachment, butCalls: Bool = false) -> Bool {
    let words: Set<String> = [
      "ordered", "order", "requested", "booked", "scheduled", "registered", "created", "claimed", "issued", "signed",
      "executed", "redeemed", "activated", "reserved", "create", "request", "redeem", "register", "registers", "book",
      "orders", "books", "place", "places", "placed", "bookings", "booking", "registration", "registrations",
      "orders", "ordering", "enroll", "enrolls", "enrolled", "enrol", "enrols", "apply", "applies", "activate",
      "schedules", "requests", "assigned", "assign", "allocated", "allocate", "assignment", "activation", "drawn",
      "orderable", "bookable", "claimable", "reserve", "schedule", "scheduling", "redeemable", "commissioned", "called",
      "lodged",
      "collected", "downloaded", "fetched", "generated", "claim", "claims", "collect", "fetch", "download", "activates",
    ]
    let sentence = context.sentence(of: attachment.tokens.lowerBound)
    let low = max(sentence.lowerBound, attachment.tokens.lowerBound - 13)
    let calls: Set<String> = ["called", "drawn", "redeemed", "redeem", "redeemable", "claimed", "claim", "claims"]
    return (low..<attachment.tokens.lowerBound).contains {
      words.contains(context.folded($0)) && !(butCalls && calls.contains(context.folded($0)))
    }
  }

  func basis(_ point: TimePoint) -> Validity.Basis {
    switch point {
    case .after, .before, .anniversary, .shifted: .duration
    case .endOf(let period), .startOf(let period): basis(period)
    case .anchor(let key): key.hasPrefix("term") ? .term : .dates
    default: .dates
    }
  }

  func basis(_ period: TimePeriod) -> Validity.Basis {
    switch period {
    case .contractYears, .quarterOf: .contract_year
    case .term, .parts(_, _, _, .term): .term
    case .parts(_, _, _, let whole): basis(whole)
    case .duration, .first, .last: .duration
    default: .dates
    }
  }
}

extension CalendarDate {
  /// Before any date of a contract; for comparisons only.
  static let distantPast = CalendarDate(dayNumber: -700_000)
}
