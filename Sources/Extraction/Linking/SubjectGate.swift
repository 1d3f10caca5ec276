// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Keeps from a grant what a sentence behind it says of something else: "The support contract with the previous vendor
/// ends on 31 March", "The licence fee amounts to EUR 90,000", "The auditors meet in May".
///
/// It judges sentences that follow a grant without a pronoun or a noun that points back; a word that may be another name
/// of the grant ("the pot", "each lot") lets them through.
struct SubjectGate {
  enum Verdict {
    case open
    /// Of a party that does something: what it does by a day is its own deadline.
    case deed
    /// Of the money alone: "The price is 30 % of …".
    case price
    /// Of money that has a name of its own: "Trainer's fees are to our account" may tell that a grant is free.
    case namedPrice
    case shut
  }

  private let context: DocumentContext
  private let candidates: [Candidate]
  /// What parties are called, and the last words of the names of these.
  private let parties: WordSet

  init(context: DocumentContext, knowledge: DocumentKnowledge, candidates: [Candidate]) {
    self.context = context
    self.candidates = candidates
    let names = knowledge.customerNames + knowledge.vendorNames
    parties = WordSet(Self.partyWords + names.compactMap { $0.split(separator: " ").last.map(String.init) })
  }

  /// What the sentence lets through; `isNamed` where it names the grant somewhere behind its subject.
  func verdict(on sentence: Range<Int>, topic: [Int], isNamed: Bool) -> Verdict {
    if !isNamed, opensWithParty(sentence) { return pointsBack(sentence) ? .open : .deed }
    guard let subject = SentenceSubject(sentence, in: context) else { return .open }
    let head = context.folded(subject.head).droppingPlural
    if isNamed {
      guard Self.others.contains(head), !isOwn(head, topic) else { return .open }
      // "The right to take the sessions ends with the year."
      if Self.rights.contains(head),
        (subject.head..<subject.verb).contains(where: { isOwn(context.folded($0).droppingPlural, topic) })
      {
        return .open
      }
      return subject.phrase.contains { isOwn(context.folded($0).droppingPlural, topic) } ? .open : .shut
    }
    if context.folded(subject.verb) == "means" { return .shut }
    if isParty(subject) { return pointsBack(sentence) ? .open : .deed }
    if isOwn(head, topic) { return .open }
    if Self.prices.contains(head) { return price(subject, topic) }
    // "No payment falls to be made for them."
    if Self.remunerations.contains(head), sentence.first.map({ context.isOne($0, of: "no") }) ?? false,
      sentence.contains(where: { context.isOne($0, of: Self.pronouns) || context.isOne($0, of: "therefor|therefore") })
    {
      return .price
    }
    if isClaim(head, sentence, topic) { return .open }
    // "Any claim not notified in time is forfeited": of damages, where nothing is claimed from a fund.
    if head == "claim", !topic.contains(where: { candidates[$0].kind.isFunded }) { return .shut }
    if Self.others.contains(head) || Self.papers.contains(head) {
      // "This right is remunerated by …": points back itself.
      if Self.rights.contains(head),
        subject.phrase.first.map({ context.isOne($0, of: "this|that|these|such") })
          ?? false
      {
        return .open
      }
      // "The right to them ends with …"
      let isTheirs = (subject.head..<subject.verb).contains { context.isOne($0, of: Self.pronouns) }
      return isTheirs ? .open : .shut
    }
    // "The balance of the deposit", "The first year of the project", "The deadline for objections"
    let isDeadline = Self.deadlines.contains(head)
    if isDeadline, subject.phrase.contains(where: { isOther(context.folded($0).droppingPlural) }) { return .shut }
    guard isDeadline || Self.shares.contains(head) else { return .open }
    guard let of = complement(behind: subject.head, in: sentence) else { return .open }
    return speaksOfOther(of, topic, isDeadline) ? .shut : .open
  }

  private static let claims: WordSet = ["invoice", "bill", "claim", "receipt", "statement", "project", "expense"]
  private static let handing: WordSet = [
    "reach", "reached", "sent", "received", "submitted", "presented", "filed", "registered", "closed", "completed",
    "approved", "carry", "bear", "handed", "hands", "delivered", "with", "lodged", "signed", "dated", "incurred",
    "rendered", "issued",
  ]

