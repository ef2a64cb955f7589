import fc from "fast-check";
import { outcome, qualitative, testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "几项没有完成，就是少几项",
    given: { criterion: "任务全部完成得满分，每有一项未完成扣2分", target: 5, unit: "项", type: "=", points: 10 },
    cells: [
      ["5项", 10],
      ["4项", 8],
      ["未完成1项", 8],
      ["有1项未完成", 8],
      ["全部完成", 10],
    ],
  },
  {
    law: "未达标的台数，是少更新的台数",
    given: { criterion: "未达标每台扣1.5分，扣完为止", target: 18, unit: "台", type: "≥", points: 9 },
    cells: [
      ["16台", 6],
      ["18台", 9],
    ],
  },
  {
    law: "满分的状态，违反几次扣几次",
    given: { ...qualitative, criterion: "按月足额发放得10分，延迟发放一次扣1分", target: "及时" },
    cells: [
      ["延迟2次", 8],
      ["延迟发放3次", 7],
      ["延迟0次", 10],
      ["未延迟", 10],
      ["无延迟", 10],
      ["延迟", "asks"],
      ["延迟2次，已整改", "asks"],
    ],
  },
  {
    law: "写明了哪一种出现几次的，同类的别种没有出现",
    given: {
      criterion: "发生一般事件每起扣2分，发生重大事件的该项不得分",
      target: 0,
      unit: "起",
      type: "=",
      points: 10,
    },
    cells: [
      ["一般事件2起", 6],
      ["发生重大事件1起", 0],
      ["一般事件1起、重大事件1起", 0],
      ["未发生", 10],
      ["2起", "asks"],
      ["未发生重大事件", "asks"],
      ["一般事件1起，投诉2起", "asks"],
    ],
  },
  {
    law: "发生了扣几分的，从满分里扣一次；发生几起怎样扣没有写的要问",
    given: {
      criterion: "未发生安全责任事故得满分，发生一般事故扣5分，发生较大及以上事故不得分",
      target: 0,
      unit: "起",
      type: "=",
      points: 10,
    },
    cells: [
      ["未发生", 10],
      ["发生一般事故1起", 5],
      ["一般事故2起", "asks"],
      ["较大事故1起", 0],
    ],
  },
  {
    law: "谁通报的，按谁的扣",
    given: {
      criterion: "被市级通报一次扣1分，被省级通报一次扣2分，扣完为止",
      target: 0,
      unit: "次",
      type: "=",
      points: 5,
    },
    cells: [
      ["市级通报1次", 4],
      ["被省级通报1次", 3],
      ["市级通报1次，省级通报1次", 2],
      ["未被通报", 5],
      ["被通报1次", "asks"],
      ["国家级通报1次", "asks"],
    ],
  },
  {
    law: "“较大及以上”也包括重大",
    given: {
      criterion: "每发生1起一般事故扣1分，发生较大及以上事故不得分",
      target: 0,
      unit: "起",
      type: "=",
      points: 5,
    },
    cells: [
      ["发生1起一般事故", 4],
      ["发生1起较大事故", 0],
      ["重大事故1起", 0],
    ],
  },
  {
    law: "另一类情形，实际完成值没有说到的要问",
    given: {
      criterion: "每发生一起投诉扣1分；存在弄虚作假的不得分",
      target: 0,
      unit: "起",
      type: "=",
      points: 10,
    },
    cells: [["投诉2起", "asks"]],
  },
];

testLaws(LAWS);

it("出现得越多，扣得越多，不出现是满分", () => {
  const kinds = fc.constantFrom("投诉", "违规", "差错", "安全事故", "市级通报", "漏报");
  fc.assert(
    fc.property(kinds, fc.integer({ min: 0, max: 12 }), fc.boolean(), (kind, times, inFront) => {
      const given = { criterion: `每出现一次${kind}扣1分，扣完为止`, target: 0, unit: "次", type: "=", points: 10 };
      const actual = inFront ? `${times}次${kind}` : `${kind}${times}次`;
      expect(outcome({ ...given, actual })).toBe(Math.max(0, 10 - times));
    }),
  );
});
