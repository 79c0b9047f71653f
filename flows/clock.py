"""What time it is: asked at the edge, once for what belongs together."""

from datetime import UTC, datetime


def utc_now() -> str:
    """Return this instant, in UTC, as `2026-06-30T10:20:30Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
