"""Slips of authors for test_problems.py: what is replaced in the example by what, the field named, the words said.

The problem stands on the first line of the new text, or on the line with MARK. Last: how many problems follow from it.
"""

MARK = "  # here"

LANGUAGES = "must be a mapping with the fields zh-Hans, en"
UNKNOWN_LANGUAGE = "unknown field; known are zh-Hans, en"
COMMA = " (text with a comma inside { } needs quotes)"
RANGE = "must be a range within 0 and 1 such as [0.9, 1.0], lower end first"
C0, C1, C2, C3, C4 = (f"rubric.criteria[{number}]" for number in range(5))
STATUS = "is unknown; known are draft, in_review, ready, retired"
KEY = "may only hold lower-case letters, digits, - and _ (at most 80)"
NO_CRITERION = "there is no criterion {}; known are browser-knows, cache, not-in-order, port, recursive".format
TAG = "the YAML tag {} is not allowed".format
STAR = "* needs a Latin word of at least 4 letters before it"

FIELDS = [
    ("title: {zh-Hans: 域名", "title: {de: 域名", "title.de", UNKNOWN_LANGUAGE),
    ("{en: Names the port}", "{}", f"{C3}.title", "needs at least one language of zh-Hans, en"),
    ("{en: Names the port}", "", f"{C3}.title", LANGUAGES),
    ("{en: Names the port}", "the port", f"{C3}.title", LANGUAGES),
    ("{en: Names the port}", "{en: }", f"{C3}.title.en", "text is missing"),
    ("{en: Names the port}", "{en: '  '}", f"{C3}.title.en", "must be text"),
    ("{en: Names the port}", "{en: Names, the port}", f"{C3}.title.the port", UNKNOWN_LANGUAGE + COMMA),
    ("{en: Names the port}", "{en: [a]}", f"{C3}.title.en", "must be text"),
    ("minutes: 4", "minutes: 4\nminutes: 5  # here", "minutes", "stands here twice; remove one of the two"),
    ("status: ready", "status: redy", "status", f"'redy' {STATUS}"),
    ("status: ready", "status: {a: b}", "status", f"{ {'a': 'b'} } {STATUS}"),
    ("status: ready", "status:", "status", f"None {STATUS}"),
    ("difficulty: 2", "difficulty: true", "difficulty", "must be a whole number from 1 to 5"),
    ("difficulty: 2", "difficulty: 2.5", "difficulty", "must be a whole number from 1 to 5"),
    ("difficulty: 2", "difficulty: 0x2", "difficulty", "must be a whole number from 1 to 5"),
    ("difficulty: 2", "difficulty: 2024-01-01", "difficulty", "must be a whole number from 1 to 5"),
    ("minutes: 4", "minutes: " + "9" * 5_000, "minutes", "must be a whole number from 1 to 240"),
    ("minutes: 4", "minutes: " + str(2**70), "minutes", "must be a whole number from 1 to 240"),
    ("max_answer: 3000", "max_answer: 20001", "max_answer", "must be a whole number from 1 to 20000"),
    ("strictness: list", "strictness: 1", "strictness", "1 is unknown; known are open, list"),
    ("slug: dns-lookup", "slug: DNS lookup", "slug", f"'DNS lookup' {KEY}"),
    ("slug: dns-lookup", "slug: ../up", "slug", f"'../up' {KEY}"),
    ("tags: [dns, caching]", f"tags: [{'x' * 51}]", "tags[0]", "has 51 characters, at most 50 are allowed"),
    ("bank: web-basics", f"bank: {'x' * 51}", "bank", "has 51 characters, at most 50 are allowed"),
    ("tags: [dns, caching]", "tags: {dns: 1}", "tags", "must be a list"),
    ("tags: [dns, caching]", "tags: dns", "tags", "must be a list"),
    ("tags: [dns, caching]", f"tags: [{', '.join('abcdefghijklm')}]", "tags", "has 13 entries, allowed are 0 to 12"),
    ("hints: [{zh-Hans", "hints: [{en: a}, {en: b}, {zh-Hans", f"{C0}.hints", "has 4 entries, allowed are 0 to 3"),
    ("sources: [RFC 1034", f"sources: [{'x' * 1001}", "sources[0]", "has 1001 characters, at most 1000 are allowed"),
    ("sources: [RFC 1034", 'sources: ["a\\0b"', "sources[0]", "holds a control character (U+0000); remove it"),
    ("sources: [RFC 1034", 'sources: ["a\\x1bb"', "sources[0]", "holds a control character (U+001B); remove it"),
    ("sources: [RFC 1034", 'sources: ["a\\Nb"', "sources[0]", "holds a control character (U+0085); remove it"),
    ("sources: [RFC 1034", 'sources: ["a\\u202Eb"', "sources[0]", "holds a control character (U+202E); remove it"),
    ("sources: [RFC 1034", 'sources: ["a\\u2066b"', "sources[0]", "holds a control character (U+2066); remove it"),
    ("sources: [RFC 1034", "sources: [true", "sources[0]", "must be text"),
    ("TTL]", f"{'x' * 101}]", f"{C0}.concepts[0].terms[2]", "has 101 characters, at most 100 are allowed"),
    ("terms: [缓存, cach*, TTL]", "terms: []", f"{C0}.concepts[0].terms", "has 0 entries, allowed are 1 to 40"),
    (
        "terms: [缓存, cach*, TTL]",
        "term: [a]",
        f"{C0}.concepts[0].term",
        "unknown field; known are name, terms, polarity",
        2,
    ),
    ("partial: true", "partial: maybe", f"{C1}.partial", "must be true or false"),
    ("partial: true", "partial: !!bool maybe", f"{C1}.partial", "must be true or false"),
    ("partial: true", "partial: 1", f"{C1}.partial", "must be true or false"),
    ("mode: {at_least: 1}", "mode: {at_least: 0}", f"{C2}.mode.at_least", "must be a whole number from 1 to 20"),
    ("mode: any", "mode: most", f"{C0}.mode", "'most' is unknown; known are all, any"),
    ("window: clause", "window: near", f"{C4}.window", "'near' is unknown; known are clause, sentence, answer"),
    ("{tokens: 12}", "{tokens: 0}", f"{C2}.window.tokens", "must be a whole number from 1 to 200"),
    ("{tokens: 12}", "{words: 12}", f"{C2}.window.words", "unknown field; known are sentences, tokens", 2),
    ("{tokens: 12}", "{tokens: 1, sentences: 1}", f"{C2}.window", "must be either {sentences: …} or {tokens: …}"),
    (
        "polarity: negate",
        "polarity: no",
        f"{C2}.concepts[0].polarity",
        "False is unknown; known are affirm, negate, either",
    ),
    (
        "groups: [{key: asking, cap: 4}]",
        "groups: [asking]",
        "rubric.groups[0]",
        "must be a mapping with the fields key, cap",
        3,
    ),
    ("score: [1.0, 1.0]", "score: 1.0", "goldens[0].score", RANGE),
    ("score: [1.0, 1.0]", "score: [1.0, 0.5]", "goldens[0].score", RANGE),
    ("score: [1.0, 1.0]", "score: [0, 1.5]", "goldens[0].score", RANGE),
    ("score: [1.0, 1.0]", "score: [.nan, .inf]", "goldens[0].score", RANGE),
    ("score: [1.0, 1.0]", "score: [true, true]", "goldens[0].score", RANGE),
    ("score: [1.0, 1.0]", "score: [0, 1" + "0" * 400 + "]", "goldens[0].score", RANGE),
    ("score: [1.0, 1.0]", "score: [0, 1" + ":59" * 200 + ".5]", "goldens[0].score", RANGE),
    (
        "expect: {cache: missed, recursive: contradicted, browser-knows: hit}",
        "expect: [cache]",
        "goldens[1].expect",
        "must map criterion keys to a status",
    ),
    ("status: ready", "status: !!python/name:os.system x", "status", TAG("tag:yaml.org,2002:python/name:os.system")),
    ("rubric:\n", "rubric: !!python/object:os.x\n", "rubric", TAG("tag:yaml.org,2002:python/object:os.x")),
    (
        "tags: [dns, caching]",
        "tags: !!python/object/apply:os.system [ls]",
        "tags",
        TAG("tag:yaml.org,2002:python/object/apply:os.system"),
    ),
    ("tags: [dns, caching]", "tags: !!set {a, b}", "tags", TAG("tag:yaml.org,2002:set")),
    ("minutes: 4", "minutes: !mine 4", "minutes", TAG("!mine")),
]

