// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationEssentials
import Ingestion
import InventoryModel

/// Decides which statements promise something.
struct OfferFilter {
  enum Verdict { case promise, withdrawal, nothing }

  func verdict(_ statement: Statement, _ reading: PromiseReading) -> Verdict {
    let cues = reading.cues
    if statement.section == .tasks || statement.section == .asks { return .nothing }
    if cues.contains(.advert) && !cues.contains(.offer) { return .nothing }
    // "Here is what you get:" leads in and promises nothing.
    if statement.text.hasSuffix(":"), !reading.grants.contains(where: \.hasAmount) { return .nothing }
    if isListedOffer(statement) { return isQuestionOrAsk(reading) ? .nothing : .promise }
    if reading.isQuestion { return .nothing }
    if statement.side == .customer, !isRecap(statement, reading) { return .nothing }
    if cues.contains(.withdrawn), !reading.grants.contains(where: \.hasAmount) || !cues.contains(.offer) {
      return reading.grants.isEmpty ? .nothing : .withdrawal
    }
    guard let first = reading.grants.first else {
      return .nothing
    }
    // Somebody will try: worth an entry, for it looks like a promise and is none.
    if cues.contains(.effort), statement.side == .vendor || cues.contains(.offer) { return .promise }
    if isAnecdote(statement.text) { return .nothing }
    let isOffer = cues.contains(.offer) || statement.side == .vendor && !cues.contains(.status)
    if cues.contains(.otherCustomer) && !speaksToYou(statement.text) { return .nothing }
    if (cues.contains(.ask) || cues.contains(.status)) && !cues.contains(.offer) && !cues.contains(.counter) {
      return .nothing
    }
    if first.subject != .grant { return isOffer || statement.isBullet || cues.contains(.offer) ? .promise : .nothing }
    if reading.grants.contains(where: { $0.hasAmount || $0.isFree }) { return .promise }
    if first.kind == "support_plan", !first.isKindVague { return isOffer ? .promise : .nothing }
    return cues.contains(.offer) && (statement.isBullet || !first.isKindVague || statement.side == .vendor)
      ? .promise : .nothing
  }

  /// A bullet under "what they promised" is a promise, whatever its words.
  private func isListedOffer(_ statement: Statement) -> Bool {
    statement.section == .offers && statement.isBullet && statement.side != .customer
  }

  private func isQuestionOrAsk(_ reading: PromiseReading) -> Bool {
    reading.isQuestion || reading.cues.contains(.ask) && !reading.cues.contains(.offer) && reading.grants.isEmpty
  }

  /// The customer writes down what the vendor said: "you offered 40 seats".
  private func isRecap(_ statement: Statement, _ reading: PromiseReading) -> Bool {
    reading.cues.contains(.offer) && !reading.cues.contains(.ask)
      && ["you ", "your team "].contains { statement.text.lowercased().contains($0) }
  }

  /// "Fernhill Bank got ten sandboxes": somebody with a name, who is neither side, did.
  private func isAnecdote(_ text: String) -> Bool {
    let words = text.split { !$0.isLetter && $0 != "'" }.map(String.init)
    let verbs: Set<String> = ["got", "used", "bought", "consumed", "burned", "had", "purchased", "spent", "took"]
    for index in words.indices.dropFirst().dropLast() where verbs.contains(words[index]) {
      let subject = words[index - 1]
      guard subject.first?.isUppercase ?? false, subject != "I", subject != "We", subject != "You" else { continue }
      if !["us", "you", "me", "approval"].contains(words[index + 1]) { return true }
    }
    return false
  }

  private func speaksToYou(_ text: String) -> Bool {
    let words = Set(text.lowercased().split { !$0.isLetter }.map(String.init))
    return words.contains("you") && !words.contains("connect")
      && (words.contains("get") || words.contains("receive") || words.contains("give"))
  }
}

/// What a later message by the same side revises.
enum Revisions {
  /// A statement that was found to be a promise or a withdrawal, in the order of time.
  struct Entry {
    var statement: Statement
    var reading: PromiseReading
    var isWithdrawal: Bool
  }

  /// The promises that still stand, in the order given. Messages of mails revise by kind; within a chat an offer is
  /// revised where the later one counts the same thing.
  static func standing(_ entries: [Entry], isMail: Bool) -> [Entry] {
    entries.indices.filter { index in
      let entry = entries[index]
      guard !entry.isWithdrawal else { return false }
      return !entries.contains { later in
        later.statement.message > entry.statement.message && revises(later, entry, isMail)
      }
    }.map { entries[$0] }
  }

  private static func revises(_ later: Entry, _ earlier: Entry, _ isMail: Bool) -> Bool {
    guard !earlier.reading.grants.isEmpty else { return false }
    return earlier.reading.grants.allSatisfy { old in
      later.reading.grants.contains { new in
        guard new.kind == old.kind, new.subject == old.subject || later.isWithdrawal else { return false }
        if later.isWithdrawal || new.isKindVague && later.reading.cues.contains(.revision) { return true }
        guard sameThing(new, old) else { return false }
        if isAddition(later.statement.text) { return false }
        if isMail { return true }
        return later.reading.cues.contains(.revision) || counts(new, old)
      }
    }
  }

  private static func sameThing(_ a: PromisedGrant, _ b: PromisedGrant) -> Bool {
    if a.kind == "support_plan" { return a.tier == b.tier || a.tier == nil || b.tier == nil }
    let (x, y) = (Stems.of(a.name ?? ""), Stems.of(b.name ?? ""))
    if a.kind == "usage_credit" || a.kind == "sandbox" || a.kind == "complimentary_product" {
      return a.product == b.product && (x == y || a.isKindVague || b.isKindVague)
    }
    return true
  }

  private static func counts(_ a: PromisedGrant, _ b: PromisedGrant) -> Bool {
    if let x = a.quantity, let y = b.quantity { return x.unit == y.unit && a.recurrence == b.recurrence }
    return a.value != nil && b.value != nil
  }

  private static func isAddition(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains {
      ["another", "further", "additional", "additionally", "top", "plus", "also", "more"].contains($0)
    }
  }
}
