"""Words for trust, then and now: what a person sorted as part of trust and said in their own words, at first and at last.

Sentences in charts-own-words.toml: `one`, `two` (the heading, at any number: from when the words are), `in` and `on` (how a month and,
where both are of one month, a day is said); `subtitle-marks` says what the marks mean before they are seen, `right` stands below the
picture, `between` and `listed` say what is left out; `own`, `at-both` (above a sentence of one's own that is in both), `both`, `new`,
`gone`, `no-cards`, `more` stand in the picture, `alt…` say it, `cards-…` name the two places that are drawn.

`n` counts versions, by their days. Nothing is called more or less, and a word that is no longer there is no loss.

The lists are drawn and not left to the table: at 288 px they are the two columns of the catalogue, a mark on the left for then and
one on the right for now, with the words between them, so that no word is written twice or broken to fit a narrow column.
"""

from collections.abc import Sequence

from newsoil.journal import Entry
from newsoil.progress import findings
from newsoil.progress.own_words.then_and_now_figure import Listed, Word, then_and_now_figure
from newsoil.progress.own_words.trust_words import BELONGS, Version, groups_of, versions_of
from newsoil.progress.picture import LISTED, Picture, Table, blank
from newsoil.progress.spans import months
from newsoil.progress.words import Words, capital


def words_then_and_now(entries: Sequence[Entry], words: Words) -> Picture:
    """The picture of the first and the latest version; of one version, its lists alone."""
    versions = versions_of(entries, words)
    if not versions:
        return blank(words.text)
    n = len(versions)
    both = (versions[0], versions[-1])
    said, names = _when(*both, words)
    own = Listed(words("own"), _sentences(both, names, n, words))
    lists = _compared(*both, said, words) if n > 1 else _sorted(both[0], words)
    rows = _rows(both[: min(n, 2)], words)
    return Picture(
        name=words.text.id,
        state=findings.state(n),
        n=n,
        finding=words("one" if n == 1 else "two", then=said[0], now=said[1]),
        subtitle=words("subtitle-marks") if lists and n > 1 else words.subtitle(),
        figure=then_and_now_figure(own, names if n > 1 else None, lists, words),
        alternative=_alternative(own, lists, words),
        sentence=words("right"),
        note=" ".join([words("between", n=n)] * (n > 2) + [words("listed", listed=LISTED)] * (len(rows) > LISTED)),  # noqa: PLR2004 - the first and the latest
        table=Table(words("caption"), (words("word"), *map(capital, names[: min(n, 2)])), tuple(rows[:LISTED])),
    )


def _when(then: Version, now: Version, words: Words) -> tuple[tuple[str, str], tuple[str, str]]:
    """When the two were written, as part of a sentence and as a name: by month, and by day where both are of one month."""
    if then.day.replace(day=1) == now.day.replace(day=1) and then is not now:
        first, last = words.day(then.day), words.day(now.day)
        return (words("on", day=first), words("on", day=last)), (first, last)
    first, last = months(then.day, now.day, words)
    return (words("in", month=first), words("in", month=last)), (first, last)


def _sentences(both: tuple[Version, Version], names: tuple[str, str], n: int, words: Words) -> list[Word]:
    """The person's own sentences, with the name of when they were written; one that is in both stands there once, with both."""
    then, now = both
    if n == 1 or then.sentence == now.sentence:
        when = words("at-both", then=names[0], now=names[1]) if n > 1 else ""
        return [Word(now.sentence, when)] if now.sentence else []
    return [Word(version.sentence, name) for version, name in zip(both, names, strict=True) if version.sentence]


def _sorted(version: Version, words: Words) -> list[Listed]:
    """The cards of one version that belong to trust, a list for each of the two places."""
    lists = []
    for group in BELONGS:
        found = [Word(card.words, group) for card in version.cards.values() if card.group == group]
        lists += [Listed(words(f"cards-{group}"), found)] if found else []
    return lists


def _compared(then: Version, now: Version, said: tuple[str, str], words: Words) -> list[Listed]:
    """What belongs to trust in both, what does now, and what did then; a list that would be empty is left out."""
    before, after = then.belong, now.belong
    found = {
        "both": [Word(now.cards[key].words, then.cards[key].group, now.cards[key].group) for key in after if key in before],
        "new": [Word(now.cards[key].words, "", now.cards[key].group) for key in after if key not in before],
        "gone": [Word(then.cards[key].words, then.cards[key].group) for key in before if key not in after],
    }
    return [Listed(words(key, then=said[0], now=said[1]), cards) for key, cards in found.items() if cards]


def _alternative(own: Listed, lists: list[Listed], words: Words) -> str:
    said = [words("alt-own-when" if one.then else "alt-own", when=one.then, sentence=one.text) for one in own.words]
    said += [words("alt-list", head=each.head, words=words.listed([word.text.rstrip(".") for word in each.words])) for each in lists]
    return " ".join(said + [words("no-cards")] * (not lists))


def _rows(versions: Sequence[Version], words: Words) -> list[tuple[str, ...]]:
    """A row for the person's own sentences, and one for each card, with the place it lay in: those of the latest version first."""
    groups, nothing = groups_of(words), words("nothing")
    rows = [(words("own"), *(version.sentence or nothing for version in versions))] * any(version.sentence for version in versions)
    cards: dict[str, str] = {}
    for version in reversed(versions):
        cards |= {key: card.words for key, card in version.cards.items() if key not in cards}
    for key, text in cards.items():
        places = [version.cards.get(key) for version in versions]
        rows.append((text, *(groups[card.group] if card else nothing for card in places)))
    return rows
