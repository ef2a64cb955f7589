import { cannotBeRead } from "./problems";

/**
 * Asks about several things at once; where Excel cannot read one of them it answers for none, and is asked about each
 * half, down to the single ones.
 * @param ask prepares a question, gives what reads the answer
 * @returns the answers in order; null for a thing that cannot be read
 */
export async function askInHalves<Thing, Answer>(
  context: Excel.RequestContext,
  things: readonly Thing[],
  ask: (thing: Thing) => () => Answer,
): Promise<(Answer | null)[]> {
  if (things.length === 0) return [];
  const answers = things.map(ask);
  try {
    await context.sync();
    return answers.map((answer) => answer());
  } catch (error) {
    if (!cannotBeRead(error)) throw error;
    if (things.length === 1) return [null];
  }
  const half = things.length >> 1;
  return [
    ...(await askInHalves(context, things.slice(0, half), ask)),
    ...(await askInHalves(context, things.slice(half), ask)),
  ];
}
