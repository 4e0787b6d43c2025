"""One question document that uses every field, as YAML text: for the tests of the engine, the formats and the bank."""

from questions.formats.document import QuestionDocument
from questions.formats.files import document_sha256, read_yaml_document
from questions.scoring.compile import CompiledRubric, compile_rubric

TEXT = """\
slug: dns-lookup
bank: web-basics
status: ready
difficulty: 2
minutes: 4
tags: [dns, caching]
strictness: list
max_answer: 3000
title: {zh-Hans: 域名怎么变成地址？, en: "How does a name become an address?"}
body: {zh-Hans: 从浏览器说起。, en: Start with the browser.}
steps:
  - key: cache
    kind: core
    title: {zh-Hans: 先看缓存, en: The cache first}
    prompt: {zh-Hans: 第二次会快吗？, en: "Is the second time faster?"}
    body: {zh-Hans: 本机先查缓存，命中就用。, en: "The machine asks its cache first."}
  - key: resolver
    kind: detail
    title: {zh-Hans: 再问解析器, en: Then the resolver}
    body:
      zh-Hans: |-
        缓存没有，就向递归解析器发 `A` 查询；

        它从根开始逐级去问。
      en: If not cached, a recursive resolver gets an `A` query and asks from the root down.
rubric:
  required_cap_pct: 40
  bonus_cap: 1
  list_cap_pct: 20
  groups: [{key: asking, cap: 4}]
  criteria:
    - key: cache
      step: cache
      role: required
      points: 2
      title: {zh-Hans: 先查缓存, en: Cache first}
      mode: any
      window: answer
      concepts: [{name: cache, terms: [缓存, cach*, TTL]}]
      missed: {zh-Hans: 没有说缓存。, en: You did not mention a cache.}
      hints: [{zh-Hans: 第二次呢？, en: "And the second time?"}, {en: It is kept.}]
    - key: recursive
      step: resolver
      role: core
      points: 3
      group: asking
      title: {zh-Hans: 递归解析器代为询问, en: A recursive resolver asks}
      mode: all
      partial: true
      window: {sentences: 2}
      concepts:
        - {name: resolver, terms: [递归, 解析器, recursive resolver*]}
        - {name: root, terms: [根, 逐级, root, "@dns.root"]}
    - key: not-in-order
      role: core
      points: 2
      group: asking
      title: {en: Not every query goes to the root}
      mode: {at_least: 1}
      window: {tokens: 12}
      stem_counts: true
      concepts: [{name: all-to-root, polarity: negate, terms: [都问根, asks the root]}, {name: spare, terms: [少问]}]
    - key: port
      role: bonus
      points: 2
      title: {en: Names the port}
      concepts: [{name: port, polarity: either, terms: ["53", UDP]}]
    - key: browser-knows
      role: misconception
      points: 1
      contradicts: recursive
      title: {zh-Hans: 以为浏览器内置全部地址, en: Believes the browser knows all}
      window: clause
      ordered: true
      concepts: [{name: browser, terms: [浏览器, browser]}, {name: all, terms: [内置, 知道所有, knows all]}]
      correction: {zh-Hans: 浏览器并不知道。, en: It does not.}
follow_ups: [{for: cache, text: {zh-Hans: 谁决定能存多久？, en: "Who says for how long?"}}]
goldens:
  - kind: full_zh
    text: 先查缓存；查不到，就请递归解析器从根逐级去问，但不会每次都问根。走 53 端口。
    expect: {cache: hit, recursive: hit, not-in-order: hit, port: hit, browser-knows: missed}
    score: [1.0, 1.0]
  - kind: wrong
    text: 浏览器内置了所有地址。
    expect: {cache: missed, recursive: contradicted, browser-knows: hit}
    score: [0.0, 0.0]
sources: [RFC 1034, RFC 1035 section 7]
"""


def example() -> QuestionDocument:
    return read_yaml_document(TEXT)


def example_rubric() -> CompiledRubric:
    document = example()
    return compile_rubric(document.rubric, document.stem, document_sha256(document))
