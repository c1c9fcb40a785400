"""Reading a guide from its folder."""

import msgspec
import pytest

from newsoil._errors import BadContent
from newsoil._paths import guide_folder
from newsoil.guide import read_guide

GOOD = 'format_version = 1\n\n[[passage]]\nid = "one"\nsays = "Small things count."\n'


def test_a_guide_is_all_files_of_its_folder_together(tmp_path):
    (tmp_path / "a.toml").write_text(GOOD, "utf-8")
    (tmp_path / "b.toml").write_text('format_version = 1\n[words.save]\nsaved = "Saved"\n', "utf-8")
    guide = read_guide(tmp_path)
    assert [passage.id for passage in guide.passages] == ["one"]
    assert guide.words == {"save": {"saved": "Saved"}}


def test_the_folder_of_the_linter_is_no_part_of_the_guide(tmp_path):
    (tmp_path / "a.toml").write_text(GOOD, "utf-8")
    (tmp_path / "lint").mkdir()
    (tmp_path / "lint" / "exceptions.toml").write_text("exceptions = 3\n", "utf-8")
    assert len(read_guide(tmp_path).passages) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("format_version = 1\nsays = “one”\n", "line 2"),
        (GOOD + "colour = 3\n", "`colour`"),
        (GOOD + "[[chapter]]\n", "`chapter`"),
        (GOOD.replace("says", "tells"), r"\$\.passage\[0\]"),
        (GOOD.replace('"Small things count."', "3"), r"\$\.passage\[0\]\.says"),
        (GOOD.replace("version = 1", "version = 2"), r"format_version"),
        ("[words.save]\n", "format_version"),
        ('format_version = 1\n[[exercise]]\nid = "x"\nkind = "quiz"\n', r"\$\.exercise\[0\]"),
    ],
)
def test_a_file_that_does_not_fit_is_named_with_its_key_and_what_to_do(tmp_path, text, told):
    (tmp_path / "broken.toml").write_text(text, "utf-8")
    with pytest.raises(BadContent, match=told) as raised:
        read_guide(tmp_path)
    assert str(tmp_path / "broken.toml") in str(raised.value)
    assert "Correct the file" in str(raised.value)


def test_a_file_that_is_no_utf_8_is_named(tmp_path):
    (tmp_path / "broken.toml").write_bytes(b"format_version = 1 # \xff\n")
    with pytest.raises(BadContent, match=r"broken\.toml"):
        read_guide(tmp_path)


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(BadContent, match=r"folder\.toml could not be read \(.+\)\. Check who may read it, and start again\.$"):
        read_guide(tmp_path)


@pytest.mark.parametrize("name", ["missing", "."])
def test_a_missing_or_empty_folder_holds_no_guide(tmp_path, name):
    with pytest.raises(BadContent, match="holds no content files"):
        read_guide(tmp_path / name)


def test_words_in_two_files_are_refused_because_one_would_be_lost(tmp_path):
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text('format_version = 1\n[words.save]\nsaved = "Saved"\n', "utf-8")
    with pytest.raises(BadContent) as raised:
        read_guide(tmp_path)
    both = f"{tmp_path / 'a.toml'}, {tmp_path / 'b.toml'}"
    assert str(raised.value) == f"{both}: [words.save] is in both. Put its words into one of them."


def test_what_the_guide_does_not_have_is_named_beside_what_it_has():
    guide = read_guide(guide_folder())
    for find in (guide.stage, guide.exercise, guide.aside, guide.chart):
        with pytest.raises(BadContent, match=r"“no-such-thing”\. It has: "):
            find("no-such-thing")


def test_a_guide_is_found_by_its_ids():
    guide = read_guide(guide_folder())
    assert guide.stage("start") is guide.stages[0]
    assert [guide.exercise(exercise.id) for exercise in guide.exercises] == list(guide.exercises)


def test_the_content_of_the_guide_can_be_sent_to_a_page():
    guide = read_guide(guide_folder())
    assert msgspec.json.decode(msgspec.json.encode(guide.exercises))[0]["id"] == guide.exercises[0].id
