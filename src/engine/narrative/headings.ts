const numerals = "[一二三四五六七八九十]+";
/** Numbering of headings by depth: 第一部分, 一、, (一), 1., (1). */
const headingStyles: readonly RegExp[] = [
  /^第[一二三四五六七八九十\d]+[部章]分?/,
  new RegExp(`^${numerals}[、.]`),
  new RegExp(`^\\(${numerals}\\)`),
  /^\d{1,2}[.、](?!\d)/,
  /^\(\d{1,2}\)/,
  /^\d{1,2}\)/,
];
export const longestHeading = 36;
/** A heading that is a subject of the classification: "1.社会保障和就业支出(类)…(款)…(项)。". */
const longestPath = 90;
const amountInside = /\d[\d,]*(?:\.\d*)?(?:[亿万千]?元|%|辆)/;

/** "第一部分", "一、" begin a section of their own, whatever a paragraph above them announced. */
const deepestSection = 2;

/**
 * A title in front of a paragraph without a number, and how many headings it stands under. Where it stands under none,
 * the text is divided by such titles: numbered items below belong to it.
 */
interface RunIn {
  readonly title: string;
  readonly under: number;
}

/** Words in front of a colon, or alone in a line, that announce nothing of their own. */
const noTitle = /^(?:其中|主要|具体|原因|包括|分别|如下|注|说明|备注|附)/;

/** The title that goes for a paragraph without a number: its own, none where it has an unknown one, else `last`. */
function runInTitle(
  text: string,
  under: number,
  isTopic: (words: string) => boolean,
  last: RunIn | null,
): RunIn | null {
  const title = /^(?:20\d\d年(?:度)?)?([^,;:。\d]{2,24})(?::(?=.)|$)/.exec(text)?.[1];
  if (title === undefined || noTitle.test(title)) return last;
  return isTopic(title) ? { title, under } : null;
}

/** "项目名称：河道管护专项": what the fields of a form under it are of. */
const nameOfThing = /^(?:项目|专项|资金)?名称:(.{2,60}?)[。;]?$/;

/** A heading that is the name of a project, as the fields below know it. */
export function projectOfHeading(heading: string): string | null {
  return nameOfThing.exec(heading)?.[1] ?? null;
}

/** "按功能分类到项级科目的安排为：": a lead-in that divides the money anew. */
const dividesAnew = /^按[^,;。:]{0,12}(?:功能|经济|科目|分类)[^,;。:]{0,16}:$/;

/** The headings that are in force at a place of a text, as it is read on. */
export class Headings {
  private readonly trail: (string | undefined)[] = [];
  private runIn: RunIn | null = null;
  /** The last field of a form that names what the others are of, and under how many headings it stands. */
  private thing: RunIn | null = null;
  /** The innermost heading stands in front of a paragraph of its own: what is divided anew below is not it. */
  private closed = false;

  /** `isTopic`: these words announce what a paragraph is about, though they have no number. */
  constructor(private readonly isTopic: (words: string) => boolean) {}

  /** The next paragraph, with the depth of its number. */
  take(text: string, depth: number | null): void {
    const { trail, runIn } = this;
    if (depth === null) {
      if (this.closed && dividesAnew.test(text)) trail.pop();
      if (nameOfThing.test(text)) this.thing = { title: text, under: trail.length };
      else this.runIn = runInTitle(text, trail.length, this.isTopic, runIn);
      return;
    }
    this.thing = null;
    const title = nameOfThing.exec(withoutNumber(text))?.[0] ?? headingTitle(text);
    this.closed = title !== null && amountInside.test(text);
    if (title !== null) {
      trail.length = depth;
      trail[depth] = title;
    } else trail.length = Math.min(trail.length, depth);
    if (runIn !== null && (runIn.under > 0 || depth < deepestSection)) this.runIn = null;
  }

  /** Innermost first. */
  inForce(): string[] {
    const { trail, runIn, thing } = this;
    const titled = runIn === null ? trail : [...trail.slice(0, runIn.under), runIn.title, ...trail.slice(runIn.under)];
    if (thing !== null) return [thing.title, ...titled.filter((heading) => heading !== undefined).reverse()];
    return titled.filter((heading) => heading !== undefined).reverse();
  }
}

/** A text without the numbers that it begins with. */
export function withoutNumber(text: string): string {
  return headingStyles.reduce((rest, style) => rest.replace(style, ""), text);
}

/** The depth of the number that a text begins with: 0 for 第一部分, 1 for 一、; null where it begins with none. */
export function headingDepth(text: string): number | null {
  const depth = headingStyles.findIndex((style) => style.test(text));
  return depth < 0 ? null : depth;
}

/**
 * What a numbered paragraph announces: all of it where it is short, else what stands before its first colon or full
 * stop.
 */
function headingTitle(text: string): string | null {
  const bare = withoutNumber(text);
  const head = /^[^:。]*/.exec(bare)![0];
  const longest = /\(\d*(?:类|款|项)\)$/.test(head) ? longestPath : longestHeading;
  return head.length > 0 && head.length <= longest && !amountInside.test(head) && !/[,;]/.test(head) ? head : null;
}
