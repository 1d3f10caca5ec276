// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Orders that a later order form takes the place of as a whole: "This Order Form supersedes and replaces Order Form
/// Q-55120 in its entirety", "Order Form Q-55120 is terminated and replaced by this Order Form".
struct ReplacedOrders {
  let context: DocumentContext

  /// The number of an order, and the sentence that says that it is replaced.
  struct Replaced {
    var number: String
    var sentence: Range<Int>
  }

  private static let verbs: WordSet = ["replaces", "supersedes", "restates", "cancels", "amends"]
  private static let passives: WordSet = ["replaced", "superseded", "restated"]
  private static let nouns: WordSet = [
    "order", "form", "quote", "contract", "agreement", "no", "number", ".", "the", "existing", "original", "#", "prior",
    "previous", "earlier", "ordering", "document", "subscription", "services", "our", "your", "parties", "signed", ",",
    "and", "fully", "entirely", "wholly",
  ]
  private static let papers: WordSet = ["order", "form", "quote", "contract", "agreement", "document"]
  /// What may stand before the verb: "3.1 This Amended and Restated Order Form amends, restates and …". Any other word
  /// may make a condition of it, or speak of a part.
  private static let subject: WordSet = [
    "this", "the", "present", "it", "amended", "and", "restated", "order", "form", "agreement", "document", "hereby",
    "subscription", "service", "services", "customer", "renewal", "also", "fully", "entirely", ",", ".", ")", "(", ":",
  ]
  /// What may stand between an order's number and "replaced by this".
  private static let predicate: WordSet = [
    "is", "are", "was", "hereby", "terminated", "cancelled", "canceled", "ended", "as", "of", "from", "and", ",",
    "dated",
    "fully", "entirely", "wholly", "therefore", "superseded", "on",
  ]
  /// Behind the number they narrow what is replaced, or say when it will be.
  private static let limits: WordSet = [
    "only", "respect", "regard", "regards", "line", "lines", "item", "items", "section", "clause", "prices", "terms",
    "for", "contact", "where", "except", "if", "until", "upon", "extent", "conflict", "expiry", "expiration", "expires",
    "lapses", "end", "invoicing",
  ]

  var found: [Replaced] {
    var found: [Replaced] = []
    for token in 0..<context.stream.count {
      let word = context.folded(token)
      let number: String?
      if Self.verbs.contains(word) {
        number = self.number(behind: token)
      } else if Self.passives.contains(word) {
        number = self.number(before: token)
      } else {
        continue
      }
      guard let number, !found.contains(where: { $0.number == number }) else { continue }
      found.append(Replaced(number: number, sentence: context.sentence(of: token).prefix(300)))
    }
    return found
  }

  /// "This Order Form replaces Order Form Q-55120": nothing but the names of papers stands between.
  private func number(behind verb: Int) -> String? {
    let sentence = context.sentence(of: verb)
    let before = sentence.lowerBound..<verb
    guard before.count <= 14, before.allSatisfy({ isSubject($0) }),
      before.contains(where: { context.isOne($0, of: "this|it") })
    else { return nil }
    var at = verb + 1
    var isPaper = false
    while at < sentence.upperBound, at < verb + 12,
      context.isOne(at, of: Self.nouns) || context.isOne(at, of: Self.verbs)
    {
      if context.isOne(at, of: Self.papers) { isPaper = true }
      at += 1
    }
    return isPaper ? code(at: at, in: sentence) : nil
  }

  private func isSubject(_ token: Int) -> Bool {
    let word = context.folded(token)
    return Self.subject.contains(word) || Self.verbs.contains(word)
      || context.stream.tokens[token].tokenClass == .number
  }

  /// "Order Form Q-55120 is … replaced by this Order Form".
  private func number(before verb: Int) -> String? {
    let sentence = context.sentence(of: verb)
    guard verb + 2 < sentence.upperBound, context.folded(verb + 1) == "by", context.folded(verb + 2) == "this" else {
      return nil
    }
    var at = sentence.lowerBound
    while at < verb, at < sentence.lowerBound + 4, context.stream.tokens[at].tokenClass != .word { at += 1 }
    var isPaper = false
    while at < verb, at < sentence.lowerBound + 12, context.isOne(at, of: Self.nouns) {
      if context.isOne(at, of: Self.papers) { isPaper = true }
      at += 1
    }
    guard isPaper, let number = OrderNumbers.number(at: at, limit: verb, in: context), number.text.utf8.count >= 4
    else {
      return nil
    }
    let dates = context.dates(in: number.end..<verb)
    let isPlain = (number.end..<verb).allSatisfy { token in
      context.isOne(token, of: Self.predicate) || dates.contains { $0.tokens.contains(token) }
    }
    return isPlain ? number.text : nil
  }

  /// The number of an order, behind which nothing says that only a part of it is meant.
  private func code(at token: Int, in sentence: Range<Int>) -> String? {
    guard let number = OrderNumbers.number(at: token, limit: sentence.upperBound, in: context),
      number.text.utf8.count >= 4, context.dates(in: token..<number.end).isEmpty
    else { return nil }
    let behind = number.end..<min(sentence.upperBound, number.end + 10)
    return behind.contains { context.isOne($0, of: Self.limits) } ? nil : number.text
  }
}
