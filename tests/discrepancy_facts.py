"""What is wrong in the four sources, and what holds in them, place by place.

A place is a plan, a route of names from the outside in, and words on one line there. The numbers
are ours: the first digit is the source, the second its entry.
"""

from __future__ import annotations

from typing import Final, NamedTuple

LIUZHOU: Final = "liuzhou-2023-2027"
JILIN: Final = "jilin-2019-teacher-base"
HENAN: Final = "henan-2021-teacher-quality"
ACTIONS: Final = "three-actions"
ATTACHED: Final = "encloses/document/attachments/中小学教师素质提升工程项目设置说明/sections"
COUNTY: Final = f"{ATTACHED}/县域教师发展支持服务体系建设/clauses"
TRAINERS: Final = f"{ATTACHED}/省级教师培训师高端研修/clauses"
KEY_TEACHERS: Final = f"{ATTACHED}/省级骨干教师培育/clauses"
INNER: Final = "encloses/document"


class Place(NamedTuple):
    """Words at the end of a route."""

    at: str
    words: str


class Found(NamedTuple):
    """A finding: its rule and where it is to stand."""

    rule: str
    at: str
    words: str


class Discrepancy(NamedTuple):
    """Something that is wrong in a source, and each finding that says so."""

    id: str
    what: str
    plan: str
    found: tuple[Found, ...]


class Relation(NamedTuple):
    """Something that holds in a source, or follows from it, and where it stands."""

    id: str
    plan: str
    places: tuple[Place, ...]


MODULES: Final = "思想政治、政策解读、警示教育、模范宣传、模拟实践、国情区情市情教育五个"
CREDITS: Final = "不低于10学时的校本研修学分"
SUPPORT_SYSTEM: Final = "加强教师发展服务支持体系建设"
FOURTH_KIND: Final = "市县级教师培训机构骨干教师培育"

