"""The floor: one static page and a tiny server, with plotly's small bundle and with its full one."""

from pathlib import Path

from benchmarks.contestant import Contestant

HERE = Path(__file__).parent
BASIC = HERE.parents[2] / "widgets" / "newsoil" / "prompts" / "static" / "plotly" / "plotly-basic.min.js"
APP = ("{python}", str(HERE / "app.py"), "{port}")

CONTESTANTS = [
    Contestant("floor-basic", (*APP, str(BASIC)), "a static page, a tiny tornado server, plotly's basic bundle", ("tornado",)),
    Contestant("floor-full", (*APP, "full"), "the same with the full plotly.js", ("tornado", "plotly")),
]
