// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Testing

@testable import ValueRecognition

@Suite struct NumberTests {
  @Test(arguments: words + figures + restated)
  func reads(_ example: Case) {
    #expect(Reading.numbers(example.text) == example.values)
  }

  @Test(arguments: [
    "4.2.1", "v2", "SOC-2", "Q1", "10:30", "1st", "22nd", "3rd", "anyone", "one-time", "and/5", "a_5", "3D", "1,2,3",
    "1,23,45", "1.23.456", "12'34",
    "first", "twenty-first", "half",
  ])
  func findsNone(_ text: String) {
    #expect(Reading.numbers(text) == [])
  }

  @Test(arguments: ["7", "7,", "7.", "7'", "1 "])
  func survivesAbsurdLengths(_ part: String) {
    let text = String(repeating: part, count: 10_000) + "1 USD million billion % days"
    _ = Reading.values(text)
    _ = Reading.values("$" + text)
  }

  @Test(arguments: [
    "one hundred ", "thousand ", "one million ", "and ", "a ", "half a ", "(", "$", "US $ ", "twenty-",
    "each of the first ", "per ", "5-", "5/", "May ",
    "1 year and ", "5 % (", "five (5) ", "____", "USD ", "5 business ", "twenty (", ".", "-",
  ])
  func staysLinear(_ part: String) {
    // Four thousand repetitions must be a matter of milliseconds; the suite hangs where they are not.
    _ = Reading.values(String(repeating: part, count: 4_000))
  }

  static let words = [
    Case("one", "1"), Case("nineteen", "19"), Case("twenty-five", "25"), Case("twenty five", "25"),
    Case("one hundred", "100"),
    Case("one hundred and five", "105"), Case("one hundred twenty-five", "125"),
    Case("two thousand and fourteen", "2014"),
    Case("one hundred and twenty-five thousand", "125000"), Case("one million two hundred thousand", "1200000"),
    Case("one million, two hundred thousand", "1200000"),
    Case("nine hundred ninety-nine thousand nine hundred ninety-nine", "999999"),
    Case("a hundred", "100"), Case("a dozen", "12"), Case("two dozen", "24"), Case("half a dozen", "6"),
    Case("half a million", "500000"),
    Case("two and a half", "2.5"), Case("two and a half million", "2500000"), Case("three and three quarters", "3.75"),
    Case("one-half", "0.5"),
    Case("two point five", "2.5"), Case("zero", "0"), Case("one two", "1", "2"), Case("five and six", "5", "6"),
    Case("twelve hundred", "1200"),
    Case("two lakh fifty thousand", "250000"), Case("three crore", "30000000"), Case("FORTY-TWO", "42"),
    Case("a couple", "2"), Case("thirty\nfive", "35"),
  ]
  static let figures = [
    Case("7", "7"), Case("1,250", "1250"), Case("1,250.75", "1250.75"), Case("1.250,75", "1250.75"),
    Case("1'250.75", "1250.75"), Case("12,34,567", "1234567"),
    Case("1.250.000", "1250000"), Case("0.125", "0.125"), Case("2,5", "2.5"), Case("50K", "50000"),
    Case("1.2M", "1200000"), Case("3 bn", "3000000000"),
    Case("3 million", "3000000"), Case("1 250 000", "1250000"), Case("1\u{2009}250", "1250"), Case("2½", "2.5"),
    Case("2 1/2", "2.5"), Case("¾", "0.75"),
    Case("120.000", "120000 ambiguous_number"), Case("12.345", "12.345 ambiguous_number"),
    Case("1,250.00 and 120.000", "1250", "120"),
    Case("1.250.000 and 120.000", "1250000", "120000"), Case("007", "7"),
    Case("12345678901234567890", "12345678901234567890"),
  ]
  static let restated = [
    Case("one hundred (100)", "100"), Case("100 (one hundred)", "100"), Case("(100) one hundred", "100"),
    Case("one hundred [100]", "100"),
    Case("one hundred (110)", "100 words_and_figures_disagree"),
    Case("110 (one hundred)", "100 words_and_figures_disagree"), Case("twelve - (12)", "12", "12"),
    Case("fifty thousand (50,000)", "50000"), Case("fifty thousand (50.000)", "50000"), Case("fifty (50", "50", "50"),
    Case("five (a)", "5"),
  ]
}
