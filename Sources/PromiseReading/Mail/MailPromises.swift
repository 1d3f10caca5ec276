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

  private func statements(_ body: MailMessage.Body, _ header: MailMessage.Header, outer: MailMessage.Header)
    -> [Statement]
  {
    let thread = MailThread(MailLines.lines(body), from: header.from)
    let sides = Sides(parties: file.parties, extractor: file.extractor)
    let own = side(of: header.from, sides, outer: outer, otherwise: .vendor)
    var found: [Statement] = []
    for message in thread.messages {
      let side =
        message.depth == 0
        ? own : side(of: message.from, sides, outer: outer, otherwise: own == .vendor ? .customer : .vendor)
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

  /// By the parties' names in the address, else by whether it has the outer sender's domain.
  private func side(of from: String, _ sides: Sides, outer: MailMessage.Header, otherwise: Side) -> Side {
    let known = sides.side(of: address(from))
    if known != .unknown { return known }
    let domain = Sides.words(address(from))
    if from == outer.from { return otherwise }
    if from.contains("@"), domain == Sides.words(address(outer.from)) { return outerSide(sides, outer) }
    return otherwise
  }

  private func outerSide(_ sides: Sides, _ outer: MailMessage.Header) -> Side {
    let known = sides.side(of: address(outer.from))
    return known == .unknown ? .vendor : known
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
