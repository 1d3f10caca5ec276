// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// What an amendment says of the grants of the order that it amends: by kind, name or clause number, which it ends,
/// which it replaces, and which get another value.
struct Amendments {
  let context: DocumentContext

  func statements() -> [AmendmentStatement] {
    var found: [AmendmentStatement] = []
    var seen: Set<AmendmentStatement> = []
    for block in context.source.blocks.indices {
      for statement in statements(of: block) {
        var bare = statement
        bare.evidence = nil
        if seen.insert(bare).inserted { found.append(statement) }
      }
    }
    return found
  }

  private func statements(of block: Int) -> [AmendmentStatement] {
    let tokens = context.stream.tokens(ofBlock: block)
    guard !tokens.isEmpty else { return [] }
    var quotations = Quotations(context: context).ranges(in: tokens)[...]
    let inherited = leadIn(of: block)
    var before: [AmendmentStatement.ClauseReference] = []
    var found: [AmendmentStatement] = []
    for sentence in context.sentences(ofBlock: block) {
      // No sentence of an amendment is longer; a text without stops must not be read anew for each of its words.
      let range = sentence.clamped(to: tokens).prefix(300)
      while let first = quotations.first, first.upperBound <= range.lowerBound { quotations.removeFirst() }
      // What is quoted stands in the amended document.
      if let first = quotations.first, first.lowerBound < range.lowerBound { continue }
      let own = quotations.prefix { $0.lowerBound < range.upperBound }
      let reader = AmendmentSentence(context: context, range: range, quotations: Array(own))
      found += reader.statements(inherited: inherited, before: before)
      let references = reader.references
      if !references.isEmpty { before = references }
    }
    return found
  }

