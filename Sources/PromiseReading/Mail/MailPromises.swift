// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Promises of a mail: what the vendor's side offers in it, and in the mails that it quotes as far as nothing later
/// revises them.
struct MailPromises {
  let file: PromiseFile

  func read(_ bytes: [UInt8]) throws(PromiseFileError) -> PromiseList {
    guard let mail = MailMessage(bytes), let header = mail.headers.first else { throw .malformedMail }
    guard !mail.bodies.isEmpty else { throw .empty }
    var statements: [Statement] = []
    for body in mail.bodies {
      let sender = body.depth < mail.headers.count ? mail.headers[body.depth] : header
      statements += self.statements(body, sender, outer: header)
    }
    statements.sort { $0.message > $1.message }
    let promises = NotePromises(file: file).promises(of: statements, isMail: true)
    if promises.isEmpty { throw .noPromises }
    var list = PromiseList(format: .mail, promises: promises)
    if mail.skipped > 0 {
      list.problems.append(
        .init(.partsSkipped, "\(mail.skipped) parts of the mail are attachments or no text; they were not read."))
    }
    return list
  }

  private func statements(
    _ body: MailMessage.Body, _ header: MailMessage.Header, outer: MailMessage.Header
  ) -> [Statement] {
    let thread = MailThread(MailLines.lines(body), from: header.from)
    let sides = Sides(parties: file.parties, extractor: file.extractor)
    let known = sides.side(of: address(outer.from))
    let own = known == .unknown ? Side.vendor : known
    var found: [Statement] = []
    for message in thread.messages {
      let side = side(of: message, sides, outer: outer, own: own)
      for var statement in NoteStatements(extractor: file.extractor).statements(message.lines) {
        statement.side = side
        statement.speaker = message.from.isEmpty ? nil : message.from
        statement.time = message.depth == 0 && !header.date.isEmpty ? header.date : nil
        statement.message = -(message.depth + body.depth * 100)
        found.append(statement)
      }
    }
    return found
  }

  /// By the parties' names in the address; else by the outer mail's sender and receiver, by name or domain; else each
  /// mail answers the one that it quotes.
  private func side(of message: MailThread.Message, _ sides: Sides, outer: MailMessage.Header, own: Side) -> Side {
    let other: Side = own == .vendor ? .customer : .vendor
    if message.depth == 0 { return own }
    let from = message.from
    if from.contains("@") {
      let known = sides.side(of: address(from))
      if known != .unknown { return known }
      return Sides.words(address(from)) == Sides.words(address(outer.from)) ? own : other
    }
    let words = names(from)
    if !words.isDisjoint(with: names(outer.from)) { return own }
    if !words.isDisjoint(with: names(outer.to)) { return other }
    return message.depth % 2 == 0 ? own : other
  }

  /// Words of the name before an address.
  private func names(_ from: String) -> Set<String> {
    let shown = from.split(separator: "<").first.map(String.init) ?? from
    let words = shown.lowercased().split { !$0.isLetter }.map(String.init)
    return Set(words.filter { $0.utf8.count > 2 && $0 != "from" && $0 != "von" })
  }

  private func address(_ from: String) -> String {
    guard let open = from.lastIndex(of: "<"), let close = from[open...].firstIndex(of: ">") else { return from }
    return String(from[from.index(after: open)..<close])
  }
}

extension Problem.Code {
  /// Attachments of a mail that hold no text.
  static let partsSkipped: Self = "parts_skipped"
}
