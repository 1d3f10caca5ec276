// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// What headings and lead-ins say of all that stands under them.
extension Scope {
  /// A heading or lead-in that speaks for all that stands under it: "Optional items", "The following are not included:".
  func inherited(_ sentence: Range<Int>) -> Objection? {
    let block = context.stream.block(of: sentence.lowerBound)
    if let match = runInTitle(of: block, before: sentence), let reason = context.cue(match)?.reason {
      return Objection(reason: reason, match: match)
    }
    for ancestor in context.outline.ancestors(of: block) {
      let tokens = context.stream.tokens(ofBlock: ancestor)
      let isHeading = context.outline.isHeading[ancestor]
      if isHeading, saysWhatCustomerDoes(tokens) { return Objection(reason: .customer_obligation) }
      for (match, cue) in context.cues(in: tokens) {
        guard let reason = cue.reason else { continue }
        // A long heading names what its section is about, whatever else it says.
        if cue.holdsForSection, reason == .negated, tokens.count > 12 { continue }
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

  /// What the few words that open a paragraph ("Not included.", "What we need from you:") say of the rest of it.
  private func runInTitle(of block: Int, before sentence: Range<Int>) -> PhraseMatch? {
    let tokens = context.stream.tokens(ofBlock: block)
    guard sentence.lowerBound > tokens.lowerBound else { return nil }
    let title = context.sentence(of: tokens.lowerBound).clamped(to: tokens)
    guard title.count <= 9, title.upperBound <= sentence.lowerBound,
      context.isOne(title.upperBound - 1, of: ".|:")
    else { return nil }
    return context.cues(in: title).first { $0.cue.holdsForSection }?.match
  }

  private static let duties: WordSet = [
    "obligations", "responsibilities", "duties", "part", "role", "contribution", "contributions", "cooperation",
    "tasks",
    "inputs", "dependencies",
  ]

  /// A heading such as "The Society's part", "Obligations of the Client": what stands under it the customer does.
  private func saysWhatCustomerDoes(_ heading: Range<Int>) -> Bool {
    guard heading.count <= 10,
      heading.contains(where: { context.isOne($0, of: Self.duties) && !isNumbered($0, in: heading) })
    else { return false }
    let words = heading.map { context.folded($0) }
    return knowledge.customerNames.contains { name in
      let name = name.split(separator: " ").map(String.init)
      return !name.isEmpty && words.indices.contains { words[$0...].starts(with: name) }
    }
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
        break
      }
      guard tokens.count < 60, !endsWithStop(tokens) else { continue }
      given.granted = given.granted || context.says([.granted], in: tokens)
      given.free = given.free || context.says([.free], in: tokens)
    }
    return given
  }

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
