/** @jest-environment jsdom */
/** 评分 as a person reads and uses it. */
import { act, fireEvent, screen, within } from "@testing-library/react";
import { chooseConvention, correctReading } from "../../src/engine/settings";
import type { Settings } from "../../src/engine/settings";
import { saveText } from "../../src/pane/views/common/hand-over";
import { ScoringView } from "../../src/pane/views/scoring/ScoringView";
import { markCriterion } from "../../src/pane/views/scoring/marked-criterion";
import { expectNoUnknownMembers } from "../hosts/simulated/simulated-workbook";
import { closeSessions } from "./clerk-session";
import type { ClerkSession } from "./clerk-session";
import { pause, showView, until } from "./pane-page";
import type { Change } from "./performance-session";
import { openPerformance, performanceSheets } from "./performance-session";

const FORM = "项目自评表";

afterEach(async () => {
  await closeSessions();
  expectNoUnknownMembers();
});

async function show(...changes: readonly Change[]): Promise<ClerkSession> {
  const clerk = await openPerformance(performanceSheets(...changes));
  await showView(clerk, <ScoringView />);
  await until(() => screen.queryByRole("progressbar", { name: "评分进度" }) === null);
  return clerk;
}

/** Opens the card of an indicator. */
function open(name: string): HTMLElement {
  const card = screen.getAllByRole("article").find((one) => one.getAttribute("aria-label")!.startsWith(name))!;
  fireEvent.click(within(card).getByRole("button", { expanded: false }));
  return card;
}

test("each indicator says target, actual, points and status; the list says how many there are of each", async () => {
  await show([FORM, "F11", "850卷"]);
  const filter = within(screen.getByRole("group", { name: "按情况筛选" }));
  expect(filter.getAllByRole("button").map((button) => button.textContent)).toEqual([
    "全部 14",
    "≠ 得分不符 1",
    "✓ 已计分 13",
  ]);
  const card = screen.getByRole("article", { name: "整理档案卷数，得分不符" });
  expect(card.textContent).toMatch(/整理档案卷数18\/20 分≥1000卷 → 850卷/);
  expect(card.textContent).toMatch(/得分栏填的是 20 分/);
});

test("opened: criterion, reading, drawing, steps, and what they rest on", async () => {
  await show([FORM, "F11", "850卷"]);
  const card = within(open("整理档案卷数"));
  expect(card.getByLabelText("评分标准").textContent).toBe("完成1000卷得满分，每少100卷扣2分，扣完为止");
  expect(card.getByText(/^读作：/)).toBeTruthy();
  expect(card.getByRole("img").getAttribute("aria-label")).toMatch(/指标值 ≥1000卷；实际 850卷，得 18 分/);
  expect(within(card.getByRole("list", { name: "计算步骤" })).getAllByRole("listitem").length).toBeGreaterThan(0);
  expect(card.getByText("每满一个单位才扣一次，不足一个单位的不扣")).toBeTruthy();
});

test("an assumption is a link to take it otherwise; all scores follow", async () => {
  const clerk = await show([FORM, "F11", "850卷"]);
  const card = within(open("整理档案卷数"));
  fireEvent.click(card.getByRole("button", { name: "每满一个单位才扣一次，不足一个单位的不扣" }));
  fireEvent.click(card.getByRole("radio", { name: /^不足一个单位的按实际比例扣（得 17 分）/ }));
  await until(() => screen.queryByText("17/20 分") !== null);
  expect(clerk.state().settings.conventions).toEqual({ steps: "exact" });
  expect(screen.getByRole("article", { name: /^整理档案卷数/ }).textContent).toMatch(/17\/20 分/);
});

test("each number is a filter that says what it means; pressed again it shows all", async () => {
  await show([FORM, "F11", null], [FORM, "H11", null], [FORM, "F12", "基本按进度推进"], [FORM, "H12", null]);
  const listed = (): (string | null)[] => screen.getAllByRole("article").map((card) => card.getAttribute("aria-label"));
  const press = (name: RegExp): boolean => fireEvent.click(screen.getByRole("button", { name }));
  press(/^要人处理 2$/);
  expect(listed()).toEqual(["整理档案卷数，缺数据", expect.stringMatching(/^整理完成时间，/)]);
  expect(screen.getByText(/^需判断、缺数据、读不懂和得分不符的指标/)).toBeTruthy();
  press(/缺数据 1$/);
  expect([listed(), screen.getByRole("button", { name: /缺数据 1$/ }).getAttribute("aria-pressed")]).toEqual([
    ["整理档案卷数，缺数据"],
    "true",
  ]);
  press(/缺数据 1$/);
  expect(screen.getByRole("list", { name: "14 条指标" })).toBeTruthy();
});

