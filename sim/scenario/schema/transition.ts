import * as z from 'zod/mini';
import { changes, choice, group, list, quantity, text, someOf } from './fields.ts';
import { ACTIVITIES, ROLES } from './ids.ts';
import { organisation } from './organisation.ts';

/** One change of the organisation, all that it takes and how it is brought about. */
const step = z.strictObject({
  name: text('', { about: 'What the step is called; the register refers to it.', source: 'the plan' }),
  at: quantity('duration', '0 weeks', {
    about:
      'When it is made, counted from transition.begin. Steps of one instant are made in the order written.',
    source: 'the plan',
  }),
  organisation: changes(organisation),
  share: quantity('share', '100 %', {
    about:
      'Share of the salespeople for whose accounts it holds, those of the lowest numbers; heads change for all.',
    source: 'the plan; S2: the entire team at one time',
    max: '100 %',
  }),
  spread: quantity('duration', '0 weeks', {
    about: 'Time from the first of those salespeople to the last, one after the other; 0 for all at once.',
    source: 'the plan; S2: the entire team at one time',
  }),
  cost: quantity('money', '$0', {
    about: 'What it costs once, beside the time of people: licences, consultants, training.',
    source: 'the plan',
  }),
  training: quantity('count', 0, {
    about: 'Days of training that everybody trained has, as office work that waits among dated work.',
    source: 'the plan',
  }),
  trained: someOf(ROLES, { about: 'Roles that are trained.', source: 'the plan' }),
  tools: quantity('factor', 1, {
    about:
      'Lasting pace at the activities of `helps`, over the pace before: 1.1 for a tenth more in the same time.',
    source: 'the plan; D: what a tool promises, before anybody has learnt to use it',
    min: '0.5',
    max: '2',
  }),
  helps: someOf(ACTIVITIES, {
    about: 'Activities whose tools change, whoever does them.',
    source: 'the plan',
  }),
});

/** An experiment: what a step is to bring about, and how one will see whether it did. */
const experiment = z.strictObject({
  hypothesis: text('', { about: 'What is expected, and why.', source: 'the plan' }),
  step: text('', { about: 'Name of the step that is to bring it about.', source: 'the plan' }),
  metric: text('', { about: 'Id of a weekly metric.', source: 'the plan' }),
  direction: choice(['rises', 'falls', 'stays'], 'rises', {
    about: 'What the metric is to do; to stay is to change by no more than `by` either way.',
    source: 'the plan',
  }),
  by: quantity('share', '0 %', {
    about: 'By how much at least, of the mean before the step.',
    source: 'the plan',
  }),
  before: quantity('duration', '8 weeks', {
    about: 'Weeks before the step that are compared.',
    source: 'D: two months even out weeks; low',
    min: '1 week',
  }),
  settle: quantity('duration', '8 weeks', {
    about: 'Weeks after the step, and after the last salesperson follows, that do not count yet.',
    source: 'D: learning; low',
  }),
  after: quantity('duration', '13 weeks', {
    about: 'Weeks after that which are compared.',
    source: 'D: a quarter; low',
    min: '1 week',
  }),
});

/** A plan of changes during the run, what change costs people, and the register of improvements. */
export const transition = group({
  begin: quantity('duration', '0 weeks', {
    about: 'When the plan begins, counted from the start of the run, warm-up included.',
    source: 'the plan',
  }),
  steps: list(step, [], {
    about: 'Steps of the plan: what of the organisation is different from then on, and what it takes.',
    source: 'the plan',
  }),
  learning: group({
    from: quantity('share', '60 %', {
      about:
        'Pace at first of a role at an activity that a step gives to it; grows to 100 % in a straight line.',
      source: 'D: V60, V61 know the ramp of whole jobs only; low',
      min: '10 %',
      max: '100 %',
    }),
    over: quantity('duration', '8 weeks', {
      about: 'Time from there to the full pace.',
      source: 'D: 2-3 months for a simplified role; low',
    }),
  }),
  confusion: group({
    calls: quantity('share', '15 %', {
      about:
        'While two rules of scheduling live side by side: calls to a customer whom the other side has called.',
      source: 'D; no measured source; low',
      max: '100 %',
    }),
    bookings: quantity('share', '10 %', {
      about:
        'While two rules live side by side: days agreed that were given away already, and have to be agreed again.',
      source: 'D; no measured source; low',
      max: '100 %',
    }),
  }),
  resistance: group({
    loss: quantity('share', '10 %', {
      about:
        'Effectiveness that salespeople lose at first when a step takes an activity from them: of the pace at their ' +
        'tasks, and of the chance to win at their closing meetings. Fades in a straight line.',
      source: 'D; no measured source; low',
      max: '90 %',
    }),
    over: quantity('duration', '12 weeks', { about: 'Time until it is over.', source: 'D; low' }),
  }),
  champion: group({
    salary: quantity('money', '$0', {
      about: 'Yearly salary of whoever runs the transition full time, without burden.',
      source: 'S2 step 1; parameters: about $120k; medium',
    }),
    stays: quantity('duration', '13 weeks', {
      about: 'How long after the last step has been made for everybody.',
      source: 'D; low',
    }),
  }),
  register: list(experiment, [], {
    about: 'Improvement register: what each step is to bring about, and how that is checked.',
    source: 'the plan; S1: plan, do, check, act',
  }),
});
