// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// Cuts the segments of a signature column at their keys, and tells which keys open a place to sign.
extension SignatureColumn {
  /// A key and what follows it, or words without one.
  struct Piece {
    var key: SignatureKey?
    /// The first word of the key.
    var word: String
    var tokens: Range<Int>
    /// The first token of its key.
    var first: Int
    var hasColon = false
    /// What follows `DocuSigned by` was signed.
    var isElectronic: Bool { ["docusigned", "electronically", "digitally"].contains(word) }
  }

  func split(_ segment: Range<Int>) -> [Piece] {
    var pieces: [Piece] = []
    var at = segment.lowerBound
    var start = at
    var key: SignatureKey?
    var word = ""
    var first = at
    func piece(_ tokens: Range<Int>) -> Piece {
      let hasColon = key != nil && start > first && context.folded(start - 1) == ":"
      return Piece(key: key, word: word, tokens: tokens, first: first, hasColon: hasColon)
    }
    while at < segment.upperBound {
      if let found = SignatureKey.at(at, in: segment, context), opensKey(at, in: segment) {
        if at > start || key != nil { pieces.append(piece(start..<at)) }
        key = found.key
        first = at
        word = context.folded(at)
        start = found.end
        at = max(found.end, at + 1)
      } else {
        at += 1
      }
    }
    if segment.upperBound > start || key != nil {
      let tokens = min(start, segment.upperBound)..<segment.upperBound
      pieces.append(piece(tokens))
    }
    return pieces
  }

  /// Behind a space, or right behind the colon of another key whose line was left empty: `By:Name:Date:`.
  private func opensKey(_ token: Int, in segment: Range<Int>) -> Bool {
    token == segment.lowerBound || context.hasSpaceBefore(token) || context.folded(token - 1) == ":"
  }

  /// "Signed:" that no name stands over, "Accepted by:".
  func isIntroducing(_ piece: Piece, _ before: Piece?, isUnderHeading: Bool) -> Bool {
    if ["signed", "accepted"].contains(piece.word) { return !isUnderHeading }
    guard piece.word == "by", let before, before.key == nil, before.tokens.upperBound == piece.tokens.lowerBound - 2,
      before.tokens.count == 1
    else { return false }
    return context.isOne(before.tokens.lowerBound, of: "accepted|agreed|approved|executed")
  }

  /// An empty key with another one for the same signature behind it.
  func isContinued(_ piece: Piece, in pieces: [Piece], at next: Int) -> Bool {
    guard piece.tokens.isEmpty, next < pieces.count, pieces[next].key == .mark else { return false }
    if isElectronic(pieces, at: next), !piece.isElectronic { return true }
    let first = pieces[next].first
    return first == piece.tokens.upperBound && !context.stream.tokens[first].flags.contains(.lineStart)
  }

  /// `Signature` under what was signed behind another key, with nothing beside it.
  func isCaption(_ piece: Piece, in pieces: [Piece], at next: Int, behind: String?) -> Bool {
    guard let behind, behind != piece.word, piece.tokens.isEmpty, !piece.hasColon,
      ["signature", "authorized", "authorised"].contains(piece.word)
    else { return false }
    return next >= pieces.count || pieces[next].key != nil || !isMark(pieces[next].tokens)
  }

  /// `Signed by:` counts like `DocuSigned by:` where the service's key stands under the name.
  func isElectronic(_ pieces: [Piece], at index: Int) -> Bool {
    if pieces[index].isElectronic { return true }
    guard pieces[index].word == "signed", pieces[index].hasColon, index + 2 < pieces.count else { return false }
    return pieces[index + 1].key == nil && pieces[index + 2].key == nil && isHash(pieces[index + 2].tokens)
  }

  /// `8F3A2B1C9D4E4F5...`: the first digits of the signature's own key.
  func isHash(_ range: Range<Int>) -> Bool {
    guard let first = range.first, range.count <= 48 else { return false }
    let bytes = context.source.utf8[
      Int(context.stream.tokens[first].start)..<Int(context.stream.tokens[range.upperBound - 1].end)]
    let figures = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x66 }
    return figures.count >= 12 && figures.contains { $0 <= 0x39 }
      && bytes.dropFirst(figures.count).allSatisfy { $0 == 0x2E }
  }
}
