// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Collects what a document gives names of its own: dates ("the Target Launch Date"), amounts ("User Fees"), contract
/// years and fiscal years.
struct DefinedTermReader {
  let context: DocumentContext
  let places: FactPlaces

  func read(into knowledge: inout DocumentKnowledge) {
    let definitions = DefinitionReader(context: context)
    for token in context.quotes {
      guard let end = closing(token) else { continue }
      let range = token..<end
      guard let value = value(of: range), let term = definitions.terms(in: range).first, term.utf8.count > 2 else {
        continue
      }
      keep(term, value, &knowledge)
    }
    contractYear(&knowledge)
    if context.isOfOrderLength {
      FirstYears(context: context, places: places).read(into: &knowledge)
      SignedDays(context: context).read(into: &knowledge)
    }
    fiscalYear(&knowledge)
  }

  private func closing(_ token: Int) -> Int? {
    for end in token..<min(context.stream.count, token + 8) where context.stream.tokens[end].flags.contains(.quoteAfter)
    { return end + 1 }
    return nil
  }

  /// The term's value: in front of its bracket, or behind `means`.
  private func value(of range: Range<Int>) -> Value? {
    if let open = DefinitionReader(context: context).opening(before: range.lowerBound) {
      let from = max(context.sentence(of: open).lowerBound, open - 6)
      for value in context.values(in: from..<open).reversed() where value.tokens.upperBound >= open - 1 {
        return value.value
      }
    }
    var at = range.upperBound
    let limit = min(context.stream.count, at + 9)
    // Most terms have no value anywhere near.
    let reach = context.isOne(range.upperBound - 1, of: Self.feeNouns) ? 50 : 14
    guard !context.values(in: at..<min(context.stream.count, at + reach)).isEmpty else { return nil }
    var verb = false
    while at < limit {
      let word = context.folded(at)
      if Self.verbs.contains(word) {
        verb = true
        break
      }
      if word == "." || word == ";" || word == "(" { break }
      at += 1
    }
    guard verb else { return nil }
    for value in context.values(in: (at + 1)..<min(context.stream.count, at + 6)) {
      switch value.value {
      case .date, .money: return value.value
      default: continue
      }
    }
    // What has a value of its own further on is a sum of fees, not a fund or voucher.
    return at <= range.upperBound + 1 && context.isOne(range.upperBound - 1, of: Self.feeNouns)
      ? onlySum(behind: at) : nil
  }

  private static let feeNouns: WordSet = ["fees", "fee", "charges", "charge", "price", "prices", "base", "amount"]

  private static let verbs: WordSet = ["means", "is", "mean", "be", "are", ":", "="]

  /// "The “Core Fees” are what the products in lines 1 and 2 cost in a year, CAD 90,000": the only sum of its sentence.
  private func onlySum(behind verb: Int) -> Value? {
    let sentence = context.sentence(of: verb)
    guard sentence.count <= 60, sentence.contains(verb) else { return nil }
    let values = context.values(in: verb..<sentence.upperBound)
    let sums = values.filter { if case .money = $0.value { true } else { false } }
    let isShare = values.contains { if case .percent = $0.value { true } else { false } }
    return sums.count == 1 && !isShare ? sums[0].value : nil
  }

  private func keep(_ term: String, _ value: Value, _ knowledge: inout DocumentKnowledge) {
    switch value {
    case .date(let date):
      if let day = date.date, knowledge.definedDates[term] == nil { knowledge.definedDates[term] = day }
    case .money(let amount, _): if knowledge.definedAmounts[term] == nil { knowledge.definedAmounts[term] = amount }
    default: break
    }
  }

  // MARK: Years

  /// "Contract Year" counts from the effective date, or is the calendar year; the first day is worked out where the
  /// definition gives it.
  private func contractYear(_ knowledge: inout DocumentKnowledge) {
    for match in places.matches("contract_year") {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      let range = match.tokens.upperBound..<min(sentence.upperBound, match.tokens.upperBound + 36)
      let words = context.words(range)
      guard isDefinition(match, words) else { continue }
      if let at = words.index(ofRun: "calendar year"), !words[..<at].contains(where: Self.contrary.contains) {
        knowledge.contractYearIsCalendarYear = true
        return
      }
      // "The first Contract Year is free of fees through 31 August": a last day.
      let isLast: (Int) -> Bool = { context.isOne($0 - 1, of: "through|until|till|by") }
      if let date = context.dates(in: range).first, !isLast(date.tokens.lowerBound) {
        knowledge.contractYearStart = knowledge.contractYearStart ?? date.date
      }
      for name in context.names(in: range) where name.list == "anchor" {
        guard let entry = name.entry, let date = knowledge.anchors[entry] else { continue }
        knowledge.contractYearStart = knowledge.contractYearStart ?? date
      }
      if knowledge.contractYearStart != nil { return }
    }
  }

