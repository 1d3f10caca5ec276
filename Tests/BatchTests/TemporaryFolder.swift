// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset

/// A folder of a test's own, gone with the value that holds it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "inwriting-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, with the folders above it.
  func write(_ name: String, _ text: String = "Text.") throws {
    let file = path + "/" + name
    let above = file.split(separator: "/").dropLast().map { "/" + $0 }.joined()
    try FileManager.default.createDirectory(atPath: above, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
  }

  /// The paths without this folder's.
  func relative(_ paths: [String]) -> [String] {
    paths.map { $0.hasPrefix(path) ? String($0.dropFirst(path.count + 1)) : $0 }
  }
}

/// Where the sources lie.
enum Repository {
  static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
}
