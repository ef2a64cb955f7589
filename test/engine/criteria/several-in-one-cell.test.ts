import { score } from "../../../src/engine/criteria";

interface Indicator {
  readonly target: string;
  readonly unit?: string;
  readonly type?: string;
  readonly points?: string;
  readonly indicator?: string;
}

/** The score, or how it came to none. */
function given(criterion: string, actual: string, indicator: Indicator): string {
  const result = score({ criterion, actual, unit: "", type: "", points: "10", indicator: "", ...indicator });
  return result.status === "scored" ? String(result.score) : result.status;
}

describe("一句话里几个指标各有满分", () => {
  test("单元格逐个写明的，各算各的再相加", () => {
    const works = { target: "开工率100%，完工率100%，投资完成率100%", indicator: "水利项目建设进度" };
    const three = "项目开工率达到100%得3分，完工率达到100%得4分，投资完成率达到100%得3分";
    expect(given(three, "开工率100%，完工率92%，投资完成率100%", works)).toBe("6");

    const data = { target: "接入部门≥35个，归集数据≥1亿条", indicator: "数据共享平台建设" };
    const two = "接入部门≥35个，得5分，每少1个扣0.5分；归集数据≥1亿条，得5分，每少1000万条扣0.5分";
    expect(given(two, "接入部门33个，归集数据9000万条", data)).toBe("8.5");
  });

  test("数量和比率同名的，按单位分清", () => {
    const courses = { target: "5期，合格率95%", indicator: "培训" };
    const criterion = "培训不少于5期得5分，每少1期扣1分；培训合格率不低于95%得5分，每低1个百分点扣0.5分";
    expect(given(criterion, "培训4期，合格率93%", courses)).toBe("8");
  });

  test("用文字写的也一样", () => {
    const system = { target: "如期、合格、不超支", indicator: "系统升级改造" };
    const criterion = "如期完成得3分，质量合格得4分，成本不超支得3分";
    expect(given(criterion, "如期完成，质量合格，成本超支2万元", system)).toBe("7");
    expect(given(criterion, "如期完成、质量合格、成本未超支", system)).toBe("10");
  });

  test("只写了其中一个的，问人", () => {
    const data = { target: "接入部门≥35个，归集数据≥1亿条", indicator: "数据共享平台建设" };
    const two = "接入部门≥35个，得5分，每少1个扣0.5分；归集数据≥1亿条，得5分，每少1000万条扣0.5分";
    expect(given(two, "接入部门33个", data)).toBe("needs-judgement");
  });

  test("各级各得几分的，按写明的篇数相加，不超过封顶", () => {
    const reports = { target: "8篇", unit: "篇", type: "≥", indicator: "宣传报道篇数" };
    const criterion = "宣传报道市级媒体每篇1分，省级媒体每篇2分，国家级每篇5分，累计不超10分";
    expect(given(criterion, "市级4篇，省级2篇", reports)).toBe("8");
    expect(given(criterion, "市级3篇、省级2篇、国家级1篇", reports)).toBe("10");
    expect(given(criterion, "8篇", reports)).toBe("needs-judgement");
  });
});

describe("数后面还写了别的", () => {
  test("说明没有发生的，不再问", () => {
    const subsidy = { target: "100%", unit: "%", type: "=", indicator: "补贴兑付率" };
    const criterion = "全部兑付得10分，兑付率每低1个百分点扣1分，存在截留挪用的不得分";
    expect(given(criterion, "97%，无截留挪用", subsidy)).toBe("7");
    expect(given(criterion, "97%，存在截留挪用", subsidy)).toBe("0");
    expect(given(criterion, "97%", subsidy)).toBe("needs-judgement");
  });

  test("其中几个不符合的，按几个扣", () => {
    const firms = { target: "≥50家", unit: "家", type: "≥", indicator: "支持企业数" };
    const criterion = "支持企业数≥50家，得10分；每少1家扣0.25分；如支持对象不符合条件，发现1家扣1分";
    expect(given(criterion, "46家，均符合条件", firms)).toBe("9");
    expect(given(criterion, "50家，其中2家不符合条件", firms)).toBe("8");
  });

  test("另一个比率写在后面的，照那个比率判断", () => {
    const tests = { target: "≥800批次", unit: "批次", type: "≥", points: "8", indicator: "农产品抽检批次" };
    const criterion = "每少检测1批次扣0.02分，检测合格率低于98%的另扣2分";
    expect(given(criterion, "750批次，合格率99.1%", tests)).toBe("7");
    expect(given(criterion, "800批次，合格率97.5%", tests)).toBe("6");
    expect(given(criterion, "750批次", tests)).toBe("needs-judgement");
  });

  test("几样都要做到的，缺一样就不得分", () => {
    const toilets = { target: "≥300座", unit: "座", type: "≥", indicator: "厕所改造数" };
    const criterion = "实际完成数大于等于计划数且全部通过验收的得满分，有一项不满足得0分";
    expect(given(criterion, "310座，全部通过验收", toilets)).toBe("10");
    expect(given(criterion, "310座，其中2座未通过验收", toilets)).toBe("0");
  });

  test("标准没有说到的，不当作数", () => {
    const firms = { target: "≥50家", unit: "家", type: "≥", indicator: "支持企业数" };
    expect(given("支持企业数≥50家，得10分；每少1家扣0.25分", "50家，其中2家已注销", firms)).toBe("incomplete");
  });
});

