import { createRoot } from "react-dom/client";
import { themeFor } from "../pane";
import { Workbench } from "./Workbench";

/** The page that `npm start` opens. */
const dark = matchMedia("(prefers-color-scheme: dark)").matches;
const contrast = matchMedia("(forced-colors: active)").matches;
createRoot(document.getElementById("workbench")!).render(
  <Workbench initialTheme={themeFor(dark ? "#202020" : "#FFFFFF", contrast)} />,
);
