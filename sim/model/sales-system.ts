import { Simulation } from '../engine/simulation.ts';
import { KeyedDraws } from '../random/keyed-draws.ts';
import { quantileOf } from '../random/quantile.ts';
import { Stream } from '../random/stream.ts';
import type { Scenario } from '../scenario/schema/scenario.ts';
import { MINUTES_PER_WEEK, WorkingTime } from '../time/working-time.ts';
import { Charter } from './charter.ts';
import { Accounts, type Account } from './market/accounts.ts';
import { ArrivalClock } from './market/arrival-clock.ts';
import { OpportunityTape } from './market/opportunity-tape.ts';
import { largestMultiplier } from './market/quality.ts';
import { Territory } from './market/territory.ts';
import { TravelTimes } from './market/travel-times.ts';
import type { Observer } from './observer.ts';
import { startComingAndGoing } from './people/coming-and-going.ts';
import { Cover } from './people/cover.ts';
import { Effort } from './people/effort.ts';
import { Staff, type FieldSeat } from './people/staff.ts';
import { Talent } from './people/talent.ts';
import { Confusion } from './transition/confusion.ts';
import { Effectiveness } from './transition/effectiveness.ts';
import { Transition } from './transition/transition.ts';
import { AccountKeepers } from './work/account-keepers.ts';
import { AccountCare } from './work/account-care.ts';
import { ActivityBook } from './work/activity-book.ts';
import { Administration } from './work/administration.ts';
import { Afterwork } from './work/afterwork.ts';
import { BookingDesk } from './work/booking/booking-desk.ts';
import { Diary } from './work/booking/diary.ts';
import { Demand } from './work/demand/demand.ts';
import { Coaching } from './work/coaching.ts';
import { Management } from './work/management.ts';
import { Invoices } from './work/invoices.ts';
import { MarketArrivals } from './work/demand/market-arrivals.ts';
import { LeaderPlans } from './work/leader-plans.ts';
import { Buying } from './work/buying.ts';
import type { OpenOpportunity } from './work/open-opportunity.ts';
import { Operations } from './work/operations.ts';
import { Orders } from './work/orders.ts';
import { Pipeline } from './work/pipeline.ts';
import { ServiceDesk } from './work/service-desk.ts';
import { SolutionDesk } from './work/solution-desk.ts';
import { Throttle, watchDrum } from './work/throttle.ts';

export interface SalesSystemOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly replication: number;
  readonly observer: Observer;
}

/**
 * One firm in one market, ready to run. What happens is told to the observer.
 *
 *   tape -> pipeline -> booking desk -> diary -> (held) -> pipeline -> ... -> won -> orders -> works -> delivered
 *   accounts -> orders -> service desk -> works -> delivered -> (quality) -> accounts
 *   accounts -> account care -> booking desk, service desk
 */
export class SalesSystem {
  readonly simulation = new Simulation();
  readonly staff: Staff;
  private readonly options: SalesSystemOptions;
  private readonly tape: OpportunityTape;
  private readonly accounts: Accounts;
  private readonly pipeline: Pipeline;
  private readonly orders: Orders;
  private readonly operations: Operations;
  private readonly demand: Demand;

