import { EventEmitter, once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { connect, unlessStoppedAway, type Connection } from '../../../sim/experiment/queue/connection.ts';
import { QueueError } from '../../../sim/experiment/queue/queue-error.ts';
import { salesworks } from '../../cli/salesworks.ts';

let server: Server | undefined;
afterEach(() => server?.close());

/** A server that says the same to whatever it is told. */
async function saying(text: string): Promise<number> {
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', () => socket.end(text));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function faultOf(url: string): Promise<unknown> {
  return connect(url, () => undefined).catch((error: unknown) => error);
}

describe('the address of a queue', () => {
  it.each(['localhost:6379', 'http://localhost', 'redis://', 'redis', ''])('is not %j', async (url) => {
    const fault = await faultOf(url);
    expect(fault).toBeInstanceOf(QueueError);
    expect((fault as Error).message).toContain(
      `--queue: ${url} is no address of a queue; accepted: an address such`,
    );
  });

  it('is shown without its password', async () => {
    expect((await faultOf('http://me:secret@there')) as Error).toMatchObject({
      message: expect.not.stringContaining('secret') as unknown,
    });
    expect(await faultOf('redis://localhost/first')).toMatchObject({
      message: expect.stringContaining('/first is no number of a database') as unknown,
    });
  });

  it('leads to somebody who is there, lets one in, and is a Redis', async () => {
    const port = await saying('');
    server!.close();
    await once(server!, 'close');
    const nobody = await faultOf(`redis://me:secret@127.0.0.1:${port}`);
    expect(nobody).toBeInstanceOf(QueueError);
    expect((nobody as Error).message).toBe(
      `--queue: the queue at 127.0.0.1:${port} cannot be used: nobody answers there`,
    );
    const web = await faultOf(`redis://127.0.0.1:${await saying('HTTP/1.1 400 Bad Request\r\n\r\n')}`);
    expect(web).toBeInstanceOf(QueueError);
    expect((web as Error).message).toMatch(/cannot be used: what answers there is no Redis or Valkey/);
  });

  it('ends both commands with 2 and one line', async () => {
    const { code, stdout, stderr } = await salesworks(['worker', '--queue', 'redis://127.0.0.1:1']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      'salesworks: --queue: the queue at 127.0.0.1:1 cannot be used: nobody answers there\n',
    );
    const both = await salesworks(['batch', 'x.yaml', '--queue', 'redis://127.0.0.1:1', '--shard', '1/2']);
    expect(both).toMatchObject({ code: 2, stdout: '' });
    expect(both.stderr).toContain('give either --queue or --shard');
  });
});

describe('work with a server', () => {
  const never = new Promise<string>(() => undefined);

  function server(): { connection: Connection; goAway: () => void } {
    const redis = new EventEmitter();
    let isHere = true;
    const goAway = (): void => {
      isHere = false;
      redis.emit('close');
    };
    return { connection: { redis, isThere: () => isHere } as unknown as Connection, goAway };
  }

  it('is waited for while the server is there, and while nobody says stop', async () => {
    const [here, away] = [server(), server()];
    away.goAway();
    const stopped = AbortSignal.abort();
    expect(await unlessStoppedAway(here.connection, stopped, Promise.resolve('done'))).toBe('done');
    expect(await unlessStoppedAway(away.connection, undefined, Promise.resolve('done'))).toBe('done');
    const fault = Promise.reject(new Error('fault'));
    await expect(unlessStoppedAway(here.connection, stopped, fault)).rejects.toThrow('fault');
  });

  it('is left when somebody says stop while the server is away, or the server goes away after that', async () => {
    const [first, second] = [server(), server()];
    const stop = new AbortController();
    first.goAway();
    const left = unlessStoppedAway(first.connection, stop.signal, never);
    const leftLater = unlessStoppedAway(second.connection, stop.signal, never);
    stop.abort();
    expect(await left).toBeUndefined();
    second.goAway();
    expect(await leftLater).toBeUndefined();
  });
});
