import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../sim/scenario/form.ts';
import { jsonSchema, jsonSchemaText, type JsonSchema } from '../../sim/scenario/json-schema.ts';
import { packageScenarios } from '../../sim/scenario/package-scenarios.ts';
import { metaOf } from '../../sim/scenario/schema/fields.ts';
import { scenarioSchema } from '../../sim/scenario/schema/scenario.ts';
import { starterScenario } from '../../sim/scenario/starter.ts';

const file = join(packageScenarios(), 'salesworks.schema.json');
const schema = jsonSchema();

/** What a validator of JSON Schema would object to, for the keywords that are used; written from the specification. */
function objections(value: unknown, part: JsonSchema, path = ''): string[] {
  const found: string[] = [];
  const object = (message: string) => found.push(`${path}: ${message}`);
  for (const [keyword, wanted] of Object.entries(part)) {
    switch (keyword) {
      case '$schema':
      case '$defs':
      case 'title':
      case 'description':
      case 'default':
      case 'examples':
        break;
      case '$ref': {
        const definitions = schema.$defs as Readonly<Record<string, JsonSchema>>;
        found.push(...objections(value, definitions[String(wanted).replace('#/$defs/', '')]!, path));
        break;
      }
      case 'type':
        if (![wanted].flat().some((type) => isOfType(value, type as string)))
          object(`type ${String(wanted)}`);
        break;
      case 'enum':
        if (!(wanted as readonly unknown[]).includes(value)) object('enum');
        break;
      case 'const':
        if (value !== wanted) object('const');
        break;
      case 'pattern':
        if (typeof value === 'string' && !new RegExp(wanted as string, 'u').test(value)) object('pattern');
        break;
      case 'minimum':
        if (typeof value === 'number' && value < (wanted as number)) object('minimum');
        break;
      case 'maximum':
        if (typeof value === 'number' && value > (wanted as number)) object('maximum');
        break;
      case 'minItems':
        if (Array.isArray(value) && value.length < (wanted as number)) object('minItems');
        break;
      case 'maxItems':
        if (Array.isArray(value) && value.length > (wanted as number)) object('maxItems');
        break;
      case 'uniqueItems':
        if (Array.isArray(value) && new Set(value).size < value.length) object('uniqueItems');
        break;
      case 'items':
        if (Array.isArray(value)) {
          value.forEach((item, i) => found.push(...objections(item, wanted as JsonSchema, `${path}.${i}`)));
        }
        break;
      case 'anyOf':
        if (!(wanted as readonly JsonSchema[]).some((one) => objections(value, one).length === 0))
          object('anyOf');
        break;
      case 'required':
        for (const key of wanted as readonly string[])
          if (isMap(value) && !(key in value)) object(`no ${key}`);
        break;
      case 'properties':
        if (!isMap(value)) break;
        for (const [key, inner] of Object.entries(wanted as Readonly<Record<string, JsonSchema>>)) {
          if (key in value) found.push(...objections(value[key], inner, `${path}.${key}`));
        }
        break;
      case 'additionalProperties':
        if (!isMap(value)) break;
        for (const key of Object.keys(value))
          if (!(key in (part.properties as object))) object(`unknown ${key}`);
        break;
      default:
        throw new Error(`the test does not know the keyword ${keyword}`);
    }
  }
  return found;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object':
      return isMap(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

/** What an editor would say of a text. */
function editorSays(text: string): string[] {
  return objections(parse(text), schema);
}

describe('the JSON Schema for editors', () => {
  it('is the one in scenarios/: write it with UPDATE_SCHEMA=1 npx vitest run test/scenario/json-schema.test.ts', () => {
    if (process.env.UPDATE_SCHEMA !== undefined) writeFileSync(file, jsonSchemaText());
    const isFresh = readFileSync(file, 'utf8') === jsonSchemaText();
    expect(
      isFresh,
      `stale: UPDATE_SCHEMA=1 npx vitest run test/scenario/json-schema.test.ts writes ${file}`,
    ).toBe(true);
  });

  it('describes every field with its meaning, its source and its default', () => {
    for (const { path, schema: field } of fieldsOf(scenarioSchema)) {
      let part = schema;
      for (const key of path) part = (part.properties as Readonly<Record<string, JsonSchema>>)[key]!;
      const meta = metaOf(field)!;
      expect(part.default).toEqual(meta.initial);
      expect(part.description).toContain(meta.about);
      expect(part.description).toContain(meta.source);
      expect([path.join('.'), objections(meta.initial, part)]).toEqual([path.join('.'), []]);
    }
  });

  it.each(['traditional.yaml', 'standard.yaml', 'base/engineer-to-order.yaml'])('accepts %s', (name) => {
    const text = readFileSync(join(packageScenarios(), name), 'utf8');
    expect(editorSays(text)).toEqual([]);
    expect(text).toMatch(/^# yaml-language-server: \$schema=(\.\.\/)?salesworks\.schema\.json\n/);
  });

  it('accepts the scenario to start from', () => {
    expect(editorSays(starterScenario({ base: 'standard', name: 'x', schema: 'y' }))).toEqual([]);
  });

  it('accepts quantities, distributions and hours as the program does', () => {
    expect(
      editorSays(`
extends: traditional
booking: { horizon: 2 months, acceptance: 0.5, contactSuccess: 20%, retryAfter: 1  working day, daysOffered: 5 }
money: { burden: 1.3x, currency: € }
organisation:
  interrupting: false
  roles:
    salesperson: { salary: €130k, hours: Mon-Fri 08:00-16:00 }
    production: { salary: "CHF 45,000", hours: [Mon-Fri 06:00-14:00, Mon-Fri 14:00-22:00] }
workflow: { deliberation: { kind: mixture, parts: [3 weeks, { kind: gamma, shape: 2, scale: 1 week }], weights: [1, 2] } }
territory: { layout: cities, cities: [{ name: A, x: 3 km, y: 4 mi }] }
`),
    ).toEqual([]);
  });

  it.each([
    ['weeks: 5', 'unknown weeks'],
    ['run: { weeks: 5.5 }', 'type integer,string'],
    ['run: { weeks: 0 }', 'minimum'],
    ['run: { weeks: -1 }', 'minimum'],
    ['booking: { horizon: 3 }', 'type string'],
    ['booking: { horizon: 3 kg }', 'pattern'],
    ['booking: { horizon: -3 weeks }', 'pattern'],
    ['booking: { acceptance: 20 }', 'maximum'],
    ['booking: { acceptance: 20 mi }', 'pattern'],
    ['organisation: { booking: { day: clustr } }', 'enum'],
    ['organisation: { interrupting: "yes" }', 'type boolean'],
    ['organisation: { roles: { salesperson: { salary: 5 h } } }', 'pattern'],
    ['organisation: { orderOfWork: [reactive] }', 'minItems'],
    ['organisation: { orderOfWork: [reactive, reactive, dated, scheduling] }', 'uniqueItems'],
    ['market: { profile: { months: [1, 2] } }', 'minItems'],
    ['market: { profile: { weekdays: [-1, 1, 1, 1, 1, 1, 1] } }', 'minimum'],
    ['territory: { cities: [{ name: A, x: 3 km }] }', 'no y'],
    ['workflow: { deliberation: { kind: gama, mean: 3 weeks, cv: 1 } }', 'anyOf'],
    ['workflow: { deliberation: { kind: exponential } }', 'anyOf'],
    ['workflow: { deliberation: { kind: exponential, mean: 3 weeks, cv: 1 } }', 'anyOf'],
    ['extends: 5', 'type string'],
  ])('objects to %s', (text, objection) => {
    expect(editorSays(text).join('\n')).toContain(objection);
  });
});
