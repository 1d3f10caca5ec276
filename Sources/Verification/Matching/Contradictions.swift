// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel

/// Where a contract says the opposite of a promise, and where it comes near to it.
struct Contradictions {
  let set: ContractSet

  struct Place {
    var document: String
    var clause: ContractClause
  }

  var clauses: [Place] {
    self.set.contracts.flatMap { contract in
      set.isBinding(contract.result.facts.id)
        ? contract.clauses.map { Place(document: contract.result.facts.id, clause: $0) } : []
    }
  }

  /// A clause that denies what is promised.
  func denial(of grant: PromisedGrant) -> CitedEvidence? {
    if let product = grant.product {
      let denied = clauses.first { $0.clause.isDenied && ContractSet.holds($0.clause.evidence.quote, product) }
      if denied != nil || grant.quantity?.unit != "user" { return cite(denied) }
    }
    if let refused = refusedWork(grant) ?? refusedByName(grant) { return cite(refused) }
    if let refused = refusal(ofPartner: grant) { return cite(refused) }
    let denied = clauses.first { place in
      !gives(place, grant.kind)
        && place.clause.mentions.contains { mention in
          // "Under no obligation to provide any", "the sandbox discussed shall not be provided".
          let isRefused = place.clause.isRefused && !place.clause.isFree && mention.objection != .optional_purchase
          return (mention.objection == .negated || isRefused) && isMeant(mention, by: grant)
        }
    }
    if let denied { return cite(denied) }
    if let denied = denialInOtherWords(of: grant) { return cite(denied) }
    if let excepted = exception(of: grant) { return excepted }
    // Work that is promised by its name only: the clause that denies it speaks of the same things.
    guard grant.isKindVague || !grant.hasAmount, grant.kind != "support_plan" else { return nil }
    let near = clauses.filter { $0.clause.isDenied && !($0.clause.isFree && !$0.clause.isRefused) }.max {
      alike($0, grant) < alike($1, grant)
    }
    guard let near else { return nil }
    if grant.kind == "services_hours", alike(near, grant) >= 2 { return cite(near) }
    guard shared(near, grant) * 5 >= grant.words.count * 2 else { return nil }
    // "Does the migration": one word of work says it all where it is just that which the clause leaves out.
    let isWork = near.clause.stems.intersection(grant.words).contains { Self.works.contains($0) }
    guard shared(near, grant) >= 2 || isWork && grant.kind == "services_hours" else { return nil }
    return cite(near)
  }

  /// "Vendor does not build connectors": just the work that was promised, with or without a number of hours.
  private func refusedWork(_ grant: PromisedGrant) -> Place? {
    guard grant.kind == "services_hours" else { return nil }
    let words = grant.words.union(Stems.of(grant.name ?? ""))
    let wanted = words.intersection(Self.works)
    // "They move our data out" is migration by another word.
    let isMigration = WorkWords.areMigration(words)
    guard !wanted.isEmpty || isMigration else { return nil }
    return clauses.first {
      guard $0.clause.isRefused, !$0.clause.isFree, !$0.clause.isOptional else { return false }
      return !$0.clause.stems.isDisjoint(with: wanted) || isMigration && WorkWords.areMigration($0.clause.stems)
    }
  }

  /// "Classroom training is not a part of this Order", where days of classroom training were promised: the clause opens
  /// with just that.
  private func refusedByName(_ grant: PromisedGrant) -> Place? {
    let idle: Set<String> = [
      "day", "days", "hour", "hours", "of", "seat", "seats", "place", "places", "free", "extra", "additional", "the",
    ]
    let name = NameMatch.words(grant.name).filter { !idle.contains($0) }
    guard !name.isEmpty, grant.kind != "support_plan" else { return nil }
    return clauses.first { place in
      guard place.clause.isRefused, !place.clause.isFree, !place.clause.isOptional else { return false }
      var words = NameMatch.words(place.clause.evidence.quote)[...]
      // Its number.
      while let first = words.first, first.count < 3 || first.allSatisfy(\.isNumber) { words = words.dropFirst() }
      if ["the", "any", "additional", "further"].contains(words.first) { words = words.dropFirst() }
      guard words.starts(with: name) else { return false }
      return words.dropFirst(name.count).first.map { ["is", "are", "forms", "form", "does", "do"].contains($0) }
        ?? false
    }
  }

