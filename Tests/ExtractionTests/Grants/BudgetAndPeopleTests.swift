// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Extraction

/// Budgets for schooling, people who attend or sit, help at a launch, months without a fee, and items of lists that say
/// little by themselves.
@Suite struct BudgetAndPeopleTests {
  @Test(arguments: [
    ("Supplier grants Customer a training budget of $7,000.", "success_fund | worth 7000"),
    ("A development budget of $45,000 is set aside for Customer's requests.", "success_fund | worth 45000"),
    ("Customer's account will be credited with $6,500 for training.", "success_fund | worth 6500"),
    ("Supplier will invest $14,000 in the training of Customer's staff.", "success_fund | worth 14000"),
    ("Supplier will fund up to $25,000 of the cost of the data migration.", "success_fund | worth 25000"),
    (
      "Supplier will bear 40% of the fees of Customer's implementation partner, up to $18,000.",
      "partner_voucher | worth 18000"
    ),
    (
      "Up to four employees of Customer may sit the Expert exam free of charge.", "certification_voucher 4 exam | fee 0"
    ),
    (
      "Customer's staff may attend up to 18 public classes without paying the course fee.",
      "training_credit 18 class | fee 0"
    ),
    (
      "Customer may send up to six employees per contract year to public training classes free of charge.",
      "training_credit 6 seat | fee 0"
    ),
    ("Up to 7 of Customer's planners may attend the Basics course free of charge.", "training_credit 7 seat | fee 0"),
    ("Supplier provides 35 hours of go-live support after the launch.", "services_hours 35 hour"),
    ("Supplier includes four days of early life support.", "services_hours 4 day"),
    ("Customer may use the 14 optimization hours.", "services_hours 14 hour"),
    ("Customer receives 600k messages per month.", "usage_credit 600000 message"),
    ("Customer pays no subscription fees for March, April and May 2026.", "complimentary_product 3 month | fee 0"),
    ("Customer will not be charged for the months of March and April 2026.", "complimentary_product 2 month | fee 0"),
    (
      "Supplier will let Customer use the Forecasting module at no charge for six months, after which it is removed.",
      "complimentary_product | fee 0"
    ),
    ("Supplier pays the exam fees of six employees of Customer.", "certification_voucher 6 exam"),
    ("Supplier will train Customer's 14 dispatchers on site.", "training_credit 14 seat"),
    ("Supplier provides onboarding for up to 35 hours.", "services_hours 35 hour"),
    ("Customer may consult Supplier's solution architects for up to 12 hours.", "services_hours 12 hour"),
    ("Customer can use up to 4 non-productive environments.", "sandbox 4 sandbox"),
    ("Support is provided at the Gold level.", "support_plan"),
    ("Customer's support level is raised from Standard to Premier.", "support_plan"),
    ("The Analytics module is free for the first year.", "complimentary_product | fee 0"),
    ("One accelerator may be used per quarter.", "accelerator 1 session"),
  ])
  func isRead(clause: String, expected: String) {
    let lines = GrantSample.lines("3. EXTRAS\n\n\(clause)\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix(expected) == true)
  }

  @Test(arguments: [
    "Customer shall reserve a training budget of $18,000 for its users.",
    "Customer pays $4,000 for training of its staff.",
    "Supplier charges $1,200 for training of additional staff.",
    "Supplier provides 3 consultants for training.",
    "Our team will spend two days with you on dashboards, free of charge, before the end of April 2026.",
    "Customer pays the subscription fees for March, April and May 2026 in advance.",
    "Supplier provides 24 hours of support per day.",
  ])
  func isNone(clause: String) {
    #expect(GrantSample.lines("3. EXTRAS\n\n\(clause)\n") == [])
  }

  @Test func everyItemOfAList() {
    let order = GrantSample.lines(
      "The order covers 1 production environment, 1 full sandbox and 3 developer sandboxes.")
    #expect(order.map { $0.prefix(9) } == ["sandbox 1", "sandbox 3"])
    let year = GrantSample.lines("Each year: 25 training credits, 3 accelerators, 4 exam vouchers.")
    #expect(
      year.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == ["training_credit 25", "accelerator 3", "certification_voucher 4"])
    let list = GrantSample.lines("Benefits:\n• Training: 14 seats\n• Certification: 5 vouchers\n• Consulting: 28 hours")
    #expect(
      list.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
        == ["training_credit 14", "certification_voucher 5", "services_hours 28"])
  }

  @Test func sortsInOneCell() {
    let rows = [["Topic", "Agreement"], ["Environments", "1 full sandbox and 3 developer sandboxes"]]
    let lines = TableSample.grants(TableSample.table(rows))
    #expect(lines.map { $0.prefix(9) } == ["sandbox 1", "sandbox 3"])
  }

  @Test func aProductThatItsRowCallsFree() {
    let rows = [
      ["Product", "Users", "Price/user/month", "Months", "Total"],
      ["Depot Cloud", "90", "€70.00", "36", "€226,800.00"],
      ["Depot Mobile (complimentary)", "30", "€0.00", "12", "€0.00"],
    ]
    let lines = TableSample.grants(TableSample.table(rows))
    #expect(lines.first?.hasPrefix("complimentary_product 30 user fee 0") == true)
  }

  @Test func noLeadForATimeThatWasTaken() {
    let note =
      "Customer receives 25 training credits.\n\nTraining credits are valid for nine months from the Order Start Date.\n"
    let result = GrantSample.result(note)
    #expect(result?.entitlements.map { $0.validity.end?.description } == ["2026-11-30"])
    #expect(result?.facts.leads.isEmpty == true)
  }

  @Test func noLeadForWhatWasRead() {
    let result = GrantSample.result(
      "Six accelerators are included, at no cost, for use during the first twelve months.")
    #expect(result?.entitlements.count == 1)
    #expect(result?.facts.leads.isEmpty == true)
  }
}
