"""A stage, a journal and its widgets: the only place where they meet."""

from datetime import UTC, date, datetime
from typing import Any

import msgspec

from newsoil._errors import BadContent
from newsoil._paths import support_folder
from newsoil.desk import Desk, open_desk
from newsoil.doorway import Doorway
from newsoil.exercise_texts import exercise_texts
from newsoil.guide import Stage, read_support
from newsoil.guide.right_now import right_now
from newsoil.guide.rounds_shown import rounds_shown
from newsoil.guide.shown_lines import shown_lines
from newsoil.look_back import look_back
from newsoil.progress.charts import charts_by_stage, charts_told, exercises_of, picture
from newsoil.prompts import (
    AsideWidget,
    ChartsWidget,
    ChartWidget,
    DoorWidget,
    ExerciseWidget,
    LookBackWidget,
    OfferWidget,
    ReminderWidget,
    RoundsWidget,
    is_served,
)
from newsoil.reader import kept_fears, situation
from newsoil.reminder import reminder_file, reminder_texts


class Page:
    """One stage of the guide. Each method makes a widget for the notebook to show."""

    def __init__(self, stage: Stage, desk: Desk) -> None:
        self.stage = stage
        self._desk = desk
        self._first = ""

    def exercise(self, name: str) -> ExerciseWidget | AsideWidget:
        """The widget of the exercise with this id; it knows nothing of the person until the browser says hello.

        In the place of one that cannot be used stands the sentence that says why; the rest of the stage opens.

        Raises:
            BadContent: the guide has no such exercise.
        """
        if sentence := self._desk.guide.refused.get(name):
            return AsideWidget({"id": name, "text": sentence}, lambda message: {"kind": "show"} if message.get("kind") == "hello" else None)
        exercise = self._desk.guide.exercise(name)
        self._first = self._first or name

        def answer(message: dict[str, Any]) -> dict[str, Any] | None:
            if message.get("kind") == "hello":
                self._desk.greet(message.get("at"))
                return self._desk.show(exercise)
            if message.get("kind") == "more":
                return self._desk.show(exercise, most=_count(message.get("most")))
            return self._desk.save(message) if message.get("kind") == "edit" else None

        return ExerciseWidget({**exercise_texts(self._desk.guide, exercise), "first": name == self._first}, answer)

    def aside(self, name: str) -> AsideWidget:
        """The widget of a paragraph that differs by situation.

        Raises:
            BadContent: the guide has no such aside.
        """
        aside = self._desk.guide.aside(name)

        def answer(message: dict[str, Any]) -> dict[str, Any] | None:
            if message.get("kind") != "hello":
                return None
            journal = self._desk.look()
            if journal is None:
                return {"kind": "locked"}
            kept = kept_fears(self._desk.guide, journal)
            told = {"kind": "show", "situation": situation(journal)}
            return {**told, "gate": msgspec.to_builtins(kept)} if kept else told

        gate = self._desk.guide.gate.items if self._desk.guide.gate else ""
        return AsideWidget({"id": aside.id, "text": msgspec.to_builtins(aside.text), "gate": gate}, answer)

    def chart(self, name: str) -> ChartWidget:
        """The widget of the chart with this name, which stands open.

        Raises:
            BadContent: there is no such chart, or the guide has no sentences for it.
        """
        title = self._desk.guide.chart(name).title
        if not exercises_of(name):
            raise BadContent(f"There is no chart “{name}” that draws notes. Leave it out of the notebook and of the guide.")
        words = self._desk.guide.words.get("chart", {})
        content = {"name": name, "title": title, "exercises": exercises_of(name), "words": words}
        return ChartWidget(content, lambda message: self._drawn(name, message))

    def charts(self, *names: str) -> ChartsWidget:
        """The widget of folded charts: those named, or all of the guide by the stage of the exercise that each draws.

        Raises:
            BadContent: the guide has no sentences for such a chart.
        """
        guide = self._desk.guide
        named = [guide.chart(name) for name in names]
        content = {"groups": [charts_told("", named)] if named else charts_by_stage(guide), "words": guide.words.get("chart", {})}
        return ChartsWidget(content, lambda message: self._drawn(message.get("name"), message))

    def _drawn(self, name: Any, message: dict[str, Any]) -> dict[str, Any] | None:
        """The picture of a chart, when a page greets it; nothing for a name that no page of ours has."""
        if message.get("kind") != "hello" or name not in [chart.id for chart in self._desk.guide.charts if exercises_of(chart.id)]:
            return None
        journal = self._desk.look()
        if journal is None:
            return {"kind": "locked", "name": name}
        entries = [entry for exercise in exercises_of(name) for entry in journal.of(exercise)]
        also = message.get("also") is True and kept_fears(self._desk.guide, journal) is None
        drawn = picture(name, entries, self._desk.guide, _day(message.get("today")), also=also)
        return {"kind": "show", "name": name, "picture": msgspec.to_builtins(drawn)}

    def look_back(self) -> LookBackWidget:
        """The widget for looking back: a moment, days, words that are looked for, one note, what this trust rests on."""
        return look_back(self._desk)

    def reminder(self) -> ReminderWidget:
        """The widget that makes a reminder for the person's own calendar. It works while the notes are sealed: nothing of it is kept.

        Raises:
            BadContent: the guide does not say how far ahead a reminder may reach.
        """
        guide = self._desk.guide
        return ReminderWidget(reminder_texts(guide), lambda message: reminder_file(guide, message, _day(message.get("today"))))

    def door(self) -> DoorWidget:
        """The widget that unseals the notes for a notebook, locks them, covers the screen and shows where help is.

        The app has all of this around its pages.
        """

        def answer(message: dict[str, Any]) -> dict[str, Any] | None:
            if message.get("kind") == "edit":  # what is noted down in “Right now”
                return self._desk.save(message)
            return doorway.answer(message) if doorway.knows(message.get("kind")) else None

        words = self._desk.guide.words
        lines = shown_lines(datetime.now(UTC).astimezone().date())
        title = words.get("support", {}).get("title", "")
        help_now = {"title": title, "lines": lines, "country": self._desk.store.settings().country}
        widget = DoorWidget({"words": words.get("door", {}), "help": help_now, "now": right_now(self._desk.guide)}, answer)
        doorway = Doorway(self._desk, widget.say)
        return widget


