// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// One sentence of an amendment.
struct AmendmentSentence {
  let context: DocumentContext
  let range: Range<Int>
  let quotations: [Range<Int>]

  struct Verb {
    var token: Int
    var effect: AmendmentStatement.Effect
    /// "is deleted": what it is said of stands before it.
    var isPassive: Bool
    /// An own grant of the amendment may have the word as well.
    var isTentative = false
  }

  /// Clauses of the amended order that the sentence speaks of, outside quotation marks.
  var references: [AmendmentStatement.ClauseReference] {
    ClauseReferences(context: context).found(in: range).filter { !isQuoted($0.tokens.lowerBound) }.map(\.reference)
  }

  // MARK: Statements

  func statements(inherited: AmendmentStatement.Effect?, before: [AmendmentStatement.ClauseReference])
    -> [AmendmentStatement]
  {
    if isConditional { return [] }
    if let reworded { return [reworded] }
    let verb = verb ?? tentativeVerb
    if verb == nil || verb?.effect == .replaces && verb?.isPassive == false, let exchanged = exchanged() {
      return exchanged
    }
    guard let effect = verb?.effect ?? inherited else { return fromPack() }
    let object = verb.map(object) ?? range
    guard !isOfWords(object) else { return [] }
    if let verb, let ofTerm = ofTerm(verb, object) { return [ofTerm] }
    var clauses = references(in: object)
    if clauses.isEmpty, pointsBack(object) { clauses = before }
    let change = change(of: verb)
    if verb != nil, object.contains(where: { context.isOne($0, of: Self.prices) }) { return [] }
    if effect == .changes, change == nil { return withoutValue(object, clauses) }
    var named = names(in: object, with: clauses)
    if named.isEmpty, clauses.isEmpty {
      let whole = verb.map { upToReplacement(behind: $0) } ?? range
      clauses = references(in: whole)
      named = names(in: whole, with: clauses)
    }
    if verb?.isTentative ?? false, !isOfEarlier(object, named, clauses) { return fromPack() }
    if named.isEmpty {
      guard !clauses.isEmpty || verb.map({ isWholeOrder(object, $0) }) ?? false else { return [] }
      return [statement(effect, nil, clauses, object, change, verb)]
    }
    return named.map { statement(effect, $0, clauses, object, change, verb) }
  }

  private func change(of verb: Verb?) -> AmendedValue? {
    guard let verb else { return nil }
    switch verb.effect {
    case .changes: return value(of: verb)
    case .ends: return lastDay(of: verb).map { AmendedValue(content: .day($0), way: .to) }
    case .replaces: return nil
    }
  }

  /// What a grant costs is no part of it.
  private static let prices: WordSet = [
    "fee", "fees", "price", "prices", "charge", "charges", "rate", "rates", "cost", "costs", "invoice", "invoices",
  ]

  /// Something becomes another, and what it becomes was not read: the grant that the sentence itself gives, if any.
  private func withoutValue(_ object: Range<Int>, _ clauses: [AmendmentStatement.ClauseReference])
    -> [AmendmentStatement]
  {
    names(in: range, with: clauses).map { statement(.changes, $0, clauses, object, nil, nil) }
  }

  func statement(
    _ effect: AmendmentStatement.Effect, _ name: NameSpan?, _ clauses: [AmendmentStatement.ClauseReference],
    _ object: Range<Int>, _ change: AmendedValue?, _ verb: Verb?
  ) -> AmendmentStatement {
    var statement = AmendmentStatement(
      effect: effect, kind: name?.kind, clauses: clauses, evidence: context.evidence(.amendment, range))
    statement.change = change
    statement.isTentative = verb?.isTentative ?? false
    if effect == .changes { statement.former = verb.flatMap { former(of: $0) } }
    if effect == .changes { statement.from = start(but: change) }
    statement.words = Stems.of(context, in: object, but: name?.tokens ?? 0..<0, [])
    guard let name else { return statement }
    statement.name = context.text(name.tokens)
    statement.unit = name.unit ?? name.kind.flatMap { context.patterns.unit(of: $0) }
    statement.tier = name.tier.flatMap(Tier.init(rawValue:))
    for value in context.values(in: max(range.lowerBound, name.tokens.lowerBound - 6)..<name.tokens.upperBound) {
      switch value.value {
      case .quantity(let amount, let unit, _):
        statement.amount = amount
        statement.unit = unit
      case .number(let amount) where value.tokens.upperBound == name.tokens.lowerBound: statement.amount = amount
      default: continue
      }
    }
    return statement
  }

