import type { Action, ArgumentInfo, ObjectPath, QueryInfo, RequestBody, ResponseBody } from "./messages";
import { ActionType, ExcelRefusal, ObjectPathType, UnknownMember } from "./messages";
import type { ApiObject } from "./object";

/** What outlives one request. */
export interface Session {
  readonly root: ApiObject;
  /** Objects that the client makes by the name of their type. */
  readonly services: Readonly<Record<string, ApiObject>>;
  /** Objects that the client keeps alive, by reference. */
  readonly references: Map<string, ApiObject>;
  nextReference: number;
  /** Members that were asked for and that the simulation does not have. */
  readonly unknownMembers: string[];
  /** Every member that was asked for, as "Range.values". */
  readonly askedMembers: Set<string>;
}

/**
 * Does the actions of one request in order. As in Excel, what was done before an action that fails stays done, and the
 * answer then has no results.
 * @param stopAt position of an action that shall be refused, and how: a fault to test with
 */
export function executeRequest(
  session: Session,
  request: RequestBody,
  stopAt?: { readonly action: number; readonly code: string },
): ResponseBody {
  return new Execution(session, request).run(stopAt);
}

class Execution {
  private readonly objects = new Map<number, ApiObject | null>();
  private readonly referenceOf = new Map<number, string>();
  private place = "";

  constructor(
    private readonly session: Session,
    private readonly request: RequestBody,
  ) {}

