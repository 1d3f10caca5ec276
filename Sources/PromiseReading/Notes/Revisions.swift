// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction

/// What a later message by the same side revises.
enum Revisions {
  /// A statement that was found to be a promise or a withdrawal, in the order of time.
  struct Entry {
    var statement: Statement
    var reading: PromiseReading
    var isWithdrawal: Bool
    /// It granted several things when it was said; some of them may have been revised since.
    var isSplit = false
  }

  /// What still stands of the promises, grant by grant, in the order given. Messages of mails revise by kind; within a
  /// chat an offer is revised where the later one counts the same thing.
  static func settled(_ entries: [Entry], isMail: Bool) -> (standing: [Entry], revised: [(words: String, line: Int)]) {
    var kept: [Entry] = []
    var revised: [(words: String, line: Int)] = []
    let corrects = entries.map { isCorrection($0.statement.text) }
    for entry in entries where !entry.isWithdrawal {
      // From the last back: what revises an offer mostly stands near the end.
      let later = entries.indices.reversed().lazy.filter {
        isLater(entries[$0].statement, corrects[$0], than: entry.statement)
      }
      guard !entry.reading.grants.isEmpty else {
        kept.append(entry)
        continue
      }
      var standing = entry
      standing.isSplit = entry.reading.grants.count > 1
      standing.reading.grants.removeAll { grant in
        later.contains { revises(entries[$0], grant, of: entry, isMail) } || isRetold(grant, of: entry, in: entries)
      }
      if !standing.reading.grants.isEmpty { kept.append(standing) }
      for grant in entry.reading.grants where !standing.reading.grants.contains(grant) {
        let words = standing.isSplit ? grant.text : entry.statement.text
        revised.append((words, entry.statement.line))
      }
    }
    return (kept, revised)
  }

  /// In a later message, or further down where the words say that they correct what stands above.
  private static func isLater(_ statement: Statement, _ corrects: Bool, than earlier: Statement) -> Bool {
    if statement.message != earlier.message { return statement.message > earlier.message }
    return corrects && statement.line > earlier.line
  }

  private static func isCorrection(_ text: String) -> Bool {
    let openings = [
      "correction", "corrected", "scratch that", "sorry", "actually", "make that", "make it", "revised", "no, ",
      "edit:", "update:", "erratum", "no wait", "wait, ",
    ]
    let text = text.lowercased()
    return openings.contains { text.hasPrefix($0) }
  }

  /// What the customer writes down of an offer does not stand beside the vendor's own words for it.
  private static func isRetold(_ grant: PromisedGrant, of entry: Entry, in entries: [Entry]) -> Bool {
    guard entry.statement.side == .customer else { return false }
    return entries.contains { other in
      other.statement.side == .vendor && !other.isWithdrawal
        && other.reading.grants.contains {
          $0.kind == grant.kind && $0.subject == grant.subject && sameThing($0, grant)
        }
    }
  }

  private static func revises(_ later: Entry, _ old: PromisedGrant, of earlier: Entry, _ isMail: Bool) -> Bool {
    // Nobody revises an offer but who made it.
    if later.statement.side == .customer, earlier.statement.side != .customer { return false }
    return later.reading.grants.contains { new in
      guard
        new.kind == old.kind || later.isWithdrawal && new.isBareVoucher && old.kind == "certification_voucher"
          || isBareCredits(new, for: old, of: earlier),
        new.subject == old.subject || later.isWithdrawal
      else { return false }
      if areOfOtherTimes(new, old), !later.isWithdrawal { return false }
      if later.isWithdrawal || new.isKindVague && later.reading.cues.contains(.revision) { return true }
      guard sameThing(new, old) else { return false }
      // "The credits are valid for two years" leaves their number alone.
      if old.hasAmount, !new.hasAmount, new.kind != "support_plan", !later.isWithdrawal { return false }
      if isAddition(later.statement.text) { return false }
      if isMail { return true }
      return later.reading.cues.contains(.revision) || counts(new, old)
    }
  }

  /// "50 credits after all": those of the one sort that were offered.
  private static func isBareCredits(_ new: PromisedGrant, for old: PromisedGrant, of earlier: Entry) -> Bool {
    let credits: Set<String> = ["usage_credit", "training_credit", "development_credit"]
    guard new.isKindVague, new.name?.lowercased() == "credits", let kind = old.kind, credits.contains(kind.rawValue)
    else { return false }
    return earlier.reading.grants.allSatisfy { $0.kind == kind || !credits.contains($0.kind?.rawValue ?? "") }
  }

  private static func sameThing(_ a: PromisedGrant, _ b: PromisedGrant) -> Bool {
    if a.kind == "support_plan" { return a.tier == b.tier || a.tier == nil || b.tier == nil }
    let (x, y) = (Stems.of(a.name ?? ""), Stems.of(b.name ?? ""))
    if a.kind == "usage_credit" || a.kind == "sandbox" || a.kind == "complimentary_product" {
      return a.product == b.product && (x == y || a.isKindVague || b.isKindVague)
    }
    return true
  }

  /// "500k in year one", "and 800k in year two".
  private static func areOfOtherTimes(_ a: PromisedGrant, _ b: PromisedGrant) -> Bool {
    a.timing.isThroughout && b.timing.isThroughout && a.timing.wording != b.timing.wording
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
