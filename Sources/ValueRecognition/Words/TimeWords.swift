// SPDX-License-Identifier: GPL-3.0-or-later

extension LexiconBuilder {
  /// Names of months and weekdays, units of time, and how often.
  mutating func addTime() {
    addMonths()
    add(
      words: "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
      .weekday)
    let units: [(TimeWord, String, String)] = [
      (.second, "second sec", "seconds secs"), (.minute, "minute min", "minutes mins"),
      (.hour, "hour hr h", "hours hrs"), (.day, "day", "days"), (.week, "week wk", "weeks wks"),
      (.fortnight, "fortnight", "fortnights"), (.month, "month mo mth", "months mos mths"),
      (.quarter, "quarter qtr", "quarters qtrs"), (.year, "year yr", "years yrs"), (.decade, "decade", "decades"),
      (.century, "century", "centuries"),
    ]
    for (unit, singular, plural) in units {
      for word in singular.split(separator: " ") { add(String(word), .time) { $0.time = unit } }
      for word in plural.split(separator: " ") { add(String(word), [.time, .plural]) { $0.time = unit } }
    }
    addForeignUnits()
    for word in ["end", "last", "final", "close", "q", "h"] { add(word, .datePart) }
    add(words: "each every per /", .each)
    let adverbs: [(String, EveryWord)] = [
      ("annually", .year), ("yearly", .year), ("annual", .year), ("quarterly", .quarter), ("monthly", .month),
      ("semiannually", .halfYear), ("semiannual", .halfYear), ("biannually", .halfYear), ("biannual", .halfYear),
      ("half-yearly", .halfYear), ("p", .none),
    ]
    for (word, every) in adverbs { add(word, .adverb) { $0.every = every } }
    add(
      words: "calendar business working banking trading consecutive successive additional full whole complete further "
        + "more clear contract contiguous continuous extra long court straight entire elapsed other subsequent", .manner
    )
    add(
      words: "contract calendar fiscal financial subscription order service services membership policy license licence "
        + "agreement commitment term program programme enrollment enrolment capacity full whole such successive "
        + "consecutive subsequent complete partial following applicable entire separate annual billing accounting "
        + "school academic renewal hire rental maintenance operating",
      .yearKind)
    add(
      words: "for within in of after over than about least most another until before during takes take took last lasts "
        + "lasted next past approximately roughly around nearly almost exceed exceeding following exactly "
        + "under only just to by",
      .beforeLength)
    add(
      words: "in during since by until till before after from through thru year years around circa early late mid "
        + "beginning ending throughout", .beforeYear)
    add(words: "年 月 日", .dateSign)
  }

  /// German, French, Spanish, Italian, Dutch, as far as they are no English words.
  private mutating func addForeignUnits() {
    let units: [(TimeWord, String, String)] = [
      (.day, "giorno día", "tage tagen jours dagen giorni días"),
      (.week, "woche semaine semana", "wochen semaines weken semanas settimane"),
      (.month, "monat maand", "monate monaten mois maanden meses mesi"),
      (.year, "jahr jaar année", "jahre jahren jaren années años anni"),
    ]
    for (unit, singular, plural) in units {
      for word in singular.split(separator: " ") { add(String(word), .time) { $0.time = unit } }
      for word in plural.split(separator: " ") { add(String(word), [.time, .plural]) { $0.time = unit } }
    }
  }

  private mutating func addMonths() {
    // English, German, French, Spanish, Italian, Dutch; abbreviations of all that are no common English word.
    let names = [
      "january jan januar janvier enero gennaio januari jänner janv",
      "february feb februar février febrero febbraio febr feb februari févr fevrier",
      "march mar märz mars marzo maart mär maerz mrz", "april apr avril abril aprile avr", "may mai mayo maggio mei",
      "june jun juni juin junio giugno", "july jul juli juillet julio luglio juil",
      "august aug août agosto augustus aout", "september sep sept septembre septiembre settembre",
      "october oct oktober octobre octubre ottobre okt", "november nov novembre noviembre",
      "december dec dezember décembre diciembre dicembre dez december decembre déc",
    ]
    for (index, words) in names.enumerated() {
      for word in words.split(separator: " ") { add(String(word), .month) { $0.month = Int8(index + 1) } }
    }
  }
}
