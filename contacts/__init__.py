"""The vocabulary that all packages share: what a record, a person and a tie are.

Frozen dataclasses, enums, errors and the documented columns of the tables that cross package
borders. Imports nothing of ours and does no I/O.
"""
