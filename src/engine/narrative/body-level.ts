/** What a body without its units is called among the bodies of tables and texts. */
export const ownLevel = "本级";

const written = /^(.*?)[([]?(?:机关)?本级(?:机关)?[)\]]?$/;

/**
 * "××局（本级）", "局本级": `ownLevel`, where the name is that of the body itself or only of its kind; null for other names,
 * and for the level of another body. `own` is the body's name; null where nothing says it.
 */
export function levelOfBody(name: string, own: string | null): string | null {
  const base = written.exec(name.normalize("NFKC").replace(/\s/g, ""))?.[1];
  if (base === undefined) return null;
  const isOwn = own === null || own.endsWith(base) || base.endsWith(own);
  return isOwn || /^(?:局|委|厅|办|部门|单位|本单位|本部门)$/.test(base) ? ownLevel : null;
}
