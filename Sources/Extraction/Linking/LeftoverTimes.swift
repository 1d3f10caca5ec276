// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Days and lengths that stand beside a grant and that nothing took: in the sentences of its own item, whatever their
/// subject ("Work charged to it must be complete by 30 June"), or where a sentence elsewhere has the grant's noun for its
/// subject ("The seats hold for eighteen months"). While one stands there nobody may say that it runs for the whole term.
struct LeftoverTimes {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  /// In text order.
  private let candidates: [Candidate]
  private let gate: SubjectGate

  init(context: DocumentContext, knowledge: DocumentKnowledge, candidates: [Candidate]) {
    self.context = context
    self.knowledge = knowledge
    self.candidates = candidates
    gate = SubjectGate(context: context, knowledge: knowledge, candidates: candidates)
  }

  /// Gives each grant whose end nothing tells the first of them.
  func link(_ given: inout [[Attachment]]) {
    let open = candidates.indices.filter { isOpen(candidates[$0], given[$0]) }
    guard !open.isEmpty, context.values.contains(where: isTime) else { return }
    var taken = TokenMarks(count: context.stream.count)
    for attachments in given {
      // By when something is handed over has been read, though it is no time of the grant.
      for attachment in attachments
      where attachment.takesTime && (attachment.refused == nil || attachment.refused == HandOvers.reason) {
        taken.mark(attachment.tokens)
      }
    }
    let bySubject = bySubject(taken)
    let spoken = spoken(taken)
    for index in open {
      let candidate = candidates[index]
      guard
        let words = near(index, taken)
          ?? bySubject.first(where: {
            !$0.sentence.overlaps(candidate.sentence) && nouns(candidate).contains($0.noun) && $0.mayMean(candidate)
          })?
          .words ?? ofRow(candidate, taken) ?? spoken.first(where: { speaks($0.sentence, of: candidate) })?.words
      else { continue }
      given[index].append(Attachment(content: .unreadTime, tokens: words, from: .item))
    }
  }

  private func isOpen(_ candidate: Candidate, _ attachments: [Attachment]) -> Bool {
    guard candidate.end == nil, candidate.span == nil, candidate.contractYear == nil, candidate.renewed == nil else {
      return false
    }
    return !attachments.contains { attachment in
      guard attachment.refused == nil else { return false }
      switch attachment.content {
      case .time(let statement): return statement.role != .start
      case .recurrence, .unreadTime: return true
      default: return false
      }
    }
  }

  // MARK: In its own item

  private static let reach = 12

  /// In its sentence and those behind it, up to the next grant's: what two grants share has been shared out.
  private func near(_ index: Int, _ taken: TokenMarks) -> Range<Int>? {
    let candidate = candidates[index]
    guard candidate.place == nil else { return nil }
    let item = context.outline.item(of: context.stream.block(of: candidate.tokens.lowerBound))
    var at = candidate.tokens.lowerBound
    for _ in 0..<Self.reach where at < context.stream.count {
      let block = context.stream.block(of: at)
      if context.isTableRow(block) { return nil }
      guard context.outline.item(of: block) == item else { return nil }
      let sentence = context.sentence(of: at)
      let others = starts(in: sentence).filter { $0 != candidate.tokens.lowerBound }
      if others.isEmpty {
        let isOwn = sentence.overlaps(candidate.sentence)
        if let words = leftover(in: sentence, taken), isOwn || mayBeOf(index, sentence) { return words }
      } else if !sentence.overlaps(candidate.sentence) {
        return nil
      }
      at = max(sentence.upperBound, at + 1)
    }
    return nil
  }

  /// Not where its subject is plainly something else, or a party that does what is its own.
  private func mayBeOf(_ index: Int, _ sentence: Range<Int>) -> Bool {
    if case .open = gate.verdict(on: sentence, topic: [index], isNamed: false) { return true }
    // "The partner's invoices must reach us by 31 May": what is called from a fund has its deadline.
    return candidates[index].kind.isFunded
      && sentence.contains { Self.claims.contains(context.folded($0).droppingPlural) }
  }

  private static let claims: WordSet = ["invoice", "receipt", "bill", "claim", "work", "expense", "project", "cost"]

  /// Where candidates begin in a sentence.
  func starts(in sentence: Range<Int>) -> [Int] {
    let low = candidates.partition { $0.tokens.lowerBound >= sentence.lowerBound }
    return candidates[low...].prefix { $0.tokens.lowerBound < sentence.upperBound }.map(\.tokens.lowerBound)
  }

  // MARK: By its noun

