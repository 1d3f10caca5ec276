// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis

/// Finds what a document says of its term where no label and no set phrase gives it: in the title, in rows whose label
/// nobody foresaw, in sentences that say from when to when something is supplied.
struct TermStatements {
  let context: DocumentContext
  private let reader: TermSpanReader

  /// The title says that the document renews: then "the renewal term" is the term.
  let isRenewal: Bool

  init(_ context: DocumentContext, effective: CalendarDate?, signed: CalendarDate? = nil) {
    self.context = context
    isRenewal = context.words(0..<min(40, context.stream.count)).contains { ["renewal", "renewing"].contains($0) }
    reader = TermSpanReader(context: context, days: NamedDays(context, effective: effective), signed: signed)
  }

  struct Statement {
    var period: TermSpan
    var weight: Int
    var block: Int
    /// Running number of the sentence.
    var sentence: Int
    /// It speaks of a grant, a price or another stretch of time.
    var isOfOther = false
  }

  /// The first day that a range calls by its name.
  func namedDay(in range: Range<Int>) -> (date: CalendarDate, tokens: Range<Int>)? {
    reader.days.mentions(in: range).first.map { ($0.day, $0.tokens) }
  }

  /// What a label's value says.
  func labelled(_ value: Range<Int>) -> TermSpan {
    let value = value.prefixRange(60)
    let span = reader.period(in: value)
    // `Effective Date plus 36 months`
    guard span.start == nil, span.end == nil, span.months != nil else { return span }
    return reader.period(in: value, opens: true)
  }

  /// The term as the document says it most plainly. `documentDate` is the day of the document: a stretch that ended
  /// before is history.
  func read(documentDate: CalendarDate?, atLeast least: Int = 2) -> TermSpan? {
    best(documentDate: documentDate, atLeast: least)?.span
  }

  /// The same with its weight; 0 for what was put together from afar.
  func best(documentDate: CalendarDate?, atLeast least: Int = 2) -> (span: TermSpan, weight: Int)? {
    let all = statements().filter { statement in
      guard let documentDate, let end = statement.period.completed?.end else { return true }
      return end > documentDate
    }
    var best: (period: TermSpan, weight: Int)?
    func offer(_ period: TermSpan, _ weight: Int) {
      guard weight >= least, period.completed != nil, weight > best?.weight ?? 0 else { return }
      best = (period, weight)
    }
    for statement in all where statement.period.isComplete { offer(statement.period, statement.weight) }
    for (first, second) in zip(all, all.dropFirst()) where second.sentence - first.sentence <= 2 {
      guard first.block == second.block, !first.isOfOther, !second.isOfOther,
        !first.period.isComplete || !second.period.isComplete, !first.period.hasBothDays, !second.period.hasBothDays,
        !contradict(first.period, second.period)
      else { continue }
      let both = joined(first.period, second.period)
      // "Billing begins on 1 May. You have the use of it for three months": a while, put together, is no term.
      guard let whole = both.completed, whole.start.adding(months: 5) <= whole.end else { continue }
      offer(both, first.weight + second.weight)
    }
    if let best { return (best.period, best.weight) }
    return fromAfar(all, least).map { ($0, 0) }
  }

  /// Start and end, or start and length, from clauses that stand apart.
  private func fromAfar(_ all: [Statement], _ least: Int) -> TermSpan? {
    func most(_ isFit: (TermSpan) -> Bool) -> Statement? {
      var best: Statement?
      for statement in all where statement.weight >= least && isFit(statement.period) {
        if statement.weight > best?.weight ?? 0 { best = statement }
      }
      return best
    }
    let start = most { $0.start != nil }
    let end = most { $0.end != nil }
    let length = most { $0.months.map { $0 >= 6 } ?? false }
    guard start != nil || end != nil || length != nil else { return nil }
    let tokens = (start ?? end ?? length)?.period.tokens ?? 0..<0
    var period = TermSpan(tokens: tokens)
    period.start = start?.period.start
    period.end = end?.period.end
    period.months = length?.period.months
    if let start = period.start, let end = period.end, start.adding(months: 5) > end { period.end = nil }
    // A day alone may open anything.
    if period.end == nil, period.months == nil, (start?.weight ?? 0) < 4 { return nil }
    return period
  }

