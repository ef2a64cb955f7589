import type { PerformanceCity } from "./city";
import { departments } from "./department";
import { evaluations } from "./evaluations";
import { forms } from "./forms";
import { furtherEvaluations } from "./further-evaluations";
import { furtherTargets } from "./further-targets";
import { lists } from "./lists";
import { monitored } from "./monitored";
import { overall } from "./overall";
import { strangerEvaluations } from "./stranger-evaluations";
import { summarised } from "./summarised";
import { variants } from "./variants";

/**
 * Every made-up place: tables of performance targets, self-evaluations, monitoring and lists of results that agree, and
 * slips to be found in them.
 */
export const performanceCities: readonly PerformanceCity[] = [...lists, ...forms, ...overall, ...evaluations, ...variants, ...departments, ...monitored, ...summarised, ...furtherEvaluations, ...furtherTargets, ...strangerEvaluations];
