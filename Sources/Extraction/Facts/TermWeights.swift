// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Weighs how much a sentence with days in it speaks of the term of the document, and not of a grant, a price or the
/// past.
struct TermWeights {
  let context: DocumentContext
  /// "Renewal" speaks of the term.
  let isRenewal: Bool
  /// Where it is known when the paper was signed, words for that day say nothing against the term.
  var signing: SigningDay?

  private static let subjects: WordSet = [
    "term", "subscription", "subscriptions", "service", "services", "order", "contract", "agreement", "licence",
    "licences", "license", "licenses", "duration", "commitment", "enrollment", "enrolment", "arrangement", "addendum",
    "schedule", "laufzeit", "membership", "engagement", "subscribes", "subscribed", "access", "software", "platform",
  ]
  private static let deeds: WordSet = [
    "use", "uses", "supply", "supplies", "provide", "provided", "provides", "lets", "let", "run", "runs", "running",
    "covers", "cover", "subscribe", "subscribes", "taken", "takes", "lasts", "last", "switch", "lets", "hold", "holds",
    "begins", "starts", "commences", "began", "opens", "ends", "expires", "terminates", "ordered", "force", "covers",
    "duration", "buys", "licensed", "co",
  ]
  private static let labels: WordSet = [
    "term", "when", "duration", "period", "laufzeit", "validity", "runs", "length", "dates", "long", "services",
    "service", "subscription", "force", "start", "beginning", "valid", "contract", "order", "end", "performance",
    "licence", "license", "coverage", "about", "subject",
  ]
  /// What another stretch of time than the term goes with.
  private static let others: WordSet = [
    "pilot", "trial", "price", "prices", "offer", "discount", "discounts", "invoice", "invoices", "invoiced",
    "payment", "fund", "voucher", "vouchers", "warranty", "draft", "proposal", "promotion", "withdrawn", "rate",
    "rates", "credit", "credits", "pricing", "credits", "hours", "seats", "sandbox", "tenant", "tenants", "notice",
    "previous", "earlier",
    "former", "predecessor", "expired", "present", "renews", "renewal", "renewed", "prior", "optional", "option",
    "options", "workshop", "workshops", "training", "billed", "days", "sessions", "report", "reports", "availability",
    "hour", "unused", "redeem", "redeemed", "claim", "claims", "payable", "due", "interest", "liability", "fee", "fees",
    "rebate", "add", "purchase", "dated", "signed", "accepted", "quotation", "extended", "prolonged",
    "notify", "survive", "confidentiality", "ran", "had", "was", "confidential", "secret", "secrecy", "disclosure",
    "disclosed",
  ]

  private static let matters: WordSet = ["about", "subject", "re", "concerning", "concerns", "matter"]

  /// The sum of what speaks for it and what against. A year's own length is taken out of `period`.
  func weight(_ range: Range<Int>, label: Range<Int>, _ period: inout TermSpan) -> Int {
    let words = context.words(range)
    var weight = 0
    let yearAt = words.prefix(10).firstIndex(of: "year")
    // "renewed for one year, beginning on D" gives a length, "in year 1 from D" names a year.
    let isLength = yearAt.map { at in
      at >= 2 && ["one", "1", "a"].contains(words[at - 1]) && ["for", "of"].contains(words[at - 2])
    }
    if yearAt != nil, isLength != true, let months = period.months, months <= 12 { period.months = nil }
    let speaks = speaksOfSupply(Self.withoutAnchors(words))
    if speaks.subject { weight += 2 }
    if speaks.deed { weight += 1 }
    // A long sentence that speaks of neither gives the time of something else.
    if !speaks.subject, !speaks.deed, words.count > 14 { weight -= 1 }
    // "They may use them from … to …", further on: a grant's time.
    if !speaks.subject, label.isEmpty, range.lowerBound >= 160 { weight -= 1 }
    if let yearAt, let number = words[safe: yearAt + 1], number == "1" || number == "one" { weight += 2 }
    if !label.isEmpty {
      let names = context.words(label)
      if names.count <= 5, names.contains(where: Self.labels.contains) { weight += 2 }
      if names.contains(where: Self.others.contains) { weight -= 3 }
    }
    // `About: Harbour Cloud, from D1 to D2`: what the whole paper is about.
    if let first = words.first, Self.matters.contains(first), words[safe: 1] == ":", period.completed != nil {
      weight += 2
    }
    if words.contains("means"), let at = words.firstIndex(of: "term"), at <= 6 { weight += 2 }
    if period.start != nil, period.end != nil || period.months != nil { weight += 1 }
    // Right under the head of the document nothing else is likely to be meant.
    if range.lowerBound < 160, let whole = period.completed {
      weight += 1
      // `Re: the platform for the nurses, from D1 up to and including D2`: both days, and a year or more between them.
      if period.start != nil, period.end != nil, whole.start.adding(months: 11) < whole.end,
        !context.isTableRow(context.stream.block(of: range.lowerBound))
      {
        weight += 1
      }
    }
    if isOther(range, words) { weight -= 3 }
    if namesGrant(range) { weight -= 3 }
    return weight
  }

  /// Whether words name what has a term, and what is done for one.
  func speaksOfSupply(_ words: [String]) -> (subject: Bool, deed: Bool) {
    (words.contains(where: Self.subjects.contains), words.contains(where: Self.deeds.contains))
  }

  /// Words without those that only name the day which a time counts from, or where something stands: `Order Start
  /// Date`, `under this Order`.
  static func withoutAnchors(_ words: [String]) -> [String] {
    words.indices.filter { index in
      if words[safe: index + 2] == "date", edges.contains(words[safe: index + 1] ?? "") { return false }
      return index < 2 || !papers.contains(words[index]) || words[index - 1] != "this"
        || !["in", "under", "by"].contains(words[index - 2])
    }.map { words[$0] }
  }

  private static let papers: WordSet = ["order", "agreement", "contract", "schedule", "addendum"]

  private static let edges: WordSet = ["start", "end", "effective", "commencement", "expiry", "expiration"]

  /// Whether words speak of a price, a grant or something else that has a time of its own.
  func isOfOther(_ range: Range<Int>) -> Bool { speaksOfOther(range) || namesGrant(range) }

  /// "Prices are held for two years": the time is not the term's, whatever day it counts from.
  func holdsPrices(_ words: [String]) -> Bool {
    guard words.contains(where: Self.prices.contains) else { return false }
    let speaks = speaksOfSupply(Self.withoutAnchors(words))
    return !(speaks.subject && speaks.deed)
  }

  private static let prices: WordSet = [
    "price", "prices", "pricing", "priced", "rates", "fees", "discount", "discounts", "warranty", "warrants",
  ]

  /// Whether words name another stretch of time than the term.
  func speaksOfOther(_ range: Range<Int>) -> Bool { isOther(range, context.words(range)) }

  private func isOther(_ range: Range<Int>, _ words: [String]) -> Bool {
    var words = words
    if let days = signing?.mentions(in: range), !days.isEmpty {
      words = range.filter { token in !days.contains { $0.contains(token) } }.map { context.folded($0) }
    }
    return words.contains { Self.others.contains($0) && !(isRenewal && $0.hasPrefix("renew")) }
  }

  /// A kind of grant is named, other than a support plan.
  private func namesGrant(_ range: Range<Int>) -> Bool {
    context.names(in: range).contains { name in
      guard let kind = name.kind, !name.isWeak else { return false }
      return kind != "support_plan"
    }
  }
}
