// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Reads start, end and length of the term: from labels, from sentences, from the spans of line items; the third of
/// the three is worked out where two are known.
struct TermReader {
  let context: DocumentContext
  let places: FactPlaces
  /// The same in other words.
  let spans: TermStatements

  /// Lines that an amendment adds begin when it does, not with the term.
  let isAmendment: Bool

  /// The days of the paper itself.
  var own = OwnDays()

  /// A stretch that the document calls its year or period.
  let named: Period?

  init(
    context: DocumentContext, places: FactPlaces, effective: CalendarDate?, isAmendment: Bool = false,
    named: Period? = nil, signed: CalendarDate? = nil
  ) {
    self.isAmendment = isAmendment
    self.named = named
    self.context = context
    self.places = places
    spans = TermStatements(context, effective: effective, signed: signed)
  }

  /// The term of an order: labels first, then sentences, then lines.
  func order(_ labels: [Label], lineItems: [LineItem], effective: CalendarDate?, documentDate: CalendarDate?) -> Term {
    var term = Term()
    var isTogether = false
    if isAmendment, let whole = extended() { (term.start, term.end) = whole }
    for label in labels {
      switch label.kind {
      case .termStart:
        term.start =
          term.start ?? context.dates(in: label.value).first?.date ?? relativeStart(label.value)
          ?? monthAfter(label.value, own) ?? spans.signingDay(in: label.value)
      case .termEnd where self.isTogether(label.value): isTogether = true
      case .termEnd:
        fill(&term, fromEnd: label.value)
        // `Expires` alone may be an offer's: it is the term's only where a start is known.
        if label.isBareEnd(context) { continue }
        term.end = term.end ?? context.dates(in: label.value).first?.date
      // A column headed `Period` may be that of one year.
      case .term where !Self.otherTerms.contains(context.words(label.name).first ?? ""):
        fill(&term, from: label.value)
        if term.months == nil { term.months = bareMonths(label) }
      default: break
      }
    }
    if isTogether, let whole = spans.best(documentDate: documentDate)?.span.completed { term.end = whole.end }
    if term.start == nil, term.end == nil, !isAmendment, let next = renewed() {
      term.start = next.start
      term.months = Decimal(next.months)
    }
    if term.start == nil, term.end == nil, let next = afterFormer() {
      term.start = next.start
      term.months = term.months ?? next.months
    }
    fillFromNamedDays(&term, labels)
    if let corrected = corrected(besides: term.end) { term.end = corrected }
    fillFromBareSpan(&term)
    let isLabelled = term.start != nil || term.end != nil || term.months != nil
    let labelled = LabelledDays(start: term.start, end: term.end)
    let isStated = places.matches("term").contains { places.gives($0, "form") == "stated" }
    if term.start == nil || term.end == nil && term.months == nil { fillFromSentences(&term, effective: effective) }
    if term.end == nil, term.months == nil {
      for label in labels where label.kind == .term { fill(&term, from: label.value) }
    }
    if isAmendment, !isLabelled, !isStated, let found = spans.best(documentDate: documentDate, atLeast: 4),
      found.weight >= 4,
      let whole = found.span.completed
    {
      (term.start, term.end) = whole
    }
    if term.end == nil, term.months == nil || term.start == nil { fill(&term, fromSpansOf: lineItems) }
    if let named, term.start == nil, term.end == nil, !isAmendment { (term.start, term.end) = (named.start, named.end) }
    if !isAmendment { fillFromAnchors(&term, own) }
    if term.start == nil, term.end == nil, !isAmendment, let years = calendarYears() {
      (term.start, term.end) = years
    }
    fillFromStatements(&term, documentDate)
    if !isLabelled, lineItems.allSatisfy({ $0.start == nil }) { widen(&term, documentDate) }
    if term.start == nil, term.end == nil || term.months == nil { term.start = effective }
    Self.complete(&term)
    widenByHeadDays(&term, labelled: labelled, documentDate: documentDate)
    if isAmendment, let end = term.end, let later = replaced(end) {
      term.end = later
      term.months = nil
      Self.complete(&term)
    }
    return term
  }

  /// `Subscription Term: 12 months` over `15-Oct-2031 to 14-Oct-2032`: a line of two days as far apart as the label says.
  private func fillFromBareSpan(_ term: inout Term) {
    guard term.start == nil, term.end == nil, let months = term.months?.wholeNumber, months > 0 else { return }
    for segment in context.headSegments where segment.tokens.count <= 14 {
      let dates = context.dates(in: segment.tokens)
      guard dates.count == 2, dates[0].tokens.lowerBound == segment.tokens.lowerBound,
        dates[0].date.end(ofMonths: months) == dates[1].date
      else { continue }
      (term.start, term.end) = (dates[0].date, dates[1].date)
      return
    }
  }

