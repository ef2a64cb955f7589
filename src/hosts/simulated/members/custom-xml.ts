import type { SimulatedXmlPart } from "../model/workbook";
import { ExcelRefusal } from "../protocol/messages";
import type { ApiObject, ApiType } from "../protocol/object";
import { apiObject } from "../protocol/object";
import type { ClientState } from "./state";

interface PartData {
  readonly state: ClientState;
  readonly part: SimulatedXmlPart;
}

const XML_PART: ApiType<PartData> = {
  name: "CustomXmlPart",
  values: { Id: ({ part }) => part.id, NamespaceUri: ({ part }) => namespaceOf(part.xml) },
  performs: {
    GetXml: ({ part }) => part.xml,
    SetXml: ({ state, part }, [xml]) => {
      refuseIfReadOnly(state);
      part.xml = wellFormed(xml);
    },
    Delete: ({ state, part }) => {
      refuseIfReadOnly(state);
      state.workbook.xmlParts.splice(state.workbook.xmlParts.indexOf(part), 1);
    },
  },
  identity: ({ part }) => ({ Id: part.id }),
};

interface ScopeData {
  readonly state: ClientState;
  readonly namespace: string | null;
}

function inScope({ state, namespace }: ScopeData): SimulatedXmlPart[] {
  return state.workbook.xmlParts.filter(({ xml }) => namespace === null || namespaceOf(xml) === namespace);
}

const SCOPED: ApiType<ScopeData> = {
  name: "CustomXmlPartScopedCollection",
  items: (data) => inScope(data).map((part) => apiObject(XML_PART, { state: data.state, part })),
  item: (data, id) => {
    const part = inScope(data).find((candidate) => candidate.id === id);
    return part && apiObject(XML_PART, { state: data.state, part });
  },
  finds: {
    GetOnlyItemOrNullObject: (data) => {
      const [only, ...others] = inScope(data);
      return only && others.length === 0 ? apiObject(XML_PART, { state: data.state, part: only }) : null;
    },
  },
};

const XML_PARTS: ApiType<ScopeData> = {
  ...SCOPED,
  name: "CustomXmlPartCollection",
  finds: {
    GetByNamespace: ({ state }, [namespace]) => apiObject(SCOPED, { state, namespace: String(namespace) }),
    Add: ({ state }, [xml]) => {
      refuseIfReadOnly(state);
      const part = { id: state.workbook.newId(), xml: wellFormed(xml) };
      state.workbook.xmlParts.push(part);
      return apiObject(XML_PART, { state, part });
    },
  },
};

/** The custom XML parts of the workbook. */
export function xmlPartsObject(state: ClientState): ApiObject {
  return apiObject(XML_PARTS, { state, namespace: null });
}

function namespaceOf(xml: string): string {
  const root = /<(?![?!])(?:(\w+):)?\w[^>]*>/.exec(xml);
  return (
    new RegExp(`\\sxmlns${root?.[1] ? `:${root[1]}` : ""}\\s*=\\s*["']([^"']*)["']`).exec(root?.[0] ?? "")?.[1] ?? ""
  );
}

function wellFormed(xml: unknown): string {
  const text = String(xml);
  if (!/^\s*(?:<\?xml[^>]*\?>\s*)?<[^?!]/.test(text))
    throw new ExcelRefusal("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  return text;
}

function refuseIfReadOnly(state: ClientState): void {
  if (state.workbook.readOnly) throw new ExcelRefusal("AccessDenied", "You cannot perform the requested operation.");
}
