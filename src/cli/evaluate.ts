import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";
import { catalogue } from "../catalogue";
import type { ComparedWorkbook, Documents } from "../engine/documents";
import { recogniseDocuments } from "../engine/documents";
import type { ScoredCell, ScoringSettings } from "../engine/evaluation/self-evaluation";
import { planFill, planSelfEvaluation, readActuals, sayFormProblem } from "../engine/evaluation/self-evaluation";
import type { Edit, Workbook } from "../engine/workbook";
import { choicesFor, scoringOf } from "../engine/settings";
import { purposeOf } from "../engine/tables";
import { openPackage, patchPackage, readWorkbook } from "../hosts/file";
import type { WorkbookPackage } from "../hosts/file";
import { checkTarget, readFileHost, writeFileSafely } from "../hosts/file/node";
import { keptSettings } from "./kept-settings";
import { messageOf, Refusal } from "./refusal";
import { ExitCode } from "./streams";
import type { Streams } from "./streams";

interface Job {
  readonly source: WorkbookPackage;
  readonly workbook: Workbook;
  readonly documents: Documents;
  /** How people decided in the pane that criteria and 执行率 are scored in this workbook. */
  readonly scoring: ScoringSettings;
  readonly target: string;
  readonly inputs: readonly string[];
}

/** `hedui fill`: writes the empty 得分 cells of the self-evaluations into a copy. See the command line's contract. */
export async function runFill(args: string[], streams: Streams): Promise<number> {
  return carryOut(streams, () => {
    const { values, positionals } = parse(args, {
      out: { type: "string" },
      targets: { type: "string" },
      overwrite: { type: "boolean" },
      json: { type: "boolean" },
      force: { type: "boolean" },
    });
    const job = openJob(
      "fill",
      positionals,
      values.out,
      values.force ?? false,
      values.targets === undefined ? [] : [{ document: "targets", path: values.targets }],
      streams,
    );
    if (!job.documents.own.tables.some((table) => purposeOf(table) === "results"))
      throw new Refusal(`${positionals[0]}：没有找到绩效自评表，没有可以填写的得分。`);
    const { edits, cells } = planFill(job.documents.joined, job.documents.tables, {
      ...job.scoring,
      overwrite: values.overwrite ?? false,
    });
    write(job, edits, values.force ?? false);
    report(cells, [], values.json ?? false, values.out!, streams);
    return ExitCode.clean;
  });
}

/** `hedui selfeval`: adds a 绩效自评表 for each project and for the whole to a copy. See the command line's contract. */
export async function runSelfEvaluation(args: string[], streams: Streams): Promise<number> {
  return carryOut(streams, () => {
    const { values, positionals } = parse(args, {
      out: { type: "string" },
      project: { type: "string", multiple: true },
      actuals: { type: "string" },
      json: { type: "boolean" },
      force: { type: "boolean" },
    });
    const job = openJob(
      "selfeval",
      positionals,
      values.out,
      values.force ?? false,
      [],
      streams,
      values.actuals === undefined ? [] : [values.actuals],
    );
    if (!job.documents.own.tables.some((table) => purposeOf(table) === "targets"))
      throw new Refusal(`${positionals[0]}：没有找到绩效目标表，不能生成自评表。`);
    const beside = values.actuals === undefined ? null : openBeside(values.actuals, streams);
    const actuals = [
      ...(beside ? readActuals(beside, recogniseDocuments(beside, catalogue.templates).tables) : []),
      ...readActuals(job.workbook, job.documents.own.tables),
    ];
    if (beside && actuals.length === 0)
      throw new Refusal(`${values.actuals}：没有找到“项目、三级指标、实际完成值”这几栏，读不出实际完成值。`);
    const plan = planSelfEvaluation(job.documents.joined, job.documents.tables, {
      ...job.scoring,
      projects: values.project,
      actuals,
    });
    if (plan.forms.length === 0)
      throw new Refusal(
        plan.problems.length > 0
          ? plan.problems.map(sayFormProblem).join(" ")
          : `${positionals[0]}：没有可以生成自评表的绩效目标。`,
      );
    write(job, plan.edits, values.force ?? false);
    report(plan.cells, plan.problems.map(sayFormProblem), values.json ?? false, values.out!, streams);
    return plan.problems.some((problem) => problem.code === "no-such-project") ? ExitCode.impossible : ExitCode.clean;
  });
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>;

function parse<Wanted extends Options>(args: string[], options: Wanted) {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    const option = /'(--?[^' ]+)/.exec(String(error))?.[1];
    throw new Refusal(option ? `看不懂参数 ${option}，或者它少了一个值。--help 看用法。` : "参数不对。--help 看用法。");
  }
}

