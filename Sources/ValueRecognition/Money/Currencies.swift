// SPDX-License-Identifier: GPL-3.0-or-later

/// A sign or name that several currencies share.
public enum CurrencySign: String, Sendable, Hashable, CaseIterable {
  case dollar, krone, yen, franc, peso, pound, rupee, dirham, riyal, dinar, lira, shilling

  /// ISO 4217 codes that it may mean.
  public var codes: Set<String> {
    switch self {
    case .dollar: ["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "JMD", "TTD", "BBD", "BZD", "FJD", "NAD", "BSD"]
    case .krone: ["SEK", "NOK", "DKK", "ISK", "CZK"]
    case .yen: ["JPY", "CNY"]
    case .franc: ["CHF", "XOF", "XAF", "XPF"]
    case .peso: ["MXN", "ARS", "CLP", "COP", "PHP", "UYU", "DOP"]
    case .pound: ["GBP", "EGP", "LBP", "SYP"]
    case .rupee: ["INR", "PKR", "LKR", "NPR", "MUR"]
    case .dirham: ["AED", "MAD"]
    case .riyal: ["SAR", "QAR", "OMR", "YER", "IRR"]
    case .dinar: ["KWD", "BHD", "JOD", "TND", "IQD", "DZD", "RSD"]
    case .lira: ["TRY"]
    case .shilling: ["KES", "TZS", "UGX"]
    }
  }

  /// The sign that each code may be written with.
  static let byCode: [String: CurrencySign] = {
    var signs: [String: CurrencySign] = [:]
    for sign in allCases {
      for code in sign.codes { signs[code] = sign }
    }
    return signs
  }()

  /// What it means where a document says nothing else; nil where that would be a guess.
  var usual: String? {
    switch self {
    case .yen: "JPY"
    case .pound: "GBP"
    case .rupee: "INR"
    case .dirham: "AED"
    case .riyal: "SAR"
    case .lira: "TRY"
    default: nil
    }
  }
}

/// What a sign, code or name says of a currency: a code, or a sign that several share.
struct CurrencyReading: Sendable, Hashable {
  var code: String?
  var sign: CurrencySign?
  /// Cents, pence: hundredths.
  var isMinor = false
  /// A code that is an English word in small letters: read only in capitals.
  var needsCapitals = false
  /// A code, not a name: may stand before the amount.
  var mayPrecede = true
  /// May stand behind the amount.
  var mayFollow = true
  /// Ten to the power is what the amount counts: 3 for `TEUR`.
  var power = 0
  /// `R`: a letter that is a currency only before a figure written as money is.
  var needsMoneyShape = false

  /// The one that says more.
  func joined(_ other: CurrencyReading) -> CurrencyReading { code != nil ? self : other.code != nil ? other : self }
}

/// Whose currency: the code for each name that several share.
struct Nation: Sendable, Hashable {
  var codes: [CurrencySign: String]
  /// May stand glued before a sign: `US$`, `C$`.
  var isPrefix = false
  /// The code of its own currency, by whatever name: `Thai baht`, `Saudi riyals`.
  var own: String?
  /// The second word of a name of two: `Hong Kong`, `South African`.
  var isSecond = false
}

extension LexiconBuilder {
  mutating func addCurrencies() {
    addCodes()
    addSigns()
    addNames()
    addNations()
  }

  private mutating func currency(_ word: String, _ reading: CurrencyReading) {
    let id = add(word, .currency)
    currencies[id] = reading
  }

  private mutating func addCodes() {
    // Read in small letters too.
    for code in "usd eur gbp chf cad aud jpy inr nzd hkd sgd sek nok dkk cny rmb pln zar brl mxn aed czk huf".split(
      separator: " ")
    {
      let name = code == "rmb" ? "CNY" : code.uppercased()
      currency(String(code), CurrencyReading(code: name))
    }
    let rest =
      "AFN ALL AMD ARS AZN BAM BBD BDT BGN BHD BND BOB BSD BWP BYN BZD CLP COP CRC DOP DZD EGP ETB FJD GEL GHS GTQ HNL HRK "
      + "IDR ILS IQD IRR ISK JMD JOD KES KHR KRW KWD KZT LBP LKR LTL LVL MAD MDL MKD MMK MNT MOP MUR MYR NAD NGN NIO NPR OMR "
      + "PAB PEN PGK PHP PKR PYG QAR RON RSD RUB RWF SAR SYP THB TND TRY TTD TWD TZS UAH UGX UYU UZS VES VND XAF XOF XPF YER ZMW"
    for code in rest.split(separator: " ") {
      currency(String(code), CurrencyReading(code: String(code), needsCapitals: true))
    }
  }

