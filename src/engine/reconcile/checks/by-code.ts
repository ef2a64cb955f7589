import { z } from "zod/mini";
import type { Table } from "../../tables";
import { explaining } from "../carried-balances";
import { defineCheck, type CheckContext } from "../check";
import { Relation } from "../equations";
import type { FigureIndex, SectionFigures } from "../figures";
import { figuresSchema, type Figures } from "../rule";
import { chooseColumns, hasAny, isNothing, sectionsInOrder } from "../select";
import type { Outcome } from "../outcome";
import { codesInDoubt, failingInMass, massDoubt } from "./mass-doubt";
import { addExplained, type OpenGap, type UnitCell } from "./compare";

const parameters = z.strictObject({
  /** Table and column whose coded lines are reported. */
  left: figuresSchema,
  /** Tables and columns whose lines with the same code they are compared with, added up. */
  right: z.array(figuresSchema).check(z.minLength(1)),
  /** Only codes of these lengths: 3 类, 5 款, 7 项. */
  lengths: z.optional(z.array(z.number())),
});

type Parameters = z.infer<typeof parameters>;

/** Line by line, the left figures equal the right ones with the same code (类款项), over the levels that both print. */
export const equalByCode = comparisonByCode(Relation.Equal);
/** Line by line, the left figures are at least the right ones with the same code. */
export const atLeastByCode = comparisonByCode(Relation.AtLeast);

function comparisonByCode(relation: Relation) {
  return defineCheck({
    scope: "group",
    parameters,
    says: [codesInDoubt],
    run(context) {
      const before = context.store.size;
      const asked: { equation: number; about: string }[] = [];
      const left = codedLines(context, context.parameters.left);
      const rights = context.parameters.right.flatMap((figures) => codedLines(context, figures) ?? []);
      if (left === null || rights.length === 0) return [];
      const open: OpenGap[] = [];
      for (const code of wantedCodes(context, left)) {
        const right = counterpartOf(context, left, rights, code);
        if (right === null) {
          context.countNotApplicable();
          continue;
        }
        const next = context.store.size;
        open.push(...list(addExplained(context, relation, left.terms(code), right, code)));
        if (context.store.size > next && !left.hasBelow(code)) asked.push({ equation: next, about: code });
      }
      if (relation === Relation.Equal) allowCarried(context, open);
      const failing = failingInMass(context, asked);
      if (failing > 0) return [codesDoubted(context, before, failing)];
      if (relation === Relation.Equal && rights.length === 1)
        allowCarried(context, compareUnprinted(context, left, rights[0]!));
      return [];
    },
  });
}

/** Takes back the comparisons that were added since, and says once why. */
function codesDoubted(context: CheckContext<Parameters>, before: number, failing: number): Outcome {
  const { store, parameters: asked } = context;
  const cells = [...store.cellsOf(before)];
  while (store.size > before) store.takeBack();
  const nameOf = ({ table }: Figures): string => context.tableOf(table)?.template.short ?? table;
  const [left, right] = [nameOf(asked.left), asked.right.map(nameOf).join("、")];
  return massDoubt(context, cells, codesInDoubt.with({ left, right, failing, example: cells[0]! }));
}

/** The codes of these lines that the rule is about. */
function wantedCodes({ parameters: { lengths } }: CheckContext<Parameters>, lines: CodedLines): string[] {
  const codes = [...lines.codes()];
  return lengths ? codes.filter((code) => lengths.includes(code.length)) : codes;
}

/** What the left figure of a code is compared with: the lines of the same code, else what is left for it. */
function counterpartOf(
  context: CheckContext<unknown>,
  left: CodedLines,
  rights: readonly CodedLines[],
  code: string,
): UnitCell[] | null {
  const printed = rights.flatMap((right) => right.terms(code));
  if (printed.length > 0) return printed;
  return isFilled(context, left.terms(code)) ? leftOver(rights, code) : null;
}

/** The codes that only the right table prints equal what the left one leaves for them. */
function compareUnprinted(context: CheckContext<Parameters>, left: CodedLines, right: CodedLines): OpenGap[] {
  return wantedCodes(context, right).flatMap((code) => {
    if (left.has(code)) return [];
    const rest = isFilled(context, right.terms(code)) ? left.leftOver(code) : null;
    return rest === null ? [] : list(addExplained(context, Relation.Equal, right.terms(code), rest, code));
  });
}

function list(gap: OpenGap | null): OpenGap[] {
  return gap === null ? [] : [gap];
}

/**
 * A balance carried over that is spent under several codes: where the gaps of codes of one level, all to the same side,
 * make the balance together, a table with it has at least what one without it has. How it is divided is not printed.
 */
