"""The job in Streamlit."""

import streamlit as st

from benchmarks import job


def changed() -> None:
    """Save all answers."""
    st.session_state.said = job.save({name: st.session_state[name] for name in (*job.TEXTS, *job.SCALES)})


for name in job.TEXTS:
    st.text_area(name, key=name, on_change=changed)
for name in job.SCALES:
    st.radio(name, job.STEPS, key=name, index=None, horizontal=True, on_change=changed)
st.html(f'<p class="status">{st.session_state.get("said", "")}</p>')
st.plotly_chart(job.figure())
