// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Patterns

/// Slips that would pass for something of their own, and faults behind others.
@Suite struct PackSlipTests {
  private static let head = "pack: a/1\n"

  @Test func aKindWithASlipIsNoNewKind() {
    let core = "pack: a/1\nkinds:\n  training_credit: {about: Of training., unit: credit, names: [one]}\n"
    let found = faults(core, "pack: b/1\nkinds:\n  training_credits: {names: [two]}\n  gift: {names: [three]}\n")
    #expect(
      found.map(\.message)
        == ["training_credits", "gift"].map {
          "unknown kind `\($0)`: a new one needs `about` and `unit`, which is null where nothing is counted"
        })
    #expect(found.map(\.suggestion) == ["training_credit", nil])
    #expect(faults(core, "pack: b/1\nkinds:\n  gift: {about: A gift., unit: null, names: [two]}\n") == [])
  }

  @Test func aRuleWithoutIdHidesNothing() {
    let found = faults(Self.head + "rules:\n  - {grants: anny, phrase: '{nope}', priority: high, examples: []}\n")
    #expect(
      found.map(\.message).sorted() == [
        "`priority` must be a whole number", "a rule without `id`",
        "a rule without `id` has no example under `examples`",
        "a rule without `id` has no near miss under `rejects`", "unknown kind `anny`", "unknown slot `nope`",
      ])
  }

  @Test(arguments: [
    ("words:\n  a: []\n", "`a` holds no words"), ("words:\n  a:\n    b: []\n", "`b` holds no words"),
    ("kinds:\n  k: {names: [7]}\n", "a name must be a text: put it in quotation marks"),
    ("about:\n", "`about` is missing"),
    (
      "rules:\n  - {id: one, grants: any, phrase: x, examples: [x], rejects: [5]}\n",
      "a near miss must be a text: put it in quotation marks"
    ),
    (
      "words: {fee_base: {annual_fees: [a]}}\nrules:\n"
        + "  - {id: one, grants: any, phrase: x, examples: [{text: x, gives: {of: anual_fees}}], rejects: [y]}\n",
      "unknown of `anual_fees`"
    ),
  ])
  func findsWrongTypes(text: String, fault: String) {
    #expect(faults(Self.head + text).contains { $0.message == fault })
  }
}
