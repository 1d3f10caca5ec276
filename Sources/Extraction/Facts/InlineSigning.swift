// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis

/// Places to sign that are one line of running words: `Signed by Ada Quill, Director, for Quill Works Ltd on 3 May 2031`,
/// `Quill Works Ltd – signed electronically by Ada Quill (Director) on 3 May 2031`.
struct InlineSigning {
  let context: DocumentContext

  /// A line with words that sign, a day, a person and for whom.
  struct Reading {
    var line: SignatureLine
    var tokens: Range<Int>
  }

  private struct Piece {
    /// The word or sign before it.
    var opener: String
    var tokens: Range<Int>
  }

  private static let longest = 40
  /// A duty, a condition or an offer: nobody has signed.
  private static let unsure: WordSet = [
    "if", "must", "shall", "be", "until", "unless", "when", "before", "not", "will", "may", "should", "whom",
    "which", "agreement", "order", "form", "these", "this", "parties", "both", "notice", "term", "fees",
  ]
  private static let borders: WordSet = ["by", "for", "on", "behalf", "signed", "electronically", "digitally", "dated"]

  func readings(in area: Range<Int>) -> [Reading] {
    var found: [Reading] = []
    for segment in context.segments(area) where segment.tokens.lowerBound >= found.last?.tokens.upperBound ?? 0 {
      guard isFirstOfLine(segment), let tokens = whole(segment.tokens, limit: area.upperBound) else { continue }
      if let line = line(tokens) { found.append(Reading(line: line, tokens: tokens)) }
    }
    return found
  }

  private func isFirstOfLine(_ segment: TextSegment) -> Bool {
    let flags = context.stream.tokens[segment.tokens.lowerBound].flags
    return segment.column == 0 && !flags.isDisjoint(with: [.lineStart, .blockStart])
  }

  /// The line, with the next one where its day stands there; nil where nothing is signed in it or it has no day.
  private func whole(_ line: Range<Int>, limit: Int) -> Range<Int>? {
    guard line.count >= 6, line.count <= Self.longest, signs(line) else { return nil }
    if !context.dates(in: line).isEmpty { return line }
    let block = context.block(of: line.lowerBound)
    // The day may begin on this line and end on the next.
    guard line.upperBound < min(limit, block.upperBound),
      let date = context.dates(in: line.lowerBound..<min(block.upperBound, line.upperBound + 8)).first,
      !signs(line.upperBound..<max(line.upperBound, date.tokens.upperBound))
    else { return nil }
    return line.lowerBound..<date.tokens.upperBound
  }

  private func signs(_ range: Range<Int>) -> Bool {
    range.contains { context.isOne($0, of: "signed") || SignatureKey.isMark($0, range.upperBound, context) }
  }

  private func line(_ range: Range<Int>) -> SignatureLine? {
    // The month of May is in the day.
    guard let date = context.dates(in: range).last,
      !range.contains(where: { context.isOne($0, of: Self.unsure) && !date.tokens.contains($0) })
    else { return nil }
    let pieces = pieces(range, besides: date.tokens)
    guard let person = pieces.first(where: { isPerson($0) }),
      let party = pieces.first(where: { $0.tokens != person.tokens && isParty($0, opens: range.lowerBound) })
    else { return nil }
    var line = SignatureLine(
      heading: party.tokens, name: person.tokens, date: date.date, isForOther: true, isSigned: true, hasLine: true,
      start: range.lowerBound)
    line.title =
      pieces.first {
        $0.tokens.lowerBound >= person.tokens.upperBound && [",", "("].contains($0.opener) && $0.tokens != party.tokens
      }?.tokens
    return line
  }

  /// Capitalised stretches between signs and small words.
  private func pieces(_ range: Range<Int>, besides date: Range<Int>) -> [Piece] {
    var found: [Piece] = []
    var opener = ""
    var start = range.lowerBound
    func close(_ end: Int, next: String) {
      if start < end, context.isCapitalised(start) { found.append(Piece(opener: opener, tokens: start..<end)) }
      opener = next
    }
    var at = range.lowerBound
    while at < range.upperBound {
      if date.contains(at) {
        close(at, next: "")
        at = date.upperBound
        start = at
      } else if let end = SignatureKey.markEnd(at, range.upperBound, context) {
        close(at, next: "/s/")
        at = end
        start = end
      } else if isBorder(at, range, opener) {
        close(at, next: context.folded(at))
        at += 1
        start = at
      } else {
        at += 1
      }
    }
    close(range.upperBound, next: "")
    return found
  }

  private func isBorder(_ token: Int, _ range: Range<Int>, _ opener: String) -> Bool {
    if context.isOne(token, of: Self.borders) { return true }
    // "on behalf of", but `City of Quill`
    if context.isOne(token, of: "of") { return token > range.lowerBound && context.folded(token - 1) == "behalf" }
    guard context.stream.tokens[token].tokenClass == .sign else { return false }
    // `Quill Works, Inc.`
    if context.folded(token) == "," {
      return CompanyForms.end(at: token + 1, limit: range.upperBound, in: context) == nil
    }
    return context.isOne(token, of: ":|(|)|-|–|—|;|/|[|]")
  }

  /// Two to four capitalised words behind `by` or a mark, or behind the colon after the party.
  private func isPerson(_ piece: Piece) -> Bool {
    guard ["by", "/s/", ":"].contains(piece.opener), (2...5).contains(piece.tokens.count) else { return false }
    return piece.tokens.allSatisfy { context.isCapitalised($0) || context.folded($0) == "." }
      && !hasForm(piece.tokens)
  }

  private func isParty(_ piece: Piece, opens token: Int) -> Bool {
    ["for", "behalf", "of"].contains(piece.opener) || piece.tokens.lowerBound == token || hasForm(piece.tokens)
  }

  private func hasForm(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { CompanyForms.end(at: $0, limit: range.upperBound, in: context) != nil }
  }
}
