// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import Patterns

/// Reads the parties where an agreement names them: `by and between A, a Delaware corporation ("Vendor"), and B`.
struct PreambleReader {
  let context: DocumentContext
  let places: FactPlaces
  private let names: NameReader
  private let definitions: DefinitionReader

  init(_ context: DocumentContext, _ places: FactPlaces) {
    self.context = context
    self.places = places
    names = NameReader(context: context)
    definitions = DefinitionReader(context: context)
  }

  struct Preamble {
    var parties: [PartyMention]
    /// From the start of its sentence to behind the last party.
    var tokens: Range<Int>
  }

  /// The first place that introduces two parties or more, the fullest of the first three such places; else the first
  /// that introduces one.
  func read() -> Preamble? {
    var best: Preamble?
    var tried = 0
    for match in places.matches("parties") where match.tokens.lowerBound < Self.reach {
      guard tried < 12 else { break }
      guard speaksOfItself(match) else { continue }
      let list = parties(from: match.tokens.upperBound)
      // "between the Start Date and the End Date"
      guard !list.isEmpty, !list.prefix(2).contains(where: isDay) else { continue }
      tried += 1
      let start = context.sentence(of: match.tokens.lowerBound).lowerBound
      let found = Preamble(parties: list, tokens: start..<(list.last?.tokens.upperBound ?? start))
      if better(found, than: best) { best = found }
      if let best, best.parties.count > 1, best.parties.contains(where: { !$0.aliases.isEmpty }) { break }
    }
    if best.map({ $0.parties.count < 2 }) ?? true, let listed = listed(), better(listed, than: best) { return listed }
    return best
  }

  /// "PARTIES" on a line of its own, and below it "(1) A Ltd (the "Supplier"); and (2) B plc (the "Trust")".
  private func listed() -> Preamble? {
    let end = min(Self.reach, context.stream.count - 4)
    guard end > 0 else { return nil }
    for token in 0..<end where context.folded(token) == "parties" {
      guard context.stream.tokens[token + 1].flags.contains(.blockStart),
        context.stream.tokens[token].flags.contains(.blockStart) || context.isCapitalised(token)
      else { continue }
      let list = parties(from: token + 1)
      if list.count > 1, list.prefix(2).allSatisfy({ !$0.aliases.isEmpty }) {
        return Preamble(parties: list, tokens: token..<(list.last?.tokens.upperBound ?? token + 1))
      }
    }
    return nil
  }

  private func isDay(_ mention: PartyMention) -> Bool {
    !mention.isOrganisation && context.isOne(mention.tokens.upperBound - 1, of: "date|day")
  }

  private static let others: WordSet = [
    "certain", "has", "have", "had", "that", "differences", "relationship", "transaction", "discussions",
  ]

  /// "this Agreement … between", or a cover's "between"; not "that certain agreement between", "has entered into".
  private func speaksOfItself(_ match: PhraseMatch) -> Bool {
    let start = max(context.sentence(of: match.tokens.lowerBound).lowerBound, match.tokens.lowerBound - 44)
    let words = context.words(start..<match.tokens.lowerBound)
    let other = words.lastIndex { Self.others.contains($0) }
    guard let own = words.lastIndex(of: "this") else {
      return other == nil && words.count < 40 && !isOfSomePaper(words.suffix(6))
    }
    return other.map { $0 < own } ?? true
  }

  private static let papers: WordSet = ["work", "contract", "agreement", "sow", "matter", "arrangement", "project"]

  /// "the price of a statement of work between Acme and Quill LLC": some paper, not this one.
  private func isOfSomePaper(_ words: ArraySlice<String>) -> Bool {
    guard let last = words.last, Self.papers.contains(last) else { return false }
    return words.contains { ["a", "an", "any", "each"].contains($0) }
  }

  /// A table of contents may stand before the preamble.
  private static let reach = 6000

  private func better(_ a: Preamble, than b: Preamble?) -> Bool {
    guard let b else { return true }
    let (x, y) = (min(a.parties.count, 2), min(b.parties.count, 2))
    if x != y { return x > y }
    let defined = a.parties.contains { !$0.aliases.isEmpty }
    return defined && !b.parties.contains { !$0.aliases.isEmpty }
  }

  // MARK: The list

  /// Parties that are named one after the other from `token` on.
  func parties(from token: Int) -> [PartyMention] {
    let limit = min(context.stream.count, token + 420)
    var at = skipIntroduction(token, limit)
    var found: [PartyMention] = []
    while found.count < 12, let name = names.name(at: at, limit: limit) {
      var mention = PartyMention(
        name: context.name(name.tokens), tokens: name.tokens, isOrganisation: name.isOrganisation)
      let next = describe(&mention, from: name.tokens.upperBound, limit)
      found.append(mention)
      guard let next else { break }
      at = skipIntroduction(next, limit)
    }
    return found
  }

  /// Past `by`, `the`, `:`, `(1)`, `(a)`, `1.`, and words in small letters that say what kind of party follows.
  private func skipIntroduction(_ token: Int, _ limit: Int) -> Int {
    var at = token
    while at < limit, at < token + 8 {
      let word = context.folded(at)
      if word == "(", at + 2 < limit, context.folded(at + 2) == ")" { at += 3; continue }
      if word == "the", !context.isCapitalised(at) || isUpper(at) && at + 1 < limit && isUpper(at + 1) == false {
        at += 1
        continue
      }
      if Self.introducing.contains(word) {
        at += 1
        continue
      }
      if context.stream.tokens[at].tokenClass == .number, at + 1 < limit, context.isOne(at + 1, of: ".|)") {
        at += 2
        continue
      }
      break
    }
    return at
  }

