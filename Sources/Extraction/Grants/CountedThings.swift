// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import ValueRecognition

/// Finds what is counted as grants are and goes by no name that a pack knows: "On-site staff training: 8 days", "6 hours
/// of guided onboarding", a row of so many seats. Whether it is granted nobody can say, but a person should look at it.
struct CountedThings {
  let context: DocumentContext

  /// The sentences and rows that count such things, each once, in text order.
  func places() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for value in context.values {
      guard case .quantity(let amount, let unit, _) = value.value, amount > 0 else { continue }
      let isTime = unit == "hour" || unit == "day"
      guard isTime || Self.units.contains(unit) else { continue }
      let place = place(of: value.tokens.lowerBound)
      guard place.count < 60, found.last != place, isTime ? countsWork(value.tokens, in: place) : true else { continue }
      if Self.members.contains(unit), !context.says([.free], in: place) { continue }
      if place.contains(where: { context.isOne($0, of: Self.asides) }) { continue }
      found.append(place)
    }
    return found
  }

  /// The sentence; of a table the whole row.
  private func place(of token: Int) -> Range<Int> {
    let block = context.stream.block(of: token)
    if context.isTableRow(block) { return context.stream.tokens(ofBlock: block) }
    return context.sentence(of: token)
  }

  /// "8 days of testing", "training: 8 days" in a list or table; not "within eight days", "8 days' notice".
  private func countsWork(_ tokens: Range<Int>, in place: Range<Int>) -> Bool {
    let end = tokens.upperBound
    func word(_ at: Int) -> String { place.contains(at) ? context.folded(at) : "" }
    // "Our packaging service works for you for eight hours", "a specialist spends up to 16 hours with your team"
    if place.contains(where: { context.isOne($0, of: Self.workers) }),
      place.contains(where: { context.isOne($0, of: Self.working) }), !place.contains(where: isOfOthers),
      !Self.delays.contains(word(tokens.lowerBound - 1)), !Self.delays.contains(word(tokens.lowerBound - 2))
    {
      return true
    }
    if Self.spans.contains(word(tokens.lowerBound - 1)) || Self.spans.contains(word(tokens.lowerBound - 2)) {
      return false
    }
    if word(end) == "of" { return !Self.spans.contains(word(end + 1)) }
    let before = word(tokens.lowerBound - 1)
    let isListed =
      before == ":" || before == "," || before == "-"
      || context.stream.tokens[tokens.lowerBound].flags.contains(.cellStart)
    return isListed
      && (end >= place.upperBound || Self.closing.contains(word(end))
        || context.stream.tokens[end].flags.contains(.cellStart))
  }

  private static let units: WordSet = [
    "session", "seat", "credit", "voucher", "exam", "class", "pass", "workshop", "course", "place", "bootcamp",
    "sandbox",
    "environment", "coupon", "webinar", "consultation", "accelerator", "person-day", "man-day", "person-hour",
    "man-hour", "gb", "user", "licence", "license",
  ]
  /// What is bought by the number: only where it is said to be free.
  private static let members: WordSet = ["user", "licence", "license", "seat", "place", "gb", "environment"]
  /// "within 12 hours", "16 hours weekly", "payable at": not work that is given.
  private func isOfOthers(_ token: Int) -> Bool { context.isOne(token, of: Self.others) }

  private static let others: WordSet = [
    "payable", "within", "weekly", "week", "own", "incident", "data", "unless", "renew", "renews", "renewal", "appoint",
    "appoints", "nominate", "nominates",
  ]
  private static let workers: WordSet = [
    "consultant", "consultants", "specialist", "specialists", "expert", "experts", "architect", "architects",
    "engineer",
    "engineers", "adviser", "advisers", "advisor", "advisors", "trainer", "trainers", "coach", "coaches", "technician",
    "technicians", "analyst", "analysts", "developer", "developers", "service", "services", "team", "staff",
    "strategist", "strategists",
  ]
  private static let working: WordSet = [
    "have", "work", "works", "spend", "spends", "help", "helps", "assist", "assists", "advise", "advises", "call",
    "draw",
    "disposal", "available", "entitled", "lend", "lends", "attend", "attends", "guide", "guides", "coach", "train",
    "trains", "visit", "visits", "consult", "deliver", "delivers", "perform", "performs", "time",
  ]
  private static let delays: WordSet = [
    "within", "after", "every", "than", "notice", "receipt", "delay", "before", "following", "until", "over", "next",
    "last", "least",
  ]
  private static let closing: WordSet = [",", ".", ";", "(", "@", "at", "-", "each", "per"]
  private static let spans: WordSet = [
    "within", "after", "every", "than", "next", "last", "than", "about", "in", "notice", "receipt", "the", "delay",
    "before", "following", "least", "for", "until", "over", "minimum", "invoice", "being", "any",
  ]
  /// What such clauses are about where nothing is granted.
  private static let asides: WordSet = [
    "notice", "invoice", "invoices", "invoiced", "payable", "outage", "severity", "response", "respond", "responds",
    "uptime", "availability", "downtime", "interest", "overdue", "arrears", "excess", "overage", "calendar", "business",
  ]
}