  /// "The following clauses are deleted:" speaks for the items under it.
  private func leadIn(of block: Int) -> AmendmentStatement.Effect? {
    let parent = context.outline.parents[block]
    guard parent >= 0 else { return nil }
    let tokens = context.stream.tokens(ofBlock: parent)
    guard !tokens.isEmpty, tokens.count < 40, context.folded(tokens.upperBound - 1) == ":" else { return nil }
    let reader = AmendmentSentence(context: context, range: tokens, quotations: [])
    guard reader.references.isEmpty else { return nil }
    return reader.verb?.effect == .ends ? .ends : nil
  }
}

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
  }

  private static let verbs: [String: (AmendmentStatement.Effect, isPassive: Bool)] = {
    var verbs: [String: (AmendmentStatement.Effect, isPassive: Bool)] = [:]
    for word in [
      "deleted", "removed", "struck", "cancelled", "canceled", "terminated", "withdrawn", "revoked", "abolished",
      "omitted", "rescinded", "ended", "ends", "ceases", "cease", "discontinued", "annulled", "repealed", "waived",
      "lapses", "lapse", "longer", "dropped", "void", "excluded", "released", "expunged", "surrendered",
    ] {
      verbs[word] = (.ends, true)
    }
    for word in [
      "delete", "deletes", "remove", "removes", "strike", "strikes", "cancel", "cancels", "terminate", "withdraw",
      "withdraws", "revoke", "revokes", "omit", "omits", "rescind", "rescinds", "waive", "waives", "surrenders",
      "gives", "deleting", "removing", "striking",
    ] {
      verbs[word] = (.ends, false)
    }
    for word in ["replaced", "superseded", "substituted", "restated", "read", "reads"] {
      verbs[word] = (.replaces, true)
    }
    for word in ["replace", "replaces", "supersede", "supersedes", "substitute", "place", "lieu", "instead"] {
      verbs[word] = (.replaces, false)
    }
    for word in [
      "increased", "reduced", "raised", "lowered", "decreased", "extended", "prolonged", "shortened", "changed",
      "amended", "moved", "modified", "varied", "becomes", "become", "altered", "adjusted",
    ] {
      verbs[word] = (.changes, true)
    }
    for word in [
      "increase", "increases", "reduce", "reduces", "raise", "raises", "lower", "lowers", "decrease", "decreases",
      "extend", "extends", "prolong", "prolongs", "shorten", "shortens", "change", "changes",
    ] {
      verbs[word] = (.changes, false)
    }
    return verbs
  }()

  /// Outside quotation marks, the first that says more than that something changes.
  var verb: Verb? {
    var found: Verb?
    for token in range where !isQuoted(token) {
      guard let (effect, isPassive) = Self.verbs[context.folded(token)], isMeant(token), !isDenied(token) else {
        continue
      }
      let verb = Verb(token: token, effect: effect, isPassive: isPassive)
      // "Deleted and replaced" replaces; so does "amended to read".
      if found == nil || effect == .replaces && verb.isPassive || found?.effect == .changes && effect != .changes {
        if var first = found, first.effect == .ends, effect == .replaces {
          first.effect = .replaces
          found = first
        } else if found?.effect != .replaces {
          found = verb
        }
      }
    }
    return found
  }

  private func isQuoted(_ token: Int) -> Bool { quotations.contains { $0.contains(token) } }

  /// Words that mean a change only together with others: "no longer", "gives up", "in place of", "shall read".
  private func isMeant(_ token: Int) -> Bool {
    func word(_ offset: Int) -> String {
      range.contains(token + offset) ? context.folded(token + offset) : ""
    }
    switch context.folded(token) {
    case "longer": return word(-1) == "no"
    case "gives": return word(1) == "up"
    case "place":
      return ["in", "takes", "take"].contains(word(-1)) && word(1) == "of" || ["its", "their"].contains(word(-1))
    case "lieu": return word(-1) == "in" && word(1) == "of"
    case "instead": return word(1) == "of"
    case "read": return ["to", "shall", "will"].contains(word(-1)) || word(1) == "as"
    case "reads": return ["as", "follows", ":"].contains(word(1))
    case "ends", "lapses", "lapse", "waive", "waives", "void", "released":
      return context.names(in: range).contains { $0.kind != nil } || !references.isEmpty
    case "becomes", "become":
      return value(behind: token, within: 4) != nil
    default: return true
    }
  }

  /// "Is not deleted", "may be terminated": nothing is.
  private func isDenied(_ token: Int) -> Bool {
    let before = (max(range.lowerBound, token - 4)..<token).map { context.folded($0) }
    if before.suffix(3).contains(where: { ["not", "never", "neither", "nor"].contains($0) }) { return true }
    return before.contains { ["may", "might", "can", "could", "if", "unless", "until", "upon", "except"].contains($0) }
  }

  /// Clauses of the amended order that the sentence speaks of, outside quotation marks.
  var references: [AmendmentStatement.ClauseReference] {
    ClauseReferences(context: context).found(in: range).filter { !isQuoted($0.tokens.lowerBound) }.map(\.reference)
  }

  // MARK: Statements

  func statements(inherited: AmendmentStatement.Effect?, before: [AmendmentStatement.ClauseReference])
    -> [AmendmentStatement]
  {
    let verb = verb
    guard let effect = verb?.effect ?? inherited else { return fromPack() }
    let object = verb.map(object) ?? range
    guard !isOfWords(object) else { return [] }
    var clauses = references(in: object)
    if clauses.isEmpty, pointsBack(object) { clauses = before }
    let change = effect == .changes ? verb.flatMap { value(of: $0) } : nil
    if effect == .changes, change == nil { return fromPack() }
    var named = names(in: object, with: clauses)
    if named.isEmpty, clauses.isEmpty {
      let whole = verb.map { upToReplacement(behind: $0) } ?? range
      clauses = references(in: whole)
      named = names(in: whole, with: clauses)
    }
    if named.isEmpty {
      guard !clauses.isEmpty || verb.map({ isWholeOrder(object, $0) }) ?? false else { return [] }
      return [statement(effect, nil, clauses, object, change)]
    }
    return named.map { statement(effect, $0, clauses, object, change) }
  }

  private func statement(
    _ effect: AmendmentStatement.Effect, _ name: NameSpan?, _ clauses: [AmendmentStatement.ClauseReference],
    _ object: Range<Int>, _ change: AmendedValue?
  ) -> AmendmentStatement {
    var statement = AmendmentStatement(
      effect: effect, kind: name?.kind, clauses: clauses, evidence: context.evidence(.amendment, range))
    statement.change = change
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
    guard verb.effect == .replaces else {
      // "Increases the fund to": up to the value.
      let end = rest.first { ["to", "by", "until", "from"].contains(context.folded($0)) && $0 > verb.token + 1 }
      return verb.effect == .changes ? verb.token..<(end ?? rest.upperBound) : rest
    }
    let end = rest.first { ["by", "with"].contains(context.folded($0)) || [",", ":"].contains(context.folded($0)) }
    return verb.token..<(end ?? rest.upperBound)
  }

  /// What stands behind "replaced by" is new.
  private func upToReplacement(behind verb: Verb) -> Range<Int> {
    let end = (verb.token..<range.upperBound).first { ["by", "with", ":"].contains(context.folded($0)) }
    return range.lowerBound..<(verb.effect == .replaces ? end ?? range.upperBound : range.upperBound)
  }

  private func references(in object: Range<Int>) -> [AmendmentStatement.ClauseReference] {
    ClauseReferences(context: context).found(in: object).filter { !isQuoted($0.tokens.lowerBound) }.map(\.reference)
  }

  /// "This section is deleted" behind a heading or sentence that names it.
  private func pointsBack(_ object: Range<Int>) -> Bool {
    object.prefix(4).contains { ["this", "that", "such", "it", "these", "said"].contains(context.folded($0)) }
  }

  /// Names outside quotation marks; one that says the kind only in part counts as a definite one ("the voucher"), and
  /// not beside the number of a clause.
  private func names(in object: Range<Int>, with clauses: [AmendmentStatement.ClauseReference]) -> [NameSpan] {
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
  private func isDefinite(_ name: NameSpan) -> Bool {
    (max(range.lowerBound, name.tokens.lowerBound - 2)..<name.tokens.lowerBound).contains {
      ["the", "such", "this", "said", "these", "all", "any"].contains(context.folded($0))
    }
  }

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
      if ["sentence", "sentences", "words"].contains(context.folded(token)) { return true }
    }
    return false
  }

  /// "The Order Form is terminated", "restated in its entirety".
  private func isWholeOrder(_ object: Range<Int>, _ verb: Verb) -> Bool {
    guard verb.isPassive, verb.effect != .changes, object.count <= 16,
      ["terminated", "cancelled", "canceled", "restated", "replaced", "superseded", "rescinded"].contains(
        context.folded(verb.token))
    else { return false }
    let words = object.map { context.folded($0) }
    let others: Set<String> = [
      "schedule", "annex", "exhibit", "attachment", "appendix", "table", "prior", "previous", "discussions", "draft",
      "quote", "fee", "price", "when", "where", "term",
    ]
    return words.contains { ["order", "agreement", "contract"].contains($0) } && !words.contains { others.contains($0) }
  }

  // MARK: Values

  /// "From $60,000 to $75,000", "by $15,000 to $75,000", "until 31 December", "by six months".
  private func value(of verb: Verb) -> AmendedValue? {
    var relative: AmendedValue.Content?
    for token in verb.token..<range.upperBound where !isQuoted(token) {
      let word = context.folded(token)
      if ["to", "until", "till", "through"].contains(word), let content = value(behind: token, within: 3) {
        return AmendedValue(content: content, way: .to)
      }
      if word == "by", relative == nil, !isExchange(behind: token) { relative = value(behind: token, within: 4) }
      if ["becomes", "become"].contains(word), let content = value(behind: token, within: 4) {
        return AmendedValue(content: content, way: .to)
      }
    }
    guard let relative else { return nil }
    if case .day = relative { return nil }
    let down: Set<String> = [
      "reduced", "reduce", "reduces", "lowered", "lower", "lowers", "decreased", "decrease", "decreases", "shortened",
      "shorten", "shortens",
    ]
    return AmendedValue(content: relative, way: down.contains(context.folded(verb.token)) ? .down : .up)
  }

  /// "Is amended by replacing twenty with ten": the first of the two is no difference.
  private func isExchange(behind by: Int) -> Bool {
    guard by + 1 < range.upperBound else { return false }
    return ["replacing", "substituting", "deleting", "striking", "exchanging", "changing", "amending", "removing"]
      .contains(context.folded(by + 1))
  }

  private func value(behind token: Int, within distance: Int) -> AmendedValue.Content? {
    var best: (value: ValueMention, content: AmendedValue.Content)?
    for value in context.values(in: (token + 1)..<range.upperBound) {
      guard value.tokens.lowerBound <= token + distance else { break }
      guard let content = Self.content(value.value) else { continue }
      if let found = best, found.value.tokens.count >= value.tokens.count { continue }
      if let found = best, value.tokens.lowerBound >= found.value.tokens.upperBound { break }
      best = (value, content)
    }
    return best?.content
  }

  private static func content(_ value: Value) -> AmendedValue.Content? {
    switch value {
    case .money(let amount, _): .money(amount)
    case .number(let amount), .quantity(let amount, _, _): .number(amount)
    case .percent(let amount): .percent(amount)
    case .date(let date): date.date.map { .day($0) }
    case .duration(let duration):
      // A number of hours or days is how much there is.
      duration.months == nil && duration.unit == .hour
        ? .number(duration.amount) : .length(months: duration.months?.wholeNumber, days: duration.days?.wholeNumber)
    case .recurrence: nil
    }
  }

  // MARK: Words of the packs

  /// What the packs alone take for a change: the kinds that the sentence names.
  private func fromPack() -> [AmendmentStatement] {
    let isSaid = context.matches(in: range).contains {
      context.cue($0)?.reason == .superseded && !isQuoted($0.tokens.lowerBound)
        && !isDenied($0.tokens.upperBound)
    }
    guard isSaid, !isOfWords(range) else { return [] }
    return names(in: range, with: []).map { statement(.replaces, $0, references, range, nil) }
  }
}
