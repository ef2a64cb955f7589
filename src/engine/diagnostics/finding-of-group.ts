import type { Detail, Outcome, OutcomeKind, Severity } from "../reconcile";
import type { Steps } from "../steps";
import { addressOf, locate, type CellId } from "../workbook";
import { accountOf, declarationOf, describe, nameWithAddress, parametersOf, type Description } from "./describe";
import type { Acceptance, Check, Finding, FindingCell, Suspect, Witness } from "./finding";
import { bySeriousness, worstOutcome, worstSeverity } from "./finding";
import { findingKey } from "./finding-key";
import { groupNameOf } from "./finding-group";
import type { Group } from "./group";
import { placeOf } from "./joins/alike";
import { suspectOf, textWith } from "./suspects";
import { alikeTitle } from "./wording/alike-zh";
import { crowdTitle } from "./wording/crowd-zh";
import { notChecked, reasonOfUnreadable, times, wrongFigure } from "./wording/zh";

/**
 * The findings of groups, the most serious first, then in the order of the sheets; a step for each. The check that
 * names the cause speaks for a group, else the most serious one, before others the one that reports the suspected cell,
 * within one sheet. The words of a finding are made when somebody asks for them.
 */
export function* findingsOf(groups: readonly Group[], context: Description): Steps<Finding[]> {
  const tellings: Telling[] = [];
  const names = new GroupNames(tellings);
  for (const group of groups) {
    tellings.push(new Telling(group, context, names));
    yield tellings.length / groups.length;
  }
  tellings.sort((a, b) => bySeriousness(a, b) || a.place - b.place);
  return tellings.map((telling) => new ToldFinding(telling, null));
}

/** Keys may be shared by findings that have nothing else in common: these are no group. */
class GroupNames {
  private names: ReadonlyMap<Telling, string> | null = null;

  /** `tellings` of all findings, in their order when the first name is asked for. */
  constructor(private readonly tellings: readonly Telling[]) {}

  of(telling: Telling): string {
    this.names ??= this.apart();
    return this.names.get(telling)!;
  }

  private apart(): ReadonlyMap<Telling, string> {
    const times = new Map<string, number>();
    const names = new Map<Telling, string>();
    for (const telling of this.tellings) {
      const { key, groupName } = telling;
      const before = groupName === key ? (times.get(key) ?? 0) : 0;
      if (groupName === key) times.set(key, before + 1);
      names.set(telling, before === 0 ? groupName : `${key} ${before + 1}`);
    }
    return names;
  }
}

/** What is told of a group: by whom, and in what words. Worked out once, however often it is asked for. */
class Telling {
  readonly outcome: OutcomeKind;
  readonly severity: Severity;
  readonly certain: boolean;
  readonly spokesman: Outcome;
  /** The first cell of the finding. */
  readonly place: CellId;
  private readonly others: readonly Outcome[];
  private knownCheck: Check | null = null;
  private knownSuspects: readonly Suspect[] | null = null;
  private knownWitnesses: readonly Witness[] | null = null;
  private knownKey: string | null = null;

  constructor(
    readonly group: Group,
    private readonly context: Description,
    private readonly names: GroupNames,
  ) {
    this.certain = (group.forced ?? null) !== null && group.members.some(({ outcome }) => outcome === "fail");
    const suspected = group.obstacle === null ? group.causes[0]?.cell : (group.obstacle.cell ?? undefined);
    const [spokesman, ...others] = inOrder(group, this.certain, suspected, context);
    this.spokesman = spokesman!;
    this.others = others;
    this.outcome = worstOutcome(group.members);
    this.severity = worstSeverity(group.members);
    this.place = (group.alike === true ? this.check.cells[0]?.cell : this.spokesman.operands[0]?.cell) ?? 0;
  }

  get check(): Check {
    return (this.knownCheck ??= this.told(describe(this.spokesman, this.context)));
  }

  get suspects(): readonly Suspect[] {
    return (this.knownSuspects ??= suspectsOf(this.group, this.context));
  }

