// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// What headings and lead-ins say of all that stands under them.
extension Scope {
  /// A heading or lead-in that speaks for all that stands under it: "Optional items", "The following are not included:".
  func inherited(_ sentence: Range<Int>) -> Objection? {
    let block = context.stream.block(of: sentence.lowerBound)
    if isDenialOpened(block, before: sentence) { return Objection(reason: .negated) }
    if let title = runInTitle(of: block), title.upperBound <= sentence.lowerBound {
      if saysWhatCustomerDoes(title) { return Objection(reason: .customer_obligation) }
      if let match = context.cues(in: title).first(where: { $0.cue.holdsForSection })?.match,
        let reason = context.cue(match)?.reason
      {
        return Objection(reason: reason, match: match)
      }
    }
    for ancestor in context.outline.ancestors(of: block) {
      let tokens = context.stream.tokens(ofBlock: ancestor)
      let isHeading = context.outline.isHeading[ancestor]
      if isHeading && saysWhatCustomerDoes(tokens) || isDuty(sentence, under: tokens) {
        return Objection(reason: .customer_obligation)
      }
      if saysNot(tokens) { return Objection(reason: .negated) }
      for (match, cue) in context.cues(in: tokens) {
        guard let reason = cue.reason else { continue }
        // A long heading names what its section is about, whatever else it says.
        if cue.holdsForSection, reason == .negated, tokens.count > 12 || isTwoSided(tokens, but: match.tokens) {
          continue
        }
        if cue.holdsForSection { return Objection(reason: reason, match: match) }
        // A lead-in that ends with a colon carries its sense to the items.
        if !isHeading, tokens.count < 40, endsWithColon(tokens), reason != .definition, reason != .conditional,
          reason != .superseded || !givesNewText(tokens)
        {
          return Objection(reason: reason, match: match)
        }
      }
    }
    return nil
  }

  /// The few words that open a paragraph and stand over the rest of it ("Not included.", "What we need from you:").
  private func runInTitle(of block: Int) -> Range<Int>? {
    let tokens = context.stream.tokens(ofBlock: block)
    guard !tokens.isEmpty else { return nil }
    let title = context.sentence(of: tokens.lowerBound).clamped(to: tokens)
    guard title.count <= 9, title.upperBound < tokens.upperBound, context.isOne(title.upperBound - 1, of: ".|:") else {
      return nil
    }
    return title
  }

  /// Whether the block's heading or opening words say that it tells what the customer does.
  func isCustomersPart(_ block: Int) -> Bool {
    if let title = runInTitle(of: block), saysWhatCustomerDoes(title) { return true }
    return context.outline.ancestors(of: block).contains { ancestor in
      context.outline.isHeading[ancestor] && saysWhatCustomerDoes(context.stream.tokens(ofBlock: ancestor))
    }
  }

  /// Titles that as whole ones deny what stands under them; within a sentence the same words deny something else.
  private static let denials: WordSet = [
    "not renewed", "not continued", "not in", "not in it", "not in here", "what is not in here", "left out", "out",
    "not taken", "not carried over", "what we did not", "what we left out", "not today", "not now", "dropped",
    "considered and dropped", "declined", "not bought", "not sold", "not ours", "not kept", "what you do not get",
    "no longer included", "out of this order", "what is out", "not part of it",
  ]

  private func saysNot(_ title: Range<Int>) -> Bool {
    guard title.count <= 9 else { return false }
    let words = title.filter { context.isWord($0) }.map { context.folded($0) }
    return Self.denials.contains(words.joined(separator: " "))
  }

  /// "Not renewed. Premium hotline; two test environments."
  private func isDenialOpened(_ block: Int, before sentence: Range<Int>) -> Bool {
    let tokens = context.stream.tokens(ofBlock: block)
    guard sentence.lowerBound > tokens.lowerBound else { return false }
    let title = context.sentence(of: tokens.lowerBound).clamped(to: tokens)
    return title.upperBound <= sentence.lowerBound && saysNot(title)
  }

  private static let duties: WordSet = [
    "obligations", "responsibilities", "duties", "part", "role", "contribution", "contributions", "cooperation",
    "tasks", "inputs", "dependencies", "undertakings", "undertaking", "prerequisites",
  ]