  /// "The partner's invoice is to be with us by 30 June": what is called from a fund has a day to be handed in by.
  private func isClaim(_ head: String, _ sentence: Range<Int>, _ topic: [Int]) -> Bool {
    Self.claims.contains(head) && topic.count == 1 && candidates[topic[0]].kind.isFunded
      && !context.dates(in: sentence).isEmpty && sentence.contains { context.isOne($0, of: Self.handing) }
      && !sentence.contains { context.isOne($0, of: "paid|pays|payable|due|interest") }
  }

  private static let rights: WordSet = ["right", "entitlement", "grant", "allowance", "benefit", "allotment"]

  /// Why a sentence with this verdict does not say this of the grant; nil where it may.
  func refusal(of content: Attachment.Content, _ verdict: Verdict) -> String? {
    switch (verdict, content) {
    case (.open, _), (.price, .fee), (.price, .feeEach), (.price, .feeShare), (.price, .free), (.price, .cap),
      (.price, .floor),
      (.namedPrice, .free):
      nil
    case (.deed, .time), (.deed, .unreadTime), (.deed, .unused(.extendable)):
      "it says by when or how long a party does something else"
    case (.deed, _): nil
    default: "its sentence speaks of something else"
    }
  }

  /// "No charge is made for hosting", "Customer pays nothing unless it asks": free is something else, or for a while.
  func isOfOther(free tokens: Range<Int>, in sentence: Range<Int>, topic: [Int]) -> Bool {
    // "They are covered by the fee for hosting" names what pays for them.
    guard !tokens.contains(where: { context.isOne($0, of: Self.within) }) else { return false }
    let next = tokens.upperBound
    let near = next..<max(next, min(sentence.upperBound, next + 7))
    // "They cost nothing and expire if not redeemed": the condition is of the other verb.
    let behind = near.prefix { !context.isOne($0, of: "and|but|;") }
    if behind.contains(where: { context.isOne($0, of: Self.conditions) }) { return true }
    let last = context.folded(next - 1)
    let reaches = Self.covering.contains(last) || ["for", "of"].contains(last)
    let of =
      reaches
      ? clause(from: next, in: sentence)
      : complement(behind: next - 1, in: sentence, within: 3)
    return of.map { speaksOfOther($0, topic, false) } ?? false
  }

  /// "All credits unused under it lapse on that day and are not brought into this Replacement Order": what an earlier
  /// order left.
  func isOfFormerOrder(_ sentence: Range<Int>) -> Bool {
    sentence.contains { token in
      guard context.isOne(token, of: Self.bringing) else { return false }
      let behind = (token + 1)..<max(token + 1, min(sentence.upperBound, token + 4))
      guard let into = behind.first(where: { context.isOne($0, of: "into|to|in") }) else { return false }
      let order = (into + 1)..<max(into + 1, min(sentence.upperBound, into + 4))
      return order.contains { context.folded($0) == "this" }
        && order.contains { context.isOne($0, of: Self.papers) || context.folded($0) == "form" }
    }
  }

  // MARK: Words

  private func isParty(_ subject: SentenceSubject) -> Bool {
    subject.phrase.count <= 4 && parties.contains(context.folded(subject.head))
  }

  /// "The parties speak about …", whatever the verb.
  private func opensWithParty(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, first + 1 < sentence.upperBound else { return false }
    let noun = context.isOne(first, of: "the|each|either") ? first + 1 : first
    // "Supplier's warranty for the results is …": of what belongs to it.
    if noun + 1 < sentence.upperBound, context.isOne(noun + 1, of: "'s|’s") { return false }
    guard parties.contains(context.folded(noun)) else { return false }
    // "The customer portal can be used …": of the portal.
    guard noun + 1 < sentence.upperBound, let subject = SentenceSubject(sentence, in: context) else { return true }
    return subject.head != noun + 1 || !Self.others.contains(context.folded(subject.head).droppingPlural)
  }

  /// One of the grants goes by this noun: "the hours", "the sandbox".
  private func isOwn(_ noun: String, _ topic: [Int]) -> Bool {
    topic.contains { index in
      let candidate = candidates[index]
      return candidate.quantity?.unit == noun || candidate.name.unit == noun
        || candidate.name.tokens.contains { context.folded($0).droppingPlural == noun }
    }
  }