test("scores that are not written yet are counted, with the way to write them all", async () => {
  const clerk = await show([FORM, "H11", null]);
  expect(screen.getByText(/^已计分的有 1 条得分栏还空着/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "自评表" }));
  expect(clerk.state().view).toBe("self-evaluation");
});

test("a judgement is written into its 得分 cell after a look at it, and can be taken back", async () => {
  const clerk = await show([FORM, "F12", "基本按进度推进"], [FORM, "H12", null]);
  const card = within(open("整理完成时间"));
  fireEvent.click(card.getAllByRole("radio")[0]!);
  fireEvent.click(card.getByText(/^写入得分/));
  expect(card.getByLabelText("改动预览").textContent).toMatch(/项目自评表 H12：（空） → 20/);
  fireEvent.click(card.getByText("确定写入"));
  await until(() => screen.queryByText("撤销") !== null);
  expect(clerk.excel.sheet(FORM).cell(11, 7).value).toBe(20);
  fireEvent.click(screen.getByText("撤销"));
  await until(() => clerk.state().history.length === 0);
  expect(clerk.excel.sheet(FORM).cell(11, 7).value ?? null).toBeNull();
});

test("points beyond the 分值 are not written", async () => {
  await show([FORM, "F12", "基本按进度推进"], [FORM, "H12", null]);
  const card = within(open("整理完成时间"));
  fireEvent.click(card.getByRole("radio", { name: "自己填一个分数" }));
  fireEvent.change(card.getByRole("textbox"), { target: { value: "21" } });
  expect([card.getByText("请填 0 至 20 的数") !== null, card.queryByRole("button", { name: /^写入得分/ })]).toEqual([
    true,
    null,
  ]);
  fireEvent.change(card.getByRole("textbox"), { target: { value: "12.5" } });
  expect(card.getByRole("button", { name: "写入得分 12.5" })).toBeTruthy();
});

