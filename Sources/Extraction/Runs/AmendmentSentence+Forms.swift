// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// Sentences of an amendment that change something without a verb that says so, or word by word.
extension AmendmentSentence {
  // MARK: Words for words

  /// "In clause 2 the words “8 sessions” are replaced by “6 sessions”", "by replacing “9” with “4”".
  var reworded: AmendmentStatement? {
    guard quotations.count == 2, let first = quotations.first, let last = quotations.last else { return nil }
    let between = first.upperBound..<last.lowerBound
    // Whole clauses are read as what they grant.
    guard between.count <= 8, max(first.count, last.count) <= 8 else { return nil }
    let before = max(range.lowerBound, first.lowerBound - 4)..<first.lowerBound
    let isSubstituted =
      before.contains { context.isOne($0, of: "substituting|substitute|substitutes|inserting|insert") }
      && between.contains { context.isOne($0, of: "for|instead|place|lieu") }
    let isReplaced = between.contains { context.isOne($0, of: Self.rewording) }
    guard isSubstituted || isReplaced else { return nil }
    let (old, new) = isSubstituted ? (last, first) : (first, last)
    let values = (QuotedValues(old, of: context), QuotedValues(new, of: context))
    guard values.0 != QuotedValues(), values.1 != QuotedValues() else { return nil }
    let value = AmendedValue(content: .words(old: values.0, new: values.1), way: .to)
    let outside = range.lowerBound..<first.lowerBound
    var statement = statement(.changes, nil, references, outside, value, nil)
    statement.name = context.text(old)
    return statement
  }

  private static let rewording: WordSet = [
    "become", "becomes", "replaced", "read", "reads", "changed", "amended", "substituted", "by", "with", "superseded",
    "inserting", "insert", "substituting", "substitute", "corrected",
  ]

  // MARK: What there was before

  /// "Storage: 500 GB (previously 1 TB)", "12 coaching sessions instead of 8": one value in the place of another.
  func exchanged() -> [AmendmentStatement]? {
    for token in range where !isQuoted(token) && context.isOne(token, of: Self.formerly) {
      guard let end = formerEnd(token),
        let old = context.values(in: end..<range.upperBound).first(where: { !isQuoted($0.tokens.lowerBound) }),
        old.tokens.lowerBound <= end + 3, let former = Self.content(old.value),
        let new = partner(of: old, before: token)
      else { continue }
      let kinds = names(in: range, with: [.init(path: [])]) + names(in: range, with: []).filter(\.isWeak)
      guard let name = kinds.first(where: { !$0.isWeak }) ?? kinds.first ?? namedWeakly() else { continue }
      var statement = statement(
        .changes, name, references, range.lowerBound..<token, AmendedValue(content: new, way: .to), nil)
      statement.former = former
      statement.isByFormer = true
      statement.amount = nil
      return [statement]
    }
    return nil
  }

  /// A kind of which only one is named, though by a word that says it only in part: "Storage: 500 GB".
  private func namedWeakly() -> NameSpan? {
    let names = context.names(in: range).filter { $0.kind != nil && !isQuoted($0.tokens.lowerBound) }
    return Set(names.map(\.kind)).count == 1 ? names.first : nil
  }

  private static let formerly: WordSet = [
    "previously", "formerly", "hitherto", "instead", "rather", "place", "lieu", "until", "was", "were", "old", "before",
    "down", "up",
  ]

  /// Behind the words that bring a former value; nil where they say something else.
  private func formerEnd(_ token: Int) -> Int? {
    func word(_ offset: Int) -> String { range.contains(token + offset) ? context.folded(token + offset) : "" }
    switch context.folded(token) {
    case "previously", "formerly", "hitherto": return token + 1
    case "instead": return word(1) == "of" ? token + 2 : nil
    case "rather": return word(1) == "than" ? token + 2 : nil
    case "place", "lieu": return word(-1) == "in" && word(1) == "of" ? token + 2 : nil
    case "until": return word(1) == "now" ? token + 2 : nil
    case "down", "up": return word(1) == "from" ? token + 2 : word(1) == "to" && word(2) == "now" ? token + 3 : nil
    case "was", "were", "old", "before": return word(-1) == "(" ? token + 1 : nil
    default: return nil
    }
  }

  /// The value of the same sort that takes the place of a former one: the last before it, else the first behind it.
  private func partner(of old: ValueMention, before token: Int) -> AmendedValue.Content? {
    func fits(_ value: ValueMention) -> Bool {
      guard !isQuoted(value.tokens.lowerBound), let content = Self.content(value.value),
        let former = Self.content(old.value)
      else { return false }
      return switch (content, former) {
      case (.number, .number), (.money, .money), (.day, .day), (.percent, .percent): true
      default: false
      }
    }
    let before = context.values(in: max(range.lowerBound, token - 14)..<token).last(where: fits)
    let behind = context.values(in: old.tokens.upperBound..<min(range.upperBound, old.tokens.upperBound + 14))
      .first(where: fits)
    return (before ?? behind).flatMap { Self.content($0.value) }
  }

  /// Whether what the verb exchanges is named, and something is named that it becomes.
  func isExchange(from verb: Int) -> Bool {
    guard let into = (verb..<range.upperBound).first(where: { context.isOne($0, of: "into|for|against|to") }) else {
      return false
    }
    let names = context.names(in: range).filter { $0.kind != nil }
    return names.contains { $0.tokens.upperBound <= into } && names.contains { $0.tokens.lowerBound > into }
  }