  get witnesses(): readonly Witness[] {
    return (this.knownWitnesses ??= this.others.map((outcome) => ({
      ...witnessOf(outcome, this.group, this.context),
      follows: follows(outcome, this.spokesman, this.group),
    })));
  }

  get key(): string {
    return (this.knownKey ??= findingKey(
      this.spokesman,
      () => describe(this.spokesman, this.context).title,
      this.context.figures,
    ));
  }

  /** What it has in common with others; its key where it stands for itself. */
  get groupName(): string {
    return groupNameOf(this.group, this.spokesman, this, this.key, this.context);
  }

  /** The same, told from others that only share its key. */
  get nameApart(): string {
    return this.names.of(this);
  }

  private told(own: Check): Check {
    const { group, context } = this;
    if (group.crowd === true) return crowdCheck(group, own, context);
    if (group.alike === true) return alikeCheck(group, own, context);
    return this.certain ? { ...own, title: certainTitle(this.suspects[0]!, own, context) } : own;
  }
}

/** A class, because a workbook may have thousands of findings, and a person looks at a few. */
class ToldFinding implements Finding {
  readonly code: string;
  readonly outcome: OutcomeKind;
  readonly severity: Severity;
  readonly certain: boolean;
  readonly alike: boolean;

  constructor(
    private readonly telling: Telling,
    readonly accepted: Acceptance | null,
  ) {
    const { group, spokesman, outcome, severity, certain } = telling;
    this.code = spokesman.rule;
    this.outcome = outcome;
    this.severity = severity;
    this.certain = certain || (group.obstacle !== null && group.obstacle.cell !== null);
    this.alike = group.alike === true || group.crowd === true;
  }

  with(accepted: Acceptance | null): Finding {
    return new ToldFinding(this.telling, accepted);
  }

  get title(): string {
    return this.telling.check.title;
  }

  get lines(): readonly string[] {
    return this.telling.check.lines;
  }

  get message(): string {
    return this.lines.join("；");
  }

  get cells(): readonly FindingCell[] {
    return this.telling.check.cells;
  }

  get reported(): string | null {
    return this.telling.check.reported;
  }

  get computed(): string | null {
    return this.telling.check.computed;
  }

  get difference(): string | null {
    return this.telling.check.difference;
  }

  get unit(): string | null {
    return this.telling.check.unit;
  }

  get detail(): Detail {
    return this.telling.spokesman.detail;
  }

  get suspects(): readonly Suspect[] {
    return this.telling.suspects;
  }

  get witnesses(): readonly Witness[] {
    return this.telling.witnesses;
  }

  get key(): string {
    return this.telling.key;
  }

  get group(): string {
    return this.telling.nameApart;
  }
}

/**
 * Another check of a finding. A sum stopped by a cell that the finding is about says which total was not checked, not
 * the same words about that cell again.
 */
function witnessOf(outcome: Outcome, { obstacle }: Group, context: Description): Check {
  const check = describe(outcome, context);
  const stopped = declarationOf(outcome, context).hindrance?.(parametersOf(outcome)).kind === "unreadable";
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

function inOrder(
  group: Group,
  certain: boolean,
  suspected: CellId | undefined,
  { workbook }: Description,
): readonly Outcome[] {
  if (group.alike === true || group.members.length === 1) return group.members;
  const reports = (outcome: Outcome): number =>
    Number(outcome.operands.some(({ cell, role }) => cell === suspected && role === "reported"));
  const sheets = ({ operands }: Outcome): number => {
    const [first] = operands;
    if (first === undefined) return 0;
    const { base, kinds } = locate(workbook, first.cell).sheet;
    if (operands.every(({ cell }) => cell >= base && cell < base + kinds.length)) return 1;
    return new Set(operands.map(({ cell }) => locate(workbook, cell).sheet.name)).size;
  };
  // Sums show what a figure should be; elsewhere the check that names the cause speaks.
  const names = (outcome: Outcome): number =>
    Number(certain || group.causes.length > 0 ? outcome.equation !== null : outcome.cause !== undefined);
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