  /// "The annual fee is …" speaks of the grant's; "The licence fee", "The price of the platform" of another's.
  private func price(_ subject: SentenceSubject, _ topic: [Int]) -> Verdict {
    let hasOther = (subject.phrase.lowerBound..<subject.verb).contains { token in
      let noun = context.folded(token).droppingPlural
      // "The list price …": no list.
      return token != subject.head && (isOther(noun) || Self.otherPrices.contains(noun))
        && !Self.plain.contains(noun) && !isOwn(noun, topic)
    }
    guard !hasOther else { return .shut }
    let isPlain = subject.phrase.dropLast().allSatisfy { token in
      let word = context.folded(token).droppingPlural
      return Self.plain.contains(word) || isOwn(word, topic)
    }
    return isPlain ? .price : .namedPrice
  }

  private func isOther(_ noun: String) -> Bool {
    Self.others.contains(noun) || Self.papers.contains(noun) || Self.products.contains(noun)
  }

  /// The words behind "of" or "for", up to the next comma, where these stand right behind a word, or a few on.
  private func complement(behind token: Int, in sentence: Range<Int>, within reach: Int = 1) -> Range<Int>? {
    let near = (token + 1)..<max(token + 1, min(sentence.upperBound, token + 1 + reach))
    guard let next = near.first(where: { context.isOne($0, of: "of|for|from") }),
      !near.prefix(while: { $0 < next }).contains(where: { context.isOne($0, of: Self.clauseEnds) })
    else { return nil }
    return clause(from: next + 1, in: sentence)
  }

  /// A few words up to the next comma; nil where there are none.
  private func clause(from token: Int, in sentence: Range<Int>) -> Range<Int>? {
    let words = token..<max(token, min(sentence.upperBound, token + 6))
    let end = words.first { context.isOne($0, of: Self.clauseEnds) } ?? words.upperBound
    return end > token ? token..<end : nil
  }

  /// Whether a complement is of something that is not the grant: one of the words for other things, or, where it has to
  /// be the grant's, any noun but its own, a length of time or a party.
  private func speaksOfOther(_ tokens: Range<Int>, _ topic: [Int], _ mustBeOwn: Bool) -> Bool {
    for token in tokens {
      let word = context.folded(token)
      let noun = word.droppingPlural
      if Self.demonstratives.contains(word) || isOwn(noun, topic) { return false }
      if mustBeOwn, Self.neutral.contains(noun) || parties.contains(word) { return false }
      if isOther(noun) { return true }
    }
    return mustBeOwn
  }

