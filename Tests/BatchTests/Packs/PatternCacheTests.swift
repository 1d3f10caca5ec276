// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import InventoryModel
import Patterns
import Testing

@testable import Batch

/// Packs that are kept compiled.
@Suite struct PatternCacheTests {
  private let folder: TemporaryFolder
  private let cache: PatternCache

  init() throws {
    folder = try TemporaryFolder()
    cache = PatternCache(folder: folder.path + "/kept")
  }

  private static let packs = Result { try PatternFolders(base: Repository.root + "/patterns").files() }
  private static let order = """
    Order Form Q-1
    Supplier grants Customer 40 training credits at no charge, which expire on 31 May 2032.
    Customer may buy 10 sandboxes. Unused credits are forfeited.
    """

  private func result(_ files: [PackFile]) throws -> ExtractionResult {
    DocumentPipeline(extractor: try cache.extractor(of: files)).read(Array(Self.order.utf8), path: "a.txt")
  }

  private var kept: [UInt8]? {
    (try? FileManager.default.contentsOfDirectory(atPath: cache.folder))?.first
      .flatMap { FileManager.default.contents(atPath: cache.folder + "/" + $0) }.map(Array.init)
  }

  @Test func whatIsKeptReadsTheSame() throws {
    let files = try Self.packs.get()
    let fresh = DocumentPipeline(extractor: try Extractor(packs: files)).read(Array(Self.order.utf8), path: "a.txt")
    #expect(fresh.entitlements.count == 1 && !fresh.facts.leads.isEmpty)
    for _ in 0..<2 {
      let result = try result(files)
      #expect(result.entitlements == fresh.entitlements && result.facts == fresh.facts)
      #expect(result.trace == fresh.trace)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).count == 1)
  }

  private static func pack(_ name: String) -> PackFile {
    PackFile(
      path: "mine.yaml",
      text: """
        pack: mine/1
        kinds:
          point: {names: ["\(name) point(s)"]}
        rules:
          - {id: one, grants: point, phrase: "{number} ...2 {point}", examples: [5 x points], rejects: [y]}

        """)
  }

  private func names(_ files: [PackFile]) throws -> [String] {
    try cache.extractor(of: files).patterns.kinds.flatMap(\.names).map(\.phrase)
  }

  @Test func aChangedPackIsCompiledAnew() throws {
    for name in ["campus", "campus", "harbour", "campus"] {
      #expect(try names([Self.pack(name)]) == ["\(name) point(s)"])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).count == 1)
    #expect(throws: PackError.self) { try names([Self.pack("campus"), Self.pack("campus")]) }
  }

  /// Cut short or wrong in one bit: never used, and written anew.
  @Test func damageIsCompiledAnew() throws {
    let files = [Self.pack("campus")]
    _ = try names(files)
    let whole = try #require(kept)
    let path = cache.folder + "/" + PatternCache.name(of: files)
    var flipped = whole
    flipped[whole.count / 2] ^= 4
    for damaged in [[], Array(whole.prefix(7)), Array(whole.dropLast(9)), flipped, whole + [0]] {
      try FileWriting.write(damaged, to: path)
      #expect(try names(files) == ["campus point(s)"])
      #expect(kept?.count == whole.count && kept != damaged)
    }
  }

  /// A link is not followed: what it leads to is another's.
  @Test func aLinkIsNeitherReadNorWrittenThrough() throws {
    let files = [Self.pack("campus")]
    try folder.write("precious.txt", "precious")
    try folder.write("kept/other.txt")
    try folder.link("kept/" + PatternCache.name(of: files), to: folder.path + "/precious.txt")
    #expect(try names(files) == ["campus point(s)"])
    #expect(
      FileManager.default.contents(atPath: folder.path + "/precious.txt").map(Array.init) == Array("precious".utf8))
    #expect(try names(files) == ["campus point(s)"])
  }

  @Test func theOldestGiveWay() throws {
    for number in 0..<10 {
      _ = try names([PackFile(path: "mine\(number).yaml", text: Self.pack("campus").text)])
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).count == 8)
  }

  @Test func aFolderThatCannotBeWrittenStopsNothing() throws {
    try folder.write("file")
    let cache = PatternCache(folder: folder.path + "/file/kept")
    #expect(try cache.extractor(of: [Self.pack("campus")]).patterns.kinds.count == 1)
  }

  @Test func faultsOfPacksAreThrown() {
    #expect(throws: PackError.self) { try cache.extractor(of: [PackFile(path: "a.yaml", text: "pack: 1")]) }
  }

  @Test(
    arguments: [
      ([:], nil), (["HOME": "/h"], "/h/.cache/inwriting"), (["HOME": "/h", "XDG_CACHE_HOME": "/c"], "/c/inwriting"),
      (["HOME": "/h", "XDG_CACHE_HOME": "c"], "/h/.cache/inwriting"), (["HOME": "h"], nil),
      (["HOME": "/h", "INWRITING_CACHE": "own"], "own"), (["HOME": "/h", "INWRITING_CACHE": ""], nil),
    ] as [([String: String], String?)])
  func liesWhereTheSystemKeepsSuchThings(environment: [String: String], path: String?) {
    let found = PatternCache.of(environment)?.folder
    #expect(found == path || found?.replacing("/Library/Caches", with: "/.cache") == path)
  }
}
