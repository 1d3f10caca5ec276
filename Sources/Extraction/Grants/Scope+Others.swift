// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Tells clauses about somebody else: what resellers and the vendor's own people get, and what customers in general do
/// with it. Neither gives the customer anything, whatever verb the clause has.
extension Scope {
  /// Firms that stand between or beside the parties.
  private static let firms: WordSet = [
    "reseller", "resellers", "distributor", "distributors", "dealer", "dealers", "integrator", "integrators",
    "subcontractor", "subcontractors", "franchisee", "franchisees", "wholesaler", "wholesalers", "broker", "brokers",
    "partner", "partners", "referrer", "referrers", "competitor", "competitors", "agency", "agencies", "auditor",
    "auditors", "regulator",
  ]
  /// People, of whoever stands beside them.
  private static let people: WordSet = [
    "employee", "employees", "staff", "consultant", "consultants", "engineer", "engineers", "trainer", "trainers",
    "personnel", "colleagues", "apprentices", "trainees", "technicians", "architects", "developers", "workers",
    "specialists", "advisers", "advisors", "managers", "people", "team", "teams", "salespeople",
  ]
  private static let sellers: WordSet = ["supplier", "vendor", "provider", "licensor", "us", "seller"]
  private static let getting: WordSet = [
    "receive", "receives", "get", "gets", "obtain", "obtains", "entitled", "eligible", "enjoy", "enjoys", "given",
    "granted", "awarded", "allotted", "issued", "allocated", "earns", "earn", "gains", "accorded",
  ]
  /// So too, of firms; the vendor's people "attend" and "hold" what they deliver.
  private static let having: WordSet = [
    "have", "has", "holds", "hold", "attend", "attends", "offered", "provided", "supplied",
  ]
  private static let handing: WordSet = [
    "gives", "give", "grants", "grant", "offers", "offer", "provides", "provide", "awards", "award", "allots", "allot",
    "issues", "issue", "supplies", "supply", "pays", "pay", "sends", "send", "allocates", "allocate", "sells", "sell",
    "granting", "giving", "given", "granted",
  ]
  private static let generics: WordSet = [
    "customers", "clients", "companies", "organisations", "organizations", "enterprises", "businesses", "firms",
    "subscribers", "institutions", "buyers", "customer", "client", "company", "organisation", "organization",
  ]
  /// Where one stands for many.
  private static let averages: WordSet = ["typical", "average", "usual", "median", "comparable", "similar"]
  private static let consuming: WordSet = [
    "use", "uses", "used", "need", "needs", "needed", "consume", "consumes", "consumed", "require", "requires", "take",
    "takes", "spend", "spends", "spent", "book", "books", "booked", "complete", "completed", "redeem", "redeems", "buy",
    "buys", "order", "orders", "bought", "ordered", "run", "runs", "rely", "work", "works", "manage", "manages",
    "store",
    "stores", "make", "makes", "issue", "send", "sends",
  ]
  private static let habits: WordSet = [
    "typically", "usually", "generally", "commonly", "normally", "ordinarily", "average", "mostly", "often",
    "frequently",
  ]

  /// Others get it, or the clause tells what is usual.
  func isOfOthers(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    guard candidate.place == nil else { return false }
    let start = max(clause.lowerBound, candidate.tokens.lowerBound - Self.nearby)
    let before = start..<max(start, candidate.tokens.lowerBound)
    if !before.isEmpty, isGotByOthers(before) || isUsual(before) { return true }
    return isHandedToOthers(behind: candidate, in: clause)
  }

  private static let nearby = 30

  /// "Each reseller receives …", "employees of Supplier are entitled to …", "Supplier gives its distributors …".
  private func isGotByOthers(_ before: Range<Int>) -> Bool {
    for token in before where isOther(token, in: before) {
      let behind = (token + 1)..<min(token + 8, before.upperBound)
      let isFirm = context.isOne(token, of: Self.firms)
      let gets = behind.contains {
        context.isOne($0, of: Self.getting) || isFirm && context.isOne($0, of: Self.having)
      }
      if gets, !behind.contains(where: { context.isOne($0, of: "you|customer") }),
        !names(knowledge.customerNames, (token + 1)..<before.upperBound),
        !handsOver(before.lowerBound..<token)
      {
        return true
      }
      // "gives each of its resellers ten seats"
      let verb = max(before.lowerBound, token - 6)..<token
      if let handed = verb.last(where: { context.isOne($0, of: Self.handing) }), token - handed > 0,
        (handed + 1..<token).allSatisfy({
          isDeterminer($0) || $0 == token - 1 || context.isOne($0, of: "'s|other")
            || $0 + 1 < token && context.folded($0 + 1) == "'s"
        }),
        before.upperBound - token <= 6
      {
        return true
      }
    }
    return false
  }

