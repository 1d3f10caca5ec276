// SPDX-License-Identifier: GPL-3.0-or-later
import CLibXML

/// The elements and texts of an HTML document in document order. Made of the parser's events, which are freed here.
struct HTMLTree {
  struct Node {
    var tag: HTMLTag
    /// The node after its last descendant.
    var end: Int32
    /// Element: its attributes. Text: bytes of the pool.
    var first: UInt32, count: UInt32
    var isText: Bool { tag == .text }
  }
  enum Outcome { case complete, outOfMemory, stopped, tooCostly }

  private(set) var nodes: [Node] = []
  private(set) var pool: [UInt8] = []
  private var attributes: [iw_html_attribute] = []
  private(set) var outcome = Outcome.complete

  /// Parses prepared UTF-8.
  init(_ bytes: [UInt8]) {
    guard let html = bytes.withUnsafeBufferPointer({ $0.baseAddress.flatMap { iw_html_parse($0, bytes.count) } }) else {
      outcome = bytes.isEmpty ? .complete : .outOfMemory
      return
    }
    defer { iw_html_free(html) }
    switch iw_html_result(html) {
    case IW_HTML_COMPLETE: outcome = .complete
    case IW_HTML_OUT_OF_MEMORY: outcome = .outOfMemory
    case IW_HTML_TOO_COSTLY: outcome = .tooCostly
    default: outcome = .stopped
    }
    var count = 0
    if let pool = iw_html_pool(html, &count) { self.pool = Array(UnsafeBufferPointer(start: pool, count: count)) }
    if let attributes = iw_html_attributes(html, &count) {
      self.attributes = Array(UnsafeBufferPointer(start: attributes, count: count))
    }
    if let events = iw_html_events(html, &count) { read(UnsafeBufferPointer(start: events, count: count)) }
  }

  private mutating func read(_ events: UnsafeBufferPointer<iw_html_event>) {
    nodes.reserveCapacity(events.count / 2 + 1)
    var open: [Int] = []
    for event in events {
      if event.kind == UInt8(IW_HTML_TEXT.rawValue) {
        nodes.append(.init(tag: .text, end: Int32(nodes.count + 1), first: event.first, count: event.count))
      } else if event.kind == UInt8(IW_HTML_OPEN.rawValue) {
        let tag = HTMLTag.numbered(event.tag)
        if tag == .dd || tag == .dt { endDefinition(open) }
        open.append(nodes.count)
        nodes.append(.init(tag: tag, end: 0, first: event.first, count: event.count))
      } else if let node = open.popLast(), nodes[node].end == 0 {
        nodes[node].end = Int32(nodes.count)
      }
    }
    for node in open where nodes[node].end == 0 { nodes[node].end = Int32(nodes.count) }
  }

  /// A term or definition ends where the next begins, which libxml2 does not see of two definitions. Its own end is
  /// still to come among the events and then says nothing more.
  private mutating func endDefinition(_ open: [Int]) {
    let near = open.suffix(16)
    let last = near.lastIndex { nodes[$0].tag == .dl || nodes[$0].tag == .dd || nodes[$0].tag == .dt }
    guard let last, nodes[open[last]].tag != .dl else { return }
    for node in open[last...] where nodes[node].end == 0 { nodes[node].end = Int32(nodes.count) }
  }

  func end(_ node: Int) -> Int { Int(nodes[node].end) }

  func text(_ node: Int) -> ArraySlice<UInt8> {
    let node = nodes[node]
    return pool[Int(node.first)..<(Int(node.first) + Int(node.count))]
  }

  /// An attribute's value, empty where it has none; nil where the element does not have it.
  func attribute(_ name: HTMLAttribute, of node: Int) -> ArraySlice<UInt8>? {
    let node = nodes[node]
    guard !node.isText else { return nil }
    for index in Int(node.first)..<(Int(node.first) + Int(node.count)) where attributes[index].name == name.number {
      return pool[Int(attributes[index].first)..<(Int(attributes[index].first) + Int(attributes[index].count))]
    }
    return nil
  }

  /// An attribute's value in lower case, outer spaces off.
  func word(_ name: HTMLAttribute, of node: Int) -> String? {
    attribute(name, of: node).map { String(decoding: $0.prefix(64).map(HTMLPreparation.lower), as: UTF8.self).trimmed }
  }

  func number(_ name: HTMLAttribute, of node: Int) -> Int? {
    guard let value = attribute(name, of: node) else { return nil }
    let digits = value.drop { HTMLPreparation.isSpace($0) }.prefix(10)
    let isNegative = digits.first == 0x2D
    let number = digits.dropFirst(isNegative ? 1 : 0).prefix { $0 >= 0x30 && $0 <= 0x39 }
    return Int(String(decoding: number, as: UTF8.self)).map { isNegative ? -$0 : $0 }
  }
}

extension String {
  /// Without spaces at its ends.
  fileprivate var trimmed: String {
    String(decoding: utf8.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
  }
}
