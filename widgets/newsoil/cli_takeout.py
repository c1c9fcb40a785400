"""The part of the `newsoil` command that takes things out: `export` and `handout`. What it needs is imported when it is asked for."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsoil._errors import BadStart
from newsoil.at_terminal import line_of_progress
from newsoil.cli_meeting import SIZES, add_meeting, meeting_handout
from newsoil.journal import Journal, to_json
from newsoil.keeping import NOT_ALL, open_store

if TYPE_CHECKING:
    from newsoil.guide import Guide
    from newsoil.takeout import Choice, Progress

FORMATS = ("json", "csv", "markdown", "print")


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add `export` and `handout` to the commands."""
    put = argparse.ArgumentParser(add_help=False)
    put.add_argument("--replace", action="store_true", help="write over a file that is there already")
    put.add_argument("--large", action="store_true", help="print a third larger")
    put.add_argument("--without-advice", action="store_true", help="leave out the note on who may find the paper")
    export = commands.add_parser("export", parents=[shared, put], help="your notes as JSON, CSV, markdown or a page to print")
    export.add_argument("--format", type=_format, default="json", metavar="|".join(FORMATS), help="json unless given")
    export.add_argument("--exercise", action="append", default=[], metavar="ID", help="this exercise alone; may be given more than once")
    export.add_argument("--from", dest="first", metavar="DATE", help="notes from this day on, such as 2026-11-23, 2026-11 or 2026")
    export.add_argument("--to", dest="last", metavar="DATE", help="notes up to this day")
    export.add_argument("--out", metavar="FILE|FOLDER", help="where to; several CSV files need a folder (else standard output)")
    handout = commands.add_parser("handout", parents=[put], help="blank exercises, or a whole meeting, to print and fill in by hand")
    handout.add_argument("exercise", nargs="*", metavar="EXERCISE", help="the ids of exercises; all of them unless given")
    handout.add_argument("--out", metavar="FILE", help="the file to write (else standard output)")
    add_meeting(handout)


def _format(text: str) -> str:
    """A format by its name. Raises `ArgumentTypeError` when there is none of that name."""
    if text not in FORMATS:
        raise argparse.ArgumentTypeError(f"a format is one of {', '.join(FORMATS)}")
    return text


def export(options: argparse.Namespace, home: Path) -> int:
    """Export notes. Reads only, so that a copy on a disk that takes nothing more can be exported too."""
    store = open_store(options, home)
    with line_of_progress() as tell:
        journal, discreet = store.load(tell), store.settings().title == "discreet"
        if options.format == "json" and not options.exercise and options.first is None and options.last is None:
            content = {"": to_json(journal)}
        else:
            content = _taken(journal, options, lambda done, of: tell(done, of, "make"), discreet=discreet)
    for sentence in journal.unreadable:
        print(sentence, file=sys.stderr)
    _deliver(content, options)
    return NOT_ALL if journal.unreadable else 0


def handout(options: argparse.Namespace, home: Callable[[], Path]) -> int:
    """Write blank exercises, or a whole meeting, which alone looks into the home."""
    from newsoil._paths import guide_folder
    from newsoil.guide import open_guide
    from newsoil.takeout import to_handout

    if options.plan:
        content = meeting_handout(options, home())
    else:
        guide, advice, size = open_guide(guide_folder()), not options.without_advice, SIZES.get(options.paper, "")
        content = to_handout(guide, options.exercise, advice=advice, large=options.large, size=size)
    _deliver({"": content}, options)
    return 0


def _taken(journal: Journal, options: argparse.Namespace, progress: "Progress", *, discreet: bool) -> dict[str, bytes]:
    """What is exported, by file name; the name is empty when one file or standard output will do."""
    from newsoil._paths import guide_folder
    from newsoil.guide import open_guide
    from newsoil.takeout import Choice, to_markdown, to_print

    guide, chosen = open_guide(guide_folder()), tuple(options.exercise)
    for name in chosen:
        if not any(entry.exercise == name for entry in journal.entries):
            guide.exercise(name)
    choice = Choice(exercises=chosen, first=_day(options.first, 0), last=_day(options.last, 1))
    if choice.first and choice.last and choice.first > choice.last:
        raise BadStart("--from is a later day than --to. Change one of them.")
    if options.format == "json":
        return {"": to_json(choice.narrow(journal))}
    if options.format == "csv":
        return dict(_tables(journal, guide, choice, progress, discreet=discreet))
    if options.format == "print":
        return {"": to_print(journal, guide, choice, advice=not options.without_advice, large=options.large, progress=progress)}
    return {"": to_markdown(journal, guide, choice, advice=not options.without_advice, progress=progress)}


def _tables(journal: Journal, guide: "Guide", choice: "Choice", progress: "Progress", *, discreet: bool) -> Iterator[tuple[str, bytes]]:
    """One CSV file for each exercise, and the one that explains them unless a single one was asked for.

    They are called by numbers where the person has chosen that the workbook is called “Notes”.
    """
    from newsoil.takeout import names_of, to_columns, to_csv
    from newsoil.takeout.choice import exercise_of

    known = [exercise.id for exercise in guide.exercises]
    met = sorted({entry.exercise for entry in journal.entries} - set(known))
    names = list(dict.fromkeys(choice.exercises)) or known + met
    if len(names) == 1:
        yield "", to_csv(journal, guide, names[0], choice, progress=progress)
        return
    files = names_of(names, discreet=discreet)
    for done, name in enumerate(names, 1):
        yield files[name], to_csv(journal, guide, name, choice)
        progress(done, len(names))
    yield "columns.csv", to_columns(journal, guide, [exercise_of(guide, name) for name in names], files if discreet else {})


def _day(written: str | None, end: int) -> date | None:
    """The first or last day of a range. Raises `BadStart` when it is no day, month or year."""
    from newsoil.takeout.choice import span_of

    span = None if written is None else span_of(written)
    if written is not None and span is None:
        raise BadStart(f"“{written}” is no day. Write it as 2026-11-23, 2026-11 or 2026.")
    return span and span[end]


def _deliver(content: dict[str, bytes], options: argparse.Namespace) -> None:
    """Write content to its file or folder, or to standard output."""
    out = options.out
    if out is None:
        if "" not in content:
            raise BadStart("Several CSV files need a folder. Name it with --out, or choose one --exercise.")
        print_bytes(content[""])
        return
    from newsoil.takeout.files import put

    if not out.strip():
        raise BadStart("--out names no file. Write one after it, or leave it out.")
    place = Path(out).expanduser()
    if "" not in content and place.exists() and not place.is_dir():
        raise BadStart(f"{place} is a file, and several CSV files need a folder. Choose another name with --out.")
    put({place / name if name else place: each for name, each in content.items()}, replace=options.replace)


def print_bytes(content: bytes) -> None:
    """Write to standard output, whatever the locale. A reader that has seen enough is no error."""
    if sys.stdout is None:
        raise BadStart("There is no standard output to write to.")
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains once more when it ends
        if not isinstance(error, BrokenPipeError):
            raise BadStart(f"The notes could not be written out ({error.strerror}).") from error
