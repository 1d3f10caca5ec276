// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import Testing

@Suite struct PacksTests {
  @Test func `Every example of every pack holds`() throws {
    let proof = try Corpora.reader.get().proof()
    let isProved = proof.failures.isEmpty
    #expect(isProved, "\(ProofReport.text(proof, showingCrossings: false))")
    #expect(proof.examples > 100 && proof.nearMisses > 50)
  }

  @Test func `Every rule has an example and a near miss`() throws {
    let packs = try Corpora.reader.get().patterns.packs
    for (index, rule) in packs.rules.enumerated() {
      let own = packs.examples.filter { $0.rule == index }
      let hasBoth = own.contains { !$0.isReject } && own.contains { $0.isReject }
      #expect(hasBoth, "\(rule.qualifiedID)")
    }
  }

  @Test func `The page of rules in the repository is the program's`() throws {
    let path = "docs/rules.md"
    let stored = FileManager.default.contents(atPath: Repository.root + "/" + path)
    let page = PatternCatalogue(try Corpora.reader.get().patterns).reference
    let isCurrent = stored.map { String(decoding: $0, as: UTF8.self) } == page
    #expect(isCurrent, "\(path) is not current: run `make docs`")
  }
}
