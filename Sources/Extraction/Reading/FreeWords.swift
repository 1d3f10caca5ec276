// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Tells words that sound as if a grant were free, and say something else.
struct FreeWords {
  let context: DocumentContext

  private static let bills: WordSet = [
    "invoice", "invoiced", "bill", "billed", "charge", "charged", "payment", "payable", "fee", "fees", "due",
    "billable",
    "chargeable", "price",
  ]
  private static let denials: WordSet = ["not", "never", "won't", "don't", "doesn't", "no"]
  private static let delays: WordSet = ["until", "before", "unless", "prior", "earlier", "sooner"]
  private static let burdens: WordSet = [
    "bear", "bears", "bearing", "carry", "carries", "carrying", "meet", "meets", "shoulder", "shoulders", "absorb",
    "absorbs", "assume", "assumes", "foot", "foots", "pick", "picks", "own",
  ]
  /// What may be free of charge beside a grant that is not.
  private static let others: WordSet = [
    "cancellation", "cancelling", "cancellations", "rescheduling", "postponement", "postponing", "rebooking",
    "materials", "shipping", "delivery", "travel", "parking", "refreshments", "rooms", "room", "catering",
    "hotel", "accommodation", "hosting", "coffee", "changes", "updates", "lunch", "lunches", "meals", "drinks",
    "breakfast", "postage", "packing", "packaging", "manuals", "handouts", "certificates", "retakes", "shuttle",
  ]
  /// With a hyphen before "free": free of something else than a price.
  private static let compounds: WordSet = [
    "toll", "tax", "duty", "error", "hands", "interest", "defect", "virus", "royalty", "trouble", "barrier", "carbon",
    "paper", "downtime", "risk", "hassle", "bug", "fault", "vat",
  ]
  /// What stands behind the free words as what is free.
  private static let asides: WordSet = [
    "travel", "shipping", "delivery", "materials", "accommodation", "parking", "postage", "catering", "lunch", "meals",
    "rooms", "refreshments", "hotels", "expenses", "rescheduling", "cancellation",
  ]
  private static let changes: WordSet = [
    "cancellation", "cancelling", "canceling", "cancellations", "rescheduling", "postponement", "postponing",
    "rebooking", "moving", "changing",
  ]
  private static let customers: WordSet = [
    "customer", "client", "subscriber", "licensee", "buyer", "purchaser", "you",
  ]
  private static let suppliers: WordSet = [
    "supplier", "vendor", "provider", "licensor", "seller", "contractor", "we", "us", "our",
  ]

  /// "are not billed before acceptance", "Customer bears the cost", "cancelling is free of charge", "free only if".
  func sayOtherwise(_ tokens: Range<Int>) -> Bool {
    let sentence = context.sentence(of: tokens.lowerBound)
    if tokens.upperBound < sentence.upperBound {
      let next = context.folded(tokens.upperBound)
      // "without payment of the invoice" is no gift of it.
      if next == "in", tokens.upperBound + 1 < sentence.upperBound, context.folded(tokens.upperBound + 1) == "advance" {
        return true
      }
      // "Customer is free to choose"
      if next == "to", context.folded(tokens.upperBound - 1) == "free" { return true }
      // "at no cost to Supplier"
      if next == "to", tokens.upperBound + 1 < sentence.upperBound {
        let at = context.isOne(tokens.upperBound + 1, of: "the|our") ? tokens.upperBound + 2 : tokens.upperBound + 1
        if at < sentence.upperBound, context.isOne(at, of: Self.suppliers) { return true }
      }
      if next == "only" || next == "of" && context.folded(tokens.upperBound - 1) == "payment" { return true }
    }
    // "Free seats are shown on the portal": vacant.
    if context.folded(tokens.upperBound - 1) == "free" || tokens.contains(where: { context.folded($0) == "free" }),
      (tokens.lowerBound..<min(tokens.upperBound + 2, sentence.upperBound)).contains(where: {
        context.isOne($0, of: "seats|places|slots|dates|appointments|capacity|rooms")
      }), sentence.contains(where: { context.isOne($0, of: "shown|listed|displayed|published|visible|announced") })
    {
      return true
    }
    // "a toll-free line"
    if let free = tokens.first(where: { context.folded($0) == "free" }), free > sentence.lowerBound,
      context.isOne(free - 1, of: Self.compounds)
    {
      return true
    }
    // "are not free of charge", "is not included in the fees", "no longer free"
    if tokens.lowerBound > sentence.lowerBound,
      context.isOne(tokens.lowerBound - 1, of: "not|never|longer|hardly")
    {
      return true
    }
    // "No charge is made for cancelling a class"
    let near = max(sentence.lowerBound, tokens.upperBound - 1)..<min(tokens.upperBound + 3, sentence.upperBound)
    if let at = near.first(where: { context.isOne($0, of: "for|on") }),
      (at..<min(at + 3, sentence.upperBound)).contains(where: { context.isOne($0, of: Self.changes) })
    {
      return true
    }
    // "If Customer cancels in time, no fee is charged"
    if let first = sentence.first, context.isOne(first, of: "if|should|once") { return true }
    return isDelayed(tokens, sentence) || isCustomers(tokens, sentence) || isOfAside(tokens, sentence)
      || isOfFirstOnes(tokens, sentence) || sentence.prefix(3).contains { context.isOne($0, of: Self.others) }
  }

