// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// What belongs to the grants of table rows: their cells, the heading of their group, the notes and items that refer to
/// them, the lines over and under their table.
struct RowLinks {
  let context: DocumentContext
  let knowledge: DocumentKnowledge
  let finder: AttachmentFinder

  func link(_ candidates: [Candidate], _ references: RowReferences, _ given: inout [[Attachment]]) {
    var free: [Int: RowFreeClauses] = [:]
    var under: [Int: [(sentence: Range<Int>, topic: RowTopics.Topic?)]] = [:]
    // Many rows have the same clause or line: what it says is found once.
    var said: [Range<Int>: [Attachment]] = [:]
    func attachments(in sentence: Range<Int>, from scope: Attachment.Scope) -> [Attachment] {
      guard sentence.count <= Self.longest else { return [] }
      let found = said[sentence] ?? finder.attachments(in: sentence, from: .row)
      said[sentence] = found
      return found.map { attachment in
        var attachment = attachment
        attachment.from = scope
        return attachment
      }
    }
    // Lines of items that nobody drew as a table speak of their own item.
    let items = Set(knowledge.tables.lazy.filter { $0.isOfItems(in: context) }.flatMap(\.blocks))
    var anew: [Range<Int>: Bool] = [:]
    func saysAnew(_ sentence: Range<Int>) -> Bool {
      if let known = anew[sentence] { return known }
      let says =
        sentence.count <= Self.longest && Renewals(passage: PassageText(context, sentence)).isSaid(in: sentence)
      anew[sentence] = says
      return says
    }
    let named = candidates.filter { $0.place == nil }.map(\.name.tokens)
    let text = candidates.filter { $0.place == nil }.map(\.tokens.lowerBound)
    for (index, candidate) in candidates.enumerated() {
      guard let place = candidate.place else { continue }
      let reading = knowledge.tables[place.table]
      let row = reading.rows[place.row]
      for (column, cell) in row.cells.enumerated() where !cell.isEmpty {
        given[index] += ofCell(cell)
        if let yearly = yearly(cell, under: reading.headers[safe: column] ?? 0..<0) { given[index].append(yearly) }
        if reading.columns[safe: column] == .end, let end = end(of: candidate, cell) {
          given[index].removeAll { ($0.isTime || $0.isUnreadTime) && cell.contains($0.tokens.lowerBound) }
          given[index].append(end)
        } else if let span = span(of: candidate, cell) {
          given[index].removeAll { ($0.isTime || $0.isUnreadTime) && cell.contains($0.tokens.lowerBound) }
          given[index].append(span)
        } else if reading.columns[safe: column] == .validity || reading.columns[safe: column] == .end,
          let time = validity(of: candidate, cell)
        {
          given[index].append(time)
        }
        if reading.columns[safe: column] == .end { Self.endOnly(&given[index], in: cell) }
        if let unused = unused(cell, under: reading.headers[safe: column] ?? 0..<0) { given[index].append(unused) }
        if let purpose = purpose(cell, aim(cell, column, reading)) { given[index].append(purpose) }
        if reading.columns[safe: column] == .product,
          let words = Recipients(passage: PassageText(context, cell)).bracketed(in: cell)
        {
          given[index].append(Attachment(content: .purpose(words), tokens: words, from: .row))
        }
      }
      if candidate.fee == nil {
        let clauses = free[place.table] ?? RowFreeClauses(context, reading)
        free[place.table] = clauses
        if let tokens = clauses.places[place.row] {
          given[index].append(Attachment(content: .free, tokens: tokens, from: .row))
        }
      }
      for key in references.keys(for: place) {
        let parser = TimeParser(passage: PassageText(context, key), knowledge: knowledge)
        if let period = parser.period(at: key.lowerBound) {
          let statement = TimeStatement(role: .during, period: period.value, tokens: key.lowerBound..<period.end)
          given[index].append(Attachment(content: .time(statement), tokens: statement.tokens, from: .row))
        } else {
          given[index] += ofCell(key)
        }
      }
      if let group = row.group {
        given[index] += finder.attachments(in: group, from: .row).filter { speaksForGroup($0) }
      }
      for sentence in references.sentences(for: place, name: candidate.name.tokens) where !isOfOthers(sentence, text) {
        let years = YearMentions.numbers(in: sentence, context)
        if let own = candidate.contractYear, !years.isEmpty, !years.contains(own) { continue }
        let isAnothers = goesOn(aboutOther: candidate, sentence, named)
        let mentions = YearMentions.mentions(in: sentence, context)
        let isRenewed = saysAnew(sentence) || isRhythm(sentence)
        given[index] += attachments(in: sentence, from: .row).filter { attachment in
          if case .unused(let handling) = attachment.content, let own = candidate.contractYear,
            let year = YearMentions.leaving(attachment.tokens, handling, mentions)
          {
            return year == own
          }
          return !(attachment.isTime && isAnothers)
        }.map {
          // "The quantity is furnished anew in every Fiscal Year."
          var attachment = $0
          if isRenewed, case .recurrence = attachment.content { attachment.from = .item }
          return attachment
        }
      }
      for block in leadBlocks(row.block) where !items.contains(block) || block == row.block {
        for sentence in context.sentences(ofBlock: block) where speaksOfTable(sentence) {
          let rows = RowMentions(context: context).rows(in: sentence, of: reading)
          if !rows.isEmpty, !rows.contains(place.row) { continue }
          given[index] += attachments(in: sentence, from: .section).filter(\.speaksForAll)
        }
      }
      if under[place.table] == nil {
        let topics = RowTopics(context, reading)
        under[place.table] = sentencesUnder(reading, besides: items).map { ($0, topics.topic(of: $0)) }
      }
      for (sentence, topic) in under[place.table] ?? [] where !isOfAnother(topic, candidate) {
        let years = YearMentions.numbers(in: sentence, context)
        if let own = candidate.contractYear, !years.isEmpty, !years.contains(own) { continue }
        given[index] += attachments(in: sentence, from: .section).filter(\.speaksForAll)
      }
    }
  }

