// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Patterns

/// What phrases match, shown by texts that they do and do not match as a whole.
@Suite struct PhraseParserTests {
  @Test(arguments: [
    (
      "training credit(s)", ["training credit", "Training CREDITS", "training-credits"],
      ["training", "training creditss"]
    ),
    ("class(|es|s)", ["class", "classes", "classs"], ["class es"]),
    ("remed(y|ies)", ["remedy", "remedies"], ["remed"]),
    ("(seat|place)(s)", ["seat", "places"], ["seat places"]),
    ("(day|man day)(s)", ["day", "man days"], ["man"]),
    ("a [b] c", ["a c", "a b c"], ["a b b c"]),
    ("a [b [c|d]] e", ["a e", "a b e", "a b d e"], ["a c e"]),
    ("(a|b c|) d", ["a d", "b c d", "d"], ["b d"]),
    ("a ...2 b", ["a b", "a x b", "a x, b"], ["a x y z b"]),
    ("a ... b", ["a 1 2 3 4 5 6 b"], ["a 1 2 3 4 5 6 7 b"]),
    ("on-site", ["on-site", "on site", "ON‑SITE"], ["onsite"]),
    ("non transferable", ["non-transferable", "“non transferable”"], []),
    ("customer 's own", ["customer's own", "Customer’s own"], ["customer own"]),
    ("training, seats", ["training, seats"], ["training seats"]),
    ("24x7", ["24x7"], ["24 7"]),
    ("{(} net {)}", ["(net)"], ["net"]),
    ("a ({number}) b", ["a (5) b"], ["a 5 b"]),
    ("a ({number}|x) b", ["a 5 b", "a x b"], ["a (5) b"]),
    ("{money|percent} off", ["$5 off", "5% off"], ["5 off"]),
    ("café", ["CAFÉ", "café"], ["cafe"]),
    ("a/b", ["a/b", "a / b"], ["a b"]),
    ("a - b", ["a - b", "a – b"], ["a b"]),
    ("{name} Corp", ["Blue Ocean Corp", "Bank of Spain Corp", "Blue & Grey Corp"], ["blue Corp", "Blue is Red Corp"]),
    ("a{|}b", ["a|b"], ["a b"]),
    ("\"quoted\" words", ["quoted words"], []),
  ])
  func readsPhrases(phrase: String, matching: [String], others: [String]) throws {
    let reader = try Reader(phrases: [phrase])
    for text in matching {
      #expect(
        reader.matches(text).contains { $0.wordsOnly == text.unquoted }, "\(phrase) in \(text): \(reader.matches(text))"
      )
    }
    for text in others {
      #expect(!reader.matches(text).contains { $0.wordsOnly == text.unquoted }, "\(phrase) in \(text)")
    }
  }
}

extension String {
  /// Without the rule before it and the captures behind it.
  fileprivate var wordsOnly: String {
    let start = firstIndex(of: " ").map { index(after: $0) } ?? startIndex
    return self[start...].split(separator: " | ").first.map(String.init) ?? ""
  }
  fileprivate var unquoted: String { String(filter { !"“”".contains($0) }) }
}
