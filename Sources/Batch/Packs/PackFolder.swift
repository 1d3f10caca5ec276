// SPDX-License-Identifier: GPL-3.0-or-later
import Patterns

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of packs, or a single one.
enum PackFolder {
  static let coreName = "core.yaml"
  /// No pack is larger.
  private static let limit = 16 << 20

  /// Whether the folder holds the core pack, or is that pack.
  static func hasCore(_ path: String) -> Bool {
    let named = PathBytes(path)
    if named.name == coreName, FileStatus(named)?.kind == .file { return true }
    return FileStatus(PathBytes(path + "/" + coreName))?.kind == .file
  }

  /// Packs of a folder and of those in it: `core.yaml` first, the others in the order of their paths. Other files and
  /// hidden ones are none.
  static func packs(in path: String) throws(PatternsNotFound) -> [PackFile] {
    let root = PathBytes(path)
    guard let status = FileStatus(root) else {
      throw PatternsNotFound(.unreadable(path, SystemMessage.text(errno)))
    }
    if status.kind != .folder { return [try pack(root)] }
    var found: [PathBytes] = []
    var folders = [root]
    var seen: Set<FileStatus.Identity> = [status.identity]
    while let folder = folders.popLast() {
      guard let names = FolderListing.names(in: folder) else {
        throw PatternsNotFound(.unreadable(folder.text, SystemMessage.text(errno)))
      }
      for name in names where name.first != 0x2E {
        let path = folder.appending(name)
        guard let status = FileStatus(path) else { continue }
        if status.kind == .folder, seen.insert(status.identity).inserted { folders.append(path) }
        if status.kind == .file, ["yaml", "yml"].contains(path.fileExtension) { found.append(path) }
      }
    }
    if found.isEmpty { throw PatternsNotFound(.empty(path)) }
    let core = root.appending(Array(coreName.utf8))
    var packs: [PackFile] = []
    for path in found.sorted(by: { ($0 != core ? 1 : 0, $0) < ($1 != core ? 1 : 0, $1) }) {
      packs.append(try pack(path))
    }
    return packs
  }

  private static func pack(_ path: PathBytes) throws(PatternsNotFound) -> PackFile {
    switch FileContent.of(path, limit: limit) {
    case .bytes(let bytes):
      return PackFile(path: shown(path.text), bytes: bytes)
    case .tooLarge: throw PatternsNotFound(.unreadable(path.text, "it is larger than \(limit) bytes"))
    case .unreadable(let reason): throw PatternsNotFound(.unreadable(path.text, reason))
    }
  }

  /// Shorter from the working folder, where the path leads into it.
  private static func shown(_ path: String) -> String {
    guard path.hasPrefix("/"), let here = real(working: ".") else { return path }
    return path.hasPrefix(here + "/") ? String(path.dropFirst(here.count + 1)) : path
  }

  /// The path without links; the path itself where it leads nowhere.
  static func real(_ path: String) -> String { real(working: path) ?? path }

  private static func real(working path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The folder above; empty for `/`.
  static func parent(of path: String) -> String {
    let parts = path.split(separator: "/")
    return parts.dropLast().map { "/" + $0 }.joined()
  }

  /// The part before the last `/`, as it was written; empty where there is none.
  static func above(_ path: String) -> String {
    let trimmed = path.hasSuffix("/") ? path.dropLast() : path[...]
    guard let slash = trimmed.lastIndex(of: "/") else { return "" }
    return String(trimmed[..<slash])
  }
}
