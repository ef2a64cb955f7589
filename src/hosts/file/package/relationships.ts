import { MarkupScanner, Token, openRoot } from "../markup/scanner";

/** One relationship of a part to another (ECMA-376 part 2). */
export interface Relationship {
  readonly id: string;
  /** Last word of the type's address: "worksheet", "styles"; the same in transitional and strict files. */
  readonly kind: string;
  /** The whole type, for writing another of its sort. */
  readonly type: string;
  /** Name of the part it points to; null for targets outside the package. */
  readonly part: string | null;
}

/** Name of the part that holds the relationships of `part`; of the package itself for "". */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf("/") + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** Reads a relationships part; `source` is the part they belong to. */
export function parseRelationships(text: string, source: string): Relationship[] {
  const scanner = new MarkupScanner(text, relationshipsPart(source));
  const prefix = openRoot(scanner, "Relationships");
  const found: Relationship[] = [];
  while (scanner.next() !== Token.End) {
    if (scanner.token !== Token.Open || scanner.name !== `${prefix}Relationship`) continue;
    const type = scanner.attribute("Type") ?? "";
    const target = scanner.attribute("Target") ?? "";
    const external = scanner.attribute("TargetMode") === "External";
    found.push({
      id: scanner.attribute("Id") ?? "",
      type,
      kind: type.slice(type.lastIndexOf("/") + 1),
      part: external ? null : resolve(source, target),
    });
  }
  return found;
}

/** Part name of a target that is relative to `source`, or absolute in the package. */
function resolve(source: string, target: string): string {
  const path = decodePath(target.replace(/\\/g, "/").replace(/#.*$/, ""));
  const base = path.startsWith("/") ? [] : source.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") base.pop();
    else if (step !== "." && step !== "") base.push(step);
  }
  return base.join("/");
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Target of `part` as written in the relationships of `source`. */
export function relativeTarget(source: string, part: string): string {
  const from = source.split("/").slice(0, -1);
  const to = part.split("/");
  while (from.length > 0 && from[0] === to[0]) {
    from.shift();
    to.shift();
  }
  return [...from.map(() => ".."), ...to].join("/");
}
