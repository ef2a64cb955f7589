/** Phrases put together into statements: whose condition is whose, which step has which deduction, what limits it. */

import type { Span } from "../source-text";
import type { Condition, CriterionTree, Limit, Outcome, Statement, Step, Subject } from "../tree";
import { Exact } from "../values";
import type { RangePart } from "./condition";
import { readPhrases } from "./phrases";
import type { Phrase } from "./phrases";
import { nounAround, remark, shareOfTarget, subjectOf, turnsRound } from "./subject";
import type { StepPart } from "./step";
import type { LimitPart } from "./outcome";
import { MISHAP } from "../lexicon";
import { unitOf } from "../units";
import { hidesRule, saysHow, unheard, worksOut } from "./coverage";
import {
  changesTogether,
  completedMeetsTarget,
  deniedIsNone,
  disordered,
  dropHeadings,
  eachEarns,
  oneRate,
  twiceFull,
} from "./settle";
import { beyondSteps, clashing, complement, inPercent, inverse, requires, wayBefore } from "./ways";

type Bare<S> = S extends Statement ? Omit<S, "span"> : never;

/** Words that are part of no rule unless they look like one. */
const RULE_LIKE = /扣\d|扣[一二三四五六七八九十]|\d分|得分(?!情况|率)|类推|每.{1,8}扣|[\d.]+%|酌情|否决|满分/u;

const COUNTED = /^(.+?)(?:一|1)(次|项|个|例|处|起|家|人|条|份|件|户|台|笔|名|宗|间|辆|人次|批次|篇|页|天)$/u;

/** Everything that is waiting for a consequence. */
class Assembly {
  constructor(private readonly text: string) {}

  readonly statements: Statement[] = [];
  private conditions: Condition[] = [];
  private clause = "";
  private earlier: string[] = [];
  private conjoined = false;
  private conditional = false;
  private otherwise = false;
  private step: { part: StepPart; startedCounts: boolean; span: Span } | null = null;
  private subject: Subject | null = null;
  private limit: Limit | null = null;
  private either: Condition[] = [];
  private from = -1;

  take(phrase: Phrase): void {
    if (this.from < 0 && phrase.kind !== "stop") this.from = phrase.span.start;
    switch (phrase.kind) {
      case "words":
        this.clause += phrase.text;
        return;
      case "stop":
        this.stop(phrase.strong, phrase.span);
        return;
      case "and":
        this.join();
        return;
      case "if":
        this.pass(this.clause, phrase.span);
        this.conditional = true;
        this.clause = "";
        return;
      case "otherwise":
        this.otherwise = true;
        return;
      case "range":
        this.range(phrase.part, null, phrase.span);
        return;
      case "rank":
        this.range(phrase.part, "rank", phrase.span);
        return;
      case "grade":
        this.pass(this.clause, phrase.span);
        if (this.conditions.length === 0 && !this.conditional)
          this.conditions.push({ kind: "grade", grades: phrase.grades, orBetter: phrase.orBetter });
        this.clause = "";
        return;
      case "date":
        this.pass(this.clause.replace(/未(?:能)?|没有?|不能/u, ""), phrase.span);
        this.conditions.push({
          kind: "date",
          date: phrase.date,
          side: /未|没有|不能/u.test(this.clause) && phrase.side === "by" ? "after" : phrase.side,
        });
        this.clause = "";
        return;
      case "dates":
        this.pass(this.clause, phrase.span);
        this.conditions.push(
          { kind: "date", date: phrase.after, side: "after" },
          { kind: "date", date: phrase.by, side: "by" },
        );
        this.clause = "";
        return;
      case "step":
        this.openStep(phrase.part, phrase.span);
        return;
      case "started-counts":
        this.markStarted();
        return;
      case "outcome":
        this.close(phrase.outcome, phrase.span);
        return;
      case "formula":
        this.close({ kind: "formula", expression: phrase.expression }, phrase.span);
        return;
      case "limit":
        this.bound(phrase.part);
        return;
      case "total":
        // "新增30个及以上，计满分7分" gives marks; only without a condition in front is it a heading.
        if (this.conditions.length > 0) this.close({ kind: "full", named: phrase.points }, phrase.span);
        else this.add({ kind: "total", points: phrase.points }, phrase.span);
        return;
      case "three-grades":
        this.add({ kind: "three-grades", middle: phrase.middle, lower: phrase.lower }, phrase.span);
        return;
    }
  }

