"""Words that look like something else."""

from hypothesis import strategies as st

signs = st.characters(exclude_categories=["Cs"])
words = st.text(signs) | st.text(st.sampled_from("ab1 .)-+=*_`[]()<>!#&~|$^@:/\\'\"\n\r\t;,{}%w😀"), max_size=40)
"""Any text, and text that looks like markup or like a formula."""
