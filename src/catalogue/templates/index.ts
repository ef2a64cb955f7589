// Written by write-lists.ts; do not edit.
import file0 from "./basic-expenditure-final.json";
import file1 from "./basic-expenditure.json";
import file2 from "./budget-summary-final.json";
import file3 from "./budget-summary.json";
import file4 from "./evaluation-base-data.json";
import file5 from "./expenditure-summary-final.json";
import file6 from "./expenditure-summary.json";
import file7 from "./fiscal-appropriation-summary-final.json";
import file8 from "./fiscal-appropriation-summary.json";
import file9 from "./general-public-expenditure-final.json";
import file10 from "./general-public-expenditure.json";
import file11 from "./government-fund-expenditure-final.json";
import file12 from "./government-fund-expenditure.json";
import file13 from "./government-fund-ledger.json";
import file14 from "./income-summary-final.json";
import file15 from "./income-summary.json";
import file16 from "./narrative.json";
import file17 from "./overall-monitoring.json";
import file18 from "./overall-performance-target.json";
import file19 from "./overall-self-evaluation.json";
import file20 from "./project-monitoring.json";
import file21 from "./project-performance-target.json";
import file22 from "./project-self-evaluation.json";
import file23 from "./self-evaluation-summary.json";
import file24 from "./state-capital-expenditure-final.json";
import file25 from "./state-capital-expenditure.json";
import file26 from "./three-public-final.json";
import file27 from "./three-public.json";
import file28 from "./unknown-sums.json";

export const files: readonly { readonly name: string; readonly content: unknown }[] = [
  { name: "basic-expenditure-final.json", content: file0 },
  { name: "basic-expenditure.json", content: file1 },
  { name: "budget-summary-final.json", content: file2 },
  { name: "budget-summary.json", content: file3 },
  { name: "evaluation-base-data.json", content: file4 },
  { name: "expenditure-summary-final.json", content: file5 },
  { name: "expenditure-summary.json", content: file6 },
  { name: "fiscal-appropriation-summary-final.json", content: file7 },
  { name: "fiscal-appropriation-summary.json", content: file8 },
  { name: "general-public-expenditure-final.json", content: file9 },
  { name: "general-public-expenditure.json", content: file10 },
  { name: "government-fund-expenditure-final.json", content: file11 },
  { name: "government-fund-expenditure.json", content: file12 },
  { name: "government-fund-ledger.json", content: file13 },
  { name: "income-summary-final.json", content: file14 },
  { name: "income-summary.json", content: file15 },
  { name: "narrative.json", content: file16 },
  { name: "overall-monitoring.json", content: file17 },
  { name: "overall-performance-target.json", content: file18 },
  { name: "overall-self-evaluation.json", content: file19 },
  { name: "project-monitoring.json", content: file20 },
  { name: "project-performance-target.json", content: file21 },
  { name: "project-self-evaluation.json", content: file22 },
  { name: "self-evaluation-summary.json", content: file23 },
  { name: "state-capital-expenditure-final.json", content: file24 },
  { name: "state-capital-expenditure.json", content: file25 },
  { name: "three-public-final.json", content: file26 },
  { name: "three-public.json", content: file27 },
  { name: "unknown-sums.json", content: file28 },
];
