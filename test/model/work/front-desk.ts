import { Simulation } from '../../../sim/engine/simulation.ts';
import { Charter } from '../../../sim/model/charter.ts';
import type { Account } from '../../../sim/model/market/accounts.ts';
import { QualityMemory } from '../../../sim/model/market/quality.ts';
import type { Place } from '../../../sim/model/market/place.ts';
import { TIME_USES, type ClosedCase, type Observer } from '../../../sim/model/observer.ts';
import { Agenda } from '../../../sim/model/people/agenda.ts';
import { Person } from '../../../sim/model/people/person.ts';
import type { FieldSeat } from '../../../sim/model/people/seat.ts';
import { TaskQueue } from '../../../sim/model/people/task-queue.ts';
import { ActivityBook } from '../../../sim/model/work/activity-book.ts';
import { Coaching } from '../../../sim/model/work/coaching.ts';
import { ServiceDesk } from '../../../sim/model/work/service-desk.ts';
import { WorkInProgressMeeting } from '../../../sim/model/work/work-in-progress-meeting.ts';
import { KeyedDraws } from '../../../sim/random/keyed-draws.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import type { CaseType } from '../../../sim/scenario/schema/ids.ts';
import { WorkingTime } from '../../../sim/time/working-time.ts';
import { weekdays } from '../people/office.ts';
import { SILENT } from '../people/silent-observer.ts';

const EIGHT_TO_FIVE = weekdays(['08:00', '17:00']);

const DESK: Place = { x: 0, y: 0, city: 0 };
const DESKS = { from: DESK, to: DESK, isFlown: false, roadMiles: 0 };

/** Every case takes a known time; nothing comes through salespeople or waits for production unless overridden. */
const KNOWN = [
  'activities.order-entry.time=60 min',
  'activities.issue.time=30 min',
  'activities.simple-quote.time=60 min',
  'activities.status-call.time=10 min',
  'activities.work-in-progress-meeting.time=15 min',
  'service.throughSalesperson.share=0 %',
  'service.productionAnswers.share=0 %',
  'organisation.switching=0 min',
];

/** Customer service alone: representatives from eight to five, without lunch, who share a queue. */
export class FrontDesk {
  readonly simulation = new Simulation();
  readonly closed: (ClosedCase & { readonly at: number })[] = [];
  /** What each representative did: `issue 480-510`, minutes since the start. */
  readonly diary: string[] = [];
  readonly account: Account;
  private readonly desk: ServiceDesk;
  private cases = 0;

  constructor({
    overrides = [],
    heads = 1,
    isBeside = true,
  }: {
    overrides?: string[];
    heads?: number;
    isBeside?: boolean;
  }) {
    const { simulation } = this;
    const { scenario } = loadScenario({ reference: 'standard', overrides: [...KNOWN, ...overrides] });
    const charter = new Charter(scenario.organisation);
    const draws = (purpose: string) => new KeyedDraws({ seed: 1, replication: 0, purpose });
    const activities = new ActivityBook(scenario, charter, draws);
    const observer: Observer = {
      ...SILENT,
      onCaseClosed: (closed, at) => this.closed.push({ ...closed, at }),
      onTimeSpent: ({ index }, use, from, to) => this.diary.push(`${index} ${TIME_USES[use]!} ${from}-${to}`),
    };
    const queue = new TaskQueue({ simulation, observer, role: 0, rankOf: () => simulation.now });
    const seats = Array.from({ length: heads }, (_, index): FieldSeat => {
      const workingTime = new WorkingTime(EIGHT_TO_FIVE);
      const agenda = new Agenda(DESK, { minutes: () => 0, leg: () => DESKS });
      const person = new Person({
        simulation,
        observer,
        role: 0,
        index,
        workingTime,
        agenda,
        queues: [queue],
      });
      return {
        role: 'customer-service',
        index,
        person,
        queue,
        agenda,
        isOpen: true,
        isVacant: false,
        standIn: undefined,
      };
    });
    const service = { sites: [{ open: seats, queue }] };
    const staff = { queueFor: () => queue, isBesideScheduler: () => isBeside, service };
    const officeHours = new WorkingTime(EIGHT_TO_FIVE);
    this.desk = new ServiceDesk({
      simulation,
      observer,
      scenario,
      charter,
      staff,
      activities,
      officeHours,
      coaching: new Coaching({ simulation, scenario, service: { open: seats } }),
      salespersonOf: () => seats[0]!,
      draws: draws('case.answer'),
    });
    new WorkInProgressMeeting({
      simulation,
      charter,
      staff,
      activities,
      works: { expedite: () => undefined },
    }).start();
    const quality = new QualityMemory(scenario.service.feedback, 0);
    this.account = { id: 0, habit: scenario.service.throughSalesperson.share, quality } as unknown as Account;
    for (const { person } of seats) person.start();
  }

  /** A client brings a case. */
  open(at: number, type: CaseType): void {
    const order = { key: this.cases++, type, account: this.account, channel: 0.5 };
    this.simulation.schedule(at, () => this.desk.open(order), undefined);
  }
}
