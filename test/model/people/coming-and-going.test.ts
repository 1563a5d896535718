import { describe, expect, it } from 'vitest';
import { Simulation } from '../../../sim/engine/simulation.ts';
import { Charter } from '../../../sim/model/charter.ts';
import { Territory } from '../../../sim/model/market/territory.ts';
import { TravelTimes } from '../../../sim/model/market/travel-times.ts';
import { timeUseOf } from '../../../sim/model/observer.ts';
import { plannedBlocks } from '../../../sim/model/people/absences.ts';
import { Appointment } from '../../../sim/model/people/appointment.ts';
import { startComingAndGoing } from '../../../sim/model/people/coming-and-going.ts';
import { Cover } from '../../../sim/model/people/cover.ts';
import { Staff } from '../../../sim/model/people/staff.ts';
import { Talent } from '../../../sim/model/people/talent.ts';
import { Headcount } from '../../../sim/model/transition/headcount.ts';
import { Task } from '../../../sim/model/people/task.ts';
import type { KeyedDraws } from '../../../sim/random/keyed-draws.ts';
import { Stream } from '../../../sim/random/stream.ts';
import { loadScenario } from '../../../sim/scenario/load.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../../../sim/time/working-time.ts';
import { SILENT } from './silent-observer.ts';

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];

/** Every draw is the same number. */
function always(u: number): KeyedDraws {
  return { uniform: () => u } as unknown as KeyedDraws;
}

/** The people of a firm without any work, and all that is told of them. */
function firm(reference: string, draws: (purpose: string) => number, ...overrides: readonly string[]) {
  const { scenario } = loadScenario({ reference, overrides });
  const simulation = new Simulation();
  const told: string[] = [];
  const note = (words: string, at: number): void => {
    const day = Math.floor(at / MINUTES_PER_DAY);
    told.push(`week ${Math.floor(day / 7)} ${DAYS[day % 7]!}: ${words}`);
  };
  const observer = {
    ...SILENT,
    onAbsent: ({ index }: { index: number }, reason: string, of: { from: number; to: number }) =>
      note(`${index} ${reason} for ${(of.to - of.from) / MINUTES_PER_DAY} days`, of.from),
    onLeft: ({ index }: { index: number }, at: number) => note(`${index} leaves`, at),
    onEmployed: ({ index }: { index: number }, at: number) => note(`${index} begins`, at),
    onHired: ({ index }: { index: number }, cost: number, at: number) =>
      note(`${index} hired for $${cost}`, at),
  };
  const charter = new Charter(scenario.organisation);
  const stream = new Stream({ seed: 1, replication: 0, purpose: 'clusters' });
  const staff = new Staff({
    simulation,
    observer,
    charter,
    territory: new Territory(scenario.territory, stream, scenario.organisation.territories),
    travel: new TravelTimes(scenario.territory),
    talent: new Talent({ people: scenario.people, charter, draws: always(0.5) }),
    fragmentMinutes: 90,
  });
  const cover = new Cover({ simulation, charter, staff });
  startComingAndGoing({
    simulation,
    observer,
    scenario,
    charter,
    staff,
    cover,
    draws: (purpose) => always(draws(purpose)),
  });
  staff.start();
  return { simulation, staff, told, note, scenario };
}

const ONE_SALESPERSON = [
  'organisation.roles.salesperson.heads=1',
  'organisation.roles.customer-service.heads=1',
  'organisation.roles.engineering.heads=1',
  'organisation.roles.production.heads=1',
];

