// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

@Suite struct WordSetTests {
  private let words: WordSet = ["order", "offer", "übung", "o", "order", "a word that is longer than thirty-one bytes"]

  @Test func holdsItsWordsAndNoOthers() {
    for word in ["order", "offer", "übung", "o", "a word that is longer than thirty-one bytes"] {
      #expect(words.contains(word))
    }
    for word in ["", "orde", "orders", "ofter", "u", "a word that is longer than thirty-one bytez"] {
      #expect(!words.contains(word))
    }
    #expect(!words.isEmpty && WordSet([]).isEmpty && !WordSet([]).contains("o"))
  }

  @Test func takesBytesInEitherCase() {
    for word in ["Order", "OFFER", "order"] {
      var word = word
      #expect(word.withUTF8 { words.contains($0) && ("offer|order" as WordChoice).allows($0) })
    }
    var other = "Orders"
    #expect(!other.withUTF8 { words.contains($0) || ("offer|order" as WordChoice).allows($0) })
  }

  @Test func refusesByFirstByteAndLength() {
    #expect(words.mayContain(first: 0x6F, count: 5) && !words.mayContain(first: 0x6F, count: 6))
    #expect(!words.mayContain(first: 0x70, count: 5) && words.mayContain(first: 0x61, count: 60))
  }
}
