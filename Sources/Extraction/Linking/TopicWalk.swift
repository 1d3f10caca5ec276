// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Patterns

/// Goes through the text in reading order and gives what each sentence says to the grants it speaks of: those that
/// stand in it, those it names, else those that the sentences before it, its item's title or its heading are about.
struct TopicWalk {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let finder: AttachmentFinder
  let candidates: [Candidate]
  let references: CandidateReferences
  let inText: [Int]
  /// Candidates of each table's rows, by the table's place in the source; tables that grant or are signed.
  private let ofTables: [Int: [Int]]
  private let passedOver: Set<Int>
  /// Blocks that are notes to rows.
  let notes: Set<Int>

  init(
    context: DocumentContext, knowledge: DocumentKnowledge, finder: AttachmentFinder, candidates: [Candidate],
    notes: Set<Int>
  ) {
    self.notes = notes
    self.context = context
    self.knowledge = knowledge
    self.finder = finder
    self.candidates = candidates
    references = CandidateReferences(context, candidates)
    inText = candidates.indices.filter { candidates[$0].place == nil }
    var ofTables: [Int: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      if let place = candidate.place { ofTables[knowledge.tables[place.table].table, default: []].append(index) }
    }
    self.ofTables = ofTables
    let tables = GrantTables(context: context)
    passedOver = Set(
      knowledge.tables.filter { $0.role == .signatures || tables.grants($0) }.map(\.table))
  }

  func walk(_ given: inout [[Attachment]]) {
    var topics: [Int: [Int]] = [:]
    var last: (section: Int, topic: [Int]) = (-2, [])
    for block in context.source.blocks.indices {
      let section = context.outline.section(of: block)
      if let table = grantTable(block) {
        // What stands under a table of one kind speaks of its rows.
        if let rows = ofTables[table], Set(rows.map { candidates[$0].kind }).count == 1 { last = (section, rows) }
        continue
      }
      if last.section != section { last = (section, []) }
      var topic = opening(block, topics, last.topic)
      for (number, sentence) in context.sentences(ofBlock: block).enumerated() {
        if number == 0, let title = title(sentence, block) {
          topic = title
          continue
        }
        // "Launch months. The edition can be used …": an item of its own, about something else.
        if number == 0, isOwnTitle(sentence, block) {
          topic = []
          continue
        }
        if let both = both(sentence, block) { topic = both }
        read(sentence, block, &topic, &given)
      }
      topics[block] = topic
      if !topic.isEmpty, context.outline.isHeading[block] || last.topic.isEmpty { last.topic = topic }
    }
    leadIns(&given)
    titles(&given)
  }

  // MARK: Topics

  /// What a block is about before its first word: its item's topic, or the only one of its section.
  private func opening(_ block: Int, _ topics: [Int: [Int]], _ ofSection: [Int]) -> [Int] {
    if context.outline.isHeading[block] { return [] }
    let parent = context.outline.parents[block]
    if parent >= 0, !context.outline.isHeading[parent], let topic = topics[parent] { return topic }
    if case .listItem = context.source.blocks[block].role, parent < 0 { return [] }
    guard Set(ofSection.map { candidates[$0].kind }).count == 1, !opensWithParty(block) else { return [] }
    return ofSection
  }

  /// "4.2 Supplier adds, for the introduction of the app, …": a labelled item in which a party does something new.
  private func opensWithParty(_ block: Int) -> Bool {
    guard context.source.blocks[block].label != nil else { return false }
    let tokens = context.stream.tokens(ofBlock: block)
    guard let first = tokens.prefix(8).first(where: { context.isWord($0) && context.folded($0).utf8.count > 1 }),
      knowledge.vendorNames.contains(context.folded(first))
    else { return false }
    let sentence = context.sentence(of: first)
    return !sentence.contains { Self.backPointers.contains(context.folded($0)) }
  }

  private static let backPointers: WordSet = [
    "they", "them", "it", "these", "those", "such", "its", "thereof", "unused",
  ]

  /// A run-in title ("Training credits.") or a heading: a few words without a value, naming a kind.
  private func title(_ sentence: Range<Int>, _ block: Int) -> [Int]? {
    let words = sentence.filter { context.stream.tokens[$0].tokenClass == .word }.count
    let isHeading = context.outline.isHeading[block]
    guard words <= (isHeading ? 14 : 7), sentence.count <= 16 else { return nil }
    let end = context.folded(sentence.upperBound - 1)
    guard isHeading || end == "." || end == ":" else { return nil }
    // "Partner voucher: the first two Contract Years." says something of it.
    if end != ":", !isHeading, context.firstIndex(of: ":", in: sentence) != nil { return nil }
    if !candidates(in: sentence).isEmpty { return nil }
    return references.named(in: sentence, block: block) ?? (isHeading ? [] : nil)
  }

