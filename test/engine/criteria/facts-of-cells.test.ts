/** What the cells answer of themselves: that there is a target, a figure; how much is beyond it, up to all. */
import { counted, testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "有指标值就是已明确",
    given: {
      ...counted,
      criterion: "目标值未明确的不得分，已明确的按完成比例计分",
      target: "≥20个",
      indicator: "法治示范村创建",
    },
    cells: [
      ["19个", 9.5],
      ["20个", 10],
    ],
  },
  {
    law: "填了数就不是数据缺失",
    given: {
      criterion: "执行率100%得满分，若未达100%，每低1个百分点扣该项分值的10%，扣完为止；数据缺失的不得分",
      target: "100%",
      unit: "%",
      type: "=",
      points: 5,
      indicator: "标准执行率",
    },
    cells: [
      ["97%", 3.5],
      ["100%", 5],
    ],
  },
  {
    law: "超标准百分之几，说的是超出的那部分",
    given: {
      criterion: "未超标准得满分，超标准10%（含）以内得5分，超10%以上不得分",
      target: "≤400元/人",
      unit: "元/人",
      type: "≤",
      points: 10,
      indicator: "人均会议费成本",
    },
    cells: [
      ["380元/人", 10],
      ["430元/人", 5],
      ["450元/人", 0],
    ],
  },
  {
    law: "同一个率换了叫法，界限上归高的一档",
    given: {
      criterion: "居民知晓率达到80%以上，得满分。知晓率在60%-80%的，得一半。低于60%，不得分",
      target: "≥80%",
      unit: "%",
      type: "≥",
      points: 6,
      indicator: "文明创建知晓率",
    },
    cells: [
      ["80%", 6],
      ["72%", 3],
    ],
  },
  {
    law: "百分之百以内按比例，越多越好",
    given: {
      criterion: "政府采购执行率100%以内（含）按比例计分，超过100%不得分",
      target: "100%",
      unit: "%",
      type: "=",
      points: 5,
      indicator: "政府采购执行率",
    },
    cells: [
      ["92%", 4.6],
      ["100%", 5],
      ["108%", 0],
    ],
  },
];

testLaws(LAWS);
