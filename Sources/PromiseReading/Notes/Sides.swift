// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion

/// Tells whose words are whose: by the contracts' parties, else by who offers and who asks.
struct Sides {
  let parties: PromiseParties
  let extractor: Extractor

  /// The side of a company or of a mail address's domain; unknown where neither party's name has a word of it.
  func side(of name: String) -> Side {
    let words = Self.words(name)
    if parties.vendors.contains(where: { shares($0, words) }) { return .vendor }
    if parties.customers.contains(where: { shares($0, words) }) { return .customer }
    return .unknown
  }

  private func shares(_ party: String, _ words: [String]) -> Bool {
    guard let first = Self.words(party).first else { return false }
    return words.contains {
      $0 == first || $0.utf8.count > 4 && (first.hasPrefix($0) || $0.hasPrefix(first) && first.utf8.count > 4)
    }
  }

  /// Words of a name without forms of companies; of an address the domain's.
  static func words(_ name: String) -> [String] {
    let tail = name.split(separator: "@").last.map(String.init) ?? name
    let idle: Set<String> = [
      "the", "inc", "llc", "ltd", "gmbh", "com", "net", "org", "example", "www", "mail", "se", "ag", "sa", "co",
    ]
    return tail.lowercased().utf8.split { !($0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80) }
      .map { String(decoding: $0, as: UTF8.self) }.filter { !idle.contains($0) && $0.utf8.count > 1 }
  }

  /// Gives every statement of a chat its side; `readings` are what the statements say.
  func settle(_ statements: inout [Statement], _ readings: [PromiseReading]) {
    var known: [String: Side] = [:]
    var scores: [String: Int] = [:]
    for (statement, reading) in zip(statements, readings) {
      guard let key = key(statement) else { continue }
      if known[key] == nil { known[key] = side(of: statement.company ?? key) }
      if reading.isQuestion || reading.cues.contains(.ask) { scores[key, default: 0] -= 1 }
      if reading.cues.contains(.offer), !reading.isQuestion { scores[key, default: 0] += 2 }
      if !reading.grants.isEmpty, !reading.isQuestion { scores[key, default: 0] += 1 }
    }
    let unknown = known.filter { $0.value == .unknown }.keys.sorted()
    // Where one side is known the others that are not are the other one, unless there are several.
    let hasVendor = known.values.contains(.vendor)
    let best = unknown.max { (scores[$0, default: 0], $1) < (scores[$1, default: 0], $0) }
    for key in unknown {
      if hasVendor {
        known[key] = known.values.contains(.customer) || unknown.count > 1 ? .unknown : .customer
      } else {
        let rest = unknown.filter { $0 != key }.map { scores[$0, default: 0] }.max() ?? 0
        known[key] = key == best && scores[key, default: 0] > min(0, rest) ? .vendor : .customer
      }
    }
    for index in statements.indices {
      if let key = key(statements[index]) { statements[index].side = known[key] ?? .unknown }
    }
  }

  private func key(_ statement: Statement) -> String? {
    if let company = statement.company { return Self.words(company).first ?? company }
    return statement.speaker
  }
}
