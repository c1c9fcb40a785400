"""The charts by name.

What the widget's JavaScript must do to draw a `Picture`:

1. Show `finding` as the heading, then `subtitle`, the picture, the paragraphs of `sentence`, `note`, and the table in a `details`; all
   through `textContent`, empty texts not at all. Where `sentence` names the page's way to help, those words lead there. Leave out the
   picture when `figure` is null, the table when it has no rows.
2. Put the picture into a `div role="img"` with `alternative` as its `aria-label`.
3. In a copy of `figure`, under every key that ends in `color`, replace each string (also in lists) that begins with `--` by
   `getComputedStyle(el).getPropertyValue(it).trim()`; set `layout.font.family` to the computed font family of the element. Do it
   again when the theme changes.
4. `Plotly.react(el, data, layout, {staticPlot: true, responsive: true, displayModeBar: false, displaylogo: false,
   showSendToCloud: false, plotlyServerURL: ""})`; `Plotly.purge(el)` when the widget goes. The height is fixed and the width is that
   of the element, from 288 px up; the ground is that of a sheet (`--ns-surface`). Sizes are px, text at least 14.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any

import msgspec

from newsoil._errors import BadContent
from newsoil.guide import ChartText, Guide
from newsoil.journal import Entry
from newsoil.progress import danger
from newsoil.progress.events import good_decisions, promises, setbacks, timeline, urges
from newsoil.progress.own_words import bricks, ladder, shares, trust_words, wall, wins, words_then_and_now
from newsoil.progress.picture import Picture
from newsoil.progress.steps import loops, more_secure, support_signs, weather, weather_notes, weekly_check_in, weeks
from newsoil.progress.two_marks import answers, conversations, fears, fears_noted, moments, nine_signs, signs, talks, then_and_today
from newsoil.progress.words import Words


class Chart(msgspec.Struct, frozen=True):
    """How entries become a picture, and whose entries: when one of these exercises is saved, the chart is drawn again.

    The first is the one that is drawn.
    """

    draw: Callable[[Sequence[Entry], Words], Picture]
    exercises: tuple[str, ...]


CHARTS: Mapping[str, Chart] = MappingProxyType(
    {
        "weekly-check-in": Chart(weekly_check_in.weekly_check_in, (weeks.EXERCISE, *danger.EXERCISES)),
        "good-decisions": Chart(good_decisions.good_decisions, (good_decisions.EXERCISE,)),
        "moments": Chart(moments.moments, (moments.EXERCISE,)),
        "promises": Chart(promises.promises, (promises.EXERCISE, *danger.EXERCISES)),
        "urges": Chart(urges.urges, (urges.EXERCISE,)),
        "setbacks": Chart(setbacks.setbacks, (setbacks.EXERCISE,)),
        "timeline": Chart(timeline.timeline, (timeline.EXERCISE,)),
        "conversations": Chart(conversations.conversations, (talks.EXERCISE,)),
        "nine-signs": Chart(nine_signs.nine_signs, (signs.EXERCISE,)),
        "then-and-today": Chart(then_and_today.then_and_today, tuple(answers.ITEMS)),
        "fears": Chart(fears.fears, (fears_noted.EXERCISE,)),
        "weather": Chart(weather.weather, (weather_notes.FELT, weather_notes.TRUST)),
        "more-secure-than-last-month": Chart(more_secure.more_secure, (more_secure.EXERCISE, *danger.EXERCISES)),
        "support-signs": Chart(support_signs.support_signs, (support_signs.EXERCISE,)),
        "loop-or-path": Chart(loops.loops, (loops.EXERCISE,)),
        "ladder": Chart(ladder.ladder, (shares.EXERCISE, shares.LADDER, *(one for one in danger.EXERCISES if one != shares.EXERCISE))),
        "wins": Chart(wins.wins, (wins.EXERCISE,)),
        "bricks": Chart(bricks.bricks, (wall.THINGS, wall.PROMISES)),
        "words-then-and-now": Chart(words_then_and_now.words_then_and_now, (trust_words.EXERCISE,)),
    }
)
"""Every chart by its name. Each draws entries in its own words, as they are on the day `today` of the person's clock."""


def exercises_of(name: str) -> tuple[str, ...]:
    """The exercises whose entries a chart draws; none when there is no such chart."""
    return CHARTS[name].exercises if name in CHARTS else ()


def charts_by_stage(guide: Guide) -> list[dict[str, Any]]:
    """The charts that the guide has sentences for, by the stage of the exercise that each draws first: in the order of the stages."""
    stages = {exercise.id: exercise.stage for exercise in guide.exercises}
    first = {chart.id: stages.get(exercises_of(chart.id)[0]) for chart in guide.charts if exercises_of(chart.id)}
    groups = [charts_told(stage.title, [chart for chart in guide.charts if first.get(chart.id) == stage.id]) for stage in guide.stages]
    return [group for group in groups if group["charts"]]


def charts_told(title: str, charts: Sequence[ChartText]) -> dict[str, Any]:
    """A group of charts as a page is told of it: names, titles, and whose saving draws them anew."""
    return {"title": title, "charts": [{"name": one.id, "title": one.title, "exercises": list(exercises_of(one.id))} for one in charts]}


def picture(name: str, entries: Sequence[Entry], guide: Guide, today: date, *, also: bool = False) -> Picture:
    """The picture of the chart with this name; with what it shows besides, if the person asked `also` for that.

    Raises:
        BadContent: there is no such chart, or its text lacks a sentence.
    """
    if name not in CHARTS:
        raise BadContent(f"There is no chart “{name}”. There are: {', '.join(CHARTS)}.")
    return CHARTS[name].draw(entries, Words(guide.chart(name), today, guide, also))
