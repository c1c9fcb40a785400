"""Words that look like something else."""

from hypothesis import settings
from hypothesis import strategies as st

unhurried = settings()
"""The time that a busy machine takes says nothing about words."""

signs = st.characters(exclude_categories=["Cs"])
words = st.text(signs) | st.text(st.sampled_from("ab1 .)-+=*_`[]()<>!#&~|$^@:/\\'\"\n\r\t;,{}%w😀"), max_size=40)
"""Any text, and text that looks like markup or like a formula."""
