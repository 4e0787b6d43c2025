"""Every limit on size, in one place. Characters are Unicode code points, counted after CR LF became LF."""

ANSWER_CHARACTERS = 4_000
ANSWER_CHARACTERS_AT_MOST = 20_000  # what a question may ask for, and what the engine survives
ATTEMPTS_AN_HOUR = 60  # of one person at one question
ANSWER_SECONDS = 24 * 60 * 60

DOCUMENT_BYTES = 1_000_000
SLUG_CHARACTERS = 50  # of a bank or tag; the keys of all else may have 80
TITLE_CHARACTERS = 300
BODY_BYTES = 20_000
LINE_CHARACTERS = 1_000  # a criterion's title, a hint, a missed line
STEPS = 12
CRITERIA = 30
CONCEPTS = 20
TERMS = 40
TERM_CHARACTERS = 100
TAGS = 12
POINTS = 100
GOLDENS = 40
HINTS = 3  # of one criterion
HINTS_TAKEN = 3  # of one answer
FOLLOW_UPS = 10

OBJECTION_CHARACTERS = 500

REVISION = 2**31 - 1  # what the database holds
REVISION_ASKED = 2**30  # what a page may ask for, so that there is always a next one
