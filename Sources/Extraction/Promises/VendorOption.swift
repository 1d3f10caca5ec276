// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells a grant that the vendor makes from one that it only may make: "Vendor may grant", "credits may be provided",
/// "at Vendor's option".
struct VendorOption {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  private static let givings: WordSet = [
    "grant", "provide", "give", "issue", "award", "offer", "supply", "establish", "allocate", "contribute", "fund",
    "include", "waive", "extend", "allow", "credit", "sponsor", "donate", "make", "set",
  ]
  private static let given: WordSet = [
    "granted", "provided", "given", "issued", "awarded", "offered", "supplied", "established", "allocated",
    "contributed", "funded", "included", "waived", "credited", "made", "sponsored",
  ]
  private static let customers: WordSet = [
    "customer", "client", "subscriber", "licensee", "buyer", "you", "purchaser",
  ]
  /// How something is done, and not whether: "may be provided remotely", "may be made by an affiliate".
  private static let manners: WordSet = [
    "remotely", "by", "through", "from", "via", "in", "online", "on", "using", "under", "within", "during", "until",
    "at", "electronically", "virtually", "with", "as",
  ]

  /// `option` where the sentence leaves it to the vendor to grant anything, `approval` where it names the vendor's
  /// discretion.
  func restrictions(in tokens: Range<Int>, isFree: Bool) -> Set<ContractClause.Restriction> {
    var found: Set<ContractClause.Restriction> = !isFree && isOnRequest(tokens) ? [.option] : []
    for token in tokens {
      switch context.folded(token) {
      case "may", "might", "can", "could": if isGiving(behind: token, in: tokens) { found.insert(.option) }
      case "discretion", "option", "election": if isVendors(token, in: tokens) { found.insert(.approval) }
      default: continue
      }
    }
    return found
  }

  private func isGiving(behind modal: Int, in tokens: Range<Int>) -> Bool {
    var at = modal + 1
    // "May, at its option, also grant".
    let fillers: Set<String> = [
      ",", "at", "in", "its", "own", "sole", "discretion", "option", "also", "further", "additionally", "then",
      "absolute", "reasonable", "from", "time", "to", "elect", "choose", "decide", "be",
    ]
    var isPassive = false
    while at < tokens.upperBound, at < modal + 10, fillers.contains(context.folded(at)) {
      if context.folded(at) == "be" { isPassive = true }
      at += 1
    }
    guard at < tokens.upperBound else { return false }
    let word = context.folded(at)
    if isPassive {
      guard Self.given.contains(word), at + 1 < tokens.upperBound else { return Self.given.contains(word) }
      if word == "made" { return context.folded(at + 1) == "available" && !isManner(at + 2, tokens) }
      return !isManner(at + 1, tokens)
    }
    guard Self.givings.contains(word), !isCustomer(before: modal, in: tokens) else { return false }
    return givesSomething(behind: at, in: tokens)
  }

  /// "Customer may request up to two additional sandboxes": to ask is not to be given. "May request the hours that …"
  /// asks for what is granted elsewhere.
  func isOnRequest(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      guard context.isOne(token, of: "may|can|could|might"), isCustomer(before: token, in: tokens)
      else { return false }
      var at = token + 1
      let fillers: Set<String> = ["also", "from", "time", "to", "further"]
      while at < tokens.upperBound, at < token + 4, fillers.contains(context.folded(at)) { at += 1 }
      guard at + 1 < tokens.upperBound, context.isOne(at, of: Self.asking) else { return false }
      return givesSomething(behind: context.folded(at + 1) == "for" ? at + 1 : at, in: tokens)
    }
  }

  private static let asking: WordSet = ["request", "ask", "apply", "propose", "enquire", "inquire"]

  private func isManner(_ token: Int, _ tokens: Range<Int>) -> Bool {
    tokens.contains(token) && context.isOne(token, of: Self.manners)
  }

  /// "May grant Customer", "may provide up to 40", "may issue a voucher"; not "may provide the services remotely".
  private func givesSomething(behind verb: Int, in tokens: Range<Int>) -> Bool {
    var at = verb + 1
    while at < tokens.upperBound, context.isOne(at, of: "to|the|up|available|further") { at += 1 }
    guard at < tokens.upperBound else { return false }
    if isCustomer(at) || context.isOne(at, of: "a|an|some|additional|free|complimentary") {
      return true
    }
    return context.values(in: at..<min(at + 6, tokens.upperBound)).contains { $0.tokens.lowerBound == at }
  }

  private func isCustomer(_ token: Int) -> Bool {
    context.isOne(token, of: Self.customers) || knowledge.customerNames.contains { starts($0, at: token) }
  }

  /// "Customer may provide …" leaves nothing to the vendor.
  func isCustomer(before modal: Int, in tokens: Range<Int>) -> Bool {
    (max(tokens.lowerBound, modal - 3)..<modal).contains { isCustomer($0) || context.folded($0) == "it" }
  }

  /// "The Client supplies": the customer's name stands right before.
  func isNamedCustomer(before verb: Int, in tokens: Range<Int>) -> Bool {
    (max(tokens.lowerBound, verb - 2)..<verb).contains(where: isCustomer)
  }

  /// "At Vendor's option", "in the supplier's discretion", "at its sole discretion"; not "at Customer's option".
  private func isVendors(_ token: Int, in tokens: Range<Int>) -> Bool {
    let before = max(tokens.lowerBound, token - 6)..<token
    guard let link = before.last(where: { context.isOne($0, of: "at|in|within|upon") }) else {
      return false
    }
    let owner = (link + 1)..<token
    if owner.contains(where: isCustomer) { return false }
    if owner.contains(where: isVendor) { return true }
    // "In the discretion of Vendor".
    let behind = (token + 1)..<min(token + 4, tokens.upperBound)
    if behind.lowerBound < tokens.upperBound, context.folded(behind.lowerBound) == "of" {
      return !behind.contains(where: isCustomer)
    }
    guard owner.contains(where: { context.isOne($0, of: "its|their|sole|own|absolute|free") })
    else { return false }
    // Whose it is tells the party that was named last.
    let named = (max(tokens.lowerBound, link - 40)..<link).last { isCustomer($0) || isVendor($0) }
    return named.map { !isCustomer($0) } ?? true
  }

  private func isVendor(_ token: Int) -> Bool {
    let vendors: Set<String> = ["vendor", "supplier", "provider", "licensor", "contractor", "seller", "our"]
    return vendors.contains(context.folded(token)) || knowledge.vendorNames.contains { starts($0, at: token) }
  }

  private func starts(_ name: String, at token: Int) -> Bool {
    guard let first = name.split(separator: " ").first, first != "the" else { return false }
    return context.folded(token) == first
  }
}
