import type { Random } from "./random";

/** Texts that ended a run somewhere once, or well might: members of every object, numbers that are none, marks. */
const WORDS: readonly string[] = [
  ...["constructor", "__proto__", "toString", "hasOwnProperty", "prototype", "undefined", "null", "NaN", "Infinity"],
  ...[
    "1e999",
    "-1e999",
    "1e-999",
    "-0",
    "0x1F",
    "1_000",
    "１２３",
    "一二三四五",
    "万亿亿亿",
    "十百千万",
    "百分之百分之",
    "%",
  ],
  ...[
    "：",
    ":",
    "；",
    "、",
    "，",
    "。",
    "（",
    "）",
    "（）",
    "【】",
    "/",
    "-",
    "—",
    "≥",
    "≤≥",
    "<",
    ">",
    "=",
    "\\",
    "|",
    "*",
    "?",
    "$",
    "^",
  ],
  ...["\u0000", "\ud800", "\ufeff", "\u200b", "\u202e", "\u2028", "👨‍👩‍👧‍👦", "ﷺ", "e\u0301", "\t\n\r", " ", "　"],
  ...[
    "#REF!",
    "#DIV/0!",
    "=1+1",
    "A1",
    "R1C1",
    "{}",
    "[]",
    "{{",
    "</v>",
    "<![CDATA[",
    "]]>",
    "&amp;",
    "&constructor;",
    "&#0;",
    "&#x110000;",
  ],
  ...[
    "完成得满分：否则不得分",
    "得满分：",
    "每少",
    "每低于1%扣",
    "扣完为止",
    "不得分",
    "否则",
    "其中：",
    "合计",
    "小计",
    "总计",
    "其中",
    "一、",
    "（一）",
  ],
  ...[
    "2025年",
    "20251",
    "二〇二五年",
    "99999年13月45日",
    "2025-02-30",
    "单位：",
    "单位：万元",
    "单位：constructor",
    "部门名称：",
    "301",
    "20101",
    "2010101",
  ],
];

const REPEATED: readonly string[] = [
  "9",
  "(",
  "（",
  "一",
  "每少1个",
  "或",
  "，",
  "1.",
  "、",
  "合计",
  "%",
  "-",
  "万",
  " ",
  "其中：",
  "1,",
  "且",
];

/** A text that a table may hold and nobody expects. */
export function oddText(random: Random): string {
  if (random.chance(0.15)) return random.pick(REPEATED).repeat(1 + random.below(random.chance(0.1) ? 1000 : 40));
  const one = random.pick(WORDS);
  return random.chance(0.3) ? one + random.pick(WORDS) : one;
}

const NUMBERS: readonly number[] = [
  0,
  -0,
  1,
  -1,
  0.1,
  1e-7,
  1e15,
  1e21,
  -1e21,
  1e308,
  5e-324,
  2 ** 53,
  0.1 + 0.2,
  99999999999.995,
];

/** A number at the end of what a cell can hold. */
export function oddNumber(random: Random): number {
  return random.chance(0.5) ? random.pick(NUMBERS) : Math.round((random.next() - 0.5) * 10 ** random.below(16)) / 100;
}

/** What stands in an attribute where a number, a reference or a name is due. */
export function oddAttribute(random: Random): string {
  return random.pick([
    ...[
      "-1",
      "0",
      "1e9",
      "1.5",
      "",
      "99999999999",
      "XFE1",
      "ZZZ9999999",
      "A0",
      "A1048577",
      "1A",
      "a1",
      "A1:XFD1048576",
      "A1:A",
      "s",
      "b",
      "e",
      "d",
    ],
    ...[
      "str",
      "inlineStr",
      "shared",
      "array",
      "true",
      "constructor",
      "__proto__",
      "../../x",
      "rId999",
      "NaN",
      "00",
      "２",
      "&#0;",
      "&lt;",
    ],
  ]);
}

/** A text with a few of its characters changed, as a slip of the hand or of a converter changes them. */
export function mutated(text: string, random: Random): string {
  let result = text;
  for (let times = 1 + random.below(3); times > 0; times--) {
    const at = random.below(result.length + 1);
    const length = random.below(Math.min(12, result.length - at) + 1);
    const piece = result.slice(at, at + length);
    const behind = result.slice(at + length);
    const to = random.below(result.length + 1);
    switch (random.below(5)) {
      case 0:
        result = result.slice(0, at) + behind;
        break;
      case 1:
        result = result.slice(0, at) + oddText(random) + behind;
        break;
      case 2:
        result = result.slice(0, to) + piece + result.slice(to);
        break;
      case 3:
        result = result.slice(0, at) + piece.repeat(1 + random.below(8)) + behind;
        break;
      default:
        result = result.slice(0, at) + oddText(random) + result.slice(at);
    }
  }
  return result;
}
