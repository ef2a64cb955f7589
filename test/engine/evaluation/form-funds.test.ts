/** 年度资金总额 of a self-evaluation that is written: what is known, what is left over, what is to fill. */
import { fundRows } from "../../../src/engine/evaluation/self-evaluation/form-funds";
import type { FormContent, FormFunds } from "../../../src/engine/evaluation/self-evaluation/form-content";
import { Exact, a1 } from "../../../src/engine/workbook";

const amount = (value: number | null) => (value === null ? null : new Exact(value));

function rowsOf(
  subject: "project" | "whole",
  funds: Partial<Record<"initial" | "annual" | "executed" | "projects", number>>,
  sources: Partial<Record<"fiscal" | "carryOver" | "other", number>> = {},
) {
  const known: FormFunds = {
    initial: amount(funds.initial ?? null),
    annual: amount(funds.annual ?? null),
    executed: amount(funds.executed ?? null),
    projects: amount(funds.projects ?? null),
    sources: {
      fiscal: amount(sources.fiscal ?? null),
      carryOver: amount(sources.carryOver ?? null),
      other: amount(sources.other ?? null),
    },
  };
  const content: Pick<FormContent, "subject" | "funds" | "execution"> = {
    subject,
    funds: known,
    execution: { points: 10, score: null } as FormContent["execution"],
  };
  const { cells } = fundRows(content as FormContent, "proportion", 0);
  return (address: string) => {
    const found = cells.find(({ row, column }) => a1(row, column) === address);
    return found && { value: found.value ?? null, formula: found.formula ?? null, style: found.style };
  };
}

test("sources that were approved stand there as amounts, and the total is their live sum", () => {
  const at = rowsOf("project", { initial: 60 }, { fiscal: 50, carryOver: 10, other: 0 });
  expect([at("D2"), at("D3"), at("D4")].map((cell) => [cell?.value, cell?.formula, cell?.style])).toEqual([
    [50, null, "amount"],
    [10, null, "amount"],
    [0, null, "amount"],
  ]);
  expect(at("D5")).toEqual({ value: 60, formula: "IF(COUNT(D2:D4)=0,60,SUM(D2:D4))", style: "amount" });
});

test("without named sources 当年财政拨款 is what the others leave of the approved total, to be typed over", () => {
  const at = rowsOf("project", { initial: 60 });
  expect(at("D2")).toEqual({ value: 60, formula: "60-SUM(D3:D4)", style: "amount-input" });
  expect([at("D3"), at("D4")].map((cell) => [cell?.value, cell?.style])).toEqual([
    [null, "amount-input"],
    [null, "amount-input"],
  ]);
});

test("全年 figures that nobody has given stay empty, whatever was approved", () => {
  const at = rowsOf("project", { initial: 60 });
  expect([at("E2"), at("F2")].map((cell) => [cell?.value, cell?.style])).toEqual([
    [null, "amount-input"],
    [null, "amount-input"],
  ]);
  expect([at("E5")?.value, at("F5")?.value]).toEqual(["", ""]);
});

test("of the whole, 基本支出 is what the projects leave of what was spent, live", () => {
  const at = rowsOf("whole", { initial: 900, annual: 1000, executed: 950, projects: 300 });
  expect([at("D2")?.value, at("E2")?.value, at("F2")?.value]).toEqual([900, 1000, 950]);
  expect(at("I5")).toEqual({ value: 300, formula: null, style: "amount" });
  expect(at("I4")).toEqual({
    value: 650,
    formula: 'IF(AND(ISNUMBER(F2),ISNUMBER(I5)),F2-I5,"")',
    style: "amount-input",
  });
  expect(at("E4")).toEqual({ value: 950, formula: 'IF(ISNUMBER(F2),F2-SUM(E5:E7),"")', style: "amount-input" });
});

test("of the whole, nothing is made up where nothing is known", () => {
  const at = rowsOf("whole", { initial: 900 });
  expect([at("F2"), at("I4"), at("I5"), at("E4")].map((cell) => cell?.value)).toEqual([null, "", null, ""]);
});
