// SPDX-License-Identifier: GPL-3.0-or-later

/// What a word or sign can be to a recogniser. One word may be several things: `second`, `quarter`, `pounds`.
struct Role: OptionSet, Sendable {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// `zero` to `nineteen`.
  static let cardinal = Role(rawValue: 1 << 0)
  /// `twenty` to `ninety`.
  static let tens = Role(rawValue: 1 << 1)
  static let hundred = Role(rawValue: 1 << 2)
  /// `thousand`, `million`, `crore`: a power of ten that may stand apart from its figure.
  static let scale = Role(rawValue: 1 << 3)
  /// `K`, `m`, `bn`: a power of ten only where glued to its figure.
  static let gluedScale = Role(rawValue: 1 << 4)
  static let ordinal = Role(rawValue: 1 << 5)
  /// `a`, `an`.
  static let article = Role(rawValue: 1 << 6)
  static let half = Role(rawValue: 1 << 7)
  /// `½`, `¾`.
  static let fractionSign = Role(rawValue: 1 << 8)
  /// `dozen`, `couple`.
  static let dozen = Role(rawValue: 1 << 9)
  static let month = Role(rawValue: 1 << 10)
  static let weekday = Role(rawValue: 1 << 11)
  /// `day`, `months`, `yr`.
  static let time = Role(rawValue: 1 << 12)
  /// A thing that is counted: `credits`, `GB`.
  static let noun = Role(rawValue: 1 << 13)
  /// A currency's sign, code or name.
  static let currency = Role(rawValue: 1 << 14)
  static let percent = Role(rawValue: 1 << 15)
  /// `each`, `every`, `per`, `/`.
  static let each = Role(rawValue: 1 << 16)
  /// `annually`, `monthly`.
  static let adverb = Role(rawValue: 1 << 17)
  /// May stand between a number and what it counts: `API` calls, `training` credits.
  static let modifier = Role(rawValue: 1 << 18)
  /// May stand between a number and its unit of time: `business` days, `successive` months.
  static let manner = Role(rawValue: 1 << 19)
  /// `the`, `of`, `which`: never part of a thing's name.
  static let function = Role(rawValue: 1 << 20)
  /// `st`, `nd`, `rd`, `th`.
  static let ordinalSuffix = Role(rawValue: 1 << 21)
  /// What is numbered, not counted: `Section`, `Exhibit`, `version`.
  static let label = Role(rawValue: 1 << 22)
  /// `contract`, `fiscal`: which year.
  static let yearKind = Role(rawValue: 1 << 23)
  /// A plural: `credits`, `days`.
  static let plural = Role(rawValue: 1 << 24)
  /// Whom a contract speaks of with a capital: `Customer`, `Supplier`; no part of a counted thing's name.
  static let party = Role(rawValue: 1 << 25)
  /// `in`, `by`, `since`: a year may stand behind it alone.
  static let beforeYear = Role(rawValue: 1 << 26)
  /// `U`, `US`, `Canadian`: what tells one dollar from another.
  static let nation = Role(rawValue: 1 << 27)
  /// `年`, `月`, `日`.
  static let dateSign = Role(rawValue: 1 << 28)
  /// `for`, `within`: a length of time may stand behind it as `a year`.
  static let beforeLength = Role(rawValue: 1 << 29)
  /// What many come in: `pack`, `bundle`, `block`.
  static let packing = Role(rawValue: 1 << 30)
  /// `end`, `last`, `Q`, `H`: the edge or a part of a year or month may be named from here.
  static let datePart = Role(rawValue: 1 << 31)

  /// Where a recogniser may start.
  static let starts: Role = [
    .cardinal, .tens, .ordinal, .article, .half, .fractionSign, .dozen, .month, .weekday, .each, .adverb, .currency,
    .datePart,
  ]
}

/// The figures behind a word's roles.
struct WordMeaning: Sendable {
  /// Of a cardinal or tens word.
  var number: Int32 = 0
  var ordinal: Int32 = 0
  /// Power of ten of a scale.
  var scale: Int8 = 0
  /// 1 to 12.
  var month: Int8 = 0
  var time: TimeWord = .none
  var every: EveryWord = .none
  /// Index of the unit's singular name.
  var noun: Int16 = -1
  /// Thousandths of a fraction sign.
  var thousandths: Int16 = 0
  var doer: Doer = .none
  /// Of a noun: a unit of physics or computing.
  var isMeasure = false
  /// Packing whose single says how many it holds: `a pack of 50`; a `set` or `lot` must itself be counted.
  var isPack = false
}

/// Whose day or hour is counted: `person-days`, `participant days`.
enum Doer: Int8, Sendable { case none, worker, learner }

/// Units of time as words say them.
enum TimeWord: Int8, Sendable {
  case none
  case second, minute, hour, day, week, fortnight, month, quarter, halfYear, year, decade, century
}

/// How often an adverb says.
enum EveryWord: Int8, Sendable { case none, year, halfYear, quarter, month }
