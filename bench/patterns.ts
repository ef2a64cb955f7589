/**
 * Every pattern of the code and of the catalogue on texts that are made to hold it up: what a text of 2000 characters
 * costs it, and how that grows with the length. That a pattern is only asked of short texts is not seen here.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import * as ts from "typescript";
import { seedWorkbooks } from "./seeds";

const [FEW, MANY] = [500, 2000];
/** Milliseconds below which a text costs nothing worth measuring. */
const NOTICED = 0.5;
/** One that takes so long is stopped. */
const ENDLESS = 200;
const AIM = 1.5;

/** What patterns look for, again and again; each pattern's own words come on top. */
const PIECES: readonly string[] = [
  ..."9,.(（[【一、，%- 　：年局万a表",
  ...[
    "1,",
    "9.",
    "万元",
    "合计",
    "其中：",
    "科目",
    "单位：",
    "2025年",
    "不得分",
    "每少1个扣1分",
    "90%以上",
    "得满分，",
    "（含）",
  ],
  ..."abc=\"'<>/\\;?&#:\n",
];

const made = new Map<string, RegExp>();
const take = (pattern: RegExp): void => void made.set(`/${pattern.source}/${pattern.flags}`, pattern);

/** Those that the code writes out, in all its files. */
function takeLiterals(): void {
  for (const name of readdirSync("src", { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(name)) continue;
    const source = ts.createSourceFile(name, readFileSync(join("src", name), "utf8"), ts.ScriptTarget.ES2022);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf("/");
        take(new RegExp(node.text.slice(1, end), node.text.slice(end + 1)));
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
}

/** Those that are put together while the program runs: when it is loaded, and at work on the seed workbooks. */
async function takeComposed(): Promise<void> {
  const own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(own, {
    construct(target, given: [string, string?]) {
      const pattern = new target(...given);
      take(pattern);
      return pattern;
    },
  });
  const { catalogue } = await import("../src/catalogue");
  const { allChecks } = await import("../src/engine/all-checks");
  const { checkWorkbook } = await import("../src/engine/check-workbook");
  for (const workbook of await seedWorkbooks()) checkWorkbook("bench", workbook, catalogue, allChecks);
  for (const text of textsIn(catalogue)) {
    try {
      take(new own(text));
    } catch {
      continue; // Words for people are no patterns.
    }
  }
  globalThis.RegExp = own;
}

/** Every text of the catalogue; those that are no patterns are as good as any. */
function textsIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value === "string") return value.length < 2000 ? [value] : [];
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.values(value).flatMap((one) => textsIn(one, seen));
}

/** Words and signs of a pattern itself: what it looks for longest. */
function ownPieces({ source }: RegExp): string[] {
  const words = source.replace(/\\[dDwWsSbBpPu]|[()[\]{}|*+?^$\\]/g, " ").split(/\s+/);
  return [...new Set(words)].filter((word) => word !== "").slice(0, 12);
}

const asked = createContext({ pattern: /a/, text: "" });
const asking = new Script("pattern.exec(text)");

/** How long a pattern takes for a text; infinite where it would take for ever. */
function milliseconds(pattern: RegExp, text: string): number {
  pattern.lastIndex = 0;
  Object.assign(asked, { pattern, text });
  const start = performance.now();
  try {
    asking.runInContext(asked, { timeout: ENDLESS });
  } catch {
    return Infinity;
  }
  return performance.now() - start;
}

/** The least of some runs: what else the machine does then only adds. */
function least(run: () => number, runs: number): number {
  return Math.min(...Array.from({ length: runs }, run));
}

/** A few runs show whether there is anything to see, more of them how much. */
const [LOOK, MEASURE] = [3, 15];

/** How its time grows beyond the text's length (1 where that is not worth measuring), and the longer text's time. */
function grown(pattern: RegExp, piece: string): { readonly growth: number; readonly many: number } {
  const text = (length: number): string => `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}\u0000`;
  const once = milliseconds(pattern, text(FEW));
  if (once === Infinity) return { growth: Infinity, many: Infinity };
  if (milliseconds(pattern, text(MANY)) < NOTICED) return { growth: 1, many: 0 };
  const measured = (runs: number): { readonly growth: number; readonly many: number } => {
    const many = least(() => milliseconds(pattern, text(MANY)), runs);
    const few = least(() => milliseconds(pattern, text(FEW)), runs);
    return { growth: many < NOTICED ? 1 : many / few / (MANY / FEW), many };
  };
  const looked = measured(LOOK);
  return looked.growth > AIM ? measured(MEASURE) : looked;
}

async function bench(): Promise<void> {
  takeLiterals();
  await takeComposed();
  const slow: { pattern: RegExp; piece: string; growth: number; many: number }[] = [];
  for (const pattern of made.values()) {
    const pieces = [...PIECES, ...ownPieces(pattern)];
    const found = pieces.map((piece) => ({ pattern, piece, ...grown(pattern, piece) }));
    const [worst] = found.filter(({ growth }) => growth > AIM).sort((one, other) => other.many - one.many);
    if (worst !== undefined) slow.push(worst);
  }
  console.log(
    `\n${slow.length}  条写法用时随文字长度超比例增长（目标 0）：共 ${made.size} 条，各用 ${PIECES.length} 种以上刁难文字；` +
      `下面是 ${MANY} 字时最慢的`,
  );
  for (const { pattern, piece, growth, many } of slow.sort((one, other) => other.many - one.many).slice(0, 80))
    console.log(`  ${growth.toFixed(1)}  ${many.toFixed(0)} ms  “${piece}…”  ${String(pattern).slice(0, 160)}`);
}

void bench();
