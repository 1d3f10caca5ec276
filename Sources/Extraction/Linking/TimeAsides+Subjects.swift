// SPDX-License-Identifier: GPL-3.0-or-later
import ValueRecognition

/// Clauses whose subject is something else: prices, data, invoices.
extension TimeAsides {
  private static let otherSubjects: WordSet = [
    "price", "prices", "pricing", "quote", "quotation", "offer", "proposal", "discount", "discounts", "rate", "rates",
    "data", "payment", "payments", "invoice", "invoices", "notice", "notices", "bid", "tender", "certificate",
    "certificates", "results", "confidential", "information", "dispute", "disputes",
    "backup", "backups", "log", "logs", "copies", "snapshots", "records", "password", "passwords",
    "address", "warranty", "version", "report", "reports", "headcount", "complaint", "complaints", "recordings",
    "recorded", "archives", "photos", "readings", "messages", "transcripts", "attachments",
  ]

  /// "Prices in this quote are valid until …", "Personal data is deleted within …": the clause speaks of those.
  func isOfOtherSubject(_ start: Int, _ sentence: Range<Int>) -> Bool {
    var low = start
    while low > sentence.lowerBound, start - low < 40, !passage.isOne(low - 1, of: ";|:") { low -= 1 }
    // `Validity of this offer: 30 days from 2 March 2031`
    if low > sentence.lowerBound, passage.word(low - 1) == ":", start - low < 3,
      (max(sentence.lowerBound, low - 8)..<low).contains(where: {
        passage.isOne($0, of: "offer|quote|quotation|proposal|bid|tender")
      })
    {
      return true
    }
    guard low < start, low == sentence.lowerBound || passage.isOne(low - 1, of: ";|:") else { return false }
    if isOfJoinedSubject(start, low) { return true }
    guard (low..<min(start, low + 3)).contains(where: { Self.otherSubjects.contains(passage.word($0)) }) else {
      return false
    }
    // "The price of further credits is EUR 95 until …"
    if (low..<min(start, low + 10)).contains(where: {
      passage.isOne($0, of: "further|additional|extra|more")
    }) {
      return true
    }
    // "The price of the edition includes 1,500 credits until …" gives something.
    return !(low..<start).contains { Self.containing.contains(passage.word($0)) }
  }

  /// "…, and prices for further credits are fixed until …", "… and the subscription price is held to …": a clause of its
  /// own behind the grant's.
  private func isOfJoinedSubject(_ start: Int, _ low: Int) -> Bool {
    for at in max(low + 1, start - 20)..<max(low + 1, start)
    where passage.isOne(at - 1, of: "and|while|whereas|but|,") && !passage.isOne(at, of: "whose|which|that|at|and|but")
    {
      guard let noun = (at..<min(start, at + 4)).first(where: { Self.otherSubjects.contains(passage.word($0)) }),
        !(at..<noun).contains(where: { Self.containing.contains(passage.word($0)) || passage.value(at: $0) != nil })
      else { continue }
      let behind = noun + 1..<max(noun + 1, start)
      guard behind.contains(where: { Self.standing.contains(passage.word($0)) }),
        !behind.contains(where: { passage.isOne($0, of: ",|;") })
      else { continue }
      if behind.contains(where: { passage.isOne($0, of: "further|additional|extra|more") }) { return true }
      if !behind.contains(where: { Self.containing.contains(passage.word($0)) }) { return true }
    }
    return false
  }

  private static let standing: WordSet = [
    "is", "are", "stays", "stay", "remains", "remain", "applies", "apply", "holds", "hold", "will", "shall", "fixed",
    "held", "frozen", "may", "can",
  ]

  private static let containing: WordSet = [
    "includes", "include", "covers", "cover", "contains", "contain", "comprises", "comprise", "provides", "gives",
    "grants", "included", "receives", "has", "have", "credits", "hours",
  ]

  /// "Because you have been with us for ten years, …": how long something has gone on.
  func hasLastedSince(_ start: Int, _ sentence: Range<Int>) -> Bool {
    guard passage.isOne(start, of: "for|over|these|in"),
      let been = (1...7).first(where: { start - $0 > sentence.lowerBound && passage.word(start - $0) == "been" }),
      passage.isOne(start - been - 1, of: "have|has|had|'ve")
    else { return false }
    let between = (start - been + 1)..<start
    return between.isEmpty
      || between.contains {
        passage.isOne($0, of: "with|customer|client|subscriber|partner|user|users|member|loyal|ours|working|using")
      }
  }

  private static let stretches: WordSet = [
    "period", "phase", "stage", "window", "season", "tranche", "half", "segment", "term",
  ]

  /// "In this order Period A is the first twelve months of the term": what a name stands for.
  func isDefined(_ statement: TimeStatement) -> Bool {
    let end = statement.tokens.upperBound
    let start = statement.tokens.lowerBound
    // "Period A is the first twelve months of the term": the months that are said, too.
    if let verb = (1...4).first(where: { passage.isOne(start - $0, of: "is|means|comprises") }),
      passage.context.isCapitalised(start - verb - 1), Self.stretches.contains(passage.word(start - verb - 2)),
      passage.isOne(start - verb + 1, of: "the|a|an")
    {
      return true
    }
    guard passage.isOne(end, of: "is|means|comprises"), passage.isOne(end + 1, of: "the|a|an|each"),
      passage.context.isCapitalised(end - 1) || passage.context.isCapitalised(end - 2)
    else { return false }
    return (2...3).contains { at in
      passage.isOne(end + at, of: "first|last|next|second|third|period|time|span|year|quarter|months|years")
        || passage.value(at: end + at) != nil
    }
  }
}
