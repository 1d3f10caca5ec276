// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns

/// Reads the date that a document gives itself: "dated as of", "made this 8th day of", "entered into on", the date
/// over a letter, "in witness whereof … this 3rd day of".
struct AgreementDateReader {
  let context: DocumentContext
  let places: FactPlaces
  let preamble: PreambleReader.Preamble?
  /// Where the first place to sign is: dates from there on are those of signatures.
  let firstSignature: Int

  /// Order forms and quotes have many dates in their heads; only words say which of them is their own.
  let isOrder: Bool
  /// An amendment's effective date is not the date that it is made.
  let isAmendment: Bool

  struct Stated {
    var date: CalendarDate
    /// "made as of", "dated", a letter's date: nothing but a signature would be weaker.
    var tokens: Range<Int>
  }

  /// The date as stated, nil where the document gives itself none. Signatures are not looked at.
  func stated(_ labels: [Label]) -> Stated? {
    inPreamble() ?? labelled(labels) ?? underTitle() ?? (isOrder ? nil : onCover()) ?? overLetter() ?? inOpening()
      ?? inClosing()
  }

  /// The sentence that names the parties says no date but "as of the Effective Date".
  var isMadeAsOfEffectiveDate: Bool {
    guard let preamble else { return false }
    return context.words(preamble.tokens.prefixRange(300)).contains(run: "effective date")
  }

  private func labelled(_ labels: [Label]) -> Stated? {
    for label in labels
    where label.kind == .agreementDate && label.name.lowerBound < min(firstSignature, 700) && !isOfMail(label) {
      guard let date = context.dates(in: label.value).first, !isOfPaper(label.value.lowerBound..<date.tokens.lowerBound)
      else { continue }
      return Stated(date: date.date, tokens: date.tokens)
    }
    return nil
  }

  /// `Governing agreement: Master Agreement dated 3 May 2030`: the date of another paper.
  private func isOfPaper(_ before: Range<Int>) -> Bool {
    before.contains { context.isOne($0, of: Self.documents) }
      && !before.contains { context.isOne($0, of: "this|signed|hereof") }
  }

  /// `Date:` among `From:`, `To:` and `Subject:` is the mail's.
  private func isOfMail(_ label: Label) -> Bool {
    let around = max(0, label.name.lowerBound - 70)..<min(context.stream.count, label.value.upperBound + 12)
    let words = context.words(around)
    return words.contains("from") && words.contains("subject")
  }

  // MARK: Preamble

  /// The first date of the sentence that names the parties.
  private func inPreamble() -> Stated? {
    guard let preamble else { return nil }
    let last = max(preamble.tokens.lowerBound, preamble.tokens.upperBound - 1)
    let limit = min(
      max(context.sentence(of: last).upperBound, preamble.tokens.upperBound), preamble.tokens.upperBound + 80)
    let range = preamble.tokens.lowerBound..<limit
    return first(in: range) ?? (refersUp(range) ? lastDate(before: range.lowerBound) : nil)
  }

  /// "as of the date first written above", "the date set forth above".
  private func refersUp(_ range: Range<Int>) -> Bool {
    guard context.firstIndex(of: "above", in: range.prefixRange(120)) != nil else { return false }
    let words = context.words(range.prefixRange(120))
    return [
      "date set forth above", "first above written", "first written above", "first set forth above", "date above",
      "date first above",
    ]
    .contains { words.contains(run: $0) }
  }

  private func lastDate(before token: Int) -> Stated? {
    context.dates(in: max(0, token - 300)..<token).last.map { Stated(date: $0.date, tokens: $0.tokens) }
  }

  /// Dates that the opening pages introduce as the document's own.
  private func inOpening() -> Stated? {
    for match in places.matches("agreement_date") where match.tokens.lowerBound < min(900, firstSignature) {
      let sentence = context.sentence(of: match.tokens.lowerBound)
      let end = min(sentence.upperBound, match.tokens.upperBound + 14)
      guard places.gives(match, "form") == "declared" || speaksOfItself(sentence, before: match.tokens.lowerBound)
      else {
        continue
      }
      if let found = first(in: match.tokens.lowerBound..<end) ?? onDay(match.tokens, sentence) { return found }
    }
    return nil
  }

  private func first(in range: Range<Int>) -> Stated? {
    for date in context.dates(in: range) {
      let from = max(context.sentence(of: range.lowerBound).lowerBound, date.tokens.lowerBound - 14)
      guard introduces(from..<date.tokens.lowerBound), !context.namesDayOfTerm(from..<date.tokens.lowerBound),
        !isOfOther(from..<date.tokens.lowerBound),
        !isOnlyEffective(from..<date.tokens.lowerBound), !isOfMentioned(date.tokens.lowerBound)
      else { continue }
      return Stated(date: date.date, tokens: date.tokens)
    }
    return nil
  }

  private static let introducing: WordSet = [
    "dated", "made", "entered", "executed", "effective", "as", "this", "on", "date", "day", "signed", "the",
  ]

