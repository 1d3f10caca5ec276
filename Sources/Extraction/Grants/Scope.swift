// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// Why a candidate is no grant.
struct Objection {
  var reason: Lead.Reason
  /// The words of a pack that say so; nil where the code knows, or where words are missing.
  var match: PhraseMatch?
}

/// Decides, before a grant is made, whether its clause denies, offers, limits or reverses it.
struct Scope {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let type: DocumentType?
  /// What the two sides go by: split into words when it is first asked, for most long texts grant nothing.
  var parties: GivingParties { kept.parties(knowledge) }
  private let kept = GivingParties.Kept()

  init(context: DocumentContext, knowledge: DocumentKnowledge, type: DocumentType?) {
    self.context = context
    self.knowledge = knowledge
    self.type = type
  }

  /// Why a candidate is no grant; nil where nothing speaks against it.
  func objection(to candidate: Candidate) -> Objection? {
    if candidate.isUntold { return Objection(reason: .no_template) }
    if isShareOfRevenues(candidate) { return Objection(reason: .customer_obligation) }
    if candidate.place == nil, context.isUnticked(candidate.tokens.lowerBound) {
      return Objection(reason: .optional_purchase)
    }
    let clause = clause(around: candidate)
    let leadIn = leadIn(to: candidate, behind: clause)
    func bears(_ match: PhraseMatch) -> Bool { clause.overlaps(match.tokens) || leadIn.overlaps(match.tokens) }
    var reasons: [Lead.Reason] = []
    var matches: [Lead.Reason: PhraseMatch] = [:]
    var isGranted = false
    var isFree = false
    for (match, cue) in context.cues(in: reach(of: candidate)) {
      switch cue.sense {
      case .granted:
        isGranted = isGranted || (bears(match) && !isAuxiliary(match.tokens))
      case .free:
        isFree = isFree || bears(match)
      case .openAmount: break
      case .objection(let reason):
        let words = leadIn.overlaps(match.tokens) ? leadIn : clause
        guard reaches(match, cue, candidate, words) else { continue }
        if reason == .optional_purchase,
          isFirm(candidate, against: match, in: clause) || standsApart(match, from: candidate, in: clause)
        {
          continue
        }
        if onlyBounds(match, candidate, in: clause) { continue }
        // "Client names its planners to Vendor, and Vendor gives each of them a voucher"
        if reason == .customer_obligation, giver(of: candidate) == .vendor { continue }
        if reason == .remedy, !candidate.isWeak, !context.speaksOfRemedy(match) { continue }
        if reason == .superseded || reason == .not_effective, speaksOfLeftover(match) { continue }
        if reason == .not_effective, isAside(match, from: candidate, in: clause) { continue }
        if reason == .negated, isPartOfWord(match) { continue }
        reasons.append(reason)
        if matches[reason] == nil { matches[reason] = match }
      }
    }
    if !isFree, isFreedBehind(candidate) { isFree = true }
    if !isFree {
      let led = leadInGives(candidate)
      (isGranted, isFree) = (isGranted || led.granted, led.free)
    }
    if isOfCustomer(candidate, clause) || isListedDuty(candidate) { reasons.append(.customer_obligation) }
    if isGivenUp(candidate, clause) { reasons.append(.negated) }
    if opensWithMeaning(candidate.sentence) { reasons.append(.definition) }
    if isHistory(candidate, clause) { reasons.append(.not_effective) }
    if isBuyersOption(candidate) { reasons.append(.optional_purchase) }
    if isOfOthers(candidate, clause) || isCeiling(candidate, clause) { reasons.append(.reference) }
    // A remedy speaks of service levels; a named kind of its own in another clause is not touched by it.
    for reason in [
      Lead.Reason.negated, .remedy, .reference, .definition, .customer_obligation, .not_effective, .optional_purchase,
    ]
    where reasons.contains(reason) {
      if reason == .definition, isGranted || isFree, !defines(candidate, matches[reason]) { continue }
      return Objection(reason: reason, match: matches[reason])
    }
    if reasons.contains(.superseded), !replaces(candidate, matches[.superseded]),
      endsIt(candidate, matches[.superseded])
    {
      return Objection(reason: .superseded, match: matches[.superseded])
    }
    if isOfUnknownPeople(candidate) { return Objection(reason: .no_template) }
    if isTakenBack(candidate) { return Objection(reason: .not_effective) }
    // "Options: ☒ 40 credits": what is ticked under a heading of options has been chosen.
    if let inherited = inherited(candidate.sentence),
      inherited.reason != .optional_purchase || !context.isTicked(candidate.tokens.lowerBound)
    {
      return inherited
    }
    if reasons.contains(.conditional), !isFree || isProviso(matches[.conditional]) {
      return Objection(reason: .conditional, match: matches[.conditional])
    }
    if !isGranted, !isFree, isOfOtherVerb(candidate, clause) { return Objection(reason: .no_template) }
    return isUnsupported(candidate, isGranted: isGranted, isFree: isFree) ? Objection(reason: .no_template) : nil
  }