describe('turnover', () => {
  it('leaves a seat vacant from the end of the notice until the successor begins', () => {
    // Half of all give notice within a year, so at u = .5 it is after a year: day 365.24, the Tuesday of week 52. Two
    // weeks later is the Tuesday of week 54, 13 weeks later that of week 65: the next midnights are Wednesdays.
    const { simulation, told } = firm(
      'traditional',
      () => 0.5,
      ...ONE_SALESPERSON,
      'organisation.roles.salesperson.turnover=50 %',
    );
    simulation.run(70 * MINUTES_PER_WEEK);
    expect(told).toEqual(['week 54 We: 0 leaves', 'week 65 We: 0 hired for $115000', 'week 65 We: 0 begins']);
  });

  it('keeps what waits for the successor, and nobody agrees on anything for the time between', () => {
    const { simulation, staff, told, note } = firm(
      'traditional',
      () => 0.5,
      ...ONE_SALESPERSON,
      'organisation.roles.salesperson.turnover=50 %',
    );
    const [seat] = staff.salespeople;
    const monday = 55 * 7;
    const start = monday * MINUTES_PER_DAY + 600;
    // Agreed before anybody knows, called off at the notice; the task comes when nobody is there.
    const appointment = new Appointment({
      start,
      minutes: 60,
      place: seat!.agenda.base,
      timeUse: timeUseOf('closing'),
      people: [seat!.person],
      onCalledOff: () => note('called off', simulation.now),
    });
    seat!.agenda.add(appointment);
    const kind = { timeUse: timeUseOf('reporting'), urgency: 0, isOffice: true };
    const onDone = (): void => note('task done', simulation.now);
    simulation.schedule(start, () => seat!.queue.add(new Task({ kind, minutes: 60, onDone })), undefined);
    simulation.run(52.6 * MINUTES_PER_WEEK);
    expect(seat!.person.shift.days.isOff(monday)).toBe(true);
    simulation.run(70 * MINUTES_PER_WEEK);
    expect(told).toEqual([
      'week 52 Tu: called off',
      'week 54 We: 0 leaves',
      'week 65 We: 0 hired for $115000',
      'week 65 We: 0 begins',
      'week 65 We: task done',
    ]);
  });
});

describe('a salesperson who becomes a project leader', () => {
  it('is the same person, whom nobody has to hire', () => {
    const { staff, told } = firm(
      'traditional',
      () => 0.5,
      'people.skill.technical=0.3',
      'people.skill.selling=0.3',
    );
    const salesperson = staff.salespeople[3]!;
    const leader = staff.openSeat('project-leader', salesperson);
    expect(leader.person.occupant.skill).toBe(salesperson.person.occupant.skill);
    // What was skill in talking is pace in designing: a lognormal of mean 1 at its median.
    expect(salesperson.person.occupant.paceAt(0)).toBe(1);
    expect(leader.person.occupant.paceAt(0)).toBeCloseTo(Math.exp(-(0.3 ** 2) / 2), 9);
    expect(told).toEqual(['week 0 Mo: 0 begins']);
    staff.openSeat('project-leader');
    expect(told.slice(1)).toEqual(['week 0 Mo: 1 hired for $10000', 'week 0 Mo: 1 begins']);
  });
});

describe('a step of a plan', () => {
  it('makes a project leader of whoever sits in the field, not of a vacant seat', () => {
    const { simulation, staff, told, scenario } = firm(
      'traditional',
      () => 0.5,
      'organisation.roles.salesperson.heads=3',
    );
    const { roles } = scenario.organisation;
    const after = {
      ...scenario.organisation,
      roles: {
        ...roles,
        salesperson: { ...roles.salesperson, heads: 1 },
        'project-leader': { ...roles['project-leader'], heads: 2 },
      },
    };
    const leaving = staff.furthestSalespeople(1);
    staff.vacate(staff.salespeople[leaving[0]!]!);
    told.length = 0;
    new Headcount({ simulation, observer: SILENT, staff }).open(scenario.organisation, after);
    // Two salespeople are released, one of whom is not there: one leader is hired.
    expect(told).toEqual(['week 0 Mo: 0 begins', 'week 0 Mo: 1 hired for $10000', 'week 0 Mo: 1 begins']);
  });
});

