// SPDX-License-Identifier: GPL-3.0-or-later

/// What the two sides of a document go by, split into words once for all its clauses.
struct GivingParties {
  let customers: Names
  let vendors: Names

  /// Made when it is first asked for, and kept.
  final class Kept {
    private var parties: GivingParties?

    func parties(_ knowledge: DocumentKnowledge) -> GivingParties {
      if let parties { return parties }
      let made = GivingParties(knowledge)
      parties = made
      return made
    }
  }

  /// What a side goes by, word by word, and the first words of it.
  struct Names {
    let names: [[String]]
    let openers: Set<String>
    /// The words of the names the document itself gives, without those for the role.
    let ownWords: Set<String>
    let ownOpeners: Set<String>

    init(_ own: [String], roles: [String]) {
      names = (own + roles).map(Self.words).filter { !$0.isEmpty }
      openers = Set(names.map { $0[0] })
      let split = own.map(Self.words)
      ownWords = Set(split.joined())
      ownOpeners = Set(split.compactMap(\.first))
    }

    private static func words(_ name: String) -> [String] { name.split(separator: " ").map(String.init) }
  }

  /// The words for a side's role name it wherever the other side does not go by them.
  init(_ knowledge: DocumentKnowledge) {
    let customers = ["customer", "client", "subscriber", "licensee", "purchaser", "buyer"]
    let vendors = ["supplier", "vendor", "provider", "licensor", "seller"]
    self.customers = Names(
      knowledge.customerNames, roles: customers.filter { !knowledge.vendorNames.contains($0) })
    self.vendors = Names(knowledge.vendorNames, roles: vendors.filter { !knowledge.customerNames.contains($0) })
  }
}
