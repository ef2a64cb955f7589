import { allChecks } from "../engine/all-checks";
import type { Catalogue } from "../engine/check-workbook";
import type { CatalogueFile, CatalogueProblem, CheckRegistry } from "../engine/reconcile";
import { parseRules, problemsOf } from "../engine/reconcile";
import { Classification, classificationSchema, facetsSchema, templateSchema } from "../engine/tables";
import type { Meanings, TableTemplate } from "../engine/tables";
import { extendTemplates, isTemplateFile } from "./extend-template";
import facetFile from "./facets.json";
import { files as classificationFiles } from "./classifications";
import { files as ruleFiles } from "./rules";
import { files as templateFiles } from "./templates";

/** The national lists, by the kind of codes they are for. A fault in them is a fault of the program: it throws. */
const classifications = nationalLists();

function nationalLists(): ReadonlyMap<TableTemplate["codes"], Classification> {
  const lists = classificationFiles.map(({ content }) => classificationSchema.parse(content));
  return new Map(
    [...new Set(lists.map(({ codes }) => codes))].map((codes) => [
      codes,
      new Classification(lists.filter((list) => list.codes === codes)),
    ]),
  );
}

/** The lists for a template's codes, its own first; none where its rows have no such codes. */
function listsFor(codes: TableTemplate["codes"]): readonly Classification[] | undefined {
  const own = classifications.get(codes);
  return own && [own, ...[...classifications.values()].filter((list) => list !== own)];
}

/** What roles mean, once for all templates. */
const meanings: Meanings = { roles: facetsByName(facetFile.roles), sections: facetsByName(facetFile.sections) };

function facetsByName(facets: Readonly<Record<string, unknown>>): Meanings["roles"] {
  return new Map(Object.entries(facets).map(([name, one]) => [name, facetsSchema.parse(one)]));
}

/** Templates and rules as they come with the program. A fault in them is a fault of the program: it throws. */
export const catalogue: Catalogue = official();

function official(): Catalogue {
  const { templates, problems } = parseTemplates(templateFiles, []);
  const parsed = parseRules(ruleFiles, allChecks);
  const all = [...problems, ...parsed.problems];
  if (all.length > 0) throw new Error(all.map(({ file, field, message }) => `${file} ${field}: ${message}`).join("\n"));
  return { templates, rules: parsed.rules };
}

/**
 * A catalogue with a person's own files added: a file with "check" is a rule, one with "layout" or "extends" a
 * template. One with the id of an official one takes its place. Files that cannot be used are left out and listed with
 * what is wrong.
 */
export function extendCatalogue(
  base: Catalogue,
  files: readonly CatalogueFile[],
  checks: CheckRegistry = allChecks,
): { catalogue: Catalogue; problems: CatalogueProblem[] } {
  const { templates, problems } = parseTemplates(files.filter(isTemplateFile), base.templates);
  const parsed = parseRules(
    files.filter((file) => !isTemplateFile(file)),
    checks,
  );
  const known = replaced(base.templates, templates);
  const kinds = new Set(known.map(({ kind }) => kind));
  const isKnown = (kind: string): boolean => kinds.has(kind);
  const strange = parsed.rules.flatMap((rule) =>
    rule.tables
      .filter((kind) => !isKnown(kind))
      .map((kind): CatalogueProblem => ({
        file: `${rule.id}.json`,
        field: "tables",
        message: `没有“${kind}”这种表，可用的有：${[...kinds].join("、")}`,
      })),
  );
  const rules = parsed.rules.filter((rule) => rule.tables.every(isKnown));
  return {
    catalogue: { templates: known, rules: replaced(base.rules, rules) },
    problems: [...problems, ...parsed.problems, ...strange],
  };
}

/** A person's own come first: where two templates fit a table alike, theirs reads it. */
function replaced<Item extends { readonly id: string }>(base: readonly Item[], added: readonly Item[]): Item[] {
  const ids = new Set(added.map((item) => item.id));
  return [...added, ...base.filter((item) => !ids.has(item.id))];
}

function parseTemplates(
  files: readonly CatalogueFile[],
  known: readonly TableTemplate[],
): { templates: TableTemplate[]; problems: CatalogueProblem[] } {
  const templates: TableTemplate[] = [];
  const extended = extendTemplates(files, known);
  const problems = [...extended.problems];
  for (const { name, content } of extended.files) {
    const parsed = templateSchema.safeParse(content);
    if (!parsed.success) problems.push(...problemsOf(name, content, parsed.error.issues));
    else if (name.replace(/\.json$/, "") !== parsed.data.id)
      problems.push({ file: name, field: "id", message: `编号“${parsed.data.id}”应与文件名相同` });
    else {
      const broken = brokenPatterns(name, parsed.data);
      problems.push(...broken);
      if (broken.length === 0)
        templates.push({ ...parsed.data, classifications: listsFor(parsed.data.codes), meanings });
    }
  }
  return { templates, problems };
}

/** Patterns of a template that are no regular expressions. */
function brokenPatterns(file: string, template: TableTemplate): CatalogueProblem[] {
  const roles = [...(template.columns ?? []), ...(template.lines ?? []), ...(template.fields ?? [])];
  const lists: [string, readonly string[] | undefined][] = [
    ["titles", template.titles],
    ["notTitles", template.notTitles],
    ["rowWords", template.rowWords],
    ...roles.flatMap((role): [string, readonly string[] | undefined][] => [
      [`${role.role} 的 names`, role.names],
      [`${role.role} 的 not`, role.not],
      [`${role.role} 的 under`, role.under],
      [`${role.role} 的 notUnder`, role.notUnder],
    ]),
  ];
  return lists.flatMap(([field, patterns]) =>
    (patterns ?? [])
      .filter((pattern) => !isPattern(pattern))
      .map((pattern) => ({ file, field, message: `“${pattern}”不是正确的匹配式，请检查括号和特殊符号` })),
  );
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
