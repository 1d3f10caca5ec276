// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import ValueRecognition

/// Words of time that nothing has read: `until the depots are connected`, `in the trial window`, a day or a length behind
/// words that say no more. While they stand there nobody may say that a grant runs for the whole term.
struct UnreadTimes {
  let passage: PassageText
  let knowledge: DocumentKnowledge

  /// The first of them in a sentence; `read` are the tokens of what was read, as a time or as none of the grant's.
  /// `isGrant`: the sentence grants, so that its words need not say that anything is used.
  func first(in sentence: Range<Int>, read: [Range<Int>], isGrant: Bool) -> Range<Int>? {
    let values = passage.context.values(in: sentence)
    let isSignalled = sentence.contains { Self.signals.contains(passage.word($0)) }
    let isOpenDay = sentence.contains {
      passage.has(["as|so", "long", "as"], at: $0)
        || passage.has(
          ["up|until|before|by|through|to", "to|the", "the|day|date", "day|date|moment|time|on|that|when|point"], at: $0
        )
    }
    if let unset = unsetDay(in: sentence) { return unset }
    func isReadYet(_ tokens: Range<Int>) -> Bool { read.contains { $0.overlaps(tokens) } }
    if let event = lapseByEvent(in: sentence, isReadYet) ?? openLength(in: sentence, isReadYet)
      ?? vague(in: sentence) ?? numberedStretch(in: sentence, isReadYet)
    {
      return event
    }
    // "If the order is renewed, what is left can be used for six more months."
    if passage.isOne(sentence.lowerBound, of: "if|should|when|where|upon|on"),
      sentence.prefix(9).contains(where: { Self.prolonged.contains(passage.word($0)) })
    {
      return nil
    }
    let isBounded = sentence.contains { Self.bounds.contains(passage.word($0)) }
    let isOpenValidity = sentence.contains { Self.lives.contains(passage.word($0)) }
    guard
      isSignalled || isOpenDay || isOpenValidity || isBounded || values.contains(where: { $0.isDate || $0.isLength }),
      sentence.count <= Self.longest, !sentence.contains(where: { Self.otherMatters.contains(passage.word($0)) }),
      !sentence.prefix(4).contains(where: { passage.isOne($0, of: "reports|report|reviews") })
    else { return nil }
    func isRead(_ tokens: Range<Int>) -> Bool { read.contains { $0.overlaps(tokens) } }
    for value in values where !isRead(value.tokens) && isUnread(value) {
      return opening(value.tokens.lowerBound)..<value.tokens.upperBound
    }
    if sentence.contains(where: { passage.isOne($0, of: "deadline|deadlines") }),
      let day = values.first(where: { $0.isDate && !isRead($0.tokens) })
    {
      return day.tokens
    }
    if let event = eventUnit(in: sentence, isRead) { return event }
    if let open = openDay(in: sentence, isRead) ?? openValidity(in: sentence, isRead) { return open }
    if isBounded, let event = openEvent(in: sentence, isRead) { return event }
    if isBounded,
      isGrant || sentence.contains(where: { Self.uses.contains(passage.word($0)) || passage.word($0) == "seats" }),
      let edge = openEdge(in: sentence, isRead)
    {
      return edge
    }
    guard isSignalled else { return nil }
    let isOfUse = sentence.contains { Self.uses.contains(passage.word($0)) }
    for token in sentence where Self.signals.contains(passage.word(token)) && !isRead(token..<(token + 1)) {
      guard !isOfTerm(token) else { continue }
      // "from Contract Year 2 on; until then it works with the free edition"
      if passage.word(token + 1) == "then",
        read.contains(where: { $0.lowerBound < token && sentence.contains($0.lowerBound) })
      {
        continue
      }
      if Self.stretches.contains(passage.word(token)) {
        if let first = namedStretch(endingAt: token) ?? (isOfUse ? numbered(endingAt: token) : nil)
          ?? (isOfUse || isGrant ? openPhase(endingAt: token) : nil)
        {
          return first..<(token + 1)
        }
        continue
      }
      if isOfUse || isGrant && passage.isOne(token, of: "until|till") {
        return token..<min(sentence.upperBound, token + 6)
      }
    }
    return nil
  }

