// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import FoundationSubset
import Ingestion
import InventoryModel

/// Reads answers that name nothing themselves: "fine, four then", "ok", "60 is what I can do" speak of what was spoken
/// of before.
struct Answers {
  let extractor: Extractor

  /// What an answer means.
  struct Meaning {
    var reading: PromiseReading
    /// What it speaks of, where its words do not say so.
    var about: String?
    /// The answer takes the question's words for its own: "so you add it for free?" – "yes".
    var isConsent = false
  }

  /// A question or offer that an answer may speak of.
  struct Topic {
    var statement: Statement
    var reading: PromiseReading
    /// With the number that was talked of last.
    var grant: PromisedGrant? { reading.grants.count == 1 ? reading.grants[0] : nil }
  }

  /// Nil where the words answer nothing.
  func meaning(of text: String, _ reading: PromiseReading, about topic: Topic) -> Meaning? {
    guard reading.grants.isEmpty, !reading.isQuestion else { return nil }
    let words = Self.words(text)
    if let named = named(text, topic) { return named }
    if let rest = behindOld(text), let grant = counted(rest, Self.words(rest), topic, of: text) {
      return Meaning(reading: PromiseReading(grants: [grant], cues: [.offer, .revision]), about: grant.name)
    }
    if Refusals.refusesNumber(words) { return nil }
    // "200 is what I can offer, valid 18 months": the number stands before the first comma.
    let opening = String(text.prefix { $0 != "," && $0 != ";" })
    if let grant = counted(text, words, topic) ?? counted(opening, Self.words(opening), topic, of: text) {
      return Meaning(reading: PromiseReading(grants: [grant], cues: [.offer, .revision]), about: grant.name)
    }
    let isIncluded = isInclusion(words, reading, topic.reading)
    guard topic.statement.side != .vendor, isIncluded || isConsent(words, reading, topic.reading) else { return nil }
    var grants = topic.reading.grants.filter { $0.hasAmount || $0.isFree || $0.kind == "support_plan" || $0.saysTerms }
    guard !grants.isEmpty else { return nil }
    if isIncluded { for index in grants.indices { grants[index].isFree = true } }
    return Meaning(reading: PromiseReading(grants: grants, cues: [.offer]), isConsent: true)
  }

  /// "Forget the 20k, finance only gives me 15k", "4 is too much. I can do 3": what stands behind the number that no longer
  /// holds; nil where none is put aside.
  private func behindOld(_ text: String) -> String? {
    guard
      let end = text.indices.first(where: { at in
        [",", ";", "."].contains(text[at]) && text[text.index(after: at)...].first == " "
          || ["-", "–", "—"].contains(text[at]) && text[..<at].last == " "
      })
    else { return nil }
    let (opening, rest) = (text[..<end], String(text[text.index(after: end)...]).tidied)
    guard opening.contains(where: \.isNumber), rest.contains(where: \.isNumber) else { return nil }
    return Set(Self.words(String(opening))).isDisjoint(with: Self.puttingAside) ? nil : rest
  }

  private static let puttingAside: Set<String> = [
    "forget", "scrap", "scratch", "strike", "drop", "cancel", "not", "no", "can't", "cannot", "won't", "couldn't",
    "impossible", "too", "ignore", "never",
  ]

  /// The topic with another number, where somebody only names one: "could we have 60?", "we'd rather take four".
  func narrowed(_ topic: Topic, by text: String, byUnit: Bool = false) -> PromisedGrant? {
    if byUnit, extractor.promisedQuantity(SourceText(line: text), kind: nil, unit: nil)?.unit == nil { return nil }
    return counted(text, Self.words(text), topic)
  }

  /// "Yes, five small ones": the topic's name stands for "ones".
  private func named(_ text: String, _ topic: Topic) -> Meaning? {
    guard let name = topic.grant?.name, text.lowercased().contains(" ones") else { return nil }
    let words = text.split(separator: " ").map { word -> String in
      guard word.lowercased().hasPrefix("ones") else { return String(word) }
      return name + word.dropFirst(4)
    }
    var reading = extractor.readPromise(SourceText(line: words.joined(separator: " ")))
    guard reading.grants.contains(where: { $0.kind == topic.grant?.kind && $0.hasAmount }) else { return nil }
    reading.cues.formUnion([.offer, .revision])
    return Meaning(reading: reading, about: name)
  }

  // MARK: Numbers

  private func counted(
    _ text: String, _ words: [String], _ topic: Topic, of whole: String? = nil
  ) -> PromisedGrant? {
    // Where several things were spoken of a unit tells which.
    let options = topic.reading.grants.filter { $0.kind != nil && $0.subject == .grant }
    let source = SourceText(line: text)
    if extractor.hasMoney(source), let value = extractor.promisedValue(source), value.amount != nil {
      guard let grant = only(options.filter { $0.value != nil }) else { return nil }
      return changed(grant, whole ?? text) { $0.value = value }
    }
    guard let said = extractor.promisedQuantity(source, kind: nil, unit: nil), said.amount > 0 else { return nil }
    if let unit = said.unit {
      guard let grant = only(options.filter { accepts(unit, $0) }) else { return nil }
      return changed(grant, whole ?? text) {
        $0.quantity = Quantity(amount: said.amount, unit: unit, per: $0.quantity?.per)
      }
    }
    guard let grant = only(options), !isOfTime(words), isShort(words) || speaksOfNumber(words), !countsOther(words)
    else { return nil }
    // "We need a partner voucher of 60k" – "I can do 40k".
    if let value = grant.value {
      guard value.amount != nil, said.amount >= 500 else { return nil }
      return changed(grant, whole ?? text) { $0.value?.amount = said.amount }
    }
    let unit = grant.quantity?.unit ?? grant.kind.flatMap(ownUnit)
    return changed(grant, whole ?? text) {
      $0.quantity = Quantity(amount: said.amount, unit: unit, per: $0.quantity?.per)
    }
  }

