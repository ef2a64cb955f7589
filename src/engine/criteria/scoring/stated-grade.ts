/** Which grade the cell states, and which of the grades that a rule names that is. */

import { GRADE_SCALES, isSoftGrade, NUMBERED_GRADES } from "../words";
import type { PlacedBand, Test } from "../rule/rule";
import { testWords } from "./facts";
import { marksOf } from "./marks";
import type { Run } from "./run";
import { use } from "./run";

type Graded = PlacedBand & { readonly when: Extract<Test, { kind: "grade" }> };

const isGraded = (band: PlacedBand): band is Graded => band.when.kind === "grade";

/** The grade that the cell states, beside the grades that the rule names. */
interface Stated {
  readonly named: string;
  readonly words: readonly string[];
  /** Best first; null where it is not told which end is the better. */
  readonly scale: readonly string[] | null;
}

/** The band whose grade the cell states; null where it states none. */
export function statedGrade(run: Run, bands: readonly PlacedBand[]): PlacedBand | null {
  const graded = bands.filter(isGraded);
  const stated = stateOf(run, graded);
  if (stated === null || !isAccepted(run, stated)) return null;
  const { named } = stated;
  const found =
    graded.find(({ when }) => when.grades.includes(named)) ?? graded.find((b) => isBetter(stated, b)) ?? null;
  if (found !== null)
    run.steps.push({ code: "step-stated", actual: textOf(run), verdict: testWords(found.when), holds: true });
  return found;
}

/** Whether the cell states a grade of the scale on which the rule's grades are, and none of them. */
export function isOtherGrade(run: Run, bands: readonly PlacedBand[]): boolean {
  const graded = bands.filter(isGraded);
  const stated = stateOf(run, graded);
  if (stated === null || stated.words.includes(stated.named) || !isAccepted(run, stated)) return false;
  // Which end is the better must be known where so much or better earns.
  if (stated.scale === null && graded.some(({ when }) => when.orBetter)) return false;
  return !isSoftGrade(stated.named) && !graded.some((band) => isBetter(stated, band));
}

/** "II类" for "III类及以上". */
const isBetter = ({ named, scale }: Stated, { when: { orBetter, grades } }: Graded): boolean =>
  orBetter && scale !== null && grades.some((grade) => scale.indexOf(grade) >= scale.indexOf(named));

const DIGITS = "一二三四五";

/** What the cell holds; "3级" as the grade it is. */
function textOf({ figures: { actual } }: Run): string {
  if (actual.kind === "text") return actual.text;
  return actual.kind === "number" && /级$/u.test(actual.text)
    ? actual.text.replace(/^[1-5](?=级$)/u, (digit) => DIGITS[Number(digit) - 1]!)
    : "";
}

function stateOf(run: Run, graded: readonly Graded[]): Stated | null {
  const text = textOf(run);
  if (text === "") return null;
  const words = graded.flatMap(({ when }) => when.grades);
  const bare = text.replace(
    /(?:等次|等级|档次|级别|奖项|奖励|表彰|荣誉)$|^(?:评为|被评为|获评|获得|达到|评定为|考核结果为?|结果为?)/gu,
    "",
  );
  const prefix = graded.map(({ when }) => when.name).find((name) => bare.startsWith(name));
  const short = bare.slice(prefix?.length ?? 0);
  const named =
    [bare, short, `${bare}级`, `${bare}等`, bare.replace(/[级等档]$/u, "")].find((name) => words.includes(name)) ??
    bare;
  const scale = GRADE_SCALES.find((s) => words.every((g) => s.includes(g)) && s.includes(named)) ?? null;
  if (!words.includes(named) && scale === null) return null;
  return { named, words, scale: scale === null ? null : oriented(run, scale, graded) };
}

/** A scale with its best end first: "三级得满分，二级得5分" is counted upwards, and one grade alone tells neither. */
function oriented(run: Run, scale: readonly string[], graded: readonly Graded[]): readonly string[] | null {
  if (scale !== NUMBERED_GRADES) return scale;
  const told = graded.flatMap(({ when, then }) => {
    const marks = marksOf(run, then);
    return marks === null ? [] : [{ place: scale.indexOf(when.grades[0]!), marks }];
  });
  const [first] = told;
  const other = told.find(({ marks, place }) => !marks.equals(first!.marks) && place !== first!.place);
  if (first === undefined || other === undefined) return null;
  return first.marks.gt(other.marks) === first.place < other.place ? scale : [...scale].reverse();
}

/** Whether the conventions take the cell at its word. */
function isAccepted(run: Run, { named, words }: Stated): boolean {
  // Which of the grades that the text lists it came to, the cell says in the text's own word.
  const listed = words.includes(named) && new Set(words).size > 1;
  const soft = !listed && isSoftGrade(named) && !words.some((w) => /^(?:优秀?|良好|不?合格)$/u.test(w));
  return (soft ? use(run, "stated-judgement") : use(run, "stated-fact")) === "accept";
}
