import { firstFrom, type Quantity } from "./quantity";

/** A sentence of a passage: positions in it. A full stop inside a bracket that holds figures does not end one. */
export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Brackets that hold figures; all others, "(境)" or "(含参公单位)", are part of the words. */
export interface Brackets {
  /** The text with separators inside wordy brackets blotted out, letter by letter as long as the original. */
  readonly masked: string;
  /** Positions of the brackets, opening and closing, that hold figures. */
  readonly structural: ReadonlySet<number>;
}

/** Tells the brackets that hold figures from those that are part of a name. */
export function readBrackets(text: string, quantities: readonly Quantity[]): Brackets {
  const structural = new Set<number>();
  if (!text.includes("(")) return { masked: text, structural };
  const letters = text.split("");
  const open: number[] = [];
  for (let i = 0; i < letters.length; i++) {
    if (letters[i] === "(") open.push(i);
    else if (letters[i] === ")") {
      const from = open.pop();
      if (from === undefined) continue;
      const within = quantities[firstFrom(quantities, from + 1)];
      if (within !== undefined && within.end <= i) {
        structural.add(from);
        structural.add(i);
      } else for (let k = from + 1; k < i; k++) if (/[,;:、。]/.test(letters[k]!)) letters[k] = "\u0001";
    }
  }
  return { masked: letters.join(""), structural };
}

/** The sentences of a passage. */
export function splitSentences(brackets: Brackets): Sentence[] {
  const sentences: Sentence[] = [];
  const { masked, structural } = brackets;
  let start = 0;
  let depth = 0;
  for (let i = 0; i < masked.length; i++) {
    const letter = masked[i]!;
    if ((letter === "(" || letter === ")") && structural.has(i)) depth += letter === "(" ? 1 : -1;
    else if ((letter === "。" || letter === "!" || letter === "?") && depth === 0) {
      sentences.push({ start, end: i });
      start = i + 1;
    }
  }
  if (start < masked.length) sentences.push({ start, end: masked.length });
  return sentences;
}

/** A word that says how the following figures belong to the one before. */
export interface Marker {
  readonly kind:
    | "of-which"
    | "including"
    | "declared"
    | "divided"
    | "uses"
    | "spent"
    | "made-of"
    | "made"
    | "reason"
    | "open"
    | "close";
  readonly start: number;
  readonly end: number;
}

const markers: readonly (readonly [Marker["kind"], string])[] = [
  // "基本支出1874.22万元中，人员经费…": the amount right in front of it is divided.
  ["of-which", "其中|中(?=[,:])"],
  [
    "declared",
    String.raw`具体(?:包括|为|是|如下|构成|[^,;。:()\d]{0,8}情况(?=:))|分别(?:为|是)|内容为|分为|(?:分类|构成)(?:为|如下)`,
  ],
  // "按支出性质分：", "从功能看，": the whole of the sentence is divided.
  ["divided", "(?:按照?|从)[^,;:。()\\d]{2,10}?(?:分|分类|划分|归类|看|来看|来说|来源)(?=[:,])"],
  [
    "reason",
    "主要(?:是|为|系|原因|因|由于|受)(?!(?:指|部门|单位)?为?(?:保障|完成|维持)[^,;。]{0,24}(?:,|、))|原因|由于|是因为|变动因素",
  ],
  // "项目支出用于：…": everything that it was spent on.
  ["spent", "(?:全部|具体)?用于(?:以下(?:方面|项目))?(?=:)"],
  // Not inside the name of a subject: "…(款)车辆购置税用于公路等基础设施建设支出(项)".
  // "214.50万元，为人才专项150.00万元和平台运维64.50万元": what the amount is, never how it stands to another one.
  [
    "uses",
    String.raw`为(?!(?:年初|全年|调整|上年|去年|本年|20\d\d年|预算|决算|计划)|[^,;。]{0,30}\d[^,;。]{0,8}的)|` +
      String.raw`(?:主要|全部|重点)?用于(?![^,;。:]{0,24}\(\d{0,7}[款项])`,
  ],
  // "415.04万元，由当年安排的320万元和上年结转的95.04万元构成，比…": what follows is of the whole again.
  ["made-of", "由"],
  ["made", "(?:构成|组成)(?=[,;。)]|$)"],
  ["including", "(?:主要)?包括|包含|\\(含|含(?![税量])"],
];
/** Words that are markers only behind some others: `before` is what stands there since the last figure. */
const placed: ReadonlyMap<string, RegExp> = new Map([
  ["中", /^$/],
  ["为", /^,$/],
  ["含", /,$/],
  ["由", /^,$/],
  // "增加部分为人员增资8.40万元".
  ["分为", /(?:^|[^部])$/],
]);
const markerPattern = new RegExp(markers.map(([, words]) => `(${words})`).join("|") + "|([()])", "g");

/** How what a figure is made of goes on behind "由": up to "构成". */
const madeUp = /^[^;。]{2,100}(?:构成|组成)(?:[,;。)]|$)/;

/** The markers between two positions of a text. */
export function readMarkers(brackets: Brackets, from: number, to: number): Marker[] {
  const found: Marker[] = [];
  for (const match of brackets.masked.slice(from, to).matchAll(markerPattern)) {
    const start = from + match.index;
    const end = start + match[0].length;
    if (placed.get(match[0])?.test(brackets.masked.slice(from, start)) === false) continue;
    if (match[0] === "由" && !madeUp.test(brackets.masked.slice(end, end + 110))) continue;
    const groups: readonly (string | undefined)[] = match.slice(1);
    const which = groups.findIndex((group) => group !== undefined);
    if (which < markers.length) {
      if (match[0].startsWith("(")) {
        if (brackets.structural.has(start)) found.push({ kind: "open", start, end: start + 1 });
        else continue;
      }
      found.push({ kind: markers[which]![0], start, end });
    } else if (brackets.structural.has(start)) found.push({ kind: match[0] === "(" ? "open" : "close", start, end });
  }
  return found;
}
