"""Requirements that are about what is said, asked and kept at all: looked for in the whole content and the whole code.

`docs/safety.md` names the test of each requirement; those of its own behaviour lie beside the code that behaves.
"""

import ast
import re
from pathlib import Path
from typing import get_args

import pytest

import newsoil
from newsoil._paths import WORKBOOK, guide_folder
from newsoil.desk import Desk
from newsoil.guide import Prompt, read_guide
from newsoil.guide.notebook import read_notebook
from newsoil.journal import Store, read_settings
from newsoil.progress.charts import CHARTS
from newsoil.server.headers import headers, loopback

ROOT = Path(newsoil.__file__).parent
GUIDE = read_guide(guide_folder())
NOTEBOOKS = {path.stem: read_notebook(path) for path in sorted(WORKBOOK.glob("[0-9][0-9]-*.ipynb"))}
PYTHON = sorted(ROOT.rglob("*.py"))
SCRIPTS = [path for path in sorted(ROOT.rglob("*.js")) if "plotly" not in path.parts]
TEXTS = {path.name: path.read_text("utf-8") for path in (*guide_folder().glob("*.*"), *WORKBOOK.glob("*.ipynb"))}


def prose(stage: str) -> str:
    """All prose of a stage, which is the same for every reader."""
    return "\n\n".join(cell.text for cell in NOTEBOOKS[stage].cells if cell.cell_type == "markdown")


# ---- what it is, and what it is not --------------------------------------------------------------------------------


def test_before_the_first_exercise_the_start_page_says_what_this_is_not():
    cells = NOTEBOOKS["00-start"].cells
    first = next(number for number, cell in enumerate(cells) if ("exercise", "where-am-i-now") in cell.calls())
    before = "\n".join(cell.text for cell in cells[:first] if not cell.is_for_lab)
    for words in ("not therapy", "not a diagnosis", "not a test", "not emergency help", "written for adults", "You can use it to find out"):
        assert words in before, words
    assert not [call for cell in cells[:first] for call, _ in cell.calls() if call == "exercise"]


def test_before_the_first_exercise_the_start_page_says_where_words_are_kept():
    cells = NOTEBOOKS["00-start"].cells
    first = next(number for number, cell in enumerate(cells) if ("exercise", "where-am-i-now") in cell.calls())
    before = "\n".join(cell.text for cell in cells[:first] if not cell.is_for_lab)
    for words in ("Your answers stay in a file on this computer.", "Anyone who can use this computer may be able to read them."):
        assert words in before


def test_the_panel_of_every_page_and_the_page_about_it_say_what_this_is_not():
    said = (GUIDE.words["support"]["not-1"], (guide_folder() / "about.md").read_text("utf-8"))
    for text in said:
        for words in ("not therapy", "diagnosis", "emergency help", "not replace care"):
            assert words in text, words


def test_the_purpose_is_written_down_for_adults_and_no_clinical_scale_is_used():
    about = (guide_folder() / "about.md").read_text("utf-8")
    assert "adults" in about
    assert "wellbeing" in about
    assert [name for name, text in TEXTS.items() if re.search(r"PHQ-?\d|GAD-?\d|PCL(-5)?\b|IES-R|risk score", text)] == []


def test_nothing_claims_an_effect_and_a_page_says_what_working_alone_can_change():
    about = (guide_folder() / "about.md").read_text("utf-8")
    assert "We make no promise that trust comes back" in about
    assert "You cannot change another person that way" in about
    claims = re.compile(r"\b(proven|clinically|evidence-based|guarantee\w*|cures?|effective|scientifically|studies show)\b", re.IGNORECASE)
    assert {name: claims.findall(text) for name, text in TEXTS.items() if claims.search(text)} == {}


def test_the_page_about_it_says_that_nobody_has_reviewed_the_texts():
    about = (guide_folder() / "about.md").read_text("utf-8")
    assert "No clinician and no specialist in domestic violence has looked at these texts so far." in about


# ---- danger, for every reader --------------------------------------------------------------------------------------

SIGNS = {
    "afraid of a reaction": "afraid of how",
    "threatened": "threat",
    "hurt": "hurt",
    "kept from people, money, work": "people, money",
    "watched": "watch",
    "pushed into sex": "into sex",
    "made to feel worthless": "worthless",
}


