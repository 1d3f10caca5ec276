// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion

/// Cuts notes and bodies of mails into statements: bullets whole, prose sentence by sentence, chat message by message.
struct NoteStatements {
  let extractor: Extractor
  /// Names of the parties, for "Acme: we give you 40 seats".
  var parties: PromiseParties = PromiseParties()

  private struct State {
    var section = NoteSection.none
    /// Sections that a bullet opened for the deeper ones below it, with its level.
    var nested: [(level: Int, section: NoteSection)] = []
    var paragraph: [NoteLine] = []
    var statements: [Statement] = []
    var chat: ChatLine?
    /// The speaker stands on a line of its own, so that all lines below are that person's.
    var isChatHead = false
    /// The section ends with the first prose behind its bullets.
    var sawBullet = false
    var row: NoteLine?
    var heads: [String]?
    /// The longest line that is no bullet: where the text was wrapped, if it was.
    var width = 0
    /// "We include this free of charge:"
    var isFree = false
    /// How many headings have been read.
    var part = 0
  }

  func statements(_ given: [NoteLine]) -> [Statement] {
    let lines = HeadedAmounts(extractor: extractor).joined(given)
    var state = State()
    state.width = lines.lazy.filter { !$0.isBullet }.map(\.text.utf8.count).max() ?? 0
    let speakers = Speakers.bareNames(in: lines, extractor: extractor, parties: parties)
    for (index, line) in lines.enumerated() {
      if line.isBlank || isRule(line) {
        flush(&state)
        if !state.isChatHead { state.chat = nil }
        continue
      }
      let rest = lines[(index + 1)...]
      if !line.isBullet, line.cells == nil, let chat = speaker(line, speakers, before: rest) {
        flush(&state)
        state.chat = chat
        state.isChatHead = chat.text.isEmpty
        if !chat.text.isEmpty { add(chat, line, &state) }
        continue
      }
      append(line, before: rest, &state)
    }
    flush(&state)
    return state.statements
  }

  private func append(_ line: NoteLine, before rest: ArraySlice<NoteLine>, _ state: inout State) {
    if let cells = line.cells, !line.isBullet {
      flush(&state)
      addRow(cells, line, &state)
      return
    }
    state.row = nil
    if line.isBullet {
      flush(&state)
      if opensNumbered(line, before: rest) {
        open(line.text, &state)
        return
      }
      if opensNested(line, before: rest, &state) { return }
    } else if isHeading(line, before: rest, in: state) {
      flush(&state)
      open(line.text, &state)
      state.chat = nil
      return
    } else if let last = state.paragraph.last,
      !isContinuation(line, of: last, state.width) || labelledSection(line.text) != .none
        || isLabelled(line.text) && isLabelled(last.text) || isWholeEntry(last, before: line)
    {
      flush(&state)
    }
    state.paragraph.append(line)
  }

  /// A line that names who speaks: marked as one, or by a name that is known to.
  private func speaker(_ line: NoteLine, _ speakers: Set<String>, before rest: ArraySlice<NoteLine>) -> ChatLine? {
    if let chat = ChatLine(line.text) {
      if chat.isMarked, chat.time != nil || !namesKind(chat.speaker) { return chat }
      return speakers.contains(chat.speaker) ? chat : nil
    }
    guard rest.first.map({ !$0.isBlank }) ?? false else { return nil }
    return ChatLine(head: line.text)
  }

  private func namesKind(_ words: String) -> Bool { Speakers.namesKind(words, extractor) }

  private func isRule(_ line: NoteLine) -> Bool {
    !line.text.unicodeScalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
  }

  /// A wrapped line goes on with a bullet where it is indented, or where the line above is a long one; with prose
  /// unless a new sentence begins on it that would have had room above.
  private func isContinuation(_ line: NoteLine, of last: NoteLine, _ width: Int) -> Bool {
    guard last.depth == line.depth else { return false }
    if last.isBullet { return line.indent > last.indent || last.text.utf8.count >= 40 }
    guard let first = line.text.unicodeScalars.first, first.properties.isUppercase || ("0"..."9").contains(first) else {
      return true
    }
    if let end = last.text.utf8.last, end == 0x2C || end == 0x2D { return true }
    // Nobody ends a statement with "40" or "of the".
    if let word = last.text.split(separator: " ").last?.lowercased(), isOpen(word) {
      // A year may well stand at the end.
      return Int(word).map { !(1990...2100).contains($0) } ?? true
    }
    let word = line.text.utf8.prefix { $0 != 0x20 }.count
    return width >= Self.narrowestWrap && last.text.utf8.count + 1 + word > width
  }

