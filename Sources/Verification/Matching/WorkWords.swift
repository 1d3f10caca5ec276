// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction

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

  static func of(_ stems: Set<String>) -> Set<String> {
    var found = stems.subtracting(idle)
    for (index, words) in same.enumerated() where !found.isDisjoint(with: words) {
      found.subtract(words)
      found.insert("work \(index)")
    }
    return found
  }
}
