/** What the checks may say: declared once each, worded for whatever it can be, and said as declared. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod/mini";
import { catalogue } from "../../src/catalogue";
import { besideExample, exampleNamed, exampleWorkbook } from "../../src/catalogue/example";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook } from "../../src/engine/check-workbook";
import {
  declarationsOf,
  declare,
  type Account,
  type Declaration,
  type Detail,
  type Outcome,
} from "../../src/engine/reconcile";
import { openSeed, seedNames } from "../seeds/open-seed";
import { sampleOf } from "./sample-parameters";

const declarations = declarationsOf(allChecks);
const engine = join(__dirname, "../../src/engine");

/** Codes that the sources of the engine declare. */
const written = readdirSync(engine, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .flatMap((file) => [...readFileSync(join(engine, file), "utf8").matchAll(/= declare\(\s*"([^"]+)"/g)])
  .map(([, code]) => code!);

/** An outcome that differs by one; `nameOf` names any cell. */
const account: Account = {
  reported: "3",
  computed: "2",
  difference: "1",
  unit: "万元",
  left: ["3"],
  right: ["1", "1"],
  nameOf: () => "某表“某行”某栏（B2）",
};

describe("what the checks declare", () => {
  test("is what the sources write, each code once", () => {
    expect([...declarations.keys()].sort()).toEqual([...written].sort());
  });

  test("with a code that another declaration has is refused", () => {
    const parameters = z.strictObject({});
    const words = { parameters, title: () => "甲", lines: () => [] };
    const twice = [declare("twice", words), declare("twice", words)];
    expect(() => declarationsOf({ made: { scope: "workbook", parameters, says: twice, run: () => [] } })).toThrow(
      /twice/,
    );
  });

  test("does not compile where a parameter or a code is misspelt (npm run typecheck)", () => {
    const declared = declare("figure", {
      parameters: z.strictObject({ figure: z.string() }),
      // @ts-expect-error The words know the parameters: this one is misspelt.
      title: ({ figrue }) => String(figrue),
      lines: () => [],
    });
    // @ts-expect-error So does whoever says it.
    expect(declared.with({ figrue: "甲" }).code).toBe("figure");
    // @ts-expect-error And nothing is said but by a declaration.
    const said: Detail = { code: "figrue", parameters: {} };
    expect(declarations.has(said.code)).toBe(false);
  });

  test.each([...declarations])("%s has words for all that it declares", (_, declaration) => {
    const parameters = sampleOf(declaration.parameters) as never;
    const { alike } = declaration;
    const said = [
      declaration.title(parameters, account),
      ...declaration.lines(parameters, account),
      declaration.pass?.(parameters, account) ?? "一致",
      declaration.reason?.(parameters) ?? "",
      ...(alike
        ? [
            alike.subject(parameters) + alike.place(parameters),
            alike.fault(parameters, account),
            alike.item(parameters, account),
            alike.advice(parameters, account),
          ]
        : []),
    ];
    expect(said[0]!.length).toBeGreaterThan(4);
    expect(declaration.lines(parameters, account).length).toBeLessThanOrEqual(3);
    expect(said.join("")).not.toMatch(/undefined|null|NaN|\[object/);
  });
});

/**
 * The outcomes of the seed workbooks, those that pass as well, and of the example of each rule whose check says more
 * than equations do, after its change.
 */
const outcomes = new Map<string, () => readonly Outcome[]>([
  ...seedNames.map((name) => [name, () => all(checkWorkbook(name, openSeed(name), catalogue, allChecks))] as const),
  ...catalogue.rules.flatMap(({ id, check, example }) =>
    example === undefined || allChecks[check]?.says === undefined
      ? []
      : [
          [
            id,
            () => {
              const workbook = exampleWorkbook(exampleNamed(example), example.changes);
              return all(checkWorkbook(id, workbook, catalogue, allChecks, { compared: besideExample(example) }));
            },
          ] as const,
        ],
  ),
]);

function all({ reconciliation }: ReturnType<typeof checkWorkbook>): Outcome[] {
  return [...reconciliation.outcomes, ...reconciliation.passOutcomes()];
}

/** A declaration that an outcome passes by, or one that has a title for what does not. */
function isWorded(outcome: Outcome, declaration: Declaration): boolean {
  return outcome.outcome !== "pass" || declaration.pass !== undefined;
}

test.each([...outcomes])("what %s comes to is said as it is declared", (_, outcomesOf) => {
  for (const outcome of outcomesOf()) {
    const declaration = declarations.get(outcome.detail.code);
    const parsed = declaration && z.safeParse(declaration.parameters, outcome.detail.parameters);
    expect([outcome.rule, outcome.detail.code, parsed?.success]).toEqual([outcome.rule, outcome.detail.code, true]);
    expect([outcome.rule, isWorded(outcome, declaration!)]).toEqual([outcome.rule, true]);
  }
});
