"""Nothing leaves this machine: an audit hook that refuses it in every Python process we start.

The hook (PEP 578) sees each `connect`, `bind`, `sendto` and name look-up of the process, whichever
library asks. Child processes get it through `PYTHONPATH`: Python imports `flows/guard/` before
anything else.
"""

import ipaddress
import os
import socket
import sys
from pathlib import Path

from contacts.errors import NetworkForbiddenError

ALLOWED_HOSTS = "WEAKTIES_ALLOWED_HOSTS"
_GUARD = Path(__file__).parent / "guard"
_WITH_ADDRESS = {"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"}
_LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_installed: list[bool] = []


def is_local(host: str) -> bool:
    """Return whether a host name or address is this machine's own loopback."""
    if host in {"localhost", "localhost."}:
        return True
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return (mapped or address).is_loopback


def allowed_hosts() -> frozenset[str]:
    """Return the hosts beyond loopback that a setting names; none by default."""
    return frozenset(filter(None, os.environ.get(ALLOWED_HOSTS, "").split(",")))


def _refuse(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else str(host)
    if not is_local(name) and name not in allowed_hosts():
        raise NetworkForbiddenError(
            name, "weakties keeps everything on this machine", f"to allow it, set {ALLOWED_HOSTS}"
        )


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if event in _WITH_ADDRESS:
        sock, address = arguments[0], arguments[1]
        if isinstance(address, tuple) and getattr(sock, "family", None) != socket.AF_UNIX:
            _refuse(address[0])
    elif event in _LOOKUPS and arguments[0] not in {None, "", b""}:
        _refuse(arguments[0])


def forbid_network() -> None:
    """Install the hook in this process and in every Python process it will start.

    A hook cannot be taken out again; calling this twice changes nothing.
    """
    if _installed:
        return
    _installed.append(True)
    paths = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    if str(_GUARD) not in paths:
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(_GUARD), *paths]))
    sys.addaudithook(_audit)
