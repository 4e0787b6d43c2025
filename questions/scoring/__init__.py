"""The scoring engine: text and a compiled rubric in, a frozen result out. Plain Python, no Django.

fold.py makes text comparable and remembers where each character came from; words.py squeezes it and finds sentences
and clauses; terms.py reads an author's terms, numbers.py the numbers in them; match.py finds them; cues.py, reach.py,
behind.py and negation.py decide whether a finding is denied; rubric.py holds rubrics and compile.py compiles them;
judge.py judges one criterion; score.py adds up.
"""

ENGINE_VERSION = "0.4.0"
