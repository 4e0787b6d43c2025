"""A small lexicon for tests, with every kind of entry."""

from questions.scoring.lexicon import Entry, Lexicon

WORDS = "against again stage state start table prove probably restful pod about which when does needs service".split()
LEXICON = Lexicon(
    7,
    (
        Entry(
            "k8s.apiserver", "identifier", zh=("API 服务器",), en=("kube-apiserver", "apiserver"), slips=("apisever",)
        ),
        Entry("k8s.namespace", "word", zh=("命名空间",), en=("namespace",), alias=("ns",)),
        Entry("k8s.liveness", "phrase", zh=("存活探针",), en=("livenessProbe", "liveness check")),
        Entry("k8s.kubectl", "identifier", en=("kubectl",), protected=True),
        Entry("k8s.kubelet", "identifier", en=("kubelet",), protected=True),
        Entry("k8s.label", "word", zh=("标签",), en=("label",), protected=True),
        Entry("k8s.pv", "acronym", zh=("持久卷",), en=("PersistentVolume",), alias=("PV",)),
        Entry("k8s.pvc", "acronym", zh=("持久卷声明",), en=("persistent volume claim",), alias=("PVC",)),
        Entry("k8s.scheduler", "identifier", zh=("调度器",), en=("kube-scheduler",), part_counts=True),
        Entry("k8s.stateless", "word", zh=("无状态",), en=("stateless",)),
        Entry("k8s.proxy", "identifier", en=("kube-proxy",)),
        Entry("k8s.deployment", "identifier", zh=("无状态部署",), en=("Deployment",), alias=("deploy",)),
    ),
    frozenset(WORDS),
)
