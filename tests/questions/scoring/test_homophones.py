"""One wrong character of the same sound: what is taken for a slip, and what is another word."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from questions.domain.shipped import FOLDER, bank_folders, shipped_rubric
from questions.formats.files import question_files, read_question_file
from questions.formats.lexicon_file import lexicon_beside
from questions.languages import CHINESE
from questions.scoring.compile import compile_rubric
from questions.scoring.rubric import RubricDocument
from questions.scoring.score import score_answer
from questions.scoring.words import squeeze
from tests.questions.scoring.rubrics import criterion

BANK = next(bank_folders(FOLDER))
LEXICON = lexicon_beside(BANK)
SLIPS = """
滚动更新/滚动更薪 服务发现/服务发线 期望状态/期望状太 命名空间/命名空见 健康检查/健康捡查
存活探针/存获探针 就绪探针/就绪碳针 启动探针/启动叹针 声明式/声名式 优雅终止/优雅中止
亲和性/亲河性 污点容忍/污点荣忍 自动扩容/自动阔容 水平扩展/水平扩占 资源配额/资源配鹅
镜像仓库/静像仓库 容器编排/容器编牌 容器运行时/容器运刑时 控制平面/控制平免 工作负载/工作付载
持久化存储/持久花存储 有状态/有装态 守护进程/守户进程 服务注册/服务住册 重启策略/重启测略
指数退避/指数退必 宽限期/宽显期 调度失败/调度失拜 节点选择/节点选则 端口映射/端口映设
域名解析/域名解西 流量转发/流量转法 版本回滚/版本回棍 蓝绿发布/蓝滤发布 灰度发布/灰杜发布
证书轮换/证书轮唤 垃圾回收/垃圾回手 失败阈值/失败预值 探测间隔/探测间格 重新启动/虫新启动
容器编排/容器编派 持久化/持旧化 优雅退出/优雅推出 失败阈值/失败域值
资源限制/资源线制 权限控制/全限控制 健康检查/健康检察 镜像仓库/镜相仓库 配置文件/配制文件
灰度发布/灰渡发布 副本数/付本数 优先级/优先集 初始化/初史化 身份认证/身份认正
一致性/一至性 重启策略/重起策略 虚拟网络/虚拟网洛 节点亲和/结点亲和 分布式/分部式
节点选择/结点选择 就绪探针/就绪谈针 驱逐节点/驱住节点 链路追踪/链路追宗 污点容忍/污点容任
控制平面/控制评面
""".split()
OTHERS = """
期望状态/期望状况 期望状态/其望壮态 控制器/控制起落 操作符/操作复杂 再创建/在创建
不会再/不会在 有顺序/为顺序 启动探针/启动谈 滚动更新/滚动，更薪
停止前/停之前 退出值/退出之 启动期/启动起来 建负载均衡/软件负载均衡
""".split()


def found(term, answer):
    rubric = compile_rubric(RubricDocument((criterion("key", term),)), lexicon=LEXICON)
    return score_answer(answer, rubric).criteria[0]


@pytest.mark.parametrize("pair", SLIPS)
def test_a_slip_is_found_and_told(pair):
    term, slip = pair.split("/")
    result = found(term, f"我们用{slip}，它很稳")
    assert (result.status, [evidence.how for evidence in result.evidence]) == ("hit", ["typo"])
    assert [(evidence.start, evidence.end) for evidence in result.evidence] == [(3, 3 + len(slip))]


@pytest.mark.parametrize("pair", OTHERS)
def test_another_word_is_no_slip(pair):
    term, other = pair.split("/")
    assert found(term, f"我们用{other}，它很稳").status == "missed"


def test_a_slip_can_be_denied():
    assert found("滚动更新", "它不支持滚动更薪").status == "negated"


def clean_sentences():
    """Every Chinese sentence of the bank and of the graded answers, for people to read or written by them."""
    documents = [read_question_file(path) for path in question_files(BANK)]
    shown = [text for document in documents for text in (document.title, document.body, *texts_of(document))]
    texts = [text.get(CHINESE, "") for text in shown]
    texts += [golden.text for document in documents for golden in document.goldens]
    for path in Path(settings.BASE_DIR, "tests/graded").glob("*.jsonl"):
        lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        texts += [line["answer"] for line in lines if line["kind"] != "typo"]
    sentences = {sentence.strip() for text in texts for sentence in re.split(r"[。！？；\n]", text)}
    return sorted(sentence for sentence in sentences if len(re.findall("[\u4e00-\u9fff]", sentence)) >= 5)


def texts_of(document):
    for step in document.steps:
        yield from (step.title, step.body)
    for one in document.rubric.criteria:
        yield from (one.title, *one.hints, one.missed, one.correction)


def test_what_is_written_right_has_no_slip():
    """Against the rubric of every question, and against all terms of the slips above."""
    sentences = clean_sentences()
    terms = tuple(criterion(f"k{number}", pair.split("/")[0]) for number, pair in enumerate([*SLIPS, *OTHERS]))
    rubrics = [shipped_rubric(FOLDER, path.stem) for path in question_files(BANK)]
    rubrics.append(compile_rubric(RubricDocument(terms), lexicon=LEXICON))
    slips = [
        (words.text[start:end], rubric.term(index).written)
        for words in map(squeeze, sentences)
        for rubric in rubrics
        for index, start, end, _ in rubric.matcher.slips(words)
    ]
    assert slips == []
    assert len(sentences) >= 500


def test_there_are_slips_enough():
    assert len(set(SLIPS)) >= 40
