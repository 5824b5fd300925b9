"""The server: Starlette routes over a site. What is said here is HTTP, and no more."""

from kg.publish.server.app import application

__all__ = ["application"]
