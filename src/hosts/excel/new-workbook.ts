import { hostRefuses } from "../host-problem";

/**
 * Opens a copy of a workbook in a window of its own; the open one stays as it is.
 * @param url the file as a data: URL in base64
 * @throws HostError refused where this Excel does not open workbooks for an add-in
 */
export async function openNewWorkbook(url: string): Promise<void> {
  if (typeof Excel === "undefined") hostRefuses({ code: "no-excel" });
  try {
    await Excel.createWorkbook(url.slice(url.indexOf(",") + 1));
  } catch (error) {
    hostRefuses({ code: "refused", detail: error instanceof Error ? error.message : String(error) }, error);
  }
}