  /// A labelled item that opens with a title of a few words has a matter of its own.
  private func isOwnTitle(_ sentence: Range<Int>, _ block: Int) -> Bool {
    guard !context.outline.isHeading[block], sentence.count <= 6, context.folded(sentence.upperBound - 1) == ".",
      sentence.upperBound < context.stream.tokens(ofBlock: block).upperBound, candidates(in: sentence).isEmpty
    else { return false }
    if case .listItem = context.source.blocks[block].role { return true }
    return context.source.blocks[block].label != nil
  }

  /// "Both must be used within the first year": the two grants that were spoken of last, in sentences of their own.
  private func both(_ sentence: Range<Int>, _ block: Int) -> [Int]? {
    guard let first = sentence.first, context.folded(first) == "both", candidates(in: sentence).isEmpty else {
      return nil
    }
    let tokens = context.stream.tokens(ofBlock: block)
    let before = candidates(in: tokens.lowerBound..<sentence.lowerBound)
    return before.count == 2 ? before : nil
  }

  private func grantTable(_ block: Int) -> Int? {
    guard case .tableRow(let table, _) = context.source.blocks[block].role else { return nil }
    return passedOver.contains(table) ? table : nil
  }

  // MARK: Sentences

  /// The candidates of running text that begin in a sentence; they stand in text order.
  private func candidates(in sentence: Range<Int>) -> [Int] {
    let low = inText.partition { candidates[$0].tokens.lowerBound >= sentence.lowerBound }
    let high = inText.partition { candidates[$0].tokens.lowerBound >= sentence.upperBound }
    return Array(inText[low..<max(low, high)])
  }

  private func read(_ sentence: Range<Int>, _ block: Int, _ topic: inout [Int], _ given: inout [[Attachment]]) {
    let here = candidates(in: sentence)
    if !here.isEmpty {
      SentenceSharing(context: context, candidates: candidates).share(
        finder.attachments(in: sentence, from: .sentence), among: here, &given)
      topic = here
      return
    }
    if notes.contains(block) { return }
    let isByNoun = opensWithNoun(of: topic, sentence)
    let named =
      !topic.isEmpty && (opensWithPronoun(sentence) || isByNoun)
      ? nil : references.named(in: sentence, block: block, topic: topic)
    if let named {
      topic = former(sentence, named)
    } else if isByNoun || !opensWithOther(sentence, block) {
      topic = topic.isEmpty ? topic : former(sentence, topic)
    } else {
      topic = []
    }
    // "Until 31 May, or later where outages get in the way": beside a grant's name an outage makes no remedy.
    let isAside =
      says([.optional_purchase], sentence) || says([.remedy], sentence, inSoManyWords: named != nil || isByNoun)
    let byNoun = named == nil && !isAside ? references.rows(byNoun: sentence) : []
    if !byNoun.isEmpty, Set(byNoun).isDisjoint(with: topic) {
      // "Seats and hours are gone when the year closes": rows by their nouns, from wherever it is said.
      let years = YearMentions.numbers(in: sentence, context)
      for receiver in byNoun {
        let isYears = candidates[receiver].contractYear.map { years.contains($0) } ?? false
        given[receiver] += finder.attachments(in: sentence, from: .row).filter {
          switch $0.content {
          case .unused: true
          // "Year 1 seats must be taken by 31 January"
          case .time: isYears
          default: false
          }
        }
      }
      return
    }
    guard !topic.isEmpty else { return }
    // What was offered once says nothing of what a grant costs or is worth now.
    let isPast = says([.not_effective], sentence)
    let isRenewed = Renewals(passage: PassageText(context, sentence)).isSaid(in: sentence)
    let found = finder.attachments(in: sentence, from: .item).filter {
      switch $0.content {
      case .recurrence: isRenewed
      case .fee, .feeEach: !isPast && !isOfMore(sentence)
      case .feeShare, .cap, .worth, .worthEach: !isPast
      default: true
      }
    }
    let years = YearMentions.mentions(in: sentence, context)
    let receivers = references.byYear(sentence, topic)
    let hasUnused = found.contains { if case .unused = $0.content { true } else { false } }
    let rows = receivers.filter { hasUnused && candidates[$0].place != nil }
    let openers = RowOpeners(context, rows.map { ($0, candidates[$0].sentence) })
    for receiver in receivers {
      let from = distance(block, receiver)
      given[receiver] += found.map { attachment in
        var moved = attachment
        moved.from = from
        if isAside { return moved.refused("its sentence speaks of an offer or a remedy") }
        guard from <= .item || attachment.canComeFromAfar else {
          return moved.refused("it stands apart from the grant and may speak of another")
        }
        if case .time = attachment.content, let own = candidates[receiver].contractYear,
          let year = YearMentions.year(at: attachment.tokens.lowerBound, years), year != own
        {
          return moved.refused("it is said of contract year \(year)")
        }
        if case .unused(let handling) = attachment.content,
          openers.isOfOthers(receiver, attachment.tokens, handling, in: sentence)
        {
          return moved.refused("it is said of another row")
        }
        if case .unused(let handling) = attachment.content, let own = candidates[receiver].contractYear,
          let year = YearMentions.leaving(attachment.tokens, handling, years), year != own
        {
          return moved.refused("it is said of contract year \(year)")
        }
        return moved
      }
    }
  }

