import { levelOfBody } from "./body-level";
import { bodyKey, isEmptyTable, type CheckContext, type SectionFigures, type TableGroup } from "../reconcile";
import { foldedName, purposeOf, totalsTellExtent, type Column, type Facets, type Line, type Table } from "../tables";
import { Exact, type Amounts, type CellId } from "../workbook";
import { figureOf, type TableFigure } from "./comparison";

/** A figure of the tables with what it means. */
export interface Fact extends TableFigure {
  readonly facets: Facets;
  /** The row's name: of a project, a unit, a subject. */
  readonly name: string;
  /** Of a figure that stands there for comparison: what the recogniser says of its column. */
  readonly compared?: Pick<Column, "year" | "basis">;
}

type Sources = Pick<CheckContext, "figures" | "amounts">;

/** Meanings that a query has to name, for a figure that has them to be meant. */
const exact = ["item", "nature", "code", "economic", "carried", "body", "version", "project"] as const;
/** Funds that together are 财政拨款. */
const fiscalFunds = ["general-public", "government-fund", "state-capital"] as const;
/** Of money whose fund a text does not name, any of these may be meant. */
const wideFunds: readonly string[] = ["all", "fiscal", "general-public"];

/** A row of a function classification, by its code: its own name and those of 类 and 款 above it, where printed. */
export interface SubjectRow {
  readonly code: string;
  readonly names: readonly string[];
}

const known = new WeakMap<Amounts, Map<TableGroup, Facts>>();

/** The figures of a group's tables, read once for all that asks of them. */
export function factsOf(group: TableGroup, context: Sources): Facts {
  let byGroup = known.get(context.amounts);
  if (byGroup === undefined) known.set(context.amounts, (byGroup = new Map<TableGroup, Facts>()));
  let facts = byGroup.get(group);
  if (facts === undefined) byGroup.set(group, (facts = new Facts(group, context)));
  return facts;
}

/** Figures by what they mean: a query over facets finds those that a text may speak of. */
export class Facts {
  private readonly byMeaning = new Map<string, Fact[]>();
  private readonly byName = new Map<string, Fact[]>();
  private readonly rowsByCode = new Map<string, SubjectRow>();
  /** Kinds of tables, by fund, that are printed and empty: there is no such money. */
  private readonly emptyFunds = new Map<string, Table>();
  /** The names of all rows of a function classification, as they are compared. */
  readonly subjects = new Map<string, SubjectRow[]>();
  /** Rows by the names of all their levels in a row: "卫生健康支出行政事业单位医疗行政单位医疗". */
  readonly joined = new Map<string, SubjectRow>();
  /** How many projects the target tables describe. */
  projects = 0;

  constructor(
    group: TableGroup,
    private readonly context: Sources,
  ) {
    for (const table of group.tables) {
      if (table.template.facets === undefined) continue;
      this.readTable(table, bodyKey(group.body));
    }
    this.addTargets(group);
    for (const row of this.rowsByCode.values()) {
      const key = foldedName(row.names.at(-1)!);
      this.subjects.set(key, [...(this.subjects.get(key) ?? []), row]);
      if (row.names.length > 1) this.joined.set(foldedName(row.names.join("")), row);
    }
  }

  /** The rows of the function classification, in the order of the tables. */
  get rows(): Iterable<SubjectRow> {
    return this.rowsByCode.values();
  }

  /** The figures of the rows of an economic classification. */
  get economic(): readonly Fact[] {
    return [...this.byName.values()].flat().filter(({ facets }) => facets["economic"] !== undefined);
  }

  row(code: string): SubjectRow | undefined {
    return this.rowsByCode.get(code);
  }

  /** The figures that a query may mean, the likeliest first; a fund that is not named may be any wide one. */
  find(query: Facets): readonly Fact[] {
    const fund = query["item"] === undefined ? query["fund"] : undefined;
    if (fund !== undefined) return fund.split("|").flatMap((one) => this.ofFund(query, one));
    if (query["item"] !== undefined || query["carried"] !== undefined) return this.matching(query);
    return wideFunds.flatMap((wide) => this.ofFund(query, wide));
  }

  /** Figures of rows of that name: projects, economic subjects, whatever a table lists. */
  named(name: string): readonly Fact[] {
    return this.byName.get(nameKey(name)) ?? [];
  }

  private ofFund(query: Facets, fund: string): readonly Fact[] {
    const found = this.matching({ ...query, fund });
    if (found.length > 0) return found;
    const empty = this.emptyFunds.get(fund);
    const special = query["body"] !== undefined || query["version"] !== undefined || query["item"] !== undefined;
    if (empty !== undefined && query["side"] !== "income" && !special)
      return [{ ...figureOf([], empty, this.context), facets: query, name: "" }];
    return fund === "fiscal" ? this.sumOfFunds(query) : [];
  }

