/** Seam A: Office's genuine client over the simulated Excel, without a page. */
import { SimulatedExcel, atMember } from "../../../src/hosts/simulated";
import { expectNoUnknownMembers, makeWorkbook, simulate } from "./simulated-workbook";

const bytes = makeWorkbook([
  { name: "表1", cells: { A1: "收入", B1: 1234.5, B2: { formula: "B1*2", value: 2469 } }, styles: { B1: 1 } },
  { name: "表 2", cells: {} },
]);

describe("the client is the genuine one", () => {
  afterEach(expectNoUnknownMembers);

  test("what was not loaded cannot be read", async () => {
    const { Excel } = simulate(bytes);
    await expect(Excel.run(async (context) => context.workbook.worksheets.getItem("表1").name)).rejects.toMatchObject({
      code: "PropertyNotLoaded",
    });
  });

  test("writes show only after a sync", async () => {
    const { Excel, excel } = simulate(bytes);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("表1").getRange("A1").values = [["支出"]];
      expect(excel.sheet("表1").cell(0, 0).value).toBe("收入");
      await context.sync();
      expect(excel.sheet("表1").cell(0, 0).value).toBe("支出");
    });
  });

  test("ranges that were tracked are released when the run ends", async () => {
    const { Excel, excel } = simulate(bytes);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("表1").getRange("A1:B2");
      range.load("values,formulas,text,address");
      await context.sync();
      expect(range.values).toEqual([
        ["收入", 1234.5],
        ["", 2469],
      ]);
      expect(range.formulas[1]).toEqual(["", "=B1*2"]);
      expect(range.text).toEqual([
        ["收入", "1,234.50"],
        ["", "2469"],
      ]);
      expect(range.address).toBe("表1!A1:B2");
      expect(excel.keptReferences).toBe(1);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(excel.keptReferences).toBe(0);
  });

  test("what is not there is ItemNotFound, or a null object where that is asked for", async () => {
    const { Excel } = simulate(bytes);
    await expect(
      Excel.run((context) => context.sync(context.workbook.worksheets.getItem("没有").load("name"))),
    ).rejects.toMatchObject({ code: "ItemNotFound" });
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("没有");
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
    });
  });

  test("actions before the one that fails have been done, as in Excel", async () => {
    const { Excel, excel } = simulate(bytes);
    excel.faults.next({ refuse: "GeneralException", at: atMember("Values", 2) });
    const failed = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("表1");
      sheet.getRange("A1").values = [["甲"]];
      sheet.getRange("B1").values = [["乙"]];
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({ code: "GeneralException" });
    expect([excel.sheet("表1").cell(0, 0).value, excel.sheet("表1").cell(0, 1).value]).toEqual(["甲", 1234.5]);
  });
});

describe("what the simulation does not have", () => {
  test("is refused by name and noted, so that the test run fails", async () => {
    const { Excel, excel } = simulate(bytes);
    const failed = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("表1").charts.load("items/name");
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({
      code: "ApiNotFound",
      message: expect.stringContaining("Worksheet.Charts") as string,
    });
    expect(excel.unknownMembers).toEqual(["Worksheet.Charts"]);
    expect(expectNoUnknownMembers).toThrow("Worksheet.Charts");
  });

  test("what saving could not express is refused on the sheets of the file", async () => {
    const { Excel } = simulate(bytes);
    const failed = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("表1").getRange("A1").format.fill.color = "#FF0000";
      await context.sync();
    });
    await expect(failed).rejects.toMatchObject({ code: "NotImplemented" });
  });
});

test("latency delays every round trip", async () => {
  const excel = SimulatedExcel.open(bytes, { latency: 30 });
  let answered = false;
  const answer = excel.answer('{"Actions":[],"ObjectPaths":{}}', 0).then(() => (answered = true));
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(answered).toBe(false);
  await answer;
  expect(excel.roundTrips).toBe(1);
});
