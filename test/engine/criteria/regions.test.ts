/** Bands, regions and steps that share an end, follow one another, or lie beyond the target. */
import { testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "界限值两头都占，归得分多的一档",
    given: {
      criterion: "100%得满分；90%-100%，每降低1%扣0.5分；90%以下不得分",
      target: 100,
      unit: "%",
      type: "=",
      points: 10,
      indicator: "履约率",
    },
    cells: [
      ["90%", 5],
      ["95%", 7.5],
      ["89%", 0],
    ],
  },
  {
    law: "目标以内的一段，从目标数起扣",
    given: {
      criterion: "完成目标任务得满分；完成率在80%以上的，每少1%扣0.5分；80%以下不得分",
      target: 200,
      unit: "户",
      type: "≥",
      points: 10,
    },
    cells: [
      ["200户", 10],
      ["190户", 7.5],
      ["150户", 0],
    ],
  },
  {
    law: "先说达不到，再说在哪一段里扣",
    given: {
      criterion: "达到100%得满分；未达到100%的，在90%-100%（不含）范围内每降1个百分点扣0.3分，90%以下不得分",
      target: 1000,
      unit: "件",
      type: "≥",
      points: 10,
    },
    cells: [
      ["950件", 8.5],
      ["800件", 0],
    ],
  },
  {
    law: "两头之间没有余地的条件不合并",
    given: { criterion: "每年不少于6次，不足6次的，每少1次扣1分", target: 6, unit: "次", type: "≥", points: 5 },
    cells: [
      ["6次", 5],
      ["4次", 3],
    ],
  },
  {
    law: "扣分的公式，从分值里减",
    given: {
      criterion: "未完成的，按（1-完成率）×2×分值扣分；完成的不扣分",
      target: 50,
      unit: "户",
      type: "≥",
      points: 10,
    },
    cells: [
      ["50户", 10],
      ["45户", 8],
    ],
  },
  {
    law: "超过目标值百分之一百几十的扣分",
    given: {
      criterion: "达到目标值得满分；未达到的按比例计算；完成值超过目标值130%的，扣2分",
      target: 100,
      unit: "个",
      type: "≥",
      points: 10,
    },
    cells: [
      ["120个", 10],
      ["140个", 8],
    ],
  },
];

testLaws(LAWS);
