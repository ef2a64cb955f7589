import { Exact, type ExactDecimal } from "../../workbook";
import type { Change, Claim, PartList, Reading, StatedNumber } from "../claim";
import type { Statement } from "../outcomes";
import { absolute, halfPlace } from "../quantity";
import { sameTopic } from "../topic";
import { changesDiffer } from "./change-sayings";
import { judgeMoved, movedOf, type Moved } from "./moved";

/** "以上增减相抵，净增加": the words in front of what is left of several changes. */
const net = /相抵(?:后)?[,:]?(?:实际|合计|总计|共)?净?(增加|增长|增支|增收|减少|减支|减收|下降)(?:了|额)?(?:为|约|:)?$/;
const fewestChanges = 2;

/** "工资福利支出…，增加60万元；资本性支出…，减少20万元。以上增减相抵，净增加40万元": what is left of the changes before it. */
export function netChanges({ numbers, changes }: Reading): Statement[] {
  return numbers.flatMap((number): Statement[] => {
    const { passage, quantity } = number;
    if (quantity.dimension !== "money") return [];
    const said = net.exec(passage.text.slice(Math.max(0, quantity.start - 24), quantity.start));
    if (said === null) return [];
    const before = changes.filter(
      (change) =>
        change.passage === passage && change.amount !== null && !change.reason && change.end <= quantity.start,
    );
    // The change of the whole may stand in front of those of its parts.
    const wholes = new Set(before.map(({ bases }) => bases[0]?.head));
    const parts = before.filter(({ bases }) => bases[0] !== undefined && !wholes.has(bases[0]));
    return parts.length < fewestChanges ? [] : [statementOf(number, /减|下降/.test(said[1]!), parts)];
  });
}

function statementOf({ passage, quantity }: StatedNumber, down: boolean, parts: readonly Change[]): Statement {
  const sum = parts.reduce((all: ExactDecimal, part) => all.plus(signedOf(part)), new Exact(0));
  const stated = down ? absolute(quantity).negated() : absolute(quantity);
  const slack = parts.reduce((all, { amount }) => all.plus(halfPlace(amount!)), halfPlace(quantity));
  const gap = sum.minus(stated).abs();
  return {
    outcome: gap.isZero() ? "pass" : gap.lessThanOrEqualTo(slack) ? "rounding" : "fail",
    says: (told) => changesDiffer.with(() => ({ ...told.compared(), parts: parts.map(wordsOf) })),
    at: { passage, start: parts.at(-1)!.end, end: quantity.end },
    quantity: { ...quantity, value: down ? quantity.value.negated() : quantity.value },
    computed: sum,
    claims: [{ passage, quantity }, ...parts.map(({ amount }) => ({ passage, quantity: amount! }))],
  };
}

function signedOf({ amount, direction }: Change): ExactDecimal {
  return direction === "down" ? absolute(amount!).negated() : absolute(amount!);
}

function wordsOf({ passage, amount, bases }: Change): string {
  return `${bases[0]?.label.name ?? ""} ${passage.text.slice(amount!.start - 2, amount!.end)}`;
}

/** A list of fewer items says nothing of the whole by chance. */
const fewestItems = 3;

/**
 * The items of a whole, each with its change, which make up the whole and the change of the whole. Where they make up
 * the first only, something that the year before had may be gone: nothing is said.
 */
export function itemsMoved(reading: Reading): Statement[] {
  return reading.lists.flatMap((list): Statement[] => {
    if (list.items.length < fewestItems || !makesUp(list)) return [];
    const moved = list.items.map((item) => movedOf(item, reading));
    const whole = wholeMoved(list.head, reading);
    if (whole === null || !moved.every((one) => one !== null)) return [];
    const statement = judgeMoved(whole, moved);
    return statement?.outcome === "pass" ? [statement] : [];
  });
}

function makesUp({ head, items }: PartList): boolean {
  if (head.reason || head.quantity.dimension !== "money" || items.some(({ reason }) => reason)) return false;
  const sum = items.reduce((all: ExactDecimal, { quantity }) => all.plus(absolute(quantity)), new Exact(0));
  const slack = items.reduce((all, { quantity }) => all.plus(halfPlace(quantity)), halfPlace(head.quantity));
  return sum.minus(absolute(head.quantity)).abs().lessThanOrEqualTo(slack);
}

/** The change of the whole, be it said where the same figure was given before. */
function wholeMoved(head: Claim, reading: Reading): Moved | null {
  const own = movedOf(head, reading);
  if (own?.change) return own;
  const same = reading.changes.find(
    ({ bases, amount, reason }) =>
      amount !== null && !reason && bases[0] !== undefined && sameTopicAndAmount(bases[0], head),
  );
  return same === undefined ? null : movedOf(same.bases[0]!, reading);
}

function sameTopicAndAmount(one: Claim, other: Claim): boolean {
  return (
    absolute(one.quantity).eq(absolute(other.quantity)) &&
    (sameTopic(one, other) || (one.measure !== null && one.measure === other.measure))
  );
}