  /// Sentences without a grant that have one of the counted nouns for their subject and a time that nothing took.
  private func bySubject(_ taken: TokenMarks) -> [Spoken] {
    var found: [Spoken] = []
    var last = -1
    for value in context.values where isTime(value) && value.tokens.lowerBound > last {
      let sentence = context.sentence(of: value.tokens.lowerBound)
      last = sentence.upperBound - 1
      guard starts(in: sentence).isEmpty, !context.isTableRow(context.stream.block(of: sentence.lowerBound)),
        let subject = SentenceSubject(sentence, in: context)
      else { continue }
      let noun = context.folded(subject.head).droppingPlural
      guard Self.counted.contains(noun), let words = leftover(in: sentence, taken) else { continue }
      // "The partner voucher …" is said of none of the exam vouchers.
      let kind = context.names(in: subject.phrase).last {
        $0.kind != nil && !$0.isWeak && $0.tokens.contains(subject.head) && $0.tokens.count > 1
      }?.kind
      found.append(Spoken(noun: noun, kind: kind, sentence: sentence, words: words))
      if found.count == Self.most { break }
    }
    return found
  }

  /// A sentence with a counted noun for its subject, and the kind that the noun's own words name.
  private struct Spoken {
    var noun: String
    var kind: Kind?
    var sentence: Range<Int>
    var words: Range<Int>

    func mayMean(_ candidate: Candidate) -> Bool { kind == nil || kind == candidate.kind }
  }

  static let most = 64

  func nouns(_ candidate: Candidate) -> [String] {
    [candidate.name.tokens.last.map { context.folded($0).droppingPlural }, candidate.quantity?.unit].compactMap(\.self)
  }

  static let counted: WordSet = [
    "credit", "voucher", "hour", "seat", "class", "pass", "session", "exam", "fund", "day", "accelerator", "course",
    "attempt", "place", "budget", "token", "sandbox", "storage",
  ]

  // MARK: What counts

  private static let longest = 120

  /// The first day or length in a sentence that nothing took, with the words before it.
  func leftover(in sentence: Range<Int>, _ taken: TokenMarks) -> Range<Int>? {
    guard sentence.count <= Self.longest else { return nil }
    let values = context.values(in: sentence).filter { isTime($0) && !taken.contains($0.tokens) }
    guard let value = values.first(where: { counts($0, sentence) }), !speaksOfOther(sentence) else { return nil }
    // "Customer's part. Customer makes two planners available in May": its own days.
    let duties = Scope(context: context, knowledge: knowledge, type: nil)
    guard !duties.isCustomersPart(context.stream.block(of: sentence.lowerBound)) else { return nil }
    return max(sentence.lowerBound, value.tokens.lowerBound - 2)..<value.tokens.upperBound
  }

  func isTime(_ value: ValueMention) -> Bool {
    switch value.value {
    case .date(let date): date.month != nil && (date.day != nil || date.year != nil)
    case .duration(let duration): duration.unit != .hour && !duration.isBusiness
    default: false
    }
  }

  private func counts(_ value: ValueMention, _ sentence: Range<Int>) -> Bool {
    let before = word(value.tokens.lowerBound - 1, sentence)
    // "for the planners who start in September 2031"
    if (2...4).contains(where: { ["who", "whose"].contains(word(value.tokens.lowerBound - $0, sentence)) }) {
      return false
    }
    switch value.value {
    case .date(let date):
      // "in March 2031 the number is the same"
      if date.day == nil,
        TimeAsides(passage: PassageText(context, sentence)).isOfNumber(behind: value.tokens.upperBound)
      {
        return false
      }
      if Self.papers.contains(before) { return false }
      let start = value.tokens.lowerBound
      if start > sentence.lowerBound, context.isOne(start - 1, of: "by|on|before|in"),
        Dealings(passage: PassageText(context, sentence)).isOfEvent(before: start)
      {
        return false
      }
      // "Go-Live is 1 October 2031": what the day's name means.
      if ["is", ":", "be"].contains(before),
        context.names(in: max(sentence.lowerBound, start - 6)..<start).contains(where: { $0.list == "anchor" })
      {
        return false
      }
      guard let year = date.year, let month = date.month,
        let day = CalendarDate(year: year, month: month, day: date.day ?? 28)
      else { return true }
      // What was before the order began is no deadline; its own last day says nothing new.
      if let opens = knowledge.anchors["term_start"] ?? knowledge.anchors["order_date"], day <= opens { return false }
      return day != knowledge.anchors["term_end"]
    case .duration(let duration):
      let after = word(value.tokens.upperBound, sentence)
      // "may be extended by twelve months", "After two years the arrangement lapses"
      if before == "by" || context.folded(sentence.lowerBound) == "after" { return false }
      if Self.rates.contains(before) || Self.others.contains(after) { return false }
      // "ninety days a year", "ninety days after the end of the term"
      if PricePeriods.months(behind: value.tokens.upperBound, in: context) != nil || isBehindTerm(value.tokens) {
        return false
      }
      // "from the one year to the other"
      if before == "the" || before == "of", !["from", "after", "following"].contains(after) { return false }
      if isOfDealing(value.tokens, duration, sentence) { return false }
      // "within ten days", "two days a week": short lengths are of dealings between the parties.
      if let days = duration.days, days < 28 { return false }
      guard let start = knowledge.anchors["term_start"], let end = knowledge.anchors["term_end"] else { return true }
      return duration.months?.wholeNumber != start.months(through: end)
    default: return false
    }
  }

