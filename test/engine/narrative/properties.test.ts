import fc from "fast-check";
import { checkText, verdictsIn } from "./check-text";
import { textsThatAgree } from "./texts-of-cities";

/** Sentences that say themselves what they are about; the second half is wrong. */
const sentences: readonly string[] = [
  "江城市水务局2024年收入预算5320.40万元，其中：一般公共预算拨款收入4800.40万元、政府性基金预算拨款收入300.00万元、其他收入20.00万元、上年结转200.00万元。",
  "2024年支出预算5320.40万元，其中：基本支出3100.25万元，占58.27%；项目支出2220.15万元，占41.73%。",
  "2024年“三公”经费预算36.50万元，比上年减少3.50万元，下降8.75%。",
  "2024年农林水支出（类）水利（款）行政运行（项）2680.15万元。",
  "共有车辆9辆，其中：机要通信用车1辆、应急保障用车3辆、特种专业技术用车5辆。",
  "2024年财政拨款收支总预算5300.40万元。",
  "江城市水务局2024年一般公共预算支出5001.40万元，较上年增加100.40万元，增长2.05%。",
  "2024年公务接待费3.05万元，比上年减少1.50万元，下降30.00%。",
  "2024年政府采购预算1250.60万元，其中：货物50.60万元、工程900.00万元、服务330.00万元。",
  "2024年农林水支出（类）水利（款）水利工程运行与维护（项）1990.15万元。",
];

/** Verdicts by the number's words, whatever their order. */
const sortedVerdicts = (paragraphs: readonly string[]): string[] => verdictsIn(paragraphs).sort();
const amount = /(\d+(?:\.\d+)?)万元/g;

/** Verdicts without the words, which the way of writing changes. */
const plainVerdicts = (paragraphs: readonly string[]): string[] =>
  checkText(paragraphs).numbers.map(({ verdict }) => verdict);

const inYuan = (text: string): string =>
  text.replace(amount, (_, value: string) => {
    const [whole, decimals = ""] = value.split(".");
    return `${Number(`${whole}${decimals.padEnd(4, "0")}`)}元`;
  });
const withThousands = (text: string): string =>
  text.replace(amount, (_, value: string) => `${value.replace(/\B(?=(?:\d{3})+(?:\.|$))/g, ",")}万元`);
const fullWidth = (text: string): string =>
  text.replace(/[\d.%()]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

describe("the way in which a text is written changes no verdict", () => {
  test("the order of its sentences", () => {
    const verdicts = sortedVerdicts(sentences);
    fc.assert(
      fc.property(fc.shuffledSubarray([...sentences], { minLength: sentences.length }), (shuffled) => {
        expect(sortedVerdicts(shuffled)).toEqual(verdicts);
      }),
      { numRuns: 12, seed: 13 },
    );
  });

  const all: readonly (readonly [string, readonly string[]])[] = [
    ["sentences right and wrong", sentences],
    ...Object.entries(textsThatAgree),
  ];

  test.each(all)("元 for 万元: %s", (_, paragraphs) => {
    expect(plainVerdicts(paragraphs.map(inYuan))).toEqual(plainVerdicts(paragraphs));
  });

  test.each(all)("thousands separators: %s", (_, paragraphs) => {
    expect(plainVerdicts(paragraphs.map(withThousands))).toEqual(plainVerdicts(paragraphs));
  });

  test.each(all)("full-width figures: %s", (_, paragraphs) => {
    expect(plainVerdicts(paragraphs.map(fullWidth))).toEqual(plainVerdicts(paragraphs));
  });
});

/** Clauses that mean something and that no text at hand has. */
const foreign: readonly string[] = [
  "扣除跨区协作部分",
  "按属地原则折算后",
  "不含与高校共建的平台",
  "经第三方测算核减",
  "除另有批复外",
  "以滚动方式安排",
];

describe("a clause that nobody foresaw", () => {
  const places = sentences.slice(6).flatMap((sentence) =>
    [...sentence.matchAll(/[，；]/g)].flatMap(({ index }) =>
      foreign.map((clause) => ({
        plain: sentence,
        inserted: `${sentence.slice(0, index)}，${clause}${sentence.slice(index)}`,
      })),
    ),
  );

  test("never turns a figure that is contradicted into one that agrees", () => {
    const contradicted = (text: string): string[] =>
      verdictsIn([text])
        .filter((one) => one.endsWith(" contradicted"))
        .map((one) => one.replace(/ .*/, ""));
    for (const { plain, inserted } of places) {
      const wrong = contradicted(plain);
      const agreed = verdictsIn([inserted]).filter((one) => wrong.some((words) => one === `${words} agreed`));
      expect([inserted, agreed]).toEqual([inserted, []]);
    }
    expect(places.length).toBeGreaterThanOrEqual(30);
  });
});
