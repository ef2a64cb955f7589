/** Chinese sentences as tokens: one lexicon, one reader of numbers, one table of units, one calendar, the parser. */
export * from "./numerals";
export { withoutEnding } from "./ending";
export { dateOfDay, dayNumber, lastDay } from "./calendar";
export { Chart, Grammar, any, many, optional, symbol, token } from "./chart";
export type { Leaf, Part, Production } from "./chart";
export { readDateAt, readYearAt } from "./read-date";
export { readNumberAt } from "./read-number";
export { NO_TEXT, normaliseText, originalSpan } from "./source-text";
export type { SourceText, Span } from "./source-text";
export type { Token, TokenClass } from "./token";
export { tokenise } from "./tokenise";
export { UNITS, comparable, unitBeside, unitOf } from "./units";
export type { Dimension } from "./units";
