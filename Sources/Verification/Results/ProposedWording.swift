// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel
import PromiseReading

/// A clause to ask for: what was promised, put so that it can be enforced. What the promise leaves open stands in
/// square brackets.
struct ProposedWording {
  /// Who grants and who receives, as the contracts call them.
  var vendor = "Vendor"
  var customer = "Customer"

  /// That of the contracts, for a promise whose sign leaves it open.
  private var currency: String?

  /// With the parties of the first contract that names both.
  init(facts: [DocumentFacts] = []) {
    currency = facts.lazy.compactMap(\.currency).first
    for document in facts {
      guard let vendor = document.vendor, let customer = document.customer else { continue }
      self.vendor = vendor
      self.customer = customer
      return
    }
  }

  private var customers: String { customer.hasSuffix("s") ? "\(customer)'" : "\(customer)'s" }

  /// Nil for a promise of which nothing can be worded.
  func clause(for promise: Promise, _ verdict: PromiseVerdict) -> String? {
    if verdict.verdict == .weakened, verdict.differences.allSatisfy({ $0.field == .signature }) {
      return "No change of wording: the document must be signed by every party."
    }
    let clauses = promise.grants.map(settled).compactMap(clause)
    return clauses.isEmpty ? nil : clauses.joined(separator: " ")
  }

  private func clause(_ grant: PromisedGrant) -> String? {
    guard let kind = grant.kind else { return nil }
    switch grant.subject {
    case .grant: return isWork(grant, kind) ? workClause(grant) : grantClause(grant, kind)
    case .unused: return unusedClause(grant, kind)
    case .use, .denial: return saying(grant, kind)
    }
  }

  /// "$40,000" under a contract in US dollars are US dollars.
  private func settled(_ grant: PromisedGrant) -> PromisedGrant {
    guard grant.value?.amount != nil, grant.value?.currency == nil, let currency else { return grant }
    let isDollar = PlainWords.dollars.contains(currency)
    guard !grant.text.contains("$") || isDollar, !grant.text.contains("¥") || ["JPY", "CNY"].contains(currency) else {
      return grant
    }
    var grant = grant
    grant.value?.currency = currency
    return grant
  }

  // MARK: Grants

  private func grantClause(_ grant: PromisedGrant, _ kind: Kind) -> String {
    var text = "\(vendor) provides \(customer) with \(GrantNoun(grant, kind).phrase)"
    if let service = service(grant.features) { text += " " + service }
    text += grant.isFree ? " at no charge" : price(grant)
    if let every = grant.recurrence {
      text += " " + TimeWording.each(every, grant)
    } else {
      // What runs all the time is provided for a time; what is used up is valid until its end.
      text += (kind.isStanding ? " " : ", ") + TimeWording.validity(grant, kind)
    }
    if let aim = aim(grant, kind) { text += ", " + aim }
    return text + handling(grant) + usage(grant.use) + "."
  }

  /// "at USD 1,000 per day", "at 8% of the annual fees".
  private func price(_ grant: PromisedGrant) -> String {
    guard let price = grant.price else { return "" }
    if let share = price.percent { return " at a fee of \(PlainWords.amount(share))% of the annual fees" }
    guard let sum = price.amount else { return "" }
    let money = PlainWords.money(sum, price.currency ?? currency ?? "[currency]")
    return " at \(price.unit == nil ? "a fee of " : "")\(money)"
      + (price.unit.map { " per \($0)" } ?? (price.isYearly ? " per year" : ""))
  }

  /// "with a dedicated contact and service around the clock".
  private func service(_ features: ServiceFeatures) -> String? {
    var parts: [String] = []
    if features.hasManager { parts.append("a dedicated contact") }
    if features.isAroundTheClock { parts.append("service around the clock") }
    if let minutes = features.response { parts.append("a response within \(PlainWords.amount(minutes)) minutes") }
    guard let last = parts.popLast() else { return nil }
    return "with " + (parts.isEmpty ? last : parts.joined(separator: ", ") + " and " + last)
  }

  private func usage(_ use: PromisedUse) -> String {
    (use.isTransferable ? "; \(customers) affiliates may use it as well" : "")
      + (use.isSwappable ? "; it may be exchanged for other services of the same value" : "")
      + (use.isOverageFree ? "; use beyond it is not charged" : "") + (use.isOnSite ? "; it may be used on site" : "")
  }

  /// What it is for, which makes a grant enforceable; nil for kinds that are what they are for.
  private func aim(_ grant: PromisedGrant, _ kind: Kind) -> String? {
    if kind.isStanding { return grant.purpose.map { "for " + named($0) } }
    guard let purpose = grant.purpose else { return "for [purpose]" }
    return purpose.lowercased().hasPrefix("to ") ? named(purpose) : "for " + named(purpose)
  }

  private func handling(_ grant: PromisedGrant) -> String {
    switch grant.unused {
    case .rolls_over?:
      "; what is not used in one \(TimeWording.period(grant.recurrence ?? .contract_year)) rolls over into the next"
    case .never_expires?: "; it does not expire"
    case .extendable?: "; the period is extended at \(customers) request"
    case .refundable?: "; what is not used is refunded"
    case nil: ""
    }
  }

  // MARK: Work

  /// Work that is named by what it does and not by hours.
  private func isWork(_ grant: PromisedGrant, _ kind: Kind) -> Bool {
    kind == "services_hours" && !grant.hasAmount
  }

  private func workClause(_ grant: PromisedGrant) -> String {
    let name = grant.name ?? ""
    let first = NameWords.of(name).first ?? ""
    let isNoun = !name.isEmpty && !NameWords.isSpoken(name) && !first.hasSuffix("es") && !first.hasSuffix("ing")
    let work = isNoun ? "the following services: \(name)" : "the services described as “\(grant.text)”"
    return "\(vendor) provides \(customer) with \(work)\(grant.isFree ? ", at no charge" : ""), "
      + "to be completed by \(grant.timing.lastDay.map(TimeWording.day) ?? "[date]"), with the following scope: [scope]."
  }

  // MARK: Handling and use

  private func unusedClause(_ grant: PromisedGrant, _ kind: Kind) -> String {
    let name = GrantNoun(grant, kind).plural
    switch grant.unused {
    case .extendable?:
      return "At \(customers) request \(vendor) extends the validity of the \(name) by "
        + "\(TimeWording.length(grant) ?? "[period]")."
    case .refundable?:
      return "\(vendor) refunds to \(customer) the part of the \(name) that \(customer) has not used."
    case .never_expires?: return "The \(name) do\(name.hasSuffix("s") ? "" : "es") not expire."
    default:
      return
        "The part of the \(name) that \(customer) has not used at the end of a contract year rolls over into the next "
        + "contract year."
    }
  }

  /// The promise's own words, which stand for themselves where nobody is "we" or "you" in them.
  private func saying(_ grant: PromisedGrant, _ kind: Kind) -> String {
    let words = NameWords.of(grant.text)
    let spoken: Set<String> = [
      "i", "we", "you", "us", "our", "your", "my", "they", "them", "it", "he", "she", "ll", "d",
    ]
    let text = grant.text.hasSuffix(".") ? String(grant.text.dropLast()) : grant.text
    if words.contains(where: spoken.contains) {
      return "For the \(GrantNoun(grant, kind).plural) the following applies: “\(text)”."
    }
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  /// With the customer's name for "our" and "your": in a purpose both are the customer's.
  private func named(_ purpose: String) -> String {
    purpose.split(separator: " ").map { word in
      switch word.lowercased() {
      case "our", "your", "their", "my": customers
      default: String(word)
      }
    }.joined(separator: " ")
  }
}
