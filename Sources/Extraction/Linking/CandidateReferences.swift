// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis
import Patterns

/// Tells which candidates a sentence speaks of: by a name of their kind, by the noun they are counted in, or by a name
/// that the document gave them ("the Fund").
struct CandidateReferences {
  let context: DocumentContext
  let candidates: [Candidate]
  /// The section's heading over each candidate; -1 for none.
  private let sections: [Int]
  private let blocks: [Int]
  private let nouns: [Set<String>]
  /// All of them: most words are none.
  private let anyNoun: WordSet
  private let aliases: [[[String]]]
  private let places: PlaceReferences
  /// Names that definitions give to what stands under a label elsewhere.
  private let definitions: [(words: [String], candidates: Set<Int>)]
  /// The words that name a row's grant, without signs, in the singular; empty for grants of the text.
  private let rowWords: [[String]]
  /// What they begin with: most sentences hold none of it.
  private let rowOpeners: WordSet

  init(_ context: DocumentContext, _ candidates: [Candidate]) {
    self.context = context
    self.candidates = candidates
    blocks = candidates.map { context.stream.block(of: $0.tokens.lowerBound) }
    sections = blocks.map { context.outline.section(of: $0) }
    nouns = candidates.map { Self.nouns($0, context) }
    anyNoun = WordSet(nouns.joined())
    aliases = Self.aliases(candidates, context)
    let places = PlaceReferences(context)
    self.places = places
    let blocks = blocks
    definitions = places.definitions().map { definition in
      (
        definition.words,
        Set(candidates.indices.filter { index in definition.blocks.contains { $0.contains(blocks[index]) } })
      )
    }
    rowWords = candidates.map { candidate in
      guard candidate.place != nil, candidate.name.tokens.count <= 8 else { return [] }
      let words = candidate.name.tokens.filter { context.stream.tokens[$0].tokenClass != .sign }
        .map { context.folded($0).droppingPlural }
      return words.count > 1 || words.count == 1 && words[0].utf8.count > 6 ? words : []
    }
    rowOpeners = WordSet(rowWords.compactMap(\.first))
  }

  func block(of candidate: Int) -> Int { blocks[candidate] }
  func section(of candidate: Int) -> Int { sections[candidate] }

  /// Candidates that the sentence names, nearest kept; nil where it names none.
  func named(in sentence: Range<Int>, block: Int, topic: [Int] = []) -> [Int]? {
    let section = context.outline.section(of: block)
    var found: Set<Int> = []
    if let meant = stillMeant(sentence, topic) { return byYear(sentence, meant) }
    let names = context.names(in: sentence).filter { $0.kind != nil }
    for name in names where FirmNames(context: context).mayName(name) {
      if isGoal(name.tokens.lowerBound, of: names[0].tokens.upperBound, in: sentence) { continue }
      found.formUnion(candidates(for: name, block: block, section: section))
    }
    found.formUnion(byAlias(sentence))
    for told in places.told(in: sentence) {
      let here = candidates.indices.filter { told.contains(blocks[$0]) }
      // A place with many grants is spoken of as a whole elsewhere.
      if here.count <= 2 { found.formUnion(here) }
    }
    if found.isEmpty {
      found.formUnion(byNoun(sentence, block: block, section: section))
    } else {
      found.formUnion(joined(sentence, found))
      found.formUnion(opened(sentence))
    }
    guard !found.isEmpty else { return nil }
    return byYear(sentence, found.sorted())
  }

  /// "Credits not spent by then are cancelled" under the title of the training credits: half a name means the topic
  /// where that goes by it.
  private func stillMeant(_ sentence: Range<Int>, _ topic: [Int]) -> [Int]? {
    let names = context.names(in: sentence).filter { $0.kind != nil }
    guard topic.contains(where: { candidates[$0].place != nil }), !names.isEmpty,
      names.allSatisfy({ $0.isWeak || $0.tokens.count == 1 })
    else {
      return nil
    }
    let meant = topic.filter { index in
      names.allSatisfy { name in
        name.tokens.last.map { nouns[index].contains(context.folded($0).droppingPlural) } ?? false
      }
    }
    return meant.isEmpty ? nil : meant
  }

  /// "Learning credits can be exchanged for courses and for exams": what they go for is not what is spoken of.
  private func isGoal(_ name: Int, of first: Int, in sentence: Range<Int>) -> Bool {
    guard first < name, name - first <= 16 else { return false }
    let between = first..<name
    guard let verb = between.last(where: { context.isOne($0, of: Self.exchanging) }) else { return false }
    return (verb + 1..<name).contains { context.isOne($0, of: "for|into|against|towards|toward") }
      && !(verb + 1..<name).contains {
        context.isOne($0, of: ";|:|.|but|which|that") || context.isOne($0, of: TopicWalk.verbs)
      }
  }

