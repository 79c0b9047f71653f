"""Weights and threshold of confidence, by `python bench/calibration.py --fit`."""

from collections.abc import Mapping
from typing import Final

REVIEW_BELOW: Final = 0.87
WEIGHTS: Final[Mapping[str, Mapping[str, float]]] = {
    "name": {
        "bias": -1.92,
        "read": 1.4,
        "preferred": 2.76,
        "given_name": 0.657,
        "usual_words": 1.031,
        "few_lines": 0.045,
    },
    "title": {
        "bias": -0.007,
        "read": 1.321,
        "preferred": 2.124,
        "one_domain": 1.036,
    },
    "company": {
        "bias": -2.537,
        "read": 2.288,
        "preferred": 2.588,
        "legal_form": 0.469,
        "one_domain": 0.964,
        "few_lines": 0.218,
    },
    "phones": {
        "bias": -2.456,
        "read": 2.464,
        "valid": 1.413,
        "few_values": 1.627,
        "one_domain": 1.173,
        "few_lines": 1.914,
    },
    "emails": {
        "bias": 0.423,
        "read": 1.278,
        "one_domain": 1.427,
        "few_lines": 1.082,
    },
    "urls": {
        "bias": -0.112,
        "read": 1.146,
        "mail_domain": 1.559,
        "few_values": 0.409,
        "one_domain": 0.584,
        "few_lines": 1.274,
    },
    "address": {
        "bias": -5.477,
        "read": 1.636,
        "preferred": 2.227,
        "card_read": 2.109,
        "length": 2.956,
        "few_lines": 1.996,
    },
}