function allowCarried(context: CheckContext<Parameters>, open: readonly OpenGap[]): void {
  for (const length of new Set(open.map(({ code }) => code?.length))) {
    const level = open.filter(({ code }) => code?.length === length);
    const isMore = level[0]!.difference.isPositive();
    if (level.length === 1 || level.some(({ difference }) => difference.isPositive() !== isMore)) continue;
    if (explaining(context, level.reduce(together), null) === null) continue;
    for (const { equation } of level) context.store.weaken(equation, isMore ? Relation.AtLeast : Relation.AtMost);
  }
}

function together(one: OpenGap, other: OpenGap): OpenGap {
  const [difference, rounding] = [one.difference.plus(other.difference), one.rounding.plus(other.rounding)];
  return { ...one, difference, rounding };
}

/**
 * A code without an amount that the other table does not print agrees with it: all classes may be printed, and only a
 * few be in use.
 */
function isFilled({ amounts }: CheckContext<unknown>, terms: readonly UnitCell[]): boolean {
  return !isNothing(
    amounts,
    terms.map(({ cell }) => cell),
  );
}

/** What the tables leave for a code that none of them prints; null where they do not print its level there. */
function leftOver(tables: readonly CodedLines[], code: string): UnitCell[] | null {
  const rests = tables.flatMap((table) => {
    const rest = table.leftOver(code);
    return rest === null ? [] : [rest];
  });
  return rests.length === 1 ? rests[0]! : null;
}

function codedLines(context: CheckContext<unknown>, figures: Figures): CodedLines | null {
  const table = context.tableOf(figures.table);
  if (table === null) return null;
  for (const section of sectionsInOrder(context.figures, table, figures.sections)) {
    const columns = chooseColumns(section, figures.columns);
    if (columns.length > 0 && section.section.lines.some(isCoded))
      return new CodedLines(context.figures, table, section, columns);
  }
  return null;
}

function isCoded(line: {
  readonly code: string | null;
  readonly roles: readonly string[];
  readonly repeats: number | null;
}): boolean {
  return (
    line.code !== null &&
    /^\d+$/.test(line.code) &&
    line.repeats === null &&
    !hasAny(line.roles, ["unit", "project", "grand-total"])
  );
}

/** The lines of a section by code, in some of its columns. */
class CodedLines {
  private readonly byCode = new Map<string, number[]>();

  constructor(
    readonly index: FigureIndex,
    private readonly table: Table,
    private readonly figures: SectionFigures,
    private readonly columns: readonly number[],
  ) {
    figures.section.lines.forEach((line, number) => {
      if (!isCoded(line)) return;
      const same = this.byCode.get(line.code!);
      if (same) same.push(number);
      else this.byCode.set(line.code!, [number]);
    });
  }

  codes(): Iterable<string> {
    return this.byCode.keys();
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  /** Whether lines are printed that are parts of a code: they are compared for themselves. */
  hasBelow(code: string): boolean {
    return (this.byCode.get(code) ?? []).some((line) => this.figures.lineParts.sum[line]!.length > 0);
  }

  terms(code: string): UnitCell[] {
    return (this.byCode.get(code) ?? []).flatMap((line) => this.termsOfLine(line, 1));
  }

  /**
   * What the nearest printed parent has beyond the lines printed under it: that is where a code that is not printed
   * must be. Null where the parent prints no lines of this level, so that nothing can be said.
   */
  leftOver(code: string): UnitCell[] | null {
    const parent = this.parentOf(code);
    if (parent === null) return null;
    const parts = this.figures.lineParts.sum[parent]!;
    const { lines } = this.figures.section;
    if (!parts.some((part) => lines[part]!.code?.length === code.length)) return null;
    return [...this.termsOfLine(parent, 1), ...parts.flatMap((part) => this.termsOfLine(part, -1))];
  }

  private parentOf(code: string): number | null {
    for (let length = code.length - 2; length >= 3; length -= 2) {
      const printed = this.byCode.get(code.slice(0, length));
      if (printed) return printed.length === 1 ? printed[0]! : null;
    }
    const siblings = [...this.byCode]
      .filter(([other]) => other.length === code.length)
      .map(([, lines]) => this.figures.section.lines[lines[0]!]!.parent);
    const parent = siblings[0];
    return parent === undefined || parent === null || siblings.some((other) => other !== parent) ? null : parent;
  }

  private termsOfLine(line: number, sign: 1 | -1): UnitCell[] {
    return this.columns.flatMap((column) => {
      const cell = this.figures.cell(line, column);
      return cell < 0 ? [] : [{ cell, sign, unitExponent: this.table.unitExponent }];
    });
  }
}
