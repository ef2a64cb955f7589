import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { allChecks } from "../engine/all-checks";
import type { Catalogue, CheckedWorkbook, ComparedWorkbook } from "../engine/check-workbook";
import { checkInSteps } from "../engine/check-workbook";
import { toJson } from "../engine/diagnostics";
import { markEdits, resultSheet } from "../engine/report";
import type { Workbook } from "../engine/workbook";
import { buildWorkbook } from "../engine/workbook";
import {
  describeFileProblem,
  openPackage,
  patchPackage,
  readWorkbook,
  WorkbookFileError,
  readNarrativeText,
} from "../hosts/file";
import type { WorkbookPackage } from "../hosts/file";
import { checkTarget, readFileHost, writeFileSafely } from "../hosts/file/node";
import { loadCatalogue } from "./catalogue-folder";
import { keptSettings } from "./kept-settings";
import { Progress } from "./progress";
import { terminalReport } from "./terminal-report";
import { ExitCode } from "./streams";
import type { Streams } from "./streams";

/** Arguments that make no sense together, or a file that cannot be used: said in one line, exit code 2. */
class Refusal extends Error {}

interface Request {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly all: boolean;
  readonly strict: boolean;
  readonly force: boolean;
  readonly out: string | undefined;
  readonly catalogue: string | undefined;
  readonly compared: readonly { document: ComparedWorkbook["document"]; path: string }[];
}

/** `hedui check`: see the command line's contract. Returns the exit code. */
export async function runCheck(args: string[], streams: Streams): Promise<number> {
  let request: Request;
  let catalogue: Catalogue;
  let compared: ComparedWorkbook[];
  try {
    request = readArguments(args);
    if (request.out !== undefined)
      checkTarget(resolve(streams.cwd, request.out), { force: request.force, inputs: inputsOf(request, streams) });
    catalogue = loadCatalogue(request.catalogue === undefined ? undefined : resolve(streams.cwd, request.catalogue));
    compared = request.compared.map(({ document, path }) => ({
      document,
      name: basename(path),
      workbook: readCompared(document, path, streams),
    }));
  } catch (error) {
    return refuse(error, streams);
  }
  const progress = new Progress(streams.stderr, request.files.length);
  let code: number = ExitCode.clean;
  for (const file of request.files) {
    progress.begin(basename(file));
    let checked: CheckedWorkbook;
    try {
      checked = checkOne(file, request, catalogue, compared, streams, progress);
    } catch (error) {
      progress.end();
      const message = messageOf(error);
      streams.stderr.write(`${file}：${message}\n`);
      if (request.json) streams.stdout.write(`${JSON.stringify({ schema: 1, workbook: file, error: message })}\n`);
      code = ExitCode.impossible;
      continue;
    }
    progress.end();
    if (request.json)
      streams.stdout.write(
        `${JSON.stringify(toJson(checked, request.all), null, request.files.length > 1 ? undefined : 2)}\n`,
      );
    else streams.stdout.write(terminalReport(checked, { all: request.all, sources: sourcesOf(catalogue) }));
    if (request.out !== undefined) streams.stderr.write(`已另存带标记的副本：${request.out}\n`);
    if (checked.tables.length === 0) {
      streams.stderr.write(`${file}：没有认出任何一张预算表或绩效表，请确认文件是否选对，表名和表头是否完整。\n`);
      code = ExitCode.impossible;
    } else if (code !== ExitCode.impossible && hasFault(checked, request.strict)) code = ExitCode.faults;
  }
  return code;
}

function readArguments(args: string[]): Request {
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
    compared: [
      ...one("targets", values.targets),
      ...(values.unit ?? []).flatMap((path) => one("unit", path)),
      ...one("prior", values.prior),
      ...one("text", values.text),
    ],
  };
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
      },
    });
  } catch (error) {
    const option = /'(--?[^' ]+)/.exec(error instanceof Error ? error.message : "")?.[1];
    throw new Refusal(option ? `看不懂参数 ${option}，或者它少了一个值。--help 看用法。` : "参数不对。--help 看用法。");
  }
}

function inputsOf(request: Request, streams: Streams): string[] {
  return [...request.files, ...request.compared.map(({ path }) => path)].map((path) => resolve(streams.cwd, path));
}

function readCompared(document: ComparedWorkbook["document"], path: string, streams: Streams): Workbook {
  try {
    const bytes = readFileHost(resolve(streams.cwd, path));
    return document === "text"
      ? buildWorkbook([readNarrativeText(basename(path), bytes)])
      : readWorkbook(openPackage(bytes));
  } catch (error) {
    throw new Refusal(`${path}：${messageOf(error)}`);
  }
}

function checkOne(
  file: string,
  request: Request,
  catalogue: Catalogue,
  compared: readonly ComparedWorkbook[],
  streams: Streams,
  progress: Progress,
): CheckedWorkbook {
  const path = resolve(streams.cwd, file);
  progress.stage("read");
  const source = openPackage(readFileHost(path));
  const workbook = readWorkbook(source);
  const settings = keptSettings(source);
  const checked = progress.follow(
    checkInSteps(file, workbook, catalogue, allChecks, { all: request.all, compared, settings }),
  );
  if (request.out !== undefined) {
    progress.stage("write");
    writeFileSafely(resolve(streams.cwd, request.out), annotated(source, workbook, checked, catalogue), {
      force: request.force,
      inputs: inputsOf(request, streams),
    });
  }
  return checked;
}

function annotated(
  source: WorkbookPackage,
  workbook: Workbook,
  checked: CheckedWorkbook,
  catalogue: Catalogue,
): Uint8Array {
  const sheets = new Set(workbook.sheets.map((sheet) => sheet.name));
  return patchPackage(
    source,
    [
      { type: "clear-marks" },
      ...markEdits(checked.findings, sheets),
      { type: "add-sheet", sheet: resultSheet(checked, sourcesOf(catalogue), sheets) },
    ],
    { replaceAuthored: true },
  );
}

function sourcesOf(catalogue: Catalogue): ReadonlyMap<string, string> {
  return new Map(catalogue.rules.map((rule) => [rule.id, rule.source]));
}

/** What the exit code says 1 for: a check of severity `error` that fails, as a finding's own or as its witness. */
function hasFault(checked: CheckedWorkbook, strict: boolean): boolean {
  return checked.findings.some((finding) =>
    [finding, ...finding.witnesses].some(
      (check) =>
        (check.severity === "error" && check.outcome === "fail") || (strict && check.outcome === "cannot-tell"),
    ),
  );
}

function refuse(error: unknown, streams: Streams): number {
  streams.stderr.write(`${messageOf(error)}\n`);
  return ExitCode.impossible;
}

function messageOf(error: unknown): string {
  if (error instanceof WorkbookFileError) return describeFileProblem(error.problem).replace(/\n/g, " ");
  return error instanceof Error ? error.message : String(error);
}
