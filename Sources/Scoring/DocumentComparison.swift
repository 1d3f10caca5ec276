// SPDX-License-Identifier: GPL-3.0-or-later
import ExactJSON

/// One document against its gold.
public struct DocumentComparison: Sendable, Hashable {
  /// A gold entitlement and the one that was read for it.
  public struct Pair: Sendable, Hashable {
    /// Indices into `golds` and `reads`.
    public var gold: Int, read: Int
    /// One for each field that the gold states.
    public var fields: [FieldResult]
    /// Every stated field is right.
    public var isExact: Bool { fields.allSatisfy(\.isRight) }
  }

  /// The document's path, as reports name it.
  public var name: String
  /// Whether the document stood in the inventory at all.
  public var isRead: Bool
  /// The gold's entitlements, as its file has them.
  public var golds: [JSONValue]
  /// The inventory's entitlements of this document.
  public var reads: [JSONValue]
  /// Golds that were found, with what was read for each; in the gold's order.
  public var pairs: [Pair]
  /// Gold entitlements that were not found; those that the gold marks `optional` are not demanded.
  public var missed: [Int]
  /// Entitlements that were read and stand in no gold.
  public var extra: [Int]
  /// Pairs of optional golds: they neither count nor harm.
  public var setAside: Int
  /// The document's own fields, as far as the gold states them.
  public var header: [FieldResult]

  /// `document` is the document's entry in the inventory's JSON, `entitlements` are those that it grants.
  public init(name: String, gold: JSONValue, document: JSONValue?, entitlements: [JSONValue]) {
    self.name = name
    isRead = document != nil
    golds = gold["entitlements"]?.elements ?? []
    reads = entitlements
    header = HeaderComparison.results(gold, document ?? .null).map { result in
      var result = result
      result.isRight = result.isRight && document != nil
      return result
    }
    let all = Self.pairUp(golds, reads)
    let optional = Set(golds.indices.filter { [golds] in golds[$0].at("optional") == true })
    pairs = all.filter { !optional.contains($0.gold) }
    setAside = all.count - pairs.count
    let (paired, used) = (Set(all.map(\.gold)), Set(all.map(\.read)))
    missed = golds.indices.filter { !paired.contains($0) && !optional.contains($0) }
    extra = reads.indices.filter { !used.contains($0) }
  }

  /// Golds that must be found.
  public var demanded: Int { pairs.count + missed.count }
  /// Entitlements that were read and count.
  public var claimed: Int { reads.count - setAside }

  /// Greedy best pairs of equal kind: most right fields first, the quoted clause and then the order as a tie-break.
  private static func pairUp(_ golds: [JSONValue], _ reads: [JSONValue]) -> [Pair] {
    var scored: [(score: Int, distance: Int, pair: Pair)] = []
    for (i, gold) in golds.enumerated() {
      for (j, read) in reads.enumerated() where gold.at("kind") == read.at("kind") {
        let fields = EntitlementComparison.results(gold, read)
        let right = fields.filter(\.isRight).count
        scored.append((2 * right + (isNear(gold, read) ? 1 : 0), abs(i - j), Pair(gold: i, read: j, fields: fields)))
      }
    }
    scored.sort { a, b in
      (a.score, b.distance, a.pair.gold, a.pair.read) > (b.score, a.distance, b.pair.gold, b.pair.read)
    }
    var (usedGolds, usedReads): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [Pair] = []
    for (_, _, pair) in scored where !usedGolds.contains(pair.gold) && !usedReads.contains(pair.read) {
      usedGolds.insert(pair.gold)
      usedReads.insert(pair.read)
      pairs.append(pair)
    }
    return pairs.sorted { $0.gold < $1.gold }
  }

  /// Whether the evidence says the quoted words, or a good part of them.
  private static func isNear(_ gold: JSONValue, _ read: JSONValue) -> Bool {
    let quote = FoldedText.of(gold.at("quote").text ?? "")
    let evidence = (read.at("evidence").elements ?? []).map { $0.at("quote").text ?? "" }
    let said = FoldedText.of(evidence.joined(separator: " "))
    if quote.isEmpty || said.isEmpty { return false }
    if FoldedText.contains(said, quote) || FoldedText.contains(quote, said) { return true }
    return stride(from: 0, to: max(1, quote.count - 24), by: 12).contains {
      FoldedText.contains(said, quote[$0..<min($0 + 24, quote.count)])
    }
  }

  /// Everything that is not right, one line each.
  public var misses: [String] {
    var lines: [String] = []
    if !isRead { lines.append("\(name): not in the inventory") }
    for pair in pairs {
      let kind = golds[pair.gold].at("kind").text ?? "?"
      for field in pair.fields where !field.isRight { lines.append("\(name): \(kind).\(Self.difference(field))") }
    }
    for index in missed {
      let gold = golds[index]
      lines.append("\(name): missed \(gold.at("kind").text ?? "?"): \(gold.at("quote").text?.prefix(140) ?? "")")
    }
    for index in extra {
      let quote = reads[index].at("evidence").elements?.first?.at("quote").text ?? ""
      lines.append("\(name): extra \(reads[index].at("kind").text ?? "?"): \(quote.prefix(140))")
    }
    for field in header where !field.isRight { lines.append("\(name): header \(Self.difference(field))") }
    return lines
  }

  private static func difference(_ field: FieldResult) -> String {
    "\(field.name): wanted \(field.wanted.text(.line)), got \(field.got.text(.line))"
  }
}
