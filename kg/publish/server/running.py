"""Running the application on uvicorn, on a socket that is bound before anything is said."""

from __future__ import annotations

import socket

import uvicorn
from starlette.types import ASGIApp

from kg.errors import UsageError


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to the address; UsageError where it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise UsageError(
            f"cannot listen on {host}:{port}: {error.strerror or error}",
            "Choose another --port, or stop what listens there.",
        ) from error
    return bound


def run(application: ASGIApp, bound: socket.socket) -> None:
    """Serve until a signal ends it; requests under way are answered first."""
    config = uvicorn.Config(application, log_level="warning", server_header=False, lifespan="on")
    uvicorn.Server(config).run(sockets=[bound])
