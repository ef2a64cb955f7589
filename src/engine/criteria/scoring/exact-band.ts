/** The band whose words, all of them, are what the cell states. */

import { tokenise } from "../../language";
import type { PlacedBand, Test } from "../rule/rule";
import { isAward, stepsOf } from "../rule/rule";
import { isJudged } from "../words";
import { factsIn, testWords } from "./facts";
import type { Figure } from "./figures";
import { figureText } from "./met";
import type { Run } from "./run";
import { use } from "./run";

/** Words that only lead to what is stated: that it is so, that it was got, and what joins. */
const LEADING = ["and", "comma", "join", "rated", "but"] as const;
const GOT = /^(?:获|获得|获评|取得|评为|被评为|得|已|已经|均|均已|全年|年度|达到)$/u;

/** What only a person says of oneself. */
const NEARLY = ["基本", "接近", "较", "及时", "完整"];

/** The words of a statement without what only leads to it; nothing is left out that could deny or lessen it. */
function bare(text: string): string {
  return tokenise(text)
    .filter((token) => !LEADING.some((cls) => token.classes.has(cls)) && !GOT.test(token.word))
    .map((token) => token.word)
    .join("");
}

const inWords = (test: Test): boolean =>
  ["fact", "target", "in-time"].includes(test.kind) ||
  ((test.kind === "all" || test.kind === "any") && test.of.every(inWords));

/** Words that lessen, deny or sharpen what follows them: with one of them before it, it is no longer the same. */
const CHANGING = ["negation", "partly", "wholly", "quality", "grade", "early", "late", "on-time", "way", "quantity"];
const CHANGING_TOO = ["but", "or", "grow", "grave", "prior", "comparator", "date", "rank", "event", "except", "any"];

/** Whether the words before an end only name what is spoken of, so that it is the same with and without them. */
function onlyNames(words: string, end: number): boolean {
  return tokenise(words)
    .filter(({ span }) => span.start < end)
    .every(
      ({ span, classes }) =>
        span.end <= end && [...classes.keys()].every((cls) => !CHANGING.includes(cls) && !CHANGING_TOO.includes(cls)),
    );
}

/** Whether the words from a place on only name what something is done to. */
function isObject(words: string, from: number): boolean {
  return tokenise(words)
    .filter(({ span }) => span.end > from)
    .every(({ span, classes }) => {
      const names = [...classes.keys()];
      return (
        span.start >= from &&
        names.some((cls) => ["noun", "measure", "target", "actual"].includes(cls)) &&
        !names.some((cls) => CHANGING.includes(cls) || CHANGING_TOO.includes(cls))
      );
    });
}

/** How closely a band's words are what is stated: the same, or the same but for a subject left out. */
function closeness(stated: string, words: string): 0 | 1 | 2 {
  if (stated === words) return 2;
  const [long, short] = stated.length > words.length ? [stated, words] : [words, stated];
  if (short.length < 2) return 0;
  if (long.endsWith(short)) return onlyNames(long, long.length - short.length) ? 1 : 0;
  // "节约" beside "节约成本": what it is done to is the indicator's own.
  return long === words && long.startsWith(short) && isObject(long, short.length) ? 1 : 0;
}

/**
 * A band of which the cell repeats every word, among bands of which no other has the same; null where none is stated
 * word for word, or where stating it is a judgement that a person makes.
 */
export function quotedBand(run: Run, bands: readonly PlacedBand[]): PlacedBand | null {
  const { actual, target } = run.figures;
  if (actual.kind !== "text") return null;
  const stated = bare(actual.text);
  if (stated.length < 2 || /^(?:符合|满足|达到)$/u.test(stated)) return null;
  const told = bands.filter((b) => inWords(b.when));
  const found = closest(stated, told);
  if (found === null) return null;
  // "提升得满分，未提升不得分": whether it did is a judgement of oneself; by how much, where the text lists it, is not.
  if (isJudged(actual.text) && told.filter((b) => !isDenied(b.when)).length < 2) return null;
  // Which of several things that the text tells apart in words is so, the cell says in the text's own words.
  if (told.length > 1 || stepsOf(run.rule).length > 0) return found.band;
  if (factsIn(found.band.when).length > 1) return found.closeness === 2 ? found.band : null;
  return found.closeness === 2 && mayBeTaken(found.band, bands, stated, target) ? found.band : null;
}

const isDenied = (test: Test): boolean =>
  (test.kind === "fact" && test.denied) || (test.kind === "target" && test.side === "missed");

/** One fact alone may be a judgement of oneself, or the target said again. */
function mayBeTaken(found: PlacedBand, bands: readonly PlacedBand[], stated: string, target: Figure): boolean {
  const judged = NEARLY.some((word) => stated.includes(word));
  const echo = target.kind === "text" && bare(target.text) === stated && !isAward(found.then);
  const graded = bands.some((b) => b.when.kind === "grade") && found.when.kind === "fact";
  return graded || (!judged && !echo);
}

/** How close the words of a test come; of one of two, those of the closer. */
function closestPart(stated: string, test: Test): number {
  const own = closeness(stated, bare(testWords(test)));
  return test.kind === "any" ? Math.max(own, ...test.of.map((part) => closestPart(stated, part))) : own;
}

/** The one band whose words come closest to what is stated; null where none or several do. */
function closest(
  stated: string,
  told: readonly PlacedBand[],
): { readonly band: PlacedBand; readonly closeness: number } | null {
  const close = told.map((b) => closestPart(stated, b.when));
  const best = Math.max(0, ...close);
  const fitting = told.filter((_b, at) => close[at] === best);
  return best === 0 || fitting.length > 1 ? null : { band: fitting[0]!, closeness: best };
}

/** The quoted band, where it stands among others and what is stated counts. */
export function exactBand(run: Run, bands: readonly PlacedBand[]): PlacedBand | null {
  const found = quotedBand(run, bands);
  if (found === null || (bands.length < 2 && factsIn(found.when).length < 2)) return null;
  if (use(run, "stated-fact") !== "accept") return null;
  run.steps.push({ code: "step-stated", actual: figureText(run), verdict: testWords(found.when) });
  return found;
}
