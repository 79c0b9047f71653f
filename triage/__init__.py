"""How strong a tie is and whom to look at next: evidence → memory → hints → queue.

Pure: no I/O, no clock, no random source; the day and the seed are arguments, frames stay as they
are.
"""
