// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import InWriting

/// Where packs come from.
struct PatternOptions: ParsableArguments {
  @Option(
    name: .customLong("patterns"),
    help: ArgumentHelp(
      "A folder, or a file, of further packs; may be given several times.",
      discussion: "One that holds a core.yaml stands for the installed packs, as INWRITING_PATTERNS does.",
      valueName: "dir"), completion: .directory)
  var additional: [String] = []

  var folders: PatternFolders { PatternFolders(additional: additional) }
}