def _count(most: Any) -> int:
    """How many entries a page may ask for at once."""
    return min(most, 10_000) if isinstance(most, int) and most > 0 else 50


def _day(today: Any) -> date:
    """The day of the page's clock, which need not be the kernel's."""
    try:
        return date.fromisoformat(today)
    except (TypeError, ValueError):
        return datetime.now(UTC).astimezone().date()


def _offer_help(desk: Desk) -> None:
    """In JupyterLab, let the page notice words that sound like danger; in the app its shell does. The list goes there, no word back."""
    if is_served() or desk.guide.acute is None or desk.store.settings().acute == "off":
        return
    lists = ", ".join(line.address for line in read_support(support_folder()).directories())
    words = desk.guide.words.get("acute", {})
    OfferWidget({"list": msgspec.to_builtins(desk.guide.acute), "words": words, "lists": lists})


def _say_rounds(desk: Desk) -> None:
    """In JupyterLab, let the page say that a theme comes back; in the app its shell does. Words go there; which theme, the desk says."""
    if not is_served() and desk.guide.rounds is not None and desk.store.settings().rounds == "on":
        RoundsWidget(rounds_shown(desk.guide))


def open_page(stage: str) -> Page:
    """Open a stage of the guide by its id, on the journal of this computer's participant.

    Raises:
        BadContent: the guide has no such stage, or its files cannot be used.
    """
    desk = open_desk()
    _offer_help(desk)
    _say_rounds(desk)
    return Page(desk.guide.stage(stage), desk)
