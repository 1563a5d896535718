import { ROLES } from '../../sim/scenario/schema/ids.ts';
import type { ChecklistPart } from './checklist-item.ts';
import type { StudyFacts } from './study-facts.ts';

/**
 * STRESS-DES, the checklist for reporting studies by discrete-event simulation (Monks, Currie, Onggo, Robinson, Kunc
 * and Taylor 2019, Journal of Simulation 13(1), doi:10.1080/17477778.2018.1442155): its items by number, in our words.
 */
export function stressDes(facts: StudyFacts): ChecklistPart[] {
  return [
    objectives(facts),
    logic(facts),
    data(facts),
    experimentation(facts),
    implementation(facts),
    access(facts),
  ];
}

function objectives({ figures }: StudyFacts): ChecklistPart {
  return {
    title: 'Objectives',
    items: [
      {
        number: '1.1',
        title: 'Purpose of the model',
        toWrite: 'the question, whose it is, and why it is simulated',
      },
      {
        number: '1.2',
        title: 'Outputs',
        answer: `${figures.length} figures; each with its unit and how it is counted under "Figures" below.`,
      },
      {
        number: '1.3',
        title: 'Aims of the experiments',
        toWrite: 'what is compared with what, and what would be an answer',
      },
    ],
  };
}

function logic({ scenarios, design, hasPlans }: StudyFacts): ChecklistPart {
  const differ = [
    `Organisations: ${scenarios.map(({ name }) => name).join(', ')}. What each sets is listed under its name below; all else is the same.`,
    ...(design === undefined
      ? []
      : [`A design of ${design.points} points varies ${design.factors.join(', ') || 'nothing'}.`]),
    ...(hasPlans
      ? ['Each plan is a list of steps in time; the last organisation is the first one without them.']
      : []),
  ];
  return {
    title: 'Logic',
    items: [
      {
        number: '2.1',
        title: 'Overview diagram',
        toWrite: 'a drawing of the flow from opportunity to repeat order in this firm',
      },
      {
        number: '2.2',
        title: 'Logic of the base model',
        answer: 'Rule by rule in docs/model.md of the version named under 5.1.',
      },
      { number: '2.3', title: 'Logic of the scenarios', answer: differ.join(' ') },
      {
        number: '2.4',
        title: 'Algorithms',
        answer:
          'Booking, routes of trips, choice of tasks, absence and turnover, the throttle, pay and the constraint (longest time active) are in docs/model.md, each with the file that has it and its source.',
      },
      {
        number: '2.5.1',
        title: 'Entities',
        answer:
          'Opportunities, accounts, appointments, briefs, orders and projects, issues and other cases of customers.',
      },
      {
        number: '2.5.2',
        title: 'Activities',
        answer:
          'Listed with their durations by `salesworks explain <scenario>`, under activities, service and production.',
      },
      { number: '2.5.3', title: 'Resources', answer: resources(scenarios) },
      {
        number: '2.5.4',
        title: 'Queues',
        answer:
          'Tasks wait in queues of one person or of a pool, without limit; the order in which they are taken is in docs/model.md, People.',
      },
      {
        number: '2.5.5',
        title: 'Entry and exit points',
        answer:
          'Opportunities enter from the market, cases from accounts and from orders that were delivered; opportunities leave won, lost or withdrawn, orders when they are delivered, cases when they are answered or given up.',
      },
    ],
  };
}

function resources(scenarios: StudyFacts['scenarios']): string | undefined {
  const known = scenarios.flatMap(({ name, scenario }) =>
    scenario === undefined ? [] : [{ name, scenario }],
  );
  if (known.length === 0) return undefined;
  const people = known.map(({ name, scenario }) => {
    const { roles } = scenario.organisation;
    const heads = ROLES.filter((role) => roles[role].heads > 0).map((role) => `${roles[role].heads} ${role}`);
    return `${name}: ${heads.join(', ')}`;
  });
  return `People by role. ${people.join('; ')}. Working hours and pay are among what is set.`;
}

