// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

/// The `inwriting` command.
@main
struct InWritingTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inwriting",
    abstract: "What signed order forms entitle you to, until when, on which terms, and the words that prove it.",
    discussion: """
      Exit codes: 0 everything was read; 1 a promise did not land, something was lost, \
      a pack is wrong or an example fails; 2 at least one document could not be \
      read, all the others were; 64 wrong usage; 74 the output could not be written.
      """,
    version: inWritingVersion,
    subcommands: [
      ExtractCommand.self, VerifyCommand.self, CompareCommand.self, TextCommand.self, ValuesCommand.self,
      ExplainCommand.self, PatternsCommand.self,
      ScoreCommand.self, ReferenceCommand.self,
    ])

  static func main() {
    StandardOutput.keepBrokenPipesQuiet()
    main(nil)
  }
}
