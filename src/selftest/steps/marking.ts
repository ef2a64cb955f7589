import type { Edit } from "../../engine/workbook";
import { isMarkFormula } from "../../hosts/looks";
import type { Bench, Step } from "../step";

const clear: Edit = { type: "clear-marks" };
const mark = (sheet: string, address: string): Edit => ({ type: "mark", sheet, address, level: "error" });

/** Conditional formats of a sheet: all, and those that are marks of ours. */
function formats({ excel }: Bench, sheet: string): Promise<{ all: number; marks: number }> {
  return excel(async (context) => {
    const { conditionalFormats } = context.workbook.worksheets.getItem(sheet).getRange();
    conditionalFormats.load("items/type,items/customOrNullObject/rule/formula");
    await context.sync();
    const { items } = conditionalFormats;
    const marks = items.filter(
      ({ type, customOrNullObject }) => type === "Custom" && isMarkFormula(customOrNullObject.rule.formula),
    );
    return { all: items.length, marks: marks.length };
  });
}

/** Marks: conditional formats of ours, and those of other people. */
export const markingSteps: readonly Step[] = [
  {
    id: "mark-and-clear",
    title: "标记，再清除，不留痕迹",
    async run(bench) {
      const { host, sheet, expect } = bench;
      const name = await sheet("标记", [["A1", 1]]);
      await host.read();
      await host.apply([clear, mark(name, "A1"), mark(name, "B2:C3")]);
      expect("标记后", await formats(bench, name), { all: 1, marks: 1 });
      await host.apply([clear]);
      expect("清除后", await formats(bench, name), { all: 0, marks: 0 });
    },
  },
  {
    id: "formats-of-others",
    title: "别人的条件格式留着；同一区域有两条也照样标记",
    async run(bench) {
      const { host, sheet, excel, expect } = bench;
      const name = await sheet("他人", [["A1", 5]]);
      await excel(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange("A1:A3");
        range.conditionalFormats.add("Custom").custom.rule.formula = "=A1>1";
        for (const limit of ["3", "7"]) {
          const { cellValue } = range.conditionalFormats.add("CellValue");
          cellValue.rule = { formula1: `=${limit}`, operator: "GreaterThan" };
        }
        await context.sync();
      });
      await host.read();
      const marked = await host.apply([clear, mark(name, "A1")]);
      expect("没有标记的表", [marked.unmarkedSheets, marked.unreadableSheets], [[], []]);
      await host.apply([clear]);
      expect("清除后", await formats(bench, name), { all: 3, marks: 0 });
    },
  },
  {
    id: "mark-protected",
    title: "受保护的工作表不标记，说出表名",
    async run(bench) {
      const { host, sheet, excel, expect } = bench;
      const name = await sheet("保护标记", [["A1", 1]]);
      await excel(async (context) => {
        context.workbook.worksheets.getItem(name).protection.protect();
        await context.sync();
      });
      await host.read();
      expect("没有标记的表", (await host.apply([clear, mark(name, "A1")])).unmarkedSheets, [name]);
    },
  },
  {
    id: "mark-copied",
    title: "复制出来的工作表上的标记也清除",
    async run(bench) {
      const { host, sheet, excel, expect } = bench;
      const name = await sheet("原表", [["A1", 1]]);
      await host.read();
      await host.apply([mark(name, "A1")]);
      const copy = await excel(async (context) => {
        const copied = context.workbook.worksheets.getItem(name).copy("End");
        copied.load("name");
        await context.sync();
        return copied.name;
      });
      await host.apply([clear]);
      expect("原表", await formats(bench, name), { all: 0, marks: 0 });
      expect("副本", await formats(bench, copy), { all: 0, marks: 0 });
    },
  },
];
