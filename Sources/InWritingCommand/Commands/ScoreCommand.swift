// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Measure extraction on labelled documents, by kind and field.",
    discussion: "A document is labelled by a DOCUMENT.gold.json beside it; fields that it leaves out are not scored.")

  @Argument(help: ArgumentHelp("A folder of documents with gold.", valueName: "folder"), completion: .directory)
  var folder: String

  @Flag(help: "List everything that is not right.")
  var misses = false

  @Option(help: ArgumentHelp("text or json.", valueName: "format"))
  var format = ReportFormat.text

  @OptionGroup var reading: JobsOption

  @OptionGroup var patterns: PatternOptions

  func run() throws {
    try withFailuresReported {
      let reader = try EntitlementReader(forExtraction: patterns.folders, cache: .ofUser)
      let card = try reader.score(folder, jobs: reading.jobs)
      if card.documents.isEmpty { throw ValidationError("There is no document with gold (.gold.json) in \(folder).") }
      switch format {
      case .text:
        if misses { try StandardOutput.write(card.misses.map { $0 + "\n" }.joined() + "\n") }
        try StandardOutput.write(card.text)
      case .json: try StandardOutput.write(card.json.utf8() + [0x0A])
      }
      return .success
    }
  }
}
