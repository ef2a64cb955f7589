import { capital } from "./capital";
import { delta, harbour } from "./coast";
import { basin, rivers } from "./rivers";
import type { City } from "./city";

/** Every made-up place: a workbook that agrees, and slips to be found in it. */
export const cities: readonly City[] = [capital, harbour, delta, rivers, basin];