  constructor(options: SalesSystemOptions) {
    this.options = options;
    const { scenario, observer } = options;
    const { simulation } = this;
    const charter = new Charter(scenario.organisation);
    const territory = new Territory(
      scenario.territory,
      this.stream('territory.clusters'),
      scenario.organisation.territories,
    );
    this.staff = new Staff({
      simulation,
      observer,
      charter,
      territory,
      travel: new TravelTimes(scenario.territory),
      talent: new Talent({ people: scenario.people, charter, draws: this.draws('people.skill') }),
      fragmentMinutes: 90,
    });
    const { staff } = this;
    const activities = new ActivityBook(scenario, charter, (purpose) => this.draws(purpose));
    const effectiveness = new Effectiveness(scenario.transition);
    const confusion = new Confusion({
      simulation,
      observer,
      rules: scenario.transition.confusion,
      charter,
      draws: this.draws('transition.confusion'),
    });
    const officeHours = new WorkingTime(scenario.service.officeHours);
    const afterwork = new Afterwork({ charter, staff, activities });
    const salespersonOf = ({ place }: Account): FieldSeat => staff.salespersonAt(place);

    const firm = { simulation, observer, scenario, charter, staff, activities };
    const leaderPlans = new LeaderPlans(firm);
    const cover = new Cover(firm);
    const { substituteFor } = cover;
    const draws = this.draws('booking.kept');
    const diary = new Diary({ ...firm, leaderPlans, confusion, substituteFor, draws });
    const throttle = new Throttle(firm);
    watchDrum(throttle, staff);
    const bookingDesk = new BookingDesk({
      ...firm,
      leaderPlans,
      diary,
      confusion,
      throttle,
      draws: this.draws('dial'),
    });
    const coaching = new Coaching({ simulation, scenario, service: staff.service.seats });
    const solutions = new SolutionDesk({
      ...firm,
      leaderPlans,
      briefDraws: this.draws('brief'),
      gateDraws: this.draws('brief.gate'),
    });
    if (scenario.incentives.effort > 0) new Effort({ charter, staff, incentives: scenario.incentives });
    const buying = new Buying({ simulation, observer, scenario, charter, draws: this.draws('buying.step') });
    this.pipeline = new Pipeline({
      ...firm,
      afterwork,
      bookingDesk,
      diary,
      solutions,
      coaching,
      buying,
      deliberationDraws: this.draws('opportunity.deliberation'),
      rebookingDraws: this.draws('booking.rebooked'),
      effectiveness,
      deliveryEffect: () => this.operations.deliveryEffect(),
      onWon: (opportunity) => {
        solutions.lead(opportunity);
        this.onWon(opportunity);
      },
      onDisqualified: (birth) => this.demand.onDisqualified(birth),
    });

    const serviceDesk = new ServiceDesk({
      ...firm,
      officeHours,
      coaching,
      salespersonOf,
      draws: this.draws('case.answer'),
    });
    this.orders = new Orders({
      simulation,
      observer,
      scenario,
      activities,
      serviceDesk,
      officeHours,
      briefs: solutions.briefs,
      works: { staff, draws: this.draws('order.work'), gates: solutions.gates },
      invoices: new Invoices({ ...firm, draws: this.draws('order.payment') }),
      draws: this.draws('order'),
      questionDraws: this.draws('brief.question'),
    });
    const care = new AccountCare({
      ...firm,
      afterwork,
      bookingDesk,
      serviceDesk,
      salespersonOf,
      draws: this.draws('visit'),
    });
    const keepers = new AccountKeepers({ ...firm, salespersonOf, draws: this.draws('account.keeper') });
    this.accounts = new Accounts({
      simulation,
      observer,
      scenario,
      territory,
      clock: this.clock('market.cases'),
      markDraws: this.draws('account.mark'),
      birthDraws: this.draws('account.birth'),
      onMark: this.orders.onMark,
      onGained: (account) => {
        care.onGained(account);
        keepers.onGained(account);
        this.demand.onGained(account);
      },
    });
    this.tape = new OpportunityTape({
      market: scenario.market,
      territory,
      clock: this.clock('market.opportunities'),
      mostByService: largestMultiplier(scenario.service.feedback),
      gaps: (source) => {
        const gaps = this.stream(`market.${source}.gap`);
        return () => gaps.uniform();
      },
      draws: this.draws('opportunity.birth'),
    });
    this.demand = new Demand({
      ...firm,
      throttle,
      officeHours,
      clock: this.clock('market.opportunities'),
      tape: this.tape,
      pipeline: this.pipeline,
      orders: this.orders,
      briefs: solutions.briefs,
      buying,
      deliveryEffect: () => this.operations.deliveryEffect(),
      draws: (purpose) => this.draws(purpose),
      onWon: (opportunity) => {
        solutions.lead(opportunity);
        this.onWon(opportunity);
      },
      onPartnerWon: (opportunity) => this.onWon(opportunity),
    });
    this.demand.start();
    startComingAndGoing({ ...firm, cover, draws: (purpose) => this.draws(purpose) });
    this.operations = new Operations({ ...firm, works: this.orders.works });
    this.operations.start();
    new Administration({ simulation, scenario, charter, staff, activities }).start();
    new Management({ ...firm, coaching }).start();
    this.accounts.start();
    new MarketArrivals({
      simulation,
      scenario,
      tape: this.tape,
      accounts: this.accounts,
      standing: () => this.orders.reputation.multiplier(this.simulation.now),
      onArrived: (birth, account) => this.demand.arrive(birth, account, staff.salespersonAt(birth.place)),
    }).start();
    new Transition({ simulation, observer, scenario, charter, staff, activities, effectiveness }).start();
    staff.start();
  }

  /** Simulates up to the end of a week; weeks are counted from 0. */
  runThroughWeek(week: number): void {
    this.simulation.run((week + 1) * MINUTES_PER_WEEK);
  }

  /** Hash of the market so far: equal in all organisations that have met the same one. */
  tapeHash(): string {
    return this.tape.digest();
  }

  private onWon(opportunity: OpenOpportunity): void {
    const { birth, account } = opportunity;
    this.orders.startProject(opportunity, account ?? this.accounts.gain(birth.id, birth.place));
  }

  private clock(purpose: string): ArrivalClock {
    const { market } = this.options.scenario;
    const factors = this.stream(`${purpose}.week`);
    const quantile = quantileOf({ kind: 'lognormal', mean: 1, cv: market.opportunities.weeklyVariation });
    return new ArrivalClock(market.profile, () => quantile(factors.uniform()));
  }

  private stream(purpose: string): Stream {
    const { seed, replication } = this.options;
    return new Stream({ seed, replication, purpose });
  }

  private draws(purpose: string): KeyedDraws {
    const { seed, replication } = this.options;
    return new KeyedDraws({ seed, replication, purpose });
  }
}