  finish(end: number): CriterionTree {
    if (this.step !== null) this.unread("每…", this.step.span);
    else if (this.conditions.length > 0 && this.statements.some((s) => s.kind === "arm" || s.kind === "step"))
      this.unread("…", { start: Math.max(0, this.from), end });
    else this.leave({ start: Math.max(0, this.from), end });
    const twice = twiceFull(this.statements) ?? disordered(this.statements);
    if (twice !== null) this.unread(this.text.slice(twice.span.start, twice.span.end), twice.span);
    return {
      statements: deniedIsNone(
        changesTogether(oneRate(completedMeetsTarget(dropHeadings(eachEarns(this.statements, this.text))))),
        this.text,
      ),
    };
  }

  private add(statement: Bare<Statement>, span: Span): void {
    this.statements.push({ ...statement, span } as Statement);
    this.conditions = [];
    this.clause = "";
    this.earlier = [];
    this.conjoined = false;
    this.conditional = false;
    this.otherwise = false;
    this.from = -1;
  }

  private unread(text: string, span: Span): void {
    this.statements.push({ kind: "unread", text, span });
  }

  /** Words that no part of the tree will stand for: those that could change the result must not be lost. */
  private pass(words: string, next: Span): void {
    if (unheard(words)) this.unread(words, { start: Math.max(0, this.from), end: next.start });
  }

  private leave(span: Span): void {
    const left = [...this.earlier, this.clause].join(",");
    if (RULE_LIKE.test(left)) this.unread(left, span);
    this.earlier = [];
    this.clause = "";
  }

  private stop(strong: boolean, span: Span): void {
    if (this.clause !== "" && this.conditions.length === 0) this.earlier.push(this.clause);
    else if (this.clause.length > 6 && RULE_LIKE.test(this.clause))
      this.unread(this.clause, { start: Math.max(0, this.from), end: span.start });
    else if (this.conditions.length > 0 && this.step === null && (this.conjoined || unheard(this.clause)))
      this.also(this.clause);
    this.clause = "";
    if (strong && this.step === null && this.conditions.length === 0) {
      this.leave({ start: Math.max(0, this.from), end: span.start });
      this.conditional = false;
      this.otherwise = false;
      this.from = -1;
    }
  }

  private also(words: string): void {
    const extra = remark(words, false);
    if (extra !== null) this.conditions.push(extra);
  }

  private join(): void {
    // "制定并落实3项机制": two verbs of one thing.
    if (
      this.conditions.length === 0 &&
      /^(?:制定|建立|建成|组织|开展|编制|出台|修订|印发|设计|落实|实施)$/u.test(this.clause)
    ) {
      this.clause += "并";
      return;
    }
    const words = [...this.earlier, this.clause].join(",");
    const condition = this.conditions.length === 0 ? remark(words, false) : null;
    if (condition !== null) this.conditions.push(condition);
    this.earlier = [];
    this.clause = "";
    this.conjoined = true;
  }

