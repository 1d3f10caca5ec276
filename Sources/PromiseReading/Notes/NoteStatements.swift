// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion

/// Cuts notes and bodies of mails into statements: bullets whole, prose sentence by sentence, chat message by message.
struct NoteStatements {
  let extractor: Extractor

  private struct State {
    var section = NoteSection.none
    var paragraph: [NoteLine] = []
    var statements: [Statement] = []
    var chat: ChatLine?
    /// The section ends with the first prose behind its bullets.
    var sawBullet = false
  }

  func statements(_ lines: [NoteLine]) -> [Statement] {
    var state = State()
    for (index, line) in lines.enumerated() {
      if line.isBlank || isRule(line) {
        flush(&state)
        continue
      }
      if !line.isBullet, let chat = ChatLine(line.text) {
        flush(&state)
        state.chat = chat
        add(chat, line, &state)
        continue
      }
      if line.isBullet {
        flush(&state)
      } else if state.paragraph.isEmpty, isHeading(line, before: lines[(index + 1)...]) {
        open(line.text, &state)
        continue
      } else if let last = state.paragraph.last, !isContinuation(line, of: last) {
        flush(&state)
      }
      state.paragraph.append(line)
    }
    flush(&state)
    return state.statements
  }

  private func isRule(_ line: NoteLine) -> Bool {
    !line.text.unicodeScalars.contains { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
  }

  private func isContinuation(_ line: NoteLine, of last: NoteLine) -> Bool {
    last.depth == line.depth
  }

  /// A short line that does not end like a sentence and has bullets under it, or ends with a colon.
  private func isHeading(_ line: NoteLine, before rest: ArraySlice<NoteLine>) -> Bool {
    guard line.text.unicodeScalars.count <= 70, let end = line.text.unicodeScalars.last else { return false }
    if [".", "!", "?", ",", ";"].contains(end) { return false }
    guard let next = rest.first(where: { !$0.isBlank && !isRule($0) }) else { return false }
    return next.isBullet || end == ":"
  }

  private func open(_ text: String, _ state: inout State) {
    state.section = section(text)
    state.sawBullet = false
  }

  private func section(_ text: String) -> NoteSection {
    let cues = extractor.readPromise(SourceText(line: text)).cues
    if cues.contains(.headingTodo) { return .tasks }
    if cues.contains(.headingAsk) { return .asks }
    return cues.contains(.headingOffer) || cues.contains(.offer) ? .offers : .none
  }

  // MARK: Statements

  private func flush(_ state: inout State) {
    guard let first = state.paragraph.first else { return }
    let lines = state.paragraph
    state.paragraph = []
    let text = lines.map(\.text).joined(separator: " ")
    if first.isBullet {
      state.sawBullet = true
      state.statements.append(
        Statement(text: text, line: first.number, section: state.section, isBullet: true, message: 0))
      return
    }
    if state.sawBullet { state.section = .none }
    let sentences = extractor.sentences(of: SourceText(line: text))
    for sentence in sentences {
      state.statements.append(Statement(text: sentence, line: first.number, section: state.section))
    }
    // "…, here is what you get:" speaks for the bullets below.
    if let last = sentences.last, last.hasSuffix(":") { open(last, &state) }
  }

  private func add(_ chat: ChatLine, _ line: NoteLine, _ state: inout State) {
    state.section = .none
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
}
