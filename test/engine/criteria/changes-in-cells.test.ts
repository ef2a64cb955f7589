/** By how much something changed: against last year, as last year’s figure beside, or as the figure itself. */
import { qualitative, testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "高于、低于上年多少，就是升降多少",
    given: {
      ...qualitative,
      criterion: "不高于上年得满分，每高于上年1%扣1分",
      target: "不高于上年",
      indicator: "单位运转成本",
    },
    cells: [
      ["低于上年2.3%", 10],
      ["高于上年3%", 7],
      ["与上年持平", 10],
    ],
  },
  {
    law: "旁边写了上年数，就知道升了没有；达到目标的不用知道",
    given: {
      criterion: "达到年度目标得满分，达不到年度目标但高于上年得5分，低于上年得0分",
      target: "≥92%",
      unit: "%",
      type: "≥",
      points: 10,
      indicator: "游客满意度",
    },
    cells: [
      ["90.4%，上年89.6%", 5],
      ["90.4%，上年91%", 0],
      ["93.1%", 10],
      ["90.4%", "asks"],
    ],
  },
  {
    law: "以百分点计的就是提高了多少",
    given: {
      criterion: "提高5个百分点及以上得满分；提高3（含）-5个百分点得6分；提高不足3个百分点得3分；未提高不得分",
      target: "≥5个百分点",
      unit: "百分点",
      type: "≥",
      points: 10,
      indicator: "村级供销网点覆盖率提升",
    },
    cells: [
      ["5.5个百分点", 10],
      ["3.8个百分点", 6],
    ],
  },
  {
    law: "指标是缩短的时间，单元格的数就是缩短了多少",
    given: {
      criterion: "通车后绕行时间缩短20分钟及以上得满分，缩短10（含）至20分钟得一半分，其余不得分",
      target: "≥20分钟",
      unit: "分钟",
      type: "≥",
      points: 10,
      indicator: "缩短通行时间",
    },
    cells: [
      ["25", 10],
      ["14", 5],
      ["8", 0],
    ],
  },
  {
    law: "指标是时间本身的，缩短了多少还要问",
    given: {
      criterion: "通车后绕行时间缩短20分钟及以上得满分，缩短10（含）至20分钟得一半分，其余不得分",
      target: "≤60分钟",
      unit: "分钟",
      type: "≤",
      points: 10,
      indicator: "绕行时间",
    },
    cells: [["45", "asks"]],
  },
];

testLaws(LAWS);