  /// Each gives a first or a last day, and not the same.
  private func contradict(_ a: TermSpan, _ b: TermSpan) -> Bool {
    a.start != nil && b.start != nil && a.start != b.start || a.end != nil && b.end != nil && a.end != b.end
  }

  private func joined(_ a: TermSpan, _ b: TermSpan) -> TermSpan {
    var period = a
    period.start = a.start ?? b.start
    period.end = a.end ?? b.end
    period.months = a.months ?? b.months
    return period
  }

  // MARK: Statements

  /// Every sentence that gives a day or a length, with how much it speaks of the term.
  private func statements() -> [Statement] {
    var found: [Statement] = []
    var last = -1
    for mention in times() {
      guard mention.lowerBound > last else { continue }
      let sentence = context.sentence(of: mention.lowerBound)
      let range = clause(of: mention.lowerBound, in: sentence)
      last = max(mention.upperBound, range.upperBound) - 1
      let label = self.label(before: sentence)
      var period = reader.period(in: range, opens: false)
      if period.start == nil { period.start = dayAfter(range) }
      var weights = TermWeights(context: context, isRenewal: isRenewal)
      if reader.signed != nil { weights.signing = SigningDay(context: context) }
      let weight = weights.weight(range, label: label, &period)
      if !period.isEmpty {
        found.append(
          Statement(
            period: period, weight: weight, block: context.stream.block(of: sentence.lowerBound),
            sentence: context.sentenceStarts.partition { $0 > sentence.lowerBound },
            isOfOther: weights.isOfOther(range)))
      }
    }
    return found + chains()
  }

  /// Days and lengths, and the words that call the day of signature where it is known, in text order.
  private func times() -> [Range<Int>] {
    let given: [Range<Int>] = context.values.compactMap { value in
      switch value.value {
      case .date, .duration: value.tokens
      default: nil
      }
    }
    guard reader.signed != nil, context.isOfOrderLength else { return given }
    let signing = SigningDay(context: context).mentions(in: 0..<context.stream.count)
    return signing.isEmpty ? given : (given + signing).sorted { $0.lowerBound < $1.lowerBound }
  }

  /// The day of signature, where a range calls it and nothing else.
  func signingDay(in range: Range<Int>) -> CalendarDate? {
    guard let signed = reader.signed, range.count <= 16, context.dates(in: range).isEmpty,
      context.durations(in: range).isEmpty, !SigningDay(context: context).mentions(in: range).isEmpty
    else { return nil }
    return signed
  }

  /// The part of a sentence between semicolons that a token stands in.
  private func clause(of token: Int, in sentence: Range<Int>) -> Range<Int> {
    let near = sentence.clamped(to: max(0, token - 70)..<(token + 90))
    var low = token
    while low > near.lowerBound, context.folded(low - 1) != ";" { low -= 1 }
    var high = token
    while high < near.upperBound, context.folded(high) != ";" { high += 1 }
    return low..<max(high, token + 1)
  }

  /// "opens on the day after": the day after the last one that was spoken of.
  private func dayAfter(_ range: Range<Int>) -> CalendarDate? {
    let words = context.words(range.prefixRange(24))
    guard let at = words.index(ofRun: "the day after") ?? words.index(ofRun: "the following day"),
      words[..<at].contains(where: { ["opens", "begins", "starts", "commences"].contains($0) }),
      !["the", "that"].contains(words[safe: at + 3] ?? "")
    else { return nil }
    let block = context.block(of: range.lowerBound)
    let before = max(block.lowerBound, range.lowerBound - 60)..<range.lowerBound
    return context.dates(in: before).last?.date.adding(days: 1)
  }

