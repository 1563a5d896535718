import { figuresOf } from '../../sim/metrics/catalogue.ts';
import { Firm } from '../../sim/metrics/window.ts';
import type { PersonId } from '../../sim/model/observer.ts';
import type { Person } from '../../sim/model/people/person.ts';
import { SalesSystem } from '../../sim/model/sales-system.ts';
import { Recorder } from '../../sim/recorder/recorder.ts';
import { ROLES } from '../../sim/scenario/schema/ids.ts';
import type { Scenario } from '../../sim/scenario/schema/scenario.ts';
import { WorkingTime } from '../../sim/time/working-time.ts';
import { Auditor } from '../invariants/auditor.ts';
import {
  casesConserved,
  jobsConserved,
  minutesConserved,
  opportunitiesConserved,
  type Hours,
} from './conservation.ts';
import { tell } from './law.ts';
import { moneyConserved } from './money.ts';
import { recordedAsTold } from './recorded.ts';
import { Watch, peopleOf } from './watch.ts';

/** What a run under the eyes of all laws comes to. */
export interface LawfulRun {
  /** Everything that cannot be, in words; empty if all is well. */
  readonly faults: readonly string[];
  readonly values: Float64Array;
  readonly tapeHash: string;
  readonly decided: number;
}

/** Simulates one replication under all laws. */
export function runUnderLaws(scenario: Scenario, seed: number): LawfulRun {
  const auditor = new Auditor(scenario);
  const recorder = new Recorder(scenario);
  const hours = new HoursBook(scenario);
  const laws = [
    opportunitiesConserved(),
    casesConserved(),
    jobsConserved(),
    moneyConserved(),
    minutesConserved((person) => hours.of(person)),
    recordedAsTold(recorder.recording),
  ];
  const observer = tell(auditor, recorder, ...laws.map(({ hears }) => hears));
  const system = new SalesSystem({ scenario, seed, replication: 0, observer });
  hours.system = system;
  const watch = new Watch(system);
  system.runThroughWeek(scenario.run.weeks - 1);
  const { now } = system.simulation;
  recorder.finish(now);
  watch.finish();
  for (const [role, name] of ROLES.entries()) {
    const area = recorder.recording.total(`queue.${name}`, 0, scenario.run.weeks);
    watch.faults.compare(`minutes waited by tasks of ${name}, L T = sum of W`, area, watch.waitedIn(role));
  }
  const broken = laws.flatMap(({ name, faultsAt }) => faultsAt(now).map((fault) => `${name}: ${fault}`));
  return {
    faults: [...auditor.faults, ...watch.faults.found, ...broken],
    values: figuresOf(recorder.recording, new Firm(scenario)).values,
    tapeHash: system.tapeHash(),
    decided: auditor.totalOf('decided.'),
  };
}

/** Working hours of everybody by the people of a system; where there is none, by the scenario. */
export class HoursBook {
  /** The system whose people these are, once it is there. */
  system: SalesSystem | undefined = undefined;
  private readonly people = new Map<string, Person>();
  private readonly patterns = new Map<string, WorkingTime>();
  private readonly scenario: Scenario;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
  }

  of(person: PersonId): Hours {
    const key = keyOf(person);
    if (this.system !== undefined && !this.people.has(key)) {
      for (const one of peopleOf(this.system)) this.people.set(keyOf(one), one);
    }
    const shift = this.people.get(key)?.shift;
    if (shift !== undefined) return shift;
    let workingTime = this.patterns.get(key);
    if (workingTime === undefined) {
      const { hours } = this.scenario.organisation.roles[ROLES[person.role]!];
      this.patterns.set(key, (workingTime = new WorkingTime(hours[person.index % hours.length]!)));
    }
    return { workingTime, revision: 0 };
  }
}

function keyOf({ role, index }: PersonId): string {
  return `${role}/${index}`;
}
