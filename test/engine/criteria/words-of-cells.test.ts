import fc from "fast-check";
import { outcome, qualitative, testLaws } from "./cells";
import type { Law } from "./cells";

const LAWS: readonly Law[] = [
  {
    law: "宾语省略、否定词不同，答的是同一件事",
    given: { ...qualitative, criterion: "通过复审得满分；未通过复审得0分", target: "通过" },
    cells: [
      ["通过", 10],
      ["已通过", 10],
      ["通过复审", 10],
      ["未通过", 0],
      ["不通过", 0],
      ["没有通过", 0],
      ["基本通过", "asks"],
    ],
  },
  {
    law: "符合、不符合，程度打了折扣的要问",
    given: { ...qualitative, criterion: "符合要求得满分，不符合要求不得分", target: "符合" },
    cells: [
      ["符合", 10],
      ["符合要求", 10],
      ["不符合", 0],
      ["基本符合", "asks"],
      ["部分符合", "asks"],
    ],
  },
  {
    law: "做得更好的说法，也是做到了",
    given: { ...qualitative, criterion: "公开得满分，未公开或公开不及时不得分", target: "公开" },
    cells: [
      ["公开", 10],
      ["按时公开", 10],
      ["公开不及时", 0],
      ["未公开", 0],
      ["部分公开", "asks"],
    ],
  },
  {
    law: "等次照标准里的写法对，主语可以省；标准里没有的等次要问",
    given: { ...qualitative, criterion: "效果明显得满分；效果一般得5分；无效果不得分", target: "效果明显" },
    cells: [
      ["效果明显", 10],
      ["明显", 10],
      ["效果一般", 5],
      ["一般", 5],
      ["无效果", 0],
      ["没有效果", 0],
      ["不明显", "asks"],
      ["较明显", "asks"],
      ["带动周边就业", "asks"],
    ],
  },
  {
    law: "“较健全”不是“健全”，也不是“不健全”",
    given: { ...qualitative, criterion: "机制健全得10分；较健全得8分；不健全得0分", target: "健全" },
    cells: [
      ["健全", 10],
      ["机制较健全", 8],
      ["较健全", 8],
      ["比较健全", 8],
      ["较为健全", 8],
      ["不健全", 0],
      ["不够健全", "asks"],
      ["基本健全", "asks"],
    ],
  },
  {
    law: "一个词在几档里都有的，分不清是哪一档",
    given: {
      ...qualitative,
      criterion: "一次性验收通过得满分，整改后通过得60%，整改后仍不通过不得分",
      target: "通过",
    },
    cells: [
      ["一次性验收通过", 10],
      ["整改后通过", 6],
      ["通过", "asks"],
    ],
  },
  {
    law: "只答了一半的条件要问",
    given: {
      ...qualitative,
      criterion: "制度健全、执行有效的得满分，制度不健全或执行不到位的酌情扣分",
      target: "健全",
    },
    cells: [
      ["健全", "asks"],
      ["制度健全、执行有效", "asks"],
    ],
  },
  {
    law: "没有分等次，只有是与否的，自己说好不算数，自己说不好的算",
    given: { ...qualitative, criterion: "效果明显得满分，效果不明显不得分", target: "明显" },
    cells: [
      ["明显", "asks"],
      ["效果明显", "asks"],
      ["不明显", 0],
      ["效果不明显", 0],
    ],
  },
  {
    law: "没有分等次的，自己说好不算数",
    given: { ...qualitative, criterion: "效果明显得满分", target: "明显" },
    cells: [
      ["明显", "asks"],
      ["效果明显", "asks"],
    ],
  },
  {
    law: "否决的情形发生了，其余不必再问",
    given: { ...qualitative, criterion: "做到专款专用得满分，发现挪用一票否决", target: "专款专用" },
    cells: [
      ["发现挪用", 0],
      ["专款专用", "asks"],
    ],
  },
  {
    law: "几件事各得几分，合起来是满分的，做到几件得几件",
    given: { ...qualitative, criterion: "①制定管理办法得5分；②明确责任分工得5分", target: "健全" },
    cells: [
      ["已制定管理办法，已明确责任分工", 10],
      ["制定了管理办法并明确了责任分工", 10],
      ["已制定管理办法，未明确责任分工", 5],
      ["制定管理办法", "asks"],
    ],
  },
  {
    law: "一个词说了几件事的，说不清是哪一件",
    given: { ...qualitative, points: 5, criterion: "项目按时开工得2分，按时完工得3分", target: "按时" },
    cells: [["按时", "asks"]],
  },
];

testLaws(LAWS);

const FACTS = [
  "通过复审",
  "开展评价",
  "建立台账",
  "公开",
  "制定方案",
  "完成整改",
  "达标",
  "签订合同",
  "拨付资金",
] as const;
const DENIALS = ["未", "没有"] as const;

it("是与否的分数对调，得分也对调", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...FACTS),
      fc.constantFrom(...DENIALS),
      fc.constantFrom("", "未", "没有", "已"),
      (fact, denial, said) => {
        const given = { ...qualitative, target: "", actual: `${said}${fact}` };
        const straight = outcome({ ...given, criterion: `${fact}得满分，${denial}${fact}不得分` });
        const turned = outcome({ ...given, criterion: `${denial}${fact}得满分，${fact}不得分` });
        const done = said === "" || said === "已";
        expect([straight, turned]).toEqual(done ? [10, 0] : [0, 10]);
      },
    ),
  );
});

const GRADES = ["健全", "规范", "完善", "合理", "明显", "显著", "完整", "及时"] as const;
const LESSENED = ["较", "基本", "不太", "不够", "有所"] as const;

it("打了折扣的等次不当作没打折扣的，也不当作相反的", () => {
  fc.assert(
    fc.property(fc.constantFrom(...GRADES), fc.constantFrom(...LESSENED), (grade, less) => {
      const criterion = `${grade}得满分，不${grade}不得分`;
      expect(outcome({ ...qualitative, criterion, target: "", actual: `${less}${grade}` })).toBe("asks");
    }),
  );
});
