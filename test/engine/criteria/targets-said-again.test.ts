/** A target in words that the cell says again: it is reached, and what would break that very state did not happen. */
import { qualitative, testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "健全就是健全：缺的、不健全的都没有",
    given: {
      ...qualitative,
      criterion: "制度健全得满分，每缺少一项制度扣1分",
      target: "健全",
      indicator: "内控制度建设",
    },
    cells: [
      ["健全", 10],
      ["缺2项", 8],
      ["显著", "asks"],
    ],
  },
  {
    law: "只写扣分的，状态成立就没有可扣的",
    given: { ...qualitative, criterion: "制度不健全的扣1-3分", target: "健全", indicator: "管理制度健全性" },
    cells: [
      ["健全", 10],
      ["不健全", "asks"],
    ],
  },
  {
    law: "合规就没有违规，另一件事另问",
    given: {
      ...qualitative,
      criterion: "资金使用规范计满分，发现违规问题的，视情节扣分",
      target: "规范",
      indicator: "资金使用规范性",
    },
    cells: [["规范", 10]],
  },
  {
    law: "合规说明不了资料全不全",
    given: {
      ...qualitative,
      criterion: "发现一处不合规扣1分，资料不全的扣2分",
      target: "合规",
      indicator: "资金使用合规性",
    },
    cells: [["合规", "asks"]],
  },
  {
    law: "达到预期就是达到预期效果，程度的词还要人看",
    given: {
      ...qualitative,
      criterion: "增强侨胞凝聚力，达到预期效果得满分，未达预期酌情扣分",
      target: "达到预期",
      indicator: "侨胞凝聚力",
    },
    cells: [
      ["达到预期", 10],
      ["明显增强", "asks"],
    ],
  },
  {
    law: "低一档要的更多，也不妨碍高一档已经说明白",
    given: {
      ...qualitative,
      criterion: "编制完成并通过评审得满分，完成未通过评审得50%，未完成不得分",
      target: "完成并通过评审",
      indicator: "规划编制",
    },
    cells: [
      ["完成，未通过评审", 5],
      ["完成并通过评审", 10],
      ["未完成", 0],
    ],
  },
  {
    law: "目标是提高，写提高说的是程度",
    given: { ...qualitative, criterion: "治理水平提高得满分，否则不得分", target: "提高", indicator: "治理水平" },
    cells: [["提高", "asks"]],
  },
];

testLaws(LAWS);