@pytest.mark.parametrize("stage", ["00-start", "08-finding-support"])
def test_the_signs_of_danger_and_where_to_go_first_are_said_to_every_reader(stage):
    text = prose(stage)
    assert [sign for sign, words in SIGNS.items() if words not in text] == []
    assert "specialist service for domestic abuse first, on your own" in text
    assert re.search(r"(use another one|another device|Use a device that nobody else can open)", text)


@pytest.mark.parametrize("stage", ["04-safe-together", "08-finding-support", "09-questions"])
def test_where_talking_is_suggested_fear_comes_first(stage):
    cells = [cell for cell in NOTEBOOKS[stage].cells if cell.cell_type == "markdown" and not cell.is_for_lab]
    fear = next(number for number, cell in enumerate(cells) if "For everyone: if there is fear" in cell.text)
    assert fear == 1, "after the opening, before anything else"


def test_where_change_is_looked_at_fear_is_named_for_every_reader_too():
    fear = prose("07-seeing-change").partition("## For everyone: if there is fear\n")[2].partition("\n## ")[0]
    assert "Talk to a specialist service first, on your own" in fear
    assert "not a problem of talking that you could fix alone" in fear


def test_couple_counselling_is_named_only_with_what_comes_before_it():
    named = [
        (name, part)
        for name in NOTEBOOKS
        for part in prose(name).split("\n## ")
        if re.search(r"couples? (counsell|therap)", part, re.IGNORECASE)
    ]
    assert len(named) >= 3
    for name, text in named:
        assert "specialist service" in text.lower(), name
        assert re.search(r"fear|afraid", text), name
    advised = [
        cell
        for notebook in NOTEBOOKS.values()
        for cell in notebook.cells
        if re.search(r"can be couples|couples counselling is one way", cell.text)
    ]
    assert [cell.id for cell in advised if not cell.is_for_two] == [], "after a yes at the gate the app leaves such a paragraph out"
    assert len(advised) == 2
    content = {name: text for name, text in TEXTS.items() if name.endswith(".toml") and name != "passages.toml"}
    assert [name for name, text in content.items() if re.search(r"couples? (counsell|therap)", text, re.IGNORECASE)] == []


def test_what_one_does_oneself_is_named_too_and_kindly():
    own = {
        "02-signs-in-me": (
            "Reading their messages, tracking where they are, or setting small tests",
            "The fear behind it is understandable",
        ),
        "04-safe-together": ("silence as a punishment", "small tests", "checking up on someone"),
        "08-finding-support": ("check up on someone", "track them", "threaten them", "punish them with silence", "people who want to stop"),
        "09-questions": ("Reading their messages, tracking them, setting tests or punishing with silence",),
    }
    for stage, words in own.items():
        assert [one for one in words if one not in prose(stage)] == [], stage
    after = str(GUIDE.exercise("promises").after)
    assert "Watching and testing can hurt the other person" in after
    urge = GUIDE.exercise("urge")
    assert "for you if you already checked" in urge.lead.otherwise
    for text in (urge.after.otherwise, urge.after.on_my_own):
        for words in ("Checking, tracking and testing can hurt", "even when they come from fear", "silence that is meant to punish"):
            assert words in text, words
        assert "If you find it hard to stop, a trained person can help." in text
    assert "takes away their privacy" in urge.after.afraid
    signs = GUIDE.exercise("four-signs")
    assert all("They are not faults" in text for text in (signs.lead.otherwise, signs.lead.on_my_own))
    assert "looking for warning signs" in next(prompt.label for prompt in signs.prompts if prompt.id == "scanning")
    assert "do not need to go and check" in next(prompt.hint for prompt in signs.prompts if prompt.id == "looked-for")


