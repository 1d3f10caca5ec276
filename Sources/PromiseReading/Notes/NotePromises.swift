// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion
import InventoryModel

/// Promises of plain text: call notes, chat exports, bullet lists.
struct NotePromises {
  let file: PromiseFile

  func read(_ text: String) throws(PromiseFileError) -> PromiseList {
    let lines = Self.lines(text)
    var statements = NoteStatements(extractor: file.extractor).statements(lines)
    Sides(parties: file.parties, extractor: file.extractor).settle(&statements)
    let promises = promises(of: statements, isMail: false)
    if promises.isEmpty { throw .noPromises }
    return PromiseList(format: .text, promises: promises)
  }

  static func lines(_ text: String) -> [NoteLine] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { NoteLine($1, number: $0 + 1) }
  }

  /// Promises among statements, in their order; those that a later message revised are left out.
  func promises(of statements: [Statement], isMail: Bool) -> [Promise] {
    let filter = OfferFilter()
    var entries: [Revisions.Entry] = []
    for statement in statements {
      var reading = file.extractor.readPromise(SourceText(line: statement.text))
      if reading.grants.isEmpty, statement.side == .vendor, !reading.isQuestion, let said = followUp(statement, entries)
      {
        reading = said
      }
      switch filter.verdict(statement, reading) {
      case .nothing: continue
      case .promise: entries.append(.init(statement: statement, reading: reading, isWithdrawal: false))
      case .withdrawal: entries.append(.init(statement: statement, reading: reading, isWithdrawal: true))
      }
    }
    var promises: [Promise] = []
    for entry in Revisions.standing(entries, isMail: isMail) { append(entry, to: &promises) }
    return promises
  }

  /// "Ok, 50 seats, final": a number of what was offered before, by its unit alone.
  private func followUp(_ statement: Statement, _ entries: [Revisions.Entry]) -> PromiseReading? {
    guard let said = file.extractor.promisedQuantity(SourceText(line: statement.text), kind: nil, unit: nil),
      let unit = said.unit
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
    let grants = entry.reading.grants
    let parts: [(String, [PromisedGrant])] =
      grants.count > 1 ? grants.map { ($0.text, [$0]) } : [(entry.statement.text, grants)]
    for (text, grants) in parts {
      var promise = Promise(
        id: "P\(promises.count + 1)", text: text, grants: grants, source: source, line: entry.statement.line)
      promise.doubt = file.doubt(promise, entry.reading)
      promises.append(promise)
    }
  }

  private func source(_ statement: Statement) -> String? {
    guard let speaker = statement.speaker else { return nil }
    let name = statement.company.map { "\(speaker) (\($0))" } ?? speaker
    return statement.time.map { "\(name), \($0)" } ?? name
  }
}
