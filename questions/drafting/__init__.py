"""Drafting a rubric from a model answer, for an author to edit (plain Python, no Django).

parts.py cuts the answer into what becomes one criterion each; marked.py reads their Markdown; terms.py says what can be
a term; ideas.py collects candidates for concepts; choosing.py takes the rare ones; rubric.py makes criteria of them.
"""
