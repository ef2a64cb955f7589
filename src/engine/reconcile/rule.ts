/**
 * A rule is data: one JSON file in `catalogue/rules`, named after its id. It names a check by id; the check is code.
 *
 * To add a kind of check (helper modules such as `engine/evaluation` do so): write a `CheckDefinition` (see `check.ts`)
 * with a zod schema for the rule's `parameters` and a `run(context)`; collect the definitions in a registry by id, and
 * hand `{ ...linearChecks, ...evaluationChecks }` to `parseRules` and `reconcile`. A linear check adds equations to
 * `context.store`; any other returns `Outcome`s, also those that pass, and lists under `says` what they may say
 * (`declare`, see `declaration.ts`). Put the rules into `catalogue/rules` and run
 * `npx jiti src/catalogue/write-lists.ts`. Tests walk rules and checks, checks and declarations both ways.
 */
import { z } from "zod/mini";

const word = z.string().check(z.regex(/^[a-z0-9-]+$/));
const words = z.array(word).check(z.minLength(1));
const sentence = z.string().check(z.minLength(1));

/** Which lines of a section: every condition given must hold. */
const lineSchema = z.strictObject({
  /** Any of these roles. */
  roles: z.optional(words),
  /** None of these roles, and not within a line that has one. */
  not: z.optional(words),
  /** Any of these codes, where the line's name agrees with the national list; see `linesNamedByCode`. */
  codes: z.optional(z.array(z.string()).check(z.minLength(1))),
  /** "top": directly under the grand total, or under nothing; "leaf": nothing adds up to it. */
  level: z.optional(z.enum(["top", "leaf"])),
});

const columnSchema = z.strictObject({
  roles: words,
  /** Only of lines with one of these roles: in a form "金额" of its 基本支出 is that, of its total it is not. */
  of: z.optional(words),
  /** None of these roles, and not within a column that has one. */
  not: z.optional(words),
});

const figuresShape = {
  /** Kind of table. */
  table: word,
  /** Sections in order of preference; the first in which something is found counts. Any section where none is named. */
  sections: z.optional(words),
  /** Alternatives in order of preference; the first that finds a line counts. Every line where none is given. */
  lines: z.optional(z.array(lineSchema).check(z.minLength(1))),
  /** Alternatives in order of preference. Every column where none is given. */
  columns: z.optional(z.array(columnSchema).check(z.minLength(1))),
};

/** Figures of a table by what they mean, added up; a figure that is part of another chosen one is not added again. */
const selectorSchema = z.strictObject({
  ...figuresShape,
  /** What a clerk calls it: "收入总计". */
  name: sentence,
  /** Without it the check cannot be told (a form without its total line); otherwise the check does not apply. */
  required: z.optional(z.boolean()),
});

const figuresSchema = z.strictObject(figuresShape);

const plainConditions = [
  /** The table, line and column are there. */
  z.strictObject({ present: figuresSchema }),
  z.strictObject({ absent: figuresSchema }),
  /** Something other than zero is written there. */
  z.strictObject({ filled: figuresSchema }),
  /** The table is there, and nothing but zero is written. */
  z.strictObject({ zero: figuresSchema }),
] as const;

/** A precondition. All of a rule's preconditions must hold, else the rule does not apply. */
const conditionSchema = z.union([
  ...plainConditions,
  /** At least one of these. */
  z.strictObject({ any: z.array(z.union(plainConditions)).check(z.minLength(1)) }),
]);

const cellValue = z.union([z.string(), z.number(), z.null()]);

/** Tables that agree, and changes after which they do not. */
const exampleSchema = z.strictObject({
  /** File in `catalogue/examples`, or the sheets themselves. */
  of: z.optional(word),
  sheets: z.optional(z.array(z.strictObject({ name: sentence, rows: z.array(z.array(cellValue)) }))),
  /** Documents that the tables are compared with, by their files in `catalogue/examples`. */
  beside: z.optional(z.array(z.strictObject({ document: z.enum(["targets", "unit", "prior", "text"]), of: word }))),
  changes: z.array(z.strictObject({ sheet: sentence, address: sentence, value: cellValue })).check(z.minLength(1)),
  /** What the rule says after the changes; `fail` where not given. */
  then: z.optional(z.enum(["fail", "rounding", "cannot-tell"])),
});

/** One rule, as data. */
export const ruleSchema = z.strictObject({
  id: word,
  /** What must hold, in a clerk's words. */
  title: sentence,
  /** Kinds of tables that must be there. Checks of single tables run on each of them, others once a body and year. */
  tables: words,
  /**
   * Kinds of which all tables of the body and year are taken together (one form a project); the rule does not apply
   * where bodies without the rule's other tables have such tables, too: nobody knows whether they are included.
   */
  together: z.optional(words),
  severity: z.enum(["error", "explain", "hint"]),
  check: word,
  parameters: z.optional(z.record(z.string(), z.unknown())),
  when: z.optional(z.array(conditionSchema)),
  /** The rule does not apply where all of these hold: another rule says more there. */
  unless: z.optional(z.array(conditionSchema).check(z.minLength(1))),
  /** Only for tables of this stage: what holds of a 决算 need not hold of a budget. */
  stage: z.optional(z.enum(["budget", "final"])),
  /** What blanks mean: see `BlankPolicy`. */
  blanks: z.optional(z.enum(["standard", "zero"])),
  /** Counts, points and scores: no rounding is granted. */
  exact: z.optional(z.boolean()),
  /** Regulation or form it comes from. */
  source: sentence,
  /** Why it must hold, what is passed over, and what to do. */
  explanation: sentence,
  example: z.optional(exampleSchema),
});

/** Some sheets as plain rows, for examples. */
export interface ExampleSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export type Rule = z.infer<typeof ruleSchema>;
export type RuleExample = z.infer<typeof exampleSchema>;
export type LineSelector = z.infer<typeof lineSchema>;
export type ColumnSelector = z.infer<typeof columnSchema>;
export type Figures = z.infer<typeof figuresSchema>;
export type Selector = z.infer<typeof selectorSchema>;
export type Condition = z.infer<typeof conditionSchema>;

export { selectorSchema, figuresSchema };
