// SPDX-License-Identifier: GPL-3.0-or-later
import Lexis
import Testing

@testable import Patterns

/// Compiled packs as bytes, and back.
@Suite struct PatternImageTests {
  private static let phrases = [
    "{number} ...4 {kind}", "{money|number} of {name} and", "(may|can) ...3 {give}", "{when.end} ...2 {date|when}",
    "law of {name}",
  ]
  private static let text =
    "Customer can then give 50 good training credits. The law of New South Wales applies. 5 of New York and "
    + "the end date, the start date."

  private let file = PackFile(path: "a.yaml", text: pack(Self.phrases))
  private let known: Vocabulary

  init() {
    var known = Vocabulary()
    for word in ["zebra", "übung"] { _ = known.intern(word) }
    self.known = known
  }

  private func compiled() throws -> (reader: Reader, image: [UInt8]) {
    var vocabulary = known
    let set = try PackSet.load(files: [file], schema: schema)
    let patterns = try CompiledPatterns(set, vocabulary: &vocabulary)
    return (
      Reader(patterns: patterns, vocabulary: vocabulary),
      patterns.image(vocabulary: vocabulary, first: known.count, maker: "one")
    )
  }

  private func restored(
    _ image: [UInt8], of files: [PackFile]? = nil, maker: String = "one", from known: Vocabulary? = nil
  ) -> Reader? {
    var vocabulary = known ?? self.known
    return CompiledPatterns(image: image, of: files ?? [file], vocabulary: &vocabulary, maker: maker)
      .map { Reader(patterns: $0, vocabulary: vocabulary) }
  }

  @Test func findsTheSame() throws {
    let (reader, image) = try compiled()
    let again = try #require(restored(image))
    let found = try reader.matches(Self.text)
    #expect(found.count >= 4)
    #expect(again.matches(Self.text) == found)
    #expect(again.vocabulary.count == reader.vocabulary.count)
    #expect(again.patterns.rules == reader.patterns.rules)
    #expect(again.patterns.kinds.flatMap(\.names).map(\.line) == reader.patterns.kinds.flatMap(\.names).map(\.line))
  }

  @Test func isOfOnePackOneProgramAndOneVocabulary() throws {
    let image = try compiled().image
    #expect(restored(image, of: [PackFile(path: "a.yaml", text: file.text + "\n")]) == nil)
    #expect(restored(image, of: [PackFile(path: "b.yaml", text: file.text)]) == nil)
    #expect(restored(image, of: [file, file]) == nil)
    #expect(restored(image, maker: "two") == nil)
    #expect(restored(image, from: Vocabulary()) == nil)
  }

  @Test func damageIsSeen() throws {
    let image = try compiled().image
    for count in stride(from: 0, to: image.count, by: 61) { #expect(restored(Array(image.prefix(count))) == nil) }
    for at in stride(from: 3, to: image.count, by: 97) {
      var wrong = image
      wrong[at] ^= 0x10
      #expect(restored(wrong) == nil)
    }
  }
}