  private static let exchanging: WordSet = [
    "exchanged", "exchange", "exchangeable", "converted", "convert", "convertible", "redeemed", "redeemable", "redeem",
    "swapped", "swap", "traded", "trade", "substituted",
  ]

  // MARK: By name

  private func candidates(for name: NameSpan, block: Int, section: Int) -> [Int] {
    if name.isWeak, let last = name.tokens.last {
      // "a voucher" is the item's own voucher before it is another kind's far away.
      let noun = context.folded(last).droppingPlural
      let near = nearest(candidates.indices.filter { nouns[$0].contains(noun) }, block: block, section: section)
      if !near.isEmpty { return near }
    }
    let alike = candidates.indices.filter { index in
      guard candidates[index].kind == name.kind else { return false }
      if let tier = name.tier, let own = candidates[index].tier, candidates[index].kind == "support_plan" {
        return name.isWeak || tier == own.rawValue
      }
      return true
    }
    // "Flex credits" are those of the row that goes by both words, and not the migration credit near by.
    let words = stems(name.tokens)
    let same = words.count > 1 ? alike.filter { stems(candidates[$0].name.tokens) == words } : []
    if !same.isEmpty, same.count < alike.count {
      let near = nearest(same, block: block, section: section)
      return near.isEmpty ? same : near
    }
    let near = nearest(alike, block: block, section: section)
    // "Sessions" that stand alone in another item are no days.
    if name.isWeak, let last = name.tokens.last, isOfOtherPieces(context.folded(last).droppingPlural, alike, block) {
      return []
    }
    if !near.isEmpty, near.count < alike.count || near.count == 1 { return exact(name, near) }
    // From afar a weak name ("the voucher") must have one thing only that it can mean.
    // "The success manager approves it" speaks of no consultants that another section grants.
    if name.isWeak, near.isEmpty, !alike.contains(where: { sharesNoun(words, with: $0) }) { return [] }
    if name.isWeak, alike.count > 1, near.isEmpty {
      let meant = exact(name, alike)
      return meant.count < alike.count ? meant : []
    }
    return exact(name, alike)
  }

  /// Whether a name ends in what a grant is called by, or shares a telling word with what grants it.
  private func sharesNoun(_ words: [String], with index: Int) -> Bool {
    guard let last = words.last else { return false }
    if nouns[index].contains(last) { return true }
    let own = Set(stems(candidates[index].place == nil ? candidates[index].name.tokens : candidates[index].sentence))
    return words.contains { own.contains($0) && ($0 == last || $0.utf8.count > 5) && $0 != "customer" }
  }

  /// Whether a noun counts pieces, and none of the grants of other items is counted in them.
  private func isOfOtherPieces(_ noun: String, _ alike: [Int], _ block: Int) -> Bool {
    Self.pieces.contains(noun) && !alike.isEmpty
      && alike.allSatisfy { blocks[$0] != block && !nouns[$0].isEmpty && !nouns[$0].contains(noun) }
  }

  /// Those of the same item, else of the same section.
  private func nearest(_ indices: [Int], block: Int, section: Int) -> [Int] {
    let item = context.outline.item(of: block)
    let inItem = indices.filter { context.outline.item(of: blocks[$0]) == item }
    if inItem.count > 1, let own = context.listItem(of: block) {
      // Under a common lead-in each item speaks of its own first.
      let here = inItem.filter { context.listItem(of: blocks[$0]) == own }
      if !here.isEmpty { return here }
    }
    if !inItem.isEmpty { return inItem }
    guard section >= 0 else { return [] }
    return indices.filter { sections[$0] == section && candidates[$0].place == nil }
  }

  /// Of several candidates of a kind those whose own words are the name's, where there are such.
  private func exact(_ name: NameSpan, _ indices: [Int]) -> [Int] {
    guard indices.count > 1 else { return indices }
    let words = stems(name.tokens)
    let same = indices.filter { stems(candidates[$0].name.tokens) == words }
    if !same.isEmpty { return same }
    let holding = indices.filter { index in
      let own = Set(stems(candidates[index].place == nil ? candidates[index].name.tokens : candidates[index].sentence))
      return words.allSatisfy(own.contains)
    }
    return holding.isEmpty ? indices : holding
  }

  private func stems(_ tokens: Range<Int>) -> [String] { tokens.map { context.folded($0).droppingPlural } }

  // MARK: By noun and alias

