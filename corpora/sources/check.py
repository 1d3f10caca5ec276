#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the golds of corpora/: known words, dates in order, periods that follow each other, quotes that stand in the document.

usage: check.py        prints what is wrong and fails, or says how much was checked; needs pdftotext for the PDF documents"""
import datetime
import email
import email.policy
import glob
import html
import json
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
KINDS = set("training_credit certification_voucher development_credit success_fund partner_voucher services_hours accelerator sandbox "
            "api_capacity storage usage_credit support_plan complimentary_product other".split())
WORDS = {"type": {"order_form", "amendment", "quote", "agreement", "other"}, "status": {"executed", "partial", "unsigned", "unknown"},
         "every": {"contract_year", "calendar_year", "fiscal_year", "half_year", "quarter", "month"},
         "unused": {"forfeited", "rolls_over", "refundable", "extendable", None}, "tier": {"standard", "premier", "premier_plus", "signature", "other"},
         "compare": {"kept", "weakened", "improved", "dropped", "added"}, "verify": {"landed", "weakened", "missing", "contradicted", "unclear"},
         "fields": {"kind", "quantity", "value", "fee", "validity", "recurrence", "tier", "conditions", "signature"}}
faults: list[str] = []


def fault(path: str, message: str) -> None:
    faults.append(f"{os.path.relpath(path, ROOT)}: {message}")


def folded(text: str) -> str:
    text = text.replace("\ufb01", "fi").replace("\ufb02", "fl").replace("\u00ad", "")
    return "".join(c for c in text.lower() if c.isalnum())


def plain(path: str) -> str:
    if path.endswith(".pdf"):
        both = [subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, check=True).stdout.decode() for options in ([], ["-layout"])]
        return "\n".join(both)
    with open(path, "rb") as file:
        data = file.read()
    if data[:2] == b"\xff\xfe" or data[1:2] == b"\0":
        text = data.decode("utf-16-le")
    elif path.endswith(".eml"):
        text = email.message_from_bytes(data, policy=email.policy.default).get_content()
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("cp1252")
    if path.endswith(".html"):
        text = re.sub(r"(?is)<(del|s|strike|template|script|style)\b.*?</\1>|<!--.*?-->", " ", text)
        return html.unescape(re.sub(r"<[^>]*>", " ", text))
    if "side-by-side" in path:
        text = "\n".join(line[:42] for line in text.splitlines()) + "\n".join(line[42:] for line in text.splitlines())
    return text.replace("\n>", "\n")


def day(path: str, text):
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        fault(path, f"no date: {text}")


def check_range(path: str, values: dict) -> None:
    start, end = day(path, values.get("start")), day(path, values.get("end"))
    if start and end and start >= end:
        fault(path, f"{start} to {end}")


def check_entitlement(path: str, text: str, entry: dict) -> None:
    if entry["kind"] not in KINDS:
        fault(path, f"unknown kind {entry['kind']}")
    if folded(entry["quote"]) not in text:
        fault(path, f"quote not found: {entry['quote']}")
    check_range(path, entry.get("validity") or {})
    recurrence = entry.get("recurrence")
    if recurrence:
        if recurrence["every"] not in WORDS["every"]:
            fault(path, f"unknown recurrence {recurrence['every']}")
        periods = recurrence["periods"]
        for before, after in zip(periods, periods[1:]):
            if day(path, before["end"]) + datetime.timedelta(days=1) != day(path, after["start"]):
                fault(path, f"a gap after {before['end']}")
        if (periods[0]["start"], periods[-1]["end"]) != (entry["validity"]["start"], entry["validity"]["end"]):
            fault(path, "periods do not fill the validity")
    if "tier" in entry and entry["tier"] not in WORDS["tier"]:
        fault(path, f"unknown tier {entry['tier']}")
    if "conditions" in entry and entry["conditions"]["unused"] not in WORDS["unused"]:
        fault(path, f"unknown handling {entry['conditions']}")


def check_form(path: str) -> int:
    gold, document = json.load(open(path, encoding="utf-8")), path[: -len(".gold.json")]
    text = folded(plain(document))
    for name in ("vendor", "customer", "order_number"):
        if folded(gold[name]) not in text:
            fault(path, f"{name} not found")
    if gold["type"] not in WORDS["type"] or gold["signature"]["status"] not in WORDS["status"]:
        fault(path, "unknown type or signature status")
    check_range(path, gold["term"])
    for entry in gold["entitlements"]:
        check_entitlement(path, text, entry)
    return len(gold["entitlements"])


def check_verdicts(path: str, key: str, words: str, fields: str) -> int:
    gold = json.load(open(path, encoding="utf-8"))
    entries = gold[key] if isinstance(gold, dict) else gold
    promises = "".join(plain(p) for p in glob.glob(os.path.join(os.path.dirname(path), "promises.*"))) if key == "promises" else ""
    for entry in entries:
        if entry["verdict"] not in WORDS[words]:
            fault(path, f"unknown verdict {entry['verdict']}")
        if entry.get("kind") is not None and entry["kind"] not in KINDS:
            fault(path, f"unknown kind {entry['kind']}")
        if set(entry[fields]) - WORDS["fields"]:
            fault(path, f"unknown fields {entry[fields]}")
        if (entry["verdict"] in ("weakened", "improved")) != bool(entry[fields]):
            fault(path, f"{entry['verdict']} with fields {entry[fields]}")
        if key == "promises" and folded(entry["text"]) not in folded(promises):
            fault(path, f"promise not found: {entry['text']}")
    return len(entries)


def main() -> None:
    forms = sorted(glob.glob(os.path.join(ROOT, "orderforms", "*.gold.json")))
    counts = [sum(check_form(path) for path in forms)]
    counts.append(sum(check_verdicts(p, "changes", "compare", "differences") for p in sorted(glob.glob(os.path.join(ROOT, "compare", "*", "gold.json")))))
    counts.append(sum(check_verdicts(p, "promises", "verify", "fields") for p in sorted(glob.glob(os.path.join(ROOT, "verify", "*", "gold.json")))))
    print("\n".join(faults) or f"{len(forms)} order forms with {counts[0]} entitlements, {counts[1]} changes, {counts[2]} promises: nothing wrong")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
