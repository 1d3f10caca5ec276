// SPDX-License-Identifier: GPL-3.0-or-later

extension LexiconBuilder {
  /// Things that are counted, with their singular names; a second list holds the units of physics and computing.
  mutating func addNouns() {
    for word in Self.regular.split(separator: " ") { noun(String(word), plural: String(word) + "s") }
    for word in Self.sibilant.split(separator: " ") { noun(String(word), plural: String(word) + "es") }
    for word in Self.ending.split(separator: " ") { noun(String(word) + "y", plural: String(word) + "ies") }
    for word in "pack package bundle block".split(separator: " ") {
      for form in [String(word), word + "s"] { add(form, .packing) { $0.isPack = true } }
    }
    add(
      words: "set sets lot lots batch batches tranche tranches unit units box boxes book books booklet booklets",
      .packing)
    for word in "person man woman consultant staff fte resource expert engineer developer adviser advisor".split(
      separator: " ")
    {
      add(String(word), []) { $0.doer = .worker }
    }
    for word in "participant attendee student delegate learner trainee seat".split(separator: " ") {
      add(String(word), []) { $0.doer = .learner }
    }
    for (name, spellings) in Self.measures {
      for word in spellings.split(separator: " ") { measure(String(word), name) }
    }
  }

  private mutating func noun(_ singular: String, plural: String) {
    let index = number(of: singular)
    add(singular, .noun) { $0.noun = index }
    add(plural, [.noun, .plural]) { $0.noun = index }
  }

  private mutating func measure(_ word: String, _ name: String) {
    let index = number(of: name)
    add(word, [.noun, .plural]) {
      $0.noun = index
      $0.isMeasure = true
    }
  }

  private mutating func number(of name: String) -> Int16 {
    if let known = nounIndex[name] { return known }
    let index = Int16(nouns.count)
    nouns.append(name)
    nounIndex[name] = index
    return index
  }

  static let regular =
    "credit seat exam voucher session call user license licence unit message token request dbu order conversation action "
    + "place course attempt hour month tenant instance environment org transaction subscription accelerator workshop "
    + "ticket device server node core record contact employee agent attendee participant student learner delegate "
    + "certification app application project site store location domain mailbox account admin administrator "
    + "member run job invocation execution minute document page report share email sms "
    + "workflow bot connector endpoint container cluster database lead campaign event consultant engineer developer "
    + "expert badge subscriber vcpu cpu gpu flow prompt model image person-day man-day "
    + "person-hour man-hour incident interaction profile row dashboard workspace portal "
    + "guest pack bundle block deliverable milestone review consultation webinar bootcamp lab room night mile"
  static let sibilant = "class pass sandbox inbox"
  static let ending = "quer repositor facult"

  /// Units of physics and computing: singular name and spellings.
  static let measures: [(String, String)] = [
    ("gb", "gb gigabyte gigabytes gigs gib"), ("tb", "tb terabyte terabytes tib"), ("mb", "mb megabyte megabytes mib"),
    ("pb", "pb petabyte petabytes"), ("kb", "kb kilobyte kilobytes"), ("byte", "byte bytes"),
    ("gbps", "gbps"), ("mbps", "mbps"), ("km", "km kms kilometer kilometers kilometre kilometres"),
    ("metre", "metre metres meter meters"), ("cm", "cm centimeter centimeters centimetre centimetres"),
    ("mm", "millimeter millimeters millimetre millimetres"), ("mile", "mile miles mi"), ("foot", "foot feet ft"),
    ("inch", "inch inches"), ("yard", "yard yards yd yds"), ("acre", "acre acres"), ("hectare", "hectare hectares ha"),
    ("kg", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"), ("g", "gram grams gramme grammes"),
    ("mg", "mg milligram milligrams"), ("lb", "lb lbs"), ("ounce", "ounce ounces oz"), ("tonne", "tonne tonnes"),
    ("ton", "ton tons"), ("litre", "litre litres liter liters"),
    ("ml", "ml milliliter milliliters millilitre millilitres"),
    ("gallon", "gallon gallons gal"), ("pint", "pint pints"), ("barrel", "barrel barrels bbl"), ("cup", "cup cups"),
    ("kwh", "kwh"), ("mwh", "mwh"), ("kw", "kw kilowatt kilowatts"), ("mw", "mw megawatt megawatts"),
    ("watt", "watt watts"), ("mph", "mph"), ("square foot", "sqft"), ("degree", "degree degrees"),
  ]
}
