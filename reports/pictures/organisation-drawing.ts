import type { Result } from '../../sim/experiment/result.ts';
import type { Layout, Row } from '../charts/chart.ts';
import { meansWords, sourceOf } from '../charts/provenance-words.ts';
import { organisationNames } from '../words/organisation-names.ts';
import { shippedFonts } from '../render/fonts.ts';
import { TextWidth } from '../render/text-width.ts';
import { roleTitle, roleWords, WORKS } from '../words/role-words.ts';
import { listed, plainText, say, type Sentence } from '../words/sentence.ts';
import { layoutOf } from './graph-layout.ts';
import { beside } from './beside.ts';
import {
  BOX,
  LABEL,
  CUSTOMERS_BOX,
  functionMarks,
  customersMarks,
  labelLines,
  labelSize,
  routeMarks,
} from './organisation-marks.ts';
import {
  CUSTOMERS,
  DELIVERED,
  handsChanged,
  organisationGraph,
  type OrganisationGraph,
} from './organisation-graph.ts';
import { mark, textMark } from './marks.ts';
import type { Drawing, Picture } from './picture.ts';
import { FAINT_INK, hueOf } from '../charts/theme.ts';

const HEADING = 34;
/** Pixels after which a label beside an arrow is wrapped. */
const LABEL_WIDTHS: Readonly<Record<Layout, number>> = { wide: 96, narrow: 64 };

/** Who works in each organisation, what goes between them, how busy they are and how much waits for them. */
export async function organisationDrawing(result: Result, layout: Layout): Promise<Picture | undefined> {
  // An organisation that changes has several drawings.
  if (result.transition !== undefined) return undefined;
  const names = organisationNames(result);
  const graphs = result.organisations.map(organisationGraph);
  if (graphs.some((graph) => graph === undefined)) return undefined;
  const known = graphs.map((graph) => graph!);
  const drawings = await Promise.all(
    known.map((graph, i) => drawingOf(graph, { name: names[i]!, index: i, layout })),
  );
  const title = titleOf(result, known);
  return {
    id: 'organisation',
    title,
    subtitle:
      'A box is a function, a circle one person, filled as far as they are busy, a square a ' +
      'task that waits, on average. Solid arrows: the way of a sale, a hand-over where it goes from one function to another; dashed: what accounts bring; checks on the way, such as ' +
      'site visits, are left out. Thick border: most often the constraint, several if their 95 % intervals do not tell ' +
      `them apart. ${meansWords(result)}`,
    source: sourceOf(result),
    textAlternative: `${title}. ${known.map((graph, i) => inWords(graph, names[i]!)).join(' ')}`,
    metrics: metricsOf(known),
    data: known.flatMap((graph, i) => rowsOf(graph, names[i]!)),
    drawing: beside(drawings, layout === 'wide' ? 2 : 1),
  };
}

interface Place {
  readonly name: string;
  /** Of the organisation in the result. */
  readonly index: number;
  readonly layout: Layout;
}

async function drawingOf(graph: OrganisationGraph, { name, index, layout }: Place): Promise<Drawing> {
  const { functions, routes, aside, order } = graph;
  const ends = [CUSTOMERS, DELIVERED].filter((end) =>
    routes.some(({ from, to }) => from === end || to === end),
  );
  const labels = routes.map((route) => labelLines(route, LABEL_WIDTHS[layout]));
  const placed = await layoutOf({
    boxes: [
      ...functions.map(({ role }) => ({ id: role, ...BOX })),
      ...ends.map((id) => ({ id, ...CUSTOMERS_BOX })),
    ],
    links: routes.map(({ from, to, isBack }, i) => ({ from, to, isBack, label: labelSize(labels[i]!) })),
    column: layout === 'narrow' ? inOneColumn(graph) : order,
  });
  const marks = [
    ...routes.map((route, i) => routeMarks(route, placed.links[i]!, labels[i]!)),
    ...functions.map((box, i) =>
      functionMarks(box, placed.boxes[i]!, {
        isConstraint: graph.constraints.includes(box.role),
      }),
    ),
    ...ends.map((_, i) => customersMarks(placed.boxes[functions.length + i]!)),
  ];
  const note = asideLines(aside, placed.width);
  const top = HEADING + placed.height + 18;
  return {
    width: placed.width,
    height: top + note.length * LABEL.lineHeight,
    marks:
      textMark(0, 18, name, { size: 15, isBold: true, ink: hueOf(index) }) +
      mark('g', { transform: `translate(0,${HEADING})` }, marks.join('')) +
      note
        .map((line, i) => textMark(0, top + i * LABEL.lineHeight, line, { size: LABEL.size, ink: FAINT_INK }))
        .join(''),
  };
}

