"""`/openapi.json`: what programs can call."""

from __future__ import annotations

import json

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.publish import openapi
from kg.publish.documents import Store


class OpenApi:
    """Answers with the description, which is the same for every request."""

    def __init__(self, store: Store) -> None:
        text = json.dumps(openapi.describe(store.addresses), indent=2, ensure_ascii=False)
        self._response = Response(text + "\n", media_type="application/json")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self._response(scope, receive, send)
