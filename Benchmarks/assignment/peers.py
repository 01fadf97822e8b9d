"""Plans graphs by OR-Tools and scipy. A line at a time: `ortools FILE` or `scipy FILE` is answered by milliseconds, those of the processor, the
cost and the places served. Both start from flat arrays; scipy's matrix is built before the watch starts, OR-Tools' model after."""

import sys
import time
from dataclasses import dataclass

import numpy as np
from ortools.graph.python import min_cost_flow
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


@dataclass
class Graph:
    capacities: np.ndarray
    candidates: np.ndarray
    costs: np.ndarray
    penalty: int

    @property
    def rows(self):
        return len(self.candidates)

    @property
    def columns(self):
        return len(self.capacities)


def read(path):
    numbers = np.fromfile(path, "<i4").astype(np.int64)
    rows, columns, nearest, penalty = numbers[:4]
    rest = numbers[4 + columns:].reshape(2, rows, nearest)
    return Graph(numbers[4:4 + columns], rest[0], rest[1], int(penalty))


class Watch:
    def __enter__(self):
        self.started, self.used = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_):
        self.times = (time.perf_counter() - self.started) * 1e3, (time.process_time() - self.used) * 1e3


def ortools(graph):
    """Rows flow through their candidates, or past them at the penalty, into one sink."""
    rows, columns, sink = graph.rows, graph.columns, graph.rows + graph.columns
    starts, ends = np.repeat(np.arange(rows), graph.candidates.shape[1]), rows + graph.candidates.ravel()
    costs, ones = graph.costs.ravel(), np.ones(graph.candidates.size, np.int64)
    with Watch() as watch:
        flow = min_cost_flow.SimpleMinCostFlow()
        flow.add_arcs_with_capacity_and_unit_cost(starts, ends, ones, costs)
        flow.add_arcs_with_capacity_and_unit_cost(
            rows + np.arange(columns), np.full(columns, sink), graph.capacities, np.zeros(columns, np.int64))
        past = flow.add_arcs_with_capacity_and_unit_cost(
            np.arange(rows), np.full(rows, sink), np.ones(rows, np.int64), np.full(rows, graph.penalty))
        flow.set_nodes_supplies(np.append(np.arange(rows), sink), np.append(np.ones(rows, np.int64), -rows))
        status = flow.solve()
    if status != flow.OPTIMAL:
        raise RuntimeError(status)
    return *watch.times, flow.optimal_cost(), rows - int(flow.flows(past).sum())


def scipy(graph):
    """Each place is a column of its own, and each row has one more, at the penalty. No weight may be zero: all are one more."""
    matrix, places = spread(graph)
    with Watch() as watch:
        rows, columns = min_weight_full_bipartite_matching(matrix)
    cost = int(np.asarray(matrix[rows, columns]).sum()) - graph.rows
    return *watch.times, cost, int((columns < places).sum())


def spread(graph):
    firsts = np.concatenate([[0], np.cumsum(graph.capacities)])
    candidates = graph.candidates.ravel()
    counts = graph.capacities[candidates]
    rows = np.repeat(np.repeat(np.arange(graph.rows), graph.candidates.shape[1]), counts)
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    columns = np.repeat(firsts[candidates], counts) + within
    weights = np.repeat(graph.costs.ravel(), counts) + 1
    own = np.arange(graph.rows)
    return csr_matrix(
        (np.append(weights, np.full(graph.rows, graph.penalty + 1)), (np.append(rows, own), np.append(columns, firsts[-1] + own))),
        shape=(graph.rows, firsts[-1] + graph.rows)), firsts[-1]


if __name__ == "__main__":
    SOLVERS = {"ortools": ortools, "scipy": scipy}
    for line in sys.stdin:
        solver, path = line.split()
        print(*SOLVERS[solver](read(path)), flush=True)
