// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Rules for grants that say nothing themselves of when they end: "Unless a benefit has its own date, it may be used until
/// 30 June 2031", "Benefits for which no time is stated lapse on that day".
extension GeneralTerms {
  private static let defaults: WordSet = [
    "where", "unless", "save", "otherwise", "subject", "if", "except", "failing", "insofar", "absent", "absence",
    "lacking", "extent", "lack",
  ]
  private static let times: WordSet = [
    "date", "period", "time", "deadline", "day", "term", "validity", "limit", "dates", "periods", "times", "deadlines",
    "expiry", "end",
  ]
  private static let stating: WordSet = [
    "silent", "set", "stated", "given", "named", "provided", "specified", "said", "agreed", "carries", "carry", "bears",
    "shown", "states", "gives", "fixed",
    "names", "sets", "provides", "mentions", "mentioned", "says", "say", "missing", "absent", "lacking", "omitted",
  ]
  /// What tells the time of one grant from that of the rule.
  private static let owning: WordSet = [
    "own", "other", "different", "another", "longer", "shorter", "later", "earlier", "specific", "special", "separate",
    "particular", "individual", "no", "none", "without", "failing", "absent", "absence", "lacking", "lack",
  ]
  private static let longestCondition = 18

  /// "Where no date is given above, use must be made by …", "Save where a shorter period is stated, …".
  func isDefault(_ sentence: Range<Int>) -> Bool { rule(in: sentence) != nil }

  /// What the rule says, without the words that tell for which grants it holds; nil for other sentences.
  func rule(in sentence: Range<Int>) -> Range<Int>? {
    if let verb = untimed(sentence) { return verb..<sentence.upperBound }
    if let noun = untimedLast(sentence) { return sentence.lowerBound..<noun }
    guard let opener = sentence.prefix(3).first(where: { context.isOne($0, of: Self.defaults) }),
      opener < sentence.lowerBound + 2 || context.isOne(sentence.lowerBound, of: "in|for|to|so|as")
    else { return nil }
    let comma = sentence.prefix(Self.longestCondition).first { context.folded($0) == "," }
    let opening = (sentence.lowerBound..<(comma ?? min(sentence.upperBound, sentence.lowerBound + 9)))
      .map { context.folded($0) }
    let isOfTime = opening.contains(where: Self.times.contains)
    let stated = opening.firstIndex(where: Self.stating.contains)
    let isStated =
      stated.map { at in
        isOfTime || opening.dropFirst(at).prefix(4).contains { ["otherwise", "differently", "to"].contains($0) }
          || opening.contains("otherwise") && !isOfOtherMatters(sentence)
      } ?? false
    // "Unless an item has its own date, it …"; not "unless a different day is agreed, invoices fall due on …".
    let isOwned = isOfTime && opening.contains(where: Self.owning.contains) && !isOfOtherMatters(sentence)
    guard isStated || isOwned, sentence.contains(where: { context.isOne($0, of: Self.grantNouns) }) else { return nil }
    let main = (comma.map { $0 + 1 } ?? sentence.lowerBound)..<sentence.upperBound
    return main.prefix(4).contains { context.isOne($0, of: Self.charges) } ? nil : main
  }

  private static let charges: WordSet = [
    "invoice", "invoices", "payment", "payments", "price", "prices", "fee", "fees", "charges", "notice", "notices",
  ]

  /// The last day by the rule: what its words say, else the one date in them ("Items without date: 31 December 2031").
  func told(by rule: Range<Int>) -> [Attachment] {
    let found = finder.attachments(in: rule, from: .section)
    guard !found.contains(where: { $0.isTime }) else { return found }
    let dates = context.dates(in: rule)
    guard dates.count == 1, let date = dates.first else { return found }
    let statement = TimeStatement(role: .end, point: .date(DateValue(date.date)), tokens: date.tokens)
    return found.filter { !$0.isUnreadTime }
      + [Attachment(content: .time(statement), tokens: date.tokens, from: .section)]
  }

