import { catalogue } from "../src/catalogue";
import { allChecks } from "../src/engine/all-checks";
import { checkWorkbook } from "../src/engine/check-workbook";
import { buildWorkbook, type SourceCell, type Workbook } from "../src/engine/workbook";
import { leastTime, sink } from "./measure";

type Words = string | number | null;

const NUMERALS = [..."一二三四五六七八九"];
const COLUMNS = 12;
const SHORT = 2_000;
const LONG = 20_000;

/** Tables that no template knows, by what is made of them: every reader that is a last resort has looked at each. */
const TABLES: readonly (readonly [string, (lines: number) => Words[][]])[] = [
  ["标题下的分项", outline],
  ["互不相干的列", loose],
];

/** Prints how the time of a line grows with the lines of a table that nobody described. */
export function benchLongTables(): void {
  console.log(`\n没有表样的长表：${LONG} 行时每行用时 / ${SHORT} 行时的每行用时（目标 < 1.5）`);
  for (const [name, make] of TABLES) {
    const [short, long] = [workbookOf(make(SHORT)), workbookOf(make(LONG))];
    const check = (book: Workbook) => (sink.value = checkWorkbook("bench", book, catalogue, allChecks));
    const few = leastTime(() => check(short), { warm: 3, runs: 5 });
    const many = leastTime(() => check(long), { warm: 1, runs: 3 });
    console.log(`  ${(many / LONG / (few / SHORT)).toFixed(2)}  ${name}（${LONG} 行 ${many.toFixed(0)} ms）`);
  }
}

function workbookOf(rows: readonly (readonly Words[])[]): Workbook {
  const cells = rows.flatMap((words, row) =>
    words.flatMap((value, column): SourceCell[] => (value === null ? [] : [{ row, column, value }])),
  );
  return buildWorkbook([{ name: "长表", cells }]);
}

/** Numbered headings, each over nine numbered rows that it is the sum of. */
function outline(lines: number): Words[][] {
  const groups = Array.from({ length: lines / (NUMERALS.length + 1) }, (_, group): Words[][] => [
    [`${NUMERALS[group % NUMERALS.length]!}、第${group}类设备（台）`, 45],
    ...NUMERALS.map((_word, part): Words[] => [`　${part + 1}.第${group}类之${part + 1}`, part + 1]),
  ]);
  return [["国有资产情况表"], ["单位名称：某县某局"], ["项目", "数量"], ...groups.flat()];
}

/** Names and figures that have nothing to do with each other. */
function loose(lines: number): Words[][] {
  const figure = (line: number, column: number): number => ((line * 7919 + column * 104_729) % 99_991) / 100;
  const columns = Array.from({ length: COLUMNS }, (_, column) => column);
  return [
    ["某项资金明细情况"],
    ["名称", ...columns.map((column) => `第${column}次金额`)],
    ...Array.from({ length: lines }, (_, line): Words[] => [
      `第${line}户`,
      ...columns.map((column) => figure(line, column)),
    ]),
  ];
}
