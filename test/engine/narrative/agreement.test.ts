import { checkText, findingsIn } from "./check-text";
import { passagesThatAgree, textsThatAgree } from "./texts-of-cities";

describe("a text that agrees with its tables", () => {
  test.each(Object.entries(textsThatAgree))("gives no finding: %s", (_, paragraphs) => {
    expect(findingsIn(paragraphs)).toEqual([]);
    expect(checkText(paragraphs).passed).toBeGreaterThan(30);
  });

  test.each(Object.entries(passagesThatAgree))("gives no finding, and most of it is checked: %s", (_, paragraphs) => {
    expect(findingsIn(paragraphs)).toEqual([]);
    expect(checkText(paragraphs).passed).toBeGreaterThan(14);
  });

  test("gives no finding for figures that are about something else", () => {
    expect(
      findingsIn([
        "收入预算：2023年收入预算5440.80万元，2024年收入预算5320.40万元，减少120.40万元，下降2.21%。",
        "一般公共预算拨款收入5000.40万元（含上年结转200万元）。",
        "财政拨款支出5300.40万元，其中基本支出3100.25万元，项目支出2200.15万元。",
        "一般公共预算拨款收入4800.40万元，占本年收入的93.75%。",
        "收入预算5320.40万元，其中：局机关3000万元（一般公共预算拨款2800万元，其他收入200万元），江城市水文站2320.40万元。",
        "2024年项目支出2220.15万元，其中：一般公共预算拨款1900.15万元，政府性基金300万元，单位资金20万元。水文设施更新，预算100万元。",
        "公用经费350.05万元，其中：办公费10万元、会议费6万元、培训费12.4万元、公务接待费1.5万元。",
        "会议费8万元，其中：基本支出6万元，项目支出2万元。",
        "政府采购预算1250.60万元，其中：货物50.60万元，工程900万元，服务300万元；其中面向中小企业预留800万元。",
        "公务接待费、因公出国（境）费分别为3.50万元、5万元。",
        "公务用车9辆，其中：机要通信用车0辆，执法执勤用车7辆，其他用车2辆；报废1辆。",
        "会议费、培训费合计23万元。",
        "农村饮水安全工程1000万元，其中：甲县400万元，其中设备100万元，乙县0万元，丙县600万元。",
        "2024年部门预算收入较2023年执行数5400万元减少79.60万元。",
        "水利工程运行与维护支出中一般公共预算安排1900.15万元。",
        "本级收入预算3000万元，支出预算3000万元。",
        "所属江城市水文站2024年基本支出200万元，项目支出50万元。",
        "主要原因：一是压减项目支出150万元；二是上年基本支出3200.25万元。",
      ]),
    ).toEqual([]);
  });

  test("gives no finding for a text of another year or another body", () => {
    const lastYears = ["2023年收入预算5440.80万元，其中：一般公共预算拨款收入4980.40万元。"];
    expect(findingsIn(lastYears)).toEqual([]);
    expect(findingsIn(["所属江城市水文站收入预算250万元，支出预算250万元，机关运行经费30万元。"])).toEqual([]);
  });
});
