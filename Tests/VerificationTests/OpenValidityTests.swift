// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

/// Lengths whose first day no document gives.
@Suite struct OpenValidityTests {
  private static func grant(_ length: String) -> String {
    "1. Quillmark grants Customer 70 training credits free of charge. \(length)"
  }

  @Test(arguments: [
    ("They are valid for 24 months.", "They are valid for 12 months.", "weakened validity"),
    ("They are valid for 12 months.", "They are valid for two years.", "improved validity"),
    ("They are valid for 24 months.", "They are valid for two years.", "kept"),
    (
      "They may be used until the rollout is complete.", "They may be used until the pilot is complete.",
      "weakened validity"
    ),
  ])
  func renewalsAreHeldAgainstTheLengthBefore(_ before: String, _ after: String, _ change: String) throws {
    #expect(
      try Support.changes(Self.grant(before), Self.grant(after)) == ["training_credit \(change)"])
  }

  @Test(arguments: [
    ("70 training credits valid for 24 months", "landed"), ("70 training credits, good for two years", "landed"),
    ("70 training credits valid for 36 months", "weakened validity"),
  ])
  func promisesAreHeldAgainstTheSameLength(_ promise: String, _ verdict: String) throws {
    #expect(try Support.verdict(promise, Self.grant("They are valid for 24 months.")) == verdict)
  }
}
