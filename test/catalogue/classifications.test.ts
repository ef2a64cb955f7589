import { catalogue } from "../../src/catalogue";
import { files } from "../../src/catalogue/classifications";
import { classificationSchema, type Classification } from "../../src/engine/tables";

const lists = files.map(({ content }) => classificationSchema.parse(content));
const listOf = (kind: string): Classification =>
  catalogue.templates.find((template) => template.kind === kind)!.classifications![0]!;

describe.each(lists.map((list) => [list.id, list] as const))("the list %s", (id, list) => {
  test("is named after its file", () => {
    expect(files.map(({ name }) => name)).toContain(`${id}.json`);
  });

  test("has every 款 under a 类 that it has, in order and once", () => {
    const codes = Object.keys(list.names);
    expect([...codes].sort()).toEqual([...codes].sort((a, b) => (a < b ? -1 : 1)));
    expect(codes.filter((code) => code.length === 5 && !codes.includes(code.slice(0, 3)))).toEqual([]);
    const inRange = (code: string) => list.classes.some(([first, last]) => +code >= first && +code <= last);
    expect(codes.filter((code) => !inRange(code.slice(0, 3)))).toEqual([]);
  });

  test("tells years apart: names follow each other", () => {
    for (const names of Object.values(list.names)) {
      if (typeof names === "string") continue;
      for (const { from, to } of names) expect(from ?? 0).toBeLessThanOrEqual(to ?? 9999);
      for (const [index, { from }] of names.slice(1).entries())
        if (from !== undefined) expect(names[index]!.to ?? from).toBeLessThanOrEqual(from);
    }
  });

  test("has a name once within a 类", () => {
    const seen = Object.entries(list.names).flatMap(([code, names]) =>
      (typeof names === "string" ? [names] : names.map(({ name }) => name)).map(
        (name) => `${code.slice(0, 3)} ${code.length} ${name}`,
      ),
    );
    expect(seen.filter((name, index) => seen.indexOf(name) !== index)).toEqual([]);
  });
});

describe("what the lists say", () => {
  test("the years of a name", () => {
    const functions = listOf("expenditure-summary");
    expect(functions.newerName("210", "三、医疗卫生与计划生育支出", 2024)?.now.name).toBe("卫生健康支出");
    expect(functions.newerName("210", "医疗卫生与计划生育支出", 2018)).toBeNull();
    expect(functions.newerName("210", "卫生健康支出", 2024)).toBeNull();
  });

  test("whether code and name agree", () => {
    const economic = listOf("basic-expenditure");
    expect(economic.fit("30212", "因公出国（境）费用")).toBe("own");
    expect(economic.fit("30212", "出国费")).toBe("near");
    expect(economic.fit("30204", "电费")).toBe("other");
    expect(economic.fit("30212", "退休人员活动费")).toBe("strange");
    expect(economic.fit("30230", "电费")).toBe("unknown");
  });
});
