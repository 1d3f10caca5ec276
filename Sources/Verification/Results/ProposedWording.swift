// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel
import PromiseReading

/// A clause to ask for: what was promised, put so that it can be enforced. What the promise leaves open stands in
/// square brackets.
enum ProposedWording {
  /// Nil for a promise of which nothing can be worded.
  static func clause(for promise: Promise, _ verdict: PromiseVerdict) -> String? {
    if verdict.verdict == .weakened, verdict.differences.allSatisfy({ $0.field == .signature }) {
      return "No change of wording: the document must be signed by every party."
    }
    let clauses = promise.grants.compactMap(clause)
    return clauses.isEmpty ? nil : clauses.joined(separator: " ")
  }

  private static func clause(_ grant: PromisedGrant) -> String? {
    guard let kind = grant.kind else { return nil }
    switch grant.subject {
    case .grant: return grantClause(grant, kind)
    case .unused: return unusedClause(grant, kind)
    case .use: return "\(capitalised(noun(grant, kind))): \(grant.text)."
    case .denial: return "\(capitalised(grant.text))."
    }
  }

  private static func grantClause(_ grant: PromisedGrant, _ kind: Kind) -> String {
    var text = "Vendor provides Customer with "
    let name = noun(grant, kind)
    if let value = PlainWords.value(grant.value) {
      text += "\(article(name)) in the amount of \(value)"
    } else if let quantity = grant.quantity {
      text += counted(quantity, name, kind)
    } else {
      text += kind == "support_plan" || grant.product != nil ? name : "[number] \(name)"
    }
    if let every = grant.recurrence { text += " in \(PlainWords.every(every))" }
    if grant.isFree { text += " at no charge" }
    text += ", " + validity(grant)
    if !["support_plan", "sandbox", "storage", "api_capacity", "complimentary_product"].contains(kind.rawValue) {
      text += ", for [purpose]"
    }
    switch grant.unused {
    case .rolls_over?: text += "; what is not used in one period rolls over into the next"
    case .never_expires?: text += "; it does not expire"
    case .extendable?: text += "; the period is extended on request"
    case .refundable?: text += "; what is not used is refunded"
    case nil: break
    }
    return text + "."
  }

  private static func unusedClause(_ grant: PromisedGrant, _ kind: Kind) -> String {
    let name = noun(grant, kind)
    switch grant.unused {
    case .extendable?: return "At Customer's request Vendor extends the validity of the \(name) by [period]."
    case .refundable?: return "Vendor refunds the \(name) that Customer has not used."
    case .never_expires?: return "The \(name) do not expire."
    default: return "The \(name) that Customer has not used at the end of a contract year roll over into the next one."
    }
  }

  private static func validity(_ grant: PromisedGrant) -> String {
    if let day = grant.timing.lastDay { return "valid until \(day)" }
    return grant.timing.wording.map { "valid \(introduced($0))" } ?? "valid until [date]"
  }

  private static func introduced(_ words: String) -> String {
    let first = NameMatch.words(words).first ?? ""
    let introducers: Set<String> = [
      "for", "from", "until", "through", "throughout", "during", "in", "within", "by", "valid", "to", "over", "till",
      "before", "up",
    ]
    if first == "valid" { return String(words.dropFirst(6)) }
    return introducers.contains(first) ? words : "for \(words)"
  }

  private static func noun(_ grant: PromisedGrant, _ kind: Kind) -> String {
    if let product = grant.product { return product }
    let name = grant.isKindVague ? nil : grant.name
    return name ?? (kind == "support_plan" ? "a support plan" : PlainWords.kind(kind))
  }

  private static func counted(_ quantity: Quantity, _ name: String, _ kind: Kind) -> String {
    let number = PlainWords.amount(quantity.amount)
    let words = NameMatch.words(name)
    let unit = quantity.unit.map { PlainWords.plural($0, quantity.amount) }
    let per = quantity.per.map { " per \($0)" } ?? ""
    guard let unit, let noun = quantity.unit, !words.contains(where: { $0.hasPrefix(noun) }) else {
      return "\(number) \(name)\(per)"
    }
    return "\(number) \(unit) of \(name)\(per)"
  }

  private static func article(_ name: String) -> String {
    let first = NameMatch.words(name).first ?? ""
    if ["a", "an", "the"].contains(first) || name.hasSuffix("s") { return name }
    return (first.first.map { "aeiou".contains($0) } ?? false ? "an " : "a ") + name
  }

  private static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
