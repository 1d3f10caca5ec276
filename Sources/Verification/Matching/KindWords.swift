// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
import Ingestion
import InventoryModel

/// How clauses speak of a kind that they do not name: "a product coach meets Customer's team for six sessions", "the API
/// may be called 40,000 times a day", "Vendor trains 30 employees".
struct KindWords {
  /// Beginnings of words of which one at least must stand in the clause.
  let topics: [String]
  /// What is counted, with the unit that it stands for.
  let units: [String: String]
  /// Of kinds that are sums: beginnings of words of which one must stand there as well.
  var gifts: [String] = []

  static func of(_ kind: Kind) -> KindWords? { table[kind.rawValue] }

  /// Whether a clause speaks of the kind.
  func speaks(_ clause: ContractClause) -> Bool {
    let words = NameMatch.words(clause.evidence.quote)
    func has(_ beginnings: [String]) -> Bool {
      words.contains { word in beginnings.contains { word.hasPrefix($0) } }
    }
    return has(topics) && (gifts.isEmpty || has(gifts))
  }

  /// The amount as the kind counts it; nil where it counts something else.
  func quantity(_ amount: ClauseAmount) -> Quantity? {
    guard var quantity = amount.quantity, !amount.isTime else { return nil }
    if let own = quantity.unit {
      guard let unit = units[own] else { return nil }
      quantity.unit = unit
      return quantity
    }
    for (index, noun) in amount.nouns.enumerated() {
      let word = noun.hasSuffix("s") && noun.utf8.count > 3 ? String(noun.dropLast()) : noun
      if let unit = units[word] ?? units[noun] {
        quantity.unit = unit
        return quantity
      }
      // "Ten of its", "six (6) two-hour".
      if index > 2 || ["and", "or", ",", ".", ";", "within"].contains(noun) { return nil }
    }
    return nil
  }

  private static let people = [
    "participant", "attendee", "employee", "delegate", "learner", "person", "people", "user", "member", "candidate",
    "administrator", "trainee", "student", "colleague",
  ]

  private static func units(_ own: [String: String], people unit: String? = nil) -> [String: String] {
    guard let unit else { return own }
    return people.reduce(into: own) { $0[$1] = unit }
  }

  private static let table: [String: KindWords] = [
    "accelerator": KindWords(
      topics: ["coach", "expert", "accelerat", "workshop", "clinic", "mentor", "architect", "specialist"],
      units: [
        "session": "session", "workshop": "session", "accelerator": "session", "clinic": "session",
        "engagement": "session", "meeting": "session", "appointment": "session", "time": "session",
      ]),
    "training_credit": KindWords(
      topics: ["train", "course", "class", "instruct", "educat", "academ", "seminar", "learn", "tuition", "lesson"],
      units: units(
        [
          "credit": "credit", "unit": "credit", "pass": "pass", "voucher": "voucher", "day": "day", "seat": "seat",
          "place": "seat", "spot": "seat", "class": "class", "course": "class",
        ], people: "seat")),
    "certification_voucher": KindWords(
      topics: ["exam", "certif"],
      units: units(
        [
          "exam": "exam", "voucher": "exam", "attempt": "exam", "sitting": "exam", "code": "exam", "test": "exam",
          "entry": "exam", "time": "exam", "certification": "exam", "examination": "exam", "registration": "exam",
        ], people: "exam")),
    "sandbox": KindWords(
      topics: ["sandbox", "test", "stag", "acceptance", "production", "nonproduction", "development"],
      units: [
        "sandbox": "sandbox", "environment": "sandbox", "tenant": "sandbox", "system": "sandbox",
        "instance": "sandbox", "org": "sandbox", "sandboxe": "sandbox", "stage": "sandbox",
      ]),
    "storage": KindWords(
      topics: ["stor", "archiv", "file", "document", "data", "record", "retain"], units: ["gb": "gb"]),
    "api_capacity": KindWords(
      topics: ["api", "interface"],
      units: ["call": "call", "request": "call", "time": "call", "quer": "call", "query": "call"]),
    "services_hours": KindWords(
      topics: [
        "consult", "advis", "engineer", "architect", "specialist", "config", "implement", "setup", "migrat", "integrat",
        "profession", "assist", "install", "expert", "technic", "rollout", "onboard",
      ], units: ["hour": "hour", "day": "day", "person day": "day", "person hour": "hour"]),
    "development_credit": KindWords(
      topics: ["develop", "custom", "programm", "bespoke"], units: [:],
      gifts: ["credit", "pay", "bear", "cover", "grant", "free", "contribut", "fund", "absorb", "waive", "include"]),
    "success_fund": KindWords(
      topics: ["fund", "budget", "pot"], units: [:],
      gifts: [
        "reserv", "set", "alloc", "earmark", "grant", "claim", "credit", "pay", "make", "provid", "establish", "open",
        "amount", "dispos", "keep", "hold", "contribut", "spend",
      ]),
    "partner_voucher": KindWords(
      topics: [
        "fee", "invoice", "bill", "charge", "service", "partner", "integrat", "implement", "rollout", "behalf", "work",
      ], units: [:],
      gifts: [
        "pay", "bear", "contribut", "reimburs", "fund", "subsid", "takes", "take", "cover", "voucher", "credit",
        "absorb", "refund", "meet", "grant", "settle", "assume",
      ]),
  ]
}

