// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct ValuesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "values", abstract: "Find money, quantities, percentages, durations, dates and recurrences.",
    discussion: """
      Start and end count Unicode scalars: of the line with --lines, else of what `inwriting text` prints. A list on a \
      terminal, JSON elsewhere.
      """)

  @Argument(help: ArgumentHelp("A file; standard input unless it is given.", valueName: "file"), completion: .file())
  var file = "-"

  @Flag(help: "Each line is a text of its own, and gives one JSON line.")
  var lines = false

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format: ReportFormat?

  func validate() throws {
    if lines, format == .text { throw ValidationError("--lines gives JSON lines: leave --format out.") }
  }

  func run() throws {
    try withFailuresReported {
      let bytes = try InputFile.bytes(file)
      let reader = ValueReader()
      if lines {
        try reader.jsonLines(bytes) { try StandardOutput.write($0) }
        return .success
      }
      let found = reader.values(in: bytes, fileName: file)
      for problem in found.problems { StandardOutput.note(RunNotes.text(problem, of: file)) }
      let isText = format.map { $0 == .text } ?? Terminal.isOutput
      try StandardOutput.write(isText ? found.text : found.jsonText)
      return found.status == .failed ? .unreadDocument : .success
    }
  }
}
