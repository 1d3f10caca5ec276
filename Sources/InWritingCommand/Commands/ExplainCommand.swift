// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say which rule read what, and why a clause that looks like a grant gave none.")

  @Argument(help: ArgumentHelp("A file; - is standard input.", valueName: "document"), completion: .file())
  var document: String

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = ReportFormat.text

  @OptionGroup var patterns: PatternOptions

  func run() throws {
    try withFailuresReported {
      let explanation = try EntitlementReader(forExtraction: patterns.folders, cache: .ofUser).explain(document)
      switch format {
      case .text: try StandardOutput.write(explanation.text(Terminal.style()))
      case .json: try StandardOutput.write(JSONText.utf8(explanation))
      }
      return explanation.document.status == .failed ? .unreadDocument : .success
    }
  }
}
