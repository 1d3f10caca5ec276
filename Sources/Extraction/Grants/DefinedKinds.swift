// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Grants under names that only the document knows, which one of its sentences says what they are: "A Lighthouse Day is
/// a day's work of a consultant", "One Harbour Point admits one person to a training class".
struct DefinedKinds {
  let context: DocumentContext
  let knowledge: DocumentKnowledge

  /// What a sentence says that a name of its own stands for.
  private struct Definition {
    var words: [String]
    var kind: Kind
    var unit: String?
    var sentence: Range<Int>
    /// How many of the kind one of the name makes; nil where it is not known.
    var factor: Decimal?
  }

  private static let most = 12
  private static let kinds: Set<Kind> = [
    "training_credit", "certification_voucher", "services_hours", "accelerator", "usage_credit", "development_credit",
  ]
  private static let openers: WordSet = ["a", "an", "one", "each", "every"]
  private static let verbs: WordSet = [
    "is", "means", "admits", "gives", "covers", "buys", "represents", "equals", "entitles", "are", "pays", "pay",
  ]
  /// What stands behind `is` where it says what something is, not what is done with it.
  private static let complements: WordSet = [
    "a", "an", "one", "the", "half", "credits", "hours", "days", "sessions", "units", "vouchers", "seats", "worth",
  ]
  /// What ends the name of a time, a paper, a party or a price.
  private static let others: WordSet = [
    "year", "quarter", "month", "term", "period", "date", "phase", "agreement", "order", "form", "schedule", "contract",
    "customer", "supplier", "vendor", "party", "fee", "price", "charge", "amount", "service", "subscription", "product",
    "user", "plan", "fund", "data", "platform", "edition", "start", "end", "site",
  ]

  /// `found` without what defining sentences only explain, and with what is granted under the names that they give.
  func added(to found: [Candidate], outside covered: Set<Int>) -> [Candidate] {
    guard context.isOfOrderLength else { return found }
    let all = definitions()
    guard !all.isEmpty else { return found }
    let kept = found.filter { candidate in !all.contains { $0.sentence == candidate.sentence } }
    let added = all.flatMap { definition in grants(of: definition, all, covered) }
    // "Ten Credits" are what the document says that a Credit is.
    return kept.filter { candidate in
      !candidate.name.isWeak || !added.contains { $0.name.tokens.overlaps(candidate.name.tokens) }
    } + added
  }

  // MARK: Definitions

  private func definitions() -> [Definition] {
    var found: [Definition] = []
    for start in context.sentenceStarts {
      guard found.count < Self.most else { break }
      let sentence = context.sentence(of: Int(start))
      guard (6...60).contains(sentence.count),
        let name = name(opening: sentence) ?? afterColon(sentence).flatMap(name(opening:)),
        let (kind, unit) = kind(in: name.upperBound..<sentence.upperBound)
      else { continue }
      let words = name.map { context.folded($0) }
      let noun = words[words.count - 1].droppingPlural
      guard !found.contains(where: { $0.words == words.dropLast() + [noun] }) else { continue }
      let factors = DefinedFactors(context: context)
      var definition = Definition(
        words: words.dropLast() + [noun], kind: kind, unit: Units.accepts(noun, kind: kind) ? noun : unit,
        sentence: sentence, factor: factors.isOne(behind: name.upperBound, in: sentence) ? 1 : nil)
      if definition.factor == nil, let several = factors.several(behind: name.upperBound, in: sentence, of: kind) {
        (definition.factor, definition.unit) = (several.count, several.unit)
      }
      found.append(definition)
    }
    return found
  }

  /// `Item 1. "Lantern Days": a Lantern Day is …`
  private func afterColon(_ sentence: Range<Int>) -> Range<Int>? {
    guard let colon = sentence.prefixRange(10).first(where: { context.folded($0) == ":" }),
      sentence.upperBound - colon > 6
    else { return nil }
    return (colon + 1)..<sentence.upperBound
  }

