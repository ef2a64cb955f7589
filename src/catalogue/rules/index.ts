// Written by write-lists.ts; do not edit.
import file0 from "./amount-notation.json";
import file1 from "./basic-expenditure-30212-within-three-public.json";
import file2 from "./basic-expenditure-30217-within-three-public.json";
import file3 from "./basic-expenditure-30231-within-three-public.json";
import file4 from "./basic-expenditure-roll-up.json";
import file5 from "./basic-expenditure-row-total.json";
import file6 from "./basic-expenditure-total-equals-general-public-expenditure.json";
import file7 from "./budget-summary-classes-equal-expenditure-summary.json";
import file8 from "./budget-summary-divisions-agree.json";
import file9 from "./budget-summary-grand-total.json";
import file10 from "./budget-summary-income-equals-expenditure.json";
import file11 from "./budget-summary-row-total.json";
import file12 from "./budget-summary-year-total.json";
import file13 from "./displayed-figures-agree.json";
import file14 from "./evaluation-base-data-add-up.json";
import file15 from "./evaluation-base-data-investment-rate.json";
import file16 from "./evaluation-base-data-scale-rate.json";
import file17 from "./evaluation-base-data-staff-rate.json";
import file18 from "./expenditure-summary-affiliate-subsidy-equals-budget-summary.json";
import file19 from "./expenditure-summary-basic-at-least-fund-tables.json";
import file20 from "./expenditure-summary-basic-equals-budget-summary.json";
import file21 from "./expenditure-summary-basic-equals-fund-tables.json";
import file22 from "./expenditure-summary-operating-expenditure-equals-budget-summary.json";
import file23 from "./expenditure-summary-project-at-least-fund-tables.json";
import file24 from "./expenditure-summary-project-equals-budget-summary.json";
import file25 from "./expenditure-summary-project-equals-fund-tables.json";
import file26 from "./expenditure-summary-roll-up.json";
import file27 from "./expenditure-summary-row-total.json";
import file28 from "./expenditure-summary-superior-remittance-equals-budget-summary.json";
import file29 from "./expenditure-summary-total-at-least-fund-tables.json";
import file30 from "./expenditure-summary-total-equals-fund-tables.json";
import file31 from "./expenditure-summary-total-equals-year-total.json";
import file32 from "./fiscal-appropriation-summary-divisions-agree.json";
import file33 from "./fiscal-appropriation-summary-general-public-classes-equal-expenditure-table.json";
import file34 from "./fiscal-appropriation-summary-general-public-equals-expenditure-table.json";
import file35 from "./fiscal-appropriation-summary-general-public-income-equals-budget-summary.json";
import file36 from "./fiscal-appropriation-summary-general-public-income-equals-income-summary.json";
import file37 from "./fiscal-appropriation-summary-government-fund-classes-equal-expenditure-table.json";
import file38 from "./fiscal-appropriation-summary-government-fund-equals-expenditure-table.json";
import file39 from "./fiscal-appropriation-summary-government-fund-income-equals-budget-summary.json";
import file40 from "./fiscal-appropriation-summary-government-fund-income-equals-income-summary.json";
import file41 from "./fiscal-appropriation-summary-grand-total.json";
import file42 from "./fiscal-appropriation-summary-income-equals-budget-summary.json";
import file43 from "./fiscal-appropriation-summary-income-equals-expenditure.json";
import file44 from "./fiscal-appropriation-summary-income-equals-income-summary.json";
import file45 from "./fiscal-appropriation-summary-row-total.json";
import file46 from "./fiscal-appropriation-summary-state-capital-classes-equal-expenditure-table.json";
import file47 from "./fiscal-appropriation-summary-state-capital-equals-expenditure-table.json";
import file48 from "./fiscal-appropriation-summary-state-capital-income-equals-budget-summary.json";
import file49 from "./fiscal-appropriation-summary-state-capital-income-equals-income-summary.json";
import file50 from "./fiscal-appropriation-summary-total-equals-fund-tables.json";
import file51 from "./fiscal-appropriation-summary-year-total.json";
import file52 from "./general-public-empty-everywhere.json";
import file53 from "./general-public-expenditure-personnel-equals-basic-expenditure.json";
import file54 from "./general-public-expenditure-public-use-equals-basic-expenditure.json";
import file55 from "./general-public-expenditure-roll-up.json";
import file56 from "./general-public-expenditure-row-total.json";
import file57 from "./government-fund-empty-everywhere.json";
import file58 from "./government-fund-expenditure-roll-up.json";
import file59 from "./government-fund-expenditure-row-total.json";
import file60 from "./income-summary-affiliate-remittance-equals-budget-summary.json";
import file61 from "./income-summary-carry-over-equals-budget-summary.json";
import file62 from "./income-summary-fiscal-equals-budget-summary.json";
import file63 from "./income-summary-operating-equals-budget-summary.json";
import file64 from "./income-summary-other-equals-budget-summary.json";
import file65 from "./income-summary-roll-up.json";
import file66 from "./income-summary-row-total.json";
import file67 from "./income-summary-superior-subsidy-equals-budget-summary.json";
import file68 from "./income-summary-total-equals-grand-total.json";
import file69 from "./income-summary-total-equals-year-total.json";
import file70 from "./income-summary-undertaking-equals-budget-summary.json";
import file71 from "./narrative-change-rate-fits.json";
import file72 from "./narrative-counts-add-up.json";
import file73 from "./narrative-functions-equal-tables.json";
import file74 from "./narrative-meeting-and-training-at-least-table.json";
import file75 from "./narrative-mentions-agree.json";
import file76 from "./narrative-natures-equal-tables.json";
import file77 from "./narrative-nothing-means-zero.json";
import file78 from "./narrative-parts-add-up.json";
import file79 from "./narrative-performance-equals-table.json";
import file80 from "./narrative-projects-equal-table.json";
import file81 from "./narrative-running-cost-within-public-use.json";
import file82 from "./narrative-share-fits.json";
import file83 from "./narrative-sources-equal-tables.json";
import file84 from "./narrative-three-public-equals-table.json";
import file85 from "./narrative-totals-equal-tables.json";
import file86 from "./narrative-year-is-the-budgets.json";
import file87 from "./of-which-within-whole.json";
import file88 from "./overall-performance-target-basic-equals-expenditure-summary.json";
import file89 from "./overall-performance-target-by-nature.json";
import file90 from "./overall-performance-target-by-source.json";
import file91 from "./overall-performance-target-form-by-nature.json";
import file92 from "./overall-performance-target-form-by-source.json";
import file93 from "./overall-performance-target-project-equals-expenditure-summary.json";
import file94 from "./overall-performance-target-total-equals-budget-summary.json";
import file95 from "./overall-performance-target-units-equal-project-targets.json";
import file96 from "./overall-self-evaluation-funds.json";
import file97 from "./overall-self-evaluation-nature-equals-funds.json";
import file98 from "./overall-self-evaluation-source-equals-nature.json";
import file99 from "./project-performance-target-by-source.json";
import file100 from "./project-performance-target-total-equals-expenditure-summary.json";
import file101 from "./project-performance-target-total.json";
import file102 from "./project-performance-target-unit-total.json";
import file103 from "./project-self-evaluation-funds.json";
import file104 from "./repeated-rows-agree.json";
import file105 from "./state-capital-empty-everywhere.json";
import file106 from "./state-capital-expenditure-roll-up.json";
import file107 from "./state-capital-expenditure-row-total.json";
import file108 from "./three-public-bodies.json";
import file109 from "./three-public-empty-everywhere.json";
import file110 from "./three-public-row-total.json";

