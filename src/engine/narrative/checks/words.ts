import { z } from "zod/mini";
import { defineCheck, type Outcome } from "../../reconcile";
import { foldedName } from "../../tables";
import { CellKind, type Workbook } from "../../workbook";
import type { Change } from "../claim";
import type { Passage } from "../passage";
import { outcomeOf, type Statement } from "../outcomes";
import type { SubjectPath } from "../subject-path";
import { textsOf, type NarrativeText } from "../text";
import { skippedNumbers } from "./numbering";
import {
  mixedThousands,
  numberSkipped,
  otherLevel,
  reasonAgainstChange,
  reasonMissing,
  templateLeft,
  textOfOtherItem,
  wordedAsDepartment,
} from "./words-sayings";

/** A reason is announced, and none is given. */
const noReason = /(?:主要原因|原因|主要)(?:是|为|系)?:?(?=[。;]|$)/g;
const announced = /^(?:主要原因|原因)|(?:是|为|系)$/;
/** What a form asks its author to fill in, or says to him. */
const leftOver = new RegExp(
  [
    String.raw`(?:增加|增长|上升|大于|高于|超过|提高)[\/(]+(?:减少|下降|小于|低于|降低)\)?`,
    String.raw`(?:减少|下降|小于|低于|降低)[\/(]+(?:增加|增长|上升|大于|高于|超过|提高)\)?`,
    String.raw`\((?:增加|减少|填写|补充)内容\)`,
    String.raw`\((?:请)?(?:填写|填列|补充|说明)[^()]{0,20}\)`,
    String.raw`(?:原因|主要)(?:是|为|系):?(?:…|\.{3})+`,
    "[X×]{2,}",
    String.raw`\(上一年度,下同\)`,
  ].join("|"),
  "g",
);
const uses = /主要用于([^,;。:()]{2,40})(?=[,;。]|$)/;
const cause = /原因(?:是|为)?:?([^,;。:()]{2,50}?)(?:经费|支出)?(增加|减少|增长|下降|保持不变|持平)(?=[,;。]|$)/;
/** Where a cover would say whose budget it is; and how often a text names another level before that is told. */
const coverCells = 400;
const fewestOfLevel = 3;
const levels = ["省级", "市级", "区级", "县级"];
const thousands = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?=[亿万]?元)/;
const noThousands = /(?:^|[^\d,.])\d{4,}(?:\.\d+)?(?=[亿万]?元)/;

/** What the words of a text say wrongly whatever its figures are. */
export const wordsAreFinished = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [reasonMissing, templateLeft, wordedAsDepartment, otherLevel, mixedThousands, numberSkipped],
  run(context) {
    return textsOf(context).flatMap((text) => {
      const said = [
        ...text.passages.flatMap((passage) => [...emptyReasons(passage), ...leftOvers(passage)]),
        ...asDepartment(text),
        ...ofOtherLevel(text, levelIn(context.workbook)),
        ...oneWayOfThousands(text),
        ...leftOutOfNumbering(text),
      ];
      return said.map((statement): Outcome => outcomeOf(context, statement));
    });
  },
});

/** An item's words speak of the item: what it is for, why it changed, and which way. */
export const itemsSpeakOfThemselves = defineCheck({
  scope: "workbook",
  parameters: z.strictObject({}),
  says: [textOfOtherItem, reasonAgainstChange],
  run(context) {
    return textsOf(context).flatMap((text) => {
      const items = itemsOf(text);
      const owners = new Map<string, ItemText>();
      for (const item of items) for (const name of item.names) if (!owners.has(name)) owners.set(name, item);
      const usual = [uses, cause].filter((pattern) => namesThemselves(items, pattern));
      const changes = new Map(text.reading.changes.filter(({ reason }) => !reason).map((one) => [one.passage, one]));
      return items.flatMap((item) =>
        [...strangeWords(item, owners, usual), ...wrongReason(item, changes.get(item.passage))].map(
          (statement): Outcome => outcomeOf(context, statement),
        ),
      );
    });
  },
});

