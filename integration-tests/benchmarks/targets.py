"""What the built program shall reach, and whether it did.

Times mean something against the original's of the same run only, with its built-in plugins alone;
those, and bytes and requests, on a machine that does nothing else.
"""

import statistics
from dataclasses import dataclass
from typing import Callable, Optional

from benchmarks import titles

CORE = "original (core)"
REFUSED_NONCES, REJECTION_NAMES, REJECTION_RUNS = 5, 10, 100
# When a CA is slow, an order is looked at more often.
SLOW_POLLS = 2
ANY_JAVA = 0


@dataclass(frozen=True)
class Quantity:
    """What is reached, from the figures of a contender and of the original; nothing if they don't tell."""

    goal: str
    reached: Callable
    more_is_better: bool = False
    unit: str = ""

    def met(self, value, bound):
        return value >= bound if self.more_is_better else value <= bound


def ratio(figures, original):
    return statistics.median(original.seconds) / statistics.median(figures.seconds) if original else None


def failures(tally, _):
    """One is enough to tell; none tells something after many runs only."""
    return tally.failed if tally.failed or tally.runs >= REJECTION_RUNS else None


SPEED = Quantity("{:g} times as fast", ratio, more_is_better=True, unit="{:.2f} times")
SECONDS = Quantity("at most {:g} s", lambda figures, _: statistics.median(figures.seconds), unit="{:.2f} s")
MEMORY = Quantity("at most {:g} MiB", lambda figures, _: figures.peak, unit="{:.1f} MiB")
REQUESTS = Quantity("at most {:g} requests", lambda figures, _: statistics.median(figures.requests), unit="{:g} requests")
FAILURES = Quantity("{:g} failures in 100 runs", failures, unit="{:g} failures")


@dataclass(frozen=True)
class Target:
    """For every Java or for one, with the archive of class data or without any."""

    scenario: str
    quantity: Quantity
    bound: float
    java: int = ANY_JAVA
    archive: bool = True

    def fits(self, program):
        return self.java in (ANY_JAVA, program.java) and self.archive == program.archive

    def contender(self):
        """Whom it is for, when there is none."""
        return f"built{f', Java {self.java}' if self.java else ''}{'' if self.archive else ', no archive'}"


TARGETS = (
    Target(titles.VERSION, SPEED, 6),
    Target(titles.listing(1), SPEED, 2.8, java=17),
    Target(titles.listing(1), SPEED, 3.5, java=25),
    Target(titles.idle(1), SPEED, 3, java=17),
    Target(titles.idle(100), SPEED, 4, java=17),
    Target(titles.idle(1000), SPEED, 8, java=17),
    Target(titles.idle(1), SPEED, 4, java=25),
    Target(titles.idle(100), SPEED, 5, java=25),
    Target(titles.idle(1000), SPEED, 12, java=25),
    Target(titles.idle(10000), SECONDS, 2),
    Target(titles.idle(1), SPEED, 1.7, archive=False),
    Target(titles.idle(1000), SPEED, 5, archive=False),
    Target(titles.listing(1), MEMORY, 45),
    Target(titles.idle(1), MEMORY, 45),
    Target(titles.listing(1000), MEMORY, 70),
    Target(titles.idle(1000), MEMORY, 70),
    Target(titles.issue(1), SPEED, 4),
    Target(titles.issue(10), SPEED, 4),
    Target(titles.issue(100), SPEED, 2),
    Target(titles.issue_far(100, 50), SPEED, 5),
    Target(titles.issue(1), REQUESTS, 9 + SLOW_POLLS),
    Target(titles.issue(10), REQUESTS, 27 + SLOW_POLLS),
    Target(titles.issue(100), REQUESTS, 207 + SLOW_POLLS),
    Target(titles.renew(20), SPEED, 20),
    Target(titles.renew(20), REQUESTS, 146),
    Target(titles.issue_rejected(REJECTION_NAMES, REFUSED_NONCES), FAILURES, 0),
)


@dataclass(frozen=True)
class Verdict:
    """What came out for one target and one contender, if it was measured at all."""

    target: Target
    contender: str
    reached: Optional[float] = None
    failed: bool = False

    @property
    def measured(self):
        return self.failed or self.reached is not None

    @property
    def met(self):
        return not self.failed and self.measured and self.target.quantity.met(self.reached, self.target.bound)

    def line(self):
        quantity = self.target.quantity
        reached = "failed" if self.failed else quantity.unit.format(self.reached) if self.measured else "-"
        outcome = "met" if self.met else "MISSED" if self.measured else "not measured"
        goal = quantity.goal.format(self.target.bound)
        return f"  {self.target.scenario:44} {self.contender:26} {goal:25} {reached:>14}  {outcome}"


def verdict(target, program, results):
    measured = results.get(target.scenario, {})
    figures, original = measured.get(program.name), measured.get(CORE)
    if not figures:
        return Verdict(target, program.name)
    if figures.failure:
        return Verdict(target, program.name, failed=True)
    usable = original if original and original.seconds else None
    return Verdict(target, program.name, target.quantity.reached(figures, usable))


def verdicts(results, built):
    """One of each target and contender that it is for; at least one of each target."""
    for target in TARGETS:
        fitting = [program for program in built if target.fits(program)]
        yield from (verdict(target, program, results) for program in fitting)
        if not fitting:
            yield Verdict(target, target.contender())


def show(found):
    """Prints the table; returns whether every target was measured and met."""
    print("\ntargets: times by wall time against the original with its built-in plugins only")
    for one in found:
        print(one.line())
    outcomes = [one.met for one in found]
    missing = sum(not one.measured for one in found)
    print(f"\n{sum(outcomes)} met, {len(found) - sum(outcomes) - missing} missed, {missing} not measured", flush=True)
    return all(outcomes)
