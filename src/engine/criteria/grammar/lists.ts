/** Criteria that list several things: "1.制度健全2分；2.执行有效3分", "A、B、C各占1/3". */

import type { Arm, CriterionTree, Item, Outcome, Statement } from "../tree";
import { assemble } from "./assemble";
import { share } from "./quantity";

const MARKS =
  /(^|[;。,:)]|分)(?:(\d{1,2})[.、)]|\((\d{1,2})\)|([一二三四五六七八九十])[、.](?!是)|\(([一二三四五六七八九十])\)|第([一二三四五六七八九十])[、,:])/gu;
const CHINESE = "一二三四五六七八九十";

interface Segment {
  readonly text: string;
  readonly start: number;
}

/** The parts after list marks that count up from one, and the head before them; null where there is no list. */
function segments(text: string): { head: string; parts: readonly Segment[] } | null {
  const marks: { at: number; end: number; number: number }[] = [];
  for (const found of text.matchAll(MARKS)) {
    const [whole, lead = "", ...numbers] = found;
    const written = numbers.find((n) => n !== undefined) ?? "";
    const number = /\d/u.test(written) ? Number(written) : CHINESE.indexOf(written) + 1;
    // "2.80%≤…" after "1.…；" is the second of a list; "1.5倍" elsewhere is a number.
    const glued = /[\d]/u.test(text[found.index + whole.length] ?? "") && /\.$/u.test(whole);
    if (number === marks.length + 1 && (!glued || /^$|[;。]/u.test(lead)))
      marks.push({ at: found.index + lead.length, end: found.index + whole.length, number });
  }
  if (marks.length < 2) return null;
  const parts = marks.map((mark, i) => ({
    text: text.slice(mark.end, marks[i + 1]?.at ?? text.length).replace(/[;。,]+$/u, ""),
    start: mark.end,
  }));
  return { head: text.slice(0, marks[0]!.at), parts };
}

function read(text: string): CriterionTree {
  return assemble(text);
}

/** "优、良、中分别得10分、8分、6分": the same said once for all; null where names and marks do not pair. */
export function spreadOut(text: string): string | null {
  const found =
    /^(.*?)(?:[一二三四五六七\d]个?(?:等次|等级|档次|档|级别|级|类)?)?[,:]?(?:则|依次|对应)?分别(?:得|计|给予?|赋|记|为|按)(?:分值的)?((?:\d+(?:\.\d+)?(?:分|%)?[、,/和]){1,8}\d+(?:\.\d+)?(?:分|%)?)(.*)$/u.exec(
      text,
    );
  if (found === null) return null;
  const [, head = "", list = "", tail = ""] = found;
  const marks = list.split(/[、,/和]/u).map((m) => m.replace(/分$/u, ""));
  const names = head
    .replace(/^.*(?:分为|划分为|共分|分|为|[;。:])/u, "")
    .replace(/(?:的|等)$/u, "")
    .split(/[、/和]/u)
    .filter((n) => n !== "");
  if (names.length !== marks.length) return null;
  return `${names.map((name, i) => `${name}得${marks[i]!.endsWith("%") ? `分值的${marks[i]!}` : `${marks[i]!}分`}`).join(";")}${tail.replace(/^分/u, "")}`;
}

/** The tree of a list, or null where the text is none. */
export function readList(text: string): CriterionTree | null {
  const spread = spreadOut(text);
  return spread === null ? (sharedOut(text) ?? numbered(text)) : read(spread);
}

function numbered(text: string): CriterionTree | null {
  const found = segments(text);
  if (found === null) return null;
  const trees = found.parts.map((part) => read(part.text));
  const arms = trees.map((tree) => tree.statements.find((s): s is Arm & Statement => s.kind === "arm"));
  const bands = trees.every(
    (tree) => tree.statements.every((s) => s.kind === "arm" && isBand(s)) && tree.statements.length > 0,
  );
  const head = found.head === "" ? [] : read(found.head).statements.filter((s) => s.kind === "total");
  // Numbered bands of one quantity are a ladder, not things that earn marks side by side.
  if (bands && sameQuantity(trees)) return read(`${found.head}${found.parts.map((p) => p.text).join(";")}`);
  if (arms.some((arm) => arm === undefined || !earns(arm.then)))
    return arms.every((arm) => arm === undefined) ? null : trailing(text, found, arms, head);
  return {
    statements: [
      ...head,
      {
        kind: "items",
        items: found.parts.map((part, i) => toItem(part.text, arms[i]!)),
        span: { start: 0, end: text.length },
      },
    ],
  };
}

