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
import file13 from "./change-from-last-year.json";
import file14 from "./code-fits-name.json";
import file15 from "./codes-agree-across.json";
import file16 from "./codes-not-mistyped.json";
import file17 from "./cover-year-agrees.json";
import file18 from "./criterion-bands-without-gap.json";
import file19 from "./criterion-bands-without-overlap.json";
import file20 from "./criterion-bounds-stated.json";
import file21 from "./criterion-fits-target.json";
import file22 from "./criterion-fits-type.json";
import file23 from "./criterion-fits-unit.json";
import file24 from "./criterion-given.json";
import file25 from "./criterion-marks-fit-points.json";
import file26 from "./criterion-reaches-full-marks.json";
import file27 from "./criterion-readable.json";
import file28 from "./criterion-states-amount.json";
import file29 from "./criterion-states-rule.json";
import file30 from "./criterion-year-fits-target.json";
import file31 from "./displayed-figures-agree.json";
import file32 from "./empty-note-agrees.json";
import file33 from "./evaluation-base-data-add-up.json";
import file34 from "./evaluation-base-data-investment-rate.json";
import file35 from "./evaluation-base-data-scale-rate.json";
import file36 from "./evaluation-base-data-staff-rate.json";
import file37 from "./expenditure-summary-affiliate-subsidy-equals-budget-summary.json";
import file38 from "./expenditure-summary-basic-at-least-fund-tables.json";
import file39 from "./expenditure-summary-basic-equals-budget-summary.json";
import file40 from "./expenditure-summary-basic-equals-fund-tables.json";
import file41 from "./expenditure-summary-basic-equals-personnel-and-public-use.json";
import file42 from "./expenditure-summary-basic-sum-at-least-fund-tables.json";
import file43 from "./expenditure-summary-basic-sum-equals-fund-tables.json";
import file44 from "./expenditure-summary-operating-expenditure-equals-budget-summary.json";
import file45 from "./expenditure-summary-project-at-least-fund-tables.json";
import file46 from "./expenditure-summary-project-equals-budget-summary.json";
import file47 from "./expenditure-summary-project-equals-fund-tables.json";
import file48 from "./expenditure-summary-project-sum-at-least-fund-tables.json";
import file49 from "./expenditure-summary-project-sum-equals-fund-tables.json";
import file50 from "./expenditure-summary-roll-up.json";
import file51 from "./expenditure-summary-row-total.json";
import file52 from "./expenditure-summary-superior-remittance-equals-budget-summary.json";
import file53 from "./expenditure-summary-total-at-least-fund-tables.json";
import file54 from "./expenditure-summary-total-equals-fund-tables.json";
import file55 from "./expenditure-summary-total-equals-year-total.json";
import file56 from "./expenditure-summary-total-sum-at-least-fund-tables.json";
import file57 from "./expenditure-summary-total-sum-equals-fund-tables.json";
import file58 from "./final-fund-balance.json";
import file59 from "./final-general-public-balance.json";
import file60 from "./final-government-fund-balance.json";
import file61 from "./final-government-fund-closing.json";
import file62 from "./final-government-fund-income.json";
import file63 from "./final-government-fund-opening.json";
import file64 from "./final-state-capital-balance.json";
import file65 from "./fiscal-appropriation-summary-classes-equal-fund-tables.json";
import file66 from "./fiscal-appropriation-summary-divisions-agree.json";
import file67 from "./fiscal-appropriation-summary-general-public-classes-equal-expenditure-table.json";
import file68 from "./fiscal-appropriation-summary-general-public-equals-expenditure-table.json";
import file69 from "./fiscal-appropriation-summary-general-public-income-equals-budget-summary.json";
import file70 from "./fiscal-appropriation-summary-general-public-income-equals-income-summary.json";
import file71 from "./fiscal-appropriation-summary-government-fund-classes-equal-expenditure-table.json";
import file72 from "./fiscal-appropriation-summary-government-fund-equals-expenditure-table.json";
import file73 from "./fiscal-appropriation-summary-government-fund-income-equals-budget-summary.json";
import file74 from "./fiscal-appropriation-summary-government-fund-income-equals-income-summary.json";
import file75 from "./fiscal-appropriation-summary-grand-total.json";
import file76 from "./fiscal-appropriation-summary-income-equals-budget-summary.json";
import file77 from "./fiscal-appropriation-summary-income-equals-expenditure.json";
import file78 from "./fiscal-appropriation-summary-income-equals-income-summary.json";
import file79 from "./fiscal-appropriation-summary-row-total.json";
import file80 from "./fiscal-appropriation-summary-state-capital-classes-equal-expenditure-table.json";
import file81 from "./fiscal-appropriation-summary-state-capital-equals-expenditure-table.json";
import file82 from "./fiscal-appropriation-summary-state-capital-income-equals-budget-summary.json";
import file83 from "./fiscal-appropriation-summary-state-capital-income-equals-income-summary.json";
import file84 from "./fiscal-appropriation-summary-total-equals-fund-tables.json";
import file85 from "./fiscal-appropriation-summary-year-total.json";
import file86 from "./form-title-year-agrees.json";
import file87 from "./general-public-empty-everywhere.json";
import file88 from "./general-public-expenditure-personnel-equals-basic-expenditure.json";
import file89 from "./general-public-expenditure-public-use-equals-basic-expenditure.json";
import file90 from "./general-public-expenditure-roll-up.json";
import file91 from "./general-public-expenditure-row-total.json";
import file92 from "./government-fund-empty-everywhere.json";
import file93 from "./government-fund-expenditure-roll-up.json";
import file94 from "./government-fund-expenditure-row-total.json";
import file95 from "./header-year-agrees.json";
import file96 from "./income-summary-affiliate-remittance-equals-budget-summary.json";
import file97 from "./income-summary-carry-over-equals-budget-summary.json";
import file98 from "./income-summary-fiscal-equals-budget-summary.json";
import file99 from "./income-summary-operating-equals-budget-summary.json";
import file100 from "./income-summary-other-equals-budget-summary.json";
import file101 from "./income-summary-own-funds-equals-budget-summary.json";
import file102 from "./income-summary-roll-up.json";
import file103 from "./income-summary-row-total.json";
import file104 from "./income-summary-superior-subsidy-equals-budget-summary.json";
import file105 from "./income-summary-total-equals-grand-total.json";
import file106 from "./income-summary-total-equals-year-total.json";
import file107 from "./income-summary-undertaking-equals-budget-summary.json";
import file108 from "./last-year-adds-up.json";
import file109 from "./levels-printed.json";
import file110 from "./monitoring-execution-rate.json";
import file111 from "./monitoring-funds.json";
import file112 from "./monitoring-targets-as-approved.json";
import file113 from "./names-are-current.json";
import file114 from "./narrative-change-rate-fits.json";
import file115 from "./narrative-changes-add-up.json";
import file116 from "./narrative-changes-agree.json";
import file117 from "./narrative-changes-explained.json";
import file118 from "./narrative-compares-with-last-year.json";
import file119 from "./narrative-comparisons-equal-prior-tables.json";
import file120 from "./narrative-completion-fits.json";
import file121 from "./narrative-counted-lists-complete.json";
import file122 from "./narrative-counts-add-up.json";
import file123 from "./narrative-enumerations-counted.json";
import file124 from "./narrative-figures-equal-tables.json";
import file125 from "./narrative-items-complete.json";
import file126 from "./narrative-items-speak-of-themselves.json";
import file127 from "./narrative-meeting-and-training-at-least-table.json";
import file128 from "./narrative-mentions-agree.json";
import file129 from "./narrative-other-sheets-agree.json";
import file130 from "./narrative-parts-add-up.json";
import file131 from "./narrative-rows-left-out.json";
import file132 from "./narrative-running-cost-within-public-use.json";
import file133 from "./narrative-share-fits.json";
import file134 from "./narrative-stages-compared.json";
import file135 from "./narrative-subjects-named-alike.json";
import file136 from "./narrative-words-finished.json";
import file137 from "./narrative-year-is-the-budgets.json";
import file138 from "./of-which-within-whole.json";
import file139 from "./overall-performance-target-basic-equals-expenditure-summary.json";
import file140 from "./overall-performance-target-by-nature.json";
import file141 from "./overall-performance-target-by-source.json";
import file142 from "./overall-performance-target-form-by-nature.json";
import file143 from "./overall-performance-target-form-by-source.json";
import file144 from "./overall-performance-target-project-equals-expenditure-summary.json";
import file145 from "./overall-performance-target-total-equals-budget-summary.json";
import file146 from "./overall-performance-target-units-equal-project-targets.json";
import file147 from "./overall-self-evaluation-funds.json";
import file148 from "./overall-self-evaluation-nature-equals-funds.json";
import file149 from "./overall-self-evaluation-source-equals-nature.json";
import file150 from "./performance-cost-target-fits-funds.json";
import file151 from "./performance-duplicate-indicators.json";
import file152 from "./performance-points-by-level.json";
import file153 from "./performance-target-points-by-printed-level.json";
import file154 from "./performance-target-points-present.json";
import file155 from "./performance-target-points-printed-total.json";
import file156 from "./performance-target-points-total.json";
import file157 from "./performance-target-stale-year.json";
import file158 from "./performance-target-unit-fits-count.json";
import file159 from "./performance-target-value-is-demanding.json";
import file160 from "./performance-target-value-is-number.json";
import file161 from "./project-forms-equal-lists.json";
import file162 from "./project-list-total-equals-expenditure-summary.json";
import file163 from "./project-lists-equal-targets.json";
import file164 from "./project-performance-target-by-source.json";
import file165 from "./project-performance-target-total-equals-expenditure-summary.json";
import file166 from "./project-performance-target-total.json";
import file167 from "./project-performance-target-unit-total.json";
import file168 from "./project-self-evaluation-funds.json";
import file169 from "./rate-of-change.json";
import file170 from "./repeated-rows-agree.json";
import file171 from "./self-evaluation-actual-given.json";
import file172 from "./self-evaluation-actual-unit.json";
import file173 from "./self-evaluation-actual-value.json";
import file174 from "./self-evaluation-completion-rate.json";
import file175 from "./self-evaluation-excess-reason.json";
import file176 from "./self-evaluation-execution-rate.json";
import file177 from "./self-evaluation-execution-score.json";
import file178 from "./self-evaluation-full-marks.json";
import file179 from "./self-evaluation-indicators-as-approved.json";
import file180 from "./self-evaluation-initial-budget-equals-targets.json";
import file181 from "./self-evaluation-met-with-less.json";
import file182 from "./self-evaluation-points-as-approved.json";
import file183 from "./self-evaluation-points-by-printed-level.json";
import file184 from "./self-evaluation-points-hundred.json";
import file185 from "./self-evaluation-points-present.json";
import file186 from "./self-evaluation-points-total.json";
import file187 from "./self-evaluation-projects-in-base-data.json";
import file188 from "./self-evaluation-projects-make-whole.json";
import file189 from "./self-evaluation-score-by-criterion.json";
import file190 from "./self-evaluation-score-given.json";
import file191 from "./self-evaluation-score-percentage.json";
import file192 from "./self-evaluation-score-total.json";
import file193 from "./self-evaluation-score-within-points.json";
import file194 from "./self-evaluation-shortfall-reason.json";
import file195 from "./self-evaluation-stale-year.json";
import file196 from "./self-evaluation-summary-amounts-equal-forms.json";
import file197 from "./self-evaluation-summary-average.json";
import file198 from "./self-evaluation-summary-execution-rate.json";
import file199 from "./self-evaluation-summary-grade.json";
import file200 from "./self-evaluation-summary-lists-forms.json";
import file201 from "./self-evaluation-summary-row-total.json";
import file202 from "./self-evaluation-summary-score-range.json";
import file203 from "./self-evaluation-summary-scores-equal-forms.json";
import file204 from "./self-evaluation-summary-total.json";
import file205 from "./self-evaluation-targets-as-approved.json";
import file206 from "./state-capital-empty-everywhere.json";
import file207 from "./state-capital-expenditure-roll-up.json";
import file208 from "./state-capital-expenditure-row-total.json";
import file209 from "./three-public-bodies.json";
import file210 from "./three-public-empty-everywhere.json";
import file211 from "./three-public-row-total.json";
import file212 from "./title-year-agrees.json";
import file213 from "./unit-basic-expenditure-within-department.json";
import file214 from "./unit-expenditure-summary-basic-equals-expenditure-summary.json";
import file215 from "./unit-expenditure-summary-project-equals-expenditure-summary.json";
import file216 from "./unit-expenditure-summary-total-equals-expenditure-summary.json";
import file217 from "./unit-expenditure-summary-within-department.json";
import file218 from "./unit-general-public-expenditure-within-department.json";
import file219 from "./unit-income-summary-total-equals-income-summary.json";
import file220 from "./unit-overall-performance-target-basic-equals-expenditure-summary.json";
import file221 from "./unit-overall-performance-target-project-equals-expenditure-summary.json";
import file222 from "./unit-overall-performance-target-total-equals-expenditure-summary.json";
import file223 from "./unit-project-amounts-equal.json";
import file224 from "./unit-project-performance-target-equals-project-performance-target.json";
import file225 from "./unit-three-public-equals-three-public.json";
import file226 from "./unknown-sums-balances.json";
import file227 from "./unknown-sums-change.json";
import file228 from "./unknown-sums-columns.json";
import file229 from "./unknown-sums-lines.json";
import file230 from "./unknown-sums-named-amounts.json";
import file231 from "./unknown-sums-rate.json";
import file232 from "./unknown-sums-ratios.json";
import file233 from "./unknown-sums-sides.json";
import file234 from "./unknown-sums-summary.json";
import file235 from "./year-lines-agree.json";

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
  { name: "change-from-last-year.json", content: file13 },
  { name: "code-fits-name.json", content: file14 },
  { name: "codes-agree-across.json", content: file15 },
  { name: "codes-not-mistyped.json", content: file16 },
  { name: "cover-year-agrees.json", content: file17 },
  { name: "criterion-bands-without-gap.json", content: file18 },
  { name: "criterion-bands-without-overlap.json", content: file19 },
  { name: "criterion-bounds-stated.json", content: file20 },
  { name: "criterion-fits-target.json", content: file21 },
  { name: "criterion-fits-type.json", content: file22 },
  { name: "criterion-fits-unit.json", content: file23 },
  { name: "criterion-given.json", content: file24 },
  { name: "criterion-marks-fit-points.json", content: file25 },
  { name: "criterion-reaches-full-marks.json", content: file26 },
  { name: "criterion-readable.json", content: file27 },
  { name: "criterion-states-amount.json", content: file28 },
  { name: "criterion-states-rule.json", content: file29 },
  { name: "criterion-year-fits-target.json", content: file30 },
  { name: "displayed-figures-agree.json", content: file31 },
  { name: "empty-note-agrees.json", content: file32 },
  { name: "evaluation-base-data-add-up.json", content: file33 },
  { name: "evaluation-base-data-investment-rate.json", content: file34 },
  { name: "evaluation-base-data-scale-rate.json", content: file35 },
  { name: "evaluation-base-data-staff-rate.json", content: file36 },
  { name: "expenditure-summary-affiliate-subsidy-equals-budget-summary.json", content: file37 },
  { name: "expenditure-summary-basic-at-least-fund-tables.json", content: file38 },
  { name: "expenditure-summary-basic-equals-budget-summary.json", content: file39 },
  { name: "expenditure-summary-basic-equals-fund-tables.json", content: file40 },
  { name: "expenditure-summary-basic-equals-personnel-and-public-use.json", content: file41 },
  { name: "expenditure-summary-basic-sum-at-least-fund-tables.json", content: file42 },
  { name: "expenditure-summary-basic-sum-equals-fund-tables.json", content: file43 },
  { name: "expenditure-summary-operating-expenditure-equals-budget-summary.json", content: file44 },
  { name: "expenditure-summary-project-at-least-fund-tables.json", content: file45 },
  { name: "expenditure-summary-project-equals-budget-summary.json", content: file46 },
  { name: "expenditure-summary-project-equals-fund-tables.json", content: file47 },
  { name: "expenditure-summary-project-sum-at-least-fund-tables.json", content: file48 },
  { name: "expenditure-summary-project-sum-equals-fund-tables.json", content: file49 },
  { name: "expenditure-summary-roll-up.json", content: file50 },
  { name: "expenditure-summary-row-total.json", content: file51 },
  { name: "expenditure-summary-superior-remittance-equals-budget-summary.json", content: file52 },
  { name: "expenditure-summary-total-at-least-fund-tables.json", content: file53 },
  { name: "expenditure-summary-total-equals-fund-tables.json", content: file54 },
  { name: "expenditure-summary-total-equals-year-total.json", content: file55 },
  { name: "expenditure-summary-total-sum-at-least-fund-tables.json", content: file56 },
  { name: "expenditure-summary-total-sum-equals-fund-tables.json", content: file57 },
  { name: "final-fund-balance.json", content: file58 },
  { name: "final-general-public-balance.json", content: file59 },
  { name: "final-government-fund-balance.json", content: file60 },
  { name: "final-government-fund-closing.json", content: file61 },
  { name: "final-government-fund-income.json", content: file62 },
  { name: "final-government-fund-opening.json", content: file63 },
  { name: "final-state-capital-balance.json", content: file64 },
  { name: "fiscal-appropriation-summary-classes-equal-fund-tables.json", content: file65 },
  { name: "fiscal-appropriation-summary-divisions-agree.json", content: file66 },
  { name: "fiscal-appropriation-summary-general-public-classes-equal-expenditure-table.json", content: file67 },
  { name: "fiscal-appropriation-summary-general-public-equals-expenditure-table.json", content: file68 },
  { name: "fiscal-appropriation-summary-general-public-income-equals-budget-summary.json", content: file69 },
  { name: "fiscal-appropriation-summary-general-public-income-equals-income-summary.json", content: file70 },
  { name: "fiscal-appropriation-summary-government-fund-classes-equal-expenditure-table.json", content: file71 },
  { name: "fiscal-appropriation-summary-government-fund-equals-expenditure-table.json", content: file72 },
  { name: "fiscal-appropriation-summary-government-fund-income-equals-budget-summary.json", content: file73 },
  { name: "fiscal-appropriation-summary-government-fund-income-equals-income-summary.json", content: file74 },
  { name: "fiscal-appropriation-summary-grand-total.json", content: file75 },
  { name: "fiscal-appropriation-summary-income-equals-budget-summary.json", content: file76 },
  { name: "fiscal-appropriation-summary-income-equals-expenditure.json", content: file77 },
  { name: "fiscal-appropriation-summary-income-equals-income-summary.json", content: file78 },
  { name: "fiscal-appropriation-summary-row-total.json", content: file79 },
  { name: "fiscal-appropriation-summary-state-capital-classes-equal-expenditure-table.json", content: file80 },
  { name: "fiscal-appropriation-summary-state-capital-equals-expenditure-table.json", content: file81 },
  { name: "fiscal-appropriation-summary-state-capital-income-equals-budget-summary.json", content: file82 },
  { name: "fiscal-appropriation-summary-state-capital-income-equals-income-summary.json", content: file83 },
  { name: "fiscal-appropriation-summary-total-equals-fund-tables.json", content: file84 },
  { name: "fiscal-appropriation-summary-year-total.json", content: file85 },
  { name: "form-title-year-agrees.json", content: file86 },
  { name: "general-public-empty-everywhere.json", content: file87 },
  { name: "general-public-expenditure-personnel-equals-basic-expenditure.json", content: file88 },
  { name: "general-public-expenditure-public-use-equals-basic-expenditure.json", content: file89 },
  { name: "general-public-expenditure-roll-up.json", content: file90 },
  { name: "general-public-expenditure-row-total.json", content: file91 },
  { name: "government-fund-empty-everywhere.json", content: file92 },
  { name: "government-fund-expenditure-roll-up.json", content: file93 },
  { name: "government-fund-expenditure-row-total.json", content: file94 },
  { name: "header-year-agrees.json", content: file95 },
  { name: "income-summary-affiliate-remittance-equals-budget-summary.json", content: file96 },
  { name: "income-summary-carry-over-equals-budget-summary.json", content: file97 },
  { name: "income-summary-fiscal-equals-budget-summary.json", content: file98 },
  { name: "income-summary-operating-equals-budget-summary.json", content: file99 },
  { name: "income-summary-other-equals-budget-summary.json", content: file100 },
  { name: "income-summary-own-funds-equals-budget-summary.json", content: file101 },
  { name: "income-summary-roll-up.json", content: file102 },
  { name: "income-summary-row-total.json", content: file103 },
  { name: "income-summary-superior-subsidy-equals-budget-summary.json", content: file104 },
  { name: "income-summary-total-equals-grand-total.json", content: file105 },
  { name: "income-summary-total-equals-year-total.json", content: file106 },
  { name: "income-summary-undertaking-equals-budget-summary.json", content: file107 },
  { name: "last-year-adds-up.json", content: file108 },
  { name: "levels-printed.json", content: file109 },
  { name: "monitoring-execution-rate.json", content: file110 },
  { name: "monitoring-funds.json", content: file111 },
  { name: "monitoring-targets-as-approved.json", content: file112 },
  { name: "names-are-current.json", content: file113 },
  { name: "narrative-change-rate-fits.json", content: file114 },
  { name: "narrative-changes-add-up.json", content: file115 },
  { name: "narrative-changes-agree.json", content: file116 },
  { name: "narrative-changes-explained.json", content: file117 },
  { name: "narrative-compares-with-last-year.json", content: file118 },
  { name: "narrative-comparisons-equal-prior-tables.json", content: file119 },
  { name: "narrative-completion-fits.json", content: file120 },
  { name: "narrative-counted-lists-complete.json", content: file121 },
  { name: "narrative-counts-add-up.json", content: file122 },
  { name: "narrative-enumerations-counted.json", content: file123 },
  { name: "narrative-figures-equal-tables.json", content: file124 },
  { name: "narrative-items-complete.json", content: file125 },
  { name: "narrative-items-speak-of-themselves.json", content: file126 },
  { name: "narrative-meeting-and-training-at-least-table.json", content: file127 },
  { name: "narrative-mentions-agree.json", content: file128 },
  { name: "narrative-other-sheets-agree.json", content: file129 },
  { name: "narrative-parts-add-up.json", content: file130 },
  { name: "narrative-rows-left-out.json", content: file131 },
  { name: "narrative-running-cost-within-public-use.json", content: file132 },
  { name: "narrative-share-fits.json", content: file133 },
  { name: "narrative-stages-compared.json", content: file134 },
  { name: "narrative-subjects-named-alike.json", content: file135 },
  { name: "narrative-words-finished.json", content: file136 },
  { name: "narrative-year-is-the-budgets.json", content: file137 },
  { name: "of-which-within-whole.json", content: file138 },
  { name: "overall-performance-target-basic-equals-expenditure-summary.json", content: file139 },
  { name: "overall-performance-target-by-nature.json", content: file140 },
  { name: "overall-performance-target-by-source.json", content: file141 },
  { name: "overall-performance-target-form-by-nature.json", content: file142 },
  { name: "overall-performance-target-form-by-source.json", content: file143 },
  { name: "overall-performance-target-project-equals-expenditure-summary.json", content: file144 },
  { name: "overall-performance-target-total-equals-budget-summary.json", content: file145 },
  { name: "overall-performance-target-units-equal-project-targets.json", content: file146 },
  { name: "overall-self-evaluation-funds.json", content: file147 },
  { name: "overall-self-evaluation-nature-equals-funds.json", content: file148 },
  { name: "overall-self-evaluation-source-equals-nature.json", content: file149 },
  { name: "performance-cost-target-fits-funds.json", content: file150 },
  { name: "performance-duplicate-indicators.json", content: file151 },
  { name: "performance-points-by-level.json", content: file152 },
  { name: "performance-target-points-by-printed-level.json", content: file153 },
  { name: "performance-target-points-present.json", content: file154 },
  { name: "performance-target-points-printed-total.json", content: file155 },
  { name: "performance-target-points-total.json", content: file156 },
  { name: "performance-target-stale-year.json", content: file157 },
  { name: "performance-target-unit-fits-count.json", content: file158 },
  { name: "performance-target-value-is-demanding.json", content: file159 },
  { name: "performance-target-value-is-number.json", content: file160 },
  { name: "project-forms-equal-lists.json", content: file161 },
  { name: "project-list-total-equals-expenditure-summary.json", content: file162 },
  { name: "project-lists-equal-targets.json", content: file163 },
  { name: "project-performance-target-by-source.json", content: file164 },
  { name: "project-performance-target-total-equals-expenditure-summary.json", content: file165 },
  { name: "project-performance-target-total.json", content: file166 },
  { name: "project-performance-target-unit-total.json", content: file167 },
  { name: "project-self-evaluation-funds.json", content: file168 },
  { name: "rate-of-change.json", content: file169 },
  { name: "repeated-rows-agree.json", content: file170 },
  { name: "self-evaluation-actual-given.json", content: file171 },
  { name: "self-evaluation-actual-unit.json", content: file172 },
  { name: "self-evaluation-actual-value.json", content: file173 },
  { name: "self-evaluation-completion-rate.json", content: file174 },
  { name: "self-evaluation-excess-reason.json", content: file175 },
  { name: "self-evaluation-execution-rate.json", content: file176 },
  { name: "self-evaluation-execution-score.json", content: file177 },
  { name: "self-evaluation-full-marks.json", content: file178 },
  { name: "self-evaluation-indicators-as-approved.json", content: file179 },
  { name: "self-evaluation-initial-budget-equals-targets.json", content: file180 },
  { name: "self-evaluation-met-with-less.json", content: file181 },
  { name: "self-evaluation-points-as-approved.json", content: file182 },
  { name: "self-evaluation-points-by-printed-level.json", content: file183 },
  { name: "self-evaluation-points-hundred.json", content: file184 },
  { name: "self-evaluation-points-present.json", content: file185 },
  { name: "self-evaluation-points-total.json", content: file186 },
  { name: "self-evaluation-projects-in-base-data.json", content: file187 },
  { name: "self-evaluation-projects-make-whole.json", content: file188 },
  { name: "self-evaluation-score-by-criterion.json", content: file189 },
  { name: "self-evaluation-score-given.json", content: file190 },
  { name: "self-evaluation-score-percentage.json", content: file191 },
  { name: "self-evaluation-score-total.json", content: file192 },
  { name: "self-evaluation-score-within-points.json", content: file193 },
  { name: "self-evaluation-shortfall-reason.json", content: file194 },
  { name: "self-evaluation-stale-year.json", content: file195 },
  { name: "self-evaluation-summary-amounts-equal-forms.json", content: file196 },
  { name: "self-evaluation-summary-average.json", content: file197 },
  { name: "self-evaluation-summary-execution-rate.json", content: file198 },
  { name: "self-evaluation-summary-grade.json", content: file199 },
  { name: "self-evaluation-summary-lists-forms.json", content: file200 },
  { name: "self-evaluation-summary-row-total.json", content: file201 },
  { name: "self-evaluation-summary-score-range.json", content: file202 },
  { name: "self-evaluation-summary-scores-equal-forms.json", content: file203 },
  { name: "self-evaluation-summary-total.json", content: file204 },
  { name: "self-evaluation-targets-as-approved.json", content: file205 },
  { name: "state-capital-empty-everywhere.json", content: file206 },
  { name: "state-capital-expenditure-roll-up.json", content: file207 },
  { name: "state-capital-expenditure-row-total.json", content: file208 },
  { name: "three-public-bodies.json", content: file209 },
  { name: "three-public-empty-everywhere.json", content: file210 },
  { name: "three-public-row-total.json", content: file211 },
  { name: "title-year-agrees.json", content: file212 },
  { name: "unit-basic-expenditure-within-department.json", content: file213 },
  { name: "unit-expenditure-summary-basic-equals-expenditure-summary.json", content: file214 },
  { name: "unit-expenditure-summary-project-equals-expenditure-summary.json", content: file215 },
  { name: "unit-expenditure-summary-total-equals-expenditure-summary.json", content: file216 },
  { name: "unit-expenditure-summary-within-department.json", content: file217 },
  { name: "unit-general-public-expenditure-within-department.json", content: file218 },
  { name: "unit-income-summary-total-equals-income-summary.json", content: file219 },
  { name: "unit-overall-performance-target-basic-equals-expenditure-summary.json", content: file220 },
  { name: "unit-overall-performance-target-project-equals-expenditure-summary.json", content: file221 },
  { name: "unit-overall-performance-target-total-equals-expenditure-summary.json", content: file222 },
  { name: "unit-project-amounts-equal.json", content: file223 },
  { name: "unit-project-performance-target-equals-project-performance-target.json", content: file224 },
  { name: "unit-three-public-equals-three-public.json", content: file225 },
  { name: "unknown-sums-balances.json", content: file226 },
  { name: "unknown-sums-change.json", content: file227 },
  { name: "unknown-sums-columns.json", content: file228 },
  { name: "unknown-sums-lines.json", content: file229 },
  { name: "unknown-sums-named-amounts.json", content: file230 },
  { name: "unknown-sums-rate.json", content: file231 },
  { name: "unknown-sums-ratios.json", content: file232 },
  { name: "unknown-sums-sides.json", content: file233 },
  { name: "unknown-sums-summary.json", content: file234 },
  { name: "year-lines-agree.json", content: file235 },
];
