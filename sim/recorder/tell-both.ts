import type { Observer } from '../model/observer.ts';

/** Everything that an observer hears: the compiler asks for what is missing. */
const HEARD: Readonly<Record<keyof Observer, true>> = {
  onTimeSpent: true,
  onSetOut: true,
  onTripEnded: true,
  onAvailable: true,
  onEngaged: true,
  onEmployed: true,
  onLeft: true,
  onHired: true,
  onAbsent: true,
  onTaskQueued: true,
  onTaskDequeued: true,
  onTaskBegun: true,
  onOpportunityArrived: true,
  onOpportunityDecided: true,
  onDemand: true,
  onBuffer: true,
  onDecisionAsked: true,
  onBooking: true,
  onMeetingHeld: true,
  onMeetingNotKept: true,
  onMeetingCalledOff: true,
  onSchedulingError: true,
  onVisitHeld: true,
  onVisitMissed: true,
  onHalfDayPlanned: true,
  onCaseOpened: true,
  onCaseClosed: true,
  onOrderReceived: true,
  onDelivered: true,
  onBrief: true,
  onKeeperChanged: true,
  onCoachingDue: true,
  onCoached: true,
  onInvoiced: true,
  onPaid: true,
  onMaterialPaid: true,
  onAccountsChanged: true,
};

type Told = (...told: readonly unknown[]) => void;

/** Tells two observers of everything, the second of what it wants to hear. */
export function tellBoth(first: Observer, second: Partial<Observer>): Observer {
  const both: Record<string, Told> = {};
  for (const event of Object.keys(HEARD)) {
    const [one, other] = [handlerOf(first, event)!, handlerOf(second, event)];
    both[event] = other === undefined ? one : inTurn(one, other);
  }
  return both as unknown as Observer;
}

function inTurn(one: Told, other: Told): Told {
  return (...told) => {
    one(...told);
    other(...told);
  };
}

function handlerOf(observer: Partial<Observer>, event: string): Told | undefined {
  return (observer as Readonly<Record<string, Told | undefined>>)[event]?.bind(observer);
}
