"""Weights and threshold of confidence, by `python bench/calibration.py --fit`."""

from collections.abc import Mapping
from typing import Final

REVIEW_BELOW: Final = 0.9
WEIGHTS: Final[Mapping[str, Mapping[str, float]]] = {
    "name": {
        "bias": -1.657,
        "read": 1.68,
        "preferred": 2.564,
        "given_name": 0.601,
        "usual_words": 0.937,
    },
    "title": {
        "bias": -0.947,
        "read": 2.553,
        "preferred": 2.724,
        "one_domain": 0.227,
    },
    "company": {
        "bias": -2.399,
        "read": 2.412,
        "preferred": 2.253,
        "legal_form": 0.692,
        "one_domain": 0.83,
        "few_lines": 0.598,
    },
    "phones": {
        "bias": 0.865,
        "read": 3.599,
        "valid": 1.979,
    },
    "emails": {
        "bias": 1.21,
        "read": 2.394,
        "one_domain": 0.581,
    },
    "urls": {
        "bias": 1.389,
        "read": 1.192,
        "mail_domain": 1.237,
        "few_values": 0.289,
        "one_domain": 0.072,
        "few_lines": 0.254,
    },
    "address": {
        "bias": -4.178,
        "read": 1.597,
        "preferred": 2.44,
        "card_read": 2.381,
        "places": 0.659,
        "length": 1.841,
        "few_lines": 0.298,
    },
}