  /// A contact of the customer's own, or service at night and on weekends: a clause that denies just that.
  func denialOfService(_ grant: PromisedGrant) -> CitedEvidence? {
    guard grant.kind == "support_plan" else { return nil }
    if grant.features.isAroundTheClock || grant.features.namesOddHours, !set.features.isAroundTheClock {
      let denied = clauses.first {
        $0.clause.isDenied && $0.clause.features.namesOddHours && !$0.clause.isFree
          && !$0.clause.mentions.contains { $0.kind != "support_plan" && !$0.isWeak }
      }
      if let denied { return cite(denied) }
    }
    guard grant.features.hasManager, !set.features.hasManager else { return nil }
    return cite(
      clauses.first { place in
        place.clause.isRefused && !place.clause.isFree && Self.names(of: grant).contains { place.clause.names($0) }
      })
  }

  /// "Success manager", "account manager": the last two words of what a person is called.
  private static func names(of grant: PromisedGrant) -> [String] {
    let words = NameMatch.words(grant.name)
    return words.count > 1 ? [words.suffix(2).joined(separator: " ")] : []
  }

  /// "Merantis makes no contribution to its fees", in the paragraph that names the firm of the promise.
  private func refusal(ofPartner grant: PromisedGrant) -> Place? {
    guard grant.kind == "partner_voucher" else { return nil }
    // "Vendor does not contribute to the fees of integrators".
    let general = clauses.first { place in
      place.clause.isRefused && !place.clause.isFree && !place.clause.stems.isDisjoint(with: Self.payments)
        && !place.clause.stems.isDisjoint(with: Self.partners)
    }
    if let general { return general }
    let firms = grant.namedFirms
    let blocks = Set(
      clauses.filter { place in firms.contains { place.clause.evidence.quote.contains($0) } }.map {
        "\($0.document) \($0.clause.block)"
      })
    return clauses.first { place in
      guard place.clause.isRefused, blocks.contains("\(place.document) \(place.clause.block)") else { return false }
      // "No obligation to pay Elm Advisors" frees nobody from a price.
      let quote = place.clause.evidence.quote
      return !place.clause.isFree || quote.contains("obligat") && firms.contains { quote.contains($0) }
    }
  }

  private static let payments = Stems.of("contribute contribution contributions subsidise subsidy pays payment bears")
  private static let partners = Stems.of(
    "integrator partner implementer consultancy consultants third-party integrators")

  private static let works: Set<String> = Stems.of(
    "migration migrate integration integrations implementation cleansing connector connectors interface interfaces "
      + "reports dashboards configuration installation")

  /// Something is granted "except for data migration".
  private func exception(of grant: PromisedGrant) -> CitedEvidence? {
    guard grant.isKindVague || !grant.hasAmount, grant.kind != "support_plan", !grant.words.isEmpty else { return nil }
    let words = grant.words.union(grant.isKindVague ? Stems.of(grant.name ?? "") : [])
    return cite(
      clauses.first { place in
        let shared = place.clause.exceptions.intersection(words).count
        return shared >= 2 || shared == 1 && place.clause.exceptions.count == 1
      })
  }

  /// Credits of just that sort are denied, and none of the name are granted.
  func denialOfSort(_ grant: PromisedGrant) -> CitedEvidence? {
    guard grant.kind == "usage_credit", let name = grant.name, !NameMatch.credit(name).isEmpty,
      !self.set.active.contains(where: { NameMatch.credit($0.name) == NameMatch.credit(name) })
    else { return nil }
    return cite(
      clauses.first { place in
        place.clause.mentions.contains { mention in
          (mention.objection == .negated || place.clause.isRefused && !place.clause.isFree)
            && mention.kind == "usage_credit" && NameMatch.credit(mention.name) == NameMatch.credit(name)
        }
      })
  }

  /// A plan of just that tier is denied although another is granted.
  func denialOfTier(_ grant: PromisedGrant) -> CitedEvidence? {
    guard grant.kind == "support_plan", let tier = grant.tier else { return nil }
    if tier == .other {
      guard let name = grant.name, NameMatch.words(name).count > 1 else { return nil }
      return cite(
        clauses.first { place in
          place.clause.isRefused && !place.clause.isFree && ContractSet.holds(place.clause.evidence.quote, name)
        })
    }
    return cite(
      clauses.first { place in
        !gives(place, grant.kind, tier)
          && place.clause.mentions.contains {
            $0.kind == "support_plan" && $0.tier == tier && ($0.objection == .negated || place.clause.deniesClaim)
          }
      })
  }

