// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

/// Where results go: standard output in one format, or a folder in several.
struct OutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A folder for the results, a file a format.", valueName: "dir"), completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp("json, csv, table or markdown; with --output several, commas between.", valueName: "format"))
  var format: FormatList?

  func validate() throws {
    if output == nil, let format, format.names.count > 1 {
      throw ValidationError("Several formats need --output: name a folder for them.")
    }
    if let output, output.isEmpty { throw ValidationError("--output wants the name of a folder.") }
  }

  /// `whole` are the formats of a folder unless some are given.
  func formats(whole: [FormatName]) -> [FormatName] {
    format?.names ?? (output != nil ? whole : [Terminal.isOutput ? .table : .json])
  }

  /// Writes each format; `bytes` makes it.
  func write(
    _ formats: [FormatName], style: TableStyle = Terminal.style(), fileName: (FormatName) -> String,
    bytes: (FormatName, TableStyle) -> [UInt8]
  ) throws {
    for name in formats {
      var style = style
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

/// How many documents are read at the same time.
struct JobsOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Documents that are read at the same time; one a core unless it is given.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs wants a number of at least 1.") }
  }
}
