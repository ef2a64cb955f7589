export * from "./table";
export * from "./template";
export { recogniseTables, excluded } from "./recognise";
export type { Choices, Recognition } from "./recognise";
