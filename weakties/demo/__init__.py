"""An invented world: people with lives, and the files their lives would have left with you.

Drawn from a seed and a size. For showing the product, for its tests and for its benchmarks; nothing
of the product may learn from it.
"""
