import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

/** A Redis of its own: on loopback, on a port that is free, with its files in a folder that is deleted in the end. */
export class RedisServer {
  readonly url: string;
  private readonly folder: string;
  private readonly port: number;
  private child: ChildProcess | undefined;

  private constructor(port: number) {
    this.port = port;
    this.url = `redis://127.0.0.1:${port}`;
    this.folder = mkdtempSync(join(tmpdir(), 'salesworks-redis-'));
  }

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.startAgain();
    return server;
  }

  /** On the same port, with what it has on the disk. */
  async startAgain(): Promise<void> {
    const words = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder];
    this.child = spawn('redis-server', [...words, '--appendonly', 'yes', '--save', ''], { stdio: 'ignore' });
    await this.withClient((client) => client.ping());
  }

  async kill(): Promise<void> {
    if (!this.isRunning) return;
    const end = once(this.child!, 'exit');
    this.child!.kill('SIGKILL');
    await end;
  }

  get isRunning(): boolean {
    return this.child!.exitCode === null && this.child!.signalCode === null;
  }

  /** Empty, without a password and running, whatever a test has left. */
  async reset(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true });
    mkdirSync(this.folder);
    await this.startAgain();
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true });
  }

  async withClient<Value>(work: (client: Redis) => Promise<Value>, password?: string): Promise<Value> {
    const patience = { maxRetriesPerRequest: null, retryStrategy: () => 50 };
    const client = new Redis(this.url, password === undefined ? patience : { ...patience, password });
    client.on('error', () => undefined);
    try {
      return await work(client);
    } finally {
      client.disconnect();
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