  /// `36 months`, `August 1, 2025 through July 31, 2026 (twelve months)`.
  private func fill(_ term: inout Term, from value: Range<Int>) {
    // `from the Kick-off Date until …`: a day by its name.
    let span = spans.labelled(value)
    if span.completed != nil, context.dates(in: value).count < 2 {
      term.start = term.start ?? span.start
      term.end = term.end ?? span.end
    }
    let dates = context.dates(in: value)
    if dates.count >= 2, dates[0].date < dates[1].date {
      term.start = term.start ?? dates[0].date
      term.end = term.end ?? dates[1].date
    }
    if term.months == nil, let months = span.months ?? context.durations(in: value).first?.duration.months {
      term.months = months
    }
  }

  /// `Expiry | the day before the third anniversary of the Start Date`
  private func fill(_ term: inout Term, fromEnd value: Range<Int>) {
    guard term.end == nil, context.dates(in: value).isEmpty, let whole = spans.labelled(value).completed else { return }
    term.start = term.start ?? whole.start
    term.end = whole.end
  }

  /// A longer time that the document says more plainly, and in which the one found lies: that was a grant's.
  private func widen(_ term: inout Term, _ documentDate: CalendarDate?) {
    Self.complete(&term)
    guard let start = term.start, let end = term.end, let found = spans.best(documentDate: documentDate),
      found.weight >= 3, let whole = found.span.completed, whole.start <= start, end <= whole.end,
      whole.start.adding(months: 120) > whole.end, whole != (start, end)
    else { return }
    (term.start, term.end) = whole
    term.months = found.span.months
  }

  /// What is still missing, from whatever else the document says of its term.
  private func fillFromStatements(_ term: inout Term, _ documentDate: CalendarDate?) {
    let known = [term.start != nil, term.end != nil, term.months != nil].filter { $0 }.count
    guard known < 2, let found = spans.read(documentDate: documentDate) else { return }
    if let whole = found.completed, term.start == nil || term.start == whole.start || term.months == nil,
      term.end == nil || term.end == whole.end
    {
      term.start = whole.start
      term.end = whole.end
      term.months = found.months ?? term.months
      return
    }
    if term.start == nil { term.start = found.start }
    if term.end == nil, term.months == nil { term.end = found.end }
    if term.end == nil, term.months == nil { term.months = found.months }
    if let start = term.start, let end = term.end, start >= end { term.end = nil }
  }

  private func fill(_ term: inout Term, fromSpansOf items: [LineItem]) {
    let spans = items.compactMap { item in item.start.flatMap { start in item.end.map { (start, $0) } } }
    guard let start = spans.map(\.0).min(), let end = spans.map(\.1).max() else { return }
    term.start = term.start ?? start
    if term.months == nil { term.end = term.end ?? end }
  }

  // MARK: Sentences of orders

  /// "The term began on … and closes on …", "runs from … to …", "for twelve months from …".
  private func fillFromSentences(_ term: inout Term, effective: CalendarDate?) {
    for match in places.matches("term") where Self.forms.contains(places.gives(match, "form") ?? "") {
      if isOfGrant(match) || isOnlyAnchor(match) || isDayName(match) || spans.isRenewal && isPresent(match) { continue }
      if places.gives(match, "form") == "heading", !opensBlock(match.tokens.lowerBound) { continue }
      if places.gives(match, "form") == "point", !speaksOfTerm(match) { continue }
      let range = stretch(match)
      let dates = context.dates(in: range)
      let durations = context.durations(in: range).filter { $0.duration.months != nil }
      if dates.count >= 2, dates[0].date < dates[1].date {
        // "which was to end on 31 May 2031, is extended and now ends on 31 May 2032"
        let between = context.words(dates[0].tokens.upperBound..<dates[1].tokens.lowerBound)
        let before = context.words(max(range.lowerBound, dates[0].tokens.lowerBound - 4)..<dates[0].tokens.lowerBound)
        let isMoved =
          between.contains { ["extended", "prolonged", "lengthened", "moved"].contains($0) }
          && before.contains { ["end", "ended", "expire", "expired", "close", "lapse", "terminate"].contains($0) }
        if !isMoved { term.start = term.start ?? dates[0].date }
        term.end = term.end ?? dates[1].date
      } else if let date = dates.first {
        let before = context.words(max(range.lowerBound, date.tokens.lowerBound - 4)..<date.tokens.lowerBound)
        if before.contains(where: Self.opening.contains), !closesLast(before) {
          term.start = term.start ?? date.date
          // "for the year from 1 May"
          let isYear = before.contains("year") && context.words(match.tokens).prefix(3).contains("year")
          term.months = term.months ?? durations.first?.duration.months ?? (isYear ? 12 : nil)
        } else if before.contains(where: { Self.closing.contains($0) || Self.ending.contains($0) }) {
          term.end = term.end ?? date.date
          // "runs for two years, to 30 June 2033"
          if let length = durations.first, length.tokens.upperBound <= date.tokens.lowerBound,
            date.tokens.lowerBound - length.tokens.upperBound <= 6
          {
            term.months = term.months ?? length.duration.months
          }
        }
      } else if let duration = durations.first {
        term.months = term.months ?? duration.duration.months
      }
      if term.start != nil, term.end != nil || term.months != nil { return }
    }
  }

