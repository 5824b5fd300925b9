"""Roles told in a sentence that does not name what they are roles in."""

from __future__ import annotations

import pytest

from kg.facts import roles
from tests.facts.stage import scene, told

CASES = [
    ("CHEOPS looks for planets. Manufacturer: Airbus.", {"cheops builtBy airbus"}),
    ("CHEOPS looks for planets. Airbus was the prime contractor.", {"cheops builtBy airbus"}),
    ("CHEOPS looks for planets. The customer is ESA.", {"cheops customer esa"}),
    ("CHEOPS looks for planets. Operator: EUMETSAT.", {"cheops operatedBy eumetsat"}),
    (
        "CHEOPS is due for launch in 2021. DLR is supplying its telescope, while CNES takes charge of the platform.",
        {"dlr participatesIn cheops", "cnes participatesIn cheops"},
    ),
    ("They spoke of CHEOPS. The platform was built by Airbus.", {"airbus participatesIn cheops"}),
    # Two missions: no telling which.
    ("They spoke of CHEOPS and InSight. The platform was built by Airbus.", set()),
    # The thing stands in the sentence itself, where the rules read it.
    ("They spoke of CHEOPS. Airbus was the prime contractor of InSight.", set()),
    ("They spoke of CHEOPS. Airbus has never built the platform.", set()),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_roles_are_read(text: str, expected: set[str]) -> None:
    assert {told(f) for f in roles.read(scene(text, "en"))} == expected
