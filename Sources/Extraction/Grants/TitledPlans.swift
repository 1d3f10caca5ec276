// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Patterns

/// A plan whose name stands apart: "Support plan" over "Premier, at no extra cost", "Success Plan. Signature, included".
struct TitledPlans {
  let context: DocumentContext

  private static let tiers: [(words: [String], tier: Tier)] = [
    (["premier", "plus"], .premier_plus), (["premier", "+"], .premier_plus), (["premier"], .premier),
    (["signature"], .signature), (["standard"], .standard),
  ]
  private static let others: WordSet = [
    "gold", "silver", "bronze", "platinum", "premium", "enterprise", "elite", "diamond", "basic", "advanced",
    "enhanced", "business", "professional", "essential", "essentials", "priority", "preferred", "production",
    "guided", "total", "developer",
  ]
  private static let titles: WordSet = ["support", "success", "care"]
  private static let nouns: WordSet = ["plan", "level", "tier", "package", "support", "success", "care", "services"]
  private static let behind: WordSet = [
    ",", ".", ";", "(", "-", "–", "—", "at", "for", "included", "free", "without", "with", "throughout", "during",
    "plan", "level", "tier", "package", "from", "until", "as", "in", "no", "complimentary", "gratis",
  ]

  /// Whether a plan's own word stands there.
  static func opens(_ token: Int, _ context: DocumentContext) -> Bool {
    context.isOne(token, of: others) || context.isOne(token, of: "premier|signature|standard")
  }

  func candidate(_ title: Range<Int>, _ body: Int) -> Candidate? {
    guard (1...5).contains(title.count), let last = title.last(where: { context.isWord($0) }),
      context.isOne(last, of: Self.nouns), title.contains(where: { context.isOne($0, of: Self.titles) }),
      context.isCapitalised(body), Self.opens(body, context)
    else { return nil }
    let sentence = context.sentence(of: body)
    guard sentence.count <= 40,
      !context.names(in: body..<sentence.upperBound).contains(where: { $0.kind == "support_plan" && !$0.isWeak })
    else { return nil }
    let known = Self.tiers.first { tier in
      tier.words.indices.allSatisfy {
        body + $0 < sentence.upperBound && context.folded(body + $0) == tier.words[$0]
      }
    }
    let end = body + (known?.words.count ?? 1)
    guard end >= sentence.upperBound || context.isOne(end, of: Self.behind) else { return nil }
    let tier = known?.tier ?? .other
    let name = NameSpan(tokens: body..<end, kind: "support_plan", tier: tier.rawValue)
    return Candidate(
      kind: "support_plan", name: name, tokens: body..<end, sentence: sentence, tier: tier, isWeak: false, rules: [])
  }
}
