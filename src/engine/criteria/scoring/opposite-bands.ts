/** Bands of which one is the plain denial of the other: where one of just two is known, so is the other. */

import { isAward } from "../rule/rule";
import type { PlacedBand, Test } from "../rule/rule";
import { testWords } from "./facts";
import { threshold } from "./measure";
import type { Run } from "./run";
import type { Truth } from "./truth-parts";

/**
 * "与目标值一致得5分，不一致不得分", "制度健全得5分，不健全不得分": where one of just two is known and the other is its plain denial, that is
 * known as well.
 */
export function settleOpposites(run: Run, bands: readonly PlacedBand[], truths: Map<object, Truth>): void {
  settleShortOfTarget(bands, truths);
  const award = bands.find(({ then }) => isAward(then));
  const other = bands.find((band) => band !== award);
  if (bands.length !== 2 || award === undefined || other === undefined || isAward(other.then)) return;
  const [known, denied] = [truths.get(award), truths.get(other)];
  const opposite = isOpposite(award.when, other.when) || isMeasuredOpposite(run, award.when, other.when);
  if (!opposite || known === undefined || denied === undefined) return;
  if (denied.kind === "open" && isSettled(known)) truths.set(other, { kind: known.kind === "yes" ? "no" : "yes" });
  if (known.kind === "blocked" && isSettled(denied)) truths.set(award, { kind: denied.kind === "yes" ? "no" : "yes" });
}

/**
 * "达到年度目标得满分，达不到年度目标但高于上年得5分，低于上年得0分": the bands on the change part those that fell short. Where the target is met,
 * nobody need know of it.
 */
function settleShortOfTarget(bands: readonly PlacedBand[], truths: Map<object, Truth>): void {
  const met = bands.find((band) => onTarget(band.when, "met") && truths.get(band)?.kind === "yes");
  const short = bands.some(
    ({ when }) => when.kind === "all" && when.of.some((part) => onTarget(part, "missed")) && when.of.some(isOfChange),
  );
  if (met?.then.kind !== "full" || !short) return;
  for (const band of bands)
    if (isOfChange(band.when) && truths.get(band)?.kind === "blocked") truths.set(band, { kind: "no" });
}

const onTarget = (test: Test, side: "met" | "missed"): boolean => test.kind === "target" && test.side === side;

const isOfChange = (test: Test): boolean =>
  test.kind === "interval" && (test.measure === "change" || test.measure === "fall");

const isSettled = ({ kind }: Truth): boolean => kind === "yes" || kind === "no";

/**
 * "等保测评通过（≥75分）得6分；未通过不得分", "覆盖46个单位得3分，未全覆盖不得分": what the text itself tells by a figure, and its denial.
 */
function isMeasuredOpposite(run: Run, told: Test, denial: Test): boolean {
  if ((told.kind !== "interval" && told.kind !== "reached") || denial.kind !== "fact" || !denial.denied) return false;
  const headings = run.rule.statements.flatMap((s) => (s.kind === "note" ? [s.text] : []));
  const whole = /^(?:全部?|完全|全面)(.{2,})$/u.exec(denial.core)?.[1];
  const { target } = run.figures;
  const at = told.kind === "reached" && target.kind === "number" ? threshold(run, told.at, target.dimension) : null;
  return (
    (denial.core.length > 1 && [...headings, told.name].some((text) => text.endsWith(denial.core))) ||
    (whole !== undefined && told.name.endsWith(whole) && target.kind === "number" && at?.equals(target.value) === true)
  );
}

/** Whether the one is the plain denial of the other, which is told in words. */
const isOpposite = (told: Test, denial: Test): boolean =>
  ["fact", "target", "in-time"].includes(told.kind) &&
  denial.kind === "fact" &&
  denial.denied &&
  denial.core !== "" &&
  testWords(told).includes(denial.core);
