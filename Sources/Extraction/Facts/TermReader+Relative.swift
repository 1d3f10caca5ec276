// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import ValueRecognition

/// Terms that hang on another day: `fourteen days after the Effective Date`, the day after the order that is renewed runs
/// out, the end of the order that is extended or that a further one ends with.
extension TermReader {
  /// `Start Date | fourteen days after the Effective Date`
  func relativeStart(_ value: Range<Int>) -> CalendarDate? {
    guard value.count <= 14, context.dates(in: value).isEmpty, let length = context.durations(in: value).first,
      let day = spans.namedDay(in: length.tokens.upperBound..<value.upperBound)
    else { return nil }
    let between = context.words(length.tokens.upperBound..<day.tokens.lowerBound)
    guard between.contains(where: { ["after", "from", "following"].contains($0) }) else { return nil }
    return day.date.adding(length.duration)
  }

  private static let running: WordSet = [
    "out", "last", "expires", "ends", "closes", "expire", "end", "expiry", "lapses", "runs", "expiring",
  ]
  private static let former: WordSet = [
    "renewing", "renewed", "previous", "present", "existing", "current", "replaced", "earlier", "prior", "former",
    "expiring", "predecessor", "old",
  ]
  /// No order speaks of the one before it further on.
  private static let reach = 3000

  /// "This order continues from the day after that order runs out and lasts for two years": both orders are spoken of,
  /// the earlier one with its last day.
  func afterFormer() -> (start: CalendarDate, months: Decimal?)? {
    let limit = min(context.stream.count, Self.reach)
    var at = 1
    while at < limit, let after = context.firstIndex(of: "after", in: at..<limit) {
      at = after + 1
      guard context.folded(after - 1) == "day" else { continue }
      let sentence = context.sentence(of: after).clamped(to: max(0, after - 40)..<(after + 40))
      let words = context.words(sentence)
      guard words.contains(where: { ["begins", "continues", "starts", "follows", "opens", "commences"].contains($0) }),
        context.dates(in: sentence).isEmpty, let end = formerEnd()
      else { continue }
      let months = context.durations(in: sentence).first { $0.duration.months.map { $0 >= 6 } ?? false }
      return (end.adding(days: 1), months?.duration.months)
    }
    return nil
  }

  /// The last day of the order that this one renews or replaces.
  private func formerEnd() -> CalendarDate? {
    for date in context.dates(in: 0..<min(context.stream.count, 900)) {
      let sentence = context.sentence(of: date.tokens.lowerBound)
        .clamped(to: max(0, date.tokens.lowerBound - 30)..<date.tokens.upperBound)
      let words = context.words(sentence)
      let isFormer =
        words.contains(where: Self.former.contains) || words.contains("your") && words.contains("subscription")
      if isFormer, words.suffix(9).contains(where: Self.running.contains) { return date.date }
    }
    return nil
  }

  /// An amendment by which the term "is extended by eighteen months": from the old start to the new end.
  func extended() -> (start: CalendarDate, end: CalendarDate)? {
    let head = 0..<min(context.stream.count, 1500)
    if let until = extendedUntil(head) { return until }
    let length = context.durations(in: head).first { length in
      let before = context.words(max(0, length.tokens.lowerBound - 7)..<length.tokens.lowerBound)
      return before.last == "by" && before.contains { ["extended", "lengthened", "prolonged", "extends"].contains($0) }
        && context.words(max(0, length.tokens.lowerBound - 16)..<length.tokens.lowerBound).contains("term")
    }
    guard let months = length?.duration.months?.wholeNumber, months > 0 else { return nil }
    let dates = context.dates(in: head)
    for (first, last) in zip(dates, dates.dropFirst()) {
      let gap = context.words(first.tokens.upperBound..<max(first.tokens.upperBound, last.tokens.lowerBound))
      guard gap.count <= 3, gap.contains(where: { ["to", "until", "through", "-", "–"].contains($0) }),
        first.date.adding(months: 6) < last.date
      else { continue }
      return (first.date, last.date.adding(days: 1).end(ofMonths: months))
    }
    return nil
  }