  private func introduces(_ before: Range<Int>) -> Bool {
    before.suffix(5).contains { context.isOne($0, of: Self.introducing) }
  }

  /// "is effective as of": only an agreement that says nothing else is dated by that.
  private func isOnlyEffective(_ before: Range<Int>) -> Bool {
    guard isOrder || isAmendment else { return false }
    let words = context.words(before)
    guard let at = words.lastIndex(of: "effective") else { return false }
    return !words[at...].contains { ["made", "entered", "dated", "executed"].contains($0) }
      && !words.suffix(7).contains { ["made", "entered", "dated"].contains($0) }
  }

  /// "under Order Form 7 dated …", "that certain agreement dated …", "until …", "through …": another date.
  private func isOfOther(_ before: Range<Int>) -> Bool {
    let words = context.words(before)
    if wasMade(words) { return true }
    // "A and B, having entered into Order Form 7 on …"
    if words.suffix(12).contains(where: { ["having", "who", "which"].contains($0) }),
      words.suffix(10).contains(where: { ["entered", "concluded", "signed", "made"].contains($0) })
    {
      return true
    }
    if words.contains(run: "that certain") || words.contains(run: "by and between") && words.contains("dated") {
      return true
    }
    let last = words.suffix(4)
    return last.contains {
      ["until", "through", "before", "by", "since", "ending", "expires", "after", "expiring", "born"].contains($0)
    }
      || isUnder(words) || words.contains("pursuant") || words.contains("governed") || last.contains("effect")
  }

  /// "the Master Agreement of …", "the terms that Customer accepted on …": the day of a document that an order only
  /// mentions. The nearest document's name before the date has to be this one's own, or a sentence that says when it is
  /// made.
  private func isOfMentioned(_ token: Int) -> Bool {
    guard isOrder || isAmendment else { return false }
    let sentence = context.sentence(of: token)
    let words = context.words(max(sentence.lowerBound, token - 30)..<token)
    if words.suffix(9).contains(where: { ["accepted", "version", "governs", "force", "since"].contains($0) }) {
      return !words.contains(run: "accepted and agreed") && !words.contains(run: "agreed and accepted")
    }
    guard let noun = words.lastIndex(where: Self.documents.contains) else { return false }
    let between = words[(noun + 1)...]
    if between.contains("is") || between.contains("was") || between.contains("hereby") { return false }
    var at = noun - 1
    while at >= 0, at >= noun - 6, !Self.documents.contains(words[at]) || at == noun - 1 {
      if words[at] == "this" { return false }
      if ["the", "a", "that", "under", "to", "of", "'s", "’s"].contains(words[at]) { return true }
      at -= 1
    }
    // A title or a line that begins with the document's name: `Order Form dated …`.
    return at >= 0
  }

  private static let documents: WordSet = [
    "agreement", "msa", "terms", "conditions", "policy", "addendum", "order", "form", "contract", "exhibit",
    "amendment",
    "schedule", "dpa", "plan", "quote", "letter", "statement",
  ]

  /// "under the Services Agreement dated …", but not "organized under the laws of …".
  private func isUnder(_ words: [String]) -> Bool {
    guard let at = words.lastIndex(of: "under") else { return false }
    return !words[at...].contains("laws")
  }

  private static let ownNames: WordSet = [
    "agreement", "amendment", "order", "contract", "letter", "deed", "nda", "undertaking", "covenant", "schedule",
    "addendum", "memorandum", "lease",
  ]

  private func speaksOfItself(_ sentence: Range<Int>, before token: Int) -> Bool {
    let from = max(sentence.lowerBound, token - 40)
    let range = from..<min(sentence.upperBound, token + 20)
    let words = context.words(range)
    // "It is dated 6 May 2031", "Done at Utrecht, 6 May 2031"
    if context.isOne(sentence.lowerBound, of: "it|done|drawn|agreed|made|dated"),
      token - sentence.lowerBound < 3
    {
      return true
    }
    guard words.contains(where: { Self.ownNames.contains($0) }) else { return false }
    if words.contains("this") || token - sentence.lowerBound < 6 { return true }
    // `Reference K-71/2, dated 5 May 2031`
    return token - sentence.lowerBound < 12 && context.isOne(sentence.lowerBound, of: "reference|ref")
  }

  // MARK: Cover and letter

  /// `ORDER K-71` with `of 5 May 2031` behind it, on the same line or the next.
  private func underTitle() -> Stated? {
    let segments = Array(context.segments(0..<min(context.stream.count, firstSignature, 160)).prefix(24))
    for (index, segment) in segments.enumerated() {
      guard let of = context.firstIndex(of: "of", in: segment.tokens.prefixRange(10)),
        let date = context.dates(in: (of + 1)..<segment.tokens.upperBound).first, date.tokens.lowerBound == of + 1
      else { continue }
      let title = of == segment.tokens.lowerBound ? segments[safe: index - 1]?.tokens : segment.tokens.lowerBound..<of
      guard let title, title.count <= 8,
        context.isOne(title.lowerBound, of: Self.documents) || context.isOne(title.lowerBound, of: "number|no"),
        title.filter({ context.isOne($0, of: Self.documents) }).count <= 2,
        !title.contains(where: { context.isOne($0, of: "to|under|date|:|end|start") }), !goesOn(title.lowerBound)
      else { continue }
      return Stated(date: date.date, tokens: date.tokens)
    }
    return nil
  }

