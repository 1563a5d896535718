import { describe, expect, it } from 'vitest';
import type { Layout } from '../../reports/charts/chart.ts';
import { layoutOf } from '../../reports/pictures/graph-layout.ts';
import { organisationDrawing } from '../../reports/pictures/organisation-drawing.ts';
import { handsChanged, organisationGraph } from '../../reports/pictures/organisation-graph.ts';
import { twoByTwo } from '../../reports/pictures/two-by-two.ts';
import { twoByTwoPicture } from '../../reports/pictures/two-by-two-picture.ts';
import { bordersOf } from '../../reports/pictures/state-borders.ts';
import { journeyLanes } from '../../reports/pictures/journey-lanes.ts';
import { tripsMap } from '../../reports/pictures/trips-map.ts';
import { weekCalendar } from '../../reports/pictures/week-calendar.ts';
import { weekCalendarPicture } from '../../reports/pictures/week-calendar-picture.ts';
import { roleTitle } from '../../reports/words/role-words.ts';
import { ConicProjection } from '../../sim/scenario/geography/conic-projection.ts';
import { picturesOf } from '../../reports/pictures/all-pictures.ts';
import { svgOf } from '../../reports/render/picture-svg.ts';
import type { OrganisationResult, Result } from '../../sim/experiment/result.ts';
import type { HandOff } from '../../sim/scenario/arithmetic/hand-offs.ts';
import { tagsOf } from './read-back.ts';
import {
  ofOneOrganisation,
  ofOneReplication,
  ofThreeOrganisations,
  renamed,
  smallResult,
} from './small-result.ts';

const result = smallResult();
const LAYOUTS: readonly Layout[] = ['wide', 'narrow'];

function textsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text!);
}

describe('a graph layout', () => {
  it('puts every box inside the sheet, none upon another, and begins and ends links at boxes', async () => {
    const boxes = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 100, height: 40 }));
    const label = { width: 30, height: 14 };
    const links = [
      { from: 'a', to: 'b', label },
      { from: 'b', to: 'c', label },
      { from: 'c', to: 'a', label, isBack: true },
      { from: 'a', to: 'd', label },
    ];
    const { width, height, boxes: placed, links: routed } = await layoutOf({ boxes, links });
    const apart = (i: number, j: number) =>
      Math.abs(placed[i]!.x - placed[j]!.x) >= 100 || Math.abs(placed[i]!.y - placed[j]!.y) >= 40;
    for (const [i, { x, y }] of placed.entries()) {
      expect(x >= 50 - 1e-6 && x <= width - 50 + 1e-6 && y >= 20 - 1e-6 && y <= height - 20 + 1e-6).toBe(
        true,
      );
      for (let j = 0; j < i; j++) expect(apart(i, j)).toBe(true);
    }
    // Links point where they lead, the one that goes back too: up to the first box.
    const heads = links.map(({ to }) => placed[boxes.findIndex(({ id }) => id === to)]!);
    for (const [i, { tip }] of routed.entries()) {
      expect(Math.abs(tip.x - heads[i]!.x)).toBeLessThanOrEqual(51);
      expect(Math.abs(tip.y - heads[i]!.y)).toBeLessThanOrEqual(21);
    }
    expect(routed[2]!.tip.y).toBeLessThan(routed[2]!.points[0]!.y);
  });
});

