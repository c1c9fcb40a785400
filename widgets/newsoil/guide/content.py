"""What the guide is made of: stages, passages, exercises, asides, charts' sentences, places. No wording lives in code."""

from typing import Annotated, Literal

import msgspec

from newsoil.guide.decision import Decision
from newsoil.guide.prompt import Prompt
from newsoil.guide.rounds import Rounds
from newsoil.guide.sharing import Consent, Recipient
from newsoil.guide.texts import Text

FORMAT_VERSION = 1


class _Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """One piece of the guide, with a readable id."""

    id: str


class Passage(_Content, frozen=True, kw_only=True):
    """One thing that the guide says, in one line of our own words; stages and exercises cite it."""

    says: str


class Number(_Content, frozen=True, kw_only=True):
    """A number that is ours, not the guide's, with the reason for it."""

    value: int
    reason: str


class Stage(_Content, frozen=True, kw_only=True):
    """One stage of the guide: a page of the app and a notebook."""

    title: str
    notebook: str
    passages: tuple[str, ...] = ()


class Exercise(_Content, frozen=True, kw_only=True):
    """One exercise. `log`: any number of entries, newest first. `one-off`: one entry, redone as a new version."""

    title: str
    stage: str
    kind: Literal["log", "one-off"]
    version: int = 1
    minutes: Text
    rhythm: str
    lead: Text = ""
    settle: str = ""
    """What is said after a hard exercise is done."""
    passages: tuple[str, ...] = ()
    ours: str = ""
    """Why we ask this, where the guide does not."""
    label: str = ""
    """The id of the prompt whose answer stands for the entry in lists and links."""
    prompts: tuple[Prompt, ...]
    after: Text = ""
    """What may come next, in words; shown below the form, always."""
    hard: bool = False
    """It goes deep: it opens with what is on it and a way out, and comes last for whoever was hurt a short while ago."""
    opens: str = ""
    """The id of the date prompt until which an entry that is done stays folded; it is offered again on that day, and never pushed."""
    gate: str = ""
    """The id of the prompt before which the safety gate stands."""
    timer: str = ""
    """The number of minutes that a timer of the form can run. It stands behind the gate, where there is one."""


class Aside(_Content, frozen=True, kw_only=True):
    """A paragraph or two of a stage that differ by the reader's situation."""

    stage: str
    text: Text


class ChartText(_Content, frozen=True, kw_only=True):
    """Every sentence that one chart can say. `sentences` holds templates by state; the chart's module names the states."""

    title: str
    subtitle: str
    empty: str
    note: str = ""
    sentences: dict[str, str]


class Gate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """The safety gate: a few plain items that everybody meets before a step of sharing. It never stops anybody.

    A yes is any item of the `items` prompt of its exercise, whose entries hold what the person wanted kept. What it does is the page's:
    nothing then suggests what is marked `together`. A result of danger counts as a yes too, and is kept no more than it was.
    """

    exercise: str
    items: str
    """The id of the choices prompt whose options are the items."""
    title: str
    folded: str
    """What it is about, said where it is folded: the same question stands open further up on the page."""
    lead: str
    none: str
    rather_not: str
    keep: str
    keep_hint: str
    yes_title: str
    yes: str
    """What is said after a yes, in paragraphs."""
    change: str
    """The words on the button that opens it again."""
    answers: str = ""
    """What is said while answers of an exercise, `{where}`, speak of danger."""
    differently: str = ""
    """The words on the button by which the person sees it differently."""


class Place(_Content, frozen=True, kw_only=True):
    """A kind of file that New Soil writes, as the page “What this leaves on your device” names it.

    `files` are patterns below the participant's folder. `when`: after any use; after the app or JupyterLab has run; at times.
    """

    title: str
    files: tuple[str, ...]
    when: Literal["always", "app", "lab", "at-times"]
    says: str
    """What it is, and what it can tell somebody."""
    remove: str


class Acute(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words by which somebody may say that they, or somebody else, are in danger now. They are compared in the browser and nowhere else."""

    phrases: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]
    idioms: tuple[str, ...] = ()
    """Sayings that hold such a phrase and mean no danger."""
    same: dict[str, str] = {}
    """Words that count as others (“don't” as “do not”), or as nothing (“really”)."""


class GuideFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One content file: any of the tables, in any file of the folder."""

    format_version: Literal[1]
    stage: tuple[Stage, ...] = ()
    passage: tuple[Passage, ...] = ()
    number: tuple[Number, ...] = ()
    exercise: tuple[Exercise, ...] = ()
    aside: tuple[Aside, ...] = ()
    chart: tuple[ChartText, ...] = ()
    recipient: tuple[Recipient, ...] = ()
    consent: tuple[Consent, ...] = ()
    place: tuple[Place, ...] = ()
    decision: tuple[Decision, ...] = ()
    gate: Gate | None = None
    acute: Acute | None = None
    rounds: Rounds | None = None
    words: dict[str, dict[str, str]] = {}
