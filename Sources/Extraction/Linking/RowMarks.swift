// SPDX-License-Identifier: GPL-3.0-or-later

/// The rows of the tables by the marks that they go by: `3`, `B`, `5.1`.
struct RowMarks {
  private var granting: [String: [Int]] = [:]
  private var all: Set<String> = []

  /// Nothing is read where no row grants.
  init(_ context: DocumentContext, _ knowledge: DocumentKnowledge, _ candidates: [Candidate]) {
    guard candidates.contains(where: { $0.place != nil }) else { return }
    let mentions = RowMentions(context: context)
    for (index, candidate) in candidates.enumerated() {
      guard let place = candidate.place else { continue }
      let reading = knowledge.tables[place.table]
      if let label = mentions.label(of: reading.rows[place.row], reading) { granting[label, default: []].append(index) }
    }
    for reading in knowledge.tables where reading.role != .labels && reading.role != .signatures {
      for row in reading.rows {
        if let label = mentions.label(of: row, reading) { all.insert(label) }
      }
    }
  }

  var isEmpty: Bool { all.isEmpty }

  /// The grants of the rows with that mark, none where such a row grants nothing; nil where no row has it.
  func rows(_ label: String) -> [Int]? { granting[label] ?? (all.contains(label) ? [] : nil) }
}
