// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns

/// Finds in a sentence what a grant is for: `for loading alumni records`, `for its grid planners`.
struct PurposeFinder {
  let passage: PassageText
  /// What the customer goes by.
  var buyers: [String] = []
  var context: DocumentContext { passage.context }

  private static let purposeStops: WordSet = [
    ".", ";", ",", ":", "and", "which", "that", "until", "by", "within", "during", "unless", "provided", "(", "valid",
    "as", "from", "at", "up", "before", "taken", "provided", "is", "are", "shall", "will", "may", "must", "can",
    "cannot",
  ]

  private static let longest = 14

  func purpose(after token: Int, in sentence: Range<Int>) -> Range<Int>? {
    var end = token
    var depth = 0
    let coordination = PurposeCoordination(passage: passage)
    while end < sentence.upperBound, end - token < Self.longest {
      if Self.purposeStops.contains(passage.word(end)) {
        guard end > token, let joined = coordination.end(ofPartJoinedAt: end, in: sentence) else { break }
        end = joined
        continue
      }
      if passage.context.isSign(end, 0x28) { depth += 1 }
      // "(for the test team)": the bracket was opened before.
      if passage.context.isSign(end, 0x29) {
        if depth == 0 { break }
        depth -= 1
      }
      end += 1
    }
    guard end > token, !namesOnlyWhoGetsIt(token..<end), !isCutShort(token..<end), !namesGrant(token..<end),
      !namesTime(token..<end)
    else {
      return nil
    }
    if let value = passage.value(at: token), value.tokens.upperBound >= end { return nil }
    return token..<end
  }

  /// "groups of" before "up to 10 people": the noun is not there.
  private func isCutShort(_ words: Range<Int>) -> Bool {
    passage.isOne(words.upperBound - 1, of: "of|for|to|in|with|by|on|into|the|a|an|its|their|within")
      // "the analytics add-on"
      && !(words.count > 1 && passage.isOne(words.upperBound - 2, of: "add|log|sign|plug|drop|check"))
  }

  /// "towards the end of the Term": when, and not what for.
  private func namesTime(_ words: Range<Int>) -> Bool {
    let at =
      passage.isOne(words.lowerBound, of: "the|its|their|each|every|any") ? words.lowerBound + 1 : words.lowerBound
    // "for use in the first year", "for the whole of the term"
    if Self.orders.contains(passage.word(at)), words.count <= 6,
      (at..<(at + 4)).contains(where: { Self.stretches.contains(passage.word($0)) })
    {
      return true
    }
    return passage.isOne(at, of: "end|close|middle|beginning|start|latter|expiry|last")
      && passage.isOne(at + 1, of: "of|half|part|quarter|third|month|months|year|weeks")
  }

  private static let orders: WordSet = [
    "first", "second", "third", "fourth", "last", "final", "next", "whole", "entire", "full", "remaining", "current",
    "initial", "same", "order", "subscription", "contract", "calendar", "opening", "closing", "following", "year",
    "term", "month", "quarter", "duration",
  ]
  private static let stretches: WordSet = [
    "year", "years", "month", "months", "quarter", "half", "term", "period", "days", "weeks", "duration",
  ]

  /// "will fund a Customer Success Fund equal to …": what is granted, and not what for.
  private func namesGrant(_ words: Range<Int>) -> Bool {
    context.names(in: words).contains {
      ($0.kind == "success_fund" || $0.kind == "partner_voucher") && !$0.isWeak
        && $0.tokens.lowerBound <= words.lowerBound + 2
    }
  }

  /// "Customer pays for catering": what the customer pays is no purpose of what it is granted.
  func isCustomers(_ match: PhraseMatch) -> Bool {
    let start = match.tokens.lowerBound
    guard passage.isOne(start, of: "pay|pays|paying") else { return false }
    return (1...2).contains { Self.customers.contains(passage.word(start - $0)) }
  }

  /// "to Client's night nurses": the phrase's own words are the purpose.
  func ownPurpose(_ match: PhraseMatch) -> Range<Int>? {
    guard match.tokens.count > 3, passage.word(match.tokens.lowerBound) == "to",
      let own = match.tokens.first(where: { passage.isOne($0, of: "'s|’s") })
    else { return nil }
    return (own + 1)..<match.tokens.upperBound
  }

