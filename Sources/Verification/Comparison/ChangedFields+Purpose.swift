// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel

/// What a grant may be used for, before and after.
extension ChangedFields {
  /// What may be spent on anything, and who is to have it, are no aims.
  private static let aimed: Set<String> = ["services_hours", "development_credit", "success_fund", "partner_voucher"]

  /// One of several aims is gone, or the only one is another: narrower. What says no aim after is wider. An aim that is
  /// new beside silence takes nothing away by itself: words such as "only" do, which are restrictions.
  mutating func comparePurpose() {
    guard Self.aimed.contains(old.kind.rawValue), let a = Aims(of: old), !a.items.isEmpty else { return }
    // "Only for training" is a restriction, and told of as one.
    guard !(worse + better).contains(where: { $0.field == .conditions }) else { return }
    guard let b = Aims(of: new), !b.items.isEmpty else {
      return note(.conditions, "for \(a.text)", nil, isWorse: false)
    }
    if !a.missing(from: b).isEmpty {
      note(.conditions, "for \(a.text)", "for \(b.text)", isWorse: true)
    } else if !b.missing(from: a).isEmpty {
      note(.conditions, "for \(a.text)", "for \(b.text)", isWorse: false)
    }
  }
}

/// Aims that a clause lists: "data migration, integration and training".
struct Aims {
  let text: String
  /// Stems of each.
  let items: [Set<String>]
  private let all: Set<String>

  /// Nil where the grant says no purpose.
  init?(of entitlement: Entitlement) {
    let quote = entitlement.evidence.first { $0.role == .grant }?.quote ?? ""
    // What extraction did not take for a purpose may be one all the same.
    guard let purpose = entitlement.purpose ?? Self.purpose(in: quote) else { return nil }
    text = Self.list(beginningWith: purpose, in: quote)
    let parts = text.replacing(" and ", with: ",").replacing(" or ", with: ",").replacing(" as well as ", with: ",")
      .split(whereSeparator: { ",/&;".contains($0) })
    items = parts.map { Self.stems(String($0)) }.filter { !$0.isEmpty }
    all = items.reduce(into: Self.stems(quote)) { $0.formUnion($1) }
  }

  /// Aims of which the other clause has no word.
  func missing(from other: Aims) -> [Set<String>] {
    guard !AimWords.abbreviates(text, other.text), !AimWords.abbreviates(other.text, text) else { return [] }
    return items.filter { item in
      !item.contains { stem in other.all.contains { AimWords.areAlike($0, stem) } }
    }
  }

  /// Who is to have it is no aim.
  private static let people: Set<String> = [
    "team", "staff", "people", "user", "users", "emplo", "employ", "collea", "admin", "admini", "compan", "organi",
    "busine", "depart", "custom", "affili", "subsid", "planne", "engine", "develo", "members", "purpos",
  ]

  private static func stems(_ text: String) -> Set<String> { Stems.of(text).subtracting(people) }

  private static func purpose(in quote: String) -> String? {
    guard let place = [" for ", " towards ", " toward "].lazy.compactMap({ quote.firstRange(of: $0) }).first else {
      return nil
    }
    let words = quote[place.upperBound...].prefix { !".;,(".contains($0) }
    return words.isEmpty ? nil : String(words)
  }

  /// The purpose with what its clause lists behind it.
  private static func list(beginningWith purpose: String, in quote: String) -> String {
    guard let place = quote.firstRange(of: purpose) else { return purpose }
    let rest = String(quote[place.upperBound...])
    // Only a list goes on: ", integration and training".
    guard rest.hasPrefix(",") || rest.hasPrefix(" and ") || rest.hasPrefix(" or ") else { return purpose }
    let ends = [
      ".", ";", "(", " at no", " free", " valid", " until", " during", " within", " which", " that", " to be ",
    ]
    var tail = rest
    for end in ends {
      if let cut = tail.firstRange(of: end) { tail = String(tail[..<cut.lowerBound]) }
    }
    return purpose + tail
  }
}