  private static let bounds: WordSet = [
    "end", "close", "expiry", "conclusion", "balance", "rest", "remainder", "last", "final", "while", "whilst",
    "before",
    "long", "dates",
  ]
  private static let lasting: WordSet = [
    "exists", "stays", "remains", "works", "operates", "underway", "lasts", "continues", "ongoing", "running",
    "progress", "runs", "does", "do", "stands", "free", "active", "live", "employed", "staffed", "leads", "heads",
  ]

  /// "up to the day on which the plant opens", "before the moment when …": a day that an event gives.
  private func openDay(in sentence: Range<Int>, _ isRead: (Range<Int>) -> Bool) -> Range<Int>? {
    for token in sentence {
      // "as long as the migration is under way"
      if passage.has(["as|so", "long", "as"], at: token), !isRead(token..<(token + 3)), !isOfTerm(token + 2),
        passage.word(token + 3) != "it",
        !(3...5).contains(where: { passage.isOne(token + $0, of: "users|seats|licences|licenses|lines|rows|editions") }
        ),
        (3...9).contains(where: {
          Self.lasting.contains(passage.word(token + $0)) || passage.has(["under", "way"], at: token + $0)
        })
      {
        return token..<min(sentence.upperBound, token + 8)
      }
      let width =
        passage.has(["up", "to", "the"], at: token)
        ? 3 : passage.has(["until|before|by|through|to", "the"], at: token) ? 2 : 0
      guard width > 0, passage.isOne(token + width, of: "day|date|moment|time|point"),
        passage.has(["on|at", "which"], at: token + width + 1)
          || passage.isOne(token + width + 1, of: "when|that"),
        !isRead(token..<(token + width + 1))
      else { continue }
      return token..<min(sentence.upperBound, token + width + 6)
    }
    return nil
  }

  private static let lives: WordSet = ["validity", "lifetime", "lifespan", "expiry", "expiration"]
  private static let elsewhere: WordSet = [
    "governed", "determined", "fixed", "set", "agreed", "printed", "shown", "stated", "laid", "published", "regulated",
    "follows", "follow", "notified", "communicated", "given", "defined",
  ]
  private static let otherPlaces: WordSet = ["by", "in", "on", "under", "with", "from", "separately", "out"]

  /// "Their validity is governed by the voucher rules", "the lifetime printed on them": a time that another paper gives.
  private func openValidity(in sentence: Range<Int>, _ isRead: (Range<Int>) -> Bool) -> Range<Int>? {
    guard !sentence.contains(where: { passage.value(at: $0).map { $0.isDate || $0.isLength } ?? false }) else {
      return nil
    }
    for token in sentence where Self.lives.contains(passage.word(token)) {
      for at in (token + 1)..<(token + 9)
      where Self.elsewhere.contains(passage.word(at)) && Self.otherPlaces.contains(passage.word(at + 1))
        || passage.isOne(at, of: "follows|follow|tracks|mirrors")
      {
        let words = token..<min(sentence.upperBound, at + 5)
        // "the validity stated in line 3", "shown above" is read there.
        let isHere = words.contains {
          passage.isOne($0, of: "table|line|row|column|above|below|schedule|section|clause|order|term")
        }
        if !isHere, !isRead(words) { return words }
      }
    }
    return nil
  }

  private static let stretches: WordSet = [
    "year", "half", "quarter", "month", "phase", "period", "segment", "season", "window", "stage", "semester", "years",
    "spring", "summer", "autumn", "fall", "winter",
  ]

  /// "the second school year", "the last month": a stretch by its number.
  private func numbered(endingAt last: Int) -> Int? {
    for back in 1...3 {
      let at = last - back
      guard passage.range.contains(at) else { return nil }
      let word = passage.word(at)
      if Self.perWords.contains(word) || ["a", "any", "'s"].contains(word) { return nil }
      if Ordinals.value(word) != nil || ["last", "final"].contains(word) { return at }
    }
    return nil
  }

