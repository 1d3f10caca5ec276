// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// What a stretch of a signature area holds: a mark, a name over a line, a date with its place, or nothing yet.
extension SignatureColumn {
  func isOrganisation(_ range: Range<Int>) -> Bool {
    !range.isEmpty && NameReader(context: context).organisation(in: range) != nil
  }

  func clean(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    while low < range.upperBound, SignatureKey.isBlank(context.folded(low)) { low += 1 }
    return low..<range.upperBound
  }

  func isMark(_ range: Range<Int>) -> Bool { SignatureKey.isMark(range.lowerBound, range.upperBound, context) }

  /// The token behind the first mark of a range.
  func behindMark(in range: Range<Int>) -> Int? {
    for token in range.prefix(30) {
      if let end = SignatureKey.markEnd(token, range.upperBound, context) { return end }
    }
    return nil
  }

  /// The day of `Thun, 3 May 2031` and nothing more.
  func placeAndDate(_ range: Range<Int>) -> CalendarDate? {
    guard let date = context.dates(in: range).first, date.tokens.upperBound == range.upperBound,
      date.tokens.lowerBound - range.lowerBound >= 2, date.tokens.lowerBound - range.lowerBound <= 5,
      context.folded(date.tokens.lowerBound - 1) == ","
    else { return nil }
    return date.date
  }

  func isSeal(_ range: Range<Int>) -> Bool {
    guard range.count <= 12, range.count >= 4 else { return false }
    let words = context.words(range.suffixRange(5))
    guard words.last == ")", let open = words.lastIndex(of: "(") else { return false }
    return Self.seals.contains(words[(open + 1)...].dropLast().joined(separator: " "))
  }

  /// What stands in brackets behind the name of one who has signed.
  private static let seals: WordSet = [
    "seal", "docusigned", "signed", "signed electronically", "electronically signed", "digitally signed",
    "signed digitally", "e signed", "esigned",
  ]

  /// Words with capitals only: a name that stands over a line, whatever it is.
  func isCapitalised(_ range: Range<Int>) -> Bool {
    range.count <= 10 && context.isWord(range.lowerBound)
      && range.allSatisfy {
        !context.isWord($0) || context.isCapitalised($0) || context.isOne($0, of: NameReader.connectors)
      }
  }

  /// `(not yet signed)`, `to be signed`, `pending`.
  func isPending(_ range: Range<Int>) -> Bool {
    guard range.count <= 8 else { return false }
    let words = context.words(range)
    return words.contains("pending") || words.contains("unsigned") || words.first == "awaiting"
      || words.contains(run: "to be signed")
      || words.contains("not") && words.contains("signed")
  }

  /// `______ for Quill Works Ltd` behind "Signed:": who has yet to sign. Nil where a mark stands on the line.
  func partyBehindBlank(_ range: Range<Int>) -> Range<Int>? {
    let behind = clean(range)
    guard behind.lowerBound > range.lowerBound, let first = behind.first, behind.count <= 20,
      context.isOne(first, of: "for|on"), behindMark(in: range) == nil
    else { return nil }
    return behind
  }

  /// The name before the blank of `Quill Works Ltd: ____`, or before what says that it is still to be signed; nil where
  /// something else is left open.
  func unsignedParty(_ range: Range<Int>) -> Range<Int>? {
    guard range.count <= 120, let colon = range.first(where: { context.folded($0) == ":" }), colon > range.lowerBound,
      colon + 1 < range.upperBound
    else { return nil }
    let (party, rest) = (range.lowerBound..<colon, (colon + 1)..<range.upperBound)
    let isOpen = isEmpty(rest) && rest.contains { SignatureKey.isBlank(context.folded($0)) } || isPending(rest)
    guard isOpen, isOrganisation(party) || isSide(party) else { return nil }
    return party
  }

  private static let sides: WordSet = [
    "customer", "vendor", "supplier", "client", "licensor", "licensee", "buyer", "seller", "provider", "purchaser",
    "contractor", "subscriber", "company",
  ]

  /// `For the Provider`
  private func isSide(_ range: Range<Int>) -> Bool {
    let words = context.words(range)
    guard (2...4).contains(words.count), words[0] == "for", let last = words.last else { return false }
    return Self.sides.contains(last)
  }

  /// `Order Start Date`, `Valid until`: words before a day by which it is the order's.
  func isDayOfOrder(_ day: Int, in range: Range<Int>) -> Bool {
    (range.lowerBound..<max(range.lowerBound, day)).contains { context.isOne($0, of: Self.orderWords) }
  }

  private static let orderWords: WordSet = [
    "start", "starts", "starting", "end", "ends", "ending", "term", "from", "until", "through", "expiry", "expires",
    "expiration", "commencement", "commences", "effective", "valid", "renewal", "due", "billing", "invoice", "order",
    "subscription", "delivery", "live",
  ]

  /// Nothing, or a field that is to be filled.
  func isOpen(_ range: Range<Int>) -> Bool {
    isEmpty(range) || SignaturePlaceholders(context: context).isField(range)
  }

  /// Nothing but lines, dots or brackets.
  func isEmpty(_ range: Range<Int>) -> Bool {
    range.allSatisfy { context.stream.tokens[$0].tokenClass == .sign }
  }

  private static let headingOpeners: WordSet = [
    "for", "customer", "vendor", "supplier", "client", "company", "licensor", "licensee", "accepted", "agreed",
    "buyer", "seller", "employee", "executive", "employer",
  ]

  func isHeading(_ range: Range<Int>) -> Bool {
    guard range.count <= 24 else { return false }
    if let first = range.first, context.isOne(first, of: Self.headingOpeners) { return true }
    if context.words(range.prefixRange(2)) == ["in", "agreement"] { return true }
    return NameReader(context: context).organisation(in: range) != nil
  }
}
