/** The manifest against the published grammar, and against what the validation service of the admin centre refuses. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { grammarProblems, servicesRefusals } from "./validate";

const manifest = readFileSync(join(__dirname, "../../manifest.xml"), "utf8");

test("the manifest is what the grammar allows", () => expect(grammarProblems(manifest)).toEqual([]));

test("the manifest has nothing that the service refuses", () => expect(servicesRefusals(manifest)).toEqual([]));

/** The manifest with one thing changed; the change must find its place. */
const changed = (from: string | RegExp, to: string): string => {
  const other = manifest.replace(from, to);
  expect(other).not.toBe(manifest);
  return other;
};

test.each<[string, () => string, string]>([
  [
    "an element out of its place",
    () => changed(/(<Version>[^]*?<\/Version>)\s*(<ProviderName>[^]*?<\/ProviderName>)/, "$2$1"),
    "OfficeApp/Version: missing or out of place",
  ],
  [
    "an unknown element",
    () => changed("<AppDomains>", "<Domains/><AppDomains>"),
    "OfficeApp/Domains: not expected here",
  ],
  [
    "an unknown attribute",
    () => changed("<Permissions>", '<Permissions all="1">'),
    "OfficeApp/Permissions@all: unknown",
  ],
  [
    "an address without https",
    () => changed('"https://localhost:3000/help.html"', '"http://localhost/help.html"'),
    "SupportUrl",
  ],
  [
    "a name that is too long",
    () => changed('DefaultValue="预算核对"', `DefaultValue="${"核".repeat(126)}"`),
    "longer than 125",
  ],
  ["an action of no known kind", () => changed('"ExecuteFunction"', '"Execute"'), "xsi:type Execute"],
  ["an element of another schema", () => changed("<bt:Urls>", '<bt:Urls xmlns:bt="urn:other">'), "of urn:other"],
  ["a button without a label", () => changed('<Label resid="Check.Label"/>', ""), "Control/Label: missing"],
])("%s is found", (_, broken, problem) => {
  expect(grammarProblems(broken()).join("\n")).toContain(problem);
});

test.each<[string, () => string, string]>([
  ["a version below 1.0", () => changed("<Version>1.", "<Version>0."), "Version below 1.0"],
  ["no address for support", () => changed(/<SupportUrl[^>]*>/, ""), "no SupportUrl"],
  [
    "an id for the pane of a long-lived runtime",
    () => changed('"ShowTaskpane">', '"ShowTaskpane"><TaskpaneId>Pane</TaskpaneId>'),
    "TaskpaneId with a long-lived runtime",
  ],
  [
    "more to learn in the pane itself",
    () => changed('LearnMoreUrl resid="Help.Url"', 'LearnMoreUrl resid="Pane.Url"'),
    "LearnMoreUrl",
  ],
  [
    "a resource that is none",
    () => changed('<Label resid="Tab.Label"/>', '<Label resid="Tab.Name"/>'),
    "no resource Tab.Name",
  ],
])("the service refuses %s", (_, refused, why) => {
  expect(servicesRefusals(refused()).join("\n")).toContain(why);
});
