// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Rules for grants that say nothing themselves of when they end: "Unless a benefit has its own date, it may be used until
/// 30 June 2031", "Benefits for which no time is stated lapse on that day".
extension GeneralTerms {
  private static let defaults: WordSet = [
    "where", "unless", "save", "if", "except", "failing", "insofar", "absent", "absence", "lacking", "extent", "lack",
  ]
  private static let times: WordSet = [
    "date", "period", "time", "deadline", "day", "term", "validity", "limit", "dates", "periods", "times", "deadlines",
    "expiry", "end",
  ]
  private static let stating: WordSet = [
    "stated", "given", "set", "named", "provided", "specified", "said", "agreed", "shown", "states", "gives", "fixed",
    "names", "sets", "provides", "mentions", "mentioned", "says", "say", "missing", "absent", "lacking", "omitted",
  ]
  /// What tells the time of one grant from that of the rule.
  private static let owning: WordSet = [
    "own", "other", "different", "another", "longer", "shorter", "later", "earlier", "specific", "special", "separate",
    "particular", "individual", "no", "none", "without", "failing", "absent", "absence", "lacking", "lack",
  ]
  private static let longestCondition = 18

  /// "Where no date is given above, use must be made by …", "Save where a shorter period is stated, …".
  func isDefault(_ sentence: Range<Int>) -> Bool {
    if isOfUntimed(sentence) { return true }
    guard let opener = sentence.prefix(3).first(where: { context.isOne($0, of: Self.defaults) }),
      opener < sentence.lowerBound + 2 || context.isOne(sentence.lowerBound, of: "in|for|to|so|as")
    else { return false }
    let comma = sentence.prefix(Self.longestCondition).first { context.folded($0) == "," }
    let opening = (sentence.lowerBound..<(comma ?? min(sentence.upperBound, sentence.lowerBound + 9)))
      .map { context.folded($0) }
    let isOfTime = opening.contains(where: Self.times.contains)
    let stated = opening.firstIndex(where: Self.stating.contains)
    let isStated =
      stated.map { at in
        isOfTime || opening.dropFirst(at).prefix(4).contains { ["otherwise", "differently", "to"].contains($0) }
      } ?? false
    // "Unless an item has its own date, it …"; not "unless a different day is agreed, invoices fall due on …".
    let isOwned = isOfTime && opening.contains(where: Self.owning.contains) && !isOfOtherMatters(sentence)
    return (isStated || isOwned) && sentence.contains { context.isOne($0, of: Self.grantNouns) }
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
  private func isOfUntimed(_ sentence: Range<Int>) -> Bool {
    guard let noun = sentence.prefix(4).first(where: { context.isOne($0, of: Self.things) }) else { return false }
    let rest = (noun + 1)..<max(noun + 1, min(sentence.upperBound, noun + 16))
    guard let verb = rest.dropFirst().first(where: { context.isOne($0, of: Self.ending) && !isNoun($0) }) else {
      return false
    }
    let clause = (noun + 1)..<verb
    return clause.contains {
      context.isOne($0, of: "for|to|that|which|whose|without|with|not|lacking|having|granted|given|listed|lack|lacks")
    } && clause.contains { isDenied($0, clause) }
  }

  /// "no other time", "without a stated period", "not otherwise limited in time", "whose end is not stated"; not "not drawn
  /// by that day".
  private func isDenied(_ time: Int, _ clause: Range<Int>) -> Bool {
    guard context.isOne(time, of: Self.times), !context.isOne(time - 1, of: "that|this|by|such|said") else { return false }
    let before = max(clause.lowerBound, time - 4)..<time
    let behind = (time + 1)..<max(time + 1, min(clause.upperBound + 1, time + 4))
    return before.contains { context.isOne($0, of: "no|not|without|lacking|neither|none|lack|lacks") }
      || behind.contains { context.isOne($0, of: "not|nowhere") }
  }

  /// "no end of its own", "the end": a noun here.
  private func isNoun(_ token: Int) -> Bool {
    context.isOne(token, of: "end|run|lapse") && context.isOne(token - 1, of: "no|the|an|own|its|any|other|fixed")
  }

  private static let grantNouns: WordSet = [
    "grants", "grant", "benefits", "benefit", "entitlements", "entitlement", "use", "used", "items", "item",
    "incentives", "allowances", "goodies", "perks", "redeemed", "lapse", "lapses", "expire", "expires", "concession",
    "concessions", "extra", "extras", "courtesies", "courtesy", "allotment", "allotments", "allowance", "incentive",
    "entries", "entry", "gifts", "bonuses", "measures", "contributions",
  ]
}
