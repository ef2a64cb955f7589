import type { Correction, Settings, SheetChoice } from "./settings";
import { DEFAULT_SETTINGS } from "./settings";
import { settingsSchema } from "./settings-schema";
import type { XmlElement } from "./xml";
import { escapeXml, parseXml } from "./xml";

/** Namespace of the custom XML part that keeps settings in the workbook. */
export const SETTINGS_NAMESPACE = "urn:hedui:1";

/**
 * Settings as the XML that a workbook keeps:
 *
 *     <hedui xmlns="urn:hedui:1" live="true" …>
 *       <sheet name="附表3" as="excluded" sign="2025年部门支出总表|单位：万元|…"/>
 *       <sheet name="附表4" as="" sign="…"><column header="本年安排" as="total"/></sheet>
 *       <rule id="…" off="本年没有这类支出"/>
 *       <convention name="steps" is="exact"/>
 *       <criterion text="完成得分" reads="完成得满分，未完成不得分" by="…" on="2025-02-28"/>
 *       <criterion text="每少1家扣1分" by="…" on="2025-02-28"><convention name="steps" is="exact"/></criterion>
 *       <criterion text="视情况得分" judged="true" by="…" on="2025-02-28"/>
 *       <exception key="…" title="…" reason="…" by="…" on="2025-02-28"><value>12</value></exception>
 *     </hedui>
 */
export function settingsToXml(settings: Settings): string {
  const { exceptions, choices, rulesOff, conventions, corrections, live, liveMarks, listExplained, person } = settings;
  const lines = [
    ...choices.map(sheetLine),
    ...rulesOff.map(({ rule, reason }) => `<rule${attributes({ id: rule, off: reason })}/>`),
    ...conventionLines(conventions),
    ...corrections.map(correctionLine),
    ...exceptions.map(({ key, title, reason, by, on, values }) => {
      const inside = values.map((value) => `<value>${escapeXml(value)}</value>`).join("");
      return `<exception${attributes({ key, title, reason, by, on })}>${inside}</exception>`;
    }),
  ];
  const switches = { live: String(live), liveMarks: String(liveMarks), listExplained: String(listExplained) };
  return `<hedui xmlns="${SETTINGS_NAMESPACE}"${attributes({ ...switches, person })}>${lines.join("")}</hedui>`;
}

/** Settings out of the XML of a workbook; null where it is damaged. What a later version added is passed over. */
export function settingsFromXml(xml: string): Settings | null {
  const root = parseXml(xml);
  if (root === null || root.name !== "hedui" || root.namespace !== SETTINGS_NAMESPACE) return null;
  const named = (name: string): readonly XmlElement[] =>
    root.children.filter((child) => child.name === name && child.namespace === SETTINGS_NAMESPACE);
  const { live, liveMarks, listExplained, person } = root.attributes;
  const parsed = settingsSchema.safeParse({
    exceptions: named("exception").map(({ attributes: { key, title, reason, by, on }, children }) => ({
      key: presentKey(key, title ?? ""),
      title: title ?? "",
      reason,
      by: by ?? "",
      on,
      values: children.filter(({ name }) => name === "value").map(({ text }) => text),
    })),
    choices: named("sheet").map(sheetChoiceIn),
    rulesOff: named("rule").map(({ attributes: { id, off } }) => ({ rule: id, reason: off })),
    conventions: conventionsIn(named("convention")),
    corrections: named("criterion").flatMap(correctionsIn),
    live: truth(live, DEFAULT_SETTINGS.live),
    liveMarks: truth(liveMarks, DEFAULT_SETTINGS.liveMarks),
    listExplained: truth(listExplained, DEFAULT_SETTINGS.listExplained),
    person: person ?? DEFAULT_SETTINGS.person,
  });
  return parsed.success ? parsed.data : null;
}

/**
 * The key of a finding that no table is about ended in its parameters as JSON in workbooks that were saved by earlier
 * versions; it ends in its title now.
 */
function presentKey(key: string | undefined, title: string): string | undefined {
  return key?.replace(/ \{"code":".*\}$/s, () => ` ${title}`);
}

function sheetLine({ sheet, as, sign, columns = [] }: SheetChoice): string {
  const own = attributes({ name: sheet, as, ...(sign === "" ? {} : { sign }) });
  const inside = columns.map((column) => `<column${attributes(column)}/>`).join("");
  return inside === "" ? `<sheet${own}/>` : `<sheet${own}>${inside}</sheet>`;
}

function sheetChoiceIn({ attributes: { name, as, sign }, children }: XmlElement): unknown {
  const columns = children
    .filter((child) => child.name === "column" && child.namespace === SETTINGS_NAMESPACE)
    .map(({ attributes: { header, as: role } }) => ({ header, as: role }));
  return { sheet: name, as, sign: sign ?? "", ...(columns.length === 0 ? {} : { columns }) };
}

function conventionLines(conventions: Readonly<Record<string, string>>): string[] {
  return Object.entries(conventions).map(([name, is]) => `<convention${attributes({ name, is })}/>`);
}

function conventionsIn(elements: readonly XmlElement[]): Record<string, string | undefined> {
  return Object.fromEntries<string | undefined>(
    elements.map(({ attributes: { name, is } }) => [String(name), is] as const),
  );
}

function correctionLine({ criterion, reading, by, on }: Correction): string {
  const signed = { by, on };
  switch (reading.kind) {
    case "text":
      return `<criterion${attributes({ text: criterion, reads: reading.text, ...signed })}/>`;
    case "judgement":
      return `<criterion${attributes({ text: criterion, judged: "true", ...signed })}/>`;
    case "conventions": {
      const inside = conventionLines(reading.conventions).join("");
      return `<criterion${attributes({ text: criterion, ...signed })}>${inside}</criterion>`;
    }
  }
}

/** The correction that an element tells; none where a later version corrects in a way that this one does not know. */
function correctionsIn({ attributes: { text, reads, judged, by, on }, children }: XmlElement): unknown[] {
  const own = children.filter(({ name, namespace }) => name === "convention" && namespace === SETTINGS_NAMESPACE);
  const reading =
    reads !== undefined
      ? { kind: "text", text: reads }
      : judged === "true"
        ? { kind: "judgement" }
        : own.length > 0
          ? { kind: "conventions", conventions: conventionsIn(own) }
          : null;
  return reading === null ? [] : [{ criterion: text, reading, by: by ?? "", on }];
}

function truth(text: string | undefined, usual: boolean): boolean | string {
  return text === undefined ? usual : text === "true" ? true : text === "false" ? false : text;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
}
