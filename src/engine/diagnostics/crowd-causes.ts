import type { EquationStore, Outcome } from "../reconcile";
import type { Amounts } from "../workbook";
import type { Cause } from "./cause";
import type { FigureFinder } from "./figures";
import { systemOf } from "./store-system";
import { tableCauses } from "./table-causes";
import { Workings } from "./workings";

/** Of a crowd so many equations are looked at, evenly spread. */
const SAMPLE = 200;
/** So large a share of them must be explained: a few may be wrong for themselves. */
const LEAST_SHARE = 0.95;

/** What thousands of equations have in common, if a table in another unit explains them; null where nothing does. */
export function crowdCause(
  members: readonly Outcome[],
  figures: FigureFinder,
  store: EquationStore,
  amounts: Amounts,
): Cause | null {
  const all = members.flatMap(({ equation }) => (equation === null ? [] : [equation]));
  const step = Math.max(1, Math.floor(all.length / SAMPLE));
  const workings = new Workings(
    systemOf(store, amounts),
    all.filter((_, index) => index % step === 0),
  );
  const [best] = tableCauses(workings, figures).sort((a, b) => b.explains.length - a.explains.length);
  if (!best || best.breaks > 0 || best.explains.length < LEAST_SHARE * workings.open.size) return null;
  return { ...best, explains: [...all].sort((a, b) => a - b) };
}
