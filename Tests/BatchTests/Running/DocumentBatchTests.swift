// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import InventoryModel
import Synchronization
import Testing

@testable import Batch

@Suite struct DocumentBatchTests {
  private let folder: TemporaryFolder
  private static let extractor = Result {
    try Extractor(packs: try PatternFolders(base: Repository.root + "/patterns").files())
  }
  init() throws { folder = try TemporaryFolder() }

  private func run(_ paths: [String]? = nil, jobs: Int = 2) throws -> BatchResult {
    let pipeline = DocumentPipeline(extractor: try Self.extractor.get())
    return DocumentBatch(pipeline: pipeline, settings: BatchSettings(jobs: jobs))
      .run(paths?.map { folder.path + "/" + $0 } ?? [folder.path])
  }

  private static let order = "Supplier grants Customer 40 training credits at no additional charge.\n"

  @Test func `One bad file stops no other, and each has a status`() throws {
    try folder.write("a.txt", Self.order)
    try folder.write("b.pdf", "%PDF-1.7\nno more than this")
    try folder.write("c.txt", "")
    try folder.write("d.docx", "PK\u{3}\u{4}")
    try folder.write("e.txt", "Order Form. Customer receives 5 sandboxes free of charge.")
    let documents = try run().inventory.documents
    #expect(folder.relative(documents.map(\.path)) == ["a.txt", "b.pdf", "c.txt", "d.docx", "e.txt"])
    #expect(documents.map(\.status) == [.ok, .failed, .failed, .failed, .ok])
    #expect(documents.allSatisfy { $0.status == .ok || !$0.problems.isEmpty })
  }

  @Test(arguments: [1, 2, 7]) func `The same content is read once, and the first path has it`(jobs: Int) throws {
    for name in ["b.txt", "a/x.txt", "c.text"] { try folder.write(name, Self.order) }
    let result = try run(["b.txt", "a", "c.text"], jobs: jobs)
    let documents = result.inventory.documents
    #expect(folder.relative(documents.map(\.path)) == ["b.txt", "a/x.txt", "c.text"])
    #expect(Set(documents.map(\.id)).count == 1)
    #expect(documents.map { $0.problems.contains { $0.code == .duplicateOf } } == [false, true, true])
    #expect(result.inventory.entitlements.count == 1)
    #expect(documents[1].problems.last?.message.contains("b.txt") == true)
  }

  @Test(arguments: [1, 3]) func `One content has one status, whatever its names say`(jobs: Int) throws {
    // Not a PDF without more, and what would be one under that name alone.
    let content = "1 0 obj <<\n" + Self.order
    for name in ["a.pdf", "b.txt", "c.pdf"] { try folder.write(name, content) }
    let result = try run(jobs: jobs)
    let documents = result.inventory.documents
    #expect(documents.map(\.status) == [.ok, .ok, .ok])
    #expect(Set(documents.map(\.format)) == [.text])
    #expect(documents.map { $0.problems.contains { $0.code == .duplicateOf } } == [false, true, true])
    #expect(result.inventory.entitlements.count == 1)
  }

  @Test func `The duplicate of what failed does not claim that it was read`() throws {
    for name in ["a.pdf", "b.pdf"] { try folder.write(name, "%PDF-1.7\nno more than this") }
    let documents = try run().inventory.documents
    #expect(documents.map(\.status) == [.failed, .failed])
    #expect(documents[1].problems.last?.message.contains("could not be read either") == true)
  }

  @Test func `The number of jobs changes nothing`() throws {
    for index in 0..<30 {
      try folder.write("\(index % 7)-\(index).txt", "Vendor provides \(index % 11 + 2) exam vouchers free of charge.\n")
    }
    let one = try run(jobs: 1).inventory
    #expect(try run(jobs: 8).inventory == one)
    #expect(one.documents.count == 30)
  }

  @Test func `Progress counts every document once`() throws {
    for index in 0..<9 { try folder.write("\(index).txt", "Text \(index).") }
    let seen = Mutex<[BatchProgress]>([])
    let pipeline = DocumentPipeline(extractor: try Self.extractor.get())
    _ = DocumentBatch(pipeline: pipeline, settings: BatchSettings(jobs: 3)).run([folder.path]) { progress in
      seen.withLock { $0.append(progress) }
    }
    let steps = seen.withLock { $0 }
    #expect(steps.map(\.done) == Array(1...9))
    #expect(steps.allSatisfy { $0.total == 9 })
  }

  @Test func `A file above the limit is not read`() throws {
    try folder.write("big.txt", String(repeating: "x", count: 5000))
    let pipeline = DocumentPipeline(extractor: try Self.extractor.get())
    let settings = BatchSettings(jobs: 1, reading: .init(maximumBytes: 4999))
    let documents = DocumentBatch(pipeline: pipeline, settings: settings).run([folder.path]).inventory.documents
    #expect(documents.map(\.status) == [.failed])
    #expect(documents[0].problems.map(\.code) == [.tooLarge])
  }

  @Test func `A document's id is the digest of its bytes`() {
    #expect(
      DocumentPipeline.id(of: Array("abc".utf8))
        == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test(arguments: ["PK\u{3}\u{4}rest", "{\\rtf1 text}", "GIF89a", "{\n  \"schema\": \"inwriting/inventory/1\","])
  func `What is none of the formats is said to be none`(content: String) throws {
    let result = DocumentPipeline(extractor: try Self.extractor.get()).read(Array(content.utf8), path: "order.txt")
    #expect(result.facts.status == .failed)
    #expect(result.facts.problems.map(\.code) == [.unknownFormat])
  }
}
