/** A criterion that was misread is put right once, for every row that has the sentence, and taken back as easily. */
import * as fc from "fast-check";
import { criterionKey, scoreInPractice } from "../../../src/engine/criteria";
import {
  DEFAULT_SETTINGS,
  activeRules,
  correctReading,
  correctionOf,
  isDefault,
  practiceOf,
  withdrawCorrection,
} from "../../../src/engine/settings";
import type { Settings } from "../../../src/engine/settings";
import { catalogue } from "../../../src/catalogue";

const WRITTEN = "完成1000卷得满分，每少100卷扣2分，扣完为止";
const settings: Settings = { ...DEFAULT_SETTINGS, person: "张三" };
const corrected = correctReading(
  settings,
  WRITTEN,
  { kind: "text", text: "完成1000卷得满分，每少50卷扣2分，扣完为止" },
  "2025-02-28",
);
const given = { criterion: WRITTEN, target: "≥1000卷", actual: "850卷", points: 20, indicator: "整理档案卷数" };

test("it is signed and dated, and holds for every spelling of the sentence", () => {
  expect(correctionOf(corrected, "完成１０００卷得满分, 每少100卷扣2分，\n扣完为止。")).toMatchObject({
    by: "张三",
    on: "2025-02-28",
    reading: { kind: "text" },
  });
  expect(correctionOf(corrected, "完成1000卷得满分，每少100卷扣1分，扣完为止")).toBeNull();
});

test("all scoring follows it, and says so", () => {
  expect(scoreInPractice(given, practiceOf(settings)).result.score).toBe(18);
  const { result, criterion } = scoreInPractice(given, practiceOf(corrected));
  expect([result.score, criterion]).toEqual([14, "完成1000卷得满分，每少50卷扣2分，扣完为止"]);
  expect(result.reading).toMatch(/^读作：.*（已更正）$/);
  expect(result.assumptions[0]).toBe("读法已更正，按“完成1000卷得满分，每少50卷扣2分，扣完为止”计分");
});

test("another understanding can be chosen for one sentence alone", () => {
  const alone = practiceOf(
    correctReading(settings, WRITTEN, { kind: "conventions", conventions: { steps: "exact" } }, "2025-02-28"),
  );
  expect(scoreInPractice(given, alone).result).toMatchObject({
    score: 17,
    assumptions: expect.arrayContaining(["读法已更正，这条评分标准按单独选定的理解计分"]),
  });
  expect(
    scoreInPractice({ ...given, criterion: "完成1000卷得满分，每少100卷扣4分，扣完为止" }, alone).result.score,
  ).toBe(16);
});

test("a sentence can be left to a person: three grades with points; what is missing is asked for first", () => {
  const judged = practiceOf(correctReading(settings, WRITTEN, { kind: "judgement" }, "2025-02-28"));
  expect(scoreInPractice(given, judged).result).toMatchObject({
    status: "needs-judgement",
    score: null,
    reading: "读作：由人判断（已更正）",
    choices: [
      { min: 16, max: 20 },
      { min: 12, max: 16 },
      { min: 0, max: 12 },
    ],
  });
  expect(scoreInPractice({ ...given, actual: "" }, judged).result).toMatchObject({
    status: "incomplete",
    question: "缺实际完成值，请补充",
  });
  expect(scoreInPractice({ ...given, points: "" }, judged).result).toMatchObject({
    status: "incomplete",
    question: "缺分值，请补充",
  });
});

test("the last word counts, and taking it back leaves no trace", () => {
  const again = correctReading(corrected, `${WRITTEN}。`, { kind: "judgement" }, "2025-03-01");
  expect(again.corrections.map(({ reading }) => reading.kind)).toEqual(["judgement"]);
  expect(isDefault({ ...withdrawCorrection(again, WRITTEN), person: "" })).toBe(true);
});

test("a blank criterion is no sentence that could be read otherwise", () => {
  for (const blank of ["", " ", "/", "—", "无", "。"])
    expect([criterionKey(blank), correctReading(settings, blank, { kind: "judgement" }, "2025-02-28")]).toEqual([
      null,
      settings,
    ]);
});

test("whatever the sentence, its correction is found again by it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (criterion) => {
      const kept = correctReading(settings, criterion, { kind: "judgement" }, "2025-02-28");
      expect(correctionOf(kept, criterion) === null).toBe(criterionKey(criterion) === null);
    }),
  );
});

test("the rules that lean on criteria are told, the others stay as they are", () => {
  const told = activeRules(catalogue.rules, corrected).filter(
    (rule, at) => rule.parameters !== catalogue.rules[at]!.parameters,
  );
  expect(new Set(told.map(({ check }) => check))).toEqual(new Set(["criterion-in-order", "score-by-criterion"]));
  expect(activeRules(catalogue.rules, settings)).toEqual(catalogue.rules);
});
