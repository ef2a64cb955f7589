/** One of several places with the same fault, in words. */
export interface AlikePlace {
  /** Whose it is: "项目绩效目标表“某项目”". */
  readonly subject: string;
  /** Its own name; "" where the subject says it all. */
  readonly place: string;
  readonly item: string;
}

const MOST_ITEMS = 4;

/**
 * One finding for several places: "项目绩效目标表有 3 条指标没有填实际完成值". `short` names the table; `fault` and `advice` are of the
 * first place.
 */
export function alikeTitle(
  places: readonly AlikePlace[],
  fault: string,
  advice: string,
  short: string,
): { title: string; lines: string[] } {
  const first = places[0]!;
  const same = places.every(({ subject }) => subject === first.subject);
  const separator = /^的|^没有|^与|^不|^超|^批/.test(fault) ? "" : "：";
  if (places.length === 1) return { title: `${first.subject}${first.place}${separator}${fault}`, lines: [advice] };
  const items = places
    .slice(0, MOST_ITEMS)
    .map(({ subject, item }) => `${same || subject === short ? "" : subject.slice(short.length)}${item}`);
  return {
    title: `${same ? first.subject : short}有 ${places.length} 条指标${separator}${fault}`,
    lines: [`${items.join("、")}${places.length > MOST_ITEMS ? "等" : ""}`, advice],
  };
}
