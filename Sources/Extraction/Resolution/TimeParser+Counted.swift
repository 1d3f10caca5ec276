// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import InventoryModel
import ValueRecognition

/// Days that are counted out: `the ninetieth (90th) day following the Start Date`, `once two calendar quarters have
/// elapsed`.
extension TimeParser {
  private static let tens = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]
  private static let wholeTens = [
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100,
  ]

  /// `ninetieth (90th) day following the Order Start Date`, `10th Business Day after …` is none that can be told.
  func countedDay(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    guard let number = dayNumber(at: token) else { return nil }
    var at = pastFigures(number.end)
    if passage.word(at) == "calendar" { at += 1 }
    guard passage.word(at) == "day" else { return nil }
    if let antecedent {
      if passage.word(at + 1) == "thereafter" { return (.shifted(number.value, antecedent), at + 2) }
      if passage.has(["after|following|from", "it"], at: at + 1) {
        return (.shifted(number.value, antecedent), at + 3)
      }
    }
    guard passage.isOne(at + 1, of: "after|following|from") else { return nil }
    guard let base = point(at: at + 2, depth: depth + 1) else { return nil }
    return (.shifted(number.value, base.value), base.end)
  }

  /// `the date that is 270 days after the Start Date`: that day, not the last of so many.
  func dayThatIs(at token: Int, depth: Int) -> Parsed<TimePoint>? {
    var at = passage.word(token) == "the" ? token + 1 : token
    guard passage.isOne(at, of: "day|date") else { return nil }
    at += 1
    if passage.has(["that|which", "is|falls|lies|occurs"], at: at) {
      at += 2
    } else if passage.isOne(at, of: "falling|lying|occurring") {
      at += 1
    } else {
      return nil
    }
    guard let value = passage.value(at: at), case .duration(let duration) = value.value,
      let moved = shifted(duration, after: value.tokens.upperBound, depth: depth + 1)
    else { return nil }
    guard duration.unit == .day, !duration.isBusiness, let days = duration.amount.wholeNumber,
      case .after(_, let base) = moved.value, !base.isEndOfPeriod
    else { return moved }
    return (.shifted(days, base), moved.end)
  }

  /// `40 in the first, and 30 in the second, Contract Year`: the noun stands behind the last of them.
  func elidedYear(at token: Int) -> Parsed<TimePeriod>? {
    guard let number = Ordinals.value(passage.word(token)), passage.word(token + 1) == ",",
      passage.isOne(token - 1, of: "the") && passage.isOne(token - 2, of: "in|during|for|of")
    else { return nil }
    if passage.has(["contract|order|subscription|service|commitment", "year|years"], at: token + 2) {
      return (.contractYears(number, number), token + 4)
    }
    for at in token + 2..<token + 14 {
      guard passage.has(["in|during|for|of", "the"], at: at) else { continue }
      guard let next = Ordinals.value(passage.word(at + 2)), next > number else { return nil }
      let noun = passage.word(at + 3) == "," ? at + 4 : at + 3
      if passage.has(["contract|order|subscription|service|commitment", "year|years"], at: noun) {
        return (.contractYears(number, number), token + 1)
      }
    }
    return nil
  }

  /// `the Pilot Phase and the six months after it`: a named stretch and as long again behind it as is said.
  func withTail(_ named: Parsed<TimePeriod>) -> Parsed<TimePeriod> {
    guard passage.has(["and|plus", "the|a"], at: named.end), let (length, end) = length(at: named.end + 2) else {
      return named
    }
    let width =
      passage.has(["after|following|behind", "it|that|this|them"], at: end)
      ? 2 : passage.has(["that|which", "follow|follows"], at: end) ? 2 : passage.word(end) == "thereafter" ? 1 : 0
    guard width > 0 else { return named }
    let tail = passage.isOne(end + width, of: "it|that|this") ? end + width + 1 : end + width
    return (.between(.startOf(named.value), .after(length, .endOf(named.value))), tail)
  }

  /// `ninetieth`, `forty-fifth`, `one hundred eightieth`, `90th`.
  private func dayNumber(at token: Int) -> (value: Int, end: Int)? {
    let word = passage.word(token)
    if let tens = Self.wholeTens[word] { return (tens, token + 1) }
    if passage.has(["hundred"], at: token + 1) || word == "hundred" {
      let at = word == "hundred" ? token + 1 : token + 2
      let hundreds = word == "hundred" ? 1 : Ordinals.cardinal(word) ?? (word == "a" ? 1 : 0)
      guard hundreds > 0 else { return nil }
      let next = passage.word(at) == "and" ? at + 1 : at
      return dayNumber(at: next).map { (hundreds * 100 + $0.value, $0.end) }
    }
    if let tens = Self.tens[word], let units = Ordinals.value(passage.word(token + 1)), units < 10 {
      return (tens + units, token + 2)
    }
    if let number = Int(word), number > 0, passage.isOne(token + 1, of: "st|nd|rd|th"), passage.context.isGlued(token) {
      return (number, token + 2)
    }
    if ["st", "nd", "rd", "th"].contains(where: word.hasSuffix), let number = Int(word.dropLast(2)), number > 0 {
      return (number, token + 1)
    }
    guard let value = Ordinals.value(word), value > 1 else { return nil }
    return (value, token + 1)
  }

  /// Past `(90th)`, `(90)` behind a number in words.
  func pastFigures(_ token: Int) -> Int {
    guard passage.word(token) == "(" else { return token }
    for width in 2...4 where passage.word(token + width) == ")" { return token + width + 1 }
    return token
  }

  /// `two (2) calendar quarters have elapsed`: so long behind the day that was named before.
  func elapsed(at token: Int) -> Parsed<TimePoint>? {
    guard let (length, end) = length(at: token), length.unit != .hour, passage.isOne(end, of: "has|have|had|are|is")
    else { return nil }
    var at = end + 1
    if passage.isOne(at, of: "since|then|fully|so") { at += 1 }
    guard passage.isOne(at, of: "elapsed|passed|run|expired|gone|lapsed|over|up|out") else { return nil }
    if passage.has(["by|out"], at: at + 1) { at += 1 }
    if passage.isOne(at + 1, of: "from|since|after"), let base = point(at: at + 2) {
      return (.after(length, base.value), base.end)
    }
    if passage.word(at + 1) == "thereafter" { at += 1 }
    return antecedent.map { (.after(length, $0), at + 1) }
  }
}
