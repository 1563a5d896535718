import { LATE_CAUSES, MEETING_STAGES, SCHEDULING_ERRORS } from '../model/observer.ts';
import { CASE_TYPES, PRODUCTS } from '../scenario/schema/ids.ts';
import type { Recording } from './recording.ts';

/** Every sum that is kept for each week, by family and member. */
export function sumsIn(recording: Recording) {
  return {
    keepers: recording.of('keepers-changed'),
    coaching: recording.family('coaching', ['due', 'done']),
    asked: recording.family('asked', ['decisions', 'readiness', 'broken-promises', 'steps-too-soon']),
    held: recording.family('meetings-held', MEETING_STAGES),
    meetings: recording.family('meetings', ['single', 'joint', 'covered']),
    meetingWaits: recording.family('meeting-wait', ['single', 'joint']),
    squares: recording.family('squares', ['meeting-wait']),
    notKept: recording.family('meetings-not-kept', ['at-the-door', 'cancelled']),
    calledOff: recording.of('meetings-called-off'),
    errors: recording.family('scheduling-errors', SCHEDULING_ERRORS),
    visits: recording.family('visits', ['held', 'missed']),
    halfDays: recording.of('half-days'),
    opened: recording.family('cases-opened', CASE_TYPES),
    closed: recording.family('cases-closed', CASE_TYPES),
    caseAges: recording.family('case-age', CASE_TYPES),
    withinTolerance: recording.family('cases-within-tolerance', CASE_TYPES),
    channel: recording.family('cases-through', ['salesperson', 'customer-service']),
    late: recording.family('cases-late', LATE_CAUSES),
    received: recording.family('orders-received', PRODUCTS),
    delivered: recording.family('orders-delivered', PRODUCTS),
    onTime: recording.family('orders-on-time', PRODUCTS),
    leadTimes: recording.family('lead-time', PRODUCTS),
    revenue: recording.family('revenue', PRODUCTS),
    listRevenue: recording.family('list-revenue', PRODUCTS),
    lateness: recording.family('lateness', PRODUCTS),
  };
}
