/**
 * Which of the bands that the rule tells apart in words the cell answers: in the same words, without the subject
 * ("健全" for "机制健全"), without the object ("通过" for "通过复审"), or more closely ("按时公开" for "公开"). The longest match
 * wins; what lessens or denies a word makes another word of it.
 */

import { normaliseText, tokenise } from "../../language";
import type { Token } from "../../language";
import { bandsOf, stepsOf } from "../rule/rule";
import type { PlacedBand, Test } from "../rule/rule";
import { isJudged } from "../words";
import { testWords } from "./facts";
import type { Run } from "./run";
import { isUnderway } from "./said-facts";
import { use } from "./run";

/** How closely the cell says what a band says: not at all, but for an object, for a subject, or word for word. */
type Closeness = 0 | 1 | 2 | 3;

/** Words that only lead to what is said: that it is so, that it was got, and what joins. */
const LEADING = ["and", "comma", "join", "rated", "stop", "but"] as const;
const GOT = /^(?:经|经过|获|获得|获评|取得|评为|被评为|评定为|得|已|已经|均|均已|都|了|的|做到|实现了|为)$/u;
const DENIAL = /^(?:尚未|未能|没有|没|未|不|无|零)/u;
const DENIED = "未";
/** "比较健全", "较为健全": one grade in three spellings. */
const RATHER = /^(?:比较|较为)/u;

/** One word with what it may be, its denial always in the same letter. */
interface Word {
  readonly text: string;
  readonly classes: Token["classes"];
}

function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { word, classes } of tokenise(normaliseText(text).text)) {
    if (LEADING.some((cls) => classes.has(cls)) || GOT.test(word)) continue;
    const known = classes.size === 1 && classes.has("noun") && !RATHER.test(word);
    const plain = known ? word : word.replace(DENIAL, DENIED).replace(RATHER, "较");
    // "比较" before "健全" makes one grade with it.
    const rather = words.at(-1)?.text === "较" ? words.pop() : undefined;
    words.push({ text: `${rather?.text ?? ""}${plain}`, classes });
  }
  return words;
}

const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join("");

type Class = Parameters<Token["classes"]["has"]>[0];
/** What names a thing, or what is done to it. */
const NAMING: readonly Class[] = ["noun", "measure", "target", "actual", "scope", "done"];
/** What lessens, denies, sharpens or counts what stands beside it. */
const CHANGING: readonly Class[] = [
  ...(["negation", "partly", "grade", "grave", "way", "late", "but", "or", "except", "any", "quantity"] as const),
  ...(["ordinal", "comparator", "date", "rank", "prior", "grow", "event", "if", "otherwise"] as const),
];
const SHARPENING: readonly Class[] = ["wholly", "quality", "on-time", "early"];

const namesOnly = (words: readonly Word[]): boolean =>
  words.every(
    ({ text, classes }) =>
      !text.startsWith(DENIED) &&
      NAMING.some((cls) => classes.has(cls)) &&
      ![...CHANGING, ...SHARPENING].some((cls) => classes.has(cls)),
  );

/** Words that say it all the better: on time, all of it. */
const onlySharpens = (words: readonly Word[]): boolean =>
  words.every(({ text, classes }) => !text.startsWith(DENIED) && !CHANGING.some((cls) => classes.has(cls)));

/** The words of `long` before `short` at its end, or behind it at its head; null where it is at neither. */
function beside(long: readonly Word[], short: string, where: "before" | "behind"): readonly Word[] | null {
  for (let at = 1; at < long.length; at += 1) {
    const [head, tail] = [long.slice(0, at), long.slice(at)];
    if (textOf(where === "before" ? tail : head) === short) return where === "before" ? head : tail;
  }
  return null;
}

/** What is asked for by a word of its own: "符合" for "符合要求". */
const OF_ITSELF = /^(?:要求|规定|标准|目标|条件|任务)$/u;

/** Whether the cell's words are some of the band's, in a row and with no denial before them. */
function isPartOf(said: readonly Word[], asked: readonly Word[]): boolean {
  return asked.some(
    (_word, at) => textOf(asked.slice(at, at + said.length)) === textOf(said) && asked[at - 1]?.text !== DENIED,
  );
}