  /** 财政拨款 of a subject: what the three funds have of it together. */
  private sumOfFunds(query: Facets): readonly Fact[] {
    if (query["carried"] !== undefined) return [];
    const parts = fiscalFunds.flatMap((fund) => this.ofFund(query, fund).slice(0, 1));
    const filled = parts.filter(({ cells }) => cells.length > 0);
    // Tables that are empty say nothing of what the one that is not empty does not print.
    if (filled.length === 0 && !this.emptyFunds.has("general-public")) return [];
    const [first] = filled.length > 0 ? filled : parts;
    if (first === undefined || parts.some(({ value }) => value === null)) return [];
    return [
      {
        ...first,
        cells: filled.flatMap(({ cells }) => cells),
        value: parts.reduce((sum, { value }) => sum.plus(value!), new Exact(0)),
        half: parts.reduce((sum, { half }) => sum.plus(half), new Exact(0)),
      },
    ];
  }

  private matching(query: Facets): readonly Fact[] {
    return (this.byMeaning.get(keyOf(query)) ?? []).filter(
      ({ facets }) =>
        agrees(query, facets, "fund") &&
        (query["carried"] !== undefined || agrees(query, facets, "side")) &&
        agrees(query, facets, "extent"),
    );
  }

  private readTable(table: Table, own: string | null): void {
    const { figures, amounts } = this.context;
    const common = table.template.facets!;
    const empty = isEmptyTable(figures, amounts, table);
    if (empty && common["fund"] !== undefined) this.emptyFunds.set(common["fund"], table);
    if (purposeOf(table) === "targets") {
      this.readProjects(table);
      return;
    }
    for (const section of figures.sectionsOf(table)) this.readSection(section, common, own);
    for (const section of figures.comparisonsOf(table)) this.readSection(section, common, own, "prior");
  }

  private readSection(figures: SectionFigures, common: Facets, own: string | null, version?: string): void {
    const { table, section } = figures;
    const base = { ...common, ...sectionFacets(table, section.name) };
    const columns = section.columns.map((_, column) => columnFacets(figures, column, version));
    const tellsExtent = totalsTellExtent(table);
    const turned = version === undefined ? null : this.columnsByName(table);
    section.lines.forEach((line, index) => {
      if (line.repeats !== null) return;
      const meant = lineFacets(figures, line, own, tellsExtent) ?? turned?.get(bareName(line.label)) ?? null;
      if (meant !== null && line.code !== null && meant["code"] !== undefined) this.addRow(figures, index);
      columns.forEach((column, at) => {
        const cell = figures.cell(index, at);
        if (column === null || cell < 0) return;
        const compared = version === undefined ? undefined : section.columns[at]!;
        this.add({ ...base, ...column, ...meant }, [cell], table, line.label, meant === null, compared);
      });
    });
  }

  /** What the columns of a table mean by their names: these are the lines of a table that stands on its side. */
  private columnsByName(table: Table): ReadonlyMap<string, Facets> {
    const named = new Map<string, Facets>();
    for (const figures of this.context.figures.sectionsOf(table))
      figures.section.columns.forEach(({ path }, column) => {
        const facets = columnFacets(figures, column, undefined);
        if (facets !== null) named.set(bareName(path.at(-1) ?? ""), facets);
      });
    return named;
  }

  /** What each project or unit of a target table gets, by its name. */
  private readProjects(table: Table): void {
    const [figures] = this.context.figures.sectionsOf(table);
    const column = figures?.section.columns.findIndex(({ roles }) => roles.includes("total")) ?? -1;
    if (figures === undefined || column < 0) return;
    for (const { name, line, subject } of table.blocks) {
      const cell = line === null ? -1 : figures.cell(line, column);
      if (cell >= 0 && name !== "")
        this.add({ [subject]: foldedName(name) }, [cell], table, name, subject !== "project");
    }
  }

  private add(
    facets: Facets,
    cells: readonly CellId[],
    table: Table,
    name: string,
    nameless: boolean,
    compared?: Fact["compared"],
  ): void {
    const { value, half, blank } = figureOf(cells, table, this.context);
    const figure = { cells, value, half, blank, table, facets, name };
    const fact: Fact = compared === undefined ? figure : { ...figure, compared };
    if (!nameless) push(this.byMeaning, keyOf(facets), fact);
    // A name stands for the row's whole figure: its first column.
    if (name !== "" && facets["version"] === undefined) {
      const key = nameKey(name);
      const there = this.byName.get(key);
      if (there?.every((other) => other.table !== table || other.name !== name) ?? true) push(this.byName, key, fact);
    }
  }

  /** Projects of the target tables together, and units of the overall ones, where these print no total of their own. */
  private addTargets(group: TableGroup): void {
    for (const [kind, item, role] of [
      ["project-performance-target", "project-targets", "project"],
      ["overall-performance-target", "overall-targets", "unit"],
    ] as const) {
      const tables = group.byKind.get(kind) ?? [];
      for (const nature of [undefined, "basic", "project"]) {
        const cells = tables.flatMap((table) => targetCells(this.context, table, role, nature));
        if (cells.length === 0) continue;
        if (item === "project-targets" && nature === undefined) this.projects = cells.length;
        this.add({ item, ...(nature === undefined ? {} : { nature }) }, cells, tables[0]!, "", false);
      }
    }
  }

