import { ExcelRefusal, UnknownMember } from "./messages";

/** An object of the API as the protocol sees it: something with members by name. */
export interface ApiObject {
  readonly typeName: string;
  /** Value of a scalar property. */
  value(name: string): unknown;
  setValue(name: string, value: unknown): void;
  /** The object that a property or a method gives; null is a null object. */
  member(name: string): ApiObject | null;
  find(name: string, given: readonly unknown[]): ApiObject | null;
  /** What a method does; its value, if it has one. */
  perform(name: string, given: readonly unknown[]): unknown;
  items(): readonly ApiObject[];
  item(key: unknown): ApiObject | null;
  readonly isCollection: boolean;
  /** Names of all scalar properties. */
  readonly valueNames: readonly string[];
  hasMember(name: string): boolean;
  /** What the client gets to know it by at once. */
  identity(): Readonly<Record<string, unknown>>;
  /** Whether the client may keep it alive under a reference, as ranges. */
  readonly isReferable: boolean;
}

/** The members of one type. Functions get the object's own data first. */
export interface ApiType<T> {
  readonly name: string;
  readonly values?: Readonly<Record<string, (self: T) => unknown>>;
  readonly sets?: Readonly<Record<string, (self: T, value: unknown) => void>>;
  readonly members?: Readonly<Record<string, (self: T) => ApiObject | null>>;
  readonly finds?: Readonly<Record<string, (self: T, given: readonly unknown[]) => ApiObject | null>>;
  readonly performs?: Readonly<Record<string, (self: T, given: readonly unknown[]) => unknown>>;
  readonly items?: (self: T) => readonly ApiObject[];
  /** Undefined where there is no such item. */
  readonly item?: (self: T, key: unknown) => ApiObject | null | undefined;
  readonly identity?: (self: T) => Readonly<Record<string, unknown>>;
  readonly isReferable?: boolean;
}

/** An object of that type over its own data. */
export function apiObject<T>(type: ApiType<T>, self: T): ApiObject {
  return new TypedObject(type, self);
}

class TypedObject<T> implements ApiObject {
  constructor(
    private readonly type: ApiType<T>,
    private readonly self: T,
  ) {}

  get typeName(): string {
    return this.type.name;
  }

  get isCollection(): boolean {
    return this.type.items !== undefined;
  }

  get isReferable(): boolean {
    return this.type.isReferable ?? false;
  }

  get valueNames(): readonly string[] {
    return Object.keys(this.type.values ?? {});
  }

  value(name: string): unknown {
    return this.known(this.type.values, name)(this.self);
  }

  setValue(name: string, value: unknown): void {
    this.known(this.type.sets, name)(this.self, value);
  }

  hasMember(name: string): boolean {
    return this.type.members?.[name] !== undefined;
  }

  member(name: string): ApiObject | null {
    return this.known(this.type.members, name)(this.self);
  }

  find(name: string, given: readonly unknown[]): ApiObject | null {
    return this.known(this.type.finds, name)(this.self, given);
  }

  perform(name: string, given: readonly unknown[]): unknown {
    return this.known(this.type.performs, name)(this.self, given);
  }

  items(): readonly ApiObject[] {
    return this.known({ items: this.type.items }, "items")(this.self);
  }

  item(key: unknown): ApiObject | null {
    const found = this.known({ getItem: this.type.item }, "getItem")(this.self, key);
    if (found === undefined) throw new ExcelRefusal("ItemNotFound", "The requested resource doesn't exist.");
    return found;
  }

  identity(): Readonly<Record<string, unknown>> {
    return this.type.identity?.(this.self) ?? {};
  }

  private known<V>(members: Readonly<Record<string, V | undefined>> | undefined, name: string): V {
    const found = members?.[name];
    if (found === undefined) throw new UnknownMember(`${this.type.name}.${name}`);
    return found;
  }
}
