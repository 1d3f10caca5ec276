// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// How many of a kind one of a defined name makes: one where it says no number ("A Beacon Day is a consulting day"), five
/// by "One Spark buys five training credits", none that is known by "half a consulting day".
struct DefinedFactors {
  let context: DocumentContext

  private static let parts: WordSet = [
    "half", "double", "twice", "several", "quarter", "pair", "dozen", "some", "many",
  ]
  private static let lasting: WordSet = ["accelerator", "session", "workshop", "class", "day", "sitting"]

  /// The number and unit of "covers four hours", where it is the only one and counts what the kind is counted in.
  func several(behind verb: Int, in sentence: Range<Int>, of kind: Kind) -> (count: Decimal, unit: String)? {
    let rest = (verb + 1)..<max(verb + 1, min(verb + 17, sentence.upperBound))
    guard kind != "accelerator", !rest.contains(where: { context.isOne($0, of: Self.parts) || isBound($0) })
    else { return nil }
    let values = context.values(in: rest).filter { $0.value.amount != 1 }
    guard let start = values.map(\.tokens.lowerBound).min(), start <= verb + 4,
      let value = values.filter({ $0.tokens.lowerBound == start }).max(by: { $0.tokens.count < $1.tokens.count }),
      values.allSatisfy({ value.tokens.contains($0.tokens.lowerBound) })
    else { return nil }
    switch value.value {
    case .duration(let duration) where kind == "services_hours" && ["hour", "day"].contains(duration.unit.rawValue):
      return (duration.amount, duration.unit.rawValue)
    case .quantity(let amount, let unit, nil) where amount > 1:
      guard let unit = Units.normalised(1, unit: unit, kind: kind, per: nil).unit, Units.accepts(unit, kind: kind)
      else {
        return nil
      }
      return (amount, unit)
    case .number(let amount) where amount > 1 && amount.wholeNumber != nil:
      guard
        let name = context.names(in: value.tokens.upperBound..<rest.upperBound).first(where: {
          $0.kind == kind && $0.tokens.lowerBound <= value.tokens.upperBound + 2
        })
      else { return nil }
      return (amount, name.unit ?? context.patterns.unit(of: kind) ?? "")
    default: return nil
    }
  }

  /// "up to four hours", "at least two days": no number that multiplies.
  private func isBound(_ token: Int) -> Bool {
    context.isOne(token, of: "up|least|most|maximum|minimum|between|about|approximately|or")
  }

  func isOne(behind verb: Int, in sentence: Range<Int>) -> Bool {
    let rest = (verb + 1)..<max(verb + 1, min(verb + 17, sentence.upperBound))
    guard !rest.contains(where: { context.isOne($0, of: Self.parts) }) else { return false }
    return context.values(in: rest).allSatisfy { value in
      guard let amount = value.value.amount, amount != 1, !value.isMoneyOrShare else { return true }
      // "a remote session of two hours": how long one of it lasts.
      let start = value.tokens.lowerBound
      return start - 2 > verb && context.folded(start - 1) == "of" && context.isOne(start - 2, of: Self.lasting)
    }
  }
}

/// Whether a sentence grants what a defined name stands for in it: a name that only the document knows says too little
/// by itself.
struct DefinedGrants {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  private static let denials: WordSet = ["not", "no", "never", "none", "neither", "nor", "cannot", "without"]
  /// What may be denied of a grant: its price.
  private static let prices: WordSet = [
    "charge", "charged", "cost", "costs", "fee", "fees", "price", "pay", "paying", "payment", "billed", "invoiced",
    "invoice", "expense", "extra", "additional", "further", "consideration",
  ]

  func grants(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    let reach = sentence.clamped(to: (tokens.lowerBound - 60)..<(tokens.upperBound + 60))
    return !isDenied(tokens, reach)
      && context.cues(in: reach).contains { match, cue in
        switch cue.sense {
        case .free: true
        case .granted: !isOfAnother(match.tokens)
        case .objection, .openAmount: false
        }
      }
  }

  private func isDenied(_ tokens: Range<Int>, _ reach: Range<Int>) -> Bool {
    (reach.lowerBound..<tokens.lowerBound).contains { token in
      guard context.isOne(token, of: Self.denials) else { return false }
      return !((token + 1)..<min(token + 5, reach.upperBound)).contains { context.isOne($0, of: Self.prices) }
    }
  }

  /// "The hotel has 4 Stars": who has them is not the customer.
  private func isOfAnother(_ tokens: Range<Int>) -> Bool {
    guard tokens.count == 1, context.isOne(tokens.lowerBound, of: "has|have") else { return false }
    let subject = context.folded(tokens.lowerBound - 1)
    return !knowledge.customerNames.contains { $0 == subject || $0.hasSuffix(" \(subject)") }
  }
}
