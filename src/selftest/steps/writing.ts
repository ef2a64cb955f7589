import type { AuthoredSheet, Edit } from "../../engine/workbook";
import { HostError } from "../../hosts/host-problem";
import type { WorkbookChange } from "../../hosts/host";
import type { Bench, Step } from "../step";

const set = (sheet: string, address: string, value: string | number | null): Edit => ({
  type: "set-value",
  sheet,
  address,
  value,
});

/** What stands in cells, as a person would type it. */
function typed({ excel }: Bench, sheet: string, address: string): Promise<unknown[][]> {
  return excel(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("formulas");
    await context.sync();
    return range.formulas as unknown[][];
  });
}

/** The code with which the adapter refuses something; null where it does it. */
async function refusal(promise: Promise<unknown>): Promise<string | null> {
  return promise.then(
    () => null,
    (error: unknown) => (error instanceof HostError ? error.problem.code : String(error)),
  );
}

function sheetNames({ excel }: Bench): Promise<string[]> {
  return excel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    return worksheets.items.map(({ name }) => name);
  });
}

const REPORT: AuthoredSheet = {
  name: "核对结果",
  cells: [
    { row: 0, column: 0, value: "核对结果", style: "title" },
    { row: 1, column: 0, value: "一处" },
    { row: 1, column: 1, value: 1234.5, style: "amount" },
  ],
  merges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
  widths: [30, 12],
  freezeRows: 1,
  print: { orientation: "landscape", onePage: true },
};

/** Writing, taking back, adding sheets, listening, keeping settings. */
export const writingSteps: readonly Step[] = [
  {
    id: "write",
    title: "写入数字、公式和样子像数字的文字，再撤销",
    async run(bench) {
      const { host, sheet, expect } = bench;
      const name = await sheet("写", [
        ["A1", 1],
        ["B1", "=A1*2"],
      ]);
      await host.read();
      await host.apply([
        set(name, "A1", 5),
        set(name, "A2", "05"),
        set(name, "A3", "=合计"),
        { type: "set-formula", sheet: name, address: "B1", formula: "A1*3", value: null },
      ]);
      expect("写入后", await typed(bench, name, "A1:B1"), [[5, "=A1*3"]]);
      expect("文字仍是文字", (await host.read()).sheets.find((read) => read.name === name)!.texts[2], "05");
      await host.undo();
      expect("撤销后", await typed(bench, name, "A1:B3"), [
        [1, "=A1*2"],
        ["", ""],
        ["", ""],
      ]);
    },
  },
  {
    id: "changed-meanwhile",
    title: "别人刚改过的单元格不覆盖",
    async run(bench) {
      const { host, sheet, excel, expect } = bench;
      const name = await sheet("改过", [["A1", 1]]);
      await host.read();
      await excel(async (context) => {
        context.workbook.worksheets.getItem(name).getRange("A1").values = [[2]];
        await context.sync();
      });
      expect("拒绝", await refusal(host.apply([set(name, "A1", 3)])), "changed-meanwhile");
      expect("A1", await typed(bench, name, "A1"), [[2]]);
    },
  },
  {
    id: "protected",
    title: "受保护的工作表不写，未锁定的单元格照写",
    async run(bench) {
      const { host, sheet, excel, expect } = bench;
      const name = await sheet("保护", [
        ["A1", 1],
        ["A2", 1],
      ]);
      await excel(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(name);
        worksheet.getRange("A2").format.protection.locked = false;
        worksheet.protection.protect();
        await context.sync();
      });
      await host.read();
      expect("锁定的", await refusal(host.apply([set(name, "A1", 3)])), "sheet-protected");
      expect("未锁定的", await refusal(host.apply([set(name, "A2", 3)])), null);
    },
  },
  {
    id: "add-sheet",
    title: "生成结果表：重名时加编号，撤销后消失",
    async run(bench) {
      const { host, expect } = bench;
      await host.read();
      const first = await host.apply([{ type: "add-sheet", sheet: REPORT }]);
      const second = await host.apply([{ type: "add-sheet", sheet: REPORT }]);
      expect("表名", [...first.addedSheets, ...second.addedSheets], ["核对结果", "核对结果 (2)"]);
      expect("内容", await typed(bench, "核对结果", "A1:B2"), [
        ["核对结果", ""],
        ["一处", 1234.5],
      ]);
      await host.undo();
      await host.undo();
      expect(
        "撤销后",
        (await sheetNames(bench)).filter((name) => name.startsWith("核对结果")),
        [],
      );
    },
  },
  {
    id: "events",
    title: "别人的改动听得见，自己的听不见，插入行算结构变化",
    async run({ host, sheet, excel, expect, until }) {
      const name = await sheet("事件", [
        ["A1", 1],
        ["A2", 2],
      ]);
      await host.read();
      const heard: WorkbookChange[] = [];
      const stop = await host.watch((change) => {
        if (change.sheet === name) heard.push(change);
      });
      await host.apply([set(name, "A1", 5)]);
      await host.undo();
      await excel(async (context) => {
        context.workbook.worksheets.getItem(name).getRange("A2").values = [[9]];
        await context.sync();
      });
      await until(() => heard.length > 0);
      await excel(async (context) => {
        context.workbook.worksheets.getItem(name).getRange("2:2").insert("Down");
        await context.sync();
      });
      await until(() => heard.some(({ kind }) => kind === "structure"));
      await stop();
      expect(
        "听到的",
        heard.map(({ kind, address }) => [kind, address ?? null]),
        [
          ["cells", "A2"],
          ["structure", null],
        ],
      );
    },
  },
  {
    id: "settings",
    title: "设置存进工作簿，取出不留痕迹",
    async run({ host, expect }) {
      const xml = '<hedui xmlns="urn:hedui:1"><note>自检</note></hedui>';
      const before = await host.recall();
      await host.remember(xml);
      expect("存进", (await host.recall())?.includes("自检"), true);
      await host.remember(before);
      expect("取出", await host.recall(), before);
    },
  },
];
