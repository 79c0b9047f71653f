"""Names under which somebody is found in a network, as the web address they stand for.

Only where the card names the network; `in/ada` is LinkedIn's own way to print a profile. A network
without public pages (WeChat, LINE, Skype) has no address: its line is left as it is.
"""

import re
from typing import Final

_PAGES: Final = {
    "linkedin": "linkedin.com/in/", "twitter": "twitter.com/", "instagram": "instagram.com/",
    "insta": "instagram.com/", "ig": "instagram.com/", "facebook": "facebook.com/",
    "fb": "facebook.com/", "github": "github.com/", "gitlab": "gitlab.com/", "x": "x.com/",
    "xing": "xing.com/profile/", "youtube": "youtube.com/@", "tiktok": "tiktok.com/@",
    "telegram": "t.me/", "behance": "behance.net/", "dribbble": "dribbble.com/",
    "pinterest": "pinterest.com/", "medium": "medium.com/@", "vimeo": "vimeo.com/",
}  # fmt: skip
_NETWORK: Final = "|".join(_PAGES)
_HANDLE: Final = r"(?=[\d_.\-]*[A-Za-z])[A-Za-z0-9_][A-Za-z0-9_.\-]{1,60}"
_NAMED: Final = re.compile(
    rf"(?<![^\W_])(?P<network>{_NETWORK})(?:\s?[:/]\s?/?(?:in/)?@?|\s+@|\s+/?in/)"
    rf"(?!(?:{_NETWORK})\b)(?P<handle>{_HANDLE})/?(?=\s*(?:$|[|,;\u00b7\u2022]))",
    re.IGNORECASE,
)
_PROFILE: Final = re.compile(
    rf"(?<![\w./])/?in/(?P<handle>{_HANDLE})/?(?=\s*(?:$|[|,;\u00b7\u2022]))"
)


def find_profiles(text: str) -> tuple[tuple[str, ...], str]:
    """Return the web addresses of the profiles a line names, and the words that are left of it."""
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        network = match.groupdict().get("network", "linkedin").lower()
        if network == "x" and "@" not in match[0]:
            return match[0]
        found.append(f"{_PAGES[network]}{match['handle'].rstrip('.')}")
        return ""

    rest = _PROFILE.sub(taken, _NAMED.sub(taken, text))
    return tuple(found), rest.strip(" |,;:") if found else text