  private static let coverWords: WordSet = [
    "dated", "as", "of", "date", ":", ",", ".", "the", "this", "executed", "-", "made", "in", "duplicate",
    "triplicate", "counterparts", "signed", "on",
  ]

  /// A line of the first page that is nothing but a date, or `Dated as of` and a date.
  private func onCover() -> Stated? {
    let segments = context.segments(0..<min(context.stream.count, firstSignature, 420))
    for (index, segment) in segments.enumerated() {
      // What stands beside it on the line makes it a label's value, or a table's cell.
      let neighbours = [index - 1, index + 1].compactMap { segments[safe: $0] }
      guard !neighbours.contains(where: { $0.line == segment.line }) else { continue }
      guard segment.tokens.count <= 16, let date = context.dates(in: segment.tokens).first else { continue }
      let rest = segment.tokens.filter { !date.tokens.contains($0) }
      guard rest.allSatisfy({ context.isOne($0, of: Self.coverWords) }), !goesOnSentence(segment.tokens) else {
        continue
      }
      if let above = segments[safe: index - 1], isLabel(above.tokens) { continue }
      return Stated(date: date.date, tokens: date.tokens)
    }
    return nil
  }

  /// `Thun, 20 May 2031` on a line of its own, over the salutation of a letter.
  private func overLetter() -> Stated? {
    let limit = min(context.stream.count, firstSignature, 420)
    guard let dear = salutation(limit) else { return nil }
    for segment in context.segments(0..<dear) where segment.tokens.count <= 12 {
      guard let date = context.dates(in: segment.tokens).first, date.tokens.upperBound == segment.tokens.upperBound
      else { continue }
      let place = segment.tokens.lowerBound..<date.tokens.lowerBound
      let isPlace =
        place.count >= 2 && place.count <= 5 && context.folded(place.upperBound - 1) == ","
        && place.dropLast().allSatisfy { context.isCapitalised($0) || !context.isWord($0) }
      if isPlace || place.isEmpty { return Stated(date: date.date, tokens: date.tokens) }
    }
    return nil
  }

  /// The line before breaks off at `ending on`, `to`: a day of running text that happens to fill its line.
  private func goesOnSentence(_ range: Range<Int>) -> Bool {
    let at = range.lowerBound
    guard at > 0, !context.stream.tokens[at].flags.contains(.blockStart) else { return false }
    return context.isOne(
      at - 1,
      of: "on|ending|until|through|to|from|before|after|by|beginning|starting|commencing|since|till|is|expires|ends|and"
    )
  }

  // MARK: Closing words

  /// "IN WITNESS WHEREOF, the parties have executed this Agreement this 28th day of March, 2005."
  private func inClosing() -> Stated? {
    for match in places.matches("signature") where places.gives(match, "place") == "closing" {
      // From there on an order has dates of signatures.
      if isOrder, match.tokens.lowerBound >= firstSignature { break }
      if isSigner(match.tokens) { continue }
      let sentence = context.sentence(of: match.tokens.lowerBound)
      let limit = min(max(sentence.upperBound, match.tokens.upperBound + 10), match.tokens.upperBound + 90)
      // What is signed below has days of its own.
      let end = sentence.upperBound <= firstSignature ? min(limit, firstSignature) : limit
      let range = match.tokens.lowerBound..<max(match.tokens.upperBound, min(end, context.stream.count))
      for date in context.dates(in: range) {
        let before = max(range.lowerBound, date.tokens.lowerBound - 6)..<date.tokens.lowerBound
        let last = before.last.map { context.folded($0) } ?? ""
        // "if it is not signed by 9 May" is the last day of an offer.
        if introduces(before), !["by", "before", "until"].contains(last), !isOfMentioned(date.tokens.lowerBound) {
          return Stated(date: date.date, tokens: date.tokens)
        }
      }
    }
    return dateLine()
  }

  /// `Dated: 8 April 2020` on a line of its own over the first signature.
  private func dateLine() -> Stated? {
    guard firstSignature < context.stream.count else { return nil }
    for segment in context.segments(max(0, firstSignature - 40)..<firstSignature)
    where context.folded(segment.tokens.lowerBound) == "dated" && segment.tokens.count <= 8
      && !context.stream.tokens[segment.tokens.lowerBound].flags.isDisjoint(with: [.lineStart, .blockStart, .cellStart])
    {
      if let date = context.dates(in: segment.tokens).first { return Stated(date: date.date, tokens: date.tokens) }
    }
    return nil
  }
}
