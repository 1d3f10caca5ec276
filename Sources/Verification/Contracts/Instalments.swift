// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// "A fund of 90,000, paid in three equal parts of 30,000 at the start of each contract year": the rhythm is that of the
/// parts, and the sum is granted once.
enum Instalments {
  private static let parts: Set<String> = [
    "part", "parts", "instalment", "instalments", "installment", "installments", "tranche", "tranches", "portions",
  ]
  private static let numbers: [String: Int] = ["two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7]

  static func settle(_ entitlements: inout [Entitlement]) {
    for index in entitlements.indices where entitlements[index].recurrence != nil && isWhole(entitlements[index]) {
      entitlements[index].recurrence = nil
    }
  }

  /// Paid or made available in parts, so that all of it is not there at once.
  static func isInParts(_ entitlement: Entitlement) -> Bool { count(of: entitlement) != nil }

  /// The sum of all parts, and not one of them, was taken for the amount: a part of it, or none, stands behind it.
  private static func isWhole(_ entitlement: Entitlement) -> Bool {
    guard let count = count(of: entitlement), let amount = entitlement.value?.amount ?? entitlement.quantity?.amount,
      let quote = entitlement.evidence.first(where: { $0.role == .grant })?.quote
    else { return false }
    let part = PlainWords.amount(amount / Decimal(count))
    let whole = PlainWords.amount(amount)
    let words = quote.split(separator: " ").map(String.init)
    func place(_ number: String) -> Int? { words.firstIndex { $0.figure == number.figure } }
    let noun = words.firstIndex { parts.contains(String($0.lowercased().filter(\.isLetter))) }
    guard let first = place(whole) else { return false }
    // "90,000 in three yearly instalments": no part is named, and so the only amount is the sum.
    guard let second = place(part) else { return noun.map { first < $0 } ?? false }
    return first < second
  }

  /// "Three equal parts", "three (3) yearly instalments": how many.
  private static func count(of entitlement: Entitlement) -> Int? {
    for evidence in entitlement.evidence where evidence.role == .grant {
      let words = NameMatch.words(evidence.quote)
      for at in words.indices where parts.contains(words[at]) {
        for before in words[max(0, at - 4)..<at].reversed() {
          if let count = numbers[before] ?? Int(before), (2...20).contains(count) { return count }
        }
      }
    }
    return nil
  }
}

extension String {
  /// "(90,000)." as "90000".
  fileprivate var figure: String {
    let bare = filter { $0.isNumber || $0 == "." }
    return bare.hasSuffix(".") ? String(bare.dropLast()) : bare
  }
}
