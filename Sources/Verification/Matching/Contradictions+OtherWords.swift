// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Refusals of a kind by words that no pack takes for its name: "access to the API is not part of this Order",
/// "non-production environments are expressly excluded".
extension Contradictions {
  /// The shortest way to say no: a clause that refuses one thing, which is of the promised kind.
  func denialInOtherWords(of grant: PromisedGrant) -> Place? {
    guard let kind = grant.kind, let heads = Self.heads[kind.rawValue] else { return nil }
    return clauses.first { place in
      let clause = place.clause
      guard clause.isRefused, !clause.isFree, !clause.isOptional, !clause.isDefinition, clause.unused == nil,
        clause.restrictions.isEmpty,
        !clause.mentions.contains(where: { $0.kind != kind && !$0.isWeak })
      else { return false }
      let words = NameMatch.words(clause.evidence.quote)
      guard words.count < 28 else { return false }
      return heads.contains { head in
        guard let at = words.firstIndex(where: { $0.hasPrefix(head.word) }) else { return false }
        guard let with = head.with else { return true }
        return words[max(0, at - 3)..<min(words.count, at + 4)].contains { $0.hasPrefix(with) }
      }
    }
  }

  struct Head {
    var word: String
    /// A word that must stand near, where the first alone names much else.
    var with: String?
    init(_ word: String, with other: String? = nil) {
      self.word = word
      with = other
    }
  }

  private static let heads: [String: [Head]] = [
    "api_capacity": [Head("api"), Head("interface", with: "program")],
    "sandbox": [
      Head("sandbox"), Head("production", with: "environment"), Head("nonproduction"),
      Head("test", with: "environment"),
      Head("test", with: "system"), Head("test", with: "tenant"), Head("staging"),
    ],
    "storage": [Head("storage"), Head("archiv"), Head("disk")],
    "certification_voucher": [Head("exam"), Head("certification"), Head("certificate")],
    "training_credit": [
      Head("training"), Head("course"), Head("classroom"), Head("tuition"), Head("education"), Head("class"),
    ],
    "accelerator": [Head("coaching"), Head("accelerator"), Head("workshop"), Head("expert", with: "session")],
    "development_credit": [Head("development"), Head("custom", with: "program")],
    "success_fund": [Head("fund"), Head("budget", with: "success"), Head("budget", with: "launch")],
    "services_hours": [
      Head("consult"), Head("professional", with: "service"), Head("implementation", with: "service"), Head("advisory"),
    ],
  ]
}