  private range(given: RangePart, fixed: Subject | null, span: Span): void {
    // Between "每…" and what it costs no condition stands: what came before it was no step.
    if (this.step !== null) this.unread(this.text.slice(this.step.span.start, span.end), span);
    if (/^或者?$/u.test(this.clause) && this.conditions.length === 1 && this.conditions[0]!.kind === "range") {
      // "70%-90%或110%-130%得一半分": two bands with one consequence.
      this.either.push(this.conditions[0]!);
      this.conditions = [];
      this.clause = "";
    }
    if (/(?:率|度|比例)[、和与及][^,;。]{2,14}(?:率|度|比例)(?:均|都|分别)$/u.test(this.clause))
      this.unread(this.clause, span);
    // "24小时内响应率": part of the name of a rate.
    if (
      given.bare === null &&
      this.clause.length < 24 &&
      /^[\p{Script=Han}]{2,8}?(?:率|占比|比例)(?![,;。])/u.test(this.text.slice(span.end)) &&
      !/^(?:的|得|计|扣|按|且|但|时)/u.test(this.text.slice(span.end)) &&
      unitOf((given.low ?? given.high)?.at.unit ?? "").dimension !== "rate"
    ) {
      this.clause += this.text.slice(span.start, span.end);
      return;
    }
    const part =
      /实际[^,;。]{0,4}\/(?:目标|计划|指标)[^,;。]{0,3}$|完成率$/u.test(this.clause) ||
      (this.clause === "" && this.subject === "completion")
        ? inPercent(given)
        : given;
    // "1:3" is no number that could be compared.
    if (((part.low ?? part.high)?.at ?? part.bare)?.unit === "" && /^:\d/u.test(this.text.slice(span.end)))
      this.unread(this.text.slice(span.start, span.end + 3), span);
    // "每月开展1次": the number is for a month, not for the whole that the indicator counts; a verdict on the whole remains.
    if (
      /每(?:个|所|家|[百千万])?(?:季度?|月|周|年|半年|天|日|人|名|家|户|乡?镇|街道|社区|[县区乡村]|学校|园区|企业|单位)[^,;]{0,8}$/u.test(
        this.clause,
      )
    ) {
      this.clause += this.text.slice(span.start, span.end);
      return;
    }
    // "培训10次、参训500人以上得满分" asks two things: the one that is not compared here must not be lost.
    if (
      this.conditions.length === 0 &&
      /\d+(?:\.\d+)?(?:%|次|家|个|人|场|项|万元|件|份|户|名)[、和及与并]/u.test(this.clause)
    )
      this.conditions.push({ kind: "verdict", text: this.clause, holds: true });
    // "6月底执行率达到50%得5分": when it is measured is a condition of its own.
    if (/\d{1,2}月(?:份|底|末)?(?!度)|[一二三四]季度|上半年|下半年/u.test(this.clause) && this.conditions.length === 0)
      this.conditions.push({ kind: "verdict", text: this.clause, holds: true });
    const joinedVerdict = !this.conjoined && this.earlier.length > 0 && /且$|并$/u.test(this.earlier.join(""));
    const share = shareOfTarget(this.clause, part);
    if (share !== null) {
      this.clause = share.before;
      for (const said of this.clause.split(/[,但且而]/u).filter((w) => w !== "")) this.also(said);
      this.clause = "";
      this.earlier = [];
      this.subject = "completion";
      this.conditions.push({ kind: "range", subject: "completion", low: share.low, high: share.high });
      return;
    }
    const subject =
      fixed ??
      (part.ofTarget === true
        ? "completion"
        : (beyondSteps(this.statements, part, this.clause) ?? subjectOf(this.clause, part, this.subject)));
    this.subject = subject;
    const turned = turnsRound(this.clause);
    this.pass(nounAround(turned ? this.clause.replace(/未|没有?|不能|无法/u, "") : this.clause, subject), span);
    const condition: Condition =
      part.ofTarget === true
        ? { kind: "range", subject, low: part.low, high: part.high }
        : part.bare !== null
          ? turned
            ? {
                kind: "range",
                subject,
                low: null,
                high: { at: part.bare, inclusive: false, explicit: false, soft: false },
              }
            : { kind: "bare", subject, at: part.bare, explicit: part.explicit }
          : { kind: "range", subject, ...(turned ? inverse(part) : { low: part.low, high: part.high }) };
    if (joinedVerdict) {
      const first = remark(this.earlier.join(","), false);
      if (first !== null) this.conditions.push(first);
    }
    this.earlier = [];
    this.clause = "";
    const last = this.conditions.at(-1);
    if (this.conditions.length === 1 && last !== undefined && complement(last, condition)) {
      // "不低于85%，低于85%不得分": the first is what is asked for, and earns all.
      this.add(
        { kind: "arm", when: last, then: { kind: "full", named: null } },
        { start: Math.max(0, this.from), end: span.start },
      );
      this.conditions = [condition];
      this.from = span.start;
      return;
    }
    const merged =
      last?.kind === "range" && condition.kind === "range" && last.subject === condition.subject
        ? mergeRanges(last, condition)
        : null;
    if (merged !== null) this.conditions[this.conditions.length - 1] = merged;
    else this.conditions.push(condition);
  }

  private openStep(part: StepPart, span: Span): void {
    const way = part.direction === "event" && part.event === "" ? wayBefore(this.clause) : null;
    const standing =
      this.conditions.length === 0 && /^(?:.*,)?[^,]*每/u.test([...this.earlier, this.clause].join(","))
        ? remark([...this.earlier, this.clause].filter((w) => w !== "").join(","), false)
        : null;
    if (standing !== null && standing.kind === "verdict")
      this.add(
        { kind: "arm", when: standing, then: { kind: "full", named: null } },
        { start: Math.max(0, this.from), end: span.start },
      );
    // "任一项每低1个百分点": of several things, which the one figure does not tell apart.
    if (/任[一何]|各项|其中/u.test([...this.earlier, this.clause].join(","))) this.unread(this.clause, span);
    this.step = { part: way === null ? part : { ...part, direction: way }, startedCounts: false, span };
    this.clause = "";
  }

  private markStarted(): void {
    if (this.step !== null) {
      this.step = { ...this.step, startedCounts: true };
      return;
    }
    const last = this.statements.at(-1);
    if (last?.kind === "step") this.statements[this.statements.length - 1] = { ...last, startedCounts: true };
  }

