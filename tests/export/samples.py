"""Names that have broken many an exporter, and the values to test them with."""

from __future__ import annotations

from typing import Final

from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from kg.vocab import SKG, XSD

NAMES: Final = (
    'He said "go" & <left>',
    "line\nfeed and\ttab",
    "carriage\rreturn",
    "وكالة الفضاء الإماراتية",
    "סוכנות החלל הישראלית",
    "宇宙航空研究開発機構",
    "launch 🚀 family 👩‍🚀",
    "back\\slash \\n 'quote', comma; semi",
    "  blanks at both ends  ",
    "=1+1",
    "]]> --> &amp; %20",
    "",
)

# All that XML can carry; surrogates are no characters, and pyoxigraph takes none.
texts: Final = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t\r\"'<>&\\"),
    max_size=20,
)
iris: Final = st.sampled_from(
    [
        NamedNode("https://w3id.org/spacekg/id/agency/cnes"),
        NamedNode("https://w3id.org/spacekg/release/cnes/pr1/text#char=1,20"),
        NamedNode("https://example.org/a?b=c&d='e'"),
        NamedNode("mailto:press@example.org"),
        NamedNode("https://example.org/été/宇宙"),
        NamedNode(SKG.Agency),
    ]
)
predicates: Final = st.sampled_from(
    [
        NamedNode(SKG.date),
        NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
        NamedNode("https://example.org/terms/odd"),
    ]
)
literals: Final = st.one_of(
    st.builds(Literal, texts),
    st.builds(lambda text: Literal(text, language="fr"), texts),
    st.sampled_from(
        [
            Literal("2020-02-14", datatype=NamedNode(XSD.date)),
            Literal("0.90", datatype=NamedNode(XSD.decimal)),
            Literal("not a number", datatype=NamedNode(XSD.integer)),
            Literal("x", datatype=NamedNode("https://example.org/type")),
        ]
    ),
)
