// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct PatternsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patterns", abstract: "Check, prove and list the packs that say how contracts speak.",
    subcommands: [PatternsCheckCommand.self, PatternsTestCommand.self, PatternsListCommand.self])
}

/// The packs that a command is about.
struct PackArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Files or folders of packs, or names of packs; all unless they are given.", valueName: "pack"),
    completion: .file(extensions: ["yaml", "yml"]))
  var packs: [String] = []

  @OptionGroup var patterns: PatternOptions

  /// Loads the packs and gives them to a command's body with what tells whether a file is among those that were named;
  /// a name that none of them has is wrong usage.
  func run(
    _ body: (_ reader: EntitlementReader, _ isWanted: @escaping @Sendable (String) -> Bool) throws -> ExitCode
  ) throws {
    try withFailuresReported {
      let selection = PackSelection(packs, in: patterns.folders)
      let reader = try EntitlementReader(patterns: selection.folders)
      if let unknown = selection.unknownNames(in: reader.patterns).first {
        throw ValidationError("There is no file, folder or pack \(unknown); `inwriting patterns list` names the packs.")
      }
      return try body(reader, selection.files(in: reader.patterns))
    }
  }
}

struct PatternsCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say everything that is wrong in packs, with file, line and column.")

  @OptionGroup var arguments: PackArguments

  func run() throws {
    try arguments.run { reader, isWanted in
      try StandardOutput.write(PatternCatalogue(reader.patterns, where: isWanted).summary + ": all in order\n")
      return .success
    }
  }
}

struct PatternsTestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test", abstract: "Run the examples and near misses of packs against all rules.")

  @OptionGroup var arguments: PackArguments

  @Flag(help: "Also list the examples that another rule reads.")
  var crossings = false

  func run() throws {
    try arguments.run { reader, isWanted in
      let proof = reader.proof(where: isWanted)
      try StandardOutput.write(ProofReport.text(proof, showingCrossings: crossings))
      return proof.failures.isEmpty ? .success : .wrongPack
    }
  }
}

struct PatternsListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List kinds and rules with their files and lines.")

  @OptionGroup var arguments: PackArguments

  func run() throws {
    try arguments.run { reader, isWanted in
      try StandardOutput.write(PatternCatalogue(reader.patterns, where: isWanted).text)
      return .success
    }
  }
}
