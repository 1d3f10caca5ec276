// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read order forms and write an inventory of what they grant.",
    discussion: """
      Reads PDF, HTML and text. Without --output the inventory goes to standard output: a table on a terminal, JSON \
      elsewhere, or what one --format says. A folder that --output names gets inventory.json and inventory.csv unless \
      --format says otherwise.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders; - is standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @OptionGroup var output: OutputOptions

  @OptionGroup var reading: JobsOption

  @Option(help: ArgumentHelp("The day from which the table's expiries count; YYYY-MM-DD.", valueName: "date"))
  var today: CalendarDate?

  @OptionGroup var patterns: PatternOptions

  func validate() throws {
    if paths.isEmpty || paths.contains("") { throw ValidationError("Name a file or folder to read.") }
  }

  func run() throws {
    try withFailuresReported {
      let reader = try EntitlementReader(forExtraction: patterns.folders, cache: .ofUser)
      // The system frees it faster, with the process, than its parts can be taken from each other one by one.
      _ = Unmanaged.passRetained(Kept(reader: reader))
      let line = ProgressLine(width: Terminal.width)
      let batch = reader.extract(paths, jobs: reading.jobs) { line?.show($0) }
      line?.end()
      let inventory = batch.inventory
      for note in RunNotes.passedOver(batch.passedOver) { StandardOutput.note(note) }
      let formats = output.formats(whole: [.json, .csv])
      // A table on the terminal says the same.
      if output.output != nil || formats != [.table] {
        for note in RunNotes.failures(inventory) { StandardOutput.note(note) }
      }
      if inventory.documents.isEmpty { StandardOutput.note("no documents in \(paths.joined(separator: ", "))") }
      try output.write(formats, style: Terminal.style(today: today), fileName: \.fileName) {
        $0.format(table: $1).utf8(inventory)
      }
      return inventory.documents.contains { $0.status == .failed } ? .unreadDocument : .success
    }
  }
}

/// Holds a reader as long as the process lives.
private final class Kept {
  let reader: EntitlementReader

  init(reader: EntitlementReader) { self.reader = reader }
}
