"""What the app's stages hold, and JavaScript that says when one of them is there."""

from dataclasses import dataclass
from functools import cache

from newsoil._paths import WORKBOOK, guide_folder
from newsoil.guide import read_guide
from newsoil.guide.notebook import read_notebook


@dataclass(frozen=True)
class Stage:
    """One stage, and how many widgets of a kind are on it."""

    name: str
    exercises: int
    charts: int
    looks_back: bool

    @property
    def there(self) -> str:
        """JavaScript, true once the stage's heading is shown, all its exercises have a form, its charts speak, looking back asks."""
        return (
            f"document.querySelector('#page').dataset.stage === '{self.name}'"
            " && bench.all('#page .ns-place h1').some(bench.shown)"
            f" && document.querySelectorAll('.ns-place [data-exercise]:not([data-waiting])').length === {self.exercises}"
            f" && document.querySelectorAll('.ns-place [data-chart][data-state]').length === {self.charts}"
            f" && document.querySelectorAll('.ns-place [data-look-back]:not([data-waiting])').length === {int(self.looks_back)}"
        )


@cache
def stages() -> tuple[Stage, ...]:
    """All stages in the order of the guide."""
    guide = read_guide(guide_folder())
    books = [(stage.id, read_notebook(WORKBOOK / stage.notebook)) for stage in guide.stages]
    return tuple(Stage(name, len(book.calls("exercise")), len(book.calls("chart")), bool(book.calls("look_back"))) for name, book in books)


def stage(name: str) -> Stage:
    """The stage of this name."""
    return next(one for one in stages() if one.name == name)
