"""The content test: what the linter knows to look for is right in everything that is shipped."""

import re

from newsoil._paths import WORKBOOK, guide_folder, support_folder
from newsoil.guide import read_guide, read_support
from newsoil.guide.lint import lint
from newsoil.guide.rules import read_rules


def test_the_shipped_guide_its_notebooks_and_its_help_lines_have_no_problem():
    guide, support = read_guide(guide_folder()), read_support(support_folder())
    assert lint(guide, WORKBOOK, pages=guide_folder().glob("*.md"), support=support) == []


def test_the_shipped_word_list_has_every_word_that_we_agreed_not_to_use():
    words = {word for alarm in read_rules(guide_folder() / "lint").alarms for word in alarm.words}
    assert words >= {"streak", "score", "fail", "missed", "must", "should", "just", "simply", "obviously", "toxic", "cheater", "victim"}
    assert words >= {"broken", "crazy", "normal people", "closure", "journey", "heal", "healed", "healing"}
    assert words >= {"symptom", "disorder", "diagnosis", "he", "she"}


def test_a_control_that_a_text_names_is_called_so_in_the_header():
    guide = read_guide(guide_folder())
    texts = [path.read_text("utf-8") for path in (*guide_folder().glob("*.toml"), *WORKBOOK.glob("*.ipynb"))]
    named = {name for text in texts for name in re.findall(r"“((?:Help now|Right now|Leave quickly)[^”.,?]*)”", text)}
    assert named == {guide.words["shell"]["help"], guide.words["right-now"]["title"], guide.words["shell"]["leave"]}
