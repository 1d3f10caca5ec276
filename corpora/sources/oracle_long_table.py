# SPDX-License-Identifier: GPL-3.0-or-later
"""An ordering document whose table goes on over three pages, with its header on each; made with reportlab."""
from reportlab.lib import colors
from reportlab.lib.pagesizes import LETTER
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

TERM = ("03/01/2026", "02/29/2028")
YEAR = ("03/01/2026", "02/28/2027")
MODULES = """Financials|Procurement|Self Service Procurement|Sourcing|Supplier Portal|Project Costing|Project Billing|Grants
Expenses|Lease Accounting|Order Management|Pricing|Inventory Management|Cost Management|Manufacturing|Maintenance|Quality Management
Demand Management|Supply Planning|Sales and Operations Planning|Replenishment Planning|Transportation Management|Fleet Management
Global Trade Management|Warehouse Management|Landed Cost|Product Development|Product Hub|Configurator|Channel Revenue
Subscription Management|Revenue Management|Account Reconciliation|Financial Consolidation|Tax Reporting|Narrative Reporting
Profitability|Planning|Data Management|Human Resources|Absence Management|Time and Labor|Payroll Interface|Recruiting
Onboarding|Talent Review|Succession Planning|Goal Management|Career Development|Compensation|Benefits Administration|Workforce Modeling
Workforce Scheduling|Health and Safety|Help Desk|Digital Assistant|Financials Analytics|Supply Chain Analytics|Workforce Analytics|Marketing Analytics""".replace("\n", "|").split("|")


def money(cents: int) -> str:
    return f"${cents // 100:,}.{cents % 100:02d}"


def rows():
    """Lines of the table and the sums of recurring and one-time fees, in cents."""
    lines, recurring, once = [], 0, 0
    for index, module in enumerate(MODULES):
        users, fee = 10 + 5 * (index % 7), (2400 + 150 * (index % 9)) * 100
        note = ", hosted named user, limited to the warehouses that the master agreement lists" if index % 4 == 1 else ", hosted named user"
        lines.append((f"{module} Cloud Service{note}", *TERM, str(users), money(fee)))
        recurring += fee
        if index == 11:
            lines.append(("Additional Sandbox Environment, refreshed monthly", *TERM, "2", money(2400000)))
            recurring += 2400000
        if index == 19:
            lines.append(("Additional API Calls, block of 5,000 per day", *TERM, "6", money(360000)))
            recurring += 360000
        if index == 27:
            lines.append(("File Storage, block of 50 GB (included, no charge)", *TERM, "8", money(0)))
        if index == 33:
            lines.append(("Training Credits (Pack of 25) for Oracle University, one-time purchase", *YEAR, "4", money(1900000)))
            once += 1900000
        if index == 38:
            lines.append(("Certification exam vouchers for Oracle University, complimentary", *YEAR, "12", money(0)))
    return lines, recurring, once


def build(path: str) -> None:
    styles = getSampleStyleSheet()
    body, small = styles["BodyText"], styles["BodyText"].clone("small", fontSize=8, leading=9.5)
    lines, recurring, once = rows()
    header = ["Line", "Service", "Start date", "End date", "Quantity", "Fee for the line"]
    data = [header] + [[str(i + 1), Paragraph(line[0], small), *line[1:]] for i, line in enumerate(lines)]
    table = Table(data, colWidths=[30, 208, 68, 68, 54, 84], repeatRows=1)
    table.setStyle(TableStyle([("FONT", (0, 0), (-1, 0), "Helvetica-Bold", 8.5), ("FONT", (0, 1), (-1, -1), "Helvetica", 8.5),
                               ("ALIGN", (4, 0), (5, -1), "RIGHT"), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                               ("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.grey)]))
    facts = Table([["Ordering document", "OD-US-7781204", "Services Period", "24 months"],
                   ["Customer", "Gullwing Beverage Distributors, Inc.", "Start of the Services Period", "03/01/2026"],
                   ["Supplier", "Oracle America, Inc.", "End of the Services Period", "02/29/2028"],
                   ["Payment terms", "30 days net", "Currency", "USD"]], colWidths=[88, 186, 134, 104])
    facts.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), "Helvetica", 9), ("FONT", (0, 0), (0, -1), "Helvetica-Bold", 9),
                               ("FONT", (2, 0), (2, -1), "Helvetica-Bold", 9)]))
    story = [Paragraph("Ordering Document", styles["Title"]), facts, Spacer(1, 10), Paragraph("A. Services ordered", styles["Heading3"]), table, Spacer(1, 6),
             Paragraph(f"Subscription fees for the Services Period: {money(recurring)}", body),
             Paragraph(f"One-time fees: {money(once)}", body),
             Paragraph("B. Terms for particular lines", styles["Heading3"]),
             Paragraph("1. Training credits and exam vouchers. Each pack holds twenty-five (25) training credits. A training credit or an exam voucher that has not been used by the end date of its line expires and is not refunded.", body),
             Paragraph("2. Sandbox environments, API calls and storage are available until the end date of their line.", body),
             Paragraph("3. Oracle may measure the number of users once a quarter. If there are more users than ordered, Customer orders the missing ones at the price of the line.", body),
             Paragraph("4. Service level credits under the delivery policies are a remedy for missed availability. They do not exceed 10% of the monthly fee.", body),
             Paragraph("C. General", styles["Heading3"]),
             Paragraph("The Services Period ends without renewal on its last day. This ordering document is made under the Cloud Services Agreement between the parties; the two are the entire agreement on the services listed. The laws of California govern it.", body),
             Spacer(1, 10)]
    signatures = Table([["Oracle America, Inc.", "Gullwing Beverage Distributors, Inc."], ["By: /s/ Theodora Wexcombe", "By: /s/ Ignatius Paredes"],
                        ["Name: Theodora Wexcombe", "Name: Ignatius Paredes"], ["Title: Senior Contract Specialist", "Title: Chief Financial Officer"],
                        ["Date: 02/25/2026", "Date: 02/24/2026"]], colWidths=[256, 256])
    signatures.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), "Helvetica", 9.5)]))
    story.append(signatures)

    def furniture(canvas, document):
        canvas.setFont("Helvetica", 7.5)
        canvas.drawString(50, 765, "Ordering Document OD-US-7781204")
        canvas.drawRightString(562, 765, "Oracle confidential")
        canvas.drawCentredString(306, 30, f"Page {document.page}")

    SimpleDocTemplate(path, pagesize=LETTER, leftMargin=50, rightMargin=50, topMargin=50, bottomMargin=50, invariant=1,
                      title="Ordering Document OD-US-7781204").build(story, onFirstPage=furniture, onLaterPages=furniture)
