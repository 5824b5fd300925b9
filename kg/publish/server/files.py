"""The files beside the documents over HTTP, with a validator each."""

from __future__ import annotations

import hashlib
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg.publish import files
from kg.publish.documents import Store
from kg.publish.server import absent

# They change with the program and the store alone; a client asks again with the validator.
CACHE: Final = "no-cache"


class Files:
    """Answers GET and HEAD below `assets/`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def __call__(self, request: Request) -> Response:
        """Answer a request."""
        return await run_in_threadpool(self.answer, request)

    def answer(self, request: Request) -> Response:
        """Return the file that the request names."""
        found = files.find(self._store, files.ROOT + request.path_params["name"])
        if found is None:
            return absent.answer(request, self._store)
        tag = f'"{hashlib.sha256(found.body).hexdigest()[:32]}"'
        headers = {"ETag": tag, "Cache-Control": CACHE, "Content-Type": found.content_type}
        if found.policy:
            headers["Content-Security-Policy"] = found.policy
        if request.headers.get("If-None-Match") == tag:
            return Response(status_code=304, headers=headers)
        return Response(found.body, headers=headers)
