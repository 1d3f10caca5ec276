// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Testing

@testable import Lexis

@Suite struct VocabularyTests {
  @Test func hasCommonWordsFromTheStart() {
    let vocabulary = Vocabulary()
    let numbers = Vocabulary.common.map { vocabulary.id(of: $0) }
    #expect(!numbers.contains(Vocabulary.unknown))
    #expect(numbers.allSatisfy { $0 < vocabulary.count && $0 <= SentenceRules.words.count + numbers.count })
    #expect(vocabulary.id(of: "THE") == vocabulary.id(of: "the"))
    #expect(Set(Vocabulary.common).count == Vocabulary.common.count)
  }

  /// More words than the small table has places: they share them.
  @Test func findsEachOfManyWords() {
    var vocabulary = Vocabulary()
    let words = (0..<20_000).map(spelled)
    let numbers = words.map { vocabulary.intern($0) }
    #expect(Set(numbers).count == Set(words).count)
    #expect(zip(words, numbers).allSatisfy { vocabulary.id(of: $0) == $1 && vocabulary.word($1) == $0 })
    let text = words.prefix(5_000).joined(separator: " ") + " the wzzzzzzz"
    let stream = TokenStream(SourceText(text: text), vocabulary: vocabulary)
    #expect(stream.tokens.map(\.word) == numbers.prefix(5_000) + [vocabulary.id(of: "the"), Vocabulary.unknown])
  }

  /// A number in letters.
  private func spelled(_ number: Int) -> String {
    var (left, word) = (number, "w")
    while left > 0 {
      word += String(UnicodeScalar(UInt8(0x61 + left % 25)))
      left /= 25
    }
    return word
  }

  @Test(arguments: [("", false), ("The", true), ("ÉCLAT", false), ("no-such", false), ("’s", true)])
  func looksWordsUpInAnyScript(word: String, isKnown: Bool) {
    #expect((Vocabulary().id(of: word) != Vocabulary.unknown) == isKnown)
    #expect(Vocabulary().id(of: word) == Vocabulary().id(of: word[...]))
  }
}
