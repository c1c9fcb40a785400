"""Markdown: pleasant to read, and a person's own words never become markup."""

import re

import mistune
import pytest
from hostile_words import words
from hypothesis import example, given
from reading_html import read

from newsoil.journal import Journal
from newsoil.takeout import Choice, to_markdown
from newsoil.takeout.escaping import escaped, quoted

PLAIN = mistune.create_markdown()
EVERY = mistune.create_markdown(
    plugins=[
        "strikethrough", "footnotes", "table", "url", "task_lists", "def_list", "abbr", "mark", "insert", "superscript", "subscript",
        "math", "ruby", "spoiler",
    ]
)  # fmt: skip


def lines(text):
    """The lines of a text that say something, white space within them as one space."""
    return [" ".join(line.split()) for line in re.split(r"\r\n|\r|\n", text) if line.split()]


def rendered(render, markdown, within="blockquote"):
    found = read(render(markdown), within)
    return [line for block in found.inside for line in lines(block)], set(found.tags_inside)


@pytest.mark.parametrize("render", [PLAIN, EVERY], ids=["plain", "with every plugin"])
@given(text=words)
@example(text="# a\n- b\n1. c\n    code\n---\n| d |\n|---|\n> e\n```\nf")
@example(text="*a* _b_ `c` [d](e) <b>f</b> &amp; ~~g~~ http://h.example www.i.example j@k.example \\")
@example(text="a\n===\nb\n: c\n\n[^1]: d\n\n\n\n*[e]: f")
@example(text="a\\\nb  \nc\t\n d")
def test_rendering_gives_back_exactly_the_words_and_no_markup(render, text):
    told, tags = rendered(render, quoted(text))
    assert told == lines(text)
    assert tags <= {"p", "br"}


@pytest.mark.parametrize("render", [PLAIN, EVERY], ids=["plain", "with every plugin"])
@given(text=words)
def test_one_line_gives_back_exactly_the_words_as_a_list_item(render, text):
    told, tags = rendered(render, f"- {escaped(text)}\n", "li")
    assert " ".join(told) == " ".join(text.split())
    assert not tags


@given(text=words, other=words, own=words)
def test_a_whole_text_gives_back_every_answer(guide, note, text, other, own):
    entries = (
        note("journal", text=text),
        note("trigger", event=other, type=["silence", own]),
        note("my-roadmap", secure=[{"id": "r1", "line": own, "share": "no"}]),
    )
    html = EVERY(to_markdown(Journal(entries=entries), guide).decode())
    assert [line for block in read(html, "blockquote").inside for line in lines(block)] == lines(text) + lines(other)
    items = [" ".join(block.split()) for block in read(html, "li").inside]
    assert [item for item in items if item] == [
        item for item in ("Silence", " ".join(own.split()), " ".join(own.split()), "Would you share this line? Keep to myself") if item
    ]


def test_a_text_is_pleasant_to_read_unrendered():
    words = "I went to bed early (at last). It was 5 to 10, and I thought: that’s fine!\nThen – well, “fine” – I slept."
    assert quoted(words) == "> " + words.replace("\n", "\\\n> ")


def test_a_note_is_a_day_a_question_and_an_answer(guide, journal, note):
    made = journal(note("one-good-decision", decision="Went home.\n\nSlept.", size="small", entry={"status": "draft"}))
    text = to_markdown(made, guide, advice=False).decode()
    assert text == (
        "# My notes\n\n"
        "This holds each note as it is now. What you deleted, and earlier forms of an answer, are in the JSON export.\n\n"
        "## One good decision\n\n"
        "### 23 November 2026 · In progress\n\n"
        "**What did you decide today that you are glad about?**\n\n"
        "> Went home.\n>\n> Slept.\n\n"
        "**How big was it for you?**\n\n"
        "- Small\n\n"
        "---\n\n"
        "For reflection and learning. Not a diagnosis, not therapy, not emergency help. It does not replace care.\n"
    )


def test_a_choice_without_notes_says_so(guide, sample):
    text = to_markdown(sample, guide, Choice(exercises=("nothing",))).decode()
    assert "There is no note in what was chosen." in text
    assert "Who may find this" in text