  /// The cell before it in the same row, or the first words of a line set apart from the rest.
  private func label(before sentence: Range<Int>) -> Range<Int> {
    let at = sentence.lowerBound
    let block = context.block(of: at)
    guard at > block.lowerBound else { return heading(over: at) }
    guard context.stream.tokens[at].flags.contains(.cellStart) else {
      // A later sentence of a cell has the same label.
      let first = (max(block.lowerBound, at - 60)..<at).last {
        context.stream.tokens[$0].flags.contains(.cellStart)
      }
      guard let first, first > block.lowerBound else { return heading(over: at) }
      return context.sentence(of: first - 1).prefixRange(8)
    }
    return context.sentence(of: at - 1).prefixRange(8)
  }

  private func heading(over token: Int) -> Range<Int> {
    // The title names the document, not what stands under it.
    guard let heading = context.outline.ancestors(of: context.stream.block(of: token)).first, heading > 2,
      context.outline.isHeading[heading]
    else { return 0..<0 }
    return context.stream.tokens(ofBlock: heading).prefixRange(10)
  }

  // MARK: Chains

  /// Stretches that follow one another without a gap, as years do over columns or down a table: together they are one.
  private func chains() -> [Statement] {
    var found: [Statement] = []
    for (index, blocks) in context.outline.tableBlocks.enumerated() where !blocks.isEmpty {
      let tokens =
        context.stream.tokens(ofBlock: blocks.lowerBound)
        .lowerBound..<context.stream.tokens(
          ofBlock: blocks.upperBound - 1
        ).upperBound
      if let chain = chain(blocks) ?? chainOfRows(TableCells(context, table: index)) {
        found.append(
          Statement(
            period: TermSpan(start: chain.start, end: chain.end, months: nil, tokens: tokens.prefixRange(1)), weight: 3,
            block: blocks.lowerBound, sentence: -2 * (index + 1)))
      }
    }
    return found
  }

  /// `1 May 2031 – 30 Apr 2032 | 1 May 2032 – 30 Apr 2033 | …`: two or more, each of a year at most.
  private func chain(_ blocks: Range<Int>) -> (start: CalendarDate, end: CalendarDate)? {
    var dates: [(date: CalendarDate, tokens: Range<Int>)] = []
    // A year that may be had is no part of the term.
    for block in blocks where dates.count < 64 && !isOption(block) {
      dates += context.dates(in: context.stream.tokens(ofBlock: block))
    }
    guard dates.count >= 4 else { return nil }
    let pairs = zip(dates, dates.dropFirst()).compactMap { first, second -> (CalendarDate, CalendarDate)? in
      guard second.tokens.lowerBound - first.tokens.upperBound <= 4, first.date < second.date,
        first.date.adding(months: 14) > second.date
      else { return nil }
      return (first.date, second.date)
    }
    return linked(pairs)
  }

  private func isOption(_ block: Int) -> Bool {
    context.stream.tokens(ofBlock: block).prefixRange(6).contains {
      context.isOne($0, of: "option|optional|options")
    }
  }

  /// A row of first days over a row of last days.
  private func chainOfRows(_ cells: TableCells) -> (start: CalendarDate, end: CalendarDate)? {
    guard cells.columns <= 14 else { return nil }
    func days(_ names: WordSet) -> [CalendarDate] {
      let row = cells.rows.first { row in
        guard let first = row.first(where: { !$0.isEmpty }) else { return false }
        return first.count <= 4 && first.contains { names.contains(context.folded($0)) }
      }
      return row?.compactMap { context.dates(in: $0).first?.date } ?? []
    }
    let starts = days(["from", "start", "starts", "begins", "opens", "first", "begin"])
    let ends = days(["to", "through", "until", "end", "ends", "closes", "last", "till"])
    guard starts.count == ends.count, starts.count >= 2 else { return nil }
    return linked(Array(zip(starts, ends)))
  }

  private func linked(_ pairs: [(CalendarDate, CalendarDate)]) -> (start: CalendarDate, end: CalendarDate)? {
    guard let first = pairs.first else { return nil }
    var end = first.1
    var count = 1
    for pair in pairs.dropFirst() where pair.0 == end.adding(days: 1) && pair.1 > pair.0 {
      end = pair.1
      count += 1
    }
    return count >= 2 ? (first.0, end) : nil
  }
}
