// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel

/// Grants that a sentence names by the labels that they stand under: "the credits under 1.1", "what is granted in 3.1
/// and 3.2", "Clause 5.1 benefits", "Benefit A1: …".
struct LabelReferences {
  private let context: DocumentContext
  /// The labels of the grants of the text, as words: `1 . 2`, `a 1`, `a`, each with the block that bears it and the
  /// grants under it. Those that two places bear mean neither.
  private let labelled: [(words: [String], block: Int, place: Int, grants: [Int])]

  /// "Line 3" means a row of a table that numbers its rows, and no clause.
  private let hasRows: Bool
  private let kinds: [Kind]
  /// The nouns that each grant goes by.
  private let nouns: [[String]]

  init(_ context: DocumentContext, _ candidates: [Candidate], _ marks: RowMarks) {
    self.context = context
    hasRows = !marks.isEmpty
    kinds = candidates.map(\.kind)
    nouns = candidates.map { candidate in
      [candidate.name.tokens.last.map { context.folded($0).droppingPlural }, candidate.quantity?.unit].compactMap(
        \.self)
    }
    var found: [(words: [String], block: Int, place: Int, grants: [Int])] = []
    for (index, candidate) in candidates.enumerated() where candidate.place == nil && found.count < 200 {
      guard let (words, place) = Self.label(over: candidate, context) else { continue }
      let block = context.stream.block(of: candidate.tokens.lowerBound)
      if let known = found.firstIndex(where: { $0.place == place }) {
        found[known].grants.append(index)
      } else {
        found.append((words, block, place, [index]))
      }
    }
    found += Self.speakingOfRows(context, candidates, marks, besides: Set(found.map(\.block)))
    var counts: [[String]: Int] = [:]
    for label in found { counts[label.words, default: 0] += 1 }
    labelled = found.filter { counts[$0.words] == 1 }
  }

  /// "2. Development contingent. The hours of Pos. 50 have been paid in advance": a clause that grants nothing itself and
  /// speaks of a row goes for that row.
  private static func speakingOfRows(
    _ context: DocumentContext, _ candidates: [Candidate], _ marks: RowMarks, besides own: Set<Int>
  ) -> [(words: [String], block: Int, place: Int, grants: [Int])] {
    guard !marks.isEmpty else { return [] }
    let granting = own.union(candidates.map { context.stream.block(of: $0.tokens.lowerBound) })
    var found: [(words: [String], block: Int, place: Int, grants: [Int])] = []
    for block in context.source.blocks.indices where !granting.contains(block) && found.count < 60 {
      guard context.source.blocks[block].label != nil, !context.isTableRow(block) else { continue }
      let tokens = context.stream.tokens(ofBlock: block)
      guard
        let words = label(opening: context.sentence(of: tokens.lowerBound), context) ?? label(opening: tokens, context)
      else { continue }
      let mentioned = RowMentions(context: context).labels(in: tokens.prefixRange(40)).compactMap {
        marks.rows($0.label)
      }
      let rows = Set(mentioned.flatMap(\.self))
      guard !rows.isEmpty, Set(rows.map { candidates[$0].kind }).count == 1 else { continue }
      found.append((words, block, tokens.lowerBound, rows.sorted()))
    }
    return found
  }

  /// "(i) 24 training credits, (ii) 10 exam vouchers": the label right before a grant within its sentence.
  private static func inline(before candidate: Candidate, _ context: DocumentContext) -> (words: [String], place: Int)?
  {
    let from = candidate.tokens.lowerBound
    guard from > candidate.sentence.lowerBound + 3 else { return nil }
    for at in (max(candidate.sentence.lowerBound, from - 4)..<(from - 2)).reversed()
    where context.folded(at) == "(" && context.folded(at + 2) == ")" {
      let mark = context.folded(at + 1)
      guard context.isWord(at + 1), mark.utf8.count == 1 || romans.contains(mark) else { return nil }
      return ([mark], at)
    }
    return nil
  }

