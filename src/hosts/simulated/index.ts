export { SimulatedExcel } from "./simulated-excel";
export type { Answer, EventMessage, SimulationSettings } from "./simulated-excel";
export { FaultPlan, OfficeError, atMember } from "./faults";
export type { Fault } from "./faults";
export { genuineClient } from "./seams/client";
export type { GenuineClient } from "./seams/client";
export { CO_AUTHOR, PERSON, shownText } from "./model/workbook";
export { installInPage } from "./seams/page";
export type { PageSettings } from "./seams/page";