  /// No sentence about a row is longer, in tokens.
  private static let longest = 400

  /// `end of contract year 1`, `the later of 30 June 2031 and the first anniversary of …` under "Use by".
  private func end(of candidate: Candidate, _ cell: Range<Int>) -> Attachment? {
    guard candidate.end == nil, candidate.span == nil, cell.count <= 24,
      context.dates(in: cell).isEmpty || RowDeadlines.isReckoned(cell, context)
    else {
      return nil
    }
    let parser = TimeParser(passage: PassageText(context, cell), knowledge: knowledge)
    guard let point = parser.point(at: cell.lowerBound), point.end >= cell.upperBound - 1 else { return nil }
    let statement = TimeStatement(role: .end, point: point.value, tokens: cell.lowerBound..<point.end)
    return Attachment(content: .time(statement), tokens: statement.tokens, from: .sentence)
  }

  /// `Q4 2031` under "Deadline" ends what is granted; it does not begin then.
  private static func endOnly(_ given: inout [Attachment], in cell: Range<Int>) {
    for index in given.indices where cell.contains(given[index].tokens.lowerBound) {
      guard case .time(var statement) = given[index].content, statement.role == .during, let period = statement.period,
        period.isStretch || period.contractYear != nil
      else { continue }
      statement.role = .end
      statement.point = .endOf(period)
      statement.period = nil
      given[index].content = .time(statement)
    }
  }

  /// `Annual` under "Frequency".
  private func yearly(_ cell: Range<Int>, under heading: Range<Int>) -> Attachment? {
    guard cell.count <= 2, context.isOne(cell.lowerBound, of: "annual|yearly"),
      heading.contains(where: { context.isOne($0, of: "frequency|recurrence|cadence|interval|often|recurs|period") })
    else { return nil }
    return Attachment(content: .recurrence(.contract_year), tokens: cell, from: .sentence)
  }

  /// A note of nothing but how often: "(2) Per contract year."
  private func isRhythm(_ sentence: Range<Int>) -> Bool {
    guard sentence.count <= 8 else { return false }
    let rhythm = context.values(in: sentence).first { if case .recurrence = $0.value { true } else { false } }
    guard let rhythm else { return false }
    return !(rhythm.tokens.upperBound..<sentence.upperBound).contains { context.isWord($0) }
      && !(sentence.lowerBound..<rhythm.tokens.lowerBound).contains {
        context.isWord($0) && context.folded($0).utf8.count > 4
      }
  }

  private func ofCell(_ cell: Range<Int>) -> [Attachment] {
    finder.attachments(in: cell, from: .sentence).filter {
      switch $0.content {
      case .fee, .cap, .floor, .worth: false
      default: true
      }
    }
  }

