import type { Simulation } from '../../engine/simulation.ts';
import type { KeyedDraws } from '../../random/keyed-draws.ts';
import type { Scenario } from '../../scenario/schema/scenario.ts';
import type { Charter } from '../charter.ts';
import type { Account } from '../market/accounts.ts';
import type { Observer } from '../observer.ts';
import type { Occupant } from '../people/occupant.ts';
import type { FieldSeat, Staff } from '../people/staff.ts';

export interface AccountKeepersOptions {
  readonly simulation: Simulation;
  readonly observer: Observer;
  readonly scenario: Scenario;
  readonly charter: Charter;
  readonly staff: Staff;
  readonly salespersonOf: (account: Account) => FieldSeat;
  /** Draws by account: whether it is handed over on the first day, and when its turn to rotate comes. */
  readonly draws: KeyedDraws;
}

const DRAW = { handedOver: 0, turn: 1 } as const;

/**
 * Who looks after each account, for clients who mind when that changes: on the first day, when accounts rotate, and
 * when another salesperson has taken over the seat or the territory.
 */
export class AccountKeepers {
  private readonly options: AccountKeepersOptions;
  private readonly keepers = new Map<Account, Occupant>();
  private isComparing = false;

  constructor(options: AccountKeepersOptions) {
    this.options = options;
    const { weight, churn } = options.scenario.relationship;
    if (weight === 0 && churn === 0) return;
    const onChanged = (): void => this.onChanged();
    options.staff.seatsOf('salesperson').watch({ onTaken: onChanged, onClosed: onChanged });
  }

  /** An account is the firm's from now on, and known to whoever won it. */
  readonly onGained = (account: Account): void => {
    const { simulation, scenario, charter, draws, salespersonOf } = this.options;
    const { weight, churn } = scenario.relationship;
    if (weight === 0 && churn === 0) return;
    const { handedOver, rotation } = charter.firm.accountKeepers;
    this.keepers.set(account, salespersonOf(account).person.occupant);
    if (simulation.now === 0 && draws.uniform(account.id, DRAW.handedOver) < handedOver) this.change(account);
    if (rotation === 0) return;
    const first = simulation.now + draws.uniform(account.id, DRAW.turn) * rotation;
    simulation.schedule(first, this.onTurnCome, account);
  };

  private readonly onTurnCome = (account: Account): void => {
    const { simulation, charter } = this.options;
    const { rotation } = charter.firm.accountKeepers;
    if (account.isLost || rotation === 0) return;
    this.change(account);
    simulation.schedule(simulation.now + rotation, this.onTurnCome, account);
  };

  /** Salespeople have come or gone; who keeps what is settled when all of one instant have. */
  private onChanged(): void {
    if (this.isComparing) return;
    this.isComparing = true;
    this.options.simulation.schedule(this.options.simulation.now, this.onSettled, undefined);
  }

  private readonly onSettled = (): void => {
    this.isComparing = false;
    for (const [account, before] of this.keepers) {
      const now = this.options.salespersonOf(account).person.occupant;
      if (now === before || account.isLost) continue;
      this.keepers.set(account, now);
      this.change(account);
    }
  };

  private change(account: Account): void {
    const { now } = this.options.simulation;
    account.keptSince = now;
    this.options.observer.onKeeperChanged(now);
  }
}