  private mutating func addSigns() {
    for (sign, code) in [
      ("€", "EUR"), ("₹", "INR"), ("₩", "KRW"), ("₽", "RUB"), ("₺", "TRY"), ("₪", "ILS"), ("฿", "THB"), ("₫", "VND"),
      ("₦", "NGN"), ("₴", "UAH"), ("₱", "PHP"), ("₡", "CRC"), ("₲", "PYG"), ("₵", "GHS"), ("₸", "KZT"), ("£", "GBP"),
    ] {
      currency(sign, CurrencyReading(code: code))
    }
    currency("$", CurrencyReading(sign: .dollar))
    currency("＄", CurrencyReading(sign: .dollar))
    currency("¥", CurrencyReading(sign: .yen))
    currency("￥", CurrencyReading(sign: .yen))
    currency("￡", CurrencyReading(code: "GBP"))
    currency("円", CurrencyReading(code: "JPY", mayPrecede: false))
    currency("元", CurrencyReading(code: "CNY", mayPrecede: false))
    currency("¢", CurrencyReading(sign: .dollar, isMinor: true, mayPrecede: false))
    currency("rs", CurrencyReading(sign: .rupee, mayFollow: false))
    currency("re", CurrencyReading(sign: .rupee, needsCapitals: true, mayPrecede: false, mayFollow: false))
    currency("kr", CurrencyReading(sign: .krone))
    currency("zł", CurrencyReading(code: "PLN"))
    currency("kč", CurrencyReading(code: "CZK"))
    currency("ft", CurrencyReading(code: "HUF", needsCapitals: true, mayPrecede: false, mayFollow: false))
    currency("sfr", CurrencyReading(code: "CHF"))
    currency("r", CurrencyReading(code: "ZAR", needsCapitals: true, mayFollow: false, needsMoneyShape: true))
    for (prefix, power) in [("t", 3), ("k", 3), ("m", 6), ("mio", 6), ("mn", 6)] {
      for code in ["eur", "usd", "chf", "gbp"] {
        currency(prefix + code, CurrencyReading(code: code.uppercased(), power: power))
      }
    }
    currency("fr", CurrencyReading(sign: .franc, mayFollow: false))
  }

  private mutating func addNames() {
    func name(_ words: String, _ reading: CurrencyReading) {
      for word in words.split(separator: " ") { currency(String(word), reading) }
    }
    func code(_ code: String) -> CurrencyReading { CurrencyReading(code: code, mayPrecede: false) }
    func sign(_ sign: CurrencySign) -> CurrencyReading { CurrencyReading(sign: sign, mayPrecede: false) }
    name("dollar dollars buck bucks", sign(.dollar))
    name("euro euros", CurrencyReading(code: "EUR"))
    name("quid sterling", code("GBP"))
    name("pound pounds", sign(.pound))
    name("yen", code("JPY"))
    name("yuan renminbi", code("CNY"))
    name("rupee rupees", CurrencyReading(sign: .rupee))
    name("franc francs franken", sign(.franc))
    name("krona kronor krone kroner kronur koruna korun crowns", sign(.krone))
    name("peso pesos", sign(.peso))
    name("rouble roubles ruble rubles", code("RUB"))
    name("won", CurrencyReading(code: "KRW", mayPrecede: false, mayFollow: false))
    name("rand rands", code("ZAR"))
    name("shekel shekels", code("ILS"))
    name("dirham dirhams", sign(.dirham))
    name("riyal riyals rial rials", sign(.riyal))
    name("dinar dinars", sign(.dinar))
    name("shilling shillings", sign(.shilling))
    name("ringgit", code("MYR"))
    name("baht", code("THB"))
    name("zloty zlotys złoty złotych", code("PLN"))
    name("forint forints", code("HUF"))
    name("reais", code("BRL"))
    name("lira liras", sign(.lira))
    name("naira", code("NGN"))
    name("hryvnia hryvnias", code("UAH"))
    name("rupiah rupiahs", code("IDR"))
    name("dong", CurrencyReading(code: "VND", mayPrecede: false, mayFollow: false))
    name("leu lei", CurrencyReading(code: "RON", mayPrecede: false, mayFollow: false))
    name("lev leva", CurrencyReading(code: "BGN", mayPrecede: false, mayFollow: false))
    name("tenge", code("KZT"))
    name("cedi cedis", code("GHS"))
    name("taka", code("BDT"))
    name("cent cents", CurrencyReading(sign: .dollar, isMinor: true, mayPrecede: false))
    name("penny pence", CurrencyReading(code: "GBP", isMinor: true, mayPrecede: false))
    name("paise", CurrencyReading(code: "INR", isMinor: true, mayPrecede: false))
  }

