import { mutantsOf, withMutant } from "./mutants";

const slips = (text: string): string[] => mutantsOf("a.ts", text).map((mutant) => withMutant(text, mutant));

test("each comparison, sign, truth, number, negation and condition is slipped once", () => {
  expect(slips("if (a < 2) b = !c;")).toEqual([
    "if (false) b = !c;",
    "if (a <= 2) b = !c;",
    "if (a < (2 + 1)) b = !c;",
    "if (a < 2) b = c;",
  ]);
  expect(slips("x = a && true ? b - 1 : c;")).toEqual([
    "x = true ? b - 1 : c;",
    "x = a || true ? b - 1 : c;",
    "x = a && false ? b - 1 : c;",
    "x = a && true ? b + 1 : c;",
    "x = a && true ? b - (1 + 1) : c;",
  ]);
});

test("types, imports, joined texts and what is thrown are left alone", () => {
  expect(slips('import a from "a"; type T = 1 | 2; let x: 3; y = "a" + b; throw new Error("c" + (d < 1));')).toEqual(
    [],
  );
});

test("a slip is named by its line", () => {
  expect(mutantsOf("a.ts", "\nx = a >= b;").map(({ words }) => words)).toEqual(["line 2: `>=` → `>`"]);
});
