"""The rules by which a web host answers as the server does: Apache and w3id, nginx, Netlify.

Things answer 303 to their documents; a document without suffix is given in the form that the
client names in its Accept header. What is no more moves or is gone; Netlify knows no 410. The rules of a host cannot weigh q-values: of several forms
that a client names, the first of our list is given, the page last. Netlify's cannot
read headers at all, and leave documents without suffix to the host, which gives pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias
from urllib.parse import quote, urlsplit

from kg.publish import site
from kg.publish.addresses import DOCUMENTS, THINGS
from kg.publish.documents import Store
from kg.publish.formats import FORMS, PAGE, TURTLE, Form
from kg.publish.site import Gone, Moved

Fates: TypeAlias = Sequence[tuple[str, Moved | Gone]]

# The page of a host of files for addresses where it has none.
ABSENT: Final = "404.html"
_RDF: Final = [form for form in FORMS if form is not PAGE]
_BY_PREFERENCE: Final = (*_RDF, PAGE)
_DEFAULT: Final = FORMS[0]


def rules(store: Store) -> Iterator[tuple[str, str]]:
    """Yield the names and contents of the files of rules."""
    public = store.addresses.public
    fates = list(site.fates(store))
    yield ".htaccess", _apache(urlsplit(public).path, fates)
    yield "w3id.htaccess", _w3id(public)
    yield "nginx-http.conf", _nginx_http()
    yield "nginx-server.conf", _nginx_server(urlsplit(public).path, fates)
    yield "_redirects", _netlify(urlsplit(public).path, fates)


def _accepted(form: Form) -> str:
    """Return a pattern that an Accept header fits which names the form's media type."""
    return re.escape(form.media_type)


def _types() -> list[str]:
    lines = [f"AddType {form.media_type} .{form.suffix}" for form in _RDF]
    packed = "AddType application/gzip .gz"
    well_known = ["<Files void>", f"ForceType {TURTLE}", "</Files>"]
    return [*lines, packed, "AddCharset utf-8 .html", *well_known]


def _ways(path: str) -> tuple[str, str]:
    """Return the paths at which a thing that is no more is asked for: its own, its document's."""
    return path, DOCUMENTS + path.removeprefix(THINGS)


def _apache(root: str, fates: Fates) -> str:
    """Return an `.htaccess` for the folder of the site itself."""
    lines = [
        "# Written by spacekg publish. Needs mod_rewrite, and AllowOverride FileInfo Indexes.",
        *_types(),
        'Header always set Access-Control-Allow-Origin "*"',
        # `ontology` is a document, and the folder of its versions as well.
        "DirectorySlash Off",
        "RewriteEngine On",
        "RewriteOptions AllowNoSlash",
        f"RewriteBase {root}",
        f"ErrorDocument 404 {root}{ABSENT}",
        *(_apache_fate(way, fate) for path, fate in fates for way in _ways(path)),
        "RewriteRule ^id/(.+)$ doc/$1 [R=303,L,E=vary:1]",
        "RewriteRule ^(release/[^/]+/[^/]+)(?:/.*)?$ doc/$1 [R=303,L,E=vary:1]",
    ]
    for form in _BY_PREFERENCE:
        lines += [
            f"RewriteCond %{{HTTP_ACCEPT}} {_accepted(form)}",
            f"RewriteCond %{{REQUEST_FILENAME}}.{form.suffix} -f",
            f"RewriteRule ^(.+)$ $1.{form.suffix} [L,E=vary:1]",
        ]
    lines += [
        f"RewriteCond %{{REQUEST_FILENAME}}.{_DEFAULT.suffix} -f",
        f"RewriteRule ^(.+)$ $1.{_DEFAULT.suffix} [L,E=vary:1]",
        "Header always append Vary Accept \"expr=-n env('vary') || -n env('REDIRECT_vary')\"",
    ]
    return "\n".join(lines) + "\n"


def _apache_fate(path: str, fate: Moved | Gone) -> str:
    # Spaces would part a rule, and a percent sign a back reference.
    pattern = re.sub(r"\\?\s", r"\\s", re.escape(path))
    if isinstance(fate, Gone):
        return f"RewriteRule ^{pattern}$ - [G]"
    return f"RewriteRule ^{pattern}$ {quote(fate.path, safe='/').replace('%', chr(92) + '%')} [R=301,NE,L]"


def _w3id(public: str) -> str:
    """Return the `.htaccess` for the folder of a permanent-identifier service such as w3id.org."""
    lines = [
        "# Written by spacekg publish, for the folder of this name at w3id.org.",
        "RewriteEngine On",
        f"RewriteRule ^id/(.+)$ {public}doc/$1 [R=303,L]",
        f"RewriteRule ^(release/[^/]+/[^/]+)(?:/.*)?$ {public}doc/$1 [R=303,L]",
        f"RewriteRule ^(.*)$ {public}$1 [R=302,L]",
    ]
    return "\n".join(lines) + "\n"


def _nginx_http() -> str:
    """Return what belongs into nginx's `http` block: which form an Accept header names."""
    choices = "\n".join(f"    ~*{_accepted(form)} .{form.suffix};" for form in _BY_PREFERENCE)
    return f"""\
# Written by spacekg publish. Include this in the http block.
map $http_accept $spacekg_form {{
    default .{_DEFAULT.suffix};
{choices}
}}
"""


def _nginx_server(root: str, fates: Fates) -> str:
    """Return what belongs into a `server` block whose root, with this path, is the site's folder."""
    types = "\n".join(f"    {form.media_type} {form.suffix};" for form in _RDF)
    gone = "".join(_nginx_fate(root, way, fate) for path, fate in fates for way in _ways(path))
    return f"""\
# Written by spacekg publish. Include this in a server block, and nginx-http.conf in the http block.
types {{
    text/html html;
    text/css css;
    text/javascript js;
    image/svg+xml svg;
    application/json json;
    application/xml xml;
    application/gzip gz;
    text/plain txt;
{types}
}}
charset utf-8;
charset_types text/html;
add_header Vary Accept always;
absolute_redirect off;
add_header Access-Control-Allow-Origin * always;
error_page 404 {root}{ABSENT};
{gone}location ~ ^{root}id/(.+)$ {{
    return 303 {root}doc/$1;
}}
location ~ ^{root}(release/[^/]+/[^/]+)(/.*)?$ {{
    return 303 {root}doc/$1;
}}
location = {root}.well-known/void {{
    types {{ }}
    default_type {TURTLE};
}}
location {root} {{
    try_files $uri$spacekg_form $uri =404;
}}
"""


def _nginx_fate(root: str, path: str, fate: Moved | Gone) -> str:
    name = f"{root}{path}".replace("\\", "\\\\").replace('"', '\\"')
    does = "410" if isinstance(fate, Gone) else f"301 {root}{quote(fate.path, safe='/')}"
    return f'location = "{name}" {{\n    return {does};\n}}\n'


def _netlify(root: str, fates: Fates) -> str:
    """Return a `_redirects` file; headers are beyond it, so that clients get pages."""
    lines = [
        "# Written by spacekg publish.",
        *(
            f"{root}{quote(way, safe='/')} {root}{quote(fate.path, safe='/')} 301"
            for path, fate in fates
            if isinstance(fate, Moved)
            for way in _ways(path)
        ),
        f"{root}id/* {root}doc/:splat 303",
        f"{root}release/* {root}doc/release/:splat 303",
    ]
    return "\n".join(lines) + "\n"