  /// "Whatever the calendar year": the contract year is another.
  private static let contrary: WordSet = [
    "not", "than", "regardless", "irrespective", "whatever", "unlike", "against", "independent",
  ]

  private func isDefinition(_ match: PhraseMatch, _ words: [String]) -> Bool {
    let isQuoted = match.tokens.contains {
      !context.stream.tokens[$0].flags.isDisjoint(with: [.quoteBefore, .quoteAfter])
    }
    let verb = words.prefix(6).firstIndex {
      ["means", "is", "goes", "runs", "counts", "begins", "starts"].contains($0)
    }
    // "at the end of the second contract year or on 31 December, whichever is later" defines nothing.
    guard let verb, !words[..<verb].contains(where: { ["or", "and", "whichever", "on", "by", "until"].contains($0) })
    else { return false }
    return isQuoted || words.count > 6
  }

  /// "Until the 31 December following its end": a day behind the year.
  private func isBehind(_ token: Int) -> Bool {
    token < context.stream.count && context.isOne(token, of: "following|after|next")
  }

  /// The last day of "Fiscal Year 2031 (07/01/2030-06/30/2031)".
  private func bracketed(_ range: Range<Int>) -> CalendarDate? {
    guard let open = range.prefix(6).first(where: { context.folded($0) == "(" }) else { return nil }
    let dates = context.dates(in: open..<min(range.upperBound, open + 14))
    guard dates.count == 2, dates[0].tokens.lowerBound == open + 1, dates[0].date.end(ofMonths: 12) == dates[1].date
    else { return nil }
    return dates[1].date
  }

  /// "every financial year, i.e. from April to March": whole months, the second right before the first.
  private func byMonths(_ range: Range<Int>) -> (month: Int, day: Int)? {
    for at in range.prefix(16) where at + 2 < range.upperBound && MonthNames.contains(context.folded(at)) {
      guard context.isOne(at + 1, of: "to|through|until|-|–"),
        let first = MonthNames.number(context.folded(at)), let last = MonthNames.number(context.folded(at + 2)),
        first % 12 == (last + 1) % 12, let opening = CalendarDate(year: 2001, month: first, day: 1)
      else { continue }
      let day = opening.adding(days: -1)
      return (day.month, day.day)
    }
    return nil
  }

  /// "Fiscal Year closes on June 30": the last day of a fiscal year.
  private func fiscalYear(_ knowledge: inout DocumentKnowledge) {
    for match in places.matches("fiscal_year_end") {
      let block = context.stream.block(of: match.tokens.lowerBound)
      // `Financial Year | A year ending on 30 June`: a row says it in its next cell.
      let isRow = context.isTableRow(block)
      let sentence =
        isRow ? context.stream.tokens(ofBlock: block) : context.sentence(of: match.tokens.lowerBound)
      let range = match.tokens.lowerBound..<min(sentence.upperBound, match.tokens.upperBound + 30)
      if let last = bracketed(range) {
        knowledge.fiscalYearEnd = (last.month, last.day)
        return
      }
      if let last = byMonths(range) {
        knowledge.fiscalYearEnd = last
        return
      }
      for value in context.values(in: range) {
        guard case .date(let date) = value.value, let month = date.month, let day = date.day,
          !isBehind(value.tokens.upperBound)
        else { continue }
        let before = context.words(max(range.lowerBound, value.tokens.lowerBound - 6)..<value.tokens.lowerBound)
        if before.contains(where: {
          ["ends", "end", "ending", "closes", "close", "closing", "to", "through", "until", "last"].contains($0)
        }) {
          knowledge.fiscalYearEnd = (month, day)
          return
        }
        if before.contains(where: {
          ["begins", "starts", "start", "from", "begin", "commences", "commence"].contains($0)
        }),
          let first = CalendarDate(year: 2001, month: month, day: day)
        {
          let last = first.adding(days: -1)
          knowledge.fiscalYearEnd = (last.month, last.day)
          return
        }
      }
    }
  }
}