  private func isOpen(_ word: String) -> Bool {
    let open: Set<String> = [
      "of", "the", "a", "an", "and", "or", "to", "for", "with", "us", "you", "plus", "in", "by", "from", "until", "on",
      "at", "is", "are", "will", "our", "your", "their", "that", "which", "but", "as", "per", "than", "also", "free",
      "give", "get", "be", "have", "including", "usd", "eur", "gbp", "chf", "we", "they", "i", "this", "these",
    ]
    return open.contains(word) || word.allSatisfy { $0.isNumber || $0 == "," || $0 == "." || $0 == "'" }
  }

  /// Text is not wrapped at fewer signs than these.
  private static let narrowestWrap = 66

  /// A short line that does not end like a sentence and has bullets under it, or ends with a colon, or is marked as one.
  private func isHeading(_ line: NoteLine, before rest: ArraySlice<NoteLine>, in state: State) -> Bool {
    if line.isMarkedHeading { return true }
    guard line.text.unicodeScalars.count <= 70, let end = line.text.unicodeScalars.last else { return false }
    if [".", "!", "?", ",", ";"].contains(end) { return false }
    guard let below = rest.first else { return false }
    // Underlined.
    if isRule(below), below.text.utf8.count > 2, below.text.utf8.allSatisfy({ [0x3D, 0x2D, 0x7E].contains($0) }) {
      return state.paragraph.isEmpty
    }
    guard let next = rest.first(where: { !$0.isBlank && !isRule($0) }) else { return false }
    if let last = state.paragraph.last {
      // Right below a bullet a heading says what it heads; other words go on with the bullet.
      guard last.isBullet, line.indent <= last.indent, next.isBullet else { return false }
      return end == ":" || section(line.text) != .none
    }
    return next.isBullet || next.cells != nil || end == ":" || below.isBlank && headsLines(line.text)
  }

  /// "Verbal assurances by Ann" above an empty line and lines without bullets.
  private func headsLines(_ text: String) -> Bool {
    guard text.split(separator: " ").count <= 8, [.offers, .recap].contains(section(text)) else { return false }
    return extractor.readPromise(SourceText(line: text)).grants.isEmpty
  }

  private func open(_ text: String, _ state: inout State) {
    state.section = section(text)
    state.isFree = extractor.readPromise(SourceText(line: text)).cues.contains(.free)
    state.part += 1
    state.nested = []
    state.sawBullet = false
  }

  /// "2. What they promised" with dashes below it.
  private func opensNumbered(_ line: NoteLine, before rest: ArraySlice<NoteLine>) -> Bool {
    guard line.isNumbered, let next = rest.first, next.isBullet, !next.isNumbered, next.level >= line.level,
      line.text.utf8.count <= 60
    else { return false }
    return extractor.readPromise(SourceText(line: line.text)).grants.isEmpty
  }

  /// "- What they give:" with deeper bullets below it heads these.
  private func opensNested(_ line: NoteLine, before rest: ArraySlice<NoteLine>, _ state: inout State) -> Bool {
    state.nested.removeAll { $0.level >= line.level }
    guard let next = rest.first(where: { !$0.isBlank }), next.isBullet, next.level > line.level else { return false }
    let reading = extractor.readPromise(SourceText(line: line.text))
    guard reading.grants.isEmpty else { return false }
    state.nested.append((line.level, section(line.text)))
    return true
  }

  // MARK: Statements

