import { basename, resolve } from "node:path";
import { allChecks } from "../engine/all-checks";
import type { Catalogue, CheckedWorkbook, ComparedWorkbook } from "../engine/check-workbook";
import { checkInSteps } from "../engine/check-workbook";
import { toJson } from "../engine/diagnostics";
import { countProblems, markEdits, resultSheet, type ReportHead } from "../engine/report";
import type { Workbook } from "../engine/workbook";
import { buildWorkbook } from "../engine/workbook";
import { openPackage, patchPackage, readNarrativeText, readWorkbook } from "../hosts/file";
import type { WorkbookPackage } from "../hosts/file";
import { readFileHost, writeFileSafely } from "../hosts/file/node";
import { loadCatalogue } from "./catalogue-folder";
import type { Request } from "./check-request";
import { keptSettings } from "./kept-settings";
import type { Progress } from "./progress";
import { messageOf, Refusal } from "./refusal";
import { terminalReport } from "./terminal-report";
import { ExitCode } from "./streams";

/** What a check of one file comes to, as plain data: it goes from one process to another. */
export interface FileResult {
  readonly file: string;
  /** What is printed, JSON or words. */
  readonly printed: string;
  /** Lines for stderr. */
  readonly notes: readonly string[];
  readonly code: ExitCode;
  readonly row: BodyRow;
}

/** A line of the table at the end. */
export interface BodyRow {
  /** The body whose tables they are; the file's name where no table says. */
  readonly body: string;
  readonly errors: number;
  readonly explains: number;
  readonly cannotTell: number;
  readonly unrecognised: number;
  /** The file could not be checked. */
  readonly failed: boolean;
}

/** Everything that all files of a request are checked with, read once. */
export interface CheckInputs {
  readonly request: Request;
  readonly cwd: string;
  readonly catalogue: Catalogue;
  /** What of a person's own folder could not be used. */
  readonly problems: readonly string[];
  readonly compared: readonly ComparedWorkbook[];
  /** Several files were asked for: JSON is one object a line. */
  readonly many: boolean;
}

/** Reads the catalogue and the documents beside the files. @throws Refusal, in one line */
export function readInputs(request: Request, cwd: string, many: boolean): CheckInputs {
  return {
    request,
    cwd,
    many,
    ...loadCatalogue(request.catalogue === undefined ? undefined : resolve(cwd, request.catalogue)),
    compared: request.compared.map(({ document, path }) => ({
      document,
      name: basename(path),
      workbook: readCompared(document, path, cwd),
    })),
  };
}

/** Checks one file. Never throws: a file that cannot be read is a result, too. */
export function checkFile(file: string, inputs: CheckInputs, progress: Progress): FileResult {
  const { request, catalogue, many } = inputs;
  let checked: CheckedWorkbook;
  try {
    checked = checkOne(file, inputs, progress);
  } catch (error) {
    const message = messageOf(error);
    return {
      file,
      printed: request.json ? `${JSON.stringify({ schema: 1, workbook: file, error: message })}\n` : "",
      notes: [`${file}：${message}`],
      code: ExitCode.impossible,
      row: { body: basename(file), errors: 0, explains: 0, cannotTell: 0, unrecognised: 0, failed: true },
    };
  }
  const nothing = checked.tables.length === 0;
  return {
    file,
    printed: request.json
      ? `${JSON.stringify(toJson(checked, request.all), null, many ? undefined : 2)}\n`
      : terminalReport(checked, { all: request.all, sources: sourcesOf(catalogue) }),
    notes: [
      ...(request.out === undefined ? [] : [`已另存带标记的副本：${request.out}`]),
      ...(nothing ? [`${file}：没有认出任何一张预算表或绩效表，请确认文件是否选对，表名和表头是否完整。`] : []),
    ],
    code: nothing ? ExitCode.impossible : hasFault(checked, request.strict) ? ExitCode.faults : ExitCode.clean,
    row: rowOf(file, checked),
  };
}

function rowOf(file: string, { tables, findings, unrecognised }: CheckedWorkbook): BodyRow {
  const of = (wanted: (finding: CheckedWorkbook["findings"][number]) => boolean): number =>
    countProblems(findings.filter(wanted)).problems;
  return {
    body: tables.find(({ body }) => body !== null)?.body ?? basename(file),
    errors: of(({ outcome, severity }) => outcome === "fail" && severity === "error"),
    explains: of(({ outcome, severity }) => outcome === "fail" && severity === "explain"),
    cannotTell: of(({ outcome }) => outcome === "cannot-tell"),
    unrecognised: unrecognised.length,
    failed: tables.length === 0,
  };
}

function readCompared(document: ComparedWorkbook["document"], path: string, cwd: string): Workbook {
  try {
    const bytes = readFileHost(resolve(cwd, path));
    return document === "text"
      ? buildWorkbook([readNarrativeText(basename(path), bytes)])
      : readWorkbook(openPackage(bytes));
  } catch (error) {
    throw new Refusal(`${path}：${messageOf(error)}`);
  }
}

/** Every file that is read: none of them is written to. */
export function inputsOf(request: Request, cwd: string): string[] {
  return [...request.files, ...request.compared.map(({ path }) => path)].map((path) => resolve(cwd, path));
}

function checkOne(file: string, inputs: CheckInputs, progress: Progress): CheckedWorkbook {
  const { request, catalogue, compared, cwd } = inputs;
  const path = resolve(cwd, file);
  progress.stage("read");
  const source = openPackage(readFileHost(path));
  const workbook = readWorkbook(source);
  const settings = keptSettings(source);
  const checked = progress.follow(
    checkInSteps(file, workbook, catalogue, allChecks, { all: request.all, compared, settings }),
  );
  if (request.out !== undefined) {
    progress.stage("write");
    const head = { file: basename(file), date: isoDate(new Date()), checker: settings.person };
    writeFileSafely(resolve(cwd, request.out), annotated(source, workbook, checked, catalogue, head), {
      force: request.force,
      inputs: inputsOf(request, cwd),
    });
  }
  return checked;
}

function annotated(
  source: WorkbookPackage,
  workbook: Workbook,
  checked: CheckedWorkbook,
  catalogue: Catalogue,
  head: ReportHead,
): Uint8Array {
  const sheets = new Set(workbook.sheets.map((sheet) => sheet.name));
  return patchPackage(
    source,
    [
      { type: "clear-marks" },
      ...markEdits(checked.findings, sheets),
      { type: "add-sheet", sheet: resultSheet(checked, head, sourcesOf(catalogue), sheets) },
    ],
    { replaceAuthored: true },
  );
}

/** The day by the clock of the machine, as an ISO date. */
function isoDate(day: Date): string {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
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
