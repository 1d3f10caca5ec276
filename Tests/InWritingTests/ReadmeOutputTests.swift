// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Testing

/// The output that README.md shows is the program's. `INWRITING_RECORD=1 swift test --filter ReadmeOutputTests` writes
/// it anew, and fails, so that nobody takes it for a pass.
@Suite struct ReadmeOutputTests {
  /// A command that stands behind `$ `, and the lines below it.
  private struct Shown {
    var command: String
    var output: [String]
    var range: Range<Int>
  }

  private static let path = Repository.root + "/README.md"

  @Test(.enabled(if: Program.isBuilt)) func `What README.md shows is what the program prints`() throws {
    var lines = try String(contentsOfFile: Self.path, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let shown = Self.shown(in: lines)
    #expect(shown.count > 8)
    let folder = FileManager.default.temporaryDirectory.appending(path: "inwriting-readme-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["corpora", "docs", "patterns"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/" + name, withDestinationPath: Repository.root + "/" + name)
    }
    let isRecording = ProcessInfo.processInfo.environment["INWRITING_RECORD"] != nil
    var stale: [(Shown, [String])] = []
    for example in shown {
      let printed = try Self.output(of: example.command, in: folder)
      if printed != example.output { stale.append((example, printed)) }
    }
    for (example, _) in stale {
      Issue.record(
        """
        README.md does not show what this prints: \(example.command)
        Run: INWRITING_RECORD=1 swift test --filter ReadmeOutputTests
        """)
    }
    guard isRecording else { return }
    for (example, printed) in stale.reversed() { lines.replaceSubrange(example.range, with: printed) }
    try lines.joined(separator: "\n").write(toFile: Self.path, atomically: true, encoding: .utf8)
  }

  /// The commands of `inwriting` in blocks of `console`; those of `make` take too long, or measure.
  private static func shown(in lines: [String]) -> [Shown] {
    var found: [Shown] = []
    var isInside = false
    for (number, line) in lines.enumerated() {
      if line == "```console" { isInside = true } else if line == "```" { isInside = false }
      guard isInside, line.hasPrefix("$ "), !line.hasPrefix("$ make") else { continue }
      let output = lines[(number + 1)...].prefix { $0 != "```" && !$0.hasPrefix("$ ") }
      found.append(Shown(command: String(line.dropFirst(2)), output: Array(output), range: output.indices))
    }
    return found
  }

  private static func output(of command: String, in folder: String) throws -> [String] {
    _ = try Program.run(
      "{ \(command); } >.out 2>&1", in: folder, environment: ["INWRITING_PATTERNS": "patterns", "COLUMNS": "112"])
    var lines = try String(contentsOfFile: folder + "/.out", encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
