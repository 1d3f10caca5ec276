// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Tells by when something is handed over from how long it may be used: "Vendor will provision three sandboxes within ten
/// days of signature", "The vouchers will be supplied by 1 May". Hours and sessions that are delivered are used up in
/// doing so, so for them the same words bound the use.
struct HandOvers {
  let context: DocumentContext
  let candidates: [Candidate]

  static let reason = "it says by when it is handed over"

  /// Refuses such times to the grants of running text that they were given to.
  func refuse(in given: inout [[Attachment]]) {
    // Many grants may stand in one sentence.
    var passages: [Int: PassageText] = [:]
    func passage(at token: Int) -> PassageText {
      let sentence = context.sentence(of: token)
      if let known = passages[sentence.lowerBound] { return known }
      let passage = PassageText(context, sentence)
      passages[sentence.lowerBound] = passage
      return passage
    }
    for (index, candidate) in candidates.enumerated()
    where candidate.place == nil && Self.isHandedOver(candidate) {
      for (number, attachment) in given[index].enumerated() where attachment.refused == nil {
        guard case .time(let statement) = attachment.content, attachment.from <= .item,
          isDeadline(statement, of: candidate, passage(at: statement.tokens.lowerBound))
        else { continue }
        given[index][number] = attachment.refused(Self.reason)
      }
    }
  }

  /// Whether it changes hands before it is used: credits on an account, vouchers, what stands ready.
  private static func isHandedOver(_ candidate: Candidate) -> Bool {
    if candidate.kind.isStanding || candidate.kind.isFunded { return true }
    if candidate.kind == "development_credit" || candidate.kind == "certification_voucher" { return true }
    guard candidate.kind == "training_credit" else { return false }
    return ["credit", "voucher", "pass", "code", "licence", "license"].contains(
      candidate.quantity?.unit ?? candidate.name.unit ?? "")
  }

  private func isDeadline(_ statement: TimeStatement, of candidate: Candidate, _ passage: PassageText) -> Bool {
    guard statement.role != .start, statement.role != .redeemBy else { return false }
    let start = statement.tokens.lowerBound
    let sentence = passage.range
    guard isIntroduced(statement, passage), isSoon(statement, of: candidate) else { return false }
    var at = start - 1
    while at >= sentence.lowerBound, start - at <= 40 {
      if passage.isOne(at, of: ";|:") || Self.uses.contains(passage.word(at)) { return false }
      if Self.verbs.contains(passage.word(at)), isPromised(at, passage) { return true }
      at -= 1
    }
    // "Within ten days of signature Vendor shall make three sandboxes available"
    guard start == sentence.lowerBound || passage.isOne(start - 1, of: ",|;|:|)|.") else { return false }
    let behind = statement.tokens.upperBound..<min(sentence.upperBound, statement.tokens.upperBound + 12)
    return behind.contains { Self.verbs.contains(passage.word($0)) && isPromised($0, passage) }
  }

  private func isIntroduced(_ statement: TimeStatement, _ passage: PassageText) -> Bool {
    (statement.tokens.lowerBound...statement.tokens.lowerBound + 2).contains {
      statement.tokens.contains($0) && passage.isOne($0, of: "within|by|before|than|at")
    }
      // "Five business days after the first day at the latest"
      || (0..<8).contains { passage.has(["at", "the", "latest"], at: statement.tokens.upperBound + $0) }
  }

  /// A few weeks, or, for what stands ready from then on, any day: "will provide 500 credits within the first year" is
  /// for that year.
  private func isSoon(_ statement: TimeStatement, of candidate: Candidate) -> Bool {
    if let length = context.durations(in: statement.tokens).first?.duration {
      if length.isBusiness { return true }
      if let months = length.months { return candidate.kind.isStanding || months <= 3 }
      return length.days.map { candidate.kind.isStanding || $0 <= 92 } ?? false
    }
    return !context.dates(in: statement.tokens).isEmpty
      || statement.point.map { if case .anchor = $0 { true } else { false } } ?? false
  }

  /// "will deliver", "shall be made available", "agrees to set up", "are to be provisioned", "delivers".
  private func isPromised(_ verb: Int, _ passage: PassageText) -> Bool {
    let word = passage.word(verb)
    if word.hasSuffix("s"), !passage.isOne(verb - 1, of: "the|its|of|such|these|any") { return true }
    return (1...4).contains { passage.isOne(verb - $0, of: "will|shall|must|to|undertakes|agrees|commits|and") }
  }

  private static let verbs: WordSet = [
    "provide", "provides", "provided", "provision", "provisions", "provisioned", "deliver", "delivers", "delivered",
    "activate", "activates", "activated", "enable", "enables", "enabled", "issue", "issues", "issued", "supply",
    "supplies", "supplied", "make", "makes", "made", "set", "sets", "create", "creates", "created", "allocate",
    "allocates", "allocated", "furnish", "furnishes", "furnished", "install",
    "installs", "installed", "hand", "hands", "handed", "load", "loads", "loaded", "release", "releases", "released",
    "deposit", "deposits", "deposited", "configure", "configures", "configured", "deploy", "deploys", "deployed",
    "post", "posted", "credited", "give", "gives", "given", "grant", "grants", "granted",
    "switched", "turned", "show", "shows", "shown", "appear", "appears", "display", "displays",
  ]
  /// Behind one of these the time is of use.
  private static let uses: WordSet = [
    "use", "used", "uses", "usable", "using", "valid", "redeem", "redeemed", "redeemable", "expire", "expires",
    "expiring", "consume", "consumed", "book", "booked", "drawn", "draw", "claimed", "spend", "spent", "lapse",
    "lapses", "attend", "attended", "taken", "available", "which", "that", "who", "exercised", "requested", "request",
    "scheduled", "completed", "called",
  ]
}