describe('the organisation drawing', () => {
  it('has a circle for every person of a function, and names how busy they are', async () => {
    const picture = (await organisationDrawing(result, 'wide'))!;
    const svg = svgOf(picture.drawing);
    const heads = result.organisations
      .flatMap((organisation) => organisationGraph(organisation)!.functions)
      .reduce((sum, box) => sum + box.heads, 0);
    expect(tagsOf(svg).filter(({ name }) => name === 'circle')).toHaveLength(heads);
    const { mean } = result.organisations[0]!.metrics['utilisation.salesperson']!;
    expect(textsIn(svg).join()).toContain(`busy ${(100 * mean!).toFixed(0)} %`);
  });

  it('counts the hands through which a sale goes', async () => {
    expect(result.organisations.map(handsChanged)).toEqual([2, 6]);
    expect((await organisationDrawing(result, 'wide'))!.title).toContain(
      '2 in traditional and 6 in standard;',
    );
  });

  it('counts them in the field where a firm sells on the phone too', () => {
    const [organisation] = result.organisations as [OrganisationResult];
    const handOff = (from: HandOff['from'], to: HandOff['to'], way: HandOff['way']): HandOff => ({
      from,
      to,
      what: 'it',
      isSale: true,
      ...(way === undefined ? {} : { way }),
    });
    const phone = handOff('inside-sales', 'engineering', 'phone');
    const field = [
      handOff('customers', 'sales-coordinator', 'field'),
      handOff('sales-coordinator', 'salesperson', 'field'),
      handOff('salesperson', 'engineering', 'field'),
      handOff('engineering', 'customers', 'field'),
    ];
    const count = (handOffs: readonly HandOff[]) =>
      handsChanged({ ...organisation, facts: { ...organisation.facts, handOffs } });
    expect(count([phone, ...field])).toBe(2);
    expect(count([phone])).toBe(1);
    expect(count([handOff('salesperson', 'engineering', undefined)])).toBe(1);
  });

  it('names every function that may be the constraint most often, and says if they are too many', async () => {
    const title = async (shares: Readonly<Record<string, readonly [number, number]>>) => {
      const changed = result.organisations.map((organisation) => ({
        ...organisation,
        metrics: {
          ...Object.fromEntries(
            Object.entries(organisation.metrics).filter(([id]) => !id.startsWith('constraint-share.')),
          ),
          ...Object.fromEntries(
            Object.entries(shares).map(([role, ci95]) => [
              `constraint-share.${role}`,
              { mean: (ci95[0] + ci95[1]) / 2, ci95, unit: 'share', n: 12 },
            ]),
          ),
        },
      }));
      const picture = await organisationDrawing({ ...result, organisations: changed }, 'wide');
      return picture!.title.replace(/.*; /, '');
    };
    expect(await title({ engineering: [0.5, 0.6], production: [0.45, 0.51], market: [0, 0.2] })).toBe(
      'the constraint is most often engineering or production in traditional and standard',
    );
    const four = ['engineering', 'production', 'salesperson', 'market'];
    expect(await title(Object.fromEntries(four.map((role) => [role, [0.2, 0.3]])))).toContain(
      'not decided in',
    );
    expect(await title({ market: [0, 0] })).toContain('nobody in traditional');
  });

  it('is not drawn of an organisation that changes', async () => {
    const changing = { ...result, transition: {} as NonNullable<Result['transition']> };
    expect(await organisationDrawing(changing, 'wide')).toBeUndefined();
  });

  it('names those who are paid and take no part in the flow', async () => {
    const picture = (await organisationDrawing(result, 'wide'))!;
    expect(textsIn(svgOf(picture.drawing)).join(' ')).toMatch(/Beside the flow: .*sales manager/);
  });
});

