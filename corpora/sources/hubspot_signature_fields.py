# SPDX-License-Identifier: GPL-3.0-or-later
"""An order form that is signed in two PDF signature fields and nowhere else, and an amendment of it in which only one
of the two fields is signed; made with reportlab, signed with pyHanko.

The certificates are made anew, by and for nobody, each time that this runs."""
import datetime
import io
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle
from reportlab.lib import colors


def signer(name: str) -> signers.SimpleSigner:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    start = datetime.datetime(2026, 1, 1)
    certificate = (x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
                   .serial_number(x509.random_serial_number()).not_valid_before(start).not_valid_after(start + datetime.timedelta(days=3650))
                   .add_extension(x509.KeyUsage(True, True, False, False, False, False, False, False, False), True).sign(key, hashes.SHA256()))
    bundle = serialization.pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, serialization.BestAvailableEncryption(b"x"))
    return signers.SimpleSigner.load_pkcs12_data(bundle, [], passphrase=b"x")


def unsigned() -> bytes:
    styles = getSampleStyleSheet()
    body, heading = styles["BodyText"], styles["Heading3"]
    grid = [("FONT", (0, 0), (-1, -1), "Helvetica", 9), ("LINEBELOW", (0, 0), (-1, -1), 0.3, colors.grey)]
    facts = Table([["Order form no.", "HS-EU-904417"], ["Supplier", "HubSpot Ireland Limited, Dublin"], ["Customer", "Ekdahl & Brandt AB, Växjö"],
                   ["Order start date", "01.05.2026"], ["Order end date", "30.04.2027"], ["Term", "12 months"], ["Currency", "EUR"]], colWidths=[120, 360])
    facts.setStyle(TableStyle([("FONT", (0, 0), (-1, -1), "Helvetica", 9.5)]))
    lines = Table([["Product", "Quantity", "Price per month", "Annual fee"], ["Marketing Hub Enterprise", "1", "€ 3.300,00", "€ 39.600,00"],
                   ["Sales Hub Enterprise, seats", "24", "€ 1.800,00", "€ 21.600,00"], ["Annual subscription fees", "", "", "€ 61.200,00"]], colWidths=[220, 70, 95, 95])
    lines.setStyle(TableStyle(grid + [("ALIGN", (1, 0), (-1, -1), "RIGHT")]))
    story = [Paragraph("Order form", styles["Title"]), Paragraph("This order form is dated 8 April 2026.", body), facts, Spacer(1, 8), lines,
             Paragraph("1. HubSpot Credits", heading),
             Paragraph("The annual fee includes 5.000 HubSpot Credits in each calendar month of the term. Credits that are not used in their month expire at its end.", body),
             Paragraph("2. Onboarding", heading),
             Paragraph("HubSpot provides thirty (30) hours of onboarding assistance by its consultants free of charge. The hours are valid for 90 days from the order start date. Unused hours are forfeited.", body),
             Paragraph("3. Training", heading),
             Paragraph("Six (6) training seats at HubSpot Academy on site days are added at no cost, to be used by 31.12.2026.", body),
             Paragraph("4. Free product", heading),
             Paragraph("Ten (10) of Customer’s users may use Service Hub Starter free of charge from 01.05.2026 to 31.10.2026. After that Customer pays € 15,00 per user and month if it wishes to keep it.", body),
             Paragraph("5. General", heading),
             Paragraph("The order renews for periods of 12 months unless a party gives notice of 30 days before the end of the term. Irish law applies. If the service is down for more than 0,05 % of a month, a service credit of 7 % of the monthly fee is the only remedy.", body),
             Spacer(1, 8), Paragraph("The parties sign in the signature fields below.", body), Spacer(1, 4),
             Table([["HubSpot Ireland Limited", "Ekdahl & Brandt AB"]], colWidths=[240, 240])]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, leftMargin=56, rightMargin=56, topMargin=50, bottomMargin=120, invariant=1, title="Order form HS-EU-904417").build(story)
    return buffer.getvalue()


def amendment() -> bytes:
    styles = getSampleStyleSheet()
    body, heading = styles["BodyText"], styles["Heading3"]
    story = [Paragraph("Amendment HS-EU-904417-B", styles["Title"]),
             Paragraph("HubSpot Ireland Limited (“HubSpot”) and Ekdahl & Brandt AB (“Customer”) amend order form HS-EU-904417. This amendment is effective as of 1 September 2026 (the “Amendment Effective Date”). The term ends on 30 April 2027 as before. Currency: EUR.", body),
             Paragraph("1. More credits", heading),
             Paragraph("In addition to the HubSpot Credits of the order form, HubSpot adds 24.000 HubSpot Credits once, for a fee of € 190,00. They can be used from the Amendment Effective Date until the end of the term. Credits of this amendment that are not used by then expire.", body),
             Paragraph("2. Coaching", heading),
             Paragraph("Customer may attend five (5) expert coaching sessions free of charge before 1 December 2026.", body),
             Paragraph("3. Rest", heading),
             Paragraph("All else in order form HS-EU-904417 stays unchanged. Irish law applies.", body),
             Spacer(1, 8), Paragraph("The parties sign in the signature fields below.", body), Spacer(1, 4),
             Table([["HubSpot Ireland Limited", "Ekdahl & Brandt AB"]], colWidths=[240, 240])]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, leftMargin=56, rightMargin=56, topMargin=50, bottomMargin=120, invariant=1, title="Amendment HS-EU-904417-B").build(story)
    return buffer.getvalue()


def build(path: str, data: bytes, signing: list[tuple[str, str]]) -> None:
    import pikepdf
    with pikepdf.open(io.BytesIO(data)) as pdf:
        last = len(pdf.pages) - 1
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    for name, box in (("Supplier", (60, 60, 280, 110)), ("Customer", (300, 60, 520, 110))):
        fields.append_signature_field(writer, fields.SigFieldSpec(name, on_page=last, box=box))
    output = io.BytesIO()
    writer.write(output)
    for name, person in signing:
        output.seek(0)
        writer = IncrementalPdfFileWriter(output)
        meta = signers.PdfSignatureMetadata(field_name=name, name=person, md_algorithm="sha256")
        output = signers.PdfSigner(meta, signer(person)).sign_pdf(writer, bytes_reserved=8192)
    with open(path, "wb") as file:
        file.write(output.getvalue())


def order_form(path: str) -> None:
    build(path, unsigned(), [("Supplier", "Fionnuala Brannigan"), ("Customer", "Torbjörn Ekdahl")])


def half_signed(path: str) -> None:
    build(path, amendment(), [("Supplier", "Fionnuala Brannigan")])
