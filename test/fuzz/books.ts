import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { catalogue } from "../../src/catalogue";
import { allChecks } from "../../src/engine/all-checks";
import { checkWorkbook } from "../../src/engine/check-workbook";
import { toJson } from "../../src/engine/diagnostics";
import { markEdits, resultSheet } from "../../src/engine/report";
import type { CheckSettings } from "../../src/engine/settings";
import type { Workbook } from "../../src/engine/workbook";
import { openPackage, patchPackage, readWorkbook } from "../../src/hosts/file";
import { mutated, oddAttribute, oddText } from "./odd";
import type { Random } from "./random";

type Parts = Record<string, Uint8Array>;

const seeds = join(__dirname, "../../seeds");

/** The packages of the seeds, each with one of its sheets alone: so small that many of them are read in a second. */
const packages: readonly Parts[] = readdirSync(seeds)
  .filter((name) => name.endsWith(".xlsx"))
  .flatMap((name) => {
    const parts = unzipSync(readFileSync(join(seeds, name)));
    const list = strFromU8(parts["xl/workbook.xml"]!).match(/<sheet [^>]*\/>/g)!;
    return list.slice(0, 8).map((kept) => only(parts, kept));
  });

function only(parts: Parts, kept: string): Parts {
  const workbook = strFromU8(parts["xl/workbook.xml"]!);
  const book = workbook.replace(/<sheet [^>]*\/>/g, (sheet) => (sheet === kept ? sheet : ""));
  const id = /r:id="([^"]+)"/.exec(kept)![1]!;
  const relationships = strFromU8(parts["xl/_rels/workbook.xml.rels"]!);
  const target = new RegExp(`<Relationship [^>]*Id="${id}"[^>]*/>`).exec(relationships)?.[0] ?? "";
  const own = /Target="\/?(?:xl\/)?([^"]+)"/.exec(target)?.[1] ?? "";
  return Object.fromEntries(
    Object.entries(parts)
      .filter(([name]) => !name.startsWith("xl/worksheets/") || name === `xl/${own}`)
      .map(([name, bytes]) => [name, name === "xl/workbook.xml" ? strToU8(book) : bytes]),
  );
}

const PARTS = [
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "xl/styles.xml",
  "xl/sharedStrings.xml",
  "[Content_Types].xml",
];

/** A workbook file with a slip in its archive, in the markup of a part, or in what its cells hold. */
export function oddFile(random: Random, way: "archive" | "markup" | "cells"): Uint8Array {
  const parts = { ...random.pick(packages) };
  if (way === "archive") return oddArchive(zipSync(parts, { level: 1 }), random);
  const sheet = Object.keys(parts).find((name) => name.startsWith("xl/worksheets/"));
  const name = way === "cells" || random.chance(0.6) ? sheet! : random.pick(PARTS);
  const text = parts[name];
  if (text !== undefined) {
    let markup = strFromU8(text);
    for (let times = 1 + random.below(4); times > 0; times--)
      markup = way === "cells" ? withOddCell(markup, random) : withOddMarkup(markup, random);
    parts[name] = strToU8(markup);
  }
  return zipSync(parts, { level: 1 });
}

function oddArchive(bytes: Uint8Array, random: Random): Uint8Array {
  if (random.chance(0.3)) return bytes.slice(0, random.below(bytes.length));
  const copy = bytes.slice();
  for (let times = 1 + random.below(20); times > 0; times--)
    copy[random.chance(0.5) ? random.below(copy.length) : copy.length - 1 - random.below(Math.min(400, copy.length))] =
      random.below(256);
  return copy;
}

/** Where something of a kind begins, from a random place on: the whole is not searched for each case. */
function someMatch(markup: string, pattern: RegExp, random: Random): RegExpExecArray | null {
  pattern.lastIndex = random.below(markup.length);
  const found = pattern.exec(markup);
  if (found !== null) return found;
  pattern.lastIndex = 0;
  return pattern.exec(markup);
}

const replaced = (markup: string, { index, 0: whole }: RegExpExecArray, by: string): string =>
  markup.slice(0, index) + by + markup.slice(index + whole.length);

const escaped = (text: string): string =>
  text.replace(/[&<]/g, (one) => (one === "&" ? "&amp;" : "&lt;")).replace(/[\u0000-\u0008\u000b-\u001f]/g, "");

