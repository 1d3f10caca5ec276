// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract", abstract: "Read order forms and write an inventory of what they grant.",
    discussion: """
      Reads PDF, HTML and text. Without --output the inventory goes to standard output: a table on a terminal, JSON \
      elsewhere, or what one --format says.
      """)

  @Argument(
    help: ArgumentHelp("Files and folders; - is standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("A folder for inventory.json, inventory.csv and so on.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "json, csv, table or markdown; several with commas between. With --output, json,csv unless it is given.",
      valueName: "format"))
  var format: FormatList?

  @Option(
    help: ArgumentHelp("Documents that are read at the same time; one a core unless it is given.", valueName: "n"))
  var jobs: Int?

  @Option(help: ArgumentHelp("The day from which the table's expiries count; YYYY-MM-DD.", valueName: "date"))
  var today: CalendarDate?

  @OptionGroup var patterns: PatternOptions

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs wants a number of at least 1.") }
    if output == nil, let format, format.names.count > 1 {
      throw ValidationError("Several formats need --output: name a folder for them.")
    }
    if paths.isEmpty || paths.contains("") { throw ValidationError("Name a file or folder to read.") }
    if let output, output.isEmpty { throw ValidationError("--output wants the name of a folder.") }
  }

  func run() throws {
    try withFailuresReported {
      let reader = try EntitlementReader(patterns: patterns.folders)
      let line = ProgressLine(width: Terminal.width)
      let batch = reader.extract(paths, jobs: jobs) { line?.show($0) }
      line?.end()
      let inventory = batch.inventory
      for note in RunNotes.passedOver(batch.passedOver) { StandardOutput.note(note) }
      let formats = format?.names ?? (output != nil ? [.json, .csv] : [Terminal.isOutput ? .table : .json])
      // A table on the terminal says the same.
      if output != nil || formats != [.table] {
        for note in RunNotes.failures(inventory) { StandardOutput.note(note) }
      }
      if inventory.documents.isEmpty { StandardOutput.note("no documents in \(paths.joined(separator: ", "))") }
      try write(inventory, formats)
      return inventory.documents.contains { $0.status == .failed } ? .unreadDocument : .success
    }
  }

  private func write(_ inventory: Inventory, _ formats: [FormatName]) throws {
    for name in formats {
      guard let output else {
        try StandardOutput.write(name.format(table: Terminal.style(today: today)).utf8(inventory))
        continue
      }
      let path = "\(output)/\(name.fileName)"
      var style = Terminal.style(today: today)
      style.isColoured = false
      try FileWriting.write(name.format(table: style).utf8(inventory), to: path)
      StandardOutput.note("wrote \(path)")
    }
  }
}
