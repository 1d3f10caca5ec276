// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText

/// Cells that hold two days by their names.
extension RowLinks {
  private static let joints: WordSet = ["to", "until", "till", "through", "thru", "-", "–", "—", "up"]

  /// `Commencement Date to 30 November 2031`, `Go-Live – end of Contract Year 1`: a cell of nothing but two days.
  func span(of candidate: Candidate, _ cell: Range<Int>) -> Attachment? {
    guard candidate.end == nil, candidate.span == nil, (4...24).contains(cell.count),
      cell.contains(where: { context.isOne($0, of: Self.joints) }), context.dates(in: cell).count < 2
    else { return nil }
    let parser = TimeParser(passage: PassageText(context, cell), knowledge: knowledge)
    let start = context.isOne(cell.lowerBound, of: "from|between") ? cell.lowerBound + 1 : cell.lowerBound
    guard let first = parser.point(at: start), first.end < cell.upperBound,
      context.isOne(first.end, of: Self.joints)
    else { return nil }
    let next = context.folded(first.end) == "up" ? first.end + 2 : first.end + 1
    guard next < cell.upperBound, let last = parser.point(at: next), last.end >= cell.upperBound - 1 else {
      return nil
    }
    let statement = TimeStatement(
      role: .during, period: .between(first.value, last.value), tokens: cell.lowerBound..<last.end)
    return Attachment(content: .time(statement), tokens: statement.tokens, from: .sentence)
  }
}
