"""The scoring engine: text and a compiled rubric in, a frozen result out. Plain Python, no Django.

fold.py makes text comparable and remembers where each character came from; words.py squeezes it and finds sentences
and clauses; terms.py reads an author's terms; match.py finds them; negation.py decides whether a finding is denied;
rubric.py holds and compiles rubrics; judge.py judges one criterion; score.py adds up.
"""

ENGINE_VERSION = "0.3.0"
