"""One wrong character of the same sound: what is taken for a slip, and what is another word."""

import pytest

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
""".split()
OTHERS = """
期望状态/期望状况 期望状态/其望壮态 控制器/控制起落 操作符/操作复杂 再创建/在创建
不会再/不会在 有顺序/为顺序 节点选择/结点选择 启动探针/启动谈 滚动更新/滚动，更薪
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


def test_what_is_written_right_has_no_slip():
    """Every Chinese text of the bank against the rubric of every question."""
    documents = [read_question_file(path) for path in question_files(BANK)]
    texts = [step.body[CHINESE] for document in documents for step in document.steps]
    texts += [golden.text for document in documents for golden in document.goldens if not golden.text.isascii()]
    rubrics = [shipped_rubric(FOLDER, document.slug) for document in documents]
    slips = [
        (words.text[start:end], rubric.term(index).written)
        for words in map(squeeze, texts)
        for rubric in rubrics
        for index, start, end, _ in rubric.matcher.slips(words)
    ]
    assert slips == []
    assert len(texts) > 90
