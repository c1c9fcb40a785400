"""The prose of a markdown text: as HTML, and as what it is made of, headings, paragraphs, list items, links, images."""

import re
from collections.abc import Iterator
from typing import Any, Literal, cast

import mistune
import msgspec

_PARSE = mistune.create_markdown(renderer="ast", plugins=["table", "strikethrough"])

_BLOCKS: dict[str, Literal["heading", "paragraph", "item"]] = {
    "heading": "heading",
    "paragraph": "paragraph",
    "block_text": "item",
    "table_cell": "item",
}

_NOTEBOOK_LINK = re.compile(r'href="(?:\./)?(\d\d-[\w-]+\.ipynb)"')

Token = dict[str, Any]


class Block(msgspec.Struct, frozen=True):
    """One heading, paragraph or list item, in the words that a person reads."""

    kind: Literal["heading", "paragraph", "item"]
    words: str
    level: int = 0


class Prose(msgspec.Struct, frozen=True):
    """A markdown text: its blocks, the addresses of its links, the texts of its images, its raw HTML."""

    blocks: tuple[Block, ...]
    links: tuple[str, ...]
    images: tuple[str, ...]
    html: tuple[str, ...]


def to_html(source: str) -> str:
    """Our own markdown as HTML for the web app: links between notebooks become links between stages. Never for a person's words."""
    return _NOTEBOOK_LINK.sub(lambda link: f'href="#/{link[1][3:-6]}"', str(mistune.html(source)))


def read_markdown(source: str) -> Prose:
    """The prose of a markdown text, read as the web app reads it."""
    tokens = list(_walk(cast("list[Token]", _PARSE(source))))
    return Prose(
        blocks=tuple(
            Block(_BLOCKS[token["type"]], _words(token), token.get("attrs", {}).get("level", 0))
            for token in tokens
            if token["type"] in _BLOCKS
        ),
        links=tuple(token["attrs"]["url"] for token in tokens if token["type"] == "link"),
        images=tuple(_words(token) for token in tokens if token["type"] == "image"),
        html=tuple(token["raw"].strip() for token in tokens if token["type"] in {"block_html", "inline_html"}),
    )


def _walk(tokens: list[Token]) -> Iterator[Token]:
    for token in tokens:
        yield token
        yield from _walk(token.get("children", []))


def _words(token: Token) -> str:
    if "children" in token:
        return "".join(_words(child) for child in token["children"])
    if token["type"] in {"softbreak", "linebreak"}:
        return " "
    return str(token.get("raw", "")) if token["type"] in {"text", "codespan"} else ""
