// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Whose people a clause is about.
extension Scope {
  /// "3 % of your Gross Revenues", "ten percent of net sales": what a franchisee or reseller pays out of what it takes.
  func isShareOfRevenues(_ candidate: Candidate) -> Bool {
    guard let base = candidate.share?.base.lowercased() else { return false }
    let words = base.split { !$0.isLetter }
    return words.contains { ["revenue", "revenues", "turnover", "receipts"].contains($0) }
      || zip(words, words.dropFirst()).contains { ["gross", "net"].contains($0) && $1 == "sales" }
  }

  /// "A project manager of the Buyer is free for it on two days a week": the people are the customer's.
  func belongsToCustomer(_ candidate: Candidate) -> Bool {
    guard candidate.kind == "services_hours", candidate.place == nil else { return false }
    var at = candidate.name.tokens.upperBound
    guard at + 1 < candidate.sentence.upperBound, context.folded(at) == "of" else { return false }
    at += context.folded(at + 1) == "the" ? 2 : 1
    return knowledge.customerNames.contains { name in
      let words = name.split(separator: " ").map(String.init)
      return !words.isEmpty && at + words.count < candidate.sentence.upperBound
        && words.indices.allSatisfy { context.folded(at + $0) == words[$0] }
    }
  }

  /// "The Customer confirms that its council has been heard. It provides one training day for each …": what the customer
  /// gives, told by a pronoun.
  func isOfCustomerAgain(_ candidate: Candidate) -> Bool {
    let sentence = candidate.sentence
    guard candidate.place == nil, sentence.count > 2, context.isOne(sentence.lowerBound, of: "it|they"),
      sentence.lowerBound > context.block(of: sentence.lowerBound).lowerBound
    else { return false }
    var verb = sentence.lowerBound + 1
    while verb < sentence.upperBound, context.isOne(verb, of: "shall|will|must|also|itself|in|turn|,|further") {
      verb += 1
    }
    guard verb < sentence.upperBound, context.isOne(verb, of: Self.giving) else { return false }
    let before = context.sentence(of: sentence.lowerBound - 1)
    guard before.lowerBound < sentence.lowerBound else { return false }
    let opening = before.prefixRange(4)
    return names(knowledge.customerNames, opening) && !names(knowledge.vendorNames, opening)
  }

  private static let givingUp: WordSet = [
    "waives", "waive", "renounces", "renounce", "forgoes", "forgo", "foregoes", "declines", "decline", "relinquishes",
    "rejects", "refuses", "surrenders",
  ]

  /// "Nettle Bay waives the ten hours": the packs know the customer by its role, and it goes by its name.
  func isGivenUp(_ candidate: Candidate, _ clause: Range<Int>) -> Bool {
    guard candidate.place == nil else { return false }
    let before =
      max(
        clause.lowerBound, candidate.tokens.lowerBound - 12)..<max(
        clause.lowerBound, candidate.tokens.lowerBound)
    guard let verb = before.last(where: { context.isOne($0, of: Self.givingUp) }) else { return false }
    return names(knowledge.customerNames, before.lowerBound..<verb)
      && !names(knowledge.vendorNames, max(before.lowerBound, verb - 2)..<verb)
  }

  private static let taught: Set<Kind> = ["training_credit", "certification_voucher"]

  /// "Supplier will train up to 70 of its agents": by the words its own, perhaps the customer's; nobody can tell.
  func isOfUnknownPeople(_ candidate: Candidate) -> Bool {
    guard candidate.place == nil, Self.taught.contains(candidate.kind) else { return false }
    let near = candidate.tokens.lowerBound..<min(candidate.tokens.upperBound + 4, candidate.sentence.upperBound)
    guard
      let its = near.first(where: {
        context.isOne($0, of: "its|their") && $0 > near.lowerBound && context.folded($0 - 1) == "of"
      }), its + 1 < candidate.sentence.upperBound, context.isWord(its + 1),
      !Self.things.contains(context.folded(its + 1).droppingPlural)
    else { return false }
    let before = candidate.sentence.lowerBound..<its
    // "We train up to 70 of its agents": of the other's.
    return !before.contains { context.isOne($0, of: "we|us|our|you|your") }
      && !names(knowledge.customerNames, before)
  }

  /// "of its courses", "of their classes" names no people.
  private static let things: WordSet = [
    "course", "class", "exam", "seat", "public", "scheduled", "standard", "online", "training", "academy", "open",
    "credit", "session", "live", "virtual", "product", "choice", "own",
  ]

  func names(_ parties: [String], _ range: Range<Int>) -> Bool {
    parties.contains { name in
      let words = name.split(separator: " ").map(String.init)
      guard !words.isEmpty, words.count <= range.count else { return false }
      return (range.lowerBound...(range.upperBound - words.count)).contains { start in
        words.indices.allSatisfy { context.folded(start + $0) == words[$0] }
      }
    }
  }

  private static let reserving: WordSet = ["reserves", "reserve", "secures", "books"]

  /// "The Buyer reserves 80 hours of a consultant for $12,800": who reserves for money buys.
  func isPaidFor(_ candidate: Candidate) -> Bool {
    let name = candidate.name.tokens
    // "Customer shall reserve a budget of $20,000": the sum is what it is, not what is paid.
    guard !candidate.kind.isFunded, candidate.sentence.lowerBound < name.lowerBound,
      (max(candidate.sentence.lowerBound, name.lowerBound - 12)..<name.lowerBound).contains(where: {
        context.isOne($0, of: Self.reserving)
      })
    else { return false }
    let behind = name.upperBound..<max(name.upperBound, min(name.upperBound + 24, candidate.sentence.upperBound))
    return context.values(in: behind).contains { value in
      guard case .money = value.value else { return false }
      return context.isOne(value.tokens.lowerBound - 1, of: "for|at|of")
    }
  }
}
