import { parseArgs } from "node:util";
import type { ComparedWorkbook } from "../engine/check-workbook";
import { Refusal } from "./refusal";

/** What a person asked to be checked, and how. */
export interface Request {
  /** Files and folders as they were given. */
  readonly files: readonly string[];
  readonly json: boolean;
  readonly all: boolean;
  readonly strict: boolean;
  readonly force: boolean;
  readonly out: string | undefined;
  readonly catalogue: string | undefined;
  /** How many files are checked at the same time; null for one a core. */
  readonly jobs: number | null;
  readonly compared: readonly { document: ComparedWorkbook["document"]; path: string }[];
}

/** The request that arguments make. @throws Refusal in one line, in Chinese */
export function readArguments(args: string[]): Request {
  const parsed = parse(args);
  const { values, positionals } = parsed;
  if (positionals.length === 0) throw new Refusal("没有给出要核对的文件。用法：hedui check 文件.xlsx…");
  if (values.out !== undefined && positionals.length > 1) throw new Refusal("--out 只能在核对一个文件时用。");
  const one = (document: ComparedWorkbook["document"], path: string | undefined) =>
    path === undefined ? [] : [{ document, path }];
  return {
    files: positionals,
    json: values.json ?? false,
    all: values.all ?? false,
    strict: values.strict ?? false,
    force: values.force ?? false,
    out: values.out,
    catalogue: values.catalogue,
    jobs: jobsIn(values.jobs),
    compared: [
      ...one("targets", values.targets),
      ...(values.unit ?? []).flatMap((path) => one("unit", path)),
      ...one("prior", values.prior),
      ...one("text", values.text),
    ],
  };
}

function jobsIn(written: string | undefined): number | null {
  if (written === undefined) return null;
  if (!/^[1-9]\d?$/.test(written)) throw new Refusal("--jobs 要写同时核对几个文件，1 到 99。");
  return Number(written);
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: "boolean" },
        all: { type: "boolean" },
        strict: { type: "boolean" },
        force: { type: "boolean" },
        out: { type: "string" },
        catalogue: { type: "string" },
        targets: { type: "string" },
        unit: { type: "string", multiple: true },
        prior: { type: "string" },
        text: { type: "string" },
        jobs: { type: "string" },
      },
    });
  } catch (error) {
    const option = /'(--?[^' ]+)/.exec(error instanceof Error ? error.message : "")?.[1];
    throw new Refusal(option ? `看不懂参数 ${option}，或者它少了一个值。--help 看用法。` : "参数不对。--help 看用法。");
  }
}
