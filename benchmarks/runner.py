"""All contestants, all measures, round by round, in turn."""

import time
import traceback
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.contestant import Contestant
from benchmarks.measure import Measure
from benchmarks.server import running
from benchmarks.stand import FLAGS, Stand

Values = dict[tuple[str, str, str], list[float]]
"""What was measured, by measure, contestant and column."""


def _say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


class Runner:
    """One run; `after_round` is called with what is known so far."""

    def __init__(self, contestants: list[Contestant], measures: list[Measure], python: Path, people: int) -> None:
        self.contestants, self.measures, self.python, self.people = contestants, measures, python, people
        self.values: Values = defaultdict(list)
        self.failures: list[str] = []
        self.chromium = ""

    def run(self, chromium: str, rounds: int, after_round: Callable[[int], None]) -> None:
        """Measure; another contestant begins each round."""
        with sync_playwright() as playwright:
            for number in range(rounds):
                start = number % len(self.contestants)
                for contestant in [*self.contestants[start:], *self.contestants[:start]]:
                    browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
                    self.chromium = browser.version
                    try:
                        self._contestant(contestant, browser, number)
                    finally:
                        browser.close()
                after_round(number + 1)

    def _contestant(self, contestant: Contestant, browser: Browser, number: int) -> None:
        """One contestant in one round: measures that share a server, then those that want one of their own."""
        due = [measure for measure in self.measures if number < measure.at_most]
        shared = [measure for measure in due if not measure.fresh]
        for group in [shared, *([measure] for measure in due if measure.fresh)]:
            if group:
                self._group(contestant, browser, group, number)

    def _group(self, contestant: Contestant, browser: Browser, group: list[Measure], number: int) -> None:
        current = "the start"
        try:
            with running(contestant, self.python) as server:
                stand = Stand(server, browser, self.people)
                with stand.context() as context:  # the first visit after a start is nobody's
                    stand.open(context)
                for measure in group:
                    current = measure.name
                    found = measure.run(stand)
                    for key, value in found.items():
                        self.values[measure.name, contestant.name, key].append(value)
                    _say(f"round {number + 1}, {contestant.name}, {measure.name}: {', '.join(f'{k} {v:.3g}' for k, v in found.items())}")
        except Exception as error:  # noqa: BLE001 - the other contestants go on
            self.failures.append(
                f"{contestant.name}, {current}, round {number + 1}: {str(error).splitlines()[0] if str(error) else error!r}"
            )
            _say(f"FAILED {self.failures[-1]}")
            traceback.print_exc()
