import { likeness, plainName } from "../names";
import type { ActualRow } from "./actuals";

/** Names at least this alike are one, where only one is. */
const alike = 0.8;

/** A 自评表 or a list of actuals goes before any month's 监控表. */
const afterYear = 13;

/** What was reported of one project, or of the whole. */
export class ReportedOfOne {
  private readonly byIndicator: ReadonlyMap<string, readonly ActualRow[]>;

  constructor(readonly rows: readonly ActualRow[]) {
    this.byIndicator = groupedBy(rows, ({ indicator }) => indicator);
  }

  /**
   * The row of an indicator; null where none or more than one fits. Of 监控表 the latest counts, and none where there is
   * the year's actual.
   */
  rowOf(indicator: string): ActualRow | null {
    const same = latest(
      this.byIndicator.get(plainName(indicator)) ??
        this.rows.filter((row) => likeness(row.indicator, indicator) >= alike),
    );
    return same.length === 1 ? same[0]! : null;
  }
}

const nothing = new ReportedOfOne([]);

/** Reported rows by project: with hundreds of projects each is found without a look at the rows of all others. */
export class Reported {
  private readonly byProject: ReadonlyMap<string, readonly ActualRow[]>;
  private readonly known = new Map<string, ReportedOfOne>();

  constructor(readonly rows: readonly ActualRow[]) {
    this.byProject = groupedBy(rows, ({ project }) => project);
  }

  /** Rows that name a project; else those that name one much like it, where that is only one. */
  ofProject(project: string): ReportedOfOne {
    const wanted = plainName(project);
    let found = this.known.get(wanted);
    if (!found) {
      found = this.find(wanted, project);
      this.known.set(wanted, found);
    }
    return found;
  }

  /** Rows that name the whole's unit; else those of no project, or of "部门整体". */
  ofWhole(unit: string): ReportedOfOne {
    const named = this.ofProject(unit);
    return named.rows.length > 0
      ? named
      : new ReportedOfOne(
          this.rows.filter((row) => row.project === "" || /^(?:部门|单位)?整体(?:支出)?$/.test(row.project)),
        );
  }

  private find(wanted: string, project: string): ReportedOfOne {
    const named = this.byProject.get(wanted);
    if (named) return new ReportedOfOne(named);
    const near = [...this.byProject].filter(([name]) => name !== "" && likeness(name, project) >= alike);
    return near.length === 1 ? new ReportedOfOne(near[0]![1]) : nothing;
  }
}

function latest(rows: readonly ActualRow[]): readonly ActualRow[] {
  if (rows.length < 2) return rows;
  const reach = ({ until = afterYear }: ActualRow): number => until;
  const last = Math.max(...rows.map(reach));
  return rows.filter((row) => reach(row) === last);
}

function groupedBy(rows: readonly ActualRow[], nameOf: (row: ActualRow) => string): Map<string, ActualRow[]> {
  const groups = new Map<string, ActualRow[]>();
  for (const row of rows) {
    const name = plainName(nameOf(row));
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
