"""The distributions, built once, and a fresh environment that holds nothing but the wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder, with an environment that names this machine's no more."""
    kept = {k: v for k, v in os.environ.items() if k.startswith(("PIP_", "LANG", "LC_", "SYSTEM"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, "HOME": str(cwd), "PATH": os.defpath, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@dataclass(frozen=True, slots=True)
class Installed:
    """An environment with the wheel in it, and a folder elsewhere to work from."""

    bin: Path
    packages: Path
    elsewhere: Path

    def spacekg(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        return run(self.bin / "spacekg", *arguments, cwd=self.elsewhere)


def build(kind: str, source: Path, target: Path) -> Path:
    """Build the distribution `kind` ("wheel", "sdist") of the project in `source`."""
    done = run(
        sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", target, source,
        cwd=target,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = target.iterdir()
    return built


@pytest.fixture(scope="session")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", checkout, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("sdist", checkout, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    scripts = home / "bin"
    (packages,) = home.glob("lib/python*/site-packages")
    done = run(
        sys.executable, "-m", "pip", "--python", scripts / "python",
        "install", "--quiet", "--no-deps", "--no-index", wheel,
        cwd=home,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return Installed(scripts, packages, tmp_path_factory.mktemp("elsewhere"))


@pytest.fixture(scope="session")
def ready(installed: Installed) -> Installed:
    """Lend the environment the libraries of this one; their .pth files stay without effect."""
    libraries = sysconfig.get_path("purelib")
    (installed.packages / "libraries.pth").write_text(f"{libraries}\n")
    return installed
