/** Namespace of the custom XML part that holds settings and exceptions; the file host uses the same. */
export const SETTINGS_NAMESPACE = "urn:hedui:1";

/** The XML of the first part of ours; null where there is none. Two round trips. */
export async function readSettingsPart(context: Excel.RequestContext): Promise<string | null> {
  const [first] = await parts(context);
  if (!first) return null;
  const xml = first.getXml();
  await context.sync();
  return xml.value;
}

/** Puts the XML in place of what was there; null takes it out. Two round trips. */
export async function writeSettingsPart(context: Excel.RequestContext, xml: string | null): Promise<void> {
  const [first, ...others] = await parts(context);
  for (const other of others) other.delete();
  if (xml === null) first?.delete();
  else if (first) first.setXml(xml);
  else context.workbook.customXmlParts.add(xml);
  await context.sync();
}

async function parts(context: Excel.RequestContext): Promise<Excel.CustomXmlPart[]> {
  const ours = context.workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE);
  ours.load("items/id");
  await context.sync();
  return ours.items;
}
