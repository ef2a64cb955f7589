import fc from "fast-check";
import { briefTitle, widthOf } from "../../src/pane/views/check/brief-title";

/** Two lines of a folded row at 320 pixels. */
const ROOM = 32;

test("a title that fits is shown as it is", () => {
  expect(briefTitle("整体绩效目标表“市财政局”分值合计 56，应为 90", ROOM)).toBe(
    "整体绩效目标表“市财政局”分值合计 56，应为 90",
  );
});

test.each([
  [
    "the table's name gives way to what is wrong: the sheet is named below",
    "项目绩效目标表“工业和信息化工作经费”有 2 条指标没有填分值：“活动开展及时率”、“促进经济增长”",
    "“工业和信息化工作经费”有 2 条指标没有填分值",
  ],
  [
    "a long name is cut in its middle, its code is not",
    "一般公共预算支出表“2080505 机关事业单位基本养老保险缴费支出”基本支出应为 66.52 万元，写成了 65.62（数字对调）",
    "“2080505…费支出”基本支出应为 66.52 万元，写成了 65.62",
  ],
  [
    "a remark that closes a title goes before the amount does",
    "“三公”经费表“示例市档案馆”公务用车运行维护费应为 4.50 万元，写成了 45,000.00（小数点或单位错）",
    "“示例市档案馆”公务用车运行维护费应为 4.50 万元，写成了 45,000.00",
  ],
  [
    "an amount in a quoted sentence is whole or not there",
    "说明中“2026年本部门项目支出预算数368.00万元”与一般公共预算支出表“合计”项目支出 386.00万元不一致",
    "说明中“2026…368.00万元”与一般公共预算支出表“合计”项目支出 386.00万元不一致",
  ],
  [
    "of a group it stays said how many places it has",
    "项目绩效目标表“2025年离退休人员工作经费”有 2 条指标没有填分值：“退休活动”、“退休慰问”（同样的共 12 处）",
    "“2025年…工作经费”有 2 条指标没有填分值（同样的共 12 处）",
  ],
])("%s", (_, title, brief) => {
  expect(briefTitle(title, ROOM)).toBe(brief);
});

test("whatever the title, cutting never makes it longer nor changes a number in it", () => {
  const piece = fc.constantFrom(
    "“",
    "”",
    "、",
    "：",
    "表",
    "等",
    "预算支出",
    "1,234.56",
    "2025",
    "年",
    "差",
    "98%",
    "‘",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 10, max: 60 }), (pieces, room) => {
      const title = pieces.join("");
      const brief = briefTitle(title, room);
      expect(widthOf(brief)).toBeLessThanOrEqual(widthOf(title));
      const numbers = new Set(title.match(/[\d.,]*\d%?/g));
      expect((brief.match(/[\d.,]*\d%?/g) ?? []).filter((number) => !numbers.has(number))).toEqual([]);
    }),
  );
});
