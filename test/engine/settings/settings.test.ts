/** What a person decided about a workbook survives being kept in it, and damaged settings are never half understood. */
import * as fc from "fast-check";
import {
  DEFAULT_SETTINGS,
  SETTINGS_NAMESPACE,
  chooseSheet,
  isDefault,
  settingsFromXml,
  settingsToXml,
  switchRule,
} from "../../../src/engine/settings";
import type { Settings } from "../../../src/engine/settings";
import { buildWorkbook } from "../../../src/engine/workbook";
import { SETTINGS_NAMESPACE as FILE_NAMESPACE, openPackage, patchPackage, readSettings } from "../../../src/hosts/file";
import { makeWorkbook } from "../../hosts/simulated/simulated-workbook";

/** Text that XML can hold: no control characters, no lone surrogates. */
const text = fc
  .string({ unit: "grapheme" })
  .map((value) => value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ""));
const filled = text.filter((value) => value.length > 0);
const date = fc.integer({ min: 0, max: 20_000 }).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

const anySettings: fc.Arbitrary<Settings> = fc.record({
  exceptions: fc.array(
    fc.record({ key: filled, title: text, reason: filled, by: text, on: date, values: fc.array(text) }),
  ),
  choices: fc.array(fc.record({ sheet: filled, as: filled, sign: text })),
  rulesOff: fc.array(fc.record({ rule: filled, reason: filled })),
  conventions: fc
    .dictionary(
      filled.filter((name) => name !== "__proto__"),
      text,
    )
    .map((conventions) => ({ ...conventions })),
  corrections: fc.array(
    fc.record({
      criterion: filled,
      reading: fc.oneof(
        fc.record({ kind: fc.constant("text" as const), text: filled }),
        fc.record({ kind: fc.constant("judgement" as const) }),
        fc.record({
          kind: fc.constant("conventions" as const),
          conventions: fc
            .dictionary(
              filled.filter((name) => name !== "__proto__"),
              text,
              { minKeys: 1 },
            )
            .map((conventions) => ({ ...conventions })),
        }),
      ),
      by: text,
      on: date,
    }),
  ),
  live: fc.boolean(),
  liveMarks: fc.boolean(),
  listExplained: fc.boolean(),
  person: text,
});

const example: Settings = {
  ...DEFAULT_SETTINGS,
  exceptions: [
    {
      key: "roll-up /a/b",
      title: "合计少 0.90 万元",
      reason: "年中“追加” <已批复> & 说明",
      by: "张三",
      on: "2025-02-28",
      values: ["12.5", "—"],
    },
  ],
  choices: [{ sheet: "附表3", as: "excluded", sign: "2025年部门支出总表|单位：万元" }],
  rulesOff: [{ rule: "three-public", reason: "本年没有这类支出" }],
};

test("settings come back from XML as they were", () => {
  fc.assert(fc.property(anySettings, (settings) => expect(settingsFromXml(settingsToXml(settings))).toEqual(settings)));
});

test("the XML is that of a custom XML part in urn:hedui:1, which a workbook file keeps", () => {
  expect(SETTINGS_NAMESPACE).toBe(FILE_NAMESPACE);
  const saved = patchPackage(openPackage(makeWorkbook([{ name: "表1", cells: { A1: 1 } }])), [], {
    settings: settingsToXml(example),
  });
  expect(settingsFromXml(readSettings(openPackage(saved))!)).toEqual(example);
});

test("another program may write the same XML in its own way", () => {
  const xml =
    `<?xml version="1.0"?>\n<!-- kept -->\n<h:hedui xmlns:h='urn:hedui:1' person="&#x5F20;三" ` +
    `live='false'>\n  <h:sheet as="excluded" name="附表3">` +
    '</h:sheet>\n  <h:later with="something"/>\n  <h:exception on="2025-02-28" key="k" reason="r"><h:value>' +
    "<![CDATA[1 < 2]]></h:value></h:exception>\n</h:hedui>\n";
  expect(settingsFromXml(xml)).toEqual({
    ...DEFAULT_SETTINGS,
    live: false,
    person: "张三",
    choices: [{ sheet: "附表3", as: "excluded", sign: "" }],
    exceptions: [{ key: "k", title: "", reason: "r", by: "", on: "2025-02-28", values: ["1 < 2"] }],
  });
});

test("settings that were kept before readings could be corrected are read as they were", () => {
  const kept =
    '<hedui xmlns="urn:hedui:1" live="true" liveMarks="false" listExplained="true" person="">' +
    '<convention name="steps" is="exact"/></hedui>';
  expect(settingsFromXml(kept)).toEqual({ ...DEFAULT_SETTINGS, conventions: { steps: "exact" } });
});

test("a correction of a kind that this version does not know is passed over, the others hold", () => {
  const kept =
    '<hedui xmlns="urn:hedui:1"><criterion text="甲" drawn="…" by="" on="2025-02-28"/>' +
    '<criterion text="乙" judged="true" by="张三" on="2025-02-28"/></hedui>';
  expect(settingsFromXml(kept)!.corrections).toEqual([
    { criterion: "乙", reading: { kind: "judgement" }, by: "张三", on: "2025-02-28" },
  ]);
});

test.each([
  ["no XML", "设置"],
  ["an element that is not closed", `<hedui xmlns="urn:hedui:1"><sheet name="a" as="b">`],
  ["closed in the wrong order", `<hedui xmlns="urn:hedui:1"><sheet></hedui></sheet>`],
  ["another namespace", `<hedui xmlns="urn:other"/>`],
  ["two roots", `<hedui xmlns="urn:hedui:1"/><hedui xmlns="urn:hedui:1"/>`],
  ["an exception without a reason", `<hedui xmlns="urn:hedui:1"><exception key="k" on="2025-01-01"/></hedui>`],
  ["a day that is none", `<hedui xmlns="urn:hedui:1"><exception key="k" reason="r" on="昨天"/></hedui>`],
  ["a correction without a day", `<hedui xmlns="urn:hedui:1"><criterion text="甲" judged="true"/></hedui>`],
  ["a switch that is neither on nor off", `<hedui xmlns="urn:hedui:1" live="maybe"/>`],
])("damaged settings are refused: %s", (_, xml) => expect(settingsFromXml(xml)).toBeNull());

test("a workbook about which nobody decided anything keeps no settings", () => {
  expect(isDefault(DEFAULT_SETTINGS)).toBe(true);
  const workbook = buildWorkbook([{ name: "附表3", cells: [] }]);
  const chosen = chooseSheet(DEFAULT_SETTINGS, workbook, workbook.sheets[0]!, "excluded");
  expect([isDefault(chosen), isDefault(chooseSheet(chosen, workbook, workbook.sheets[0]!, null))]).toEqual([
    false,
    true,
  ]);
  expect(isDefault(switchRule(DEFAULT_SETTINGS, "three-public", "本年没有"))).toBe(false);
  expect(isDefault({ ...DEFAULT_SETTINGS, live: false })).toBe(false);
});
