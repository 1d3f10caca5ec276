// SPDX-License-Identifier: GPL-3.0-or-later

/// Files of a folder by the end of their names.
public enum FolderSearch {
  /// Paths in the order of their bytes, of the folder and those in it; hidden ones and links in circles left out. A path
  /// that is no folder has no files.
  public static func files(in folder: String, endingWith suffix: String) -> [String] {
    let root = PathBytes(folder)
    guard let status = FileStatus(root), status.kind == .folder else { return [] }
    var seen: Set<FileStatus.Identity> = [status.identity]
    var folders = [root]
    var found: [PathBytes] = []
    while let folder = folders.popLast() {
      for name in FolderListing.names(in: folder) ?? [] where name.first != 0x2E {
        let path = folder.appending(name)
        guard let status = FileStatus(path) else { continue }
        if status.kind == .folder, seen.insert(status.identity).inserted { folders.append(path) }
        if status.kind == .file, path.name.hasSuffix(suffix) { found.append(path) }
      }
    }
    return found.sorted().map(\.text)
  }
}