  /// "Customer's resellers", "your partner": those of the customer may be granted something for its sake.
  private func isOther(_ token: Int, in words: Range<Int>) -> Bool {
    if context.isOne(token, of: Self.firms) {
      // "partner services", "the partner's consultants": no party itself.
      let next = token + 1
      guard next < context.stream.count, !isNamed(token) else { return false }
      let low = max(words.lowerBound, token - 4)..<token
      if low.contains(where: { context.isOne($0, of: "your|you") }) || names(knowledge.customerNames, low) {
        return false
      }
      // "students of the partner university"
      if context.isOne(token, of: "partner"), context.isOne(next, of: Self.houses) { return true }
      return !context.isWord(next) || context.isOne(next, of: Self.following) || context.isOne(next, of: Self.getting)
    }
    // "the consortium's other members", "other participants of the scheme"
    if context.isOne(token, of: "members|participants|parties|clients|companies|tenants|buyers"),
      token > words.lowerBound,
      context.isOne(token - 1, of: "other")
    {
      return true
    }
    guard context.isOne(token, of: Self.people) else { return false }
    let behind = (token + 1)..<min(token + 5, words.upperBound)
    if let of = behind.first, context.folded(of) == "of" {
      let owner = (of + 1)..<behind.upperBound
      return owner.prefix(2).contains { context.isOne($0, of: Self.sellers) } || opens(owner, knowledge.vendorNames)
    }
    let low = max(words.lowerBound, token - 4)..<token
    return low.contains { context.isOne($0, of: "our") }
      || low.contains { context.folded($0) == "'s" && isSeller(before: $0, in: words) }
  }

  private static let houses: WordSet = [
    "university", "school", "college", "company", "companies", "firm", "firms", "bank", "hospital", "organisation",
    "organization", "agency", "shop", "network",
  ]
  private static let following: WordSet = [
    "of", "in", "with", "who", "that", "which", "will", "shall", "may", "can", "is", "are", "for", "under", "a", "an",
    "each", "at", "on", "from", "has", "have", "also", "up", "two", "three", "four", "five", "six", "ten", "twelve",
  ]

  private func isSeller(before token: Int, in words: Range<Int>) -> Bool {
    guard token > words.lowerBound else { return false }
    if context.isOne(token - 1, of: Self.sellers) { return true }
    let word = context.folded(token - 1)
    return context.isCapitalised(token - 1) && word.utf8.count > 2
      && knowledge.vendorNames.contains { $0.split(separator: " ").contains { $0 == word } }
  }

  private func opens(_ words: Range<Int>, _ parties: [String]) -> Bool {
    let start = words.first { !context.isOne($0, of: "the") } ?? words.lowerBound
    return parties.contains { name in
      let parts = name.split(separator: " ").map(String.init)
      return !parts.isEmpty && start + parts.count <= context.stream.count
        && parts.indices.allSatisfy { context.folded(start + $0) == parts[$0] }
    }
  }

  /// The word is what a party of this document goes by: an order with a reseller, a partner's own agreement.
  private func isNamed(_ token: Int) -> Bool {
    let word = context.folded(token).droppingPlural
    return (knowledge.customerNames + knowledge.vendorNames).contains {
      $0.split(separator: " ").contains { $0 == word }
    }
  }

  private func isDeterminer(_ token: Int) -> Bool {
    context.isOne(token, of: "each|every|its|their|our|the|all|any|of|a|an|certain|selected|some|to|both|his")
  }

  /// "Supplier's partner provides …": what stands before has no verb that hands over to it.
  private func handsOver(_ words: Range<Int>) -> Bool {
    words.contains { context.isOne($0, of: Self.getting) } && names(knowledge.customerNames, words)
  }

  /// "… ten seats to each of its resellers", "… to its own staff".
  private func isHandedToOthers(behind candidate: Candidate, in clause: Range<Int>) -> Bool {
    let start = candidate.tokens.upperBound
    let words = start..<max(start, min(start + 8, clause.upperBound))
    guard let to = words.prefix(3).first(where: { context.folded($0) == "to" }) else { return false }
    let receiver = (to + 1)..<words.upperBound
    return receiver.prefix(4).contains { isOther($0, in: to..<clause.upperBound) }
      && receiver.prefix(4).allSatisfy { !names(knowledge.customerNames, $0..<($0 + 1)) }
  }

  /// "Customers of Supplier typically use …", "a typical client needs …", "most companies complete …".
  private func isUsual(_ before: Range<Int>) -> Bool {
    let verbs = before.filter { context.isOne($0, of: Self.consuming) }
    guard let verb = verbs.last, before.upperBound - verb <= 8 else { return false }
    let subject = before.lowerBound..<verb
    if let habit = subject.last(where: { context.isOne($0, of: Self.habits) }), verb - habit <= 6,
      !context.isOne(habit, of: "average") || habit > 0 && context.isOne(habit - 1, of: "on|an|the")
    {
      return true
    }
    return subject.prefix(10).contains { token in
      guard context.isOne(token, of: Self.generics), !context.isCapitalised(token) || token == subject.lowerBound,
        token + 1 >= context.stream.count || context.folded(token + 1) != "'s"
      else { return false }
      if context.folded(token).hasSuffix("s") { return true }
      return token > 0 && (subject.lowerBound..<token).contains { context.isOne($0, of: Self.averages) }
    }
  }
}
