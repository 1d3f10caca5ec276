// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Grants by the groups that a document puts them in: "launch benefits" stands in a cell of their rows, "Growth Package"
/// over their table, "bonus services" in the sentence that grants them.
struct GrantGroups {
  private let context: DocumentContext
  private let knowledge: DocumentKnowledge
  private let candidates: [Candidate]
  /// What each grant is put under, as words in the singular without signs.
  private let labels: [[[String]]]

  /// Documents with more grants than this are not grouped.
  private static let most = 200

  init(context: DocumentContext, knowledge: DocumentKnowledge, candidates: [Candidate]) {
    self.context = context
    self.knowledge = knowledge
    self.candidates = candidates
    guard candidates.count <= Self.most else {
      labels = []
      return
    }
    var known: [Range<Int>: [String]] = [:]
    func stems(_ tokens: Range<Int>) -> [String] {
      if let found = known[tokens] { return found }
      // A name in quotation marks is that of one grant, or an alias that others look up.
      var isQuoted = false
      let found = tokens.filter { token in
        let flags = context.stream.tokens[token].flags
        if flags.contains(.quoteBefore) { isQuoted = true }
        defer { if flags.contains(.quoteAfter) { isQuoted = false } }
        return !isQuoted && context.stream.tokens[token].tokenClass != .sign
      }.map { context.folded($0).droppingPlural }
      known[tokens] = found
      return found
    }
    labels = candidates.map { candidate in
      Self.places(of: candidate, context, knowledge).filter { $0.count <= Self.longest }.map(stems)
    }
  }

  /// No heading, cell or clause that puts grants together is longer, in tokens.
  private static let longest = 60

  /// What may say in which group a grant stands: its heading, its group's line, its row's other cells, its own clause.
  private static func places(of candidate: Candidate, _ context: DocumentContext, _ knowledge: DocumentKnowledge)
    -> [Range<Int>]
  {
    let block = context.stream.block(of: candidate.tokens.lowerBound)
    var found = context.outline.ancestors(of: block).prefix(3).map { context.stream.tokens(ofBlock: $0) }
    if let place = candidate.place {
      let row = knowledge.tables[place.table].rows[place.row]
      if let group = row.group { found.append(group) }
      found += row.cells.filter { (1...6).contains($0.count) && !$0.overlaps(candidate.name.tokens) }
    } else {
      found.append(candidate.sentence)
      let start = context.stream.tokens(ofBlock: block).lowerBound
      found.append(context.sentence(of: start))
    }
    return found
  }

  private static let nouns: WordSet = [
    "benefit", "item", "service", "entitlement", "incentive", "extra", "grant", "bonus", "bonu", "bonuses", "allotment",
    "concession", "bundle", "kit", "pack", "package", "programme", "program", "offer", "perk", "gift", "goody",
    "goodie",
    "freebie", "allowance", "capacity", "courtesy", "courtesie", "element", "component", "deliverable", "resource",
    "contribution", "advantage", "privilege", "quota", "provision", "promotion", "addition", "quantity",
    "quantitie",
  ]
  /// Words before a noun that say nothing of which of its sort is meant.
  private static let plain: WordSet = [
    "the", "a", "an", "all", "any", "no", "each", "every", "these", "those", "this", "that", "such", "said", "its",
    "their", "your", "our", "his", "of", "and", "or", "both", "other", "unused", "remaining", "granted", "above",
    "below",
    "aforesaid", "foregoing", "preceding", "following", "in", "to", "for", "with", "under", "by", "from", "is", "are",
    "be", "as", "on", "at", "what", "which", "free", "new", "same", "respective", "where", "if", "unless", "until",
    "after", "before", "per", "not", "only", "also", "than", "more", "training", "exam", "whole", "entire",
  ]

  private static let papers: WordSet = [
    "agreement", "agreements", "contract", "order", "provider", "level", "levels", "terms", "fee", "fees", "credit",
    "credits", "description", "schedule", "party", "company", "ltd", "inc", "group",
  ]

  /// A clause names the group that it speaks of among its first words.
  private static let subject = 14