  /// "“Training Credit” means a unit of …": whatever the sentence says of granting it elsewhere.
  private func defines(_ candidate: Candidate, _ match: PhraseMatch?) -> Bool {
    guard let match, match.tokens.contains(where: { context.isOne($0, of: "means|mean") }) else {
      return false
    }
    let end = candidate.name.tokens.upperBound
    guard (end...(end + 1)).contains(match.tokens.lowerBound) || match.tokens.contains(end) else { return false }
    return (match.tokens.lowerBound..<min(match.tokens.upperBound + 4, candidate.sentence.upperBound)).contains {
      context.isOne($0, of: "unit|units|measure|token|instrument")
    }
  }

  /// Nothing speaks against it, and too little for it.
  private func isUnsupported(_ candidate: Candidate, isGranted: Bool, isFree: Bool) -> Bool {
    if isVerb(candidate) || isTimeOfOthers(candidate) || isPaidForOut(of: candidate) { return true }
    if candidate.isWeak, !isGranted, !isFree, candidate.place == nil, !goesOn(candidate) { return true }
    if candidate.kind == "support_plan", candidate.place == nil {
      // A plan under its title ("Success plan" over "Premier") needs no verb.
      if candidate.name.number == nil { return false }
      if holdsOthers(candidate) && !isGivenInAside(candidate) || !isGranted && !isFree { return true }
    }
    // Users and add-ons are what is bought; free ones alone are an entitlement.
    if candidate.kind == "complimentary_product", !isFree, candidate.fee?.amount != 0 { return true }
    if type == .agreement || type == .other || type == nil, candidate.place == nil, !isFree {
      if !isGranted || isOrdinarySupport(candidate) || isSaidOfAnother(candidate) { return true }
      // "Licensee shall allocate $5,000 toward the marketing of the products": what a party spends on its own.
      if type == .agreement, candidate.kind.isFunded, !namesCustomer(candidate.sentence) { return true }
    }
    return false
  }

  private func namesCustomer(_ sentence: Range<Int>) -> Bool {
    names(knowledge.customerNames, sentence)
      || sentence.contains {
        context.isOne($0, of: "customer|client|you|your|subscriber|buyer|distributor|reseller")
      }
  }

  /// "They are included in Premier Support": the plan is where something else comes from.
  private func holdsOthers(_ candidate: Candidate) -> Bool {
    var at = candidate.name.tokens.lowerBound - 1
    if at > candidate.sentence.lowerBound, context.isOne(at, of: "the|its|your|our") { at -= 1 }
    guard at > candidate.sentence.lowerBound, context.isOne(at, of: "in|with|of|within|under")
    else {
      return false
    }
    return context.isOne(at - 1, of: "included|contained|comprised|bundled|part|price|fee|cost")
  }

  /// "Its standard customer support" says how good support is; "Standard Support", as a name, says which plan.
  private func isOrdinarySupport(_ candidate: Candidate) -> Bool {
    candidate.kind == "support_plan" && candidate.tier == .standard
      && !context.text(candidate.name.tokens).utf8.contains { (0x41...0x5A).contains($0) }
  }

