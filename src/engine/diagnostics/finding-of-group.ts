import type { Outcome } from "../reconcile";
import { addressOf } from "../workbook";
import { accountOf, declarationOf, describe, nameWithAddress, parametersOf, type Description } from "./describe";
import { bySeriousness, worstOutcome, worstSeverity, type Check, type Finding, type Suspect } from "./finding";
import { findingKey } from "./finding-key";
import { groupNameOf } from "./finding-group";
import type { Group } from "./group";
import { placeOf } from "./joins/alike";
import { suspectOf, textWith } from "./suspects";
import { alikeTitle } from "./wording/alike-zh";
import { crowdTitle } from "./wording/crowd-zh";
import { notChecked, reasonOfUnreadable, times, wrongFigure } from "./wording/zh";

/**
 * The finding of a group: the check that names the cause speaks for it, else the most serious one, before others the
 * one that reports the suspected cell, within one sheet.
 */
export function findingOf(group: Group, context: Description): Finding {
  const suspects = suspectsOf(group, context);
  const certain = (group.forced ?? null) !== null && group.members.some(({ outcome }) => outcome === "fail");
  const [spokesman, ...others] = inOrder(group, certain, suspects[0], context);
  const own = describe(spokesman!, context);
  const check =
    group.crowd === true
      ? crowdCheck(group, own, context)
      : group.alike === true
        ? alikeCheck(group, own, context)
        : certain
          ? { ...own, title: certainTitle(suspects[0]!, own, context) }
          : own;
  const weight = { outcome: worstOutcome(group.members), severity: worstSeverity(group.members) };
  const key = findingKey(spokesman!, own.title, context.figures);
  return {
    ...check,
    ...weight,
    message: check.lines.join("；"),
    suspects,
    witnesses: others.map((outcome) => ({
      ...witnessOf(outcome, group, context),
      follows: follows(outcome, spokesman!, group),
    })),
    accepted: null,
    key,
    group: groupNameOf(group, spokesman!, weight, key, context),
    certain: certain || (group.obstacle !== null && group.obstacle.cell !== null),
    alike: group.alike === true || group.crowd === true,
  };
}

/**
 * Another check of a finding. A sum stopped by a cell that the finding is about says which total was not checked, not
 * the same words about that cell again.
 */
function witnessOf(outcome: Outcome, { obstacle }: Group, context: Description): Check {
  const check = describe(outcome, context);
  const stopped = declarationOf(outcome, context).hindrance?.(parametersOf(outcome))?.kind === "unreadable";
  const total = outcome.operands.find(({ role }) => role === "reported")?.cell;
  return stopped && total !== undefined && total !== obstacle?.cell
    ? { ...check, title: notChecked(nameWithAddress(total, context)) }
    : check;
}

/** Whether a check fails because of what the spokesman says, and does not say the same of another place. */
function follows(outcome: Outcome, spokesman: Outcome, { alike, crowd }: Group): boolean {
  const repeats =
    outcome.equation === null && outcome.rule === spokesman.rule && outcome.detail.code === spokesman.detail.code;
  return outcome.outcome === "fail" && alike !== true && crowd !== true && !repeats;
}

function inOrder(group: Group, certain: boolean, suspect: Suspect | undefined, { workbook }: Description): Outcome[] {
  if (group.alike === true) return [...group.members];
  const reports = (outcome: Outcome): number =>
    Number(outcome.operands.some(({ cell, role }) => cell === suspect?.cell && role === "reported"));
  const sheets = (outcome: Outcome): number =>
    new Set(outcome.operands.map(({ cell }) => addressOf(workbook, cell).sheet)).size;
  // Sums show what a figure should be; elsewhere the check that names the cause speaks.
  const names = (outcome: Outcome): number =>
    Number(certain || group.causes.length > 0 ? outcome.equation !== null : outcome.cause !== undefined);
  if (group.members.length === 1) return [...group.members];
  const ranked = group.members.map((outcome) => ({
    outcome,
    named: names(outcome),
    sheets: sheets(outcome),
    reports: reports(outcome),
  }));
  ranked.sort(
    (a, b) => b.named - a.named || bySeriousness(a.outcome, b.outcome) || a.sheets - b.sheets || b.reports - a.reports,
  );
  return ranked.map(({ outcome }) => outcome);
}

function certainTitle(suspect: Suspect, own: Check, context: Description): string {
  const figure = context.figures.at(suspect.cell);
  if (!figure || suspect.proposed === null) return own.title;
  const { table } = figure;
  const unit = own.unit === null ? null : (table.unit ?? table.template.usualUnit ?? null);
  return wrongFigure(
    context.figures.nameOf(figure),
    suspect.kind,
    context.amounts.value(suspect.cell)?.toString() ?? null,
    suspect.proposed,
    unit,
  );
}

/** All places of a fault in one title; the figures of single checks would say nothing. */
function alikeCheck({ members }: Group, own: Check, context: Description): Check {
  const places = new Map<number, Outcome>();
  for (const member of members) if (!places.has(placeOf(member)!)) places.set(placeOf(member)!, member);
  const table = context.figures.tableOf([...places.keys()][0]!)!;
  const { title, lines } = alikeWords([...places.values()], table.template.short, context);
  const cells = [...places.values()]
    .map((outcome) => describe(outcome, context))
    .flatMap((check) => check.cells.filter(({ role }) => role === "reported"));
  return {
    ...own,
    title,
    lines,
    cells: places.size > 1 ? cells : own.cells,
    reported: null,
    computed: null,
    difference: null,
  };
}

/** The words of several places with the same fault, the first outcome of each. */
function alikeWords(places: readonly Outcome[], short: string, context: Description): Pick<Check, "title" | "lines"> {
  const told = places.map((outcome) => {
    const words = declarationOf(outcome, context).alike!;
    const [parameters, account] = [parametersOf(outcome), accountOf(outcome, context)];
    return {
      subject: words.subject(parameters),
      place: words.place(parameters),
      item: words.item(parameters, account),
      fault: words.fault(parameters, account),
      advice: words.advice(parameters, account),
    };
  });
  const [{ fault, advice }] = told as [(typeof told)[number]];
  return alikeTitle(told, fault, advice, short);
}

/** Very many checks in one title; each is a witness with its own figures. */
function crowdCheck({ members, causes: [cause] }: Group, own: Check, { figures }: Description): Check {
  const place = cause?.cell ?? placeOf(members[0]!);
  const short = (place === null ? null : figures.tableOf(place))?.template.short ?? "";
  return {
    ...own,
    ...crowdTitle(short, members.length, own.title, cause === undefined ? null : times(cause.power)),
    reported: null,
    computed: null,
    difference: null,
  };
}

function suspectsOf({ causes, obstacle, forced }: Group, context: Description): Suspect[] {
  if (obstacle === null) return causes.map((cause) => suspectOf(cause, cause === forced, context));
  const { cell, proposed, outcomes } = obstacle;
  if (cell === null) return [];
  const value = proposed?.toString() ?? null;
  const reason = reasonOfUnreadable(context.amounts.content(cell), value, outcomes.length);
  return [
    {
      cell,
      ...addressOf(context.workbook, cell),
      kind: outcomes.length > 1 ? "common-cell" : "value-missing",
      reason,
      proposed: value,
      text: textWith(cell, value, context),
    },
  ];
}
