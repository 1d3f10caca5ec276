// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Testing

@testable import Batch

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite struct FileWritingTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  @Test func `Folders are made, content is replaced whole, nothing else is left`() throws {
    let path = folder.path + "/new/deep/out.json"
    try FileWriting.write(Array("one, and longer".utf8), to: path)
    try FileWriting.write(Array("two".utf8), to: path)
    #expect(FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) } == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/new/deep") == ["out.json"])
  }

  @Test(arguments: ["real.json", "../other/real.json"]) func `A link is written through, and stays`(target: String)
    throws
  {
    try folder.write("out/keep")
    try folder.write("other/keep")
    let link = folder.path + "/out/inventory.json"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try FileWriting.write(Array("new".utf8), to: link)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
    let real = folder.path + "/out/" + target
    #expect(FileManager.default.contents(atPath: real).map { String(decoding: $0, as: UTF8.self) } == "new")
  }

  @Test func `A pipe is written to, and stays one`() throws {
    let path = folder.path + "/pipe"
    try folder.write("keep")
    #expect(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDWR | O_CLOEXEC)
    defer { close(reader) }
    try FileWriting.write(Array("new".utf8), to: path)
    #expect(FileStatus(unfollowed: PathBytes(path))?.kind == .other)
  }

  @Test func `What cannot be written says which path and why`() throws {
    try folder.write("file")
    #expect { try FileWriting.write([1], to: folder.path + "/file/out.json") } throws: { error in
      "\(error)".contains("file/out.json cannot be written: Not a directory")
        || "\(error)".contains("file/out.json cannot be written: File exists")
    }
  }

  @Test func `An input that is not there says so`() {
    #expect { try InputFile.bytes(folder.path + "/none") } throws: { error in
      "\(error)".contains("/none cannot be read: No such file or directory")
    }
  }
}
