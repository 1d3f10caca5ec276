// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// The marks that notes open with, under tables and behind running text.
struct NoteMarks {
  let context: DocumentContext

  init(_ context: DocumentContext) { self.context = context }

  /// A label without its brackets and dots, in lower case.
  static func mark(_ label: String) -> String {
    var mark = String(decoding: label.utf8.filter { !" ():[]{}".utf8.contains($0) }, as: UTF8.self).lowercased()
    while mark.hasSuffix(".") { mark.removeLast() }
    return mark
  }

  /// `*`, `**`: a sign with what it is doubled by; nil where it doubles another.
  func sign(at token: Int, in range: Range<Int>) -> String? {
    let sign = context.folded(token)
    guard RowScale.marks.contains(sign) else { return nil }
    if token > range.lowerBound, context.folded(token - 1) == sign, !context.hasSpaceBefore(token) { return nil }
    var mark = sign
    var at = token + 1
    while at < range.upperBound, context.folded(at) == sign, !context.hasSpaceBefore(at) {
      mark += sign
      at += 1
    }
    return mark
  }

  /// `N1`, `N.1`: a letter for "note" with its figure, and where they end.
  func coded(at token: Int, in range: Range<Int>) -> (mark: String, end: Int)? {
    guard context.isOne(token, of: "n|f"), token + 1 < range.upperBound, context.isCapitalised(token) else {
      return nil
    }
    let at = context.folded(token + 1) == "." ? token + 2 : token + 1
    guard at < range.upperBound, !context.hasSpaceBefore(token + 1), !context.hasSpaceBefore(at),
      let number = Int(context.folded(at)), (1...60).contains(number)
    else { return nil }
    return (context.folded(token) + context.folded(at), at + 1)
  }

  /// "A – …", "* …", "(1) …", "Note 2: …", "N3 …".
  func opener(of sentence: Range<Int>) -> String? {
    var at = sentence.lowerBound
    if context.isOne(at, of: "note|notes|footnote|remark|remarks|key|legend") {
      at += 1
      if at < sentence.upperBound, context.folded(at) == ":" { at += 1 }
    }
    guard at < sentence.upperBound else { return nil }
    if let mark = sign(at: at, in: sentence) { return mark }
    if context.isOne(at, of: "(|[|{") { at += 1 }
    if let (mark, end) = coded(at: at, in: sentence), end < sentence.upperBound { return mark }
    guard at + 1 < sentence.upperBound else { return nil }
    let word = context.folded(at)
    guard word.utf8.count <= 2,
      context.isOne(at + 1, of: ")|]|}|-|–|—|:|.|=")
    else { return nil }
    return word
  }

  /// "a May be used in the first year only.": a small letter, or a figure that is no day, before a capital, where a row
  /// of the table bears that mark.
  func bareOpener(of sentence: Range<Int>, among marks: Set<String>) -> String? {
    let at = sentence.lowerBound
    let word = context.folded(at)
    guard sentence.count > 3, marks.contains(word), word.utf8.count <= 2, !context.isCapitalised(at),
      context.isCapitalised(at + 1), context.hasSpaceBefore(at + 1),
      context.isWord(at) || !context.values(in: at..<at + 2).contains(where: { $0.tokens.count > 1 })
    else { return nil }
    return word
  }
}
