// SPDX-License-Identifier: GPL-3.0-or-later
import Yams

/// From a file's text to its YAML node, with what YAML finds wrong as faults.
enum YAMLRoot {
  static func compose(file: Int, faults: inout FaultList) -> Node? {
    let damage = faults.files[file].damage
    for damage in damage { faults.add(damage.message, file: file, line: damage.line, column: damage.column) }
    guard damage.isEmpty else { return nil }
    var text = faults.files[file].text
    // YAML stops at a mapping with a key twice: the second is noted and renamed, so that the rest is read too.
    for letter in ["z", "y", "x", "w", "v", "u", "t", "s"] {
      do {
        return try compose(text, file: file, faults: &faults)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let repaired = repaired(text, keys, context.mark, letter: letter, file: file, faults: &faults) else {
          return nil
        }
        text = repaired
      } catch let error as YamlError {
        report(error, file: file, faults: &faults)
        return nil
      } catch {
        faults.add("the file cannot be read as YAML: \(error)", file: file, line: 1, column: 1)
        return nil
      }
    }
    return nil
  }

  private static func compose(_ text: String, file: Int, faults: inout FaultList) throws -> Node? {
    // Types are not looked for by patterns (the resolver), the encoding not in the environment: both cost time.
    guard let root = try Yams.compose(yaml: text, .basic, .default, .utf8), root.mapping != nil else {
      faults.add(
        "the file holds no pack: it must be a mapping that begins with `pack:`", file: file, line: 1, column: 1)
      return nil
    }
    return root
  }

  private static func report(_ error: YamlError, file: Int, faults: inout FaultList) {
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let message = [context?.text, problem].compactMap(\.self).joined(separator: ", ")
      faults.add("not YAML: \(message)", file: file, line: mark.line, column: mark.column)
    case .reader(let problem, let offset, _, let text):
      let line = text.utf8.prefix(offset ?? 0).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      faults.add("not YAML: \(problem)", file: file, line: line, column: 1)
    default:
      faults.add("not YAML: \(error)", file: file, line: 1, column: 1)
    }
  }

  // MARK: Keys that stand twice

  /// The text with each second key renamed; nil where it is not found. `mark` is where the first of the keys stands.
  private static func repaired(
    _ text: String, _ keys: [String], _ mark: Mark, letter: String, file: Int, faults: inout FaultList
  ) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var isRepaired = false
    for key in keys {
      guard let place = second(key, lines, mark) else { continue }
      faults.add(
        "the key `\(key)` stands twice in one mapping", file: file, line: place.line + 1, column: place.column + 1)
      faults.mend(file: file, line: place.line + 1, column: place.column + 1)
      var line = Array(lines[place.line].unicodeScalars)
      for i in 0..<key.unicodeScalars.count { line[place.column + i] = Unicode.Scalar(letter) ?? "z" }
      lines[place.line] = String(String.UnicodeScalarView(line))
      isRepaired = true
    }
    guard isRepaired else {
      let names = keys.map { "`\($0)`" }.joined(separator: ", ")
      faults.add("keys that stand twice in one mapping: \(names)", file: file, line: mark.line, column: mark.column)
      return nil
    }
    return lines.joined(separator: "\n")
  }

  /// Where a key of the mapping that `mark` stands in is written for the second time; zero-based.
  private static func second(_ key: String, _ lines: [String], _ mark: Mark) -> (line: Int, column: Int)? {
    let column = mark.column - 1
    var first = mark.line - 1
    while first > 0, indent(lines[first]) >= column, !isItem(lines[first], column) { first -= 1 }
    var places: [(line: Int, column: Int)] = []
    for number in first..<lines.count {
      if number > mark.line - 1, indent(lines[number]) < column { break }
      if starts(key, in: lines[number], at: column) { places.append((number, column)) }
    }
    if places.count > 1 { return places[1] }
    return secondInLine(key, lines[mark.line - 1], mark.line - 1)
  }

  /// In `{a: 1, a: 2}`.
  private static func secondInLine(_ key: String, _ line: String, _ number: Int) -> (line: Int, column: Int)? {
    let count = line.unicodeScalars.count
    let columns = (0..<count).filter { starts(key, in: line, at: $0) && ($0 == 0 || !isWord(line, $0 - 1)) }
    return columns.count > 1 ? (number, columns[1]) : nil
  }

  /// Spaces before a line's text, those and the dash of an item included; a line without text has no end of them.
  private static func indent(_ line: String) -> Int {
    let indent = line.prefix { $0 == " " || $0 == "-" }.count
    return indent == line.count || line.dropFirst(indent).first == "#" ? Int.max : indent
  }

  /// Whether the mapping's first key stands in this line, behind an item's dash.
  private static func isItem(_ line: String, _ column: Int) -> Bool {
    indent(line) == column && line.prefix(column).contains("-")
  }

  private static func starts(_ key: String, in line: String, at column: Int) -> Bool {
    line.count > column && line.dropFirst(column).hasPrefix("\(key):")
  }

  private static func isWord(_ line: String, _ column: Int) -> Bool {
    let character = line[line.index(line.startIndex, offsetBy: column)]
    return character.isLetter || character.isNumber || character == "_" || character == "-"
  }
}
