import type { z } from "zod/mini";
import type { CheckRegistry } from "./check";
import { linearChecks } from "./checks";
import { ruleSchema, type Rule } from "./rule";

/** A file of the catalogue: its name (without folder) and its content. */
export interface CatalogueFile {
  readonly name: string;
  readonly content: unknown;
}

/** Something wrong with a catalogue file, said for the person who wrote it: file, field, and what is wrong. */
export interface CatalogueProblem {
  readonly file: string;
  /** Path within the file, "parameters.left.0.table"; "" for the file as a whole. */
  readonly field: string;
  readonly message: string;
}

/** Rules out of catalogue files, and what is wrong with the others. A file holds one rule, named after its id. */
export function parseRules(
  files: readonly CatalogueFile[],
  checks: CheckRegistry = linearChecks,
): { rules: Rule[]; problems: CatalogueProblem[] } {
  const rules: Rule[] = [];
  const problems: CatalogueProblem[] = [];
  const seen = new Map<string, string>();
  for (const { name, content } of files) {
    const parsed = ruleSchema.safeParse(content);
    if (!parsed.success) {
      problems.push(...problemsOf(name, content, parsed.error.issues));
      continue;
    }
    const rule = parsed.data;
    const check = Object.hasOwn(checks, rule.check) ? checks[rule.check] : undefined;
    const own: CatalogueProblem[] = [];
    if (name.replace(/\.json$/, "") !== rule.id)
      own.push({ file: name, field: "id", message: `编号“${rule.id}”应与文件名相同` });
    const before = seen.get(rule.id);
    if (before !== undefined) own.push({ file: name, field: "id", message: `编号“${rule.id}”与文件 ${before} 重复` });
    seen.set(rule.id, name);
    if (!check)
      own.push({
        file: name,
        field: "check",
        message: `没有名为“${rule.check}”的核对方法，可用的有：${Object.keys(checks).join("、")}`,
      });
    else {
      const parameters = check.parameters.safeParse(rule.parameters ?? {});
      if (!parameters.success)
        own.push(...problemsOf(name, rule.parameters ?? {}, parameters.error.issues, ["parameters"]));
    }
    if (own.length === 0) rules.push(rule);
    problems.push(...own);
  }
  return { rules, problems };
}

/**
 * Schema issues of some content as sentences that name file and field; `under` is where the content stands in its file.
 */
export function problemsOf(
  file: string,
  content: unknown,
  issues: readonly z.core.$ZodIssue[],
  under: readonly string[] = [],
): CatalogueProblem[] {
  return issues.map((issue) => ({
    file,
    field: [...under, ...issue.path].map(String).join("."),
    message: wordIssue(issue, valueAt(content, issue.path)),
  }));
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  );
}

function wordIssue(issue: z.core.$ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return value === undefined ? `缺少这一项，应为${typeName(issue.expected)}` : `应为${typeName(issue.expected)}`;
    case "invalid_value":
      return `${value === undefined ? "缺少这一项，" : ""}只能是：${issue.values.map(String).join("、")}`;
    case "unrecognized_keys":
      return `不认识的项：${issue.keys.join("、")}`;
    case "invalid_format":
      return "只能用小写英文字母、数字和连字符";
    case "too_small":
      return "不能为空";
    case "invalid_union":
      return "不是可用的写法之一";
    default:
      return "写法不对";
  }
}

const typeNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    string: "文字",
    number: "数字",
    boolean: "true 或 false",
    array: "列表 [ ]",
    object: "对象 { }",
    record: "对象 { }",
  }),
);

function typeName(expected: string): string {
  return typeNames.get(expected) ?? expected;
}
