// Written by write-lists.ts; do not edit.
import file0 from "./department-of-units.json";
import file1 from "./fiscal-department.json";
import file2 from "./mixed-department.json";
import file3 from "./performance.json";
import file4 from "./self-evaluation.json";
import file5 from "./unit-of-department.json";
import file6 from "./year-before.json";

export const files: readonly { readonly name: string; readonly content: unknown }[] = [
  { name: "department-of-units.json", content: file0 },
  { name: "fiscal-department.json", content: file1 },
  { name: "mixed-department.json", content: file2 },
  { name: "performance.json", content: file3 },
  { name: "self-evaluation.json", content: file4 },
  { name: "unit-of-department.json", content: file5 },
  { name: "year-before.json", content: file6 },
];