/** A list whose items have no marks of their own, with the rule behind it, is read as one sentence. */
function trailing(
  text: string,
  found: { head: string; parts: readonly Segment[] },
  arms: readonly (Arm | undefined)[],
  head: readonly Statement[],
): CriterionTree | null {
  void head;
  if (arms.every((arm) => arm !== undefined && isBand(arm)))
    return read(`${found.head}${found.parts.map((p) => p.text).join(";")}`);
  if (arms.slice(0, -1).some((arm) => arm !== undefined)) return null;
  return read(`${found.head}${found.parts.map((p) => p.text).join("、")}`.slice(0, text.length));
}

function earns(outcome: Outcome): boolean {
  return (
    outcome.kind === "points" ||
    outcome.kind === "share" ||
    outcome.kind === "full" ||
    outcome.kind === "points-between"
  );
}

function isBand(arm: Arm): boolean {
  return ["range", "bare", "otherwise", "grade"].includes(arm.when.kind);
}

function sameQuantity(trees: readonly CriterionTree[]): boolean {
  const subjects = trees.flatMap((t) =>
    t.statements.flatMap((s) =>
      s.kind === "arm" && (s.when.kind === "range" || s.when.kind === "bare") ? [`${s.when.subject}`] : [],
    ),
  );
  return new Set(subjects).size <= 1;
}

function toItem(text: string, arm: Arm): Item {
  if (arm.when.kind === "verdict") return { text: arm.when.text, outcome: arm.then };
  const name = text
    .slice(0, Math.max(0, arm.span.end))
    .replace(/[,;。]?(?:得|计|给|记|占|为)?[\d.]+分.*$/u, "")
    .replace(/[,;。:(]+$/u, "");
  return { text: name === "" ? text : name, outcome: arm.then };
}

/** "以上三项各占1/3": things named elsewhere are told apart by their number. */
function severalNames(words: string): readonly string[] | null {
  const found = /([二两三四五六七八]|\d)(?:项|条|个方面|点)[^\d]*$/u.exec(words);
  const count = found === null ? 0 : "一二三四五六七八".indexOf(found[1]!.replace("两", "二")) + 1 || Number(found[1]);
  return count >= 2 && count <= 9 ? [...Array(count).keys()].map((i) => `第${i + 1}项`) : null;
}

/** "制度健全、程序合规、资料完整各占1/3": equal shares side by side. */
function sharedOut(text: string): CriterionTree | null {
  const found =
    /^(?:.*?[:。;])?([^:。;]+?)(?:,?各(?:占|得|计|为)?|,?(?:三|二|两|四|五)(?:项|者|个方面)各?(?:占|得|计)?各?(?:占)?)(?=\d|[一二三四五六七八九十])/u.exec(
      text,
    );
  if (found === null || !/各/u.test(found[0])) return null;
  const end = found[0].length;
  const names = found[1]!
    .replace(/^(?:包括|其中|分别为)/u, "")
    .split(/[、及和与,]/u)
    .filter((n) => n !== "");
  const several = names.length < 2 ? severalNames(found[0]) : names;
  if (several === null) return null;
  const part = share(text, end);
  const points = /^(\d+(?:\.\d+)?)分/u.exec(text.slice(end));
  const outcome: Outcome | null =
    part !== null
      ? { kind: "share", share: part.value }
      : points !== null
        ? { kind: "points", points: points[1]! }
        : null;
  if (outcome === null) return null;
  return {
    statements: [
      { kind: "items", items: several.map((name) => ({ text: name, outcome })), span: { start: 0, end: text.length } },
    ],
  };
}
