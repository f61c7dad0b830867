"""Facts of the Jilin notice and the scheme it issues, kept apart from its YAML.

Taken from 关于印发吉林省国家教师发展协同创新实验基地建设实施方案的通知（吉教师〔2019〕11号）, not
from the plan file: a test that compares the two notices a clause, a figure or an element of the
notice that went missing. In `STATEMENTS` the ids S0-… are the sixteen quantified statements.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Statement: TypeAlias = tuple[str, str, str]
"""Id, the block of the enclosed scheme as a path of titles, words of its text (lines joined)."""

Task: TypeAlias = tuple[str, tuple[str, ...]]
"""A task of 三、重点任务 and the titles of its numbered clauses, in order."""

Basis: TypeAlias = tuple[str, str, tuple[str, ...]]
"""Title, document number and issuing organs of a document that the scheme relies on."""

_TASKS: Final = "sections/重点任务"
_SYSTEM: Final = f"{_TASKS}/加强体系建设"
_MECHANISM: Final = f"{_TASKS}/建立协同机制"
_RESOURCES: Final = f"{_TASKS}/集聚优质资源"
_TRAINING: Final = f"{_TASKS}/创新培训模式"

TITLE: Final = "关于印发吉林省国家教师发展协同创新实验基地建设实施方案的通知"
SCHEME_TITLE: Final = "吉林省国家教师发展协同创新实验基地建设实施方案"
PAGE_TITLE: Final = "关于组织申报吉林省国家教师发展协同创新实验基地建设项目的通知"
ISSUER: Final = "吉林省教育厅"
DOCUMENT_NUMBER: Final = "吉教师〔2019〕11号"
DATE_OF_ISSUE: Final = "2019年10月24日"
PRINTING: Final = ("吉林省教育厅办公室", "2019年10月24日")

ADDRESSEES: Final = (
    "各市（州）、长白山管委会教育局",
    "梅河口市、公主岭市教育局",
    "各高等学校",
    "中省直中小学",
)

BASIS: Final[tuple[Basis, ...]] = (
    (
        "中共中央 国务院关于全面深化新时代教师队伍建设改革的意见",
        "中发〔2018〕4号",
        ("中共中央", "国务院"),
    ),
    (
        "教育部等五部门关于印发〈教师教育振兴行动计划（2018—2022年）〉的通知",
        "教师〔2018〕2号",
        ("教育部等五部门",),
    ),
    (
        "中共吉林省委 吉林省人民政府关于全面深化新时代教师队伍建设改革的实施意见",
        "吉发〔2018〕30号",
        ("中共吉林省委", "吉林省人民政府"),
    ),
    (
        "教育部教师工作司关于筹建国家教师发展协同创新实验基地的通知",
        "教师司函〔2018〕25号",
        ("教育部教师工作司",),
    ),
)

SECTIONS: Final = ("指导思想", "建设目标", "重点任务", "保障措施")

TASKS: Final[tuple[Task, ...]] = (
    (
        "加强体系建设",
        (
            "提升基地依托单位战线发展引领能力",
            "改善市（州）教育学院基础条件",
            "提升县（市、区）级教师进修学校综合服务能力",
            "推进大学区内涵发展",
            "打造教师专业发展型学校",
        ),
    ),
    (
        "建立协同机制",
        (
            "探索和建立三级教师进修院校间协同工作机制",
            "探索建立高师院校与教师进修院校间的协同工作机制",
            "推动基地依托单位与区域实现协同",
            "支持基地依托单位与省内高校、科研院所开展协同",
            "探索基地依托单位与省外高校、教师发展（培训）机构的协同",
        ),
    ),
    (
        "集聚优质资源",
        (
            "研发课程开发元资源",
            "集聚和积累核心课程资源",
            "培养专家团队资源",
            "培育实践基地资源",
        ),
    ),
    (
        "创新培训模式",
        (
            "师德教育模式创新",
            "教育信息化应用创新",
            "“研培结合”特色创新",
            "专业发展管理创新",
        ),
    ),
)

SAFEGUARDS: Final = (
    "加强组织领导，明确责任归属",
    "强化学术引领，提升工作品质",
    "建立协调机制，保障工作落实",
    "加大宣传力度，营造良好环境",
)

ANNOUNCED_ATTACHMENTS: Final = (
    "基地建设工作领导小组成员名单",
    "基地建设工作专家指导委员会成员名单",
)

STATEMENTS: Final[tuple[Statement, ...]] = (
    ("S0-01", "sections/建设目标", "利用三年左右时间"),
    ("S0-02", _SYSTEM, "推动省、市、县三级教师进修院校"),
    ("S0-03", _SYSTEM, "“省—市—县—片—校”五级教师专业发展支持服务体系"),
    ("S0-04", f"{_SYSTEM}/提升基地依托单位战线发展引领能力", "打造10个教师培训品牌项目"),
    ("S0-05", f"{_SYSTEM}/提升基地依托单位战线发展引领能力", "培育60门教师培训精品课程"),
    ("S0-06", f"{_SYSTEM}/推进大学区内涵发展", "为15个国贫、省贫县的大学区注入专业力量"),
    ("S0-07", f"{_SYSTEM}/打造教师专业发展型学校", "第二批100所省级教师专业发展示范校"),
    (
        "S0-08",
        f"{_MECHANISM}/探索和建立三级教师进修院校间协同工作机制",
        "全省中小学教师培训工作以五年为周期",
    ),
    (
        "S0-09",
        f"{_MECHANISM}/探索和建立三级教师进修院校间协同工作机制",
        "全省选择3组不同层次的进修院校",
    ),
    (
        "S0-10",
        f"{_MECHANISM}/探索建立高师院校与教师进修院校间的协同工作机制",
        "选取2组由高师院校和市级教育学院组成的协同单位",
    ),
    (
        "S0-11",
        f"{_MECHANISM}/探索建立高师院校与教师进修院校间的协同工作机制",
        "以3年为周期，实施教师教育",
    ),
    ("S0-12", f"{_MECHANISM}/推动基地依托单位与区域实现协同", "遴选10个左右的市、县"),
    (
        "S0-13",
        f"{_MECHANISM}/探索基地依托单位与省外高校、教师发展（培训）机构的协同",
        "与10个左右的省外著名高校、优质教师发展中心、专业培训机构",
    ),
    ("S0-14", f"{_RESOURCES}/培育实践基地资源", "全省200所教师专业发展示范学校"),
    ("S0-15", f"{_TRAINING}/专业发展管理创新", "完善五年一周期的教师全员培训制度"),
    ("S0-16", f"{_TRAINING}/教育信息化应用创新", "信息技术应用能力提升工程2.0"),
)
