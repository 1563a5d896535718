import * as z from 'zod/mini';

// See sim/scenario/schema/quantities.ts: a file is read once, and no parser need be compiled for that.
z.config({ jitless: true });

const number = z.nullable(z.number());
const interval = z.nullable(z.tuple([z.number(), z.number()]));
const metric = z.object({ mean: number, ci95: interval, unit: z.string() });
const difference = z.object({ ...metric.shape, verdict: z.string() });
const facts = z.record(z.string(), z.object({ title: z.string(), unit: z.string(), definition: z.string() }));
const provenance = z.object({
  version: z.string(),
  commit: z.nullable(z.string()),
  command: z.string(),
  seed: z.number(),
});

const result = z.object({
  provenance: z.object({
    ...provenance.shape,
    replications: z.number(),
    warmUp: z.object({ weeks: z.number(), by: z.string(), initialState: z.string() }),
    tapeHash: z.nullable(z.string()),
    scenarios: z.array(z.object({ name: z.string(), sha256: z.string() })),
    interrupted: z.boolean(),
  }),
  metrics: facts,
  organisations: z
    .array(
      z.object({
        name: z.string(),
        description: z.string(),
        facts: z.object({
          currency: z.string(),
          weeks: z.number(),
          roles: z.array(
            z.object({ role: z.string(), heads: z.number(), salary: z.number(), hasWork: z.boolean() }),
          ),
        }),
        metrics: z.record(z.string(), z.object({ ...metric.shape, n: z.number() })),
        series: z.record(
          z.string(),
          z.object({
            unit: z.string(),
            week: z.array(z.number()),
            mean: z.array(number),
            lo: z.array(number),
            hi: z.array(number),
          }),
        ),
        saturation: z.record(z.string(), z.object({ count: z.number(), replications: z.number() })),
        oneMore: z.array(
          z.object({
            role: z.string(),
            replications: z.number(),
            cost: z.number(),
            metrics: z.record(z.string(), difference),
          }),
        ),
      }),
    )
    .check(z.minLength(1)),
  differences: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      metrics: z.record(z.string(), z.object({ ...difference.shape, correlation: number })),
    }),
  ),
});

/** What a stored study of each kind has at least, so that it can be shown. */
export const SHAPES = {
  result,
  sweep: z.object({
    provenance,
    axes: z.array(z.object({ path: z.string() })),
    points: z.array(z.object({})),
    metrics: facts,
  }),
  sensitivity: z.object({
    provenance,
    organisations: z.array(z.string()),
    metrics: facts,
    factors: z.array(z.object({})),
  }),
  constraint: z.object({
    provenance,
    groups: z.array(z.string()),
    detectors: z.object({}),
    verdict: z.object({}),
  }),
  staffing: z.object({ provenance, examined: z.array(z.object({})) }),
  claims: z.object({
    provenance: z.object({}),
    claims: z.array(z.object({})),
    contradictions: z.array(z.object({})),
  }),
} as const;