  private static let romans: WordSet = ["ii", "iii", "iv", "vi", "vii", "viii", "ix"]

  /// The label that the sentence of a grant opens with, or one before it in the same block, and where it stands.
  private static func label(over candidate: Candidate, _ context: DocumentContext) -> (words: [String], place: Int)? {
    if let inline = inline(before: candidate, context) { return inline }
    let start = context.stream.tokens(ofBlock: context.stream.block(of: candidate.tokens.lowerBound)).lowerBound
    var at = candidate.sentence.lowerBound
    for _ in 0..<6 {
      let sentence = context.sentence(of: at)
      if let words = label(opening: sentence, context) { return (words, sentence.lowerBound) }
      guard sentence.lowerBound > start else { return nil }
      at = sentence.lowerBound - 1
    }
    return nil
  }

  /// The parts of a sentence that speak of labelled grants, with whom they mean; nil where it names none in that way.
  /// Parts follow one another: "item A until 31 May, item B until 30 June".
  func parts(of sentence: Range<Int>, _ block: Int) -> [(meant: [Int], part: Range<Int>)]? {
    guard !labelled.isEmpty, sentence.count < 90 else { return nil }
    var found: [(meant: [Int], start: Int)] = []
    var others = Others(context: context, sentence: sentence)
    var at = sentence.lowerBound
    if let (meant, end) = opener(sentence, block) {
      found.append((meant, at))
      at = end
    }
    while at < sentence.upperBound, found.count < 12 {
      guard let (meant, end) = reference(at: at, sentence, block) else {
        at += 1
        continue
      }
      if !others.has(at, end) { found.append((meant, at)) }
      at = end
    }
    guard let first = found.first else { return others.isFound ? [([], sentence)] : nil }
    // "The credits granted in Section 1", where this document's Section 1 is about support: that of another document.
    let kinds = Set(context.names(in: sentence).filter { !$0.isWeak }.compactMap(\.kind))
    let meantKinds = Set(found.flatMap(\.meant).map { self.kinds[$0] })
    let nouns = Set(found.flatMap(\.meant).flatMap { self.nouns[$0] })
    guard
      kinds.isEmpty || found.contains(where: { $0.meant.isEmpty }) || !kinds.isDisjoint(with: meantKinds)
        || sentence.contains(where: { nouns.contains(context.folded($0).droppingPlural) })
    else {
      return [([], sentence)]
    }
    if found.count == 1 || context.dates(in: sentence).count + context.durations(in: sentence).count < 2 {
      return [(Array(Set(found.flatMap(\.meant))).sorted(), sentence)]
    }
    let bounds = found.dropFirst().map(\.start) + [sentence.upperBound]
    return zip(found, bounds).enumerated().map { index, pair in
      (pair.0.meant, (index == 0 ? sentence.lowerBound : max(first.start, pair.0.start))..<pair.1)
    }
  }

  /// "5.1 is limited to the first year": a label of several numbers that a sentence opens with, be it behind its own.
  private func opener(_ sentence: Range<Int>, _ block: Int) -> (meant: [Int], end: Int)? {
    var at = sentence.lowerBound
    for _ in 0..<2 {
      guard let (words, end) = Self.label(at: at, sentence, context), words.count > 2, end < sentence.upperBound else {
        return nil
      }
      if let grants = grants(under: words, besides: block), context.isOne(end, of: TopicWalk.verbs) {
        return (grants, end)
      }
      at = end
    }
    return nil
  }

  // MARK: One reference

