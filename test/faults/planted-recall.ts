import type { Finding } from "../../src/engine/diagnostics";
import { readOther, withPlanted, type PlantedFault, type PlantedWorkbook } from "./planted";
import { checkWhole } from "./whole-check";

/** How one planted fault fared. */
export interface PlantedResult {
  readonly fault: PlantedFault;
  /** A finding that the workbook without the fault does not have names a cell of the fault or of its identities. */
  readonly found: boolean;
  /** … and its first suspect is the faulty cell, or it has none and names it. */
  readonly located: boolean;
}

export interface PlantedReport {
  /** Sheets whose kind is not what it is known to be: "sheet: kind". */
  readonly misread: readonly string[];
  /** 必改 and 需说明 of the workbook without any fault. */
  readonly alarms: readonly string[];
  readonly results: readonly PlantedResult[];
}

/** Checks a workbook by another hand as it is, and once with each of its planted faults. */
export function plantedReport({ workbook, kinds, planted }: PlantedWorkbook): PlantedReport {
  const book = readOther(workbook);
  const plain = checkWhole(book);
  const known = new Set(plain.findings.map(keyOf));
  return {
    misread: Object.entries(kinds).flatMap(([sheet, kind]) => {
      const read =
        plain.tables.find((table) => table.sheet.name === sheet && table.template.kind !== "unknown-sums")?.template
          .kind ?? null;
      return (Array.isArray(kind) ? kind.includes(read) : kind === read) ? [] : [`${sheet}: ${read ?? "—"}`];
    }),
    alarms: plain.findings
      .filter(({ severity, outcome }) => severity !== "hint" && outcome !== "pass")
      .map(({ code, title }) => `${code} ${title}`),
    results: planted.map((fault) => {
      const checked = checkWhole(withPlanted(book, fault));
      const fresh = checked.findings.filter((finding) => !known.has(keyOf(finding)));
      return { fault, ...standing(fresh, fault) };
    }),
  };
}

function keyOf({ code, outcome, severity, title }: Finding): string {
  return [code, outcome, severity, title].join("|");
}

function standing(
  fresh: readonly Finding[],
  { faulty, identity }: PlantedFault,
): Pick<PlantedResult, "found" | "located"> {
  const wrong = new Set(faulty.map((place) => place.join("!")));
  const bound = new Set([...wrong, ...identity.map((place) => place.join("!"))]);
  const placeOf = ({ sheet, address }: { sheet: string; address: string }): string => `${sheet}!${address}`;
  const found = fresh.some(({ cells, witnesses, suspects }) =>
    [...cells, ...witnesses.flatMap((witness) => witness.cells), ...suspects].some((cell) => bound.has(placeOf(cell))),
  );
  const located = fresh.some(({ cells, witnesses, suspects: [first] }) =>
    first
      ? wrong.has(placeOf(first))
      : [...cells, ...witnesses.flatMap((witness) => witness.cells)].some((cell) => wrong.has(placeOf(cell))),
  );
  return { found, located };
}
