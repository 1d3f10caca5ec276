// SPDX-License-Identifier: GPL-3.0-or-later

/// A party where the document introduces it, with what the document calls it from then on.
struct PartyMention {
  enum Role { case customer, vendor }
  var name: String
  var tokens: Range<Int>
  /// What it goes by, lower case, without article: `customer`, `acme`.
  var aliases: [String] = []
  var isOrganisation = true
  var role: Role?

  /// The role that a defined word gives its bearer.
  static func role(ofAlias alias: String) -> Role? {
    let words = alias.split(separator: " ").map(String.init)
    if words.contains(where: customerWords.contains) { return .customer }
    if words.contains(where: vendorWords.contains) { return .vendor }
    return nil
  }

  private static let customerWords: WordSet = [
    "customer", "client", "subscriber", "licensee", "buyer", "purchaser", "member", "user", "you", "university",
    "council", "agency", "bank", "district", "hospital", "enrolled",
  ]
  private static let vendorWords: WordSet = [
    "vendor", "supplier", "provider", "licensor", "seller", "reseller", "sfdc", "we", "us", "contractor", "consultant",
  ]
}
