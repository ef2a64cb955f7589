/** Every view of the pane, in the order of its tabs. */
export const viewNames = [
  "check",
  "narrative",
  "scoring",
  "self-evaluation",
  "tables",
  "rules",
  "settings",
  "help",
  "files",
] as const;
export type ViewName = (typeof viewNames)[number];

/** What is written on each tab. */
export const viewWords: Readonly<Record<ViewName, string>> = {
  check: "核对",
  narrative: "说明",
  scoring: "评分",
  "self-evaluation": "自评表",
  tables: "表格",
  rules: "规则",
  settings: "设置",
  help: "帮助",
  files: "多个文件",
};
