// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The built `inwriting`, which stands beside the tests.
enum Program {
  private static let path: String? = {
    let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    let beside = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      .map { URL(filePath: $0).deletingLastPathComponent() }
    return [beside, folder].compactMap { $0?.appending(path: "inwriting").path }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  static var isBuilt: Bool { path != nil }

  /// Runs a line of the shell, in which `inwriting` is the program, and gives its exit code.
  static func run(_ line: String, in folder: String, environment: [String: String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "inwriting() { '\(path ?? "")' \"$@\"; }; \(line)"]
    process.currentDirectoryURL = URL(filePath: folder)
    // Nothing of whoever runs the tests: neither is their cache read nor filled.
    process.environment = ProcessInfo.processInfo.environment.merging(["INWRITING_CACHE": ""]) { $1 }
      .merging(environment) { $1 }
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