  /// The grants of the group that the words name ("launch benefits", "the Growth Package"); empty where they name none,
  /// or all.
  func meant(in words: Range<Int>) -> [Int] {
    guard !labels.isEmpty else { return [] }
    var found: Set<Int> = []
    for token in words where context.stream.tokens[token].tokenClass == .word {
      let noun = context.folded(token).droppingPlural
      // "This Master Services Agreement is made as of …" names a paper.
      guard Self.nouns.contains(noun), token - words.lowerBound < Self.subject,
        !context.isOne(token + 1, of: Self.papers),
        !context.names(in: max(words.lowerBound, token - 3)..<(token + 1)).contains(where: {
          $0.kind != nil && $0.tokens.contains(token)
        })
      else { continue }
      found.formUnion(group(endingAt: token, noun, words))
    }
    return found.sorted()
  }

  private func group(endingAt token: Int, _ noun: String, _ words: Range<Int>) -> [Int] {
    var qualifiers: [String] = []
    var at = token - 1
    while at >= words.lowerBound, qualifiers.count < 3, Int(context.folded(at)) == nil,
      context.stream.tokens[at].tokenClass != .sign,
      !context.isOne(at, of: Self.plain)
    {
      qualifiers.insert(context.folded(at).droppingPlural, at: 0)
      at -= 1
    }
    while !qualifiers.isEmpty {
      let phrase = qualifiers + [noun]
      let named = candidates.indices.filter { index in labels[index].contains { $0.holds(phrase) } }
      if !named.isEmpty { return named }
      // "Onboarding services" under the title "Onboarding".
      let isTitle = qualifiers.contains { $0.utf8.count > 3 && Int($0) == nil }
      let titled = !isTitle ? [] : candidates.indices.filter { index in labels[index].contains { $0 == qualifiers } }
      if !titled.isEmpty { return titled }
      qualifiers.removeFirst()
    }
    // "Extras end on …" under the line "Extras", beside "Extended extras".
    return candidates.indices.filter { index in labels[index].contains { $0 == [noun] } }
  }

  // MARK: By their price

  private static let priced: WordSet = [
    "item", "items", "entitlements", "benefits", "lines", "positions", "rows", "services",
  ]
  private static let freeWords: WordSet = ["free", "complimentary", "no-charge", "zero-charge", "gratis", "unpriced"]

  /// "No-charge items", "items priced at $0": the grants that nothing is paid for; nil where the words say no such thing.
  func free(in words: Range<Int>, _ given: [[Attachment]]) -> [Int]? {
    for token in words where context.isOne(token, of: Self.priced) {
      guard isFree(before: token, words) || isFree(behind: token, words) else { continue }
      let meant = candidates.indices.filter { index in
        candidates[index].fee.map { $0.amount == 0 }
          ?? given[index].contains { if case .free = $0.content { $0.refused == nil } else { false } }
      }
      if !meant.isEmpty { return meant }
    }
    return nil
  }

  private func isFree(before token: Int, _ words: Range<Int>) -> Bool {
    let before = max(words.lowerBound, token - 3)..<token
    guard let last = before.last else { return false }
    if context.isOne(last, of: Self.freeWords) { return true }
    return context.isOne(last, of: "charge|cost|fee") && before.count > 1
      && context.isOne(last - 1, of: "no|zero|nil")
  }

  private func isFree(behind token: Int, _ words: Range<Int>) -> Bool {
    let behind = (token + 1)..<min(words.upperBound, token + 7)
    guard behind.count > 2,
      context.isOne(token + 1, of: "priced|shown|listed|charged|supplied|provided|at|with")
    else { return false }
    if behind.contains(where: { context.isOne($0, of: "nil|zero") }) { return true }
    if behind.dropLast().contains(where: {
      context.isOne($0, of: "no|without|free")
        && context.isOne($0 + 1, of: "charge|of|cost")
    }) {
      return true
    }
    return context.values(in: behind).contains {
      if case .money(let amount, _) = $0.value { amount == 0 } else { false }
    }
  }
}

extension [String] {
  /// Whether these words stand in it, one after the other.
  fileprivate func holds(_ words: [String]) -> Bool {
    guard !words.isEmpty, count >= words.count else { return false }
    return (0...(count - words.count)).contains { at in words.indices.allSatisfy { self[at + $0] == words[$0] } }
  }
}