  /// "In place of Premier, which the parties have struck out, Customer has Standard Support": what takes the place.
  private func replaces(_ candidate: Candidate, _ match: PhraseMatch?) -> Bool {
    guard let match, match.tokens.contains(where: { context.isOne($0, of: "place|instead|lieu") }),
      match.tokens.upperBound <= candidate.name.tokens.lowerBound
    else { return false }
    return (match.tokens.upperBound..<candidate.name.tokens.lowerBound).contains { context.folded($0) == "," }
  }

  /// "Section 2 (sixty credits) is deleted and replaced by the following": the clause ends what it speaks of; one that
  /// gives it another amount does not.
  private func endsIt(_ candidate: Candidate, _ match: PhraseMatch?) -> Bool {
    // "The 30 credits are converted into ten hours": what goes stands before "into".
    if let match, match.tokens.overlaps(candidate.name.tokens),
      context.isOne(match.tokens.upperBound - 1, of: "into|for|against")
    {
      return type == .amendment
    }
    let reach = reach(of: candidate)
    let words = reach.map { context.folded($0) }
    guard
      words.contains(where: {
        ["deleted", "struck", "removed", "abolished", "cancelled", "terminated", "replaced", "withdrawn", "revoked"]
          .contains($0)
      })
    else {
      return false
    }
    guard let at = words.firstIndex(of: "replaced") else { return true }
    let behind = (reach.lowerBound + at)..<reach.upperBound
    // "Replaced with: “Standard Support is included”": what stands behind is what is given instead.
    let name = candidate.name.tokens.lowerBound
    if name > behind.lowerBound,
      (behind.lowerBound..<min(name, behind.upperBound)).contains(where: {
        context.isOne($0, of: "with|by|:")
      })
    {
      return false
    }
    return !context.values(in: behind).contains { value in
      switch value.value {
      case .money, .number, .quantity: true
      default: false
      }
    }
  }

  /// "An employee who has attended one training session" has no session to use: `has` only helps another verb.
  private func isAuxiliary(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, context.isOne(tokens.lowerBound, of: "has|have|having|had"),
      tokens.upperBound < context.stream.count
    else { return false }
    // "have each completed", "has already attended"
    let isParted = context.isOne(tokens.upperBound, of: "each|all|both|already|since|also|now|never|ever")
    let next = context.folded(tokens.upperBound + (isParted ? 1 : 0))
    return next.hasSuffix("ed") && next.utf8.count > 4
  }

  /// The sentence, as far as its words can bear on the candidate: no sentence of a contract is longer, and a text
  /// without stops must not be read anew for each of its candidates.
  private func reach(of candidate: Candidate) -> Range<Int> {
    let most = 400
    return candidate.sentence.clamped(
      to: (candidate.tokens.lowerBound - most)..<(candidate.tokens.upperBound + most))
  }

  private static let borders: WordSet = [";", "but", "whereas", "while", "however"]

  /// The part of the sentence that the candidate stands in: up to a semicolon, or a comma before `but`, `while`.
  func clause(around candidate: Candidate) -> Range<Int> {
    var low = candidate.tokens.lowerBound
    let reach = reach(of: candidate)
    while low > reach.lowerBound, !context.isOne(low - 1, of: Self.borders) { low -= 1 }
    var high = candidate.tokens.upperBound
    while high < reach.upperBound, !context.isOne(high, of: Self.borders) { high += 1 }
    return low..<high
  }

  /// "As part of the Premier Success Plan, which is included free of charge, …": a clause of its own gives the plan.
  private func isGivenInAside(_ candidate: Candidate) -> Bool {
    var at = candidate.name.tokens.upperBound
    let end = min(at + 24, candidate.sentence.upperBound)
    if at < end, context.isOne(at, of: ",|(") { at += 1 }
    guard at < end, context.isOne(at, of: "which|that|itself|included|provided|supplied") else {
      return false
    }
    let aside = at..<((at..<end).first { context.isOne($0, of: ",|;|)") } ?? end)
    return context.says([.free], in: aside)
      || aside.count <= 8 && context.says([.granted], in: aside)
        && aside.contains { context.isOne($0, of: "included|granted|provided|supplied") }
  }

