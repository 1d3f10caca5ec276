// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What can be the value of which label.
extension LabelReader {
  private static let opensTerm: WordSet = [
    "from", "starts", "starting", "commencing", "commences", "beginning", "begins", "effective", "the", "as", "for",
  ]

  /// Whether words can be a value of that kind at all; asked where no colon parts the label from them.
  func suits(_ range: Range<Int>, _ kind: LabelKind, needsWhole: Bool) -> Bool {
    switch kind {
    case .termStart where isRelative(range), .termEnd where isRelative(range): return true
    case .termStart where isOfSigning(range), .effectiveDate where isOfSigning(range): return true
    case .orderNumber where isTime(range, kind): return true
    case .validFrom, .validUntil:
      return context.dates(in: range).first.map { $0.tokens.lowerBound == range.lowerBound } ?? false
    case .termStart, .termEnd, .effectiveDate, .agreementDate, .signedDate, .namedDate:
      guard let date = context.dates(in: range).first else {
        return kind == .termEnd && context.firstIndex(of: "anniversary", in: range.prefixRange(14)) != nil
      }
      return date.tokens.lowerBound - range.lowerBound <= 1
    case .term:
      guard range.count <= 14 || range.count <= 22 && context.dates(in: range).count == 2,
        let first = context.values(in: range).first
      else { return false }
      return first.tokens.lowerBound - range.lowerBound <= 1
        // `Starts on the Effective Date; 36 months`
        || context.isOne(range.lowerBound, of: Self.opensTerm) && !context.durations(in: range).isEmpty
    case .orderNumber, .amendmentNumber:
      return OrderNumbers.number(at: range.lowerBound, limit: range.upperBound, in: context) != nil
    case .customer, .vendor, .billTo, .company, .issuer:
      guard range.count <= 40, let name = names.name(at: range.lowerBound, limit: range.upperBound) else {
        return false
      }
      return name.isOrganisation || needsWhole
    case .currency: return range.count <= 8
    case .governingLaw: return range.count <= 12 && (needsWhole || isPlace(range))
    }
  }

  /// `fourteen days after the Effective Date`, `together with the Base Order`
  private func isRelative(_ range: Range<Int>) -> Bool {
    guard range.count <= 12, range.lowerBound < range.upperBound else { return false }
    if context.isOne(range.lowerBound, of: "together|coterminous") { return true }
    return context.durations(in: range).first.map { $0.tokens.lowerBound == range.lowerBound } ?? false
      && context.firstIndex(of: "after", in: range) != nil
  }
}