  /// Up to three capitalised words between an article or a quotation mark and the verb of a definition, no name that a
  /// pack knows.
  private func name(opening sentence: Range<Int>) -> Range<Int>? {
    var at = sentence.lowerBound
    // "B3. A Session is …": past the number of the clause.
    while at < sentence.lowerBound + 3, at < sentence.upperBound, !context.isWord(at) || isMark(at) { at += 1 }
    guard at + 2 < sentence.upperBound else { return nil }
    let isQuoted = context.stream.tokens[at].flags.contains(.quoteBefore)
    if !isQuoted {
      guard context.isOne(at, of: Self.openers) else { return nil }
      at += 1
    }
    var end = at
    while end < sentence.upperBound, end - at < 4, context.isWord(end), context.isCapitalised(end) { end += 1 }
    guard (1...3).contains(end - at), end + 2 < sentence.upperBound, context.isOne(end, of: Self.verbs),
      !context.isOne(end, of: "is|are") || context.isOne(end + 1, of: Self.complements),
      !Self.others.contains(context.folded(end - 1).droppingPlural),
      !context.names(in: at..<end).contains(where: { $0.kind != nil && !$0.isWeak && $0.tokens.upperBound <= end })
    else { return nil }
    return at..<end
  }

  /// `B3`, `iv`: a mark of a clause.
  private func isMark(_ token: Int) -> Bool {
    token + 1 < context.stream.count && context.isOne(token + 1, of: ".|)|:")
      && context.folded(token).utf8.count <= 4
  }

  private func kind(in rest: Range<Int>) -> (Kind, String?)? {
    if rest.prefixRange(8).contains(where: { context.isOne($0, of: "accelerator|coaching") }) {
      return ("accelerator", "session")
    }
    let named = context.names(in: rest.prefixRange(16)).filter { name in
      name.kind.map(Self.kinds.contains) ?? false
    }
    if let name = named.first(where: { !$0.isWeak }), let kind = name.kind { return (kind, name.unit) }
    // "a day's work of a consultant"
    if named.contains(where: { $0.kind == "services_hours" }),
      let unit = rest.prefixRange(8).lazy.map({ context.folded($0).droppingPlural }).first(where: {
        ["hour", "day"].contains($0)
      })
    {
      return ("services_hours", unit)
    }
    return RowKinds.name(of: rest.prefixRange(16), context).flatMap { name in
      name.kind.flatMap { Self.kinds.contains($0) ? ($0, name.unit) : nil }
    }
  }

  // MARK: Grants

  private func grants(of definition: Definition, _ all: [Definition], _ covered: Set<Int>) -> [Candidate] {
    let granting = DefinedGrants(context: context, knowledge: knowledge)
    var found: [Candidate] = []
    var at = 0
    let first = definition.words.count > 1 ? [definition.words[0]] : [definition.words[0], definition.words[0] + "s"]
    for word in first {
      at = 0
      while found.count < 60, let start = context.firstIndex(of: word, in: at..<context.stream.count) {
        at = start + 1
        guard let end = end(of: definition, at: start), context.isCapitalised(end - 1) else { continue }
        let sentence = context.sentence(of: start)
        guard !all.contains(where: { $0.sentence == sentence }), !covered.contains(context.stream.block(of: start)),
          let amount = amount(before: start, in: sentence),
          granting.grants(amount.tokens.lowerBound..<end, in: sentence)
        else { continue }
        var one = Candidate(
          kind: definition.kind, name: NameSpan(tokens: start..<end, kind: definition.kind, unit: definition.unit),
          tokens: amount.tokens.lowerBound..<end, sentence: sentence, isWeak: true, rules: [])
        if let factor = definition.factor {
          one.quantity = Quantity(
            amount: amount.count * factor, unit: definition.unit ?? context.patterns.unit(of: definition.kind))
        } else {
          one.isUntold = true
        }
        found.append(one)
      }
    }
    return found
  }

  private func end(of definition: Definition, at start: Int) -> Int? {
    guard start + definition.words.count <= context.stream.count else { return nil }
    for (offset, word) in definition.words.enumerated() {
      let own = context.folded(start + offset)
      guard own == word || offset == definition.words.count - 1 && own.droppingPlural == word else { return nil }
    }
    return start + definition.words.count
  }

  /// The number right before the name; an article counts nothing.
  private func amount(before start: Int, in sentence: Range<Int>) -> (count: Decimal, tokens: Range<Int>)? {
    let near = max(sentence.lowerBound, start - 5)..<start
    guard let value = context.values(in: near).first(where: { $0.tokens.upperBound >= start - 1 }) else { return nil }
    let count: Decimal
    switch value.value {
    case .number(let amount): count = amount
    // "ten Credits": the name is a unit as well.
    case .quantity(let amount, _, nil) where value.tokens.upperBound == start + 1: count = amount
    default: return nil
    }
    guard count >= 1, count.wholeNumber != nil, !context.isOne(value.tokens.lowerBound, of: "a|an|one"),
      !CandidateFinder(context).isLabel(value)
    else { return nil }
    return (count, value.tokens)
  }
}