  /// "in the Short Year": a stretch by a name that the document gives it.
  private func namedStretch(endingAt last: Int) -> Int? {
    let before = last - 1
    guard passage.context.isCapitalised(last) || passage.word(last) == "year", passage.range.contains(before),
      passage.context.isCapitalised(before),
      !Self.orders.contains(passage.word(before)), !Self.common.contains(passage.word(before)),
      passage.anchor(at: before) == nil, passage.context.stream.tokens[before].tokenClass == .word,
      passage.isOne(before - 1, of: "the|in|during|within|for"),
      !Self.perWords.contains(passage.word(before - 2))
    else { return nil }
    return before
  }

  /// "in the hypercare phase", "during the pilot stage": of what nothing says when it is.
  private func openPhase(endingAt last: Int) -> Int? {
    guard passage.isOne(last, of: "phase|stage"), passage.context.stream.tokens[last - 1].tokenClass == .word,
      !Self.common.contains(passage.word(last - 1)), !Self.orders.contains(passage.word(last - 1)),
      passage.isOne(last - 2, of: "the|a|its"), passage.isOne(last - 3, of: "in|during|throughout|within")
    else { return nil }
    return last - 1
  }

  private static let common: WordSet = [
    "calendar", "fiscal", "financial", "commitment", "service", "each", "every", "per", "initial", "renewal", "the",
    "opening", "closing", "first", "second", "third", "fourth", "fifth", "last", "final", "same", "following", "next",
    "leap", "whole", "entire", "full", "new",
  ]

  private static let longest = 120

  private func isUnread(_ mention: ValueMention) -> Bool {
    switch mention.value {
    case .date(let date):
      if date.day == nil, TimeAsides(passage: passage).isOfNumber(behind: mention.tokens.upperBound) { return false }
      guard
        let day = date.month.flatMap({ month in
          date.year.flatMap { CalendarDate(year: $0, month: month, day: date.day ?? 28) }
        })
      else { return false }
      // What was before the order began is no deadline; its own first and last day say nothing new.
      if let opens = knowledge.anchors["term_start"] ?? knowledge.anchors["order_date"], day <= opens { return false }
      if let closes = knowledge.anchors["term_end"], day == closes { return false }
      return isTimed(mention.tokens)
    case .duration(let duration):
      guard duration.unit != .hour, !duration.isBusiness else { return false }
      let sentence = passage.context.sentence(of: mention.tokens.lowerBound)
      let dealings = Dealings(passage: passage)
      if dealings.isDealing(mention.tokens, duration, in: sentence)
        || dealings.isOfOnePiece(mention.tokens, in: sentence) || dealings.isNotice(mention.tokens)
      {
        return false
      }
      // "3 % of the subscription fees for one Contract Year": a sum, no stretch.
      if passage.isOne(mention.tokens.lowerBound - 1, of: "for|of|in"),
        passage.isOne(mention.tokens.lowerBound - 2, of: "fees|fee|charges|price|prices|amount|total")
      {
        return false
      }
      if let start = knowledge.anchors["term_start"], let end = knowledge.anchors["term_end"],
        let months = duration.months?.wholeNumber, start.months(through: end) == months
      {
        return false
      }
      return isRunning(mention.tokens)
    default: return false
    }
  }

  private func isTimed(_ tokens: Range<Int>) -> Bool {
    !Dealings(passage: passage).isOfEvent(before: tokens.lowerBound)
      && (1...6).contains { Self.dayOpeners.contains(passage.word(tokens.lowerBound - $0)) }
      && !(1...4).contains {
        Self.pasts.contains(passage.word(tokens.lowerBound - $0))
          // "for the planners who start in September 2031"
          || passage.isOne(tokens.lowerBound - $0, of: "who|whose")
          // "The steering group meets on 15 April."
          || passage.isOne(tokens.lowerBound - $0, of: "meets|meet|convenes|gathers|visits|presents|decides")
      }
  }

