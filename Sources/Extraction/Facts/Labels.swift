// SPDX-License-Identifier: GPL-3.0-or-later

/// What a label at the side of a value asks for.
enum LabelKind: Hashable {
  case orderNumber, amendmentNumber, customer, vendor, currency, termStart, termEnd, term, effectiveDate
  case agreementDate, governingLaw, billTo
  /// `Signed`, `Date of signature`: the day that counts where the document gives itself no other.
  case signedDate
  /// `Company`: the side that the other label leaves open.
  case company
  /// `From`, `Issued by`: who wrote the paper.
  case issuer
  /// `Valid from`, `Valid until`: the term's days where they stand together, else perhaps an offer's.
  case validFrom, validUntil
  /// `Replacement Date`: a day with a name of its own, where a term may begin.
  case namedDate
}

/// The labels that order forms and cover pages use, each with what it asks for. Words without signs.
enum LabelNames {
  static let kinds: [String: LabelKind] = {
    var kinds: [String: LabelKind] = [:]
    for (kind, names) in table {
      for name in names { kinds[name] = kind }
    }
    return kinds
  }()

  /// The words that names begin with.
  static let openers = WordSet(kinds.keys.compactMap { $0.split(separator: " ").first.map(String.init) })

  /// Longest name in words.
  static let longest = 5

  /// What a label asks for: by the names below, else by how such names are made.
  static func kind(_ words: String) -> LabelKind? { kinds[words] ?? made(words) }

  /// The same of words whose last is at hand: most words end no name, which then need not be taken apart.
  static func kind(_ words: String, last: String) -> LabelKind? {
    kinds[words] ?? (endings.contains(last) ? made(words) : nil)
  }

  /// `Coverage start`, `Begin of contract`, `Go-live term`: names that are made of a word for what lasts and one for
  /// its end.
  private static func made(_ words: String) -> LabelKind? {
    // `First day of the Subscription Period`
    let all = words.utf8.split(separator: 0x20).map { String(Substring($0)) }
    let parts = all.indices.filter { $0 == 0 || all[$0] != "the" || all[$0 - 1] != "of" }.map { all[$0] }
    guard (2...longest).contains(parts.count), let first = parts.first, let last = parts.last else { return nil }
    if parts.count >= 4, parts[1] == "day", lasting.contains(last) || last == "use" {
      return first == "first" ? .termStart : first == "last" ? .termEnd : nil
    }
    if parts.count == 3, parts[1] == "valid", lasting.contains(first) {
      // `Licence valid from`
      return last == "from" ? .termStart : ["to", "until", "through"].contains(last) ? .termEnd : nil
    }
    if let kind = party(parts) { return kind }
    if parts.contains(where: foreign.contains) { return nil }
    if let kind = numbering(parts) { return kind }
    if parts.count >= 3, ["of", "of the", "of this"].contains(parts[1]), lasting.contains(last) {
      if starts.contains(first) { return .termStart }
      if ends.contains(first) { return .termEnd }
      if ["term", "duration", "length"].contains(first) { return .term }
    }
    if parts.count >= 3, parts[1] == "of", ["use", "performance"].contains(last), ["term", "period"].contains(first) {
      return .term
    }
    if parts.count == 2, ["new", "renewed"].contains(first), ["term", "period"].contains(last) { return .term }
    if parts.count == 2, whole.contains(first), ["term", "period", "duration", "length"].contains(last) {
      return .term
    }
    if last == "dates", parts.dropLast().contains(where: lasting.contains) { return .term }
    if last == "date", parts.dropLast().allSatisfy(papers.contains) { return .agreementDate }
    if parts.count >= 3, parts[0] == "go", parts[1] == "live" || parts[1] == "live of", lasting.contains(last) {
      return .termStart
    }
    let bare = last == "date" || last == "on" || last == "day" ? parts.dropLast() : parts[...]
    guard let word = bare.last, bare.count >= 2 else {
      return last == "date" && parts.count == 2 ? .namedDate : nil
    }
    // `Start Date until`: the words of a sentence, no label.
    let isPaper = bare.dropLast().allSatisfy { papers.contains($0) || $0 == "call" || $0 == "off" }
    if bare.dropLast().contains(where: lasting.contains) || isPaper, !bare.dropLast().contains("date") {
      if starts.contains(word) { return .termStart }
      if ends.contains(word) { return .termEnd }
      if ["term", "period", "duration"].contains(word), bare.count == parts.count { return .term }
    }
    return nil
  }

  /// `Supplier company`, `Client entity`, `Buyer full legal name`: a role, and words for who fills it.
  private static func party(_ parts: [String]) -> LabelKind? {
    guard let first = parts.first, parts.dropFirst().allSatisfy(bodies.contains) else { return nil }
    if buyers.contains(first) { return .customer }
    return sellers.contains(first) ? .vendor : nil
  }

