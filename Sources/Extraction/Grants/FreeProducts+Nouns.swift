// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// The nouns by which complimentary users, add-ons and months are told.
extension FreeProducts {
  private static let licences: WordSet = [
    "user", "users", "licence", "licences", "license", "licenses", "seat", "seats", "login", "logins", "account",
    "accounts", "subscription", "subscriptions", "subscriber", "subscribers",
  ]
  private static let people: WordSet = [
    "people", "staff", "employees", "agents", "students", "assistants", "clerks", "nurses", "crew", "members",
    "residents", "consultants", "accountants", "attendants", "associates", "colleagues", "persons", "pilots", "guests",
    "representatives", "operatives", "apprentices", "chefs", "stewards", "guards", "porters", "creators", "viewers",
    "analysts", "architects", "fitters", "reps", "techs", "admins", "delegates", "heads",
  ]
  /// Endings of words for those who do something: planners, auditors, therapists, trainees, technicians.
  private static let agents = ["ers", "ors", "ists", "ees", "ians"]
  private static let things: WordSet = [
    "orders", "numbers", "letters", "papers", "servers", "containers", "computers", "routers", "folders", "sensors",
    "factors", "sectors", "calendars", "quarters", "offers", "matters", "headers", "footers", "fees", "trees",
    "degrees", "layers", "parameters", "meters", "metres", "registers", "centers", "monitors", "others", "vectors",
    "chapters", "tiers", "trailers", "parlors", "doors", "floors", "indicators", "processors", "connectors", "papers",
    "printers", "scanners", "trackers", "trolleys", "cylinders", "chargers", "committees", "guarantees", "posters",
  ]

  /// How many, and the noun that they are: "300 users", "60 pickers", "thirty seats".
  func users(in sentence: Range<Int>) -> (number: ValueMention, noun: Range<Int>)? {
    for value in context.values(in: sentence) {
      guard let amount = value.value.count, amount >= 2, value.isCount,
        !AmountFit(context: context).isLabel(value), !isWithinOther(value, sentence)
      else { continue }
      var at = value.tokens.upperBound
      if case .quantity = value.value { at -= 1 }
      let limit = min(at + 6, sentence.upperBound)
      while at < limit, context.isWord(at) {
        let word = context.folded(at)
        if Self.stops.contains(word) { break }
        if Self.licences.contains(word) || isPerson(at) {
          // "For every 10 users ordered one is free"
          if isBase(value, sentence) { break }
          return (part(of: value, in: sentence) ?? value, at..<(at + 1))
        }
        at += 1
      }
    }
    return nil
  }

  /// "for every 10 users", "per 25 licences".
  private func isBase(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let before = value.tokens.lowerBound - 1
    return sentence.contains(before) && context.isOne(before, of: "every|each|per")
  }

  /// The ten of "ten of the 110 users".
  private func part(of value: ValueMention, in sentence: Range<Int>) -> ValueMention? {
    let the = value.tokens.lowerBound - 1
    guard the - 1 > sentence.lowerBound, context.isOne(the, of: "the|its|their|these|those|all"),
      context.folded(the - 1) == "of"
    else { return nil }
    return context.values(in: max(sentence.lowerBound, the - 5)..<the).last {
      $0.isCount && $0.tokens.upperBound == the - 1
    }
  }

  private static let stops: WordSet = [
    "of", "in", "for", "with", "and", "or", "at", "to", "from", "months", "month", "days", "hours", "years", "weeks",
    "per", "a", "an", "the", "each", "is", "are", "%", "minutes",
  ]

  func isLicence(_ token: Int) -> Bool {
    context.isOne(token, of: Self.licences) || context.isOne(token, of: "term|months|month|period|use|access|software")
  }

  func isPerson(_ token: Int) -> Bool {
    let word = context.folded(token)
    if Self.people.contains(word) { return true }
    return word.utf8.count >= 5 && !Self.things.contains(word) && !Self.licences.contains(word)
      && Self.agents.contains { word.hasSuffix($0) }
  }

  /// The 12 of "12 months", the 3 of "3 May".
  func isWithinOther(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    context.values(in: sentence).contains { other in
      other.tokens.lowerBound <= value.tokens.lowerBound && other.tokens.upperBound >= value.tokens.upperBound
        && !other.isCount
    }
  }

  private static let modules: WordSet = [
    "add-on", "addon", "module", "modules", "plugin", "plug-in", "app", "extension", "edition", "interface",
    "connector",
    "portal", "component", "pack", "toolkit", "dashboard", "suite",
  ]

  /// "the Mobile Scan module", "Forecast add-on"; of a name alone ("Kestrel Pulse") what it is used or switched on as.
  func product(in sentence: Range<Int>) -> Range<Int>? {
    for token in sentence {
      let word = context.folded(token)
      let isModule =
        Self.modules.contains(word)
        || (word == "on" || word == "ons") && token > sentence.lowerBound && context.folded(token - 1) == "add"
      guard isModule else { continue }
      var low = word.hasPrefix("on") ? token - 1 : token
      while low > sentence.lowerBound, token - low < 5, isName(low - 1, sentence) { low -= 1 }
      if low < token { return low..<(token + 1) }
    }
    return named(sentence)
  }

  private static let uses: WordSet = [
    "use", "uses", "used", "try", "test", "access", "open", "switches", "opens", "activates",
  ]

