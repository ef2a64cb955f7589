/** Happenings that are what the indicator's own figure is short of, and cells that tell several at once. */
import { testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "漏了的，就是比目标少了的",
    given: {
      criterion: "全部完成得满分，每漏检1座扣2分",
      target: 20,
      unit: "座",
      type: "=",
      points: 10,
      indicator: "桥梁检测数量",
    },
    cells: [
      ["20座", 10],
      ["18座", 6],
    ],
  },
  {
    law: "没有整改的，就是比目标少了的",
    given: {
      criterion: "每有1个点位未整改扣0.5分，扣完为止",
      target: 30,
      unit: "个",
      type: "=",
      points: 10,
      indicator: "点位整改个数",
    },
    cells: [["26个", 8]],
  },
  {
    law: "与指标数的不是同一件事，照旧要问",
    given: {
      criterion: "每有1个项目未公示扣0.5分",
      target: 30,
      unit: "个",
      type: "≥",
      points: 10,
      indicator: "培训企业数量",
    },
    cells: [["26个", "asks"]],
  },
  {
    law: "一格里写了几样，各按各的算",
    given: {
      criterion: "迟报一次扣0.5分，漏报一次扣1分，瞒报、虚报的不得分",
      target: 0,
      unit: "次",
      type: "=",
      points: 6,
      indicator: "报表报送",
    },
    cells: [
      ["迟报2次、漏报1次", 4],
      ["2次", "asks"],
    ],
  },
  {
    law: "次数之外又写明没有发生的，两样都算数",
    given: {
      criterion: "每发生1起负面舆情扣2分；被省级媒体曝光的，不得分",
      target: 0,
      unit: "起",
      type: "=",
      points: 10,
      indicator: "负面舆情",
    },
    cells: [
      ["2起，未被省级媒体曝光", 6],
      ["2起", "asks"],
    ],
  },
];

testLaws(LAWS);
