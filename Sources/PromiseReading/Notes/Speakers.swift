// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion

/// Names at the beginning of lines ("Ann: …") that are speakers and no labels.
enum Speakers {
  /// Those of the parties; and those that take turns: one says something, another answers, and the first comes again.
  static func bareNames(in lines: [NoteLine], extractor: Extractor, parties: PromiseParties) -> Set<String> {
    var turns: [String] = []
    for line in lines where !line.isBullet && line.cells == nil {
      guard let chat = ChatLine(line.text), !chat.isMarked, !isLabel(chat.speaker, extractor) else { continue }
      if turns.last != chat.speaker { turns.append(chat.speaker) }
    }
    var names: Set<String> = []
    let counts = Dictionary(turns.map { ($0, 1) }, uniquingKeysWith: +)
    if counts.values.contains(where: { $0 > 1 }) { names = Set(turns) }
    let sides = Sides(parties: parties, extractor: extractor)
    for name in turns where sides.side(of: name) != .unknown { names.insert(name) }
    return names
  }

  private static func isLabel(_ name: String, _ extractor: Extractor) -> Bool {
    let words = name.lowercased().split(separator: " ").map(String.init)
    return words.contains(where: labels.contains) || namesKind(name, extractor)
  }

  static func namesKind(_ words: String, _ extractor: Extractor) -> Bool {
    !extractor.readPromise(SourceText(line: words)).grants.isEmpty
  }

  private static let labels: Set<String> = [
    "note", "notes", "update", "date", "subject", "re", "from", "to", "cc", "sent", "price", "term", "start", "end",
    "present", "attendees", "agenda", "next", "steps", "todo", "asks", "offer", "offers", "agreed", "status", "vendor",
    "customer", "fund", "capacity", "deal", "summary", "ps", "important", "also", "question", "answer", "place", "time",
    "rejected", "open", "value", "quantity", "total", "item", "result", "conclusion", "decision", "action",
  ]
}
