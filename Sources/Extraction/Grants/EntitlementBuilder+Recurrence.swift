// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Patterns
import ValueRecognition

/// How often a grant is made, and for which periods.
extension EntitlementBuilder {
  func recurrence(
    _ candidate: Candidate, _ attachments: [Attachment], _ validity: inout Validity, _ used: inout [Attachment]
  ) -> Recurrence? {
    if let every = candidate.recurs {
      guard let start = validity.start, let end = validity.end else { return Recurrence(every: every, periods: []) }
      return Recurrence(every: every, periods: resolver.periods(every, within: Period(start: start, end: end)))
    }
    guard candidate.kind != "support_plan", candidate.kind != "sandbox", candidate.kind != "storage",
      candidate.quantity?.per == nil
    else { return nil }
    if candidate.span != nil || candidate.contractYear != nil {
      return within(candidate, attachments, validity, &used)
    }
    let every: Recurrence.Every
    if let renewed = candidate.renewed {
      every = renewed.every
    } else if let attachment = attachments.first(where: {
      if case .recurrence = $0.content { return [.sentence, .item, .section].contains($0.from) }
      return false
    }), case .recurrence(let stated) = attachment.content {
      every = stated
      used.append(attachment)
    } else if isForEachOfTheYears(candidate, attachments) {
      every = .contract_year
    } else {
      return nil
    }
    // A deadline inside each period ("at the end of a Contract Year any amount left is forfeited") does not end the whole.
    let start = validity.start ?? resolver.grantStart
    guard let start, let end = validity.end ?? resolver.term.end, start <= end else {
      return Recurrence(every: every, periods: [])
    }
    validity.start = start
    validity.end = end
    return Recurrence(every: every, periods: resolver.periods(every, within: Period(start: start, end: end)))
  }

  /// "2,000 credits a quarter in the first year", "six sessions a year" beside "both contract years": what comes anew
  /// within the years that it is granted for.
  private func within(
    _ candidate: Candidate, _ attachments: [Attachment], _ validity: Validity, _ used: inout [Attachment]
  ) -> Recurrence? {
    guard
      let attachment = attachments.first(where: {
        if case .recurrence = $0.content { return $0.from == .sentence }
        return false
      }), case .recurrence(let every) = attachment.content, let start = validity.start, let end = validity.end
    else { return nil }
    switch (every, candidate.span) {
    case (.quarter, _), (.month, _), (.half_year, _): break
    case (.contract_year, .contractYears(let first, let last)?) where first < last: break
    default: return nil
    }
    let periods = resolver.periods(every, within: Period(start: start, end: end))
    guard periods.count > 1 else { return nil }
    used.append(attachment)
    return Recurrence(every: every, periods: periods)
  }

  /// "In the first and in the second Contract Year 24 hours each": the amount is a year's.
  private func isForEachOfTheYears(_ candidate: Candidate, _ attachments: [Attachment]) -> Bool {
    let end = candidate.tokens.upperBound
    guard candidate.place == nil,
      (end..<min(end + 2, candidate.sentence.upperBound)).contains(where: {
        context.isOne($0, of: "each|apiece")
      })
    else { return false }
    return attachments.contains { attachment in
      guard attachment.from == .sentence, case .time(let statement) = attachment.content,
        case .contractYears(let first, let last)? = statement.period
      else { return false }
      return last > first
    }
  }

  /// The words of a rhythm that no `every` names; what stands ready all the time has none.
  func unevenRhythm(_ candidate: Candidate) -> Range<Int>? {
    guard candidate.place == nil, !candidate.kind.isStanding else { return nil }
    // No more of the sentence than the words around the grant: there may be many in it.
    let end = min(candidate.sentence.upperBound, candidate.tokens.upperBound + 16)
    let near = candidate.tokens.lowerBound..<max(candidate.tokens.lowerBound, end)
    if let words = UnevenRhythms(passage: PassageText(context, near)).behind(candidate.tokens) { return words }
    let opening = candidate.sentence.prefixRange(12)
    return UnevenRhythms(passage: PassageText(context, opening)).opening()
  }
}
