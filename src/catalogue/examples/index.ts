// Written by write-lists.ts; do not edit.
import file0 from "./department-of-units.json";
import file1 from "./evaluation-summary.json";
import file2 from "./final-department.json";
import file3 from "./fiscal-department.json";
import file4 from "./mixed-department.json";
import file5 from "./monitoring.json";
import file6 from "./own-funds-department.json";
import file7 from "./performance.json";
import file8 from "./self-evaluation.json";
import file9 from "./unit-of-department.json";
import file10 from "./year-before.json";

export const files: readonly { readonly name: string; readonly content: unknown }[] = [
  { name: "department-of-units.json", content: file0 },
  { name: "evaluation-summary.json", content: file1 },
  { name: "final-department.json", content: file2 },
  { name: "fiscal-department.json", content: file3 },
  { name: "mixed-department.json", content: file4 },
  { name: "monitoring.json", content: file5 },
  { name: "own-funds-department.json", content: file6 },
  { name: "performance.json", content: file7 },
  { name: "self-evaluation.json", content: file8 },
  { name: "unit-of-department.json", content: file9 },
  { name: "year-before.json", content: file10 },
];
