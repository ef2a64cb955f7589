/** What is compared must be the same measure: what the figure tells nothing of is asked, never passed over. */
import { counted, testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "另一个比率的条件，这个数说明不了",
    given: {
      criterion: "满意度≥90%得满分，80%≤满意度＜90%得6分，满意度＜80%不得分，样本回收率低于50%的不得分",
      target: 90,
      unit: "%",
      type: "≥",
      points: 10,
      indicator: "办事群众满意度",
    },
    cells: [
      ["95%", "asks"],
      ["70%", 0],
    ],
  },
  {
    law: "其中一部分的条件，总数说明不了",
    given: {
      criterion: "每少1场扣1分，其中进社区场次不足一半的另扣2分",
      target: 20,
      unit: "场",
      type: "≥",
      points: 10,
      indicator: "防火宣传活动",
    },
    cells: [["18场", "asks"]],
  },
  {
    law: "质量好坏，日期说明不了",
    given: {
      criterion: "按期完成得满分，质量不达标的扣3分，逾期不得分",
      target: "2024年12月31日前",
      unit: "",
      type: "定性",
      points: 10,
      indicator: "完成时间",
    },
    cells: [["2024年12月20日", "asks"]],
  },
  {
    law: "公式里的长度是数量，不是比率，按这一栏的单位算",
    given: {
      criterion: "实际完成长度÷计划长度×分值",
      target: 4,
      unit: "公里",
      type: "≥",
      points: 10,
      indicator: "管道清淤长度",
    },
    cells: [
      ["3000米", 7.5],
      ["4公里", 10],
    ],
  },
  {
    law: "一栏写“万公里”，数后面也写“万公里”，不再乘一遍",
    given: {
      criterion: "实际里程÷计划里程×分值",
      target: 50,
      unit: "万公里",
      type: "≥",
      points: 10,
      indicator: "运营里程",
    },
    cells: [
      ["45万公里", 9],
      ["45", 9],
    ],
  },
  {
    law: "不带单位的档，按这一栏的单位",
    given: { criterion: "≥300得满分；200-299得6分；＜200得0分", target: 300, unit: "万页", type: "≥", points: 10 },
    cells: [
      ["310万页", 10],
      ["250万页", 6],
      ["1999999页", 0],
    ],
  },
  {
    law: "指标本身就是比值",
    given: {
      criterion: "比值≤1.5得满分；1.5＜比值≤2得5分；比值＞2得0分",
      target: 1.5,
      unit: "",
      type: "≤",
      points: 10,
    },
    cells: [
      ["1.4", 10],
      ["1.8", 5],
      ["2.1", 0],
    ],
  },
  {
    law: "人均、每天的标准旁边写总数，要问",
    given: { criterion: "控制在标准以内得满分，超标准不得分", target: 450, unit: "元/人", type: "≤", points: 10 },
    cells: [
      ["440元/人", 10],
      ["2万元", "asks"],
    ],
  },
  {
    law: "工作日旁边写天数，多了才要问",
    given: {
      criterion: "10个工作日内办结得满分，每超1个工作日扣1分",
      target: 10,
      unit: "个工作日",
      type: "≤",
      points: 10,
    },
    cells: [
      ["9天", 10],
      ["15天", "asks"],
      ["12个工作日", 8],
    ],
  },
  {
    law: "不可能超过百分之百的比率超过了，要问",
    given: {
      criterion: "100%得满分，每低1个百分点扣1分",
      target: 100,
      unit: "%",
      type: "=",
      points: 10,
      indicator: "证书按时发放率",
    },
    cells: [
      ["104%", "asks"],
      ["98%", 8],
    ],
  },
  {
    law: "抽查了多少份，不是出了多少错",
    given: { ...counted, criterion: "每发现1份不规范扣1分", target: 0, type: "=", indicator: "案卷评查" },
    cells: [["抽查10份，均规范", 10]],
  },
  {
    law: "正在办的，既不是办了也不是没办",
    given: { criterion: "已建立得满分，未建立不得分", target: "建立", unit: "", type: "定性", points: 10 },
    cells: [
      ["已建立", 10],
      ["正在建立", "asks"],
    ],
  },
];

testLaws(LAWS);
