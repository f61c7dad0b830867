"""Facts of the Liuzhou plan, kept apart from its YAML, for the acceptance tests.

Taken from 柳州市中小学教师培训发展规划（2023—2027年）（征求意见稿）, not from the plan file:
a test that compares the two notices a goal, a unit or a figure that went missing.
Units stand by the official names of `plans/units.yaml`. In `STATEMENTS` the ids S2-… stand in
the body (47) and T2-… in the responsibility table (22), each with line breaks dropped; a place is
the id of a block, row or goal, as in the addresses of the site.
"""

from __future__ import annotations

from typing import Final, TypeAlias

Statement: TypeAlias = tuple[str, str, str]
"""Id, place in the plan, words as they must stand in its text."""

Goal: TypeAlias = tuple[str, tuple[str, ...], tuple[str, ...]]
"""Words that stand in the goal's text, its lead units, its supporting units."""

Row: TypeAlias = tuple[str, tuple[Goal, ...]]
"""The name printed in the responsibility table and the goals of that row, in order."""

Level: TypeAlias = tuple[str, str, tuple[str, ...]]
"""Title, aim, and the projects in the order and spelling of the level table."""

_PERSONNEL: Final = "柳州市教育局人事教育与对外交流科"
_BASIC_EDUCATION: Final = "柳州市教育局基础教育科"
_POLITICAL_EDUCATION: Final = "柳州市教育局思想政治教育科"
_ORGANISATION: Final = "柳州市委教育工委组织科"
_TRAINING_CENTRE: Final = "柳州市教师培训与学生素质教育中心"
_RESEARCH_INSTITUTE: Final = "柳州市教育科学研究所"
_AUDIOVISUAL_STATION: Final = "柳州市电化教育站"
_SUPERVISION_OFFICE: Final = "柳州市人民政府教育督导委员会办公室"
_COUNTY_AUTHORITIES: Final = "各县区（新区）教育行政部门"
_COUNTY_TRAINING: Final = "各县区（新区）教师培训管理机构"
_CITY_AND_COUNTY_TRAINING: Final = "市县两级教师培训管理机构"
_COUNTY_RESEARCH: Final = "各县区（新区）教研机构"
_BUREAU_SCHOOLS: Final = "局属学校"
_BUREAU_HIGH_SCHOOLS: Final = "局属普通高中"
_COUNTY_SCHOOLS: Final = "县区中小学校"
_ALL_SCHOOLS: Final = "全市中小学校"
_PROJECT_SCHOOLS: Final = "项目创建校"
_COMMUNITY_SCHOOLS: Final = "教育共同体学校"

PROJECT_NAMES: Final = (
    "师德师风教育工程",
    "新入职教师规范化培训工程",
    "教坛新秀能力提升工程",
    "“初中强校”人才培养工程",
    "学科骨干教师培养工程",
    "“教育共同体”领导力提升工程",
    "智慧教育数字素养提升工程",
    "基础教育卓越校长培养工程",
    "学科卓越教师培养工程",
    "新时代“大先生”培养工程",
)

MEASURES: Final = (
    "加强教师发展服务支持体系建设",
    "加强校本研修示范县区（学校）建设",
    "加强教师专业发展成效考核评价",
    "加强教师人才培养标准建设",
    "加强名师名校长工作室建设",
)

LEVELS: Final[tuple[Level, ...]] = (
    (
        "新任教师“春苗计划”",
        "师德规范，专业合格，教学达标",
        ("师德师风教育工程", "新入职教师规范化培训工程"),
    ),
    (
        "教坛新秀“扬帆计划”",
        "师德师风良好，教学实践能力强，教科研表现积极，教学业绩突出",
        ("教坛新秀能力提升工程",),
    ),
    (
        "骨干教师“深蓝计划”",
        "教学能手，专业突出，辐射引领",
        (
            "“初中强校”人才培养工程",
            "学科骨干教师培养工程",
            "智慧教育数字素养提升工程",
            "教育共同体领导力提升工程",
        ),
    ),
    (
        "名师名校长“卓越计划”",
        "发挥研究专长，打造教育教学特色，培育专业发展的领头羊",
        ("基础教育卓越校长培养工程", "学科卓越教师培养工程"),
    ),
    (
        "教育教学名家“领航计划”",
        "教育理念前沿，教科研水平高超，教育专长突出，教学风格鲜明，教育业绩卓著",
        ("新时代“大先生”培养工程",),
    ),
)

