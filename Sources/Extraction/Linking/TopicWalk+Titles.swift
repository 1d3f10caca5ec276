// SPDX-License-Identifier: GPL-3.0-or-later
import DocumentText
import Patterns

/// What titles and lead-ins say of the grants under them.
extension TopicWalk {
  /// "Classroom learning for night nurses. Supplier loads …": a title, or a heading, says what the grant is for.
  func titles(_ given: inout [[Attachment]]) {
    for index in inText {
      let own = references.block(of: index)
      let start = context.stream.tokens(ofBlock: own).lowerBound
      let opening = context.sentence(of: start)
      if opening.upperBound <= candidates[index].sentence.lowerBound, opening.count <= Self.longestTitle {
        given[index] += PurposeFinder(passage: PassageText(context, opening)).titlePurposes(opening)
      }
      let heading = context.outline.section(of: own)
      guard heading >= 0, heading != own else { continue }
      let tokens = context.stream.tokens(ofBlock: heading)
      if tokens.count <= Self.longestTitle {
        given[index] += PurposeFinder(passage: PassageText(context, tokens)).titlePurposes(tokens)
      }
    }
  }

  /// `Term: thirty-six months from the Commencement Date` over a list.
  private func isTermLabel(_ sentence: Range<Int>) -> Bool {
    let words = context.words(sentence.prefixRange(4))
    return words.contains(":")
      && words.first.map { ["term", "period", "duration", "subscription"].contains($0) } ?? false
  }

  /// In tokens.
  private static let longestTitle = 14

  /// "During the first Contract Year Supplier provides:" speaks for its items, a heading for its section.
  func leadIns(_ given: inout [[Attachment]]) {
    let granting = Set(inText.map(references.block))
    // Grants of one paragraph stand under the same lines.
    var said: [Int: [Attachment]] = [:]
    for index in inText {
      for ancestor in context.outline.ancestors(of: references.block(of: index)).prefix(2) {
        if granting.contains(ancestor) { continue }
        let own = said[ancestor] ?? leadIn(ancestor)
        said[ancestor] = own
        given[index] += own
      }
    }
  }

  private func isRate(_ token: Int) -> Bool {
    context.values(in: max(0, token - 4)..<token).contains { value in
      if case .money = value.value { value.tokens.upperBound == token } else { false }
    }
  }

  private func leadIn(_ block: Int) -> [Attachment] {
    let isLong = context.outline.isHeading[block] && context.stream.tokens(ofBlock: block).count > 25
    if isLong || notes.contains(block) { return [] }
    var found: [Attachment] = []
    for sentence in context.bodies(ofBlock: block)
    where !isTermLabel(sentence) && !says([.optional_purchase, .remedy], sentence) {
      found += finder.attachments(in: sentence, from: .section).filter {
        switch $0.content {
        case .cap, .floor, .fee, .worth, .feeEach, .worthEach: false
        // "EUR 90,000.00 a year" over a list is a price.
        case .recurrence: !isRate($0.tokens.lowerBound)
        default: true
        }
      }
    }
    return found
  }
}
