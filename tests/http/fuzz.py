"""Send what the description allows and what it forbids: python -m tests.http.fuzz 5000.

Nothing found means: no answer that the description does not name, no body of another shape, no
form that is wrong and accepted, no failure of the server.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from schemathesis import GenerationMode
from schemathesis.core.result import Ok

from examples.issuer.issuing import Issuer
from examples.kazakhstan.founding import found
from examples.kazakhstan.scenario import Scenario
from services.cli.demo import draw
from services.officers import Officer, Role
from services.realm import Realm
from tests.flows.homes import driven, no_progress
from tests.http.door_at import door_at

SEED: Final = 20_241_124
CONFIG: Final = {
    "checks": {
        "positive_data_acceptance": {
            # A well-formed command may still be refused: by the law and by the state of its case
            # (422, 409), by what no schema says, as a day that no month has (400), by the key's
            # own history (422), or by a version that has moved on (412).
            "expected-statuses": ["2xx", "400", "401", "403", "404", "409", "412", "422", "503"]
        },
        "negative_data_rejection": {"expected-statuses": ["4xx"]},
    }
}


class Fuzz:
    """Requests to a served home."""

    def __init__(self, url: str, home: Path) -> None:
        self.schema = schemathesis.openapi.from_url(
            f"{url}/openapi.json", config=schemathesis.Config.from_dict(CONFIG)
        )
        issuer, realm = Issuer.of(home), Realm(home)
        self._agencies = {lane: realm.me(lane).agency for lane in realm.lanes}
        self._authority = realm.settings.authority
        self._cases = sorted(_cases(realm))
        realm.close()
        self._tokens = {
            agency: f"Bearer {issuer.token(_everything(agency))}"
            for agency in {*self._agencies.values(), self._authority}
        }
        self.statuses: Counter[int] = Counter()
        self._seed = SEED

    def run(self, requests: int, every: int) -> list[str]:
        """Send so many requests or a few more; give what was found."""
        described = list(self.schema.get_all_operations())
        operations = [one.ok() for one in described if isinstance(one, Ok)][::-every]
        if not all(isinstance(one, Ok) for one in described):
            return ["an operation of the description cannot be read"]
        each = -(-requests // (2 * len(operations)))
        found = list[str]()
        while not found and sum(self.statuses.values()) < requests:
            for operation in operations:
                for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                    found += self._found(operation, mode, each)
            self._seed += 1
            each = 1 + (requests - sum(self.statuses.values())) // len(operations)
        return found

    def _found(self, operation: Any, mode: GenerationMode, requests: int) -> Iterator[str]:  # noqa: ANN401 -- the library's
        try:
            strategy = operation.as_strategy(generation_mode=mode)
            self._send(strategy, requests, mode)
        except (AssertionError, BaseExceptionGroup) as failure:
            yield f"{operation.label} ({mode.value}): {_said(failure)}"
        except Exception as failure:
            if type(failure).__name__ not in ("Unsatisfiable", "SkipTest"):
                raise

    def _send(self, strategy: Any, requests: int, mode: GenerationMode) -> None:  # noqa: ANN401 -- the library's
        @seed(self._seed)
        @settings(
            max_examples=requests,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=strategy)
        def send(case: Any) -> None:  # noqa: ANN401 -- the library's
            if mode is GenerationMode.POSITIVE:
                self._make_real(case)
            lane = str((case.path_parameters or {}).get("lane", ""))
            token = self._tokens[self._agencies.get(lane, self._authority)]
            response = case.call(headers={"Authorization": token})
            self.statuses[response.status_code] += 1
            case.validate_response(response, headers={"Authorization": token})

        send()

    def _make_real(self, case: Any) -> None:  # noqa: ANN401 -- the library's
        """Name a case that there is, in half of the requests: else every path ends at 404."""
        if not self._cases or len(repr(case.body)) % 2:
            return
        real = self._cases[len(repr(case.body)) // 2 % len(self._cases)]
        for name in {"case", "number"} & set(case.path_parameters or {}):
            case.path_parameters[name] = real
        if isinstance(case.body, dict) and "case_id" in case.body:
            case.body["case_id"] = real
        for name in ("Qyzmet-Actor", "Qyzmet-Time"):  # Nearly all times are too far ahead.
            (case.headers or {}).pop(name, None)


def _everything(agency: str) -> Officer:
    roles = frozenset(Role)
    return Officer(agency=agency, unit="fuzz", officer="o-0000", roles=roles)


def _cases(realm: Realm) -> Iterator[str]:
    for lane in realm.lanes:
        yield from realm.personal_data(lane).cases()


def _said(failure: BaseException) -> str:
    if isinstance(failure, BaseExceptionGroup):
        return "\n".join(map(_said, failure.exceptions))
    return str(failure)


def fuzzed(home: Path, requests: int, every: int = 1) -> tuple[Sequence[str], Mapping[int, int]]:
    """Serve a home, send requests, give what was found and how often each status came.

    Args:
        home: it is changed.
        requests: how many, or a few more.
        every: 1: to all operations; 5: to every fifth, as making requests costs most.
    """
    Issuer.of(home)
    with door_at(home) as url:
        fuzz = Fuzz(url, home)
        found = fuzz.run(requests, every)
        return found, fuzz.statuses


def main() -> None:
    """Play the realm's fortnight, serve it, and send requests to it."""
    requests = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        found(home, draw)
        with driven(home) as driver:
            scenario = Scenario(driver, draw)
            scenario.join()
            scenario.play(no_progress)
        problems, statuses = fuzzed(home, requests)
    for one in problems:
        print(one)  # noqa: T201 -- a command
    counts = ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items()))
    total = sum(statuses.values())
    print(f"{total} requests ({counts}); {len(problems) or 'nothing'} found")  # noqa: T201 -- a command


if __name__ == "__main__":
    main()
