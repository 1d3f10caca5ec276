// SPDX-License-Identifier: GPL-3.0-or-later
import Batch
import Patterns

/// Packs that a person names: by file or folder, or by the name of a pack that is loaded anyway.
public struct PackSelection: Sendable {
  /// Where packs come from: the given folders, and the named files and folders besides.
  public let folders: PatternFolders
  private let names: [String]
  private let paths: [String]

  /// `named` are paths of files or folders, or names of packs; none stands for all.
  public init(_ named: [String], in folders: PatternFolders) {
    paths = named.filter { PatternFolders.exists($0) }
    names = named.filter { !PatternFolders.exists($0) }
    self.folders = PatternFolders(base: folders.base, additional: folders.additional + paths)
  }

  /// The names that no loaded pack has.
  public func unknownNames(in patterns: CompiledPatterns) -> [String] {
    let known = Set(patterns.packs.packs.map(\.name))
    return names.filter { !known.contains($0) }
  }

  /// Whether a file is among those that were named.
  public func files(in patterns: CompiledPatterns) -> @Sendable (String) -> Bool {
    if names.isEmpty, paths.isEmpty { return { _ in true } }
    var files = Set(patterns.packs.packs.filter { names.contains($0.name) }.map(\.file))
    for pack in patterns.packs.packs where paths.contains(where: { PatternFolders.holds($0, pack.file) }) {
      files.insert(pack.file)
    }
    return { [files] in files.contains($0) }
  }
}
