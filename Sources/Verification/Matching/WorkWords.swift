// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Words of work that mean the same for a promise by what it does: moving, loading and migrating.
enum WorkWords {
  private static let same: [Set<String>] = [
    Stems.of(
      "migrate migrates migration moves moved moving move transfer transfers loading load loads convert conversion import"
    ),
    Stems.of("setup configure configuration install installation configures configured installed"),
    Stems.of("build builds built building develop develops developed development create creates program"),
    Stems.of("connector connectors interface interfaces integration integrations connection"),
  ]
  private static let idle = Stems.of("team their they them expense customer vendor engineers consultants people")

  /// Whether the words tell of moving data: "migrate", "move our records".
  static func areMigration(_ stems: Set<String>) -> Bool {
    !stems.isDisjoint(with: Stems.of("migrate migration migrates migrating"))
      || !stems.isDisjoint(with: same[0])
        && !stems.isDisjoint(with: Stems.of("data records files history archive archives documents"))
  }

  static func of(_ stems: Set<String>) -> Set<String> {
    var found = stems.subtracting(idle)
    for (index, words) in same.enumerated() where !found.isDisjoint(with: words) {
      found.subtract(words)
      found.insert("work \(index)")
    }
    return found
  }
}

extension GrantChecker {
  /// More in common than the data or the systems that any work is done on.
  func sharesWork(_ entitlement: Entitlement) -> Bool {
    let texts = [entitlement.name, entitlement.purpose].compactMap { $0 } + entitlement.evidence.map(\.quote)
    let wanted = WorkWords.of(grant.words.union(Stems.of(grant.name ?? ""))).subtracting(Self.objects)
    return wanted.isEmpty || !wanted.isDisjoint(with: WorkWords.of(Stems.of(texts.joined(separator: " "))))
  }

  private static let objects = Stems.of(
    "data system systems records users team platform software order contract start free charge cost")
}
