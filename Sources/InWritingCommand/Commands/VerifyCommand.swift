// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Say which promises are in the contract, which shrank, which are missing.",
    discussion: """
      Promises come as CSV (columns id, text, and optionally kind, quantity, value, valid_until, source), JSON, plain \
      text or a mail (.eml). A folder that --output names gets verification.json and verification.md unless --format says \
      otherwise. The Markdown is made to be pasted into a mail to the account executive. Exit codes: 0 every \
      promise landed; 1 one did not; 2 a file, or a row of the promises, could not be read.
      """)

  @Argument(help: ArgumentHelp("A file of promises; - is standard input.", valueName: "promises"), completion: .file())
  var promises: String

  @Argument(
    help: ArgumentHelp("Order forms and their amendments, files or folders.", valueName: "contract"),
    completion: .file())
  var contracts: [String]

  @OptionGroup var output: OutputOptions

  @OptionGroup var patterns: PatternOptions

  func validate() throws {
    if promises.isEmpty || contracts.contains("") { throw ValidationError("Name a file of promises and a contract.") }
    if promises == "-", contracts.contains("-") { throw ValidationError("Standard input can be read once only.") }
  }

  func run() throws {
    try withVerifyingFailuresReported(promises) {
      let run = try EntitlementReader(patterns: patterns.folders).verify(promises: promises, against: contracts)
      for note in RunNotes.passedOver(run.passedOver) { StandardOutput.note(note) }
      for problem in run.verification.problems { StandardOutput.note(RunNotes.text(problem, of: promises)) }
      let failed = run.verification.documents.filter { $0.status == .failed }
      for document in failed {
        StandardOutput.note(
          "\(document.path): \(document.problems.first?.message ?? "It could not be read.") What is missing may stand there."
        )
      }
      try output.write(output.formats(whole: [.json, .markdown]), fileName: VerificationFormat.fileName) {
        VerificationFormat.utf8(run.verification, as: $0, style: $1)
      }
      let isPartlyRead = run.verification.problems.contains { $0.code == .noText || $0.code == .truncated }
      if !failed.isEmpty || isPartlyRead { return .unreadDocument }
      return run.verification.allLanded && !run.verification.promises.isEmpty ? .success : .notLanded
    }
  }
}
