// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "Say what a renewal or amendment dropped, weakened, kept and added.",
    discussion: """
      Each side is a document, a folder, or an inventory as JSON. A folder that --output names gets comparison.json and \
      comparison.csv unless --format says otherwise. Exit codes: 0 nothing was lost; 1 something was \
      dropped or weakened; 2 a file could not be read.
      """)

  @Argument(help: ArgumentHelp("What was granted before.", valueName: "before"), completion: .file())
  var before: String

  @Argument(help: ArgumentHelp("What is granted after.", valueName: "after"), completion: .file())
  var after: String

  @Option(
    help: ArgumentHelp(
      "A CSV of a tracker (entitlement or kind, used, remaining): lists what to claim at renewal.", valueName: "file"),
    completion: .file())
  var unused: String?

  @OptionGroup var output: OutputOptions

  @OptionGroup var patterns: PatternOptions

  func validate() throws {
    if before.isEmpty || after.isEmpty { throw ValidationError("Name what to compare.") }
    if before == "-", after == "-" { throw ValidationError("Standard input can be read once only.") }
  }

  func run() throws {
    try withVerifyingFailuresReported(unused) {
      let run = try EntitlementReader(patterns: patterns.folders).compare(before, after, unused: unused)
      for document in run.failed {
        StandardOutput.note("\(document.path): \(document.problems.first?.message ?? "could not be read")")
      }
      try output.write(output.formats(whole: [.json, .csv]), fileName: ComparisonFormat.fileName) {
        ComparisonFormat.utf8(run.comparison, as: $0, style: $1)
      }
      if !run.failed.isEmpty { return .unreadDocument }
      return run.comparison.nothingLost ? .success : .notLanded
    }
  }
}
