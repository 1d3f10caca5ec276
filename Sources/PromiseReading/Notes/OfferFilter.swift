// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import Ingestion
import InventoryModel

/// Decides which statements promise something.
struct OfferFilter {
  enum Verdict: Equatable { case promise, withdrawal, nothing(LeftOut.Reason) }

  func verdict(_ statement: Statement, _ reading: PromiseReading) -> Verdict {
    let cues = reading.cues
    if let reason = rejection(by: statement.section) { return .nothing(reason) }
    if cues.contains(.advert) && !cues.contains(.offer) { return .nothing(.no_offer) }
    // "Here is what you get:" leads in and promises nothing.
    if statement.text.hasSuffix(":"), !reading.grants.contains(where: \.hasAmount) { return .nothing(.no_offer) }
    if TaskWording.isTask(statement.text) { return .nothing(.task) }
    if isListedOffer(statement) {
      if statement.side == .customer, cues.contains(.ask) || cues.contains(.effort) { return .nothing(.ask) }
      if isQuestionOrAsk(reading) { return .nothing(.ask) }
      if cues.contains(.refused), !cues.contains(.counter) { return .nothing(.refused) }
      return isChatter(statement, reading) ? .nothing(.told) : .promise
    }
    if reading.isQuestion { return .nothing(.ask) }
    if !cues.contains(.offer), let reason = Intentions.reason(statement.text),
      !cues.contains(.counter) || statement.text.contains("come back with a ")
    {
      return .nothing(reason)
    }
    if statement.side == .customer, !isRecap(statement, reading) {
      return .nothing(cues.contains(.ask) ? .ask : .customer)
    }
    // "The 50 hours were a slip, it should be 15": what it is to be stands beside it.
    if cues.contains(.withdrawn), !reading.isCorrected,
      !reading.grants.contains(where: \.hasAmount) || !cues.contains(.offer)
    {
      return reading.grants.isEmpty ? .nothing(.refused) : .withdrawal
    }
    if cues.contains(.refused), !cues.contains(.counter) { return .nothing(.refused) }
    if cues.contains(.inquiry), !cues.contains(.counter) { return .nothing(.ask) }
    if Intentions.refuses(statement.text), reading.grants.allSatisfy({ $0.subject == .denial }) {
      return .nothing(.refused)
    }
    if Intentions.isForThoseInNeed(statement.text), cues.isDisjoint(with: [.offer, .free, .included]) {
      return .nothing(.no_offer)
    }
    return offered(statement, reading)
  }

  /// "There may be a little something extra for you": the vendor hints at a gift and names none.
  private func hintsAtGift(_ statement: Statement, _ cues: Set<PromiseCue>) -> Bool {
    guard statement.side == .vendor, cues.contains(.gift), cues.isDisjoint(with: [.ask, .advert, .withdrawn, .price])
    else { return false }
    return true
  }

  private func rejection(by section: NoteSection) -> LeftOut.Reason? {
    switch section {
    case .tasks: .task
    case .asks: .ask
    case .rejected: .refused
    default: nil
    }
  }

  /// What is neither asked nor listed: whether its words offer anything.
  private func offered(_ statement: Statement, _ reading: PromiseReading) -> Verdict {
    let cues = reading.cues
    guard let first = reading.grants.first else {
      return hintsAtGift(statement, cues) ? .promise : .nothing(.no_offer)
    }
    // Somebody will try: worth an entry, for it looks like a promise and is none. So is "we take care of you on training".
    if cues.contains(.effort), statement.side == .vendor || cues.contains(.offer) { return .promise }
    if cues.contains(.vague),
      statement.isBullet || statement.side == .vendor && !reading.grants.contains(where: \.hasAmount),
      cues.isDisjoint(with: [.ask, .status, .price])
    {
      return .promise
    }
    if isAnecdote(statement.text) { return .nothing(.told) }
    if cues.contains(.price), !cues.contains(.free), !cues.contains(.offer) { return .nothing(.price) }
    let isOffer = offers(cues) || statement.side == .vendor && !cues.contains(.status)
    if cues.contains(.otherCustomer) && !speaksToYou(statement.text) { return .nothing(.told) }
    if (cues.contains(.ask) || cues.contains(.status)) && !cues.contains(.offer) && !cues.contains(.counter) {
      return .nothing(cues.contains(.ask) ? .ask : .told)
    }
    if first.subject != .grant || first.saysTerms && !first.isFree {
      return isOffer || statement.isBullet || first.saysTerms ? .promise : .nothing(.no_offer)
    }
    if reading.grants.contains(where: { $0.hasAmount || $0.isFree }) { return .promise }
    if first.kind == "support_plan", !first.isKindVague {
      return isOffer || isBarePlan(first, statement) ? .promise : .nothing(.no_offer)
    }
    return offers(cues) && (statement.isBullet || !first.isKindVague || statement.side == .vendor)
      ? .promise : .nothing(.no_offer)
  }

