// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Lexis

@Suite struct SentenceTests {
  /// Where `|` stands, and nowhere else, a sentence starts.
  @Test(arguments: [
    "|Credits lapse. |The rest stays.",
    "|Credits lapse! |Really? |Yes.",
    "|Sect. 4 and No. 5 apply.",
    "|Blue Inc. shall pay. |It pays Blue Inc. |The fee is due.",
    "|By J. Smith of the U. S. Treasury.",
    "|Until 5 p.m. Eastern Time, e.g. Boston, i.e. East.",
    "|It ends at 5 p.m. |The rest stays.",
    "|It is worth 5.00. |10 are free.",
    "|Fees (all of them.) |The rest is free.",
    "|Fees (see Sect.) are due.",
    "|It lapses.) |The rest (of Blue Ltd.) stays.",
    "|He said “it lapses.” |The rest stays.",
    "|lower. case goes on.",
    "|Version 4.2 is e-mailed.",
    "|One\n|two",
    "|Signed on Jan. 5 by Mr. Blue.",
  ])
  func startAfterStops(marked: String) {
    let text = String(marked.filter { $0 != "|" })
    var source = SourceText(text: text)
    source.blocks = source.lines.map { SourceBlock(role: .paragraph, range: $0.range, page: 1) }
    let stream = TokenStream(source, vocabulary: Vocabulary())
    var found = Array(text.utf8)
    for token in stream.tokens.reversed() where token.flags.contains(.sentenceStart) {
      let isQuoted = token.flags.contains(.quoteBefore)
      #expect(!isQuoted)
      found.insert(0x7C, at: Int(token.start))
    }
    #expect(String(decoding: found, as: UTF8.self) == marked)
  }
}
