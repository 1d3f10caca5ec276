import InventoryModel
// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import Patterns
import ValueRecognition

/// Words around what is named that change what they say of it.
extension PromiseReader {
  /// "Can we get three? Ann to check": all that is named stands in questions, and nothing behind them says yes.
  func areAskedFor(_ mentions: [PromiseMention]) -> Bool {
    guard let last = mentions.last else { return false }
    let sentences = mentions.map { context.sentence(of: $0.tokens.lowerBound) }
    guard sentences.allSatisfy({ !$0.isEmpty && context.folded($0.upperBound - 1) == "?" }) else { return false }
    let behind = context.sentence(of: last.tokens.lowerBound).upperBound..<all.upperBound
    return !behind.prefix(40).contains { context.isOne($0, of: Self.assents) }
  }

  private static let assents: WordSet = [
    "yes", "yep", "yeah", "ok", "okay", "agreed", "confirmed", "included", "free", "sure", "done", "deal", "granted",
    "approved", "absolutely", "definitely", "fine", "promised", "offered", "course",
  ]

  /// Where a period is said to last as long as the contract: "for the order" is none of it before "book".
  var termSpans: [Range<Int>] {
    spans("said_term").map(\.tokens).filter { tokens in
      guard context.isOne(tokens.upperBound - 1, of: Self.documents) else { return true }
      let next = tokens.upperBound
      guard next < all.upperBound, context.isWord(next) else { return true }
      return context.isOne(next, of: Self.followers)
    }
  }

  private static let documents: WordSet = ["order", "contract", "subscription", "agreement"]
  private static let followers: WordSet = [
    "and", "or", "at", "with", "for", "free", "from", "to", "is", "are", "in", "on", "as", "but", "without", "no",
    "until", "including", "each", "every", "if", "which", "that", "we", "you", "they", "per", "plus", "gratis", "not",
    "starting", "beginning", "by", "of", "then", "so", "all", "will", "can", "too", "also", "only",
  ]

  /// "Over 40k", "more than 40 credits"; "no more than 40" is a limit.
  func isExceeded(_ grant: PromisedGrant) -> Bool {
    spans("said_more").contains { span in
      let next = span.tokens.upperBound
      let before = span.tokens.lowerBound - 1
      if before >= 0, context.isOne(before, of: "no|not|never") { return false }
      return context.values(in: next..<min(next + 6, all.upperBound)).contains { value in
        guard value.tokens.lowerBound == next else { return false }
        switch value.value {
        case .money(let amount, _): return amount == grant.value?.amount
        case .number(let amount), .quantity(let amount, _, _):
          return amount == grant.quantity?.amount || amount == grant.value?.amount
        case .duration(let length): return length.amount == grant.quantity?.amount
        case .percent(let share): return share == grant.value?.formula?.percent
        default: return false
        }
      }
    }
  }

  /// "They stay good for two years" tells how long they last, and not that they roll over.
  var rollsOver: Bool {
    spans("said_rolls_over").contains { span in
      guard !HandlingWords.isDenied(span.tokens, context), !isWork(span.tokens) else { return false }
      let next = span.tokens.upperBound
      guard next < all.upperBound, context.folded(span.tokens.upperBound - 1) != "over",
        context.isOne(next, of: "for|until|till|through|during")
      else { return true }
      return !context.isOne(next - 1, of: "valid|good|usable|available|alive")
    }
  }

  /// "Our old history is moved over by them": work that is done, and nothing that is left.
  private func isWork(_ tokens: Range<Int>) -> Bool {
    spans("promised_kind").contains { $0.entry == "services_hours" && $0.tokens.overlaps(tokens) }
  }

  /// "For EUR 0", "$0": a price of nothing.
  func costsZero(in range: Range<Int>) -> Bool {
    context.values(in: range).contains { value in
      if case .money(let amount, _) = value.value { amount == 0 } else { false }
    }
  }

  /// Words of what is left stand in the promise, and no number of it: "credits that we have not used".
  var speaksOfLeftover: Bool {
    spans("said_leftover").contains { span in !span.tokens.contains { context.folded($0) == "still" } }
  }

  /// "They can be swapped for exam vouchers": what they may be turned into is not granted.
  func isSwapped(_ mention: PromiseMention) -> Bool {
    spans("said_swappable").contains { span in
      let end = span.tokens.upperBound
      return end <= mention.tokens.lowerBound && mention.tokens.lowerBound - end <= 3
        && (end..<mention.tokens.lowerBound).allSatisfy {
          context.isOne($0, of: "in|for|into|against|to|the|with")
        }
    }
  }
}

extension PromiseReader {
  /// "Instead of the two developer sandboxes you will receive one full sandbox": what is given no more.
  func isReplaced(_ mention: PromiseMention) -> Bool {
    spans("said_instead").contains { said in
      guard said.tokens.upperBound <= mention.tokens.lowerBound,
        mention.tokens.lowerBound - said.tokens.upperBound <= 4,
        context.isOne(said.tokens.lowerBound, of: "instead|rather|in"),
        // "18 instead of 12 advisory days": another number of the same.
        !context.values.contains(where: { $0.tokens.upperBound == said.tokens.lowerBound && $0.tokens.count == 1 })
      else { return false }
      // Another thing stands before it, or behind it in a clause of its own.
      let behind = mention.tokens.upperBound..<min(mention.tokens.upperBound + 2, all.upperBound)
      let opens = said.tokens.lowerBound == 0 || context.isOne(said.tokens.lowerBound - 1, of: ".|,|;|:|and|but|–|-")
      return !opens || behind.contains { context.isOne($0, of: ",|you|we|they|there|your|I") }
    }
  }
}
