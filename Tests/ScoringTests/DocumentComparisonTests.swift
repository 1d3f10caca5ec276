// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import Scoring
import Testing

@Suite struct DocumentComparisonTests {
  private static let credits: JSONValue = [
    "kind": "training_credit", "quantity": ["amount": 40, "unit": "credit", "per": .null], "value": .null,
    "fee": ["amount": 0, "currency": "USD", "percent": .null, "of": .null],
    "validity": ["start": "2025-02-01", "end": "2026-01-31", "redeem_by": .null], "recurrence": .null, "tier": .null,
    "conditions": ["unused": "forfeited"], "gaps": [], "superseded_by": .null,
    "evidence": [["quote": "forty (40) training credits"]],
  ]

  private func compare(_ gold: [JSONValue], _ read: [JSONValue]) -> DocumentComparison {
    DocumentComparison(
      name: "d", gold: .object([.init("entitlements", .array(gold))]), document: ["id": "x"], entitlements: read)
  }

  private func differing(_ key: String, _ value: JSONValue, from base: JSONValue = credits) -> JSONValue {
    .object((base.members ?? []).map { $0.key == key ? .init(key, value) : $0 })
  }

  @Test func `What is equal is right`() {
    let comparison = compare([Self.credits], [Self.credits])
    #expect(comparison.misses == [] && comparison.pairs.count == 1 && comparison.pairs[0].isExact)
  }

  private static let differences: [(String, JSONValue, [String])] = [
    ("quantity", ["amount": 41, "unit": "credit"], ["quantity"]),
    ("quantity", JSONValue.null, ["quantity", "unit"]),
    ("value", ["amount": 5, "currency": "USD"], ["value"]),
    ("fee", ["amount": JSONValue.null, "percent": 8], ["fee"]),
    ("validity", ["start": "2025-02-02", "end": "2026-02-01", "redeem_by": JSONValue.null], []),
    (
      "validity", ["start": "2025-02-03", "end": JSONValue.null, "redeem_by": JSONValue.null],
      ["validity_start", "validity_end"]
    ),
    ("recurrence", ["every": "month", "periods": []], ["recurrence"]),
    ("conditions", ["unused": JSONValue.null], ["unused"]), ("tier", "premier", ["tier"]),
    ("gaps", ["purpose"], ["gaps"]),
  ]

  @Test(arguments: differences)
  func `What differs is said field by field`(key: String, value: JSONValue, fields: [String]) {
    let comparison = compare([Self.credits], [differing(key, value)])
    #expect(comparison.pairs[0].fields.filter { !$0.isRight }.map(\.name) == fields)
  }

  @Test func `What the gold leaves out is not compared; null says that there is none`() {
    let read = differing("value", ["amount": 9, "currency": "EUR"])
    #expect(compare([["kind": "training_credit"]], [read]).misses == [])
    #expect(compare([["kind": "training_credit", "value": .null]], [read]).misses.count == 1)
  }

  @Test func `Pairs are the best ones of equal kind`() {
    let other = differing("quantity", ["amount": 7, "unit": "credit"])
    let comparison = compare([Self.credits, other], [other, Self.credits, differing("kind", "sandbox")])
    #expect(comparison.pairs.map(\.read) == [1, 0])
    #expect(comparison.missed == [] && comparison.extra == [2])
  }

  @Test func `An optional grant is neither demanded nor punished`() {
    let optional: JSONValue = ["kind": "training_credit", "optional": true]
    #expect(compare([optional], []).misses == [])
    let found = compare([optional], [Self.credits])
    #expect(found.misses == [] && found.demanded == 0 && found.claimed == 0)
  }

  private static let headers: [(String, JSONValue, JSONValue, Bool)] = [
    ("vendor", "Acme, Inc.", "acme inc", true), ("vendor", "Acme", "Other", false),
    ("vendor", JSONValue.null, JSONValue.null, true), ("order_number", "Q-1", "Q-1", true),
    ("order_number", JSONValue.null, "Q-1", false), ("parties", ["A b", "C"], ["c", "A B"], true),
    ("parties", ["A"], ["A", "B"], false),
  ]

  @Test(arguments: headers)
  func `Fields of the document`(key: String, wanted: JSONValue, got: JSONValue, isRight: Bool) {
    let comparison = DocumentComparison(
      name: "d", gold: .object([.init(key, wanted)]), document: .object([.init(key, got)]), entitlements: [])
    #expect(comparison.header.map(\.isRight) == [isRight])
  }

  @Test func `A document that was not read has nothing right`() {
    let gold: JSONValue = ["order_number": .null, "entitlements": [Self.credits]]
    let comparison = DocumentComparison(name: "d", gold: gold, document: nil, entitlements: [])
    #expect(!comparison.header[0].isRight && comparison.missed == [0])
  }
}

@Suite struct ScoreCardTests {
  @Test func `Precision, recall and what was left open`() {
    let gold: JSONValue = [
      "entitlements": [["kind": "sandbox", "value": ["amount": 1]], ["kind": "storage"], ["kind": "storage"]]
    ]
    let read: [JSONValue] = [
      ["kind": "sandbox", "value": .null], ["kind": "storage"], ["kind": "other"], ["kind": "other"],
    ]
    let card = ScoreCard([DocumentComparison(name: "d", gold: gold, document: [:], entitlements: read)])
    #expect([card.found.demanded, card.found.claimed, card.found.right] == [3, 4, 2])
    #expect(card.exact.right == 1)
    #expect(card.found.precision == 0.5)
    #expect(card.fields["value"]?.leftOpen == 1)
    #expect(card.fields["value"]?.wrong == 0)
    #expect(!card.isPerfect && card.misses.count == 4)
  }

  @Test func `Nothing to find and nothing claimed is perfect`() {
    let card = ScoreCard([DocumentComparison(name: "d", gold: ["entitlements": []], document: [:], entitlements: [])])
    #expect(card.found.f1 == 1 && card.isPerfect)
  }
}
