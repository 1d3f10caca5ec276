// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationSubset
import Testing

@testable import ValueRecognition

@Suite struct FigureShapeTests {
  /// Figures with one separator are read without lists of their parts, and to the same value.
  @Test(arguments: [
    "0.0", "0.05", "5.10", "1.250", "1,250", "12.340", "0.125", "123.456", "1234.567", "999,000", "10.000", "4,5",
    "00.100", "100000000000.25", "1.25000", "30.6", "2024.1",
  ])
  func readsOneSeparatorAsItReadsMany(figure: String) throws {
    var figure = figure
    try figure.withUTF8 { bytes in
      let parts = try #require(FigureShape.parts(bytes))
      #expect(FigureShape.read(bytes) == FigureShape.figure(parts))
    }
  }
}
