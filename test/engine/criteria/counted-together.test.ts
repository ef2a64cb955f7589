/** What several statements of one criterion count together: 评价要点, periods, exemptions, a fact and its plain denial. */
import { qualitative, testLaws } from "./cells";
import type { Law } from "./cells";

const POINTS = "评价要点：①制度健全；②手续完整；③档案齐全。";
const soundness = { ...qualitative, target: "健全", points: 6, indicator: "管理制度健全性" };

const LAWS: readonly Law[] = [
  {
    law: "评价要点每符合一项得几分，数单元格里写明符合的要点",
    given: { ...soundness, criterion: `${POINTS}每符合一项得2分。` },
    cells: [
      ["全部符合", 6],
      ["符合2项", 4],
      ["1项不符合", 4],
      ["①③符合", 4],
      ["制度健全", "asks"],
      ["符合4项", "asks"],
    ],
  },
  {
    law: "评价要点一项不符合扣几分，全部符合不扣",
    given: { ...soundness, criterion: `${POINTS}以上三项全部符合得满分，每有一项不符合扣2分。` },
    cells: [
      ["全部符合", 6],
      ["两项符合", 4],
      ["2项不符合", 2],
      ["手续不完整", "asks"],
    ],
  },
  {
    law: "要点旁边没有写每项怎样计分的，要问",
    given: { target: 100, unit: "%", type: "≥", points: 6, criterion: `${POINTS}完成率100%得满分，每低1%扣1分。` },
    cells: [["99%", "asks"]],
  },
  {
    law: "要点里夹着减半、除外的，要问",
    given: { ...soundness, criterion: "①制度健全；②手续完整；③列入负面清单的减半计分。每有一项不符合扣2分。" },
    cells: [["1项不符合", "asks"]],
  },
  {
    law: "每月、每季度按时做到的各得几分，按做到的期数算",
    given: { target: 12, unit: "个月", type: "=", points: 6, criterion: "每月按时发放得0.5分", indicator: "工资发放" },
    cells: [
      ["12个月", 6],
      ["11个月", 5.5],
    ],
  },
  {
    law: "每个得几分、缺一个又扣几分，扣一次还是两次没有写明",
    given: {
      target: 10,
      unit: "个",
      type: "=",
      points: 10,
      criterion: "每个乡镇1分，缺一个扣1分",
      indicator: "覆盖乡镇数",
    },
    cells: [["9个", "asks"]],
  },
  {
    law: "按次数扣分的，什么情形不扣要问；一次没有就不必问",
    given: {
      target: 0,
      unit: "个",
      type: "=",
      points: 5,
      criterion: "每发现1个问题扣1分，主动报备的不扣分，扣完为止。",
      indicator: "检查发现问题数",
    },
    cells: [
      ["2个", "asks"],
      ["0个", 5],
    ],
  },
  {
    law: "一句话说“一致”、一句话说“不一致”，一句定了另一句也定了",
    given: { target: 300, unit: "平方米", type: "=", points: 5, criterion: "与目标值一致得5分，不一致不得分" },
    cells: [
      ["300平方米", 5],
      ["280平方米", 0],
    ],
  },
  {
    law: "150元以内得满分，超1元扣0.1分：超1元不会是1元以上",
    given: { target: 150, unit: "元/人", type: "≤", points: 5, criterion: "人均150元以内满分，超1元扣0.1分" },
    cells: [
      ["149元/人", 5],
      ["162元/人", 3.8],
    ],
  },
  {
    law: "重点乡镇的完成率、超期件的占比，这个数说明不了",
    given: {
      target: 95,
      unit: "%",
      type: "≥",
      points: 8,
      criterion: "办结率≥95%得8分，每低1%扣0.5分，逾期办结件占比超过10%的另扣1分",
      indicator: "事项办结率",
    },
    cells: [["96%", "asks"]],
  },
  {
    law: "目标本身要调的，不是另量一个数",
    given: {
      target: 92,
      unit: "%",
      type: "≥",
      points: 8,
      criterion: "农村学校目标值下调2个百分点，合格率92%以上得8分，每低1个百分点扣1分",
      indicator: "体质合格率",
    },
    cells: [["91%", "asks"]],
  },
  {
    law: "节约率本身是指标时，超支就是它低于零",
    given: {
      target: 0,
      unit: "%",
      type: "≥",
      points: 8,
      criterion: "成本节约率≥0得满分；成本节约率＜0，每超支1个百分点扣1分",
      indicator: "成本节约率",
    },
    cells: [
      ["-2%", 6],
      ["1%", 8],
    ],
  },
  {
    law: "除某种情形外按天扣：没有晚就不必问，晚了要问",
    given: {
      target: "2024年10月31日前",
      unit: "",
      type: "",
      points: 6,
      criterion: "除不可抗力导致的延期外，每延期1日扣0.1分",
      indicator: "交付时间",
    },
    cells: [
      ["2024年10月25日", 6],
      ["2024年11月5日", "asks"],
    ],
  },
  {
    law: "按月做的事少做了一个月，是晚了还是没做没有写明，不会当成没有晚",
    given: {
      target: 12,
      unit: "个月",
      type: "=",
      points: 15,
      criterion: "按时发放得满分，每延迟1个月扣2分",
      indicator: "按月发放月数",
    },
    cells: [
      ["11个月", "asks"],
      ["12个月", 15],
    ],
  },
  {
    law: "完工的月份写成数的，每晚一个月扣几分，越早越好",
    given: {
      target: 10,
      unit: "月",
      type: "",
      points: 15,
      criterion: "按时完成得满分，每延期1个月扣2分，扣完为止",
      indicator: "主体工程完工时间",
    },
    cells: [
      ["12", 11],
      ["10", 15],
    ],
  },
  {
    law: "说的是绝对值，正负一样算",
    given: {
      target: 5,
      unit: "%",
      type: "≤",
      points: 5,
      criterion: "预算调整率绝对值≤5%，得满分；绝对值＞5%的，每增加1个百分点扣0.5分",
      indicator: "预算调整率",
    },
    cells: [
      ["-8%", 3.5],
      ["3%", 5],
    ],
  },
  {
    law: "实际数除以计划数是完成的比例，乘上分值才是分",
    given: { target: 5000, unit: "个", type: "≥", points: 7, criterion: "按实际完成数/计划完成数计算得分" },
    cells: [
      ["4000个", 5.6],
      ["5060个", 7],
    ],
  },
  {
    law: "规则前面先说考察什么、怎样调查的，不妨碍读后面的规则",
    given: {
      target: 85,
      unit: "%",
      type: "≥",
      points: 5,
      criterion: "通过社会调查了解政策知晓情况。知晓率达到85%及以上的得满分；每下降1个百分点，扣除权重分的4%",
      indicator: "政策知晓率",
    },
    cells: [["80%", 4]],
  },
  {
    law: "谁说了算、以什么为准，写在哪里都要问",
    given: {
      target: 85,
      unit: "%",
      type: "≥",
      points: 5,
      criterion: "以主管部门是否认可为准，知晓率达到85%及以上的得满分；每下降1个百分点扣1分",
      indicator: "政策知晓率",
    },
    cells: [["80%", "asks"]],
  },
];

testLaws(LAWS);