  /// "commencing from the Effective Date and expiring on": of two words that tell a day the last counts.
  private func closesLast(_ words: [String]) -> Bool {
    guard let close = words.lastIndex(where: Self.ending.contains) else { return false }
    return close > words.lastIndex(where: Self.opening.contains) ?? -1
  }

  private static let ending: WordSet = [
    "until", "ending", "ends", "expires", "expiring", "terminates", "terminating", "till", "finishing", "finishes",
    "closing", "closes",
  ]
  /// `Period` may be that of one year, `Previous term` is that of another order.
  private static let otherTerms: WordSet = [
    "period", "valid", "validity", "expiring", "previous", "prior", "former", "old", "earlier", "expired",
  ]
  private static let forms: WordSet = ["order", "point", "heading", "stated"]

  /// "They begin with the term and expire on …": what begins so is not the term.
  private func isOnlyAnchor(_ match: PhraseMatch) -> Bool {
    context.words(max(0, match.tokens.lowerBound - 2)..<match.tokens.lowerBound).contains("with")
  }

  /// "The current term ends on …" in what renews it.
  private func isPresent(_ match: PhraseMatch) -> Bool {
    context.words(max(0, match.tokens.lowerBound - 2)..<match.tokens.upperBound).contains {
      ["current", "present", "existing", "expiring", "previous"].contains($0)
    }
  }

  /// The phrase's sentence from the phrase on; where that is a run-in heading ("Term."), the sentence behind it.
  private func stretch(_ match: PhraseMatch) -> Range<Int> {
    var end = context.sentence(of: match.tokens.lowerBound).upperBound
    // "… valid for the Subscription Term." ends a sentence: what follows is said of something else.
    if end - match.tokens.upperBound <= 2, end < context.stream.count,
      match.tokens.lowerBound - context.sentence(of: match.tokens.lowerBound).lowerBound <= 4,
      context.stream.block(of: end) == context.stream.block(of: match.tokens.lowerBound)
    {
      end = context.sentence(of: end).upperBound
    }
    return match.tokens.lowerBound..<max(match.tokens.upperBound, min(end, match.tokens.upperBound + 40))
  }

  /// The first words of a paragraph, a number before them allowed: `4.1 Term.`
  private func opensBlock(_ token: Int) -> Bool {
    let start = context.stream.tokens(ofBlock: context.stream.block(of: token)).lowerBound
    return (max(start, token - 5)..<token).allSatisfy { !context.isWord($0) } && token - start <= 5
  }

  /// "It starts on …": the words before name the order, the term, or what was just spoken of.
  private func speaksOfTerm(_ match: PhraseMatch) -> Bool {
    let sentence = context.sentence(of: match.tokens.lowerBound)
    return context.words(max(sentence.lowerBound, match.tokens.lowerBound - 10)..<match.tokens.lowerBound).contains {
      ["it", "term", "subscription", "subscriptions", "order", "services", "service", "period", "agreement"].contains(
        $0)
    }
  }

  static let opening: WordSet = [
    "from", "commencing", "commences", "commence", "beginning", "begins", "begin", "began", "starting", "starts",
    "start", "started", "date", "opens", "effective",
  ]
  static let closing: WordSet = [
    "through", "until", "to", "on", "ending", "ends", "end", "closes", "expires", "expire", "expiring", "terminates",
    "terminate", "till", "including", "closing", "upon", "at", "by", "finishing", "finishes",
  ]
}
