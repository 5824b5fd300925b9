"""Apache and nginx for tests: on loopback, with a configuration and a folder of their own."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.servers.process import free_address, running

MODULES = ("mpm_event", "authz_core", "dir", "env", "headers", "mime", "rewrite")
APACHE = """
ServerRoot {folder}
PidFile {folder}/apache.pid
Listen {address}
ServerName {address}
{modules}
User www-data
Group www-data
TypesConfig /etc/mime.types
ErrorLog {folder}/error.log
DocumentRoot {root}
<Directory {root}>
  AllowOverride All
  Options FollowSymLinks
  Require all granted
</Directory>
"""
NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {rules}/nginx-http.conf;
  server {{ listen {address}; root {root}; include {rules}/nginx-server.conf; }}
}}
"""


@contextmanager
def root_of_a_host() -> Iterator[Path]:
    """Make a folder that the user as whom a web server runs can read.

    Not below pytest's own: whoever starts another pytest shuts those for all other users again, in
    the midst of a test, and the server answers 403.
    """
    with tempfile.TemporaryDirectory(prefix="spacekg-host-") as place:
        root = Path(place)
        root.chmod(0o755)
        (root / "ready.txt").write_text("yes")
        yield root


@contextmanager
def apache(root: Path) -> Iterator[str]:
    """Run Apache with `root` as its document root; what lies there may have rules of its own."""
    program = _program("apache2")
    modules = "\n".join(
        f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES
    )
    with tempfile.TemporaryDirectory() as place:
        address = free_address()
        text = APACHE.format(folder=place, address=address, root=root, modules=modules)
        (Path(place) / "apache.conf").write_text(text)
        command = [program, "-X", "-f", f"{place}/apache.conf"]
        with running(command, Path(place), f"http://{address}/ready.txt"):
            yield f"http://{address}"


@contextmanager
def nginx(root: Path, rules: Path) -> Iterator[str]:
    """Run nginx with `root` as its root and the two files of rules in the folder `rules`."""
    program = _program("nginx")
    with tempfile.TemporaryDirectory() as place:
        address = free_address()
        text = NGINX.format(folder=place, address=address, root=root, rules=rules)
        (Path(place) / "nginx.conf").write_text(text)
        command = [program, "-c", f"{place}/nginx.conf"]
        with running(command, Path(place), f"http://{address}/ready.txt"):
            yield f"http://{address}"


def _program(name: str) -> str:
    found = shutil.which(name, path="/usr/sbin:/usr/bin:/usr/local/sbin")
    if found is None:
        pytest.skip(f"{name} is not installed: apt-get install --no-install-recommends {name}")
    return found
