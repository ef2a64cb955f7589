export { markEdits, markLevel } from "./marks";
export {
  consequencesOf,
  countProblems,
  followersOf,
  isExplained,
  problemsOf,
  problemsText,
  type Problem,
} from "./problems";
export { placesOf, placesText, problemTitle, type Place } from "./problem-words";
export { amountsOf, resultSheet, type ReportHead } from "./result-sheet";
export { countByShade, shadeOf, shadeWord, shades, shadesText, type Shade } from "./shades";
export { outcomeWord, severityWord } from "./words";
