/** Several things in one criterion, and a cell that tells of each in its own words. */
import { qualitative, testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "两者缺一、均未达到，由单元格逐项回答",
    given: {
      ...qualitative,
      criterion: "装备采购按时到位且验收合格得满分，二者缺一扣一半，均未达到不得分。",
      target: "按时到位且验收合格",
      indicator: "装备采购",
    },
    cells: [
      ["按时到位，验收合格", 10],
      ["按时到位，验收不合格", 5],
      ["未按时到位，验收不合格", 0],
      ["按时到位", "asks"],
    ],
  },
  {
    law: "一项是限额，一项是比率",
    given: {
      ...qualitative,
      criterion: "成本控制在概算以内且决算审计核减率不超过5%的得满分；仅满足其一的得50%分值；均不满足的不得分。",
      target: "概算以内",
      indicator: "工程成本控制",
    },
    cells: [
      ["概算以内，核减率3.1%", 10],
      ["概算以内，核减率7.6%", 5],
      ["超概算，核减率6.2%", 0],
      ["概算以内", "asks"],
    ],
  },
  {
    law: "各项达标各得分",
    given: {
      ...qualitative,
      criterion: "①数量达标得4分；②质量达标得3分；③时效达标得3分",
      target: "数量、质量、时效均达标",
      indicator: "综合完成情况",
    },
    cells: [
      ["数量达标、质量达标、时效未达标", 7],
      ["均达标", 10],
      ["数量达标", "asks"],
    ],
  },
  {
    law: "一个词说了几项都做到",
    given: {
      ...qualitative,
      criterion: "1.建立台账得3分;2.落实责任人得3分;3.定期更新得4分",
      target: "建立台账、落实责任人、定期更新",
      indicator: "隐患台账管理",
    },
    cells: [
      ["台账、责任人、更新均已落实", 10],
      ["台账、责任人均已落实", "asks"],
    ],
  },
  {
    law: "完成什么和什么未完成，说的是一件事",
    given: {
      ...qualitative,
      criterion: "①完成竣工验收得5分；②完成资料归档得5分。",
      target: "完成",
      indicator: "项目验收归档",
    },
    cells: [["完成竣工验收，资料归档未完成", 5]],
  },
];

testLaws(LAWS);
