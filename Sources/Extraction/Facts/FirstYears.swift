// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// First contract years that are longer or shorter than twelve months: "the first Contract Year opens on the Start Date
/// and closes on 31 December 2032", "Contract Year 1 runs until 30 June 2031". Those behind it count on from its end.
struct FirstYears {
  let context: DocumentContext
  let places: FactPlaces

  func read(into knowledge: inout DocumentKnowledge) {
    guard knowledge.namedPeriods["year 1"] == nil, let start = knowledge.anchors["term_start"] else { return }
    for match in places.matches("contract_year") {
      guard let behind = isFirst(match), let end = end(behind, start), end > start.adding(months: 2),
        end < start.adding(months: 23), end != start.end(ofMonths: 12)
      else { continue }
      let last = knowledge.anchors["term_end"]
      var opening = start
      var closing = end
      for number in 1...12 {
        if let last, closing > last { closing = last }
        knowledge.namedPeriods["year \(number)"] = .between(.date(DateValue(opening)), .date(DateValue(closing)))
        guard last.map({ closing < $0 }) ?? (number < 3) else { return }
        opening = closing.adding(days: 1)
        closing = opening.end(ofMonths: 12)
      }
      return
    }
  }

  /// The token behind `the first Contract Year` or `Contract Year 1` where a clause opens with it.
  private func isFirst(_ match: PhraseMatch) -> Int? {
    let sentence = context.sentence(of: match.tokens.lowerBound)
    var open = match.tokens.lowerBound - 1
    var behind = match.tokens.upperBound
    if sentence.contains(open), context.folded(open) == "first" {
      open -= 1
      if sentence.contains(open), context.folded(open) == "the" { open -= 1 }
    } else if sentence.contains(behind), context.isOne(behind, of: "1|one") {
      behind += 1
    } else if let first = firstOne(behind, sentence) {
      behind = first
    } else {
      return nil
    }
    // A clause of its own, not "the fund for the first Contract Year".
    guard open <= sentence.lowerBound || context.isOne(open, of: ",|;|:|that|.|)") else {
      return nil
    }
    guard sentence.contains(behind), context.isOne(behind, of: Self.verbs) else { return nil }
    return behind
  }

  /// `"Contract Year": the first one lasts …`, `of the Contract Years the first is long and …`: past the words for it.
  private func firstOne(_ token: Int, _ sentence: Range<Int>) -> Int? {
    var at = token
    while sentence.contains(at), at < token + 3, context.isOne(at, of: ":|;|,|the|means|is") { at += 1 }
    guard at > token, sentence.contains(at), context.folded(at) == "first" else { return nil }
    at += 1
    if sentence.contains(at), context.isOne(at, of: "one|such") { at += 1 }
    return at
  }

  private static let verbs: WordSet = [
    "opens", "begins", "starts", "runs", "lasts", "is", "extends", "ends", "closes", "goes", "means",
    "comprises", "commences",
  ]
  private static let closers: WordSet = [
    "closes", "closed", "ends", "ended", "until", "to", "through", "ending", "closing", "till", "including",
  ]

  private static let lengths: WordSet = [
    "the", "a", "from", "long", "longer", "shorter", "extended", "shortened", "that", "to", "deemed",
  ]
  private static let money: WordSet = [
    "fee", "fees", "invoice", "invoices", "price", "prices", "free", "paid", "payable", "charge", "charges", "due",
    "discount", "discounted", "billed", "invoiced", "payment", "payments",
  ]

  /// The last day, which a word for an end introduces, and before which no other grant or party is spoken of.
  private func end(_ verb: Int, _ start: CalendarDate) -> CalendarDate? {
    let sentence = context.sentence(of: verb)
    let range = verb..<min(sentence.upperBound, verb + 24)
    // "is free of fees through 31 August"
    if context.folded(verb) == "is", verb + 1 < sentence.upperBound,
      !context.isOne(verb + 1, of: Self.lengths)
    {
      return nil
    }
    for found in context.dates(in: range) where found.date > start {
      let said = context.words(verb..<found.tokens.lowerBound)
      guard !said.contains(where: Self.money.contains), let last = said.last else { return nil }
      if Self.closers.contains(last) { return found.date }
      if ["on", "with", "at"].contains(last), let verb = said.dropLast().last, Self.closers.contains(verb) {
        return found.date
      }
    }
    return nil
  }
}

/// Days that a definition ties to the signatures: `"Order Form Date" is the date on which the last of the parties signed`.
struct SignedDays {
  let context: DocumentContext

  func read(into knowledge: inout DocumentKnowledge) {
    guard let signed = knowledge.anchors["signature_date"] else { return }
    for token in context.stream.tokens.indices where context.stream.tokens[token].flags.contains(.quoteBefore) {
      let near = token..<min(context.stream.count, token + 6)
      guard let close = near.first(where: { context.stream.tokens[$0].flags.contains(.quoteAfter) }),
        context.isOne(close, of: "date|day"), close > token
      else { continue }
      let name = context.words(token..<(close + 1)).joined(separator: " ")
      let sentence = context.sentence(of: token)
      let behind = context.words((close + 1)..<max(close + 1, min(sentence.upperBound, close + 26)))
      guard knowledge.definedDates[name] == nil, let verb = behind.first,
        ["means", "is", "shall", "being"].contains(verb),
        behind.prefix(8).contains(where: { ["date", "day"].contains($0) }),
        behind.contains(where: { ["signed", "signature", "signatures", "signs", "executed"].contains($0) }),
        behind.contains(where: { ["last", "later", "second", "latest", "both", "fully"].contains($0) }),
        !behind.contains(where: { ["after", "following", "before", "months", "days"].contains($0) })
      else { continue }
      knowledge.definedDates[name] = signed
    }
  }
}