ROWS: Final[tuple[Row, ...]] = (
    (
        "师德师风教育工程",
        (
            ("师德师风教育基地", (_PERSONNEL,), (_BUREAU_SCHOOLS, _COUNTY_AUTHORITIES)),
            ("专项学分制度", (_TRAINING_CENTRE,), (_COUNTY_TRAINING,)),
            (
                "师德师风专项培训",
                (_PERSONNEL,),
                (_TRAINING_CENTRE, _BUREAU_SCHOOLS, _COUNTY_AUTHORITIES),
            ),
        ),
    ),
    (
        "新入职教师规范化培训工程",
        (
            (
                "高中新入职教师“三新”改革适应能力提升项目",
                (_TRAINING_CENTRE,),
                (_BUREAU_HIGH_SCHOOLS,),
            ),
            (
                "义务教育新任教师全员培训项目",
                (_COUNTY_AUTHORITIES,),
                (_COUNTY_TRAINING, _COUNTY_SCHOOLS),
            ),
        ),
    ),
    (
        "教坛新秀能力提升工程",
        (
            (
                "认定一批教坛新秀培养对象",
                (_PERSONNEL, _COUNTY_AUTHORITIES),
                (_TRAINING_CENTRE, _BUREAU_HIGH_SCHOOLS),
            ),
            (
                "教坛新秀培养对象的培训",
                (_TRAINING_CENTRE, _COUNTY_TRAINING),
                (_COUNTY_SCHOOLS,),
            ),
        ),
    ),
    (
        "“初中强校”人才培养工程",
        (
            ("主题研训", (_TRAINING_CENTRE,), (_COUNTY_AUTHORITIES, _PROJECT_SCHOOLS)),
            (
                "建设标准和绿色评价指标体系",
                (_BASIC_EDUCATION,),
                (_COUNTY_AUTHORITIES, _PROJECT_SCHOOLS),
            ),
        ),
    ),
    (
        "学科骨干教师培养工程",
        (
            (
                "市级骨干教师3800名",
                (_TRAINING_CENTRE, _COUNTY_TRAINING),
                (_BUREAU_HIGH_SCHOOLS, _COUNTY_SCHOOLS),
            ),
            (
                "县域农村中小学名师培养工程",
                (_TRAINING_CENTRE,),
                (_COUNTY_TRAINING, _COUNTY_SCHOOLS),
            ),
        ),
    ),
    (
        "“教育共同体”领导力提升工程",
        (
            (
                "创建柳州市教育共同体",
                (_PERSONNEL,),
                (_BUREAU_SCHOOLS, _COUNTY_AUTHORITIES, _COMMUNITY_SCHOOLS),
            ),
            (
                "主题培训课程",
                (_TRAINING_CENTRE,),
                (_BUREAU_SCHOOLS, _COUNTY_AUTHORITIES, _COMMUNITY_SCHOOLS),
            ),
        ),
    ),
    (
        "智慧教育数字素养提升工程",
        (
            (
                "教师智能教育素养培训",
                (_TRAINING_CENTRE,),
                (_BUREAU_SCHOOLS, _COUNTY_AUTHORITIES),
            ),
            ("名师网络教研共同体", (_RESEARCH_INSTITUTE,), (_COUNTY_RESEARCH, _ALL_SCHOOLS)),
            (
                "“三个课堂”典型案例",
                (_AUDIOVISUAL_STATION,),
                (_BUREAU_SCHOOLS, _COUNTY_AUTHORITIES),
            ),
        ),
    ),
    (
        "基础教育卓越校长培养工程",
        (
            (
                "100名基础教育卓越校长",
                (_PERSONNEL,),
                (_TRAINING_CENTRE, _BUREAU_SCHOOLS, _COUNTY_AUTHORITIES),
            ),
            ("区域内名校长培养项目", (_COUNTY_AUTHORITIES,), (_COUNTY_TRAINING,)),
        ),
    ),
    (
        "学科卓越教师培养工程",
        (
            (
                "100名高中学科卓越名师",
                (_PERSONNEL,),
                (_TRAINING_CENTRE, _BUREAU_HIGH_SCHOOLS),
            ),
            ("100名义务教育初中、小学学科卓越名师", (_TRAINING_CENTRE,), (_COUNTY_AUTHORITIES,)),
            (
                "区域、学校名师培养项目",
                (_COUNTY_AUTHORITIES, _BUREAU_HIGH_SCHOOLS),
                (_COUNTY_TRAINING,),
            ),
        ),
    ),
    (
        "新时代“大先生”培养工程",
        (
            (
                "至少50名",
                (_PERSONNEL,),
                (_TRAINING_CENTRE, _BUREAU_SCHOOLS, _COUNTY_AUTHORITIES),
            ),
        ),
    ),
    (
        "加强教师发展服务支持体系建设",
        (
            ("教师发展服务支持指标体系", (_TRAINING_CENTRE,), ()),
            ("至少2-3名人员编制", (_COUNTY_AUTHORITIES,), ()),
            ("各县区政府履行教育职责评价指标", (_SUPERVISION_OFFICE,), ()),
            ("年度实施方案", (_COUNTY_AUTHORITIES,), ()),
            ("教师培训基地", (_CITY_AND_COUNTY_TRAINING,), ()),
            ("校级教师发展中心", (_BUREAU_HIGH_SCHOOLS,), ()),
        ),
    ),
    (
        "加强校本研修示范县区（学校）建设",
        (
            (
                "县区级示范学校",
                (_PERSONNEL,),
                (_TRAINING_CENTRE, _BUREAU_SCHOOLS, _COUNTY_AUTHORITIES),
            ),
            ("校本研修学分", (_TRAINING_CENTRE,), (_COUNTY_TRAINING, _ALL_SCHOOLS)),
        ),
    ),
    (
        "加强教师专业发展成效考核评价",
        (
            (
                "教师荣誉制度",
                (_PERSONNEL,),
                (_TRAINING_CENTRE, _BUREAU_SCHOOLS, _COUNTY_AUTHORITIES),
            ),
            ("年度教师激励性评价", (_TRAINING_CENTRE,), (_COUNTY_TRAINING,)),
        ),
    ),
    (
        "加强教师人才培养资质认定与培养标准建设",
        (("遴选方案和办法", (_PERSONNEL,), (_TRAINING_CENTRE,)),),
    ),
    (
        "加强名师名校长工作室建设",
        (
            (
                "200个市级名师工作室",
                (_PERSONNEL, _POLITICAL_EDUCATION, _ORGANISATION),
                (_TRAINING_CENTRE, _BUREAU_SCHOOLS, _COUNTY_AUTHORITIES),
            ),
        ),
    ),
)

