// SPDX-License-Identifier: GPL-3.0-or-later
import InventoryModel
import Testing

/// Marks, keys and layouts of signatures beyond `By: /s/ …`.
@Suite struct SignatureWordingTests {
  struct Case: Sendable {
    var block: String
    var status: Signature.Status
    var date: String?
  }

  @Test(arguments: [
    Case(
      block: """
        Hull, 10 March 2031                   Delft, 12 March 2031

        signed : Rajesh Menon                 signed : Fay Carter
        Rajesh Menon                          Fay Carter
        for Tarnbeck Systems                  for Ostrava Glass
        """, status: .executed, date: "2031-03-12"),
    Case(
      block: """
        For the Client: /s/ Fay Carter
        Fay Carter, Manager
        12 March 2031

        For the Provider: ______________________
        Name:
        Date:
        """, status: .partial, date: nil),
    Case(
      block: """
        Tarnbeck Systems Ltd                  Ostrava Glass plc
        By: /s/ R. Menon                      By: /s/ Fay Carter
        R. Menon, Director                    Fay Carter, Manager
        Signed on: Mar 11, 2031               Signed on: Mar 12, 2031
        """, status: .executed, date: "2031-03-12"),
    Case(
      block: """
        Tarnbeck Systems Ltd
        w.g. R. Menon, directeur
        12 March 2031

        Ostrava Glass plc
        w.g. F. Carter, directeur
        14 March 2031
        """, status: .executed, date: "2031-03-14"),
    Case(
      block: """
        Signed for Tarnbeck Systems Ltd: /s/ R. Menon, CFO, 12 March 2031
        Signed for Ostrava Glass plc: /s/ Fay Carter, Director, 16 March 2031
        """, status: .executed, date: "2031-03-16"),
    Case(
      block: """
        For Tarnbeck Systems Ltd              For Ostrava Glass plc
        Sd/-                                  Sd/-
        Name: R. Menon                        Name: F. Carter
        Designation: CFO                      Designation: Manager
        Date: 12-Mar-2031                     Date: 16-Mar-2031
        """, status: .executed, date: "2031-03-16"),
    Case(
      block: """
        For Tarnbeck Systems Ltd              For Ostrava Glass plc

        Digitally signed by RAJESH MENON      Digitally signed by FAY CARTER
        Authorised Signatory                  Director
        Date: 12-Mar-2031                     Date: 16-Mar-2031
        """, status: .executed, date: "2031-03-16"),
    Case(
      block: """
        Signed for Tarnbeck Systems Ltd       Signed for Ostrava Glass plc

        R. Menon (signed electronically)      F. Carter (signed electronically)
        Rajesh Menon, Director                Fay Carter, Director
        12 March 2031                         16 March 2031
        """, status: .executed, date: "2031-03-16"),
    Case(
      block: """
        Tarnbeck Systems Ltd
        Accepted electronically by Lucy Hargrave, Controller
        October 17, 2031, 9:12 AM CDT

        Ostrava Glass plc
        Accepted electronically by Bert Okonjo, Manager
        October 19, 2031, 3:07 PM CDT
        """, status: .executed, date: "2031-10-19"),
    Case(
      block: """
        Tarnbeck Systems Ltd
        Assinado eletronicamente: Lucia Hargrave
        Diretora
        17/10/2031 10:41

        Ostrava Glass plc
        Assinado eletronicamente: Bento Okonjo
        Diretor
        19/10/2031 17:22
        """, status: .executed, date: "2031-10-19"),
    Case(
      block: """
        Tarnbeck Systems Ltd                                    Ostrava Glass plc
        Kwalifikowany podpis elektroniczny: Lucja Hargrave      Podpis: ..............................
        Lucja Hargrave, prezes                                  (nazwisko)
        17.10.2031                                              Data: ..............
        """, status: .partial),
    Case(
      block: """
        Tarnbeck Systems Ltd                  Ostrava Glass plc
        e-signed: Lucy Hargrave               e-signed: Bert Okonjo
        Controller                            Operations Manager
        10/17/2031                            10/19/2031
        """, status: .executed, date: "2031-10-19"),
    Case(
      block: """
        For Tarnbeck Systems Ltd              For Ostrava Glass plc

        Signature:  /s/ W.J. Ooster           Signature:  /s/ Cam Thill
        Name:       Willem Ooster             Name:       Cam Thill
        Title:      Director                  Title:      Authorised signatory
        Date:       26 May 2031               Date:       29 May 2031
        """, status: .executed, date: "2031-05-29"),
    Case(
      block: """
        Tarnbeck Systems Ltd                  Ostrava Glass plc

        gez. Rita Abt                         gez. Olaf Prenz
        Geschäftsführerin                     Vorstand
        Hull, 3 March 2031                    Leeds, 5 March 2031
        """, status: .executed, date: "2031-03-05"),
    Case(
      block: """
        Executed for Tarnbeck Systems Ltd by        Executed for Ostrava Glass plc by

        /s/ Gwen Arkle, Director 11 March 2031      /s/ Piers Donat, Member 9 March 2031
        """, status: .executed, date: "2031-03-11"),
    Case(
      block: """
        /s/ J. Koop                          /s/ A. Steen
        Joost Koop                           Anna Steen
        Agent                                Director
        19-02-2031                           17-02-2031
        """, status: .executed, date: "2031-02-19"),
    Case(
      block: """
        Tarnbeck Systems Ltd                  In agreement: Ostrava Glass plc

        sig. Rita Abt   sig. Nora Imbach      Place, date: ______________________
        Rita Abt, Managing Director
        Nora Imbach, Key Account              Signature: ______________________
        """, status: .partial, date: nil),
    Case(
      block: """
        By: Rita Abt (electronic signature)   By: (not yet signed)
        Tarnbeck Systems Ltd                  Ostrava Glass plc
        3 March 2031
        """, status: .partial, date: nil),
    Case(
      block: """
        TARNBECK SYSTEMS LTD                  OSTRAVA GLASS PLC

        (signed) R. Abt                       (signed) O. Prenz
        name:  R. Abt                         name:  O. Prenz
        date:  3 March 2031                   date:  5 March 2031
        """, status: .executed, date: "2031-03-05"),
    Case(
      block: """
        Hull, 3 March 2031                    Leeds, 5 March 2031
        [signed] Rita Abt, Director           [signed] Olaf Prenz, Member
        Tarnbeck Systems Ltd                  Ostrava Glass plc
        """, status: .executed, date: "2031-03-05"),
    Case(
      block: """
        [sgd.] Rita Abt
        Director, for Tarnbeck Systems Ltd
        3 March 2031

        Accepted on behalf of Ostrava Glass plc:

        [sgd.] Olaf Prenz
        Member
        5 March 2031
        """, status: .executed, date: "2031-03-05"),
    Case(
      block: """
        Tarnbeck Systems Ltd
        Digitally signed: Rita Abt
        Director, 3 March 2031

        Ostrava Glass plc
        Digitally signed: Olaf Prenz
        Member, 5 March 2031
        """, status: .executed, date: "2031-03-05"),
    Case(block: "This copy (signed) By the parties is kept.", status: .unknown, date: nil),
    Case(
      block: """
        For Tarnbeck Systems Ltd              For Ostrava Glass plc

        Signed ..................             Signed ..................
        Name ....................             Name ....................
        Date ....................             Date ....................
        """, status: .unsigned, date: nil),
  ])
  func statusAndLastDateAreRead(of sample: Case) {
    let facts = FactSample.facts(
      "ORDER FORM NT-40217\n\nSupplier:  Tarnbeck Systems Ltd\nCustomer:  Ostrava Glass plc\n\n"
        + "Term: 1 May 2032 to 30 April 2034\n\n" + sample.block + "\n")
    #expect(facts.signature.status == sample.status, "\(sample.block)")
    #expect(facts.agreementDate == FactSample.day(sample.date), "\(sample.block)")
  }

  /// Keys in the first column, a party over each other one.
  @Test(arguments: [
    ("Olaf Prenz", "/s/ O. Prenz", "5 March 2031", Signature.Status.executed), ("Olaf Prenz", "", "", .partial),
    ("", "", "", .partial),
  ])
  func aTableMayHaveAColumnForEachParty(name: String, mark: String, date: String, status: Signature.Status) {
    let facts = FactSample.facts(
      """
      <html><body><h1>ORDER FORM NT-40217</h1><p>Term: 1 May 2032 to 30 April 2034</p><p>Signatures</p>
      <table><tr><th></th><th>Supplier: Tarnbeck Systems Ltd</th><th>Customer: Ostrava Glass plc</th></tr>
      <tr><td>Signature</td><td>/s/ R. Abt</td><td>\(mark)</td></tr>
      <tr><td>Name</td><td>Rita Abt</td><td>\(name)</td></tr>
      <tr><td>Date</td><td>3 March 2031</td><td>\(date)</td></tr></table></body></html>
      """, fileName: "order.html")
    #expect(facts.signature.status == status)
    #expect(facts.signature.signers.first?.name == "Rita Abt")
    #expect(facts.signature.signers.first?.date == FactSample.day("2031-03-03"))
  }
}