  /// "with travel at no charge", "free of charge for materials": what is free stands right before the words, or behind
  /// their `for`.
  private func isOfAside(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    var before = tokens.lowerBound - 1
    while before > sentence.lowerBound, context.isOne(before, of: Self.verbs) { before -= 1 }
    if before > sentence.lowerBound, context.isOne(before, of: Self.asides) { return true }
    let end = min(tokens.upperBound + 3, sentence.upperBound)
    guard tokens.upperBound < end, context.folded(tokens.upperBound) == "for" else { return false }
    return (tokens.upperBound + 1..<end).contains { context.isOne($0, of: Self.asides) }
  }

  private static let verbs: WordSet = ["is", "are", "being", "included", "comes", "come", "provided", "both", "all"]

  /// Words that say so of a part or of something beside the grant.
  func sayItOfPart(_ tokens: Range<Int>) -> Bool {
    let sentence = context.sentence(of: tokens.lowerBound)
    return isOfAside(tokens, sentence) || isOfFirstOnes(tokens, sentence)
  }

  /// "no charge for the first 10 hours, $90 thereafter", "the first twenty free, the remainder at $90": free is only a
  /// part of what is counted, and the rest has a price. A time that is free at first is a grant of its own.
  private func isOfFirstOnes(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let near = max(sentence.lowerBound, tokens.lowerBound - 6)..<min(tokens.upperBound + 4, sentence.upperBound)
    guard let first = near.first(where: { context.folded($0) == "first" && !tokens.contains($0) }) else { return false }
    let values = context.values(in: first..<sentence.upperBound)
    guard let counted = values.first, counted.tokens.lowerBound == first + 1 else { return false }
    switch counted.value {
    case .number, .quantity: break
    case .duration(let duration) where duration.unit == .hour || duration.unit == .day: break
    default: return false
    }
    return values.dropFirst().contains { value in
      if case .money = value.value { return true }
      return false
    } && (first..<sentence.upperBound).contains { context.isOne($0, of: Self.beyond) }
  }

  private static let beyond: WordSet = [
    "thereafter", "remainder", "rest", "afterwards", "beyond", "others", "other", "further", "remaining", "after",
    "then", "balance", "next",
  ]

  private static let usable: WordSet = [
    "and", "or", "valid", "usable", "useable", "good", "redeemable", "available", "open", "bookable", "claimable",
    "live", "active", "to", "for", "which", "that", "use", "used",
  ]

  /// A bill that comes later; one that comes on a given day leaves what is before it free.
  private func isDelayed(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    guard tokens.contains(where: { context.isOne($0, of: Self.bills) }),
      tokens.contains(where: { context.isOne($0, of: Self.denials) })
    else { return false }
    for token in tokens.upperBound..<max(tokens.upperBound, min(tokens.upperBound + 4, sentence.upperBound)) {
      // "at no charge, valid until the Order End Date" bounds the use and delays no bill.
      if context.isSign(token, 0x2C) || context.isOne(token, of: Self.usable) { return false }
      guard context.isOne(token, of: Self.delays) else { continue }
      return context.folded(token) != "until" || context.dates(in: token..<min(token + 5, sentence.upperBound)).isEmpty
    }
    return false
  }

  /// The sentence's first party is who bears the cost.
  private func isCustomers(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let isAtIts =
      tokens.contains { context.folded($0) == "its" } && context.isOne(tokens.upperBound - 1, of: "expense|cost|costs")
    // "Supplier provides seats; Customer travels at its own expense": whose it is says the party right before.
    if isAtIts {
      let before = max(sentence.lowerBound, tokens.lowerBound - 40)..<tokens.lowerBound
      let party = before.last { context.isOne($0, of: Self.customers) || context.isOne($0, of: Self.suppliers) }
      if let party { return context.isOne(party, of: Self.customers) }
      // In a list under "Client will" nobody is named.
      return !context.isCapitalised(sentence.lowerBound)
    }
    guard tokens.contains(where: { context.isOne($0, of: Self.burdens) }) else { return false }
    // "the cost being Alderway's own": whose it is stands there.
    if tokens.count > 3, let own = tokens.last, context.folded(own) == "own",
      tokens.contains(where: { context.isOne($0, of: "s|'s|’s") })
    {
      return tokens.contains { context.isOne($0, of: Self.customers) }
    }
    // "Customer gets ten vouchers; Quill bears their cost": a name right before it is who does.
    if tokens.lowerBound > sentence.lowerBound {
      let before = tokens.lowerBound - 1
      if context.isCapitalised(before), !context.isOne(before, of: Self.customers),
        before - 1 < sentence.lowerBound || context.isOne(before - 1, of: ";|,|and|while|but|.")
      {
        return false
      }
    }
    for token in max(sentence.lowerBound, tokens.lowerBound - 30)..<tokens.lowerBound {
      let word = context.folded(token)
      if Self.customers.contains(word) { return true }
      if Self.suppliers.contains(word) { return false }
    }
    return false
  }
}
