// SPDX-License-Identifier: GPL-3.0-or-later

extension LexiconBuilder {
  /// Words of numbers and ordinals.
  mutating func addNumbers() {
    let units = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    for (value, word) in units.enumerated() { add(word, .cardinal) { $0.number = Int32(value) } }
    add("fourty", .tens) { $0.number = 40 }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, word) in tens.enumerated() { add(word, .tens) { $0.number = Int32(index + 2) * 10 } }
    let ordinals = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
      "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
      "twentieth",
    ]
    for (index, word) in ordinals.enumerated() { add(word, .ordinal) { $0.ordinal = Int32(index + 1) } }
    add("thirtieth", .ordinal) { $0.ordinal = 30 }
    add("hundred", .hundred)
    addScales()
    for (word, thousandths) in [
      ("½", 500), ("¼", 250), ("¾", 750), ("⅛", 125), ("⅜", 375), ("⅝", 625), ("⅞", 875), ("⅕", 200), ("⅖", 400),
      ("⅗", 600), ("⅘", 800),
    ] {
      add(word, .fractionSign) { $0.thousandths = Int16(thousandths) }
    }
    add("half", .half)
    add("halves", .half)
    for (word, value) in [("dozen", 12), ("couple", 2), ("pair", 2), ("dozens", 12)] {
      add(word, .dozen) { $0.number = Int32(value) }
    }
    add(words: "a an", .article)
    add(words: "st nd rd th", .ordinalSuffix)
  }

  private mutating func addScales() {
    let scales: [(String, Int8)] = [
      ("thousand", 3), ("thousands", 3), ("million", 6), ("millions", 6), ("billion", 9), ("billions", 9),
      ("trillion", 12), ("trillions", 12), ("lakh", 5), ("lakhs", 5), ("lac", 5), ("lacs", 5), ("crore", 7),
      ("crores", 7), ("mio", 6), ("mrd", 9), ("bn", 9), ("mn", 6), ("mln", 6), ("bln", 9), ("tn", 12), ("mil", 6),
      ("tsd", 3), ("millionen", 6), ("milliarden", 9), ("milliards", 9), ("miljoen", 6), ("miljard", 9),
    ]
    for (word, scale) in scales { add(word, .scale) { $0.scale = scale } }
    let glued: [(String, Int8)] = [
      ("k", 3), ("m", 6), ("mm", 6), ("b", 9), ("bn", 9), ("mn", 6), ("t", 12), ("cr", 7), ("l", 5), ("mio", 6),
      ("mrd", 9), ("tn", 12), ("mln", 6), ("bln", 9), ("mil", 6),
    ]
    for (word, scale) in glued { add(word, .gluedScale) { $0.scale = scale } }
  }
}