  private addRow(figures: SectionFigures, index: number): void {
    const { lines } = figures.section;
    const names: string[] = [];
    for (let at: number | null = index; at !== null; at = lines[at]!.parent)
      if (lines[at]!.code !== null) names.unshift(lines[at]!.label);
    const code = lines[index]!.code!;
    const there = this.rowsByCode.get(code);
    if (there === undefined || there.names.length < names.length) this.rowsByCode.set(code, { code, names });
  }
}

/** The name of a line or a column, without number and "其中". */
function bareName(name: string): string {
  return foldedName(name.replace(/^\s*其中[:：]?/, ""));
}

/** A name as it is compared: without the year that some put in front. */
function nameKey(name: string): string {
  return foldedName(name.replace(/20\d{2}年(?:度)?/g, ""));
}

function push(map: Map<string, Fact[]>, key: string, fact: Fact): void {
  const there = map.get(key);
  if (there) there.push(fact);
  else map.set(key, [fact]);
}

function keyOf(facets: Facets): string {
  return exact.map((dimension) => facets[dimension] ?? "").join("|");
}

function agrees(query: Facets, facets: Facets, dimension: "fund" | "side" | "extent"): boolean {
  const [wanted, there] = [query[dimension], facets[dimension]];
  return wanted === undefined || there === undefined || wanted === there || there === "both";
}

function sectionFacets(table: Table, name: string): Facets {
  const meanings = table.template.meanings?.sections;
  return Object.assign({}, ...name.split("-").map((part) => meanings?.get(part) ?? {})) as Facets;
}

/** What a column means with those that it is a part of; null for one that no role was found for, or of other things. */
function columnFacets({ table, section }: SectionFigures, column: number, version: string | undefined): Facets | null {
  const roles: string[] = [];
  for (let at: number | null = column; at !== null; at = section.columns[at]!.parent)
    roles.unshift(...section.columns[at]!.roles);
  const own = section.columns[column]!.roles;
  const facets = roleFacets(table, roles);
  if (version !== undefined) {
    if (!own.includes("prior")) return null;
    return { ...facets, version: isPlan(table, section.columns[column]!) ? "plan" : version };
  }
  const means = own.some((role) => role === "total" || role === "amount" || meaningOf(table, role) !== undefined);
  return means ? facets : null;
}

/** "年初预算数" in a table of 决算 is what was planned for the same year. */
function isPlan({ template, year }: Table, { basis = "outturn", year: own }: Column): boolean {
  const isOther = own === "other" || (own !== undefined && year !== null && own !== year);
  return template.stage === "final" && !isOther && basis !== "outturn";
}

function meaningOf(table: Table, role: string): Facets | undefined {
  return table.template.meanings?.roles.get(role);
}

function roleFacets(table: Table, roles: readonly string[]): Facets {
  return Object.assign({}, ...roles.map((role) => meaningOf(table, role) ?? {})) as Facets;
}

/** What a line means; null where only its name says. A total of a matrix is the table's figure, whatever its extent. */
function lineFacets(figures: SectionFigures, line: Line, own: string | null, tellsExtent: boolean): Facets | null {
  const { table } = figures;
  const { roles, code } = line;
  const totals = roles.filter((role) => role === "grand-total" || role === "year-total");
  if (totals.length > 0) return tellsExtent ? extentOf(totals) : {};
  if (roles.includes("unit")) {
    const level = levelOfBody(line.label, own);
    if (level !== null) return { body: level };
    const body = bodyKey(line.label);
    return body === null || body === own ? null : { body };
  }
  if (roles.includes("project")) return { project: foldedName(line.label) };
  if (code !== null && table.template.codes === "economic")
    return isNamedSo(figures, code, line.label) ? { economic: code } : null;
  if (code !== null && table.template.codes === "function") return { code };
  const facets = roleFacets(table, roles);
  return Object.keys(facets).length > 0 ? facets : null;
}

/** A code says what is meant only where the national list has that name for it: offices number 款 in their own way. */
function isNamedSo({ table, section }: SectionFigures, code: string, label: string): boolean {
  const fit = (section.classification ?? table.template.classifications?.[0])?.fit(code, label);
  return fit === undefined || fit === "own" || fit === "near" || fit === "unknown";
}

function extentOf(totals: readonly string[]): Facets {
  return { extent: totals.length > 1 ? "both" : totals[0] === "grand-total" ? "grand" : "year" };
}

function targetCells(context: Sources, table: Table, role: string, nature: string | undefined): CellId[] {
  return context.figures.sectionsOf(table).flatMap((figures) => {
    const { columns, lines } = figures.section;
    const column = columns.findIndex(({ roles }) => roles.includes(nature ?? "total"));
    if (column < 0) return [];
    return lines.flatMap((line, index) => {
      const cell = figures.cell(index, column);
      return line.roles.includes(role) && line.repeats === null && cell >= 0 ? [cell] : [];
    });
  });
}