  private static let things: WordSet = [
    "benefits", "benefit", "entitlements", "entitlement", "items", "item", "grants", "grant", "incentives", "incentive",
    "allowances", "allowance", "extras", "extra", "concessions", "concession", "perks", "perk", "courtesies",
    "anything", "everything", "bonuses", "gifts",
  ]
  private static let ending: WordSet = [
    "must", "may", "can", "shall", "will", "lapse", "lapses", "expire", "expires", "end", "ends", "run", "runs",
    "terminate", "terminates", "cease", "ceases", "remain", "remains", "stay", "stays", "last", "lasts", "close",
    "closes", "fall", "falls",
  ]

  /// "Benefits for which no other time is stated must be used by …", "A benefit granted without a date lapses on …".
  /// Where its own words begin, with the verb or behind a colon; nil for other sentences.
  private func untimed(_ sentence: Range<Int>) -> Int? {
    guard let noun = sentence.prefix(4).first(where: { context.isOne($0, of: Self.things) }) else { return nil }
    let rest = (noun + 1)..<max(noun + 1, min(sentence.upperBound, noun + 16))
    guard
      let verb = rest.dropFirst().first(where: {
        context.isOne($0, of: Self.ending) && !isNoun($0) || context.folded($0) == ":"
      })
    else { return nil }
    let clause = (noun + 1)..<verb
    guard
      clause.contains(where: {
        context.isOne(
          $0, of: "for|to|that|which|whose|without|with|not|lacking|having|granted|given|listed|lack|lacks|carrying")
      }), clause.contains(where: { isDenied($0, clause) })
    else { return nil }
    return verb
  }

  /// "31 May 2031 is the last day for any benefit for which no date is stated".
  private func untimedLast(_ sentence: Range<Int>) -> Int? {
    guard !context.dates(in: sentence).isEmpty || !context.durations(in: sentence).isEmpty,
      let noun = sentence.dropFirst(4).first(where: { token in
        context.isOne(token, of: Self.things) && token + 4 < sentence.upperBound
          && (context.isOne(token + 1, of: "without|lacking")
            || context.isOne(token + 1, of: "for") && context.isOne(token + 2, of: "which")
            || context.isOne(token + 1, of: "that|which")
              && context.isOne(token + 2, of: "has|have|shows|show|carry|carries"))
      })
    else { return nil }
    let clause = (noun + 1)..<min(sentence.upperBound, noun + 12)
    return clause.contains { isDenied($0, clause) } ? noun : nil
  }

  /// "no other time", "without a stated period", "not otherwise limited in time", "whose end is not stated"; not "not drawn
  /// by that day".
  private func isDenied(_ time: Int, _ clause: Range<Int>) -> Bool {
    guard context.isOne(time, of: Self.times), !context.isOne(time - 1, of: "that|this|by|such|said") else {
      return false
    }
    let before = max(clause.lowerBound, time - 4)..<time
    let behind = (time + 1)..<max(time + 1, min(clause.upperBound + 1, time + 4))
    return before.contains { context.isOne($0, of: "no|not|without|lacking|neither|none|lack|lacks") }
      || behind.contains { context.isOne($0, of: "not|nowhere") }
  }

  /// "no end of its own", "the end": a noun here.
  private func isNoun(_ token: Int) -> Bool {
    context.isOne(token, of: "end|run|lapse")
      && context.isOne(token - 1, of: "no|the|an|own|its|any|other|fixed|whose|stated|set")
  }

  private static let grantNouns: WordSet = [
    "grants", "grant", "benefits", "benefit", "entitlements", "entitlement", "use", "used", "items", "item",
    "incentives", "allowances", "goodies", "perks", "redeemed", "lapse", "lapses", "expire", "expires", "concession",
    "concessions", "extra", "extras", "courtesies", "courtesy", "allotment", "allotments", "allowance", "incentive",
    "entries", "entry", "gifts", "bonuses", "measures", "contributions", "closes", "close", "opens", "runs",
  ]
}
