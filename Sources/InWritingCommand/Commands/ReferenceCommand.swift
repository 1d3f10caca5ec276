// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct ReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print a reference page: the JSON Schema, the CSV's columns, or the rules.")

  enum Page: String, ExpressibleByArgument, CaseIterable {
    case schema, csv, rules
  }

  @Argument(help: ArgumentHelp("schema, csv or rules.", valueName: "page"))
  var page: Page

  @OptionGroup var patterns: PatternOptions

  func run() throws {
    try withFailuresReported {
      switch page {
      case .schema: try StandardOutput.write(InventorySchema.utf8)
      case .csv: try StandardOutput.write(CSVFormat.reference)
      case .rules:
        let reader = try EntitlementReader(patterns: patterns.folders)
        try StandardOutput.write(PatternCatalogue(reader.patterns).reference)
      }
      return .success
    }
  }
}
