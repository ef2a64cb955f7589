import { enumerated, normalise } from "./normalise";

/** What offices write or leave out without meaning anything else: brackets, "的", "和" for "与", the level behind it. */
const littleWords = /\([类款项]\)$|[()[\]【】、,，;；·.的及和与]/g;
const endings = /(?:经费|支出|费用|费|事务)$/;

/** A code in front of a name: "[2050101]行政运行", "205教育支出". */
const codeInFront = /^[[(【]?\d{3,12}[\])】]?[-_—:、.]?(?!年)/;

/** A row's name for people, without the code that may stand in front of it. */
export function plainName(label: string): string {
  return label.replace(codeInFront, "") || label;
}

/** A row's name as it is compared with a list: code, numbering, brackets and little words left out. */
export function foldedName(label: string): string {
  let folded = cache.get(label);
  if (folded === undefined) {
    folded = enumerated(plainName(normalise(label))).name.replace(littleWords, "");
    if (cache.size > 20000) cache.clear();
    cache.set(label, folded);
  }
  return folded;
}

/** Folding is pure, and the same names come back in every table. */
const cache = new Map<string, string>();

/** So much of two names must be in common. */
const leastShare = 0.5;

/**
 * Whether two names may well mean the same: one within the other, or half of their characters in common. "公务用车运行费" and
 * "公务用车运行维护费" do, "公务接待费" and "维修费" do not.
 */
export function namesAlike(one: string, other: string): boolean {
  const [first, second] = [foldedName(one), foldedName(other)].map((name) => name.replace(endings, "") || name);
  if (!first || !second) return false;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  if (short.length > 1 && long.includes(short)) return true;
  const letters = new Set(long);
  const common = [...new Set(short)].filter((letter) => letters.has(letter)).length;
  return short.length > 1 && (2 * common) / (new Set(short).size + letters.size) >= leastShare;
}