describe("没有直接写比率的", () => {
  test("全覆盖、全部合格就是 100%，基本的不是", () => {
    const rate = { target: "100%", unit: "%", type: "=", points: "5" };
    const covered = { ...rate, indicator: "药店检查覆盖率" };
    expect(given("检查覆盖率每低10%扣1分", "全覆盖", covered)).toBe("5");
    expect(given("检查覆盖率每低10%扣1分", "基本全覆盖", covered)).toBe("incomplete");
    const passed = { ...rate, indicator: "项目验收合格率" };
    expect(given("验收合格率100%得满分，每低1个百分点扣1分", "全部合格", passed)).toBe("5");
  });

  test("多少件中办结多少件，就是办结率；退回的不算", () => {
    const letters = { target: "100%", unit: "%", type: "=", points: "6", indicator: "信访件办结率" };
    const criterion = "办结率达到100%的得满分，未达到的按办结率计分";
    expect(given(criterion, "60件中办结57件", letters)).toBe("5.7");
    expect(given(criterion, "60件中退回3件", letters)).toBe("incomplete");
  });

  test("参训率是参训人数的完成率", () => {
    const teachers = { target: "50名", unit: "名", type: "≥", points: "6", indicator: "骨干教师参训人数" };
    const criterion = "每有1名教师未参训，扣0.3分；参训率不足80%，全扣";
    expect(["46名", "39名"].map((actual) => given(criterion, actual, teachers))).toEqual(["4.8", "0"]);
  });
});

test("每月几日前发放的，写每月几日发放就知道晚了几天", () => {
  const grants = { target: "每月10日前", points: "5", indicator: "低保金发放时间" };
  const criterion = "低保金于每月10日前发放得满分，每晚1天扣0.5分";
  expect(["每月8日发放", "每月14日发放"].map((actual) => given(criterion, actual, grants))).toEqual(["5", "3"]);
});

test("负增长、零增长、正增长看变化的正负", () => {
  const change = { target: "<0", unit: "%", type: "<", points: "6", indicator: "化肥使用量增长率" };
  const criterion = "化肥使用量实现负增长得满分，零增长得4分，正增长不得分";
  expect(["-1.5%", "0%", "0.8%"].map((actual) => given(criterion, actual, change))).toEqual(["6", "4", "0"]);
});

test("缺1项、缺2项、缺3项各扣多少，写明缺几项的照扣", () => {
  const files = { target: "资料齐全", points: "5", indicator: "项目档案资料完整性" };
  const criterion = "缺1项扣1分，缺2项扣3分，缺3项及以上不得分";
  const cells = ["缺2项", "缺4项", "齐全"];
  expect(cells.map((actual) => given(criterion, actual, files))).toEqual(["2", "0", "5"]);
});

test("列出的几样里出了一样，就是出了", () => {
  const flood = { target: "安全度汛", indicator: "安全度汛" };
  const criterion = "汛期安全度汛得10分，出现溃坝、漫堤等险情的0分";
  expect(["出现漫堤险情", "安全度汛"].map((actual) => given(criterion, actual, flood))).toEqual(["0", "10"]);
});

test("一起没有发生，也就没有造成影响", () => {
  const police = { target: "0起", unit: "起", type: "=", points: "6", indicator: "民警违纪事件" };
  const criterion = "每发生一起民警违纪事件扣2分，造成恶劣影响的，本项不得分";
  expect(["0起", "1起"].map((actual) => given(criterion, actual, police))).toEqual(["6", "needs-judgement"]);
});
