// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Patterns

@Suite struct NameTests {
  @Test(arguments: [
    ("Ten training credits.", ["training_credit: training credits"]),
    ("Ten credits.", ["training_credit: credits (weak)"]),
    ("Two training days.", ["training_credit: training days (day)"]),
    // The longer name of another kind beats what lies within it.
    ("A training credit voucher.", ["voucher: training credit voucher"]),
    // No name goes over the border of a sentence or block.
    ("We end training. Credits lapse.", ["training_credit: Credits (weak)"]),
    ("training\ncredits", ["training_credit: credits (weak)"]),
    ("We hand over and give.", ["give: hand over", "give: give"]),
    ("The start date and the date.", ["when.start: start date", "when.start: date"]),
    ("The end date", ["when.end: end date"]),
    ("Nothing here", []),
  ])
  func finds(text: String, names: [String]) throws {
    #expect(try Reader(phrases: ["x"]).names(text) == names)
  }

  @Test func listsMayStandInNames() throws {
    let reader = try Reader(phrases: ["{due} now"], words: "  due: [\"due on {when} [sharp]\", \"due {when.end}\"]")
    #expect(reader.names("due on start date sharp") == ["due: due on start date sharp", "when.start: start date"])
    #expect(reader.names("due end date") == ["due: due end date", "when.end: end date"])
    #expect(reader.names("due date") == ["when.start: date"])
    #expect(reader.matches("due on date now") == ["r0: due on date now | due=due on date"])
  }

  @Test func gapsMayStandInNames() throws {
    let reader = try Reader(phrases: ["x"], words: "  late: [\"not ...2 later than\", \"not later\"]")
    #expect(reader.names("not a day later than now") == ["late: not a day later than"])
    #expect(reader.names("not later now") == ["late: not later"])
    #expect(reader.names("not one single day later than now") == [])
  }

  @Test func aStrongNameBeatsAWeakOneOfTheSameWords() throws {
    let reader = try Reader(
      """
      pack: a/1
      kinds:
        first: {names: [{phrase: "pass(es)", weak: true}]}
        second: {names: ["(pass|ticket)(es)"]}
        third: {names: ["pass"]}
      """)
    #expect(reader.names("one pass") == ["second: pass"])
  }

  @Test func unitsComeFromKinds() throws {
    let reader = try Reader(phrases: ["x"])
    #expect(reader.patterns.unit(of: "training_credit") == "credit")
    #expect(reader.patterns.unit(of: "voucher") == nil)
  }
}
