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

  @Test func `A failure shows the file, the line and the place`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "inwriting-packs-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let pack =
      "pack: proof/1\nrules:\n  - id: one\n    grants: any\n    phrase: \"{number} {kind}\"\n    examples:\n"
      + "      - {text: \"Receives 5 training credits free of charge.\", gives: {quantity: 6}}\n    rejects: [\"Nothing.\"]\n"
    try Data(pack.utf8).write(to: URL(filePath: folder + "/proof.yaml"))
    let reader = try EntitlementReader(patterns: PatternFolders(base: Repository.patterns.base, additional: [folder]))
    let proof = reader.proof { $0.hasSuffix("proof.yaml") }
    let text = ProofReport.text(proof, showingCrossings: false)
    #expect(text.contains("proof.yaml:7:16: error: proof/one gives 5 for quantity, not 6\n 7 |       - {text: "))
    #expect(text.contains("\n1 example and 1 near miss: 1 failed"))
    #expect(PatternCatalogue(reader.patterns) { $0.hasSuffix("proof.yaml") }.summary.hasPrefix("1 pack, "))
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