  /// "The following are excluded: 100 credits; 2 sandboxes": the words before the colon of a list that the candidate's
  /// clause is an item of. Empty where there is none.
  private func leadIn(to candidate: Candidate, behind clause: Range<Int>) -> Range<Int> {
    let low = reach(of: candidate).lowerBound
    guard clause.lowerBound > low, context.folded(clause.lowerBound - 1) == ";",
      let colon = (low..<clause.lowerBound).last(where: { context.folded($0) == ":" })
    else { return low..<low }
    let start = (low..<colon).last { context.folded($0) == ";" }.map { $0 + 1 } ?? low
    return start..<colon
  }

  /// "At no charge, provided that Customer renews": a proviso counts even where the grant is free.
  private func isProviso(_ match: PhraseMatch?) -> Bool {
    // "2 free sandboxes as soon as Customer has ordered 200 licences": the licences are the condition.
    if let match, context.cue(match)?.reach == "after" { return true }
    guard let start = match?.tokens.lowerBound, start + 1 < context.stream.count else { return false }
    return context.isOne(start, of: "provided|only|subject") || context.isOne(start + 1, of: "condition")
  }

  private func reaches(_ match: PhraseMatch, _ cue: Cue, _ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    // What stands in the name itself ("service credit") is meant by it; a part of the statement is no objection to it.
    guard clause.overlaps(match.tokens) else { return false }
    if cue.reason == .customer_obligation {
      if isPaidFor(candidate) || isPaidWith(candidate) || paysNothing(match.tokens.upperBound - 1) { return false }
    }
    if cue.reason == .reference, candidate.kind == "support_plan", isGivenInAside(candidate) { return false }
    if cue.reason == .reference, isBeyondDocumentation(match, clause) { return false }
    // "Premier is not included; Standard Support is": no denial reaches over a semicolon.
    // But "Client sought two sandboxes; Supplier declines" is told by both.
    if cue.reason != .not_effective, match.tokens.contains(where: { context.folded($0) == ";" }) { return false }
    // "90,000 data service credits": words of the name itself are no remedy.
    if cue.reason == .remedy, candidate.name.tokens.count > match.tokens.count,
      match.tokens.clamped(to: candidate.name.tokens) == match.tokens
    {
      return false
    }
    if cue.reason == .optional_purchase, saysUsualPrice(match) || asksNothing(match) { return false }
    if cue.reason == .conditional, isLimit(match) { return false }
    if cue.reason == .negated, deniesPrice(match) { return false }
    if cue.reason == .not_effective, isEndOfTerm(match) || isVerbOfName(match, candidate) { return false }
    if cue.reason == .superseded, isTimeOfEnd(match) { return false }
    if cue.reason == .customer_obligation, isCircumstance(match, candidate) { return false }
    // "Without any action on your part" heads nothing.
    if cue.holdsForSection, cue.reason == .customer_obligation { return false }
    // What heads a section with offers is no offer within a line that is priced: "at the rates of the price book".
    if cue.holdsForSection, let place = candidate.place {
      let row = knowledge.tables[place.table].rows[place.row]
      let opening = row.cells.first { !$0.isEmpty }?.lowerBound ?? 0
      if row.lineItem != nil || cue.reason == .optional_purchase && match.tokens.lowerBound > opening + 2 {
        return false
      }
    }
    // "24,000 credits, to be used in accordance with the rate card": where prices stand, not that it is offered.
    if cue.holdsForSection, cue.reason == .optional_purchase,
      match.tokens.lowerBound >= candidate.name.tokens.upperBound,
      (1...3).contains(where: {
        context.isOne(match.tokens.lowerBound - $0, of: "the|its|our|a|this|that|applicable|current|per|under")
      })
    {
      return false
    }
    switch cue.reach {
    case "after":
      return match.tokens.upperBound >= candidate.name.tokens.lowerBound
        && match.tokens.lowerBound <= candidate.name.tokens.lowerBound
    case "before": return match.tokens.lowerBound >= candidate.name.tokens.lowerBound
    default: return true
    }
  }