  // MARK: The term

  /// "The Order End Date is extended to 31 January 2031", "the Term is prolonged by twelve months".
  func ofTerm(_ verb: Verb, _ object: Range<Int>) -> AmendmentStatement? {
    guard verb.effect != .replaces, !context.names(in: object).contains(where: { $0.kind != nil }),
      let change = verb.effect == .ends
        ? lastDay(of: verb).map({ AmendedValue(content: .day($0), way: .to) }) : value(of: verb)
    else { return nil }
    switch change.content {
    case .day, .length: break
    default: return nil
    }
    let words = object.filter { $0 != verb.token }
    let isNamed = context.names(in: object).contains { $0.isOfTerm }
    // "The Order is extended until", but "Section 4 of the Order" is a clause.
    let isPaper =
      references(in: object).isEmpty && words.count <= 12
      && words.contains { context.isOne($0, of: "order|subscription|agreement|contract") }
      && context.isOne(verb.token, of: Self.prolonging)
    guard isNamed || isPaper else { return nil }
    guard !words.contains(where: { context.isOne($0, of: Self.otherTerms) }) else { return nil }
    var statement = statement(.changes, nil, [], object, change, nil)
    statement.isOfTerm = true
    return statement
  }

  private static let prolonging: WordSet = [
    "extended", "prolonged", "renewed", "shortened", "lengthened", "extend", "extends", "prolong", "prolongs", "renew",
    "renews", "shorten", "shortens",
  ]
  private static let otherTerms: WordSet = [
    "payment", "invoice", "notice", "warranty", "confidentiality", "retention", "price", "prices", "fee", "fees",
    "discount", "option", "deadline",
  ]

  // MARK: Words of use

  /// "May be used until 31 May", "now expire on 31 May", "is available until 31 May only": where nothing else in the
  /// sentence says that something changes.
  var tentativeVerb: Verb? {
    for token in range where !isQuoted(token) && context.isOne(token, of: Self.uses) {
      let isActive = context.isOne(token, of: "use|redeem|draw|book")
      // "Customer may use the hours": a noun or another's doing without it.
      if isActive, token == range.lowerBound || !context.isOne(token - 1, of: "may|can|must|shall|will|to") { continue }
      let verb = Verb(token: token, effect: .changes, isPassive: !isActive, isTentative: true)
      let before = (max(range.lowerBound, token - 3)..<token).map { context.folded($0) }
      guard !before.contains(where: { ["not", "never", "if", "unless"].contains($0) }),
        token > range.lowerBound, let value = value(of: verb)
      else { continue }
      switch value.content {
      case .day, .start, .endOfTerm, .length: return verb
      default: continue
      }
    }
    return nil
  }

  private static let uses: WordSet = [
    "expire", "expires", "lapse", "lapses", "used", "drawn", "redeemed", "consumed", "taken", "booked", "available",
    "valid", "provided", "usable", "redeemable", "continue", "continues", "remain", "remains", "run", "runs", "end",
    "ends", "be", "is", "are", "now", "use", "redeem", "draw", "book", "made", "claimed", "claims", "redemption",
    "bookings", "scheduled",
  ]

  /// Whether the sentence speaks of what another document grants: by a clause, "under the Order", or "now", "instead".
  func isOfEarlier(_ object: Range<Int>, _ named: [NameSpan], _ clauses: [AmendmentStatement.ClauseReference]) -> Bool {
    guard !named.isEmpty || !clauses.isEmpty else { return false }
    let isMarked = range.contains { !isQuoted($0) && context.isOne($0, of: Self.markers) }
    guard clauses.isEmpty else { return true }
    if isOfDay(object) { return true }
    guard named.allSatisfy({ isDefinite($0) }) else { return false }
    // "Granted under the Order", "of Order Form Q-5".
    let isCited = range.contains { token in
      context.isOne(token, of: "under|in|of|by|with") && token + 2 < range.upperBound
        && (token + 1...token + 2).contains { context.isOne($0, of: "order|original") }
    }
    return isMarked || isCited
  }

  /// "The expiry date of the credits shall be 31 May", "the last day on which credits can be redeemed", "claims on the
  /// fund may be made until": of a grant that is there already.
  private func isOfDay(_ object: Range<Int>) -> Bool {
    let opening = object.prefix(7).map { context.folded($0) }
    guard let at = opening.firstIndex(where: { Self.days.contains($0) }), at + 1 < opening.count else { return false }
    return opening[(at + 1)...].contains { ["of", "for", "on", "under", "from", "by"].contains($0) }
  }

  private static let days: WordSet = [
    "date", "day", "deadline", "expiry", "expiration", "validity", "claims", "period", "redemption",
  ]

  private static let markers: WordSet = [
    "now", "instead", "rather", "longer", "further", "already", "henceforth", "originally", "existing", "another",
    "additional", "deviating",
  ]
}

extension QuotedValues {
  /// The first values of words within a sentence.
  init(_ words: Range<Int>, of context: DocumentContext) {
    self.init()
    for value in context.values(in: words) where value.tokens.upperBound <= words.upperBound {
      switch value.value {
      case .money(let amount, _) where money == nil: money = amount
      case .date(let date) where day == nil: day = date.date
      case .number(let amount) where number == nil: number = amount
      case .quantity(let amount, let unit, _) where number == nil:
        number = unit == "tb" ? amount * 1000 : unit == "mb" ? amount / 1000 : amount
      default: continue
      }
    }
  }
}
