import os
import socket
import subprocess
import sys

import pytest

from contacts.errors import NetworkForbiddenError
from flows.network import ALLOWED_HOSTS, is_local


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.8.8.8", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("localhost", True),
        ("0.0.0.0", False),  # noqa: S104 - the address a careless server listens on
        ("", False),
        ("10.0.0.1", False),
        ("localhost.evil.example", False),
        ("127.0.0.1.nip.example", False),
        ("example.org", False),
    ],
)
def test_only_loopback_is_local(host: str, *, local: bool) -> None:
    assert is_local(host) is local


def test_a_connection_beyond_loopback_is_refused() -> None:
    with socket.socket() as sock, pytest.raises(NetworkForbiddenError, match=r"192\.0\.2\.1"):
        sock.connect(("192.0.2.1", 80))


def test_a_name_is_not_looked_up() -> None:
    with pytest.raises(NetworkForbiddenError, match=r"weakties\.example"):
        socket.getaddrinfo("weakties.example", 443)


def test_no_server_listens_to_the_outside() -> None:
    with socket.socket() as sock, pytest.raises(NetworkForbiddenError):
        sock.bind(("0.0.0.0", 0))  # noqa: S104 - what must be refused


def test_a_datagram_is_not_sent() -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as sock,
        pytest.raises(NetworkForbiddenError),
    ):
        sock.sendto(b"hello", ("192.0.2.1", 53))


def test_loopback_works() -> None:
    with socket.socket() as server, socket.socket() as client:
        server.bind(("127.0.0.1", 0))
        server.listen()
        client.connect(server.getsockname())


def test_a_child_process_is_guarded_too() -> None:
    code = "import socket; socket.socket().connect(('192.0.2.1', 80))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "NetworkForbiddenError" in told.stderr


def test_a_host_that_a_setting_names_is_allowed() -> None:
    code = "import socket; s = socket.socket(); s.settimeout(.1)\ntry: s.connect(('192.0.2.1', 80))"
    code += "\nexcept OSError: print('tried')"
    told = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, ALLOWED_HOSTS: "192.0.2.1"},
    )
    assert told.stdout == "tried\n"
