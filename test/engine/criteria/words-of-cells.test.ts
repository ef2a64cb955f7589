import fc from "fast-check";
import { score } from "../../../src/engine/criteria";
import type { ScoreCase } from "../../../src/engine/criteria";

type Expected = number | "asks";

function outcome(given: ScoreCase): Expected | string {
  const { status, score: marks } = score(given);
  if (status === "scored") return marks!;
  return status === "needs-judgement" || status === "incomplete" ? "asks" : status;
}

interface Law {
  readonly law: string;
  readonly given: ScoreCase;
  readonly cells: readonly (readonly [string, Expected])[];
}

const qualitative = { unit: "", type: "定性", points: 10 };
const counted = { unit: "个", type: "≥", points: 10 };

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
      ["制度健全、执行有效", 10],
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
    law: "全部（足额、全额）做到，看数有没有到指标值",
    given: { ...counted, criterion: "全部安装到位得满分；未全部安装的按比例得分", target: 640 },
    cells: [
      ["640个", 10],
      ["608个", 9.5],
      ["已完成608个（占95%）", 9.5],
      ["608个（占90%）", "asks"],
      ["608个（其中2个未验收）", "asks"],
    ],
  },
  {
    law: "足额配备，每少1人扣分",
    given: {
      criterion: "足额配备得满分,每少配1人扣1分,扣完为止",
      target: 65,
      unit: "人",
      type: "≥",
      points: 10,
      indicator: "保洁人员配备数",
    },
    cells: [
      ["65人", 10],
      ["63人", 8],
    ],
  },
  {
    law: "别的东西足额不足额，这个数说明不了",
    given: {
      criterion: "资金足额到位得满分，未足额到位不得分",
      target: 100,
      unit: "人",
      type: "≥",
      points: 10,
      indicator: "培训人数",
    },
    cells: [
      ["100人", "asks"],
      ["90人", "asks"],
    ],
  },
  {
    law: "质量好坏、及时不及时，数量说明不了",
    given: { ...counted, criterion: "全部验收合格得满分，否则不得分", target: 640 },
    cells: [["640个", "asks"]],
  },
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
    law: "写明没有超、超了几成的，按写明的",
    given: { criterion: "不超标准得满分，每超1%扣1分", target: 600, unit: "元/人次", type: "≤", points: 10 },
    cells: [
      ["618元/人次", 7],
      ["超3%", 7],
      ["未超标准", 10],
    ],
  },
  {
    law: "否定了相反的一档，就是这一档",
    given: { criterion: "成本控制在预算内得满分，超预算不得分", target: 100, unit: "万元", type: "≤", points: 10 },
    cells: [
      ["未超预算", 10],
      ["超预算", 0],
      ["控制在预算内", 10],
    ],
  },
  {
    law: "满足指标值要求，看指标值",
    given: { criterion: "满足指标值要求得满分,不满足不得分", target: "≥86人", unit: "人", points: 10 },
    cells: [
      ["86人", 10],
      ["80人", 0],
    ],
  },
  {
    law: "支出没有超出预算，看指标值",
    given: {
      criterion: "实际支出未超出预算金额，得10分；每超出预算1%，扣2分，扣完为止",
      target: 86,
      unit: "万元",
      type: "≤",
      points: 10,
    },
    cells: [
      ["85.9万元", 10],
      ["88.58万元", 4],
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
  {
    law: "延迟多久、按期、提前，对着写明日期的指标值",
    given: {
      criterion:
        "在计划时间完成的，得满分；延迟1个月以内（含），扣2分；延迟1-3个月（含），扣5分；延迟3个月以上，不得分",
      target: "2024年4月30日前",
      points: 10,
    },
    cells: [
      ["按期完成", 10],
      ["提前完成", 10],
      ["延迟1个月", 8],
      ["延迟2个月", 5],
      ["延迟4个月", 0],
      ["2024年6月10日", 5],
    ],
  },
  {
    law: "按期、逾期多少天，也对得上后面几档的日期",
    given: {
      criterion: "9月底前完成得满分，10月底前完成得8分，11月底前完成得5分，之后完成不得分",
      target: "2024年9月底前",
      points: 10,
    },
    cells: [
      ["按期完成", 10],
      ["提前完成", 10],
      ["逾期10天", 8],
      ["延迟1个月", 8],
      ["延迟2个月", 5],
      ["延迟3个月", 0],
      ["延迟", "asks"],
    ],
  },
  {
    law: "公式里的超期天数，是写明的天数",
    given: {
      ...qualitative,
      criterion: "未超期得满分；超期的，得分=（1-超期天数/30）×分值，超期30天及以上得0分",
      target: "按期",
    },
    cells: [
      ["未超期", 10],
      ["超期12天", 6],
      ["超期30天", 0],
    ],
  },
  {
    law: "变动率照升降取正负",
    given: {
      criterion: "变动率≤0，得5分；＞0，每增加1个百分点扣0.5分",
      target: "≤0",
      unit: "%",
      type: "≤",
      points: 5,
      indicator: "“三公”经费变动率",
    },
    cells: [
      ["下降3.2%", 5],
      ["增长2%", 4],
    ],
  },
  {
    law: "“不超过”类指标的完成率有两种算法，得分不同的要问",
    given: {
      criterion: "完成率≥100%得满分，60%—100%按(完成率-60%)/(1-60%)×分值计分，60%以下不得分",
      target: 10,
      unit: "次",
      type: "≤",
      points: 10,
      indicator: "一般性会议次数",
    },
    cells: [
      ["8次", "asks"],
      ["10次", 10],
    ],
  },
  {
    law: "与序时进度、平均水平相比的，指标值不是那个数",
    given: { criterion: "执行率低于序时进度不得分", target: "100%", unit: "%", type: "=", points: 5 },
    cells: [["95%", "asks"]],
  },
  {
    law: "有偏差，就是没有达到指标值",
    given: { ...counted, criterion: "有偏差的酌情扣分", target: 10 },
    cells: [
      ["10个", 10],
      ["8个", "asks"],
    ],
  },
  {
    law: "季度以末日为界",
    given: {
      criterion: "三季度完成采购得满分，四季度完成得5分，当年未完成得0分",
      target: "2024年9月30日前",
      points: 10,
    },
    cells: [
      ["2024年8月12日", 10],
      ["2024年11月6日", 5],
      ["2025年1月3日", 0],
      ["三季度", 10],
      ["未完成", 0],
    ],
  },
  {
    law: "次年的日期、次年的季度，是指标值后一年的",
    given: {
      criterion: "12月底前完成得满分；次年1月底前完成得一半分；次年1月底后完成不得分",
      target: "2024年12月31日前",
      points: 10,
    },
    cells: [
      ["2024年12月28日", 10],
      ["2025年1月18日", 5],
      ["2025年3月1日", 0],
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
  {
    law: "计量单位前的百、千、万",
    given: { criterion: "达到目标值得满分，否则不得分", target: 10000, unit: "小时", type: "≥", points: 10 },
    cells: [
      ["1万小时", 10],
      ["8千小时", 0],
      ["12千小时", 10],
      ["1.02万", 10],
    ],
  },
  {
    law: "与计量单位一栏同字的单位，就是那个单位",
    given: { criterion: "实际值≤目标值得满分，否则不得分", target: 80, unit: "千克标煤", type: "≤", points: 10 },
    cells: [
      ["79千克标煤", 10],
      ["100千克标煤", 0],
      ["80", 10],
    ],
  },
  {
    law: "每平方米多少元",
    given: { criterion: "不超过目标值得满分，否则不得分", target: 1800, unit: "元/㎡", type: "≤", points: 10 },
    cells: [
      ["1860元/㎡", 0],
      ["1790元/平方米", 10],
    ],
  },
  {
    law: "不是一个数的，照旧要问",
    given: { criterion: "满足得满分，否则不得分", target: "≥95%", unit: "%", type: "≥", points: 10 },
    cells: [
      ["≥95%", "asks"],
      ["约96%", "asks"],
      ["", "asks"],
    ],
  },
];

describe.each(LAWS)("$law", ({ given, cells }) => {
  it.each(cells.map(([actual, expected]) => ({ actual, expected })))(
    "“$actual” → $expected",
    ({ actual, expected }) => {
      expect(outcome({ ...given, actual })).toBe(expected);
    },
  );
});

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
