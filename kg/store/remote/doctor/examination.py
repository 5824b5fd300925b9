"""Put the probes to an engine, one after the other, and clean up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.errors import EndpointError, QuerySyntaxError
from kg.store.remote.doctor import reading, writing
from kg.store.remote.doctor.finding import Finding, Patient
from kg.store.remote.profile import look
from kg.store.remote.protocol import Endpoint


@dataclass(frozen=True, slots=True)
class Examination:
    """Who was examined, and what was found; `server` is the engine as it calls itself."""

    endpoint: Endpoint
    server: str
    findings: tuple[Finding, ...]

    @property
    def writable(self) -> bool:
        """Tell whether a store can be kept here: updates work, and facts can stand once."""
        named = {finding.name: finding for finding in self.findings}
        default = named.get("default-graph")
        return default is not None and default.usual is not None and "union" not in default.says


def examine(endpoint: Endpoint, base: str) -> Examination:
    """Examine an engine. Raises EndpointError where it does not even answer a plain query."""
    profile = look(endpoint, base)
    patient = Patient(endpoint, profile.dataset)
    probes = reading.PROBES if endpoint.update is None else (*reading.PROBES, *writing.PROBES)
    try:
        findings = tuple(_found(probe, patient) for probe in probes)
    finally:
        for graph in patient.scratches:
            endpoint.change(f"DROP SILENT GRAPH {graph}")
    return Examination(endpoint, profile.server.strip(), findings)


def _found(probe: Callable[[Patient], Finding], patient: Patient) -> Finding:
    """Return what a probe finds; where the engine fails at it, that."""
    try:
        return probe(patient)
    except (EndpointError, QuerySyntaxError) as error:
        name = probe.__name__.replace("_", "-")
        return Finding(name, None, f"could not be asked: {error.message}")
