// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

extension Vocabulary {
  /// The words, numbers and signs of a text, folded, cut as the tokenizer cuts a document's line.
  public static func words(of text: String) -> [String] {
    // Nothing before a possessive `'s` would make its apostrophe a quotation mark.
    if text == "'s" || text == "’s" { return ["'s"] }
    let bytes = Array(text.utf8)
    let line = SourceLine(range: 0..<bytes.count, page: 1)
    let stream = TokenStream(SourceText(utf8: bytes, lines: [line]), vocabulary: Vocabulary())
    return stream.tokens.map { String(decoding: Fold.folded(Array(bytes[$0.range])), as: UTF8.self) }
  }
}
