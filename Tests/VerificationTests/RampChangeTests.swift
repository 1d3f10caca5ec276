// SPDX-License-Identifier: GPL-3.0-or-later
import InWriting
import Testing
import Verification

/// Ramps held against one grant for all the years, free users for a shorter time, and plans with a person of their own.
@Suite struct RampChangeTests {
  private static let ramp = """
    1. Quillmark sets up a success fund of EUR 10,000 in the first contract year, EUR 20,000 in the second contract year \
    and EUR 30,000 in the third contract year.
    """
  private static let fund = "1. Quillmark sets up a success fund of EUR "
  private static let users = "1. Quillmark provides 25 free users of "
  private static let plan = "1. Quillmark provides Premier Plus Support"

  @Test(arguments: [
    ("20,000 in each contract year.", "success_fund kept"), ("60,000.", "success_fund kept"),
    ("15,000 in each contract year.", "success_fund weakened value"), ("90,000.", "success_fund improved value"),
  ])
  func toOneFund(_ after: String, _ wanted: String) throws {
    #expect(try Support.changes(Self.ramp, Self.fund + after) == [wanted], "\(after)")
  }

  @Test func fromOneFund() throws {
    #expect(try Support.changes(Self.fund + "20,000 in each contract year.", Self.ramp) == ["success_fund kept"])
  }

  @Test func toARamp() throws {
    #expect(
      try Support.changes(Self.ramp, Self.ramp) == ["success_fund kept", "success_fund kept", "success_fund kept"])
  }

  @Test func freeUsers() throws {
    let before = Self.users + "Pulse for the Term."
    let found = try Support.changes(before, Self.users + "Pulse for 12 months from the Start Date.")
    #expect(found == ["complimentary_product weakened validity"])
    let others = try Support.changes(before, Self.users + "Orbit for 12 months from the Start Date.")
    #expect(others == ["complimentary_product dropped", "complimentary_product added"])
  }

  @Test func planToldOnce() throws {
    let found = try Support.changes(Self.plan + " with a dedicated technical account manager.", Self.plan + ".")
    #expect(found == ["support_plan weakened conditions"])
  }
}
