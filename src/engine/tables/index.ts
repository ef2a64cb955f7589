export * from "./table";
export * from "./template";
export { recogniseInSteps, recogniseTables, excluded } from "./recognise";
export type { Choices, Recognition } from "./recognise";
export { Classification, classificationSchema } from "./classification";
export type { ClassificationList, NameFit } from "./classification";
