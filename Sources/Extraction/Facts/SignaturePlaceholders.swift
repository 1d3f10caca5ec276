// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis

/// What stands where a signature, a name or a day is still to come: the tags and anchors of signing services
/// (`{{Sig_es_:signer1:signature}}`, `\s1\`, `/sn1/`, `[sig|req|signer1]`), `[signature]`, `SIGN HERE`, `NOT FOR
/// SIGNATURE`, `X______`.
struct SignaturePlaceholders {
  let context: DocumentContext

  private static let most = 24

  /// On a line to sign on: nothing was signed.
  func isUnsigned(_ range: Range<Int>) -> Bool {
    guard let (text, wrapper) = bare(range) else { return false }
    return wrapper == .tag || Self.isWaiting(text)
  }

  /// In brackets or in a tag, as a field that is to be filled.
  func isField(_ range: Range<Int>) -> Bool {
    guard let (text, wrapper) = bare(range) else { return false }
    return wrapper == .tag || wrapper == .brackets && Self.isWaiting(text)
  }

  /// Such a field for a signature.
  func isSignatureField(_ range: Range<Int>) -> Bool {
    let words = context.words(range)
    // `[Signature page follows]` is none.
    return isField(range) && !words.contains("page") && !words.contains("blank")
      && words.contains { $0.hasPrefix("sig") || $0.hasPrefix("esig") }
  }

  private enum Wrapper { case none, brackets, tag }

  /// The letters of a range without blanks and what they stand in.
  private func bare(_ range: Range<Int>) -> (text: Substring.UTF8View, wrapper: Wrapper)? {
    guard !range.isEmpty, range.count <= Self.most else { return nil }
    var text = context.text(range)[...]
    Self.trim(&text, Self.blanks)
    guard let first = text.first, let last = text.last else { return nil }
    if Self.isTag(text, first, last) { return (text.utf8, .tag) }
    let whole = text.utf8.count
    Self.trim(&text, Self.brackets)
    return text.isEmpty ? nil : (text.utf8, text.utf8.count < whole ? .brackets : .none)
  }

  private static let blanks: Set<Character> = ["_", ".", "…", "-", " ", ":", "\u{A0}"]
  private static let brackets: Set<Character> = [
    "[", "]", "(", ")", "/", "*", "\"", "“", "”", "'", "‘", "’", "_", ".", " ", "|", "●",
  ]
  /// Nobody's name stands in these.
  private static let ends: [Character: Character] = [
    "{": "}", "<": ">", "«": "»", "%": "%", "$": "$", "#": "#", "@": "@", "~": "~", "^": "^", "|": "|", "‹": "›",
  ]

  private static func trim(_ text: inout Substring, _ characters: Set<Character>) {
    while let first = text.first, characters.contains(first) { text.removeFirst() }
    while let last = text.last, characters.contains(last) { text.removeLast() }
  }

  private static func isTag(_ text: Substring, _ first: Character, _ last: Character) -> Bool {
    if first == "\\" {
      // `\s\ Ada Quill` is a mark.
      let inner = text.dropFirst().prefix { $0 != "\\" }
      return inner.utf8.contains(where: isFigure) || inner != "s" && inner.utf8.count + 2 >= text.utf8.count
    }
    if text.hasPrefix("{{") || text.hasPrefix("${") || text.hasPrefix("<<") { return true }
    if text.hasPrefix("[["), text.hasSuffix("]]") { return true }
    if let end = ends[first], end == last, text.utf8.count > 2 { return true }
    // `/sn1/`: a name in strokes has no figure.
    let inner = text.utf8.dropFirst().dropLast()
    return first == "/" && last == "/" && inner.count <= 8 && inner.contains(where: isFigure)
      && inner.allSatisfy { isLetter($0) || isFigure($0) || $0 == 0x5F }
  }

  private static func isFigure(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x80 }

  /// All words are of those that such places hold, and one says that they do.
  private static func isWaiting(_ text: Substring.UTF8View) -> Bool {
    let words = text.split { !isLetter($0) }.map { String(Substring($0)).lowercased() }
    // What registers print in the place of a signature that is there.
    if words == ["sig"] { return false }
    if words == ["x"] || words == ["n", "a"] || words == ["l", "s"] { return true }
    return words.contains(where: signals.contains)
      && words.allSatisfy { signals.contains($0) || fillers.contains($0) }
  }

  private static let signals: WordSet = [
    "sig", "sign", "signature", "signatures", "signer", "signatory", "signhere", "esign", "esig", "esignature",
    "signing", "initial", "initials", "tbd", "tbc", "blank", "draft", "specimen", "sample", "void", "execution",
    "pending", "awaiting", "unsigned", "insert", "none", "name", "title", "date", "seal", "stamp",
    "unterschrift", "unterschreiben", "signez", "signer", "firmar", "firma", "firme", "assinar", "assine",
    "assinatura", "podpis", "handtekening", "ondertekenen", "underskrift", "allekirjoitus",
  ]
  private static let fillers: WordSet = [
    "here", "not", "for", "to", "be", "by", "of", "the", "only", "this", "line", "space", "field", "block", "box",
    "electronic", "electronically", "e", "digital", "digitally", "click", "tap", "please", "add", "place", "apply",
    "affix", "your", "customer", "client", "vendor", "supplier", "provider", "buyer", "seller", "authorised",
    "authorized", "required", "needed", "copy", "review", "purposes", "completed", "provided", "inserted", "applied",
    "a", "left", "intentionally", "first", "second", "party", "company", "in", "and", "print", "executed", "see",
    "attached",
    "page", "next", "below", "above", "separate", "req", "noreq", "es", "yet", "mandatory", "optional", "hier", "bitte",
    "nicht", "zur", "ici", "aquí", "aqui", "qui", "tutaj", "à",
  ]
}