function* emptyReasons(passage: Passage): Iterable<Statement> {
  for (const match of passage.text.matchAll(noReason)) {
    if (!announced.test(match[0].replace(/:$/, "")) || isHeading(passage.text, match.index + match[0].length)) continue;
    const start = clauseStart(passage.text, match.index);
    yield plain(passage, start, match.index + match[0].length, (text) => reasonMissing.with({ text }));
  }
}

/** "三公经费预算及增减变化原因": the last words of a heading announce what stands under it. */
function isHeading(text: string, end: number): boolean {
  return end === text.length && /原因$/.test(text) && !/[,;。]/.test(text);
}

function* leftOvers(passage: Passage): Iterable<Statement> {
  for (const match of passage.text.matchAll(leftOver))
    yield plain(passage, clauseStart(passage.text, match.index), match.index + match[0].length, (text) =>
      templateLeft.with({ text, words: match[0] }),
    );
}

/** Where the clause before a place begins, for quoting. */
function clauseStart(text: string, at: number): number {
  const from = Math.max(0, at - 30);
  const before = text.slice(from, at).replace(/[,;。:]$/, " ");
  return from + Math.max(...[",", ";", "。", ":"].map((mark) => before.lastIndexOf(mark))) + 1;
}

function plain(
  passage: Passage,
  start: number,
  end: number,
  says: (text: string) => ReturnType<Statement["says"]>,
  severity?: Statement["severity"],
): Statement {
  return {
    outcome: "fail",
    ...(severity === undefined ? {} : { severity }),
    says: (told) => says(told.text),
    at: { passage, start, end },
    quantity: null,
    computed: null,
  };
}

/** A unit's own text that calls it 本部门. */
function* asDepartment({ passages, table }: NarrativeText): Iterable<Statement> {
  const heads = [table.sheet.name, ...passages.slice(0, 6).map(({ text }) => text)].filter((text) => text.length < 60);
  if (!heads.some((head) => /单位(?:预算|决算)/.test(head)) || heads.some((head) => /部门/.test(head))) return;
  for (const passage of passages) {
    const at = passage.text.indexOf("本部门");
    if (at < 0) continue;
    yield plain(
      passage,
      at,
      Math.min(passage.text.length, at + 12),
      (text) => wordedAsDepartment.with({ text }),
      "hint",
    );
    return;
  }
}

/** Whose budget the cover says it is: "2024年区级部门预算"; null where no cover says. */
function levelIn({ sheets }: Workbook): string | null {
  for (const { kinds, texts } of sheets)
    for (let cell = 0; cell < Math.min(kinds.length, coverCells); cell++) {
      const text = kinds[cell] === CellKind.Text ? texts[cell]! : "";
      const found = text.length < 40 ? /([省市区县]级)(?:部门|单位)预算/.exec(text) : null;
      if (found !== null) return found[1]!;
    }
  return null;
}

/** A district's text that speaks of the city's money throughout: another one's text that was not adapted. */
function* ofOtherLevel({ passages }: NarrativeText, level: string | null): Iterable<Statement> {
  if (level === null || passages.some(({ text }) => text.includes(level))) return;
  const wanted = new RegExp(`(?:${levels.filter((one) => one !== level).join("|")})(?=预算|财政|部门)`, "g");
  const found = passages.flatMap((passage) => [...passage.text.matchAll(wanted)].map((match) => ({ passage, match })));
  const [first] = found;
  if (first === undefined || found.length < fewestOfLevel) return;
  const { passage, match } = first;
  yield plain(passage, match.index, Math.min(passage.text.length, match.index + 12), () =>
    otherLevel.with({ words: match[0], level }),
  );
}