  /// "within nine months", "the nine months from": a length that runs, not one that is counted out.
  private func isRunning(_ tokens: Range<Int>) -> Bool {
    if Self.otherLengths.contains(passage.word(tokens.upperBound)) { return false }
    // "After two years the arrangement lapses": what lapses is the contract.
    if (1...2).contains(where: { Self.contracts.contains(passage.word(tokens.upperBound + $0)) }) { return false }
    if (1...3).contains(where: { Self.perWords.contains(passage.word(tokens.lowerBound - $0)) }) { return false }
    // "after those three months": said before.
    if passage.isOne(tokens.lowerBound - 1, of: "those|these|such|said") { return false }
    if passage.word(tokens.lowerBound - 1) == "(", passage.word(tokens.upperBound) == ")" { return true }
    if isGoalOfLeftover(tokens) { return false }
    // "in the nine months", not "in two-week sprints"
    if passage.word(tokens.lowerBound - 1) == "the", passage.isOne(tokens.lowerBound - 2, of: "in|over") {
      return true
    }
    return (1...3).contains { Self.lengthOpeners.contains(passage.word(tokens.lowerBound - $0)) }
      || Self.lengthClosers.contains(passage.word(tokens.upperBound))
  }

  func isOfTerm(_ token: Int) -> Bool {
    (1...6).contains { Self.orders.contains(passage.word(token + $0)) }
      || passage.isOne(token + 1, of: "further|notice|terminated|termination")
  }

  private func opening(_ token: Int) -> Int {
    for back in (1...4).reversed() where Self.dayOpeners.contains(passage.word(token - back)) { return token - back }
    return token
  }

  private static let signals: WordSet = [
    "until", "till", "window", "season", "anniversary", "birthday", "deadline", "deadlines", "coterminous",
    "coterminates",
    "together", "christmas", "easter", "diwali", "ramadan", "thanksgiving", "summer", "winter", "spring", "autumn",
    "year", "half", "quarter", "phase", "period", "segment", "stage", "semester", "month",
  ]
  private static let uses: WordSet = [
    "use", "used", "usable", "valid", "validity", "available", "redeem", "redeemed", "redeemable", "taken", "take",
    "called", "drawn", "draw", "booked", "book", "consumed", "expire", "expires", "lapse", "lapses", "open", "opens",
    "attended", "attend", "claimed", "claim", "spent", "run", "runs", "provides", "provided", "stays", "remain",
    "remains", "reserved", "kept", "held", "stand", "stands", "hold", "offered", "granted", "receives", "delivered",
    "held", "worked", "spending", "ends", "stops", "end", "stop",
  ]
  private static let dayOpeners: WordSet = [
    "by", "until", "till", "through", "before", "after", "from", "to", "on", "between", "than", "during", "in",
    "within",
    "ending", "ends", "expire", "expires", "closing", "up", "upto", "thru",
  ]
  private static let pasts: WordSet = [
    "dated", "agreement", "signed", "meeting", "letter", "offer", "quote", "quotation", "proposal", "version",
  ]
  private static let lengthOpeners: WordSet = [
    "within", "during", "first", "last", "next", "initial", "after", "inside", "life", "lifetime",
    "validity", "than",
  ]
  private static let lengthClosers: WordSet = [
    "from", "after", "following", "later", "window", "validity", "thereafter", "afterwards", "since", "post",
  ]
  private static let otherLengths: WordSet = ["notice", "'", "prior", "advance", "written"]
  private static let perWords: WordSet = ["every", "each", "per", "response", "least", "notice"]
  private static let prolonged: WordSet = ["renewed", "renews", "renew", "renewal", "prolonged", "extended"]
  private static let contracts: WordSet = ["arrangement", "agreement", "contract", "order", "deal", "offer"]
  private static let orders: WordSet = [
    "term", "subscription", "order", "agreement", "contract", "licence", "licences", "license", "licenses",
  ]
  /// A sentence about one of these speaks of other things than how long a grant lasts.
  private static let otherMatters: WordSet = [
    "invoice", "invoices", "invoiced", "payable", "pay", "renewal", "renews", "renew", "notice", "uptime", "outage",
    "response", "priority", "retained", "backup", "backups", "logs", "warranty", "terminate", "terminates",
    "terminated", "downtime", "retention", "headcount", "confidential", "answer", "answers", "answered", "reply",
    "replies", "respond", "responds", "restored", "solved", "refreshed", "refresh",
  ]
}

extension ValueMention {
  fileprivate var isLength: Bool { if case .duration = value { true } else { false } }
}
