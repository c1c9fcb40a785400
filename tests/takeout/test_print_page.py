"""The page for printing stands alone: no script, no address, every word as text."""

import re

from hostile_words import words
from hypothesis import given
from reading_html import read

from newsoil.journal import Journal
from newsoil.takeout import to_handout, to_print
from newsoil.takeout.templating import css_string


def alone(raw):
    """The page, if nothing in it leads anywhere or runs."""
    html = raw.decode()
    found = read(html)
    assert not {"script", "link", "img", "iframe", "object", "embed", "form", "a", "base", "svg"} & set(found.tags)
    assert not {name for name, _ in found.attributes} & {"href", "src", "srcset", "style", "action", "id", "onload", "onclick"}
    styles = "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    assert not re.search(r"url\(|@import|@font-face|//", styles)
    assert "default-src 'none'" in html
    return html


def test_a_print_stands_alone(guide, sample):
    assert "://" not in alone(to_print(sample, guide))


def test_a_handout_stands_alone(guide):
    assert "://" not in alone(to_handout(guide))


@given(words, words)
def test_a_person_s_words_are_text_and_nothing_else(guide, note, text, own):
    entries = (note("journal", text=text), note("trigger", type=[own]), note("my-roadmap", secure=[{"id": "r1", "line": own}]))
    html = alone(to_print(Journal(entries=entries), guide))
    found = read(html, "answer")
    shown = [text, own]
    assert [block.replace("\r\n", "\n").replace("\r", "\n") for block in found.inside] == [
        each.replace("\r\n", "\n").replace("\r", "\n") for each in shown
    ]
    assert found.tags_inside == []


def test_hostile_words_stay_words(guide, journal, note):
    html = to_print(journal(note("journal", text='</style><script>alert("1")</script><img src=x>')), guide).decode()
    assert "<script" not in html
    assert "<img" not in html


def test_every_print_says_what_it_is_not_on_each_page_and_at_its_end(guide, sample):
    html = to_print(sample, guide).decode()
    says = guide.words["takeout"]["what-this-is-not"]
    assert read(html, "last").inside == [says]
    assert f'content: "{css_string(says)}"' in html
    assert 'content: "Page " counter(page) " of " counter(pages) ""' in html


def test_the_title_is_the_discreet_one_because_it_becomes_a_file_name(guide, sample):
    assert read(to_print(sample, guide).decode(), "title").inside == ["Notes"]
    assert read(to_handout(guide).decode(), "title").inside == ["Notes"]


def test_the_note_on_who_may_find_the_paper_can_be_left_out(guide, sample):
    title = guide.words["takeout-advice"]["title"]
    for draw in (lambda **options: to_print(sample, guide, **options), lambda **options: to_handout(guide, **options)):
        assert title in draw().decode()
        assert title not in draw(advice=False).decode()


def test_the_same_notes_make_the_same_bytes(guide, sample):
    assert to_print(sample, guide) == to_print(sample, guide)


@given(words)
def test_a_text_in_the_stylesheet_never_ends_its_string(text):
    assert not re.search(r'["<>\n\r\f]|\\(?![0-9a-f]+ )', css_string(text))


def test_progress_is_told_for_each_note(guide, sample):
    heard = []
    to_print(sample, guide, progress=lambda done, of: heard.append((done, of)))
    assert heard == [(done, len(heard)) for done in range(1, len(heard) + 1)]
    assert len(heard) > 10