  /// "The term (1 May 2031 to 30 April 2033) is extended until 30 April 2035"
  private func extendedUntil(_ head: Range<Int>) -> (start: CalendarDate, end: CalendarDate)? {
    let dates = context.dates(in: head)
    for ((first, last), new) in zip(zip(dates, dates.dropFirst()), dates.dropFirst(2)) {
      let joint = context.words(first.tokens.upperBound..<max(first.tokens.upperBound, last.tokens.lowerBound))
      let gap = context.words(last.tokens.upperBound..<max(last.tokens.upperBound, new.tokens.lowerBound))
      guard joint.count <= 3, joint.contains(where: { ["to", "until", "through", "-", "–"].contains($0) }),
        gap.count <= 8,
        gap.contains(where: { ["extended", "prolonged", "lengthened"].contains($0) }),
        gap.last.map({ ["until", "to", "through", "till"].contains($0) }) ?? false, first.date < last.date,
        last.date < new.date
      else { continue }
      return (first.date, new.date)
    }
    return nil
  }

  /// `for “31 May 2031” read “31 May 2033”`: the day that an amendment puts in the place of the last one.
  func replaced(_ end: CalendarDate) -> CalendarDate? {
    let dates = context.dates(in: 0..<min(context.stream.count, 2000))
    for (old, new) in zip(dates, dates.dropFirst()) where old.date == end && new.date > end {
      let gap = context.words(old.tokens.upperBound..<max(old.tokens.upperBound, new.tokens.lowerBound))
      guard gap.count <= 5, gap.contains(where: { ["read", "substitute", "put", "insert"].contains($0) }),
        old.tokens.lowerBound > 0, context.isOne(old.tokens.lowerBound - 1, of: "for|replace")
      else { continue }
      return new.date
    }
    return nil
  }

  private static let mistakes: WordSet = [
    "error", "erroneous", "erroneously", "mistake", "misprint", "typo", "corrected", "correction", "incorrect", "wrong",
  ]

  /// `The End Date shown above is a clerical error and reads 31 May 2034`: the day that is right.
  func corrected(besides end: CalendarDate?) -> CalendarDate? {
    guard let end else { return nil }
    for date in context.dates(in: 0..<min(context.stream.count, 3000)) where date.date != end {
      let sentence = context.sentence(of: date.tokens.lowerBound)
        .clamped(to: max(0, date.tokens.lowerBound - 30)..<(date.tokens.upperBound + 12))
      let words = context.words(sentence)
      guard words.contains(where: Self.mistakes.contains),
        words.contains(run: "end date") || words.contains(run: "expiry date") || words.contains(run: "last day")
          || words.contains(run: "end of the term"),
        context.isOne(date.tokens.lowerBound - 1, of: "reads|read|be|is|to|namely|on")
      else { continue }
      return date.date
    }
    return nil
  }

  /// `Add-on End | together with the Base Order`
  func isTogether(_ value: Range<Int>) -> Bool {
    context.dates(in: value).isEmpty
      && context.words(value.prefixRange(8)).contains {
        ["together", "coterminous", "terminous", "same", "with"].contains($0)
      }
  }
}

extension TermReader {
  /// `Months | 36`
  func bareMonths(_ label: Label) -> Decimal? {
    guard label.value.count <= 2, context.words(label.name).contains("months"),
      case .number(let months)? = context.values(in: label.value).first?.value, (1...120).contains(months)
    else { return nil }
    return months
  }

  /// The third of start, end and months from the other two.
  static func complete(_ term: inout Term) {
    let months = term.months?.wholeNumber
    if let start = term.start, term.end == nil, let months, months > 0 { term.end = start.end(ofMonths: months) }
    if let end = term.end, term.start == nil, let months, months > 0 {
      term.start = end.adding(days: 1).adding(months: -months)
    }
    if let start = term.start, let end = term.end {
      guard start <= end else {
        // "ended on 30 April" of a former order is no end of one that begins on 1 May.
        term.end = months.flatMap { $0 > 0 ? start.end(ofMonths: $0) : nil }
        return
      }
      // Dates say more exactly what a rounded length says; where they do not come out even the text's length stands.
      if let exact = start.months(through: end) { term.months = Decimal(exact) }
    }
  }
}

extension CalendarDate {
  /// So many days, weeks, months or years on.
  func adding(_ duration: CalendarDuration) -> CalendarDate? {
    if let months = duration.months?.wholeNumber { return adding(months: months) }
    guard let amount = duration.amount.wholeNumber, !duration.isBusiness else { return nil }
    switch duration.unit {
    case .day: return adding(days: amount)
    case .week: return adding(days: amount * 7)
    default: return nil
    }
  }
}
