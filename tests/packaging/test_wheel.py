"""The wheel holds the package with its data and nothing else, and works away from the checkout."""

from __future__ import annotations

import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.packaging.conftest import Installed, build

RESOURCES = ("ontology", "shapes", "queries", "examples")
LEFT_OUT = "examples/written/"


def members(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def shipped(checkout: Path, folder: str) -> set[str]:
    """Return the data files below a folder of the checkout, as git would list them."""
    found = (checkout / folder).rglob("*")
    return {p.relative_to(checkout).as_posix() for p in found if p.is_file() and p.name[0] != "."}


def test_the_wheel_holds_every_data_file(checkout: Path, wheel: Path) -> None:
    inside = members(wheel)
    for folder in RESOURCES:
        shipped_here = {p for p in shipped(checkout, folder) if not p.startswith(LEFT_OUT)}
        expected = {f"kg/_resources/{path}" for path in shipped_here}
        assert expected, folder
        assert expected <= inside


def test_the_wheel_leaves_out_what_weights_are_learned_from(wheel: Path) -> None:
    assert not [path for path in members(wheel) if LEFT_OUT in path]


def test_the_wheel_leaves_only_the_package_behind(installed: Installed) -> None:
    tops = {p.name for p in installed.packages.iterdir()} - {"libraries.pth"}
    assert "kg" in tops
    assert all(name == "kg" or name.startswith("spacekg-") for name in tops), tops


def test_the_wheel_carries_licence_and_types(wheel: Path) -> None:
    inside = members(wheel)
    assert "kg/py.typed" in inside
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in inside)


def test_the_sdist_builds_the_same_wheel(
    wheel: Path, sdist: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = tmp_path_factory.mktemp("source")
    with tarfile.open(sdist) as archive:
        archive.extractall(source, filter="data")
    (unpacked,) = source.iterdir()
    again = build("wheel", unpacked, tmp_path_factory.mktemp("again"))
    assert members(again) == members(wheel)


def test_the_installed_package_is_not_the_checkout(ready: Installed, checkout: Path) -> None:
    assert not checkout.is_relative_to(ready.packages)
    result = ready.spacekg("--version")
    assert result.returncode == 0, result.stderr
