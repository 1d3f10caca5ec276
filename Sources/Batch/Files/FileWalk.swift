// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that stood in a folder and was not taken for a document.
public struct PassedOver: Sendable, Hashable {
  /// Why a file is no document.
  public enum Reason: Sendable, Hashable {
    /// Its name begins with a dot.
    case hidden
    /// Neither its name nor its first bytes are those of a format that is read.
    case unknownType
    /// A link back to a folder that is read anyway.
    case folderSeenBefore
    /// A folder that holds nothing to read.
    case emptyFolder
    /// A socket, pipe or device.
    case notAFile
  }
  /// As the walk reached it.
  public var path: String
  /// Why it was not read.
  public var reason: Reason
}

/// Where one document comes from.
struct DocumentSource: Sendable {
  enum Place: Sendable {
    case file(PathBytes)
    case standardInput
    /// Nothing is to be read: the problem says why.
    case failed(Problem)
  }
  var place: Place
  /// As the inventory names it.
  var path: String
  /// For the names of formats.
  var fileExtension: String
  /// Bytes, 0 where not known.
  var size: Int
}

/// Finds documents: the given paths in their order, the files of a folder in the order of their paths' bytes. Each path
/// stands for one document, however often it is met.
struct FileWalk {
  private(set) var sources: [DocumentSource] = []
  private(set) var passedOver: [PassedOver] = []
  private var seenPaths: Set<PathBytes> = []
  private var seenFolders: Set<FileStatus.Identity> = []

  init(_ paths: [String]) {
    for path in paths { add(path) }
  }

  private mutating func add(_ text: String) {
    let path = PathBytes(text)
    if text == "-" {
      if seenPaths.insert(path).inserted {
        sources.append(DocumentSource(place: .standardInput, path: "-", fileExtension: "", size: 0))
      }
      return
    }
    guard let status = FileStatus(path) else {
      fail(path, .unreadable, "The file cannot be opened: \(SystemMessage.text(errno)).")
      return
    }
    // What a person names is read, whatever it is called.
    if status.kind == .folder { addFolder(path, status) } else { addFile(path, status) }
  }

  private mutating func addFile(_ path: PathBytes, _ status: FileStatus) {
    guard seenPaths.insert(path).inserted else { return }
    sources.append(
      DocumentSource(place: .file(path), path: path.text, fileExtension: path.fileExtension, size: status.size))
  }

  private mutating func fail(_ path: PathBytes, _ code: Problem.Code, _ message: String) {
    guard seenPaths.insert(path).inserted else { return }
    sources.append(
      DocumentSource(
        place: .failed(Problem(code, message)), path: path.text, fileExtension: path.fileExtension, size: 0))
  }

  /// Depth does not use the stack, and no folder is entered twice, so that links cannot lead in circles.
  private mutating func addFolder(_ root: PathBytes, _ status: FileStatus) {
    guard seenFolders.insert(status.identity).inserted else {
      passedOver.append(PassedOver(path: root.text, reason: .folderSeenBefore))
      return
    }
    let known = sources.count
    var folders = [root]
    var found: [(path: PathBytes, status: FileStatus?)] = []
    while let folder = folders.popLast() {
      guard let names = FolderListing.names(in: folder) else {
        fail(folder, .unreadable, "The folder cannot be read: \(SystemMessage.text(errno)).")
        continue
      }
      for name in names {
        let path = folder.appending(name)
        if name.first == 0x2E {
          passedOver.append(PassedOver(path: path.text, reason: .hidden))
          continue
        }
        let status = FileStatus(path)
        if let status, status.kind == .folder {
          if seenFolders.insert(status.identity).inserted {
            folders.append(path)
          } else {
            passedOver.append(PassedOver(path: path.text, reason: .folderSeenBefore))
          }
        } else {
          found.append((path, status))
        }
      }
    }
    passedOver.sort { $0.path < $1.path }
    for (path, status) in found.sorted(by: { $0.path < $1.path }) { addFound(path, status) }
    if found.isEmpty, sources.count == known {
      passedOver.append(PassedOver(path: root.text, reason: .emptyFolder))
    }
  }

  private mutating func addFound(_ path: PathBytes, _ status: FileStatus?) {
    guard let status else {
      fail(path, .unreadable, "The file cannot be opened: it is a link that leads nowhere.")
      return
    }
    guard status.kind == .file else {
      passedOver.append(PassedOver(path: path.text, reason: .notAFile))
      return
    }
    switch FileSort.of(path) {
    case .document: addFile(path, status)
    case .foreignDocument(let name):
      fail(path, .unknownFormat, "This is \(name), which is not read: save it as PDF, HTML or text.")
    case .other: passedOver.append(PassedOver(path: path.text, reason: .unknownType))
    }
  }
}
