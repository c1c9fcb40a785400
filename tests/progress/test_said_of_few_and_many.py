"""What charts say where notes are too few for change, and where more are noted than drawn."""

import re
from typing import Any

import pytest
from filled_charts import FILLED

CHANGING = {"weekly-check-in", "conversations", "weather", "loop-or-path", "more-secure-than-last-month"}
"""Charts that are about change."""

TOO_FEW = re.compile(r"So few (check-ins|talks|notes|months) cannot show (whether one month was easier than another|which way things go)\.")

COUNTING = {"moments", "promises", "urges", "fears", "nine-signs"}
"""Charts that are of notes one by one, and say something of them all from ten on."""

CALLED_FEW = CHANGING | COUNTING | {"then-and-today"}
"""Charts that call two to four notes too few to call a pattern. Not setbacks: one of them can be taken seriously."""

NO_PATTERN = re.compile(r"So few (moments|promises|notes|fears|months) cannot show a pattern\.")

ROWS = {"moments": 12, "conversations": 12, "fears": 12, "weekly-check-in": 26, "weather": 28, "more-secure-than-last-month": 24}
"""How many are drawn of many notes."""


@pytest.mark.parametrize("name", sorted(CHANGING))
def test_so_few_notes_cannot_show_change_and_that_is_said_once(draw_chart: Any, name: str) -> None:
    for n in (1, 3, 5, 7, 9, 60):
        drawn = draw_chart(name, FILLED[name](n))
        few = len(TOO_FEW.findall(f"{drawn.finding} {drawn.sentence} {drawn.note}"))
        days = [row for row in drawn.table.rows if row[1] != "–"] if name == "weather" else []
        some = 5 <= len(days) <= 9 if name == "weather" else drawn.state == "some"
        assert few == some, (n, drawn.note)


@pytest.mark.parametrize("name", sorted(CALLED_FEW))
def test_two_to_four_notes_are_too_few_to_call_a_pattern(draw_chart: Any, name: str) -> None:
    for n in (1, 2, 3, 4, 5, 7, 12, 60):
        drawn = draw_chart(name, FILLED[name](n))
        days = [row for row in drawn.table.rows if row[1] != "–"]
        few = 2 <= (len(days) if name == "weather" else n) <= 4
        assert drawn.finding.endswith(". Too few to call a pattern.") == few, (n, drawn.finding)


@pytest.mark.parametrize("name", sorted(COUNTING))
def test_five_to_nine_notes_are_counted_in_the_heading_and_nothing_is_said_of_them_all(draw_chart: Any, name: str) -> None:
    for n in range(1, 13):
        drawn = draw_chart(name, FILLED[name](n))
        some = 5 <= n <= 9
        assert bool(NO_PATTERN.search(drawn.note)) == some, (n, drawn.note)
        if some:
            assert re.findall(r"\d+", drawn.finding) == [str(n)]
            assert not re.search(r"\b(most|often|of|differently|alike)\b", drawn.finding.replace("of your own", "")), drawn.finding


@pytest.mark.parametrize("name", sorted(ROWS))
def test_where_not_all_notes_are_drawn_the_heading_counts_those_that_are(draw_chart: Any, name: str) -> None:
    drawn = draw_chart(name, FILLED[name](60))
    assert re.search(r"\b(newest|latest)\b", drawn.finding), drawn.finding
    counted = max(int(number) for number in re.findall(r"\d+", drawn.finding))
    assert counted <= ROWS[name]
    assert re.search(rf"\b{ROWS[name]}\b", drawn.note)
