"""All contestants, all measures, round by round, in turn."""

import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from benchmarks import targets
from benchmarks.contestant import Contestant
from benchmarks.measure import Measure
from benchmarks.server import running
from benchmarks.stand import FLAGS, Stand

Values = dict[tuple[str, str, str], list[float]]
"""What was measured, by measure, contestant and column."""

START = 10.0
"""Seconds that a server takes to start, be visited once and stop."""

TRIES = 2
"""A start that fails, or a measure, is tried once more: Voilà leaves a page waiting for ever now and then."""


def _say(text: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {text}", flush=True)


class Runner:
    """One run; `after_round` is called with the number of rounds that are over and a browser that can draw what is known so far."""

    def __init__(self, contestants: list[Contestant], measures: list[Measure], python: Path, people: int) -> None:
        self.contestants, self.measures, self.python, self.people = contestants, measures, python, people
        self.values: Values = defaultdict(list)
        self.failures: list[str] = []
        """Everything that went wrong, once or twice."""
        self.missing: list[str] = []
        """What therefore was not measured in a round."""
        self.chromium = ""
        self.minutes = 0.0
        self._took: dict[tuple[str, str], float] = {}

    def run(self, chromium: str, rounds: int, within: float, after_round: Callable[[int, Browser], None]) -> None:
        """Measure; another contestant begins each round. No round is begun that would probably end later than `within` minutes."""
        began = time.monotonic()
        with sync_playwright() as playwright:
            for number in range(rounds):
                start = number % len(self.contestants)
                for contestant in [*self.contestants[start:], *self.contestants[:start]]:
                    if due := self._due(contestant, number):
                        with self._browser(playwright, chromium) as browser:
                            self._contestant(contestant, due, browser, number)
                self.minutes = (time.monotonic() - began) / 60
                _say(f"round {number + 1} of {rounds} is over after {self.minutes:.0f} minutes")
                with self._browser(playwright, chromium) as browser:
                    after_round(number + 1, browser)
                if self.minutes + self._next_minutes(number + 1) > within:
                    break

    @contextmanager
    def _browser(self, playwright: Playwright, chromium: str) -> Iterator[Browser]:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        self.chromium = browser.version
        try:
            yield browser
        finally:
            browser.close()

    def _due(self, contestant: Contestant, number: int) -> list[Measure]:
        """What there is to measure in a round."""
        judged = contestant.name in targets.judged()
        fitting = [measure for measure in self.measures if contestant.kind in measure.kinds]
        return [measure for measure in fitting if number < (measure.at_most if judged else min(measure.at_most, measure.asides))]

    def _next_minutes(self, number: int) -> float:
        """How long a round will take, by what its measures took so far."""
        due = {contestant.name: self._due(contestant, number) for contestant in self.contestants}
        starts = START * sum(1 + sum(measure.fresh for measure in measures) for measures in due.values() if measures)
        return (starts + sum(self._took.get((measure.name, name), 0) for name, measures in due.items() for measure in measures)) / 60

    def _contestant(self, contestant: Contestant, due: list[Measure], browser: Browser, number: int) -> None:
        """One contestant in one round: measures that share a server, then those that want one of their own."""
        shared = [measure for measure in due if not measure.fresh]
        for group in [shared, *([measure] for measure in due if measure.fresh)]:
            for _ in range(TRIES):
                group = self._group(contestant, browser, group, number)  # noqa: PLW2901 - what is left of it
            self.missing += [f"{contestant.name}, {measure.name}, round {number + 1}" for measure in group]

    def _group(self, contestant: Contestant, browser: Browser, group: list[Measure], number: int) -> list[Measure]:
        """Measure on one server, and return what could not be measured."""
        left = list(group)
        if not group:
            return []
        try:
            with running(contestant, self.python) as server:
                stand = Stand(server, browser, self.people)
                with stand.context() as context:  # the first visit after a start is nobody's
                    stand.open(context)
                while left:
                    self._measure(stand, left[0], number)
                    del left[0]
        except Exception as error:  # noqa: BLE001 - the other contestants go on
            current, reason = left[0].name if left else "the end", str(error).partition("\n")[0] or repr(error)
            self.failures.append(f"{contestant.name}, {current}, round {number + 1}: {reason}")
            _say(f"FAILED {self.failures[-1]}")
            traceback.print_exc()
        return left

    def _measure(self, stand: Stand, measure: Measure, number: int) -> None:
        name, began = stand.server.contestant.name, time.monotonic()
        found = measure.run(stand)
        for key, value in found.items():
            self.values[measure.name, name, key].append(value)
        self._took[measure.name, name] = took = time.monotonic() - began
        _say(f"round {number + 1}, {name}, {measure.name}, {took:.0f} s: {', '.join(f'{key} {value:.3g}' for key, value in found.items())}")