  /// Where a purpose begins behind its phrase: with the phrase's own noun in "for the onboarding of agents".
  func start(of match: PhraseMatch) -> Int {
    let first = match.tokens.lowerBound
    guard passage.word(first) == "for" else { return match.tokens.upperBound }
    let noun = passage.word(first + 1) == "the" ? first + 2 : first + 1
    guard noun < match.tokens.upperBound, !Self.bareNouns.contains(passage.word(noun)) else {
      return match.tokens.upperBound
    }
    return noun
  }

  /// These say nothing of what is done.
  private static let bareNouns: WordSet = ["use", "work", "assistance", "services", "purpose", "purposes"]

  /// "available to Customer for use", "to the Customer Group": who gets it is not what it is for.
  private func namesOnlyWhoGetsIt(_ words: Range<Int>) -> Bool {
    let at = passage.word(words.lowerBound) == "the" ? words.lowerBound + 1 : words.lowerBound
    // "for the following", "for these": it goes on to what is granted.
    if words.upperBound - at <= 1, passage.isOne(at, of: "following|these|those|this|below") { return true }
    let named =
      buyers.lazy.map { name -> Int in
        let parts = name.split(separator: " ")
        return parts.indices.allSatisfy { self.passage.word(at + $0) == parts[$0] } ? parts.count : 0
      }.max() ?? 0
    // "for the purposes of this Order Form"
    if passage.isOne(words.lowerBound, of: "this|the"), words.upperBound - words.lowerBound <= 3,
      passage.isOne(words.upperBound - 1, of: "order|form|agreement|contract|clause|section|schedule|annex|exhibit")
    {
      return true
    }
    guard named > 0 || Self.persons.contains(passage.word(at)) else { return false }
    let end = at + max(named, 1)
    return words.upperBound - end <= (named > 0 ? 0 : 1) || Self.prepositions.contains(passage.word(end))
  }

  private static let persons: WordSet = ["customer", "client", "you", "subscriber", "licensee", "it", "them"]
  private static let customers: WordSet = ["customer", "client", "you", "subscriber", "licensee"]
  private static let prepositions: WordSet = ["for", "in", "at", "as", "on", "with", "under", "free", "and", "of"]
  private static let noGerunds: WordSet = [
    "during", "including", "pending", "nothing", "anything", "everything", "following", "training",
  ]

  /// "for loading alumni records", "for moving its knowledge articles".
  func purposes(in sentence: Range<Int>, from scope: Attachment.Scope) -> [Attachment] {
    var found: [Attachment] = []
    if scope == .sentence {
      for token in sentence where passage.word(token) == "to" && isInfinitive(token) {
        guard let words = purpose(after: token + 1, in: sentence) else { continue }
        found.append(Attachment(content: .purpose(words), tokens: token..<words.upperBound, from: scope))
      }
    }
    for token in sentence where passage.word(token) == "on" && isSubject(token) {
      guard let words = purpose(after: token + 1, in: sentence) else { continue }
      found.append(Attachment(content: .purpose(words), tokens: token..<words.upperBound, from: scope))
    }
    for token in sentence where passage.word(token) == "in" && isTaught(token, in: sentence) {
      guard let words = purpose(after: token + 1, in: sentence) else { continue }
      found.append(Attachment(content: .purpose(words), tokens: token..<words.upperBound, from: scope))
    }
    for token in sentence where passage.word(token) == "for" {
      let opens = opensClause(token, in: sentence)
      let isNear = scope == .sentence || Self.copulas.contains(passage.word(token - 1)) || opens
      // "For: shift-change demos"
      let at = opens && passage.word(token + 1) == ":" ? token + 2 : token + 1
      guard isAim(at) || isNear && isNounAim(at, in: sentence), !isOfExchange(token, in: sentence),
        let words = purpose(after: at, in: sentence)
      else { continue }
      found.append(Attachment(content: .purpose(words), tokens: token..<words.upperBound, from: scope))
    }
    if scope == .sentence, let deed = deed(before: sentence) {
      found.append(Attachment(content: .purpose(deed), tokens: deed, from: scope))
    }
    let denied = DeniedAims(passage: passage)
    return found.map { one in
      guard case .purpose(let words) = one.content, denied.isDenied(words) else { return one }
      return Attachment(content: .condition(sentence), tokens: one.tokens, from: scope)
    }
  }

