"""`/reconcile`: names of a spreadsheet matched to things, as OpenRefine asks."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from typing import Any, Final
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.errors import RequestRefusedError
from kg.publish.addresses import THINGS
from kg.publish.documents import Store
from kg.publish.reconcile.service import KINDS, Service
from kg.publish.server.answers import refused
from kg.publish.server.requests import body

PATHS: Final = ("/reconcile", "/reconcile/", "/reconcile/{room}", "/reconcile/{room}/{kind}")
_MOST: Final = 1 << 20
_CALLBACK: Final = re.compile(r"[A-Za-z_$][\w$]{0,99}(?:\.[A-Za-z_$][\w$]{0,99}){0,3}")
# A preview is shown in a frame of the client's page, which no other page of ours may be.
_FRAMED: Final = "default-src 'none'; frame-ancestors *"


class Reconcile:
    """Answers GET and POST, with JSON, or JSONP where a callback is named."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._service = Service(store)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; names are matched in a thread."""
        request = Request(scope)
        try:
            sent = await body(receive, _MOST) if request.method == "POST" else b""
            asked = {**dict(request.query_params), **_form(sent)}
            response = await run_in_threadpool(self._answer, request.path_params, asked)
        except RequestRefusedError as error:
            response = refused(error)
        except ClientDisconnect:
            return
        await response(scope, receive, send)

    def _answer(self, path: Mapping[str, str], asked: Mapping[str, str]) -> Response:
        room, kind = path.get("room", ""), path.get("kind", "")
        if room == "preview":
            return self._preview(asked.get("id", ""))
        return _told(self._found(room, kind, asked), asked.get("callback"))

    def _found(self, room: str, kind: str, asked: Mapping[str, str]) -> Any:
        if room == "suggest" and kind in KINDS:
            return self._service.suggest(kind, asked.get("prefix", ""))
        if room == "properties":
            return self._service.properties(asked.get("type", ""))
        if room:
            raise RequestRefusedError("nothing lies at this address", status=404)
        if "queries" in asked:
            return self._service.queries(asked["queries"])
        if "extend" in asked:
            return self._service.extend(asked["extend"])
        if "query" in asked:
            text = asked["query"]
            told = json.loads(text) if text.lstrip().startswith("{") and _is_json(text) else text
            return {"result": self._service.query(told)}
        return self._service.manifest()

    def _preview(self, key: str) -> Response:
        names = self._service.names
        if key not in names.names:
            raise RequestRefusedError(f"there is no {key!r}", status=404)
        label, url = names.label(key), self._store.addresses.url(THINGS + key)
        others = ", ".join(name for name in names.names[key] if name != label)
        kinds = ", ".join(names.types.get(name, name) for name in names.classes.get(key, ()))
        text = (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(label)}</title></head>'
            f'<body><h1><a href="{escape(url)}" target="_blank" rel="noopener">{escape(label)}</a></h1>'
            f"<p>{escape(kinds)}</p><p>{escape(others)}</p></body></html>\n"
        )
        headers = {"Content-Security-Policy": _FRAMED}
        return Response(text, media_type="text/html", headers=headers)


def _form(sent: bytes) -> dict[str, str]:
    return dict(parse_qsl(sent.decode("utf-8", errors="replace"), keep_blank_values=True))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _told(found: Any, callback: str | None) -> Response:
    # ASCII alone: some line ends of JSON would break a script.
    text = json.dumps(found)
    if callback is None:
        return Response(text, media_type="application/json")
    if not _CALLBACK.fullmatch(callback):
        raise RequestRefusedError("callback is no name of a function", status=400)
    return Response(f"/**/{callback}({text});", media_type="text/javascript")