  /// Words for what is granted, in front of a label.
  private static let things: WordSet = [
    "benefit", "benefits", "item", "items", "entitlement", "entitlements", "incentive", "incentives", "grant", "grants",
    "allowance", "allowances", "concession", "concessions", "courtesy", "courtesies", "extra", "extras", "what",
    "those", "that", "credits", "credit", "vouchers", "voucher", "hours", "days", "sessions", "seats", "passes",
    "fund", "sum", "amount", "contribution", "contributions", "services", "service", "promise", "promises",
    "undertaking", "undertakings", "points", "point", "line", "lines", "sandbox", "sandboxes", "granted", "given",
    "provided", "promised", "referred", "described", "mentioned", "listed", "named", "offered", "anything",
    "everything", "budget", "capacity", "period", "periods", "use", "validity", "expiry", "storage", "package",
    "packages", "tenants", "licences", "licenses", "class", "classes", "course", "courses", "exam", "exams", "workshop",
    "workshops", "attempts", "coaching", "trainings", "contingent", "quota", "users", "months",
  ]
  private static let joints: WordSet = ["in", "under", "of", "at", "by", "from", "to", "per"]
  /// What a label may be called; these also open a reference of their own: "Clause 5.1 benefits".
  private static let places: WordSet = [
    "clause", "clauses", "section", "sections", "paragraph", "paragraphs", "article", "articles", "point", "points",
    "no", "number", "numbers", "sub-clause", "subclause", "subsection", "item", "items", "term", "terms",
  ]

  private func reference(at token: Int, _ sentence: Range<Int>, _ block: Int) -> (meant: [Int], end: Int)? {
    let word = context.folded(token)
    let isThing = Self.things.contains(word)
    let isPlace = Self.places.contains(word)
    guard isThing || isPlace else { return nil }
    var at = token + 1
    let isJoined = at < sentence.upperBound && context.isOne(at, of: Self.joints)
    if isJoined {
      at += 1
      // "referred to in"
      if at < sentence.upperBound, context.isOne(at, of: Self.joints) { at += 1 }
    }
    if at < sentence.upperBound, context.isOne(at, of: Self.places) {
      at += 1
      if at < sentence.upperBound, context.folded(at) == "." { at += 1 }
    } else if !isJoined, !isPlace, !Self.items.contains(word) {
      return nil
    }
    var meant: Set<Int> = []
    var end: Int?
    while at < sentence.upperBound, meant.count < 24, let (words, close) = Self.label(at: at, sentence, context),
      let grants = grants(under: words, besides: block)
    {
      meant.formUnion(grants)
      end = close
      at = close
      // "Items 1 to 3"
      if at + 1 < sentence.upperBound, context.isOne(at, of: "to|through|-|–"), words.count == 1,
        let (last, behind) = Self.label(at: at + 1, sentence, context), last.count == 1
      {
        for label in GeneralTerms.between(words[0], last[0]) {
          meant.formUnion(self.grants(under: [label], besides: block) ?? [])
        }
        (end, at) = (behind, behind)
      }
      guard at < sentence.upperBound, context.isOne(at, of: ",|and|&|or") else { break }
      at += 1
      if at < sentence.upperBound, context.folded(at) == "and" { at += 1 }
      if at < sentence.upperBound, context.isOne(at, of: Self.places) { at += 1 }
    }
    guard let end, !meant.isEmpty else { return nil }
    if hasRows, (token..<end).contains(where: { context.isOne($0, of: "line|lines|row|rows|position|positions") }) {
      return nil
    }
    // "Clause 5.1 is subject to …" is a clause; what it grants is named with it, or does what grants do.
    guard isThing || speaksOfGrants(end, sentence) else { return nil }
    // "any clause but 5.1"
    if token > sentence.lowerBound, context.isOne(token - 1, of: "besides|except|but|than") {
      return nil
    }
    return (meant.sorted(), end)
  }

  private static let items: WordSet = [
    "benefit", "benefits", "item", "items", "entitlement", "entitlements", "incentive", "incentives", "grant", "grants",
    "allowance", "allowances", "concession", "concessions", "extra", "extras", "point", "points", "line", "lines",
  ]

  private func speaksOfGrants(_ end: Int, _ sentence: Range<Int>) -> Bool {
    let behind = end..<min(sentence.upperBound, end + 3)
    return behind.contains {
      context.isOne($0, of: Self.things)
        || context.isOne(
          $0,
          of:
            "expire|expires|lapse|lapses|ends|end|runs|run|:|valid|available|usable|cease|ceases|stops|stop|terminates|apply|applies"
        )
    }
  }

