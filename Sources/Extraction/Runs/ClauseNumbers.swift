// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import InventoryModel
import Lexis

/// The numbers of a document's clauses, by which a later document refers to them: `["4", "2"]` for 4.2 and for item (2)
/// under heading 4.
struct ClauseNumbers {
  let context: DocumentContext
  /// For each block; empty where neither it nor anything above it is numbered.
  let paths: [[String]]

  init(context: DocumentContext) {
    self.context = context
    var paths = [[String]](repeating: [], count: context.source.blocks.count)
    var last: [String] = []
    for (index, block) in context.source.blocks.enumerated() {
      let parent = context.outline.parents[index]
      let above = parent >= 0 ? paths[parent] : []
      let own = Self.parts(of: Self.label(of: block, context.source))
      switch block.role {
      case .paragraph where own.isEmpty && above.isEmpty:
        // A further paragraph of the clause before it.
        paths[index] = last
      default: paths[index] = own.count > 1 || above.isEmpty ? (own.isEmpty ? above : own) : above + own
      }
      if case .heading = block.role, own.isEmpty { last = above } else { last = paths[index] }
    }
    self.paths = paths
  }

  /// By id, for entitlements that stand in a numbered clause.
  func paths(of entitlements: [Entitlement]) -> [String: [String]] {
    guard paths.contains(where: { !$0.isEmpty }) else { return [:] }
    var found: [String: [String]] = [:]
    for entitlement in entitlements {
      guard let start = entitlement.evidence.first(where: { $0.role == .grant })?.start else { continue }
      let next = (0..<context.stream.count).partition {
        context.evidence(.grant, $0..<($0 + 1)).start > start
      }
      guard next > 0 else { continue }
      let path = paths[context.stream.block(of: next - 1)]
      if !path.isEmpty { found[entitlement.id] = path }
    }
    return found
  }

  /// The label that the reader saw, or what stands as one at the start: "7.", "No. 3", a row's own number.
  private static func label(of block: SourceBlock, _ source: SourceText) -> ArraySlice<UInt8> {
    if let label = block.label { return source.utf8[label] }
    let text = source.utf8[block.range].prefix(12)
    guard let first = text.first, (0x30...0x39).contains(first) else { return [] }
    let digits = text.prefix { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard let stop = text.dropFirst(digits.count).first else { return [] }
    if case .tableRow = block.role { return stop == 0x09 ? digits : [] }
    let isLabel = digits.last == 0x2E && stop == 0x20 || stop == 0x29
    return isLabel ? digits : []
  }

  /// `4.2(a)` is `["4", "2", "a"]`; words as `Section` say nothing, nor do bullets.
  static func parts(of label: some Sequence<UInt8>) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    func close() {
      if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
      part = []
    }
    var parted = ""
    for byte in label {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      let sort = (0x61...0x7A).contains(lower) ? "a" : (0x30...0x39).contains(lower) ? "1" : ""
      if sort.isEmpty || sort != parted { close() }
      parted = sort
      if !sort.isEmpty { part.append(lower) }
    }
    close()
    return parts.filter {
      !($0.utf8.count > 4 && $0.utf8.allSatisfy { $0 >= 0x61 }) && !["no", "nr", "item"].contains($0)
    }
  }
}