# ---- what is asked and kept ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("exercise", GUIDE.exercises, ids=lambda exercise: exercise.id)
@pytest.mark.parametrize("status", ["done", "not-today", "rest"])
def test_every_exercise_can_be_ended_without_an_answer(tmp_path, exercise, status):
    desk = Desk(GUIDE, Store(tmp_path))
    now = "2026-11-23T10:00:00+01:00"
    edit = {"page": "one", "entry": "e1", "exercise": exercise.id, "made_at": now, "at": now}
    for seq, prompt in enumerate(exercise.prompts, 1):
        skipped = desk.save({"kind": "edit", **edit, "seq": seq, "act": "skip", "prompt": prompt.id, "value": True})
        assert skipped["kind"] == "saved", skipped
    ended = desk.save({"kind": "edit", **edit, "seq": 99, "act": "status", "prompt": "", "value": status})
    assert ended["kind"] == "saved", ended
    (entry,) = Store(tmp_path).load().entries
    assert (entry.status, entry.answers, len(entry.skipped)) == (status, {}, len(exercise.prompts))


def test_a_prompt_takes_words_numbers_choices_days_and_links_and_nothing_that_proves_something_about_another():
    kinds = {kind.__struct_config__.tag for kind in get_args(Prompt)}
    simple = {"text", "short-text", "scale", "intensity", "choice", "choices", "date", "link", "question", "both"}
    assert kinds == simple | {"rows", "ladder", "sorter", "sentence"}
    reach = re.compile(r"type = \"file\"|type=\"?file|getUserMedia|geolocation|navigator\.contacts|clipboard\.read|showOpenFilePicker")
    assert [path.name for path in SCRIPTS if reach.search(path.read_text("utf-8"))] == []
    assert "Write down only what was promised openly" in str(GUIDE.exercise("promises").lead)


def test_no_page_may_ask_where_somebody_is():
    for own in (True, False):
        assert "geolocation=()" in headers(loopback(7645), own_scripts_alone=own)["Permissions-Policy"]


def test_each_chart_is_of_ones_own_answers_and_none_is_a_total():
    """What was noted of the other person's promises is drawn when it is asked for: `tests/progress/test_promises.py` shows it."""
    words = " ".join(f"{chart.title} {chart.subtitle}" for chart in GUIDE.charts).lower()
    assert not re.search(r"\b(total|overall|trust level|partner|average|score|others)\b", words)
    compared = {chart.id for chart in GUIDE.charts if "compared" in f"{chart.title} {chart.subtitle}"}
    assert compared == {"more-secure-than-last-month"}, "with oneself, a month before"
    assert {name for chart in CHARTS.values() for name in chart.exercises} <= {exercise.id for exercise in GUIDE.exercises}


def test_which_country_it_is_is_the_choice_of_a_person_and_nothing_guesses_it(tmp_path):
    assert read_settings(tmp_path).country == ""
    assert [path.name for path in SCRIPTS if re.search(r"navigator\.languages?\b|timeZone", path.read_text("utf-8"))] == []


# ---- nothing is sent -----------------------------------------------------------------------------------------------

SENDS = {"smtplib", "ftplib", "imaplib", "poplib", "xmlrpc", "requests", "httpx", "aiohttp", "urllib3", "websockets", "urllib.request"}
SENDS |= {"http.client", "tornado.httpclient", "tornado.simple_httpclient", "socketserver", "telnetlib"}


def imported(path: Path) -> set[str]:
    """The modules that a file imports, with every name above them and what is taken from them."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found | {name.rpartition(".")[0] for name in found}


def test_nothing_of_ours_can_send_a_message_to_anybody():
    assert [path.name for path in PYTHON if imported(path) & SENDS] == []
    assert imported(Path(__file__).parent / "browser" / "servers.py") & SENDS, "what is looked for would be found"
    assert "nobody is notified" in GUIDE.words["support"]["not-3"]
    assert "Nobody is notified" in prose("00-start")


def test_no_script_names_another_host():
    shapes = "http://www.w3.org/2000/svg"  # the name of what a shape is, which nobody asks for
    named = {path.name: set(re.findall(r"https?://[^\s\"'`)/]+[^\s\"'`)]*", path.read_text("utf-8"))) - {shapes} for path in SCRIPTS}
    assert {name: addresses for name, addresses in named.items() if addresses} == {}


def test_what_was_looked_through_is_there():
    assert len(PYTHON) > 100
    assert len(SCRIPTS) > 40
    assert len(TEXTS) > 20
