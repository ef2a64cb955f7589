import type { Workbook } from "../../engine/workbook";
import { CellKind, addressIn, areaA1 } from "../../engine/workbook";
import { readBlankCells, recalculateWorkbook } from "../../hosts/excel";
import { HostError } from "../../hosts/host-problem";
import type { Step } from "../step";

const KIND_NAMES = new Map(Object.entries(CellKind).map(([name, kind]) => [kind as number, name]));

/** The cells of a sheet that are not blank: address, kind, what stands there, formula. */
function cellsOf(workbook: Workbook, name: string): unknown[] {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name)!;
  return [...sheet.kinds].flatMap((kind, index) =>
    kind === CellKind.Blank
      ? []
      : [
          [
            addressIn(sheet, index),
            KIND_NAMES.get(kind),
            sheet.texts[index] ?? sheet.numbers[index],
            sheet.formulas.get(index) ?? null,
          ],
        ],
  );
}

/** Reading a workbook, and what is asked of it beside. */
export const readingSteps: readonly Step[] = [
  {
    id: "read-values",
    title: "读出数字、文字、公式、错误值和真假值",
    async run({ host, sheet, expect }) {
      const name = await sheet("读", [
        ["A1", "合计"],
        ["B1", 12.5],
        ["C1", "=B1*2"],
        ["A2", "'05"],
        ["B2", "=1/0"],
        ["C2", true],
        ["A3", "'=合计"],
      ]);
      expect("单元格", cellsOf(await host.read(), name), [
        ["A1", "Text", "合计", null],
        ["B1", "Number", 12.5, null],
        ["C1", "Number", 25, "B1*2"],
        ["A2", "Text", "05", null],
        ["B2", "Error", "#DIV/0!", "1/0"],
        ["C2", "Boolean", 1, null],
        ["A3", "Text", "=合计", null],
      ]);
    },
  },
  {
    id: "read-layout",
    title: "读出合并单元格、隐藏的列和数字格式",
    async run({ host, sheet, excel, expect }) {
      const name = await sheet("版式", [
        ["B2", "表头"],
        ["B4", 1234.5],
        ["D4", 1],
      ]);
      await excel(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(name);
        worksheet.getRange("B2:C3").merge(false);
        worksheet.getRange("D:D").columnHidden = true;
        worksheet.getRange("B4").numberFormat = [["#,##0.00"]];
        await context.sync();
      });
      const workbook = await host.read();
      const read = workbook.sheets.find((candidate) => candidate.name === name)!;
      expect("合并", read.merges.map(areaA1), ["B2:C3"]);
      expect("隐藏的列", [...read.hiddenColumns], [3]);
      const cell = [...read.kinds].findIndex((kind, index) => kind !== 0 && addressIn(read, index) === "B4");
      expect("格式", workbook.numberFormats[read.formats[cell]!], "#,##0.00");
    },
  },
  {
    id: "read-blank",
    title: "空白的工作表没有单元格",
    async run({ host, sheet, expect }) {
      const name = await sheet("空白");
      expect("单元格", cellsOf(await host.read(), name), []);
    },
  },
  {
    id: "hidden-sheets",
    title: "隐藏和深度隐藏的工作表都知道是隐藏的，不硬跳过去",
    async run({ host, sheet, excel, expect }) {
      const names = [await sheet("隐藏", [["A1", 1]]), await sheet("深藏", [["A1", 1]])] as const;
      await excel(async (context) => {
        context.workbook.worksheets.getItem(names[0]).visibility = "Hidden";
        context.workbook.worksheets.getItem(names[1]).visibility = "VeryHidden";
        await context.sync();
      });
      const { sheets } = await host.read();
      expect(
        "隐藏",
        names.map((name) => sheets.find((candidate) => candidate.name === name)?.hidden),
        [true, true],
      );
      for (const [position, name] of names.entries()) {
        const problem = await host.reveal({ sheet: name, address: "A1" }).then(
          () => null,
          (error: unknown) => (error instanceof HostError ? error.problem : String(error)),
        );
        const expected = { code: "sheet-hidden", sheet: name };
        expect(name, problem, position === 1 ? { ...expected, forGood: true } : expected);
      }
    },
  },
  {
    id: "reveal",
    title: "转到单元格",
    async run({ host, sheet, excel, expect }) {
      const name = await sheet("定位", [["A1", 1]]);
      await host.read();
      await host.reveal({ sheet: name, address: "C5" });
      const address = await excel(async (context) => {
        const selected = context.workbook.getSelectedRange();
        selected.load("address");
        await context.sync();
        return selected.address;
      });
      expect("选中的单元格", address.replace(/^.*!/, ""), "C5");
    },
  },
  {
    id: "blank-or-zero",
    title: "空白单元格和 0 分得清",
    async run({ client, sheet, expect }) {
      const name = await sheet("空与零", [
        ["A1", 0],
        ["A3", '=""'],
      ]);
      const addresses = [`'${name}'!A1`, `'${name}'!A2`, `'${name}'!A3`, "没有这张表!A1"];
      expect("空白", await readBlankCells(addresses, client), [false, true, false, null]);
    },
  },
  {
    id: "recalculate",
    title: "只重算这个工作簿",
    async run({ client, sheet, excel, expect }) {
      const name = await sheet("重算", [
        ["A1", 2],
        ["B1", "=A1*3"],
      ]);
      await recalculateWorkbook(client);
      const value = await excel(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange("B1");
        range.load("values");
        await context.sync();
        return range.values as unknown[][];
      });
      expect("B1", value, [[6]]);
    },
  },
  {
    id: "functions",
    title: "=HEDUI.SCORE：空白的实际完成值不计分，0 照算",
    needsFunctions: true,
    async run({ sheet, excel, expect }) {
      const criterion = "完成10次及以上得满分，每少1次扣1分，扣完为止";
      const name = await sheet("公式", [
        ["A1", criterion],
        ["B1", 0],
        ["D1", "=HEDUI.SCORE(A1,10,B1,10)"],
        ["D2", "=HEDUI.SCORE(A1,10,C1,10)"],
      ]);
      const shown = async (): Promise<unknown[]> =>
        excel(async (context) => {
          const range = context.workbook.worksheets.getItem(name).getRange("D1:D2");
          range.load("values");
          await context.sync();
          return (range.values as unknown[][]).flat();
        });
      let seen = await shown();
      for (let waits = 0; waits < 40 && seen.includes("#BUSY!"); waits++) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        seen = await shown();
      }
      expect("得分", seen, [0, "#N/A"]);
    },
  },
];