  /// "Inclusions and exclusions", "What is and what is not included": what stands under it is both.
  private func isTwoSided(_ heading: Range<Int>, but denial: Range<Int>) -> Bool {
    let rest = [heading.lowerBound..<denial.lowerBound, denial.upperBound..<heading.upperBound].filter { !$0.isEmpty }
    return rest.contains { part in
      part.contains { context.isOne($0, of: "and|&|/|or|–|-|+|vs|versus") }
        && part.contains { context.isOne($0, of: Self.affirming) && !context.isOne(max(0, $0 - 1), of: "of|not") }
    }
  }

  private static let affirming: WordSet = [
    "inclusions", "inclusion", "included", "includes", "benefits", "entitlements", "extras", "concessions", "grants",
    "granted", "allowances", "scope", "offered", "covered", "agreed", "is", "are", "contained", "limits",
    "deliverables", "provided", "supplied", "accepted", "confirmed",
  ]

  /// A heading such as "The Society's part", "Obligations of the Client": what stands under it the customer does.
  private func saysWhatCustomerDoes(_ heading: Range<Int>) -> Bool {
    guard heading.count <= 10,
      heading.contains(where: { context.isOne($0, of: Self.duties) && !isNumbered($0, in: heading) })
    else { return false }
    return names(knowledge.customerNames, heading)
  }

  /// "Part 2: what you subscribe to", "Part B": a part of the document, not somebody's.
  private func isNumbered(_ token: Int, in heading: Range<Int>) -> Bool {
    guard token == heading.lowerBound, token + 1 < heading.upperBound else { return false }
    return context.stream.tokens[token + 1].tokenClass == .number || context.folded(token + 1).utf8.count <= 3
  }

  /// "Supplier holds a success fund for Customer. The fund equals …": the sentence before gave it.
  func goesOn(_ candidate: Candidate) -> Bool {
    let start = candidate.sentence.lowerBound
    let block = context.stream.tokens(ofBlock: context.stream.block(of: start))
    guard start > block.lowerBound else { return false }
    let before = context.sentence(of: start - 1).clamped(to: block)
    return before.count < 200 && context.names(in: before).contains { $0.kind == candidate.kind && !$0.isWeak }
      && context.says([.granted], in: before)
  }

  /// "Customer shall receive the following at no charge:" and the heading "Free with this order" give what stands under
  /// them.
  func leadInGives(_ candidate: Candidate) -> (granted: Bool, free: Bool) {
    var given = (granted: false, free: false)
    let block = context.stream.block(of: candidate.sentence.lowerBound)
    for ancestor in context.outline.ancestors(of: block) {
      let tokens = context.stream.tokens(ofBlock: ancestor)
      if context.outline.isHeading[ancestor] {
        // Half a name ("one voucher, one project") needs more than a heading; what is free alone counts does not.
        let isEnough = !candidate.isWeak || candidate.kind == "complimentary_product"
        if isEnough, headingFrees(tokens) { given = (true, true) }
        if isBare(candidate), headingGrants(tokens) { given.granted = true }
        break
      }
      guard tokens.count < 60, !endsWithStop(tokens) else { continue }
      given.granted = given.granted || context.says([.granted], in: tokens)
      given.free = given.free || context.says([.free], in: tokens)
    }
    return given
  }

  /// "Gold Support. No charge.": a sentence of few words behind one that is nothing but the grant.
  func isFreedBehind(_ candidate: Candidate) -> Bool {
    let end = candidate.sentence.upperBound
    guard candidate.place == nil, candidate.sentence.count <= 20,
      end < context.block(of: candidate.sentence.lowerBound).upperBound,
      !context.says([.granted], in: candidate.sentence)
    else { return false }
    let next = context.sentence(of: end)
    return next.count <= 8 && context.says([.free], in: next)
  }

  /// An item that is nothing but the grant: "On-site training: 4 days" in a list, and no sentence.
  private func isBare(_ candidate: Candidate) -> Bool {
    let own = min(candidate.tokens.lowerBound, candidate.name.tokens.lowerBound)
    let rest = candidate.sentence.filter { context.isWord($0) && !candidate.tokens.contains($0) }
    return candidate.sentence.count <= 14 && own - candidate.sentence.lowerBound <= 2 && rest.count <= 3
  }

  /// A short heading of what an order brings: "Included extras", "Benefits of this order".
  private func headingGrants(_ heading: Range<Int>) -> Bool {
    heading.count <= 14
      && heading.contains { context.isOne($0, of: Self.brought) }
      && !heading.contains { context.isOne($0, of: "not|no|without|optional|excluded|exclusions|former|past") }
  }