  /// A name in capitals right behind a verb of use ("may also use Atlas Pulse"), or before one ("Atlas Pulse is switched
  /// on", "Atlas Edition can be used").
  func named(_ sentence: Range<Int>) -> Range<Int>? {
    for token in sentence where isUse(token, sentence) || isSwitch(token, sentence) {
      var at = token + 1
      if at < sentence.upperBound, context.folded(at) == "on" { at += 1 }
      let start = at
      while at < sentence.upperBound, at - start < 5, isName(at, sentence) { at += 1 }
      if at > start { return start..<at }
    }
    var end = sentence.lowerBound
    while end < sentence.upperBound, context.isLabelToken(end) { end += 1 }
    let start = end
    while end < sentence.upperBound, end - start < 6, context.stream.tokens[end].flags.contains(.capitalised) {
      end += 1
    }
    guard end - start >= 2, (end..<min(end + 12, sentence.upperBound)).contains(where: { isSwitch($0, sentence) })
    else {
      return nil
    }
    return start..<end
  }

  /// A verb of use, or the `for` of "no fee is charged for".
  private func isUse(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let word = context.folded(token)
    if Self.uses.contains(word) { return true }
    return word == "for" && token > sentence.lowerBound
      && context.isOne(token - 1, of: "charged|payable|due|asked|invoiced|billed")
  }

  private static let switches: WordSet = [
    "switched", "activated", "enabled", "unlocked", "opened", "used", "runs", "added", "installed", "accessed",
  ]

  func isSwitch(_ token: Int, _ sentence: Range<Int>) -> Bool { context.isOne(token, of: Self.switches) }

  /// A word in capitals within the sentence that is no party of the contract.
  func isName(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound, context.stream.tokens[token].flags.contains(.capitalised), context.isWord(token)
    else { return false }
    return !context.isOne(token, of: Self.parties)
  }

  private static let parties: WordSet = [
    "customer", "client", "supplier", "vendor", "provider", "licensor", "licensee", "order", "form", "agreement",
    "contract", "section", "clause", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "term", "date", "subscription", "year",
  ]

  private static let subscriptions: WordSet = [
    "subscription", "subscriptions", "platform", "software", "plan", "licence", "licences", "license", "licenses",
    "product", "products", "service", "access", "users", "term",
  ]

  /// What months are months of, where no name stands.
  func subscription(in sentence: Range<Int>) -> Range<Int>? {
    sentence.first { context.isOne($0, of: Self.subscriptions) }.map { $0..<($0 + 1) }
  }

  /// So many months that no price is asked for.
  func months(in sentence: Range<Int>) -> ValueMention? {
    context.values(in: sentence).first { value in
      if case .duration(let duration) = value.value {
        return duration.unit == .month && duration.amount <= 24 && duration.amount.wholeNumber != nil
      }
      return false
    }
  }

  /// "one more month", "two further months", "the first three months … are not invoiced": the months are what is given.
  func isCounted(_ months: ValueMention, _ sentence: Range<Int>) -> Bool {
    // "free for 6 months", "within nine months of the start": how long, not how many.
    if isSpan(months, sentence) { return false }
    let around =
      max(sentence.lowerBound, months.tokens.lowerBound - 3)..<min(months.tokens.upperBound + 1, sentence.upperBound)
    return around.contains { context.isOne($0, of: Self.mores) }
  }

  /// "for six months", "within nine months"
  func isSpan(_ months: ValueMention, _ sentence: Range<Int>) -> Bool {
    months.tokens.lowerBound > sentence.lowerBound
      && context.isOne(months.tokens.lowerBound - 1, of: "for|within|in|during|after|under|over|than")
  }

  private static let mores: WordSet = ["more", "extra", "further", "additional", "another", "adds", "free"]
  private static let gives: WordSet = [
    "get", "gets", "have", "has", "receive", "receives", "add", "adds", "throws", "throw", "include", "includes",
    "provide", "provides", "grant", "grants", "switch", "switches", "activates", "given", "granted", "provided",
    "switched", "activated", "enabled", "unlocked", "opened", "added", "installed", "used", "use", "uses", "runs",
    "run",
    "keep", "keeps",
  ]

  func isGiven(_ sentence: Range<Int>) -> Bool { sentence.contains { context.isOne($0, of: Self.gives) } }

  private static let usages: WordSet = [
    "use", "uses", "used", "using", "work", "works", "working", "access", "see", "look", "have", "has", "get", "gets",
    "receive", "keep", "keeps", "switched", "activated", "enabled", "added", "runs", "run", "over", "addition", "top",
    "free", "licence", "license", "try", "test",
  ]

  func isUsed(_ sentence: Range<Int>) -> Bool { sentence.contains { context.isOne($0, of: Self.usages) } }

  private static let waivers: WordSet = [
    "waives", "waive", "waived", "forgoes", "forgo", "foregoes", "absorbs", "absorb", "throws", "throw", "billed",
    "charged", "invoiced", "charge",
  ]

  func isWaived(_ free: Range<Int>) -> Bool { free.contains { context.isOne($0, of: Self.waivers) } }
}

extension DocumentContext {
  /// The number or letter that a paragraph opens with.
  fileprivate func isLabelToken(_ token: Int) -> Bool {
    let kind = stream.tokens[token].tokenClass
    return kind == .number || kind == .sign
  }
}

extension Value {
  var count: Decimal? {
    switch self {
    case .number(let amount): amount
    case .quantity(let amount, _, _): amount
    case .duration(let duration): duration.amount
    default: nil
    }
  }
}

extension ValueMention {
  var isCount: Bool {
    switch value {
    case .number, .quantity: true
    default: false
    }
  }
}
