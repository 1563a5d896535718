/** A box to be placed, with its size in pixels. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** A connection to be routed, with room for its label. */
export interface Link {
  readonly from: string;
  readonly to: string;
  /** Pixels that the label needs. */
  readonly label: { readonly width: number; readonly height: number };
  /** Whether it may run against the direction of the graph. */
  readonly isBack?: boolean;
}

export interface Graph {
  readonly boxes: readonly Box[];
  readonly links: readonly Link[];
  /** Ids of boxes that stand below one another, in this order, whether they are linked or not. */
  readonly column?: readonly string[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where everything stands: middles of boxes and labels, y downwards. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** In the order of the boxes. */
  readonly boxes: readonly Point[];
  /** In the order of the links. */
  readonly links: readonly RoutedLink[];
}

export interface RoutedLink {
  /** Start, then two control points and a point for every Bézier curve, then the tip of the arrow. */
  readonly points: readonly Point[];
  readonly tip: Point;
  readonly label: Point;
}

/** What Graphviz writes of a graph, as far as it is read. */
interface Written {
  readonly bb: string;
  readonly objects: readonly { readonly name: string; readonly pos: string }[];
  readonly edges?: readonly { readonly pos: string; readonly lp: string }[];
}

/** Graphviz counts in points of an inch; one of them is a pixel here. */
const PIXELS_PER_INCH = 72;

/**
 * Places boxes in layers from top to bottom with few crossings, and routes the links around them (Gansner et al. 1993,
 * "A technique for drawing directed graphs", by Graphviz's dot). The same graph gives the same layout everywhere.
 */
export async function layoutOf(graph: Graph): Promise<GraphLayout> {
  const { boxes, links } = graph;
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const graphviz = await Graphviz.load();
  const written = JSON.parse(graphviz.layout(dotOf(graph), 'json', 'dot')) as Written;
  const [, , width, height] = numbersIn(written.bb);
  const place = ({ x, y }: Point): Point => ({ x, y: height! - y });
  const positions = new Map(written.objects.map(({ name, pos }) => [name, pointsIn(pos)[0]!]));
  return {
    width: width!,
    height: height!,
    boxes: boxes.map((_, i) => place(positions.get(`b${i}`)!)),
    links: (written.edges ?? []).slice(0, links.length).map(({ pos, lp }) => {
      const [tip, ...curve] = pointsIn(pos.replace(/^[es],/, '')).map(place);
      const points = pos.startsWith('s,') ? curve.reverse() : curve;
      return { tip: tip!, points, label: place(pointsIn(lp)[0]!) };
    }),
  };
}

function dotOf({ boxes, links, column = [] }: Graph): string {
  const names = new Map(boxes.map(({ id }, i) => [id, `b${i}`]));
  const nodes = boxes.map(
    ({ width, height }, i) =>
      `b${i} [width=${width / PIXELS_PER_INCH}, height=${height / PIXELS_PER_INCH}, label=""]`,
  );
  const edges = links.map(({ from, to, label, isBack = false }) => {
    const room =
      `<<TABLE BORDER="0" CELLBORDER="0" FIXEDSIZE="TRUE" WIDTH="${Math.ceil(label.width)}" ` +
      `HEIGHT="${Math.ceil(label.height)}"><TR><TD></TD></TR></TABLE>>`;
    // Drawn upwards, but ranked downwards, so that it takes part in the layers.
    const [tail, head] = isBack ? [to, from] : [from, to];
    return `${names.get(tail)!} -> ${names.get(head)!} [label=${room}${isBack ? ', dir=back' : ''}]`;
  });
  const below = column
    .slice(1)
    .map((id, i) => `${names.get(column[i]!)!} -> ${names.get(id)!} [style=invis, weight=8]`);
  return [
    'digraph {',
    'graph [rankdir=TB, nodesep=0.12, ranksep=0.34, splines=true, margin=0, pad=0]',
    'node [shape=box, fixedsize=true]',
    ...nodes,
    ...edges,
    ...below,
    '}',
  ].join('\n');
}

/** Points of a position as Graphviz writes it: `x,y x,y ...`. */
function pointsIn(text: string): Point[] {
  return text.split(/\s+/).map((pair) => {
    const [x, y] = numbersIn(pair);
    return { x: x!, y: y! };
  });
}

function numbersIn(text: string): number[] {
  return text.split(',').map(Number);
}
