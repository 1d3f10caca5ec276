// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion
import InventoryModel

/// Promises of a mail: what the vendor's side offers in it, and in the mails that it quotes as far as nothing later
/// revises them.
struct MailPromises {
  let file: PromiseFile

  func read(_ bytes: [UInt8]) throws(PromiseFileError) -> PromiseList {
    var statements: [Statement] = []
    var problems: [Problem] = []
    var skipped = 0
    // Of several mails in one file the later stand below.
    for mail in Mailbox.mails(bytes) {
      let earlier = statements.map(\.message).max() ?? 0
      var own = try self.statements(mail, &problems, &skipped)
      let first = own.map(\.message).min() ?? 0
      if !statements.isEmpty { for index in own.indices { own[index].message += earlier - first + 1 } }
      statements += own
    }
    // Only attachments, or headers and nothing below them.
    guard !statements.isEmpty else { throw .noMailText }
    statements.sort { $0.message > $1.message }
    let found = NotePromises(file: file).promises(of: statements, isMail: true)
    if found.promises.isEmpty { throw .noPromises(found.leftOut, partsSkipped: skipped) }
    var list = PromiseList(format: .mail, promises: found.promises, problems: problems, leftOut: found.leftOut)
    if skipped > 0, problems.isEmpty {
      list.problems.append(
        .init(.partsSkipped, "\(skipped) parts of the mail are attachments or no text; they were not read."))
    }
    return list
  }

  private func statements(
    _ bytes: [UInt8], _ problems: inout [Problem], _ skipped: inout Int
  ) throws(PromiseFileError) -> [Statement] {
    guard let mail = MailMessage(bytes), let header = mail.headers.first else { throw .malformedMail }
    if Mailbox.isEncrypted(bytes) { throw .encryptedMail }
    skipped += mail.skipped
    var bodies = mail.bodies
    if bodies.isEmpty {
      // Parts that no boundary tells apart: what stands behind the headers is read as it is.
      guard let text = Self.rawText(bytes) else { throw .noMailText }
      bodies = [MailMessage.Body(isHTML: false, depth: 0, text: text)]
      problems.append(
        .init(.malformedMail, "The mail is built wrongly: the text behind its headers was read as it stands."))
    }
    var statements: [Statement] = []
    for body in bodies {
      let sender = body.depth < mail.headers.count ? mail.headers[body.depth] : header
      // A mail that is enclosed has a sender of its own.
      statements += self.statements(body, sender, outer: sender)
    }
    return statements
  }

  /// What stands behind the first empty line, where it is text; nil where it is encoded or of another type.
  private static func rawText(_ bytes: [UInt8]) -> String? {
    let decoded = DecodedText(bytes)
    guard !decoded.isBinary else { return nil }
    let lines = decoded.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let end = lines.firstIndex(where: { $0.isEmpty || $0 == "\r" }) else { return nil }
    let headers = lines[..<end].map { $0.lowercased() }
    guard !headers.contains(where: { $0.hasPrefix("content-transfer-encoding:") && $0.contains("base64") }) else {
      return nil
    }
    let types = headers.filter { $0.hasPrefix("content-type:") }
    guard types.allSatisfy({ $0.contains("multipart") || $0.contains("text") }) else { return nil }
    let text = lines[lines.index(after: end)...].joined(separator: "\n")
    return text.isBlank ? nil : text
  }

