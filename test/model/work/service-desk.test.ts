import { describe, expect, it } from 'vitest';
import { clock } from '../people/office.ts';
import { FrontDesk } from './front-desk.ts';

const TIGHT_ORDERS = ['service.tolerance.order=2 h', 'service.tolerance.issue=4 h'];

function closedAs({ closed }: FrontDesk): string[] {
  return closed.map(({ type, at }) => `${type} ${at - clock('Mo 00:00')}`);
}

describe('the discipline of customer service', () => {
  const bring = (desk: FrontDesk): string[] => {
    desk.open(clock('Mo 09:00'), 'status');
    desk.open(clock('Mo 09:01'), 'order');
    desk.open(clock('Mo 09:02'), 'issue');
    desk.simulation.run(clock('Mo 17:00'));
    return closedAs(desk);
  };

  it('by urgency answers the client on the phone first', () => {
    // The call until 09:10, the issue until 09:40, the order until 10:40.
    expect(bring(new FrontDesk({ overrides: TIGHT_ORDERS }))).toEqual([
      'status 550',
      'issue 580',
      'order 640',
    ]);
  });

  it('by oldest slack does what has to be begun first', () => {
    // The order is due at 11:01 and takes an hour: to be begun by 10:01. The issue is due at 13:02: by 12:32.
    const overrides = [...TIGHT_ORDERS, 'organisation.customerService.discipline=oldest-slack'];
    expect(bring(new FrontDesk({ overrides }))).toEqual(['status 550', 'order 610', 'issue 640']);
  });

  it('by oldest slack reckons with the usual time of the work, procedures included', () => {
    // With procedures of one half an order takes half an hour: the quotation, due at 12:01 and half an hour long, has
    // to be begun by 11:31; the order, due at 11:52, by 11:22 although it came last.
    const desk = new FrontDesk({
      overrides: [
        'organisation.customerService.procedures=0.5',
        'organisation.customerService.discipline=oldest-slack',
        'service.tolerance.quote=3 h',
        'service.tolerance.order=170 min',
      ],
    });
    desk.open(clock('Mo 09:00'), 'status');
    desk.open(clock('Mo 09:01'), 'quote');
    desk.open(clock('Mo 09:02'), 'order');
    desk.simulation.run(clock('Mo 17:00'));
    // The call takes 5 minutes, the others 30 each.
    expect(closedAs(desk)).toEqual(['status 545', 'order 575', 'quote 605']);
  });
});

describe('a late case', () => {
  it('is late because of the queue when it waited longest there', () => {
    // Two issues of 30 minutes with a tolerance of 40: the second waits until 09:30 and is closed at 10:00, 20 late.
    const desk = new FrontDesk({ overrides: ['service.tolerance.issue=40 min'] });
    desk.open(clock('Mo 09:00'), 'issue');
    desk.open(clock('Mo 09:00'), 'issue');
    desk.simulation.run(clock('Mo 17:00'));
    expect(desk.closed.map(({ lateBecause, officeAge }) => [lateBecause, officeAge])).toEqual([
      [undefined, 30],
      // 30 minutes in the queue and 30 of work: what it waited is named first.
      ['queue', 60],
    ]);
  });

  it('is late because of production when it waited longest for the answer', () => {
    // Half an hour of work, then three hours until production answers; twice that from afar.
    for (const isBeside of [true, false]) {
      const desk = new FrontDesk({
        isBeside,
        overrides: [
          'service.productionAnswers.share=100 %',
          'service.productionAnswers.time=3 h',
          'service.productionAnswers.fromAfar=2',
        ],
      });
      desk.open(clock('Mo 09:00'), 'issue');
      desk.simulation.run(clock('Mo 17:00'));
      expect(closedAs(desk)).toEqual([isBeside ? 'issue 750' : 'issue 930']);
      expect(desk.closed[0]!.lateBecause).toBe('production-answer');
    }
  });

  it('is late because of the work when that alone took longest', () => {
    const desk = new FrontDesk({ overrides: ['service.tolerance.issue=20 min'] });
    desk.open(clock('Mo 09:00'), 'issue');
    desk.simulation.run(clock('Mo 17:00'));
    expect(desk.closed[0]!.lateBecause).toBe('work');
  });

  it('counts office hours only', () => {
    // Begun at 16:50, 20 minutes left for Tuesday: 30 office minutes, 15 hours and 30 minutes of the clock.
    const desk = new FrontDesk({});
    desk.open(clock('Mo 16:50'), 'issue');
    desk.simulation.run(clock('Tu 17:00'));
    expect(desk.closed[0]).toMatchObject({ officeAge: 30, age: 15 * 60 + 30, isWithinTolerance: true });
  });
});

