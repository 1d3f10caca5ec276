// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Lexis
import ValueRecognition

/// Years that a document has a name of its own for: `"Solar Year" is a calendar year`, `a school year runs from 1 August
/// to 31 July`, `an "Operating Year" is each period of twelve months from the Start Date`.
struct OwnYears {
  let context: DocumentContext

  func read(into knowledge: inout DocumentKnowledge) {
    definesHalf(&knowledge)
    var at = 1
    while at < context.stream.count, let year = next(from: at) {
      at = year + 1
      let name = context.folded(year - 1)
      guard context.isWord(year - 1), name.utf8.count > 2, !Self.common.contains(name), knowledge.ownYears[name] == nil,
        let kind = kind(year, knowledge)
      else { continue }
      knowledge.ownYears[name] = kind
    }
  }

  /// `"Half" means six months from 1 May or 1 November`
  private func definesHalf(_ knowledge: inout DocumentKnowledge) {
    guard let half = context.firstIndex(of: "half", in: 0..<context.stream.count),
      context.stream.tokens[half].flags.isSuperset(of: [.quoteBefore, .quoteAfter])
    else { return }
    let behind = (half + 1)..<min(half + 3, context.stream.count)
    knowledge.definesHalf = behind.contains { context.isOne($0, of: Self.verbs) }
  }

  private func next(from token: Int) -> Int? {
    let range = token..<context.stream.count
    let first = context.firstIndex(of: "year", in: range)
    let other = context.firstIndex(of: "years", in: range.lowerBound..<(first ?? range.upperBound))
    return other ?? first
  }

  private static let common: WordSet = [
    "the", "each", "every", "per", "one", "first", "second", "third", "last", "next", "this", "that", "same", "fiscal",
    "financial", "calendar", "full", "half", "any", "two", "three", "five", "all", "both", "for", "and", "contract",
    "current", "following", "previous", "final", "additional", "further", "such", "new", "four", "whole", "entire",
  ]

  /// What stands behind the name and its verb.
  private func kind(_ year: Int, _ knowledge: DocumentKnowledge) -> OwnYear? {
    let sentence = context.sentence(of: year)
    let near = (year + 1)..<min(sentence.upperBound, year + 4)
    guard let verb = near.first(where: { context.isOne($0, of: Self.verbs) }) else { return nil }
    // "In a school year that ends …": no definition.
    let before = context.words(max(sentence.lowerBound, year - 3)..<year)
    guard !before.contains(where: { ["in", "per", "during", "for"].contains($0) }) else { return nil }
    var rest = (verb + 1)..<min(sentence.upperBound, verb + 26)
    if let behind = nextSaying(sentence, rest) { rest = behind }
    let words = context.words(rest)
    if words.prefix(5).contains("calendar") { return .calendar }
    let days = context.values(in: rest).compactMap { value -> (month: Int, day: Int)? in
      guard case .date(let date) = value.value, let month = date.month, let day = date.day else { return nil }
      return (month, day)
    }
    let tied = words.prefix(14).contains { Self.ties.contains($0) }
    let start = knowledge.anchors["term_start"]
    if let first = days.first, let start, (first.month, first.day) == (start.month, start.day) { return .contract }
    if tied, words.contains("twelve") || words.contains("12") || words.contains("year") { return .contract }
    if let first = days.first {
      let isStart = words.prefix(7).contains { ["from", "starting", "beginning", "begins", "starts"].contains($0) }
      if days.count > 1, words.prefix(12).contains(where: Self.until.contains) {
        let days = (first: days[0], last: days[1])
        return .ending(month: days.last.month, day: days.last.day, label: label(year, from: rest, days.last))
      }
      guard isStart, let day = CalendarDate(year: 2001, month: first.month, day: first.day)?.adding(days: -1) else {
        return nil
      }
      return .ending(month: day.month, day: day.day, label: label(year, from: rest, (day.month, day.day)))
    }
    return nil
  }

  /// `"Season Year" is Customer's business year. It runs from 1 October to 30 September`: what the sentence behind says,
  /// where this one has no day.
  private func nextSaying(_ sentence: Range<Int>, _ rest: Range<Int>) -> Range<Int>? {
    guard sentence.upperBound < context.stream.count, sentence.count <= 16,
      !context.values(in: rest).contains(where: \.isDate)
    else { return nil }
    let next = context.sentence(of: sentence.upperBound)
    guard context.isOne(next.lowerBound, of: "it|this|that|which"),
      next.count > 4, context.isOne(next.lowerBound + 1, of: Self.verbs)
    else { return nil }
    return (next.lowerBound + 2)..<min(next.upperBound, next.lowerBound + 26)
  }

  /// How far the year that it is called after lies from the one that it ends in: by what the words say, or by a year whose
  /// first day they give ("Season Year 2032 starts on 1 October 2031").
  private func label(_ year: Int, from rest: Range<Int>, _ close: (month: Int, day: Int)) -> Int? {
    if (close.month, close.day) == (12, 31) { return 0 }
    let near = context.words(rest.lowerBound..<min(context.stream.count, rest.lowerBound + 50))
    for run in ["in which it ends", "year of its end", "in which it closes", "of its last day"]
    where near.contains(run: run) { return 0 }
    for run in ["in which it begins", "in which it starts", "of its first day", "in which it opens"]
    where near.contains(run: run) { return 1 }
    let name = context.folded(year - 1)
    var at = year + 1
    while let next = next(from: at), next < year + 400 {
      at = next + 1
      guard context.folded(next - 1) == name, next + 2 < context.stream.count,
        let number = Int(context.folded(next + 1)), (1990...2100).contains(number),
        context.isOne(next + 2, of: Self.verbs),
        let day = context.dates(in: (next + 3)..<min(context.stream.count, next + 12)).first
      else { continue }
      // "begins on 1 July 2031" ends in 2032.
      return day.date.year + 1 - number
    }
    return nil
  }

  private static let verbs: WordSet = ["is", "means", "runs", "lasts", "are", "begins", "starts", "mean", "goes"]
  private static let until: WordSet = ["to", "until", "through", "till", "-", "–", "and", "ends"]
  private static let ties: WordSet = ["start", "commencement", "anniversary", "subscription", "term", "beginning"]
}
