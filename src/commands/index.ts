/** The page that Excel opens: the pane and the ribbon's commands live in one shared runtime. */
import exercise from "../../seeds/practice-slips.json";
import type { Catalogue } from "../engine/check-workbook";
import { associateFunctions } from "../functions/associate";
import { WorkbookPractice } from "../functions/workbook-practice";
import { openTextFile, openWorkbookFile } from "../hosts/open-workbook-file";
import { mountPane } from "../pane";
import { ribbonActions, type CommandEvent } from "./ribbon";
import { followTheme, officeTheme } from "./theme";

const loadCatalogue = async (): Promise<Catalogue> => (await import("../catalogue")).catalogue;

/** There when the pane has been drawn; what could not be fetched is asked for again. */
const excel = () => import("../hosts/excel");

const practice = new WorkbookPractice();
associateFunctions(practice, async (addresses) => (await excel()).readBlankCells(addresses));

const openPractice = async (): Promise<void> => {
  const [{ openNewWorkbook }, { default: practiceFile }] = await Promise.all([
    excel(),
    import("../../seeds/practice.xlsx"),
  ]);
  await openNewWorkbook(practiceFile);
};

const pane = mountPane(document.getElementById("pane")!, {
  connect: async () => (await excel()).connectExcel(),
  loadCatalogue,
  openFile: openWorkbookFile,
  openText: openTextFile,
  exercise: { ...exercise, open: openPractice },
  theme: officeTheme(matchMedia("(forced-colors: active)").matches),
});
// Where Excel is busy, the cells keep their old scores until it next works them out (docs/limits.md).
pane.onSettings((settings) => {
  if (practice.tell(settings))
    void excel()
      .then(({ recalculateWorkbook }) => recalculateWorkbook())
      .catch(() => undefined);
});
followTheme((name) => pane.setTheme(name));

// At once, not when Office is ready: a button may start the page, and Excel may ask for its command before that.
if (typeof Office !== "undefined")
  for (const [name, action] of Object.entries(ribbonActions(pane)))
    Office.actions.associate(name, (event: CommandEvent) => void action(event));
