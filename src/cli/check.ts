import { availableParallelism } from "node:os";
import { basename, resolve } from "node:path";
import { checkTarget } from "../hosts/file/node";
import { bodyTable } from "./body-table";
import { checkFile, inputsOf, readInputs, type BodyRow, type FileResult } from "./check-file";
import { checkInProcesses } from "./check-pool";
import { readArguments } from "./check-request";
import { filesBelow, isFolder } from "./folders";
import { Progress } from "./progress";
import { messageOf, Refusal } from "./refusal";
import { ExitCode } from "./streams";
import type { Streams } from "./streams";

/** A process takes as long to begin as a few files do to check: fewer files than that are checked here. */
const fewestEach = 4;

function jobsWorthwhile(files: number): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(files / fewestEach)));
}

/** `hedui check`: see the command line's contract. Returns the exit code. */
export async function runCheck(args: string[], streams: Streams): Promise<number> {
  const rows: BodyRow[] = [];
  let code: number = ExitCode.clean;
  try {
    const request = readArguments(args);
    const folders = request.files.some((file) => isFolder(resolve(streams.cwd, file)));
    if (folders && request.out !== undefined) throw new Refusal("--out 只能在核对一个文件时用。");
    if (request.out !== undefined)
      checkTarget(resolve(streams.cwd, request.out), {
        force: request.force,
        inputs: inputsOf(request, streams.cwd),
      });
    const found = request.files.map((file) => filesBelow(file, streams.cwd));
    for (const folder of found.flatMap(({ closed }) => closed)) {
      streams.stderr.write(`${folder}：打不开这个目录，里面的文件没有核对，请检查权限。\n`);
      code = ExitCode.impossible;
    }
    const files = found.flatMap((one) => one.files);
    if (files.length === 0) throw new Refusal(`${request.files.join("、")}：目录里没有 .xlsx 文件。`);
    const many = folders || files.length > 1;
    const jobs = Math.min(files.length, request.jobs ?? jobsWorthwhile(files.length));
    const progress = new Progress(streams.stderr, files.length);
    const take = (result: FileResult): void => {
      progress.end();
      for (const note of result.notes) streams.stderr.write(`${note}\n`);
      if (result.printed !== "") streams.stdout.write(result.printed);
      if (result.code === ExitCode.impossible) code = ExitCode.impossible;
      else if (code !== ExitCode.impossible && result.code === ExitCode.faults) code = ExitCode.faults;
      rows.push(result.row);
    };
    // What is wrong with the documents beside the files is said once, before any file is begun.
    const inputs = readInputs(request, streams.cwd, many);
    for (const problem of inputs.problems) streams.stderr.write(`${problem}。没有用上，其余照常核对。\n`);
    if (inputs.problems.length > 0) code = ExitCode.impossible;
    if (jobs > 1)
      await checkInProcesses(files, jobs, { args, cwd: streams.cwd }, take, (file) => progress.begin(basename(file)));
    else
      for (const file of files) {
        progress.begin(basename(file));
        take(checkFile(file, inputs, progress));
      }
    if (many && !request.json) streams.stdout.write(bodyTable(rows));
  } catch (error) {
    streams.stderr.write(`${messageOf(error)}\n`);
    return ExitCode.impossible;
  }
  return code;
}
