// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Ingestion
import Patterns
import Testing

@testable import Extraction

@Suite struct FactPackTests {
  /// Each fact rule finds its examples and leaves its near misses alone.
  @Test func examplesHold() throws {
    let extractor = try #require(FactSample.extractor)
    let packs = try PackSet.load(files: FactSample.packs, schema: .extraction)
    let own = packs.examples.filter { packs.rules[$0.rule].role == .fact }
    #expect(own.count > 40)
    for example in own {
      let context = DocumentContext(DocumentReader.readPlainLine(example.text), extractor: extractor)
      let isFound = context.matches.contains { $0.rule == example.rule }
      if isFound == example.isReject { Issue.record("\(packs.rules[example.rule].id): \(example.text)") }
    }
  }
}
