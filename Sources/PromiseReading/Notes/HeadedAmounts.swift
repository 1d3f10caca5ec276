// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Extraction
import Ingestion

/// Joins a line that only names something ("Training credits") with the amounts that stand below it ("25", "- 120
/// credits", "- free"): none of them says by itself what it counts.
struct HeadedAmounts {
  let extractor: Extractor

  /// The same lines, where an amount has the name above it before it; the name's own line is then blank.
  func joined(_ lines: [NoteLine]) -> [NoteLine] {
    var lines = lines
    var index = 0
    while index < lines.count {
      let next = index + 1
      if isShort(lines[index]), let below = firstBelow(index, lines), mayBelong(lines[below], to: lines[index]),
        isAmount(lines[below].text), isName(lines[index].text)
      {
        join(index, below, &lines)
      }
      index = next
    }
    return lines
  }

  /// Over how many blank lines a name reaches.
  private static let gap = 1

  private func firstBelow(_ index: Int, _ lines: [NoteLine]) -> Int? {
    let end = min(lines.count, index + 2 + Self.gap)
    return ((index + 1)..<max(end, index + 1)).first { !lines[$0].isBlank }
  }

  private func isShort(_ line: NoteLine) -> Bool {
    guard !line.isBlank, line.cells == nil, line.text.utf8.count <= 40 else { return false }
    let words = line.text.split(separator: " ")
    return words.count <= 5 && !line.text.contains(where: \.isNumber)
      && !(line.text.last.map { ".!?,;".contains($0) } ?? true)
  }

  private func mayBelong(_ amount: NoteLine, to name: NoteLine) -> Bool {
    guard amount.cells == nil, amount.depth == name.depth else { return false }
    return name.isBullet ? amount.isBullet && amount.level > name.level : true
  }

  /// "Training credits", "Success fund:", "Support": a kind and nothing that asks, tells or counts.
  private func isName(_ text: String) -> Bool {
    let reading = extractor.readPromise(SourceText(line: text))
    guard let grant = reading.grants.first, reading.grants.count == 1, grant.timing.isEmpty, !grant.hasAmount else {
      return false
    }
    let telling: Set<PromiseCue> = [.ask, .inquiry, .status, .headingAsk, .headingTodo, .headingRejected, .withdrawn]
    return reading.cues.isDisjoint(with: telling)
  }

  /// "25", "120 credits", "GBP 15,000": an amount comes first, and nothing but it says what it is of.
  private func isAmount(_ text: String) -> Bool {
    guard text.utf8.count <= 60, let first = text.first else { return false }
    guard first.isNumber || "$€£".contains(first) || startsWithSum(text) else { return false }
    if first.isNumber, text.prefix(5).contains(":") { return false }
    return extractor.readPromise(SourceText(line: text)).grants.allSatisfy(\.isKindVague)
  }

  private func startsWithSum(_ text: String) -> Bool {
    let words = text.split(separator: " ").prefix(2).joined(separator: " ")
    let source = SourceText(line: words)
    return extractor.hasMoney(source)
      || words.split(separator: " ").count == 2
        && extractor.promisedQuantity(source, kind: nil, unit: nil).map { $0.unit != nil } ?? false
  }

  /// Gives the name to each amount below; what else stands there as deep belongs to the amount above it.
  private func join(_ head: Int, _ first: Int, _ lines: inout [NoteLine]) {
    let name = lines[head].text.hasSuffix(":") ? String(lines[head].text.dropLast()) : lines[head].text
    let (level, indent) = (lines[first].level, lines[first].indent)
    let isList = lines[first].isBullet
    var last = first
    for index in first..<lines.count {
      let line = lines[index]
      if line.isBlank || line.cells != nil { break }
      guard isList ? line.isBullet && line.level >= level : index == first || line.indent >= indent && indent > 0 else {
        break
      }
      if isAmount(line.text) {
        lines[index].text = "\(name): \(line.text)"
        lines[index].isBullet = true
        lines[index].level = lines[head].level
        last = index
      } else if isDetail(line.text) {
        lines[last].text += ", \(line.text)"
        lines[index].text = ""
      } else {
        break
      }
    }
    lines[head].text = ""
  }

  /// "Free", "valid 18 months", "any partner": names nothing of its own.
  private func isDetail(_ text: String) -> Bool {
    text.utf8.count <= 60 && text.last != "?" && extractor.readPromise(SourceText(line: text)).grants.isEmpty
  }
}