  /// "- Premier support for the whole term", "- Signature plan at $40,000 a year": a list's entry without a verb.
  private func isBarePlan(_ plan: PromisedGrant, _ statement: Statement) -> Bool {
    guard statement.isBullet || opens(statement.text, with: plan) else { return false }
    let words = statement.text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    let telling: Set<String> = [
      "is", "are", "was", "were", "be", "has", "have", "had", "need", "needs", "want", "wants", "too", "still", "open",
      "expensive", "unclear", "discuss", "discussed", "discussion", "compare", "review", "instead", "not", "or",
      "vs", "versus", "would", "could", "should", "might", "may", "ask", "asked", "none", "quote", "pricing",
    ]
    return words.count <= 14 && !["no", "without"].contains(words.first) && !words.contains(where: telling.contains)
  }

  /// "Premier Support for all five years": a line that begins with the plan and says how long.
  private func opens(_ text: String, with plan: PromisedGrant) -> Bool {
    guard let name = plan.name, !plan.timing.isEmpty || plan.isFree else { return false }
    return text.lowercased().hasPrefix(name.lowercased())
  }

  private func offers(_ cues: Set<PromiseCue>) -> Bool { cues.contains(.offer) || cues.contains(.included) }

  /// A bullet under "what they promised" is a promise, whatever its words.
  private func isListedOffer(_ statement: Statement) -> Bool {
    guard statement.isBullet else { return false }
    switch statement.section {
    case .offers: return statement.side != .customer
    case .recap: return true
    case .told: return statement.side == .customer
    default: return false
    }
  }

  private func isQuestionOrAsk(_ reading: PromiseReading) -> Bool {
    if reading.isQuestion || reading.cues.contains(.inquiry) && !reading.cues.contains(.counter) { return true }
    return reading.cues.contains(.ask) && !reading.cues.contains(.offer) && reading.grants.isEmpty
  }

  /// "Lunch was good, he told us of his boat": a tale, and nothing in it that anybody will do.
  private func isChatter(_ statement: Statement, _ reading: PromiseReading) -> Bool {
    let promising: Set<PromiseCue> = [.offer, .included, .effort, .vague, .free, .counter]
    guard reading.grants.isEmpty, reading.cues.isDisjoint(with: promising) else { return false }
    let words = statement.text.lowercased().split { !$0.isLetter }.map(String.init)
    let tales: Set<String> = [
      "was", "were", "had", "told", "went", "came", "talked", "chatted", "discussed", "met", "joked", "laughed",
      "showed",
      "looked", "enjoyed", "thanked", "introduced", "joined", "left", "arrived", "seemed", "sounded", "ate", "drank",
      "complained", "apologised", "apologized", "explained", "presented", "demoed", "spoke", "asked", "mentioned",
    ]
    return words.contains(where: tales.contains)
  }

  /// The customer writes down what the vendor said: "you offered 40 seats".
  private func isRecap(_ statement: Statement, _ reading: PromiseReading) -> Bool {
    offers(reading.cues) && !reading.cues.contains(.ask)
      && (reading.cues.contains(.recap)
        || ["you ", "your team "].contains { statement.text.lowercased().contains($0) })
  }

  /// "Fernhill Bank got ten sandboxes": somebody with a name, who is neither side, did.
  private func isAnecdote(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && $0 != "'" }.map(String.init)
    let verbs: Set<String> = ["got", "used", "bought", "consumed", "burned", "had", "purchased", "spent", "took"]
    for index in words.indices.dropFirst().dropLast() where verbs.contains(words[index]) {
      let subject = words[index - 1]
      guard subject.first?.isUppercase ?? false, subject != "I", subject != "We", subject != "You" else { continue }
      // "Acme had agreed to provide ten days."
      let said: Set<String> = [
        "agreed", "promised", "offered", "confirmed", "committed", "undertaken", "assured", "granted", "guaranteed",
        "accepted", "included", "approved",
      ]
      if words[index] == "had", said.contains(words[index + 1]) { continue }
      if !["us", "you", "me", "approval"].contains(words[index + 1]) { return true }
    }
    return false
  }

  private func speaksToYou(_ text: String) -> Bool {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    return words.contains("you") && !words.contains("connect")
      && (words.contains("get") || words.contains("receive") || words.contains("give"))
  }
}

