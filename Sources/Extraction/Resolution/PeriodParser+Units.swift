// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Stretches by names of the document's own, told by their number: `the second Subscription Period`, `Trimester 3`.
extension TimeParser {
  /// `the first Trimester`, `the second and third Trimesters`, `Trimesters 1 to 4`.
  func ownUnits(at token: Int) -> Parsed<TimePeriod>? {
    guard !knowledge.ownUnits.isEmpty else { return nil }
    var numbers: [Int] = []
    var at = token
    // "the first three Seasons"
    if passage.isOne(at, of: "first|initial|opening"), let count = number(at: at + 1), count > 1,
      let unit = ownUnit(at: passage.word(at + 2) == "(" ? at + 5 : at + 2)
    {
      return (.stretch(1, count, months: unit.months), unit.end)
    }
    if let first = Ordinals.value(passage.word(at)) {
      numbers = [first]
      at += 1
      if passage.isOne(at, of: "and|to|through|or") {
        let next = passage.word(at + 1) == "the" ? at + 2 : at + 1
        guard let last = Ordinals.value(passage.word(next)), last > first else { return nil }
        numbers.append(last)
        at = next + 1
      }
      guard let unit = ownUnit(at: at) else { return nil }
      return (.stretch(numbers[0], numbers.last ?? numbers[0], months: unit.months), unit.end)
    }
    guard let unit = ownUnit(at: at), let first = number(at: unit.end) else { return nil }
    at = unit.end + 1
    if passage.isOne(at, of: "and|to|through|-|–|or"), let last = number(at: at + 1), last > first {
      return (.stretch(first, last, months: unit.months), at + 2)
    }
    return (.stretch(first, first, months: unit.months), at)
  }

  private func number(at token: Int) -> Int? {
    (Int(passage.word(token)) ?? Ordinals.cardinal(passage.word(token))).flatMap { (1...40).contains($0) ? $0 : nil }
  }

  /// The name of a unit at a place, its length in months and its end.
  func ownUnit(at token: Int) -> (months: Int, end: Int)? {
    var best: (months: Int, end: Int)?
    var text = ""
    for length in 1...4 where passage.range.contains(token + length - 1) {
      let word = passage.word(token + length - 1)
      let name = text + (length > 1 ? " " : "")
      if let months = knowledge.ownUnits[name + word.droppingPlural] { best = (months, token + length) }
      text = name + word
    }
    return best
  }
}

extension TimePeriod {
  /// The stretches from the first to the last number, each so many months long, counted from the start of the term.
  static func stretch(_ first: Int, _ last: Int, months: Int) -> TimePeriod {
    let one = TimePeriod.slice(first, months: months, of: .term)
    return first == last ? one : .between(.startOf(one), .endOf(.slice(last, months: months, of: .term)))
  }
}
