// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import ValueRecognition

@Suite struct PercentTests {
  @Test(arguments: cases)
  func reads(_ example: Case) {
    #expect(Reading.values(example.text, .percent) == example.values)
  }

  static let cases = [
    Case("8%", "8%"), Case("8 %", "8%"), Case("8.25%", "8.25%"), Case("8,25 %", "8.25%"), Case("8 percent", "8%"),
    Case("8 per cent", "8%"),
    Case("8 per cent. of it", "8%"), Case("8 pct", "8%"), Case("eight percent", "8%"), Case("Eight Percent", "8%"),
    Case("eight per centum", "8%"),
    Case("eight per cent (8%)", "8%"), Case("eight percent (8%)", "8%"), Case("eight (8%) percent", "8%"),
    Case("eight (8) percent", "8%"),
    Case("8% (eight percent)", "8%"), Case("eight percent (9%)", "8% words_and_figures_disagree"),
    Case("an 8-percent rise", "8%"),
    Case("8 percentage points", "8%"), Case("1.5 percentage points", "1.5%"), Case("25 basis points", "0.25%"),
    Case("40 bps", "0.4%"),
    Case("12½%", "12.5%"), Case("12 1/2%", "12.5%"), Case("½%", "0.5%"), Case("1/2 of 1%", "0.5%"),
    Case("one-half of one percent", "0.5%"),
    Case("two and a half percent", "2.5%"), Case("point five"), Case("5 and 1/2 percent", "5.5%"),
    Case(".75%", "0.75%"), Case("0.75%", "0.75%"),
    Case("100%", "100%"),
    Case("a hundred percent", "100%"), Case("one hundred twenty percent", "120%"), Case("1.125%", "1.125%"),
    Case("1,500%", "1500%"),
    Case("8-12%", "8% conflicting_values", "12% conflicting_values"),
    Case("8% to 12%", "8% conflicting_values", "12% conflicting_values"),
    Case("between 8 and 12 percent", "8% conflicting_values", "12% conflicting_values"),
    Case("8–12 %", "8% conflicting_values", "12% conflicting_values"),
    Case("from eight to twelve percent", "8% conflicting_values", "12% conflicting_values"),
    Case("3.5 percent of revenue fell to 2 percent", "3.5%", "2%"),
    Case("no percent"), Case("a percentage of fees"), Case("the per cent sign"), Case("8 people"),
    Case("seventy-five percent (75%) of the Annual Fees", "75%"), Case("1.5% per month", "1.5%"), Case("+8%", "8%"),
  ]
}
