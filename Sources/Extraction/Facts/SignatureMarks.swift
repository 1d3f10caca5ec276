// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What the words beside a signature line say.
enum SignatureKey: Hashable {
  case mark, name, title, date
  /// "Signed for": the party's name follows, and a line to sign on.
  case party
  /// "Name and position" in one line.
  case nameAndTitle

  /// The key that begins at `token`, and the token behind it and its colon; nil where none does. Without a colon a key
  /// counts only where it begins a segment and ends it, or stands before a mark.
  static func at(_ token: Int, in segment: Range<Int>, _ context: DocumentContext) -> (key: SignatureKey, end: Int)? {
    guard context.isWord(token), context.isOne(token, of: openers) else { return nil }
    if let end = serviceEnd(token, segment, context) { return (.mark, end) }
    var best: (SignatureKey, Int)?
    var words = ""
    var at = token
    while at < segment.upperBound, at < token + 4 {
      let word = context.folded(at)
      if context.isWord(at) {
        words += (words.isEmpty ? "" : " ") + word
      } else if word == "/" || word == "&" || word == "," {
        words += " /"
      } else {
        break
      }
      at += 1
      if let key = keys[words] { best = (key, at) }
    }
    guard let (key, end) = best, !goesOnSentence(token, context) else { return nil }
    if end < segment.upperBound, context.folded(end) == ":" {
      // "Order End Date: 29 February 2031" is of the order.
      let isOfOrder = key == .date && token > segment.lowerBound && context.isOne(token - 1, of: orderDays)
      return isOfOrder ? nil : (key, end + 1)
    }
    let opens = token == segment.lowerBound
    // "To be used | by": the last word of a heading that a line broke.
    if opens, end == segment.upperBound { return words != "by" || context.isCapitalised(token) ? (key, end) : nil }
    if opens, words.hasPrefix("signed for") { return (key, end) }
    if opens, end < segment.upperBound, isBlank(context.folded(end)) || isMark(end, segment.upperBound, context) {
      return (key, end)
    }
    if words.hasPrefix("docusigned") { return (key, end) }
    // `Digitally signed by ADA QUILL` over a title.
    if opens, electronic.contains(where: words.hasPrefix), context.isCapitalised(end) { return (key, end) }
    if opens, key == .date, !context.dates(in: end..<segment.upperBound).isEmpty { return (key, end) }
    return nil
  }

  /// "… after the date of the last" over "signature.": a line of running text that begins with the word of a key.
  private static func goesOnSentence(_ token: Int, _ context: DocumentContext) -> Bool {
    guard token > 0, !context.isCapitalised(token),
      context.stream.tokens[token].flags.isDisjoint(with: [.blockStart, .cellStart, .sentenceStart])
    else { return false }
    return context.isOne(token - 1, of: before)
  }

  private static let before: WordSet = [
    "the", "last", "of", "by", "both", "upon", "on", "a", "any", "its", "their", "later", "after", "each", "such",
    "for",
    "final", "to", "is", "are", "be", "was", "been", "have", "has", "or", "and", "parties", "in", "under", "with",
  ]

  /// `Signed with Inkwell Sign: Ada Quill`, `Signed via e-signature service: …`: a service's name before the colon.
  private static func serviceEnd(_ token: Int, _ segment: Range<Int>, _ context: DocumentContext) -> Int? {
    guard signing.contains(context.folded(token)), token + 2 < segment.upperBound,
      services.contains(context.folded(token + 1))
    else { return nil }
    let limit = min(segment.upperBound, token + 9)
    guard let colon = ((token + 2)..<max(token + 2, limit)).first(where: { context.folded($0) == ":" }),
      colon > token + 2, colon + 1 == segment.upperBound || context.isCapitalised(colon + 1)
    else { return nil }
    return colon + 1
  }

  private static let signing: WordSet = ["signed", "signerat", "signeret", "signert", "firmado", "firmato", "assinado"]
  private static let services: WordSet = [
    "with", "via", "using", "through", "in", "on", "over", "med", "con", "com", "mediante",
  ]

  /// `/s/`, `Sd/-`, `sig.`, `gez.`: a signature that was there on paper.
  static func isMark(_ token: Int, _ limit: Int, _ context: DocumentContext) -> Bool {
    markEnd(token, limit, context) != nil
  }

  /// The token behind a mark that begins at `token`.
  static func markEnd(_ token: Int, _ limit: Int, _ context: DocumentContext) -> Int? {
    // Marks are short: most words are passed over by their length.
    guard token + 1 < limit, context.stream.tokens[token].range.count <= 4 || !context.source.joins.isEmpty,
      firsts.contains(context.source.utf8[Int(context.stream.tokens[token].start)] | 0x20)
    else { return nil }
    let (first, second) = (context.folded(token), context.folded(token + 1))
    if first == "(" || first == "[" { return bracketEnd(token, limit, context) }
    if first == "/", second == "s", token + 2 < limit, context.folded(token + 2) == "/" { return token + 3 }
    if first == "sd" || first == "sgd", second == "/", !context.hasSpaceBefore(token + 1) {
      return token + 2 < limit && isBlank(context.folded(token + 2)) ? token + 3 : token + 2
    }
    // Before a name: `sig. A. Quill`.
    // Dutch: "was getekend".
    if first == "w", second == ".", token + 4 < limit, context.folded(token + 2) == "g",
      context.folded(token + 3) == "."
    {
      return token + 4
    }
    if first == "f.to", context.isCapitalised(token + 1) { return token + 1 }
    // Italian and Spanish: "f.to", "fdo."
    if first == "f", second == ".", token + 3 < limit, context.folded(token + 2) == "to",
      context.isCapitalised(token + 3)
    {
      return token + 3
    }
    if first == "fdo", second == ".", token + 2 < limit { return token + (context.folded(token + 2) == ":" ? 3 : 2) }
    if first == "sig" || first == "gez" || first == "sgd", second == ".", token + 2 < limit,
      context.isCapitalised(token + 2) || context.folded(token + 2) == "ppa"
    {
      return token + 2
    }
    return nil
  }

