// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns

/// Reads the date from which a document says that it is effective.
struct EffectiveDateReader {
  let context: DocumentContext
  let places: FactPlaces

  /// What the text ties effectiveness to, where it gives no date of its own.
  enum Tie: Equatable {
    case lastSignature, termStart, ownDate
    /// "on the date of Acme's signature": whose, by the first word of the name or the role.
    case signature(of: String)
  }

  struct Result {
    var date: CalendarDate?
    var tie: Tie?
    /// Something near takes effect then, perhaps not the document.
    var isDoubtful = false
  }

  func read(_ labels: [Label], preamble: Range<Int>?, isOrder: Bool = false) -> Result {
    for label in labels where label.kind == .effectiveDate {
      if let date = context.dates(in: label.value).first { return Result(date: date.date) }
      if let tie = tie(in: label.value) { return Result(tie: tie) }
    }
    for label in labels where label.kind == .term && context.words(label.name).contains("force") {
      if context.dates(in: label.value).isEmpty, let tie = tie(in: label.value) { return Result(tie: tie) }
    }
    if let date = defined() { return Result(date: date) }
    if let preamble, !preamble.isEmpty {
      let end = max(preamble.upperBound, context.sentence(of: preamble.upperBound - 1).upperBound)
      if let date = said(in: preamble.lowerBound..<end, doubtful: true) { return Result(date: date) }
    }
    if let date = said(in: 0..<context.stream.count, doubtful: false) { return Result(date: date) }
    if let date = saidBefore() { return Result(date: date) }
    if let date = said(in: 0..<max(preamble?.upperBound ?? 0, 700), doubtful: true) {
      return Result(date: date, isDoubtful: true)
    }
    if let tie = tied() { return Result(tie: tie) }
    return Result(date: isOrder ? madeAsOf() : nil)
  }

  /// `Made as of 3 May 2031 between …` in the opening of an order.
  private func madeAsOf() -> CalendarDate? {
    for match in places.matches("agreement_date").prefix(12)
    where match.tokens.lowerBound < 300 && context.folded(match.tokens.lowerBound) == "as" {
      let before = context.words(max(0, match.tokens.lowerBound - 3)..<match.tokens.lowerBound)
      guard before.contains("made") || before.contains("entered"),
        let date = context.dates(in: match.tokens.upperBound..<min(context.stream.count, match.tokens.upperBound + 4))
          .first,
        date.tokens.lowerBound == match.tokens.upperBound
          || date.tokens.lowerBound == match.tokens.upperBound + 1
            && context.isOne(match.tokens.upperBound, of: "the|this")
      else { continue }
      return date.date
    }
    return nil
  }

  // MARK: The defined term

  /// `May 22, 2000 (the "Effective Date")`, `the Effective Date of this Agreement is …`, `"Effective Date" means …`.
  private func defined() -> CalendarDate? {
    for match in places.matches("effective_date") where places.gives(match, "form") == "term" {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      if let date = dateBefore(match.tokens, sentence) ?? dateAfter(match.tokens, sentence) { return date }
    }
    return nil
  }

  /// A date, then a bracket that names it.
  private func dateBefore(_ term: Range<Int>, _ sentence: Range<Int>) -> CalendarDate? {
    let from = max(0, term.lowerBound - 14)
    guard let date = context.dates(in: from..<term.lowerBound).last else { return nil }
    let gap = context.words(date.tokens.upperBound..<term.lowerBound)
    guard gap.count <= 9, gap.allSatisfy(Self.naming.contains) else { return nil }
    return gap.contains("(") || gap.contains("hereinafter") || isQuoted(term) ? date.date : nil
  }

  private static let naming: WordSet = [
    "(", "the", "hereinafter", "referred", "to", "as", ",", "agreement", "order", "amendment", "form", "“",
    "contract", "herein", "is", "called", "and", "commencement", "a",
  ]

  private func isQuoted(_ range: Range<Int>) -> Bool {
    range.contains { !context.stream.tokens[$0].flags.isDisjoint(with: [.quoteBefore, .quoteAfter]) }
  }

  private static let verbs: WordSet = ["is", "means", "mean", "be", ":", "of", "was", "as"]

  /// The term, a verb or a colon, a date.
  private func dateAfter(_ term: Range<Int>, _ sentence: Range<Int>) -> CalendarDate? {
    let limit = min(context.stream.count, term.upperBound + 22)
    guard let date = context.dates(in: term.upperBound..<limit).first else { return nil }
    let gap = context.words(term.upperBound..<date.tokens.lowerBound)
    guard gap.count <= 14, gap.isEmpty || gap.contains(where: { Self.verbs.contains($0) }) else { return nil }
    return gap.contains {
      [
        ".", ";", "(", "after", "before", "until", "later", "earlier", "anniversary", "prior", "dated", "subject",
      ].contains($0)
    } || isOfOtherPaper(term) ? nil : date.date
  }

