import type { HostCapabilities, LiveHost } from "../host";
import { hostRefuses } from "../host-problem";
import { createExcelHost } from "./excel-host";
import { CELLS_AT_ONCE } from "./read";

/** The set that the manifest asks for; Excel 2021 has it, 2016 and 2019 do not. */
export const NEEDED_SET = "1.13";

/** From this set on, what an add-in asks or does no longer empties the list of steps that a person can take back. */
const UNDO_SET = "1.19";

/**
 * How long Office may take to answer before we say that it does not: on a plain page it answers at once, beside a dead
 * host never.
 */
const PATIENCE = 15_000;

/**
 * The open workbook of the Excel in which this page runs.
 * @param capabilities what to call the application, for the workbench
 * @param patience milliseconds to wait for Office
 * @param cellsAtOnce how many cells are asked for at once
 * @throws HostError no-excel, excel-silent, unsupported-excel
 */
export async function connectExcel(
  capabilities?: HostCapabilities,
  patience = PATIENCE,
  cellsAtOnce = CELLS_AT_ONCE,
): Promise<LiveHost> {
  if (typeof Office === "undefined") hostRefuses({ code: "no-excel" });
  const info = await unlessSilent(Office.onReady(), patience);
  if (info === null) hostRefuses({ code: "excel-silent" });
  if (info.host !== Office.HostType.Excel) hostRefuses({ code: "no-excel" });
  if (!Office.context.requirements.isSetSupported("ExcelApi", NEEDED_SET))
    hostRefuses({ code: "unsupported-excel", needed: NEEDED_SET });
  return createExcelHost({ run: (batch) => Excel.run(batch) }, capabilities ?? capabilitiesOf(), cellsAtOnce);
}

function capabilitiesOf(): HostCapabilities {
  return {
    application: "Excel",
    savesItself: true,
    keepsUndoSteps: Office.context.requirements.isSetSupported("ExcelApi", UNDO_SET),
  };
}

/** What is promised, or null where it takes longer than that. */
async function unlessSilent<T>(promised: Promise<T>, patience: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), patience);
  });
  try {
    return await Promise.race([promised, silence]);
  } finally {
    clearTimeout(timer);
  }
}
