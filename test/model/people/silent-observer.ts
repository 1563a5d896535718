import type { Observer } from '../../../sim/model/observer.ts';

const nothing = (): void => undefined;

/** Hears nothing. Tests overrule what they want to hear: `{ ...SILENT, onTaskBegun: ... }`. */
export const SILENT: Observer = {
  onTimeSpent: nothing,
  onAvailable: nothing,
  onEngaged: nothing,
  onEmployed: nothing,
  onLeft: nothing,
  onTaskQueued: nothing,
  onTaskDequeued: nothing,
  onTaskBegun: nothing,
  onOpportunityArrived: nothing,
  onOpportunityDecided: nothing,
  onCampaignSent: nothing,
  onDecisionAsked: nothing,
  onBookingPoolChanged: nothing,
  onMeetingHeld: nothing,
  onMeetingNotKept: nothing,
  onMeetingCalledOff: nothing,
  onVisitHeld: nothing,
  onVisitMissed: nothing,
  onSchedulingError: nothing,
  onHalfDayPlanned: nothing,
  onCaseOpened: nothing,
  onCaseClosed: nothing,
  onOrderReceived: nothing,
  onDelivered: nothing,
  onBrief: nothing,
  onKeeperChanged: nothing,
  onCoachingDue: nothing,
  onCoached: nothing,
  onAccountsChanged: nothing,
};
