import { DEFAULT_CONVENTIONS, withConvention } from "../criteria";
import type { ConventionName, Conventions } from "../criteria";
import type { Settings } from "./settings";

/** The conventions of this workbook; a choice that this version does not know is passed over. */
export function conventionsOf({ conventions }: Pick<Settings, "conventions">): Conventions {
  return Object.entries(conventions).reduce(
    (chosen, [name, value]) => withConvention(chosen, `${name}=${value}`) ?? chosen,
    DEFAULT_CONVENTIONS,
  );
}

/** Settings with another value of a convention; the usual value leaves no trace. */
export function chooseConvention(settings: Settings, name: ConventionName, value: string): Settings {
  const others = Object.fromEntries(Object.entries(settings.conventions).filter(([other]) => other !== name));
  return { ...settings, conventions: DEFAULT_CONVENTIONS[name] === value ? others : { ...others, [name]: value } };
}
