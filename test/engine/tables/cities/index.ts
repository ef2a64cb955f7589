import { capital } from "./capital";
import { delta, harbour } from "./coast";
import { basin, rivers } from "./rivers";
import { hospitalUnit, university } from "./north";
import { border, plateau } from "./west";
import type { City } from "./city";

/** Every made-up place: a workbook that agrees, and slips to be found in it. */
export const cities: readonly City[] = [capital, harbour, delta, rivers, basin, hospitalUnit, university, plateau, border];
