/** @jest-environment jsdom */
/** The pane's colours follow Excel's, which tells nobody when they change. */
import { followTheme } from "../../src/commands/theme";

const seen: string[] = [];
let visibilityMode: () => void = () => undefined;
const context: { officeTheme?: { bodyBackgroundColor: string } } = {};

beforeEach(() => {
  seen.length = 0;
  delete context.officeTheme;
  Object.assign(globalThis, {
    matchMedia: () => ({ matches: false, addEventListener: () => undefined }),
    Office: {
      context,
      HostType: { Excel: "Excel" },
      onReady: () => Promise.resolve({ host: "Excel" }),
      addin: {
        onVisibilityModeChanged: (handler: () => void) => {
          visibilityMode = handler;
          return Promise.resolve();
        },
      },
    },
  });
});

const ready = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

test("in Excel on the web, where there may be no theme at first, the pane is light", async () => {
  followTheme((name) => seen.push(name));
  await ready();
  expect(seen).toEqual(["light"]);
});

test("a theme that has changed while the pane was out of sight is seen when it comes back", async () => {
  followTheme((name) => seen.push(name));
  await ready();
  context.officeTheme = { bodyBackgroundColor: "#262626" };
  document.dispatchEvent(new Event("visibilitychange"));
  expect(seen.at(-1)).toBe("dark");
  context.officeTheme = { bodyBackgroundColor: "#FFFFFF" };
  visibilityMode();
  expect(seen.at(-1)).toBe("light");
});