function* oneWayOfThousands({ passages }: NarrativeText): Iterable<Statement> {
  const whole = passages.filter(({ text }) => thousands.test(text));
  const other = passages.flatMap((passage) => {
    const match = noThousands.exec(passage.text);
    return match === null ? [] : [{ passage, match }];
  })[0];
  if (whole.length === 0 || other === undefined) return;
  const example = thousands.exec(whole[0]!.text)![0];
  const start = other.match.index + (/^\d/.test(other.match[0]) ? 0 : 1);
  yield plain(
    other.passage,
    start,
    other.match.index + other.match[0].length,
    (text) => mixedThousands.with({ text, example }),
    "hint",
  );
}

function* leftOutOfNumbering({ passages }: NarrativeText): Iterable<Statement> {
  for (const { passage, end, before, found } of skippedNumbers(passages))
    yield plain(
      passage,
      0,
      Math.min(passage.text.length, end + 16),
      (text) => numberSkipped.with({ text, before, found }),
      "hint",
    );
}

/** An item of a text: a paragraph about one subject of the classification. */
interface ItemText {
  readonly passage: Passage;
  readonly path: SubjectPath;
  /** What its own words may call it. */
  readonly names: ReadonlySet<string>;
}

function itemsOf({ reading }: NarrativeText): ItemText[] {
  const seen = new Set<Passage>();
  return reading.claims.flatMap(({ passage, path }) => {
    if (path === null || seen.has(passage)) return [];
    seen.add(passage);
    return [{ passage, path, names: new Set(formsOf(path)) }];
  });
}

/** Ways to call a subject: by its own name, with that of its 款 or 类 before it. */
function formsOf({ names }: SubjectPath): string[] {
  const given = names.filter((name) => name !== null).map(bare);
  const own = given.at(-1)!;
  return [own, given.slice(-2).join(""), given.join("")];
}

function bare(name: string): string {
  return foldedName(name).replace(/(?:等)?(?:方面|工作|支出|经费)*$/, "");
}

/** The words of an item that name another item of the text, or another subject of its own 款. */
function* strangeWords(
  item: ItemText,
  owners: ReadonlyMap<string, ItemText>,
  usual: readonly RegExp[],
): Iterable<Statement> {
  const { passage, names } = item;
  for (const pattern of [uses, cause]) {
    const match = pattern.exec(passage.text);
    if (match === null) continue;
    const said = bare(match[1]!);
    if (names.has(said)) continue;
    const owner = owners.get(said);
    const section = bare(item.path.names[1] ?? "");
    const astray = owner === undefined && section !== "" && said.startsWith(section) && usual.includes(pattern);
    if (owner === undefined && !astray) continue;
    yield plain(passage, match.index, match.index + match[0].length, (text) =>
      textOfOtherItem.with({ text, name: item.path.text, other: owner?.path.text ?? match[1]! }),
    );
  }
}

/** Most items of the text say their own name there: one that goes on otherwise behind its 款 stands out. */
function namesThemselves(items: readonly ItemText[], pattern: RegExp): boolean {
  const said = items.filter(({ passage }) => pattern.test(passage.text));
  const own = said.filter(({ passage, names }) => names.has(bare(pattern.exec(passage.text)![1]!)));
  return said.length >= 4 && own.length >= 0.6 * said.length;
}

/** "减少2.98%。主要原因是：…经费增加": the reason speaks of the item itself, and of the other direction. */
function* wrongReason({ passage, names }: ItemText, change: Change | undefined): Iterable<Statement> {
  const match = cause.exec(passage.text);
  if (match === null || change === undefined || !names.has(bare(match[1]!))) return;
  const said = /增/.test(match[2]!) ? "up" : /[减降]/.test(match[2]!) ? "down" : null;
  if (said === null || change.direction === "flat" || said === change.direction) return;
  yield plain(passage, match.index, match.index + match[0].length, (text) =>
    reasonAgainstChange.with({ text, change: passage.text.slice(change.start, change.end) }),
  );
}
