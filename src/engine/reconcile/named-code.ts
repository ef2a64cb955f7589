import type { NameFit, Line } from "../tables";
import type { SectionFigures } from "./figures";

/**
 * The lines that stand for codes which a rule names ("30217" for 公务接待费): code and name must agree. Where no line of a
 * code is named so, the one that is named so under a code of the office's own counts instead; where there is none, the
 * rule has nothing to speak of. A code that the national list does not have is taken as it is printed.
 */
export function linesNamedByCode({ section, table }: SectionFigures, codes: readonly string[]): ReadonlySet<number> {
  const { lines } = section;
  const list = section.classification ?? table.template.classifications?.[0];
  const chosen = new Set<number>();
  for (const code of codes) {
    const ofCode = indexesOf(lines, (line) => line.code === code);
    const agreed = list === undefined ? ofCode : ofCode.filter((at) => agrees(list.fit(code, lines[at]!.label)));
    const found =
      agreed.length > 0 || list === undefined
        ? agreed
        : indexesOf(
            lines,
            (line) =>
              line.code !== null &&
              line.code.length === code.length &&
              isNamed(list.fit(code, line.label)) &&
              !isNamed(list.fit(line.code, line.label)),
          );
    for (const at of found) chosen.add(at);
  }
  return chosen;
}

function isNamed(fit: NameFit): boolean {
  return fit === "own" || fit === "near";
}

function agrees(fit: NameFit): boolean {
  return isNamed(fit) || fit === "unknown";
}

function indexesOf(lines: readonly Line[], test: (line: Line) => boolean): number[] {
  return lines.flatMap((line, at) => (test(line) ? [at] : []));
}
