// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion
import InventoryModel

/// Promises of plain text: call notes, chat exports, bullet lists.
struct NotePromises {
  let file: PromiseFile

  func read(_ text: String) throws(PromiseFileError) -> PromiseList {
    let lines = NoteSigns.settled(Self.lines(text))
    var statements = NoteStatements(extractor: file.extractor, parties: file.parties).statements(lines)
    let readings = statements.map { file.extractor.readPromise(SourceText(line: $0.text)) }
    Sides(parties: file.parties, extractor: file.extractor).settle(&statements, readings)
    // "Chat of 19 March 2026" above messages that bear no more than the hour.
    let day = lines.prefix(Self.head).first { $0.text.utf8.count < 90 && Self.year($0.text) != nil }?.text
    for index in statements.indices { statements[index].day = day }
    let found = promises(of: statements, readings, isMail: false)
    if found.promises.isEmpty { throw .noPromises(found.leftOut) }
    return PromiseList(format: .text, promises: found.promises, leftOut: found.leftOut)
  }

  /// Among so many lines stands the day of a note.
  private static let head = 4

  static func lines(_ text: String) -> [NoteLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { NoteLine($1, number: $0 + 1) }
  }

  /// Promises among statements, in their order; those that a later message revised are left out, as is what only names
  /// something.
  func promises(
    of statements: [Statement], _ readings: [PromiseReading]? = nil, isMail: Bool
  ) -> (promises: [Promise], leftOut: [LeftOut]) {
    let filter = OfferFilter()
    var entries: [Revisions.Entry] = []
    var leftOut: [LeftOut] = []
    var talk = Talk(answers: Answers(extractor: file.extractor), isMail: isMail)
    var more = Continuations(answers: Answers(extractor: file.extractor), isMail: isMail)
    for (place, var statement) in statements.enumerated() {
      var reading = readings?[place] ?? file.extractor.readPromise(SourceText(line: statement.text))
      talk.follow(&statement, &reading)
      if reading.grants.isEmpty, statement.side == .vendor, !reading.isQuestion, let said = followUp(statement, entries)
      {
        reading = said
      }
      settleVouchers(&reading, entries)
      if statement.isFree, statement.isBullet {
        for index in reading.grants.indices where reading.grants[index].price == nil {
          reading.grants[index].isFree = true
        }
      }
      if more.absorbs(statement, reading, at: place, into: &entries) { continue }
      reading.grants = reading.promised
      switch filter.verdict(statement, reading) {
      case .nothing(let reason):
        if reading.grants.contains(where: { !$0.isKindVague || $0.hasAmount || $0.saysTerms }) {
          leftOut.append(LeftOut(text: statement.text, line: statement.line, reason: reason))
        }
      case .promise:
        entries.append(.init(statement: statement, reading: reading, isWithdrawal: false))
        more.note(place)
      case .withdrawal:
        if !entries.contains(where: { entry in entry.reading.grants.contains { $0.kind == reading.grants.first?.kind } }
        ),
          !isMail
        {
          leftOut.append(LeftOut(text: statement.text, line: statement.line, reason: .refused))
        }
        entries.append(.init(statement: statement, reading: reading, isWithdrawal: true))
      }
    }
    // In a mail the older message stands below: what it speaks of is known only now.
    for index in entries.indices { settleVouchers(&entries[index].reading, entries) }
    var promises: [Promise] = []
    let (standing, revised) = Revisions.settled(entries, isMail: isMail)
    for entry in standing { append(entry, to: &promises) }
    leftOut += revised.map { LeftOut(text: $0.words, line: $0.line, reason: .revised) }
    return (promises, leftOut.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }

  /// "Sorry, 15 vouchers": those for exams, where no others were spoken of.
  private func settleVouchers(_ reading: inout PromiseReading, _ entries: [Revisions.Entry]) {
    guard reading.grants.contains(where: \.isBareVoucher) else { return }
    let known = Set(entries.flatMap { $0.reading.grants.filter { !$0.isBareVoucher }.map(\.kind) })
    guard known.contains("certification_voucher"), !known.contains("partner_voucher") else { return }
    for index in reading.grants.indices where reading.grants[index].isBareVoucher {
      reading.grants[index].kind = "certification_voucher"
    }
  }

  /// "Ok, 50 seats, final": a number of what was offered before, by its unit alone.
  private func followUp(_ statement: Statement, _ entries: [Revisions.Entry]) -> PromiseReading? {
    guard let said = file.extractor.promisedQuantity(SourceText(line: statement.text), kind: nil, unit: nil),
      let unit = said.unit, !Refusals.refusesNumber(Answers.words(statement.text))
    else { return nil }
    for entry in entries.reversed() where entry.statement.side == .vendor && !entry.isWithdrawal {
      guard var grant = entry.reading.grants.first, entry.reading.grants.count == 1, grant.quantity?.unit == unit else {
        continue
      }
      grant.quantity?.amount = said.amount
      grant.text = statement.text
      return PromiseReading(grants: [grant], cues: [.offer, .revision])
    }
    return nil
  }

  /// One promise a grant: a sentence that grants two things gives two.
  private func append(_ entry: Revisions.Entry, to promises: inout [Promise]) {
    let source = source(entry.statement)
    let grants = entry.reading.grants.map { dated($0, entry.statement) }
    let parts: [(String, [PromisedGrant])] =
      grants.count > 1 || entry.isSplit ? grants.map { ($0.text, [$0]) } : [(entry.statement.text, grants)]
    for (text, grants) in parts {
      var promise = Promise(
        id: "P\(promises.count + 1)", text: text, grants: grants, source: source, line: entry.statement.line)
      promise.doubt = file.doubt(promise, entry.reading)
      promises.append(promise)
    }
  }

  /// "Until the end of the year" in a message that has a date.
  private func dated(_ grant: PromisedGrant, _ statement: Statement) -> PromisedGrant {
    guard let words = grant.unreadTime?.lowercased(), words.contains("year"),
      words.contains("end") || words.contains("this") || words.contains("next"), !words.contains("fiscal"),
      !words.contains("contract"), let said = statement.time.flatMap(Self.year) ?? statement.day.flatMap(Self.year)
    else { return grant }
    let year = words.contains("next") ? said + 1 : said
    var grant = grant
    grant.timing = PromisedTiming(lastDay: CalendarDate(year: year, month: 12, day: 31) ?? .init(dayNumber: 0))
    grant.timing.wording = grant.unreadTime
    grant.unreadTime = nil
    return grant
  }

  private static func year(_ words: String) -> Int? {
    words.split { !$0.isNumber }.lazy.compactMap { Int($0) }.first { (1990...2100).contains($0) }
  }

  private func source(_ statement: Statement) -> String? {
    guard let speaker = statement.speaker else { return nil }
    let name = statement.company.map { "\(speaker) (\($0))" } ?? speaker
    return statement.time.map { "\(name), \($0)" } ?? name
  }
}

/// What is being talked of, so that answers can be read which name nothing themselves.
private struct Talk {
  let answers: Answers
  let isMail: Bool
  private var topic: Answers.Topic?
  /// What was spoken of before the topic; a number with its unit may still mean it.
  private var earlier: [Answers.Topic] = []
  /// Statements since the topic was named.
  private var age = 0
  /// After so many statements nobody remembers.
  private static let memory = 4

