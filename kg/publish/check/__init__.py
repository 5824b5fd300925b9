"""Whether a site, ours or another's, keeps what linked data are to keep; asked from outside.

Each check has the number of a statement in docs/publishing.md, and is one function that asks the site.
"""

from kg.publish.check.model import CHECKS, Check, Failed, Finding, Inapplicable, Outcome
from kg.publish.check.running import run

__all__ = ["CHECKS", "Check", "Failed", "Finding", "Inapplicable", "Outcome", "run"]
