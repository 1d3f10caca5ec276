#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the PDF documents and the oddly encoded text documents of corpora/ again from their sources.

usage: build.py [NAME…]        all of them, or those whose name contains one of the words

Needs: pip install reportlab weasyprint typst pikepdf pyhanko pillow; apt install chromium groff ghostscript fonts-liberation poppler-utils.
The committed documents are the ones to test with: newer generators may break lines elsewhere."""
import io
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FORMS = os.path.join(HERE, "..", "orderforms")
UNREADABLE = os.path.join(HERE, "..", "unreadable")
sys.path.insert(0, HERE)


def source(name: str) -> str:
    with open(os.path.join(HERE, name), encoding="utf-8", newline="\n") as file:
        return file.read()


def write(folder: str, name: str, data: bytes) -> None:
    with open(os.path.join(folder, name), "wb") as file:
        file.write(data)


def weasyprint(name: str, path: str) -> None:
    import weasyprint as wp
    wp.HTML(string=source(name)).write_pdf(path)


def typst(name: str, path: str) -> None:
    import typst as ty
    ty.compile(os.path.join(HERE, name), output=path)


def chromium(name: str, path: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "page.html")
        with open(page, "w", encoding="utf-8") as file:
            file.write(source(name))
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={folder}/profile",
                        f"--print-to-pdf={path}", page], check=True, capture_output=True, timeout=180)


def groff(name: str, path: str, through_postscript: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        inside = os.path.join(folder, "page.ms")
        with open(inside, "w", encoding="utf-8") as file:
            file.write(source(name))
        printed = subprocess.run(["groff", "-k", "-t", "-ms", "-Tps", inside], check=True, capture_output=True).stdout
        level = [] if through_postscript else ["-dCompatibilityLevel=1.3"]
        subprocess.run(["ps2pdf", *level, "-dEmbedAllFonts=true", "-dSubsetFonts=true", "-", path], input=printed, check=True)


def turn_sideways(path: str, index: int) -> None:
    """Lays a landscape page into a portrait one, text running upwards, with the /Rotate that sets it right again."""
    import pikepdf
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[index]
        x0, y0, x1, y1 = [float(v) for v in page.mediabox]
        width, height = x1 - x0, y1 - y0
        page.contents_add(f"q 0 1 -1 0 {height} 0 cm".encode(), prepend=True)
        page.contents_add(b"Q")
        page.mediabox = [0, 0, height, width]
        for key in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            if key in page.obj:
                del page.obj[key]
        page.obj["/Rotate"] = 90
        pdf.save(path)


def rotated_annex(path: str) -> None:
    chromium("databricks-rotated-annex.html.in", path)
    turn_sideways(path, 1)


def oracle(path: str) -> None:
    import oracle_long_table
    oracle_long_table.build(path)


def hubspot(path: str) -> None:
    import hubspot_signature_fields
    hubspot_signature_fields.order_form(path)


def hubspot_amendment(path: str) -> None:
    import hubspot_signature_fields
    hubspot_signature_fields.half_signed(path)


PDFS = {
    "salesforce-line-table.pdf": lambda path: weasyprint("salesforce-line-table.html.in", path),
    "servicenow-two-columns.pdf": lambda path: typst("servicenow-two-columns.typ", path),
    "reseller-sideways.pdf": lambda path: typst("reseller-sideways.typ", path),
    "oracle-long-table.pdf": oracle,
    "databricks-rotated-annex.pdf": rotated_annex,
    "hubspot-signature-fields.pdf": hubspot,
    "hubspot-half-signed.pdf": hubspot_amendment,
    "sap-amendment.pdf": lambda path: groff("sap-amendment.ms", path, False),
    "vellichor-fiscal-year.pdf": lambda path: groff("vellichor-fiscal-year.ms", path, True),
    "workday-decoys-only.pdf": lambda path: chromium("workday-decoys-only.html.in", path),
    "../verify/unsigned-pdf/contract.pdf": lambda path: weasyprint("unsigned-contract.html.in", path),
}

# document: (source, encoding, byte order mark, line ends)
ENCODED = {
    "sap-base-utf16.txt": ("sap-base.txt.in", "utf-16-le", b"", "\r\n"),
    "nordhavn-side-by-side.txt": ("nordhavn-side-by-side.txt.in", "cp1252", b"", "\r\n"),
    "adobe-uppercase-1252.html": ("adobe-uppercase-1252.html.in", "cp1252", b"", "\r\n"),
    "kaveri-lakh-utf16.html": ("kaveri-lakh-utf16.html.in", "utf-16-le", b"\xff\xfe", "\n"),
}


def plain_pdf(lines, **options) -> bytes:
    from reportlab.pdfgen import canvas
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, invariant=1, **options)
    for number, line in enumerate(lines):
        page.drawString(72, 720 - 16 * number, line)
    page.showPage()
    page.save()
    return buffer.getvalue()


ORDER = ["Order Form BX-7", "Brackwater Software Ltd grants Ottoline Foods Ltd ten (10) training credits", "free of charge until 30 June 2027."]


def unreadable() -> None:
    """Documents that cannot be read, or only in part; expected.json beside them says how that must be reported."""
    import pikepdf
    from PIL import Image, ImageDraw, ImageFont
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen import canvas
    plain = plain_pdf(ORDER)
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.save(os.path.join(UNREADABLE, "encrypted.pdf"), encryption=pikepdf.Encryption(owner="owner", user="user", R=6))
    write(UNREADABLE, "malformed.pdf", b"%PDF-1.7\n" + bytes((i * 37 + 11) % 251 for i in range(3000)))
    with pikepdf.new() as pdf:
        pdf.save(os.path.join(UNREADABLE, "no-pages.pdf"))
    picture = Image.new("L", (620, 800), 255)
    ImageDraw.Draw(picture).multiline_text((60, 60), "\n\n".join(ORDER), fill=0, font=ImageFont.load_default(16))
    scanned = picture.rotate(0.4, fillcolor=255).convert("1")

    def with_scan(first_page_has_text: bool) -> bytes:
        buffer = io.BytesIO()
        page = canvas.Canvas(buffer, pagesize=(612, 792), invariant=1)
        if first_page_has_text:
            for number, line in enumerate(ORDER):
                page.drawString(72, 720 - 16 * number, line)
            page.showPage()
        page.drawImage(ImageReader(scanned), 0, 0, 612, 792)
        page.showPage()
        page.save()
        return buffer.getvalue()

    write(UNREADABLE, "scanned.pdf", with_scan(False))
    write(UNREADABLE, "text-and-scan.pdf", with_scan(True))
    write(UNREADABLE, "empty.txt", b"")
    write(UNREADABLE, "blank.html", b"<!doctype html><html><body><!-- nothing to read --><script>var order = 'ten training credits'</script></body></html>\n")


def main() -> None:
    wanted = sys.argv[1:]
    chosen = lambda name: not wanted or any(word in name for word in wanted)
    for name, make in PDFS.items():
        if chosen(name):
            make(os.path.abspath(os.path.join(FORMS, name)))
            print(name)
    for name, (text, encoding, mark, ends) in ENCODED.items():
        if chosen(name):
            write(FORMS, name, mark + source(text).replace("\n", ends).encode(encoding))
            print(name)
    if chosen("unreadable"):
        unreadable()
        print("unreadable/")


if __name__ == "__main__":
    main()
