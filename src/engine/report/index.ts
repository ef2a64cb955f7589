export { markEdits, markLevel } from "./marks";
export { resultSheet } from "./result-sheet";
export { outcomeWord, severityWord } from "./words";