  private func statements(
    _ body: MailMessage.Body, _ header: MailMessage.Header, outer: MailMessage.Header
  ) -> [Statement] {
    let thread = MailThread(MailLines.lines(body), from: header.from)
    let parties = settled(thread, from: outer.from)
    let sides = Sides(parties: parties, extractor: file.extractor)
    let parts = thread.messages.map {
      NoteStatements(extractor: file.extractor, parties: parties).statements($0.lines)
    }
    let known = sides.side(of: address(outer.from))
    let own = known == .unknown ? guess(zip(thread.messages, parts).flatMap { $0.depth == 0 ? $1 : [] }) : known
    var found: [Statement] = []
    for (index, message) in thread.messages.enumerated() {
      let side = side(of: message, sides, outer: outer, own: own)
      for (position, var statement) in parts[index].enumerated() {
        // A chat that was pasted into the mail knows its own speakers.
        statement.side = side
        statement.speaker = message.from.isEmpty ? nil : message.from
        statement.time = message.depth == 0 && !header.date.isEmpty ? header.date : nil
        statement.message = -(message.depth + body.depth * 100)
        let isBelow = index > 0 && side == .vendor && thread.messages[index - 1].depth > message.depth
        if isBelow, position == 0 {
          statement.question = parts[index - 1].last?.text
        } else if isBelow, statement.line == parts[index][0].line {
          statement.goesOn = true
        } else if side == .vendor, index + 1 < parts.count, thread.messages[index + 1].depth > message.depth,
          answersBelow(statement)
        {
          statement.question = asked(parts[index + 1])
        }
        found.append(statement)
      }
    }
    return found
  }

  /// The parties, changed about where the mail itself says that it is its writer's own firm that gives: "what Acme
  /// commits to". A contract may be read the wrong way round.
  private func settled(_ thread: MailThread, from: String) -> PromiseParties {
    let parties = file.parties
    guard Sides(parties: parties, extractor: file.extractor).side(of: address(from)) == .customer else {
      return parties
    }
    let firm = Sides.words(address(from)).filter { $0.utf8.count > 3 }
    let commits: Set<String> = ["commits", "commit", "pledges", "promises", "undertakes", "offers", "grants"]
    for line in thread.messages.prefix(1).flatMap(\.lines).prefix(60) where line.text.utf8.count < 400 {
      let words = line.text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
      for index in words.indices.dropFirst() where commits.contains(words[index]) {
        let names = [words[index - 1], index > 1 ? words[index - 2] + words[index - 1] : ""]
        if names.contains(where: firm.contains) {
          return PromiseParties(vendors: parties.customers, customers: parties.vendors)
        }
      }
    }
    return parties
  }

  /// "Yes, we can do that" above the mail that asked.
  private func answersBelow(_ statement: Statement) -> Bool {
    let reading = file.extractor.readPromise(SourceText(line: statement.text))
    return reading.grants.isEmpty
      && Answers(extractor: file.extractor).consents(to: "Can we?", by: statement.text, reading)
  }

  /// What a mail asks for, in its own words; nil where it asks for nothing that can be told.
  private func asked(_ statements: [Statement]) -> String? {
    let asking = statements.filter { statement in
      let reading = file.extractor.readPromise(SourceText(line: statement.text))
      return !reading.grants.isEmpty && (reading.isQuestion || reading.cues.contains(.ask))
    }
    return asking.isEmpty ? nil : asking.map(\.text).joined(separator: " ")
  }

  /// Whose mail it is where nothing tells: a customer's that asks and offers nothing, else the vendor's.
  private func guess(_ own: [Statement]) -> Side {
    var isAsking = false
    for statement in own {
      let cues = file.extractor.readPromise(SourceText(line: statement.text)).cues
      if cues.contains(.offer) { return .vendor }
      if cues.contains(.ask) { isAsking = true }
    }
    return isAsking ? .customer : .vendor
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
      if Sides.words(address(from)) == Sides.words(address(outer.from)) { return own }
      return own == .vendor && isPassedOn(message, outer) ? .vendor : other
    }
    let words = names(from)
    if !words.isDisjoint(with: names(outer.from)) { return own }
    if !words.isDisjoint(with: names(outer.to)) { return other }
    return message.depth % 2 == 0 ? own : other
  }

  /// What a maker wrote to the reseller who now passes it on to the customer: the customer had no part in that mail.
  private func isPassedOn(_ message: MailThread.Message, _ outer: MailMessage.Header) -> Bool {
    let customer = Set(Sides.words(address(outer.to)))
    guard !message.to.isEmpty, customer.isDisjoint(with: Sides.words(address(message.from))) else { return false }
    let to = Set(message.to.split { ",;".contains($0) }.flatMap { Sides.words(address(String($0))) })
    return !to.isDisjoint(with: Sides.words(address(outer.from))) && to.isDisjoint(with: customer)
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
  /// A mail whose parts could not be told apart.
  static let malformedMail: Self = "malformed_mail"
}
