"""Every word that the page says is content, and all content of the page is said."""

import re

from newsoil.prompts.esm import STATIC

TEXT = "\n".join(path.read_text("utf-8") for path in (*sorted(STATIC.glob("keeping*.js")), STATIC / "looked.js", STATIC / "work.js"))
NAMED = set(re.findall(r'words\["([\w-]+)"\]', TEXT)) | set(re.findall(r"\bwords\.(\w+)", TEXT))
MADE = [re.compile(re.sub(r"\\\$\\\{.*?\\\}", r"[\\w-]+", re.escape(name)) + r"\Z") for name in re.findall(r"words\[`([^`]+)`\]", TEXT)]


def test_every_word_that_is_named_is_there(guide):
    assert {"copy", "share-look", "erase-sure"} < NAMED
    assert NAMED - set(guide.words["your-notes"]) == set()


def test_every_word_that_is_there_is_said(guide):
    idle = [key for key in guide.words["your-notes"] if key not in NAMED and not any(made.match(key) for made in MADE)]
    assert idle == ["title"], "the title is said by the workbook"
