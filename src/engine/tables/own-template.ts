import { chosenRole, type ColumnChoices } from "./chosen-columns";
import type { TableTemplate } from "./template";

/** A file for `--catalogue`: its name and what is in it. */
export interface TemplateFile {
  readonly name: string;
  readonly json: string;
}

/**
 * The template of a table with the columns that a person chose, as a file that extends it: the next workbook laid
 * out so is
 * read without choosing anything.
 */
export function ownTemplate(template: TableTemplate, chosen: ColumnChoices): TemplateFile {
  const id = template.id.endsWith(suffix) ? template.id : `${template.id}${suffix}`;
  const columns = [...chosen].map(([header, role]) => chosenRole(header, role));
  const content = {
    id,
    ...(id === template.id ? {} : { extends: template.id }),
    name: template.name,
    short: template.short,
    titles: template.titles,
    columns,
    source: "本单位的表：由面板“表格”里指定的栏目生成",
  };
  return { name: `${id}.json`, json: `${JSON.stringify(content, null, 2)}\n` };
}

const suffix = "-own";
