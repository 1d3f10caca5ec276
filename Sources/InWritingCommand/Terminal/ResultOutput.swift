// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

/// Where verdicts and changes go: standard output in one format, or a folder in several.
enum ResultOutput {
  static func validate(_ output: String?, _ format: FormatList?) throws {
    if output == nil, let format, format.names.count > 1 {
      throw ValidationError("Several formats need --output: name a folder for them.")
    }
    if let output, output.isEmpty { throw ValidationError("--output wants the name of a folder.") }
  }

  /// `whole` are the formats of a folder unless some are given.
  static func write(
    _ output: String?, _ format: FormatList?, whole: [FormatName], fileName: (FormatName) -> String,
    bytes: (FormatName, TableStyle) -> [UInt8]
  ) throws {
    for name in format?.names ?? (output != nil ? whole : [Terminal.isOutput ? .table : .json]) {
      var style = Terminal.style()
      guard let output else {
        try StandardOutput.write(bytes(name, style))
        continue
      }
      style.isColoured = false
      let path = "\(output)/\(fileName(name))"
      try FileWriting.write(bytes(name, style), to: path)
      StandardOutput.note("wrote \(path)")
    }
  }
}

extension ExitCode {
  /// A promise did not land; something was dropped or weakened.
  static let notLanded = ExitCode(1)
}

/// As `withFailuresReported`, with the errors of promises files, trackers and contracts besides.
/// `path` is the file that promises or a tracker's rows come from.
func withVerifyingFailuresReported(_ path: String?, _ body: () throws -> ExitCode) throws {
  let prefix = path.map { ($0 == "-" ? "standard input" : $0) + ": " } ?? ""
  try withFailuresReported {
    do {
      return try body()
    } catch let error as PromiseFileError {
      StandardOutput.note(prefix + error.description)
    } catch let error as NoContractError {
      StandardOutput.note(error.description)
    } catch let error as UsageFileError {
      StandardOutput.note(prefix + error.description)
    }
    return .unreadDocument
  }
}
