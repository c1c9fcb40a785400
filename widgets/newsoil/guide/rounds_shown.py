"""What a page is given to say that a theme comes back, before anybody has: words, and where they lead. Nothing of the person."""

from typing import Any

from newsoil.guide.reading import Guide


def rounds_shown(guide: Guide) -> dict[str, Any]:
    """All of it; nothing where the guide says nothing of it."""
    if guide.rounds is None:
        return {}
    days = next((number.value for number in guide.numbers if number.id == guide.rounds.within), 0)
    return {"words": guide.words.get("rounds", {}), "days": days, "tool": guide.rounds.tool, "way": _way(guide, guide.rounds.leads_to)}


def _way(guide: Guide, name: str) -> dict[str, str] | None:
    """Where an exercise is; nothing where there is none that can be used."""
    exercise = next((one for one in guide.exercises if one.id == name), None)
    if exercise is None:
        return None
    notebook = next((stage.notebook for stage in guide.stages if stage.id == exercise.stage), "")
    return {"exercise": exercise.id, "title": exercise.title, "stage": exercise.stage, "notebook": notebook}
