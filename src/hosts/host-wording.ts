import type { CellContents } from "./host";
import type { HostProblem, MovedCell } from "./host-problem";

/** A problem as a person reads it. */
export interface HostProblemWords {
  /** What happened. */
  readonly happened: string;
  /** What it means for the figures. */
  readonly figures: string;
  /** What to do. */
  readonly remedy: string;
}

const UNTOUCHED = "工作簿里的数字没有任何改动。";

/** Words a problem in office Chinese, in three parts. */
export function describeHostProblem(problem: HostProblem): HostProblemWords {
  switch (problem.code) {
    case "cell-being-edited":
      return words("有单元格正在编辑，Excel 暂时不能读写。", UNTOUCHED, "请先按回车结束单元格编辑，再点“继续”。");
    case "dialog-open":
      return words("Excel 里有对话框开着，暂时不能写入。", UNTOUCHED, "请先关闭对话框，再点“继续”。");
    case "sheet-protected":
      return words(
        `${listed(problem.sheets)}设有保护，不能写入。`,
        UNTOUCHED,
        "核对结果仍在窗格里；确要改动，请先在“审阅”中撤销工作表保护。",
      );
    case "workbook-protected":
      return words(
        "工作簿的结构设有保护，不能增加或删除工作表。",
        UNTOUCHED,
        "核对结果仍在窗格里；确要增加工作表，请先在“审阅”中撤销保护工作簿。",
      );
    case "read-only":
      return words(
        "工作簿以只读方式打开，或正被他人占用，不能写入。",
        UNTOUCHED,
        "请另存一份，或取得编辑权限后再试；核对结果仍可在窗格里查看。",
      );
    case "too-large":
      if (problem.rows !== undefined)
        return words(
          `“${problem.sheet}”用到了 ${problem.rows} 行、${problem.columns} 列，Excel 一次传不过来。`,
          "这次没有核对，未作任何改动。",
          "多半是很远处有一个空格：请在这张表按 Ctrl+End，把多余的行和列删掉，保存后再核对；确有这么多内容的，请移到别的工作簿。",
        );
      return words(
        `${problem.sheet === "" ? "" : `“${problem.sheet}”的`}内容太多，Excel 一次传不过来。`,
        "这次没有核对，未作任何改动。",
        "请把与预算表无关的明细移到别的工作簿，或改用桌面版 Excel 打开后再试。",
      );
    case "session-lost":
      return words(
        "与 Excel 的连接已中断。",
        "中断前已写入的内容以工作簿里看到的为准。",
        "请重新打开工作簿和窗格，再核对一次。",
      );
    case "busy":
      return words("Excel 正忙，这次操作没有进行。", UNTOUCHED, "请稍等片刻再点“继续”。");
    case "changed-meanwhile":
      return words(
        `读取之后，${moved(problem.cells)}`,
        "为免覆盖他人填写的内容，这次没有写入。",
        "请重新核对，再决定是否改动。",
      );
    case "sheet-gone":
      return words(`${listed(problem.sheet === "" ? [] : [problem.sheet])}已被删除。`, UNTOUCHED, "请重新核对。");
    case "sheet-hidden":
      return words(
        `工作表“${problem.sheet}”是隐藏的，无法转到该单元格。`,
        UNTOUCHED,
        problem.forGood
          ? "这张表是由宏或别的程序隐藏的，右键菜单里没有它；请找制表的人显示出来，再点一次。"
          : "请在工作表标签上点右键，选“取消隐藏”，再点一次。",
      );
    case "bad-address":
      return words(`“${problem.sheet}”里没有 ${problem.address} 这样的单元格。`, UNTOUCHED, "请重新核对。");
    case "bad-value":
      return words(
        `要写入“${problem.sheet}”${problem.address} 的内容 Excel 存不下。`,
        UNTOUCHED,
        "请改短文字或改正数字后再试。",
      );
    case "unsupported-excel":
      return words(
        "这个版本的 Excel 太旧，用不了本加载项。",
        UNTOUCHED,
        "请用 Excel 2021 及以上版本或 Microsoft 365；没有的，可把工作簿拖进预算核对的网页里核对。",
      );
    case "no-excel":
      return words(
        "这个页面没有在 Excel 里打开。",
        "没有读取任何工作簿。",
        "请在 Excel 的“预算核对”选项卡中打开，或改用预算核对的网页。",
      );
    case "excel-silent":
      return words("Excel 没有回应。", "没有读取任何工作簿。", "请关闭窗格再打开；仍不行，请重新启动 Excel。");
    case "nothing-to-undo":
      return words("没有可以撤销的改动。", UNTOUCHED, "如需恢复更早的内容，请用 Excel 自己的“撤销”或以前保存的文件。");
    case "bad-settings":
      return words(
        "工作簿里保存的核对设置已损坏，无法使用。",
        "数字没有改动；以前的“已说明”暂时看不到。",
        "可以重新设置；保存后会替换损坏的部分。",
      );
    case "half-done":
      return words(
        "写入到一半时失败，而且没能全部恢复。",
        `请检查这些地方，可能是新内容，也可能是旧内容：${placesOf(problem)}。`,
        "请用 Excel 自己的“撤销”，或不保存关闭后重新打开，再核对一次。",
      );
    case "refused":
      return words("Excel 拒绝了这次操作。", UNTOUCHED, "请再试一次；仍不行，请把下面的详细信息发给维护人员。");
  }
}

function words(happened: string, figures: string, remedy: string): HostProblemWords {
  return { happened, figures, remedy };
}

function listed(sheets: readonly string[]): string {
  return sheets.length === 0 ? "有工作表" : `工作表${sheets.map((sheet) => `“${sheet}”`).join("、")}`;
}

function placesOf({ cells, sheets }: Extract<HostProblem, { code: "half-done" }>): string {
  const places = cells.map(({ sheet, address }) => `“${sheet}”${address}`);
  return [...places, ...sheets.map((sheet) => `工作表“${sheet}”`)].join("、");
}

const MOST_NAMED = 3;

function moved(cells: readonly MovedCell[]): string {
  const named = cells
    .slice(0, MOST_NAMED)
    .map(({ sheet, address, was, now }) => `“${sheet}”${address} 由 ${shown(was)} 变为 ${shown(now)}`);
  return `${named.join("，")}${cells.length > MOST_NAMED ? `，等共 ${cells.length} 处` : ""}。`;
}

function shown(contents: CellContents): string {
  return contents === null || contents === "" ? "空白" : String(contents);
}