/** A narrow sheet has no room for two functions beside one another: those that only serve accounts stand before the works. */
function inOneColumn({ functions, order }: OrganisationGraph): string[] {
  const others = functions.map(({ role }) => role).filter((role) => !order.includes(role));
  const works = order.findIndex((role) => WORKS.includes(role));
  return works < 0 ? [...order, ...others] : [...order.slice(0, works), ...others, ...order.slice(works)];
}

/** Who is paid and has no part in the flow, in lines of the width of the drawing. */
function asideLines(aside: OrganisationGraph['aside'], width: number): string[] {
  if (aside.length === 0) return [];
  const people = aside.map(({ role, heads }) => {
    const { one, group } = roleWords(role);
    return `${heads} ${heads === 1 ? one : group}`;
  });
  const text = new TextWidth(shippedFonts());
  return text.lines(`Beside the flow: ${people.join(', ')}.`, width, { fontSize: LABEL.size });
}

/** Constraints that are named; of more it is only said that they are not told apart. */
const MOST_NAMED = 3;

function titleOf(result: Result, graphs: readonly OrganisationGraph[]): string {
  const names = organisationNames(result);
  const hands = names.map((name, i) => say`${handsChanged(result.organisations[i]!)} in ${name}`);
  return plainText(
    say`Hand-overs on the way of a sale: ${listed(hands)}; the constraint is most often ${limitsOf(names, graphs)}`,
  );
}

/** Who limits in each organisation; said once if it is the same in all. */
function limitsOf(names: readonly string[], graphs: readonly OrganisationGraph[]): Sentence {
  const limits = graphs.map(({ constraints }) => constraintWords(constraints));
  const isSame = limits.every((limit) => limit === limits[0]);
  if (isSame) return say`${limits[0]!} in ${listed(names.map((name) => say`${name}`))}`;
  return listed(limits.map((limit, i) => say`${limit} in ${names[i]!}`));
}

function constraintWords(constraints: readonly string[]): string {
  if (constraints.length === 0) return 'nobody';
  if (constraints.length > MOST_NAMED) return 'not decided';
  return plainText(
    listed(
      constraints.map((group) => say`${roleWords(group).group}`),
      'or',
    ),
  );
}

function inWords({ functions, routes }: OrganisationGraph, name: string): string {
  const people = functions.map(({ role, heads, utilisation, queue }) => {
    const busy = utilisation === undefined ? '' : `, busy ${(100 * utilisation).toFixed(0)} %`;
    const waiting = queue === undefined ? '' : `, ${queue.toFixed(1)} tasks waiting`;
    return `${roleTitle(role)}: ${heads}${busy}${waiting}`;
  });
  const way = routes
    .filter(({ isSale }) => isSale)
    .map(({ from, to, what }) => `${what.join(', ')} from ${placeWords(from)} to ${placeWords(to)}`);
  return `${name}: ${people.join('; ')}. The way of a sale: ${way.join('; ')}.`;
}

function placeWords(place: string): string {
  return place === CUSTOMERS || place === DELIVERED ? 'customers' : roleWords(place).group;
}

function metricsOf(graphs: readonly OrganisationGraph[]): string[] {
  const roles = new Set(graphs.flatMap(({ functions }) => functions.map(({ role }) => role)));
  return ['utilisation', 'queue-length', 'constraint-share'].flatMap((family) =>
    [...roles].map((role) => `${family}.${role}`),
  );
}

function rowsOf({ functions, routes }: OrganisationGraph, organisation: string): Row[] {
  const common = {
    from: null,
    to: null,
    what: null,
    role: null,
    heads: null,
    utilisation: null,
    waiting: null,
  };
  return [
    ...functions.map(({ role, heads, utilisation, queue }) => ({
      organisation,
      kind: 'function',
      ...common,
      role,
      heads,
      utilisation: utilisation ?? null,
      waiting: queue ?? null,
    })),
    ...routes.map(({ from, to, what }) => ({
      organisation,
      kind: 'route',
      ...common,
      from: placeWords(from),
      to: placeWords(to),
      what: what.join(', '),
    })),
  ];
}
