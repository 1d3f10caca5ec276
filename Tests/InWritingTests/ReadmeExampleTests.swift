// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InWriting
import Testing

/// What README.md and docs/ show.
@Suite struct ReadmeExampleTests {
  /// The library example of README.md, line for line but for the folder and the packs.
  private func example() throws -> (json: [UInt8], lines: [String]) {
    var lines: [String] = []
    func print(_ items: String...) { lines.append(items.joined(separator: " ")) }
    let folder = Corpora.folder
    let reader = try EntitlementReader(patterns: Repository.patterns)

    let inventory = reader.extract([folder]).inventory
    for document in inventory.documents where document.status != .ok {
      print(document.path, document.status.rawValue, document.problems.first?.message ?? "")
    }
    for grant in inventory.entitlements {
      print(grant.kind.rawValue, grant.validity.end?.description ?? "open", grant.evidence.first?.quote ?? "")
    }
    let json = JSONFormat().utf8(inventory)
    return (json, lines)
  }

  @Test func `The library example runs`() throws {
    let (json, lines) = try example()
    #expect(json.last == 0x0A)
    #expect(lines.contains { $0.hasPrefix("partner_voucher 2026-09-11 ServiceNow issues to Customer") })
  }

  @Test func `The library example in README.md is the one above`() throws {
    let source = Set(try text("Tests/InWritingTests/ReadmeExampleTests.swift").map(trimmed))
    let readme = try text("README.md")
    let begin = try #require(readme.firstIndex { $0 == "```swift" && readme.contains("import InWriting") })
    let example = readme[(begin + 1)...].prefix { $0 != "```" }
    #expect(example.contains("import InWriting"))
    for line in example where !line.hasPrefix("let folder = ") && !line.hasPrefix("let reader = ") {
      #expect(source.contains(trimmed(line)), "README.md shows what no test compiles: \(line)")
    }
  }

  private static let examples = Repository.root + "/docs/examples"

  @Test func `The example pack holds, and reads its order form in full`() throws {
    let reader = try EntitlementReader(
      patterns: PatternFolders(base: Repository.root + "/patterns", additional: [Self.examples + "/campus.yaml"]))
    let proof = reader.proof()
    let holds = proof.failures.isEmpty
    #expect(holds, "\(ProofReport.text(proof, showingCrossings: false))")
    let card = try reader.score(Self.examples + "/campus")
    #expect(card.found.demanded == 3)
    #expect(card.misses == [])
  }

  @Test func `Without the example pack nothing of it is read`() throws {
    let card = try Corpora.reader.get().score(Self.examples + "/campus")
    #expect(card.found.claimed == 0)
  }

  private func text(_ path: String) throws -> [String] {
    let bytes = try #require(FileManager.default.contents(atPath: Repository.root + "/" + path))
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  private func trimmed(_ line: String) -> String { String(line.drop { $0 == " " }) }
}
