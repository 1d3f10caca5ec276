// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import Patterns

/// Keeps packs as they were compiled, for the next start of the same program with the same packs. What is kept is
/// compared with the packs byte by byte before it is used; whatever does not fit is compiled anew. It is a convenience:
/// where nothing can be read or written, nothing is kept and nothing is said.
public struct PatternCache: Sendable, Hashable {
  /// The folder that the files lie in; made when it is first needed.
  public var folder: String

  /// A cache in a folder of its own.
  public init(folder: String) { self.folder = folder }

  /// Names the folder; where it is empty, nothing is kept.
  public static let environmentVariable = "INWRITING_CACHE"

  /// The user's: what the environment names, else `inwriting` where the system keeps such things (`$XDG_CACHE_HOME` or
  /// `~/.cache`, `~/Library/Caches` on macOS). Nil where there is none.
  public static var ofUser: PatternCache? { of(ProcessInfo.processInfo.environment) }

  static func of(_ environment: [String: String]) -> PatternCache? {
    if let named = environment[environmentVariable] { return named.isEmpty ? nil : PatternCache(folder: named) }
    if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") {
      return PatternCache(folder: caches + "/inwriting")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    #if canImport(Darwin)
      return PatternCache(folder: home + "/Library/Caches/inwriting")
    #else
      return PatternCache(folder: home + "/.cache/inwriting")
    #endif
  }

  /// An extractor of these packs for extraction alone: as it was kept, else compiled, and kept then.
  public func extractor(of files: [PackFile]) throws(PackError) -> Extractor {
    guard let maker = Self.maker else { return try Extractor(packs: files, readsPromises: false, keepsExamples: false) }
    let path = folder + "/" + Self.name(of: files)
    if case .bytes(let image) = FileContent.of(PathBytes(path), limit: Self.limit),
      let extractor = Extractor(image: image, of: files, maker: maker)
    {
      return extractor
    }
    let extractor = try Extractor(packs: files, readsPromises: false, keepsExamples: false)
    try? FileWriting.write(extractor.image(maker: maker), to: path)
    return extractor
  }

  /// No image is larger.
  private static let limit = 64 << 20

  /// One file for each choice of packs, so that two folders of packs do not push each other out.
  static func name(of files: [PackFile]) -> String {
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in files.map(\.path).joined(separator: "\n").utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "patterns-\(String(digest, radix: 16)).bin"
  }

  /// What tells this program from every other build of it; nil where the system does not say which it is.
  private static let maker: String? = {
    guard let path = ProgramPath.current, let status = FileStatus(PathBytes(path)) else { return nil }
    return "\(path) \(status.size) \(status.modified)"
  }()
}
