/** What holds for a whole criterion: conditions at its head, its letters, vetoes on other things, what is added. */
import { counted, qualitative, testLaws } from "./cells";
import type { Law } from "./cells";

const rate = { target: 95, unit: "%", type: "≥", points: 10 };

const LAWS: readonly Law[] = [
  {
    law: "句首的前提管着后面每一档，没有写明是否满足就要问",
    given: {
      ...rate,
      criterion: "监测数据有效的，处理率≥95%得满分，≤85%不得分，85%-95%之间按插值法计分",
      indicator: "污水处理率",
    },
    cells: [
      ["96%", "asks"],
      ["91%", "asks"],
      ["80%", "asks"],
    ],
  },
  {
    law: "先写怎么做、再写做到多少，是一件事，不是前提",
    given: { ...rate, criterion: "按要求公开，公开率≥95%得满分，低于95%不得分", indicator: "信息公开率" },
    cells: [
      ["96%", 10],
      ["90%", 0],
    ],
  },
  {
    law: "量的是别的东西的否决条件，这个数说明不了",
    given: {
      ...rate,
      criterion: "≥95%得10分；≥85%且<95%得7分；<85%不得分；抽查不足30台的不得分",
      indicator: "设施完好率",
    },
    cells: [
      ["96%", "asks"],
      ["80%", 0],
    ],
  },
  {
    law: "步子写明是另一样东西的，要问",
    given: {
      ...counted,
      target: 120,
      criterion: "少1公里扣0.5分，其中主干道每少1公里扣1分",
      unit: "公里",
      indicator: "清扫里程",
    },
    cells: [["116公里", "asks"]],
  },
  {
    law: "按另一个比率折算的，完成数说明不了",
    given: { ...counted, target: 500, criterion: "完成得满分；未完成的，按资金到位率折算", indicator: "改造户数" },
    cells: [
      ["500个", 10],
      ["450个", "asks"],
    ],
  },
  {
    law: "字母代表什么由原文写明，写在哪里都一样",
    given: { ...counted, target: 80, criterion: "S=min(1,B/A)×分值，其中A为年初目标值，B为全年实际完成值" },
    cells: [
      ["72个", 9],
      ["88个", 10],
    ],
  },
  {
    law: "字母也可以写在条件里",
    given: {
      target: 260,
      unit: "千克",
      type: "≤",
      points: 6,
      criterion: "目标值为A，实际值为B，B≤A得满分，B＞A时得分=A/B×分值",
    },
    cells: [
      ["250千克", 6],
      ["325千克", 4.8],
    ],
  },
  {
    law: "加的是分值的百分之几",
    given: {
      target: 20,
      unit: "%",
      type: "≥",
      points: 10,
      criterion: "达到目标值得权重分的60%，在此基础上每超出目标值1个百分点加权重分的4%，最高不超过权重分；未达到不得分",
      indicator: "投资增速",
    },
    cells: [
      ["20%", 6],
      ["25%", 8],
      ["40%", 10],
      ["19%", 0],
    ],
  },
  {
    law: "扣多少没有写“分”字，也是分",
    given: { ...counted, target: 24, points: 6, criterion: "少1场扣0.5", unit: "场" },
    cells: [["22场", 5]],
  },
  {
    law: "大于零、小于零的零是数",
    given: {
      target: 0,
      unit: "%",
      type: "≥",
      points: 4,
      criterion: "节支率大于零得满分；等于零得权重的50%；小于零不得分",
      indicator: "采购节支率",
    },
    cells: [
      ["3.2%", 4],
      ["0", 2],
      ["-1%", 0],
    ],
  },
  {
    law: "节约率小于0是超支，按超支扣分",
    given: {
      target: 200,
      unit: "万元",
      type: "≤",
      points: 10,
      criterion: "成本节约率≥0得满分；成本节约率＜0的，每超支1%扣1分，扣完为止",
      indicator: "项目总成本",
    },
    cells: [
      ["195万元", 10],
      ["206万元", 7],
    ],
  },
  {
    law: "另一种计量的数，不能拿来比",
    given: {
      ...counted,
      target: 150,
      unit: "人",
      criterion: "按计划完成得满分，每少1人扣0.2分",
      indicator: "培训人数",
    },
    cells: [
      ["培训3期", "asks"],
      ["145人", 9],
    ],
  },
  {
    law: "给的是次数，按次数定的档先看次数",
    given: {
      ...rate,
      target: 100,
      type: "=",
      criterion: "处理率100%得满分，出现1起未处理扣1分，出现3起及以上不得分",
      points: 5,
      indicator: "投诉处理率",
    },
    cells: [
      ["2起未处理", 3],
      ["3起未处理", 0],
    ],
  },
  {
    law: "主动整改不扣分的，发生了也要问是否整改",
    given: {
      ...counted,
      target: 0,
      unit: "例",
      type: "=",
      points: 8,
      criterion: "无违规得满分，主动自查并整改到位的不扣分，发现一例扣分值的50%，扣完为止",
      indicator: "违规情况",
    },
    cells: [
      ["0例", 8],
      ["1例", "asks"],
    ],
  },
  {
    law: "整改了百分之几，说明不了有没有发生事故",
    given: {
      ...rate,
      target: 100,
      type: "=",
      points: 5,
      criterion: "发生较大及以上事故的计零分；未发生的，按整改率乘以权重计分",
      indicator: "隐患整改率",
    },
    cells: [["98%", "asks"]],
  },
];