describe('absence', () => {
  it('puts planned weeks into the calendar of the first day', () => {
    // One week in ten at the middle of the time there is for it: from week 4.5, hence the Monday of week 4, and so on.
    const { simulation, staff, told } = firm(
      'traditional',
      () => 0.5,
      ...ONE_SALESPERSON,
      'people.absence.planned=10 %',
    );
    const { days } = staff.salespeople[0]!.person.shift;
    expect([27, 28, 32, 35].map((day) => days.isOff(day))).toEqual([true, true, true, false]);
    simulation.run(20 * MINUTES_PER_WEEK);
    expect(told.filter((words) => words.includes('0 planned'))).toEqual([
      // Salesperson, representative, engineer and worker, with the same draw.
      ...Array.from({ length: 4 }, () => 'week 4 Mo: 0 planned for 7 days'),
      ...Array.from({ length: 4 }, () => 'week 14 Mo: 0 planned for 7 days'),
    ]);
  });

  it('begins sickness overnight, after a geometric number of healthy days, and cuts it at planned time off', () => {
    // Mean 4 days of sickness at 20 % of the time: 16 healthy ones. u = .5 gives 1 + floor(ln .5 / ln(15/16)) = 11
    // healthy days and 1 + floor(ln .5 / ln(3/4)) = 3 of sickness: from day 11 and from 25, Friday and Friday, the
    // second one into Monday of week 4, when time off begins that was planned.
    const { simulation, told } = firm(
      'traditional',
      () => 0.5,
      ...ONE_SALESPERSON,
      'people.absence.planned=10 %',
      'people.absence.sick=20 %',
    );
    simulation.run(31 * MINUTES_PER_DAY);
    expect([...new Set(told)]).toEqual([
      'week 1 Fr: 0 sick for 3 days',
      'week 3 Fr: 0 sick for 3 days',
      'week 4 Mo: 0 planned for 7 days',
    ]);
  });

  it('takes one block out of each stretch in which one is due, whatever is drawn', () => {
    const { scenario } = loadScenario({
      reference: 'traditional',
      overrides: ['people.absence.planned=12 %', 'people.absence.plannedBlock=2 weeks'],
    });
    for (const u of [1e-9, 0.3, 1 - 1e-9]) {
      const blocks = plannedBlocks(scenario, (nth) => (nth % 2 === 0 ? u : 1 - u));
      for (let nth = 0; nth < 50; nth++) {
        const [block, next] = [blocks(nth), blocks(nth + 1)];
        expect(block.to - block.from).toBe(2 * MINUTES_PER_WEEK);
        expect(block.from % MINUTES_PER_WEEK).toBe(0);
        expect(block.to).toBeLessThanOrEqual(next.from);
      }
      // 2 weeks in 16.67: after 60 stretches 1000 weeks.
      expect(blocks(60).from / MINUTES_PER_WEEK).toBeGreaterThan(999);
      expect(blocks(60).from / MINUTES_PER_WEEK).toBeLessThan(1017);
    }
  });
});

describe('cover', () => {
  it('begins after the time that the policy says, takes what waits, and ends when the salesperson is back', () => {
    const { simulation, staff, note, told } = firm(
      'standard',
      (purpose) => (purpose === 'people.absence' ? 0.5 : 1e-9),
      'organisation.staffing.cover=executive',
      'organisation.management.sales=true',
      'people.absence.planned=10 %',
    );
    const [first, second] = staff.salespeople;
    const kind = { timeUse: timeUseOf('debrief'), urgency: 0, isOffice: true };
    const add = (week: number, day: number, name: string): void => {
      const at = (week * 7 + day) * MINUTES_PER_DAY + 600;
      const onDone = (task: Task): void => note(`${name} done after ${task.remaining}`, simulation.now);
      simulation.schedule(at, () => first!.queue.add(new Task({ kind, minutes: 30, onDone })), undefined);
    };
    // Both are away in week 4; the only sales manager stands in for the first from Wednesday on.
    add(4, 1, 'Tuesday');
    add(4, 2, 'Wednesday');
    add(5, 0, 'Monday');
    simulation.run((4 * 7 + 2) * MINUTES_PER_DAY + 1);
    expect([first!.standIn?.role, second!.standIn]).toEqual(['sales-manager', undefined]);
    simulation.run(6 * MINUTES_PER_WEEK);
    expect(first!.standIn).toBeUndefined();
    expect(told.filter((words) => words.includes('done'))).toEqual([
      'week 4 We: Tuesday done after 0',
      'week 4 We: Wednesday done after 0',
      'week 5 Mo: Monday done after 0',
    ]);
  });
});
