import { catalogue } from "../src/catalogue";
import { allChecks } from "../src/engine/all-checks";
import { checkWorkbook } from "../src/engine/check-workbook";
import { buildWorkbook, type Workbook } from "../src/engine/workbook";
import { sink } from "./measure";

type Rows = readonly (readonly (string | number)[])[];

/** Beginnings of what patterns look for, again and again. */
const PIECES: readonly string[] = [
  ...[
    "9",
    "1,",
    "(",
    "（",
    "[",
    "【",
    "一",
    "、",
    "，",
    "%",
    "-",
    " ",
    "　",
    "：",
    "／",
    "年",
    "局",
    "万",
    "万元",
    "a",
  ],
  ...["合计", "其中：", "科目", "单位：", "部门名称：", "2025年", "2025年部门收支总表", "收入", "项目支出绩效目标表"],
  ...["一、", "(一)", "1.", "每少1个扣1分", "基本支出", "1.2万元，"],
];

const budget = (title: string, body: string, head: string, name: string): Rows => [
  [title],
  [body, "", "", "单位：万元"],
  ["收入", "", "支出", ""],
  ["项目", head, "项目", "预算数"],
  ["一、一般公共预算拨款收入", 1000, name, 800],
  ["收入总计", 1000, "支出总计", 1000],
];

const [TITLE, BODY, HEAD, NAME] = ["2025年部门收支总表", "部门名称：某市某局", "预算数", "教育支出"] as const;

/** Where in a table the text stands. */
const places: readonly (readonly [string, (text: string) => { readonly name: string; readonly rows: Rows }])[] = [
  ["表名", (text) => ({ name: "表", rows: budget(text, BODY, HEAD, NAME) })],
  ["单位名称", (text) => ({ name: "表", rows: budget(TITLE, text, HEAD, NAME) })],
  ["表头", (text) => ({ name: "表", rows: budget(TITLE, BODY, text, NAME) })],
  ["行名", (text) => ({ name: "表", rows: budget(TITLE, BODY, HEAD, text) })],
  ["表注", (text) => ({ name: "表", rows: [...budget(TITLE, BODY, HEAD, NAME), [text]] })],
  ["工作表名", (text) => ({ name: text, rows: [["一"]] })],
];

const [FEW, MANY] = [10_000, 40_000];

/** Prints the worst text of 40 000 characters in one cell: what it costs, and how that grows with its length. */
export function benchHostileTexts(): void {
  check(bookOf(places[0]![1]("表")));
  const found = places.flatMap(([place, made]) =>
    PIECES.map((piece) => {
      const spent = (length: number): number => {
        const book = bookOf(made(piece.repeat(Math.ceil(length / piece.length)).slice(0, length)));
        const start = process.cpuUsage();
        check(book);
        return process.cpuUsage(start).user / 1000;
      };
      return { place, piece, few: spent(FEW), many: spent(MANY) };
    }),
  );
  const { place, piece, few, many } = found.sort((a, b) => b.many - a.many)[0]!;
  console.log(
    `\n${(many / few / (MANY / FEW)).toFixed(2)}  每个字用时：一格里 ${MANY} 字 / ${FEW} 字（目标 < 1.5）；` +
      `${found.length} 条刁难文字里最慢的 ${many.toFixed(0)} ms（目标 < 200）：${place}“${piece}…”`,
  );
}

function bookOf({ name, rows }: { readonly name: string; readonly rows: Rows }): Workbook {
  const cells = rows.flatMap((values, row) =>
    values.flatMap((value, column) => (value === "" ? [] : [{ row, column, value }])),
  );
  return buildWorkbook([{ name, cells }]);
}

function check(book: Workbook): void {
  sink.value = checkWorkbook("bench", book, catalogue, allChecks);
}
