import type { Place } from '../market/place.ts';
import { patchOf, type Patch, type Territory } from '../market/territory.ts';
import type { FieldSeat } from './seat.ts';

/** Who has which part of the territory. It is split evenly among as many salespeople as there are. */
export class Patches {
  private readonly territory: Territory;
  private patches: readonly Patch[];
  /** Number of the salesperson's seat, by patch. */
  private owners: readonly number[];

  /** `count` salespeople in seats 0, 1, ... have a patch each. */
  constructor(territory: Territory, count: number) {
    this.territory = territory;
    this.patches = territory.split(count);
    this.owners = this.patches.map((_, index) => index);
  }

  /** Number of the seat to which a place belongs. */
  ownerOf(place: Place): number {
    return this.owners[patchOf(this.patches, place)]!;
  }

  /** Base of a salesperson who joins others: the middle of the patch that they leave. */
  baseBeside(others: readonly FieldSeat[]): Place {
    const patches = this.territory.split(others.length + 1);
    const owners = ownersOf(patches, others);
    return patches[owners.indexOf(undefined)]!.base;
  }

  /** Of some seats, those that would have a patch each if there were `count`: the nearest to each in turn. */
  nearest(seats: readonly FieldSeat[], count: number): ReadonlySet<FieldSeat> {
    const chosen = new Set<FieldSeat>();
    for (const { base } of this.territory.split(Math.max(1, count))) {
      let best: FieldSeat | undefined;
      for (const seat of seats) {
        if (chosen.has(seat)) continue;
        if (best === undefined || distance(seat.agenda.base, base) < distance(best.agenda.base, base))
          best = seat;
      }
      if (best !== undefined) chosen.add(best);
    }
    return chosen;
  }

  /** Splits the territory anew: in order of seats, each gets the patch nearest to the base among those left. */
  share(seats: readonly FieldSeat[]): void {
    this.patches = this.territory.split(seats.length);
    this.owners = ownersOf(this.patches, seats) as number[];
  }
}

/** For each patch the number of the seat that gets it; undefined if there are fewer seats than patches. */
function ownersOf(patches: readonly Patch[], seats: readonly FieldSeat[]): (number | undefined)[] {
  const owners: (number | undefined)[] = patches.map(() => undefined);
  for (const { index, agenda } of seats) {
    let nearest = -1;
    patches.forEach(({ base }, patch) => {
      if (owners[patch] !== undefined) return;
      if (nearest < 0 || distance(base, agenda.base) < distance(patches[nearest]!.base, agenda.base))
        nearest = patch;
    });
    owners[nearest] = index;
  }
  return owners;
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