  private static let mores: WordSet = [
    "more", "additional", "further", "extra", "beyond", "exceed", "exceeds", "exceeded", "raised", "increased",
    "overage", "excess",
  ]

  /// "It can be raised by 100 GB for $480 a year": what more would cost.
  private func isOfMore(_ sentence: Range<Int>) -> Bool {
    sentence.contains { token in
      Self.mores.contains(context.folded(token)) && (token == 0 || context.folded(token - 1) != "no")
    }
  }

  /// The first sentence of an item names a kind that none of the grants is of: what follows speaks of that.
  private func opensWithOther(_ sentence: Range<Int>, _ block: Int) -> Bool {
    guard case .listItem = context.source.blocks[block].role,
      sentence.lowerBound == context.stream.tokens(ofBlock: block).lowerBound, !opensWithPronoun(sentence)
    else { return false }
    let kinds = context.names(in: sentence).filter { !$0.isWeak }.compactMap(\.kind)
    return !kinds.isEmpty && !candidates.contains { kinds.contains($0.kind) }
  }

  /// "They are included in the Premier Success Plan" speaks of what was spoken of, not of the plan.
  private func opensWithPronoun(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first(where: { context.stream.tokens[$0].tokenClass == .word }) else { return false }
    // "The same are valid for …"
    if first + 2 < sentence.upperBound, context.folded(first) == "the", context.folded(first + 1) == "same" {
      return Self.verbs.contains(context.folded(first + 2))
    }
    if Self.pronouns.contains(context.folded(first)) { return true }
    // "Being part of the Premier Success Plan they cost nothing more"
    guard ["being", "as"].contains(context.folded(first)), context.folded(first + 1) == "part" else { return false }
    return sentence.dropFirst(2).prefix(10).contains { ["they", "it"].contains(context.folded($0)) }
  }

  /// "The credit is used up before any prepayment": of the one credit that was just granted, not of what else it names.
  private func opensWithNoun(of topic: [Int], _ sentence: Range<Int>) -> Bool {
    guard topic.count == 1, sentence.count > 3 else { return false }
    let start = sentence.lowerBound
    guard ["the", "this", "that"].contains(context.folded(start)), Self.verbs.contains(context.folded(start + 2)) else {
      return false
    }
    let name = candidates[topic[0]].name.tokens
    let noun = context.folded(start + 1).droppingPlural
    return candidates[topic[0]].place == nil
      && (context.folded(name.upperBound - 1).droppingPlural == noun || candidates[topic[0]].quantity?.unit == noun)
  }

  private static let pronouns: WordSet = ["they", "it", "its", "their", "both"]
  private static let verbs: WordSet = ["is", "are", "shall", "must", "may", "can", "will", "have", "has"]

  /// "What is left of the former is added to the latter": the first of two.
  private func former(_ sentence: Range<Int>, _ topic: [Int]) -> [Int] {
    guard topic.count == 2 else { return topic }
    let words = sentence.map { context.folded($0) }
    if words.contains("former") { return [topic[0]] }
    return words.contains("latter") ? [topic[1]] : topic
  }

  private func distance(_ block: Int, _ receiver: Int) -> Attachment.Scope {
    let own = references.block(of: receiver)
    if context.outline.item(of: own) == context.outline.item(of: block), candidates[receiver].place == nil {
      return .item
    }
    if candidates[receiver].place != nil { return .row }
    let section = context.outline.section(of: block)
    return section >= 0 && section == references.section(of: receiver) ? .section : .document
  }

  /// Whether a cue for one of these reasons stands in the sentence: offers and remedies say nothing of what is granted.
  func says(_ reasons: Set<Lead.Reason>, _ sentence: Range<Int>, inSoManyWords: Bool = false) -> Bool {
    context.cues(in: sentence).contains { match, cue in
      !cue.holdsForSection && cue.reason.map(reasons.contains) ?? false
        && (!inSoManyWords || context.speaksOfRemedy(match))
    }
  }
}
