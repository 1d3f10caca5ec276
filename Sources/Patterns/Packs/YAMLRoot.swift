// SPDX-License-Identifier: GPL-3.0-or-later
import Yams

/// From a file's text to its YAML node, with what YAML finds wrong as faults.
enum YAMLRoot {
  static func compose(file: Int, faults: inout FaultList) -> Node? {
    let text = faults.files[file].text
    do {
      // Types are not looked for by patterns (the resolver), the encoding not in the environment: both cost time.
      guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8), root.mapping != nil else {
        faults.add(
          "the file holds no pack: it must be a mapping that begins with `pack:`", file: file, line: 1, column: 1)
        return nil
      }
      return root
    } catch let error as YamlError {
      report(error, file: file, faults: &faults)
    } catch {
      faults.add("the file cannot be read as YAML: \(error)", file: file, line: 1, column: 1)
    }
    return nil
  }

  private static func report(_ error: YamlError, file: Int, faults: inout FaultList) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let message = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
      faults.add("not YAML: \(message)", file: file, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      duplicates(keys, from: context.mark, file: file, faults: &faults)
    case .reader(let problem, let offset, _, let text):
      let before = text.utf8.prefix(offset ?? 0)
      let line = before.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      faults.add("not YAML: \(problem)", file: file, line: line, column: 1)
    default:
      faults.add("not YAML: \(error)", file: file, line: 1, column: 1)
    }
  }

  /// YAML says which keys stand twice, and where the first of them stands: the second is to be shown.
  private static func duplicates(_ keys: [String], from mark: Mark, file: Int, faults: inout FaultList) {
    let lines = faults.files[file].text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, key) in keys.enumerated() {
      var places: [(line: Int, column: Int)] = []
      for (number, line) in lines.enumerated() where number + 1 >= (index == 0 ? mark.line : 1) {
        let indent = line.prefix { $0 == " " || $0 == "-" }.count
        if line.dropFirst(indent).hasPrefix("\(key):"), index > 0 || indent + 1 == mark.column {
          places.append((number + 1, indent + 1))
        }
        if places.count == 2 { break }
      }
      let place = places.count == 2 ? places[1] : (line: mark.line, column: mark.column)
      faults.add("the key `\(key)` stands twice in one mapping", file: file, line: place.line, column: place.column)
    }
  }
}
