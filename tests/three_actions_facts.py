"""Facts of the article on three actions, kept apart from its YAML, for the acceptance tests.

Taken from the article 实施三项行动，提升新时代中小学教师培训工作, not from the plan file: a test
that compares the two notices a clause, a norm or a figure that went missing. In `STATEMENTS` the
ids S3-… are the fifteen quantified statements.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Statement: TypeAlias = tuple[str, str, str]
"""Id, the place (a path of titles or a key), words of its title or text (lines joined)."""

Action: TypeAlias = tuple[str, tuple[str, ...]]
"""An action and the titles of its five clauses, in order."""

Norm: TypeAlias = tuple[str, str, str, str]
"""Indicator, period or "", figure as written, what a share is a share of or ""."""

_CAPACITY: Final = "sections/教师培训能力提升行动"
_SYSTEM: Final = "sections/教师培训体系建设行动"
_STAFF: Final = f"{_CAPACITY}/打造高素质专业化创新型培训队伍"

TITLE: Final = "实施三项行动，提升新时代中小学教师培训工作"

ACTIONS: Final[tuple[Action, ...]] = (
    (
        "教师培训体系建设行动",
        (
            "组织管理体系建设",
            "制度机制体系建设",
            "内容标准体系建设",
            "研修实施体系建设",
            "质量评价体系建设",
        ),
    ),
    (
        "教师培训能力提升行动",
        (
            "开展教师发展机构示范创建活动",
            "推动教师专业发展基地学校建设",
            "优化工作室管理机制与研修行为",
            "打造高素质专业化创新型培训队伍",
            "建设高水平培训资源和研修平台",
        ),
    ),
    (
        "深化精准培训改革行动",
        (
            "完善混合式、融合型培训模式",
            "探索“智能＋教师培训”新范式",
            "推进“教研训”三维一体策略",
            "发挥学分管理制度的引导作用",
            "实行培训评估激励约束机制",
        ),
    ),
)

NORMS: Final[tuple[Norm, ...]] = (
    ("基地学校承办项目占比", "到2025年", "原则上不少于30%", "省市县教师培训项目"),
    ("“三名”工作室承办项目占比", "到2025年", "原则上不少于30%", "省市县教师培训项目"),
    ("专职培训队伍占比", "", "不低于5‰", "基础教育教师队伍总数"),
    ("45岁以上人员占比", "", "不多于40%", "机构总人数"),
    ("本科以上学历占比", "", "100%", "专职培训管理者和研训员"),
    ("硕士研究生以上学历占比", "", "不少于10%", "专职培训管理者和研训员"),
    ("一线经历或骨干称号人员占比", "", "不少于20%", "专职培训管理者和研训员"),
    ("基础教育一线从教年限", "", "10年以上", ""),
)

MENTIONED: Final = (
    "新时代基础教育强师计划",
    "“十四五”学前教育发展提升行动计划",
    "“十四五”县域普通高中发展提升行动计划",
    "“十四五”特殊教育发展提升行动计划",
    "中小学教师培训课程指导标准",
    "加强市县教师发展机构建设的指导意见",
    "加强新时代“三名”工作室管理的实施意见",
    "中小学教师培训学分管理办法",
)

DISCREPANCIES: Final[tuple[tuple[str, str], ...]] = (
    (f"{_SYSTEM}/制度机制体系建设", "教师发展机构与教师发展基地学校"),
    (f"{_CAPACITY}/建设高水平培训资源和研修平台", "学分管理管理制度"),
    (_STAFF, "专职培训管理者和研训员中，45岁以上的不多于机构总人数的40%"),
)
"""Where the article disagrees with itself or leaves a denominator open: kept as it is."""

STATEMENTS: Final[tuple[Statement, ...]] = (
    ("S3-01", "title", "实施三项行动"),
    ("S3-02", "preamble", "到2025年，教师培训要实现专业化、标准化"),
    ("S3-03", "preamble", "《强师计划》、三个“提升行动计划”"),
    (
        "S3-04",
        f"{_SYSTEM}/组织管理体系建设",
        "健全省、市、县三级中小学教师继续教育中心",
    ),
    ("S3-05", f"{_SYSTEM}/制度机制体系建设", "“三名”工作室三方联动"),
    (
        "S3-06",
        f"{_CAPACITY}/开展教师发展机构示范创建活动",
        "在三年时间内，市县教师发展机构评估要全面开展",
    ),
    (
        "S3-07",
        f"{_CAPACITY}/推动教师专业发展基地学校建设",
        "由教师专业发展基地学校承办（协办）的原则上不少于30%",
    ),
    (
        "S3-08",
        f"{_CAPACITY}/优化工作室管理机制与研修行为",
        "由“三名”工作室承办（协办）的原则上不少于30%",
    ),
    ("S3-09", _STAFF, "专职培训队伍人数要达到不低于基础教育教师队伍总数的5‰"),
    ("S3-10", _STAFF, "45岁以上的不多于机构总人数的40%"),
    ("S3-11", _STAFF, "具有本科以上学历的达到100%"),
    ("S3-12", _STAFF, "硕士研究生以上学历不少于10%"),
    (
        "S3-13",
        _STAFF,
        (
            "在基础教育一线从教10年以上，或者近五年取得市级以上"
            "骨干教师、名师、名校长、名班主任称号的，不少于20%"
        ),
    ),
    ("S3-14", f"{_CAPACITY}/建设高水平培训资源和研修平台", "省市县校四级共建共享"),
    ("S3-15", "sections/深化精准培训改革行动/推进“教研训”三维一体策略", "“教研训”三维一体"),
)
