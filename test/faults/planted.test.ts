import { plantedWorkbooks } from "./planted";
import { plantedReport, type PlantedReport } from "./planted-recall";

/** Faults that somebody else planted in workbooks of other places: at least so many are found, and located first. */
const FEWEST_FOUND = 0.95;
const FEWEST_LOCATED = 0.8;

describe("workbooks by other hands, with faults by other hands", () => {
  const reports = new Map<string, PlantedReport>();
  beforeAll(() => {
    for (const planted of plantedWorkbooks) reports.set(planted.workbook, plantedReport(planted));
  }, 600_000);

  it("are read for what they are", () => {
    expect([...reports].flatMap(([name, { misread }]) => misread.map((words) => `${name} ${words}`))).toEqual([]);
  });

  it("have nothing to correct and nothing to explain before a fault is in them", () => {
    expect([...reports].flatMap(([name, { alarms }]) => alarms.map((words) => `${name} ${words}`))).toEqual([]);
  });

  it("show most of the faults, and where they are", () => {
    const results = [...reports].flatMap(([name, report]) => report.results.map((result) => ({ name, ...result })));
    const [found, located] = [results.filter((one) => one.found), results.filter((one) => one.located)];
    process.stdout.write(
      [
        `种下的错 ${results.length}，发现 ${found.length}，定位 ${located.length}`,
        ...results.filter((one) => !one.found).map(({ name, fault }) => `  未发现 ${name} ${fault.what}`),
        "",
      ].join("\n"),
    );
    expect(found.length / results.length).toBeGreaterThanOrEqual(FEWEST_FOUND);
    expect(located.length / results.length).toBeGreaterThanOrEqual(FEWEST_LOCATED);
  });
});