function openJob(
  command: string,
  files: readonly string[],
  out: string | undefined,
  force: boolean,
  beside: readonly { document: ComparedWorkbook["document"]; path: string }[],
  streams: Streams,
  alsoRead: readonly string[] = [],
): Job {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0 || out === undefined)
    throw new Refusal(`用法：hedui ${command} 文件.xlsx --out 新文件.xlsx（一次一个文件）。`);
  const path = resolve(streams.cwd, file);
  const target = resolve(streams.cwd, out);
  const inputs = [path, ...[...beside.map((one) => one.path), ...alsoRead].map((one) => resolve(streams.cwd, one))];
  checkTarget(target, { force, inputs });
  const source = open(file, path);
  const workbook = readWorkbook(source);
  const compared = beside.map((one): ComparedWorkbook => ({
    document: one.document,
    name: basename(one.path),
    workbook: openBeside(one.path, streams),
  }));
  const settings = keptSettings(source);
  return {
    source,
    workbook,
    documents: recogniseDocuments(workbook, catalogue.templates, compared, choicesFor(workbook, settings.choices)),
    scoring: scoringOf(settings),
    target,
    inputs,
  };
}

function open(file: string, path: string): WorkbookPackage {
  try {
    return openPackage(readFileHost(path));
  } catch (error) {
    throw new Refusal(`${file}：${messageOf(error)}`);
  }
}

function openBeside(file: string, streams: Streams): Workbook {
  const source = open(file, resolve(streams.cwd, file));
  try {
    return readWorkbook(source);
  } catch (error) {
    throw new Refusal(`${file}：${messageOf(error)}`);
  }
}

function write({ source, target, inputs }: Job, edits: readonly Edit[], force: boolean): void {
  writeFileSafely(target, patchPackage(source, edits), { force, inputs });
}

function report(
  cells: readonly ScoredCell[],
  problems: readonly string[],
  json: boolean,
  out: string,
  streams: Streams,
): void {
  for (const problem of problems) streams.stderr.write(`${problem}\n`);
  if (json) {
    streams.stdout.write(
      `${JSON.stringify(
        cells.map(({ sheet, address, indicator, status, score, points, reading, previous, written }) => ({
          sheet,
          address,
          indicator,
          status,
          score,
          points,
          reading,
          previous,
          written,
        })),
        null,
        2,
      )}\n`,
    );
  } else {
    const written = cells.filter((cell) => cell.written !== null).length;
    const open = cells.filter((cell) => cell.written === null && cell.previous === null);
    const kept = cells.length - written - open.length;
    streams.stdout.write(
      `共 ${cells.length} 个得分，写入 ${written} 个，保留原有的 ${kept} 个，${open.length} 个要由人判断或补数：\n`,
    );
    for (const cell of open)
      streams.stdout.write(
        `  ${cell.sheet} ${cell.address}  ${cell.indicator}：${cell.question ?? cell.problems[0] ?? "缺少实际完成值"}\n`,
      );
  }
  streams.stderr.write(`已另存：${out}\n`);
}

function carryOut(streams: Streams, work: () => ExitCode): ExitCode {
  try {
    return work();
  } catch (error) {
    streams.stderr.write(`${messageOf(error)}\n`);
    return ExitCode.impossible;
  }
}