extension PromisedGrant {
  /// What holds for a grant that is spoken of: "unused credits roll over", "credits are valid for two years". It needs
  /// nobody who offers it.
  var saysTerms: Bool {
    switch subject {
    case .unused, .use: return !hasAmount
    case .denial: return false
    case .grant:
      guard !hasAmount, kind != "support_plan", !timing.isEmpty else { return false }
      let words = Set(Answers.words(text))
      return !words.isDisjoint(with: ["valid", "usable", "redeemable"])
    }
  }
}

/// "Mia to confirm the 30 seats", "- Raj: send the names": something that a person has yet to do.
enum TaskWording {
  static func isTask(_ text: String) -> Bool {
    if isImperative(text) { return true }
    let words = text.split { $0 == " " || $0 == ":" || $0 == "," }.prefix(5).map(String.init)
    guard let first = words.first, first.first?.isUppercase ?? false else { return false }
    // One or two names, "and" between them, then "to" and what is to be done.
    guard let to = words.firstIndex(of: "to"), to >= 1, to <= 3, to + 1 < words.count else { return false }
    guard words[..<to].allSatisfy({ $0.first?.isUppercase ?? false || $0 == "and" || $0 == "&" }) else { return false }
    // "Happy to confirm: you get …"
    if ["happy", "glad", "pleased", "delighted", "able", "ready", "willing", "good", "nice"].contains(
      first.lowercased())
    {
      return false
    }
    return verbs.contains(words[to + 1].lowercased())
  }

  /// "Check with HR whether …", "Wei: book …", "need to clarify", "please prepare a slide".
  private static func isImperative(_ text: String) -> Bool {
    var words = text.prefix(120).split(separator: " ").prefix(8).map { $0.lowercased() }[...]
    // Whose task it is.
    let parts = text.split(separator: " ").prefix(3)
    if let label = parts.firstIndex(where: { $0.hasSuffix(":") }),
      parts[...label].allSatisfy({ $0.first?.isUppercase ?? false })
    {
      words = words.dropFirst(label + 1)
    }
    while let first = words.first, ["please", "pls", "kindly", "to", "also", "and"].contains(first) {
      words = words.dropFirst()
    }
    if let first = words.first, ["need", "needs", "have", "has", "must", "should"].contains(first) {
      words = words.dropFirst()
      if words.first == "to" { words = words.dropFirst() }
      return words.first.map { verbs.contains(String($0.prefix { $0 != ":" })) } ?? false
    }
    guard let verb = words.first, let next = words.dropFirst().first?.prefix(while: { $0 != ":" && $0 != "," }) else {
      return false
    }
    let nouns: Set<String> = ["form", "forms", "number", "no", "no.", "of", "below", "attached", "enclosed", "here"]
    // "Send us the order and we give you forty."
    let deal = [" and we", ", we", " and you", ", you", " and get", " and i ", " then "]
    let lower = text.lowercased()
    return imperatives.contains(verb) && !nouns.contains(String(next)) && !deal.contains { lower.contains($0) }
  }

  private static let imperatives: Set<String> = [
    "check", "check:", "clarify", "ask", "book", "order", "prepare", "remind", "verify", "schedule", "investigate",
    "discuss", "chase", "draft", "compare", "calculate", "collect", "escalate", "arrange", "find", "send", "request",
    "tell", "inform", "buy", "purchase",
  ]

  private static let verbs: Set<String> = [
    "confirm", "send", "check", "ask", "share", "prepare", "get", "schedule", "clarify", "come", "talk", "review",
    "find", "book", "follow", "call", "email", "mail", "draft", "update", "decide", "revert", "verify", "investigate",
    "discuss", "raise", "chase", "push", "see", "look", "sign", "set", "arrange", "organise", "organize", "bring",
    "speak", "write", "put", "add", "tell", "escalate", "negotiate", "request", "collect", "circulate", "quote", "sort",
    "order", "buy", "purchase",
  ]
}