  private static let introducing: WordSet = [
    "by", "and", "between", "among", "amongst", ":", "-", ",", "both", "either", "mr", "ms", "messrs", "of",
    "undersigned", "parties",
  ]

  private func isUpper(_ token: Int) -> Bool { context.stream.tokens[token].flags.contains(.allCapitals) }

  /// Reads on over a party's description; the token where the next party begins, or nil where the list is over.
  private func describe(_ mention: inout PartyMention, from start: Int, _ limit: Int) -> Int? {
    var at = start
    var depth = 0
    while at < limit {
      let token = context.stream.tokens[at]
      let word = context.folded(at)
      if token.flags.contains(.blockStart), at > start, isOver(at) { return nil }
      if word == "(", depth == 0, let bracket = definitions.bracket(at: at, limit: limit) {
        if isCollective(bracket) { return nil }
        for term in bracket.terms where !mention.aliases.contains(term) { add(term, to: &mention) }
        at = bracket.tokens.upperBound
        // `Ada Quill (Employee) Quill Works, Inc.`: one below the other, without a word between them.
        if at < limit, let name = names.name(at: at, limit: limit), name.isOrganisation { return at }
        continue
      }
      if word == "(" { depth += 1 }
      if word == ")" { depth = max(0, depth - 1) }
      if depth == 0 {
        if token.flags.contains(.quoteBefore), let alias = quoted(at, limit) {
          add(alias.term, to: &mention)
          at = alias.end
          continue
        }
        if Self.ends.contains(word) { return nil }
        if token.flags.contains(.sentenceStart), at > start, endsSentence(at, mention) { return nil }
        if let next = separator(at, mention, limit) { return next }
      }
      at += 1
    }
    return nil
  }

  private static let ends: WordSet = [
    "whereas", "recitals", "witnesseth", "collectively", "pursuant", "concerning", "regarding", "governs", "sets",
  ]

  /// `together, the "Parties"`: no name of this party.
  private func isCollective(_ bracket: DefinitionReader.Bracket) -> Bool {
    bracket.terms.count == 1 && ["parties", "agreement"].contains(bracket.terms[0])
  }

  private func add(_ term: String, to mention: inout PartyMention) {
    guard !["party", "parties", "agreement", "effective date", "each"].contains(term), !term.isEmpty else { return }
    mention.aliases.append(term)
    mention.role = mention.role ?? PartyMention.role(ofAlias: term)
  }

  /// `hereinafter called "Acme"`, outside brackets.
  private func quoted(_ token: Int, _ limit: Int) -> (term: String, end: Int)? {
    for end in token..<min(limit, token + 6) where context.stream.tokens[end].flags.contains(.quoteAfter) {
      return definitions.terms(in: token..<(end + 1)).first.map { ($0, end + 1) }
    }
    return nil
  }

  private func endsSentence(_ at: Int, _ mention: PartyMention) -> Bool {
    guard at > 0, context.folded(at - 1) == "." else { return false }
    return true
  }

  /// A new block ends the list unless the text plainly goes on: `and`, `-and-`, a numbered party.
  private func isOver(_ at: Int) -> Bool {
    let word = context.folded(at)
    if ["and", "(", "-", "by", "between", "&"].contains(word) { return false }
    if at > 0, context.isOne(at - 1, of: "and|;|,|:|-") { return false }
    let block = context.stream.block(of: at)
    if case .heading = context.source.blocks[block].role { return true }
    return context.isCapitalised(at)
  }

  /// `and`, `;`, `, and`, or a comma after a defined name, with a name behind it.
  private func separator(_ at: Int, _ mention: PartyMention, _ limit: Int) -> Int? {
    let word = context.folded(at)
    guard word == "and" || word == ";" || word == "&" || word == "," && !mention.aliases.isEmpty else { return nil }
    var next = skipIntroduction(at + 1, limit)
    if next < limit, context.folded(next) == "on" { next += 1 }
    guard next < limit, let name = names.name(at: next, limit: limit) else { return nil }
    if word == "and" || word == ";", !mention.aliases.isEmpty { return next }
    // An address or a description may have capitals after `and` too; a party is followed by what it is.
    let after = name.tokens.upperBound
    guard after < limit else { return next }
    let sign = context.folded(after)
    if name.isOrganisation { return next }
    // "by Quill Works plc and the Ebb Library Board on 2 May 2031"
    if word == "and", mention.isOrganisation, name.tokens.count > 1, next > 0, context.folded(next - 1) == "the",
      ["on", "effective", "with"].contains(sign)
    {
      return next
    }
    if word == "and" {
      return ["(", ",", ".", "who", "(“", "residing", "an", "a", "hereinafter", "as"].contains(sign) ? next : nil
    }
    if sign == ",", after + 1 < limit, context.isOne(after + 1, of: "a|an") { return next }
    return sign == "(" ? next : nil
  }
}