BETWEEN_FIELDS = [
    ("key: resolver", "key: cache", "steps[1].key", "'cache' is used twice; keys must be unique", 2),
    ("key: port", "key: cache", f"{C3}.key", "'cache' is used twice; keys must be unique", 2),
    ("step: cache", "step: cash", f"{C0}.step", "there is no step 'cash'; known are cache, resolver"),
    ("group: asking", "group: ask", f"{C1}.group", "there is no group 'ask'; known are asking"),
    ("contradicts: recursive", "contradicts: recurse", f"{C4}.contradicts", NO_CRITERION("'recurse'")),
    (
        "role: bonus",
        "contradicts: cache\n      role: bonus",
        f"{C3}.contradicts",
        "only a misconception can contradict a criterion",
    ),
    ("mode: {at_least: 1}", "mode: {at_least: 3}", f"{C2}.mode.at_least", "there are only 2 concepts"),
    (
        "groups: [{",
        "groups: [{key: asking, cap: 1}, {",
        "rubric.groups[1].key",
        "'asking' is used twice; keys must be unique",
    ),
    ("{for: cache", "{for: cash", "follow_ups[0].for", NO_CRITERION("'cash'")),
    ("expect: {cache: missed,", "expect: {cash: missed,", "goldens[1].expect.cash", NO_CRITERION("'cash'")),
    (
        "expect: {cache: missed,",
        "expect: {cache: lost,",
        "goldens[1].expect.cache",
        "'lost' is unknown; known are hit, partial, negated, contradicted, missed",
    ),
    ("TTL]", "ttl*]", f"{C0}.concepts[0].terms[2]", f"'ttl*': {STAR}"),
    ("TTL]", "'，']", f"{C0}.concepts[0].terms[2]", "'，': there is no word in it"),
    (
        "TTL]",
        '"@TTL"]',
        f"{C0}.concepts[0].terms[2]",
        "'@TTL': a lexicon entry is written @ and its id, such as @k8s.pod",
    ),
]

