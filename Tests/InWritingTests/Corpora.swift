// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON
import FoundationSubset
import InWriting

/// Where the sources lie.
enum Repository {
  static let root = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  static var patterns: PatternFolders { PatternFolders(base: root + "/patterns") }

  static func json(_ path: String) throws -> JSONValue {
    let bytes = FileManager.default.contents(atPath: root + "/" + path) ?? Data()
    return try JSONDecoder().decode(JSONValue.self, from: bytes)
  }
}

/// Our own documents, read once for all tests.
enum Corpora {
  static let reader = Result { try EntitlementReader(patterns: Repository.patterns) }
  static let folder = Repository.root + "/corpora/orderforms"
  static let card = Result { try reader.get().score(folder) }
  static let names = FolderSearch.files(in: folder, endingWith: GoldFile.suffix)
    .map { String($0.dropFirst(folder.count + 1).dropLast(GoldFile.suffix.count)) }
}
