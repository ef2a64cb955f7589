/** A demand and what happens where it is not so; deeds that no figure tells of. */
import { testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "先写要求、接着写超过怎样，是一正一反，不是一个条件",
    given: {
      criterion: "控制在200元以内，超过的不得分",
      target: "≤200元",
      unit: "元",
      type: "≤",
      points: 4,
      indicator: "活动经费",
    },
    cells: [
      ["198元", 4],
      ["200元", 4],
      ["203元", 0],
    ],
  },
  {
    law: "达不到的同样是要求的反面",
    given: {
      criterion: "合格率不低于90%，达不到的不得分",
      target: "≥90%",
      unit: "%",
      type: "≥",
      points: 4,
      indicator: "合格率",
    },
    cells: [
      ["93%", 4],
      ["88%", 0],
    ],
  },
  {
    law: "做了多少说明不了是不是公示过",
    given: {
      criterion: "每少1公里扣1分；未公示的另扣2分",
      target: 20,
      unit: "公里",
      type: "≥",
      points: 10,
      indicator: "堤防加固长度",
    },
    cells: [["18公里", "asks"]],
  },
  {
    law: "指标数的就是这件事，有数就是做了",
    given: {
      criterion: "每少1次扣1分；未培训的不得分",
      target: 20,
      unit: "次",
      type: "≥",
      points: 10,
      indicator: "培训次数",
    },
    cells: [["18次", 8]],
  },
  {
    law: "没有名称的一步，数的就是单元格里的次数",
    given: {
      criterion: "0起，得满分；1起，扣5分；≥2起，0分；造成重大影响的，0分",
      target: "0起",
      unit: "起",
      type: "=",
      points: 10,
      indicator: "网络安全事件",
    },
    cells: [["1起，未造成重大影响", 5]],
  },
];

testLaws(LAWS);
