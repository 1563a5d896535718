import { formOf, type Form, type Schema } from './form.ts';
import type { Bounds } from './quantity-fault.ts';
import { metaOf, type FieldMeta } from './schema/fields.ts';
import { scenarioSchema } from './schema/scenario.ts';
import { DIMENSIONS, acceptedFor, parseQuantity, unitsOf, type Dimension } from './units.ts';

/** A JSON Schema, or a part of one, as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** JSON Schema (draft 2020-12) of scenario files, for completion and first checks in an editor. */
export function jsonSchema(): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  for (const dimension of DIMENSIONS) definitions.set(dimension, quantitySchema(dimension));
  const { properties, ...top } = new Writer(definitions).schemaOf(scenarioSchema);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Scenario of salesworks',
    ...top,
    properties: {
      extends: {
        type: 'string',
        description:
          'The file, relative to this one, or the name of the shipped scenario that this one changes.',
        examples: ['traditional', 'standard'],
      },
      ...(properties as JsonSchema),
    },
    $defs: Object.fromEntries(definitions),
  };
}

/** The text of `scenarios/salesworks.schema.json`. */
export function jsonSchemaText(): string {
  return `${JSON.stringify(jsonSchema(), null, 2)}\n`;
}

/** Writes schemas; what is used in many places goes to the definitions. */
class Writer {
  private readonly definitions: Map<string, JsonSchema>;

  constructor(definitions: Map<string, JsonSchema>) {
    this.definitions = definitions;
  }

  schemaOf(schema: Schema): JsonSchema {
    const meta = metaOf(schema);
    if (meta === undefined) return this.formSchema(schema);
    return {
      ...this.fieldSchema(meta, schema),
      description: `${meta.about}\nAccepted: ${meta.accepted}.\nSource: ${meta.source}.`,
      ...(schema._zod.def.type === 'optional' ? {} : { default: meta.initial }),
    };
  }

  private fieldSchema(meta: FieldMeta, schema: Schema): JsonSchema {
    switch (meta.kind) {
      case 'quantity':
        return { $ref: `#/$defs/${meta.dimension!}`, ...boundsOf(meta, meta.dimension!) };
      case 'distribution':
        return this.distributionSchema(meta.dimension!, schema);
      case 'choice':
        return { enum: meta.words };
      case 'yes-no':
        return { type: 'boolean' };
      case 'text':
      case 'hours':
        return { type: 'string' };
      case 'rota':
        return { type: ['string', 'array'], items: { type: 'string' }, minItems: 1 };
      case 'weights': {
        const count = (meta.initial as readonly number[]).length;
        return { type: 'array', items: { type: 'number', minimum: 0 }, minItems: count, maxItems: count };
      }
      case 'order': {
        const count = meta.words!.length;
        const items = { enum: meta.words };
        return { type: 'array', items, uniqueItems: true, minItems: count, maxItems: count };
      }
      case 'some':
        return { type: 'array', items: { enum: meta.words }, uniqueItems: true };
      case 'list':
        return this.formSchema(schema);
    }
  }

  private formSchema(schema: Schema): JsonSchema {
    const form = formOf(schema);
    switch (form.kind) {
      case 'group':
        return this.objectSchema(form);
      case 'list':
        return { type: 'array', items: this.schemaOf(form.entry) };
      case 'record':
        return { type: 'object', additionalProperties: this.schemaOf(form.entry) };
      case 'quantity':
        return { $ref: `#/$defs/${form.dimension}`, ...boundsOf(form.bounds, form.dimension) };
      case 'kinds':
        throw new Error('a distribution is written with its dimension');
      case 'word':
        return { type: 'string' };
    }
  }

  private objectSchema({ parts }: Extract<Form, { kind: 'group' }>): JsonSchema {
    const required = Object.keys(parts).filter((name) => !isOptional(parts[name]!));
    return {
      type: 'object',
      additionalProperties: false,
      ...(required.length > 0 ? { required } : {}),
      properties: Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, this.schemaOf(part)]),
      ),
    };
  }

  private distributionSchema(dimension: Dimension, schema: Schema): JsonSchema {
    const name = `varying-${dimension}`;
    if (!this.definitions.has(name)) {
      const { kinds } = formOf(schema) as Extract<Form, { kind: 'kinds' }>;
      this.definitions.set(name, {});
      this.definitions.set(name, {
        anyOf: [
          { $ref: `#/$defs/${dimension}` },
          ...Object.entries(kinds).map(([kind, map]) => this.kindSchema(kind, map, name)),
        ],
      });
    }
    return { $ref: `#/$defs/${name}` };
  }

  private kindSchema(kind: string, map: Schema, self: string): JsonSchema {
    const { parts, ...others } = (formOf(map) as Extract<Form, { kind: 'group' }>).parts;
    const object = this.objectSchema({ kind: 'group', parts: others });
    const mixed = { type: 'array', items: { $ref: `#/$defs/${self}` } };
    return {
      ...object,
      required: [...(object.required as readonly string[]), ...(parts === undefined ? [] : ['parts'])],
      properties: {
        ...(object.properties as JsonSchema),
        kind: { const: kind },
        ...(parts === undefined ? {} : { parts: mixed }),
      },
    };
  }
}

function isOptional(schema: Schema): boolean {
  return ['optional', 'prefault'].includes(schema._zod.def.type);
}

/** Text with a unit; where no unit is needed, a number too. */
function quantitySchema(dimension: Dimension): JsonSchema {
  const isUnitless = parseQuantity(1, dimension) !== undefined;
  const number = dimension === 'count' ? 'integer' : 'number';
  return {
    type: isUnitless ? [number, 'string'] : 'string',
    description: acceptedFor(dimension),
    ...(isUnitless ? { minimum: 0 } : {}),
    pattern: patternOf(dimension, isUnitless),
  };
}

function patternOf(dimension: Dimension, isUnitless: boolean): string {
  if (dimension === 'money') {
    const sign = '([$€£]|[A-Z]{3})?';
    return `^\\s*${sign}\\s*\\d[\\d ,_]*(\\.\\d+)?\\s*[kM]?\\s*${sign}\\s*$`;
  }
  const units = unitsOf(dimension).map((unit) => unit.replaceAll(' ', '\\s+'));
  const unit = units.length === 0 ? '' : `(${units.join('|')})${isUnitless ? '?' : ''}`;
  return `^\\s*\\+?(\\d+(\\.\\d+)?|\\.\\d+)([eE][+-]?\\d+)?\\s*${unit}\\s*$`;
}

/** Bounds of plain numbers; an editor cannot compare text with units. */
function boundsOf({ min, max }: Bounds, dimension: Dimension): JsonSchema {
  if (parseQuantity(1, dimension) === undefined) return {};
  return {
    ...(min === undefined ? {} : { minimum: parseQuantity(min, dimension) }),
    ...(max === undefined ? {} : { maximum: parseQuantity(max, dimension) }),
  };
}
