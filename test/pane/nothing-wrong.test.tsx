/** @jest-environment jsdom */
/** What the pane says where nobody has to mend anything. */
import { screen } from "@testing-library/react";
import type { CheckedState } from "../../src/pane/state/state";
import { NothingWrong } from "../../src/pane/views/check/NothingWrong";
import { closeSessions, openSession } from "./clerk-session";
import { showView } from "./pane-page";

afterEach(closeSessions);

interface Made {
  readonly outcome: "rounding" | "fail";
  readonly accepted: { readonly stale: boolean } | null;
}

async function said(findings: readonly Made[]): Promise<string> {
  const checked = {
    result: { tables: [{}, {}], unrecognised: [], summary: { pass: 520 } },
    findings: findings.map((finding, at) => ({
      ...finding,
      key: `${at}`,
      group: `${at}`,
      cells: [],
      severity: "error",
    })),
  };
  await showView(openSession(), <NothingWrong checked={checked as unknown as CheckedState} />);
  return screen.getByText(/2 张表/).textContent;
}

test("尾差 is not called explained: nobody has explained anything", async () => {
  expect(await said([{ outcome: "rounding", accepted: null }])).toBe("2 张表，520 项核对一致，尾差 1 处。");
});

test("what was explained is counted by itself", async () => {
  const explained = { outcome: "fail", accepted: { stale: false } } as const;
  expect(await said([explained, { outcome: "rounding", accepted: null }])).toBe(
    "2 张表，520 项核对一致，尾差 1 处，已说明 1 处。",
  );
});
