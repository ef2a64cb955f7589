/** The page that Excel opens: the pane and the ribbon's commands live in one shared runtime. */
import exercise from "../../seeds/practice-slips.json";
import type { Catalogue } from "../engine/check-workbook";
import { associateFunctions } from "../functions/associate";
import { WorkbookPractice } from "../functions/workbook-practice";
import { connectExcel, openNewWorkbook, readBlankCells, recalculateWorkbook } from "../hosts/excel";
import { openTextFile, openWorkbookFile } from "../hosts/open-workbook-file";
import { mountPane } from "../pane";
import { ribbonActions, type CommandEvent } from "./ribbon";
import { followTheme, officeTheme } from "./theme";

const loadCatalogue = async (): Promise<Catalogue> => (await import("../catalogue")).catalogue;

const practice = new WorkbookPractice();
associateFunctions(practice, (addresses) => readBlankCells(addresses));

const pane = mountPane(document.getElementById("pane")!, {
  connect: () => connectExcel(),
  loadCatalogue,
  openFile: openWorkbookFile,
  openText: openTextFile,
  exercise: { ...exercise, open: async () => openNewWorkbook((await import("../../seeds/practice.xlsx")).default) },
  theme: officeTheme(matchMedia("(forced-colors: active)").matches),
});
// Where Excel is busy, the cells keep their old scores until it next works them out (docs/limits.md).
pane.onSettings((settings) => void (practice.tell(settings) && recalculateWorkbook().catch(() => undefined)));
followTheme((name) => pane.setTheme(name));

// At once, not when Office is ready: a button may start the page, and Excel may ask for its command before that.
if (typeof Office !== "undefined")
  for (const [name, action] of Object.entries(ribbonActions(pane)))
    Office.actions.associate(name, (event: CommandEvent) => void action(event));
