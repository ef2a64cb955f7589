import { strToU8, zipSync } from "fflate";
import type { AuthoredCell, Edit } from "../src/engine/workbook";

type Row = readonly (string | number | null)[];

const head: Row = [
  "项目名称",
  "资金总额",
  "年度绩效目标",
  "一级指标",
  "二级指标",
  "三级指标",
  "指标值类型",
  "指标值",
  "度量单位",
  "分值",
  "评分标准",
];
const kinds = [
  ["成本指标", "经济成本指标", "控制成本", "≤", "万元", "未超出得满分，每超出1%扣1分，扣完为止"],
  ["产出指标", "数量指标", "完成数量", "≥", "次", "完成率×分值"],
  ["产出指标", "质量指标", "合格比例", "≥", "%", "每低1个百分点扣0.5分，扣完为止"],
  ["效益指标", "社会效益指标", "受益人数", "≥", "人次", "完成率低于60%不得分，其余按完成率计分"],
  [
    "满意度指标",
    "服务对象满意度指标",
    "满意比例",
    "≥",
    "%",
    "≥90%得满分，≥80%得80%的分值，≥60%得50%的分值，否则不得分",
  ],
] as const;
const fields = [
  "道路",
  "绿化",
  "排水",
  "照明",
  "档案",
  "培训",
  "普查",
  "防汛",
  "安全",
  "宣传",
  "信息",
  "服务",
  "巡查",
  "应急",
  "监测",
];
const works = [
  "养护",
  "改造",
  "整治",
  "采购",
  "建设",
  "运行",
  "维修",
  "更新",
  "管理",
  "评估",
  "检测",
  "保障",
  "推广",
  "整理",
  "监理",
  "清理",
  "调查",
  "配套",
  "补助",
  "奖励",
];

/** Name of the n-th made project: no two are alike enough to be taken for one another. */
export function projectName(number: number): string {
  const [field, work] = [fields[number % fields.length]!, works[Math.floor(number / fields.length) % works.length]!];
  return `${field}${work}经费`;
}

/** A 项目支出绩效目标表 of so many projects, each of so many indicators whose points add up to 90, as a sheet to add. */
export function madeTargets(projects: number, indicators: number): Edit {
  const rows: Row[] = [
    ["2025年项目支出绩效目标表"],
    ["部门名称：某区城管局", null, null, null, null, null, null, null, null, null, "单位：万元"],
    head,
  ];
  for (let project = 0; project < projects; project++) {
    for (let at = 0; at < indicators; at++) {
      const [level1, level2, name, type, unit, criterion] = kinds[Math.floor((at * kinds.length) / indicators)]!;
      const points = at === indicators - 1 ? 90 - 3 * (indicators - 1) : 3;
      const first: Row =
        at === 0
          ? [projectName(project), 100 + project, `做好${projectName(project)}的各项工作。`]
          : [null, null, null];
      rows.push([
        ...first,
        level1,
        level2,
        `${fields[at % fields.length]!}${name}${at + 1}`,
        type,
        unit === "%" ? 90 : 100 + at,
        unit,
        points,
        criterion,
      ]);
    }
  }
  return addedSheet("绩效目标表", rows);
}

/** What was achieved in those projects: actual values of every indicator, money in the first row of each project. */
export function madeActuals(projects: number, indicators: number): Edit {
  const rows: Row[] = [["项目", "三级指标", "实际完成值", "全年预算数", "全年执行数"]];
  for (let project = 0; project < projects; project++) {
    for (let at = 0; at < indicators; at++) {
      const [, , name, , unit] = kinds[Math.floor((at * kinds.length) / indicators)]!;
      const money: Row = at === 0 ? [100 + project, 90 + project] : [];
      rows.push([
        at === 0 ? projectName(project) : null,
        `${fields[at % fields.length]!}${name}${at + 1}`,
        `${unit === "%" ? 85 + (at % 15) : 90 + ((at * 7 + project) % 40)}${unit}`,
        ...money,
      ]);
    }
  }
  return addedSheet("完成情况", rows);
}

function addedSheet(name: string, rows: readonly Row[]): Edit {
  const cells = rows.flatMap((row, at) =>
    row.flatMap((value, column): AuthoredCell[] => (value === null ? [] : [{ row: at, column, value }])),
  );
  return { type: "add-sheet", sheet: { name, cells } };
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** A workbook file with one sheet of one cell, for sheets to be added to. */
export function emptyFile(): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
        `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ),
    "_rels/.rels": strToU8(
      `${xml}<Relationships xmlns="${relationships}">` +
        `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    "xl/workbook.xml": strToU8(
      `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
        '<sheet name="说明" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    "xl/_rels/workbook.xml.rels": strToU8(
      `${xml}<Relationships xmlns="${relationships}">` +
        `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(
      `${xml}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is>` +
        "<t>本表由办公室填写</t></is></c></row></sheetData></worksheet>",
    ),
  });
}