  /// "may swap days for seats", "exchangeable for exam vouchers": what a grant is turned into is not what it is for.
  private func isOfExchange(_ token: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, token - 7)..<token).contains { passage.isOne($0, of: Self.exchanging) }
  }

  private static let exchanging: WordChoice =
    "exchange|exchanges|exchanged|exchangeable|swap|swaps|swapped|swappable|convertible|interchangeable|trade|traded"

  /// "For crew champions, posters and demos." under a grant, or in a line of its own: clipped words, without a verb that
  /// would say something else of what they are for.
  private func opensClause(_ token: Int, in sentence: Range<Int>) -> Bool {
    // "¶ For crew champions", "(b) For the night desk": behind a note's mark.
    let mark = sentence.lowerBound..<token
    let isBehindMark = mark.count <= 3 && mark.allSatisfy { !context.isWord($0) || passage.word($0).utf8.count <= 2 }
    let starts: Token.Flags = [.sentenceStart, .lineStart, .cellStart, .blockStart]
    guard context.isCapitalised(token),
      isBehindMark || !context.stream.tokens[token].flags.isDisjoint(with: starts)
    else { return false }
    let end = (token + 1..<max(token + 1, sentence.upperBound)).first {
      context.stream.tokens[$0].flags.contains(.lineStart) && context.isCapitalised($0)
    }
    return !(token..<(end ?? sentence.upperBound)).contains { Self.finite.contains(passage.word($0)) }
  }

  private static let finite: WordSet = [
    "is", "are", "was", "were", "be", "shall", "will", "may", "must", "can", "has", "have", "applies", "apply", "pays",
    "pay", "charges", "charge", "costs", "cost", "owes", "does", "do", "gets", "get", "needs", "takes", "would",
  ]

  /// "hours of consulting on the ledger", "advises Client for ten hours on its tariffs", "works with you on the locator":
  /// work on something; no day, account or terms.
  private func isSubject(_ on: Int) -> Bool {
    guard
      Self.works.contains(passage.word(on - 1))
        || passage.word(on - 2) == "with" && Self.persons.contains(passage.word(on - 1)),
      Self.determiners.contains(passage.word(on + 1)) || passage.isOne(on + 1, of: "a|an"),
      passage.value(at: on + 1) == nil, passage.value(at: on + 2) == nil
    else { return false }
    return !Self.noSubjects.contains(passage.word(on + 2)) && !Self.noAims.contains(passage.word(on + 2))
  }

  /// "days of training in the dispatch module", "instruction in the use of the console": what is taught; no place or time.
  private func isTaught(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard passage.isOne(token - 1, of: "training|instruction|coaching|tuition|classes|courses|lessons|teaching") else {
      return false
    }
    let behind = (token + 1)..<max(token + 1, min(sentence.upperBound, token + 6))
    return behind.prefix { !Self.purposeStops.contains(passage.word($0)) }.contains {
      Self.taught.contains(passage.word($0))
    }
  }

  private static let taught: WordSet = [
    "module", "modules", "software", "system", "systems", "application", "platform", "product", "products", "tool",
    "tools", "console", "suite", "process", "use", "administration", "operation", "management", "configuration",
    "reporting", "basics", "fundamentals", "analytics", "security", "methods",
  ]

  private static let works: WordSet = [
    "consulting", "consultancy", "advice", "work", "coaching", "training", "assistance", "help", "hours", "days",
    "sessions", "guidance", "workshops", "support",
  ]
  private static let noSubjects: WordSet = [
    "terms", "basis", "date", "day", "days", "account", "condition", "conditions", "request", "following", "above",
    "anniversary", "start", "end", "effective", "invoice", "premises", "site", "sites", "part", "line", "lines", "page",
    "opening", "closing", "understanding", "platform", "phone", "telephone", "spot", "weekend", "weekends", "working",
    "one", "other", "way", "ground", "grounds", "strength", "calendar", "go", "launch", "rates", "rate", "list",
  ]

  private static let infinitives: WordSet = [
    "the", "its", "their", "your", "our", "a", "an", "all", "these", "those", "new", "his", "more", "both",
  ]
  /// Before `to` these tell how much, whose or when, or what somebody may or must do.
  private static let noInfinitives: WordSet = [
    "up", "subject", "entitled", "according", "addition", "right", "access", "has", "have", "had", "need", "needs",
    "is", "are", "be", "next", "due", "as", "limited", "prior", "similar", "equal", "agrees", "undertakes", "wishes",
    "wants", "able", "free", "option", "obliged", "required", "asked", "order", "likely", "going", "used", "come",
    "comes", "respect", "regard", "thanks", "close", "opposed", "from", "obligation", "duty", "allowed", "permitted",
    "wish", "decide", "decides", "choose", "chooses", "offers", "refers", "plans", "expects", "not", "how", "where",
  ]
  /// What is done with a grant, or by whom it is had, is not what it is for.
  private static let handlings: WordSet = [
    "use", "redeem", "book", "draw", "spend", "take", "receive", "request", "call", "consume", "choose", "apply",
    "claim", "exchange", "transfer", "attend", "schedule", "order", "buy", "purchase", "pay", "have", "keep", "make",
    "give", "provide", "grant", "terminate", "renew", "extend", "accept", "sign", "notify", "inform", "the", "which",
    "access", "add", "invoice", "charge", "show", "allow", "let", "exercise", "confirm", "say", "tell", "ask", "per",
  ]

  /// "credits to upskill the helpdesk": behind a grant, a verb with its object.
  private func isInfinitive(_ token: Int) -> Bool {
    let verb = passage.word(token + 1)
    guard verb.utf8.count > 2, passage.context.isWord(token + 1), !passage.context.isCapitalised(token + 1),
      !Self.handlings.contains(verb), !Self.noInfinitives.contains(passage.word(token - 1))
    else { return false }
    return Self.infinitives.contains(passage.word(token + 2)) && !Self.infinitives.contains(verb)
  }

  /// What a title is for: "Classroom learning for night nurses".
  func titlePurposes(_ title: Range<Int>) -> [Attachment] {
    var found: [Attachment] = []
    for token in title where passage.word(token) == "for" {
      guard isAim(token + 1) || isNounAim(token + 1, in: title),
        let words = purpose(after: token + 1, in: title)
      else { continue }
      found.append(Attachment(content: .purpose(words), tokens: token..<words.upperBound, from: .row))
    }
    return found
  }

  private static let copulas: WordSet = [
    "is", "are", "be", "only", "exclusively", "solely", "meant", "chiefly",
    "fund", "voucher", "credits", "hours", "days", "budget", "allowance", "sessions", "seats", "vouchers", "credit",
  ]
  /// Words that take `for` for another reason: "asks for", "liable for", "the time for".
  private static let takers: WordSet = [
    "ask", "asks", "asked", "apply", "applies", "applied", "responsible", "liable", "pay", "pays", "paid", "charge",
    "charged", "charges", "bill", "billed", "bills", "invoiced", "invoice", "fee", "fees", "price", "prices", "cost",
    "costs", "rate", "except", "save", "valid", "good", "open", "last", "lasts", "runs", "run", "need", "request",
    "requests", "requested", "claim", "claims", "time", "deadline", "period", "term", "due", "as", "account",
    "accounts", "called", "call", "calls", "exchange", "exchanged", "register", "registered", "but", "and", "wait",
    "extended", "renewed", "renews", "kept", "left", "code", "codes", "date", "order", "ordered", "sold", "bought",
    "purchased", "subscription", "subscriptions", "licence", "license", "owed", "owes", "reason", "condition",
  ]
  /// What is no noun of an aim behind `for`.
  private static let noNouns: WordSet = [
    "each", "every", "any", "all", "no", "which", "whom", "whose", "it", "them", "him", "this", "these", "those",
    "that", "such", "more", "less", "free", "nothing", "example", "instance", "information", "what", "whatever", "as",
    "one", "both", "up", "now", "good", "ever", "sale", "convenience", "reference", "reasons", "usd", "eur", "gbp",
    "rs", "half", "so", "long", "another", "further", "two", "three", "four", "six", "nine", "ten", "twelve", "not",
    "a", "an", "some", "most", "several", "his", "her", "nil", "zero", "consumption", "themselves", "itself", "you",
    "who",
    "how", "the", "its", "our", "use", "redemption", "booking", "attendance",
  ]

  /// "for Spanish-language leaflets", "for work of an integrator on price lists", "for a new call centre".
  private func isNounAim(_ token: Int, in sentence: Range<Int>) -> Bool {
    guard !Self.takers.contains(passage.word(token - 2)) || passage.word(token - 2) == "" else { return false }
    var at = token
    if passage.isOne(at, of: "a|an") { at += 1 }
    let noun = passage.word(at)
    guard noun.utf8.count > 2, context.isWord(at), !Self.noNouns.contains(noun), !Self.noAims.contains(noun),
      !Self.noAims.contains(passage.word(at + 1)), passage.value(at: token) == nil, passage.value(at: at) == nil
    else { return false }
    if at > token { return !Self.payments.contains(noun) && !Self.payments.contains(passage.word(at + 1)) }
    // Of names alone it is not known that they are no party's.
    var end = at
    while end < sentence.upperBound, end - at < 14, !Self.purposeStops.contains(passage.word(end)) { end += 1 }
    return (at..<end).contains { context.isWord($0) && !context.isCapitalised($0) && passage.word($0).utf8.count > 3 }
  }

  private static let payments: WordSet = [
    "fixed", "flat", "lump", "consideration", "charge", "payment", "price", "fee", "sum", "total", "period", "term",
    "fraction", "while", "limited", "maximum", "minimum", "duration", "reduced", "discounted",
  ]

  private static let determiners: WordSet = ["the", "its", "their", "your", "our"]
  /// What stands behind "for" without being an aim: times, prices, parties.
  private static let noAims: WordSet = [
    "calendar", "fiscal", "financial",
    "term", "subscription", "period", "year", "years", "order", "fees", "fee", "first", "second", "third", "remainder",
    "rest",
    "duration", "whole", "entire", "purposes", "purpose", "avoidance", "account", "benefit", "price", "same", "time",
    "use",
    "customer", "supplier", "vendor", "provider", "client", "initial", "full", "next", "last", "life", "length",
    "month", "months", "quarter", "contract",
    "balance",
    "total", "aggregate", "maximum", "number", "renewal", "extension", "current", "relevant", "applicable", "sum",
    "amount", "products",
    "product", "services", "service",
  ]

  /// "for loading records", "for the introduction of forms", "for its grid planners", "for Customer's controllers".
  private func isAim(_ token: Int) -> Bool {
    let next = passage.word(token)
    if next.utf8.count > 5, next.hasSuffix("ing"), !Self.noGerunds.contains(next) {
      return !(passage.has(["pay|pays|paying"], at: token - 2) && Self.customers.contains(passage.word(token - 3)))
    }
    if passage.word(token + 1) == "'s" {
      return !Self.noAims.contains(passage.word(token + 2)) && passage.value(at: token + 2) == nil
    }
    // "for the Client's tellers"
    if next == "the", passage.word(token + 2) == "'s" {
      return !Self.noAims.contains(passage.word(token + 3)) && passage.value(at: token + 3) == nil
    }
    // "for the first three pipelines", not "for the first three months"
    if Self.determiners.contains(next), passage.word(token + 1) == "first", passage.value(at: token + 2) != nil,
      Ordinals.cardinal(passage.word(token + 2)) != nil
    {
      return passage.value(at: token + 2)?.tokens.count == 1 && !Self.noAims.contains(passage.word(token + 3))
        && !passage.isOne(token + 3, of: "days|weeks|hours|half|of")
    }
    if Self.determiners.contains(next) {
      return !Self.noAims.contains(passage.word(token + 1)) && passage.value(at: token + 1) == nil
    }
    // ", for process redesign and staff communication": apart from the rest by its comma.
    return passage.word(token - 2) == "," && passage.value(at: token) == nil && !Self.noAims.contains(next)
      && next.utf8.count > 3 && !Self.noNouns.contains(next)
  }
}
