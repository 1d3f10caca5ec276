// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Patterns

/// Where packs come from.
public struct PatternFolders: Sendable, Hashable {
  /// The folder with `core.yaml`; nil for the installed one.
  public var base: String?
  /// Further folders, or single files, whose packs are added.
  public var additional: [String]

  /// The installed packs and those of `additional`. Where one of these holds a `core.yaml`, it stands for the installed
  /// ones.
  public init(base: String? = nil, additional: [String] = []) {
    self.base = base
    self.additional = additional
  }

  /// Names the folder of the base packs.
  public static let environmentVariable = "INWRITING_PATTERNS"

  /// Reads all packs: `core.yaml` first, then in the order of their paths, then those of further folders.
  public func files() throws(PatternsNotFound) -> [PackFile] {
    var added = additional
    var base = self.base
    if base == nil, let own = added.firstIndex(where: { PackFolder.hasCore($0) }) { base = added.remove(at: own) }
    let folder: String
    if let base { folder = base } else { folder = try Self.installed() }
    guard PackFolder.hasCore(folder) else { throw PatternsNotFound(.noCore(folder)) }
    var files = try PackFolder.packs(in: folder)
    for folder in added { files += try PackFolder.packs(in: folder) }
    // The same file reached by two ways is one pack.
    var seen: Set<String> = []
    return files.filter { seen.insert(PackFolder.real($0.path)).inserted }
  }

  /// The base folder of this installation: what the environment names; else beside the program
  /// (`../share/inwriting/patterns`); else that of the checkout in which the program was built.
  public static func installed() throws(PatternsNotFound) -> String {
    if let named = ProcessInfo.processInfo.environment[environmentVariable], !named.isEmpty { return named }
    guard let program = ProgramPath.current else { throw PatternsNotFound(.notInstalled) }
    var folder = PackFolder.parent(of: program)
    let beside = PackFolder.parent(of: folder) + "/share/inwriting/patterns"
    if PackFolder.hasCore(beside) { return beside }
    while !folder.isEmpty {
      let candidate = folder + "/patterns"
      if PackFolder.hasCore(candidate) { return candidate }
      folder = PackFolder.parent(of: folder)
    }
    throw PatternsNotFound(.notInstalled)
  }

  /// Whether there is a file or folder of that path.
  public static func exists(_ path: String) -> Bool { FileStatus(PathBytes(path)) != nil }

  /// Whether `file` is `path` or stands in that folder, whatever links lead there.
  public static func holds(_ path: String, _ file: String) -> Bool {
    let (folder, real) = (PackFolder.real(path), PackFolder.real(file))
    return real == folder || real.hasPrefix(folder + "/")
  }
}

/// No packs were found where they should be.
public struct PatternsNotFound: Error, Sendable, CustomStringConvertible {
  enum Reason: Sendable {
    case notInstalled
    case noCore(String)
    case unreadable(String, String)
    case empty(String)
  }
  let reason: Reason
  init(_ reason: Reason) { self.reason = reason }

  /// What is missing, and how to name it.
  public var description: String {
    switch reason {
    case .notInstalled:
      "no patterns are installed: name their folder with --patterns or \(PatternFolders.environmentVariable)"
    case .noCore(let folder): "there is no core.yaml in \(folder): name the folder that holds it"
    case .unreadable(let path, let reason): "the patterns at \(path) cannot be read: \(reason)"
    case .empty(let folder): "there are no patterns (.yaml) in \(folder)"
    }
  }
}
