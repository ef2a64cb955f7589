// Written by write-lists.ts; do not edit.
import file0 from "./department-of-units.json";
import file1 from "./evaluation-summary.json";
import file2 from "./fiscal-department.json";
import file3 from "./mixed-department.json";
import file4 from "./monitoring.json";
import file5 from "./performance.json";
import file6 from "./self-evaluation.json";
import file7 from "./unit-of-department.json";
import file8 from "./year-before.json";

export const files: readonly { readonly name: string; readonly content: unknown }[] = [
  { name: "department-of-units.json", content: file0 },
  { name: "evaluation-summary.json", content: file1 },
  { name: "fiscal-department.json", content: file2 },
  { name: "mixed-department.json", content: file3 },
  { name: "monitoring.json", content: file4 },
  { name: "performance.json", content: file5 },
  { name: "self-evaluation.json", content: file6 },
  { name: "unit-of-department.json", content: file7 },
  { name: "year-before.json", content: file8 },
];
