import type { HostProblem } from "../../src/hosts/host-problem";

/** One of each; a code that is missing here does not compile. */
export const problems: { readonly [Code in HostProblem["code"]]: Extract<HostProblem, { code: Code }> } = {
  "cell-being-edited": { code: "cell-being-edited" },
  "dialog-open": { code: "dialog-open" },
  "sheet-protected": { code: "sheet-protected", sheets: ["收入总表", "支出总表"] },
  "workbook-protected": { code: "workbook-protected" },
  "read-only": { code: "read-only" },
  "too-large": { code: "too-large", sheet: "明细" },
  "session-lost": { code: "session-lost" },
  busy: { code: "busy" },
  "changed-meanwhile": { code: "changed-meanwhile", cells: [{ sheet: "收入总表", address: "B1", was: 1, now: null }] },
  "sheet-gone": { code: "sheet-gone", sheet: "收入总表" },
  "sheet-hidden": { code: "sheet-hidden", sheet: "底稿" },
  "bad-address": { code: "bad-address", sheet: "收入总表", address: "A0" },
  "bad-value": { code: "bad-value", sheet: "收入总表", address: "A1" },
  "unsupported-excel": { code: "unsupported-excel", needed: "1.13" },
  "no-excel": { code: "no-excel" },
  "excel-silent": { code: "excel-silent" },
  "nothing-to-undo": { code: "nothing-to-undo" },
  "bad-settings": { code: "bad-settings" },
  "half-done": { code: "half-done", cells: [{ sheet: "收入总表", address: "B1" }], sheets: ["核对结果"] },
  refused: { code: "refused", detail: "GeneralException" },
};
