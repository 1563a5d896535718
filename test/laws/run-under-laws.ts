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
import { casesConserved, jobsConserved, minutesConserved, opportunitiesConserved } from './conservation.ts';
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
  const hours = new Hours(scenario);
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
  hours.knowPeople(peopleOf(system));
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

/** Working hours of everybody: their own once the people are there, before that those of the scenario. */
export class Hours {
  private readonly known = new Map<string, WorkingTime>();
  private readonly scenario: Scenario;

  constructor(scenario: Scenario) {
    this.scenario = scenario;
  }

  knowPeople(people: Iterable<Person>): void {
    for (const person of people) this.known.set(keyOf(person), person.shift.workingTime);
  }

  of(person: PersonId): WorkingTime {
    const key = keyOf(person);
    let time = this.known.get(key);
    if (time === undefined) {
      const { hours } = this.scenario.organisation.roles[ROLES[person.role]!];
      this.known.set(key, (time = new WorkingTime(hours[person.index % hours.length]!)));
    }
    return time;
  }
}

function keyOf({ role, index }: PersonId): string {
  return `${role}/${index}`;
}
