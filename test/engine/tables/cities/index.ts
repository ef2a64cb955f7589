import { numbersOnly, tabsOnly } from "./bare";
import { capital } from "./capital";
import { delta, harbour } from "./coast";
import { frontier } from "./frontier";
import { basin, rivers } from "./rivers";
import { hospitalUnit, university } from "./north";
import { border, plateau } from "./west";
import { hundredMillion, oneSheet, twoBodies, twoYears } from "./several-sets";
import { corridor, estuary, plain } from "./shapes";
import { classificationsBeside, listsBeside } from "./side-by-side";
import { stationsOfOneBureau, subtotals } from "./subtotals";
import { carriedOver, departmentAndUnits, indented } from "./units";
import type { City } from "./city";

/** Every made-up place: a workbook that agrees, and slips to be found in it. */
export const cities: readonly City[] = [capital, harbour, delta, rivers, basin, hospitalUnit, university, plateau, border, twoYears, twoBodies, oneSheet, hundredMillion, plain, estuary, corridor, departmentAndUnits, indented, carriedOver, tabsOnly, numbersOnly, frontier, subtotals, stationsOfOneBureau, listsBeside, classificationsBeside];