STATEMENTS: Final[tuple[Statement, ...]] = (
    ("S2-01", "section-发展背景", "29岁以下的青年教师占全市中小学专任教师近1/3"),
    ("S2-02", "section-发展背景", "30—49岁的中青年教师占全市中小学专任教师的比例超过一半"),
    ("S2-03", "section-发展背景", "教师教学、教育研究两条能力路径"),
    ("S2-04", "section-发展背景", "学校、县（区）、设区市三级培养体系"),
    ("S2-05", "section-发展目标", "“十四五”五年一周期的教师全员培训"),
    ("S2-06", "section-发展目标", "市县两级教坛新秀10000名"),
    ("S2-07", "section-发展目标", "市县两级骨干教师6000名"),
    ("S2-08", "section-发展目标", "卓越名师名校长300名"),
    ("S2-09", "section-发展目标", "教育教学名家型教师至少50名"),
    ("S2-10", "section-发展目标", "五级培养体系＋三大专业平台"),
    ("S2-11", "section-发展目标", "两条能力提升路径＋三方晋升机制"),
    ("S2-12", "section-发展目标", "基础教育“5323”教师培养模式"),
    ("S2-13", "section-发展目标", "占比超过五分之一"),
    ("S2-14", "section-重点任务", "五个培养层级"),
    ("S2-15", "section-重点任务", "市级十项重点工程"),
    ("S2-16", "section-重点任务", "十大载体工程"),
    ("S2-17", "project-师德师风教育工程", "国情区情市情教育五个模块，打造"),
    ("S2-18", "project-师德师风教育工程", "建成60个市县级师德师风教育基地。"),
    ("S2-19", "project-师德师风教育工程", "中小学教师每年参加师德师风专项培训不少于10学时。"),
    ("S2-20", "project-新入职教师规范化培训工程", "其中，师范专业毕业教师不少于60学时"),
    ("S2-21", "project-新入职教师规范化培训工程", "非师范专业毕业教师不少于120学时。实行"),
    (
        "S2-22",
        "project-新入职教师规范化培训工程",
        "“集中培训（第一年）＋岗位研训（贯穿三年）”两阶段培养模式",
    ),
    ("S2-23", "project-新入职教师规范化培训工程", "“一年适应、二年胜任、三年创优”"),
    ("S2-24", "project-教坛新秀能力提升工程", "教龄3年以上"),
    ("S2-25", "project-教坛新秀能力提升工程", "年龄35周岁以下的优秀青年教师"),
    ("S2-26", "project-初中强校人才培养工程", "用3年时间"),
    (
        "S2-27",
        "project-初中强校人才培养工程",
        "为30所项目创建校培养一批初中名校长、名师、名班主任，",
    ),
    (
        "S2-28",
        "project-学科骨干教师培养工程",
        "市、县两级分别按当地专任教师总数的10%、20%遴选市县两级骨干教师。",
    ),
    ("S2-29", "project-学科骨干教师培养工程", "培养市级骨干教师3800名"),
    ("S2-30", "project-学科骨干教师培养工程", "县级骨干教师6800名。"),
    ("S2-31", "project-学科骨干教师培养工程", "实施三年递进式县域农村中小学名师培养工程"),
    ("S2-32", "project-学科骨干教师培养工程", "重点打造一支120人的县域农村学科骨干教师团队"),
    ("S2-33", "project-教育共同体领导力提升工程", "教育人才培养四个维度"),
    ("S2-34", "project-智慧教育数字素养提升工程", "组建10个“名师网络教研共同体”，使其引领"),
    ("S2-35", "project-智慧教育数字素养提升工程", "名校网络课堂的应用，培育“三个课堂”典型案例"),
    ("S2-36", "project-基础教育卓越校长培养工程", "在全市遴选100名基础教育校长"),
    ("S2-37", "project-基础教育卓越校长培养工程", "开展为期3年的在职连续培养"),
    ("S2-38", "project-学科卓越教师培养工程", "在全市遴选100名高中学科骨干教师、教研员"),
    ("S2-39", "project-学科卓越教师培养工程", "开展为期3年的在职系统研训"),
    ("S2-40", "project-学科卓越教师培养工程", "重点培养100名义务教育学科卓越名师、名教研员"),
    ("S2-41", "project-新时代大先生培养工程", "打造至少50名八桂教育家摇篮工程培养对象"),
    (
        "S2-42",
        "measure-加强校本研修示范县区学校建设",
        "县区级示范学校占本区域基础教育学校数的比例原则上不少于10%",
    ),
    (
        "S2-43",
        "measure-加强校本研修示范县区学校建设",
        "每位教师每学年必须完成不低于10学时的校本研修学分。",
    ),
    ("S2-44", "measure-加强名师名校长工作室建设", "等200个市级名师工作室，使之成为"),
    ("S2-45", "section-组织实施-加强经费保障", "教师培训经费占当地教职工工资总额的比例不低于2%"),
    ("S2-46", "section-组织实施-加强经费保障", "生均公用经费的5%用于教师培训"),
    ("S2-47", "section-组织实施-加强培训管理", "教师五年一周期360学时学分登记"),
    ("T2-1a", "task-师德师风教育工程", "国情区情市情教育五个模块，构建"),
    ("T2-1b", "task-师德师风教育工程-1", "建成60个市县级师德师风教育基地"),
    ("T2-1c", "task-师德师风教育工程-3", "中小学教师每年参加师德师风专项培训不少于10学时"),
    (
        "T2-2a",
        "task-新入职教师规范化培训工程",
        "师范专业毕业教师不少于60学时，非师范专业毕业教师不少于120学时",
    ),
    (
        "T2-3a",
        "task-教坛新秀能力提升工程",
        "教龄3年以上、年龄35周岁以下的优秀青年教师搭建进一步发展的平台。新入职教师三年规范化培训考核优秀者",
    ),
    (
        "T2-4a",
        "task-初中强校人才培养工程",
        "为30所项目创建校培养一批初中名校长、名师、名班主任、骨干教研员",
    ),
    ("T2-4b", "task-初中强校人才培养工程", "30所项目创建校"),
    ("T2-5a", "task-学科骨干教师培养工程", "当地专任教师总数的10%、20%遴选市县两级骨干教师，"),
    (
        "T2-5b",
        "task-学科骨干教师培养工程-1",
        "至2027年，培养市级骨干教师3800名，县级骨干教师6800名",
    ),
    (
        "T2-5c",
        "task-学科骨干教师培养工程-2",
        "三年递进式县域农村中小学名师培养工程，打造一支120人的县域农村学科骨干教师团队",
    ),
    ("T2-6a", "task-教育共同体领导力提升工程", "教育人才培养四个维度"),
    (
        "T2-7a",
        "task-智慧教育数字素养提升工程-2",
        "组建10个“名师网络教研共同体”，引领民族地区教师专业发展",
    ),
    ("T2-8a", "task-基础教育卓越校长培养工程", "为期3年的在职连续培养"),
    ("T2-8b", "task-基础教育卓越校长培养工程-1", "在全市培养100名基础教育卓越校长"),
    ("T2-9a", "task-学科卓越教师培养工程", "优质均衡，培养100名义务教育学科卓越名师、名教研员"),
    ("T2-9b", "task-学科卓越教师培养工程-1", "在全市培养100名高中学科卓越名师、名教研员"),
    (
        "T2-9c",
        "task-学科卓越教师培养工程-2",
        "在全市培养100名义务教育初中、小学学科卓越名师、名教研员",
    ),
    (
        "T2-10a",
        "task-新时代大先生培养工程-1",
        "至少50名特级教师、名师名校长、享受特殊津贴教育专家，使之成为新时代“大先生”",
    ),
    ("T2-11a", "task-加强教师发展服务支持体系建设-2", "配备至少2-3名人员编制"),
    (
        "T2-12a",
        "task-加强校本研修示范县区学校建设-1",
        "占本区域基础教育学校数的比例原则上不少于10%",
    ),
    (
        "T2-12b",
        "task-加强校本研修示范县区学校建设-2",
        "每位教师每学年必须完成不低于10学时的校本研修学分",
    ),
    ("T2-15a", "task-加强名师名校长工作室建设-1", "党建名师工作室等200个市级名师工作室"),
)
