/**
 * Wordings of the checks of running text by id; `{name}` stands for a parameter. Titles say what, lines show the
 * calculation.
 */
export const narrativeWordings = {
  "narrative-figure": {
    title: "说明中“{text}”与{name} {expected}不一致",
    lines: ["说明：{stated}", "{name}：{expected}"],
    pass: "说明中“{text}”与{name}一致",
  },
  "narrative-figure-unreadable": { title: "说明中“{text}”未能与{name}核对：表中的数读不出来", lines: [] },
  "narrative-at-least": {
    title: "说明中“{text}”小于{name} {expected}",
    lines: ["说明：{stated}", "{name}：{expected}"],
    pass: "说明中“{text}”不小于{name}",
  },
  "narrative-above-limit": {
    title: "说明中“{text}”大于{name} {expected}",
    lines: ["说明：{stated}", "{name}：{expected}"],
    pass: "说明中“{text}”不超过{name}",
  },
  "narrative-shortfall": {
    title: "说明中“{text}”小于{name} {expected}，需说明哪些单位的公用经费不计入",
    lines: ["说明：{stated}", "{name}：{expected}"],
    pass: "说明中“{text}”与{name}一致",
  },
  "narrative-denial": {
    title: "说明中写明“{text}”，但{name}有 {amount}",
    lines: ["{name}：{amount}"],
    pass: "说明中写明“{text}”，表中没有金额",
  },
  "narrative-parts": {
    title: "说明中“{text}”与各组成部分之和 {expected}不相等",
    lines: ["{parts} ＝ {expected}", "说明中写的是 {stated}"],
    pass: "说明中“{text}”等于各组成部分之和",
  },
  "narrative-parts-exceed": {
    title: "说明中各组成部分之和 {expected}，超过了“{text}”",
    lines: ["{parts} ＝ {expected}", "说明中写的是 {stated}"],
    pass: "说明中各组成部分之和不超过“{text}”",
  },
  "narrative-change-rate": {
    title: "说明中“{text}”的增减幅度按增减额算应为 {expected}",
    lines: ["{calculation}", "说明中写的是 {stated}"],
    pass: "说明中“{text}”的增减幅度与增减额相符",
  },
  "narrative-change-direction": { title: "说明中“{text}”一处说增加、一处说减少", lines: [] },
  "narrative-change-amount": {
    title: "说明中“{text}”的增减额按两年的数算应为 {expected}",
    lines: ["{calculation}", "说明中写的是 {stated}"],
    pass: "说明中“{text}”的增减额与两年的数相符",
  },
  "narrative-prior-change": {
    title: "说明中“{text}”，按两年的{name}应为{should}",
    lines: ["{calculation}", "说明中写的是{said}"],
    pass: "说明中“{text}”与两年的{name}相符",
  },
  "narrative-prior-figure": {
    title: "说明中“{text}”与去年表中的{name} {expected}不一致",
    lines: ["说明：{stated}", "去年的{name}：{expected}"],
    pass: "说明中“{text}”与去年表中的{name}一致",
  },
  "narrative-share": {
    title: "说明中“{text}”的占比按金额算应为 {expected}",
    lines: ["{calculation}", "说明中写的是 {stated}"],
    pass: "说明中“{text}”的占比与金额相符",
  },
  "narrative-year": {
    title: "说明中“{text}”写的是{found}年，预算是{year}年的",
    lines: [],
    pass: "说明中“{text}”写的是预算年度",
  },
  "narrative-title-year": { title: "说明的标题写的是{found}年，表是{year}年的", lines: [] },
  "narrative-mentions": {
    title: "说明中两处{name}不一致：“{text}”与“{other}”",
    lines: ["一处：{stated}", "另一处：{expected}"],
    pass: "说明中两处{name}一致",
  },
} as const;

/** Ids of the wordings that the checks of running text use. */
export type NarrativeWording = keyof typeof narrativeWordings;