  private static let determiners: WordSet = [
    "the", "these", "those", "such", "this", "its", "all", "any", "unused", "remaining", "each", "said", "no", "a",
    "both",
    "redeemed", "unredeemed", "undrawn", "unspent", "prepaid", "which", "two", "three", "twelve", "not",
  ]
  /// Nouns that mean only grants, so that they may be meant from another section.
  private static let telling: Set<String> = [
    "voucher", "fund", "credit", "pass", "envelope", "accelerator", "sandbox", "allowance", "budget",
  ]

  private static let pieces: WordSet = ["hour", "seat", "place", "session", "attempt", "pass", "point"]

  private func byNoun(_ sentence: Range<Int>, block: Int, section: Int) -> Set<Int> {
    var found: Set<Int> = []
    for token in sentence where context.stream.tokens[token].tokenClass == .word {
      let noun = context.folded(token).droppingPlural
      guard anyNoun.contains(noun), !context.isOfCreditworthiness(token) else { continue }
      // "The day on which it is made", "within 30 days" are none of the days granted.
      if context.folded(token) == "day" && !isListedDay(token, sentence) || isLength(token) { continue }
      let alike = candidates.indices.filter { nouns[$0].contains(noun) }
      guard !alike.isEmpty else { continue }
      let near = nearest(alike, block: block, section: section)
      if !near.isEmpty {
        found.formUnion(near)
      } else if Self.telling.contains(noun), Set(alike.map { candidates[$0].kind }).count == 1, alike.count <= 3,
        token > sentence.lowerBound ? context.isOne(token - 1, of: Self.determiners) : true
      {
        found.formUnion(alike)
      } else if alike.count == 1, token <= sentence.lowerBound + 1, Self.pieces.contains(noun) {
        // "Prepaid hours that have not been called off …": the sentence opens with the only grant of that sort.
        found.formUnion(alike)
      }
    }
    return found
  }

  /// "A day, voucher or hour that is not taken": one of the things granted.
  private func isListedDay(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token + 1 < sentence.upperBound && token <= sentence.lowerBound + 6
      && context.isOne(token + 1, of: ",|or")
      && (token == sentence.lowerBound || context.isOne(token - 1, of: "a|any|each|every|,|or"))
  }

  /// "Credits and hours that have not been used …": what is joined to a noun of the grants that are named, at the
  /// sentence's head, where it can mean one kind only.
  private func joined(_ sentence: Range<Int>, _ named: Set<Int>) -> Set<Int> {
    var found: Set<Int> = []
    for token in sentence.prefix(7).dropFirst() where context.isOne(token, of: "and|or|&") {
      guard token + 2 < sentence.upperBound else { break }
      let next = context.isOne(token + 1, of: "the|these|those") ? token + 2 : token + 1
      for (noun, other) in [(token - 1, next), (next, token - 1)]
      where sentence.contains(noun) && sentence.contains(other) {
        let word = context.folded(noun).droppingPlural
        guard word != "day", anyNoun.contains(word),
          named.contains(where: { nouns[$0].contains(context.folded(other).droppingPlural) })
        else { continue }
        let alike = candidates.indices.filter { nouns[$0].contains(word) }
        if Set(alike.map { candidates[$0].kind }).count == 1, alike.count <= 3 { found.formUnion(alike) }
      }
    }
    if found.isEmpty { found = listed(sentence) }
    return found
  }

  /// "Neither the hours nor the Class Credits …", "The hours, the voucher and the fund …": every noun of the list that is
  /// the sentence's subject, each with its article.
  private func listed(_ sentence: Range<Int>) -> Set<Int> {
    guard let subject = SentenceSubject(sentence, in: context), subject.verb - sentence.lowerBound <= 24 else {
      return []
    }
    let head = sentence.lowerBound..<subject.verb
    guard head.contains(where: { context.isOne($0, of: "and|nor|or|&") }) else { return [] }
    var found: Set<Int> = []
    for token in head {
      let word = context.folded(token).droppingPlural
      guard word != "day", anyNoun.contains(word),
        token == head.lowerBound || context.isOne(token - 1, of: Self.listing),
        token + 1 == head.upperBound || context.isOne(token + 1, of: "and|nor|or|&|,")
      else { continue }
      let alike = candidates.indices.filter { nouns[$0].contains(word) }
      if Set(alike.map { candidates[$0].kind }).count == 1, alike.count <= 3 { found.formUnion(alike) }
    }
    return found
  }

  private static let listing: WordSet = [
    "the", "these", "those", "and", "nor", "or", "&", ",", "both", "all", "neither",
  ]

  /// "The hours may be drawn until …, the credits until …": the one grant whose noun a sentence opens with.
  private func opened(_ sentence: Range<Int>) -> Set<Int> {
    guard sentence.count > 3, context.isOne(sentence.lowerBound, of: "the|these|such") else { return [] }
    let noun = context.folded(sentence.lowerBound + 1).droppingPlural
    guard noun != "day", anyNoun.contains(noun), context.isOne(sentence.lowerBound + 2, of: TopicWalk.verbs)
    else {
      return []
    }
    let alike = candidates.indices.filter { nouns[$0].contains(noun) }
    return alike.count == 1 ? Set(alike) : []
  }

