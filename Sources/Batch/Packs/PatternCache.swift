// SPDX-License-Identifier: GPL-3.0-or-later
import Extraction
import FoundationSubset
import Patterns

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

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
    guard let maker = Self.maker else { return try Extractor(packs: files, readsPromises: false) }
    let path = folder + "/" + Self.name(of: files)
    if isOwnFile(path), case .bytes(let image) = FileContent.of(PathBytes(path), limit: Self.limit),
      let extractor = Extractor(image: image, of: files, maker: maker)
    {
      return extractor
    }
    let extractor = try Extractor(packs: files, readsPromises: false)
    if (try? FileWriting.replace(path, with: extractor.image(maker: maker))) != nil { prune() }
    return extractor
  }

  /// A file of who runs the program, which nobody else can have written: no link, no pipe. An image is trusted, for its
  /// tables are read without looking at each entry.
  private func isOwnFile(_ path: String) -> Bool {
    guard let status = FileStatus(unfollowed: PathBytes(path)) else { return false }
    return status.kind == .file && status.isOwn
  }

  /// Packs that are named in another way are kept once more: the oldest give way.
  private func prune() {
    let kept = (FolderListing.names(in: PathBytes(folder)) ?? []).map { PathBytes(folder).appending($0) }
      .filter { $0.text.hasSuffix(".bin") && $0.text.contains("/patterns-") }
      .compactMap { path in FileStatus(unfollowed: path).map { (path: path, status: $0) } }
      .filter { $0.status.kind == .file }
      .sorted { $0.status.modified > $1.status.modified }
    for (path, _) in kept.dropFirst(Self.most) { _ = path.withCString { remove($0) } }
  }

  private static let most = 8

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
