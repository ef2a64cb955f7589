/** `hedui score`: one case a line in, one answer a line out, in the same order. */

import { createReadStream } from "node:fs";
import { resolve } from "node:path";
import { createInterface } from "node:readline";
import { scoreInPractice, USUAL_PRACTICE, withConvention } from "../engine/criteria";
import type { Practice, ScoreCase, ScoreResult } from "../engine/criteria";

export interface ScoreStreams {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** The folder the person stands in; relative paths start there. */
  readonly cwd: string;
}

interface Options {
  readonly file: string | null;
  /** Workbook whose conventions and corrected readings count. */
  readonly workbook: string | null;
  /** "NAME=VALUE", which have the last word. */
  readonly conventions: readonly string[];
}

const USAGE =
  "用法：hedui score [--file 用例.jsonl] [--workbook 工作簿.xlsx] [--convention 名称=取值]… （不给 --file 时从标准输入读，每行一个 JSON 对象）";

/**
 * Runs the command. Exit code 0 when every line was a case, 2 when one was not, or the arguments or the file are no
 * good (one line on stderr for each, saying what and where). Only answers go to stdout.
 */
export async function runScore(args: string[], io: ScoreStreams): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "string") {
    if (options === USAGE) {
      io.stderr.write(`${USAGE}\n`);
      return 0;
    }
    io.stderr.write(`${options}\n`);
    return 2;
  }
  let practice: Practice;
  try {
    practice = await practiceFor(options, io);
  } catch (error) {
    io.stderr.write(`${(error as Error).message}\n`);
    return 2;
  }
  const input = options.file === null ? io.stdin : createReadStream(resolve(io.cwd, options.file));
  try {
    return await answerLines(input, practice, io);
  } catch (error) {
    const source = options.file === null ? "标准输入" : ` ${options.file}`;
    io.stderr.write(`读不了${source}：${reasonOf(error)}\n`);
    return 2;
  }
}

/** @throws the error itself where it has nothing to do with reading */
function reasonOf(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  if (code === "ENOENT" || code === "ENOTDIR") return "没有这个文件";
  return code === "EISDIR" ? "这是文件夹，请给出一个文件" : "没有权限，或文件正被占用";
}

function readOptions(args: readonly string[]): Options | string {
  let file: string | null = null;
  let workbook: string | null = null;
  const conventions: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const [name, inline] = splitOption(args[i]!);
    if (name === "--help" || name === "-h") return USAGE;
    if (name === "--json") continue;
    if (name !== "--file" && name !== "--convention" && name !== "--workbook")
      return `不认识的参数 ${args[i]!}。${USAGE}`;
    const value = inline ?? args[(i += 1)];
    if (value === undefined || value === "") return `${name} 后面缺少内容。${USAGE}`;
    if (name === "--file") file = value;
    else if (name === "--workbook") workbook = value;
    else if (withConvention(USUAL_PRACTICE.conventions, value) === null)
      return `没有这样的约定：${value}（见 docs/criteria.md）`;
    else conventions.push(value);
  }
  return { file, workbook, conventions };
}

/**
 * How criteria are applied: as the workbook has it, then as the arguments say. Reading workbooks is only loaded where
 * one is named.
 */
async function practiceFor({ workbook, conventions }: Options, io: ScoreStreams): Promise<Practice> {
  const kept = workbook === null ? USUAL_PRACTICE : (await import("./kept-settings")).practiceOfFile(workbook, io.cwd);
  return {
    ...kept,
    conventions: conventions.reduce((chosen, setting) => withConvention(chosen, setting) ?? chosen, kept.conventions),
  };
}

function splitOption(argument: string): readonly [string, string | null] {
  const found = /^(--[a-z]+)=(.*)$/u.exec(argument);
  return found === null ? [argument, null] : [found[1]!, found[2]!];
}

async function answerLines(input: NodeJS.ReadableStream, practice: Practice, io: ScoreStreams): Promise<number> {
  let number = 0;
  let empty = 0;
  let exit = 0;
  const refuse = (line: number): void => {
    exit = 2;
    io.stderr.write(`第 ${line} 行不是一个评分用例（应为 JSON 对象）\n`);
    io.stdout.write(`${JSON.stringify(notACase())}\n`);
  };
  const failed = new Promise<never>((_, reject) => input.once("error", reject));
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Infinity });
  const work = (async (): Promise<number> => {
    for await (const line of lines) {
      number += 1;
      // Empty lines at the end are no lines; between cases each has its answer, so that the order holds.
      if (line.trim() === "") {
        empty += 1;
        continue;
      }
      for (; empty > 0; empty -= 1) refuse(number - empty);
      const given = parseCase(line.replace(/^\uFEFF/u, ""));
      if (given === null) refuse(number);
      else io.stdout.write(`${JSON.stringify(scoreInPractice(given, practice).result)}\n`);
    }
    return exit;
  })();
  return Promise.race([work, failed]);
}

function parseCase(line: string): ScoreCase | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

function notACase(): ScoreResult {
  return {
    id: null,
    status: "unreadable",
    score: null,
    reading: "",
    steps: [],
    assumptions: [],
    problems: ["这一行不是一个评分用例（应为 JSON 对象）"],
    alternatives: [],
    question: null,
    choices: [],
  };
}
