import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { QueueError } from './queue-error.ts';

/** In front of every key of ours. */
export const PREFIX = 'salesworks';

/** The first version that has what BullMQ needs; any Valkey has. */
const LEAST_VERSION = '6.2.0';
const CONNECT_MILLISECONDS = 5_000;
const LONGEST_PAUSE_MILLISECONDS = 1_000;

/** An open connection to a queue. */
export interface Connection {
  /** As it may be shown: without name and password. */
  readonly address: string;
  readonly redis: Redis;
  /** With which BullMQ opens connections of its own. */
  readonly options: ConnectionOptions;
  /** Whether the server is there at the moment: commands wait for one that is not. */
  readonly isThere: () => boolean;
  close(): void;
}

/** What ioredis takes. */
interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: object;
  readonly maxRetriesPerRequest: null;
  readonly retryStrategy: (attempts: number) => number;
}

/**
 * Connects to Redis or Valkey. Throws a QueueError that says in a sentence why that cannot be, before any work: no
 * address, nobody there, not let in, too old. `tell` is told when the server goes away later, and when it is there
 * again.
 */
export async function connect(url: string, tell: (isThere: boolean) => void): Promise<Connection> {
  const options = optionsOf(url);
  const address = `${options.host}:${options.port}`;
  const { Redis } = await import('ioredis');
  let isOpen = false;
  const redis = new Redis({
    ...options,
    connectTimeout: CONNECT_MILLISECONDS,
    lazyConnect: true,
    // Until it is known that somebody is there, once is enough.
    retryStrategy: (attempts: number) => (isOpen ? options.retryStrategy(attempts) : null),
  });
  let fault: unknown;
  redis.on('error', (error) => (fault = error));
  try {
    const opened = redis.connect().then(() => redis.info('server'));
    checkVersion(await inTime(opened), address);
  } catch (error) {
    redis.disconnect();
    if (error instanceof QueueError) throw error;
    throw new QueueError(`--queue: the queue at ${address} cannot be used: ${reasonOf(fault ?? error)}`);
  }
  isOpen = true;
  let isTold = true;
  const onChange = (isThere: boolean): void => {
    if (isOpen && isThere !== isTold) tell(isThere);
    isTold = isThere;
  };
  redis.on('close', () => onChange(false));
  redis.on('ready', () => onChange(true));
  return {
    address,
    redis,
    options,
    isThere: () => redis.status === 'ready',
    close: () => {
      isOpen = false;
      redis.disconnect();
    },
  };
}

/**
 * What work with the server comes to; undefined as soon as `signal` has said stop and the server is away. Commands wait
 * for a server that is away, and some that were sent never end, even when the connection is closed: who stops does not
 * wait for them.
 */
export async function unlessStoppedAway<Value>(
  { redis, isThere }: Connection,
  signal: AbortSignal | undefined,
  work: Promise<Value>,
): Promise<Value | undefined> {
  let look = (): void => undefined;
  const stoppedAway = new Promise<undefined>((resolve) => {
    look = () => {
      if (signal?.aborted === true && !isThere()) resolve(undefined);
    };
  });
  signal?.addEventListener('abort', look);
  redis.on('close', look);
  look();
  try {
    return await Promise.race([work, stoppedAway]);
  } finally {
    signal?.removeEventListener('abort', look);
    redis.off('close', look);
  }
}

/** What has connected may still never answer. */
async function inTime<Value>(work: Promise<Value>): Promise<Value> {
  const controller = new AbortController();
  const late = wait(2 * CONNECT_MILLISECONDS, undefined, { signal: controller.signal });
  try {
    return await Promise.race([
      work,
      late.then(() => Promise.reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' }))),
    ]);
  } finally {
    controller.abort();
    late.catch(() => undefined);
  }
}

const ACCEPTED = 'accepted: an address such as redis://localhost:6379, or rediss:// for one with TLS';

function optionsOf(url: string): ConnectionOptions {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const isKnown = parsed !== undefined && ['redis:', 'rediss:'].includes(parsed.protocol);
  if (!isKnown || parsed.hostname === '') {
    throw new QueueError(`--queue: ${withoutPassword(url)} is no address of a queue; ${ACCEPTED}`);
  }
  const { hostname, port, pathname, username, password, protocol } = parsed;
  const db = Number(pathname.slice(1));
  if (!Number.isSafeInteger(db) || db < 0) {
    throw new QueueError(`--queue: ${pathname} is no number of a database, such as /1; ${ACCEPTED}`);
  }
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? 6379 : Number(port),
    db,
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
    maxRetriesPerRequest: null,
    retryStrategy: (attempts) => Math.min(100 * attempts, LONGEST_PAUSE_MILLISECONDS),
  };
}

function withoutPassword(url: string): string {
  return url.replace(/\/\/[^/]*@/, '//***@');
}

function checkVersion(server: string, address: string): void {
  if (/^valkey_version:/m.test(server)) return;
  const version = /^redis_version:(\S+)/m.exec(server)?.[1];
  if (version === undefined)
    throw new QueueError(`--queue: what answers at ${address} is no Redis or Valkey`);
  if (version.localeCompare(LEAST_VERSION, 'en', { numeric: true }) < 0) {
    throw new QueueError(
      `--queue: Redis ${version} at ${address} is too old; accepted: ${LEAST_VERSION} or newer`,
    );
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers there',
  ENOTFOUND: 'there is no such machine',
  EAI_AGAIN: 'there is no such machine',
  ETIMEDOUT: 'nobody answers there in time',
  EHOSTUNREACH: 'there is no way to that machine',
  ECONNRESET: 'it closed the connection; maybe one side speaks TLS and the other does not',
};

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (/^NOAUTH/.test(message)) return 'it wants a name or a password; redis://name:password@host';
  if (/^WRONGPASS/.test(message)) return 'it does not take this name or password';
  if (/^(Unknown RESP type|Protocol error)/.test(message)) return 'what answers there is no Redis or Valkey';
  return REASONS[code ?? ''] ?? message;
}