  /// The grants that stand under a label; nil where no block that grants bears it.
  private func grants(under words: [String], besides block: Int) -> [Int]? {
    labelled.first { label in
      label.words == words
        && (label.block != block || words.count == 1 && context.folded(label.place) == "(")
    }?.grants
  }

  // MARK: Labels

  /// The label that a block opens with: `1.1`, `(a)`, `A1`, `Benefit 2:`.
  private static func label(opening tokens: Range<Int>, _ context: DocumentContext) -> [String]? {
    guard let first = tokens.first else { return nil }
    let isNamed = (items.contains(context.folded(first)) || places.contains(context.folded(first))) && tokens.count > 2
    let start = isNamed ? first + 1 : first
    guard let (words, end) = label(at: start, tokens, context), end < tokens.upperBound else { return nil }
    // "2 sandboxes", "40 training credits": an amount.
    if words.count == 1, Int(words[0]) != nil, !isNamed, context.folded(first) != "(" {
      guard
        context.isOne(end, of: ".|)|:")
          || isLabel(words[0], of: context.stream.block(of: first), context)
      else { return nil }
    }
    // "A voucher of …"
    if words.count == 1, Int(words[0]) == nil, !isNamed, context.folded(first) != "(" {
      guard context.isOne(end, of: ".|)|:") else { return nil }
    }
    return words
  }

  /// Whether a block bears that label: what it opens with may be an amount.
  private static func isLabel(_ words: String, of block: Int, _ context: DocumentContext) -> Bool {
    guard let label = context.source.blocks[block].label else { return false }
    return NoteMarks.mark(context.source.string(label)) == words
  }

  /// `1`, `2.1`, `A1`, `A.1`, `(a)` at a place, and its end.
  private static func label(at token: Int, _ range: Range<Int>, _ context: DocumentContext) -> ([String], Int)? {
    let isOpen = context.folded(token) == "("
    var at = isOpen ? token + 1 : token
    guard at < range.upperBound else { return nil }
    func isNumeral(_ token: Int) -> Bool { Int(context.folded(token)) != nil }
    let first = context.folded(at)
    // `2.1` is one word where no space or bracket parts it.
    let parts = first.split(separator: ".")
    if parts.count > 1, parts.allSatisfy({ Int($0) != nil && $0.utf8.count <= 2 }), !isOpen {
      return (Array(parts.map(String.init).joined(separator: " . ").split(separator: " ").map(String.init)), at + 1)
    }
    let isRoman = isOpen && romans.contains(first)
    let isLetter = isRoman || first.utf8.count == 1 && context.isWord(at) && (isOpen || context.isCapitalised(at))
    guard isLetter || isNumeral(at) && first.utf8.count <= 3 else { return nil }
    var words = [first]
    at += 1
    if isLetter, at < range.upperBound, isNumeral(at), context.isGlued(at - 1) {
      words.append(context.folded(at))
      at += 1
    }
    while at + 1 < range.upperBound, words.count < 7, context.folded(at) == ".", isNumeral(at + 1),
      !context.hasSpaceBefore(at + 1)
    {
      words += [".", context.folded(at + 1)]
      at += 2
    }
    if isOpen {
      guard at < range.upperBound, context.folded(at) == ")" else { return nil }
      at += 1
    }
    // "100 credits", "3 months": an amount that has no unit of its own behind a joint.
    if words.count == 1, at < range.upperBound, context.isWord(at), isNumeral(at - 1),
      counted.contains(context.folded(at))
    {
      return nil
    }
    return (words, at)
  }

  private static let counted: WordSet = [
    "month", "months", "day", "days", "year", "years", "week", "weeks", "hour", "hours", "credits", "users", "percent",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "quarter", "quarters", "of", "session", "sessions",
  ]
}