extension ClauseGrants {
  /// What a passage grants in words of its own. Sums for a firm must be for the one that was promised, or for partners.
  func inOtherWords(_ kind: Kind, _ clauses: [ContractClause]) -> PromisedGrant? {
    guard let words = KindWords.of(kind), grant.quantity != nil || grant.value?.amount != nil else { return nil }
    for clause in clauses where isOffered(clause) && words.speaks(clause) {
      if kind == "partner_voucher", !isForPromisedFirm(clause) { continue }
      let amounts = extractor.amounts(SourceText(line: clause.unlabelled), kind: kind)
      var read = PromisedGrant(kind: kind, name: grant.name, text: clause.evidence.quote)
      if words.units.isEmpty {
        guard let value = amounts.lazy.compactMap(\.value).first, clause.charges.isEmpty || clause.isFree else {
          continue
        }
        read.value = value
      } else {
        guard let quantity = amounts.lazy.compactMap(words.quantity).first else { continue }
        // "One session costs EUR 300".
        if quantity.amount == 1, !clause.charges.isEmpty || !clause.unitPrices.isEmpty { continue }
        read.quantity = quantity
        if kind == "api_capacity", quantity.per == nil { read.quantity?.per = period(clause) }
      }
      let text = clauses.map(\.unlabelled).joined(separator: " ")
      let terms = extractor.readTerms(SourceText(line: text))
      read.timing = terms.timing
      // Some time is said, and not for what: how long it lasts stays open.
      if terms.timing.isEmpty, saysTime(text, of: kind) { read.unreadTime = text }
      read.recurrence = kind == "api_capacity" ? nil : terms.recurrence
      return read
    }
    return nil
  }

  private func saysTime(_ text: String, of kind: Kind) -> Bool {
    extractor.amounts(SourceText(line: text), kind: kind).contains { amount in
      amount.isTime || ["month", "week", "year", "quarter"].contains(amount.quantity?.unit ?? "")
    } || ["contract year", "quarter", "period"].contains { text.lowercased().contains($0) }
  }

  private func period(_ clause: ContractClause) -> String? {
    let words = NameMatch.words(clause.evidence.quote)
    return ["day", "month", "hour", "year"].first { words.contains($0) }
  }

  private func isForPromisedFirm(_ clause: ContractClause) -> Bool {
    let firms = grant.namedFirms
    let quote = clause.evidence.quote
    if firms.contains(where: { quote.contains($0) }) { return true }
    let names = ["partner", "integrator", "implementer", "consultan"]
    return firms.isEmpty && names.contains { quote.lowercased().contains($0) }
  }

  /// Nothing speaks against it, and it is not the customer who does it.
  private func isOffered(_ clause: ContractClause) -> Bool {
    guard !clause.isDenied, !clause.isRefused, !clause.isDefinition, !clause.isRemedy,
      !clause.isOptional || clause.isFree, clause.restrictions.isDisjoint(with: [.option, .efforts]),
      !clause.mentions.contains(where: { !$0.isWeak && $0.kind != grant.kind && $0.objection == nil })
    else { return false }
    return !isCustomersDuty(clause)
  }

  /// "Customer shall name two administrators", "Customer pays": what the customer itself is to do.
  private func isCustomersDuty(_ clause: ContractClause) -> Bool {
    let words = NameMatch.words(clause.unlabelled)
    let names = set.facts.compactMap { NameMatch.words($0.customer).first }
    let parties: Set<String> = ["customer", "client", "subscriber", "buyer", "licensee", "purchaser"]
    guard let at = words.prefix(4).firstIndex(where: { parties.contains($0) || names.contains($0) }) else {
      return false
    }
    let rights: Set<String> = [
      "may", "can", "is", "are", "has", "have", "receives", "receive", "gets", "get", "obtains", "draws", "is", "takes",
      "sends", "books",
    ]
    return !words[at...].prefix(5).contains(where: rights.contains)
  }
}
