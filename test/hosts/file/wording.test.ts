import type { WorkbookFileProblem } from "../../../src/hosts/file";
import { describeFileProblem } from "../../../src/hosts/file";

/** One problem of every code; the compiler asks for those that are missing. */
const PROBLEMS: { [Code in WorkbookFileProblem["code"]]: Extract<WorkbookFileProblem, { code: Code }> } = {
  "empty-file": { code: "empty-file" },
  "not-a-workbook": { code: "not-a-workbook" },
  "old-xls": { code: "old-xls" },
  encrypted: { code: "encrypted" },
  "other-format": { code: "other-format", format: "xlsb" },
  truncated: { code: "truncated" },
  "damaged-part": { code: "damaged-part", part: "xl/worksheets/sheet1.xml" },
  "malformed-part": { code: "malformed-part", part: "xl/worksheets/sheet1.xml", position: 41 },
  "missing-part": { code: "missing-part", part: "xl/worksheets/sheet1.xml" },
  "no-workbook-part": { code: "no-workbook-part" },
  "no-sheets": { code: "no-sheets" },
  "archive-bomb": { code: "archive-bomb", compressed: 1_600_000, declared: 3_300_000_000 },
  "archive-lies": { code: "archive-lies", part: "xl/styles.xml" },
  "too-large": { code: "too-large", bytes: 400_000_000, limit: 314_572_800 },
  "unsupported-compression": { code: "unsupported-compression", part: "xl/styles.xml" },
  "too-many-rows": { code: "too-many-rows", sheet: "明细", limit: 200_000 },
  "too-many-cells": { code: "too-many-cells", sheet: "明细", limit: 5_000_000 },
  "no-such-sheet": { code: "no-such-sheet", sheet: "表九" },
  "bad-address": { code: "bad-address", sheet: "表一", address: "A0" },
  "array-formula": { code: "array-formula", sheet: "表一", address: "B2", range: "B2:B9" },
  "bad-value": { code: "bad-value", sheet: "表一", address: "B2", reason: "too-long" },
  "no-cells-to-write": { code: "no-cells-to-write", sheet: "图" },
  "bad-settings": { code: "bad-settings" },
  "file-not-found": { code: "file-not-found", path: "预算.xlsx" },
  "not-a-file": { code: "not-a-file", path: "预算" },
  "file-not-readable": { code: "file-not-readable", path: "预算.xlsx" },
  "target-is-input": { code: "target-is-input", path: "预算.xlsx" },
  "target-exists": { code: "target-exists", path: "结果.xlsx" },
  "target-not-writable": { code: "target-not-writable", path: "结果.xlsx" },
};

describe("every problem with a file is told in one line of plain Chinese", () => {
  test.each(Object.values(PROBLEMS))("$code", (problem) => {
    const text = describeFileProblem(problem);
    expect(text).toMatch(/^[^\n]*。$/);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    for (const [name, value] of Object.entries(problem)) {
      if (typeof value === "string" && !["code", "format", "reason"].includes(name)) expect(text).toContain(value);
    }
  });

  test("sizes are in megabytes", () => {
    expect(describeFileProblem(PROBLEMS["archive-bomb"])).toContain("3147 MB，是原来（1.5 MB）");
  });
});
