// Written by write-lists.ts; do not edit.
import file0 from "./fiscal-department.json";
import file1 from "./mixed-department.json";
import file2 from "./performance.json";
import file3 from "./self-evaluation.json";

export const files: readonly { readonly name: string; readonly content: unknown }[] = [
  { name: "fiscal-department.json", content: file0 },
  { name: "mixed-department.json", content: file1 },
  { name: "performance.json", content: file2 },
  { name: "self-evaluation.json", content: file3 },
];