testLaws(LAWS);

testLaws([
  {
    law: "水平本身不是变化",
    given: {
      ...qualitative,
      target: "较上年提高",
      criterion: "较上年提高得满分，持平得一半分，下降不得分",
      indicator: "健康素养水平",
    },
    cells: [
      ["较上年提高2.1个百分点", 10],
      ["28.6%", "asks"],
    ],
  },
  {
    law: "高于同一个水平，就不低于它",
    given: {
      ...qualitative,
      target: "≥全省平均水平",
      criterion: "高于或等于全省平均水平得满分，低于全省平均水平不得分",
      indicator: "达标率",
    },
    cells: [
      ["高于全省平均水平", 10],
      ["低于全省平均水平", 0],
    ],
  },
  {
    law: "跨年看的是年份",
    given: {
      ...qualitative,
      target: "2024年6月底前",
      criterion: "6月底前完成得5分，9月底前完成得3分，跨年不得分",
      points: 5,
    },
    cells: [
      ["2024年5月20日", 5],
      ["2024年9月1日", 3],
    ],
  },
  {
    law: "没有发现违规，也就没有其中更重的",
    given: {
      ...qualitative,
      target: "合规",
      criterion: "未发现违规问题得满分；每发现一处违规扣3分，涉及截留、挪用的不得分",
      indicator: "资金使用合规性",
    },
    cells: [["未发现违规问题", 10]],
  },
  {
    law: "做完的那一天前后写了什么事都一样",
    given: { ...qualitative, target: "12月底前", criterion: "12月底前开工的得满分，否则0分", indicator: "项目开工" },
    cells: [["已于11月25日开工", 10]],
  },
  {
    law: "水平和变化写在一格里，不把变化当作水平",
    given: {
      ...qualitative,
      type: "≥",
      target: "85%",
      unit: "%",
      criterion: "得分=实际值÷目标值×分值",
      indicator: "优良天数比率",
    },
    cells: [["84%，较上年提高2个百分点", "asks"]],
  },
  {
    law: "范围和分数之间空一格，就是两个数",
    given: {
      target: 90,
      unit: "%",
      type: "≥",
      points: 10,
      criterion: "90以上10分，80-90 8分，其余5分",
      indicator: "满意度",
    },
    cells: [
      ["91%", 10],
      ["85%", 8],
      ["70%", 5],
    ],
  },
]);
