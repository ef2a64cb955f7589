/** What reads as a happening and is what the indicator's own figure counts. */
import { counted, testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "被采用的就是指标数的，每篇各得分",
    given: {
      ...counted,
      criterion: "侨情信息被采用每篇加1分，以10分为上限",
      target: "≥10篇",
      unit: "篇",
      indicator: "侨情信息采用篇数",
    },
    cells: [
      ["7篇", 7],
      ["15篇", 10],
    ],
  },
  {
    law: "每篇加分说的是别的东西，要问",
    given: {
      ...counted,
      criterion: "调研报告被采用每篇加1分，以10分为上限",
      target: "≥10篇",
      unit: "篇",
      indicator: "宣传稿件",
    },
    cells: [["7篇", "asks"]],
  },
  {
    law: "少办的就是比目标少的场次",
    given: {
      ...counted,
      criterion: "举办招聘会6场，多办不加分，少办一场扣1.5分",
      target: "6场",
      unit: "场",
      type: "=",
      points: 9,
      indicator: "专场招聘会",
    },
    cells: [
      ["4场", 6],
      ["6场", 9],
      ["8场", 9],
    ],
  },
  {
    law: "偏高的按超过目标的数额扣，偏低不扣",
    given: {
      criterion: "计划标准完成得满分，偏低不扣分，偏高每1万元扣0.2分",
      target: "≤30万元",
      unit: "万元",
      type: "≤",
      points: 5,
      indicator: "会议成本",
    },
    cells: [
      ["28万元", 5],
      ["34万元", 4.2],
    ],
  },
  {
    law: "数减少的，每减少一起就是一起",
    given: {
      ...counted,
      criterion: "每减少1起加0.5分，最高10分",
      target: "≥20起",
      unit: "起",
      indicator: "交通亡人事故减少起数",
    },
    cells: [
      ["18起", 9],
      ["26起", 10],
    ],
  },
  {
    law: "与目标相等或更优，差距按比例的步数扣",
    given: {
      ...counted,
      criterion: "实际值与目标值相等或更优得满分；差于目标值时，差距每10%扣1分",
      target: "≥800户",
      unit: "户",
      indicator: "改造户厕数",
    },
    cells: [
      ["640户", 8],
      ["830户", 10],
    ],
  },
  {
    law: "按月的月数，缺的月份就是没有按时的",
    given: {
      ...counted,
      criterion: "按月发放得满分，每有一个月未按时发放扣1分",
      target: "12个月",
      unit: "月",
      type: "=",
      indicator: "低保金按月发放月数",
    },
    cells: [
      ["11个月", 9],
      ["12个月", 10],
    ],
  },
  {
    law: "失误造成的不良影响，指标数的就是它",
    given: {
      ...counted,
      criterion: "因工作失误造成不良影响的，此项不得分",
      target: "0起",
      unit: "起",
      type: "=",
      indicator: "不良影响事件",
    },
    cells: [
      ["0起", 10],
      ["1起", 0],
    ],
  },
  {
    law: "只写了低于目标怎样的，达到了就是满分",
    given: {
      criterion: "低于目标值的，按实际值/目标值×分值计分",
      target: "≥90%",
      unit: "%",
      type: "≥",
      points: 10,
      indicator: "农村饮水水质达标率",
    },
    cells: [
      ["93%", 10],
      ["81%", 9],
    ],
  },
  {
    law: "指标数的就是缺了几项，每缺一项扣分按它数",
    given: { ...counted, criterion: "每缺一项扣2分", target: "0项", unit: "项", type: "=", indicator: "资料缺项数" },
    cells: [["2项", 6]],
  },
  {
    law: "公式里的满意度调查结果，就是满意度指标的完成值",
    given: {
      ...counted,
      criterion: "得分=满意度调查结果/目标值×分值",
      target: "≥90%",
      unit: "%",
      indicator: "服务对象满意度",
    },
    cells: [["81%", 9]],
  },
];

testLaws(LAWS);
