"""Text that asks much of the engine, as stretches to be repeated."""

NONSENSE = (
    *("Pod", "重启", "不", "没有重启", "not ", "not Pod ", "没有 etcd 就", "without etcd ", "不是不", "甲乙"),
    *("`", "`Pod", "。", "，", ". ", "，重启", "1.30", "1.", "'", "-", "./", "\n", " ", "<b", "<b>", "< "),
    *("👍", "👩‍💻", "\ufdfa", "a\u0301", "\u0301", "\ud800", "滾", "ＡＢ", "Ⅷ", "\u200b"),
    *(
        "etcd Pod 重启 固定 甲 乙。",
        "Pod restart* ",
        "kubelt ",
        "deployement ",
        "重起荣器",
        "k",
        "kubectl-",
        "a.b/c_d ",
    ),
    *("存活探针失败，kubelet 没有重启容器。", "The kubelet does not restart it, but it will. ", "\u202eteleb\u202c "),
)


def repeated(stretch: str, characters: int) -> str:
    return (stretch * (characters // len(stretch) + 1))[:characters]