  /// What marks begin with, in lower case: `(`, `/`, `s`, `g`, `w`, `f`, and `[` with the same bit set.
  private static let firsts: [UInt8] = [0x28, 0x2F, 0x73, 0x67, 0x77, 0x66, 0x7B]

  /// `[signed] Ada Quill`, `Acme Ltd (sgd.) A. Quill`: brackets that open a line or stand behind a name, with a name or
  /// nothing behind them.
  private static func bracketEnd(_ token: Int, _ limit: Int, _ context: DocumentContext) -> Int? {
    guard context.isOne(token + 1, of: "signed|sgd|sd|gez") else { return nil }
    let opens = !context.stream.tokens[token].flags.isDisjoint(with: [.lineStart, .cellStart, .blockStart])
    guard opens || token > 0 && (!context.isWord(token - 1) || context.isCapitalised(token - 1)) else { return nil }
    var at = token + 2
    if at < limit, context.folded(at) == "." { at += 1 }
    guard at < limit, context.isOne(at, of: ")|]") else { return nil }
    return at + 1 < limit ? (context.isCapitalised(at + 1) ? at + 1 : nil) : (opens ? at + 1 : nil)
  }

  private static let orderDays: WordSet = [
    "start", "end", "effective", "order", "expiry", "expiration", "commencement", "renewal", "term", "subscription",
    "contract", "due", "delivery", "invoice", "opening", "closing", "live", "quote", "begin", "issue",
  ]

  /// A line to sign on.
  static func isBlank(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.allSatisfy { $0 == 0x5F || $0 == 0x2E || $0 == 0x2D }
  }

  private static let electronic: Set<String> = [
    "electronically signed by", "digitally signed by", "signed electronically by", "e signed by", "esigned by",
    "accepted electronically by", "electronically accepted by", "accepted online by", "agreed electronically by",
    "confirmed electronically by", "signed electronically", "electronically signed", "digitally signed",
  ]

  /// The words that keys begin with.
  private static let openers = WordSet(keys.keys.compactMap { $0.split(separator: " ").first.map(String.init) })

  private static let keys: [String: SignatureKey] = {
    var keys: [String: SignatureKey] = [:]
    for word in [
      "by", "signature", "signed", "sign", "sign here", "authorized signature", "authorised signature", "docusigned by",
      "electronically signed by", "digitally signed by", "signed by", "executed by", "authorized signatory",
      "authorised signatory", "per", "e signed", "e signed by", "esigned", "esigned by", "signed electronically by",
      "signed electronically", "electronically signed", "digitally signed", "signé", "signé par",
      "signé électroniquement par", "signé électroniquement", "elektronisch unterzeichnet von", "unterzeichnet von",
      "firmado por", "firmado electrónicamente por", "firmado electrónicamente", "firmado digitalmente por",
      "firmado",
      "firmato da", "firmato digitalmente da", "assinado por", "assinado eletronicamente por",
      "assinado eletronicamente",
      "assinado digitalmente por", "assinado digitalmente", "elektronisch signiert von", "digital signiert von",
      "signerat av", "undertecknat av", "underskrevet af", "signert av", "allekirjoittanut", "ondertekend door",
      "digitaal ondertekend door", "elektronisch ondertekend door", "podpis", "unterschrift", "handtekening",
      "underskrift", "podpisano przez", "podpis elektroniczny",
      "kwalifikowany podpis elektroniczny", "accepted electronically by", "electronically accepted by",
      "accepted online by",
      "accepted by", "agreed electronically by", "confirmed electronically by", "click accepted by",
    ] {
      keys[word] = .mark
    }
    for word in [
      "name", "print name", "printed name", "name printed", "name print", "typed name", "full name", "signatory name",
      "name in block letters", "name in capitals", "printed",
    ] { keys[word] = .name }
    for word in ["title", "function", "its", "position", "role", "capacity", "job title", "designation"] {
      keys[word] = .title
    }
    for word in [
      "date", "dated", "date signed", "signing date", "signature date", "signed on", "place / date", "date / place",
      "place and date", "date of signature",
    ] { keys[word] = .date }
    keys["signed for"] = .party
    keys["signed for and on behalf of"] = .party
    for word in [
      "name and position", "name and title", "name / title", "name title", "name and office", "name and function",
      "name and capacity", "name and role", "name / position", "name / function", "title and name",
    ] { keys[word] = .nameAndTitle }
    return keys
  }()
}
