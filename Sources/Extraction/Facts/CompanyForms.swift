// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// The legal forms that company names end in.
enum CompanyForms {
  /// Written in one word, without periods.
  static let words: WordSet = [
    "inc", "incorporated", "llc", "ltd", "limited", "corp", "corporation", "company", "co", "lp", "llp", "lllp", "plc",
    "gmbh", "ag", "sa", "srl", "sàrl", "sarl", "bv", "nv", "pty", "pte", "as", "asa", "ab", "oy", "oyj", "kk", "kg",
    "kgaa", "se", "spa", "na", "aps", "kft", "zrt", "sas", "sasu", "ltda", "lda", "eg", "ug", "ohg", "bhd", "sdn",
    "cooperative", "coop", "pc", "pllc", "ulc", "gmbh&co", "association", "authority", "trust", "partnership",
    "genossenschaft", "stiftung", "eingetragene", "aktiengesellschaft", "oü", "doo", "sro", "as", "sicav", "sca", "scs",
    "dac", "pbc", "society", "foundation", "university", "college", "council",
  ]
  /// Of these only the whole name tells whether they are a form: they count where a capital begins them.
  private static let short: WordSet = [
    "as", "sa", "ag", "co", "se", "na", "ab", "lp", "pc", "eg", "ug", "spa", "corporation", "company", "limited",
    "association", "authority", "trust", "partnership", "cooperative", "genossenschaft", "stiftung", "sca", "scs",
    "aktiengesellschaft", "society", "foundation", "university", "college", "council", "dac",
  ]

  /// A period behind these is theirs, behind the others the sentence's.
  private static let abbreviated: WordSet = ["inc", "ltd", "corp", "co", "pty", "pte", "ltda", "lda", "sdn", "bhd"]

  /// The end of a form that begins at `token`: `Inc.`, `L.L.C.`, `S.p.A.`; nil where none does.
  static func end(at token: Int, limit: Int, in context: DocumentContext) -> Int? {
    guard token < limit, context.isWord(token) else { return nil }
    let length = context.stream.tokens[token].range.count
    guard length <= 18 else { return nil }
    // `Co-operative` is no `Co`.
    if token + 1 < limit, context.stream.tokens[token + 1].flags.contains(.hyphenBefore) { return nil }
    if context.isOne(token, of: words) {
      let word = context.folded(token)
      if short.contains(word), !context.isCapitalised(token) { return nil }
      // `Englewood, CO` is a place.
      if word == "co", token > 0, context.folded(token - 1) == ",",
        context.stream.tokens[token].flags.contains(.allCapitals)
      {
        return nil
      }
      let next = token + 1
      let takesPeriod =
        abbreviated.contains(word) && next < limit && context.folded(next) == "." && !context.hasSpaceBefore(next)
      return takesPeriod ? next + 1 : next
    }
    return length <= 2 ? dotted(at: token, limit: limit, in: context) : nil
  }

  private static let dottedForms: WordSet = [
    "lp", "llc", "llp", "sa", "srl", "spa", "kk", "nv", "bv", "na", "pc", "lc", "sàrl", "sarl", "ag", "ltd", "plc",
    "sas", "fsb", "sl", "sgps",
  ]

  /// `L.P.`, `L.L.C.`, `S.A.`, `S.p.A.`, `K.K.`, `N.V.`: letters with periods.
  private static func dotted(at token: Int, limit: Int, in context: DocumentContext) -> Int? {
    // Nearly all short words are words of their own, and no period follows: `SL`.
    guard token + 1 < limit, context.isSign(token + 1, 0x2E), !context.hasSpaceBefore(token + 1) else {
      return context.isOne(token, of: dottedForms) ? token + 1 : nil
    }
    var letters = ""
    var at = token
    while at < limit, context.isWord(at), letters.count < 5 {
      let letter = context.folded(at)
      guard letter.utf8.count <= 2, at == token || !context.hasSpaceBefore(at) || letters.count == 1 else { break }
      letters += letter
      at += 1
      guard at < limit, context.folded(at) == ".", !context.hasSpaceBefore(at) else { break }
      at += 1
    }
    return letters.utf8.count >= 2 && Self.dottedForms.contains(letters) ? at : nil
  }
}
