/** A cell that says in a word which of the bands it is: which way something went, how it passed, how grave it was. */
import { qualitative, testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "升了还是降了，一个词就说明了",
    given: {
      ...qualitative,
      criterion: "采购成本较市场价下降得满分，否则不得分",
      target: "下降",
      indicator: "药品集采价格",
    },
    cells: [
      ["下降", 10],
      ["上升", 0],
      ["持平", 0],
      ["基本满意", "asks"],
    ],
  },
  {
    law: "实现没实现增长，看增还是降",
    given: {
      ...qualitative,
      criterion: "实现增长得满分，未实现增长不得分",
      target: "较上年增长",
      indicator: "村集体经济收入",
    },
    cells: [
      ["下降0.8%", 0],
      ["增长2%", 10],
    ],
  },
  {
    law: "一次通过是一个词，不是一次",
    given: {
      ...qualitative,
      criterion: "项目验收一次性通过得满分；经整改后通过得60%；未通过验收不得分",
      target: "一次性通过",
      indicator: "信息化项目验收情况",
    },
    cells: [
      ["一次性通过", 10],
      ["整改后通过", 6],
      ["未通过验收", 0],
    ],
  },
  {
    law: "没获得就是没获得",
    given: {
      ...qualitative,
      criterion: "获评省级以上荣誉得10分，市级得6分，未获得0分",
      target: "省级以上",
      indicator: "获奖情况",
    },
    cells: [
      ["未获得", 0],
      ["市级", 6],
    ],
  },
  {
    law: "发生了哪一级的，够不够那一级",
    given: {
      ...qualitative,
      criterion: "全年无事故得满分，出现一般事故扣5分，出现较大及以上事故不得分",
      target: "无事故",
      indicator: "安全生产",
    },
    cells: [
      ["发生较大事故", 0],
      ["发生重大事故", 0],
      ["发生一般事故", 5],
    ],
  },
  {
    law: "列举的几种里有一种，说明了是哪一种",
    given: {
      ...qualitative,
      criterion: "每发现1笔资金使用不合规的扣1分；存在截留、挤占、挪用情形的，本项不得分。",
      target: "合规",
      indicator: "资金使用合规性",
    },
    cells: [
      ["存在挪用情形", 0],
      ["存在白条抵库", "asks"],
    ],
  },
];

testLaws(LAWS);