  private func flush(_ state: inout State) {
    guard let first = state.paragraph.first else { return }
    let lines = state.paragraph
    state.paragraph = []
    let text = lines.map(\.text).joined(separator: " ")
    if first.isBullet {
      state.sawBullet = true
      let section = state.nested.last?.section ?? state.section
      state.statements.append(
        spoken(
          Statement(text: text, line: first.number, section: section, isBullet: true, level: first.level), state))
      return
    }
    if state.sawBullet {
      state.section = .none
      state.isFree = false
    }
    let sentences = extractor.sentences(of: SourceText(line: text))
    // "Support: Premium" is an entry of a list, with or without a bullet.
    let isEntry = lines.count == 1 && sentences.count == 1 && (isLabelled(text) || isListed(text, state.section))
    for sentence in sentences {
      let section = inlineSection(sentence) ?? state.section
      let statement = Statement(text: sentence, line: first.number, section: section, isBullet: isEntry)
      state.statements.append(spoken(statement, state))
    }
    // "…, here is what you get:" speaks for the bullets below.
    if let last = sentences.last, last.hasSuffix(":") { open(last, &state) }
  }

  /// "Rejected: two sandboxes", "Asks: 40 seats": a heading and what it heads in one line.
  private func inlineSection(_ sentence: String) -> NoteSection? {
    let section = labelledSection(sentence)
    return [.none, .offers, .recap, .told].contains(section) ? nil : section
  }

  private func labelledSection(_ sentence: String) -> NoteSection {
    guard let colon = sentence.firstIndex(of: ":"), sentence.index(after: colon) < sentence.endIndex else {
      return .none
    }
    let head = sentence[..<colon]
    guard head.utf8.count < 40, head.split(separator: " ").count <= 4, !namesKind(String(head)) else { return .none }
    return section(String(head))
  }

  /// "Training seats: 40": lines of this form stand each for itself.
  private func isLabelled(_ text: String) -> Bool {
    guard text.first?.isUppercase ?? false, let colon = text.firstIndex(of: ":"),
      text.index(after: colon) < text.endIndex
    else { return false }
    let head = text[..<colon]
    return head.utf8.count < 40 && head.split(separator: " ").count <= 4
  }

  /// "Sandboxes: 3" with a sentence of its own below it.
  private func isWholeEntry(_ last: NoteLine, before line: NoteLine) -> Bool {
    guard !last.isBullet, isLabelled(last.text), last.text.utf8.count < 60, line.text.first?.isUppercase ?? false,
      namesKind(String(last.text.prefix { $0 != ":" })), let word = last.text.split(separator: " ").last?.lowercased()
    else { return false }
    return word.contains(where: \.isNumber) || !isOpen(word)
  }

  /// "Gold support for the whole term" on a line of its own below "What they promised".
  private func isListed(_ text: String, _ section: NoteSection) -> Bool {
    guard [.offers, .recap, .told].contains(section), text.utf8.count <= 90, let end = text.last else { return false }
    return ![".", "!", "?", ":"].contains(end)
  }

  /// With the speaker whose line stands above.
  private func spoken(_ statement: Statement, _ state: State) -> Statement {
    var statement = statement
    statement.part = state.part
    statement.isFree = state.isFree
    guard let chat = state.chat else { return statement }
    statement.speaker = chat.speaker
    statement.company = chat.company
    statement.time = chat.time
    statement.message = statement.line
    return statement
  }

  private func add(_ chat: ChatLine, _ line: NoteLine, _ state: inout State) {
    state.section = .none
    state.nested = []
    for sentence in sentences(ofMessage: chat.text) {
      state.statements.append(
        Statement(
          text: sentence, line: line.number, speaker: chat.speaker, company: chat.company, time: chat.time,
          message: line.number))
    }
  }

  /// A message is one statement unless several of its sentences promise something.
  private func sentences(ofMessage text: String) -> [String] {
    let sentences = extractor.sentences(of: SourceText(line: text))
    let speaking = sentences.filter { !extractor.readPromise(SourceText(line: $0)).grants.isEmpty }
    return speaking.count > 1 ? sentences : [text]
  }

  // MARK: Tables

  private func addRow(_ cells: [String], _ line: NoteLine, _ state: inout State) {
    defer { state.row = line }
    if state.row == nil { state.heads = nil }
    if state.row == nil, TableHeads.isHead(cells) {
      // "What | Promised | Until": what stands below was promised.
      let section = section(cells.joined(separator: " "))
      if section != .none { state.section = section }
      state.heads = cells
      return
    }
    state.sawBullet = true
    state.statements.append(
      spoken(
        Statement(
          text: TableHeads.joined(cells, heads: state.heads), line: line.number, section: state.section, isBullet: true),
        state))
  }
}