  private func isOfDealing(_ tokens: Range<Int>, _ length: CalendarDuration, _ sentence: Range<Int>) -> Bool {
    let near = max(sentence.lowerBound, tokens.lowerBound - 3)..<min(sentence.upperBound, tokens.upperBound + 2)
    // The words of a passage are only put together where one of these stands.
    guard near.contains(where: { context.isOne($0, of: Dealings.signals) }) else { return false }
    let dealings = Dealings(passage: PassageText(context, sentence))
    return dealings.isDealing(tokens, length, in: sentence) || dealings.isOfOnePiece(tokens, in: sentence)
      || dealings.isNotice(tokens)
  }

  /// "after the end of the Subscription Term", "following expiry of the order".
  private func isBehindTerm(_ tokens: Range<Int>) -> Bool {
    let sentence = context.sentence(of: tokens.lowerBound)
    let behind = tokens.upperBound..<min(sentence.upperBound, tokens.upperBound + 8)
    return behind.prefix(1).contains { context.isOne($0, of: "after|from|following") }
      && behind.contains { context.isOne($0, of: "end|expiry|expiration|termination|close") }
      && behind.contains { context.isOne($0, of: "term|order|agreement|contract|subscription") }
  }

  private func word(_ token: Int, _ sentence: Range<Int>) -> String {
    sentence.contains(token) ? context.folded(token) : ""
  }

  /// A sentence of payment, notice, renewal, offers or care says nothing of how long a grant lasts.
  private func speaksOfOther(_ sentence: Range<Int>) -> Bool {
    if context.isOne(sentence.lowerBound, of: "should|if") { return true }
    // "Customer to provide a list of attendees by 31 July."
    if sentence.count > 3, context.isOne(sentence.lowerBound + 1, of: "to"),
      context.isOne(sentence.lowerBound, of: "customer|client|subscriber|licensee|buyer")
    {
      return true
    }
    // "of which 40 are to be used by …": a part.
    if sentence.contains(where: { context.folded($0) == "which" && word($0 - 1, sentence) == "of" }) { return true }
    if sentence.contains(where: { context.isOne($0, of: Self.otherMatters) }) { return true }
    return context.cues(in: sentence).contains { _, cue in cue.reason.map(Self.otherReasons.contains) ?? false }
  }

  private static let papers: WordSet = [
    "dated", "agreement", "quote", "offer", "letter", "order", "proposal", "version",
  ]
  private static let rates: WordSet = ["every", "each", "per", "a", "any", "least", "notice", "%"]
  private static let others: WordSet = ["'", "’", "'s", "notice", "prior", "advance", "written", "work", "training"]
  private static let otherMatters: WordSet = [
    "pay", "pays", "payable", "paid", "renewal", "renews", "renew", "notice", "uptime", "response", "priority",
    "backup",
    "backups", "retained", "retention", "terminate", "terminates", "terminated", "termination", "downtime",
    "confidential", "was", "were", "reply", "respond", "responds", "restored", "price", "prices", "discount",
    "increase", "interest", "settled", "settles",
  ]
  private static let otherReasons: Set<Lead.Reason> = [
    .optional_purchase, .remedy, .definition, .customer_obligation, .negated,
  ]
}

/// Tokens that were taken, one bit each.
struct TokenMarks {
  private var marks: [Bool]

  init(count: Int) { marks = [Bool](repeating: false, count: count) }

  mutating func mark(_ tokens: Range<Int>) {
    for token in tokens.clamped(to: marks.indices) { marks[token] = true }
  }

  func contains(_ tokens: Range<Int>) -> Bool { tokens.clamped(to: marks.indices).contains { marks[$0] } }
}

extension Attachment {
  fileprivate var takesTime: Bool {
    switch content {
    // What bounds a part is a condition of the whole.
    case .time, .unreadTime, .recurrence, .condition: true
    default: false
    }
  }
}
