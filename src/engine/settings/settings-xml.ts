import type { Settings } from "./settings";
import { DEFAULT_SETTINGS, settingsSchema } from "./settings";
import type { XmlElement } from "./xml";
import { escapeXml, parseXml } from "./xml";

/** Namespace of the custom XML part that keeps settings in the workbook. */
export const SETTINGS_NAMESPACE = "urn:hedui:1";

/**
 * Settings as the XML that a workbook keeps:
 *
 *     <hedui xmlns="urn:hedui:1" live="true" …>
 *       <sheet name="附表3" as="excluded"/>
 *       <rule id="…" off="本年没有这类支出"/>
 *       <convention name="steps" is="exact"/>
 *       <exception key="…" title="…" reason="…" by="…" on="2025-02-28"><value>12</value></exception>
 *     </hedui>
 */
export function settingsToXml(settings: Settings): string {
  const { exceptions, choices, rulesOff, conventions, live, liveMarks, listExplained, person } = settings;
  const lines = [
    ...Object.entries(choices).map(([name, as]) => `<sheet${attributes({ name, as })}/>`),
    ...rulesOff.map(({ rule, reason }) => `<rule${attributes({ id: rule, off: reason })}/>`),
    ...Object.entries(conventions).map(([name, is]) => `<convention${attributes({ name, is })}/>`),
    ...exceptions.map(({ key, title, reason, by, on, values }) => `<exception${attributes({ key, title, reason, by, on })}>${values.map((value) => `<value>${escapeXml(value)}</value>`).join("")}</exception>`),
  ];
  return `<hedui xmlns="${SETTINGS_NAMESPACE}"${attributes({ live: String(live), liveMarks: String(liveMarks), listExplained: String(listExplained), person })}>${lines.join("")}</hedui>`;
}

/** Settings out of the XML of a workbook; null where it is damaged. What a later version added is passed over. */
export function settingsFromXml(xml: string): Settings | null {
  const root = parseXml(xml);
  if (root === null || root.name !== "hedui" || root.namespace !== SETTINGS_NAMESPACE) return null;
  const named = (name: string): readonly XmlElement[] => root.children.filter((child) => child.name === name && child.namespace === SETTINGS_NAMESPACE);
  const { live, liveMarks, listExplained, person } = root.attributes;
  const parsed = settingsSchema.safeParse({
    exceptions: named("exception").map(({ attributes: { key, title, reason, by, on }, children }) => ({ key, title: title ?? "", reason, by: by ?? "", on, values: children.filter(({ name }) => name === "value").map(({ text }) => text) })),
    choices: Object.fromEntries(named("sheet").map(({ attributes: { name, as } }) => [name, as])),
    rulesOff: named("rule").map(({ attributes: { id, off } }) => ({ rule: id, reason: off })),
    conventions: Object.fromEntries(named("convention").map(({ attributes: { name, is } }) => [name, is])),
    live: truth(live, DEFAULT_SETTINGS.live),
    liveMarks: truth(liveMarks, DEFAULT_SETTINGS.liveMarks),
    listExplained: truth(listExplained, DEFAULT_SETTINGS.listExplained),
    person: person ?? DEFAULT_SETTINGS.person,
  });
  return parsed.success ? parsed.data : null;
}

function truth(text: string | undefined, usual: boolean): boolean | string {
  return text === undefined ? usual : text === "true" ? true : text === "false" ? false : text;
}

function attributes(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
}
