"""What the pages say in both languages on the way from the list to the result, and answers to the same effect."""

import re
from dataclasses import dataclass

from tests.e2e.looks import Language


@dataclass(frozen=True)
class Words:
    """`{}` is a number. `statuses` are those of `answer`, by the key of the criterion."""

    brand: str
    today: str
    practise: str
    new: str
    your_answer: str
    saved: re.Pattern[str]
    submit: str
    total: str
    statuses: dict[str, tuple[str, str]]
    compare: str
    show_step: str
    step: str
    step_open: str
    steps_seen: str
    tried: str
    best: str
    answer: str


ENGLISH = Words(
    brand="Viva",
    today="Today",
    practise="Practise",
    new="Not tried yet",
    your_answer="Your answer",
    saved=re.compile(r"^Saved \d\d:\d\d$"),
    submit="Submit answer",
    total="Total",
    statuses={
        "liveness": ("0 / 2", "Said the opposite"),
        "readiness": ("0 / 2", "Misconception, 1 point off"),
        "startup": ("1 / 2", "Partly"),
        "mechanisms": ("2 / 2", "Met"),
        "parameters": ("0 / 1", "Not mentioned"),
        "caution": ("0 / 1", "Not mentioned"),
    },
    compare="Step 2 has it.",
    show_step="Show step {}",
    step="Step {}:",
    step_open="Step {} is open",
    steps_seen="{} of {} steps seen",
    tried="State Tried",
    best="Best score 2 / 10",
    answer="The liveness probe never restarts a container.\n"
    "There is also a startup probe.\n"
    "A check can be exec or HTTP or a TCP port.\n"
    "I believe that a failed readiness check restarts it.",
)
CHINESE = Words(
    brand="面面",
    today="今天",
    practise="练习",
    new="还没做",
    your_answer="你的回答",
    saved=re.compile(r"^已保存 \d\d:\d\d$"),
    submit="提交回答",
    total="合计",
    statuses={
        "liveness": ("0 / 2", "说反了"),
        "readiness": ("0 / 2", "有误解，另扣 1 分"),
        "startup": ("1 / 2", "部分"),
        "mechanisms": ("2 / 2", "得分"),
        "parameters": ("0 / 1", "没提到"),
        "caution": ("0 / 1", "没提到"),
    },
    compare="第 2 步可以对照。",
    show_step="显示第 {} 步",
    step="第 {} 步：",
    step_open="第 {} 步已打开",
    steps_seen="已看 {} 步，共 {} 步",
    tried="状态 做过",
    best="最高分 2 / 10",
    answer="存活探针不会把容器重启。\n还有一个启动探针。\n检查手段有 exec、HTTP 和 TCP。\n就绪失败会重启容器。",
)
WORDS: dict[Language, Words] = {"en": ENGLISH, "zh-Hans": CHINESE}
