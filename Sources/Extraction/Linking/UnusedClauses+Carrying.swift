// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// What goes over into a next period and is lost only at the end of that one.
extension UnusedClauses {
  private static let carrying: WordSet = [
    "carried", "rolled", "moved", "moves", "move", "transferred", "brought", "goes", "go", "rolls", "roll", "passes",
    "pass", "added", "taken", "shifted", "carries", "stays", "remains",
  ]
  private static let denials: WordSet = ["not", "nor", "never", "neither", "nothing", "cannot", "no", "none"]

  /// "is carried into Year 2, at whose end any balance is gone", "moves to the next year, when it lapses": behind words
  /// that point to that period, of what went over.
  func isAfterNextPeriod(_ tokens: Range<Int>) -> Bool {
    let sentence = passage.context.sentence(of: tokens.lowerBound).clamped(
      to: (tokens.lowerBound - 40)..<(tokens.upperBound + 1))
    guard let turn = sentence.last(where: { $0 < tokens.upperBound && pointsToNext($0) }) else { return false }
    return (sentence.lowerBound..<turn).contains { token in
      Self.carrying.contains(passage.word(token))
        && (1...3).contains { passage.isOne(token + $0, of: "into|to|over|forward|in|until|available") }
        && !(1...4).contains { Self.denials.contains(passage.word(token - $0)) && !isOfUse(token - $0) }
    }
  }

  /// "has not been used": denies the use, not what becomes of it.
  private func isOfUse(_ denial: Int) -> Bool {
    (1...2).contains {
      passage.isOne(denial + $0, of: "used|spent|drawn|consumed|redeemed|taken|called|booked|claimed|exhausted")
    }
  }

  private static let matters: WordSet = [
    "benefits", "benefit", "items", "item", "entitlements", "lines", "positions", "one-off", "incentives", "grants",
    "extras", "concessions",
  ]

  /// "The benefits in 4, 5 and 6 are not repeated": not granted anew when the order is renewed; nothing is left over.
  func isOfRenewal(_ tokens: Range<Int>) -> Bool {
    let last = tokens.last { !passage.isOne($0, of: "in|on|at|later") }
    guard let last, passage.isOne(last, of: "repeated|renewed|continued") else { return false }
    let sentence = passage.context.sentence(of: tokens.lowerBound)
    guard sentence.count < 60 else { return false }
    let isOfMany = sentence.contains {
      Self.matters.contains(passage.word($0)) || passage.isOne($0, of: "renewal|renewals|prolongation")
    }
    return isOfMany
      && !passage.context.names(in: sentence).contains { $0.list == "leftover" }
  }

  /// "not been spent when Year 1 is over": the year is, not what is left.
  func isOverAlone(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last, passage.isOne(last, of: "over|finished|done"),
      passage.isOne(last - 1, of: "is|are|was")
    else { return false }
    return (2...3).contains {
      passage.isOne(last - $0, of: "year|quarter|month|term|period|window|half|time|season|phase|half-year")
    }
  }

  /// "at whose end", "at the end of which", "after which", "on the expiry of which"
  private func pointsToNext(_ token: Int) -> Bool {
    switch passage.word(token) {
    case "whose":
      passage.isOne(token - 1, of: "at|by|with|on|after|until|upon")
        && passage.isOne(token + 1, of: "end|close|expiry|last")
    case "which":
      passage.isOne(token - 1, of: "after|upon")
        || passage.isOne(token - 1, of: "of")
          && (2...3).contains { passage.isOne(token - $0, of: "end|close|expiry|day|month") }
    case "whereupon", "whereafter": true
    default: false
    }
  }
}
