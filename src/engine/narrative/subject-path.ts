import { withoutEnding } from "../language";

/** A subject of the classification as a text writes it: names of 类, 款 and 项 (null where one is left out), digits. */
export interface SubjectPath {
  readonly names: readonly (string | null)[];
  readonly code: string | null;
  /** What the words call it, as one name. */
  readonly text: string;
}

const levels = ["类", "款", "项"];
const marker = /\((\d{0,7})(类|款|项)级?(?:科目)?\)/g;
/** What may stand behind the last name. */
const behind =
  /^(?:级|科目|支出|预算|安排|列支|列|年初|当年|本年|20\d{2}年度?|财政拨款|拨款|决算|执行|经费|资金|金额|数|额|为|是|共|计|的|约|:|,)*$/;
const withoutStages = withoutEnding(
  ...[
    "预算",
    "安排",
    "列支",
    "列",
    "年初",
    "当年",
    "财政拨款",
    "拨款",
    "决算",
    "执行",
    "数",
    "额",
    "为",
    "是",
    "共",
    "计",
  ],
  ...["的", "约", ":", ","],
);
const front = new RegExp(
  "^(?:支出|科目|中的?(?![等小央医国专职学型])|其中|(?:重点|主要|全部列?)?用于|(?:全部|均|都|主要)[为是列属](?:入|于)?|列入|安排|反映|、|,|" +
    String.raw`\d{1,2}[.、]|\(\d{1,2}\)|\([一二三四五六七八九十]{1,3}\)|[①-⑳]|\d{3,7}(?![\d年])|` +
    String.raw`20\d\d年(?:度|初)?|(?:本|上|去|今|上一)年度?)+`,
);

/**
 * "社会保障和就业支出(类)行政事业单位养老支出(款)事业单位离退休(项)", "教育支出(205类)…(02款)", "教育支出-普通教育-小学教育科目" as the
 * names of their levels; null where the words are no such path.
 */
export function readSubjectPath(words: string): SubjectPath | null {
  const marks = [...words.matchAll(marker)];
  if (marks.length === 0) return withoutLevels(words);
  const names: (string | null)[] = [null, null, null];
  let [at, code] = [0, ""];
  for (const [index, mark] of marks.entries()) {
    const level = levels.indexOf(mark[2]!);
    const written = words.slice(at, mark.index);
    const name = index === 0 ? written.replace(front, "") : written;
    if (name === "" || (index > 0 && level <= levels.indexOf(marks[index - 1]![2]!))) return null;
    names[level] = name;
    code = mark[1]!.length > code.length && mark[1]!.startsWith(code) ? mark[1]! : code + mark[1]!;
    at = mark.index + mark[0].length;
  }
  if (!behind.test(words.slice(at))) return null;
  return { names, code: code === "" ? null : code, text: names.filter((name) => name !== null).join("/") };
}

/** A path none of whose levels is marked by a bracket. */
function withoutLevels(words: string): SubjectPath | null {
  return (
    joinedByDashes(words) ?? withCodes(words) ?? withCode(words) ?? withCodeInFront(words) ?? withoutBrackets(words)
  );
}

/** "行政运行(2140101)": one name with the code of the function classification, which says of what level it is. */
function withCode(words: string): SubjectPath | null {
  const found = /^([^,;:。()]{2,40})\((2\d{2}(?:\d{2}){0,2})\)/.exec(words);
  if (found === null || !behind.test(words.slice(found[0].length))) return null;
  const name = found[1]!.replace(front, "");
  const level = (found[2]!.length - 3) / 2;
  return { names: levels.map((_, at) => (at === level ? name : null)), code: found[2]!, text: name };
}

/** "2050202-小学教育", "(2050202)小学教育", "2050202小学教育": the code of a 款 or 项 stands in front of its name. */
const codeInFront = /^\(?(2\d{4}(?:\d{2})?)\)?[-、.:]?([^-,;:。()\d]{2,40})$/;

function withCodeInFront(words: string): SubjectPath | null {
  const found = codeInFront.exec(withoutStages(words));
  if (found === null) return null;
  const [, code, name] = found;
  const level = (code!.length - 3) / 2;
  return { names: levels.map((_, at) => (at === level ? name! : null)), code: code!, text: name! };
}

const levelled = /^([^,;:。()]{2,24})\((2\d{2})\)([^,;:。()]{2,30})\((\d{2})\)(?:([^,;:。()]{2,40})\((\d{2})\))?/;

/** "教育支出(205)普通教育(02)小学教育(02)": each level with its own digits of the code. */
function withCodes(words: string): SubjectPath | null {
  const found = levelled.exec(words);
  if (found === null || !behind.test(words.slice(found[0].length))) return null;
  const names = [found[1]!.replace(front, ""), found[3]!, found[5] ?? null];
  const code = `${found[2]!}${found[4]!}${found[6] ?? ""}`;
  return { names, code, text: names.filter((name) => name !== null).join("/") };
}

/** "一般公共服务支出类财政事务款行政运行项支出": the levels named without brackets, all three of them. */
function withoutBrackets(words: string): SubjectPath | null {
  const found = /^([^,;:。()]{2,24}?)类([^,;:。()]{2,30}?)款([^,;:。()]{2,40}?)项(?!目)/.exec(words);
  if (found === null || !behind.test(words.slice(found[0].length))) return null;
  const names = [found[1]!.replace(front, ""), found[2]!, found[3]!];
  return { names, code: null, text: names.join("/") };
}

/** "教育支出-普通教育-小学教育科目"; without 科目 three levels of which the first is a class by its name. */
function joinedByDashes(words: string): SubjectPath | null {
  const plain = withoutStages(words);
  const found =
    /^([^-,;:。()\d]{2,24})-([^-,;:。()\d]{2,24})(?:-([^-,;:。()\d]{2,30}?))?科目$/.exec(plain) ??
    /^([^-,;:。()\d]{2,22}支出)-([^-,;:。()\d]{2,24})-([^-,;:。()\d]{2,30}?)$/.exec(plain);
  if (found === null) return null;
  const names = [found[1]!.replace(front, ""), found[2]!, found[3] ?? null];
  return { names, code: null, text: names.filter((name) => name !== null).join("/") };
}

/** The last whole path that a stretch of text names: of an item whose amounts follow in later sentences. */
export function lastPathIn(text: string): SubjectPath | null {
  const marks = [...text.matchAll(marker)];
  const last = marks.at(-1);
  if (last === undefined) {
    const withDigits = /[^,;:。、()]{2,40}\(2\d{2}(?:\d{2}){0,2}\)(?:[^,;:。()]{2,40}\(\d{2}\)){0,2}/g;
    const inFront = /(?:^|[,;:。、])\(?2\d{4}(?:\d{2})?\)?[-、.:]?[^-,;:。()\d]{2,40}/g;
    const coded =
      (text.includes("(2") ? [...text.matchAll(withDigits)].at(-1) : undefined) ?? [...text.matchAll(inFront)].at(-1);
    return coded === undefined ? null : readSubjectPath(coded[0].replace(/^[,;:。、]/, ""));
  }
  const end = last.index + last[0].length;
  const first = marks.filter((mark) => mark[2] === "类").at(-1) ?? last;
  let start = first.index;
  while (start > 0 && !/[,;:。、)]/.test(text[start - 1]!)) start--;
  return readSubjectPath(text.slice(start, end));
}
