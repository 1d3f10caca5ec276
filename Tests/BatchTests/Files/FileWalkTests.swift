// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import Testing

@testable import Batch

@Suite struct FileWalkTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func walk(_ names: [String] = [""]) -> (
    paths: [String], failed: [String], passedOver: [String: PassedOver.Reason]
  ) {
    let walk = FileWalk(names.map { $0.isEmpty ? folder.path : $0 == "-" ? $0 : folder.path + "/" + $0 })
    let failed = walk.sources.filter { if case .failed = $0.place { true } else { false } }
    return (
      folder.relative(walk.sources.map(\.path)), folder.relative(failed.map(\.path)),
      Dictionary(zip(folder.relative(walk.passedOver.map(\.path)), walk.passedOver.map(\.reason))) { a, _ in a }
    )
  }

  @Test func `Files of a folder stand in the order of their paths' bytes`() throws {
    for name in ["b/1.txt", "b-1.txt", "B.txt", "a/z/9.txt", "a.txt", "ä.txt", "a/2.pdf"] { try folder.write(name) }
    #expect(walk().paths == ["B.txt", "a.txt", "a/2.pdf", "a/z/9.txt", "b-1.txt", "b/1.txt", "ä.txt"])
  }

  @Test func `What is named comes in the order of the names, each path once`() throws {
    for name in ["z.txt", "sub/a.txt", "sub/b.txt"] { try folder.write(name) }
    #expect(walk(["z.txt", "-", "sub/b.txt", "sub", "-", "z.txt"]).paths == ["z.txt", "-", "sub/b.txt", "sub/a.txt"])
  }

  @Test func `Hidden files and unknown types are passed over and told`() throws {
    for name in [".hidden.pdf", ".git/x.txt", "data.json", "order.txt"] { try folder.write(name) }
    let walk = walk()
    #expect(walk.paths == ["order.txt"])
    #expect(walk.passedOver == [".hidden.pdf": .hidden, ".git": .hidden, "data.json": .unknownType])
  }

  @Test func `A folder without files is told`() throws {
    try folder.write("order.txt")
    try folder.write("empty/inner/x.txt")
    try FileManager.default.removeItem(atPath: folder.path + "/empty/inner/x.txt")
    let walk = walk(["order.txt", "empty"])
    #expect(walk.paths == ["order.txt"] && walk.passedOver == ["empty": .emptyFolder])
  }

  @Test func `A hidden file that is named is read`() throws {
    try folder.write(".hidden.txt")
    #expect(walk([".hidden.txt"]).paths == [".hidden.txt"])
  }

  @Test func `A document of a format that is not read fails`() throws {
    try folder.write("order.docx")
    let walk = walk()
    #expect(walk.paths == ["order.docx"] && walk.failed == ["order.docx"])
  }

  @Test func `The content tells where the name does not`() throws {
    try folder.write("scan.bin", "junk\n%PDF-1.7\n")
    try folder.write("README", "Plain words.")
    try folder.write("tool", "\u{7F}ELF\u{1}")
    try folder.write("blob", "a\u{0}b")
    let walk = walk()
    #expect(walk.paths == ["README", "scan.bin"])
    #expect(walk.passedOver == ["tool": .unknownType, "blob": .unknownType])
  }

  @Test(.timeLimit(.minutes(1))) func `Links in circles end`() throws {
    try folder.write("a/order.txt")
    try folder.link("a/up", to: "..")
    try folder.link("a/self", to: ".")
    try folder.link("again", to: "a")
    let walk = walk()
    #expect(walk.paths == ["a/order.txt"])
    #expect(Set(walk.passedOver.values) == [.folderSeenBefore] && walk.passedOver.count == 3)
  }

  @Test func `What is not there fails, and the rest is found`() throws {
    try folder.write("order.txt")
    try folder.link("dangling.txt", to: "nowhere")
    let walk = walk(["missing.pdf", ""])
    #expect(walk.paths == ["missing.pdf", "dangling.txt", "order.txt"])
    #expect(walk.failed == ["missing.pdf", "dangling.txt"])
  }
}
