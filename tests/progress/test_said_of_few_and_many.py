"""What charts say where notes are too few for change, and where more are noted than drawn."""

import re
from typing import Any

import pytest
from filled_charts import FILLED

CHANGING = {"weekly-check-in", "conversations", "weather", "loop-or-path", "more-secure-than-last-month"}
"""Charts that are about change."""

TOO_FEW = re.compile(r"So few (check-ins|talks|notes|months) cannot show (whether one month was easier than another|which way things go)\.")

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


@pytest.mark.parametrize("name", sorted(ROWS))
def test_where_not_all_notes_are_drawn_the_heading_counts_those_that_are(draw_chart: Any, name: str) -> None:
    drawn = draw_chart(name, FILLED[name](60))
    assert re.search(r"\b(newest|latest)\b", drawn.finding), drawn.finding
    counted = max(int(number) for number in re.findall(r"\d+", drawn.finding))
    assert counted <= ROWS[name]
    assert re.search(rf"\b{ROWS[name]}\b", drawn.note)
