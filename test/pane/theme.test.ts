import { themeFor } from "../../src/pane/theme";

test("the pane is dark where the application is dark, and in high contrast where the system asks for it", () => {
  expect([
    themeFor("#FFFFFF", false),
    themeFor("#262626", false),
    themeFor("#FFFFFF", true),
    themeFor(undefined, false),
  ]).toEqual(["light", "dark", "contrast", "light"]);
});
