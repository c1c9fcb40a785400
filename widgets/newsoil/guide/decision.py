"""Decision tables: what the answers of an exercise come to, as rules in the content. Nothing here knows a wording or a number.

The rules of a decision are tried in their order and the first that holds gives the result. The last one has no conditions, so that a
table has no hole.
"""

from typing import Literal

import msgspec

from newsoil.guide.texts import Text


class Condition(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="kebab"):
    """Something that has to hold of an entry, or of earlier entries of its exercise.

    With `prompts`: at least `at_least` of the answers to them are among `any`. An answer is an option's id, each option of several, a
    number, or each row's cell `column`; cards of a sorter answer with their groups. Without `any`, having answered is enough.

    With `earlier`: at least `at_least` of the earlier entries of the exercise came to one of these results, as the person sees them.
    `within` names the number of days that is looked back, `of_last` the number of entries, this one included. With `prompts` too, an
    earlier entry counts only if one of its answers is among `any`. `exercise` names another exercise whose earlier entries are looked at.
    """

    prompts: tuple[str, ...] = ()
    any: tuple[str | int, ...] = ()
    column: str = ""
    earlier: tuple[str, ...] = ()
    exercise: str = ""
    within: str = ""
    of_last: str = ""
    at_least: int | str = 1
    """How many, or the id of the number that says it."""


class Rule(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """All its conditions hold: `result`. `ours` says why we have this rule where the guide has none; it is read like every other text."""

    result: str
    all: tuple[Condition, ...] = ()
    passages: tuple[str, ...] = ()
    ours: Text = ""


class Next(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that may come next: words, and where they lead. `together` is not said after a yes at the gate."""

    says: Text
    exercise: str = ""
    """The exercise that it leads to; empty when the words are all."""
    tool: str = ""
    """The tool for right now that it opens."""
    together: bool = False


class Result(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What answers can come to: never a diagnosis, a score or an advice to stay or to leave.

    `danger` results are drawn with the way to help, and with nothing else. One without a title is drawn not at all: not everything that
    can be answered needs a word from us.
    """

    id: str
    title: Text = ""
    says: Text = ""
    next: tuple[Next, ...] = ()
    danger: bool = False
    like: tuple[str, ...] = ()
    """Views of the person's own that say the same under another id."""


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the answers of an exercise come to.

    `own` is the choice prompt by which the person sees it differently: its options have the ids of results, or of views of their own.
    """

    id: str
    exercise: str
    own: str = ""
    when: Literal["answered", "always"] = "answered"
    """`answered`: there is no result before one of the prompts that rules look at is answered."""
    results: tuple[Result, ...] = msgspec.field(name="result")
    rules: tuple[Rule, ...] = msgspec.field(name="rule")

    def result(self, name: str) -> Result | None:
        """The result with this id, if there is one: an own view need not be one."""
        return next((result for result in self.results if result.id == name), None)

    def cites(self, rule: Rule) -> tuple[str, ...]:
        """The passages that a page names for a rule. Under danger it names none: most speak of two people, and those are safe there."""
        result = self.result(rule.result)
        return () if result is not None and result.danger else rule.passages

    @property
    def looks_at(self) -> tuple[str, ...]:
        """The ids of all prompts of its own exercise that rules look at."""
        own = (condition for rule in self.rules for condition in rule.all if not condition.exercise)
        return tuple(dict.fromkeys(prompt for condition in own for prompt in condition.prompts))

    @property
    def others(self) -> tuple[str, ...]:
        """The other exercises whose earlier entries rules look at."""
        return tuple(dict.fromkeys(condition.exercise for rule in self.rules for condition in rule.all if condition.exercise))
