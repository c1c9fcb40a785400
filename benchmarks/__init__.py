"""The same small job in several frameworks, measured side by side in one run: `python -m benchmarks`."""
