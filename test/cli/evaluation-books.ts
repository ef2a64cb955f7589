import { writeXlsx } from "hucre/xlsx";
import type { WriteSheet } from "hucre";

type Value = string | number | null;

/** A sheet of values; `formulas` are written without a cached value, as programs write them that do not calculate. */
function sheetOf(
  name: string,
  rows: readonly (readonly Value[])[],
  merges: readonly (readonly [number, number, number, number])[] = [],
  formulas: Readonly<Record<string, string>> = {},
): WriteSheet {
  const cells: NonNullable<WriteSheet["cells"]> = new Map(
    Object.entries(formulas).map(([key, formula]) => [key, { formula }]),
  );
  return {
    name,
    rows: rows.map((row) => [...row]),
    cells,
    merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
  };
}

const indicatorHead = [
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
];

/**
 * A self-evaluation with four actuals, one score already typed, 总分 as a formula, a sheet that depends on it, and one
 * that does not.
 */
export function evaluationBook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      sheetOf(
        "自评",
        [
          ["2025年度项目支出绩效自评表"],
          ["项目名称", "街面秩序巡查", null, null, "主管部门", "某区城管局"],
          ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
          ["年度资金总额", 60, 62, 58.9, 10, "95%", null],
          ["年度总体目标", "街面秩序良好。"],
          [],
          indicatorHead,
          ["产出指标", "数量指标", "巡查次数", "≥1200次", "1140次", 30, null, "暴雨停巡12天；雨后补巡。"],
          [null, "质量指标", "整改完成率", "≥95%", "96%", 20, 18],
          ["效益指标", "社会效益指标", "投诉下降情况", "明显下降", "有所下降", 30],
          ["满意度指标", "服务对象满意度指标", "居民满意度", "≥90%", "86%", 10, null, "个别点位占道反复；已增派人手。"],
          [],
          ["总分", null, null, null, null, 100, null],
        ],
        [
          [0, 0, 0, 7],
          [7, 0, 8, 0],
          [12, 0, 12, 4],
        ],
        { "12,6": "SUM(G4,G8:G11)" },
      ),
      sheetOf(
        "汇总",
        [
          ["项目", "得分"],
          ["街面秩序巡查", null],
        ],
        [],
        { "1,1": "自评!G13" },
      ),
      sheetOf("说明", [["本表由办公室填写"]]),
    ],
  });
}

const targetHead = [
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

/** Approved targets of two projects and of the whole department; those of the first have criteria of their own. */
export function targetsBook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      sheetOf("项目目标", [
        ["2025年项目支出绩效目标表"],
        ["部门名称：某区城管局", null, null, null, null, null, null, null, null, "单位：万元"],
        targetHead,
        [
          "街面秩序巡查",
          60,
          "街面秩序良好。",
          "产出指标",
          "数量指标",
          "巡查次数",
          "≥",
          1200,
          "次",
          30,
          "完成1200次得满分，每少20次扣1分，扣完为止",
        ],
        [
          null,
          null,
          null,
          null,
          "质量指标",
          "整改完成率",
          "≥",
          95,
          "%",
          20,
          "95%及以上得满分，每低1个百分点扣2分，扣完为止",
        ],
        [
          null,
          null,
          null,
          "效益指标",
          "社会效益指标",
          "投诉下降情况",
          "定性",
          "明显下降",
          null,
          30,
          "明显下降得满分，有所下降酌情扣分，没有下降不得分",
        ],
        [
          null,
          null,
          null,
          "满意度指标",
          "服务对象满意度指标",
          "居民满意度",
          "≥",
          90,
          "%",
          10,
          "≥90%得10分，≥80%得8分，≥60%得5分，否则不得分",
        ],
        ["公厕改造", 85, "改造公厕。", "产出指标", "数量指标", "改造座数", "≥", 6, "座", 50, "每少1座扣8分，扣完为止"],
        [null, null, null, "效益指标", "社会效益指标", "日均服务人次", "≥", 3000, "人次", 30, "完成率×分值"],
        [
          null,
          null,
          null,
          "满意度指标",
          "服务对象满意度指标",
          "市民满意度",
          "≥",
          85,
          "%",
          10,
          "≥85%得满分，每低1个百分点扣1分，扣完为止",
        ],
      ]),
      sheetOf("整体目标", [
        ["2025年部门整体支出绩效目标表"],
        ["部门名称", "某区城管局"],
        ["年度预算申请（万元）", "资金总额：900"],
        [null, "按收入性质分：", null, "按支出性质分："],
        [null, "其中：一般公共预算：900", null, "其中：基本支出：755"],
        [null, "其他资金：0", null, "项目支出：145"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "评分标准", "分值"],
        [null, "产出指标", "数量指标", "清扫保洁面积", "≥480万平方米", "完成率×分值", 50],
        [null, "效益指标", "社会效益指标", "文明城市测评排名", "前3名", "前3名得满分，每落后1名扣5分，扣完为止", 30],
        [
          null,
          "满意度指标",
          "服务对象满意度指标",
          "市民满意度",
          "≥88%",
          "≥88%得满分，每低1个百分点扣1分，扣完为止",
          10,
        ],
      ]),
    ],
  });
}

/** What was achieved, on a sheet of its own: projects named once, money in the first row of each. */
export function actualsBook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      sheetOf("完成情况", [
        ["2025年度项目完成情况统计"],
        ["项目", "三级指标", "实际完成值", "全年预算数", "全年执行数", "偏差原因"],
        ["街面秩序巡查", "巡查次数", "1140次", 62, 58.9, "暴雨停巡12天；雨后补巡。"],
        [null, "整改完成率", "96%"],
        [null, "投诉下降情况", "有所下降"],
        [null, "居民满意度", "86%", null, null, "个别点位占道反复；已增派人手。"],
        ["公厕改造", "改造座数", 6],
      ]),
    ],
  });
}
