/** The band whose words, all of them, are what the cell states. */

import { tokenise } from "../../language";
import type { PlacedBand, Test } from "../rule/rule";
import { isAward } from "../rule/rule";
import { isJudged } from "../words";
import { testWords } from "./facts";
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
    .filter(
      (token, at, all) =>
        !LEADING.some((cls) => token.classes.has(cls)) &&
        (!GOT.test(token.word) || all[at - 1]?.classes.has("negation") === true),
    )
    .map((token) => token.word)
    .join("");
}

const inWords = (test: Test): boolean =>
  ["fact", "target", "in-time"].includes(test.kind) ||
  ((test.kind === "all" || test.kind === "any") && test.of.every((one) => inWords(one) || isNamedState(one)));

/** "内容完整" among conditions: no grade of a scale. */
const isNamedState = (test: Test): boolean =>
  test.kind === "grade" && test.name !== "" && test.grades.length === 1 && !test.orBetter;

/** The words of a test; those of a state among conditions with what is in it. */
const wordsOf = (test: Test): string =>
  test.kind === "all"
    ? test.of.map((one) => (isNamedState(one) ? stateOf(one) : testWords(one))).join("且")
    : testWords(test);

const stateOf = (test: Test): string => (test.kind === "grade" ? `${test.name}${test.grades[0]!}` : "");

/** How many things a condition says at once. */
const partsOf = (test: Test): number =>
  test.kind === "all" || test.kind === "any" ? test.of.reduce((sum, one) => sum + partsOf(one), 0) : 1;

/**
 * A band of which the cell repeats every word, among bands of which no other has the same; null where none is stated
 * word for word, or where stating it is a judgement that a person makes.
 */
export function quotedBand(run: Run, bands: readonly PlacedBand[]): PlacedBand | null {
  const { actual, target } = run.figures;
  if (actual.kind !== "text") return null;
  const stated = bare(actual.text);
  const fitting = bands.filter((b) => inWords(b.when) && bare(wordsOf(b.when)) === stated);
  const [found] = fitting;
  if (stated.length < 2 || BARE_VERB.test(stated) || found === undefined || fitting.length > 1) return null;
  if (isPraise(bands, found, actual.text)) return null;
  if (partsOf(found.when) > 1) return found;
  // One fact alone may be a judgement of oneself, or the target said again.
  const judged = NEARLY.some((word) => stated.includes(word));
  const echo = target.kind === "text" && bare(target.text) === stated && !isAward(found.then);
  const graded = bands.some((b) => b.when.kind === "grade") && found.when.kind === "fact";
  return graded || (!judged && !echo) ? found : null;
}

/** What says that something was reached, and not what. */
const BARE_VERB = /^(?:符合|满足|达到)$/u;

/** Praise of oneself: what earns nothing is none, nor is one of several steps of a scale. */
function isPraise(bands: readonly PlacedBand[], found: PlacedBand, words: string): boolean {
  const scale = bands.length >= 3 && bands.every((b) => inWords(b.when));
  return isJudged(words) && !scale && isAward(found.then);
}

/**
 * "因政策调整未完成的不扣分" beside what is lost by "未完成": the band that spares where that is why, which the cell does not
 * say; null where none does.
 */
export const sparingOf = (found: PlacedBand, bands: readonly PlacedBand[]): PlacedBand | null =>
  isAward(found.then)
    ? null
    : (bands.find(
        ({ when, then }) =>
          then.kind === "full" &&
          then.spared === true &&
          when.kind === "fact" &&
          when.text.endsWith(testWords(found.when)),
      ) ?? null);

/** The quoted band, where it stands among others and what is stated counts. */
export function exactBand(run: Run, bands: readonly PlacedBand[]): PlacedBand | null {
  const found = quotedBand(run, bands);
  if (found === null || (bands.length < 2 && partsOf(found.when) < 2)) return null;
  if (use(run, "stated-fact") !== "accept") return null;
  run.steps.push({ code: "step-stated", actual: figureText(run), verdict: testWords(found.when), holds: true });
  return found;
}
