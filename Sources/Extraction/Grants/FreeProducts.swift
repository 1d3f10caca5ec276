// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Finds complimentary users, add-ons and months that no pack names: a sentence that asks no price, beside so many
/// people or licences ("300 users of Atlas are switched on free of cost"), an add-on ("the Mobile Scan module"), or
/// months of use ("keep working for one more month at our expense").
struct FreeProducts {
  let context: DocumentContext
  let currency: String?

  private static let longest = 90

  /// Candidates of sentences that gave nothing yet; `isTaken` tells which did.
  func candidates(_ isTaken: (Range<Int>) -> Bool) -> [Candidate] {
    var found: [Candidate] = []
    var seen = Set<Int>()
    for match in context.matches where context.cue(match)?.sense == .free {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      guard sentence.count <= Self.longest, seen.insert(sentence.lowerBound).inserted else { continue }
      let block = context.stream.block(of: sentence.lowerBound)
      if context.outline.isHeading[block] || endsWithColon(sentence) || isOverItems(block) {
        found += items(under: block, isTaken, &seen)
      } else if let one = candidate(in: sentence, free: match.tokens, isTaken)
        ?? before(sentence, match.tokens, isTaken) ?? titled(sentence, match.tokens, isTaken)
        ?? labelled(sentence, match.tokens, isTaken)
      {
        found.append(one)
      }
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// What stands in a list under a heading or lead-in that says that it is free.
  private func items(
    under heading: Int, _ isTaken: (Range<Int>) -> Bool, _ seen: inout Set<Int>
  ) -> [Candidate] {
    let tokens = context.stream.tokens(ofBlock: heading)
    guard tokens.count <= 40, !context.says([.objection(.negated), .objection(.optional_purchase)], in: tokens) else {
      return []
    }
    var found: [Candidate] = []
    for block in context.outline.descendants(of: heading).prefix(40) {
      guard case .listItem = context.source.blocks[block].role, context.outline.parents[block] == heading,
        let sentence = context.sentences(ofBlock: block).first, seen.insert(sentence.lowerBound).inserted,
        let one = listed(sentence, isTaken) ?? candidate(in: sentence, free: nil, isTaken)
      else { continue }
      found.append(one)
    }
    return found
  }

  // MARK: One sentence

  private func candidate(
    in sentence: Range<Int>, free: Range<Int>?, _ isTaken: (Range<Int>) -> Bool
  ) -> Candidate? {
    guard isOpen(sentence, isTaken) else { return nil }
    if let free, isDenied(free) { return nil }
    let product = product(in: sentence)
    if product == nil, isOfEarlierThing(sentence) { return nil }
    if let listed = FreeMonths(context: context).counted(in: sentence) {
      return made(sentence, listed, product ?? subscription(in: sentence) ?? listed.tokens)
    }
    if let months = months(in: sentence), isCounted(months, sentence),
      let of = product ?? subscription(in: sentence) ?? users(in: sentence)?.noun
    {
      return made(sentence, months.tokens.union(of), of, quantity: (months, "month"))
    }
    if let (number, users) = users(in: sentence), product != nil || isUsed(sentence) || !isPerson(users.upperBound - 1)
    {
      return made(sentence, number.tokens.union(users), product ?? users, quantity: (number, "user"))
    }
    guard let product = product ?? subscription(in: sentence) else { return nil }
    if let months = months(in: sentence),
      isCounted(months, sentence)
        || self.product(in: sentence) == nil && !context.isOne(months.tokens.lowerBound - 1, of: "within|in")
    {
      return made(sentence, months.tokens.union(product), product, quantity: (months, "month"))
    }
    guard self.product(in: sentence) != nil,
      isGiven(sentence) || free.map({ isWaived($0) || isSaid(of: product, $0) }) ?? true
    else { return nil }
    return made(sentence, product, product, quantity: nil)
  }

  /// "The planners also get the Forecast add-on. Vendor forgoes its price for the first six months."
  private func before(_ sentence: Range<Int>, _ free: Range<Int>, _ isTaken: (Range<Int>) -> Bool) -> Candidate? {
    let block = context.stream.tokens(ofBlock: context.stream.block(of: sentence.lowerBound))
    guard sentence.lowerBound > block.lowerBound, isOpen(sentence, isTaken),
      sentence.prefix(12).contains(where: { context.isOne($0, of: Self.pronouns) })
    else { return nil }
    let last = context.sentence(of: sentence.lowerBound - 1).clamped(to: block)
    guard last.count <= Self.longest, isOpen(last, isTaken), isGiven(last) || isUsed(last),
      let product = product(in: last)
    else { return nil }
    let users = users(in: last)
    let tokens = users.map { $0.number.tokens.union($0.noun) } ?? product
    return made(last, tokens.union(product), product, quantity: users.map { ($0.number, "user") })
  }

  /// "The Forecast module is free for the first year": said of the product itself.
  private func isSaid(of product: Range<Int>, _ free: Range<Int>) -> Bool {
    guard product.upperBound <= free.lowerBound, free.lowerBound - product.upperBound <= 3 else { return false }
    return (product.upperBound..<(free.lowerBound + 1)).allSatisfy {
      free.contains($0) || context.isOne($0, of: "is|are|will|shall|be|also|itself")
    } && (product.upperBound..<free.upperBound).contains { context.isOne($0, of: "is|are|be") }
  }

  private static let pronouns: WordSet = ["its", "it", "them", "their", "they", "this", "these", "that"]

  func made(
    _ sentence: Range<Int>, _ tokens: Range<Int>, _ name: Range<Int>, quantity: (ValueMention, String)?
  ) -> Candidate {
    var one = Candidate(
      kind: "complimentary_product", name: NameSpan(tokens: name, kind: "complimentary_product"), tokens: tokens,
      sentence: sentence, isWeak: false, rules: [])
    if let (value, unit) = quantity, let amount = value.value.count {
      one.quantity = Quantity(amount: amount, unit: unit)
      one.problems = value.problems
    }
    one.fee = Fee(amount: 0, currency: currency)
    return one
  }

  private func made(_ sentence: Range<Int>, _ months: FreeMonths.List, _ name: Range<Int>) -> Candidate {
    var one = made(sentence, months.tokens, name, quantity: nil)
    one.quantity = Quantity(amount: Decimal(months.count), unit: "month")
    return one
  }

  // MARK: What speaks against it

  /// A line in no heading's type right over items, which says of all of them that they are free.
  private func isOverItems(_ block: Int) -> Bool {
    guard block + 1 < context.source.blocks.count, context.outline.parents[block + 1] == block,
      case .listItem = context.source.blocks[block + 1].role, case .paragraph = context.source.blocks[block].role
    else { return false }
    return context.stream.tokens(ofBlock: block).count <= 16
  }

  /// Nothing was read of it, and it names nothing else that packs know.
  func isOpen(_ sentence: Range<Int>, _ isTaken: (Range<Int>) -> Bool) -> Bool {
    guard !isTaken(sentence) else { return false }
    if context.names(in: sentence).contains(where: {
      $0.kind != nil && !$0.isWeak && $0.kind != "complimentary_product"
    }) {
      return false
    }
    return !sentence.contains { context.isOne($0, of: Self.others) }
  }

  /// Words of clauses that ask no price for something else: getting one's data out, mending faults, moving a date.
  private static let others: WordSet = [
    "export", "exports", "retrieve", "retrieval", "download", "extract", "migrate", "return", "repair", "repairs",
    "correct", "correction", "defect", "defects", "error", "errors", "replace", "replacement", "update", "updates",
    "upgrade", "upgrades", "release", "releases", "patch", "patches", "cancel", "cancelled", "cancellation", "moved",
    "rescheduled", "outage", "downtime", "terminate", "termination", "audit", "audits", "copy", "copies", "evaluation",
    "invoice", "voucher", "vouchers", "credit", "credits", "class", "classes", "course", "courses", "training", "exam",
    "sandbox", "consultant", "consulting", "workshop", "fund", "trains", "train", "retrains", "teaches",
  ]

  /// "The advice is free of charge and available in the first nine months": of what was spoken of before.
  private func isOfEarlierThing(_ sentence: Range<Int>) -> Bool {
    let start = sentence.lowerBound
    guard sentence.count > 4, start > context.block(of: start).lowerBound,
      context.isOne(start, of: "the|this|that|these|such"), context.isOne(start + 2, of: TopicWalk.verbs)
    else { return false }
    return !context.isCapitalised(start + 1) && !isLicence(start + 1) && !isPerson(start + 1)
  }

  /// "Not free of charge"
  func isDenied(_ free: Range<Int>) -> Bool {
    free.lowerBound > 0 && context.isOne(free.lowerBound - 1, of: "not|never|neither|nor")
  }

  private func endsWithColon(_ tokens: Range<Int>) -> Bool { context.folded(tokens.upperBound - 1) == ":" }
}
