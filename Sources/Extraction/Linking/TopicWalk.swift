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
  private let gate: SubjectGate
  let inText: [Int]
  /// Candidates of each table's rows, by the table's place in the source; tables that grant or are signed.
  private let ofTables: [Int: [Int]]
  private let passedOver: Set<Int>
  /// Blocks with candidates of running text; a row of a table among them says as a clause what it grants.
  private let own: Set<Int>
  /// Lines over lists of grants: "Contract Year 2 (1 May 2031 - 30 April 2032)" speaks of what stands under it.
  private let leadsIn: Set<Int>
  private let labels: LabelReferences
  private let codes: RowCodes
  let marks: RowMarks
  private let duties: Scope
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
    gate = SubjectGate(context: context, knowledge: knowledge, candidates: candidates)
    inText = candidates.indices.filter { candidates[$0].place == nil }
    own = Set(inText.map { context.stream.block(of: candidates[$0].tokens.lowerBound) })
    leadsIn = Set(own.map { context.outline.parents[$0] }).subtracting(own)
    codes = RowCodes(context, knowledge, candidates)
    marks = RowMarks(context, knowledge, candidates)
    labels = LabelReferences(context, candidates, marks)
    duties = Scope(context: context, knowledge: knowledge, type: nil)
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
    var last: (section: Int, topic: [Int], silent: Int) = (-2, [], 0)
    for block in context.source.blocks.indices {
      let section = context.outline.section(of: block)
      if let table = grantTable(block), !own.contains(block) {
        // What stands under a table of one kind speaks of its rows.
        if let rows = ofTables[table], Set(rows.map { candidates[$0].kind }).count == 1 { last = (section, rows, 0) }
        continue
      }
      if last.section != section { last = (section, [], 0) }
      // "Customer's part. Customer makes two planners available in May": its own days are no grant's.
      if duties.isCustomersPart(block) { continue }
      var topic = opening(block, topics, last.topic)
      // `FY28 │ 10,000,000 credits`, where the rows are clauses: each cell speaks of its own row.
      if own.contains(block), context.isTableRow(block) {
        topic = candidates(in: context.stream.tokens(ofBlock: block))
        periods(ofRow: block, to: topic, &given)
      }
      // "2." that ends a sentence opens an item of its own.
      if !topic.isEmpty, context.isLabelAlone(block) { topic = [] }
      var isCarried = !topic.isEmpty && isFromSection(block, topics)
      // Sentences in a row that did not come back to it: a page may be one paragraph.
      var silent = 0
      for (number, sentence) in context.bodies(ofBlock: block).enumerated() {
        if number == 0, let title = title(sentence, block) {
          topic = title
          continue
        }
        // "To B3." opens what is said of the row of that code.
        if number <= 1, sentence.count <= 6, candidates(in: sentence).isEmpty,
          let meant = codes.named(in: sentence, of: Array(candidates.indices))
        {
          topic = meant
          isCarried = false
          continue
        }
        // "Launch months. The edition can be used …": an item of its own, about something else.
        if number == 0, isOwnTitle(sentence, block) {
          topic = []
          continue
        }
        if let both = both(sentence, block) { topic = both }
        let before = topic
        read(sentence, block, &topic, &isCarried, &silent, &given)
        if silent > Self.patience { topic = [] }
        if isAside(sentence, from: before, to: topic, block) { topic = before }
      }
      topics[block] = topic
      if !topic.isEmpty { last.topic = topic }
      // A paragraph of many sentences takes the reader as far away as many paragraphs.
      last.silent = topic.isEmpty || isCarried ? last.silent + max(1, silent / 2) : 0
      if last.silent > Self.patience { last.topic = [] }
    }
    leadIns(&given)
    titles(&given)
  }

  // MARK: Topics

  /// So many paragraphs in a row that do not come back to it, and a section is about something else: what long texts
  /// say pages later is no grant's.
  private static let patience = 8

  /// What a block is about before its first word: its item's topic, or the only one of its section.
  private func opening(_ block: Int, _ topics: [Int: [Int]], _ ofSection: [Int]) -> [Int] {
    if context.outline.isHeading[block] || leadsIn.contains(block) { return [] }
    let parent = context.outline.parents[block]
    if parent >= 0, !context.outline.isHeading[parent], let topic = topics[parent] { return topic }
    if case .listItem = context.source.blocks[block].role, parent < 0 { return [] }
    guard Set(ofSection.map { candidates[$0].kind }).count == 1, !opensWithParty(block) else { return [] }
    return ofSection
  }

  /// Whether the topic that a block opens with is that of its section, and not of the item that it stands in.
  private func isFromSection(_ block: Int, _ topics: [Int: [Int]]) -> Bool {
    let parent = context.outline.parents[block]
    return parent < 0 || context.outline.isHeading[parent] || topics[parent] == nil
  }

  /// `FY28`, `Year 2`, `Q3 2031` alone in a cell: when the rest of the row may be used.
  private func periods(ofRow block: Int, to receivers: [Int], _ given: inout [[Attachment]]) {
    for cell in context.sentences(ofBlock: block) where cell.count <= 8 && candidates(in: cell).isEmpty {
      guard let period = ColumnPeriods(context: context).period([cell]) else { continue }
      let time = TimeStatement(role: .during, period: period, tokens: cell)
      for receiver in receivers {
        given[receiver].append(Attachment(content: .time(time), tokens: cell, from: .sentence))
      }
    }
  }

  private func grantTable(_ block: Int) -> Int? {
    guard case .tableRow(let table, _) = context.source.blocks[block].role else { return nil }
    return passedOver.contains(table) ? table : nil
  }

  // MARK: Sentences

  /// The candidates of running text that begin in a sentence; they stand in text order.
  func candidates(in sentence: Range<Int>) -> [Int] {
    let low = inText.partition { candidates[$0].tokens.lowerBound >= sentence.lowerBound }
    let high = inText.partition { candidates[$0].tokens.lowerBound >= sentence.upperBound }
    return Array(inText[low..<max(low, high)])
  }

  /// `isCarried`: the topic is that of a paragraph before, and nothing in this one has spoken of it yet.
  private func read(
    _ sentence: Range<Int>, _ block: Int, _ topic: inout [Int], _ isCarried: inout Bool, _ silent: inout Int,
    _ given: inout [[Attachment]]
  ) {
    let here = candidates(in: sentence)
    if !here.isEmpty {
      (isCarried, silent) = (false, 0)
      SentenceSharing(context: context, candidates: candidates).share(
        finder.attachments(in: sentence, from: .sentence), among: here, &given)
      topic = here
      return
    }
    if notes.contains(block) { return }
    if let rows = rowsOpened(by: sentence) {
      topic = rows
      return
    }
    if let parts = labels.parts(of: sentence, block) {
      for (meant, part) in parts { link(part, of: sentence, to: meant, &given) }
      topic = parts.flatMap(\.meant)
      isCarried = false
      return
    }
    if let (parts, cut) = formerAndLatter(sentence, topic) {
      link(sentence.lowerBound..<cut, to: parts[0], block, &given)
      link(cut..<sentence.upperBound, to: parts[1], block, &given)
      return
    }
    let isByNoun = opensWithNoun(of: topic, sentence)
    let pointsBack = isByNoun || opensWithPronoun(sentence)
    var named =
      !topic.isEmpty && pointsBack ? nil : references.named(in: sentence, block: block, topic: topic)
    // "The hours may be drawn until …, the credits until …": of all that it names.
    if isByNoun, context.dates(in: sentence).count + context.durations(in: sentence).count > 1,
      let all = references.named(in: sentence, block: block), all.count > topic.count, Set(all).isSuperset(of: topic)
    {
      named = all
    }
    if let have = named { named = withListed(sentence, have) }
    // "Hours, unlike credits, may be carried over": of the others that were granted before.
    if let have = named, !have.isEmpty, Set(have) != Set(topic) {
      let both = Set(have + topic).sorted()
      if have.count < both.count, !ExcludedGrants(context, candidates, both, in: sentence).isEmpty { named = both }
    }
    if let coded = named.flatMap({ codes.named(in: sentence, of: $0) }) { named = coded }
    if named != nil || pointsBack { isCarried = false }
    silent = named != nil || pointsBack ? 0 : silent + 1
    let isOfUse =
      !isCarried
      || sentence.contains { token in
        // "Client takes them between …", not "a class takes two days"
        context.isOne(token, of: Self.usage)
          || context.isOne(token, of: Self.taking) && token + 1 < sentence.upperBound
            && context.isOne(token + 1, of: "them|it|these")
      }
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
    // What was offered once says nothing of what a grant costs or is worth now.
    let isPast = says([.not_effective], sentence)
    let byNoun = named == nil && !isAside && !isPast ? references.rows(byNoun: sentence) : []
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
    // "Customer may order further credits at … . An option not taken by then falls away": what follows speaks of the offer.
    defer { if named != nil, says([.optional_purchase], sentence) { topic = [] } }
    guard !topic.isEmpty, !gate.isOfFormerOrder(sentence) else { return }
    let isRenewed = Renewals(passage: PassageText(context, sentence)).isSaid(in: sentence)
    let found = finder.attachments(in: sentence, from: .item).filter {
      switch $0.content {
      case .recurrence: isRenewed
      // "Until 31 May Client can take up to 40 more users, and a sandbox, at the prices of Part B": an offer's time.
      case .time, .unreadTime: isOfUse && !isOffer(sentence) && !opensWithPaper(sentence)
      // "Of the credits of 2023 none remain, and the fund has been paid out"
      case .unused(.refundable): !isPast
      case .fee, .feeEach: !isPast && !isOfMore(sentence)
      case .feeShare, .cap, .floor, .worth, .worthEach: !isPast
      default: true
      }
    }
    let verdict =
      found.isEmpty || pointsBack
      ? .open : gate.verdict(on: sentence, topic: topic, isNamed: named != nil)
    // "A cash payment is excluded; a remaining balance expires": of the first clause only.
    let clauseEnd = self.clauseEnd(sentence)
    let years = YearMentions.mentions(in: sentence, context)
    let receivers = references.byYear(sentence, topic)
    let hasUnused = found.contains { if case .unused = $0.content { true } else { false } }
    let rows = receivers.filter { hasUnused && candidates[$0].place != nil }
    let openers = RowOpeners(context, rows.map { ($0, candidates[$0].sentence) })
    let shares = NamedShares(context, candidates, receivers, found, in: sentence)
    let excluded = ExcludedGrants(context, candidates, receivers, in: sentence)
    for receiver in receivers {
      let from = distance(block, receiver)
      given[receiver] += found.map { attachment in
        var moved = attachment
        moved.from = from
        moved.isNamed = named != nil || isByNoun
        if excluded.contains(receiver), let turned = excluded.turned(moved) { return turned }
        if !shares.takes(receiver, attachment) {
          return moved.refused("it is said of another grant that is named there")
        }
        // "Should the launch be late, Vendor can extend the fund": said in so many words of the grant itself.
        let isExtended =
          if case .unused(.extendable) = attachment.content { named != nil } else { false }
        if isAside, !isRepaid(attachment), !isExtended,
          attachment.tokens.lowerBound >= clauseEnd || says([.optional_purchase, .remedy], before: clauseEnd, sentence)
        {
          return moved.refused("its sentence speaks of an offer or a remedy")
        }
        // "The charge is 24 % of the fees, namely $9,000": what a plan's share comes to.
        let isPlanSum =
          if case .worth = attachment.content { candidates[receiver].kind == "support_plan" && verdict == .price } else
          {
            false
          }
        if attachment.tokens.lowerBound < clauseEnd, !isPlanSum,
          let reason = gate.refusal(of: attachment.content, verdict), !isOfOwnPeriod(attachment, sentence)
        {
          return moved.refused(reason)
        }
        if case .free = attachment.content, gate.isOfOther(free: attachment.tokens, in: sentence, topic: topic) {
          return moved.refused("it is said of something else, or on a condition")
        }
        // "Neither the days nor the vouchers cost anything", in a paragraph of its own.
        let isNamedFree = if case .free = attachment.content { named != nil && from == .section } else { false }
        guard from <= .item || attachment.canComeFromAfar || isNamedFree else {
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

  private static let otherDeeds: WordSet = [
    "payment", "invoice", "invoices", "renewal", "notice", "fees", "price", "warranty", "retention", "agreement",
    "contract", "order", "offer", "quote",
  ]

  /// "Supplier will extend the period once by three months": behind a grant its own, whoever does it.
  private func isOfOwnPeriod(_ attachment: Attachment, _ sentence: Range<Int>) -> Bool {
    guard case .unused(.extendable) = attachment.content else { return false }
    return attachment.tokens.contains { token in
      context.isOne(token, of: "period|time|deadline|validity|window|date|expiry")
        && context.isOne(token - 1, of: "the|this|that|its|their")
    } && !sentence.contains { context.isOne($0, of: Self.otherDeeds) }
  }

  /// What a sentence says of grants that it names by their labels: "The credits under 1.1 may be used until 30 June".
  private func link(_ part: Range<Int>, of sentence: Range<Int>, to meant: [Int], _ given: inout [[Attachment]]) {
    guard !says([.optional_purchase, .remedy], sentence) else { return }
    let found = finder.attachments(in: sentence, from: .row).filter {
      part.contains($0.tokens.lowerBound) && ($0.canComeFromAfar || $0.isUnreadTime || $0.isPrice)
    }
    // Its label is as near as its own item.
    let near = found.map { attachment in
      var near = attachment
      if attachment.isPrice { near.from = .item }
      return near
    }
    for receiver in meant { given[receiver] += near }
  }

  /// "What is left of the former is added to the latter": the first of two.
  private func former(_ sentence: Range<Int>, _ topic: [Int]) -> [Int] {
    guard topic.count == 2 else { return topic }
    let words = sentence.map { context.folded($0) }
    if words.contains("former"), words.contains("latter"), context.dates(in: sentence).count > 1 { return topic }
    if words.contains("former") { return [topic[0]] }
    return words.contains("latter") ? [topic[1]] : topic
  }

  func distance(_ block: Int, _ receiver: Int) -> Attachment.Scope {
    let own = references.block(of: receiver)
    if context.outline.item(of: own) == context.outline.item(of: block), candidates[receiver].place == nil {
      return .item
    }
    if candidates[receiver].place != nil { return .row }
    let section = context.outline.section(of: block)
    return section >= 0 && section == references.section(of: receiver) ? .section : .document
  }

  /// Whether such a cue stands before the semicolon: one behind it says nothing of what stands before.
  private func says(_ reasons: Set<Lead.Reason>, before end: Int, _ sentence: Range<Int>) -> Bool {
    end == sentence.upperBound || says(reasons, sentence.lowerBound..<end)
  }

  /// Whether a cue for one of these reasons stands in the sentence: offers and remedies say nothing of what is granted.
  func says(_ reasons: Set<Lead.Reason>, _ sentence: Range<Int>, inSoManyWords: Bool = false) -> Bool {
    context.cues(in: sentence).contains { match, cue in
      !cue.holdsForSection && cue.reason.map(reasons.contains) ?? false
        && (!inSoManyWords || context.speaksOfRemedy(match))
    }
  }
}
