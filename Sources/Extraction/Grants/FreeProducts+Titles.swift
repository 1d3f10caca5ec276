// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns
import ValueRecognition

/// Products that a title names and the words behind it give: "Route Planner. Free for 90 days from order start",
/// "Dispatch Board, on the house. 5 Dispatch Board seats for six months", "Field crew app: 10 fitters, first quarter".
extension FreeProducts {
  private static let longestTitle = 9

  /// Title and sentence are one block; either of them says that nothing is paid.
  func titled(_ sentence: Range<Int>, _ free: Range<Int>, _ isTaken: (Range<Int>) -> Bool) -> Candidate? {
    let block = context.stream.tokens(ofBlock: context.stream.block(of: sentence.lowerBound))
    guard !isDenied(free) else { return nil }
    if sentence.lowerBound > block.lowerBound {
      let title = context.sentence(of: sentence.lowerBound - 1).clamped(to: block)
      guard title.lowerBound == block.lowerBound, free.lowerBound - sentence.lowerBound <= 3,
        isBounded(sentence), isOpen(sentence, isTaken), isOpen(title, isTaken), let product = name(title)
      else { return nil }
      if let (number, users) = users(in: sentence) {
        return made(sentence, number.tokens.union(users), product, quantity: (number, "user"))
      }
      return made(sentence, sentence, product, quantity: nil)
    }
    guard sentence.count <= Self.longestTitle, sentence.upperBound < block.upperBound, name(sentence) != nil else {
      return nil
    }
    let next = context.sentence(of: sentence.upperBound).clamped(to: block)
    guard isOpen(sentence, isTaken), isOpen(next, isTaken), isBounded(next), let (number, users) = users(in: next)
    else { return nil }
    return made(next, number.tokens.union(users), product(in: next) ?? users, quantity: (number, "user"))
  }

  /// "Forecast module: free until 30 June 2031"
  func labelled(_ sentence: Range<Int>, _ free: Range<Int>, _ isTaken: (Range<Int>) -> Bool) -> Candidate? {
    guard !isDenied(free), isBounded(sentence), isOpen(sentence, isTaken),
      let colon = sentence.prefixRange(Self.longestTitle).first(where: { context.isOne($0, of: ":|–|—") }),
      free.lowerBound > colon, free.lowerBound - colon <= 3, let product = name(sentence.lowerBound..<colon)
    else { return nil }
    if let (number, users) = users(in: sentence) {
      return made(sentence, number.tokens.union(users), product, quantity: (number, "user"))
    }
    return made(sentence, sentence, product, quantity: nil)
  }

  /// "Field crew app: 10 fitters, first four months" among items that are all free: people behind the item's own name.
  func listed(_ sentence: Range<Int>, _ isTaken: (Range<Int>) -> Bool) -> Candidate? {
    guard isOpen(sentence, isTaken), let (number, users) = users(in: sentence),
      let product = name(sentence.lowerBound..<number.tokens.lowerBound)
    else { return nil }
    return made(sentence, number.tokens.union(users), product, quantity: (number, "user"))
  }

  /// Days or a length say how long; what is free for good may be anything.
  private func isBounded(_ sentence: Range<Int>) -> Bool {
    context.values(in: sentence).contains { value in
      switch value.value {
      case .date: true
      case .duration(let duration): duration.unit != .hour
      default: false
      }
    }
  }

  private static let generic: WordSet = [
    "support", "help", "service", "services", "setup", "set-up", "data", "access", "end", "exit", "start", "term",
    "renewal", "price", "prices", "fees", "payment", "notice", "trial", "users", "extras", "hosting", "travel",
    "maintenance", "hand-over", "handover", "delivery", "shipping", "backup", "backups", "security", "note", "notes",
  ]

  /// The words in capitals that a title opens with, its label passed over.
  private func name(_ title: Range<Int>) -> Range<Int>? {
    guard title.count <= Self.longestTitle + 4 else { return nil }
    let label = context.source.blocks[context.stream.block(of: title.lowerBound)].label?.upperBound ?? 0
    var at = title.lowerBound
    while at < title.upperBound,
      Int(context.stream.tokens[at].start) < label || context.isOne(at, of: "*|•|-|–|.")
    {
      at += 1
    }
    let start = at
    while at < title.upperBound, context.isWord(at), context.isCapitalised(at) { at += 1 }
    guard at > start, !(start..<at).allSatisfy({ context.isOne($0, of: Self.generic) }) else { return nil }
    return start..<at
  }
}
