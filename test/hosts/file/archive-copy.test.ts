import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openPackage, patchPackage } from "../../../src/hosts/file";

test("writing a copy leaves the bytes it was opened from as they were, also where they are a Node buffer", () => {
  const bytes = readFileSync(join(__dirname, "../../../seeds/hengyang-project-targets.xlsx"));
  const before = Buffer.from(bytes);
  patchPackage(openPackage(bytes), [{ type: "set-value", sheet: "项目支出绩效目标表", address: "C6", value: 1 }]);
  expect(bytes.equals(before)).toBe(true);
});
