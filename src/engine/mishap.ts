/** Where a stack names a place in a source file: "at readRule (/…/read-rule.ts:45:7)". */
const PLACE = /([\w.-]{1,80}\.[a-z]{2,3}:\d{1,7}):\d{1,7}/;

/**
 * What broke, as a short word that a person can pass on and a programmer can look up: the kind of error and the place
 * in the source ("TypeError read-rule.ts:45"). The words of an inner error are for nobody who reads a message.
 */
export function mishapOf(error: unknown): string {
  if (!(error instanceof Error)) return "未知";
  const frames = (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at ") || line.includes("@"));
  const place = frames.map((line) => PLACE.exec(line.slice(-200))?.[1]).find((found) => found !== undefined);
  return place === undefined ? error.name : `${error.name} ${place}`;
}
