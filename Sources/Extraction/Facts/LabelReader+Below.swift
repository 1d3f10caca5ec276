// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Labels that stand beside each other in a row of their own, over the row of their values.
extension LabelReader {
  /// `Effective Date │ Sales Contact` over `1 May 2031 │ Ada Quill`: what stands beside the label cannot be its value, and
  /// what stands below can.
  func valueBelow(_ index: Int, _ segments: [TextSegment], _ kind: LabelKind) -> Range<Int>? {
    let segment = segments[index]
    let beside = segments[index + 1].tokens
    guard Self.kindsBelow.contains(kind), beside.count <= 7, !hasFigure(beside),
      !suits(beside, kind, needsWhole: false),
      let below = segments[(index + 1)...].first(where: { $0.line > segment.line }),
      below.line == segment.line + 1,
      let own = segments[(index + 1)...].prefix(while: { $0.line <= below.line }).first(where: {
        $0.line == below.line && $0.column == segment.column
      }), known(own) == nil,
      // "File storage │ 750 GB │ Subscription Term │ included" is a row of a table, not of labels.
      !segments.contains(where: { $0.line == segment.line && hasFigure($0.tokens) }),
      suits(own.tokens, kind, needsWhole: kind != .governingLaw)
    else { return nil }
    return own.tokens
  }

  /// Of these a value shows by itself whether it is one.
  private static let kindsBelow: Set<LabelKind> = [
    .orderNumber, .amendmentNumber, .termStart, .termEnd, .term, .effectiveDate, .agreementDate, .governingLaw,
    .signedDate,
  ]

  private func hasFigure(_ range: Range<Int>) -> Bool {
    range.contains { context.stream.tokens[$0].tokenClass == .number } || !context.values(in: range).isEmpty
  }

  /// `Ohio`, `the State of New York`
  func isPlace(_ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound, context.isOne(at, of: "the|state|commonwealth|province|republic|of|laws|law") {
      at += 1
    }
    return at < range.upperBound && context.isCapitalised(at) && context.place(at: at, limit: range.upperBound) != nil
  }

  /// `Start Date │ the date of the last signature`
  func isOfSigning(_ range: Range<Int>) -> Bool {
    range.count <= 12 && !SigningDay(context: context).mentions(in: range).isEmpty
  }

  // MARK: Days without a noun

  /// `From: 1 May 2031` over `To: 30 April 2034`, `Valid from │ Valid until`: of two such labels with days behind them the
  /// first gives the start and the second the end of the term.
  func pairs(_ found: [Label]) -> [Label] {
    let days = found.indices.filter { index in
      [.issuer, .billTo, .validFrom, .validUntil].contains(found[index].kind) && !isRowOfDays(found[index].value)
        && context.dates(in: found[index].value.prefixRange(6)).first?.tokens.lowerBound
          == found[index].value.lowerBound
    }
    var result = found
    for (first, second) in zip(days, days.dropFirst()) {
      switch (found[first].kind, found[second].kind) {
      case (.issuer, .billTo), (.validFrom, .validUntil), (.issuer, .validUntil), (.validFrom, .billTo):
        result[first].kind = .termStart
        result[second].kind = .termEnd
      default: continue
      }
    }
    return result
  }

  /// `From │ 1 May 2031 │ 1 May 2032`: one day of several periods.
  private func isRowOfDays(_ value: Range<Int>) -> Bool {
    let next = value.upperBound
    guard next < context.stream.count, context.stream.tokens[next].flags.isDisjoint(with: [.lineStart, .blockStart])
    else { return false }
    return context.dates(in: next..<min(context.stream.count, next + 6)).first?.tokens.lowerBound == next
  }
}