  private func pointsBack(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      let word = context.folded(token)
      if Self.pointers.contains(word) { return true }
      // "must place its order by …", not "speak about an order"
      return Self.uses.contains(word) && token > tokens.lowerBound
        && context.isOne(token - 1, of: Self.modals)
    }
  }

  private static let partyWords = [
    "customer", "client", "subscriber", "licensee", "buyer", "supplier", "vendor", "provider", "licensor", "seller",
    "contractor", "party", "parties", "company", "purchaser", "member", "reseller", "we", "you", "consultancy",
  ]
  private static let pronouns: WordSet = ["them", "it", "these", "those", "thereof"]
  private static let demonstratives: WordSet = [
    "them", "it", "these", "those", "such", "this", "that", "which", "either", "both", "use", "usage", "redemption",
    "booking", "consumption", "drawing", "call",
  ]
  /// What points back at a grant, and what is done with grants alone.
  private static let pointers: WordSet = [
    "them", "it", "these", "those", "such", "thereof", "this", "same", "both", "either", "unused", "left", "remaining",
    "balance", "rest", "validity", "redeem", "redeems", "redeemed", "drawn", "consumed", "booked", "used", "using",
    "spent", "draws", "books", "uses", "provides", "delivers", "performs", "makes", "supplies", "grants",
  ]
  private static let uses: WordSet = [
    "use", "book", "draw", "claim", "consume", "spend", "schedule", "call", "take", "fill", "attend", "exhaust",
    "retrieve", "avail", "order", "request", "place", "apply", "provide", "deliver", "perform", "make", "supply",
    "grant", "assign", "allocate", "activate", "select", "choose", "exercise", "hand", "finish", "complete",
  ]
  private static let modals: WordSet = [
    "shall", "must", "may", "can", "will", "to", "should", "not", "only", "cannot", "and", "or", "could",
  ]
  private static let shares: WordSet = [
    "balance", "remainder", "rest", "part", "portion", "amount", "share", "value", "validity", "end", "term", "use",
    "number", "year", "half", "quarter", "phase", "what", "whatever", "any", "all", "remain",
  ]
  private static let deadlines: WordSet = ["deadline", "date", "period", "window", "cut-off", "cutoff"]
  private static let conditions: WordSet = ["before", "unless", "if", "once"]
  private static let bringing: WordSet = ["brought", "carried", "taken", "transferred", "moved", "rolled"]
  private static let within: WordSet = [
    "included", "inclusive", "covered", "part", "within", "comprised", "contained", "ours", "folded", "inside", "paid",
  ]
  private static let covering: WordSet = [
    "covers", "cover", "includes", "include", "contains", "contain", "covering", "including",
  ]
  private static let clauseEnds: WordSet = [",", ";", ".", ":", "(", ")"]
  private static let neutral: WordSet = [
    "year", "term", "period", "duration", "month", "time", "quarter", "use", "whole", "entire", "life",
  ]
  /// Before "fee" or "charge": what is asked for beside any grant.
  private static let otherPrices: WordSet = [
    "bank", "wire", "transaction", "late", "cancellation", "delivery", "shipping", "courier", "reconnection",
    "processing", "administrative", "overage", "roaming", "reminder", "dunning", "customs", "import", "hosting",
    "transfer", "collection", "storage", "reactivation", "termination", "registration",
  ]
  private static let remunerations: WordSet = ["payment", "consideration", "remuneration", "compensation"]
  private static let prices: WordSet = ["fee", "price", "charge", "rate", "cost"]
  private static let plain: WordSet = [
    "the", "a", "an", "its", "their", "this", "that", "such", "any", "no", "total", "annual", "yearly", "monthly",
    "quarterly", "net", "list", "agreed", "fixed", "one", "off", "time", "single", "separate", "additional", "extra",
    "unit", "full", "regular", "normal", "usual", "respective", "corresponding", "hourly", "daily", "flat", "-", "our",
    "your", "special", "reduced", "discounted", "promotional", "whole", "recurring", "further", "other",
  ]
  private static let products: WordSet = [
    "subscription", "product", "cloud", "edition", "suite", "service", "seat", "hosting", "workshop", "project",
  ]
  private static let papers: WordSet = [
    "contract", "agreement", "order", "offer", "quote", "quotation", "proposal", "estimate", "policy", "notice",
    "invoice", "statement", "report", "notification", "licence", "license", "amendment", "annex", "exhibit", "section",
    "clause", "paragraph", "provision", "document", "certificate", "signature", "letter", "memo", "law", "circular",
  ]
  /// People, places, things and happenings that no grant is another name of.
  private static let others: WordSet = [
    "manager", "officer", "director", "employee", "staff", "personnel", "team", "administrator", "admin",
    "representative", "contact", "sponsor", "committee", "board", "affiliate", "subcontractor", "auditor",
    "supervisor", "secretary", "lawyer", "successor", "counsel", "department", "council", "shareholder",
    "platform", "software", "system", "server", "portal", "site", "office", "helpdesk", "desk", "hotline", "datacentre",
    "datacenter", "centre", "center", "backup", "data", "database", "record", "equipment", "hardware", "device",
    "tablet", "card", "version", "release", "module", "interface", "integration", "network", "connection", "building",
    "room", "premises", "maintenance", "export", "migration", "deployment", "installation", "cutover", "payment",
    "instalment", "installment", "discount", "tax", "vat", "interest", "deposit", "salary", "expense", "liability",
    "insurance", "indemnity", "penalty", "guarantee", "warranty", "remuneration", "meeting", "audit", "review",
    "acceptance", "negotiation", "project", "rollout", "holiday", "vacation", "outage", "downtime", "obligation",
    "duty", "confidentiality", "right", "dispute", "privacy", "security", "password", "login", "logo", "press",
    "newsletter", "travel", "parking", "setup", "objection", "result", "change", "addition", "defect", "complaint",
    "cookie", "cap", "ceiling", "surcharge", "link", "url", "trial", "demo", "offence", "filing", "registration",
    "limitation", "visa", "permit", "badge", "key", "domain", "job", "increase", "uplift", "rebate", "instruction",
    "delivery", "passport", "list", "mileage", "plan", "schedule", "timetable", "kickoff",
    "workshop", "file", "folder", "image", "recording", "ticket", "incident", "log", "attachment", "snapshot", "bin",
    "off", "email", "mail", "message",
  ]
}
