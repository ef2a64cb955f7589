// Written by write-lists.ts; do not edit.
import file0 from "./basic-expenditure.json";
import file1 from "./budget-summary.json";
import file2 from "./evaluation-base-data.json";
import file3 from "./expenditure-summary.json";
import file4 from "./fiscal-appropriation-summary.json";
import file5 from "./general-public-expenditure.json";
import file6 from "./government-fund-expenditure.json";
import file7 from "./income-summary.json";
import file8 from "./narrative.json";
import file9 from "./overall-monitoring.json";
import file10 from "./overall-performance-target.json";
import file11 from "./overall-self-evaluation.json";
import file12 from "./project-monitoring.json";
import file13 from "./project-performance-target.json";
import file14 from "./project-self-evaluation.json";
import file15 from "./self-evaluation-summary.json";
import file16 from "./state-capital-expenditure.json";
import file17 from "./three-public.json";

export const files: readonly { readonly name: string; readonly content: unknown }[] = [
  { name: "basic-expenditure.json", content: file0 },
  { name: "budget-summary.json", content: file1 },
  { name: "evaluation-base-data.json", content: file2 },
  { name: "expenditure-summary.json", content: file3 },
  { name: "fiscal-appropriation-summary.json", content: file4 },
  { name: "general-public-expenditure.json", content: file5 },
  { name: "government-fund-expenditure.json", content: file6 },
  { name: "income-summary.json", content: file7 },
  { name: "narrative.json", content: file8 },
  { name: "overall-monitoring.json", content: file9 },
  { name: "overall-performance-target.json", content: file10 },
  { name: "overall-self-evaluation.json", content: file11 },
  { name: "project-monitoring.json", content: file12 },
  { name: "project-performance-target.json", content: file13 },
  { name: "project-self-evaluation.json", content: file14 },
  { name: "self-evaluation-summary.json", content: file15 },
  { name: "state-capital-expenditure.json", content: file16 },
  { name: "three-public.json", content: file17 },
];