  /// "under the Master Agreement having an effective date of 3 May 2031": the date of what this order goes by.
  private func isOfOtherPaper(_ term: Range<Int>) -> Bool {
    let before = context.words(max(0, term.lowerBound - 3)..<term.lowerBound)
    return before.suffix(2) == ["having", "an"] || before.suffix(2) == ["with", "an"]
      || before.suffix(2) == ["has", "an"]
      || before.suffix(2) == ["whose", "own"] || before.last == "whose"
  }

  // MARK: Other words

  /// "effective as of May 1", "takes effect on May 1". Unless doubtful ones are wanted the words before must speak of
  /// the document.
  private func said(in range: Range<Int>, doubtful: Bool) -> CalendarDate? {
    for match in places.matches("effective_date")
    where places.gives(match, "form") != "term" && range.contains(match.tokens.lowerBound) {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      let isOfDocument = speaksOfDocument(sentence, match.tokens.lowerBound)
      // "With effect from 1 February the number of sessions is 12": the sessions, not the document.
      guard isOfDocument || doubtful && !context.names(in: sentence).contains(where: { $0.kind != nil }),
        !isOfOtherPaper(match.tokens)
      else {
        continue
      }
      let limit = min(context.stream.count, match.tokens.upperBound + 12)
      guard let date = context.dates(in: match.tokens.upperBound..<limit).first else { continue }
      let gap = context.words(match.tokens.upperBound..<date.tokens.lowerBound)
      // "from the Commencement Date to 30 June 2031" ends then; "retroactive to" begins.
      if gap.contains("to"), !gap.contains("retroactive") { continue }
      if gap.allSatisfy(Self.between.contains) { return date.date }
      // "with effect from the Transition Date, 1 May 2031"
      let plain = gap.dropLast(3)
      if gap.count >= 4, gap.suffix(2) == ["date", ","], plain.allSatisfy(Self.between.contains) { return date.date }
    }
    return nil
  }

  /// Words that may stand between taking effect and the date.
  private static let between: WordSet = [
    "as", "of", "on", "from", "and", "including", "the", "this", "for", "all", "purposes", ",", "date", "beginning",
    "upon", "day", "to", "with", "retroactive",
  ]

  /// "This order is dated 8 June 2026 and is in effect from that date": the date that stands before.
  private func saidBefore() -> CalendarDate? {
    for match in places.matches("effective_date") where places.gives(match, "form") != "term" {
      let end = match.tokens.upperBound
      let sentence = context.sentence(of: match.tokens.lowerBound)
      if let date = dateOnWhich(match.tokens, sentence) { return date }
      guard end + 1 < context.stream.count, context.isOne(end, of: "that|this"),
        context.isOne(end + 1, of: "date|day")
      else { continue }
      guard speaksOfDocument(sentence, match.tokens.lowerBound) else { continue }
      let dates = context.dates(in: max(sentence.lowerBound, match.tokens.lowerBound - 14)..<match.tokens.lowerBound)
      if dates.count == 1, let date = dates.first { return date.date }
    }
    return nil
  }

  /// `Order date: 8 June 2031, on which it becomes effective`: the day right before.
  private func dateOnWhich(_ effect: Range<Int>, _ sentence: Range<Int>) -> CalendarDate? {
    let near = max(sentence.lowerBound, effect.lowerBound - 6)..<effect.lowerBound
    guard
      let which = near.dropFirst().first(where: {
        context.folded($0) == "which" && context.isOne($0 - 1, of: "on|from")
      }),
      (which + 1..<effect.lowerBound).allSatisfy({ context.isOne($0, of: Self.itself) }),
      which + 1 < effect.upperBound,
      let date = context.dates(in: max(sentence.lowerBound, which - 14)..<which).last,
      context.words(date.tokens.upperBound..<which).allSatisfy({ Self.joints.contains($0) })
    else { return nil }
    return date.date
  }

  private static let itself: WordSet = [
    "it", "becomes", "is", "takes", "comes", "this", "the", "order", "form", "agreement", "also",
  ]
  private static let joints: WordSet = [
    ",", "(", "also", "the", "day", "date", "on", "from", "and", "being", "and", "which", "is",
  ]

  private func speaksOfDocument(_ sentence: Range<Int>, _ token: Int) -> Bool {
    // "In force from 1 June 2031." in the opening: of what, if not of the document?
    if token == sentence.lowerBound, sentence.count < 12, token < 300 || followsSigning(sentence) { return true }
    // `K-118 · Quill Works Ltd and Harbour Library · effective 1 June 2031` under the title.
    if token < 120, token > 0, ["·", "|", "•", "–", "—"].contains(context.folded(token - 1)) { return true }
    if token - sentence.lowerBound < 60 {
      let opening = sentence.lowerBound..<min(token, sentence.lowerBound + 12)
      if opening.contains(where: {
        context.isOne($0, of: "this") && ($0 == opening.lowerBound || context.isSign($0 - 1, 0x2E))
      }) {
        return true
      }
    }
    let near = max(sentence.lowerBound, token - 14)..<token
    // "each change below", not "the Change in Control Plan effective October 22".
    let isChange = near.contains {
      context.isOne($0, of: "change") && ($0 + 1 == token || !context.isOne($0 + 1, of: "in|of"))
    }
    return (isChange || near.contains { context.isOne($0, of: Self.documents) })
      && !near.contains { context.isOne($0, of: Self.otherThings) }
  }

