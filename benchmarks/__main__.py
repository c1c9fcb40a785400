"""`python -m benchmarks`: measure, side by side."""

import argparse
import signal
import sys
from pathlib import Path

from benchmarks import environment, report
from benchmarks.contestant import contestants
from benchmarks.measure import measures
from benchmarks.runner import Runner

HERE = Path(__file__).parent


def chromium() -> str:
    """The browser that the tests use."""
    sys.path.insert(0, str(HERE.parent / "tests" / "browser"))
    from find_chromium import find

    return find() or sys.exit("The benchmark needs Chromium or Chrome. Install one, or name it in NEWSOIL_CHROMIUM.")


def chosen(everything: list, names: str | None) -> list:
    """Those of `everything` that are named, in their own order."""
    if names is None:
        return everything
    wanted = names.split(",")
    known = [one.name for one in everything]
    if unknown := [name for name in wanted if name not in known]:
        sys.exit(f"There is no {', '.join(unknown)}. There are: {', '.join(known)}.")
    return [one for one in everything if one.name in wanted]


def main() -> None:
    """Measure what the options say and write the results after every round."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="The same small job in several frameworks, side by side.")
    parser.add_argument("--only", metavar="A,B", help="these contestants only")
    parser.add_argument("--measures", metavar="A,B", help="these measures only")
    parser.add_argument("--rounds", type=int, default=7, help="how often (default: 7)")
    parser.add_argument("--minutes", type=float, default=50, help="begin no round that would end later than this (default: 50)")
    parser.add_argument("--people", type=int, default=20, help="how many come at once in the crowd (default: 20)")
    parser.add_argument("--out", type=Path, default=HERE / "RESULTS.md", help="the file of the results (default: benchmarks/RESULTS.md)")
    options = parser.parse_args()
    if not sys.platform.startswith("linux"):
        sys.exit("The benchmark reads /proc: it runs on Linux.")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Ended from outside."))  # through all `with`, so that no server is left behind
    runner = Runner(chosen(contestants(), options.only), chosen(measures(), options.measures), environment.python(), options.people)
    runner.run(chromium(), options.rounds, options.minutes, lambda done, browser: report.write(runner, options.out, done, browser))
    print(f"Results: {options.out}")
    sys.exit(1 if runner.missing else 0)


if __name__ == "__main__":
    main()
