/**
 * The grammar of a task pane add-in's manifest as [MS-OWEMXML] publishes it (OfficeApp 1.1, TaskPaneAppVersionOverrides
 * 1.0, their basic types), as far as an add-in for Excel can use it. Written as data: an element names its children in
 * their order, how often each may stand, its attributes and its text.
 */

const OFFICE_APP = "http://schemas.microsoft.com/office/appforoffice/1.1";
const OVERRIDES = "http://schemas.microsoft.com/office/taskpaneappversionoverrides";
const BASIC = "http://schemas.microsoft.com/office/officeappbasictypes/1.0";
export const INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

/** A simple type: what a value must match, and how long it may be. */
interface Simple {
  readonly form?: RegExp;
  readonly longest?: number;
}

const uuid: Simple = { form: /^\{?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?$/ };
const version: Simple = { form: /^\d{1,5}(?:\.\d{1,5}){0,3}$/ };
const culture: Simple = { form: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/ };
const short: Simple = { longest: 125, form: /\S/ };
const long: Simple = { longest: 250, form: /\S/ };
const url: Simple = { longest: 2048, form: /^https:\/\/[^\s]+$/ };
const id: Simple = { longest: 32, form: /^\S+$/ };
const token: Simple = { longest: 125, form: /^\S+$/ };
const setVersion: Simple = { form: /^\d+\.\d+$/ };
const oneOf = (...values: string[]): Simple => ({ form: new RegExp(`^(?:${values.join("|")})$`) });

/** A child by its name: how often, and what it is. */
interface Child {
  readonly name: string;
  readonly least: 0 | 1;
  readonly most: number;
  readonly is: ElementRule;
}

/** What an element may hold. */
export interface ElementRule {
  readonly space: string;
  readonly attributes?: Readonly<Record<string, Simple & { readonly optional?: true }>>;
  readonly children?: readonly Child[];
  readonly text?: Simple;
  /** By xsi:type, where the type decides. */
  readonly types?: Readonly<Record<string, Omit<ElementRule, "space" | "types">>>;
}

const once = (name: string, is: ElementRule): Child => ({ name, is, least: 1, most: 1 });
const maybe = (name: string, is: ElementRule): Child => ({ name, is, least: 0, most: 1 });
const some = (name: string, is: ElementRule): Child => ({ name, is, least: 1, most: Infinity });
const any = (name: string, is: ElementRule): Child => ({ name, is, least: 0, most: Infinity });

const text = (space: string, simple: Simple): ElementRule => ({ space, text: simple });
const resource: ElementRule = { space: OVERRIDES, attributes: { resid: id } };

/** A setting with overrides by locale. */
const localised = (value: Simple): ElementRule => ({
  space: OFFICE_APP,
  attributes: { DefaultValue: value },
  children: [any("Override", { space: OFFICE_APP, attributes: { Locale: culture, Value: value } })],
});

const sets = (space: string): ElementRule => ({
  space,
  attributes: { DefaultMinVersion: { ...setVersion, optional: true } },
  children: [any("Set", { space, attributes: { Name: token, MinVersion: { ...setVersion, optional: true } } })],
});

const icon: ElementRule = {
  space: OVERRIDES,
  children: [
    some("Image", {
      space: BASIC,
      attributes: { size: oneOf("16", "20", "24", "32", "40", "48", "64", "80"), resid: id },
    }),
  ],
};

const action: ElementRule = {
  space: OVERRIDES,
  types: {
    ExecuteFunction: { children: [once("FunctionName", text(OVERRIDES, long))] },
    ShowTaskpane: {
      children: [
        maybe("TaskpaneId", text(OVERRIDES, short)),
        once("SourceLocation", resource),
        maybe("Title", resource),
      ],
    },
  },
};

const control: ElementRule = {
  space: OVERRIDES,
  types: {
    Button: {
      attributes: { id },
      children: [
        once("Label", resource),
        maybe("ToolTip", resource),
        once("Supertip", {
          space: OVERRIDES,
          children: [once("Title", resource), once("Description", resource)],
        }),
        once("Icon", icon),
        once("Action", action),
        maybe("Enabled", text(OVERRIDES, oneOf("true", "false"))),
      ],
    },
  },
};

const group: ElementRule = {
  space: OVERRIDES,
  attributes: { id },
  children: [once("Label", resource), maybe("Icon", icon), some("Control", control)],
};

const extensionPoint: ElementRule = {
  space: OVERRIDES,
  types: {
    PrimaryCommandSurface: {
      children: [
        some("CustomTab", {
          space: OVERRIDES,
          attributes: { id },
          children: [some("Group", group), once("Label", resource)],
        }),
      ],
    },
    CustomFunctions: {
      children: [
        once("Script", { space: OVERRIDES, children: [once("SourceLocation", resource)] }),
        once("Page", { space: OVERRIDES, children: [once("SourceLocation", resource)] }),
        once("Metadata", { space: OVERRIDES, children: [once("SourceLocation", resource)] }),
        maybe("Namespace", resource),
      ],
    },
  },
};

const host: ElementRule = {
  space: OVERRIDES,
  types: {
    Workbook: {
      children: [
        maybe("Runtimes", {
          space: OVERRIDES,
          children: [
            some("Runtime", {
              space: OVERRIDES,
              attributes: { resid: id, lifetime: { ...oneOf("short", "long"), optional: true } },
            }),
          ],
        }),
        maybe("AllFormFactors", { space: OVERRIDES, children: [some("ExtensionPoint", extensionPoint)] }),
        maybe("DesktopFormFactor", {
          space: OVERRIDES,
          children: [
            maybe("GetStarted", {
              space: OVERRIDES,
              children: [once("Title", resource), once("Description", resource), once("LearnMoreUrl", resource)],
            }),
            maybe("FunctionFile", resource),
            some("ExtensionPoint", extensionPoint),
          ],
        }),
      ],
    },
  },
};

/** A table of resources of one kind. */
const table = (name: string, value: Simple): ElementRule => ({
  space: BASIC,
  children: [
    some(name, {
      space: BASIC,
      attributes: { id, DefaultValue: value },
      children: [any("Override", { space: BASIC, attributes: { Locale: culture, Value: value } })],
    }),
  ],
});

const versionOverrides: ElementRule = {
  space: OVERRIDES,
  types: {
    VersionOverridesV1_0: {
      children: [
        maybe("Description", resource),
        maybe("Requirements", { space: OVERRIDES, children: [maybe("Sets", sets(BASIC))] }),
        maybe("Hosts", { space: OVERRIDES, children: [some("Host", host)] }),
        maybe("Resources", {
          space: OVERRIDES,
          children: [
            maybe("Images", table("Image", url)),
            maybe("Urls", table("Url", url)),
            maybe("ShortStrings", table("String", short)),
            maybe("LongStrings", table("String", long)),
          ],
        }),
      ],
    },
  },
};

/** The root element. */
export const OFFICE_APP_ELEMENT: ElementRule = {
  space: OFFICE_APP,
  types: {
    TaskPaneApp: {
      children: [
        once("Id", text(OFFICE_APP, uuid)),
        maybe("AlternateId", text(OFFICE_APP, short)),
        once("Version", text(OFFICE_APP, version)),
        once("ProviderName", text(OFFICE_APP, short)),
        once("DefaultLocale", text(OFFICE_APP, culture)),
        once("DisplayName", localised(short)),
        once("Description", localised(long)),
        maybe("IconUrl", localised(url)),
        maybe("HighResolutionIconUrl", localised(url)),
        maybe("SupportUrl", localised(url)),
        maybe("AppDomains", { space: OFFICE_APP, children: [any("AppDomain", text(OFFICE_APP, url))] }),
        maybe("Hosts", {
          space: OFFICE_APP,
          children: [some("Host", { space: OFFICE_APP, attributes: { Name: oneOf("Workbook", "Document") } })],
        }),
        maybe("Requirements", { space: OFFICE_APP, children: [maybe("Sets", sets(OFFICE_APP))] }),
        once("DefaultSettings", { space: OFFICE_APP, children: [once("SourceLocation", localised(url))] }),
        once(
          "Permissions",
          text(
            OFFICE_APP,
            oneOf("Restricted", "ReadDocument", "ReadAllDocument", "WriteDocument", "ReadWriteDocument"),
          ),
        ),
        maybe("VersionOverrides", versionOverrides),
      ],
    },
  },
};