function data({ scenarios }: StudyFacts): ChecklistPart {
  const names = scenarios.map(({ name }) => name).join(', ');
  return {
    title: 'Data',
    items: [
      {
        number: '3.1',
        title: 'Sources of data',
        answer:
          'Of defaults and shipped scenarios: docs/sources.md, and with every value in salesworks explain.',
        toWrite: 'where the values come from that were set for this study',
      },
      {
        number: '3.2',
        title: 'Preparation of data',
        toWrite: 'what was done to data before it became a value; nothing, if none was used',
      },
      {
        number: '3.3',
        title: 'Input parameters',
        answer: `Under ${names} below, as they were written; all others have the defaults of the version, which salesworks explain lists with unit and source.`,
      },
      {
        number: '3.4',
        title: 'Assumptions',
        answer:
          'docs/model.md says what is left out; salesworks explain says of each value whether it is a guess.',
        toWrite: 'the assumptions of this study',
      },
    ],
  };
}

function experimentation(facts: StudyFacts): ChecklistPart {
  const runs = facts.scenarios.flatMap(({ scenario }) => (scenario === undefined ? [] : [scenario.run]));
  const weeks = [...new Set(runs.map((run) => run.weeks))].join(' or ');
  const warmUp = [...new Set(runs.map((run) => run.warmUp))].join(' or ');
  return {
    title: 'Experimentation',
    items: [
      {
        number: '4.1',
        title: 'Initialisation',
        answer:
          runs.length === 0
            ? undefined
            : `The firm begins with no open opportunities, no orders in production and accounts at the reference quality of service. The first ${warmUp} weeks are simulated and left out of the figures.`,
        toWrite: 'why the warm-up is long enough',
      },
      {
        number: '4.2',
        title: 'Run length',
        answer: runs.length === 0 ? undefined : `${weeks} weeks, warm-up included; the clock counts minutes.`,
      },
      { number: '4.3', title: 'Estimation', answer: estimation(facts) },
    ],
  };
}

function estimation({ replications, effort, isPaired, oneMoreReplications }: StudyFacts): string {
  return [
    `${replications} independent replications; means with 95 % intervals by Student's t.`,
    ...(effort === undefined ? [] : [effortInWords(effort)]),
    ...(isPaired
      ? ['All met the same market in the same replication (common random numbers); differences are paired.']
      : []),
    ...(oneMoreReplications > 0
      ? [`One more head of each role was tried in ${oneMoreReplications} replications, paired as well.`]
      : []),
  ].join(' ');
}

function effortInWords(effort: NonNullable<StudyFacts['effort']>): string {
  switch (effort.kind) {
    case 'fixed':
      return 'Their number was fixed beforehand.';
    case 'precision':
      return `Replicated until ${effort.metrics.join(' and ')} were known to ${100 * effort.relative} % of their mean, for ${effort.atMost} replications at most.`;
    case 'decision':
      return `Replicated until the differences in ${effort.metrics.join(' and ')} were decided at ${100 * effort.confidence} % confidence together, for ${effort.atMost} replications at most.`;
  }
}

function implementation({ maker, seed, command }: StudyFacts): ChecklistPart {
  const { version, commit, node } = maker;
  const built = commit === null ? '' : `, commit ${commit}`;
  return {
    title: 'Implementation',
    items: [
      {
        number: '5.1',
        title: 'Software',
        answer: `salesworks ${version}${built}; TypeScript${node === null ? '' : ` on Node ${node}`}. Libraries with their versions: package-lock.json.`,
      },
      {
        number: '5.2',
        title: 'Random sampling',
        answer: `Seed ${seed}. Generator alea (Baagøe) of seedrandom; a stream of its own for each replication and each purpose; one uniform number for each variate, by inversion.`,
      },
      {
        number: '5.3',
        title: 'Execution',
        answer:
          'Next event; events of the same minute in the order in which they were scheduled. One replication is one thread; the result does not depend on how many run at once. ' +
          `Command: \`${command}\`; salesworks replay with the file does the same again and compares the bytes.`,
      },
      {
        number: '5.4',
        title: 'System',
        answer: node === null ? undefined : `Node ${node}.`,
        toWrite: 'processor, memory, operating system, and how long it took',
      },
    ],
  };
}

function access({ maker }: StudyFacts): ChecklistPart {
  return {
    title: 'Access',
    items: [
      {
        number: '6.1',
        title: 'Where the model is',
        answer: `The package salesworks ${maker.version}, MIT licence; the result holds its scenarios.`,
        toWrite: 'the address at which model and result can be had',
      },
    ],
  };
}
