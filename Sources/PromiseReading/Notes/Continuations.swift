// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion
import InventoryModel

/// Adds to a promise what is said of it afterwards: "They can be used until the end of the term", a deeper bullet "valid
/// for three years", "until when?" – "end of 2027", "do they roll over?" – "yes".
struct Continuations {
  let answers: Answers
  let isMail: Bool
  /// Where the last promise was made or added to.
  private var place = -1
  /// What the other side asked of it last.
  private var question: (text: String, place: Int)?
  /// In a chat others may speak between.
  private static let memory = 3

  init(answers: Answers, isMail: Bool) {
    self.answers = answers
    self.isMail = isMail
  }

  /// A promise stands at this place.
  mutating func note(_ place: Int) {
    self.place = place
    question = nil
  }

  /// Whether the statement only says more of the last promise, which then has it.
  mutating func absorbs(
    _ statement: Statement, _ reading: PromiseReading, at place: Int, into entries: inout [Revisions.Entry]
  ) -> Bool {
    guard let last = entries.last, !last.isWithdrawal, reading.grants.isEmpty, self.place >= 0 else { return false }
    guard statement.part == last.statement.part || statement.speaker != nil else { return false }
    let distance = place - self.place
    guard distance <= (statement.speaker == nil || isMail ? 1 : Self.memory) else { return false }
    let isOther = statement.side != last.statement.side || statement.speaker != last.statement.speaker
    if isOther || reading.isQuestion {
      if reading.isQuestion { question = (statement.text, place) }
      return false
    }
    guard !isMail || statement.message == last.statement.message else { return false }
    let holds: Set<PromiseCue> = [.ask, .inquiry, .effort, .withdrawn, .status, .otherCustomer, .price]
    guard reading.cues.isDisjoint(with: holds), let said = words(statement, reading, after: last, place) else {
      return false
    }
    let terms = answers.extractor.readTerms(SourceText(line: said))
    guard Self.tells(terms) else { return false }
    Self.add(terms, saying: said, to: &entries[entries.count - 1])
    self.place = place
    question = nil
    return true
  }

  /// The words that are said of the promise; nil where the statement does not speak of it.
  private func words(
    _ statement: Statement, _ reading: PromiseReading, after last: Revisions.Entry, _ place: Int
  ) -> String? {
    if let question, question.place >= place - 2 {
      let asked = Answers.words(question.text)
      if answers.consents(to: question.text, by: statement.text, reading) {
        return String(question.text.drop { "?" == $0 }.prefix { $0 != "?" })
      }
      if asked.prefix(4).contains("long") || asked.contains("when") {
        let isWhole = ["you", "we", "they", "it", "i", "that's"].contains(Answers.words(statement.text).first)
        let isBare =
          !isWhole
          && ["until", "till", "by", "for", "through", "to"].allSatisfy {
            Answers.words(statement.text).first != $0
          }
        if isWhole { return FullYears.counted(statement.text) }
        return isBare && !asked.contains("long") ? "until " + statement.text : statement.text
      }
    }
    // "Do they expire?" – "no, you can carry them over".
    if let question, question.place >= place - 2, let first = Answers.words(statement.text).first,
      ["no", "nope", "yes", "sure"].contains(first),
      Answers.words(statement.text).dropFirst().contains(where: Self.pronouns.contains)
    {
      return String(statement.text.drop { $0.isLetter }.drop { !$0.isLetter })
    }
    if statement.isBullet, last.statement.isBullet, statement.level > last.statement.level { return statement.text }
    guard !statement.isBullet, speaksOfIt(statement.text) else { return nil }
    return statement.text
  }

  /// "They", "these", "unused ones", "all of it", "and they", "valid until": nothing else is spoken of.
  private func speaksOfIt(_ text: String) -> Bool {
    let words = Answers.words(text)
    if words.prefix(4).contains(where: Self.pronouns.contains) { return true }
    let openers: Set<String> = ["valid", "usable", "unused", "redeemable", "refundable", "transferable", "until"]
    return words.first.map(openers.contains) ?? false
  }

  private static let pronouns: Set<String> = [
    "they", "these", "those", "it", "them", "both", "this", "ones", "they're", "it's",
  ]

  private static func tells(_ terms: PromisedGrant) -> Bool {
    !terms.timing.isEmpty || terms.unreadTime != nil || terms.unused != nil || terms.isFree
      || terms.use != PromisedUse()
      || terms.recurrence != nil
  }

  private static func add(_ terms: PromisedGrant, saying words: String, to entry: inout Revisions.Entry) {
    entry.statement.text += (entry.statement.isBullet ? ", " : " ") + words
    let isOne = entry.reading.grants.count == 1
    for index in entry.reading.grants.indices {
      var grant = entry.reading.grants[index]
      if grant.timing.isEmpty {
        grant.timing = terms.timing
        grant.unreadTime = terms.unreadTime
      }
      grant.unused = grant.unused ?? terms.unused
      grant.recurrence = grant.recurrence ?? terms.recurrence
      grant.isFree = grant.isFree || terms.isFree
      grant.use.formUnion(terms.use)
      if isOne { grant.text = entry.statement.text }
      entry.reading.grants[index] = grant
    }
  }
}

/// "A full year" in figures, so that it is read as a length.
enum FullYears {
  static func counted(_ text: String) -> String {
    let lower = text.lowercased()
    for words in ["a full year", "one full year", "a whole year", "one whole year"] {
      if let found = lower.range(of: words) {
        return String(lower[..<found.lowerBound]) + "12 months" + String(lower[found.upperBound...])
      }
    }
    return text
  }
}
