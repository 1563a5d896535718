import type { Stream } from '../../random/stream.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Place } from './place.ts';

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A disc in which places lie, and the share of places that do. */
interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly weight: number;
  readonly city: number;
}

/** Places by which customers are counted when a territory is shared. */
const SAMPLE = 4000;
/** The root of x^5 = x + 1. */
const R4_ROOT = 1.1673039782614187;

/** Where customers are. Belongs to the market: it is the same for every organisation. */
export class Territory {
  private readonly area: Rectangle;
  private readonly discs: readonly Disc[];
  /** Share of places in discs; the others are spread evenly over the area. */
  private readonly shareInDiscs: number;
  private readonly sharing: Scenario['organisation']['territories'];

  /** `clusterDraws` places the clusters of a clustered layout; `sharing` is how the firm splits the territory. */
  constructor(
    territory: Scenario['territory'],
    clusterDraws: Stream,
    sharing: Scenario['organisation']['territories'] = 'equal-area',
  ) {
    this.sharing = sharing;
    const { width, height, layout, clusters, cities } = territory;
    this.area = { x: 0, y: 0, width, height };
    this.shareInDiscs = layout === 'uniform' ? 0 : layout === 'cities' ? 1 : clusters.share;
    this.discs =
      layout === 'cities'
        ? cities.map((city, index) => ({ ...city, city: index + 1 }))
        : Array.from({ length: layout === 'clustered' ? clusters.count : 0 }, () => ({
            x: clusterDraws.uniform() * width,
            y: clusterDraws.uniform() * height,
            radius: clusters.radius,
            weight: 1,
            city: 0,
          }));
  }

  /** The place that four uniform draws stand for: in a disc or not, which one, and where there. */
  placeAt(inDisc: number, which: number, across: number, along: number): Place {
    if (inDisc >= this.shareInDiscs) {
      return { x: across * this.area.width, y: along * this.area.height, city: 0 };
    }
    const disc = this.discAt(which);
    const distance = disc.radius * Math.sqrt(across);
    const angle = 2 * Math.PI * along;
    return {
      x: disc.x + distance * Math.cos(angle),
      y: disc.y + distance * Math.sin(angle),
      city: disc.city,
    };
  }

  /** Rectangles, as square as rows of them allow, one for each of `count` salespeople: a share of the territory each. */
  split(count: number): readonly Patch[] {
    const { width, height } = this.area;
    const rows = Math.min(count, Math.max(1, Math.round(Math.sqrt((count * height) / width))));
    return this.sharing === 'equal-area' ? this.splitByArea(count, rows) : this.splitByCustomers(count, rows);
  }

  private splitByArea(count: number, rows: number): readonly Patch[] {
    const { width, height } = this.area;
    const patches: Patch[] = [];
    let y = 0;
    for (let row = 0; row < rows; row++) {
      const columns = columnsIn(row, count, rows);
      const rowHeight = (height * columns) / count;
      for (let column = 0; column < columns; column++) {
        const x = (width * column) / columns;
        const area = { x, y, width: width / columns, height: rowHeight };
        patches.push({ ...area, base: this.baseOf(area) });
      }
      y += rowHeight;
    }
    return patches;
  }

  /** Cuts between places of a fixed sample: rows first, then each row on its own. */
  private splitByCustomers(count: number, rows: number): readonly Patch[] {
    const { width, height } = this.area;
    let left = [...this.sample()].sort((a, b) => a.y - b.y);
    const size = left.length;
    const patches: Patch[] = [];
    let y = 0;
    for (let row = 0; row < rows; row++) {
      const columns = columnsIn(row, count, rows);
      const inRow = left.slice(0, Math.round((size * columns) / count));
      left = left.slice(inRow.length);
      const top = row === rows - 1 ? height : middle(inRow.at(-1)!.y, left[0]!.y);
      inRow.sort((a, b) => a.x - b.x);
      let x = 0;
      for (let column = 1; column <= columns; column++) {
        const last = Math.round((inRow.length * column) / columns) - 1;
        const right = column === columns ? width : middle(inRow[last]!.x, inRow[last + 1]!.x);
        const area = { x, y, width: right - x, height: top - y };
        patches.push({ ...area, base: this.baseOf(area) });
        x = right;
      }
      y = top;
    }
    return patches;
  }

  /** Places spread as customers are, by a rule instead of chance (Roberts 2018, the sequence R4). */
  private sample(): readonly Place[] {
    const steps = [1, 2, 3, 4].map((power) => R4_ROOT ** -power) as [number, number, number, number];
    return Array.from({ length: SAMPLE }, (_, i) => {
      const [inDisc, which, across, along] = steps.map((step) => (0.5 + (i + 1) * step) % 1);
      return this.placeAt(inDisc!, which!, across!, along!);
    });
  }

  private discAt(which: number): Disc {
    const total = this.discs.reduce((sum, disc) => sum + disc.weight, 0);
    let left = which * total;
    for (const disc of this.discs) if ((left -= disc.weight) < 0) return disc;
    return this.discs.at(-1)!;
  }

  /** The centre of the patch, or of its largest city. */
  private baseOf(area: Rectangle): Place {
    const cities = this.discs.filter((disc) => disc.city > 0 && contains(area, disc));
    const largest = cities.sort((a, b) => b.weight - a.weight)[0];
    if (largest !== undefined) return { x: largest.x, y: largest.y, city: largest.city };
    return { x: area.x + area.width / 2, y: area.y + area.height / 2, city: 0 };
  }
}

/** Patches in a row, of `count` patches in `rows` rows. */
function columnsIn(row: number, count: number, rows: number): number {
  return Math.floor((count * (row + 1)) / rows) - Math.floor((count * row) / rows);
}

function middle(one: number, other: number): number {
  return (one + other) / 2;
}

/** One salesperson's part of the territory, and the base from which it is worked. */
export interface Patch extends Rectangle {
  readonly base: Place;
}

/** Index of the patch that a place lies in; places outside belong to the patch whose base is nearest. */
export function patchOf(patches: readonly Patch[], place: Place): number {
  const inside = patches.findIndex((patch) => contains(patch, place));
  if (inside >= 0) return inside;
  let nearest = 0;
  patches.forEach((patch, i) => {
    if (distanceSquared(patch.base, place) < distanceSquared(patches[nearest]!.base, place)) nearest = i;
  });
  return nearest;
}

function contains(area: Rectangle, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
}

function distanceSquared(one: Place, other: Place): number {
  return (one.x - other.x) ** 2 + (one.y - other.y) ** 2;
}
