"""Comparisons with numbers, which bound them and tell of no change."""

import re

COMPARED = re.compile(
    r"\b(?:more|less|fewer|higher|lower|greater|above|below|under|over|más|menos|mayor|menor|mais"
    r"|maior|inferior|superior)\s(?:than|de|del|do que|que|a)?\s?(?:the |los |las |el |o |os |as )?"
    r"(?:US\$|\$|€)?(?=\d|half|a hundred)|\bor (?:more|less|fewer)\b|\bo (?:más|menos)\b"
    r"|\bou (?:mais|menos)\b|\bup to\b|\bal menos\b|\bpor lo menos\b|\bpelo menos\b|\bao menos\b|\bat least\b|\bclose to\b|\bno (?:more|fewer|less) than\b|\bmore than (?=[a-z]+ (?:of|people|cities|\w+s)\b)",
    re.I,
)  # fmt: skip
MORE_AFTER = re.compile(
    r"(?<=%)\s?(?:more|más|mais|a mais)\b|\b(?:more|más|mais) (?=[\w ]{3,40}\b(?:than|que)\b)", re.I
)
