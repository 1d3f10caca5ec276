// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ValueRecognition

@Suite struct MoneyTests {
  @Test(arguments: signs + codes + names + words + scales + formats + restated + ranges + prose)
  func reads(_ example: Case) {
    #expect(Reading.values(example.text, .money) == example.values)
  }

  @Test(arguments: none)
  func findsNone(_ text: String) {
    #expect(Reading.values(text, .money) == [])
  }

  @Test func spansCountScalars() throws {
    let value = try #require(Reading.printed("Gebühr – 1.250,00 € jährlich").first)
    #expect(value.text == "1.250,00 €")
    #expect(value.start == 9)
    #expect(value.end == 19)
  }

  static let signs = [
    Case("$500", "500 ?"), Case("pays $ 500 now", "500 ?"), Case("£20", "20 GBP"), Case("€7.50", "7.5 EUR"),
    Case("US$900", "900 USD"),
    Case("US $900", "900 USD"), Case("U.S. $900", "900 USD"), Case("U.S.$900", "900 USD"), Case("$US 40", "40 USD"),
    Case("C$12", "12 CAD"), Case("CA$12", "12 CAD"), Case("CAD $12", "12 CAD"), Case("A$12", "12 AUD"),
    Case("AU$12", "12 AUD"),
    Case("NZ$12", "12 NZD"), Case("HK$12", "12 HKD"), Case("S$12", "12 SGD"), Case("NT$12", "12 TWD"),
    Case("R$12", "12 BRL"),
    Case("¥3000", "3000 JPY"), Case("₹750", "750 INR"), Case("₩5,000", "5000 KRW"), Case("₪40", "40 ILS"),
    Case("Rs. 450", "450 INR"), Case("Rs 450", "450 INR"), Case("Rs.450", "450 INR"), Case("450 kr", "450 ?"),
    Case("kr 450", "450 ?"),
    Case("30 zł", "30 PLN"), Case("Fr. 30", "30 ?"), Case("SFr. 30", "30 CHF"), Case("75¢", "0.75 ?"),
    Case("100$ fee", "100 ?"),
    Case("100 US$", "100 USD"), Case("80€", "80 EUR"), Case("80 €", "80 EUR"), Case("$.75", "0.75 ?"),
    Case("($40)", "-40 ?"), Case("MXN$ 400", "400 MXN"), Case("COP $9,000", "9000 COP"), Case("1,000円", "1000 JPY"),
  ]
  static let codes = [
    Case("USD 60", "60 USD"), Case("60 USD", "60 USD"), Case("USD60", "60 USD"), Case("usd 60", "60 USD"),
    Case("60USD", "60 USD"),
    Case("CHF 60.50", "60.5 CHF"), Case("60 EUR", "60 EUR"), Case("SEK 1 200", "1200 SEK"),
    Case("JPY 9,000", "9000 JPY"),
    Case("$60 USD", "60 USD"), Case("$60 (USD)", "60 USD"), Case("USD $60", "60 USD"), Case("EUR €60", "60 EUR"),
    Case("RMB 40", "40 CNY"),
    Case("THB 40", "40 THB"), Case("40 PHP", "40 PHP"), Case("AED 15,000", "15000 AED"),
  ]
  static let names = [
    Case("9 dollars", "9 ?"), Case("9 US dollars", "9 USD"), Case("9 U.S. dollars", "9 USD"),
    Case("9 United States Dollars", "9 USD"),
    Case("9 United States of America dollars", "9 USD"), Case("9 dollars of the United States of America", "9 USD"),
    Case("9 Canadian dollars", "9 CAD"), Case("9 Australian dollars", "9 AUD"), Case("9 New Zealand dollars", "9 NZD"),
    Case("9 Hong Kong dollars", "9 HKD"), Case("9 Singapore dollars", "9 SGD"), Case("9 euros", "9 EUR"),
    Case("9 euro", "9 EUR"),
    Case("9 pounds", "9 GBP"), Case("9 pounds sterling", "9 GBP"), Case("9 British pounds", "9 GBP"),
    Case("9 quid", "9 GBP"),
    Case("9 bucks", "9 ?"), Case("9 cents", "0.09 ?"), Case("9 pence", "0.09 GBP"), Case("9 Swiss francs", "9 CHF"),
    Case("9 yen", "9 JPY"),
    Case("9 Indian rupees", "9 INR"), Case("9 rupees", "9 INR"), Case("9 Swedish kronor", "9 SEK"),
    Case("9 Danish kroner", "9 DKK"),
    Case("9 Mexican pesos", "9 MXN"), Case("9 yuan", "9 CNY"), Case("9 rubles", "9 RUB"), Case("Dollars nine", "9 ?"),
    Case("US Dollars nine", "9 USD"), Case("a 9-dollar bill", "9 ?"),
  ]
  static let words = [
    Case("one hundred dollars", "100 ?"), Case("a hundred euros", "100 EUR"), Case("a thousand dollars", "1000 ?"),
    Case("forty-two thousand euros", "42000 EUR"), Case("one hundred and twenty-five thousand dollars", "125000 ?"),
    Case("three hundred sixty thousand two hundred and five dollars", "360205 ?"),
    Case("half a million euros", "500000 EUR"),
    Case("two and a half million pounds", "2500000 GBP"), Case("one point two million dollars", "1200000 ?"),
    Case("six dollars and forty cents", "6.4 ?"), Case("twelve hundred dollars", "1200 ?"),
    Case("US$ ninety thousand", "90000 USD"),
    Case("seven hundred and 00/100 dollars", "700 ?"), Case("seven hundred and 25/100 dollars", "700.25 ?"),
    Case("seven hundred and no/100 dollars", "700 ?"), Case("fifty cents", "0.5 ?"),
  ]
  static let scales = [
    Case("$3M", "3000000 ?"), Case("$3MM", "3000000 ?"), Case("$3.4m", "3400000 ?"), Case("$3 million", "3000000 ?"),
    Case("$3-million", "3000000 ?"), Case("$75K", "75000 ?"), Case("€75k", "75000 EUR"), Case("£2bn", "2000000000 GBP"),
    Case("£2 bn", "2000000000 GBP"), Case("$1.1B", "1100000000 ?"), Case("$2 trillion", "2000000000000 ?"),
    Case("3 billion dollars", "3000000000 ?"), Case("EUR 2.5 million", "2500000 EUR"),
    Case("2,5 Mio. EUR", "2500000 EUR"), Case("25 000 $ CA", "25000 CAD"),
    Case("CHF 1.5 Mio", "1500000 CHF"), Case("Rs 8 lakh", "800000 INR"), Case("Rs. 1.5 crore", "15000000 INR"),
    Case("₹3 lakh", "300000 INR"), Case("INR 2 crores", "20000000 INR"), Case("4 hundred dollars", "400 ?"),
  ]
  static let formats = [
    Case("$1,234,567.89", "1234567.89 ?"), Case("1.234.567,89 €", "1234567.89 EUR"),
    Case("EUR 1 234 567,89", "1234567.89 EUR"),
    Case("EUR 1\u{00A0}234\u{00A0}567", "1234567 EUR"), Case("1\u{202F}234,50 €", "1234.5 EUR"),
    Case("CHF 12'345.60", "12345.6 CHF"),
    Case("CHF 12’345.60", "12345.6 CHF"), Case("CHF 12'345.-", "12345 CHF"), Case("CHF 45.–", "45 CHF"),
    Case("₹12,34,567", "1234567 INR"),
    Case("€ 3,50", "3.5 EUR"), Case("€120.000", "120000 EUR"), Case("120.000 EUR", "120000 EUR"),
    Case("€120,000", "120000 EUR"),
    Case("$0.125", "0.125 ?"), Case("$0.00001", "0.00001 ?"), Case("$1,000.00", "1000 ?"),
  ]
  static let restated = [
    Case("20 Million Dollars ($20,000,000)", "20000000 ?"), Case("Forty Thousand Dollars ($40,000)", "40000 ?"),
    Case("forty thousand United States Dollars (US$40,000.00)", "40000 USD"),
    Case("forty thousand (40,000) euros", "40000 EUR"),
    Case("$40,000 (forty thousand dollars)", "40000 ?"),
    Case("one hundred thousand and 00/100 dollars ($100,000.00)", "100000 ?"),
    Case("Forty Thousand Dollars ($45,000)", "40000 ? words_and_figures_disagree"),
    Case("forty (45) euros", "40 EUR words_and_figures_disagree"),
    Case("US Dollars forty thousand (USD 40,000)", "40000 USD"),
    Case("$600 ($50 per month)", "600 ?", "50 ?"), Case("€1.2 million (€1,200,000)", "1200000 EUR"),
  ]
  static let ranges = [
    Case("$10-20", "10 ? conflicting_values", "20 ? conflicting_values"),
    Case("$10 to $20", "10 ? conflicting_values", "20 ? conflicting_values"),
    Case("between $10 and $20", "10 ? conflicting_values", "20 ? conflicting_values"),
    Case("$1-2 million", "1000000 ? conflicting_values", "2000000 ? conflicting_values"),
    Case("10-20 euros", "10 EUR conflicting_values", "20 EUR conflicting_values"),
    Case("$5K–$8K", "5000 ? conflicting_values", "8000 ? conflicting_values"),
    Case("from 10 to 20 dollars", "10 ? conflicting_values", "20 ? conflicting_values"),
  ]
  static let prose = [
    Case("Shares closed at $45.20, up $1.15 on the day.", "45.2 ?", "1.15 ?"),
    Case("the minister promised an extra 4.5 billion euros for roads", "4500000000 EUR"),
    Case("The fund is worth EUR 12,500 per Contract Year.", "12500 EUR"),
    Case("It costs 5 US dollars, not 6 Canadian dollars.", "5 USD", "6 CAD"),
    Case("Fee: $12,000.\nNext line", "12000 ?"), Case("a fee of twelve\nthousand dollars", "12000 ?"),
    Case("$100 $200", "100 ?", "200 ?"),
  ]
  static let none = [
    "100 pounds of flour", "Section 5 US export law", "version 3.2.1", "won 5 games", "Year 4 $[***]",
    "rule 10 all parties",
    "5 try again", "A 500",
    "40 per cent", "$", "the $ sign", "dollars", "pay in euros", "R 2 D 2", "Try 5 times",
  ]
}
