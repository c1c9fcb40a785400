"""What the walks share: notes as tables read them, and tables beside what was worked out by hand."""

from datetime import timedelta

import pytest
from walking import DAY, GUIDE, said

from newsoil.progress.deciding import DecisionTable


@pytest.fixture(scope="session")
def ago(note):
    """Makes a note of so many days ago."""
    return lambda exercise, days, answers: note(exercise, DAY - timedelta(days=days), clock="08:00", **answers)


@pytest.fixture(scope="session")
def says(note):
    """What the table of an exercise says of answers: a result and the prompts that made it so, or nothing."""
    tables = {decision.exercise: DecisionTable(GUIDE, decision) for decision in GUIDE.decisions}

    def decide(exercise, answers, earlier=()):
        decided = tables[exercise].decide(note(exercise, DAY, **answers), lambda name: [one for one in earlier if one.exercise == name])
        return said(decided.result, decided.because) if decided else None

    return decide


@pytest.fixture(scope="session")
def walk(says):
    """Walks combinations of answers: how many they were, and the first few of which a table says something else than the rule."""

    def through(exercise, combinations, rule, earlier=()):
        walked, differ = 0, []
        for walked, answers in enumerate(combinations, 1):
            table, design = says(exercise, answers, earlier), rule(answers)
            if table != design:
                differ.append((walked, answers, table, design))
        return walked, differ[:5]

    return through


@pytest.fixture(scope="session")
def unreached(says):
    """The results of a table that none of the examples comes to, and the examples that come to another one than they are meant for."""

    def of(exercise, examples):
        results = {result.id for result in GUIDE.decision(exercise).results}
        missed = {name for name, (answers, earlier) in examples.items() if says(exercise, answers, earlier)[0] != name}
        return (results ^ set(examples)) | missed

    return of
