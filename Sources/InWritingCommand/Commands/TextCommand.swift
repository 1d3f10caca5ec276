// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct TextCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text", abstract: "Print a document as the rules see it.",
    discussion: "The offsets of evidence count the Unicode scalars of this text.")

  @Argument(help: ArgumentHelp("A file; - is standard input.", valueName: "document"), completion: .file())
  var document: String

  @Flag(help: "Show tables, the roles of blocks, and furniture such as page numbers.")
  var layout = false

  func run() throws {
    try withFailuresReported {
      let printed = try PrintedDocument(document, showingLayout: layout)
      for problem in printed.problems { StandardOutput.note(RunNotes.text(problem, of: document)) }
      try StandardOutput.write(
        printed.text.hasSuffix("\n") || printed.text.isEmpty ? printed.text : printed.text + "\n")
      return printed.status == .failed ? .unreadDocument : .success
    }
  }
}
