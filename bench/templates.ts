import { readFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "../src/catalogue";
import { recogniseTables } from "../src/engine/tables";
import type { TableTemplate } from "../src/engine/tables";
import { openPackage, readWorkbook } from "../src/hosts/file";
import { medianTime, sink } from "./measure";

const [few, many] = [20, 60];

/** The catalogue's templates, then others of cities whose tables are called otherwise, until there are as many. */
function templatesOf(count: number): TableTemplate[] {
  const others = Array.from({ length: count }, (_, index): TableTemplate => {
    const like = catalogue.templates[index % catalogue.templates.length]!;
    return {
      ...like,
      id: `${like.id}-${index}`,
      kind: `${like.kind}-${index}`,
      titles: like.titles.map((title) => `第${index}号(?:${title})`),
    };
  });
  return [...catalogue.templates, ...others].slice(0, count);
}

/** Prints what recognising costs with many templates against few. */
export function benchTemplates(): void {
  const seed = join(process.cwd(), "seeds", "changsha-industry-budget-2025.xlsx");
  const workbook = readWorkbook(openPackage(readFileSync(seed)));
  const timeWith = (count: number): number => {
    const templates = templatesOf(count);
    // The grid of a sheet is kept with it: a copy is recognised as if it were met for the first time.
    return medianTime(
      () =>
        (sink.value = recogniseTables(
          { ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet })) },
          templates,
        )),
      { warm: 20, runs: 21 },
    );
  };
  const [short, long] = [timeWith(few), timeWith(many)];
  console.log(
    `\n${(long / short).toFixed(2)}  识别用时：${many} 张表样 / ${few} 张表样` +
      `（目标 < 1.3；${long.toFixed(1)} ms，${short.toFixed(1)} ms）`,
  );
}