  /// The noun of a length of time: "within 30 days", "in thirty (30) days".
  private func isLength(_ token: Int) -> Bool {
    guard context.isOne(token, of: "days|hours|months") else { return false }
    return context.values(in: max(0, token - 8)..<(token + 1)).contains { value in
      guard case .duration = value.value, value.tokens.upperBound == token + 1 else { return false }
      return value.tokens.lowerBound > 0 && context.isOne(value.tokens.lowerBound - 1, of: Self.deadlines)
    }
  }

  private static let deadlines: WordSet = ["within", "net", "least", "than", "in"]

  /// Rows that a sentence may speak of by no more than their noun ("seats and hours"): those of one table, where nothing
  /// else goes by it.
  func rows(byNoun sentence: Range<Int>) -> [Int] {
    var found: Set<Int> = []
    for token in sentence where context.stream.tokens[token].tokenClass == .word {
      let noun = context.folded(token).droppingPlural
      guard noun.utf8.count > 3 || noun == "day" && isListedDay(token, sentence), anyNoun.contains(noun),
        !context.isOfCreditworthiness(token)
      else { continue }
      let alike = candidates.indices.filter { nouns[$0].contains(noun) }
      let tables = Set(alike.map { candidates[$0].place?.table })
      if tables.count == 1, tables.first != .some(nil) { found.formUnion(alike) }
    }
    return found.isEmpty ? [] : byYear(sentence, found.sorted())
  }

  /// Rows whose own words stand in the sentence: "Learning seats", "Field Engineer days".
  private func byRowName(_ sentence: Range<Int>) -> Set<Int> {
    guard sentence.contains(where: { rowOpeners.contains(context.folded($0).droppingPlural) }) else { return [] }
    let words = sentence.map { context.folded($0).droppingPlural }
    var places: [String: [Int]] = [:]
    for (place, word) in words.enumerated() { places[word, default: []].append(place) }
    var found: Set<Int> = []
    for row in candidates.indices where !rowWords[row].isEmpty {
      let own = rowWords[row]
      let stands = (places[own[0]] ?? []).contains { place in
        place + own.count <= words.count && own.indices.allSatisfy { words[place + $0] == own[$0] }
      }
      if stands { found.insert(row) }
    }
    return found
  }

  private func byAlias(_ sentence: Range<Int>) -> Set<Int> {
    var found = rowOpeners.isEmpty ? [] : byRowName(sentence)
    for definition in definitions where sentence.count >= definition.words.count {
      for at in sentence.lowerBound...(sentence.upperBound - definition.words.count)
      where definition.words.indices.allSatisfy({ context.folded(at + $0) == definition.words[$0] }) {
        found.formUnion(definition.candidates)
      }
    }
    for index in candidates.indices {
      for alias in aliases[index] where !alias.isEmpty {
        guard sentence.count >= alias.count else { continue }
        for at in sentence.lowerBound...(sentence.upperBound - alias.count)
        where alias.indices.allSatisfy({ context.folded(at + $0) == alias[$0] }) { found.insert(index) }
      }
    }
    return found
  }

  /// "Year 1 Capacity", "at the end of Contract Year 1 or of Contract Year 2" among grants that have their years.
  func byYear(_ sentence: Range<Int>, _ indices: [Int]) -> [Int] {
    guard indices.count > 1 else { return indices }
    let years = YearMentions.numbers(in: sentence, context)
    guard !years.isEmpty else { return indices }
    let own = indices.filter { index in
      if let year = candidates[index].contractYear { return years.contains(year) }
      if candidates[index].recurs != nil { return true }
      return candidates[index].place != nil
        && !YearMentions.numbers(in: candidates[index].sentence, context).isDisjoint(with: years)
    }
    return own.isEmpty ? indices : own
  }
}

extension DocumentContext {
  /// "once a year a credit report", "a credit note": none of the credits granted.
  func isOfCreditworthiness(_ token: Int) -> Bool {
    isOne(token, of: "credit") && isOne(token + 1, of: Self.creditPapers)
  }

  private static let creditPapers: WordSet = [
    "report", "reports", "reference", "references", "rating", "ratings", "check", "checks", "limit", "limits", "note",
    "notes", "memo", "memos", "card", "cards", "agency", "agencies", "terms", "line", "insurance", "invoice",
    "standing",
    "review", "risk", "worthiness", "transfer", "bureau", "history",
  ]
}
