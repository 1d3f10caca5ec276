// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Finds the people that a grant is for: `Customer's planners may attend …`, `issued to the night nurses`, `Exam vouchers
/// (rule designers)`. Whom it is meant for is what it is for.
struct Recipients {
  let passage: PassageText
  /// What the customer goes by.
  var buyers: [String] = []

  func purposes(in sentence: Range<Int>, from scope: Attachment.Scope) -> [Attachment] {
    var found: [Attachment] = []
    func add(_ words: Range<Int>) {
      found.append(Attachment(content: .purpose(words), tokens: words, from: scope))
    }
    for token in sentence.prefix(Self.reach) {
      let word = passage.word(token)
      if word == "'s" || word == "your" {
        if let words = subject(after: token, in: sentence) { add(words) }
      } else if word == "to", Self.given.contains(passage.word(token - 1)), let words = receivers(token + 1, sentence) {
        add(words)
      }
    }
    return found
  }

  private static let reach = 60

  /// "Customer's transport planners may attend …", "your clerks are entitled to …".
  private func subject(after token: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard passage.word(token) == "your" || isBuyer(token - 1) else { return nil }
    var at = token + 1
    while at < sentence.upperBound, at - token <= 6, passage.context.isWord(at), !Self.verbs.contains(passage.word(at))
    {
      at += 1
    }
    guard at > token + 1, Self.verbs.contains(passage.word(at)), isPeople(at - 1) else { return nil }
    return (token + 1)..<at
  }

  private func isBuyer(_ token: Int) -> Bool {
    let word = passage.word(token)
    return Self.customers.contains(word)
      || buyers.contains { name in name.split(separator: " ").last.map(String.init) == word }
  }

  /// "to the medical science liaisons": up to a noun for people; whom it belongs to may follow it.
  private func receivers(_ token: Int, _ sentence: Range<Int>) -> Range<Int>? {
    let start = passage.isOne(token, of: "the|its|their|your|those|all") ? token + 1 : token
    var end = start
    while end < sentence.upperBound, end - start < 6, passage.context.isWord(end) {
      if isPeople(end), !passage.context.isWord(end + 1) || Self.behind.contains(passage.word(end + 1)) {
        return start..<(end + 1)
      }
      end += 1
    }
    return nil
  }

  /// What a bracket in a row's label names: people, or a piece of work.
  func bracketed(in cell: Range<Int>) -> Range<Int>? {
    guard let open = cell.first(where: { passage.context.isSign($0, 0x28) }),
      let close = (open..<cell.upperBound).first(where: { passage.context.isSign($0, 0x29) }),
      (1...Self.longestBracket).contains(close - open - 1)
    else { return nil }
    let words = (open + 1)..<close
    guard passage.context.values(in: words).isEmpty,
      !words.contains(where: { Self.measures.contains(passage.word($0)) })
    else { return nil }
    return isPeople(words.upperBound - 1) || words.contains(where: isWork) ? words : nil
  }

  private static let longestBracket = 9

  private func isWork(_ token: Int) -> Bool {
    Self.works.contains(passage.word(token)) && !passage.isOne(token + 1, of: "edition|plan|package|instance")
  }

  /// A noun for people in the plural, by a list or by how such nouns end.
  private func isPeople(_ token: Int) -> Bool {
    let word = passage.word(token)
    if Self.people.contains(word) { return true }
    return word.utf8.count > 5 && !Self.things.contains(word) && Self.endings.contains(where: word.hasSuffix)
  }

  private static let endings = ["ers", "ors", "ists", "ians", "ysts", "ees"]
  private static let people: WordSet = [
    "nurses", "clerks", "agents", "staff", "personnel", "employees", "liaisons", "crew", "crews", "people", "teams",
    "team", "assistants", "consultants", "accountants", "attendants", "students", "midwives", "foremen", "colleagues",
    "representatives", "reps", "leads", "stewards", "captains", "pilots", "guides", "scientists", "physicians",
    "admins",
    "operatives", "superintendents", "apprentices", "champions", "workforce", "specialists", "guards", "marshals",
    "secretaries", "merchants", "participants", "buyers", "lawyers", "cooks", "chefs", "judges", "aides", "associates",
  ]
  /// These end as nouns for people do, and are things, parties or counted.
  private static let things: WordSet = [
    "users", "servers", "containers", "vouchers", "orders", "numbers", "papers", "letters", "computers", "printers",
    "customers", "partners", "suppliers", "vendors", "providers", "others", "matters", "registers", "centers", "covers",
    "sensors", "connectors", "processors", "licensees", "guarantees", "committees", "degrees", "sectors", "factors",
    "errors", "offers", "transfers", "headers", "layers", "folders", "clusters", "filters", "routers", "monitors",
    "accelerators", "generators", "indicators", "calculators", "quarters", "semesters", "chapters", "characters",
    "parameters", "licensors", "resellers", "scanners", "meters", "timers", "boosters", "trailers", "affiliates",
    "identifiers", "powers", "towers", "borders", "barriers", "tiers", "carriers", "buffers", "adapters", "adaptors",
    "subscribers", "sellers", "purchasers", "newsletters", "headquarters", "parties", "colors", "floors", "doors",
  ]
  private static let verbs: WordSet = [
    "may", "can", "are", "is", "shall", "will", "have", "has", "receive", "receives", "get", "gets", "attend", "sit",
    "take", "enjoy", "each",
  ]
  private static let behind: WordSet = [
    "of", "in", "at", "on", "who", "and", "for", "as", "by", "until", "during", "to",
  ]
  private static let given: WordSet = [
    "provided", "granted", "issued", "allotted", "given", "available", "open", "offered", "assigned", "reserved",
    "distributed", "handed", "allocated", "dedicated", "awarded", "restricted", "limited",
  ]
  private static let customers: WordSet = ["customer", "client", "subscriber", "licensee", "buyer", "purchaser"]
  private static let works: WordSet = [
    "design", "migration", "onboarding", "adoption", "configuration", "rollout", "integration", "implementation",
    "enablement", "cutover", "conversion", "launch", "tuning", "redesign", "clean-up", "cleanup", "harmonisation",
    "harmonization", "transformation", "upskilling", "optimisation", "optimization",
  ]
  /// A bracket that holds one of these says how it is counted, or which of several it is.
  private static let measures: WordSet = [
    "per", "each", "included", "optional", "pack", "packs", "copy", "hours", "days", "credits", "annual", "yearly",
    "monthly", "free", "additional", "full", "partial", "remote", "net", "list", "prepaid", "subscription", "section",
    "clause", "note", "see", "no", "not", "none", "excluding", "former", "up", "max", "by", "delivered", "or", "fee",
  ]
}