  /// "Signed electronically. Takes effect on 1 June 2031.": the words before speak of the paper.
  private func followsSigning(_ sentence: Range<Int>) -> Bool {
    let block = context.block(of: sentence.lowerBound)
    guard sentence.lowerBound > block.lowerBound else { return false }
    let before = context.sentence(of: sentence.lowerBound - 1).clamped(to: block)
    return before.count <= 12 && before.contains { context.isOne($0, of: "signed|signature|countersigned|executed") }
  }

  private static let documents: WordSet = [
    "agreement", "amendment", "contract", "order", "form", "it", "letter", "license", "enrollment", "quote",
    "schedule", "changes", "variation", "variations", "amendments", "modifications", "deed", "rider", "addendum",
  ]
  private static let otherThings: WordSet = [
    "termination", "policy", "assignment", "notice", "employment", "resignation", "salary",
  ]

  // MARK: Ties

  private func tied() -> Tie? {
    var first: Tie?
    for match in places.matches("effective_date") {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      // `from the date of the later signature (the "Effective Date")`: the words stand before the name.
      let isNamed = match.tokens.lowerBound > 0 && isQuoted(match.tokens) && places.gives(match, "form") == "term"
      // "the Signing Date is that of the later signature; this order has effect from then"
      let behind = context.words(match.tokens.upperBound..<min(sentence.upperBound, match.tokens.upperBound + 2))
      let isBefore = isNamed || behind == ["from", "then"] || behind == ["on", "it"] || behind == ["from", "it"]
      let from = isBefore ? max(sentence.lowerBound, match.tokens.lowerBound - 18) : match.tokens.lowerBound
      let range = from..<max(match.tokens.upperBound, min(sentence.upperBound, match.tokens.upperBound + 26))
      guard let tie = tie(in: range) else { continue }
      // "the Commencement Date" is spoken of in many places; that a signature counts is said once.
      if tie != .termStart { return tie }
      first = first ?? tie
    }
    return first ?? madeAsOfSignature()
  }

  /// "made and entered into as of the later of the two signature dates": in the opening a document speaks of itself.
  private func madeAsOfSignature() -> Tie? {
    for match in places.matches("agreement_date").prefix(12)
    where match.tokens.lowerBound < 700 && context.folded(match.tokens.lowerBound) == "as" {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      let range =
        match.tokens.upperBound..<max(match.tokens.upperBound, min(sentence.upperBound, match.tokens.upperBound + 14))
      if tie(in: range) == .lastSignature { return .lastSignature }
    }
    return nil
  }

  /// `Acme's signature`, `signature by the Supplier`, `Acme signs`.
  private func signer(_ words: [String]) -> String? {
    guard let at = words.firstIndex(where: { ["signature", "signing", "signs", "execution"].contains($0) }) else {
      return nil
    }
    let before = words[..<at]
    if before.last == "s", before.count > 2 { return words[at - 3] }
    if before.last == "'s" || before.last == "’s", before.count > 1 { return words[at - 2] }
    if words[at] == "signs", before.count > 0, before.last != "who" { return words[at - 1] }
    let behind = words[(at + 1)...].prefix(3)
    if behind.first == "by" { return behind.dropFirst().first { $0 != "the" } }
    return nil
  }

  private static let all: WordSet = ["last", "later", "latest", "both", "second", "all", "you"]

  private func tie(in range: Range<Int>) -> Tie? {
    let signing = range.contains(where: context.isSigning)
    // All other ties speak of a date or a day.
    guard signing || range.contains(where: { context.isOne($0, of: "date|dates|day") }) else {
      return startsTerm(range) ? .termStart : nil
    }
    let words = context.words(range)
    if signing {
      if words.contains(where: { Self.all.contains($0) || $0.hasPrefix("countersign") }) { return .lastSignature }
      // "when Vendor has signed it after the Buyer"
      if words.contains(run: "signed it after") || words.contains(run: "signed after") { return .lastSignature }
      if let signer = signer(words) { return .signature(of: signer) }
      if words.contains("customer") || words.contains("below") { return .lastSignature }
    }
    for run in ["later of the two dates", "last of the two dates", "later of the dates", "latest of the dates"]
    where words.contains(run: run) { return .lastSignature }
    for run in [
      "on the date of it", "date hereof", "its own date", "on its date", "from its date", "on the date of this",
      "from that date", "from that day",
    ]
    where words.contains(run: run) { return .ownDate }
    return startsTerm(range) ? .termStart : nil
  }

  /// "from the start of the Term".
  private func startsTerm(_ range: Range<Int>) -> Bool {
    context.names(in: range).contains { $0.list == "anchor" && $0.entry == "term_start" }
  }
}
