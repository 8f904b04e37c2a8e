/**
 * What a value must look like, in a few words of our own: the door needs no more, and a library of
 * shapes would be loaded before the first card.
 */
export interface Shape<Value> {
  /** Where `value` is not of the shape: 'drafts.3.text', '' for all of it; undefined where it is. */
  readonly fault: (value: unknown) => string | undefined;
  /** For types alone; never there. */
  readonly value?: Value;
}

/** A field that may be absent, but not undefined. */
export interface Optional<Value> {
  readonly present: Shape<Value>;
}

/** What a value of a shape is. */
export type ValueOf<S> = S extends Shape<infer Value> ? Value : never;

export type Fields = Readonly<Record<string, Shape<unknown> | Optional<unknown>>>;

type Needed<F extends Fields> = {
  [Name in keyof F]: F[Name] extends Optional<unknown> ? never : Name;
}[keyof F];
type PresentOf<F> = F extends Optional<infer Value> ? Value : never;

/** An object with these fields, and any others. */
export type ObjectOf<F extends Fields> = {
  readonly [Name in Needed<F>]: ValueOf<F[Name]>;
} & { readonly [Name in Exclude<keyof F, Needed<F>>]?: PresentOf<F[Name]> };

/** A shape that is or is not, without parts. */
export function where<Value>(holds: (value: never) => boolean): Shape<Value> {
  return { fault: (value) => (holds(value as never) ? undefined : '') };
}

/** Present with a value, or absent. */
export function optional<Value>(present: Shape<Value>): Optional<Value> {
  return { present };
}

/** An object with these fields, each of its shape. */
export function object<const F extends Fields>(fields: F): Shape<ObjectOf<F>> {
  const all = Object.entries(fields).map(([name, field]) =>
    'present' in field
      ? { name, shape: field.present, isOptional: true }
      : { name, shape: field, isOptional: false },
  );
  return {
    fault(value) {
      if (!isObject(value)) return '';
      for (const { name, shape, isOptional } of all) {
        if (isOptional && !Object.hasOwn(value, name)) continue;
        const fault = shape.fault(value[name]);
        if (fault !== undefined) return within(name, fault);
      }
      return undefined;
    },
  };
}

/** A list whose order counts. */
export function list<Value>(item: Shape<Value>): Shape<readonly Value[]> {
  return {
    fault(value) {
      if (!Array.isArray(value)) return '';
      for (let index = 0; index < value.length; index++) {
        const fault = item.fault(value[index]);
        if (fault !== undefined) return within(String(index), fault);
      }
      return undefined;
    },
  };
}

/** An object of any names, each with a value of the shape. */
export function record<Value>(item: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  return {
    fault(value) {
      if (!isObject(value)) return '';
      for (const [name, each] of Object.entries(value)) {
        const fault = item.fault(each);
        if (fault !== undefined) return within(name, fault);
      }
      return undefined;
    },
  };
}

/** One of a few words or numbers. */
export function oneOf<const Values extends readonly unknown[]>(
  values: Values,
): Shape<Values[number]> {
  return where((value: unknown) => values.includes(value));
}

/** Of one of these shapes. */
export function anyOf<const Shapes extends readonly Shape<unknown>[]>(
  shapes: Shapes,
): Shape<ValueOf<Shapes[number]>> {
  return where((value: unknown) => shapes.some((shape) => shape.fault(value) === undefined));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function within(name: string, fault: string): string {
  return fault === '' ? name : `${name}.${fault}`;
}