describe('procedures', () => {
  it('multiply the time of what customer service handles', () => {
    const desk = new FrontDesk({ overrides: ['organisation.customerService.procedures=0.8'] });
    desk.open(clock('Mo 09:00'), 'issue');
    desk.simulation.run(clock('Mo 17:00'));
    expect(desk.diary).toEqual(['0 issue 540-564']);
  });
});

describe('the work-in-progress meeting', () => {
  const MEETING = [
    'organisation.customerService.meeting.perDay=1',
    'organisation.customerService.meeting.first=10 h',
    'organisation.customerService.meeting.cases=1',
    'organisation.roles.customer-service.hours=Mon-Fri 08:00-17:00',
  ];

  it('takes everybody from what they are at, and then the oldest case goes first', () => {
    // 09:30 both begin an order of 60 minutes. Another order and two issues come. At 10:00 both leave for 15 minutes.
    // The oldest case that waits then is one of the orders that were left: it goes to the front and is done by 10:45,
    // beside an issue, which is more urgent than the others. Then the other issue and the other order that was left, as
    // they were to be done anyway; the last order at 11:15. Not expedited, both issues would have been begun at 10:15.
    const desk = new FrontDesk({ overrides: MEETING, heads: 2 });
    for (const [at, type] of [
      ['09:30', 'order'],
      ['09:30', 'order'],
      ['09:31', 'order'],
      ['09:40', 'issue'],
      ['09:41', 'issue'],
    ] as const) {
      desk.open(clock(`Mo ${at}`), type);
    }
    desk.simulation.run(clock('Mo 17:00'));
    const minutes = (from: string, to: string): string => `${clock(`Mo ${from}`)}-${clock(`Mo ${to}`)}`;
    expect([...desk.diary].sort()).toEqual(
      [
        `0 order-entry ${minutes('09:30', '10:00')}`,
        `1 order-entry ${minutes('09:30', '10:00')}`,
        `0 work-in-progress-meeting ${minutes('10:00', '10:15')}`,
        `1 work-in-progress-meeting ${minutes('10:00', '10:15')}`,
        `0 order-entry ${minutes('10:15', '10:45')}`,
        `1 issue ${minutes('10:15', '10:45')}`,
        `0 issue ${minutes('10:45', '11:15')}`,
        `1 order-entry ${minutes('10:45', '11:15')}`,
        `0 order-entry ${minutes('11:15', '12:15')}`,
      ].sort(),
    );
  });

  it('is held twice a day, on working days, where the organisation wants it', () => {
    const desk = new FrontDesk({ overrides: [...MEETING, 'organisation.customerService.meeting.perDay=2'] });
    desk.simulation.run(clock('Mo 17:00 +1'));
    expect(desk.diary).toHaveLength(2 * 6);
    expect(desk.diary.slice(-2)).toEqual([
      `0 work-in-progress-meeting ${clock('Mo 10:00 +1')}-${clock('Mo 10:15 +1')}`,
      `0 work-in-progress-meeting ${clock('Mo 14:00 +1')}-${clock('Mo 14:15 +1')}`,
    ]);
  });
});

describe('whom the client phones', () => {
  it('is half forgotten after as many answers as the half-life says', () => {
    // A share of 10 % an answer: 0.9 to the power of 6.58 is one half. After 7 answers of customer service the habit
    // of phoning the salesperson is 0.9^7 of what it was.
    const desk = new FrontDesk({ overrides: ['service.throughSalesperson.share=40 %'] });
    for (let nth = 0; nth < 7; nth++) desk.open(clock('Mo 09:00'), 'status');
    desk.simulation.run(clock('Mo 17:00'));
    expect(desk.account.habit).toBeCloseTo(0.4 * 0.9 ** 7, 12);
    expect(Math.log(0.5) / Math.log(0.9)).toBeCloseTo(6.58, 2);
  });
});