  /// Where what the verb is said of stands: before a passive one, behind an active one.
  private func object(of verb: Verb) -> Range<Int> {
    if verb.isPassive { return range.lowerBound..<verb.token }
    let rest = verb.token..<range.upperBound
    if context.isOne(verb.token, of: Self.exchanging) {
      // "Convert the credits into hours": what stands before "into".
      return verb.token..<(rest.first { context.isOne($0, of: "into|for|against|to") } ?? rest.upperBound)
    }
    guard verb.effect == .replaces else {
      // "Increases the fund to": up to the value.
      let end = rest.first { context.isOne($0, of: "to|by|until|till|from") && $0 > verb.token + 1 }
      return verb.effect == .changes ? verb.token..<(end ?? rest.upperBound) : rest
    }
    let end = rest.first { context.isOne($0, of: "by|with") || context.isOne($0, of: ",|:") }
    return verb.token..<(end ?? rest.upperBound)
  }

  /// What stands behind "replaced by" is new.
  private func upToReplacement(behind verb: Verb) -> Range<Int> {
    let end = (verb.token..<range.upperBound).first { context.isOne($0, of: "by|with|:") }
    return range.lowerBound..<(verb.effect == .replaces ? end ?? range.upperBound : range.upperBound)
  }

  func references(in object: Range<Int>) -> [AmendmentStatement.ClauseReference] {
    ClauseReferences(context: context).found(in: object).filter { !isQuoted($0.tokens.lowerBound) }.map(\.reference)
  }

  /// "This section is deleted" behind a heading or sentence that names it.
  private func pointsBack(_ object: Range<Int>) -> Bool {
    object.prefix(4).contains { context.isOne($0, of: "this|that|such|it|these|said") }
  }

  /// Names outside quotation marks; one that says the kind only in part counts as a definite one ("the voucher"), and
  /// not beside the number of a clause.
  func names(in object: Range<Int>, with clauses: [AmendmentStatement.ClauseReference]) -> [NameSpan] {
    var found: [NameSpan] = []
    for name in context.names(in: object) where name.kind != nil && !isQuoted(name.tokens.lowerBound) {
      guard !name.isWeak || clauses.isEmpty && isDefinite(name) else { continue }
      // "Training days on site" may be named twice, by two packs.
      guard !found.contains(where: { $0.kind == name.kind && $0.tokens.overlaps(name.tokens) }) else { continue }
      found.append(name)
    }
    return found
  }

  /// "The voucher", "the credits": what the earlier document granted.
  func isDefinite(_ name: NameSpan) -> Bool {
    let before = max(range.lowerBound, name.tokens.lowerBound - 2)..<name.tokens.lowerBound
    if before.contains(where: { context.isOne($0, of: "the|such|this|said|these|all|any") }) { return true }
    // "The clause that grants vouchers", "the grant of hours", "the number of seats".
    return (max(range.lowerBound, name.tokens.lowerBound - 6)..<name.tokens.lowerBound).contains { token in
      context.isOne(token, of: Self.passages) && token > range.lowerBound
        && context.isOne(token - 1, of: "the|that|any")
    }
  }

  private static let passages: WordSet = [
    "clause", "clauses", "provision", "provisions", "paragraph", "section", "item", "line", "entry", "row", "grant",
    "allotment", "allowance", "number", "supply", "provision", "entitlement", "passage",
  ]

  /// The number, the words, a sentence of a clause: not the clause.
  private func isOfWords(_ object: Range<Int>) -> Bool {
    let parts: Set<String> = [
      "words", "word", "figure", "figures", "date", "sentence", "sentences", "phrase", "reference", "expression",
      "amount", "number",
    ]
    if quotations.contains(where: { object.contains($0.lowerBound) }) { return true }
    for token in object where parts.contains(context.folded(token)) {
      let next = token + 1
      if quotations.contains(where: { $0.lowerBound == next }) { return true }
      if context.isOne(token, of: "sentence|sentences|words") { return true }
      // "The reference to Section 5 is deleted".
      if context.folded(token) == "reference", object.contains(next), context.folded(next) == "to" { return true }
    }
    return false
  }

  /// "The Order Form is terminated", "restated in its entirety".
  private func isWholeOrder(_ object: Range<Int>, _ verb: Verb) -> Bool {
    guard verb.isPassive, verb.effect != .changes, object.count <= 16,
      context.isOne(verb.token, of: "terminated|cancelled|canceled|restated|replaced|superseded|rescinded")
    else { return false }
    let words = object.map { context.folded($0) }
    let others: Set<String> = [
      "schedule", "annex", "exhibit", "attachment", "appendix", "table", "prior", "previous", "discussions", "draft",
      "quote", "fee", "price", "when", "where", "term",
    ]
    return words.contains { ["order", "agreement", "contract"].contains($0) } && !words.contains { others.contains($0) }
  }

  // MARK: Words of the packs

  /// What the packs alone take for a change: the kinds that the sentence names.
  private func fromPack() -> [AmendmentStatement] {
    let isSaid = context.unlinkedMatches(in: range).contains {
      context.cue($0)?.reason == .superseded && !isQuoted($0.tokens.lowerBound)
        && !isDenied($0.tokens.upperBound) && !isDenied($0.tokens.lowerBound)
    }
    guard isSaid, !isOfWords(range) else { return [] }
    return names(in: range, with: []).map { statement(.replaces, $0, references, range, nil, nil) }
  }
}
