export * from "./table";
export * from "./template";
export { recogniseInSteps, recogniseTables, excluded } from "./recognise";
export type { Choices, Recognition } from "./recognise";