  /// "Clause 4 is deleted and replaced by: “Vendor provides Premier Support”": the clause grants something of the kind.
  private func gives(_ place: Place, _ kind: Kind?, _ tier: Tier? = nil) -> Bool {
    self.set.active.contains { entitlement in
      entitlement.kind == kind && entitlement.document == place.document
        // "No claim to Premier Support; it is served under Standard Support": gives another plan.
        && (tier == nil || entitlement.tier == tier)
        && entitlement.evidence.contains {
          $0.role == .grant && $0.start < place.clause.evidence.end && place.clause.evidence.start < $0.end
        }
    }
  }

  private func isMeant(_ mention: ContractClause.Mention, by grant: PromisedGrant) -> Bool {
    guard mention.kind == grant.kind else { return false }
    switch mention.kind {
    case "usage_credit": return !mention.isWeak && NameMatch.sameCredits(grant.name, mention.name)
    case "support_plan":
      return mention.tier == nil || mention.isWeak || grant.tier == nil || mention.tier == grant.tier
    // "No obligation to pay Elm Advisors": a firm's name names no work.
    case "services_hours": return !(mention.isWeak && mention.name.first?.isUppercase ?? false)
    default: return true
    }
  }

  func shared(_ place: Place, _ grant: PromisedGrant) -> Int {
    place.clause.stems.intersection(grant.words).count
  }

  /// Words that both sides share, "building" and "build" being one.
  private func alike(_ place: Place, _ grant: PromisedGrant) -> Int {
    grant.words.count { word in
      place.clause.stems.contains { word.utf8.count > 3 && $0.utf8.count > 3 && AimWords.areAlike(word, $0) }
    }
  }

  private func cite(_ place: Place?) -> CitedEvidence? {
    place.map { CitedEvidence(document: $0.document, evidence: $0.clause.evidence) }
  }

  // MARK: Handling of the unused, use, things that will not happen

  /// A clause that keeps a grant from just the use that was promised: it denies the same sort of use, and speaks of what
  /// was promised, or its paragraph does.
  func denialOfUse(_ grant: PromisedGrant, _ entitlements: [Entitlement]) -> CitedEvidence? {
    let sorts = UseSort.of(grant.text)
    guard !sorts.isEmpty else { return nil }
    let name = Stems.of(grant.name ?? "")
    let aim = grant.words.subtracting(UseSort.stems)
    let all = clauses
    let own = entitlements.flatMap { Neighbourhood($0, in: set).clauses.map(\.evidence) }
    for (index, place) in all.enumerated() {
      let clause = place.clause
      let denied = UseSort.denied(in: clause.evidence.quote)
      guard clause.isDenied, clause.unused == nil || sorts != [.use], !sorts.isDisjoint(with: denied)
      else { continue }
      var stems = clause.stems
      if index > 0, all[index - 1].clause.block == clause.block, all[index - 1].document == place.document,
        clause.refersBack || clause.takesBack
      {
        stems.formUnion(all[index - 1].clause.stems)
      }
      let about = all[max(0, index - 6)...min(all.count - 1, index + 2)]
        .filter { $0.clause.block == clause.block && $0.document == place.document }
      let isOfIt =
        own.contains(clause.evidence)
        || about.contains { near in
          near.clause.mentions.contains { $0.kind == grant.kind } || !near.clause.stems.isDisjoint(with: name)
        }
      let shared = !stems.isDisjoint(with: aim.union(sorts == [.turn] ? name : []))
      // What it is used for must be the same; that it is never paid out or set off says all.
      let isSettled = sorts.contains(.money) && denied.contains(.money)
      if isOfIt && (shared || isSettled) || shared && !stems.isDisjoint(with: name) && sorts.contains(.turn) {
        return cite(place)
      }
    }
    return nil
  }

  /// Every clause of these documents.
  func clauses(in documents: Set<String>) -> [CitedClause] {
    clauses.filter { documents.contains($0.document) }.map { CitedClause(document: $0.document, clause: $0.clause) }
  }
}

struct CitedClause {
  var document: String
  var clause: ContractClause
  var cited: CitedEvidence { CitedEvidence(document: document, evidence: clause.evidence) }
}
