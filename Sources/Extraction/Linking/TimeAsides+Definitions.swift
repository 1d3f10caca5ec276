// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Times that say what a stretch is, what a party may do about a day, or how much there is in a month.
extension TimeAsides {
  /// A price that would be paid in a time is given up: the waiver lasts as long.
  func isWaived(_ statement: TimeStatement, _ verb: Int, _ sentence: Range<Int>) -> Bool {
    statement.role == .during && passage.isOne(verb, of: "payable|paid|invoiced")
      && (max(sentence.lowerBound, verb - 30)..<verb).contains {
        passage.isOne($0, of: "waive|waives|waived|waiving|forgo|forgoes|forego")
      }
  }

  private static let stretches: WordSet = [
    "quarter", "quarters", "half", "halves", "month", "months", "year", "years", "trimester", "period", "periods",
    "season",
  ]
  private static let being: WordSet = ["is", "are", "means", "mean", "being", "denotes", "goes", "going", "runs"]

  /// "A quarter, here, is every span of three months from the Start Date", "a month going from the 2nd to the 1st": what
  /// the word means, and no time of a grant.
  func saysWhatAPeriodIs(_ start: Int, _ sentence: Range<Int>) -> Bool {
    var low = start
    while low > sentence.lowerBound, start - low < 14, !passage.isOne(low - 1, of: ";|,") { low -= 1 }
    for opening in Set([low, sentence.lowerBound]) where opening < start && start - opening < 16 {
      var at = opening
      while passage.isOne(at, of: "a|an|the|such"), at < opening + 2 { at += 1 }
      // "a Licence Year is a period of twelve months": the words of a name before it.
      if at > opening, !Self.stretches.contains(passage.word(at)),
        let noun = (at + 1...at + 2).first(where: { Self.stretches.contains(passage.word($0)) }),
        (at...noun).allSatisfy({ passage.context.isCapitalised($0) }), !passage.isOne(opening, of: "the|such")
      {
        at = noun
      }
      guard at > opening || at == sentence.lowerBound, Self.stretches.contains(passage.word(at)),
        passage.word(at - 1) != "the" || passage.word(at).hasSuffix("s"),
        (at + 1..<min(start, at + 5)).contains(where: { Self.being.contains(passage.word($0)) })
      else { continue }
      return true
    }
    return false
  }

  private static let ending: WordSet = [
    "cancelled", "canceled", "cancels", "cancel", "terminated", "terminates", "terminate", "notified", "notifies",
    "notice", "objects", "objected", "gives", "revoked", "denounced",
  ]

  /// "unless cancelled 60 days before the end of the service period": of the order's renewal.
  func isOfCancelling(_ start: Int, _ sentence: Range<Int>) -> Bool {
    guard
      let opener = (1...14).first(where: { passage.isOne(start - $0, of: "unless|if|until|save") }).map({ start - $0 }),
      sentence.contains(opener)
    else { return false }
    return (opener + 1..<min(start, opener + 8)).contains { Self.ending.contains(passage.word($0)) }
      && sentence.contains {
        passage.isOne($0, of: "renew|renews|renewed|extended|extends|prolonged|continues|continued|renewal")
      }
  }

  private static let modals: WordSet = ["can", "may", "could", "might"]
  private static let allowing: WordSet = ["let", "leave", "keep", "allow", "permit", "hold"]
  private static let prolonging: WordSet = [
    "extend", "prolong", "postpone", "defer", "reopen", "lengthen", "extended", "prolonged", "postponed", "deferred",
    "reopened", "lengthened",
  ]
  private static let users: WordSet = [
    "customer", "client", "subscriber", "you", "buyer", "they", "it", "credits", "users", "licensee",
  ]

  /// "The success manager can let it stay open up to 14 April", "Supplier may extend this to 30 June": a day to which
  /// somebody may put off the end, and not the end.
  func isAtDiscretion(_ statement: TimeStatement, _ sentence: Range<Int>) -> Bool {
    guard statement.role == .end || statement.role == .endBefore || statement.role == .during else { return false }
    let start = statement.tokens.lowerBound
    guard
      let modal = (1...16).first(where: { Self.modals.contains(passage.word(start - $0)) }).map({ start - $0 }),
      sentence.contains(modal),
      let verb = (modal + 1..<min(start + 1, modal + 5)).first(where: {
        Self.allowing.contains(passage.word($0)) || Self.prolonging.contains(passage.word($0))
      }),
      !(modal..<verb).contains(where: { passage.isOne($0, of: "not|only") })
    else { return false }
    if Self.prolonging.contains(passage.word(verb)) { return true }
    return !(1...4).contains { Self.users.contains(passage.word(modal - $0)) }
      && (verb..<start).contains { passage.isOne($0, of: "open|stay|run|stand|available|usable|valid|remain|alive") }
  }

  private static let charges: WordSet = [
    "fee", "fees", "charges", "charge", "price", "prices", "spend", "subscriptions", "due", "payable", "amount",
    "total",
    "value", "revenue",
  ]

  /// "three per cent of the Subscription Charges for Year 1": which charges, and not when.
  func isOfCharges(_ statement: TimeStatement, _ sentence: Range<Int>) -> Bool {
    let start = statement.tokens.lowerBound
    // "The column for Contract Year 1 shows …"
    if statement.role == .during, passage.isOne(start, of: "for|of"),
      passage.isOne(start - 1, of: "column|columns|row|rows|line|figure|figures|price|prices")
    {
      return true
    }
    guard statement.role == .during, passage.isOne(start, of: "for|of|in"), sentence.contains(start - 1),
      Self.charges.contains(passage.word(start - 1))
    else { return false }
    return (2...14).contains {
      sentence.contains(start - $0)
        && (passage.isOne(start - $0, of: "%|percent|percentage|share")
          || passage.has(["per", "cent"], at: start - $0))
    }
  }

  private static let amounts: WordSet = ["number", "amount", "quantity", "volume", "figure", "allowance", "allotment"]

  /// "in March 2031 the number is the same", "in the last quarter the volume is half": how much, and not until when.
  func isOfSameNumber(_ statement: TimeStatement) -> Bool {
    guard statement.role == .during else { return false }
    switch statement.period {
    case .month, .quarter, .half, .slice, .quarterOf: break
    default: return false
    }
    return isOfNumber(behind: statement.tokens.upperBound)
  }

  func isOfNumber(behind end: Int) -> Bool {
    (0..<8).contains {
      Self.amounts.contains(passage.word(end + $0))
        && passage.isOne(end + $0 + 1, of: "is|are|stays|remains|will|shall|does|of")
    }
  }
}
