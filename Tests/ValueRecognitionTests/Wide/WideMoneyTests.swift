// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ValueRecognition

/// Money as news, contracts, invoices and speech word it.
@Suite struct WideMoneyTests {
  @Test(arguments: negative + scaled + regional + nations + news + spoken + doubtful + bare)
  func reads(_ example: Case) {
    #expect(Reading.values(example.text, .money) == example.values)
  }

  @Test(arguments: none)
  func findsNone(_ text: String) {
    #expect(Reading.values(text, .money) == [])
  }

  static let negative = [
    Case("-$640.00", "-640 ?"), Case("($640.00)", "-640 ?"), Case("$(640.00)", "-640 ?"), Case("$-640", "-640 ?"),
    Case("-640 EUR", "-640 EUR"), Case("USD -640.00", "-640 USD"), Case("a credit of -$1,640.00 applies", "-1640 ?"),
    Case("\u{2212}€75", "-75 EUR"), Case("-US$75", "-75 USD"), Case("(EUR 75.00)", "-75 EUR"),
    Case("minus five dollars", "-5 ?"), Case("negative $5", "-5 ?"), Case("ten minus five dollars", "5 ?"),
    Case("$15 K", "15000 ?"), Case("up to $15 K per year", "15000 ?"), Case("$15 K Street", "15 ?"),
    Case("the fee ($640) is due", "640 ?"), Case("- $75 off", "75 ?"),
    Case("$75-$90", "75 ? conflicting_values", "90 ? conflicting_values"),
    Case("forty dollars ($40)", "40 ?"), Case("pre-$75 price", "75 ?"),
  ]
  static let scaled = [
    Case("T€ 35", "35000 EUR"), Case("35 T€", "35000 EUR"), Case("35 k EUR", "35000 EUR"),
    Case("k EUR 35", "35000 EUR"),
    Case("TEUR 35", "35000 EUR"), Case("35 TEUR", "35000 EUR"), Case("kUSD 80", "80000 USD"),
    Case("3 Mio. €", "3000000 EUR"),
    Case("35 Tsd. EUR", "35000 EUR"), Case("€35k", "35000 EUR"), Case("35k€", "35000 EUR"),
    Case("MEUR 2.4", "2400000 EUR"),
    Case("USD 2.4mn", "2400000 USD"), Case("Rs 3,000 crore", "30000000000 INR"), Case("INR 4.5 lakhs", "450000 INR"),
    Case("Plan T €35", "35 EUR"), Case("Option K EUR 35", "35 EUR"), Case("2,4 Millionen Euro", "2400000 EUR"),
  ]
  static let regional = [
    Case("R 17 250,00", "17250 ZAR"), Case("R17,250.00", "17250 ZAR"), Case("R1.5 million", "1500000 ZAR"),
    Case("17 250 rand", "17250 ZAR"),
    Case("€ 317 250,00", "317250 EUR"), Case("317 250,00 €", "317250 EUR"), Case("CHF 17'250.50", "17250.5 CHF"),
    Case("Rs. 1,75,000/-", "175000 INR"), Case("US dollars 5 million", "5000000 USD"),
    Case("DKK 17.250,50", "17250.5 DKK"),
    Case("KWD 12.500", "12.5 KWD"), Case("17.250,- EUR", "17250 EUR"), Case("S$17,250", "17250 SGD"),
    Case("17 250 kr", "17250 ?"),
  ]
  static let nations = [
    Case("80 Israeli shekels", "80 ILS"), Case("80 Turkish lira", "80 TRY"), Case("80 lira", "80 TRY"),
    Case("8,000 South Korean won", "8000 KRW"), Case("8,000 Korean won", "8000 KRW"),
    Case("80 South African rand", "80 ZAR"), Case("80 Moroccan dirhams", "80 MAD"), Case("80 UAE dirhams", "80 AED"),
    Case("80 Qatari riyals", "80 QAR"), Case("80 riyals", "80 SAR"), Case("80 Kuwaiti dinars", "80 KWD"),
    Case("80 dinars", "80 ?"), Case("80 Kenyan shillings", "80 KES"), Case("80 Lebanese pounds", "80 LBP"),
    Case("80 Czech crowns", "80 CZK"), Case("80 Polish zlotys", "80 PLN"), Case("80 Thai baht", "80 THB"),
    Case("80 Romanian lei", "80 RON"), Case("80 Hong Kong dollars", "80 HKD"), Case("80 New Zealand dollars", "80 NZD"),
    Case("80 euro cents", "0.8 EUR"), Case("80 US cents", "0.8 USD"),
  ]
  static let news = [
    Case("Shares rose 12 cents to $8.31", "0.12 ?", "8.31 ?"), Case("a $2.5-billion takeover", "2500000000 ?"),
    Case("1.3 billion yuan ($190 million)", "1300000000 CNY", "190000000 ?"), Case("nearly £3bn", "3000000000 GBP"),
    Case("sold for a record 110 million dollars", "110000000 ?"), Case("oil at $71.40 a barrel", "71.4 ?"),
    Case("profit of EUR1.2bn", "1200000000 EUR"), Case("fined 500,000 euros", "500000 EUR"),
    Case("the $15-an-hour wage", "15 ?"),
    Case("a five-million-dollar grant", "5000000 ?"),
    Case("US$1.2m-1.5m", "1200000 USD conflicting_values", "1500000 USD conflicting_values"),
  ]
  static let spoken = [
    Case("twenty-two thousand five hundred dollars", "22500 ?"), Case("a quarter of a million dollars", "250000 ?"),
    Case("ninety-nine cents", "0.99 ?"), Case("a dollar and forty cents", "1.4 ?"),
    Case("a euro and ten cents", "1.1 EUR"), Case("a million and ten cents", "10000.1 ?"),
    Case("nine hundred dollars and 45/100", "900.45 ?"), Case("minus 80 dollars", "-80 ?"),
    Case("three dollars fifty cents", "3.5 ?"), Case("half a billion euros", "500000000 EUR"),
    Case("two dozen euros", "24 EUR"),
    Case("one point five million pounds", "1500000 GBP"), Case("a hundred bucks", "100 ?"),
  ]
  static let doubtful = [
    Case("EUR 2.000.00", "2000 EUR ambiguous_number"), Case("$2,000,00", "2000 ? ambiguous_number"),
    Case("$1,250.00 and $120.000", "1250 ?", "120000 ? ambiguous_number"),
    Case("$1,250.00 and $12.345", "1250 ?", "12.345 ?"),
    Case("0.00 EUR and 15.000 EUR", "0 EUR", "15000 EUR ambiguous_number"),
  ]
  static let bare = [
    Case("75K", "75000 ?"), Case("317 250,00", "317250 ?"), Case("a budget of 75K", "75000 ?"),
    Case("a 75K adoption fund", "75000 ?"),
    Case("worth 1.2M", "1200000 ?"), Case("75K messages"), Case("36M"), Case("18m"), Case("a 10K race"),
    Case("401k plan"), Case("Form 10-K"),
  ]
  static let none = [
    "Type R 1,000 seats", "R 2 D 2", "R&D 1,200.00", "Appendix R 12", "2.000.00", "Section 1.2.00", "4K display",
    "75K users",
    "won 500 games", "80 leva", "a Turkish 80", "5 all", "100 T cells", "a 5 k run", "Boeing 747",
    "IBAN DE12 5001 0517 0648 4898 90",
    "+44 20 7946 0958",
  ]
}
