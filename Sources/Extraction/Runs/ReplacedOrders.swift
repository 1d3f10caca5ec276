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

  private static let verbs: WordSet = [
    "replaces", "supersedes", "restates", "cancels", "replace", "supersede", "restate",
  ]
  private static let passives: WordSet = ["replaced", "superseded", "restated"]
  private static let nouns: WordSet = [
    "order", "form", "quote", "contract", "agreement", "no", "number", ".", "the", "existing", "original", "#", "prior",
    "previous", "earlier", "ordering", "document", "subscription", "services", "our", "your", "parties", "signed", ",",
    "and", "fully", "entirely", "wholly",
  ]
  private static let papers: WordSet = ["order", "form", "quote", "contract", "agreement", "document"]
  /// What ends by itself is not replaced: its grants hold until then.
  private static let endings: WordSet = ["expiry", "expiration", "expires", "lapses"]

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

  /// "replaces Order Form Q-55120": nothing but the names of papers stands between.
  private func number(behind verb: Int) -> String? {
    let sentence = context.sentence(of: verb)
    guard !isDenied(verb, in: sentence), !endsItself(sentence) else { return nil }
    var at = verb + 1
    var isPaper = false
    while at < sentence.upperBound, at < verb + 12,
      Self.nouns.contains(context.folded(at)) || Self.verbs.contains(context.folded(at))
    {
      if Self.papers.contains(context.folded(at)) { isPaper = true }
      at += 1
    }
    guard isPaper else { return nil }
    return code(at: at, limit: sentence.upperBound)
  }

  /// "Order Form Q-55120 is … replaced by this Order Form".
  private func number(before verb: Int) -> String? {
    let sentence = context.sentence(of: verb)
    guard verb + 2 < sentence.upperBound, context.folded(verb + 1) == "by",
      ["this", "the"].contains(context.folded(verb + 2)), !isDenied(verb, in: sentence), !endsItself(sentence)
    else { return nil }
    var at = sentence.lowerBound
    var isPaper = false
    while at < verb, at < sentence.lowerBound + 12,
      Self.nouns.contains(context.folded(at)) || at < sentence.lowerBound + 3
    {
      if Self.papers.contains(context.folded(at)) { isPaper = true }
      if isPaper, let number = code(at: at, limit: verb) { return number }
      at += 1
    }
    return isPaper ? code(at: at, limit: verb) : nil
  }

  private func code(at token: Int, limit: Int) -> String? {
    guard let number = OrderNumbers.number(at: token, limit: limit, in: context), number.text.utf8.count >= 4,
      context.dates(in: token..<number.end).isEmpty
    else { return nil }
    return number.text
  }

  private func isDenied(_ token: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, token - 3)..<token).contains {
      ["not", "never", "neither", "nor", "if", "section", "clause"].contains(context.folded($0))
        || context.folded($0) == "may" && !context.isCapitalised($0)
    }
  }

  private func endsItself(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(80).contains { Self.endings.contains(context.folded($0)) }
  }
}
