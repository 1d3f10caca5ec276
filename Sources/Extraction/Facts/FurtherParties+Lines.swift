// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Parties by the few words that stand before their names: "order by X", "supplied by Y", "We are Y", `Y → X`, and the
/// only other company of a letterhead or a foot.
extension FurtherParties {
  /// Fills what is still open from such words in the opening.
  func byOpeners(_ result: inout PartyReader.Result) {
    let limit = min(context.stream.count, 500)
    for token in 0..<limit where token + 2 < limit && context.isOne(token, of: Self.openers) {
      let role: PartyMention.Role?
      switch (context.folded(token), context.folded(token + 1)) {
      case ("order", "by"), ("ordered", "by"), ("orders", "by"),
        ("order", "from") where isHead(token):
        role = .customer
      case ("placed", "by"), ("purchase", "by"), ("you", "are"): role = .customer
      case ("supplied", "to"), ("sold", "to"), ("provided", "to"), ("delivered", "to"): role = .customer
      case ("supplied", "by"), ("sold", "by"), ("provided", "by"), ("we", "are"), ("delivered", "by"): role = .vendor
      case ("contact", "at"), ("contact", "with"): role = .vendor
      case ("ordered", "from"), ("bought", "from"), ("purchased", "from"): role = .vendor
      default: role = nil
      }
      guard let role, let name = name(at: token + 2, limit) else { continue }
      take(name, role, &result)
    }
    byArrow(&result)
    byRoleWords(&result)
  }

  private static let openers: WordSet = [
    "order", "ordered", "orders", "placed", "purchase", "purchased", "you", "we", "supplied", "sold", "provided",
    "delivered", "contact", "bought",
  ]

  /// "We hereby order …", or a purchase order: the writer is who buys.
  var isOrderedByWriter: Bool {
    let limit = min(context.stream.count, 300)
    if title.lines.prefix(8).contains(where: { context.words($0.tokens.prefixRange(8)).contains(run: "purchase order") }
    ) {
      return true
    }
    return (0..<limit).contains { token in
      context.isOne(token, of: "order|purchase|buy|subscribe") && !context.isCapitalised(token) && token > 1
        && (1...3).contains { context.isOne(token - min($0, token), of: "we") }
    }
  }

  /// "the supplier, Quill Works Ltd of Hull, supplies to the customer, Ebb Ferries plc", `Customer no. 40071  Ebb Trust`.
  func byRoleWords(_ result: inout PartyReader.Result) {
    let limit = min(context.stream.count, 500)
    for token in 0..<limit where token + 2 < limit {
      guard context.isSign(token + 1, 0x2C) || context.isOne(token + 1, of: "no|number|nr|id|#"),
        !context.isOne(token, of: "you|we|us|user"),
        let role = PartyMention.role(ofAlias: context.folded(token))
      else { continue }
      if context.isSign(token + 1, 0x2C), let name = names.organisation(at: token + 2, limit: limit) {
        take(name, role, &result)
      } else if role == .customer, context.isOne(token + 1, of: "no|number|nr|id|#"),
        let name = behindNumber(token + 2, limit)
      {
        take(name, role, &result)
      }
    }
  }

  private func behindNumber(_ token: Int, _ limit: Int) -> NameReader.Name? {
    var at = token
    while at < min(limit, token + 3), context.isOne(at, of: ".|:|#") { at += 1 }
    guard at + 1 < limit, context.stream.tokens[at].tokenClass == .number else { return nil }
    return names.organisation(at: at + 1, limit: min(limit, at + 12))
  }

  /// `Order from X` in a title; "orders from X" speaks of the seller.
  private func isHead(_ token: Int) -> Bool {
    context.isCapitalised(token) && context.isOne(token, of: "order") && token < 30
  }

  private func name(at token: Int, _ limit: Int) -> NameReader.Name? {
    let start = context.folded(token) == "the" ? token + 1 : token
    guard start < limit, let name = names.name(at: start, limit: limit),
      name.isOrganisation || name.tokens.count >= 2 && !context.isOne(start, of: "customer|supplier|vendor|client")
    else { return nil }
    return name
  }

  private func take(_ name: NameReader.Name, _ role: PartyMention.Role, _ result: inout PartyReader.Result) {
    let found = mention(name)
    switch role {
    case .customer where result.customer == nil && !isSame(result.vendor, found): result.customer = found
    case .vendor where result.vendor == nil && !isSame(result.customer, found): result.vendor = found
    default: break
    }
  }

  private func isSame(_ one: PartyMention?, _ other: PartyMention) -> Bool {
    one.map { PartyNames.folded($0.name) == PartyNames.folded(other.name) } ?? false
  }

  /// `Quill Works plc → Harbour Trust`: from whom to whom.
  private func byArrow(_ result: inout PartyReader.Result) {
    guard result.vendor == nil || result.customer == nil else { return }
    for segment in title.lines.prefix(12) where segment.tokens.count <= 24 {
      guard let arrow = segment.tokens.first(where: { context.isOne($0, of: "→|➔|⇒|»|>") }),
        arrow > segment.tokens.lowerBound, arrow + 1 < segment.tokens.upperBound,
        let seller = names.organisation(in: segment.tokens.lowerBound..<arrow),
        let buyer = name(at: arrow + 1, segment.tokens.upperBound)
      else { continue }
      take(seller, .vendor, &result)
      take(buyer, .customer, &result)
      return
    }
  }

  /// The one company besides the known side in the head, or else in the last lines: a letterhead, a foot.
  func onlyOther(besides known: PartyMention?) -> PartyMention? {
    guard let known else { return nil }
    let count = context.stream.count
    for range in [0..<min(count, 120), max(0, count - 40)..<count] {
      var others: [NameReader.Name] = []
      for segment in context.segments(range) {
        guard let name = names.organisation(in: segment.tokens), !isSame(known, mention(name)),
          !others.contains(where: { context.name($0.tokens) == context.name(name.tokens) })
        else { continue }
        others.append(name)
      }
      if others.count == 1, let other = others.first { return mention(other) }
    }
    return nil
  }
}
