import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue, extendCatalogue } from "../../src/catalogue";
import { files as ruleFiles } from "../../src/catalogue/rules";
import { files as templateFiles } from "../../src/catalogue/templates";
import { checkInPractice, scoreInPractice, USUAL_PRACTICE } from "../../src/engine/criteria";
import { settingsFromXml, settingsToXml } from "../../src/engine/settings";
import { buildWorkbook } from "../../src/engine/workbook";
import type { SourceCell } from "../../src/engine/workbook";
import { WorkbookFileError } from "../../src/hosts/file";
import { checkAll, INNER, oddFile, throughFile } from "./books";
import { mutated, oddNumber, oddText } from "./odd";
import type { Random } from "./random";

/** What is tried: each makes a case out of a row of numbers and runs it; a case that it should not survive throws. */
export type Kind = (random: Random) => () => void;

const criteria = readFileSync(join(__dirname, "../golden/criteria/criteria.tsv"), "utf8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"));

const file =
  (way: "archive" | "markup" | "cells"): Kind =>
  (random) => {
    const bytes = oddFile(random, way);
    return () => {
      try {
        throughFile(bytes);
      } catch (error) {
        if (!(error instanceof WorkbookFileError)) throw error;
      }
    };
  };

function withoutInner(value: unknown): void {
  const inner = INNER.exec(JSON.stringify(value));
  if (inner) throw new Error(`shown: ${inner[0]}`);
}

const criterion: Kind = (random) => {
  const [text = "", indicator = "", target = "", unit = "", type = "", points = ""] = random.pick(criteria);
  const odd = (usual: string): string | number =>
    random.chance(0.6)
      ? usual
      : random.chance(0.3)
        ? oddNumber(random)
        : random.chance(0.5)
          ? oddText(random)
          : mutated(usual, random);
  const given = {
    id: random.chance(0.1) ? oddText(random) : "1",
    criterion: random.chance(0.1) ? oddText(random) : mutated(text, random),
    indicator: odd(indicator),
    target: odd(target),
    unit: odd(unit),
    type: odd(type),
    points: odd(points),
    actual: odd(target),
  } as Parameters<typeof scoreInPractice>[0];
  return () => {
    const { result } = scoreInPractice(given, USUAL_PRACTICE);
    if (result.problems.some((problem) => problem.includes("出了意外"))) throw new Error(result.problems.join(" "));
    if (result.score !== null && !Number.isFinite(result.score)) throw new Error(`a score of ${result.score}`);
    withoutInner(result);
    withoutInner(
      checkInPractice(
        {
          criterion: String(given.criterion),
          target: String(given.target),
          unit: String(given.unit),
          type: String(given.type),
          points: String(given.points),
        } as Parameters<typeof checkInPractice>[0],
        USUAL_PRACTICE.corrections,
      ),
    );
  };
};

const sentences = [
  "2025年本单位收入预算1,234.56万元，其中：一般公共预算拨款1,000.00万元，占81%；政府性基金拨款234.56万元，占19%。",
  "比上年增加12.3万元，增长1.2%，主要是人员经费增加。",
  "“三公”经费预算20万元，其中：公务接待费5万元，公务用车运行维护费15万元（购置费0万元），因公出国（境）费0万元。",
  "基本支出800万元，占64.8%，其中人员经费700万元，公用经费100万元；项目支出434.56万元，占35.2%。",
  "政府采购预算总额100万元，其中货物类50万元、工程类30万元、服务类20万元。",
  "截至2024年12月31日，共有车辆3辆，其中一般公务用车2辆、特种专业技术用车1辆。",
];

const narrative: Kind = (random) => {
  const lines = ["2025年部门预算公开说明", "一、部门收支总体情况"];
  for (let count = 1 + random.below(12); count > 0; count--)
    lines.push(random.chance(0.6) ? mutated(random.pick(sentences), random) : random.pick(sentences));
  const workbook = buildWorkbook([
    {
      name: random.chance(0.1) ? oddText(random) : "说明",
      cells: lines.map((value, row) => ({ row, column: 0, value })),
    },
    budget(random),
  ]);
  return () => void checkAll(workbook);
};

