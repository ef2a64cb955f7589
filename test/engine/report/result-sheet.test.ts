/** The sheet 核对结果 can be signed and sent: whose it is, how much was found, amounts that can be calculated with. */
import { catalogue } from "../../../src/catalogue";
import { allChecks } from "../../../src/engine/all-checks";
import { checkWorkbook } from "../../../src/engine/check-workbook";
import { countProblems, resultSheet } from "../../../src/engine/report";
import type { AuthoredCell } from "../../../src/engine/workbook";
import { openPackage, patchPackage, readWorkbook } from "../../../src/hosts/file";
import { partText } from "../../../src/hosts/file";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openSeed } from "../../seeds/open-seed";

const workbook = openSeed("practice");
const checked = checkWorkbook("practice.xlsx", workbook, catalogue, allChecks);
const head = { file: "practice.xlsx", date: "2026-11-29", checker: "张三" };
const sheets = new Set(workbook.sheets.map(({ name }) => name));
const sheet = resultSheet(checked, head, new Map(), sheets);
const header = sheet.print!.titleRow!;
const columnOf = (word: string): number =>
  sheet.cells.find(({ row, value }) => row === header && value === word)!.column;
const inColumn = (word: string): AuthoredCell[] =>
  sheet.cells.filter(({ row, column }) => row > header && column === columnOf(word));
const above = sheet.cells.filter(({ row }) => row < header).map(({ value }) => String(value));

test("it says whose tables they are, which file, when and by whom", () => {
  expect(above).toEqual(
    expect.arrayContaining(["单位：示例市档案馆", "文件：practice.xlsx", "核对日期：2026-11-29", "核对人：张三"]),
  );
});

test("it counts checks, and findings by what they ask for", () => {
  const { problems } = countProblems(checked.findings);
  expect(above.join()).toContain(`核对 ${checked.summary.checks} 项`);
  expect(above.join()).toContain(`${problems} 处问题`);
  expect(above.join()).toContain("必改 7 处，需说明 1 处");
});

test("amounts are numbers with a format, and the difference is that of the two", () => {
  const [shown, due, gaps] = ["表上数", "应为", "差额"].map(inColumn) as [
    AuthoredCell[],
    AuthoredCell[],
    AuthoredCell[],
  ];
  expect(shown.length).toBeGreaterThan(3);
  for (const { value, style } of [...shown, ...due, ...gaps]) {
    expect(typeof value).toBe("number");
    expect(["amount", "figure"]).toContain(style);
  }
  for (const { row, value } of gaps) {
    const [one, other] = [shown, due].map((cells) => cells.find((cell) => cell.row === row)?.value as number);
    expect(Number(value)).toBeCloseTo(one! - other!, 6);
  }
});

test("points are not called an amount of money, whatever the unit of their table", () => {
  const points = inColumn("问题").find(({ value }) => String(value).includes("得分应为 10"))!;
  const units = inColumn("单位").filter(({ value }) => value !== "");
  expect(units.length).toBeGreaterThan(2);
  expect(units.map(({ row }) => row)).not.toContain(points.row);
});

test("where one cell is to be mended, what stands there and what it should be are those of that cell", () => {
  const mended = checked.findings.find(
    ({ group, suspects }) =>
      (suspects[0]?.proposed ?? null) !== null && checked.findings.filter((one) => one.group === group).length === 1,
  )!;
  const [{ sheet: on, address, proposed }] = mended.suspects as [(typeof mended.suspects)[number]];
  const row = inColumn("位置").find(({ value }) => value === `${on} ${address}`)!.row;
  const of = (word: string) => inColumn(word).find((cell) => cell.row === row)?.value;
  expect(of("应为")).toBe(Number(proposed));
  expect(of("表上数")).toBe(mended.cells.find((cell) => cell.address === address && cell.sheet === on)!.value);
  expect(String(of("计算、可能的原因和依据")).match(/可能：/g)).toHaveLength(1);
});

test("every problem has room for what was done about it and a signature, and the sheet for two more", () => {
  const { problems } = countProblems(checked.findings);
  expect(inColumn("处理情况")).toHaveLength(problems);
  expect(inColumn("签字").filter(({ row }) => row <= header + problems)).toHaveLength(problems);
  expect(sheet.cells.map(({ value }) => value)).toEqual(
    expect.arrayContaining(["核对人（签字）：", "复核人（签字）："]),
  );
});

test("it prints on A4 across, one page wide, the heading of the list on every page", () => {
  const seed = readFileSync(join(__dirname, "../../../seeds/practice.xlsx"));
  const once = patchPackage(openPackage(seed), [{ type: "add-sheet", sheet }]);
  const twice = patchPackage(openPackage(once), [{ type: "add-sheet", sheet }], { replaceAuthored: true });
  for (const bytes of [once, twice]) {
    const source = openPackage(bytes);
    const names = partText(source.archive, source.workbookPart);
    const place = source.sheets.findIndex(({ name }) => name === "核对结果");
    const title = `<definedName name="_xlnm.Print_Titles" localSheetId="${place}">'核对结果'!$5:$5</definedName>`;
    expect(names.split(title)).toHaveLength(2);
    const markup = partText(source.archive, source.sheets[place]!.part);
    expect(markup).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(readWorkbook(source).sheets).toHaveLength(workbook.sheets.length + 1);
  }
});