  private close(outcome: Outcome, span: Span): void {
    const whole = { start: Math.max(0, this.from), end: span.end };
    if (this.step !== null) {
      this.closeStep(outcome, whole);
      return;
    }
    const counted =
      (outcome.kind === "minus" || outcome.kind === "minus-share") && this.conditions.length === 0 && !this.otherwise
        ? COUNTED.exec(this.clause)
        : null;
    if (counted !== null) {
      // "资料不全一处扣1分": one of something, without 每.
      this.step = {
        part: { direction: "event", step: { number: "1", unit: counted[2]! }, from: null, event: counted[1]! },
        startedCounts: false,
        span,
      };
      this.closeStep(outcome, whole);
      return;
    }
    const found = this.oneFound(outcome);
    if (found !== null) {
      this.conditions = [];
      this.step = { part: found, startedCounts: false, span };
      this.closeStep(outcome, whole);
      return;
    }
    if (
      outcome.kind === "full" &&
      outcome.named === null &&
      !/满|全|足/u.test(this.text.slice(span.start, span.end)) &&
      worksOut(this.clause)
    )
      this.unread(this.clause, whole);
    const condition = this.condition(outcome.kind === "formula");
    if (condition?.kind === "all" && clashing(condition.of))
      this.unread(this.text.slice(whole.start, whole.end), whole);
    if (
      condition?.kind === "verdict" &&
      (hidesRule(condition.text) ||
        (["points", "share"].includes(outcome.kind) &&
          /每(?:个)?(?:季度?|月|年|半年|次|项|家|周)/u.test(condition.text)))
    ) {
      this.unread(condition.text, whole);
      this.add({ kind: "arm", when: condition, then: { kind: "discretion" } }, whole);
      this.statements.pop();
      return;
    }
    const previous = this.statements.at(-1);
    if (
      outcome.kind === "formula" &&
      condition === null &&
      previous?.kind === "arm" &&
      previous.then.kind === "proportion"
    ) {
      this.statements.pop();
      this.add({ kind: "arm", when: previous.when, then: outcome }, { start: previous.span.start, end: span.end });
      return;
    }
    const others = this.either.splice(0);
    for (const when of others) this.add({ kind: "arm", when, then: outcome }, whole);
    this.add({ kind: "arm", when: condition ?? { kind: "all", of: [] }, then: outcome }, whole);
  }

  /** "现场检查发现1处台账不完整扣0.5分": one of what was found, without 每. */
  private oneFound(outcome: Outcome): StepPart | null {
    const [only] = this.conditions;
    if (
      !["minus", "minus-share"].includes(outcome.kind) ||
      this.conditions.length !== 1 ||
      this.otherwise ||
      only?.kind !== "bare" ||
      only.subject !== "value" ||
      only.at.number !== "1" ||
      unitOf(only.at.unit).dimension !== "count"
    )
      return null;
    const before = this.text.slice(Math.max(0, this.from), this.text.indexOf(this.clause, Math.max(0, this.from)));
    return this.clause !== "" && /(?:发现|查出|出现|发生|存在)\d|(?:发现|查出|出现|发生|存在)一/u.test(before)
      ? { direction: "event", step: only.at, from: null, event: this.clause }
      : null;
  }

  private condition(formula: boolean): Condition | null {
    const words = this.clause;
    if (this.conditions.length > 0) {
      const extra = words.length > 6 || this.conjoined || unheard(words) ? remark(words, this.conditional) : null;
      const all = extra === null ? this.conditions : [...this.conditions, extra];
      return all.length === 1 ? all[0]! : { kind: "all", of: all };
    }
    // "是否制定预案,是得2分": the question in front is answered, not asked again.
    const answers =
      /^(?:是|否|有|无|属于|不属于)$/u.test(words) && /^.{0,6}(?:是否|有无)/u.test(this.earlier.at(-1) ?? "");
    const text = answers ? words : [...this.earlier, words].filter((w) => w !== "").join(",");
    if (this.otherwise) {
      if (saysHow(text)) this.unread(text, { start: Math.max(0, this.from), end: this.from + text.length });
      return { kind: "otherwise" };
    }
    const said = remark(text, this.conditional, this.subject);
    if (said?.kind === "range") this.subject = said.subject;
    // "服务对象满意度得分=…": before a formula only a word about the target is a condition, a noun is its name.
    return formula && said?.kind === "verdict" && !/未|不|低于|超/u.test(said.text) ? null : said;
  }