describe("这样读不对", () => {
  const correct = (name = "整理档案卷数"): { card: ReturnType<typeof within>; form: ReturnType<typeof within> } => {
    const card = within(open(name));
    fireEvent.click(card.getByRole("button", { name: "这样读不对…" }));
    return { card, form: within(card.getByRole("group", { name: "更正读法" })) };
  };
  const type = (form: ReturnType<typeof within>, text: string): boolean =>
    fireEvent.change(form.getByRole("textbox", { name: "换成程序读得懂的话" }), { target: { value: text } });

  test("another understanding, for this sentence alone", async () => {
    const clerk = await show([FORM, "F11", "850卷"]);
    const { form } = correct();
    expect((form.getByRole("button", { name: "就这样读" }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(form.getByRole("radio", { name: /^不足一个单位的按实际比例扣（得 17 分）/ }));
    expect(form.getByRole("status").textContent).toBe("这样读，这条指标得 17 分。");
    fireEvent.click(form.getByRole("button", { name: "就这样读" }));
    await until(() => screen.queryByText("17/20 分") !== null);
    expect(clerk.state().settings).toMatchObject({
      conventions: {},
      corrections: [{ reading: { kind: "conventions", conventions: { steps: "exact" } } }],
    });
  });

  test("reading, drawing and points follow other words; kept, they stand below the original, with who", async () => {
    const clerk = await show([FORM, "F11", "850卷"]);
    await act(() => clerk.session.changeSettings((settings) => ({ ...settings, person: "张三" }), false));
    const { card, form } = correct();
    fireEvent.click(form.getByRole("radio", { name: "换一句话写清楚" }));
    type(form, "按文件执行");
    expect([
      form.getByText("还读不懂：没有写明怎样得分或扣分。") !== null,
      form.queryByRole("img"),
      (form.getByRole("button", { name: "就这样读" }) as HTMLButtonElement).disabled,
    ]).toEqual([true, null, true]);
    type(form, "完成1000卷得满分，每少50卷扣2分，扣完为止");
    await pause(10);
    const preview = within(form.getByRole("group", { name: "换成这句话以后" }));
    expect(preview.getByText(/^读作：.*每少 50/)).toBeTruthy();
    expect([preview.getByRole("img").getAttribute("aria-label"), preview.getByRole("status").textContent]).toEqual([
      expect.stringMatching(/实际 850卷，得 14 分/),
      "这条指标得 14 分（原来 18 分）",
    ]);
    fireEvent.click(form.getByRole("button", { name: "就这样读" }));
    await until(() => screen.queryByText("14/20 分") !== null);
    expect(card.getByLabelText("评分标准").textContent).toBe("完成1000卷得满分，每少100卷扣2分，扣完为止");
    expect(card.getByLabelText("更正后的评分标准").textContent).toBe("完成1000卷得满分，每少50卷扣2分，扣完为止");
    expect(card.getByRole("group", { name: "已更正" }).textContent).toMatch(/^张三 2025-02-28 更正了读法/);
    expect(clerk.excel.sheet("绩效目标表").cell(4, 9).value).toBe("完成1000卷得满分，每少100卷扣2分，扣完为止");
    fireEvent.click(card.getByRole("button", { name: "取消更正" }));
    await until(() => screen.queryByText("18/20 分") !== null);
    expect([clerk.state().settings.corrections, clerk.state().announcement, card.queryByText("✎ 读法已更正")]).toEqual([
      [],
      "已取消更正",
      null,
    ]);
  });

  test("other words are written into the cell on request, after a look, and can be taken back", async () => {
    const clerk = await show([FORM, "F11", "850卷"]);
    const cell = (): unknown => clerk.excel.sheet("绩效目标表").cell(4, 9).value;
    const { card, form } = correct();
    fireEvent.click(form.getByRole("radio", { name: "换一句话写清楚" }));
    type(form, "完成1000卷得满分，每少50卷扣2分，扣完为止");
    fireEvent.click(form.getByRole("button", { name: "改表里的原文…" }));
    expect(card.getByLabelText("改动预览").textContent).toMatch(
      /^绩效目标表 J5：完成1000卷得满分，每少100卷扣2分，扣完为止 → 完成1000卷得满分，每少50卷扣2分，扣完为止/,
    );
    fireEvent.click(card.getByRole("button", { name: "确定写入" }));
    await until(() => screen.queryByText("14/20 分") !== null);
    expect([cell(), clerk.state().settings.corrections]).toEqual(["完成1000卷得满分，每少50卷扣2分，扣完为止", []]);
    fireEvent.click(screen.getByText("撤销"));
    await until(() => screen.queryByText("18/20 分") !== null);
    expect(cell()).toBe("完成1000卷得满分，每少100卷扣2分，扣完为止");
  });

  test("a person's judgement: three grades with their points, and nothing is worked out", async () => {
    await show([FORM, "F11", "850卷"], [FORM, "H11", null]);
    const { form } = correct();
    fireEvent.click(form.getByRole("radio", { name: "不由程序算，由人判断" }));
    fireEvent.click(form.getByRole("button", { name: "就这样读" }));
    await until(() => screen.queryByRole("article", { name: "整理档案卷数，需判断" }) !== null);
    const card = within(screen.getByRole("article", { name: "整理档案卷数，需判断" }));
    expect(card.getAllByRole("radio").map((radio) => radio.closest("span")!.textContent)).toEqual([
      "达成年度指标：16 至 20 分",
      "部分达成年度指标并有一定效果：12 至 16 分",
      "未达成年度指标且效果较差：0 至 12 分",
      "自己填一个分数",
    ]);
    expect(card.queryByRole("img")).toBeNull();
  });

  test("a criterion that cannot be read is put into words that can", async () => {
    await show(["绩效目标表", "J5", "按文件要求执行"], [FORM, "H11", null]);
    const card = within(open("整理档案卷数"));
    fireEvent.click(card.getByRole("button", { name: "改正读法…" }));
    type(card, "完成1000卷得满分，否则不得分");
    fireEvent.click(card.getByRole("button", { name: "就这样读" }));
    await until(() => screen.queryByRole("article", { name: "整理档案卷数，已计分" }) !== null);
    expect(card.getByText("✎ 读法已更正")).toBeTruthy();
  });

  test("left alone, nothing is kept", async () => {
    const clerk = await show();
    const { card, form } = correct();
    fireEvent.click(form.getByRole("button", { name: "算了" }));
    expect([card.queryByRole("group", { name: "更正读法" }), clerk.state().settings.corrections]).toEqual([null, []]);
  });

  test("the person sees every word of the report for the maintainers, and copies it in Excel", async () => {
    await show();
    const copied: string[] = [];
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    });
    const { form } = correct();
    fireEvent.click(form.getByText("告诉维护人员…"));
    fireEvent.change(form.getByLabelText("应该怎样读（可以不填）"), { target: { value: "不足100卷也扣" } });
    const report = (form.getByLabelText("要交给维护人员的文字") as HTMLTextAreaElement).value;
    fireEvent.click(form.getByText("复制"));
    await pause(10);
    expect(copied).toEqual([report]);
    expect(report).toMatch(/应读作：不足100卷也扣/);
    expect(within(form.getByRole("group", { name: "告诉维护人员" })).getByRole("status").textContent).toMatch(
      /^已复制/,
    );
  });
});

test("what was decided about criteria stands in one place, each with a way back", async () => {
  const clerk = await show([FORM, "F11", "850卷"]);
  expect(screen.queryByText(/^本工作簿选定的理解和更正/)).toBeNull();
  const decided = (settings: Settings): Settings =>
    correctReading(
      correctReading(
        chooseConvention(settings, "steps", "exact"),
        "完成1000卷得满分，每少100卷扣2分，扣完为止",
        { kind: "judgement" },
        "2025-02-28",
      ),
      "从前的一句话得10分",
      { kind: "text", text: "完成得10分" },
      "2024-02-28",
    );
  await act(() => clerk.session.changeSettings(decided, false));
  fireEvent.click(screen.getByText("本工作簿选定的理解和更正 3 条"));
  const items = (): string[] =>
    [...screen.getByLabelText("选定的理解和更正").querySelectorAll("li")].map((item) => item.textContent ?? "");
  expect(items()).toEqual([
    "不足一个单位的按实际比例扣恢复通常的理解",
    "“完成1000卷得满分，每少100卷扣2分，扣完为止”：由人判断2025-02-28 更正，1 条指标写着这句话。取消更正",
    "“从前的一句话得10分”：读作“完成得10分”2024-02-28 更正，现在没有指标写着这句话。取消更正",
  ]);
  fireEvent.click(screen.getByText("恢复通常的理解"));
  await until(() => items().length === 2);
  fireEvent.click(screen.getAllByText("取消更正")[1]!);
  await until(() => items().length === 1);
  expect(clerk.state().settings).toMatchObject({ conventions: {}, corrections: [{ reading: { kind: "judgement" } }] });
});

describe("a report where the page may save files", () => {
  const REPORT = "预算核对：评分标准读错了\n";
  const picker = (write: (text: string) => void, refusal?: Error): void => {
    Object.assign(window, {
      showSaveFilePicker: ({ suggestedName }: { suggestedName: string }) =>
        refusal
          ? Promise.reject(refusal)
          : Promise.resolve({
              createWritable: () =>
                Promise.resolve({
                  write: (text: string) => Promise.resolve(write(`${suggestedName}：${text}`)),
                  close: () => Promise.resolve(write("closed")),
                }),
            }),
    });
  };
  const downloads = (): string[] => {
    const names: string[] = [];
    Object.assign(URL, {
      createObjectURL: () => "blob:report",
      revokeObjectURL: (url: string) => void names.push(`${url} freed`),
    });
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      names.push(`${this.download} ${this.href}`);
    });
    return names;
  };
  afterEach(() => {
    delete (window as { showSaveFilePicker?: unknown }).showSaveFilePicker;
    jest.restoreAllMocks();
  });

  test("goes into a file of the person's own choosing", async () => {
    const written: string[] = [];
    picker((text) => written.push(text));
    expect(await saveText(REPORT, "评分标准读错了.txt")).toBe("saved");
    expect(written).toEqual([`评分标准读错了.txt：${REPORT}`, "closed"]);
  });

  test("goes nowhere where the person chooses none", async () => {
    const names = downloads();
    picker(() => undefined, new DOMException("closed", "AbortError"));
    expect([await saveText(REPORT, "评分标准读错了.txt"), names]).toEqual(["cancelled", []]);
  });

  test("goes among the downloads where the browser does not ask, or cannot", async () => {
    const names = downloads();
    expect(await saveText(REPORT, "评分标准读错了.txt")).toBe("saved");
    picker(() => undefined, new DOMException("frame", "SecurityError"));
    expect(await saveText(REPORT, "评分标准读错了.txt")).toBe("saved");
    expect(names).toEqual([
      "评分标准读错了.txt blob:report",
      "blob:report freed",
      "评分标准读错了.txt blob:report",
      "blob:report freed",
    ]);
  });
});

test("the clauses that were applied stand out, faults are underlined, no letter is lost", () => {
  const criterion = "满意度 90%以上得 10分，80%-90%得8分。";
  const pieces = markCriterion(
    criterion,
    [{ start: 15, end: 24 }],
    [
      {
        code: "criterion-gap",
        severity: "explain",
        message: "80%以下没有写",
        span: { start: 0, end: 3 },
        points: null,
      },
      {
        code: "criterion-overlap",
        severity: "explain",
        message: "90% 归哪一档没有写",
        span: { start: 19, end: 24 },
        points: null,
      },
    ],
  );
  expect(pieces.map(({ text }) => text).join("")).toBe(criterion);
  expect(pieces.filter(({ kind }) => kind !== "plain")).toEqual([
    { text: "满意度", kind: "doubtful", note: "80%以下没有写" },
    { text: "80%-90%得8", kind: "applied" },
  ]);
});

test("several clauses can apply at once, each where it stands in the text as written", async () => {
  await show([FORM, "F11", "850卷"]);
  const marks = [...open("整理档案卷数").querySelectorAll("mark")].map((mark) => mark.textContent);
  expect(marks).toEqual(["每少100卷扣2分，扣完为止"]);
});