  private static let brought: WordSet = [
    "included", "inclusions", "extras", "benefits", "entitlements", "allowances", "concessions", "incentives", "perks",
    "entitled", "granted", "complimentary", "allotments", "investments",
  ]

  /// A short heading that says that what it heads costs nothing: "Thrown in", "Items free of charge".
  private func headingFrees(_ heading: Range<Int>) -> Bool {
    heading.count <= 14
      && context.cues(in: heading).contains { match, cue in
        let start = match.tokens.lowerBound
        return cue.sense == .free && !(start > heading.lowerBound && context.folded(start - 1) == "not")
      }
  }

  /// "Supplier grants Customer" over (a), (b), (c) leads in as well as with a colon.
  private func endsWithStop(_ tokens: Range<Int>) -> Bool {
    tokens.isEmpty || context.isOne(tokens.upperBound - 1, of: ".|;|!|?")
  }

  /// "None has been ordered.", "Neither is on order today.": the next sentence takes back what this one lists.
  func isTakenBack(_ candidate: Candidate) -> Bool {
    if isDisclaimed(candidate) { return true }
    let start = candidate.sentence.upperBound
    guard candidate.place == nil, start < context.stream.count,
      context.isOne(start, of: "none|neither|both"),
      context.stream.block(of: start) == context.stream.block(of: candidate.sentence.lowerBound)
    else { return false }
    let next = context.sentence(of: start)
    // "None may be resold or given away", "Both are cancelled if Customer terminates": how, not whether.
    guard !next.contains(where: { context.isOne($0, of: Self.permits) }) else { return false }
    if context.folded(start) == "both" {
      return next.count <= 16 && next.contains { context.isOne($0, of: Self.ended) }
    }
    return next.count <= 30 && next.contains { context.isOne($0, of: Self.taken) }
  }

  private static let pointers: WordSet = ["these", "those", "they", "this", "it", "such", "which"]
  private static let papers: WordSet = [
    "order", "form", "agreement", "contract", "quote", "offer", "deal", "subscription", "here", "hereunder", "hereto",
  ]

  /// "…; these do not apply to this order.", "… They are not part of this order.": the next clause takes it back.
  private func isDisclaimed(_ candidate: Candidate) -> Bool {
    guard candidate.place == nil else { return false }
    let block = context.stream.tokens(ofBlock: context.stream.block(of: candidate.sentence.lowerBound))
    let near = candidate.tokens.upperBound..<min(candidate.tokens.upperBound + 40, block.upperBound)
    guard !near.isEmpty,
      let stop = near.first(where: { context.isOne($0, of: ";|.") }), stop + 1 < block.upperBound,
      context.isOne(stop + 1, of: Self.pointers)
    else { return false }
    let next = (stop + 1)..<min(stop + 18, context.sentence(of: stop + 1).upperBound)
    let words = next.prefix { !context.isOne($0, of: ";|,|.") }
    guard let not = words.first(where: { context.isOne($0, of: "not|no") }),
      let verb = words.first(where: {
        $0 > not && context.isOne($0, of: "apply|part|granted|ordered|agreed|belong|offered")
      })
    else { return false }
    return words.contains { $0 > verb && context.isOne($0, of: Self.papers) }
      && !words.contains { context.isOne($0, of: "fee|fees|price|prices|charges|if|unless|may") }
  }

  private static let permits: WordSet = [
    "may", "can", "must", "cannot", "if", "unless", "when", "once", "party", "parties", "free", "price", "fee", "fees",
  ]
  private static let taken: WordSet = [
    "ordered", "order", "bought", "purchased", "agreed", "taken", "chosen", "sold",
    "given", "granted", "proposed", "offered", "retained", "accepted", "included",
  ]
  private static let ended: WordSet = [
    "revoked", "cancelled", "canceled", "withdrawn", "deleted", "dropped", "rescinded",
  ]

  /// "Article 12 is withdrawn. It now says:": what stands under it is the new text.
  private func givesNewText(_ tokens: Range<Int>) -> Bool {
    tokens.suffix(10).contains {
      context.isOne($0, of: "says|reads|read|follows|following|runs")
    }
  }

  private func endsWithColon(_ tokens: Range<Int>) -> Bool {
    !tokens.isEmpty && context.folded(tokens.upperBound - 1) == ":"
  }
}
