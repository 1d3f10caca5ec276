// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel
import PromiseReading

/// Checks promises against contracts. A function of its arguments, without state.
public struct Verifier: Sendable {
  let extractor: Extractor

  /// A verifier that reads promises and contracts with the same packs.
  public init(extractor: Extractor) { self.extractor = extractor }

  /// One verdict a promise, in the file's order. Contracts that could not be read stand among the documents with what
  /// was found of them; nothing is thrown.
  public func verify(_ list: PromiseList, against contracts: [ContractReading]) -> Verification {
    let set = ContractSet(contracts, extractor: extractor)
    let checker = PromiseChecker(set: set, extractor: extractor)
    let documents = set.facts.map {
      VerifiedDocument(
        id: $0.id, path: $0.path, status: $0.status, signature: $0.signature.status,
        problems: $0.problems + [set.copies.problem(of: $0)].compactMap { $0 })
    }
    var verdicts = list.promises.map(checker.check)
    Remainders(checker: checker).settle(&verdicts)
    return Verification(
      documents: documents, promises: verdicts, problems: list.problems, leftOut: list.leftOut)
  }

  /// The parties that the contracts name: they tell a mail's reader who offers and who asks.
  public static func parties(of contracts: [ContractReading]) -> PromiseParties {
    PromiseParties(
      vendors: contracts.compactMap(\.result.facts.vendor), customers: contracts.compactMap(\.result.facts.customer))
  }
}

/// The verdict of one promise.
struct PromiseChecker {
  let set: ContractSet
  let extractor: Extractor
  let contradictions: Contradictions

  init(set: ContractSet, extractor: Extractor) {
    self.set = set
    self.extractor = extractor
    contradictions = Contradictions(set: set)
  }

  func check(_ promise: Promise) -> PromiseVerdict {
    let isReadable = promise.doubt == nil || promise.doubt == .no_entitlement && !promise.grants.isEmpty
    let isNamed = promise.doubt == .unread_amount || promise.doubt == .vague
    let findings = isReadable || isNamed ? promise.grants.map(finding) : []
    // Of what no contract grants the amount does not matter; what it denies needs none.
    let isSettled = findings.contains { finding in
      finding.verdict == .contradicted || finding.verdict == .missing && promise.doubt != .vague
    }
    if let doubt = promise.doubt, !isReadable, !isSettled {
      return unclear(promise, doubt)
    }
    var verdict = combined(findings, promise)
    if verdict.verdict == .landed,
      let words = promise.grants.lazy.filter({ $0.subject == .grant }).compactMap(\.unreadTime).first
    {
      verdict.verdict = .unclear
      verdict.reason = "Which day '\(words)' means cannot be told: give the day with its year."
    }
    complete(&verdict)
    return verdict
  }

  /// With what a person is told besides of a promise that has not landed.
  func complete(_ verdict: inout PromiseVerdict) {
    if verdict.verdict == .missing {
      verdict.isDisclaimed = set.facts.contains { $0.integrationClause == true }
    }
    if verdict.verdict == .missing || verdict.verdict == .unclear {
      verdict.leads = contradictions.leads(to: verdict.promise.grants.first)
    }
    if verdict.verdict != .landed {
      verdict.wording = ProposedWording(facts: set.facts).clause(for: verdict.promise, verdict)
    }
  }

  private func finding(_ grant: PromisedGrant) -> GrantFinding {
    GrantChecker(grant: grant, set: set, extractor: extractor, contradictions: contradictions).finding
  }

  private func unclear(_ promise: Promise, _ doubt: Promise.Doubt) -> PromiseVerdict {
    let reason =
      switch doubt {
      case .no_entitlement: "It names nothing that a contract of this sort grants."
      case .best_efforts: "Somebody will try: nothing was promised that could be checked."
      case .vague: "It says neither what nor how much."
      case .ambiguous: "Two things could be meant."
      case .unread_field: promise.unread.map { "The \($0)" }.joined(separator: " ")
      case .unread_amount:
        "What '\(promise.grants.compactMap(\.unread).first ?? "")' counts was not understood: word it otherwise, or give "
          + "the amount in a column of its own."
      }
    var verdict = PromiseVerdict(promise: promise, verdict: .unclear, reason: reason)
    verdict.leads = contradictions.leads(to: promise.grants.first)
    return verdict
  }

  /// Of several grants in one promise: the opposite of one is the opposite of the whole; some that landed and some
  /// that are missing are less than was promised.
  private func combined(_ findings: [GrantFinding], _ promise: Promise) -> PromiseVerdict {
    guard let first = findings.first else { return unclear(promise, .no_entitlement) }
    let order: [Verdict] = [.contradicted, .missing, .unclear, .weakened, .landed]
    let worst =
      findings.min { (order.firstIndex(of: $0.verdict) ?? 0) < (order.firstIndex(of: $1.verdict) ?? 0) } ?? first
    var verdict = PromiseVerdict(promise: promise, verdict: worst.verdict, reason: worst.reason)
    if worst.verdict == .missing, findings.contains(where: { $0.verdict == .landed || $0.verdict == .weakened }) {
      verdict.verdict = .weakened
      verdict.differences = [Difference(.quantity, promised: worst.grant.text, contracted: nil)]
    }
    for finding in findings {
      for id in finding.entitlements where !verdict.entitlements.contains(id) { verdict.entitlements.append(id) }
      for item in finding.differences where !verdict.differences.contains(item) { verdict.differences.append(item) }
      for item in finding.evidence where !verdict.evidence.contains(item) { verdict.evidence.append(item) }
    }
    if verdict.verdict != .weakened { verdict.differences = [] }
    return verdict
  }
}
