import { choice, group, quantity } from './fields.ts';

/** How work is held back that the firm could not digest: a designated constraint, a buffer before it, a rope. */
export const throttle = group({
  drum: choice(['none', 'sales', 'customer-service', 'engineering', 'production'], 'none', {
    about:
      'The function that is to set the pace. Nothing is held back with `none`; with `sales` the buffer is ' +
      'customers who wait for a meeting.',
    source: 'policy; V68, V69',
  }),
  buffer: quantity('work', '1 working day', {
    about:
      'Work that may wait before the drum, for each head. Beyond two thirds of it nothing more is released ' +
      'until less than one third waits.',
    source: 'V72: buffers in thirds; size D; low',
    min: '10 min',
  }),
  rope: choice(['campaigns', 'first-meetings', 'all-meetings'], 'first-meetings', {
    about:
      'What is held back: campaigns alone, first meetings too, or all meetings on opportunities. Meetings that ' +
      'are booked are kept.',
    source: 'policy; S2: salespeople are throttled until the constraint returns to sales',
  }),
});