export const files: readonly { readonly name: string; readonly content: unknown }[] = [
  { name: "amount-notation.json", content: file0 },
  { name: "basic-expenditure-30212-within-three-public.json", content: file1 },
  { name: "basic-expenditure-30217-within-three-public.json", content: file2 },
  { name: "basic-expenditure-30231-within-three-public.json", content: file3 },
  { name: "basic-expenditure-roll-up.json", content: file4 },
  { name: "basic-expenditure-row-total.json", content: file5 },
  { name: "basic-expenditure-total-equals-general-public-expenditure.json", content: file6 },
  { name: "budget-summary-classes-equal-expenditure-summary.json", content: file7 },
  { name: "budget-summary-divisions-agree.json", content: file8 },
  { name: "budget-summary-grand-total.json", content: file9 },
  { name: "budget-summary-income-equals-expenditure.json", content: file10 },
  { name: "budget-summary-row-total.json", content: file11 },
  { name: "budget-summary-year-total.json", content: file12 },
  { name: "displayed-figures-agree.json", content: file13 },
  { name: "evaluation-base-data-add-up.json", content: file14 },
  { name: "evaluation-base-data-investment-rate.json", content: file15 },
  { name: "evaluation-base-data-scale-rate.json", content: file16 },
  { name: "evaluation-base-data-staff-rate.json", content: file17 },
  { name: "expenditure-summary-affiliate-subsidy-equals-budget-summary.json", content: file18 },
  { name: "expenditure-summary-basic-at-least-fund-tables.json", content: file19 },
  { name: "expenditure-summary-basic-equals-budget-summary.json", content: file20 },
  { name: "expenditure-summary-basic-equals-fund-tables.json", content: file21 },
  { name: "expenditure-summary-operating-expenditure-equals-budget-summary.json", content: file22 },
  { name: "expenditure-summary-project-at-least-fund-tables.json", content: file23 },
  { name: "expenditure-summary-project-equals-budget-summary.json", content: file24 },
  { name: "expenditure-summary-project-equals-fund-tables.json", content: file25 },
  { name: "expenditure-summary-roll-up.json", content: file26 },
  { name: "expenditure-summary-row-total.json", content: file27 },
  { name: "expenditure-summary-superior-remittance-equals-budget-summary.json", content: file28 },
  { name: "expenditure-summary-total-at-least-fund-tables.json", content: file29 },
  { name: "expenditure-summary-total-equals-fund-tables.json", content: file30 },
  { name: "expenditure-summary-total-equals-year-total.json", content: file31 },
  { name: "fiscal-appropriation-summary-divisions-agree.json", content: file32 },
  { name: "fiscal-appropriation-summary-general-public-classes-equal-expenditure-table.json", content: file33 },
  { name: "fiscal-appropriation-summary-general-public-equals-expenditure-table.json", content: file34 },
  { name: "fiscal-appropriation-summary-general-public-income-equals-budget-summary.json", content: file35 },
  { name: "fiscal-appropriation-summary-general-public-income-equals-income-summary.json", content: file36 },
  { name: "fiscal-appropriation-summary-government-fund-classes-equal-expenditure-table.json", content: file37 },
  { name: "fiscal-appropriation-summary-government-fund-equals-expenditure-table.json", content: file38 },
  { name: "fiscal-appropriation-summary-government-fund-income-equals-budget-summary.json", content: file39 },
  { name: "fiscal-appropriation-summary-government-fund-income-equals-income-summary.json", content: file40 },
  { name: "fiscal-appropriation-summary-grand-total.json", content: file41 },
  { name: "fiscal-appropriation-summary-income-equals-budget-summary.json", content: file42 },
  { name: "fiscal-appropriation-summary-income-equals-expenditure.json", content: file43 },
  { name: "fiscal-appropriation-summary-income-equals-income-summary.json", content: file44 },
  { name: "fiscal-appropriation-summary-row-total.json", content: file45 },
  { name: "fiscal-appropriation-summary-state-capital-classes-equal-expenditure-table.json", content: file46 },
  { name: "fiscal-appropriation-summary-state-capital-equals-expenditure-table.json", content: file47 },
  { name: "fiscal-appropriation-summary-state-capital-income-equals-budget-summary.json", content: file48 },
  { name: "fiscal-appropriation-summary-state-capital-income-equals-income-summary.json", content: file49 },
  { name: "fiscal-appropriation-summary-total-equals-fund-tables.json", content: file50 },
  { name: "fiscal-appropriation-summary-year-total.json", content: file51 },
  { name: "general-public-empty-everywhere.json", content: file52 },
  { name: "general-public-expenditure-personnel-equals-basic-expenditure.json", content: file53 },
  { name: "general-public-expenditure-public-use-equals-basic-expenditure.json", content: file54 },
  { name: "general-public-expenditure-roll-up.json", content: file55 },
  { name: "general-public-expenditure-row-total.json", content: file56 },
  { name: "government-fund-empty-everywhere.json", content: file57 },
  { name: "government-fund-expenditure-roll-up.json", content: file58 },
  { name: "government-fund-expenditure-row-total.json", content: file59 },
  { name: "income-summary-affiliate-remittance-equals-budget-summary.json", content: file60 },
  { name: "income-summary-carry-over-equals-budget-summary.json", content: file61 },
  { name: "income-summary-fiscal-equals-budget-summary.json", content: file62 },
  { name: "income-summary-operating-equals-budget-summary.json", content: file63 },
  { name: "income-summary-other-equals-budget-summary.json", content: file64 },
  { name: "income-summary-roll-up.json", content: file65 },
  { name: "income-summary-row-total.json", content: file66 },
  { name: "income-summary-superior-subsidy-equals-budget-summary.json", content: file67 },
  { name: "income-summary-total-equals-grand-total.json", content: file68 },
  { name: "income-summary-total-equals-year-total.json", content: file69 },
  { name: "income-summary-undertaking-equals-budget-summary.json", content: file70 },
  { name: "narrative-change-rate-fits.json", content: file71 },
  { name: "narrative-counts-add-up.json", content: file72 },
  { name: "narrative-functions-equal-tables.json", content: file73 },
  { name: "narrative-meeting-and-training-at-least-table.json", content: file74 },
  { name: "narrative-mentions-agree.json", content: file75 },
  { name: "narrative-natures-equal-tables.json", content: file76 },
  { name: "narrative-nothing-means-zero.json", content: file77 },
  { name: "narrative-parts-add-up.json", content: file78 },
  { name: "narrative-performance-equals-table.json", content: file79 },
  { name: "narrative-projects-equal-table.json", content: file80 },
  { name: "narrative-running-cost-within-public-use.json", content: file81 },
  { name: "narrative-share-fits.json", content: file82 },
  { name: "narrative-sources-equal-tables.json", content: file83 },
  { name: "narrative-three-public-equals-table.json", content: file84 },
  { name: "narrative-totals-equal-tables.json", content: file85 },
  { name: "narrative-year-is-the-budgets.json", content: file86 },
  { name: "of-which-within-whole.json", content: file87 },
  { name: "overall-performance-target-basic-equals-expenditure-summary.json", content: file88 },
  { name: "overall-performance-target-by-nature.json", content: file89 },
  { name: "overall-performance-target-by-source.json", content: file90 },
  { name: "overall-performance-target-form-by-nature.json", content: file91 },
  { name: "overall-performance-target-form-by-source.json", content: file92 },
  { name: "overall-performance-target-project-equals-expenditure-summary.json", content: file93 },
  { name: "overall-performance-target-total-equals-budget-summary.json", content: file94 },
  { name: "overall-performance-target-units-equal-project-targets.json", content: file95 },
  { name: "overall-self-evaluation-funds.json", content: file96 },
  { name: "overall-self-evaluation-nature-equals-funds.json", content: file97 },
  { name: "overall-self-evaluation-source-equals-nature.json", content: file98 },
  { name: "project-performance-target-by-source.json", content: file99 },
  { name: "project-performance-target-total-equals-expenditure-summary.json", content: file100 },
  { name: "project-performance-target-total.json", content: file101 },
  { name: "project-performance-target-unit-total.json", content: file102 },
  { name: "project-self-evaluation-funds.json", content: file103 },
  { name: "repeated-rows-agree.json", content: file104 },
  { name: "state-capital-empty-everywhere.json", content: file105 },
  { name: "state-capital-expenditure-roll-up.json", content: file106 },
  { name: "state-capital-expenditure-row-total.json", content: file107 },
  { name: "three-public-bodies.json", content: file108 },
  { name: "three-public-empty-everywhere.json", content: file109 },
  { name: "three-public-row-total.json", content: file110 },
];