  init(answers: Answers, isMail: Bool) {
    self.answers = answers
    self.isMail = isMail
  }

  private func narrowed(_ text: String) -> PromisedGrant? {
    for topic in earlier.reversed() {
      if let grant = answers.narrowed(topic, by: text, byUnit: true) { return grant }
    }
    return nil
  }

  /// Gives a statement that answers something the reading that it means.
  mutating func follow(_ statement: inout Statement, _ reading: inout PromiseReading) {
    age += 1
    if let question = statement.question {
      var asked = Statement(text: question, line: statement.line)
      asked.side = .customer
      topic = .init(statement: asked, reading: answers.extractor.readPromise(SourceText(line: question)))
    } else if isMail && !statement.goesOn || statement.speaker == nil || age > Self.memory {
      topic = nil
    }
    let spoken = statement
    if reading.grants.isEmpty, let topic {
      if statement.side == .vendor {
        if let meaning = answers.meaning(of: statement.text, reading, about: topic),
          !(meaning.isConsent && statement.goesOn)
        {
          reading = meaning.reading
          if meaning.isConsent { statement.text = "\(topic.statement.text) – \(statement.text)" }
          if let about = meaning.about { statement.text += " [\(about)]" }
        }
      } else if let grant = answers.narrowed(topic, by: statement.text) ?? narrowed(statement.text) {
        self.topic = .init(
          statement: spoken,
          reading: PromiseReading(grants: [grant], cues: reading.cues, isQuestion: reading.isQuestion))
        age = 0
        return
      }
    }
    guard !reading.grants.isEmpty else { return }
    // "Our team has 40 sandboxes at the moment": what is there already is not what is talked of.
    if statement.side == .customer, reading.cues.contains(.status), !reading.isQuestion,
      reading.cues.isDisjoint(with: [.ask, .offer])
    {
      return
    }
    if let topic { earlier = earlier.suffix(Self.memory) + [topic] }
    topic = .init(statement: spoken, reading: reading)
    age = 0
  }
}