  /// What a cell of a column of validity says and no statement has read: `Segment B`, `Months 7 to 18 of the Term`; the
  /// words themselves where nothing reads them.
  private func validity(of candidate: Candidate, _ cell: Range<Int>) -> Attachment? {
    guard candidate.end == nil, candidate.span == nil, cell.count <= 30,
      cell.contains(where: { context.isWord($0) && context.folded($0).utf8.count > 2 }),
      !finder.attachments(in: cell, from: .sentence).contains(where: { $0.isTime || $0.isUnreadTime }),
      !isRhythm(cell)
    else { return nil }
    let parser = TimeParser(passage: PassageText(context, cell), knowledge: knowledge)
    if let period = parser.period(at: cell.lowerBound) {
      let statement = TimeStatement(role: .during, period: period.value, tokens: cell.lowerBound..<period.end)
      return Attachment(content: .time(statement), tokens: statement.tokens, from: .sentence)
    }
    // "Sixty days before the Order End Date": the last day.
    if RowDeadlines.isReckoned(cell, context), let point = parser.point(at: cell.lowerBound),
      point.end >= cell.upperBound - 1
    {
      let statement = TimeStatement(role: .end, point: point.value, tokens: cell.lowerBound..<point.end)
      return Attachment(content: .time(statement), tokens: statement.tokens, from: .sentence)
    }
    // "All three Periods" is no less than the term.
    guard !context.isOne(cell.lowerBound, of: Self.wholes),
      cell.contains(where: { context.isOne($0, of: Self.timeWords) }) || !context.dates(in: cell).isEmpty
        || !context.durations(in: cell).isEmpty
    else { return nil }
    return Attachment(content: .unreadTime, tokens: cell, from: .sentence)
  }

  private static let wholes: WordSet = ["all", "whole", "entire", "full", "throughout", "both", "always"]

  private static let timeWords: WordSet = [
    "until", "till", "by", "within", "after", "before", "first", "second", "phase", "window", "go", "live", "months",
    "year", "segment", "period", "half", "quarter", "launch", "acceptance", "from", "season",
  ]

  /// "Seats: to be taken up within the year" says nothing of the vouchers beside them.
  private func isOfAnother(_ topic: RowTopics.Topic?, _ candidate: Candidate) -> Bool {
    switch topic {
    case .row(let row)?: row != candidate.place?.row
    case .word(let word)?:
      !candidate.name.tokens.contains { context.folded($0).droppingPlural == word } && candidate.quantity?.unit != word
    case nil: false
    }
  }

  /// A sentence that grants something itself speaks of that.
  private func isOfOthers(_ sentence: Range<Int>, _ starts: [Int]) -> Bool {
    let at = starts.partition { $0 >= sentence.lowerBound }
    return at < starts.count && starts[at] < sentence.upperBound
  }

  /// "Any unused portion is removed after 30 June" behind another grant of the same paragraph: its own deadline.
  private func goesOn(aboutOther row: Candidate, _ sentence: Range<Int>, _ names: [Range<Int>]) -> Bool {
    let block = context.stream.tokens(ofBlock: context.stream.block(of: sentence.lowerBound))
    let last = names.partition { $0.lowerBound >= sentence.lowerBound } - 1
    guard last >= 0, names[last].lowerBound >= block.lowerBound else { return false }
    return context.words(names[last]) != context.words(row.name.tokens)
  }

  private static let notAims: WordSet = [
    "the", "a", "each", "every", "all", "any", "no", "free", "one", "whole", "term", "subscription", "use", "example",
    "instance", "information", "customer",
  ]

  /// Words without a figure under `For` say for whom or for what, and not how long.
  private func aim(_ cell: Range<Int>, _ column: Int, _ reading: TableReading) -> TableReading.Column {
    let role = reading.columns[safe: column] ?? .other
    guard let heading = reading.headers[safe: column], (1...2).contains(heading.count),
      context.folded(heading.lowerBound) == "for", heading.count == 1 || context.isOne(heading.upperBound - 1, of: ":"),
      cell.count > 1, context.values(in: cell).isEmpty
    else { return role }
    return cell.contains { context.isOne($0, of: Self.spans) } ? role : .purpose
  }

  private static let spans: WordSet = [
    "term", "whole", "entire", "period", "year", "years", "month", "months", "quarter", "duration", "full", "half",
    "days", "weeks", "long",
  ]