describe('the two-by-two', () => {
  it('counts heads as they were on average, where they come and go', () => {
    const [organisation] = result.organisations as [OrganisationResult];
    const heads = { mean: 5, ci95: null, unit: 'number', n: 12 };
    const fewer = { ...organisation, metrics: { ...organisation.metrics, 'heads.salesperson': heads } };
    const hours = (of: OrganisationResult) =>
      twoByTwo(of)
        .flatMap(({ activities }) => activities)
        .filter(({ role }) => role === 'salesperson')
        .reduce((sum, entry) => sum + entry.hours, 0);
    expect(hours(fewer)).toBeCloseTo(hours(organisation) / 2, 9);
  });

  it('has all hours of everybody but the works, once', () => {
    for (const organisation of result.organisations) {
      const cells = twoByTwo(organisation);
      const inCells = cells.reduce((sum, { hours }) => sum + hours, 0);
      const spent = organisation.facts.roles
        .filter(({ role }) => !['engineering', 'production', 'finishing'].includes(role))
        .flatMap(({ role, heads }) =>
          Object.entries(organisation.metrics).flatMap(([id, { mean }]) =>
            id.startsWith(`hours-per-week.${role}.`) && !id.endsWith('.idle') ? [(mean ?? 0) * heads] : [],
          ),
        )
        .reduce((sum, hours) => sum + hours, 0);
      expect(inCells).toBeCloseTo(spent, 6);
      expect(cells.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    }
  });

  it('counts meetings as selling outside, and travel as not selling', () => {
    const [selling, other] = twoByTwo(result.organisations[0]!);
    expect(selling!.activities.map(({ activity }) => activity)).toContain('conceptual-meeting');
    expect(other!.activities.map(({ activity }) => activity)).toContain('travel');
  });
});

describe('the week of a salesperson', () => {
  const [{ illustration }] = result.organisations as [OrganisationResult];
  const calendar = weekCalendar(illustration!);

  it('has all that was done in its first week, in order and never two things at once', () => {
    const minutes = (spent: readonly { readonly from: number; readonly to: number }[]) =>
      spent.reduce((sum, { from, to }) => sum + to - from, 0);
    const start = illustration!.weeks.from * 7 * 24 * 60;
    const week = illustration!.agenda.filter(({ from }) => from >= start && from < start + 7 * 24 * 60);
    // Gaps of two minutes within a group are drawn over.
    expect(minutes(calendar.blocks)).toBeGreaterThanOrEqual(minutes(week) - 1e-6);
    expect(minutes(calendar.blocks)).toBeLessThan(minutes(week) + 2 * week.length);
    for (const [i, block] of calendar.blocks.entries()) {
      const before = calendar.blocks[i - 1];
      if (before?.day === block.day) expect(block.from).toBeGreaterThanOrEqual(before.to - 1e-6);
    }
  });

  it('counts in its title the meetings that it shows', async () => {
    const picture = (await weekCalendarPicture(result, 'wide'))!;
    const business = calendar.blocks.filter(
      ({ meeting }) => meeting !== undefined && meeting !== 'maintenance-visit',
    ).length;
    expect(picture.title).toContain(`${business} meeting`);
  });
});

describe('the way of one sale', () => {
  it('has a lane for every role that worked on it, and all its days', async () => {
    const picture = (await journeyLanes(result, 'wide'))!;
    const texts = textsIn(svgOf(picture.drawing));
    for (const { illustration, name } of result.organisations) {
      const { steps, arrivedAt, decidedAt } = illustration!.journey!;
      for (const { role } of steps) expect(texts).toContain(roleTitle(role));
      expect(picture.title).toContain(`${((decidedAt - arrivedAt) / 1440).toFixed(0)} days in ${name}`);
    }
    expect(picture.data.filter(({ kind }) => kind === 'work').length).toBe(
      result.organisations.reduce((sum, { illustration }) => sum + illustration!.journey!.steps.length, 0),
    );
  });
});

describe('the map of trips', () => {
  it('has a line for every leg, a dot for every stop and a square for every home', async () => {
    const svg = svgOf((await tripsMap(result, 'wide'))!.drawing);
    const legs = result.organisations.flatMap(({ illustration }) => illustration!.trips.legs);
    const tags = tagsOf(svg);
    const lines = tags.filter(({ attributes }) => attributes.get('stroke-opacity') === '0.65');
    expect(lines).toHaveLength(legs.length);
    const stops = result.organisations.map(
      ({ illustration }) => new Set(illustration!.trips.legs.map(({ to }) => `${to.x} ${to.y}`)).size,
    );
    expect(tags.filter(({ name }) => name === 'circle')).toHaveLength(stops[0]! + stops[1]!);
  });

  it('fits the borders of the states to where cities lie', async () => {
    // Where the border of Indiana and Illinois meets the lake, and the point where Indiana, Ohio and Michigan meet.

    const cities = [
      { name: 'Chicago', latitude: 41.85, longitude: -87.65 },
      { name: 'Detroit', latitude: 42.3314, longitude: -83.0457 },
      { name: 'Dayton', latitude: 39.7589, longitude: -84.1916 },
    ];
    const projection = ConicProjection.around(cities);
    const placed = cities.map((city) => ({ ...city, ...shifted(projection.project(city)), radius: 5 }));
    const borders = await bordersOf({ unit: 'miles', width: 350, height: 250, cities: placed });
    const corners = [
      { latitude: 41.7083, longitude: -87.5246 },
      { latitude: 41.6961, longitude: -84.806 },
    ].map((corner) => shifted(projection.project(corner)));
    for (const corner of corners) {
      const nearest = Math.min(...borders.flat().map(({ x, y }) => Math.hypot(x - corner.x, y - corner.y)));
      expect(nearest).toBeLessThan(3);
    }

    function shifted({ x, y }: { readonly x: number; readonly y: number }) {
      return { x: x + 150, y: y + 120 };
    }
  });
});

describe('every picture', () => {
  it.each(LAYOUTS)('keeps its texts on the sheet, %s', async (layout) => {
    for (const { id, drawing } of await picturesOf(ofThreeOrganisations(result), layout)) {
      expect(drawing.width, id).toBeLessThanOrEqual(layout === 'wide' ? 1100 : 400);
    }
  });

  it('has the same bytes when it is drawn again', async () => {
    const draw = async () => (await picturesOf(smallResult(), 'wide')).map(({ drawing }) => svgOf(drawing));
    expect(await draw()).toEqual(await draw());
  });

  it('escapes names from scenarios', async () => {
    const hostile = renamed(result, ['</text><script>alert(1)</script>', '"><image href="x"/>']);
    for (const { id, drawing } of await picturesOf(hostile, 'wide')) {
      const names = new Set(tagsOf(svgOf(drawing)).map(({ name }) => name));
      for (const name of ['script', 'image']) expect(names.has(name), id).toBe(false);
    }
  });

  it('is drawn for one organisation and for one replication', async () => {
    for (const odd of [ofOneOrganisation(result), ofOneReplication(result)]) {
      expect((await picturesOf(odd, 'wide')).map(({ id }) => id)).toContain('organisation');
    }
  });

  it('is left out of results that do not say what it is drawn from', async () => {
    const old: Result = {
      ...result,
      organisations: result.organisations.map((organisation) => {
        const { currency, weeks, roles } = organisation.facts;
        return { ...organisation, facts: { currency, weeks, roles } };
      }),
    };
    expect(await organisationDrawing(old, 'wide')).toBeUndefined();
    expect(await twoByTwoPicture(old, 'wide')).toBeUndefined();
  });
});
