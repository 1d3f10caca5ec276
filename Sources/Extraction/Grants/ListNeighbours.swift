// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Half a name in a list of grants: "Each year: 20 training credits, 4 accelerators, 2 exam vouchers" gives the accelerators
/// as it gives the credits beside them.
struct ListNeighbours {
  let context: DocumentContext

  private static let longest = 80

  /// Whether one that says too little by itself stands right beside one that is granted, in the same list.
  func supports(_ refusal: GrantReader.Refusal, _ granted: [Candidate]) -> Bool {
    let one = refusal.candidate
    guard refusal.objection.reason == .no_template, refusal.objection.match == nil, one.isWeak, !one.isUntold,
      one.place == nil, one.quantity != nil, !one.isArticleOnly, one.sentence.count <= Self.longest,
      one.kind != "support_plan", one.kind != "complimentary_product"
    else { return false }
    return granted.contains { other in
      other.place == nil && other.quantity != nil && !other.isArticleOnly && other.sentence == one.sentence
        && isBeside(one.tokens, other.tokens)
    }
  }

  /// Whether only a comma, "and" or the like stands between them.
  func isBeside(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let (first, second) = a.lowerBound < b.lowerBound ? (a, b) : (b, a)
    guard first.upperBound <= second.lowerBound else { return false }
    let between = first.upperBound..<second.lowerBound
    return (1...3).contains(between.count) && between.allSatisfy { context.isOne($0, of: ",|and|plus|&|;") }
  }
}
