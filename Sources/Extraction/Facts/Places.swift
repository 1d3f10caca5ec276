// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of states, provinces and countries whose law contracts choose, with the adjectives that stand for them.
enum Places {
  /// By the words in lower case, the place's name.
  static let byWords: [String: String] = {
    var places: [String: String] = [:]
    for name in names { places[name.lowercased()] = name }
    for (word, name) in adjectives { places[word] = name }
    return places
  }()

  /// The words that names begin with.
  static let openers = WordSet(byWords.keys.compactMap { $0.split(separator: " ").first.map(String.init) })

  /// Whether one word names a state of the United States.
  static func isState(_ word: String) -> Bool { stateWords.contains(word) }

  private static let stateWords = Set(states.split(separator: ",").map { $0.lowercased() })

  /// The longest name in words.
  static let longest = 6

  private static let names: [String] =
    states.split(separator: ",").map(String.init) + provinces.split(separator: ",").map(String.init)
    + countries.split(separator: ",").map(String.init)

  private static let states =
    "Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,"
    + "Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,"
    + "Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,New York,North Carolina,North Dakota,Ohio,Oklahoma,"
    + "Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,Washington,"
    + "West Virginia,Wisconsin,Wyoming,District of Columbia,Puerto Rico,Guam"

  private static let provinces =
    "Alberta,British Columbia,Manitoba,New Brunswick,Newfoundland and Labrador,Nova Scotia,Ontario,Prince Edward Island,"
    + "Quebec,Saskatchewan,Yukon,New South Wales,Victoria,Queensland,South Australia,Western Australia,Tasmania,"
    + "Northern Territory,Australian Capital Territory,England and Wales,England,Scotland,Wales,Northern Ireland,"
    + "Hong Kong,Jersey,Guernsey,Isle of Man,Bermuda,Cayman Islands,British Virgin Islands,Gibraltar,Bavaria,Zurich,"
    + "Geneva,Dubai,Abu Dhabi"

  private static let countries =
    "Argentina,Australia,Austria,Bahamas,Bahrain,Bangladesh,Barbados,Belgium,Belize,Bolivia,Brazil,Bulgaria,Canada,Chile,"
    + "China,Colombia,Costa Rica,Croatia,Cyprus,Czech Republic,Denmark,Dominican Republic,Ecuador,Egypt,Estonia,Finland,"
    + "France,Germany,Ghana,Greece,Hungary,Iceland,India,Indonesia,Ireland,Israel,Italy,Jamaica,Japan,Jordan,Kazakhstan,"
    + "Kenya,Korea,South Korea,Kuwait,Latvia,Lebanon,Liechtenstein,Lithuania,Luxembourg,Macau,Malaysia,Malta,Mauritius,"
    + "Mexico,Monaco,Morocco,Netherlands,New Zealand,Nigeria,Norway,Oman,Pakistan,Panama,Peru,Philippines,Poland,"
    + "Portugal,Qatar,Romania,Russia,Saudi Arabia,Serbia,Singapore,Slovakia,Slovenia,South Africa,Spain,Sri Lanka,Sweden,"
    + "Switzerland,Taiwan,Thailand,Tunisia,Turkey,Ukraine,United Arab Emirates,United Kingdom,United States,"
    + "United States of America,Uruguay,Venezuela,Vietnam,People's Republic of China"

  private static let adjectives: [(String, String)] = [
    ("swiss", "Switzerland"), ("english", "England"), ("norwegian", "Norway"), ("german", "Germany"),
    ("french", "France"), ("dutch", "Netherlands"), ("irish", "Ireland"), ("italian", "Italy"), ("spanish", "Spain"),
    ("austrian", "Austria"), ("belgian", "Belgium"), ("danish", "Denmark"), ("swedish", "Sweden"),
    ("finnish", "Finland"), ("polish", "Poland"), ("portuguese", "Portugal"), ("japanese", "Japan"),
    ("israeli", "Israel"), ("scottish", "Scotland"), ("scots", "Scotland"), ("chinese", "China"),
    ("australian", "Australia"), ("canadian", "Canada"), ("indian", "India"), ("brazilian", "Brazil"),
    ("mexican", "Mexico"), ("korean", "Korea"), ("californian", "California"), ("texan", "Texas"),
    ("québec", "Quebec"), ("prc", "China"), ("p.r.c", "China"), ("peoples republic of china", "China"),
    ("the netherlands", "Netherlands"), ("usa", "United States"), ("uk", "United Kingdom"), ("zürich", "Zurich"),
    ("luxemburg", "Luxembourg"), ("hellenic republic", "Greece"), ("republic of korea", "Korea"),
    ("russian federation", "Russia"), ("the bahamas", "Bahamas"), ("n.y", "New York"),
  ]
}
