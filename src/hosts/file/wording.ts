import type { WorkbookFileProblem } from "./problem";

/** What a person reads: what is wrong, where, and what to do. One line, without the file's name. */
export function describeFileProblem(problem: WorkbookFileProblem): string {
  switch (problem.code) {
    case "empty-file":
      return "文件是空的（0 字节），请重新导出或向提供人索取。";
    case "not-a-workbook":
      return "不是 Excel 工作簿（.xlsx），请核对文件是否选错，或用 Excel、WPS 另存为 .xlsx 后再试。";
    case "old-xls":
      return "这是旧格式的文件（Excel 97-2003 的 .xls，或 WPS 的 .et），请用 Excel 或 WPS 打开后另存为 .xlsx 再试。";
    case "encrypted":
      return "文件设有打开密码，无法读取，请在 Excel 中取消“用密码进行加密”后另存再试。";
    case "other-format":
      return `这是${FORMAT_NAMES[problem.format]}，不是 .xlsx 工作簿，请${FORMAT_ADVICE[problem.format]}。`;
    case "truncated":
      return "文件不完整，可能没有下载或复制完，请重新获取一份。";
    case "damaged-part":
      return `文件已损坏（部件 ${problem.part} 的校验不符），请重新获取一份，或用 Excel 的“打开并修复”另存后再试。`;
    case "malformed-part":
      return `文件内容有误（部件 ${problem.part} 第 ${problem.position + 1} 个字符附近无法识别），请用 Excel 的“打开并修复”另存后再试。`;
    case "missing-part":
      return `文件不完整（缺少部件 ${problem.part}），请用 Excel 打开后另存再试。`;
    case "no-workbook-part":
      return "压缩包里没有工作簿，不是 Excel 文件，请核对文件是否选错。";
    case "no-sheets":
      return "工作簿里没有任何工作表，请核对文件是否选错。";
    case "archive-bomb":
      return `文件展开后有 ${megabytes(problem.declared)} MB，是原来（${megabytes(problem.compressed)} MB）的很多倍，不像正常的工作簿，已拒绝打开。`;
    case "archive-lies":
      return `文件已损坏（部件 ${problem.part} 的实际大小与登记的不符），请重新获取一份。`;
    case "too-large":
      return `文件过大（${megabytes(problem.bytes)} MB，最多 ${megabytes(problem.limit)} MB），请删去无关的工作表或图片后再试。`;
    case "unsupported-compression":
      return `部件 ${problem.part} 的压缩方式无法识别，请用 Excel 或 WPS 打开后另存为 .xlsx 再试。`;
    case "too-many-rows":
      return `工作表“${problem.sheet}”有内容的行超过 ${problem.limit} 行，不像公开用的预算表，请把明细数据另存为别的文件后再试。`;
    case "too-many-cells":
      return `读到工作表“${problem.sheet}”时单元格总量超过 ${problem.limit} 个，请把明细数据另存为别的文件后再试。`;
    case "no-such-sheet":
      return `工作簿里没有名为“${problem.sheet}”的工作表，未作任何改动。`;
    case "bad-address":
      return `“${problem.sheet}”里没有 ${problem.address} 这样的单元格地址，未作任何改动。`;
    case "array-formula":
      return `“${problem.sheet}”的 ${problem.address} 属于数组公式（${problem.range}），不能单独改写，请先在 Excel 中取消数组公式，未作任何改动。`;
    case "bad-value":
      return problem.reason === "too-long"
        ? `要写入“${problem.sheet}”${problem.address} 的文字超过 32767 个字，Excel 存不下，未作任何改动。`
        : `要写入“${problem.sheet}”${problem.address} 的不是有效数字，未作任何改动。`;
    case "no-cells-to-write":
      return `“${problem.sheet}”是图表页，没有单元格，无法写入，未作任何改动。`;
    case "bad-settings":
      return "要写入的设置不是有效的内容，未作任何改动。";
    case "file-not-found":
      return `找不到文件 ${problem.path}，请核对路径和文件名。`;
    case "not-a-file":
      return `${problem.path} 不是文件（可能是文件夹），请给出 .xlsx 文件。`;
    case "file-not-readable":
      return `没有权限读取 ${problem.path}，或文件正被占用，请检查后再试。`;
    case "target-is-input":
      return `输出位置 ${problem.path} 就是输入文件，原件不能被改写，请换一个文件名。`;
    case "target-exists":
      return `输出位置 ${problem.path} 已有文件，未作改动；确要覆盖请加 --force。`;
    case "target-not-writable":
      return `无法写入 ${problem.path}，请检查文件夹是否存在、是否有写入权限、磁盘是否已满、文件是否正被打开。`;
  }
}

type OtherFormat = Extract<WorkbookFileProblem, { code: "other-format" }>["format"];

const FORMAT_NAMES: Record<OtherFormat, string> = {
  xlsb: "二进制工作簿（.xlsb）",
  ods: "开放文档表格（.ods）",
  docx: " Word 文档（.docx）",
  pptx: "演示文稿（.pptx）",
  ofd: " OFD 版式文件",
  csv: "文本文件（.csv、.txt）",
  html: "网页文件",
  pdf: " PDF 文件",
};

const SAVE_AS = "用 Excel 或 WPS 打开后另存为 .xlsx 再试";
const FORMAT_ADVICE: Record<OtherFormat, string> = {
  xlsb: SAVE_AS,
  ods: SAVE_AS,
  docx: "核对文件是否选错，或把其中的表格复制到工作簿后再试",
  pptx: "核对文件是否选错",
  ofd: "向提供人索取 .xlsx 原件",
  csv: SAVE_AS,
  html: SAVE_AS,
  pdf: "向提供人索取 .xlsx 原件",
};

function megabytes(bytes: number): string {
  const value = bytes / (1024 * 1024);
  return value >= 10 ? String(Math.round(value)) : value.toFixed(1);
}
