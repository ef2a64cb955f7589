import fc from "fast-check";
import { readPassages, spanOf } from "../../../src/engine/narrative";
import { readQuantities } from "../../../src/engine/narrative/quantity";

const passagesOf = (...texts: string[]) => readPassages(texts.map((text, cell) => ({ cell, text })));

describe("paragraphs become passages", () => {
  test("a sentence cut by a page break is put together, a heading is not joined to what follows", () => {
    const passages = passagesOf(
      "六、其他重要事项",
      "（四）政府采购情况：2025年本部门政府采购预算总额",
      "695.12 万元，其中，货物类采购预算 46.12 万元。",
      "收入预算图",
    );
    expect(passages.map(({ text }) => text)).toEqual([
      "六、其他重要事项",
      "(四)政府采购情况:2025年本部门政府采购预算总额695.12万元,其中,货物类采购预算46.12万元。",
      "收入预算图",
    ]);
    expect(passages[1]!.headings).toEqual(["政府采购情况", "其他重要事项"]);
  });

  test("numbering in front of a year or an amount never runs into it", () => {
    expect(
      readQuantities(passagesOf("1. 2025年经费100万元")[0]!.text, 0, 100).map(({ value }) => value.toString()),
    ).toEqual(["100"]);
    expect(passagesOf("用于3. 1000万元的项目")[0]!.text).toBe("用于3.、1000万元的项目");
  });

  test("every letter knows its place in the cell", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("收入预算", " ", "１２", "“三公”", "，", "100.5万元", "\n", "（", "）", "**", "。"), {
          minLength: 1,
          maxLength: 30,
        }),
        (pieces) => {
          const raw = pieces.join("");
          for (const passage of passagesOf(raw)) {
            for (let i = 0; i < passage.text.length; i++)
              expect(raw[passage.offsets[i]!]!.normalize("NFKC")).toContain(passage.text[i]!);
            if (passage.text.length > 0) {
              const span = spanOf(passage, 0, passage.text.length);
              expect(
                raw
                  .slice(span.start, span.end)
                  .normalize("NFKC")
                  .replace(/[\s“”*]/g, ""),
              ).toBe(passage.text);
            }
          }
        },
      ),
    );
  });
});

describe("amounts are read as they are meant", () => {
  test.each([
    ["10,099.57万元", "100995700", "money"],
    ["１０，０９９．５７ 万元", "100995700", "money"],
    ["0.53亿元", "53000000", "money"],
    ["17000元", "17000", "money"],
    ["38万。", "380000", "money"],
    ["3.4个百分点", "3.4", "percent"],
    ["-2.5％", "-2.5", "percent"],
    ["5台（套）", "5", "台"],
  ])("%s", (written, value, dimension) => {
    const [passage] = passagesOf(written);
    const [quantity] = readQuantities(passage!.text, 0, passage!.text.length);
    expect(quantity).toMatchObject({ dimension });
    expect(quantity!.value.times(10 ** quantity!.exponent).toString()).toBe(value);
  });

  test.each([
    "2025年",
    "第3项",
    "2025-100号",
    "〔2016〕143号",
    "2023年12月31日",
    "（2）其他",
    "1.收入",
    "2080505机关事业单位基本养老保险缴费支出",
    "（204类）公共安全",
    "W060701单元",
    "统一部署，进一步加强",
    "“三公”经费",
  ])("%s is no number", (written) => {
    const [passage] = passagesOf(written);
    expect(readQuantities(passage!.text, 0, passage!.text.length)).toEqual([]);
  });

  test.each([
    ["单位价值50万元以上设备", "limit"],
    ["单价100万元（含）以上", "limit"],
    ["纳入预算的3家行政事业单位", "name"],
  ])("%s describes something, and is no figure of its own", (written, describes) => {
    const [passage] = passagesOf(written);
    expect(readQuantities(passage!.text, 0, passage!.text.length)).toMatchObject([{ describes }]);
  });

  test("numbers one behind the other are all read, each where it begins", () => {
    const text = "10万元20.5万元-3%-4%第5人";
    expect(readQuantities(text, 0, text.length).map(({ start, end }) => text.slice(start, end))).toEqual([
      "10万元",
      "20.5万元",
      "-3%",
      "-4%",
    ]);
    const ordinal = "第1,234.5元";
    expect(readQuantities(ordinal, 0, ordinal.length).map(({ start }) => start)).toEqual([3]);
  });

  test("separators, widths and blanks do not change an amount", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: 0, max: 99 }),
        fc.boolean(),
        fc.boolean(),
        (whole, cents, grouped, wide) => {
          const digits = `${grouped ? whole.toLocaleString("en-US") : String(whole)}.${String(cents).padStart(2, "0")}`;
          const written = wide
            ? [...digits].map((letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)).join("")
            : digits;
          const [passage] = passagesOf(`收入 ${written} 万元`);
          expect(readQuantities(passage!.text, 0, passage!.text.length).map(({ value }) => value.toFixed(2))).toEqual([
            `${whole}.${String(cents).padStart(2, "0")}`,
          ]);
        },
      ),
    );
  });
});
