// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel

/// Divides the times of a sentence among the grants that it names elsewhere: "Training credits may be used until 30 June,
/// exam vouchers until 31 December".
struct NamedShares {
  /// The times that each grant takes; nil where the sentence does not part them.
  private let times: [Int: Range<Int>]?

  init(
    _ context: DocumentContext, _ candidates: [Candidate], _ receivers: [Int], _ found: [Attachment],
    in sentence: Range<Int>
  ) {
    let times = found.filter(\.isTime).map(\.tokens)
    guard times.count > 1, receivers.count > 1, Set(receivers.map { candidates[$0].kind }).count > 1 else {
      self.times = nil
      return
    }
    var starts: [Int: Int] = [:]
    if receivers.count == 2, let former = context.firstIndex(of: "former", in: sentence),
      let latter = context.firstIndex(of: "latter", in: sentence), former < latter
    {
      starts = [receivers[0]: former, receivers[1]: latter]
    }
    // "The last mentioned may be taken up in Contract Year 3, the others in Contract Year 1."
    if let others = context.firstIndex(of: "others", in: sentence),
      let mentioned = ["mentioned", "named"].lazy.compactMap({ context.firstIndex(of: $0, in: sentence) }).first,
      mentioned > sentence.lowerBound, let last = receivers.last, let first = receivers.first,
      context.isOne(mentioned - 1, of: "last|first")
    {
      let one = context.folded(mentioned - 1) == "last" ? last : first
      for receiver in receivers { starts[receiver] = receiver == one ? mentioned : others }
    }
    for name in context.names(in: sentence) where name.kind != nil {
      for receiver in receivers where candidates[receiver].kind == name.kind && starts[receiver] == nil {
        starts[receiver] = name.tokens.lowerBound
      }
    }
    for receiver in receivers where starts[receiver] == nil {
      let last = candidates[receiver].name.tokens.last.map { context.folded($0).droppingPlural }
      let noun = last.flatMap { ["voucher", "fund", "allowance", "budget"].contains($0) ? $0 : nil }
      guard let unit = candidates[receiver].quantity?.unit ?? noun else { continue }
      starts[receiver] = sentence.first { context.folded($0).droppingPlural == unit }
    }
    guard receivers.allSatisfy({ starts[$0] != nil }), Set(starts.values).count > 1 else {
      self.times = nil
      return
    }
    if let mark = context.firstIndex(of: "respectively", in: sentence), let last = starts.values.max() {
      // "The fund and the hours may be used until May and June respectively": in the order of the names.
      let behind = times.filter { $0.lowerBound > last && $0.lowerBound < mark }
      if behind.count == receivers.count, Set(starts.values).count == receivers.count {
        let order = receivers.sorted { starts[$0] ?? 0 < starts[$1] ?? 0 }
        self.times = Dictionary(uniqueKeysWithValues: zip(order, behind))
        return
      }
    }
    // "The credits and the hours must be booked by May and taken by June": both times are of both.
    if let first = times.first, starts.values.allSatisfy({ $0 < first.lowerBound }),
      context.firstIndex(of: "respectively", in: sentence) == nil
    {
      self.times = nil
      return
    }
    // The first time behind each name; what stands before the second name is not the second's.
    self.times = starts.compactMapValues { start in times.first { $0.lowerBound >= start } }
  }

  func takes(_ receiver: Int, _ attachment: Attachment) -> Bool {
    guard let times, attachment.isTime, let own = times[receiver] else { return true }
    return own == attachment.tokens
  }
}
