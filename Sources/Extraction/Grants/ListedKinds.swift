// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import Patterns
import ValueRecognition

/// Short items of a list under words that give ("Customer gets, over the term,"): "expert coaching: seven sessions" names
/// its kind only together with what it is counted in.
struct ListedKinds {
  let context: DocumentContext

  private static let longest = 16

  /// The candidates, with those of items that gave none, or only half a name.
  func added(to found: [Candidate]) -> [Candidate] {
    var found = found
    let starts = found.map(\.tokens.lowerBound).sorted()
    for (block, text) in context.source.blocks.enumerated() {
      guard case .listItem = text.role, context.outline.parents[block] >= 0 else { continue }
      let tokens = context.stream.tokens(ofBlock: block)
      guard (3...Self.longest).contains(tokens.count), !context.values(in: tokens).isEmpty, isGiven(block) else {
        continue
      }
      let next = starts.partition { $0 >= tokens.lowerBound }
      let isRead = next < starts.count && starts[next] < tokens.upperBound
      // "Certification: 6 vouchers" under "Benefits:" says which vouchers.
      if isRead,
        !found.contains(where: {
          tokens.contains($0.tokens.lowerBound)
            && ($0.kind == "other" || $0.kind == "partner_voucher" && $0.isWeak && $0.money == nil)
        })
      {
        continue
      }
      guard let one = candidate(tokens) else { continue }
      found.removeAll { tokens.contains($0.tokens.lowerBound) }
      found.append(one)
    }
    return found
  }

  /// Whether the words right over the item give or free what stands in it.
  private func isGiven(_ block: Int) -> Bool {
    let parent = context.outline.parents[block]
    let tokens = context.stream.tokens(ofBlock: parent)
    return tokens.count < 60 && context.says([.granted, .free], in: tokens)
  }

  private func candidate(_ item: Range<Int>) -> Candidate? {
    guard let name = RowKinds.name(of: item, context), let kind = name.kind else { return nil }
    let fit = AmountFit(context: context)
    for value in context.values(in: item) where !fit.isLabel(value) {
      let quantity: Quantity
      switch value.value {
      case .quantity(let amount, let unit, let per) where Units.accepts(unit, kind: kind):
        quantity = Units.normalised(amount, unit: unit, kind: kind, per: kind == "api_capacity" ? per : nil)
      case .duration(let duration) where Units.accepts(duration.unit.rawValue, kind: kind):
        quantity = Quantity(amount: duration.amount, unit: duration.unit.rawValue)
      default: continue
      }
      return candidate(item, name, kind, quantity)
    }
    return nil
  }

  private func candidate(_ item: Range<Int>, _ name: NameSpan, _ kind: Kind, _ quantity: Quantity) -> Candidate {
    var one = Candidate(
      kind: kind, name: name, tokens: name.tokens, sentence: context.sentence(of: name.tokens.lowerBound), isWeak: true,
      rules: [])
    one.quantity = quantity
    return one
  }
}