  /// What a cell says that it is for: all of a column headed so, what stands behind "Purpose:", what opens with "for".
  private func purpose(_ cell: Range<Int>, _ column: TableReading.Column) -> Attachment? {
    var start = cell.lowerBound
    if column == .purpose {
      guard context.mark(cell) == nil, cell.contains(where: { context.isWord($0) }) else { return nil }
    } else if context.isOne(start, of: "purpose|aim|use"), start + 2 < cell.upperBound,
      context.folded(start + 1) == ":"
    {
      start += 2
    } else if column == .note || column == .other || column == .description, context.folded(start) == "for",
      start + 1 < cell.upperBound, !context.isOne(start + 1, of: Self.notAims),
      context.values(in: start..<min(cell.upperBound, start + 4)).isEmpty
    {
      start += 1
    } else {
      return nil
    }
    var end = start
    while end < cell.upperBound, end - start < 16, !context.isOne(end, of: ".|;|,") { end += 1 }
    guard end > start else { return nil }
    return Attachment(content: .purpose(start..<end), tokens: start..<end, from: .sentence)
  }

  private func speaksForGroup(_ attachment: Attachment) -> Bool {
    if case .recurrence = attachment.content { return true }
    return attachment.speaksForAll
  }

  /// Paragraphs between a heading and the table under it: "All of it is covered by the fees in Schedule A."
  private func leadBlocks(_ block: Int) -> [Int] {
    let ancestor = context.outline.ancestors(of: block).first ?? -1
    var found: [Int] = []
    var at = block - 1
    while at > ancestor, found.count < 4 {
      defer { at -= 1 }
      if context.isTableRow(at) { continue }
      found.append(at)
    }
    if ancestor >= 0 { found.append(ancestor) }
    return found
  }

  /// A sentence that names no kind of its own, so that it may speak of the rows.
  private func speaksOfTable(_ sentence: Range<Int>) -> Bool {
    let names = context.names(in: sentence)
    // "Contract period: 1 May 2031 to 30 April 2033", "The Subscription Term runs …" says it of the order.
    let opens = sentence.prefixRange(5)
    let isOfTerm = names.contains {
      $0.list == "anchor" && ["term", "term_start", "term_end"].contains($0.entry)
        && opens.contains($0.tokens.lowerBound)
    }
    if isOfTerm, opens.contains(where: { context.isOne($0, of: ":|runs|begins|starts|is") }) {
      return false
    }
    // "Effective as of 24 June 2031 (the “Order Effective Date”)" is of the order.
    if sentence.prefixRange(3).contains(where: { context.isOne($0, of: "effective|dated|entered") }) { return false }
    return !names.contains { $0.kind != nil && !$0.isWeak }
  }

  private static let tableWords: WordSet = [
    "row", "rows", "line", "lines", "items", "table", "above", "entitlements", "benefits", "allowances", "quantities",
    "figures", "amounts", "balance", "balances", "unused", "undrawn", "they", "these", "everything", "whatever",
  ]

  /// "They fall due 30 days after receipt.", "From the second year on they rise by 2 %": of the fees.
  private func isOfPayment(_ sentence: Range<Int>) -> Bool {
    sentence.prefix(40).contains {
      context.isOne($0, of: "due|payable|receipt|rise|rises|increase|increases|invoiced|invoices")
    }
      && !context.names(in: sentence).contains { $0.list == "leftover" }
  }

  /// Sentences right under the table that speak of all its rows: "Unused quantities lapse at the end of the year."
  private func sentencesUnder(_ reading: TableReading, besides items: Set<Int>) -> [Range<Int>] {
    guard reading.role != .labels, reading.role != .signatures else { return [] }
    var found: [Range<Int>] = []
    for block in TableSurroundings(context: context).blocksUnder(reading).prefix(2) {
      if context.source.blocks[block].label != nil || items.contains(block) { break }
      for sentence in context.sentences(ofBlock: block) where speaksOfTable(sentence) {
        let isNamed =
          !isOfPayment(sentence) && sentence.contains { context.isOne($0, of: Self.tableWords) }
          || sentence.first.map { context.isOne($0, of: "what|anything") } ?? false
        let isNote = sentence.first.map { context.isOne($0, of: RowScale.marks) } ?? false
        guard isNamed, !isNote, RowMentions(context: context).rows(in: sentence, of: reading).isEmpty else { continue }
        found.append(sentence)
      }
    }
    return found
  }
}