  /// Its own unit, or another that the same thing is counted by.
  private func accepts(_ unit: String, _ grant: PromisedGrant) -> Bool {
    if let own = grant.quantity?.unit { return own == unit }
    return unit == grant.kind.flatMap(ownUnit) || grant.kind == "services_hours" && ["day", "hour"].contains(unit)
  }

  private func ownUnit(_ kind: Kind) -> String? { extractor.unit(of: kind) }

  private func only(_ grants: [PromisedGrant]) -> PromisedGrant? { grants.count == 1 ? grants[0] : nil }

  /// With what the answer says of price, time and handling besides.
  private func changed(_ grant: PromisedGrant, _ text: String, _ change: (inout PromisedGrant) -> Void) -> PromisedGrant
  {
    var grant = grant
    let terms = extractor.readTerms(SourceText(line: text))
    change(&grant)
    grant.text = text
    grant.isUnlimited = false
    grant.isFree = grant.isFree || terms.isFree
    if !terms.timing.isEmpty || terms.unreadTime != nil {
      grant.timing = terms.timing
      grant.unreadTime = terms.unreadTime
      // "Two million in all, for the term" is no longer so many a year.
      if terms.recurrence == nil, grant.timing.coversTerm { grant.recurrence = nil }
    }
    grant.recurrence = terms.recurrence ?? grant.recurrence
    grant.unused = terms.unused ?? grant.unused
    return grant
  }

  /// "Call you at 3", "see page 4": the number counts something else.
  private func isOfTime(_ words: [String]) -> Bool {
    let before: Set<String> = [
      "at", "by", "on", "around", "before", "after", "until", "page", "section", "clause", "item", "room",
    ]
    let behind: Set<String> = ["am", "pm", "min", "minutes", "o'clock", "sec", "people", "questions", "more"]
    guard let at = words.firstIndex(where: { $0.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }) else { return false }
    return at > 0 && before.contains(words[at - 1]) || at + 1 < words.count && behind.contains(words[at + 1])
  }

  private func isShort(_ words: [String]) -> Bool { words.count <= 7 }

  /// "Two red team exercises": what stands behind the number is counted, and not what was spoken of.
  private func countsOther(_ words: [String]) -> Bool {
    guard let at = words.firstIndex(where: { Int($0) != nil || NumberNames.small.contains($0) }),
      words.count - at > 3
    else { return false }
    return words[at + 1].count > 2 && words[at + 2].count > 3 && words[at + 2].hasSuffix("s")
      || words[at + 3].count > 4 && words[at + 3].hasSuffix("s") && !NumberNames.links.contains(words[at + 1])
  }

  private enum NumberNames {
    static let small: Set<String> = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve"]
    static let links: Set<String> = ["is", "are", "it", "for", "then", "at", "in", "per", "was", "would", "can", "as"]
  }

  /// "150 is what I can do", "sorry, 40 is the limit".
  private func speaksOfNumber(_ words: [String]) -> Bool {
    let telling: Set<String> = [
      "limit", "max", "maximum", "most", "best", "final", "do", "make", "then", "instead", "total", "offer", "give",
      "manage", "commit", "approve", "approved", "possible", "ceiling",
    ]
    return words.count <= 16 && words.contains(where: telling.contains)
  }

  // MARK: Consent

  /// "Premier support?" – "included", "free of charge".
  private func isInclusion(_ words: [String], _ reading: PromiseReading, _ asked: PromiseReading) -> Bool {
    guard asked.isQuestion, words.count <= 5, !reading.cues.isDisjoint(with: [.included, .free]) else { return false }
    return reading.cues.isDisjoint(with: Self.holds) && words.allSatisfy { !Self.doubts.contains($0) || $0 == "no" }
  }

  /// Whether the words say yes to a question.
  func consents(to question: String, by text: String, _ reading: PromiseReading) -> Bool {
    let asked = PromiseReading(isQuestion: question.hasSuffix("?"))
    return isConsent(Self.words(text), reading, asked)
  }

  private static let holds: Set<PromiseCue> = [.effort, .ask, .withdrawn, .inquiry, .status]
  private static let doubts: Set<String> = [
    "but", "not", "no", "if", "let", "check", "maybe", "unless", "never", "later", "nope", "ask", "see", "sorry",
  ]

  private func isConsent(_ words: [String], _ reading: PromiseReading, _ asked: PromiseReading) -> Bool {
    guard let first = words.first, words.count <= 6 else { return false }
    guard reading.cues.isDisjoint(with: Self.holds) else { return false }
    let eased = ["problem", "issue", "issues", "problems", "worries"]
    if words.count == 2, words[0] == "no", eased.contains(words[1]) { return true }
    // "Yes, no problem, both are included."
    var words = words
    if let no = words.indices.dropFirst().dropLast().first(where: { words[$0] == "no" && eased.contains(words[$0 + 1]) }
    ) {
      words.removeSubrange(no...(no + 1))
    }
    guard words.allSatisfy({ !Self.doubts.contains($0) }) else { return false }
    let strong: Set<String> = [
      "yes", "yep", "yeah", "yup", "sure", "agreed", "deal", "done", "confirmed", "correct", "absolutely", "exactly",
      "right", "certainly", "definitely", "affirmative", "indeed",
    ]
    if strong.contains(first) || words.prefix(2) == ["of", "course"] { return true }
    return asked.isQuestion && ["ok", "okay", "fine", "alright", "k"].contains(first)
  }

  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
  }
}