function withOddCell(markup: string, random: Random): string {
  const cell = someMatch(markup, /<c [^>]*>(?:(?!<\/c>)[^])*<\/c>|<c [^>]*\/>/g, random);
  if (cell === null) return markup;
  const reference = /r="([^"]*)"/.exec(cell[0])?.[1] ?? "A1";
  const text = escaped(oddText(random));
  const made = random.pick([
    `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`,
    `<c r="${reference}" t="str"><f>${escaped(oddText(random))}</f><v>${text}</v></c>`,
    `<c r="${reference}"><f>SUM(${reference},1</f><v>NaN</v></c>`,
    `<c r="${reference}"><v>${text}</v></c>`,
    `<c r="${reference}"><v>${random.pick(["NaN", "1e999", "-1e999", "1e300", "-0", "0x1F", "", " "])}</v></c>`,
    `<c r="${reference}" t="e"><v>#REF!</v></c>`,
    `<c r="${oddAttribute(random)}"><v>1</v></c>`,
    cell[0] + cell[0],
    "",
  ]);
  return replaced(markup, cell, made);
}

function withOddMarkup(markup: string, random: Random): string {
  const attribute = /[\w:]+="[^"]*"/g;
  switch (random.below(6)) {
    case 0: {
      const found = someMatch(markup, attribute, random);
      return found ? replaced(markup, found, `${found[0].split("=")[0]}="${oddAttribute(random)}"`) : markup;
    }
    case 1: {
      const found = someMatch(markup, /<(\w+)[^>]*\/>/g, random);
      return found ? replaced(markup, found, random.chance(0.5) ? "" : found[0].repeat(1 + random.below(50))) : markup;
    }
    case 2: {
      const found = someMatch(markup, /<\/?\w+/g, random);
      return found ? replaced(markup, found, `${found[0]}${random.pick(["x", ">", "/>", " ", "<"])}`) : markup;
    }
    case 3: {
      const found = someMatch(markup, />[^<]+</g, random);
      return found ? replaced(markup, found, `>${escaped(oddText(random))}<`) : markup;
    }
    case 4: {
      const found = someMatch(markup, />/g, random);
      const depth = 1 + random.below(2000);
      return found ? replaced(markup, found, `>${"<is>".repeat(depth)}${"</is>".repeat(depth)}`) : markup;
    }
    default:
      return mutated(markup, random);
  }
}

/** What words of a check must never say: names of the program's own errors and what its values look like. */
export const INNER =
  /\b(?:TypeError|RangeError|DecimalError|SyntaxError|ReferenceError)\b|is not a function|\[object|Cannot read/;

/** Checks a workbook as the command line does. @throws where a check broke, or a message shows an inner error */
export function checkAll(workbook: Workbook, settings?: CheckSettings): ReturnType<typeof checkWorkbook> {
  const checked = checkWorkbook("书", workbook, catalogue, allChecks, { settings });
  const unread = checked.unrecognised.find(({ reason }) => reason === "program-broke");
  if (unread) throw new Error(`a check broke: ${unread.sheet.name} ${unread.words.join(" ")}`);
  const broken = checked.reconciliation.outcomes.find(({ detail }) => detail.code === "crashed");
  if (broken) throw new Error(`a check broke: ${broken.rule} ${JSON.stringify(broken.detail)}`);
  const shown = JSON.stringify(toJson(checked, false));
  const inner = INNER.exec(shown);
  if (inner) throw new Error(`shown: ${shown.slice(Math.max(0, inner.index - 200), inner.index + 200)}`);
  return checked;
}

/** Opens, checks, marks, writes and reads again. @throws WorkbookFileError where the file cannot be read */
export function throughFile(bytes: Uint8Array): void {
  const source = openPackage(bytes);
  const workbook = readWorkbook(source);
  const checked = checkAll(workbook);
  const sheets = new Set(workbook.sheets.map(({ name }) => name));
  const written = patchPackage(
    source,
    [
      { type: "clear-marks" },
      ...markEdits(checked.findings, sheets),
      { type: "add-sheet", sheet: resultSheet(checked, { file: "", date: "", checker: "" }, new Map(), sheets) },
    ],
    { replaceAuthored: true },
  );
  const again = readWorkbook(openPackage(written));
  if (again.sheets.length !== workbook.sheets.length + 1) throw new Error("the copy lost a sheet");
}