function closeness(said: readonly Word[], asked: readonly Word[]): Closeness {
  const [cell, band] = [textOf(said), textOf(asked)];
  if (cell === "" || band === "") return 0;
  if (cell === band) return 3;
  const more = beside(said, band, "before");
  if (more !== null && onlySharpens(more)) return 2;
  if (cell.length < 2) return 0;
  if (band.startsWith(cell) && OF_ITSELF.test(band.slice(cell.length))) return 1;
  const subject = beside(asked, cell, "before");
  if (subject !== null && namesOnly(subject)) return 2;
  // "通过" for "通过复审"; "未通过复审" for "未通过": what it is that was, or was not.
  const objects = [beside(asked, cell, "behind"), band.startsWith(DENIED) ? beside(said, band, "behind") : null];
  return objects.some((one) => one !== null && namesOnly(one)) || isWithinNames(said, asked) ? 1 : 0;
}

/** "通过三级甲等" for "年度内通过三级甲等复审": both its subject and its object are left out. */
function isWithinNames(said: readonly Word[], asked: readonly Word[]): boolean {
  return asked.some((_word, at) => {
    const rest = [...asked.slice(0, at), ...asked.slice(at + said.length)];
    return textOf(asked.slice(at, at + said.length)) === textOf(said) && rest.length > 0 && namesOnly(rest);
  });
}

/** Everything that a test says of itself in words; empty where it does not speak in words. */
function phrasesOf(test: Test): readonly string[] {
  switch (test.kind) {
    case "fact":
      // "达到行业标准得4分，未达到不得分": what is denied without its object.
      if (test.denied && !test.text.includes(test.core)) return [test.text, `${DENIED}${test.core}`];
      return [test.text, ...(test.text.includes("或") ? test.text.split("或") : [])];
    case "target":
    case "in-time":
      // "未公开或公开不及时": either is enough.
      return [test.text, ...(test.text.includes("或") ? test.text.split("或") : [])];
    case "grade":
      return test.orBetter ? [] : test.grades.flatMap((grade) => [`${test.name}${grade}`, grade]);
    case "all":
      return test.of.every((one) => phrasesOf(one).length > 0) ? [testWords(test)] : [];
    case "any":
      return test.of.flatMap(phrasesOf);
    default:
      return [];
  }
}

function closenessTo(said: readonly Word[], test: Test): Closeness {
  const found = phrasesOf(test).map((phrase) => closeness(said, wordsOf(phrase)));
  // Half of what is asked for together is not what is asked for.
  const whole = test.kind === "all" ? found.filter((one) => one !== 1) : found;
  return Math.max(0, ...whole) as Closeness;
}

/** "提升" where the rule has no grades, only this and its denial: a judgement of oneself, which a person makes. */
export function isOwnPraise(run: Run, cell: string): boolean {
  const told = bandsOf(run.rule).filter(({ when }) => phrasesOf(when).length > 0);
  // That something is there is a fact.
  const judged = isJudged(cell.replace(/到位|保障/gu, ""));
  return told.length <= 2 && judged && !wordsOf(cell).some(({ text }) => text.startsWith(DENIED));
}

/** Whether a cell says the same as some words, be it without their subject or more closely. */
export const saysSame = (cell: string, words: string): boolean => closeness(wordsOf(cell), wordsOf(words)) >= 2;

/**
 * The band that the cell answers, among bands of which no other is answered as closely. Null where the cell answers
 * none or several, where the rule tells only one thing in words, or where what the cell states does not count.
 */
export function answeredBand(run: Run, bands: readonly PlacedBand[]): PlacedBand | null {
  const { actual } = run.figures;
  const told = bands.filter(({ when }) => phrasesOf(when).length > 0);
  if (actual.kind !== "text" || told.length + stepsOf(run.rule).length < 2) return null;
  if (isOwnPraise(run, actual.text)) return null;
  if (told.every(({ when }) => isUnderway(actual.text, testWords(when)))) return null;
  const said = wordsOf(actual.text);
  const close = told.map(({ when }) => closenessTo(said, when));
  const best = Math.max(...close);
  const [found, other] = told.filter((_band, at) => close[at] === best);
  // What another band says as well, with other words beside it, tells them not apart.
  const shared =
    best < 3 && told.some((one) => one !== found && phrasesOf(one.when).some((p) => isPartOf(said, wordsOf(p))));
  if (shared) return null;
  if (best === 0 || found === undefined || other !== undefined || use(run, "stated-fact") !== "accept") return null;
  run.steps.push({ code: "step-stated", actual: actual.text, verdict: testWords(found.when), holds: true });
  return found;
}
