// Written by write-lists.ts; do not edit.
import file0 from "./economic-department.json";
import file1 from "./economic-government.json";
import file2 from "./function.json";

export const files: readonly { readonly name: string; readonly content: unknown }[] = [
  { name: "economic-department.json", content: file0 },
  { name: "economic-government.json", content: file1 },
  { name: "function.json", content: file2 },
];