/** A small 收支总表 in which any cell may be odd. */
function budget(random: Random): { name: string; cells: SourceCell[] } {
  const rows: readonly (readonly (string | number)[])[] = [
    ["2025年部门收支总表"],
    ["部门名称：某市某局", "", "", "单位：万元"],
    ["收入", "", "支出", ""],
    ["项目", "预算数", "项目", "预算数"],
    ["一、一般公共预算拨款收入", 1000, "一、一般公共服务支出", 800],
    ["二、政府性基金预算拨款收入", 234.56, "二、教育支出", 434.56],
    ["本年收入合计", 1234.56, "本年支出合计", 1234.56],
    ["收入总计", 1234.56, "支出总计", 1234.56],
  ];
  const cells = rows.flatMap((values, row) =>
    values.flatMap((value, column): SourceCell[] => {
      const odd = random.chance(0.06) ? (random.chance(0.5) ? oddText(random) : oddNumber(random)) : value;
      return odd === "" ? [] : [{ row, column, value: odd, format: typeof odd === "number" ? "#,##0.00" : undefined }];
    }),
  );
  return { name: "收支总表", cells };
}

const cells: Kind = (random) => {
  const workbook = buildWorkbook(
    Array.from({ length: 1 + random.below(3) }, (_, at) => ({ ...budget(random), name: `表${at}` })),
  );
  return () => void checkAll(workbook);
};

const own = [...ruleFiles, ...templateFiles];

/** A person's own folder of one file with slips in it. */
const folder: Kind = (random) => {
  const { name, content } = random.pick(own);
  const text = JSON.stringify(content);
  let odd: unknown;
  try {
    odd = JSON.parse(random.chance(0.5) ? withOddValue(text, random) : mutated(text, random));
  } catch {
    return () => undefined;
  }
  return () => {
    const { problems } = extendCatalogue(catalogue, [{ name, content: odd }]);
    withoutInner(problems);
  };
};

function withOddValue(json: string, random: Random): string {
  const values = [...json.matchAll(/"(?:[^"\\]|\\.)*"|\b\d+\b|true|false|null/g)];
  const { index, 0: whole } = random.pick(values);
  const made = random.pick([
    JSON.stringify(oddText(random)),
    "null",
    "1e999",
    "[]",
    "{}",
    "-1",
    '"(("',
    '{"__proto__":1}',
  ]);
  return json.slice(0, index) + made + json.slice(index + whole.length);
}

const settingsPart = [
  '<hedui xmlns="urn:hedui:1" live="true">',
  '<sheet name="附表3" as="excluded" sign="a|b"><column header="本年安排" as="total"/></sheet>',
  '<rule id="amount-notation" off="没有"/><convention name="steps" is="exact"/>',
  '<criterion text="完成得分" reads="完成得满分" by="甲" on="2025-02-28"/>',
  '<exception key="k" title="t" reason="r" by="甲" on="2025-02-28"><value>12</value></exception></hedui>',
].join("");

const settings: Kind = (random) => {
  const xml = random.chance(0.5)
    ? settingsPart.replace(/"[^"]*"/g, (value) => (random.chance(0.1) ? JSON.stringify(oddText(random)) : value))
    : mutated(settingsPart, random);
  const workbook = buildWorkbook([budget(random)]);
  return () => {
    const read = settingsFromXml(xml);
    if (read === null) return;
    if (settingsFromXml(settingsToXml(read)) === null) throw new Error("what was written cannot be read");
    checkAll(workbook, read);
  };
};

/** Every kind, with how many of a hundred cases are of it. */
export const kinds: readonly { readonly name: string; readonly share: number; readonly kind: Kind }[] = [
  { name: "archive", share: 5, kind: file("archive") },
  { name: "markup", share: 12, kind: file("markup") },
  { name: "cells-of-files", share: 10, kind: file("cells") },
  { name: "cells", share: 13, kind: cells },
  { name: "criteria", share: 40, kind: criterion },
  { name: "texts", share: 10, kind: narrative },
  { name: "catalogue", share: 5, kind: folder },
  { name: "settings", share: 5, kind: settings },
];