  private closeStep(outcome: Outcome, span: Span): void {
    const { part, startedCounts } = this.step!;
    // "每完成1次得1分" counts what is done, unless what is counted is a mishap.
    const awards = ["points", "plus", "share"].includes(outcome.kind);
    const base = this.statements.some((s) => s.kind === "arm");
    const done =
      awards && ((part.direction === "event" && !MISHAP.test(part.event)) || (part.direction === "over" && !base));
    // "达到20%得5分，每增加5%得1分": on top of it or instead of it?
    if (awards && part.direction === "over" && base && outcome.kind !== "plus")
      this.unread(this.text.slice(span.start, span.end), span);
    if (outcome.kind === "plus" && !this.statements.some((s) => s.kind === "total" || s.kind === "arm"))
      this.unread(this.text.slice(span.start, span.end), span);
    // "每完成1项且通过验收得2分": what is counted has a condition that a count does not tell.
    if (done && /[且并]|同时|[未不无]/u.test(part.event)) this.unread(part.event, span);
    // "低于85%或高于93%的，每偏离1个百分点扣…": outside on either side is where one is away from the band anyhow.
    if (/提前/u.test(part.event)) this.unread(this.text.slice(span.start, span.end), span);
    const either = this.either.splice(0);
    if (either.length > 0 && part.direction === "away") this.conditions = [];
    else if (either.length > 0) this.unread(this.text.slice(span.start, span.end), span);
    const region = this.conditions.length === 1 ? this.conditions[0]! : null;
    let when: Condition | null = null;
    if (region !== null) {
      if (
        requires(region, part) &&
        this.statements.some(
          (s) =>
            s.kind === "arm" &&
            s.then.kind === "full" &&
            s.when.kind === "range" &&
            region.kind === "range" &&
            (s.when.low ?? s.when.high)?.at.number !== (region.low ?? region.high)?.at.number,
        )
      )
        this.unread(this.text.slice(span.start, span.end), span);
      if (requires(region, part))
        this.add(
          { kind: "arm", when: region, then: { kind: "full", named: null } },
          { start: span.start, end: this.step!.span.start },
        );
      else when = region;
    } else if (this.conditional || this.otherwise) when = this.otherwise ? { kind: "otherwise" } : null;
    this.step = null;
    this.add(
      {
        kind: "step",
        direction: done ? "done" : part.direction,
        step: part.step,
        from: part.from,
        when,
        event: done ? "" : part.event,
        then: outcome,
        limit: this.limit,
        startedCounts,
      },
      span,
    );
    this.limit = null;
  }

  private bound(part: LimitPart): void {
    if (part.award === "full") {
      this.clause = "";
      return;
    }
    let attached = false;
    for (let i = this.statements.length - 1; i >= 0 && this.statements[i]!.kind === "step"; i -= 1) {
      const statement = this.statements[i]!;
      if (statement.kind !== "step") break;
      const limit: Limit = {
        most: part.award === null ? part.most : this.additionUpTo(part.award, statement),
        least: part.least,
      };
      this.statements[i] = {
        ...statement,
        limit: {
          most: limit.most ?? statement.limit?.most ?? null,
          least: limit.least ?? statement.limit?.least ?? null,
        },
      };
      attached = true;
    }
    if (!attached && this.step === null && part.least === null)
      this.limit = { most: part.award ?? part.most, least: part.least };
    this.clause = "";
  }

  /** "基本分6分，每增加5%加1分，最高10分": the highest is that of all marks, of which the base has its share. */
  private additionUpTo(award: string, step: Step): string {
    if (step.then.kind !== "plus" || step.direction === "done") return award;
    const bases = this.statements.flatMap((s) =>
      s.kind !== "arm"
        ? []
        : s.then.kind === "points"
          ? [s.then.points]
          : s.then.kind === "full" && s.then.named !== null
            ? [s.then.named]
            : [],
    );
    const left = bases.length === 0 ? null : new Exact(award).minus(Exact.max(...bases));
    return left?.gt(0) ? left.toString() : award;
  }
}

type Range = Extract<Condition, { kind: "range" }>;

function mergeRanges(first: Range, second: Range): Range | null {
  if ((first.low !== null && second.low !== null) || (first.high !== null && second.high !== null)) return null;
  return { kind: "range", subject: first.subject, low: first.low ?? second.low, high: first.high ?? second.high };
}

/** The tree of a normalised text. */
export function assemble(text: string): CriterionTree {
  const assembly = new Assembly(text);
  for (const phrase of readPhrases(text)) assembly.take(phrase);
  return assembly.finish(text.length);
}
