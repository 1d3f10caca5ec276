// SPDX-License-Identifier: GPL-3.0-or-later
import Export
import InventoryModel
import Patterns

/// What packs hold, for people.
public struct PatternCatalogue: Sendable {
  private let patterns: CompiledPatterns
  private let isWanted: @Sendable (String) -> Bool

  /// Only what stands in files that `isWanted`.
  public init(
    _ patterns: CompiledPatterns, where isWanted: @escaping @Sendable (_ file: String) -> Bool = { _ in true }
  ) {
    self.patterns = patterns
    self.isWanted = isWanted
  }

  /// Kinds with their names, then rules with file and line.
  public var text: String {
    var text = "Kinds\n"
    for kind in patterns.kinds {
      let names = kind.names.filter { isWanted($0.file) }
      guard !names.isEmpty else { continue }
      let unit = kind.unit.map { ", counted in \(Counted.plural($0))" } ?? ""
      text +=
        "  \(kind.kind.rawValue)\(unit): \(Counted.text(names.count, "name")), defined at \(kind.file):\(kind.line)\n"
      if let about = kind.about { text += "      \(about)\n" }
      for (source, names) in patterns.sources(of: kind) where isWanted(source.file) {
        text += "      \(source.id)  \(Counted.text(names, "name"))  \(source.file):\(source.line)\n"
      }
    }
    text += "\nRules\n"
    for rule in wantedRules {
      text += "  \(rule.qualifiedID)  \(rule.role.rawValue) \(rule.subject)  \(rule.file):\(rule.line)\n"
      if let about = rule.about { text += "      \(about)\n" }
    }
    return text
  }

  /// The reference page of kinds and rules, in Markdown; files are named without the folder that they were found in.
  public var reference: String {
    var page = "# Kinds and rules of the packs\n\n`make docs` renews this page.\n\n## Kinds\n\n"
    page += "| kind | counted in | names | what it is |\n| --- | --- | ---: | --- |\n"
    for kind in patterns.kinds {
      let names = kind.names.filter { isWanted($0.file) }
      guard !names.isEmpty else { continue }
      page += "| `\(kind.kind.rawValue)` | \(kind.unit ?? "") | \(names.count) | \(kind.about ?? "") |\n"
    }
    for role in PhraseRule.Role.allCases {
      let rules = wantedRules.filter { $0.role == role }
      guard !rules.isEmpty else { continue }
      page +=
        "\n## \(Self.titles[role] ?? role.rawValue)\n\n| rule | for | phrases | examples |\n| --- | --- | ---: | ---: |\n"
      for rule in rules {
        let examples = patterns.packs.examples.filter { patterns.rules[$0.rule].qualifiedID == rule.qualifiedID }.count
        page += "| `\(rule.qualifiedID)` | `\(rule.subject)` | \(rule.phrases.count) | \(examples) |\n"
      }
    }
    return page
  }

  /// How many packs, kinds, rules and examples: one line.
  public var summary: String {
    let packs = patterns.packs.packs.filter { isWanted($0.file) }.count
    let examples = patterns.packs.examples.filter { isWanted($0.file) }.count
    let counts = [
      Counted.text(packs, "pack"), Counted.text(patterns.kinds.count, "kind"), Counted.text(wantedRules.count, "rule"),
      Counted.text(examples, "example or near miss", "examples and near misses"),
    ]
    return counts.joined(separator: ", ")
  }

  private var wantedRules: [PhraseRule] { patterns.rules.filter { isWanted($0.file) } }

  private static let titles: [PhraseRule.Role: String] = [
    .grant: "Rules of grants", .cue: "Cues", .link: "Links", .fact: "Facts of the document",
  ]
}