  run(stopAt?: { readonly action: number; readonly code: string }): ResponseBody {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        this.location = "";
        if (stopAt?.action === index) this.refuseForATest(action, stopAt.code);
        if (action.ActionType === ActionType.Trace) traces.push(action.Id);
        // A trace is answered in both places: the client registers event handlers when it sees its result.
        results.push({
          ActionId: action.Id,
          Value: action.ActionType === ActionType.Trace ? null : (this.act(action) ?? null),
        });
      } catch (error) {
        if (!(error instanceof ExcelRefusal)) throw error;
        if (error instanceof UnknownMember) this.session.unknownMembers.push(error.member);
        return {
          Error: {
            Code: error.code,
            Message: error.message,
            Location: this.location,
            HttpStatusCode: 400,
            ActionIndex: index,
          },
          TraceIds: traces,
        };
      }
    }
    return { Results: results, TraceIds: traces };
  }

  /** The member that is concerned just now: where a refusal says that it happened. */
  private get location(): string {
    return this.place;
  }

  private set location(place: string) {
    this.place = place;
    if (place !== "") this.session.askedMembers.add(place);
  }

  private refuseForATest(action: Action, code: string): never {
    const path = this.request.ObjectPaths[action.ObjectPathId];
    // A method or a property of an object is named by it, an object that is fetched by the one that it is fetched from.
    const fetched = action.Name === "";
    const of = fetched ? path?.ParentObjectPathId : action.ObjectPathId;
    const type = of === undefined ? "" : (this.object(of)?.typeName ?? "");
    this.location = `${type}.${lowerFirst(fetched ? (path?.Name ?? "") : action.Name)}`;
    throw new ExcelRefusal(code, "refused for a test");
  }

  private act(action: Action): unknown {
    const object = this.object(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object === null ? null : this.known(action.ObjectPathId, object);
      case ActionType.Query:
        return object === null ? null : this.query(object, action.QueryInfo ?? {});
      case ActionType.SetProperty:
        if (object === null) return null;
        this.location = `${object.typeName}.${lowerFirst(action.Name)}`;
        object.setValue(action.Name, this.given(action.ArgumentInfo)[0]);
        return {};
      case ActionType.Method:
        return this.call(object, action);
      default:
        throw new UnknownMember(`action of type ${action.ActionType}`);
    }
  }

  private call(object: ApiObject | null, action: Action): unknown {
    const given = this.given(action.ArgumentInfo);
    // What is asked of a null object does nothing, without a word.
    if (object === null) return null;
    if (action.Name === "_KeepReference" && object.isReferable) {
      const reference = `R${this.session.nextReference++}`;
      this.session.references.set(reference, object);
      this.referenceOf.set(action.ObjectPathId, reference);
      return null;
    }
    if (action.Name === "_RemoveReference") {
      this.session.references.delete(String(given[0]));
      return null;
    }
    this.location = `${object.typeName}.${lowerFirst(action.Name)}`;
    return object.perform(action.Name, given);
  }

  private known(pathId: number, object: ApiObject): Record<string, unknown> {
    const reference = this.referenceOf.get(pathId);
    return { ...object.identity(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  }

  private object(pathId: number): ApiObject | null {
    const found = this.objects.get(pathId);
    if (found !== undefined || this.objects.has(pathId)) return found ?? null;
    const path = this.request.ObjectPaths[pathId];
    if (!path) throw new ExcelRefusal("InvalidObjectPath", `no object path ${pathId}`);
    const object = this.resolve(path);
    this.objects.set(pathId, object);
    return object;
  }

  private resolve(path: ObjectPath): ApiObject | null {
    if (path.ObjectPathType === ObjectPathType.Global) return this.session.root;
    if (path.ObjectPathType === ObjectPathType.Null) return null;
    if (path.ObjectPathType === ObjectPathType.New) {
      const service = this.session.services[path.Name];
      if (!service) throw new UnknownMember(`object ${path.Name}`);
      return service;
    }
    if (path.ObjectPathType === ObjectPathType.Reference) {
      const kept = this.session.references.get(path.Name);
      if (!kept) throw new ExcelRefusal("InvalidReference", `nothing is kept under ${path.Name}`);
      return kept;
    }
    const parent = this.object(path.ParentObjectPathId ?? -1);
    if (parent === null) return null;
    this.location = `${parent.typeName}.${path.Name === "" ? "getItem" : lowerFirst(path.Name)}`;
    const given = this.given(path.ArgumentInfo);
    switch (path.ObjectPathType) {
      case ObjectPathType.Property:
        return parent.member(path.Name);
      case ObjectPathType.Method:
        return parent.find(path.Name, given);
      case ObjectPathType.Indexer:
        return parent.item(given[0]);
      default:
        throw new UnknownMember(`object path of type ${path.ObjectPathType}`);
    }
  }

  private given(info: ArgumentInfo | undefined): readonly unknown[] {
    const referenced = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, position) =>
      typeof referenced?.[position] === "number" ? this.object(referenced[position]) : argument,
    );
  }

  private query(object: ApiObject, { Select, Expand, Top, Skip }: QueryInfo): unknown {
    const wanted = [...(Select ?? []), ...(Expand ?? [])].filter((name) => name !== "");
    return this.values(object, wanted, Top, Skip);
  }

  /** Values of an object by "name" and "member/name"; all its own where none is named. "items/" is understood. */
  private values(object: ApiObject, wanted: readonly string[], top?: number, skip = 0): unknown {
    if (object.isCollection) {
      const inside = wanted.map((name) => name.replace(/^items\/?/i, "")).filter((name) => name !== "");
      const items = object.items().slice(skip, top === undefined ? undefined : skip + top);
      return {
        _Items: items.map((item, index) => ({
          _Index: skip + index,
          ...this.reference(item),
          ...(this.values(item, inside) as object),
        })),
      };
    }
    const values = Object.assign(Object.create(null) as Record<string, unknown>, object.identity());
    const deeper = new Map<string, string[]>();
    for (const path of wanted.length === 0 ? object.valueNames.map(lowerFirst) : wanted) {
      const slash = path.indexOf("/");
      const name = upperFirst(slash < 0 ? path : path.slice(0, slash));
      if (slash >= 0 || object.hasMember(name))
        deeper.set(name, [...(deeper.get(name) ?? []), slash < 0 ? "" : path.slice(slash + 1)]);
      else values[name] = this.value(object, name);
    }
    for (const [name, names] of deeper) {
      this.location = `${object.typeName}.${lowerFirst(name)}`;
      const member = object.member(name);
      values[name] =
        member === null
          ? null
          : this.values(
              member,
              names.filter((inside) => inside !== ""),
            );
    }
    return values;
  }

  private value(object: ApiObject, name: string): unknown {
    this.location = `${object.typeName}.${lowerFirst(name)}`;
    return object.value(name);
  }

  /** Ranges in a collection come with a reference of their own where the client asks that references be kept. */
  private reference(item: ApiObject): Record<string, unknown> {
    if (!item.isReferable || !this.request.AutoKeepReference) return {};
    const reference = `R${this.session.nextReference++}`;
    this.session.references.set(reference, item);
    return { _ReferenceId: reference };
  }
}

function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
