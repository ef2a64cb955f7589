/** Which budget's figures, or what came of it, stand in a column, as its header says. */
import { recogniseTables } from "../../../src/engine/tables";
import { basisOf } from "../../../src/engine/tables/column-basis";
import { officialTemplates } from "../../seeds/open-seed";
import { typedWorkbook } from "./sheets";

it.each([
  [["年初预算数"], "initial"],
  [["全年预算数"], "adjusted"],
  [["调整后预算"], "adjusted"],
  [["全年", "预算数"], "adjusted"],
  [["2025年预算数"], "budget"],
  [["2024年预算执行数"], "outturn"],
  [["决算数"], "outturn"],
  [["预算", "决算数"], "outturn"],
  [["决算", "年初预算数"], "initial"],
])("of %j the innermost word that speaks of it says what stands there: %s", (path, basis) => {
  expect(basisOf(path)).toBe(basis);
});

it("takes the name of a fund for no plan", () => {
  expect(basisOf(["一般公共预算财政拨款"])).toBeUndefined();
  expect(basisOf(["政府性基金预算"])).toBeUndefined();
  expect(basisOf(["决算数", "国有资本经营预算财政拨款"])).toBe("outturn");
});

it("says it of a table's own columns and of those that stand there for comparison", () => {
  const { sections, comparisons = [] } = recogniseTables(
    typedWorkbook({
      name: "三公",
      rows: [
        ["2024年度财政拨款“三公”经费支出决算表"],
        ["部门：某市水利局", null, null, "单位：万元"],
        ["项目", "2024年度预算数", "2024年度决算数", "2023年度决算数"],
        ["合计", 12, 10, 8],
        ["因公出国（境）费", 0, 0, 0],
        ["公务用车购置及运行维护费", 7, 6, 5],
        ["公务接待费", 5, 4, 3],
      ],
    }),
    officialTemplates(),
  ).tables[0]!;
  const said = [...sections, ...comparisons].flatMap(({ columns }) =>
    columns.map(({ path, year, basis }) => [path.join("/"), year, basis]),
  );
  expect(said).toContainEqual(["2024年度预算数", 2024, "budget"]);
  expect(said).toContainEqual(["2024年度决算数", 2024, "outturn"]);
  expect(said).toContainEqual(["2023年度决算数", 2023, "outturn"]);
});
