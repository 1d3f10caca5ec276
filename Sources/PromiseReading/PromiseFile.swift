// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion
import InventoryModel

/// Reads a file of promises: CSV, JSON, plain text or a mail. A function of its arguments, without state.
public struct PromiseFile: Sendable {
  let extractor: Extractor
  let parties: PromiseParties

  /// `parties` tells who offers and who asks; without it that is guessed from what each side says.
  public init(extractor: Extractor, parties: PromiseParties = PromiseParties()) {
    self.extractor = extractor
    self.parties = parties
  }

  /// Reads a file's bytes; its name settles the format where its content does not. Throws `PromiseFileError` where
  /// nothing can be read; what can be read only in part stands among the problems.
  public func read(_ bytes: [UInt8], fileName: String) throws(PromiseFileError) -> PromiseList {
    guard bytes.contains(where: { $0 > 0x20 }) else { throw .empty }
    // PDF, and the ZIP that office documents are: text only by chance.
    if bytes.starts(with: Array("%PDF-".utf8)) || bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { throw .binary }
    let ending = fileName.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if ending == "eml" || ending == "mbox" || MailSigns.looksLikeMail(bytes) {
      if let list = try mail(bytes) { return list }
    }
    let decoded = DecodedText(bytes)
    guard !decoded.isBinary else { throw .binary }
    var list =
      switch PromiseFormat.of(decoded.text, ending: ending) {
      case .json: try JSONPromises(file: self).read(decoded.text)
      case .csv: try CSVPromises(file: self).read(decoded.text)
      case .text, .mail: try NotePromises(file: self).read(decoded.text)
      }
    if ending == "eml" || ending == "mbox" {
      list.problems.insert(
        .init(.malformedMail, "The file has no headers of a mail; it was read as plain text."), at: 0)
    }
    list.problems = decoded.problems + list.problems
    settleVagueKinds(&list.promises)
    return list
  }

  /// Nil where the file only calls itself a mail and is a text.
  private func mail(_ bytes: [UInt8]) throws(PromiseFileError) -> PromiseList? {
    var list: PromiseList
    do {
      list = try MailPromises(file: self).read(bytes)
    } catch .malformedMail {
      if DecodedText(bytes).isBinary { throw .malformedMail }
      return nil
    }
    settleVagueKinds(&list.promises)
    return list
  }

  /// "5,000 text credits": of a sort of their own, though no pack knows it.
  private func isQualified(_ grant: PromisedGrant) -> Bool {
    let words = grant.text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard let at = words.firstIndex(where: { $0.hasPrefix("credit") }), at > 0 else { return false }
    let idle: Set<String> = [
      "the", "a", "of", "these", "those", "your", "our", "their", "my", "free", "unused", "any", "all", "some", "more",
      "additional", "extra", "remaining", "leftover", "same", "and", "with", "no", "for", "get", "have", "give", "both",
      "new", "complimentary", "million", "thousand", "k", "m", "hundred", "dozen", "which", "that", "on", "to", "in",
    ]
    let word = words[at - 1]
    return !idle.contains(word) && !word.contains(where: \.isNumber) && !isNumeral(word)
  }

  private func isNumeral(_ word: String) -> Bool {
    extractor.promisedQuantity(SourceText(line: word), kind: nil, unit: nil) != nil
  }

  /// "The credits" are those that were spoken of before; where two sorts were, nobody knows which.
  private func settleVagueKinds(_ promises: inout [Promise]) {
    let credits: Set<String> = ["usage_credit", "training_credit", "development_credit"]
    var known: [PromisedGrant] = []
    for index in promises.indices {
      for position in promises[index].grants.indices {
        let grant = promises[index].grants[position]
        guard let kind = grant.kind, credits.contains(kind.rawValue) else { continue }
        guard grant.isKindVague else {
          if grant.name?.lowercased().contains("credit") ?? false { known.append(grant) }
          continue
        }
        // "Training for EUR 4,000" is of no credits.
        guard grant.name?.lowercased().contains("credit") ?? false, !isQualified(grant) else { continue }
        let kinds = Set(known.map(\.kind))
        if kinds.count == 1, let last = known.last {
          promises[index].grants[position].kind = last.kind
          promises[index].grants[position].name = last.name
          promises[index].grants[position].isKindVague = false
        } else if kinds.count > 1, !grant.hasAmount, promises[index].doubt == nil {
          promises[index].doubt = .ambiguous
        }
      }
    }
  }
}