MAPPING = "must be a mapping with the fields slug, bank, status"

WHOLE_FILES = [  # text, line, beginning of what is said, the case
    ("", 1, MAPPING, "empty"),
    ("   \n\n", 1, MAPPING, "blank"),
    ("# only a comment\n", 1, MAPPING, "comment"),
    ("~", 1, MAPPING, "null"),
    ("- slug: a", 1, MAPPING, "list"),
    ("just words", 1, MAPPING, "text"),
    ("42", 1, MAPPING, "number"),
    ("slug: a\n\tbank: b", 2, "a tab is used as indentation; use spaces", "tab"),
    ("slug: [a\nbank: b", 2, "expected ',' or ']'", "open bracket"),
    ("slug: 'a\nbank: b", 2, "found unexpected end of stream", "open quote"),
    ("slug: a: b", 1, "mapping values are not allowed here", "colon"),
    ("a: &x [1]\nb: *x", 2, "aliases (*name) are not allowed", "alias"),
    ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]", 2, "aliases (*name) are not allowed", "alias bomb"),
    ("a: 1\n? [b, c]\n: d", 2, "the name of a field must be a word", "list as a key"),
    ("a: 1\n---\nb: 2", 2, "but found another document", "two documents"),
    ("[" * 50_000, 1, "nested too deeply", "50,000 brackets"),
    ("{a: " * 50_000, 1, "nested too deeply", "50,000 braces"),
    ("- " * 50_000, 1, "nested too deeply", "50,000 dashes"),
    ("a:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 1_000)), 21, "nested too deeply", "1,000 levels"),
    ("slug: a\nbank: b\x07c", 2, "holds a control character (U+0007); remove it", "bell"),
    ("slug: a\n\x00", 2, "holds a control character (U+0000); remove it", "NUL"),
    ("slug: \ud800", 1, "holds a control character (U+D800); remove it", "lone surrogate"),
    ("x" * 1_000_001, 0, "the file is larger than 1000000 bytes", "too large"),
    ("探" * 333_334, 0, "the file is larger than 1000000 bytes", "too large in bytes"),
]
