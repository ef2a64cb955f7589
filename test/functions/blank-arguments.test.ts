/** A blank cell is no zero, in whatever way Excel hands it over. */
import { readBlankCells } from "../../src/hosts/excel";
import { OfficeError, callFunction } from "../../src/hosts/simulated";
import type { FunctionArgument } from "../../src/hosts/simulated";
import { BlankCells, noWorkbook } from "../../src/functions/blank-cells";
import type { ReadBlanks } from "../../src/functions/blank-cells";
import { customFunctions } from "../../src/functions/functions";
import { usualPractice } from "../../src/functions/workbook-practice";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "../hosts/simulated/simulated-workbook";

class ErrorValue extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

beforeAll(() => {
  Object.assign(globalThis, {
    CustomFunctions: { Error: ErrorValue, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } },
  });
});
afterEach(expectNoUnknownMembers);

const PER_TIME = "完成10次及以上得满分，每少1次扣1分，扣完为止";
const bytes = makeWorkbook([{ name: "自评 表", cells: { A1: PER_TIME, B1: 10, C2: 0, D1: 10 } }]);
const at = (address: string): FunctionArgument => ({ cell: `'自评 表'!${address}` });

function opened(build: "old" | "new", readBlanks?: ReadBlanks) {
  const { excel, Excel } = simulate(bytes);
  const read = readBlanks ?? ((addresses) => readBlankCells(addresses, { run: (batch) => Excel.run(batch) }));
  const functions = customFunctions(usualPractice(), new BlankCells(read));
  const call = (id: "SCORE" | "READ", ...given: FunctionArgument[]): Promise<unknown> =>
    callFunction(excel, functions[id], { parameters: id === "SCORE" ? 6 : 1, given, build }).then(
      (answer) => answer[0]![0],
      (error: ErrorValue) => `${error.code} ${error.message}`,
    );
  return { excel, call };
}

describe.each(["old", "new"] as const)("in an Excel of a build that is %s", (build) => {
  test("a blank actual is asked for, a zero is scored", async () => {
    const { call } = opened(build);
    expect(await call("SCORE", at("A1"), at("B1"), at("C1"), at("D1"))).toBe("#N/A 缺实际完成值，请补充");
    expect(await call("SCORE", at("A1"), at("B1"), at("C2"), at("D1"))).toBe(0);
    expect(await call("SCORE", at("A1"), at("B1"), { value: 0 }, at("D1"))).toBe(0);
  });

  test("blank points are asked for, a blank type and unit say nothing, a blank criterion is none", async () => {
    const { call } = opened(build);
    expect(await call("SCORE", at("A1"), at("B1"), { value: 8 }, at("E1"))).toBe("#N/A 缺分值，请补充");
    expect(await call("SCORE", at("A1"), at("B1"), { value: 8 }, at("D1"), at("E1"), at("F1"))).toBe(8);
    expect(await call("READ", at("A9"))).toBe("#N/A 评分标准是空的");
  });
});

test("a column of formulas asks for all its zeros in one round trip", async () => {
  const { excel, call } = opened("old");
  const before = excel.roundTrips;
  await Promise.all(
    Array.from({ length: 40 }, (_, row) => call("SCORE", at("A1"), at("B1"), at(`C${row + 5}`), at("D1"))),
  );
  expect(excel.roundTrips - before).toBe(1);
});

test("where the cell cannot be looked up there is no score", async () => {
  const { call } = opened("old", noWorkbook);
  expect(await call("SCORE", at("A1"), at("B1"), at("C1"), at("D1"))).toMatch(/^#N\/A 分不清是 0 还是空白/);
});

test("an Excel that is busy is asked again", async () => {
  const { excel, call } = opened("old");
  excel.faults.next({ office: OfficeError.CellEdit });
  expect(await call("SCORE", at("A1"), at("B1"), at("C2"), at("D1"))).toBe(0);
});

test("of several zeros one on a sheet that is not there spoils no other", async () => {
  const { Excel } = simulate(bytes);
  const client = { run: <T>(batch: (context: Excel.RequestContext) => Promise<T>) => Excel.run(batch) };
  expect(await readBlankCells(["'自评 表'!C1", "没有!A1", "'自评 表'!C2", "'自评 表'!C1:C2"], client)).toEqual([
    true,
    null,
    false,
    null,
  ]);
});
