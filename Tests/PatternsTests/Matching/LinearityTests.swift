// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Patterns

/// Steps, counted and not timed, on texts made to be slow.
@Suite struct LinearityTests {
  private static let phrases = [
    "a ...40 a ...40 a ...40 b", "{number} ...40 {kind} ...40 {money}", "[a] [a] [a] [a] [a] [a] [a] [a] c",
    "(a|a a|a a a) (a|a a|a a a) d", "{kind} ...30 {kind} ...30 e", "{name} ...20 {name} f", "a", "(a|b) ...40 (a|b)",
  ]

  @Test(arguments: [
    "a ", "5 training credits ", "$5 5% ", "Big a ", "a training credit voucher 5 ", "a. A ", "a b c d e f ",
    "training ", "start ",
  ])
  func stepsDoubleWithTheText(word: String) throws {
    let reader = try Reader(phrases: Self.phrases)
    var last = 0
    for doubling in 0...4 {
      let stream = reader.stream(String(repeating: word, count: 120 << doubling))
      var matcher = Matcher(reader.patterns)
      _ = matcher.matches(in: stream, values: Reader.values(stream))
      // Twice the text, twice the steps, but for what borders cost.
      if doubling > 0 { #expect(matcher.steps <= last * 2 + last / 50 + 2000, "\(word) \(doubling)") }
      #expect(matcher.steps <= stream.count * 3000)
      last = matcher.steps
    }
  }
}
