"""Credentials come from the environment or netrc, and are never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UnreadableError, UsageError
from kg.store.remote import Address
from kg.store.remote.credentials import Credentials, find

URL = "https://sparql.example.org/query"
SECRET = "open-sesame"


@pytest.fixture
def netrc(tmp_path: Path) -> Path:
    path = tmp_path / "netrc"
    path.write_text(f"machine sparql.example.org login me password {SECRET}\n")
    return path


@pytest.mark.parametrize("method", ["basic", "digest"])
def test_the_environment_comes_first(netrc: Path, method: str) -> None:
    environ = {"SPACEKG_USER": "you", "SPACEKG_PASSWORD": "s", "NETRC": str(netrc)}
    assert find(URL, method, environ) == Credentials(method, "you", "s")


def test_a_token(netrc: Path) -> None:
    assert find(URL, "bearer", {"SPACEKG_TOKEN": "t"}) == Credentials("bearer", "", "t")
    # A token may stand in netrc, as the password.
    assert find(URL, "bearer", {"NETRC": str(netrc)}) == Credentials("bearer", "", SECRET)


def test_netrc_knows_hosts(netrc: Path, tmp_path: Path) -> None:
    assert find(URL, "basic", {"NETRC": str(netrc)}) == Credentials("basic", "me", SECRET)
    with pytest.raises(UsageError, match=r"no credentials for other\.example\.org"):
        find("https://other.example.org/", "basic", {"NETRC": str(netrc)})
    netrc.rename(tmp_path / ".netrc").chmod(0o600)
    assert find(URL, "digest", {"HOME": str(tmp_path)}) == Credentials("digest", "me", SECRET)


@pytest.mark.parametrize(
    ("method", "environ", "remedy"),
    [
        ("basic", {}, "Set SPACEKG_USER and SPACEKG_PASSWORD"),
        ("bearer", {"SPACEKG_PASSWORD": SECRET}, "Set SPACEKG_TOKEN"),
        ("digest", {"SPACEKG_PASSWORD": SECRET}, "Set SPACEKG_USER as well"),
    ],
)
def test_what_is_missing_is_named(
    tmp_path: Path, method: str, environ: dict[str, str], remedy: str
) -> None:
    with pytest.raises(UsageError) as told:
        find(URL, method, environ | {"HOME": str(tmp_path)})
    assert remedy in told.value.remedy
    assert SECRET not in str(told.value)


def test_a_broken_netrc_is_told_without_its_content(netrc: Path) -> None:
    netrc.write_text(f"machine a login b passwd {SECRET}\n")
    with pytest.raises(UnreadableError, match="does not parse at line 1") as told:
        find(URL, "basic", {"NETRC": str(netrc)})
    assert SECRET not in str(told.value)
    with pytest.raises(UnreadableError, match="cannot read"):
        find(URL, "basic", {"NETRC": str(netrc.parent)})


@pytest.mark.parametrize("method", ["basic", "digest", "bearer"])
def test_no_secret_is_shown(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    for name in ("USER", "PASSWORD", "TOKEN"):
        monkeypatch.setenv(f"SPACEKG_{name}", SECRET if name != "USER" else "me")
    address = Address(URL, auth=method)
    for thing in (find(URL, method), address, address.endpoint(), address.endpoint().transport):
        assert SECRET not in repr(thing)


@pytest.mark.parametrize(
    "url", [f"https://me:{SECRET}@example.org/q", "ftp://example.org/q", "example.org/q", "http://"]
)
def test_an_address_is_checked(url: str) -> None:
    with pytest.raises(UsageError) as told:
        Address(url).endpoint()
    with pytest.raises(UsageError):
        Address("http://example.org/q", url).endpoint()
    assert SECRET not in str(told.value)
