// SPDX-License-Identifier: GPL-3.0-or-later

/// What a label at the side of a value asks for.
enum LabelKind: Hashable {
  case orderNumber, amendmentNumber, customer, vendor, currency, termStart, termEnd, term, effectiveDate
  case agreementDate, governingLaw, billTo
  /// `Signed`, `Date of signature`: the day that counts where the document gives itself no other.
  case signedDate
  /// `Company`: the side that the other label leaves open.
  case company
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
    let parts = words.utf8.split(separator: 0x20).map { String(Substring($0)) }
    guard (2...longest).contains(parts.count), let first = parts.first, let last = parts.last else { return nil }
    if parts.count >= 4, parts[1] == "day", lasting.contains(last) || last == "use" {
      return first == "first" ? .termStart : first == "last" ? .termEnd : nil
    }
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
    if bare.dropLast().contains(where: lasting.contains), !bare.dropLast().contains("date") {
      if starts.contains(word) { return .termStart }
      if ends.contains(word) { return .termEnd }
      if ["term", "period", "duration"].contains(word), bare.count == parts.count { return .term }
    }
    return nil
  }

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
    "po", "so", "wo", "sow", "cpo", "work", "order", "form", "purchase", "sales", "quote", "quotation", "award", "issue",
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
      + ["ref", "reference", "no", "number", "id"])

  /// Words for what lasts, and what made names of numbers and parties end in: without one only a date is a made name.
  static let wordsOfMadeNames = WordSet(lastingWords + ["ref", "reference", "id", "entity", "affiliate"])

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

  private static let documents = [
    "order", "order form", "quote", "quotation", "contract", "agreement", "proposal", "sales order", "service order",
    "purchase order form", "ordering document", "subscription", "enrollment", "enrolment", "offer", "order schedule",
    "schedule", "document", "sow", "statement of work", "call off", "call off contract", "call off order", "work order",
    "delivery order", "task order",
  ]

  private static let table: [(LabelKind, [String])] = [
    (
      .orderNumber,
      documents.flatMap { name in
        ["number", "no", "nr", "id", "reference", "ref", "n°", "nº", "n", "code"].map { "\(name) \($0)" }
      }
        + documents + ["number", "no", "reference", "our reference", "our ref", "ref", "so number", "so no"]
    ),
    (
      .amendmentNumber,
      [
        "amendment number", "amendment no", "amendment id", "amendment reference", "change order number",
        "addendum number", "number of this amendment", "number of amendment", "order number of this amendment",
        "number of this addendum",
      ]
    ),
    (
      .customer,
      [
        "customer", "customer name", "customer legal name", "client", "client name", "subscriber", "licensee", "buyer",
        "purchaser", "enrolled affiliate", "enrolled entity", "institution", "ordering party", "purchasing entity",
        "customer legal entity", "client legal name", "subscriber name", "buyer name", "licensed to", "ordered by",
        "company name", "customer entity", "sold to", "prepared for", "member",
        "customer full legal name", "end user", "end customer", "contracting customer", "ordering entity",
        "ordering agency", "agency", "authority", "contracting authority", "service recipient", "recipient",
        "user organisation", "account", "account name", "customer account", "customer agency", "orderer", "ordered for",
    "university", "college", "council", "hospital", "school district", "purchasing organisation", "licensee name",
        "user organization", "you", "quoted to", "granted to", "supplied to", "provided to", "licenced to",
        "kunde", "auftraggeber", "kund", "acheteur", "cliente", "klant", "köpare", "afnemer",
      ]
    ),
    (
      .billTo,
      [
        "bill to", "to", "for", "billing company name", "ship to", "invoice to", "billed to", "deliver to",
        "ship bill to", "bill ship to", "sold bill to", "bill to ship to", "ship to bill to", "bill and ship to",
      ]),
    (
      .vendor,
      [
        "vendor", "supplier", "provider", "licensor", "seller", "vendor name", "supplier name", "service provider",
        "contracting entity", "contracting affiliate", "reseller", "contractor", "offered by", "prepared by company",
        "seller entity", "supplied by", "provided by", "provider name", "licensor name", "supplying entity",
        "distributor", "publisher", "we", "quoted by", "software house", "licensed by", "sold by", "issued by company",
        "lieferant", "auftragnehmer", "leverantör", "fournisseur", "proveedor", "leverancier", "anbieter",
      ]
    ),
    (
      .currency,
      [
        "currency", "quote currency", "billing currency", "order currency", "price currency", "money",
        "invoice currency", "denomination", "amounts", "all amounts", "prices", "all prices", "price in", "funds",
      ]
    ),
    (
      .termStart,
      [
        "contract", "order", "subscription", "service", "services", "term", "licence", "license", "support",
        "initial term",
      ]
      .flatMap { ["\($0) start", "\($0) start date", "\($0) commencement date", "\($0) begin date", "\($0) begins"] }
        + ["begins", "begins on", "starts", "starts on", "commences", "commences on", "begin date", "runs from"]
        + ["start date", "commencement date", "start", "start of term", "start of subscription", "go live date"]
        + [
          "commencement", "date of commencement", "commencement of term", "opens", "opens on", "opening", "opening day",
          "opening date",
          "go ahead", "starting date", "starting on", "start day",
          "services from", "service from", "live from", "first day", "active from", "activation", "activation date",
          "service begins on", "services begin", "services start", "services commence", "services begin on",
          "services start on", "go live of service", "go live of the service", "service goes live", "goes live", "go live",
          "in use from", "delivery from", "in effect from", "start of performance", "start of service",
          "start of services", "performance start", "hire from", "subscribed from", "licensed from",
          "subscription from", "contract from", "order from", "term from", "start of contract", "ingangsdatum",
          "add on start", "add on start date",
          "vertragsbeginn", "beginn", "startdatum",
          "start from",
        ]
    ),
    (
      .termEnd,
      [
        "contract", "order", "subscription", "service", "services", "term", "licence", "license", "support",
        "enrollment", "enrolment", "initial term",
      ].flatMap {
        [
          "\($0) end", "\($0) end date", "\($0) expiration", "\($0) expiration date", "\($0) expiry",
          "\($0) expiry date",
        ]
      }
        + ["expires", "expires on", "expiry", "ends", "ends on", "end", "runs until", "runs to"]
        + ["end date", "expiration date", "expiry date", "end of term", "end of subscription", "termination date"]
        + [
          "end day", "running until",
          "finish date", "finish", "closing day", "closing date", "closes", "closes on", "services to",
          "services until", "service to", "last day", "services end", "services expire", "services cease",
          "services end on", "delivery to", "active until", "end of performance", "end of service", "end of services",
          "performance end", "subscribed until", "licensed until", "runs through", "einddatum",
          "final day",
        ]
        + [
          "subscription to", "contract to", "order to", "term to", "add on end", "add on end date", "contracted to",
          "contracted until", "committed until", "vertragsende", "ende", "slutdatum",
        ]
    ),
    (
      .term,
      [
        "contract", "order", "subscription", "initial", "service", "licence", "license", "agreement", "add on",
        "commitment", "initial subscription",
      ].flatMap { ["\($0) term", "\($0) period"] } + [
        "term", "duration", "term months", "period", "contract duration", "term in months", "runs", "runs for",
        "subscription length", "term length", "period of supply", "supply period", "period of service",
        "length of term", "order duration", "subscription duration", "laufzeit",
        "tenure", "contract length", "term of contract", "term of order", "committed term", "commitment",
        "minimum term",
        "term of use", "period of use", "in force", "valid", "term of licence", "term of license", "contract runs",
        "order runs", "licence term", "addendum term", "services period", "length", "how long", "service dates",
        "base period", "base period of performance", "period of performance", "durée", "looptijd", "avtalstid",
        "start end", "start and end", "months", "number of months", "minimum duration", "shortest duration",
        "minimum period", "hire period", "lasts", "lasts for", "runs from to", "delivery period", "services dates",
        "subscription dates", "contract dates", "from to", "start date end date", "dates of service",
        "initial duration", "first term", "fixed term", "fixed period", "term and dates",
      ]
    ),
    (
      .effectiveDate,
      [
        "effective date", "order effective date", "order form effective date", "agreement effective date",
        "enrollment effective date", "amendment effective date", "contract effective date", "effective as of",
        "effective", "subscription effective date", "order effective", "takes effect", "becomes effective",
        "effect", "in force from", "binding from", "entry into force", "legal effect", "effect from", "operative from",
      ] + documents.map { "\($0) effective date" }
    ),
    (
      .agreementDate,
      [
        "date of agreement", "agreement date", "contract date", "order date", "quote date", "date of issue",
        "issue date", "date of contract", "dated", "date", "date of order", "amendment date", "quotation date",
        "date of quote", "agreed", "agreed on", "date of certificate", "schedule date", "call off date",
        "contract award date", "award date", "date of award", "agreement dated", "contract dated", "order dated",
        "issued", "issued on", "made on", "date made", "order placed", "order placed on", "ordered on", "ordered",
        "date issued", "date of issuance",
      ] + documents.map { "date of this \($0)" } + documents.map { "date of \($0)" }
    ),
    (
      .signedDate,
      [
        "signed", "signed on", "date signed", "signed date", "signature date", "signing date", "date of signature",
        "date of signing", "signing", "signature day", "date of signatures", "executed", "executed on",
        "execution date", "date of execution", "confirmed", "confirmed on", "accepted", "accepted on",
        "accepted and signed", "signed and accepted", "accepted and agreed", "agreed and signed", "order accepted",
        "order accepted on", "date of acceptance", "countersigned", "countersigned on", "paper signed",
        "papers signed", "signed by both", "signed by both parties", "signed by the parties", "signed by all parties",
        "both signed", "date signed by both parties", "concluded", "concluded on",
      ] + documents.flatMap { ["\($0) signed", "\($0) signed on"] }
    ),
    (.company, ["company", "the company"]),
    (.governingLaw, ["governing law", "applicable law", "law", "state of governing law"]),
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
