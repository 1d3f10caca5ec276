// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Leads from tables of benefits: where most rows grant something, one that counts something and gave nothing is not
/// passed over.
extension GrantReader {
  func rowsBeside(_ taken: inout Set<Int>, _ granted: [Candidate]) -> [Rest] {
    var rowsOfTables: [Int: Set<Int>] = [:]
    for place in granted.compactMap(\.place) { rowsOfTables[place.table, default: []].insert(place.row) }
    var found: [Rest] = []
    for (index, granting) in rowsOfTables.sorted(by: { $0.key < $1.key }) {
      let rows = knowledge.tables[index].rows.enumerated().filter { !$0.element.isSummary }
      guard rows.count > 1, granting.count * 2 >= rows.count else { continue }
      for (number, row) in rows where !granting.contains(number) && row.annual == nil && row.total == nil {
        let place = context.stream.tokens(ofBlock: row.block)
        guard !taken.contains(place.lowerBound), hasAmount(place),
          !granted.contains(where: { place.contains($0.tokens.lowerBound) })
        else { continue }
        taken.insert(place.lowerBound)
        found.append(Rest(tokens: place, reason: reason(place), kind: nil, refusal: nil))
      }
    }
    return found
  }
}