  /// "which would ordinarily cost £14,400 and for which it asks no fee"
  private func saysUsualPrice(_ match: PhraseMatch) -> Bool {
    let start = match.tokens.lowerBound
    guard start > 1, context.isOne(start, of: "cost|costs") else { return false }
    return context.isOne(start - 1, of: "ordinarily|otherwise|normally|usually")
      && context.folded(start - 2) == "would"
  }

  /// "One additional sandbox, £0": no price at which it is offered.
  private func asksNothing(_ match: PhraseMatch) -> Bool {
    context.values(in: match.tokens).contains { value in
      if case .money(0, _) = value.value { true } else { false }
    }
  }

  static let giving: WordSet = [
    "provide", "provides", "assign", "assigns", "supply", "supplies", "dedicate", "dedicates", "reserve", "reserves",
    "arrange", "arranges", "release", "releases", "appoint", "appoints", "contribute", "contributes", "pay", "pays",
    "seconds", "second", "sends", "send", "keeps", "keep", "deputes", "depute", "names", "name", "nominates",
    "nominate",
    "hosts", "host", "frees", "maintains", "maintain", "allocates", "allocate", "lets", "pledges", "commits",
    "set", "sets", "make", "makes", "spend", "spends", "lend", "lends", "train", "trains", "furnish", "provision",
    "provisions", "give", "gives", "grant", "grants", "open", "opens",
  ]
  private static let relatives: WordSet = ["what", "which", "that", "than", "whatever"]
  private static let subordinating: WordSet = [
    "after", "once", "when", "until", "before", "while", "where", "because", "as", "if",
  ]
  private static let fillers: Set<String> = [
    "will", "shall", "must", "also", "itself", "for", "its", "part", "is", "to", "agrees", "the", "at", "own", "cost",
    ",", "(", ")", "are", "your", "their", "agree", "undertakes", "undertake", "promises", "promise", "has", "have",
    "needs", "need", "obliged", "required", "bound", "responsible", "hereby", "in", "turn", "further", "expense",
  ]

  /// The customer's own staff, time and money: the clause's subject is the customer and its verb gives.
  private func isOfCustomer(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    if isPaidFor(candidate) || isPaidWith(candidate) { return false }
    if belongsToCustomer(candidate) || isOfCustomerAgain(candidate) || isGivenByCustomer(candidate) { return true }
    // "Client names its administrators, and Supplier gives each of them a voucher"
    if giver(of: candidate) == .vendor { return false }
    var at = clause.lowerBound
    let limit = min(clause.upperBound, candidate.tokens.lowerBound)
    // The subject stands within the first words of the sentence or clause.
    let roles = knowledge.vendorNames.isEmpty ? [] : ["client", "subscriber", "licensee", "purchaser", "buyer"]
    for name in knowledge.customerNames + roles.filter({ !knowledge.vendorNames.contains($0) }) {
      let words = name.split(separator: " ").map(String.init)
      guard !words.isEmpty else { continue }
      at = clause.lowerBound
      while at < min(limit, clause.lowerBound + 8) {
        // "Over and above what Client pays for, Supplier reserves …": another clause.
        let isRelative = at > clause.lowerBound && context.isOne(at - 1, of: Self.relatives)
        if !isRelative, (0..<words.count).allSatisfy({ at + $0 < limit && context.folded(at + $0) == words[$0] }) {
          var next = at + words.count
          while next < limit, Self.fillers.contains(context.folded(next)) { next += 1 }
          if next < limit, context.isOne(next, of: Self.giving), !paysNothing(next) {
            // "After Client pays the first invoice, Supplier provides …": the comma ends the clause of the customer.
            let isBefore = at > clause.lowerBound && context.isOne(at - 1, of: Self.subordinating)
            if !isBefore || context.firstIndex(of: ",", in: next..<limit) == nil { return true }
          }
        }
        at += 1
      }
    }
    return false
  }
}
