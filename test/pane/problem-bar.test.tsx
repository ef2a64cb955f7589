/**
 * @jest-environment jsdom
 */
import { cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HostError } from "../../src/hosts/host-problem";
import { describeHostProblem } from "../../src/hosts/host-wording";
import { shownProblem } from "../../src/pane/session/problem";
import { ProblemBar } from "../../src/pane/views/common/ProblemBar";
import { problems } from "../hosts/one-of-each-problem";
import { closeSessions, openSession } from "./clerk-session";
import { showView } from "./pane-page";

afterEach(async () => {
  cleanup();
  await closeSessions();
});

/** What a person can go on from; the others need something else first, which the third part says. */
const canGoOn = [
  "cell-being-edited",
  "dialog-open",
  "busy",
  "sheet-hidden",
  "sheet-protected",
  "workbook-protected",
  "read-only",
  "refused",
  "excel-silent",
];

describe.each(Object.values(problems).map((problem) => [problem.code, problem] as const))("%s", (code, problem) => {
  test("is shown: what happened, what it means for the figures, what to do, and detail to copy", async () => {
    const clerk = openSession();
    clerk.session.store.dispatch({ type: "problem-met", problem: shownProblem(new HostError(problem)) });
    await showView(clerk, <ProblemBar />);
    const { happened, figures, remedy } = describeHostProblem(problem);
    for (const part of [happened, figures, remedy]) expect(screen.getByText(part)).toBeTruthy();
    expect(screen.queryAllByRole("button", { name: "继续" }).length).toBe(canGoOn.includes(code) ? 1 : 0);
    await userEvent.click(screen.getByRole("button", { name: "详细信息" }));
    expect(screen.getByText(new RegExp(`HostError\\s+${code}`)).textContent).toContain(code);
    await userEvent.click(screen.getByRole("button", { name: "关闭" }));
    expect(screen.queryByText(happened)).toBeNull();
  });
});

test("a remedy that says 继续 has the button, and only then", () => {
  for (const problem of Object.values(problems)) {
    if (describeHostProblem(problem).remedy.includes("“继续”")) expect(canGoOn).toContain(problem.code);
  }
});

test("an error of ours is shown in three parts as well, never as a bare message", async () => {
  const clerk = openSession();
  clerk.session.store.dispatch({ type: "problem-met", problem: shownProblem(new TypeError("x is not a function")) });
  await showView(clerk, <ProblemBar />);
  expect(screen.getByText("核对没有做完，程序出了意外。")).toBeTruthy();
  expect(screen.queryByText(/x is not a function/)).toBeNull();
});
