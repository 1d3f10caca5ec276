// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting

/// What a run says on standard error.
enum RunNotes {
  private static let listed = 12

  /// Files that were not taken for documents: each one, or where they are many, how many of each sort.
  static func passedOver(_ files: [PassedOver]) -> [String] {
    if files.count <= listed { return files.map { "passed over \($0.path): \(reason($0))" } }
    var counts: [String: [String]] = [:]
    for file in files { counts[sort(file), default: []].append(file.path) }
    return counts.sorted { $0.key < $1.key }.map { sort, paths in
      let first = paths.prefix(3).joined(separator: ", ")
      return "passed over \(paths.count) × \(sort): \(first)\(paths.count > 3 ? ", …" : "")"
    }
  }

  /// Documents that could not be read, and why.
  static func failures(_ inventory: Inventory) -> [String] {
    inventory.documents.filter { $0.status == .failed }.map { document in
      let problem = document.problems.first.map { "\($0.code.rawValue): \($0.message)" }
      return "\(document.path): \(problem ?? "could not be read")"
    }
  }

  /// One problem of a document.
  static func text(_ problem: Problem, of path: String) -> String {
    let page = problem.page.map { " (page \($0))" } ?? ""
    return "\(path): \(problem.code.rawValue): \(problem.message)\(page)"
  }

  private static func reason(_ file: PassedOver) -> String {
    switch file.reason {
    case .hidden: "hidden"
    case .unknownType: "not a type that is read (PDF, HTML, text)"
    case .folderSeenBefore: "a folder that is read already"
    case .emptyFolder: "a folder without files"
    case .notAFile: "no file"
    }
  }

  private static func sort(_ file: PassedOver) -> String {
    guard file.reason == .unknownType else { return reason(file) }
    let name = file.path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "no type that is read" }
    return "\(name[dot...]), no type that is read"
  }
}
