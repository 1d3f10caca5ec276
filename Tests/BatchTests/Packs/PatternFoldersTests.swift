// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Batch

@Suite struct PatternFoldersTests {
  private let folder: TemporaryFolder
  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "base/vendors/b.yaml", "base/a.yaml", "base/core.yaml", "base/README.md", "base/.x.yaml", "mine/m.yml",
    ] {
      try folder.write(name, name)
    }
  }

  private func names(_ base: String?, _ added: [String] = []) throws -> [String] {
    let folders = PatternFolders(
      base: base.map { folder.path + "/" + $0 }, additional: added.map { folder.path + "/" + $0 })
    return try folders.files().map(\.text)
  }

  @Test func `The core pack comes first, then the others by path, then added ones`() throws {
    #expect(
      try names("base", ["mine"]) == ["base/core.yaml", "base/a.yaml", "base/vendors/b.yaml", "mine/m.yml"])
  }

  @Test func `An added folder with a core pack stands for the installed ones`() throws {
    #expect(
      try names(nil, ["mine", "base"]) == ["base/core.yaml", "base/a.yaml", "base/vendors/b.yaml", "mine/m.yml"])
  }

  @Test func `A pack that is reached twice is one pack`() throws {
    #expect(try names("base", ["base/a.yaml", "mine", "mine/m.yml"]).count == 4)
  }

  @Test(arguments: [("mine", [], "there is no core.yaml"), ("base", ["none"], "No such file or directory")])
  func `What is not there is said`(base: String, added: [String], message: String) {
    #expect { try names(base, added) } throws: { "\($0)".contains(message) }
  }

  @Test func `The packs of the checkout are found from the program's place`() throws {
    // Tests run from the checkout's own build folder.
    let path = try PatternFolders.installed()
    #expect(PackFolder.hasCore(path))
  }
}