  private static let bodies: WordSet = [
    "company", "entity", "name", "legal", "full", "party", "organisation", "organization", "firm",
  ]
  private static let buyers: WordSet = [
    "customer", "client", "buyer", "purchaser", "subscriber", "licensee", "recipient", "orderer",
  ]
  private static let sellers: WordSet = [
    "vendor", "supplier", "provider", "seller", "licensor", "reseller", "contractor",
  ]

  /// `Deal desk ref`, `Our reference`, `Nettle reference`: a name of the document's own number, not of a customer's,
  /// a tax office's or a bank's.
  private static func numbering(_ parts: [String]) -> LabelKind? {
    guard let last = parts.last, ["ref", "reference"].contains(last) || ["no", "number", "id"].contains(last),
      !parts.contains(where: others.contains)
    else { return nil }
    if ["ref", "reference"].contains(last) { return .orderNumber }
    return parts.dropLast().contains(where: numbered.contains) ? .orderNumber : nil
  }

  /// `PO date`, `Work order date`: the words before say which paper.
  private static let papers: WordSet = [
    "po", "so", "wo", "sow", "cpo", "work", "order", "form", "purchase", "sales", "quote", "quotation", "award",
    "issue",
    "contract", "agreement", "amendment", "document", "deal", "letter", "schedule", "booking", "confirmation",
    "addendum", "delivery", "task", "change", "statement", "of",
  ]

  private static let numbered: WordSet = [
    "order", "deal", "document", "quote", "contract", "agreement", "offer", "addendum", "confirmation", "schedule",
    "letter", "proposal", "form",
  ]
  private static let others: WordSet = [
    "your", "customer", "client", "buyer", "purchase", "po", "vat", "tax", "bank", "invoice", "account", "company",
    "registration", "opportunity", "part", "payment", "phone", "fax", "product", "line", "item", "serial", "cross",
    "supplier", "master", "msa", "framework", "parent", "previous", "original", "prior", "amended", "related",
    "base", "price", "for", "of", "by", "this", "the", "in", "page", "amendment", "change", "register",
  ]

  /// The words that made names end in.
  private static let endings = WordSet(
    lastingWords + startWords + endWords + ["term", "duration", "length", "period", "date", "on", "day", "dates"]
      + [
        "ref", "reference", "no", "number", "id", "company", "entity", "name", "party", "organisation", "organization",
        "to",
      ])

  /// Words for what lasts, and what made names of numbers and parties end in: without one only a date is a made name.
  static let wordsOfMadeNames = WordSet(
    lastingWords + ["ref", "reference", "id", "entity", "affiliate", "duration", "length"])

  private static let lasting = WordSet(lastingWords)
  private static let lastingWords = [
    "contract", "order", "subscription", "subscriptions", "service", "services", "term", "licence", "license",
    "commitment", "coverage", "enrollment", "enrolment", "membership", "agreement", "period", "access", "schedule",
    "sow", "engagement", "tenure",
  ]
  private static let starts = WordSet(startWords)
  private static let startWords = [
    "start", "starts", "begin", "begins", "beginning", "commencement", "commences", "from", "inception", "activation",
    "opens",
  ]
  private static let ends = WordSet(endWords)
  private static let endWords = [
    "end", "ends", "expiry", "expires", "expiration", "until", "through", "termination", "conclusion", "closes",
  ]
  private static let whole: WordSet = [
    "agreed", "fixed", "total", "overall", "committed", "full", "whole", "firm", "basic",
  ]
  /// What makes a day or a period another's than the term's.
  private static let foreign: WordSet = [
    "support", "trial", "notice", "payment", "billing", "invoice", "due", "delivery", "offer", "quote", "signature",
    "signing", "signed", "print", "renewal", "warranty", "cure", "acceptance", "valid", "pilot", "review", "ship",
    "birth", "closing", "report", "credit", "redemption", "price", "proposal", "invoicing", "last", "ordered",
    "supplied", "provided", "delivered", "used", "granted", "paid",
    "throughout", "during", "within",
    // "The current term ends on …" in what renews it.
    "current", "existing", "present", "previous", "expiring", "former", "earlier", "original",
    // "three Contract Years as from" is a value.
    "years", "months", "days", "as",
  ]
}

/// A label with the value that stands beside or below it.
struct Label {
  var kind: LabelKind
  /// The label's own words.
  var name: Range<Int>
  var value: Range<Int>
}

extension Label {
  /// `Expires`, `Ends`: a word that says an end, not whose.
  func isBareEnd(_ context: DocumentContext) -> Bool {
    let words = context.words(name).filter { ![":", "."].contains($0) }
    return ["expires", "expires on", "expiry", "ends", "ends on", "end", "closes", "closes on", "last day"].contains(
      words.joined(separator: " "))
  }
}
