"""Scoring without a rubric: how much of a reference answer an answer covers (SCORING.md, section 4).

Rough by nature, for questions whose rubric nobody has written yet. Numbers here were measured on public graded answers.
"""