  private mutating func addNations() {
    func nation(_ words: String, _ codes: [CurrencySign: String], prefix: Bool = false, second: Bool = false) {
      for word in words.split(separator: " ") {
        nations[add(String(word), .nation)] = Nation(
          codes: codes, isPrefix: prefix, own: codes.values.first, isSecond: second)
      }
    }
    func own(_ words: String, _ code: String, second: Bool = false) {
      for word in words.split(separator: " ") {
        nations[add(String(word), .nation)] = Nation(codes: [:], own: code, isSecond: second)
      }
    }
    nation("us", [.dollar: "USD"], prefix: true)
    nation("usa american states america", [.dollar: "USD"])
    nation("c ca can cdn", [.dollar: "CAD"], prefix: true)
    nation("canadian canada", [.dollar: "CAD"])
    nation("a au", [.dollar: "AUD"], prefix: true)
    nation("australian australia", [.dollar: "AUD"])
    nation("nz", [.dollar: "NZD"], prefix: true)
    nation("zealand", [.dollar: "NZD"], second: true)
    nation("hk", [.dollar: "HKD"], prefix: true)
    nation("kong", [.dollar: "HKD"], second: true)
    nation("s sg", [.dollar: "SGD"], prefix: true)
    nation("singapore singaporean", [.dollar: "SGD"])
    nation("nt", [.dollar: "TWD"], prefix: true)
    nation("taiwan taiwanese", [.dollar: "TWD"])
    nation("mx mex", [.dollar: "MXN"], prefix: true)
    nation("mexican", [.peso: "MXN"])
    nation("philippine", [.peso: "PHP"])
    nation("argentine argentinian", [.peso: "ARS"])
    nation("chilean", [.peso: "CLP"])
    nation("colombian", [.peso: "COP"])
    nation("r", [.dollar: "BRL"], prefix: true)
    nation("j ja", [.dollar: "JMD"], prefix: true)
    nation("tt", [.dollar: "TTD"], prefix: true)
    nation("jamaican", [.dollar: "JMD"])
    nation("british uk", [.pound: "GBP"])
    nation("egyptian", [.pound: "EGP"])
    nation("indian", [.rupee: "INR"])
    nation("pakistani", [.rupee: "PKR"])
    nation("swiss", [.franc: "CHF"])
    nation("swedish", [.krone: "SEK"])
    nation("norwegian", [.krone: "NOK"])
    nation("danish", [.krone: "DKK"])
    nation("icelandic", [.krone: "ISK"])
    nation("czech", [.krone: "CZK"])
    nation("japanese", [.yen: "JPY"])
    nation("chinese", [.yen: "CNY"])
    for (words, code) in [
      ("algerian", "DZD"), ("bahraini", "BHD"), ("bangladeshi", "BDT"), ("brazilian", "BRL"), ("bulgarian", "BGN"),
      ("emirati uae", "AED"), ("ghanaian", "GHS"), ("hungarian", "HUF"), ("indonesian", "IDR"), ("iranian", "IRR"),
      ("iraqi", "IQD"), ("israeli", "ILS"), ("jordanian", "JOD"), ("kazakh kazakhstani", "KZT"), ("kenyan", "KES"),
      ("kuwaiti", "KWD"), ("lebanese", "LBP"), ("malaysian", "MYR"), ("moroccan", "MAD"), ("nepalese", "NPR"),
      ("nigerian", "NGN"), ("omani", "OMR"), ("polish", "PLN"), ("qatari", "QAR"), ("romanian", "RON"),
      ("russian", "RUB"), ("saudi", "SAR"), ("serbian", "RSD"), ("syrian", "SYP"), ("tanzanian", "TZS"),
      ("thai", "THB"), ("tunisian", "TND"), ("turkish", "TRY"), ("ugandan", "UGX"), ("ukrainian", "UAH"),
      ("uruguayan", "UYU"), ("vietnamese", "VND"), ("yemeni", "YER"),
    ] { own(words, code) }
    own("korean", "KRW", second: true)
    own("african", "ZAR", second: true)
    own("lankan", "LKR", second: true)
    own("dominican", "DOP")
  }
}