DISCREPANCIES: Final = (
    Discrepancy(
        "R2-01",
        "六个模块说成五个，正文和分工表都是",
        LIUZHOU,
        (
            Found("C101", "projects/师德师风教育工程/text", MODULES),
            Found("C101", "tasks/师德师风教育工程/content", MODULES),
        ),
    ),
    Discrepancy(
        "R2-02",
        "教坛新秀10000名，分工表只写认定一批",
        LIUZHOU,
        (Found("C104", "tasks/教坛新秀能力提升工程/goals/1/text", "一批"),),
    ),
    Discrepancy(
        "R2-11",
        "大先生的培养对象，分工表比正文少一类",
        LIUZHOU,
        (
            Found(
                "C103",
                "tasks/新时代“大先生”培养工程/claims/培养对象类别/items",
                "特级教师、名师名校长、享受特殊津贴教育专家",
            ),
        ),
    ),
    Discrepancy(
        "R2-15",
        "第六、七项工程在层级表里次序颠倒",
        LIUZHOU,
        (Found("C107", "levels/骨干教师“深蓝计划”/projects", "智慧教育数字素养提升工程"),),
    ),
    Discrepancy(
        "R2-16",
        "同一组工程有三个叫法，其中一项时有引号时没有",
        LIUZHOU,
        (
            Found("W103", "sections/重点任务/title", "重点任务"),
            Found("W103", "sections/重点任务/text", "载体工程"),
            Found("W101", "levels/骨干教师“深蓝计划”/projects", "教育共同体领导力提升工程"),
        ),
    ),
    Discrepancy(
        "R2-18",
        "分工表第14行的名称与正文标题不同",
        LIUZHOU,
        (
            Found(
                "C106",
                "tasks/加强教师人才培养标准建设/title",
                "加强教师人才培养资质认定与培养标准建设",
            ),
        ),
    ),
    Discrepancy(
        "R2-24",
        "以学时计量，却称学分",
        LIUZHOU,
        (
            Found("W104", "sections/组织实施/clauses/加强培训管理/text", "360学时学分"),
            Found("W104", "measures/加强校本研修示范县区（学校）建设/text", CREDITS),
            Found("W104", "tasks/加强校本研修示范县区（学校）建设/goals/2/text", CREDITS),
        ),
    ),
    Discrepancy(
        "R2-27",
        "标题是名师名校长工作室，数量只算名师工作室",
        LIUZHOU,
        (Found("W103", "measures/加强名师名校长工作室建设/text", "名师工作室"),),
    ),
    Discrepancy(
        "R2-36",
        "至少与幅度并用",
        LIUZHOU,
        (Found("W102", "indicators/县区培训机构编制/figures", "至少2-3名"),),
    ),
    Discrepancy(
        "R2-37",
        "分工表第11行没有配合部门",
        LIUZHOU,
        (Found("R110", f"tasks/{SUPPORT_SYSTEM}/of", SUPPORT_SYSTEM),),
    ),
    Discrepancy(
        "R2-38",
        "正文与分工表用词不同：国家级与国家，骨干与卓越",
        LIUZHOU,
        (
            Found("W105", "tasks/智慧教育数字素养提升工程/content", "国家试点"),
            Found("W105", "tasks/智慧教育数字素养提升工程/content", "卓越教师"),
        ),
    ),
    Discrepancy(
        "R2-39",
        "评价正文三种、分工表四种",
        LIUZHOU,
        (
            Found(
                "C103",
                "tasks/加强教师专业发展成效考核评价/claims/评价种类/items",
                "过程性评价、阶段性评价、培养周期综合评价、年度教师激励性评价",
            ),
        ),
    ),
    Discrepancy(
        "R0-06",
        "列了两个附件，一个也没有附",
        JILIN,
        tuple(
            Found("D102", f"{INNER}/attachments/{title}/title", title)
            for title in ("基地建设工作领导小组成员名单", "基地建设工作专家指导委员会成员名单")
        ),
    ),
    Discrepancy(
        "R0-07",
        "领导小组的名称多了“专业”",
        JILIN,
        (
            Found(
                "W103",
                f"{INNER}/sections/保障措施/clauses/加强组织领导，明确责任归属/text",
                "国家教师专业发展协同创新实验基地",
            ),
        ),
    ),
    Discrepancy(
        "R0-08",
        "网页的题名是另一件事",
        JILIN,
        (
            Found(
                "D103",
                "publication/page_title",
                "关于组织申报吉林省国家教师发展协同创新实验基地建设项目的通知",
            ),
        ),
    ),
    Discrepancy(
        "R1-02",
        "第五类项目的名称，正文与附件不同",
        HENAN,
        (
            Found(
                "C105",
                f"{INNER}/sections/项目设置/claims/五类项目/items",
                "乡村教师素质提升培训",
            ),
        ),
    ),
    Discrepancy(
        "R1-14",
        "60学时是每年还是两年合计，没有写明",
        HENAN,
        (Found("W119", f"{TRAINERS}/培训时长/text", "60学时"),),
    ),
    Discrepancy(
        "R1-16",
        "提到六个附件，只有一个",
        HENAN,
        (Found("D102", f"{INNER}/attachments/项目分配名额/title", "项目分配名额"),) * 5,
    ),
    Discrepancy(
        "R1-18",
        "转发时两个截止日期都已过去",
        HENAN,
        (Found("T103", "publication/publish_date", "2021年8月16日"),),
    ),
    Discrepancy(
        "R1-20",
        "转发通知自己没有主送、正文和日期，网页上的发文机关又是另一个",
        HENAN,
        (
            Found(
                "D101",
                "title",
                "关于转发河南省教育厅《关于组织实施2021年义务教育师资薄弱环节改善"
                "暨中小学教师素质提升工程的通知》的通知",
            ),
            Found("D106", "publication/publisher", "教育局办公室"),
        ),
    ),
    Discrepancy(
        "R1-24",
        "第四类项目比其他几类少一条培训时长",
        HENAN,
        (Found("C108", f"{ATTACHED}/{FOURTH_KIND}/title", FOURTH_KIND),),
    ),
    Discrepancy(
        "R3-07",
        "基地学校的名称少了“专业”",
        ACTIONS,
        (
            Found(
                "W103",
                "sections/教师培训体系建设行动/clauses/制度机制体系建设/text",
                "教师发展基地学校",
            ),
        ),
    ),
    Discrepancy(
        "R3-08",
        "“管理”写了两遍",
        ACTIONS,
        (
            Found(
                "W115",
                "sections/教师培训能力提升行动/clauses/建设高水平培训资源和研修平台/text",
                "管理管理",
            ),
        ),
    ),
)

