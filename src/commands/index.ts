/** The page that Excel opens: the pane and the ribbon's commands live in one shared runtime. */
import type { Catalogue } from "../engine/check-workbook";
import { associateFunctions } from "../functions/associate";
import { WorkbookPractice } from "../functions/workbook-practice";
import { connectExcel, recalculateWorkbook } from "../hosts/excel";
import { openWorkbookFile } from "../hosts/open-workbook-file";
import { mountPane, themeFor } from "../pane";
import { ribbonActions } from "./ribbon";

const loadCatalogue = async (): Promise<Catalogue> => (await import("../catalogue")).catalogue;
const contrast = matchMedia("(forced-colors: active)");
const officeTheme = (): ReturnType<typeof themeFor> =>
  themeFor(
    typeof Office === "undefined" ? undefined : Office.context?.officeTheme?.bodyBackgroundColor,
    contrast.matches,
  );

const practice = new WorkbookPractice();
associateFunctions(practice);

const pane = mountPane(document.getElementById("pane")!, {
  connect: () => connectExcel(),
  loadCatalogue,
  openFile: openWorkbookFile,
  workbookName: "本工作簿",
  theme: officeTheme(),
});
// Where Excel is busy, the cells keep their old scores until it next works them out (docs/limits.md).
pane.onSettings((settings) => void (practice.tell(settings) && recalculateWorkbook().catch(() => undefined)));
contrast.addEventListener("change", () => pane.setTheme(officeTheme()));

if (typeof Office !== "undefined") {
  void Office.onReady().then(({ host }) => {
    pane.setTheme(officeTheme());
    // On a plain page there is no ribbon.
    if (host === Office.HostType.Excel)
      for (const [name, action] of Object.entries(ribbonActions(pane))) Office.actions.associate(name, action);
  });
}
