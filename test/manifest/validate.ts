import { JSDOM } from "jsdom";
import type { ElementRule } from "./grammar";
import { INSTANCE, OFFICE_APP_ELEMENT } from "./grammar";

const XMLNS = "http://www.w3.org/2000/xmlns/";

/** Everything in which a manifest is not what the published grammar allows, each with the way to its element. */
export function grammarProblems(manifest: string): string[] {
  const root = new JSDOM(manifest, { contentType: "text/xml" }).window.document.documentElement;
  return root.localName === "OfficeApp" ? elementProblems(root, OFFICE_APP_ELEMENT, "OfficeApp") : ["no OfficeApp"];
}

/** What Microsoft's validation service is known to refuse although the grammar allows it. */
export function servicesRefusals(manifest: string): string[] {
  const { document } = new JSDOM(manifest, { contentType: "text/xml" }).window;
  const all = (name: string): Element[] =>
    [...document.getElementsByTagName("*")].filter(({ localName }) => localName === name);
  const resourceOf = (element: Element | undefined): string | null =>
    all("Url")
      .find((url) => url.getAttribute("id") === element?.getAttribute("resid"))
      ?.getAttribute("DefaultValue") ?? null;
  const refusals: string[] = [...resourceRefusals(document), ...iconRefusals(all)];
  if (Number(all("Version")[0]?.textContent?.split(".")[0] ?? 0) < 1) refusals.push("Version below 1.0");
  if (!all("SupportUrl")[0]?.getAttribute("DefaultValue")?.startsWith("https://")) refusals.push("no SupportUrl");
  const isLong = all("Runtime").some((runtime) => runtime.getAttribute("lifetime") === "long");
  if (isLong && all("TaskpaneId").length > 0) refusals.push("TaskpaneId with a long-lived runtime");
  const pane = resourceOf(all("Runtime")[0]);
  if (pane !== null && resourceOf(all("LearnMoreUrl")[0]) === pane)
    refusals.push("LearnMoreUrl opens in a browser, where the pane is of no use");
  return refusals;
}

function iconRefusals(all: (name: string) => Element[]): string[] {
  const icons = ["IconUrl", "HighResolutionIconUrl"].filter((name) => all(name).length === 0);
  const sizes = all("Icon").flatMap((icon) => {
    const given = [...icon.children].map((image) => image.getAttribute("size"));
    return ["16", "32", "80"].filter((size) => !given.includes(size));
  });
  return [...icons.map((name) => `no ${name}`), ...sizes.map((size) => `an Icon without ${size}`)];
}

/** Resources that are named and not there. */
function resourceRefusals(document: Document): string[] {
  const elements = [...document.getElementsByTagName("*")];
  const ids = new Set(
    elements
      .filter(({ localName }) => localName === "Resources")
      .flatMap((resources) => [...resources.getElementsByTagName("*")].map((one) => one.getAttribute("id"))),
  );
  const named = elements.flatMap((element) => element.getAttribute("resid") ?? []);
  return named.filter((resid) => !ids.has(resid)).map((resid) => `no resource ${resid}`);
}

function elementProblems(element: Element, given: ElementRule, path: string): string[] {
  const { types, ...plain } = given;
  const named = element.getAttributeNS(INSTANCE, "type");
  const type = types?.[named ?? ""];
  if (types && !type) return [`${path}: xsi:type ${String(named)}`];
  const what: ElementRule = { ...plain, ...type };
  return [
    ...(element.namespaceURI === given.space ? [] : [`${path}: of ${String(element.namespaceURI)}`]),
    ...(!types && named !== null ? [`${path}: xsi:type ${named}`] : []),
    ...attributeProblems(element, what, path),
    ...(what.text ? valueProblems(element.textContent ?? "", what.text, path) : []),
    ...childProblems(element, what, path),
  ];
}

function attributeProblems(element: Element, { attributes = {} }: ElementRule, path: string): string[] {
  const problems: string[] = [];
  for (const { name, namespaceURI, value } of element.attributes) {
    if (namespaceURI === XMLNS || namespaceURI === INSTANCE) continue;
    const known = attributes[name];
    problems.push(...(known ? valueProblems(value, known, `${path}@${name}`) : [`${path}@${name}: unknown`]));
  }
  for (const [name, { optional }] of Object.entries(attributes))
    if (!optional && !element.hasAttribute(name)) problems.push(`${path}@${name}: missing`);
  return problems;
}

function valueProblems(value: string, { form, longest }: { form?: RegExp; longest?: number }, path: string): string[] {
  return [
    ...(form && !form.test(value) ? [`${path}: "${value}"`] : []),
    ...(longest !== undefined && value.length > longest ? [`${path}: longer than ${longest}`] : []),
  ];
}

/** Children in their order: each rule takes as many as it may. */
function childProblems(element: Element, { children = [] }: ElementRule, path: string): string[] {
  const problems: string[] = [];
  const left = [...element.children];
  for (const { name, least, most, is } of children) {
    let count = 0;
    while (left[0]?.localName === name && count < most) {
      problems.push(...elementProblems(left.shift()!, is, `${path}/${name}`));
      count++;
    }
    if (count < least) problems.push(`${path}/${name}: missing or out of place`);
  }
  problems.push(...left.map(({ localName }) => `${path}/${localName}: not expected here`));
  return problems;
}
