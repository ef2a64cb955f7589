import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { help } from "../../src/cli/help";
import { ruleSchema } from "../../src/engine/reconcile";

const root = join(__dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");
const scripts = Object.keys(
  (JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { scripts: Record<string, string> }).scripts,
);
const pages = [
  "README.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** Long options named in a text, without repetition. */
function optionsIn(text: string): string[] {
  return [...new Set([...text.matchAll(/--[a-z]+/g)].map(([option]) => option))].sort();
}

describe("README", () => {
  it("列出的 check 选项正是 --help 的选项", () => {
    const table = [...readme.matchAll(/^\| `(--[a-z]+)/gm)].map((match) => match[1]!);
    const helped = /check 的选项\n([\s\S]*?)\n\n/.exec(help)![1]!;
    expect(table.sort()).toEqual(optionsIn(helped));
  });

  it("写到的 npm 命令都存在", () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });

  it("命令里写到的文件都存在", () => {
    const named = [...readme.matchAll(/(?:check|--catalogue) ((?:seeds|docs)\/[\w./-]+)/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it("印出的规则是能用的规则", () => {
    const printed = JSON.parse(/\n( {7}\{\n[\s\S]*?\n {7}\})/.exec(readme)![1]!) as unknown;
    expect(ruleSchema.safeParse(printed).error?.issues ?? []).toEqual([]);
  });
});

describe("图", () => {
  it("每一张都有一页用到它", () => {
    const texts = pages.map((page) => readFileSync(join(root, page), "utf8")).join("\n");
    const pictures = readdirSync(join(root, "docs/pictures"));
    expect(pictures.filter((name) => !texts.includes(`pictures/${name}`))).toEqual([]);
  });
});

describe("同一件事一个词", () => {
  it("把改动收回来处处叫“撤销”", () => {
    const other = ["撤", "消"].join("");
    const texts = [...pages, ...filesUnder("src"), ...filesUnder("assets"), ...filesUnder("seeds")].filter((path) =>
      readFileSync(join(root, path), "utf8").includes(other),
    );
    expect(texts).toEqual([]);
  });
});

describe("文档里的链接", () => {
  it.each(pages)("%s 的链接都指向存在的文件和标题", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
      .map((match) => match[1]!)
      .filter((target) => !/^https?:/.test(target));
    const headings = new Set([...text.matchAll(/^#+ (.+)$/gm)].map((match) => anchorOf(match[1]!)));
    const broken = targets.filter((target) =>
      target.startsWith("#")
        ? !headings.has(target.slice(1))
        : !existsSync(join(root, dirname(page), target.split("#")[0]!)),
    );
    expect(broken).toEqual([]);
  });
});

/** Everything that says something to a person, by its path in the repository. */
function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:tsx?|json|html|js|md)$/.test(path))
    .map((path) => join(folder, path));
}

/** The anchor that a heading gets: lower case, blanks as hyphens, punctuation gone. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\- ]/gu, "")
    .replace(/ /g, "-");
}
