// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Lexis
import ValueRecognition

/// Reads renewal from forms that say it in a label's value: `Renewal | 12 months, 60 days' notice`, `Auto-renewal: no`,
/// `Notice ....... 3 months before the end`.
struct RenewalLabels {
  let context: DocumentContext

  /// What the labels say; all nil where there is none.
  struct Finding {
    var autoRenews: Bool?
    var months: Decimal?
    var noticeDays: Decimal?
  }

  private static let renewing: WordSet = [
    "renewal", "renewals", "renews", "renewed", "extension", "reconduction", "verlängerung", "rollover", "prolongation",
    "autorenewal", "autorenew", "renew", "thereafter", "continuation", "förlängning", "verlenging",
  ]
  private static let small: WordSet = [
    "auto", "automatic", "-", "term", "terms", "period", "periods", "of", "the", "option", "/", "(", ")", "order",
    "subscription", "contract", ":", ".", "?", "and", "type", "after", "that", "this", "basis", "tacit", "minimum",
    "it",
  ]
  private static let noticing: WordSet = ["notice", "cancellation", "préavis", "kündigungsfrist", "opzegtermijn"]
  private static let refusals: WordSet = [
    "no", "none", "not", "manual", "never", "excluded", "only", "nil", "off", "without", "keine", "nein", "aucune",
  ]
  private static let assents: WordSet = [
    "auto", "automatic", "automatically", "yes", "successive", "tacite", "tacit", "rolls", "unless", "continues",
    "rolling", "each", "renews", "itself", "silent", "evergreen",
  ]

  /// Labels stand in the first pages.
  func read() -> Finding {
    var finding = Finding()
    let segments = context.headSegments
    for (index, segment) in segments.enumerated() {
      guard let label = label(segment) else { continue }
      var value = label.end..<segment.tokens.upperBound
      if value.isEmpty {
        guard index + 1 < segments.count else { continue }
        let next = segments[index + 1]
        // In the next cell, or in the line below a label that stands alone.
        guard next.line == segment.line || next.line == segment.line + 1 && next.column == segment.column else {
          continue
        }
        value = next.tokens
      }
      read(value.prefixRange(60), isNotice: label.isNotice, &finding)
    }
    return finding
  }

  /// The label that a segment begins with or is: few words, of which one speaks of renewal or notice, closed by a colon,
  /// by dots or by the cell.
  private func label(_ segment: TextSegment) -> (isNotice: Bool, end: Int)? {
    var isRenewal = false
    var isNotice = false
    var dots = 0
    var at = segment.tokens.lowerBound
    guard context.isCapitalised(at) else { return nil }
    while at < segment.tokens.upperBound, at - segment.tokens.lowerBound < 9 || dots > 0 {
      let word = context.folded(at)
      if word == ":" { return isRenewal || isNotice ? (isNotice, at + 1) : nil }
      dots = word == "." || word == "…" ? dots + 1 : 0
      if dots > 0, dots > 2 || word == "…" {
        while at < segment.tokens.upperBound, context.isOne(at, of: ".|…") { at += 1 }
        return isRenewal || isNotice ? (isNotice, at) : nil
      }
      if Self.noticing.contains(word) {
        isNotice = true
      } else if Self.renewing.contains(word) {
        isRenewal = true
      } else if word == "after" {
        isRenewal = isRenewal || segment.tokens.count <= 4
      } else if !Self.small.contains(word), !["non", "required", "days", "to", "for"].contains(word) {
        return nil
      }
      at += 1
    }
    return at == segment.tokens.upperBound && (isRenewal || isNotice) ? (isNotice, at) : nil
  }

  private func read(_ value: Range<Int>, isNotice: Bool, _ finding: inout Finding) {
    let words = context.words(value)
    let lengths = context.durations(in: value)
    if isNotice {
      if let length = lengths.first { finding.noticeDays = finding.noticeDays ?? Self.days(length.duration) }
      return
    }
    guard finding.autoRenews == nil else { return }
    let isRefused =
      words.prefix(6).contains(where: Self.refusals.contains) || words.contains(run: "by agreement")
      || words.contains(run: "if the") || words.contains(run: "may") || words.contains(run: "parties agree")
    let notice = lengths.last { isNoticeLength($0.tokens, value) }
    let length = lengths.first { length in notice.map { $0.tokens != length.tokens } ?? true }
    if words.contains(where: Self.assents.contains), !words.prefix(3).contains(where: Self.refusals.contains),
      !words.contains(run: "parties agree")
    {
      finding.autoRenews = true
    } else if isRefused {
      finding.autoRenews = false
    } else if length?.duration.months != nil, notice != nil {
      finding.autoRenews = true
    }
    guard finding.autoRenews == true else { return }
    finding.months = length?.duration.months
    if finding.months == nil {
      if words.contains("monthly") { finding.months = 1 }
      if words.contains("yearly") || words.contains("annual") || words.contains("annually") { finding.months = 12 }
    }
    finding.noticeDays = finding.noticeDays ?? notice.flatMap { Self.days($0.duration) }
  }

  /// A length beside `notice`, `opt out`, `before the end`, `cancelled`.
  private func isNoticeLength(_ tokens: Range<Int>, _ value: Range<Int>) -> Bool {
    let after = context.words(tokens.upperBound..<min(value.upperBound, tokens.upperBound + 6))
    let before = context.words(max(value.lowerBound, tokens.lowerBound - 5)..<tokens.lowerBound)
    return after.contains { ["notice", "before", "prior", "ahead", "preavis", "warning"].contains($0) }
      || before.contains { ["notice", "out", "préavis", "cancellation", "least", "cancelled", "latest"].contains($0) }
  }

  static func days(_ duration: CalendarDuration) -> Decimal? {
    switch duration.unit {
    case .day: duration.amount
    case .week: duration.amount * 7
    case .month: duration.amount * 30
    case .quarter: duration.amount * 90
    case .year: duration.amount * 365
    default: nil
    }
  }
}