# wrong too, though not on the list of the 23: names that differ
OTHERS: Final = (
    (
        JILIN,
        Found(
            "W103",
            f"{INNER}/sections/重点任务/clauses/加强体系建设/clauses/打造教师专业发展型学校/text",
            "省级教师专业发展示范校",
        ),
    ),
    (
        HENAN,
        Found("W103", f"{INNER}/sections/申报要求/clauses/精心研制培训方案/text", "河南教师教育网"),
    ),
    (HENAN, Found("W103", f"{KEY_TEACHERS}/培训时长/text", "网络名师工作室")),
)

GOALS: Final = "sections/发展目标/text"
TALENT: Final = "学科骨干教师培养工程"
MASTERS: Final = "新时代“大先生”培养工程"
COMMUNITY: Final = "“教育共同体”领导力提升工程"
SMART: Final = "智慧教育数字素养提升工程"
BOTH_LEVELS: Final = "市级骨干教师3800名，县级骨干教师6800名"

HOLDING: Final = (
    Relation(
        "R2-03",
        LIUZHOU,
        (
            Place(GOALS, "骨干教师6000名"),
            Place(f"projects/{TALENT}/text", BOTH_LEVELS),
            Place(f"tasks/{TALENT}/goals/1/text", BOTH_LEVELS),
            Place("relations/骨干教师逐段增加", "骨干教师@到2025年"),
        ),
    ),
    Relation(
        "R2-04",
        LIUZHOU,
        (
            Place("indicators/骨干教师/figures", "6000名"),
            Place("indicators/市级骨干教师/figures", "3800名"),
            Place("indicators/县级骨干教师/figures", "6800名"),
        ),
    ),
    Relation(
        "R2-06",
        LIUZHOU,
        (
            Place(f"projects/{TALENT}/text", "10%、20%"),
            Place(f"tasks/{TALENT}/content", "10%、20%"),
            Place("indicators/市级骨干教师遴选比例/figures", "10%"),
            Place("indicators/县级骨干教师遴选比例/figures", "20%"),
        ),
    ),
    Relation(
        "R2-07",
        LIUZHOU,
        (
            Place(GOALS, "卓越名师名校长300名"),
            Place("indicators/卓越名师名校长/figures", "300名"),
            Place("projects/基础教育卓越校长培养工程/text", "100名"),
            Place("projects/学科卓越教师培养工程/text", "100名高中"),
            Place("projects/学科卓越教师培养工程/text", "100名义务教育"),
        ),
    ),
    Relation(
        "R2-10",
        LIUZHOU,
        (
            Place(GOALS, "至少50名"),
            Place(f"projects/{MASTERS}/text", "至少50名"),
            Place(f"tasks/{MASTERS}/goals/1/text", "至少50名"),
        ),
    ),
    Relation("R2-12", LIUZHOU, (Place(GOALS, "“5323”教师培养模式"), Place("claims", "“5323”"))),
    Relation(
        "R2-13",
        LIUZHOU,
        (Place("sections/重点任务/text", "五个培养层级"), Place("claims", "五个培养层级")),
    ),
    Relation(
        "R2-14",
        LIUZHOU,
        (
            Place("sections/重点任务/text", "十项重点工程"),
            Place("sections/重点任务/text", "十大"),
            Place("claims", "十大载体工程"),
        ),
    ),
    Relation(
        "R2-17",
        LIUZHOU,
        (
            Place("attachments", "tasks"),
            Place("tasks/加强名师名校长工作室建设/of", "加强名师名校长工作室建设"),
        ),
    ),
    Relation(
        "R2-19",
        LIUZHOU,
        (
            Place("projects/师德师风教育工程/text", "60个"),
            Place("tasks/师德师风教育工程/goals/1/text", "60个"),
            Place("indicators/师德师风教育基地", "60个"),
        ),
    ),
    Relation(
        "R2-20",
        LIUZHOU,
        (
            Place("projects/师德师风教育工程/text", "不少于10学时"),
            Place("tasks/师德师风教育工程/goals/3/text", "不少于10学时"),
        ),
    ),
    Relation(
        "R2-21",
        LIUZHOU,
        tuple(
            Place(f"{at}", words)
            for at in (
                "projects/新入职教师规范化培训工程/text",
                "tasks/新入职教师规范化培训工程/content",
            )
            for words in ("不少于60学时", "不少于120学时")
        ),
    ),
    Relation(
        "R2-23",
        LIUZHOU,
        (
            Place("sections/组织实施/clauses/加强培训管理/text", "五年一周期"),
            Place("indicators/教师全员培训/figures", "360学时"),
            Place("relations/五年学时够用", "教师全员培训"),
        ),
    ),
    Relation(
        "R2-25",
        LIUZHOU,
        (
            Place("measures/加强校本研修示范县区（学校）建设/text", "原则上不少于10%"),
            Place("tasks/加强校本研修示范县区（学校）建设/goals/1/text", "原则上不少于10%"),
        ),
    ),
    Relation(
        "R2-26",
        LIUZHOU,
        (
            Place("measures/加强校本研修示范县区（学校）建设/text", "必须完成不低于10学时"),
            Place("tasks/加强校本研修示范县区（学校）建设/goals/2/text", "必须完成不低于10学时"),
            Place("indicators/校本研修/figures", "必须不低于10学时"),
        ),
    ),
    Relation(
        "R2-28",
        LIUZHOU,
        (Place(f"projects/{SMART}/text", "10个"), Place(f"tasks/{SMART}/goals/2/text", "10个")),
    ),
    Relation(
        "R2-29",
        LIUZHOU,
        (
            Place(f"projects/{TALENT}/text", "120人"),
            Place(f"projects/{TALENT}/text", "三年递进式"),
            Place(f"tasks/{TALENT}/goals/2/text", "120人"),
        ),
    ),
    Relation(
        "R2-30",
        LIUZHOU,
        (
            Place("projects/“初中强校”人才培养工程/text", "30所项目创建校"),
            Place("tasks/“初中强校”人才培养工程/content", "30所项目创建校"),
            Place("tasks/“初中强校”人才培养工程/goals/1/support", "30所项目创建校"),
            Place("tasks/“初中强校”人才培养工程/claims", "初中名校长"),
        ),
    ),
    Relation(
        "R2-31",
        LIUZHOU,
        (
            Place("sections/发展背景/text", "两条能力路径"),
            Place("sections/发展背景/text", "三级培养体系"),
            Place("projects/新入职教师规范化培训工程/text", "两阶段培养模式"),
            Place("projects/新入职教师规范化培训工程/text", "“三新”改革"),
            Place(f"projects/{COMMUNITY}/text", "四个维度"),
            Place(f"tasks/{COMMUNITY}/content", "四个维度"),
            Place(f"projects/{SMART}/text", "“三个课堂”"),
        ),
    ),
    Relation(
        "R2-32",
        LIUZHOU,
        (
            Place("projects/教坛新秀能力提升工程/text", "教龄3年以上"),
            Place("tasks/教坛新秀能力提升工程/content", "教龄3年以上"),
            Place("projects/教坛新秀能力提升工程/text", "三年规范化培训"),
        ),
    ),
    Relation(
        "R2-33",
        LIUZHOU,
        (
            Place("sections/发展背景/text", "近1/3"),
            Place("sections/发展背景/text", "30—49岁"),
            Place("relations/年龄结构", "29岁以下教师占比"),
        ),
    ),
    Relation(
        "R2-34",
        LIUZHOU,
        (Place("period", "2023—2027年"), Place("milestones", "到2025年、到2027年")),
    ),
    Relation("R2-35", LIUZHOU, (Place(GOALS, "“十四五”五年一周期"), Place(GOALS, "到2025年"))),
    Relation("R2-43", LIUZHOU, (Place("attachments", "主要任务分工表"),)),
    Relation("R2-44", LIUZHOU, (Place("basis", "柳办发〔2022〕10号"),)),
    Relation(
        "R2-45",
        LIUZHOU,
        (
            Place("tasks/学科卓越教师培养工程/goals/3/lead", "县区教育局、局属普通高中"),
            Place("tasks/加强名师名校长工作室建设/goals/1/lead", "人事科"),
        ),
    ),
    Relation(
        "R2-46",
        LIUZHOU,
        (
            Place("sections/组织实施/clauses/加强经费保障/text", "不低于2%"),
            Place("sections/组织实施/clauses/加强经费保障/text", "5%"),
        ),
    ),
    Relation(
        "R0-01",
        JILIN,
        (
            Place(
                f"{INNER}/sections/重点任务/text",
                "加强体系建设、建立协同机制、集聚优质资源、创新培训模式",
            ),
            Place(f"{INNER}/sections/重点任务/clauses/创新培训模式/title", "创新培训模式"),
        ),
    ),
    Relation(
        "R0-02",
        JILIN,
        (
            Place(f"{INNER}/sections/重点任务/clauses/加强体系建设/text", "省、市、县三级"),
            Place(f"{INNER}/sections/重点任务/clauses/加强体系建设/text", "“省—市—县—片—校”五级"),
        ),
    ),
    Relation(
        "R0-04",
        JILIN,
        (
            Place(f"{INNER}/sections/建设目标/text", "三年左右"),
            Place(f"{INNER}/sections/重点任务/clauses/建立协同机制", "以3年为周期"),
        ),
    ),
    Relation(
        "R0-05",
        JILIN,
        (
            Place(f"{INNER}/sections/重点任务/clauses/建立协同机制", "以五年为周期"),
            Place(f"{INNER}/sections/重点任务/clauses/创新培训模式", "五年一周期"),
        ),
    ),
    Relation(
        "R0-09",
        JILIN,
        (Place("date_of_issue", "2019年10月24日"), Place("printing/date", "2019年10月24日")),
    ),
    Relation(
        "R0-10",
        JILIN,
        tuple(
            Place(f"{INNER}/basis", number)
            for number in (
                *("中发〔2018〕4号", "教师〔2018〕2号"),
                *("吉发〔2018〕30号", "教师司函〔2018〕25号"),
            )
        ),
    ),
    Relation("R1-01", HENAN, (Place(f"{INNER}/sections/项目设置/text", "五类项目"),)),
    Relation(
        "R1-03",
        HENAN,
        (Place(f"{COUNTY}/实施对象/text", "13个项目县"), Place(f"{COUNTY}/实施对象", "卢氏县")),
    ),
    Relation("R1-04", HENAN, (Place(f"{COUNTY}/建设内容/text", "5个领域"),)),
    Relation(
        "R1-05",
        HENAN,
        (
            Place(f"{COUNTY}/建设形式", "每校不少于3人"),
            Place(f"{COUNTY}/建设形式", "每个工作室不少于1人"),
            Place(f"{INNER}/relations", "县级教师培训团队 >="),
        ),
    ),
    Relation(
        "R1-06",
        HENAN,
        (
            Place(f"{COUNTY}/建设形式", "小学2所、中学2所"),
            Place(f"{COUNTY}/建设形式/text", "4所优质中小学校"),
            Place(f"{COUNTY}/建设形式/text", "4所教师发展学校"),
        ),
    ),
    Relation(
        "R1-07",
        HENAN,
        (
            Place(f"{COUNTY}/建设形式", "名师6名、名校长2名、名班主任2人"),
            Place(f"{COUNTY}/建设形式/text", "10个省级名师名校长名班主任团队"),
            Place(f"{INNER}/indicators/工作室名班主任", "2人"),
        ),
    ),
    Relation(
        "R1-08",
        HENAN,
        (Place(f"{COUNTY}/建设形式", "100名"), Place(f"{COUNTY}/建设形式", "“1＋10”")),
    ),
    Relation(
        "R1-09",
        HENAN,
        (Place(f"{COUNTY}/建设周期/text", "2年"), Place(f"{COUNTY}/建设形式", "为期两年")),
    ),
    Relation(
        "R1-10",
        HENAN,
        (
            Place(f"{TRAINERS}/培训形式/text", "两年50天、每年25天"),
            Place(f"{TRAINERS}/培训时长/text", "每年集中培训25天"),
        ),
    ),
    Relation(
        "R1-11",
        HENAN,
        (
            Place(f"{TRAINERS}/培训对象/text", "150人"),
            Place(f"{TRAINERS}/培训形式/text", "10名省级培训师"),
        ),
    ),
    Relation("R1-12", HENAN, (Place(f"{TRAINERS}/培训对象/text", "1:1.2差额"),)),
    Relation(
        "R1-13",
        HENAN,
        (
            Place(f"{KEY_TEACHERS}/培训时长/text", "15天＋主题工作坊网络研修60学时"),
            Place(f"{KEY_TEACHERS}/培训形式/text", "15天＋网络60学时"),
            Place(f"{KEY_TEACHERS}/培训时长/text", "50学时＋校本实践1年"),
        ),
    ),
    Relation("R1-15", HENAN, (Place(f"{KEY_TEACHERS}/培训形式/text", "50至100名新入职教师"),)),
    Relation(
        "R1-17",
        HENAN,
        (
            Place(f"{INNER}/date_of_issue", "2021年7月16日"),
            Place(f"{INNER}/printing/date", "2021年7月19日"),
            Place(f"{INNER}/sections/申报要求/clauses/加强培训过程管理/text", "2021年7月30日前"),
            Place(f"{INNER}/sections/申报要求/clauses/加强培训过程管理/text", "8月10日前"),
        ),
    ),
    Relation("R1-19", HENAN, (Place("publication/index_number", "JCJYK20210816A111"),)),
    Relation("R1-21", HENAN, (Place(f"{INNER}/basis", "教师〔2021〕128号"),)),
    Relation(
        "R1-23",
        HENAN,
        tuple(Place(f"{INNER}/relations", total) for total in ("650人", "52所", "130个", "1300名")),
    ),
    Relation(
        "R1-25",
        HENAN,
        (
            Place(f"{TRAINERS}/培训对象/text", "3年以上"),
            Place(f"{TRAINERS}/培训对象/text", "不超过45周岁"),
            Place(f"{ATTACHED}/{FOURTH_KIND}/clauses/培训对象/text", "不超过45周岁"),
        ),
    ),
    Relation("R3-01", ACTIONS, (Place("preamble", "三项行动"), Place("claims", "三项行动"))),
    Relation("R3-02", ACTIONS, (Place("preamble", "三个“提升行动计划”"),)),
    Relation(
        "R3-03",
        ACTIONS,
        (
            Place("sections/教师培训体系建设行动/clauses/组织管理体系建设/text", "省、市、县三级"),
            Place("sections/教师培训体系建设行动/clauses/制度机制体系建设/text", "三方联动"),
            Place("sections/深化精准培训改革行动", "三维一体"),
            Place("sections/教师培训能力提升行动", "省市县校四级"),
        ),
    ),
    Relation(
        "R3-04",
        ACTIONS,
        (
            Place(
                "sections/教师培训能力提升行动/clauses/推动教师专业发展基地学校建设/text",
                "原则上不少于30%",
            ),
            Place(
                "sections/教师培训能力提升行动/clauses/优化工作室管理机制与研修行为/text",
                "原则上不少于30%",
            ),
            Place("relations", "<= 1"),
        ),
    ),
    Relation(
        "R3-05",
        ACTIONS,
        (
            Place("sections/教师培训能力提升行动", "本科以上学历的达到100%"),
            Place("sections/教师培训能力提升行动", "硕士研究生以上学历不少于10%"),
        ),
    ),
)
