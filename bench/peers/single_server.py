"""M/M/1 at load 0.8 in SimPy. Argument: customers. Prints customers per second, mean wait, peak memory in MB."""

import json
import random
import resource
import sys
import time

import simpy


def customer(env, server, waits):
    came = env.now
    with server.request() as request:
        yield request
        waits[0] += env.now - came
        yield env.timeout(random.expovariate(1.0))


def source(env, customers, server, waits):
    for _ in range(customers):
        env.process(customer(env, server, waits))
        yield env.timeout(random.expovariate(0.8))


customers = int(sys.argv[1])
random.seed(1)
env = simpy.Environment()
waits = [0.0]
env.process(source(env, customers, simpy.Resource(env, 1), waits))
start = time.perf_counter()
env.run()
seconds = time.perf_counter() - start
print(json.dumps({
    "perSecond": customers / seconds,
    "meanWait": waits[0] / customers,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
}))
